//! What all processes of a seed share: Telegram, the store, the time, chance, and the books about what has happened.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use chrono::{DateTime, TimeDelta, Utc};
use gilbot::emulator::{World, WorldOptions};
use gilbot::runtime::clock::Clock;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{ChatId, Commit, CommitId, Record, Revision, Store, StoreError};

use tokio::time::Instant;

use super::Dice;
use super::books::Books;
use super::weather::Weather;

/// So much the clock of a process may be behind.
const SKEW_MS_MAX: usize = 1_000;

pub struct Ground {
    /// Telegram's own.
    pub clock: Clock,
    /// The clocks of the processes, which go a little wrong.
    clocks: Mutex<Vec<Clock>>,
    /// By how much more the clock of a process goes wrong at present.
    astray: Mutex<BTreeMap<usize, TimeDelta>>,
    pub store: SqliteStore,
    world: Mutex<World>,
    books: Mutex<Books>,
    dice: Mutex<Dice>,
    weather: Mutex<Weather>,
    late: AtomicUsize,
}

/// A call that is on its way although nobody may be waiting.
pub struct Late(Arc<Ground>);

impl Drop for Late {
    fn drop(&mut self) {
        self.0.late.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Ground {
    /// Ten in the morning in Seoul, and nobody there yet.
    pub fn open(seed: u64) -> Arc<Self> {
        let clock = Clock::with_timers(gilbot::gallery::starts::now());
        let options = WorldOptions {
            seed,
            ..WorldOptions::default()
        };
        let world = World::new(options, clock.now());
        Arc::new(Self {
            store: SqliteStore::open(":memory:").expect("memory opens"),
            world: Mutex::new(world),
            books: Mutex::default(),
            dice: Mutex::new(Dice::new(seed)),
            weather: Mutex::default(),
            late: AtomicUsize::new(0),
            clocks: Mutex::default(),
            astray: Mutex::default(),
            clock,
        })
    }

    /// Acts on Telegram at the present time.
    pub fn world<R>(&self, act: impl FnOnce(&mut World) -> R) -> R {
        let mut world = self.world.lock().unwrap();
        world.set_now(self.clock.now());
        act(&mut world)
    }

    pub fn books<R>(&self, act: impl FnOnce(&mut Books) -> R) -> R {
        // A run that is broken lets go of what it holds, and still tells what it knows.
        act(&mut self.books.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn weather(&self) -> Weather {
        *self.weather.lock().unwrap()
    }

    pub fn weather_turns(&self, weather: Weather) {
        *self.weather.lock().unwrap() = weather;
    }

    /// A number below this one.
    pub fn below(&self, limit: usize) -> usize {
        self.dice.lock().unwrap().below(limit)
    }

    pub fn percent(&self, chance: u32) -> bool {
        self.below(100) < chance as usize
    }

    /// Whether something strikes that happens so often in a thousand times.
    pub fn strikes(&self, often: u32) -> bool {
        often > 0 && self.below(1000) < often as usize
    }

    pub fn pick<'a, T>(&self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// How many calls are on their way that nobody may be waiting for.
    pub fn late(&self) -> usize {
        self.late.load(Ordering::SeqCst)
    }

    /// Counts one of them, until it is dropped.
    pub fn is_late(self: &Arc<Self>) -> Late {
        self.late.fetch_add(1, Ordering::SeqCst);
        Late(Arc::clone(self))
    }

    /// A clock for one more process.
    pub fn one_more_clock(&self) -> Clock {
        let wrong = TimeDelta::milliseconds(self.below(SKEW_MS_MAX) as i64);
        let clock = Clock::with_timers(self.clock.now() - wrong);
        self.clocks.lock().unwrap().push(clock.clone());
        clock
    }

    /// All clocks jump.
    pub fn jump(&self, by: TimeDelta) {
        self.clock.move_by(by);
        let clocks = self.clocks.lock().unwrap();
        clocks.iter().for_each(|clock| clock.move_by(by));
        if by < TimeDelta::zero() {
            self.books(Books::clocks_go_back);
        }
    }

    /// The clock of one process is wrong by so much until all are put right.
    pub fn goes_astray(&self, process: usize, by: TimeDelta) {
        let was = self.astray.lock().unwrap().insert(process, by);
        let more = by - was.unwrap_or_default();
        self.clocks.lock().unwrap()[process].move_by(more);
        self.books(|books| {
            books.say(|| format!("the clock of process {process} is wrong by {by}"));
            books.astray.insert(process, None);
        });
    }

    /// All clocks show the right time again, as nearly as before.
    pub fn clocks_are_put_right(&self) {
        let clocks = self.clocks.lock().unwrap();
        for (process, by) in std::mem::take(&mut *self.astray.lock().unwrap()) {
            clocks[process].move_by(-by);
            let now = Instant::now();
            self.books(|books| books.astray.insert(process, Some(now)));
        }
    }

    /// The time goes on to this instant, unless it is later already, and a little further: for every process it has come.
    pub fn goes_on_to(&self, instant: DateTime<Utc>) {
        let missing = (instant - self.clock.now()).max(TimeDelta::zero());
        self.jump(missing + TimeDelta::milliseconds(SKEW_MS_MAX as i64));
    }

    pub fn stored(&self, chat: i64) -> Option<Record> {
        at_once(self.store.load(ChatId(chat))).expect("the store itself is well")
    }

    /// A commit reaches the store: it is done and noted there, whether or not anybody lives to hear of it.
    pub fn commit(
        &self,
        chat: ChatId,
        id: CommitId,
        expected: Revision,
        record: &Record,
    ) -> Result<Commit, StoreError> {
        let ended = at_once(self.store.commit(chat, id, expected, record))?;
        if ended == Commit::Applied {
            let now = self.clock.now();
            self.books(|books| books.committed(chat.0, id, expected, record, now));
        }
        Ok(ended)
    }

    /// So does the word to forget a chat.
    pub fn forget(&self, chat: ChatId, expected: Revision) -> Result<Commit, StoreError> {
        let ended = at_once(self.store.forget(chat, expected))?;
        if ended == Commit::Applied {
            self.books(|books| books.forgotten(chat.0));
        }
        Ok(ended)
    }
}

/// Waits here and now, so that no virtual time passes and nobody else has a turn: SQLite works on a thread of its own,
/// which a runtime with paused timers would not wait for.
pub fn at_once<T>(call: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut call = pin!(tokio::task::unconstrained(call));
    loop {
        match call.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(ended) => return ended,
            Poll::Pending => thread::park(),
        }
    }
}
