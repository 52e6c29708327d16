//! The store as one process has it: the real one, over a line on which calls and replies are lost, repeated and late.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use gilbot::dialogue::effect::Count;
use gilbot::store::{
    CALL_SECONDS_MAX, ChatId, Commit, CommitId, Leased, Overdue, Record, Revision, Room, Store,
    StoreError, Tallied,
};
use tokio::time::sleep;

use super::fate::Fate;
use super::ground::{Ground, at_once};

pub struct StoreLine {
    ground: Arc<Ground>,
    fate: Arc<Fate>,
}

/// What becomes of one call.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Trip {
    Plain,
    Slow(Duration),
    /// It never arrives.
    Lost,
    /// It is done, and nobody hears of it.
    ReplyLost,
    /// The client has lost the reply and sends the same once more by itself.
    Twice,
    /// It is done when nobody waits for it any more.
    Late(Duration),
}

impl StoreLine {
    pub fn new(ground: &Arc<Ground>, fate: &Arc<Fate>) -> Self {
        Self {
            ground: Arc::clone(ground),
            fate: Arc::clone(fate),
        }
    }

    fn trip(&self) -> Trip {
        let ground = &self.ground;
        if !ground.strikes(ground.weather().store) {
            return Trip::Plain;
        }
        let short = || Duration::from_millis(ground.below(1_900) as u64);
        match ground.below(5) {
            0 => Trip::Slow(short()),
            1 => Trip::Lost,
            2 => Trip::ReplyLost,
            3 => Trip::Twice,
            _ => Trip::Late(CALL_SECONDS_MAX + short()),
        }
    }

    async fn call<T: Send + 'static>(
        &self,
        chat: Option<ChatId>,
        run: impl Fn(&Ground) -> Result<T, StoreError> + Send + Sync + 'static,
    ) -> Result<T, StoreError> {
        self.fate.way().await;
        let ground = &self.ground;
        let trip = self.trip();
        if trip != Trip::Plain {
            ground.books(|books| books.delayed(self.fate.number));
        }
        travel(ground).await;
        let answer = match trip {
            Trip::Plain => Some(run(ground)),
            Trip::Slow(time) => {
                sleep(time).await;
                Some(run(ground))
            }
            Trip::Lost => None,
            Trip::ReplyLost => {
                let _ = run(ground);
                None
            }
            Trip::Twice => {
                let _ = run(ground);
                travel(ground).await;
                Some(run(ground))
            }
            Trip::Late(time) => {
                let (ground, late) = (Arc::clone(ground), ground.is_late());
                tokio::spawn(async move {
                    sleep(time).await;
                    let _ = run(&ground);
                    drop(late);
                });
                None
            }
        };
        let answer = match answer {
            Some(answer) => {
                travel(ground).await;
                answer
            }
            None => {
                // Refused at once, or after the whole time that a call may take.
                if ground.percent(70) {
                    sleep(CALL_SECONDS_MAX).await;
                }
                ground.books(|books| {
                    books.say(|| format!("process {} loses a call: {trip:?}", self.fate.number));
                    books.troubled(self.fate.number, chat.map(|chat| chat.0));
                });
                Err(StoreError::Unavailable("lost on the way".to_owned()))
            }
        };
        self.fate.way().await;
        answer
    }
}

/// The others go on meanwhile.
async fn travel(ground: &Ground) {
    match ground.below(6) {
        0 | 1 => {}
        2 => tokio::task::yield_now().await,
        ms => sleep(Duration::from_millis(ms as u64 - 2)).await,
    }
}

#[async_trait]
impl Store for StoreLine {
    async fn load(&self, chat: ChatId) -> Result<Option<Record>, StoreError> {
        self.call(Some(chat), move |ground| at_once(ground.store.load(chat)))
            .await
    }

    async fn commit(
        &self,
        chat: ChatId,
        id: CommitId,
        expected: Revision,
        record: &Record,
    ) -> Result<Commit, StoreError> {
        let record = record.clone();
        let run = move |ground: &Ground| ground.commit(chat, id, expected, &record);
        self.call(Some(chat), run).await
    }

    async fn lease(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        room: Room,
    ) -> Result<Leased, StoreError> {
        let run = move |ground: &Ground| at_once(ground.store.lease(now, until, room));
        self.call(None, run).await
    }

    async fn forget(&self, chat: ChatId, expected: Revision) -> Result<Commit, StoreError> {
        let run = move |ground: &Ground| ground.forget(chat, expected);
        self.call(Some(chat), run).await
    }

    async fn overdue(&self, now: DateTime<Utc>) -> Result<Overdue, StoreError> {
        self.call(None, move |ground| at_once(ground.store.overdue(now)))
            .await
    }

    async fn reserve(
        &self,
        now: DateTime<Utc>,
        spacing: Duration,
        count: u32,
    ) -> Result<DateTime<Utc>, StoreError> {
        let run = move |ground: &Ground| at_once(ground.store.reserve(now, spacing, count));
        self.call(None, run).await
    }

    async fn takes_writes(&self) -> Result<(), StoreError> {
        self.call(None, move |ground| at_once(ground.store.takes_writes()))
            .await
    }

    async fn hold(&self, until: DateTime<Utc>) -> Result<(), StoreError> {
        self.call(None, move |ground| at_once(ground.store.hold(until)))
            .await
    }

    async fn attempt(
        &self,
        chat: ChatId,
        update: u32,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        let run = move |ground: &Ground| at_once(ground.store.attempt(chat, update, now));
        self.call(Some(chat), run).await
    }

    async fn tally(&self, day: NaiveDate, counts: &[(Count, u64)]) -> Result<(), StoreError> {
        let counts = counts.to_vec();
        let run = move |ground: &Ground| at_once(ground.store.tally(day, &counts));
        self.call(None, run).await
    }

    async fn tallies(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Tallied>, StoreError> {
        self.call(None, move |ground| at_once(ground.store.tallies(from, to)))
            .await
    }
}
