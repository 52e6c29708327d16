//! The parts of the bot over an emulator, on a clock that is moved by hand, without anything that runs by itself.

use std::num::NonZeroU32;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Days, NaiveDate, Utc};
use gilbot::dialogue::effect::Count;
use gilbot::dialogue::event::MessageId;
use gilbot::dialogue::next_due;
use gilbot::dialogue::press::Press;
use gilbot::emulator::{Call, Emulator, Params, World};
use gilbot::locales::Words;
use gilbot::runtime::alias::Aliases;
use gilbot::runtime::careful::Careful;
use gilbot::runtime::clock::Clock;
use gilbot::runtime::deliver::Courier;
use gilbot::runtime::flights::Flights;
use gilbot::runtime::intake::{Answering, Intake, Verdict, read, take};
use gilbot::runtime::invitation::Seal;
use gilbot::runtime::pulse::Pulse;
use gilbot::runtime::stats::tally::Tally;
use gilbot::runtime::stop::Stop;
use gilbot::runtime::worker::Worker;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{
    ChatId, Commit, CommitId, Leased, Overdue, Record, Revision, Room, Store, StoreError, Tallied,
};
use gilbot::telegram::wire::{self, Lost, Raw, Wire};
use gilbot::telegram::{BotApi, Parsed, Tree, press_data};
use serde_json::{Value, json};
use tokio::sync::Notify;

use crate::alarms::Alarm;
use gilbot::gallery::starts::{now, today};

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
        let url = self.emulator.api_url().parse().expect("an address");
        let api = BotApi::new(self.emulator.token(), url).expect("TLS is there");
        Desk::with(api, store, &self.clock, a_second, careful)
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
        let record = reminded_at(self.clock.now());
        let kept = self
            .store
            .commit(ChatId(person), CommitId::Own(1), Revision(0), &record);
        assert_eq!(kept.await, Ok(Commit::Applied));
        person
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
        said(person, update, words, self.clock.now())
    }

    /// A press of this person's on a message that stands there, as Telegram brings it.
    pub fn presses(&self, person: i64, update: u32, on: MessageId, press: Press) -> Value {
        self.emulator
            .with(|world| pressed(world, person, update, on, press))
    }
}

/// Telegram as one copy has it in virtual time: near, and never twice as far away.
struct Cable {
    clock: Clock,
    world: Arc<Mutex<World>>,
}

#[async_trait]
impl Wire for Cable {
    async fn carry(&self, call: wire::Call) -> Result<Raw, Lost> {
        let params = serde_json::from_slice(&call.params).expect("an object");
        let far = Duration::from_millis(40 + rand::random_range(0..10));
        tokio::time::sleep(far).await;
        let answer = {
            let mut world = self.world.lock().unwrap();
            world.set_now(self.clock.now());
            world.call(call.method, &Params::from_json(params))
        };
        let (status, body) = match answer {
            Ok(reply) => (200, reply.to_json()),
            Err(refusal) => (refusal.code, refusal.to_json()),
        };
        let body = body.to_string().into_bytes();
        Ok(Raw { status, body })
    }
}

impl Desk {
    /// A copy over Telegram as it is in virtual time.
    pub fn near(
        world: &Arc<Mutex<World>>,
        store: Arc<dyn Store>,
        clock: &Clock,
        a_second: u32,
        careful: Careful,
    ) -> Self {
        let cable = Cable {
            clock: clock.clone(),
            world: Arc::clone(world),
        };
        let api = BotApi::over(Arc::new(cable), "1:a token");
        Self::with(api, store, clock, a_second, careful)
    }

    pub fn with(
        api: BotApi,
        store: Arc<dyn Store>,
        clock: &Clock,
        a_second: u32,
        careful: Careful,
    ) -> Self {
        let courier = Courier {
            store,
            words: Arc::clone(&WORDS),
            clock: clock.clone(),
            seal: Arc::new(api.keyed(Seal::new).expect("a key of the right length")),
            aliases: Arc::new(api.keyed(Aliases::new)),
            api,
            username: "emulated_bot".to_owned(),
            unasked_a_second: NonZeroU32::new(a_second).expect("at least one"),
            flood: Arc::default(),
            tally: Tally::default(),
        };
        let intake = Arc::new(Intake {
            courier,
            tree: Tree::new("emulated_bot"),
            username: "emulated_bot".to_owned(),
            flights: Flights::new(),
            careful,
        });
        let (pulse, stop) = (Pulse::new(clock.clone()), Stop::new());
        Self {
            worker: Worker::new(Arc::clone(&intake), Arc::new(pulse), stop.clone()),
            intake,
            stop,
        }
    }

