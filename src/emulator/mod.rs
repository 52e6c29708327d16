//! A faithful little Telegram: the Bot API over HTTP, with a person's side to it.
//!
//! It imports nothing of this project and no type of a Telegram library, so that what it says about the bot can be
//! believed. `world` holds Telegram's rules and is pure; `http` is its face to the bot, `webhook` the hand that posts
//! updates, `page` its face to a person, `wire` the cable that can be cut.
//!
//! It is stricter than Telegram where that finds mistakes: a parameter or field that it does not know is refused by
//! name, where Telegram would ignore it; a row has at most eight buttons; a press is answered once. It knows the methods
//! that this bot may need and no others, and `parse_mode` HTML alone.

pub mod world;

mod http;
mod webhook;
mod wire;

mod page;

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use world::{
    Access, Action, Button, Call, Content, Deed, Effect, Entity, Fault, FloodLimits, Happening,
    How, Keyboard, Kind, Message, Mishap, Outcome, Params, Person, Press, Profile, Refusal, Reply,
    Said, Toast, Upload, World, WorldOptions,
};

/// The only clock of the emulator.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// How an emulator behaves.
#[derive(Clone, Debug)]
pub struct Options {
    /// What the world is made with.
    pub world: WorldOptions,
    /// How long a second lasts between two tries of a webhook; tests make it shorter.
    pub webhook_second: Duration,
    /// How long a webhook may take to answer; Telegram waits 60 seconds.
    pub webhook_timeout: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            world: WorldOptions::default(),
            webhook_second: Duration::from_secs(1),
            webhook_timeout: Duration::from_secs(60),
        }
    }
}

/// A running emulator; clones share one world.
#[derive(Clone)]
pub struct Emulator {
    shared: Arc<Shared>,
    tasks: Arc<Mutex<Vec<JoinHandle<()>>>>,
}

struct Shared {
    world: Mutex<World>,
    clock: Clock,
    address: SocketAddr,
    token: String,
    options: Options,
    changes: watch::Sender<u64>,
    stopping: watch::Sender<bool>,
}

impl Emulator {
    /// Serves the Bot API on this address; port 0 takes a free one. Time is read from `clock` alone.
    ///
    /// # Errors
    /// When the address cannot be listened on.
    pub async fn start(listen: SocketAddr, clock: Clock) -> io::Result<Self> {
        Self::start_with(listen, clock, Options::default()).await
    }

    /// The same, with options.
    ///
    /// # Errors
    /// When the address cannot be listened on.
    pub async fn start_with(
        listen: SocketAddr,
        clock: Clock,
        options: Options,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind(listen).await?;
        let world = World::new(options.world.clone(), clock());
        let shared = Arc::new(Shared {
            token: world.token().to_owned(),
            world: Mutex::new(world),
            clock,
            address: listener.local_addr()?,
            options,
            changes: watch::Sender::new(0),
            stopping: watch::Sender::new(false),
        });
        let tasks = vec![
            tokio::spawn(http::serve(listener, Arc::clone(&shared))),
            tokio::spawn(webhook::deliver(Arc::clone(&shared))),
        ];
        Ok(Self {
            shared,
            tasks: Arc::new(Mutex::new(tasks)),
        })
    }

    /// Where the bot finds the Bot API, such as `http://127.0.0.1:40123`.
    pub fn api_url(&self) -> String {
        format!("http://{}", self.shared.address)
    }

    /// The only token that this server knows.
    pub fn token(&self) -> &str {
        &self.shared.token
    }

    /// The person's page and its JSON endpoints, to be served wherever the caller likes. `/clock` and below is the
    /// caller's to add, because the clock is the caller's.
    pub fn page(&self) -> axum::Router {
        page::router(Arc::clone(&self.shared))
    }

    /// Acts on the world at the present time, then wakes everyone who waits for a change. Also the way to make an
    /// emulator look again after the clock was moved. `act` must not call the emulator: the world is locked meanwhile.
    pub fn with<R>(&self, act: impl FnOnce(&mut World) -> R) -> R {
        self.shared.with(act)
    }

    /// Looks at the world at the present time and wakes nobody.
    pub fn see<R>(&self, look: impl FnOnce(&World) -> R) -> R {
        look(&self.shared.lock())
    }

    /// Resolves after the next change of the world.
    pub async fn changed(&self) {
        // The sender lives as long as this handle, so that waiting cannot fail.
        let _ = self.shared.changes.subscribe().changed().await;
    }

    /// Resolves as soon as `look` finds what it looks for, now or after any later change. No change is missed. It waits
    /// for ever if need be.
    pub async fn until<R>(&self, mut look: impl FnMut(&World) -> Option<R>) -> R {
        let mut changes = self.shared.changes.subscribe();
        loop {
            changes.borrow_and_update();
            if let Some(found) = look(&self.shared.lock()) {
                return found;
            }
            // The sender lives as long as this handle, so that waiting cannot fail.
            let _ = changes.changed().await;
        }
    }

    /// Stops serving: what waits is cut off, and the port is free afterwards.
    pub async fn stop(self) {
        self.shared.stopping.send_replace(true);
        let tasks = std::mem::take(&mut *self.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        for task in tasks {
            // A task that was cancelled or has panicked has stopped, too.
            let _ = task.await;
        }
    }
}

impl Shared {
    /// The world, told the present time. A panic of someone who held it before leaves it as it was then.
    fn lock(&self) -> MutexGuard<'_, World> {
        let mut world = self.world.lock().unwrap_or_else(PoisonError::into_inner);
        world.set_now((self.clock)());
        world
    }

    fn with<R>(&self, act: impl FnOnce(&mut World) -> R) -> R {
        let result = act(&mut self.lock());
        self.changes.send_modify(|count| *count += 1);
        result
    }

    /// Resolves when the emulator is being stopped.
    async fn stopped(&self) {
        let mut stopping = self.stopping.subscribe();
        // The sender lives as long as this value, so that waiting cannot fail.
        let _ = stopping.wait_for(|stopping| *stopping).await;
    }
}
