//! One person's Telegram, and the lives of a bot that answers them: each life is a process of its own that can be
//! paused at any point and killed.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gilbot::emulator::{Emulator, Message, Params};
use gilbot::locales::Words;
use gilbot::runtime::invitation::Seal;
use gilbot::runtime::clock::Clock;
use gilbot::runtime::deliver::Courier;
use gilbot::runtime::flights::Flights;
use gilbot::runtime::intake::{Intake, Verdict, take};
use gilbot::runtime::stop::Stop;
use gilbot::runtime::worker;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{ChatId, Commit, CommitId, Record, Revision, Store, StoreError};
use gilbot::telegram::{BotApi, Tree};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{Notify, Semaphore};

use super::Dice;

/// The emulators of all seeds live here.
static WORLD: LazyLock<Runtime> = LazyLock::new(|| {
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime")
});
static WORDS: LazyLock<Arc<Words>> = LazyLock::new(|| Arc::new(Words::load().expect("the texts are Fluent")));

/// What all lives of a bot share: Telegram, the store, the time, and what is known of both.
pub struct Stage {
    pub emulator: Emulator,
    pub clock: Clock,
    pub person: i64,
    pub store: Arc<SqliteStore>,
    pub dice: Arc<Mutex<Dice>>,
    pub books: Arc<Books>,
    runtime: Runtime,
    offset: i64,
    /// Messages, and presses: Telegram brings them through queues of their own.
    pub lanes: [VecDeque<Value>; 2],
}

/// What has happened to the store.
#[derive(Default)]
pub struct Books {
    taken: Mutex<Vec<(CommitId, Revision)>>,
    /// Out of a hundred calls so many get lost on the way there, and as many on the way back.
    pub bad_line: AtomicUsize,
    /// How many deliveries may have sent something that nobody knows of.
    pub unknown: AtomicUsize,
}

impl Books {
    pub fn times(&self, update: u32) -> usize {
        let taken = self.taken.lock().unwrap();
        taken.iter().filter(|(id, _)| *id == CommitId::Update(update)).count()
    }

    /// In ascending order.
    pub fn revisions(&self) -> Vec<u64> {
        let taken = self.taken.lock().unwrap();
        let mut revisions: Vec<u64> = taken.iter().map(|(_, revision)| revision.0).collect();
        revisions.sort_unstable();
        revisions
    }
}

impl Stage {
    /// Ten in the morning in Seoul, and one person who has not spoken yet.
    pub fn open(seed: u64) -> Self {
        let clock = Clock::new();
        clock.move_to(crate::starts::now());
        let told = clock.clone();
        let started = Emulator::start(([127, 0, 0, 1], 0).into(), Arc::new(move || told.now()));
        let emulator = WORLD.block_on(started).expect("the emulator starts");
        let person = emulator.with(|world| world.add_person("김영자", "ko"));
        let runtime = Builder::new_current_thread().enable_time().build();
        Self {
            emulator,
            clock,
            person,
            store: Arc::new(SqliteStore::open(":memory:").expect("memory opens")),
            dice: Arc::new(Mutex::new(Dice::new(seed))),
            books: Arc::default(),
            runtime: runtime.expect("a runtime"),
            offset: 0,
            lanes: Default::default(),
        }
    }

    pub fn chat(&self) -> ChatId {
        ChatId(self.person)
    }

    pub fn stored(&self) -> Option<Record> {
        let stored = self.runtime.block_on(self.store.load(self.chat()));
        stored.expect("the store itself is well")
    }

    pub fn below(&self, limit: usize) -> usize {
        self.dice.lock().unwrap().below(limit)
    }

    pub fn percent(&self, chance: u32) -> bool {
        self.dice.lock().unwrap().percent(chance)
    }

    pub fn says(&self, words: &str) {
        self.emulator.with(|world| world.say(self.person, self.person, words));
    }

    pub fn presses(&self, message: i32, data: &str) {
        self.emulator.with(|world| world.press(self.person, self.person, message, data));
    }

    /// The bot's messages that have buttons, oldest first.
    pub fn with_buttons(&self) -> Vec<Message> {
        let mut messages = self.emulator.see(|world| world.messages(self.person));
        messages.retain(|message| message.from_bot && !message.keyboard.is_empty());
        messages
    }

    /// What Telegram has for the bot goes into its lanes.
    pub fn fetch(&mut self) {
        let asked = json!({ "offset": self.offset, "timeout": 0 });
        let params = Params::from_json(asked.as_object().expect("an object").clone());
        let answer = self.emulator.with(|world| world.call("getUpdates", &params));
        let updates = answer.expect("no webhook is set").result;
        for update in updates.as_array().expect("a list") {
            let number = update["update_id"].as_i64().expect("a number");
            self.offset = self.offset.max(number + 1);
            let lane = usize::from(update.get("callback_query").is_some());
            self.lanes[lane].push_back(update.clone());
        }
    }

    pub fn wait(&self, time: Duration) {
        let time = chrono::TimeDelta::from_std(time).expect("it is short");
        self.clock.move_by(time);
    }
}

impl Drop for Stage {
    /// A broken run tells what the bot has asked of Telegram.
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.emulator.see(|world| {
                for call in world.calls() {
                    let (params, mishap) = (call.params.to_string(), &call.mishap);
                    let asked: String = params.chars().take(160).collect();
                    let done = matches!(call.effect, gilbot::emulator::Effect::Done(_));
                    eprintln!("{} {} done: {done}, {mishap:?} {asked}", call.at, call.method);
                }
            });
        }
        WORLD.spawn(self.emulator.clone().stop());
    }
}

/// One process of the bot.
pub struct Life {
    runtime: Option<Runtime>,
    intake: Arc<Intake>,
    room: Arc<Semaphore>,
    stop: Stop,
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
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
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
            username: "emulated_bot".to_owned(),
        };
        Self {
            runtime: Some(runtime),
            intake: Arc::new(Intake {
                courier,
                tree: Tree::new("gilbot"),
                username: "gilbot".to_owned(),
                flights: Flights::new(),
            }),
            room: Arc::new(Semaphore::new(64)),
            stop: Stop::new(),
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
        self.lives(take(&self.intake, update))
    }

    /// Looks for due chats and wakes them.
    pub fn sweeps(&self) {
        let _ = self.lives(worker::sweep(&self.intake, &self.room, &self.stop));
    }

    /// What has begun goes on for so long.
    pub fn goes_on(&self, time: Duration) {
        self.lives(async { tokio::time::sleep(time).await });
    }

    /// What has begun is finished, if it does not die over it.
    pub fn lands(&self) {
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
}

impl Wire {
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
    ) -> Result<Vec<ChatId>, StoreError> {
        self.way().await?;
        let leased = self.inner.lease(now, until, limit).await;
        self.way().await?;
        leased
    }

    async fn forget(&self, chat: ChatId, expected: Revision) -> Result<Commit, StoreError> {
        self.way().await?;
        let ended = self.inner.forget(chat, expected).await;
        self.way().await?;
        ended
    }

    async fn overdue(&self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        self.inner.overdue(now).await
    }
}
