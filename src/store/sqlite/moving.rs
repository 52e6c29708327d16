//! The file for an operator: an import is one transaction, which a killed process takes back by itself.

use std::time::Duration;

use async_trait::async_trait;
use rusqlite::{Connection, params};

use super::{SqliteStore, begin};
use crate::store::moving::{Alarm, Kept, Movable, Page, Place};
use crate::store::packed::{alarm_ms, instant, pack, unpack};
use crate::store::{ChatId, Revision, Row, StoreError};

/// How many chats are read in one go.
const PAGE: usize = 500;
/// The end of an import writes all of it to the disk.
const IMPORT_SECONDS_MAX: Duration = Duration::from_secs(600);

#[async_trait]
impl Movable for SqliteStore {
    async fn page(&self, from: Place) -> Result<Page, StoreError> {
        self.call(move |connection| page(connection, from.at)).await
    }

    async fn is_half_imported(&self) -> Result<bool, StoreError> {
        Ok(false)
    }

    async fn import_begins(&self) -> Result<bool, StoreError> {
        self.call(|connection| {
            connection.execute_batch("BEGIN IMMEDIATE")?;
            let some = "SELECT EXISTS (SELECT 1 FROM chat)";
            let is_empty = !connection.query_row(some, [], |row| row.get::<_, bool>(0))?;
            if !is_empty {
                connection.execute_batch("ROLLBACK")?;
            }
            Ok(is_empty)
        })
        .await
    }

    async fn restore(&self, chats: Vec<Kept>) -> Result<Vec<ChatId>, StoreError> {
        self.call_within(IMPORT_SECONDS_MAX, move |connection| {
            chats
                .iter()
                .try_for_each(|kept| restore(connection, kept))?;
            // Within the transaction nobody else writes.
            Ok(Vec::new())
        })
        .await
    }

    async fn import_ends(&self) -> Result<(), StoreError> {
        self.call_within(IMPORT_SECONDS_MAX, |connection| {
            Ok(connection.execute_batch("COMMIT")?)
        })
        .await
    }

    async fn import_fails(&self, _: &[(ChatId, Revision)]) -> Result<(), StoreError> {
        self.call_within(IMPORT_SECONDS_MAX, |connection| {
            // Some errors have taken everything back already.
            if connection.is_autocommit() {
                return Ok(());
            }
            Ok(connection.execute_batch("ROLLBACK")?)
        })
        .await
    }

    async fn realarm(&self, kept: &Kept, alarm: Option<Alarm>) -> Result<bool, StoreError> {
        let (chat, revision, was) = (kept.chat, kept.revision, kept.alarms.first().copied());
        self.call(move |connection| {
            let turn = begin(connection)?;
            let changed = turn.execute(
                "UPDATE chat SET due = ?3, asked = ?4
                 WHERE id = ?1 AND revision = ?2 AND due IS ?5 AND (due IS NULL OR asked = ?6)",
                params![
                    chat.0,
                    revision.0,
                    alarm.map(|alarm| alarm_ms(alarm.due)),
                    is_asked(alarm),
                    was.map(|was| alarm_ms(was.due)),
                    is_asked(was),
                ],
            )?;
            turn.commit()?;
            Ok(changed == 1)
        })
        .await
    }

    /// An alarm is a part of the chat's row, so none can be without a chat.
    async fn strays(&self, _: bool) -> Result<u64, StoreError> {
        Ok(0)
    }
}

fn is_asked(alarm: Option<Alarm>) -> bool {
    alarm.is_some_and(|alarm| alarm.row == Row::Asked)
}

fn page(connection: &Connection, after: Option<i64>) -> Result<Page, StoreError> {
    type Columns = (i64, u64, Vec<u8>, Vec<u8>, Option<i64>, Option<i64>, bool);
    let mut question = connection.prepare_cached(
        "SELECT id, revision, CAST(body AS BLOB), seen, last_own, due, asked FROM chat
         WHERE ?1 IS NULL OR id > ?1 ORDER BY id LIMIT ?2",
    )?;
    let rows = question.query_map(params![after, PAGE], |row| Columns::try_from(row))?;
    let mut page = Page::default();
    let mut last = None;
    for row in rows {
        let (id, revision, body, seen, last_own, due, asked) = row?;
        last = Some(id);
        let row = if asked { Row::Asked } else { Row::Unasked };
        let due = due.map(instant).transpose();
        let (Ok(seen), Ok(due)) = (unpack(&seen), due) else {
            page.unreadable.push(ChatId(id));
            continue;
        };
        page.kept.push(Kept {
            chat: ChatId(id),
            revision: Revision(revision),
            last_own: last_own.map(i64::cast_unsigned),
            seen,
            body,
            alarms: due.map(|due| Alarm { row, due }).into_iter().collect(),
        });
    }
    let is_full = page.kept.len() + page.unreadable.len() == PAGE;
    page.next = last.filter(|_| is_full).map(|last| Place {
        server: 0,
        at: Some(last),
    });
    Ok(page)
}

fn restore(connection: &Connection, kept: &Kept) -> Result<(), StoreError> {
    let alarm = kept.alarms.first().copied();
    connection
        .prepare_cached(
            "INSERT INTO chat (id, revision, body, seen, last_own, due, asked)
             VALUES (?1, ?2, CAST(?3 AS TEXT), ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            kept.chat.0,
            kept.revision.0,
            kept.body,
            pack(&kept.seen),
            kept.last_own.map(u64::cast_signed),
            alarm.map(|alarm| alarm_ms(alarm.due)),
            is_asked(alarm),
        ])?;
    Ok(())
}