    /// Looks once for all who are due, and waits until everything has been said.
    pub async fn sweeps(&mut self) {
        self.worker.sweep().await.expect("the store is well");
        self.lands().await;
    }

    pub async fn takes(&self, update: Value) -> Verdict {
        let taken = take(&self.intake, parsed(&update), Answering::ByCall).await;
        self.lands().await;
        taken.verdict
    }

    pub async fn lands(&self) {
        self.intake.flights.landed().await;
    }
}

/// The record of somebody for whom the reminder of thirty days has come at this time.
pub fn reminded_at(now: DateTime<Utc>) -> Record {
    let mut alarm = Alarm::new(now - Days::new(100));
    alarm.enters(today() + Days::new(20));
    Record {
        due: next_due(&alarm.dialogue).map(|due| due.min(now)),
        dialogue: alarm.dialogue,
        ..Record::default()
    }
}

/// A text, as Telegram brings it.
pub fn said(person: i64, update: u32, words: &str, now: DateTime<Utc>) -> Value {
    let who = json!({"id": person, "is_bot": false, "first_name": "영자", "language_code": "ko"});
    json!({"update_id": update, "message": {
        "message_id": 1_000_000 + update, "date": now.timestamp(),
        "chat": private(person), "from": who, "text": words,
    }})
}

/// A press on a message that stands there, as Telegram brings it.
pub fn pressed(world: &mut World, person: i64, update: u32, on: MessageId, press: Press) -> Value {
    let data = press_data::encode(press);
    let id = world.press(person, person, on.0, &data);
    json!({"update_id": update, "callback_query": {
        "id": id, "from": {"id": person, "is_bot": false, "first_name": "영자"},
        "chat_instance": "x", "data": data,
        "message": {"message_id": on.0, "date": 1, "chat": private(person)},
    }})
}

fn private(person: i64) -> Value {
    json!({"id": person, "type": "private", "first_name": "영자"})
}

/// An update as it comes over the wire.
pub fn parsed(update: &Value) -> Parsed {
    read(update.to_string().as_bytes()).expect("it has a number")
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
    /// The record is there, and nobody ever hears of what was thought about it.
    NeverCommits,
    /// The record is there, and when something is to be written the store is away.
    AwayForCommits,
}

/// What somebody else makes of a record just before one of ours is committed; nothing if it is not one of those.
type Change = Box<dyn Fn(&Record) -> Option<Record> + Send>;

/// Somebody else, who is faster so many times.
struct Rival {
    chat: ChatId,
    times: usize,
    change: Change,
}

/// A store in which some records are odd, and which counts what it is asked for.
pub struct OddStore {
    inner: Arc<SqliteStore>,
    /// Whether time stands still while it is asked.
    is_timeless: bool,
    /// How long a look for due chats takes all the same.
    look: Duration,
    odd: Mutex<Vec<(ChatId, Answer)>>,
    rival: Mutex<Option<Rival>>,
    pub attempts: AtomicUsize,
    /// Told when somebody asks and will never hear.
    pub hangs: Notify,
    /// The places that were taken: the first, how far apart, and how many.
    pub places: Mutex<Vec<(DateTime<Utc>, Duration, u32)>>,
}

impl OddStore {
    pub fn over(inner: &Arc<SqliteStore>) -> Arc<Self> {
        Arc::new(Self::of(inner, false))
    }

    /// The same where time is virtual: it must not go on while the database works, only for so long at each look for due
    /// chats.
    pub fn timeless(inner: &Arc<SqliteStore>, look: Duration) -> Arc<Self> {
        Arc::new(Self {
            look,
            ..Self::of(inner, true)
        })
    }

    fn of(inner: &Arc<SqliteStore>, is_timeless: bool) -> Self {
        Self {
            inner: Arc::clone(inner),
            is_timeless,
            look: Duration::ZERO,
            odd: Mutex::default(),
            rival: Mutex::default(),
            attempts: AtomicUsize::new(0),
            hangs: Notify::new(),
            places: Mutex::default(),
        }
    }

    async fn ask<T>(&self, call: impl Future<Output = T>) -> T {
        match self.is_timeless {
            true => at_once(call),
            false => call.await,
        }
    }

    /// From now on this comes of questions for this chat's record.
    pub fn answers(&self, person: i64, answer: Answer) {
        let mut odd = self.odd.lock().unwrap();
        odd.retain(|(chat, _)| chat.0 != person);
        odd.push((ChatId(person), answer));
    }

