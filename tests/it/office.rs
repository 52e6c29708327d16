//! The parts of the bot over an emulator, on a clock that is moved by hand, without anything that runs by itself.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Days, Utc};
use gilbot::dialogue::next_due;
use gilbot::emulator::{Call, Emulator, World};
use gilbot::locales::Words;
use gilbot::runtime::alias::Aliases;
use gilbot::runtime::careful::Careful;
use gilbot::runtime::clock::Clock;
use gilbot::runtime::deliver::Courier;
use gilbot::runtime::flights::Flights;
use gilbot::runtime::intake::{Intake, Verdict, take};
use gilbot::runtime::invitation::Seal;
use gilbot::runtime::pulse::Pulse;
use gilbot::runtime::stop::Stop;
use gilbot::runtime::worker::Worker;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{ChatId, Commit, CommitId, Overdue, Record, Revision, Row, Store, StoreError};
use gilbot::telegram::{BotApi, Tree};
use serde_json::{Value, json};
use tokio::sync::Notify;

use crate::alarms::Alarm;
use crate::starts::{now, today};

static WORDS: LazyLock<Arc<Words>> =
    LazyLock::new(|| Arc::new(Words::load().expect("the texts are Fluent")));

/// What all copies of the bot share.
pub struct Office {
    pub emulator: Emulator,
    pub clock: Clock,
    pub store: Arc<SqliteStore>,
}

/// One copy of the bot.
pub struct Desk {
    pub intake: Arc<Intake>,
    pub worker: Worker,
    pub stop: Stop,
}

impl Office {
    /// A Sunday morning in Seoul, and nobody has spoken yet.
    pub async fn open() -> Self {
        let clock = Clock::new();
        clock.move_to(now());
        let told = clock.clone();
        let anywhere = ([127, 0, 0, 1], 0).into();
        let emulator = Emulator::start(anywhere, Arc::new(move || told.now())).await;
        let store = SqliteStore::open(":memory:").expect("memory opens");
        Self {
            emulator: emulator.expect("the emulator finds a free port"),
            clock,
            store: Arc::new(store),
        }
    }

    /// A copy of the bot that is past its first minutes.
    pub fn desk(&self, a_second: u32) -> Desk {
        self.desk_over(
            self.store.clone(),
            a_second,
            Careful::lasting(Duration::ZERO),
        )
    }

    pub fn desk_over(&self, store: Arc<dyn Store>, a_second: u32, careful: Careful) -> Desk {
        let token = self.emulator.token();
        let url = self.emulator.api_url().parse().expect("an address");
        let courier = Courier {
            store,
            api: BotApi::new(token, url).expect("TLS is there"),
            words: Arc::clone(&WORDS),
            clock: self.clock.clone(),
            seal: Arc::new(Seal::new(token).expect("a key of the right length")),
            aliases: Arc::new(Aliases::new(token)),
            username: "emulated_bot".to_owned(),
            unasked_a_second: NonZeroU32::new(a_second).expect("at least one"),
            flood: Arc::default(),
        };
        let intake = Arc::new(Intake {
            courier,
            tree: Tree::new("emulated_bot"),
            username: "emulated_bot".to_owned(),
            flights: Flights::new(),
            careful,
        });
        let (pulse, stop) = (Pulse::new(self.clock.clone()), Stop::new());
        Desk {
            worker: Worker::new(Arc::clone(&intake), Arc::new(pulse), stop.clone()),
            intake,
            stop,
        }
    }

    /// Somebody who has spoken to the bot, and to whom nothing has been said.
    pub fn person(&self) -> i64 {
        self.emulator.with(|world| {
            let person = world.add_person("김영자", "ko");
            world.say(person, person, "/start");
            person
        })
    }

    /// Somebody for whom the reminder of thirty days has just come.
    pub async fn due(&self) -> i64 {
        let person = self.person();
        let mut alarm = Alarm::new(self.clock.now() - Days::new(100));
        alarm.enters(today() + Days::new(20));
        self.keep(person, alarm).await;
        person
    }

    /// Keeps this conversation as that of this person; its alarm has come.
    pub async fn keep(&self, person: i64, alarm: Alarm) {
        let record = Record {
            due: next_due(&alarm.dialogue).map(|due| due.min(self.clock.now())),
            dialogue: alarm.dialogue,
            ..Record::default()
        };
        let kept = self
            .store
            .commit(ChatId(person), CommitId::Own(1), Revision(0), &record);
        assert_eq!(kept.await, Ok(Commit::Applied));
    }

