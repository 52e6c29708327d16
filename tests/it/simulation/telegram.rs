//! One person's Telegram: what they do, what they see, and the queues in which updates wait for the bot.

use std::collections::VecDeque;
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use gilbot::emulator::{Call, Effect, Emulator, Message, Params};
use gilbot::runtime::clock::Clock;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{ChatId, CommitId, Record, Revision, Store};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use super::Dice;

/// The emulators of all seeds live here.
pub static WORLD: LazyLock<Runtime> = LazyLock::new(|| {
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    runtime.expect("a runtime")
});
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
    pub taken: Mutex<Vec<(CommitId, Revision)>>,
    /// Out of a hundred calls so many get lost on the way there, and as many on the way back.
    pub bad_line: AtomicUsize,
    /// How many deliveries may have sent something that nobody knows of.
    pub unknown: AtomicUsize,
}

impl Books {
    pub fn times(&self, update: u32) -> usize {
        let taken = self.taken.lock().unwrap();
        taken
            .iter()
            .filter(|(id, _)| *id == CommitId::Update(update))
            .count()
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
        self.emulator
            .with(|world| world.say(self.person, self.person, words));
    }

    pub fn presses(&self, message: i32, data: &str) {
        self.emulator
            .with(|world| world.press(self.person, self.person, message, data));
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
        let answer = self
            .emulator
            .with(|world| world.call("getUpdates", &params));
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
            let calls = self.emulator.see(|world| world.calls().to_vec());
            let calls = calls.iter().filter(|call| call.method != "getUpdates");
            calls.for_each(|call| eprintln!("{}", told(call)));
        }
        WORLD.spawn(self.emulator.clone().stop());
    }
}

/// One line about a call: when, what, to which message, with which first words, and what came of it.
fn told(call: &Call) -> String {
    let part = |name: &str| call.params.get(name).map(ToString::to_string);
    let words: String = part("text").unwrap_or_default().chars().take(40).collect();
    let came = match &call.effect {
        Effect::Done(result) => format!("done {}", result["message_id"]),
        Effect::Refused(refusal) => format!("refused: {refusal:?}"),
        Effect::Nothing => "nothing".to_owned(),
    };
    let (at, method, message) = (call.at.time(), &call.method, part("message_id"));
    let struck = call.mishap.as_ref();
    format!("{at} {method} {message:?} {words} → {came} {struck:?}")
}