    /// Before each of the next commits of this record that belong to no update, somebody else commits this.
    pub fn overtakes(
        &self,
        person: i64,
        times: usize,
        change: impl Fn(&Record) -> Option<Record> + Send + 'static,
    ) {
        *self.rival.lock().unwrap() = Some(Rival {
            chat: ChatId(person),
            times,
            change: Box::new(change),
        });
    }

    /// How often somebody is still going to be faster.
    pub fn still_overtakes(&self) -> usize {
        let rival = self.rival.lock().unwrap();
        rival.as_ref().map_or(0, |rival| rival.times)
    }

    /// What somebody else commits before this one.
    fn rival(&self, chat: ChatId, stored: &Record) -> Option<Record> {
        let mut rival = self.rival.lock().unwrap();
        let rival = rival
            .as_mut()
            .filter(|it| it.chat == chat && it.times > 0)?;
        let faster = (rival.change)(stored)?;
        rival.times -= 1;
        Some(faster)
    }

    /// Lets somebody else be faster, if that is to happen.
    async fn lets_others_go_first(&self, chat: ChatId) {
        let stored = self.ask(self.inner.load(chat)).await;
        let Ok(Some(stored)) = stored else {
            return;
        };
        if let Some(faster) = self.rival(chat, &stored) {
            let id = CommitId::Own(rand::random());
            let commit = self.inner.commit(chat, id, stored.revision, &faster);
            assert_eq!(self.ask(commit).await, Ok(Commit::Applied));
        }
    }

    /// Whoever asks never hears.
    async fn hangs<T>(&self) -> T {
        self.hangs.notify_one();
        std::future::pending().await
    }

    fn answer(&self, chat: ChatId) -> Answer {
        let odd = self.odd.lock().unwrap();
        let found = odd.iter().find(|(odd, _)| *odd == chat);
        found.map_or(Answer::True, |(_, answer)| *answer)
    }
}

fn away<T>() -> Result<T, StoreError> {
    Err(StoreError::Unavailable("away".to_owned()))
}

#[async_trait]
impl Store for OddStore {
    async fn load(&self, chat: ChatId) -> Result<Option<Record>, StoreError> {
        match self.answer(chat) {
            Answer::True | Answer::NeverCommits | Answer::AwayForCommits => {
                self.ask(self.inner.load(chat)).await
            }
            Answer::Panic => panic!("the program breaks over this record"),
            Answer::Never => self.hangs().await,
            Answer::Away | Answer::AwayWhenCounted => away(),
        }
    }

    async fn commit(
        &self,
        chat: ChatId,
        id: CommitId,
        expected: Revision,
        record: &Record,
    ) -> Result<Commit, StoreError> {
        match self.answer(chat) {
            Answer::NeverCommits => self.hangs().await,
            Answer::AwayForCommits => away(),
            _ => {
                if matches!(id, CommitId::Own(_)) {
                    self.lets_others_go_first(chat).await;
                }
                let commit = self.inner.commit(chat, id, expected, record);
                self.ask(commit).await
            }
        }
    }

    async fn lease(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        room: Room,
    ) -> Result<Leased, StoreError> {
        if !self.look.is_zero() {
            tokio::time::sleep(self.look).await;
        }
        self.ask(self.inner.lease(now, until, room)).await
    }

    async fn forget(&self, chat: ChatId, expected: Revision) -> Result<Commit, StoreError> {
        self.ask(self.inner.forget(chat, expected)).await
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

    async fn takes_writes(&self) -> Result<(), StoreError> {
        self.inner.takes_writes().await
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
        self.ask(self.inner.attempt(chat, update, now)).await
    }

    async fn tally(&self, day: NaiveDate, counts: &[(Count, u64)]) -> Result<(), StoreError> {
        self.ask(self.inner.tally(day, counts)).await
    }

    async fn tallies(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Tallied>, StoreError> {
        self.ask(self.inner.tallies(from, to)).await
    }
}

/// Waits for it with the whole thread.
fn at_once<T>(call: impl Future<Output = T>) -> T {
    struct Sleeper(Thread);
    impl Wake for Sleeper {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Sleeper(thread::current())));
    let mut context = Context::from_waker(&waker);
    // What is polled again and again by one task is told to wait, unless it is excused.
    let mut call = pin!(tokio::task::unconstrained(call));
    loop {
        match call.as_mut().poll(&mut context) {
            Poll::Ready(answer) => return answer,
            Poll::Pending => thread::park(),
        }
    }
}
