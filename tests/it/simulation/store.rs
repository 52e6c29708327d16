//! A real store behind a bad line: calls that never arrive, replies that are lost, a client that sends again, and
//! commits that happen when nobody waits for them any more.

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use gilbot::dialogue::effect::Count;
use gilbot::dialogue::event::Event;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{
    ChatId, Commit, CommitId, Leased, Overdue, Record, Revision, Room, Store, StoreError, Tallied,
};
use tokio::runtime::Runtime;

use super::Dice;

/// Whose commit it is: what happened, and when it was thought through.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// `None` for an alarm.
    pub update: Option<u32>,
    pub event: Event,
    pub now: DateTime<Utc>,
}

/// A commit that was applied.
#[derive(Debug, Clone)]
pub struct Applied {
    pub attempt: Attempt,
    pub revision: Revision,
}

/// What has been applied, in the order in which it was; and the commits that are still on the way.
#[derive(Default)]
pub struct Ledger {
    applied: Mutex<Vec<Applied>>,
    late: Mutex<Vec<Order>>,
}

/// One commit as it was sent.
#[derive(Clone)]
struct Order {
    chat: ChatId,
    id: CommitId,
    expected: Revision,
    record: Record,
    attempt: Attempt,
}

impl Ledger {
    pub fn applied(&self) -> Vec<Applied> {
        self.applied.lock().unwrap().clone()
    }

    /// How often this update has had effect.
    pub fn times(&self, update: u32) -> usize {
        let applied = self.applied.lock().unwrap();
        applied
            .iter()
            .filter(|commit| commit.attempt.update == Some(update))
            .count()
    }

    /// What was given up arrives all the same.
    pub fn late(&self, inner: &SqliteStore, runtime: &Runtime) {
        let late = std::mem::take(&mut *self.late.lock().unwrap());
        for order in late {
            self.run(&order, inner, runtime)
                .expect("the store itself is well");
        }
    }

    fn run(
        &self,
        order: &Order,
        inner: &SqliteStore,
        runtime: &Runtime,
    ) -> Result<Commit, StoreError> {
        let commit = inner.commit(order.chat, order.id, order.expected, &order.record);
        let ended = runtime.block_on(commit)?;
        if ended == Commit::Applied {
            self.applied.lock().unwrap().push(Applied {
                attempt: order.attempt.clone(),
                revision: Revision(order.expected.0 + 1),
            });
        }
        Ok(ended)
    }
}

/// The store as one attempt has it.
pub struct Faulty {
    inner: Arc<SqliteStore>,
    runtime: Arc<Runtime>,
    dice: Arc<Mutex<Dice>>,
    ledger: Arc<Ledger>,
    attempt: Attempt,
}

impl Faulty {
    pub fn new(
        inner: &Arc<SqliteStore>,
        runtime: &Arc<Runtime>,
        dice: &Arc<Mutex<Dice>>,
        ledger: &Arc<Ledger>,
        attempt: Attempt,
    ) -> Self {
        Self {
            inner: Arc::clone(inner),
            runtime: Arc::clone(runtime),
            dice: Arc::clone(dice),
            ledger: Arc::clone(ledger),
            attempt,
        }
    }

    /// The way to the store, or back: others go on meanwhile, and it may be lost.
    async fn way(&self) -> Result<(), StoreError> {
        Pause(false).await;
        if self.dice.lock().unwrap().percent(6) {
            return Err(StoreError::Unavailable("lost on the way".to_owned()));
        }
        Ok(())
    }
}

#[async_trait]
impl Store for Faulty {
    async fn load(&self, chat: ChatId) -> Result<Option<Record>, StoreError> {
        self.way().await?;
        let loaded = self.runtime.block_on(self.inner.load(chat));
        self.way().await?;
        loaded
    }

    async fn commit(
        &self,
        chat: ChatId,
        id: CommitId,
        expected: Revision,
        record: &Record,
    ) -> Result<Commit, StoreError> {
        self.way().await?;
        let order = Order {
            chat,
            id,
            expected,
            record: record.clone(),
            attempt: self.attempt.clone(),
        };
        let (late, again) = {
            let mut dice = self.dice.lock().unwrap();
            (dice.percent(4), dice.percent(8))
        };
        if late {
            self.ledger.late.lock().unwrap().push(order);
            return Err(StoreError::Unavailable("no answer in time".to_owned()));
        }
        let mut ended = self.ledger.run(&order, &self.inner, &self.runtime);
        if again {
            // The client has lost the reply and sends the same once more by itself.
            Pause(false).await;
            ended = self.ledger.run(&order, &self.inner, &self.runtime);
        }
        self.way().await?;
        ended
    }

    async fn lease(
        &self,
        _: DateTime<Utc>,
        _: DateTime<Utc>,
        _: Room,
    ) -> Result<Leased, StoreError> {
        unreachable!("a turn leases nothing")
    }

    async fn forget(&self, _: ChatId, _: Revision) -> Result<Commit, StoreError> {
        unreachable!("a turn forgets nothing")
    }

    async fn overdue(&self, _: DateTime<Utc>) -> Result<Overdue, StoreError> {
        unreachable!("a turn counts nothing")
    }

    async fn reserve(
        &self,
        _: DateTime<Utc>,
        _: Duration,
        _: u32,
    ) -> Result<DateTime<Utc>, StoreError> {
        unreachable!("a turn takes no place")
    }

    async fn takes_writes(&self) -> Result<(), StoreError> {
        unreachable!("a turn is ready")
    }

    async fn hold(&self, _: DateTime<Utc>) -> Result<(), StoreError> {
        unreachable!("a turn holds nobody up")
    }

    async fn attempt(&self, _: ChatId, _: u32, _: DateTime<Utc>) -> Result<u32, StoreError> {
        unreachable!("a turn counts no tries")
    }

    async fn tally(&self, _: NaiveDate, _: &[(Count, u64)]) -> Result<(), StoreError> {
        unreachable!("a turn writes no counts")
    }

    async fn tallies(&self, _: NaiveDate, _: NaiveDate) -> Result<Vec<Tallied>, StoreError> {
        unreachable!("a turn reads no counts")
    }
}

/// Lets others go first, once.
struct Pause(bool);

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if self.0 {
            return Poll::Ready(());
        }
        self.0 = true;
        Poll::Pending
    }
}
