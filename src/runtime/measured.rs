//! A store whose every call is timed for the operator.

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};

use super::gauge::{self, Verb};
use crate::dialogue::effect::Count;
use crate::store::{
    ChatId, Commit, CommitId, Leased, Overdue, Record, Revision, Room, Store, StoreError, Tallied,
};

pub struct Measured {
    store: Arc<dyn Store>,
}

impl Measured {
    pub fn over(store: Arc<dyn Store>) -> Self {
        Self { store }
    }
}

async fn measured<T>(
    verb: Verb,
    call: impl Future<Output = Result<T, StoreError>>,
) -> Result<T, StoreError> {
    let begun = Instant::now();
    let answer = call.await;
    // A record that cannot be read is an answer.
    let is_away = matches!(answer, Err(StoreError::Unavailable(_)));
    gauge::store_asked(verb, begun.elapsed(), is_away);
    answer
}

#[async_trait]
impl Store for Measured {
    async fn load(&self, chat: ChatId) -> Result<Option<Record>, StoreError> {
        measured(Verb::Load, self.store.load(chat)).await
    }

    async fn commit(
        &self,
        chat: ChatId,
        id: CommitId,
        expected: Revision,
        record: &Record,
    ) -> Result<Commit, StoreError> {
        let call = self.store.commit(chat, id, expected, record);
        measured(Verb::Commit, call).await
    }

    async fn lease(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        room: Room,
    ) -> Result<Leased, StoreError> {
        measured(Verb::Lease, self.store.lease(now, until, room)).await
    }

    async fn forget(&self, chat: ChatId, expected: Revision) -> Result<Commit, StoreError> {
        measured(Verb::Forget, self.store.forget(chat, expected)).await
    }

    async fn overdue(&self, now: DateTime<Utc>) -> Result<Overdue, StoreError> {
        measured(Verb::Overdue, self.store.overdue(now)).await
    }

    async fn takes_writes(&self) -> Result<(), StoreError> {
        // Nobody waits for it but whoever asks whether we are ready.
        self.store.takes_writes().await
    }

    async fn reserve(
        &self,
        now: DateTime<Utc>,
        spacing: Duration,
        count: u32,
    ) -> Result<DateTime<Utc>, StoreError> {
        measured(Verb::Reserve, self.store.reserve(now, spacing, count)).await
    }

    async fn hold(&self, until: DateTime<Utc>) -> Result<(), StoreError> {
        measured(Verb::Hold, self.store.hold(until)).await
    }

    async fn attempt(
        &self,
        chat: ChatId,
        update: u32,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        measured(Verb::Attempt, self.store.attempt(chat, update, now)).await
    }

    async fn tally(&self, day: NaiveDate, counts: &[(Count, u64)]) -> Result<(), StoreError> {
        measured(Verb::Tally, self.store.tally(day, counts)).await
    }

    async fn tallies(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Tallied>, StoreError> {
        measured(Verb::Tallies, self.store.tallies(from, to)).await
    }
}
