//! A stage: the real bot over HTTP against the emulator, on a clock that is moved by hand.

use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use gilbot::dialogue::next_due;
use gilbot::emulator::{Emulator, Options, Press, World};
use gilbot::runtime::bot::{Bot, Intake, Parts, Rest, UNASKED_A_SECOND};
use gilbot::runtime::clock::Clock;
use gilbot::runtime::stop::Stop;
use gilbot::store::ChatId;
use gilbot::telegram::send::BotApi;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::store_places::{Place, RedisNode, SqliteFile};

/// The longest that the bot may take to say what there is to say; on an idle machine it takes milliseconds.
const SETTLE_SECONDS_MAX: Duration = Duration::from_secs(60);
/// The longest that a bot may take to stop.
const STOP_SECONDS_MAX: Duration = Duration::from_secs(30);

/// How updates reach the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Polling,
    Webhook,
}

/// Where the bot keeps its records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    Sqlite,
    Redis,
}

pub struct Stage {
    pub emulator: Emulator,
    pub clock: Clock,
    pub place: Arc<dyn Place>,
    mode: Mode,
    bot: Option<Running>,
    /// Open presses when a bot died. If it had taken them already, nobody answers them any more.
    left_open: Vec<Press>,
}

/// A bot in a runtime of its own, so that it can die as a process dies.
struct Running {
    runtime: Runtime,
    ran: JoinHandle<anyhow::Result<()>>,
    rest: Rest,
    stop: Stop,
}

impl Stage {
    /// A bot that is awake, in an empty world at this moment.
    pub async fn open(mode: Mode, kept: Kept, now: DateTime<Utc>) -> Self {
        let place: Arc<dyn Place> = match kept {
            Kept::Sqlite => Arc::new(SqliteFile::empty().await),
            Kept::Redis => Arc::new(RedisNode::empty().await),
        };
        let clock = Clock::new();
        clock.move_to(now);
        let told = clock.clone();
        let options = Options {
            webhook_second: Duration::from_millis(10),
            ..Options::default()
        };
        let anywhere = ([127, 0, 0, 1], 0).into();
        let emulator = Emulator::start_with(anywhere, Arc::new(move || told.now()), options)
            .await
            .expect("the emulator finds a free port");
        let mut stage = Self {
            emulator,
            clock,
            place,
            mode,
            bot: None,
            left_open: Vec::new(),
        };
        stage.start().await;
        stage
    }

    /// Waits until everything has been said: no update waits, no press is open, nothing is on its way.
    ///
    /// # Errors
    /// What still waits after [`SETTLE_SECONDS_MAX`], or how the bot ended.
    pub async fn settle(&mut self) -> Result<(), String> {
        let bot = self.bot.as_mut().expect("a stage has a bot");
        let (emulator, rest) = (&self.emulator, &bot.rest);
        let is_quiet = |world: &World| {
            let mut open = open_presses(world).into_iter();
            world.pending_updates() == 0 && open.all(|press| self.left_open.contains(&press))
        };
        let settled = async {
            loop {
                emulator.until(|world| is_quiet(world).then_some(())).await;
                rest.come().await;
                if emulator.see(is_quiet) {
                    return;
                }
            }
        };
        tokio::select! {
            settled = timeout(SETTLE_SECONDS_MAX, settled) => {
                settled.map_err(|_| self.emulator.see(unsettled))
            }
            ended = &mut bot.ran => Err(format!("the bot has ended: {ended:?}")),
        }
    }

    /// Moves the clock and lets everyone look again.
    pub fn move_by(&self, by: TimeDelta) {
        self.clock.move_by(by);
        self.emulator.with(|_| ());
    }

    /// Moves the clock to the second after this instant, so that the instant has come for sure.
    pub fn move_to(&self, instant: DateTime<Utc>) {
        self.clock.move_to(instant + TimeDelta::seconds(1));
        self.emulator.with(|_| ());
    }

    /// When this chat next needs the bot, as its record says.
    pub async fn next_due(&self, chat: i64) -> Option<DateTime<Utc>> {
        let store = self.place.open().await;
        let record = store.load(ChatId(chat)).await.expect("the store answers");
        next_due(&record?.dialogue)
    }

