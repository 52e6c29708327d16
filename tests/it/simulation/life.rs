//! The lives of a bot: each is a process of its own that can be paused at any point and killed.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gilbot::locales::Words;
use gilbot::runtime::alias::Aliases;
use gilbot::runtime::bot::UNASKED_A_SECOND;
use gilbot::runtime::careful::Careful;
use gilbot::runtime::deliver::Courier;
use gilbot::runtime::flights::Flights;
use gilbot::runtime::intake::{Answering, Intake, Verdict, read, take};
use gilbot::runtime::invitation::Seal;
use gilbot::runtime::pulse::Pulse;
use gilbot::runtime::stop::Stop;
use gilbot::runtime::worker::Worker;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{ChatId, Commit, CommitId, Overdue, Record, Revision, Row, Store, StoreError};
use gilbot::telegram::{BotApi, Tree};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Notify;

use super::Dice;
use super::telegram::{Books, Stage, WORLD};

static WORDS: LazyLock<Arc<Words>> =
    LazyLock::new(|| Arc::new(Words::load().expect("the texts are Fluent")));

/// One process of the bot.
pub struct Life {
    runtime: Option<Runtime>,
    intake: Arc<Intake>,
    worker: Mutex<Worker>,
    fate: Arc<Fate>,
    books: Arc<Books>,
}

/// When a process dies: after so many ways to or from the store.
struct Fate {
    ways_left: AtomicI64,
    dead: AtomicBool,
    told: Notify,
}

impl Life {
    pub fn begin(stage: &Stage) -> Self {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let fate = Arc::new(Fate {
            ways_left: AtomicI64::new(i64::MAX),
            dead: AtomicBool::new(false),
            told: Notify::new(),
        });
        let store = Wire {
            inner: Arc::clone(&stage.store),
            dice: Arc::clone(&stage.dice),
            books: Arc::clone(&stage.books),
            fate: Arc::clone(&fate),
        };
        let url = stage.emulator.api_url().parse().expect("an address");
        let courier = Courier {
            store: Arc::new(store),
            api: BotApi::new(stage.emulator.token(), url).expect("TLS is there"),
            words: Arc::clone(&WORDS),
            clock: stage.clock.clone(),
            seal: Arc::new(Seal::new("1:a token").expect("a key of the right length")),
            aliases: Arc::new(Aliases::new("1:a token")),
            username: "emulated_bot".to_owned(),
            unasked_a_second: UNASKED_A_SECOND,
            flood: Arc::default(),
        };
        let intake = Arc::new(Intake {
            courier,
            tree: Tree::new("gilbot"),
            username: "gilbot".to_owned(),
            flights: Flights::new(),
            careful: Careful::lasting(Duration::ZERO),
        });
        let pulse = Arc::new(Pulse::new(stage.clock.clone()));
        Self {
            runtime: Some(runtime),
            worker: Mutex::new(Worker::new(Arc::clone(&intake), pulse, Stop::new())),
            intake,
            fate,
            books: Arc::clone(&stage.books),
        }
    }

    /// It will die after so many ways to or from the store.
    pub fn dies_after(&self, ways: usize) {
        self.fate.ways_left.store(ways as i64, Ordering::SeqCst);
    }

    /// Goes on living until this is done; `None` if it died over it.
    fn lives<T>(&self, during: impl Future<Output = T>) -> Option<T> {
        if self.is_dead() {
            return None;
        }
        let runtime = self.runtime.as_ref()?;
        runtime.block_on(async {
            tokio::select! {
                biased;
                () = self.fate.told.notified() => None,
                done = during => Some(done),
            }
        })
    }

    pub fn takes(&self, update: Value) -> Option<Verdict> {
        let parsed = read(update.to_string().as_bytes()).expect("it has a number");
        let taken = self.lives(take(&self.intake, parsed, Answering::ByCall));
        taken.map(|taken| taken.verdict)
    }

    /// Looks for due chats and wakes them.
    pub fn sweeps(&self) {
        let mut worker = self.worker.lock().unwrap();
        let _ = self.lives(worker.sweep());
    }

    /// What has begun goes on for so long.
    pub fn goes_on(&self, time: Duration) {
        self.lives(async { tokio::time::sleep(time).await });
    }

