//! The default store: one file, no server.
//!
//! One thread owns the connection and does one call after another, each as one transaction. A call that nobody waits
//! for any more is left out; a call that is already running may still happen after its time limit.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use super::packed::{alarm_ms, instant, now_ms, pack, unpack};
use super::{
    CALL_SECONDS_MAX, ChatId, Commit, CommitId, Record, Revision, SEEN_MAX, Store, StoreError,
};

/// The number of the table's form, kept in the file as `user_version`.
pub const SCHEMA: i64 = 1;

/// How many calls may wait for the connection.
const WAITING_MAX: usize = 256;

/// `seen` is packed as in [`pack`]; `last_own` holds the bits of the last [`CommitId::Own`]; `due` is in milliseconds.
const TABLE: &str = "
CREATE TABLE chat (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  seen BLOB NOT NULL,
  last_own INTEGER,
  due INTEGER
) STRICT;
CREATE INDEX chat_due ON chat (due) WHERE due IS NOT NULL;
PRAGMA user_version = 1;
";

/// Waits for another program on the same file for a shorter time than a call may take. Every commit reaches the disk
/// before it is answered, and what is deleted is overwritten.
const SETTINGS: &str = "
PRAGMA busy_timeout = 1000;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
";

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

pub struct SqliteStore {
    jobs: mpsc::Sender<Job>,
}

impl SqliteStore {
    /// Opens the file, or makes it; `:memory:` keeps everything in memory, for as long as the store lives.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the file cannot be opened, is no database, or was written by a newer program.
    pub fn open(path: &str) -> Result<Self, StoreError> {
        let mut connection = Connection::open(path)?;
        connection.execute_batch(SETTINGS)?;
        prepare(&mut connection)?;
        let (jobs, waiting) = mpsc::channel(WAITING_MAX);
        std::thread::Builder::new()
            .name("sqlite".into())
            .spawn(move || work(connection, waiting))
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self { jobs })
    }

    async fn call<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            if !answer.is_closed() {
                // The one who asked may have left meanwhile; then nobody is told.
                let _ = answer.send(ask(connection));
            }
        });
        let stopped = || StoreError::Unavailable("the database has stopped".into());
        let answered = async {
            self.jobs.send(job).await.map_err(|_| stopped())?;
            answered.await.map_err(|_| stopped())?
        };
        timeout(CALL_SECONDS_MAX, answered)
            .await
            .unwrap_or_else(|_| Err(StoreError::Unavailable("no answer in time".into())))
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn load(&self, chat: ChatId) -> Result<Option<Record>, StoreError> {
        self.call(move |connection| load(connection, chat)).await
    }

    async fn commit(
        &self,
        chat: ChatId,
        id: CommitId,
        expected: Revision,
        record: &Record,
    ) -> Result<Commit, StoreError> {
        let body = record.write()?;
        let due = record.due.map(alarm_ms);
        self.call(move |connection| commit(connection, chat, id, expected, &body, due))
            .await
    }

    async fn lease(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: usize,
    ) -> Result<Vec<ChatId>, StoreError> {
        self.call(move |connection| lease(connection, now_ms(now), alarm_ms(until), limit))
            .await
    }

    async fn forget(&self, chat: ChatId, expected: Revision) -> Result<Commit, StoreError> {
        self.call(move |connection| forget(connection, chat, expected))
            .await
    }

    async fn overdue(&self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        self.call(move |connection| {
            let count = "SELECT count(*) FROM chat WHERE due <= ?1";
            Ok(connection.query_row(count, [now_ms(now)], |row| row.get(0))?)
        })
        .await
    }
}

fn work(mut connection: Connection, mut waiting: mpsc::Receiver<Job>) {
    while let Some(job) = waiting.blocking_recv() {
        job(&mut connection);
    }
}

fn prepare(connection: &mut Connection) -> Result<(), StoreError> {
    let turn = begin(connection)?;
    let schema: i64 = turn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if schema > SCHEMA {
        return Err(StoreError::Unavailable(format!(
            "the database has schema {schema} and this program knows only {SCHEMA}: use a newer gilbot, or another file"
        )));
    }
    if schema == 0 {
        turn.execute_batch(TABLE)?;
    }
    Ok(turn.commit()?)
}

fn load(connection: &Connection, chat: ChatId) -> Result<Option<Record>, StoreError> {
    type Row = (u64, String, Vec<u8>, Option<i64>);
    let row: Option<Row> = connection
        .prepare_cached("SELECT revision, body, seen, due FROM chat WHERE id = ?1")?
        .query_row([chat.0], |row| row.try_into())
        .optional()?;
    let Some((revision, body, seen, due)) = row else {
        return Ok(None);
    };
    let due = due.map(instant).transpose()?;
    Record::read(&body, Revision(revision), due, unpack(&seen)?).map(Some)
}

fn commit(
    connection: &mut Connection,
    chat: ChatId,
    id: CommitId,
    expected: Revision,
    body: &str,
    due: Option<i64>,
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
        "INSERT OR REPLACE INTO chat (id, revision, body, seen, last_own, due) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        chat.0,
        expected.0 + 1,
        body,
        pack(&seen[oldest_kept..]),
        last_own,
        due
    ])?;
    turn.commit()?;
    Ok(Commit::Applied)
}

fn lease(
    connection: &mut Connection,
    now: i64,
    until: i64,
    limit: usize,
) -> Result<Vec<ChatId>, StoreError> {
    let turn = begin(connection)?;
    let chats = turn
        .prepare_cached("SELECT id FROM chat WHERE due <= ?1 ORDER BY due LIMIT ?2")?
        .query_map(params![now, limit], |row| row.get(0).map(ChatId))?
        .collect::<Result<Vec<_>, _>>()?;
    for chat in &chats {
        turn.prepare_cached("UPDATE chat SET due = ?2 WHERE id = ?1")?
            .execute([chat.0, until])?;
    }
    turn.commit()?;
    Ok(chats)
}

fn forget(
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

/// Takes the write lock at once: what is read stays true until it is written. Dropped without a commit, it undoes all.
fn begin(connection: &mut Connection) -> Result<Transaction<'_>, rusqlite::Error> {
    connection.transaction_with_behavior(TransactionBehavior::Immediate)
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error::{
            FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, Utf8Error,
        };
        match error {
            FromSqlConversionFailure(..)
            | IntegralValueOutOfRange(..)
            | InvalidColumnType(..)
            | Utf8Error(..) => Self::Corrupt("a column does not hold what it should".into()),
            other => Self::Unavailable(other.to_string()),
        }
    }
}
