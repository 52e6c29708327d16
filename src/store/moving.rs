//! Moving all records from one store to another, and proving that every chat has its right alarm.
//!
//! These are the commands of an operator, not of the running bot. [`export()`] and [`import()`] need it to be stopped:
//! what is written meanwhile is in the one store and not in the other. [`verify()`] may run beside it.

mod export;
mod import;
mod line;
mod verify;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::{ChatId, Record, Revision, Row, Store, StoreError};

pub use export::export;
pub use import::{ImportError, import};
pub use line::{Counts, LineError};
pub use verify::{Findings, LEASE_MAX, verify};

/// What is said of a store that must not be used as it is.
pub(super) const HALF_IMPORTED: &str =
    "an import was not finished: import again, which clears its part";

/// Everything that is kept of one chat, as it lies. The tries of updates are no part of it: they are soon forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub chat: ChatId,
    pub revision: Revision,
    pub last_own: Option<u64>,
    /// Oldest first.
    pub seen: Vec<u32>,
    /// The text of the record, even if it cannot be read.
    pub body: Vec<u8>,
    /// None or one; two only if something went wrong.
    pub alarms: Vec<Alarm>,
}

/// An alarm, in whole milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alarm {
    pub row: Row,
    pub due: DateTime<Utc>,
}

/// Where a walk through all chats goes on; it begins at the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    pub(super) server: usize,
    pub(super) at: Option<i64>,
}

/// Some of the chats.
#[derive(Debug, Default)]
pub struct Page {
    pub kept: Vec<Kept>,
    /// Chats of which not even the head can be read: their bytes stay where they are.
    pub unreadable: Vec<ChatId>,
    /// `None` after the last page.
    pub next: Option<Place>,
}

impl Kept {
    /// # Errors
    /// [`StoreError::Corrupt`] when the body cannot be read.
    pub fn record(&self) -> Result<Record, StoreError> {
        let text = str::from_utf8(&self.body);
        let text = text.map_err(|_| StoreError::Corrupt("the record is not text".into()))?;
        let due = self.alarms.first().map(|alarm| alarm.due);
        Record::read(text, self.revision, due, self.seen.clone())
    }
}

/// What a store can do for an operator.
#[async_trait]
pub trait Movable: Store {
    /// Some chats, from this place on. While others write, a chat may come twice, and no chat that stays is left out;
    /// the shards of a cluster must not be moved meanwhile.
    async fn page(&self, from: Place) -> Result<Page, StoreError>;

    /// Whether an import was killed and has left a part of its records.
    async fn is_half_imported(&self) -> Result<bool, StoreError>;

    /// Begins an import, after clearing what one that was killed has left. False, and nothing has begun, if the store
    /// holds chats or alarms.
    async fn import_begins(&self) -> Result<bool, StoreError>;

    /// Writes chats, as a part of an import that has begun. Gives those that somebody else has written meanwhile: they
    /// are left as they are.
    async fn restore(&self, chats: Vec<Kept>) -> Result<Vec<ChatId>, StoreError>;

    /// The import is complete: from now on the records count.
    async fn import_ends(&self) -> Result<(), StoreError>;

    /// Takes back what the import has written: of these chats those that are still at the revision at which they came.
    async fn import_fails(&self, chats: &[(ChatId, Revision)]) -> Result<(), StoreError>;

    /// Writes this alarm, or none, if neither the revision nor the alarms are others than `kept` says. False if they
    /// are: somebody was faster.
    async fn realarm(&self, kept: &Kept, alarm: Option<Alarm>) -> Result<bool, StoreError>;

    /// How many alarms belong to no chat; with `remove` they are gone afterwards.
    async fn strays(&self, remove: bool) -> Result<u64, StoreError>;
}

/// Calls `each` for every page of chats.
async fn for_each_page<E: From<StoreError>>(
    store: &dyn Movable,
    mut each: impl AsyncFnMut(Page) -> Result<(), E>,
) -> Result<(), E> {
    if store.is_half_imported().await? {
        return Err(StoreError::Unavailable(HALF_IMPORTED.into()).into());
    }
    let mut from = Some(Place::default());
    while let Some(place) = from {
        let page = store.page(place).await?;
        from = page.next;
        each(page).await?;
    }
    Ok(())
}
