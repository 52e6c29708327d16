//! What is kept for each chat, and the one alarm that goes with it.
//!
//! A commit is one atomic step: record and alarm together. It looks for its own id first, so that it may be sent again
//! after a lost reply; then it compares the revision, so that no turn undoes another; then it writes.
//! Alarms stand in two rows, so that answers which people wait for never queue behind reminders that nobody asked for.
//! Beside the records stand the operator's counts of each day, which say nothing of any chat.
//! [`sqlite`] is the default, one file; [`redis`] serves several replicas, on one node or a cluster.

pub mod record;

pub mod moving;
pub mod open;
pub mod redis;
pub mod sqlite;

mod pace;
mod packed;
mod written;

use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use crate::dialogue::effect::Count;

pub use open::{StoreUrl, open};
pub(crate) use packed::alarm_ms;
pub use record::Record;

/// Every call to a store ends within this time; afterwards nobody knows whether it happened.
pub const CALL_SECONDS_MAX: Duration = Duration::from_secs(2);
/// How many commit ids a record remembers.
pub const SEEN_MAX: usize = 128;
/// How long the tries of an update or an alarm are counted: longer than Telegram repeats an update.
pub const ATTEMPT_MEMORY: TimeDelta = TimeDelta::hours(25);
/// For how many days counts are kept: a year, and the month before it to compare with.
pub const TALLY_MEMORY_DAYS: u64 = 400;
/// How far ahead of the present the next free place may be. One that is further is the mark of a clock that was wrong
/// once, and begins anew: no such clock silences the reminders for longer.
pub const PACE_AHEAD_MAX: TimeDelta = TimeDelta::days(1);

/// A chat's number, given by Telegram.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChatId(pub i64);

/// Grows by one with each commit; zero means that there is no record yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Revision(pub u64);

/// The name of one commit, compared for equality only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommitId {
    /// The update that caused it: remembered in the record's ring, so that the update never takes effect twice.
    Update(u32),
    /// One of our own: remembered as the record's last, so that sending it again after a lost reply is harmless.
    Own(u64),
}

/// How a commit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Commit {
    Applied,
    /// This very commit was applied before: success.
    Duplicate,
    /// The record is not at the expected revision: load and think again.
    Conflict,
}

/// The row in which an alarm stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Row {
    /// A person waits for what is owed.
    Asked,
    /// Nobody waits for it.
    Unasked,
}

impl Row {
    pub const ALL: [Self; 2] = [Self::Asked, Self::Unasked];

    /// Where the alarm of this record stands.
    pub fn of(record: &Record) -> Self {
        if record.outbox.asked {
            Self::Asked
        } else {
            Self::Unasked
        }
    }
}

/// How many chats of each row may be leased; a row without room is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Room {
    pub asked: usize,
    pub unasked: usize,
}

impl Room {
    pub fn of(self, row: Row) -> usize {
        match row {
            Row::Asked => self.asked,
            Row::Unasked => self.unasked,
        }
    }

    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

/// The chats of each row that have been leased, earliest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leased {
    pub asked: Vec<ChatId>,
    pub unasked: Vec<ChatId>,
}

impl Leased {
    fn of(&mut self, row: Row) -> &mut Vec<ChatId> {
        match row {
            Row::Asked => &mut self.asked,
            Row::Unasked => &mut self.unasked,
        }
    }
}

/// How often something was counted on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tallied {
    pub day: NaiveDate,
    pub count: Count,
    pub times: u64,
}

/// The alarms of both rows that have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Overdue {
    pub count: u64,
    /// The earliest of them, in milliseconds rounded up.
    pub oldest: Option<DateTime<Utc>>,
    /// How many parts of a store that lies on several servers did not answer: what has come there is not counted.
    pub silent: u64,
}

/// Every error means: unknown whether it happened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// A record cannot be read. Its bytes are kept as they are.
    #[error("the record cannot be read: {0}")]
    Corrupt(String),
    /// The store did not answer, or not in time, or refused.
    #[error("the store is not available: {0}")]
    Unavailable(String),
}

/// A place where records are kept. Of a chat it never holds anything but what [`Record`] holds.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// The record of a chat, if there is one.
    async fn load(&self, chat: ChatId) -> Result<Option<Record>, StoreError>;

    /// Writes the record and its alarm in one atomic step if the stored revision is `expected`
    /// (zero: no record). The stored revision becomes `expected + 1`; `record.revision` is not looked at.
    async fn commit(
        &self,
        chat: ChatId,
        id: CommitId,
        expected: Revision,
        record: &Record,
    ) -> Result<Commit, StoreError>;

    /// The chats of each row whose alarm is at or before `now`, earliest first, as many as there is room for; their
    /// alarms are moved to `until` and stay in their row. When nobody is due this is one round trip that writes nothing.
    async fn lease(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        room: Room,
    ) -> Result<Leased, StoreError>;

    /// Leaves no trace of the chat if the stored revision is `expected`; without a record this is [`Commit::Applied`].
    async fn forget(&self, chat: ChatId, expected: Revision) -> Result<Commit, StoreError>;

    /// Whether the store answers, and which alarms are overdue at `now`. Of a cluster, those of the servers that answer
    /// count; it is an error only if none does.
    async fn overdue(&self, now: DateTime<Utc>) -> Result<Overdue, StoreError>;

    /// Whether records can be written: something is written that means nothing, or a server is asked for as much. Of a
    /// cluster, it is an error only if no server takes writes.
    async fn takes_writes(&self) -> Result<(), StoreError>;

    /// Takes `count` places for unasked messages, `spacing` apart, and gives the instant of the first: at `now` or
    /// later, and after all places that any replica has taken before. A lost reply loses its places and no more.
    async fn reserve(
        &self,
        now: DateTime<Utc>,
        spacing: Duration,
        count: u32,
    ) -> Result<DateTime<Utc>, StoreError>;

    /// Gives no place before `until`: Telegram told everybody to wait. Never moves the next place back.
    async fn hold(&self, until: DateTime<Utc>) -> Result<(), StoreError>;

    /// Counts one more try of an update, or of an alarm, and gives how many there have been. Forgotten with the chat, and
    /// [`ATTEMPT_MEMORY`] after the last try.
    async fn attempt(
        &self,
        chat: ChatId,
        update: u32,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError>;

    /// Adds to the counts of a day, and drops the days that lie [`TALLY_MEMORY_DAYS`] before it. A lost answer does not
    /// tell whether they were added; whoever adds them again may count twice. Counts belong to no chat: `forget` does
    /// not touch them, and an export leaves them out.
    async fn tally(&self, day: NaiveDate, counts: &[(Count, u64)]) -> Result<(), StoreError>;

    /// What has been counted from one day to another, both included; at most [`TALLY_MEMORY_DAYS`] days from the first.
    async fn tallies(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Tallied>, StoreError>;
}

/// The last day that is read when the first one is `from`.
fn last_tallied(from: NaiveDate, to: NaiveDate) -> NaiveDate {
    to.min(from + Days::new(TALLY_MEMORY_DAYS))
}
