//! What a test plays on: an emulated Telegram, a store, and replicas of the bot.

use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use gilbot::emulator::Emulator;
use gilbot::runtime::clock::Clock;
use gilbot::runtime::turn::LEASE;
use gilbot::store::redis::RedisOptions;
use gilbot::store::{ChatId, Record, Room, Store, StoreUrl, open};
use tempfile::TempDir;

use crate::balancer::Balancer;
use crate::replica::{PATIENCE, Replica};

/// The secret of the webhook.
pub const WEBHOOK_SECRET: &str = "spoken-by-telegram-alone-4711";

/// How many lines of a log a broken run tells.
const LAST_WORDS: usize = 20;

/// How a stage is set.
pub struct Setting {
    /// Where the bots find the store, each its own way.
    pub stores: Vec<String>,
    /// Where the test finds it.
    pub store: String,
    /// Whether Telegram brings the updates; otherwise they are asked for.
    pub has_webhook: bool,
    /// Settings of the bot beside the ordinary ones.
    pub more: Vec<(&'static str, String)>,
    /// What the shell does before it becomes the program.
    pub before: String,
    /// How many of them, the last, are not started.
    pub asleep: usize,
    /// Where the bots find Telegram, if it is not where it says.
    pub telegram: Option<String>,
}

impl Setting {
    /// So many replicas with a webhook, all with this store.
    pub fn replicas(count: usize, store: &str) -> Self {
        Self {
            stores: vec![store.to_owned(); count],
            store: store.to_owned(),
            has_webhook: true,
            more: Vec::new(),
            before: String::new(),
            asleep: 0,
            telegram: None,
        }
    }

    /// One that asks for updates.
    pub fn poller(store: &str) -> Self {
        Self {
            has_webhook: false,
            ..Self::replicas(1, store)
        }
    }

    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.more.push((name, value.to_owned()));
        self
    }
}

/// The emulated Telegram, the store, and the replicas.
pub struct Stage {
    pub emulator: Emulator,
    pub clock: Clock,
    pub store: Arc<dyn Store>,
    pub replicas: Vec<Replica>,
    pub balancer: Balancer,
    /// The id of the first update.
    pub first_update: i32,
    /// Where the replicas live, as long as the stage stands.
    _place: TempDir,
}

impl Stage {
    /// All replicas that are to be awake are started and ready.
    pub async fn open(setting: Setting) -> Self {
        let clock = Clock::new();
        let emulator = emulator(&clock).await;
        Self::open_before(emulator, clock, setting).await
    }

    /// The same, before a Telegram that is there already.
    pub async fn open_before(emulator: Emulator, clock: Clock, setting: Setting) -> Self {
        let place = TempDir::with_prefix("gilbot-faults-").expect("a folder");
        let common = common(&emulator, &setting);
        let mut made = Vec::new();
        for (at, store) in setting.stores.iter().enumerate() {
            let mut settings = common.clone();
            settings.push(("STORE_URL".to_owned(), store.clone()));
            let own = place.path().join(at.to_string());
            made.push(Replica::new(&own, settings, &setting.before));
        }
        let addresses = made.iter().map(|replica| replica.webhook).collect();
        let balancer = Balancer::over(addresses).await;
        if setting.has_webhook {
            for replica in &mut made {
                replica.takes_updates_at(&balancer.url, WEBHOOK_SECRET);
            }
        }
        let awake = &made[..made.len() - setting.asleep];
        awake.iter().for_each(Replica::start);
        for replica in awake {
            replica.ready().await;
        }
        let first_update = emulator.see(|world| world.next_update_id());
        Self {
            store: store(&setting.store).await,
            emulator,
            clock,
            replicas: made,
            balancer,
            first_update,
            _place: place,
        }
    }

    pub async fn record(&self, chat: i64) -> Option<Record> {
        let begun = Instant::now();
        loop {
            match self.store.load(ChatId(chat)).await {
                Ok(record) => return record,
                // Our own way to a store that has just come back has to be made anew.
                Err(error) => assert!(begun.elapsed() < PATIENCE, "{error}"),
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub fn chats(&self) -> Vec<i64> {
        self.emulator
            .see(|world| world.people().map(|person| person.id).collect())
    }

    /// Waits until Telegram has brought everything; how long that took.
    pub async fn until_all_is_brought(&self) -> Duration {
        let begun = Instant::now();
        let brought = self
            .emulator
            .until(|world| (world.pending_updates() == 0).then_some(()));
        let waited = tokio::time::timeout(PATIENCE * 2, brought).await;
        waited.expect("Telegram can bring everything");
        begun.elapsed()
    }

    /// Every alarm that would come within this time comes now, as if the time had passed.
    pub async fn time_passes(&self, time: TimeDelta) {
        let now = self.clock.now();
        let room = Room {
            asked: 10_000,
            unasked: 10_000,
        };
        // What does not succeed is tried again by whoever waits for it.
        let _ = self.store.lease(now + time, now, room).await;
    }

    /// The leases of those who died over a delivery end.
    pub async fn leases_end(&self) {
        self.time_passes(LEASE + TimeDelta::seconds(1)).await;
    }

    /// All that the replicas have ever said.
    pub fn logs(&self) -> String {
        self.replicas.iter().map(Replica::log).collect()
    }
}

impl Drop for Stage {
    /// A broken run tells what the replicas have said last.
    fn drop(&mut self) {
        if std::thread::panicking() {
            for replica in &self.replicas {
                let log = replica.log();
                let is_loud = |line: &&str| !line.contains("DEBUG");
                let lines: Vec<_> = log.lines().filter(is_loud).collect();
                let last = &lines[lines.len().saturating_sub(LAST_WORDS)..];
                eprintln!("a replica's last words:\n{}", last.join("\n"));
            }
        }
    }
}

impl Deref for Stage {
    type Target = Emulator;

    fn deref(&self) -> &Emulator {
        &self.emulator
    }
}

/// A Telegram with the real time.
pub async fn emulator(clock: &Clock) -> Emulator {
    let told = clock.clone();
    let started = Emulator::start(([127, 0, 0, 1], 0).into(), Arc::new(move || told.now()));
    started.await.expect("the emulator starts")
}

/// The test's own way to a store.
pub async fn store(url: &str) -> Arc<dyn Store> {
    let url: StoreUrl = url.parse().expect("an address");
    let options = RedisOptions {
        allow_volatile: true,
        ..RedisOptions::default()
    };
    open(&url, options).await.expect("the store is there")
}

/// The address of a file of SQLite in this folder.
pub fn sqlite_in(place: &Path) -> String {
    format!("sqlite:{}", place.join("gilbot.db").display())
}

fn common(emulator: &Emulator, setting: &Setting) -> Vec<(String, String)> {
    let url = setting
        .telegram
        .clone()
        .unwrap_or_else(|| emulator.api_url());
    let mut settings = vec![
        ("TELOXIDE_TOKEN".to_owned(), emulator.token().to_owned()),
        ("TELOXIDE_API_URL".to_owned(), url),
        ("RUST_LOG".to_owned(), "debug".to_owned()),
    ];
    let more = setting.more.iter();
    settings.extend(more.map(|(name, value)| ((*name).to_owned(), value.clone())));
    settings
}
