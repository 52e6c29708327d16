//! A store whose every call is timed for the operator.

use std::future::Future;
use std::sync::Arc;
use std::time::Instant;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::gauge::{self, Verb};
use crate::store::{ChatId, Commit, CommitId, Record, Revision, Store, StoreError};

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
    gauge::store_asked(verb, begun.elapsed(), answer.is_err());
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
        limit: usize,
    ) -> Result<Vec<ChatId>, StoreError> {
        measured(Verb::Lease, self.store.lease(now, until, limit)).await
    }

    async fn forget(&self, chat: ChatId, expected: Revision) -> Result<Commit, StoreError> {
        measured(Verb::Forget, self.store.forget(chat, expected)).await
    }

    async fn overdue(&self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        measured(Verb::Overdue, self.store.overdue(now)).await
    }
}
