//! What is asked of the tables, one transaction each.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{SCHEMA, begin};
use crate::store::packed::{instant, pack, unpack};
use crate::store::{
    ATTEMPT_MEMORY, ChatId, Commit, CommitId, Leased, Overdue, Record, Revision, Room, Row,
    SEEN_MAX, StoreError,
};

/// An alarm as it is written: its row, and its time in milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Alarm {
    pub asked: bool,
    pub due: Option<i64>,
}

pub fn load(connection: &Connection, chat: ChatId) -> Result<Option<Record>, StoreError> {
    type Columns = (u64, String, Vec<u8>, Option<i64>);
    let row: Option<Columns> = connection
        .prepare_cached("SELECT revision, body, seen, due FROM chat WHERE id = ?1")?
        .query_row([chat.0], |row| row.try_into())
        .optional()?;
    let Some((revision, body, seen, due)) = row else {
        return Ok(None);
    };
    let due = due.map(instant).transpose()?;
    Record::read(&body, Revision(revision), due, unpack(&seen)?).map(Some)
}

pub fn commit(
    connection: &mut Connection,
    chat: ChatId,
    id: CommitId,
    expected: Revision,
    body: &str,
    alarm: Alarm,
) -> Result<Commit, StoreError> {
    let turn = begin(connection)?;
    let held = held(&turn, chat)?;
    let mut seen = unpack(&held.seen)?;
    let mut last_own = held.last_own;
    // The id comes first: of a commit that is sent again, the revision no longer fits.
    match id {
        CommitId::Update(id) if seen.contains(&id) => return Ok(Commit::Duplicate),
        CommitId::Own(id) if last_own == Some(id.cast_signed()) => return Ok(Commit::Duplicate),
        CommitId::Update(_) | CommitId::Own(_) if held.revision != expected.0 => {
            return Ok(Commit::Conflict);
        }
        CommitId::Update(id) => seen.push(id),
        CommitId::Own(id) => last_own = Some(id.cast_signed()),
    }
    let oldest_kept = seen.len().saturating_sub(SEEN_MAX);
    turn.prepare_cached(
        "INSERT OR REPLACE INTO chat (id, revision, body, seen, last_own, due, asked) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        chat.0,
        expected.0 + 1,
        body,
        pack(&seen[oldest_kept..]),
        last_own,
        alarm.due,
        alarm.asked
    ])?;
    turn.commit()?;
    Ok(Commit::Applied)
}

pub fn lease(
    connection: &mut Connection,
    now: i64,
    until: i64,
    room: Room,
) -> Result<Leased, StoreError> {
    let turn = begin(connection)?;
    let mut leased = Leased::default();
    for row in Row::ALL {
        let chats = turn
            .prepare_cached(
                "SELECT id FROM chat WHERE asked = ?3 AND due <= ?1 ORDER BY due LIMIT ?2",
            )?
            .query_map(params![now, room.of(row), row == Row::Asked], |row| {
                row.get(0).map(ChatId)
            })?
            .collect::<Result<Vec<_>, _>>()?;
        for chat in &chats {
            turn.prepare_cached("UPDATE chat SET due = ?2 WHERE id = ?1")?
                .execute([chat.0, until])?;
        }
        *leased.of(row) = chats;
    }
    turn.commit()?;
    Ok(leased)
}

pub fn forget(
    connection: &mut Connection,
    chat: ChatId,
    expected: Revision,
) -> Result<Commit, StoreError> {
    let turn = begin(connection)?;
    let held = held(&turn, chat)?.revision;
    if held != 0 && held != expected.0 {
        return Ok(Commit::Conflict);
    }
    turn.execute("DELETE FROM chat WHERE id = ?1", [chat.0])?;
    turn.execute("DELETE FROM attempt WHERE chat = ?1", [chat.0])?;
    turn.commit()?;
    // The log beside the file still holds what was written before: it is emptied, each time, so that a call that is
    // sent again completes one that was cut off here.
    let busy: bool =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy {
        return Err(StoreError::Unavailable(
            "another program holds the log of the database".into(),
        ));
    }
    Ok(Commit::Applied)
}

pub fn overdue(connection: &Connection, now: i64) -> Result<Overdue, StoreError> {
    // Row by row, so that the index answers it.
    let (mut count, mut oldest) = (0, None);
    for row in Row::ALL {
        let mut question = connection
            .prepare_cached("SELECT count(*), min(due) FROM chat WHERE asked = ?1 AND due <= ?2")?;
        let (some, first): (u64, Option<i64>) =
            question.query_row(params![row == Row::Asked, now], |found| found.try_into())?;
        count += some;
        oldest = oldest.into_iter().chain(first).min();
    }
    let oldest = oldest.map(instant).transpose()?;
    Ok(Overdue {
        count,
        oldest,
        silent: 0,
    })
}

/// Writes the number of the tables' form, which stands there already: it goes to the disk all the same.
pub fn takes_writes(connection: &mut Connection) -> Result<(), StoreError> {
    let turn = begin(connection)?;
    turn.pragma_update(None, "user_version", SCHEMA)?;
    Ok(turn.commit()?)
}

pub fn attempt(
    connection: &mut Connection,
    chat: ChatId,
    update: u32,
    now: i64,
) -> Result<u32, StoreError> {
    let turn = begin(connection)?;
    turn.prepare_cached("DELETE FROM attempt WHERE at <= ?1")?
        .execute([now - ATTEMPT_MEMORY.num_milliseconds()])?;
    let count = turn
        .prepare_cached(
            "INSERT INTO attempt (chat, update_id, count, at) VALUES (?1, ?2, 1, ?3)
             ON CONFLICT DO UPDATE SET count = count + 1, at = ?3 RETURNING count",
        )?
        .query_row(params![chat.0, update, now], |row| row.get(0))?;
    turn.commit()?;
    Ok(count)
}

/// What a commit looks at before it writes. Without a row: revision zero and nothing seen.
#[derive(Default)]
struct Held {
    revision: u64,
    seen: Vec<u8>,
    last_own: Option<i64>,
}

fn held(turn: &Transaction<'_>, chat: ChatId) -> Result<Held, StoreError> {
    let held = turn
        .prepare_cached("SELECT revision, seen, last_own FROM chat WHERE id = ?1")?
        .query_row([chat.0], |row| {
            Ok(Held {
                revision: row.get(0)?,
                seen: row.get(1)?,
                last_own: row.get(2)?,
            })
        })
        .optional()?;
    Ok(held.unwrap_or_default())
}