    /// What has begun is finished, if it does not die over it.
    pub fn lands(&self) {
        if self.is_dead() {
            return;
        }
        let landed = async {
            let landed = self.intake.flights.landed();
            tokio::time::timeout(Duration::from_secs(30), landed).await
        };
        if let Some(landed) = self.lives(landed) {
            landed.expect("everything ends within its time");
        }
    }

    pub fn is_dead(&self) -> bool {
        self.fate.dead.load(Ordering::SeqCst)
    }
}

impl Drop for Life {
    fn drop(&mut self) {
        let cut_off = self.intake.flights.count();
        self.books.unknown.fetch_add(cut_off, Ordering::SeqCst);
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// The store as one process has it: over a line that loses calls and replies, and until its end.
struct Wire {
    inner: Arc<SqliteStore>,
    dice: Arc<Mutex<Dice>>,
    books: Arc<Books>,
    fate: Arc<Fate>,
}

impl Wire {
    async fn way(&self) -> Result<(), StoreError> {
        if self.fate.ways_left.fetch_sub(1, Ordering::SeqCst) <= 0 {
            self.fate.dead.store(true, Ordering::SeqCst);
            self.fate.told.notify_one();
            std::future::pending::<()>().await;
        }
        let chance = self.books.bad_line.load(Ordering::SeqCst);
        if chance > 0 && self.dice.lock().unwrap().below(100) < chance {
            return Err(StoreError::Unavailable("lost on the way".to_owned()));
        }
        Ok(())
    }

    /// Whoever gets no answer may have sent something before, and forgets it.
    fn noted<T>(&self, answer: Result<T, StoreError>) -> Result<T, StoreError> {
        if answer.is_err() {
            self.books.unknown.fetch_add(1, Ordering::SeqCst);
        }
        answer
    }

    /// Once it has reached the store it is done and noted there, whether or not anybody lives to hear of it.
    async fn written(
        &self,
        chat: ChatId,
        id: CommitId,
        expected: Revision,
        record: Record,
    ) -> Result<Commit, StoreError> {
        let (inner, books) = (Arc::clone(&self.inner), Arc::clone(&self.books));
        let written = WORLD.spawn(async move {
            let ended = inner.commit(chat, id, expected, &record).await;
            if ended == Ok(Commit::Applied) {
                let revision = Revision(expected.0 + 1);
                books.taken.lock().unwrap().push((id, revision));
            }
            ended
        });
        written.await.expect("the store does not break")
    }
}

#[async_trait]
impl Store for Wire {
    async fn load(&self, chat: ChatId) -> Result<Option<Record>, StoreError> {
        let called = async {
            self.way().await?;
            let loaded = self.inner.load(chat).await;
            self.way().await?;
            loaded
        };
        self.noted(called.await)
    }

    async fn commit(
        &self,
        chat: ChatId,
        id: CommitId,
        expected: Revision,
        record: &Record,
    ) -> Result<Commit, StoreError> {
        let called = async {
            self.way().await?;
            let ended = self.written(chat, id, expected, record.clone()).await;
            self.way().await?;
            ended
        };
        self.noted(called.await)
    }

    async fn lease(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: usize,
        row: Row,
    ) -> Result<Vec<ChatId>, StoreError> {
        self.way().await?;
        let leased = self.inner.lease(now, until, limit, row).await;
        self.way().await?;
        leased
    }

    async fn forget(&self, chat: ChatId, expected: Revision) -> Result<Commit, StoreError> {
        self.way().await?;
        let ended = self.inner.forget(chat, expected).await;
        self.way().await?;
        ended
    }

    async fn overdue(&self, now: DateTime<Utc>) -> Result<Overdue, StoreError> {
        self.inner.overdue(now).await
    }

    async fn reserve(
        &self,
        now: DateTime<Utc>,
        spacing: Duration,
        count: u32,
    ) -> Result<DateTime<Utc>, StoreError> {
        self.way().await?;
        let first = self.inner.reserve(now, spacing, count).await;
        self.way().await?;
        first
    }

    async fn hold(&self, until: DateTime<Utc>) -> Result<(), StoreError> {
        self.way().await?;
        self.inner.hold(until).await
    }

    async fn attempt(
        &self,
        chat: ChatId,
        update: u32,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        self.way().await?;
        let count = self.inner.attempt(chat, update, now).await;
        self.way().await?;
        count
    }
}