    pub async fn record(&self, person: i64) -> Record {
        let loaded = self.store.load(ChatId(person)).await;
        loaded.expect("the store is well").expect("a record")
    }

    /// The calls about this chat, except for answers to presses.
    pub fn calls(&self, person: i64) -> Vec<Call> {
        let is_about = |call: &&Call| call.params["chat_id"] == json!(person);
        let calls = |world: &World| world.calls().iter().filter(is_about).cloned().collect();
        self.emulator.see(calls)
    }

    /// A text of this person's, as Telegram brings it.
    pub fn says(&self, person: i64, update: u32, words: &str) -> Value {
        let who =
            json!({"id": person, "is_bot": false, "first_name": "영자", "language_code": "ko"});
        let chat = json!({"id": person, "type": "private", "first_name": "영자"});
        json!({"update_id": update, "message": {
            "message_id": 1_000_000 + update, "date": self.clock.now().timestamp(),
            "chat": chat, "from": who, "text": words,
        }})
    }
}

impl Desk {
    /// Looks once for all who are due, and waits until everything has been said.
    pub async fn sweeps(&mut self) {
        self.worker.sweep().await.expect("the store is well");
        self.lands().await;
    }

    pub async fn takes(&self, update: Value) -> Verdict {
        let verdict = take(&self.intake, update).await;
        self.lands().await;
        verdict
    }

    pub async fn lands(&self) {
        self.intake.flights.landed().await;
    }
}

/// What comes of a question for a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    True,
    /// The program breaks over it.
    Panic,
    /// Nobody ever hears of it again.
    Never,
    Away,
    /// The tries can be counted, and then the store is away.
    AwayWhenCounted,
}

/// A store in which some records are odd, and which counts what it is asked for.
pub struct OddStore {
    inner: Arc<SqliteStore>,
    odd: Mutex<Vec<(ChatId, Answer)>>,
    pub attempts: AtomicUsize,
    /// Told when somebody asks and will never hear.
    pub hangs: Notify,
    /// The places that were taken: the first, how far apart, and how many.
    pub places: Mutex<Vec<(DateTime<Utc>, Duration, u32)>>,
}

impl OddStore {
    pub fn over(inner: &Arc<SqliteStore>) -> Arc<Self> {
        Arc::new(Self {
            inner: Arc::clone(inner),
            odd: Mutex::default(),
            attempts: AtomicUsize::new(0),
            hangs: Notify::new(),
            places: Mutex::default(),
        })
    }

    /// From now on this comes of questions for this chat's record.
    pub fn answers(&self, person: i64, answer: Answer) {
        let mut odd = self.odd.lock().unwrap();
        odd.retain(|(chat, _)| chat.0 != person);
        odd.push((ChatId(person), answer));
    }

    fn answer(&self, chat: ChatId) -> Answer {
        let odd = self.odd.lock().unwrap();
        let found = odd.iter().find(|(odd, _)| *odd == chat);
        found.map_or(Answer::True, |(_, answer)| *answer)
    }
}

#[async_trait]
impl Store for OddStore {
    async fn load(&self, chat: ChatId) -> Result<Option<Record>, StoreError> {
        match self.answer(chat) {
            Answer::True => self.inner.load(chat).await,
            Answer::Panic => panic!("the program breaks over this record"),
            Answer::Never => {
                self.hangs.notify_one();
                std::future::pending().await
            }
            Answer::Away | Answer::AwayWhenCounted => {
                Err(StoreError::Unavailable("away".to_owned()))
            }
        }
    }

    async fn commit(
        &self,
        chat: ChatId,
        id: CommitId,
        expected: Revision,
        record: &Record,
    ) -> Result<Commit, StoreError> {
        self.inner.commit(chat, id, expected, record).await
    }

    async fn lease(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: usize,
        row: Row,
    ) -> Result<Vec<ChatId>, StoreError> {
        self.inner.lease(now, until, limit, row).await
    }

    async fn forget(&self, chat: ChatId, expected: Revision) -> Result<Commit, StoreError> {
        self.inner.forget(chat, expected).await
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
        let first = self.inner.reserve(now, spacing, count).await?;
        self.places.lock().unwrap().push((first, spacing, count));
        Ok(first)
    }

    async fn hold(&self, until: DateTime<Utc>) -> Result<(), StoreError> {
        self.inner.hold(until).await
    }

    async fn attempt(
        &self,
        chat: ChatId,
        update: u32,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        self.attempts.fetch_add(1, Ordering::SeqCst);
        if self.answer(chat) == Answer::Away {
            return Err(StoreError::Unavailable("away".to_owned()));
        }
        self.inner.attempt(chat, update, now).await
    }
}
