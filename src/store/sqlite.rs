//! The default store: one file, no server.
//!
//! One thread owns the connection and does one call after another, each as one transaction. A call that nobody waits
//! for any more is left out; a call that is already running may still happen after its time limit.

pub mod look;

mod moving;
mod rows;
mod schema;
mod tally;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use self::rows::Alarm;
pub use self::schema::SCHEMA;
use super::pace::Pace;
use super::packed::{alarm_ms, now_ms, place, place_us, spacing_us};
use super::{
    CALL_SECONDS_MAX, ChatId, Commit, CommitId, Leased, Overdue, Record, Revision, Room, Row,
    Store, StoreError, Tallied,
};
use crate::dialogue::effect::Count;

/// How many calls may wait for the connection.
const WAITING_MAX: usize = 256;

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

pub struct SqliteStore {
    jobs: mpsc::Sender<Job>,
    /// A file has one process, and a process that starts again finds every place free.
    pace: Mutex<Pace>,
}

impl SqliteStore {
    /// Opens the file, or makes it; `:memory:` keeps everything in memory, for as long as the store lives.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the file cannot be opened, is no database, or was written by a newer program.
    pub fn open(path: &str) -> Result<Self, StoreError> {
        let mut connection = Connection::open(path)?;
        schema::prepare(&mut connection)?;
        let (jobs, waiting) = mpsc::channel(WAITING_MAX);
        std::thread::Builder::new()
            .name("sqlite".into())
            .spawn(move || work(connection, waiting))
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let pace = Mutex::default();
        Ok(Self { jobs, pace })
    }

    fn pace(&self) -> MutexGuard<'_, Pace> {
        self.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn call<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.call_within(CALL_SECONDS_MAX, ask).await
    }

    async fn call_within<T: Send + 'static>(
        &self,
        limit: Duration,
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
        timeout(limit, answered)
            .await
            .unwrap_or_else(|_| Err(StoreError::Unavailable("no answer in time".into())))
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn load(&self, chat: ChatId) -> Result<Option<Record>, StoreError> {
        self.call(move |connection| rows::load(connection, chat))
            .await
    }

    async fn commit(
        &self,
        chat: ChatId,
        id: CommitId,
        expected: Revision,
        record: &Record,
    ) -> Result<Commit, StoreError> {
        let body = record.write()?;
        let alarm = Alarm {
            asked: Row::of(record) == Row::Asked,
            due: record.due.map(alarm_ms),
        };
        self.call(move |connection| rows::commit(connection, chat, id, expected, &body, alarm))
            .await
    }

    async fn lease(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        room: Room,
    ) -> Result<Leased, StoreError> {
        let (now, until) = (now_ms(now), alarm_ms(until));
        self.call(move |connection| rows::lease(connection, now, until, room))
            .await
    }

    async fn forget(&self, chat: ChatId, expected: Revision) -> Result<Commit, StoreError> {
        self.call(move |connection| rows::forget(connection, chat, expected))
            .await
    }

    async fn overdue(&self, now: DateTime<Utc>) -> Result<Overdue, StoreError> {
        self.call(move |connection| rows::overdue(connection, now_ms(now)))
            .await
    }

    async fn takes_writes(&self) -> Result<(), StoreError> {
        self.call(rows::takes_writes).await
    }

    async fn reserve(
        &self,
        now: DateTime<Utc>,
        spacing: Duration,
        count: u32,
    ) -> Result<DateTime<Utc>, StoreError> {
        place(
            self.pace()
                .reserve(place_us(now), spacing_us(spacing), count),
        )
    }

    async fn hold(&self, until: DateTime<Utc>) -> Result<(), StoreError> {
        self.pace().hold(place_us(until));
        Ok(())
    }

    async fn attempt(
        &self,
        chat: ChatId,
        update: u32,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        self.call(move |connection| rows::attempt(connection, chat, update, now_ms(now)))
            .await
    }

    async fn tally(&self, day: NaiveDate, counts: &[(Count, u64)]) -> Result<(), StoreError> {
        let counts = counts.to_vec();
        self.call(move |connection| tally::add(connection, day, &counts))
            .await
    }

    async fn tallies(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Tallied>, StoreError> {
        self.call(move |connection| tally::read(connection, from, to))
            .await
    }
}

fn work(mut connection: Connection, mut waiting: mpsc::Receiver<Job>) {
    while let Some(job) = waiting.blocking_recv() {
        job(&mut connection);
    }
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