    /// Stops the bot as a deployment does, and starts a new one on the same store.
    pub async fn restart(&mut self) {
        self.stop().await;
        self.start().await;
    }

    /// Ends the bot in the middle of whatever it does, and starts a new one on the same store.
    pub async fn kill(&mut self) {
        let bot = self.bot.take().expect("a stage has a bot");
        ended(bot.runtime).await;
        self.left_open = self.emulator.see(open_presses);
        self.start().await;
    }

    async fn stop(&mut self) {
        let bot = self.bot.take().expect("a stage has a bot");
        bot.stop.tell();
        let ran = timeout(STOP_SECONDS_MAX, bot.ran).await;
        let ran = ran.expect("a bot that is told to stop stops");
        ran.expect("a stopping bot does not panic")
            .expect("a bot stops without an error");
        ended(bot.runtime).await;
    }

    async fn start(&mut self) {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let stop = Stop::new();
        let (place, clock, told) = (Arc::clone(&self.place), self.clock.clone(), stop.clone());
        let (token, url) = (self.emulator.token().to_owned(), self.emulator.api_url());
        let intake = intake(self.mode).await;
        let introduced = runtime.spawn(async move {
            let url = url.parse().expect("the emulator has an address");
            let parts = Parts {
                api: BotApi::new(&token, url).expect("a client"),
                store: place.open().await,
                clock,
                intake,
                unasked_a_second: UNASKED_A_SECOND,
                ops: None,
                admins: Vec::new(),
            };
            Bot::introduce(parts, told).await
        });
        let bot = introduced.await.expect("introducing does not panic");
        let bot = bot.expect("the emulator knows the bot");
        let rest = bot.rest();
        let ran = runtime.spawn(bot.run());
        self.bot = Some(Running {
            runtime,
            ran,
            rest,
            stop,
        });
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(bot) = self.bot.take() {
            bot.runtime.shutdown_background();
        }
        // Outside of a runtime the emulator's tasks have ended with theirs.
        if let Ok(handle) = tokio::runtime::Handle::try_current() {
            handle.spawn(self.emulator.clone().stop());
        }
    }
}

/// Every task of the bot has been dropped when this returns, and its ports are free.
async fn ended(runtime: Runtime) {
    let shut = tokio::task::spawn_blocking(move || runtime.shutdown_timeout(STOP_SECONDS_MAX));
    shut.await.expect("a runtime shuts down");
}

fn open_presses(world: &World) -> Vec<Press> {
    let people = world.people().map(|person| person.id);
    people
        .flat_map(|chat| world.open_presses_in(chat))
        .collect()
}

fn unsettled(world: &World) -> String {
    format!(
        "the bot did not come to rest within {} seconds: {} updates and {} presses wait",
        SETTLE_SECONDS_MAX.as_secs(),
        world.pending_updates(),
        world.open_presses(),
    )
}

async fn intake(mode: Mode) -> Intake {
    match mode {
        Mode::Polling => Intake::Polling,
        Mode::Webhook => {
            let port = free_port().await;
            let url = format!("http://127.0.0.1:{port}/telegram");
            Intake::Webhook {
                url: url.parse().expect("an address"),
                listen: ([127, 0, 0, 1], port).into(),
                // Another stage must not be taken for Telegram.
                secret: format!("stage-{:016x}", rand::random::<u64>()).into(),
            }
        }
    }
}

/// A port below those that the system hands out by itself, so that nobody takes it before the bot does: not this
/// program, which counts on, and hardly another, which begins somewhere else.
async fn free_port() -> u16 {
    static FIRST: LazyLock<u16> = LazyLock::new(rand::random);
    static NEXT: AtomicU16 = AtomicU16::new(0);
    loop {
        let turn = NEXT.fetch_add(1, Ordering::Relaxed);
        let port = 15_000 + FIRST.wrapping_add(turn) % 17_000;
        if TcpListener::bind(("127.0.0.1", port)).await.is_ok() {
            return port;
        }
    }
}
