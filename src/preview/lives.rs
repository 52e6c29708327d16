//! The lives of the bot: it can be stopped or killed and is started again on the same store, while Telegram and the
//! people stay.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use crate::emulator::Emulator;
use crate::runtime::bot::{Bot, Intake, Parts, Rest, UNASKED_A_SECOND};
use crate::runtime::clock::Clock;
use crate::runtime::stop::Stop;
use crate::store::Store;
use crate::telegram::send::BotApi;

/// How long a stopping bot may take to finish what it has begun.
const STOP_MAX: Duration = Duration::from_secs(5);
/// How long it is waited before a bot that could not begin, or has broken, is started again.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// How a life ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It finishes what it has begun, as at a deployment.
    Stopped,
    /// In the middle of whatever it does, as when the machine fails.
    Killed,
}

/// What is known of the bot.
#[derive(Clone, Default)]
pub struct Life {
    /// How often it has awoken.
    pub begun: u32,
    /// When it awoke last, by the common clock.
    pub since: Option<DateTime<Utc>>,
    /// By which it is waited for; `None` while no bot is awake.
    pub rest: Option<Rest>,
}

/// What every life is made with.
#[derive(Clone)]
pub struct Ground {
    pub emulator: Emulator,
    pub store: Arc<dyn Store>,
    pub clock: Clock,
}

/// A handle by which a bot is ended and watched.
#[derive(Clone)]
pub struct Lives {
    ends: mpsc::Sender<End>,
    life: watch::Receiver<Life>,
}

impl Lives {
    /// Starts bots, one after another, until it is told to stop; the second value ends with the last of them.
    pub fn begin(ground: Ground, stop: Stop) -> (Self, impl Future<Output = anyhow::Result<()>>) {
        let (ends, ended) = mpsc::channel(1);
        let (told, life) = watch::channel(Life::default());
        (Self { ends, life }, lead(ground, told, ended, stop))
    }

    /// What is known of the bot now.
    pub fn life(&self) -> Life {
        self.life.borrow().clone()
    }

    /// Ends the present life; the next begins by itself.
    pub async fn end(&self, how: End) {
        // Nobody listens only when everything is being stopped.
        let _ = self.ends.send(how).await;
    }

    /// Resolves when the bot has awoken more often than this.
    pub async fn awoken_after(&self, begun: u32) {
        let mut life = self.life.clone();
        // The sender goes only when everything is being stopped.
        let _ = life.wait_for(|life| life.begun > begun).await;
    }
}

async fn lead(
    ground: Ground,
    told: watch::Sender<Life>,
    mut ends: mpsc::Receiver<End>,
    stop: Stop,
) -> anyhow::Result<()> {
    while !stop.told() {
        let life = Stop::new();
        let body = Body::new()?;
        let mut ran = body.spawn(lived(ground.clone(), told.clone(), life.clone()));
        let end = tokio::select! {
            // It has broken. Whoever runs a service starts it again, and so do we.
            _ = &mut ran => {
                sleep(AGAIN_AFTER).await;
                End::Killed
            }
            end = ends.recv() => end.unwrap_or(End::Stopped),
            () = stop.wait() => End::Stopped,
        };
        if end == End::Stopped {
            life.tell();
            // What takes longer is left to the alarms, which repeat it.
            let _ = timeout(STOP_MAX, ran).await;
        }
        told.send_modify(|life| life.rest = None);
        drop(body);
    }
    Ok(())
}

/// One life. While Telegram is away, nobody can awake.
async fn lived(ground: Ground, told: watch::Sender<Life>, stop: Stop) -> anyhow::Result<()> {
    let bot = loop {
        let parts = parts(&ground)?;
        match Bot::introduce(parts, stop.clone()).await {
            Ok(bot) => break bot,
            Err(error) => tracing::warn!("the bot cannot begin: {error:#}"),
        }
        tokio::select! {
            () = sleep(AGAIN_AFTER) => {}
            () = stop.wait() => return Ok(()),
        }
    };
    told.send_modify(|life| {
        life.begun += 1;
        life.since = Some(ground.clock.now());
        life.rest = Some(bot.rest());
    });
    bot.run().await
}

fn parts(ground: &Ground) -> anyhow::Result<Parts> {
    let emulator = &ground.emulator;
    Ok(Parts {
        api: BotApi::new(emulator.token(), emulator.api_url().parse()?)?,
        store: Arc::clone(&ground.store),
        clock: ground.clock.clone(),
        intake: Intake::Polling,
        unasked_a_second: UNASKED_A_SECOND,
        ops: None,
        admins: Vec::new(),
    })
}

/// A runtime of its own, so that a bot can die as a process dies: everything at once.
struct Body(Option<Runtime>);

impl Body {
    fn new() -> std::io::Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("bot")
            .enable_all()
            .build()?;
        Ok(Self(Some(runtime)))
    }

    fn spawn<F>(&self, life: F) -> JoinHandle<F::Output>
    where
        F: Future<Output: Send> + Send + 'static,
    {
        let runtime = self.0.as_ref().expect("only dropping takes it");
        runtime.spawn(life)
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            // To wait for it here would block the runtime of whoever drops it.
            runtime.shutdown_background();
        }
    }
}
