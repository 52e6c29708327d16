//! The world as Telegram keeps it: people, chats, messages, updates, rules. Pure: it is told the time and does no I/O.
//!
//! Read `chat` and `message` for what there is, `user_side` and `press` for what people do, `methods` for
//! what the bot does, `queue` and `lanes` for how updates reach it, and `fault` for what can go wrong.

// What there is.
mod chat;
mod message;
mod people;
mod said;
mod upload;

// What has happened.
mod journal;

// What people do.
mod press;
mod user_side;

// What the bot does.
mod methods;

mod editing;
mod profile;
mod sending;

// How updates reach it, and what can go wrong.
mod fault;
mod lanes;
mod queue;

// How calls and texts are read and written.
mod detect;
mod entity;
mod error;
mod html;
mod keyboard;
mod params;
mod render;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

pub use chat::Access;
pub use entity::{Entity, Kind};
pub use error::Refusal;
pub use fault::{Fault, FloodLimits, Mishap};
pub use journal::{Deed, Happening};
pub use keyboard::{Action, Button, Keyboard};
pub use lanes::{Delivered, Parcel};
pub use message::{Content, Message};
pub use methods::{Call, Effect, Outcome, Reply};
pub use params::{Params, Upload};
pub use people::Person;
pub use press::Press;
pub use profile::Profile;
pub use queue::Poll;
pub use said::{How, Said, Toast};

/// What a world is made with.
#[derive(Clone, Debug)]
pub struct WorldOptions {
    /// Decides the token, the first update id and the like; the same seed makes the same world.
    pub seed: u64,
    /// The bot's name before it gives itself one.
    pub bot_name: String,
    /// The bot's user name, without `@`.
    pub bot_username: String,
    /// The number of the first person's chat; the others follow.
    pub first_person: i64,
}

impl Default for WorldOptions {
    fn default() -> Self {
        Self {
            seed: 1,
            bot_name: "Emulated bot".to_owned(),
            bot_username: "emulated_bot".to_owned(),
            first_person: 101,
        }
    }
}

/// Everything that the emulated Telegram knows.
#[derive(Debug)]
pub struct World {
    now: DateTime<Utc>,
    seed: u64,
    token: String,
    bot: Bot,
    first_person: i64,
    people: BTreeMap<i64, Person>,
    chats: BTreeMap<i64, chat::Chat>,
    last_message_id: i32,
    last_toast: u64,
    presses: BTreeMap<u64, Press>,
    last_press: u64,
    queue: queue::Queue,
    webhook: Option<lanes::Webhook>,
    webhook_generation: u64,
    profile: Profile,
    trouble: fault::Trouble,
    calls: Vec<Call>,
    journal: Option<Vec<Happening>>,
}

/// The bot, as Telegram knows it.
#[derive(Debug)]
struct Bot {
    id: i64,
    name: String,
    username: String,
}

impl World {
    /// An empty world at this moment.
    pub fn new(options: WorldOptions, now: DateTime<Utc>) -> Self {
        let first_update = 2_000_001 + i32::try_from(mix(options.seed) % 900_000_000).unwrap_or(0);
        Self {
            now,
            seed: options.seed,
            token: token(options.seed),
            bot: Bot {
                id: 123_456_789,
                name: options.bot_name,
                username: options.bot_username,
            },
            first_person: options.first_person,
            people: BTreeMap::new(),
            chats: BTreeMap::new(),
            last_message_id: 0,
            last_toast: 0,
            presses: BTreeMap::new(),
            last_press: 4_382_000_000_000_000_000 + mix(options.seed + 1) % 1_000_000_000,
            queue: queue::Queue::new(first_update),
            webhook: None,
            webhook_generation: 0,
            profile: Profile::default(),
            trouble: fault::Trouble::default(),
            calls: Vec::new(),
            journal: None,
        }
    }

    /// Tells the time. Time that runs backwards is accepted; nothing that was forgotten comes back.
    pub fn set_now(&mut self, now: DateTime<Utc>) {
        self.now = now;
    }

    /// The time that was told last.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The only token that this server knows, made like a real one.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The bot's user name, without `@`.
    pub fn bot_username(&self) -> &str {
        &self.bot.username
    }
}

fn token(seed: u64) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    let secret: String = (0..33)
        .map(|place| char::from(LETTERS[(mix(seed ^ (place << 32)) % 64) as usize]))
        .collect();
    format!("123456789:AA{secret}")
}

/// One step of SplitMix64: a number that looks random and is the same for the same seed.
fn mix(seed: u64) -> u64 {
    let mut mixed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
