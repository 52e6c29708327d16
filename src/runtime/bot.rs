//! The whole bot: started, run, and stopped without losing anything.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use teloxide::types;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::dialogue;
use crate::locales::Words;
use crate::store::{ChatId, Store};
use crate::telegram::send::BotApi;
use crate::telegram::tree::Tree;

use super::alias::Aliases;
use super::careful::{self, Careful};
use super::clock::Clock;
use super::deliver::Courier;
use super::flights::Flights;
use super::invitation::Seal;
use super::measured::Measured;
use super::ops::{self, OpsState};
use super::pulse::Pulse;
pub use super::rest::Rest;
use super::stats::tally::{self, Tally};
use super::stop::Stop;
use super::worker::{Swept, Worker};
use super::{intake, polling, webhook};

/// How long what has begun may take to finish after the word to stop.
const DRAIN: Duration = Duration::from_secs(25);
/// How long after the start the reader begins to learn.
const PRESSES_FIRST: Duration = Duration::from_millis(300);

/// How many unasked messages all copies of the bot together send a second when nobody says otherwise: Telegram's limit
/// is about thirty.
pub const UNASKED_A_SECOND: NonZeroU32 = NonZeroU32::new(25).unwrap();

/// How updates come to us.
pub enum Intake {
    /// We ask for them; one machine.
    Polling,
    /// Telegram posts them to `url`, which leads to `listen`.
    Webhook {
        url: Url,
        listen: SocketAddr,
        secret: SecretString,
    },
}

/// What a bot is made of.
pub struct Parts {
    pub api: BotApi,
    pub store: Arc<dyn Store>,
    pub clock: Clock,
    pub intake: Intake,
    /// How many unasked messages all copies of the bot together may send a second.
    pub unasked_a_second: NonZeroU32,
    /// Where health and metrics are told.
    pub ops: Option<SocketAddr>,
    /// The private chats that may ask for `/stats`.
    pub admins: Vec<ChatId>,
}

/// A bot that has been introduced to Telegram and is ready to run.
pub struct Bot {
    intake: Arc<intake::Intake>,
    mode: Intake,
    ops: Option<SocketAddr>,
    admins: Vec<types::ChatId>,
    pulse: Arc<Pulse>,
    swept: Arc<Swept>,
    stop: Stop,
}

impl Bot {
    /// Reads the texts and asks Telegram who we are.
    ///
    /// # Errors
    /// A sentence that says what to do, when the token or the webhook is not right.
    pub async fn introduce(parts: Parts, stop: Stop) -> anyhow::Result<Self> {
        let words = Arc::new(Words::load().context("the texts cannot be read")?);
        // A thread of its own: whoever is told to stop meanwhile does not wait until it has learnt. Presses need nothing of
        // it, so those that have waited for the start are answered first.
        std::thread::spawn(|| {
            std::thread::sleep(PRESSES_FIRST);
            dialogue::prepare();
        });
        let me = parts.api.who_am_i().await?;
        let username = me.username().to_owned();
        tracing::info!(username, "길봇 is awake");
        let seal = parts.api.keyed(Seal::new);
        let seal = seal.context("no key could be made from the token")?;
        let courier = Courier {
            store: Arc::new(Measured::over(parts.store)),
            words,
            clock: parts.clock.clone(),
            seal: Arc::new(seal),
            aliases: Arc::new(parts.api.keyed(Aliases::new)),
            api: parts.api,
            username: username.clone(),
            unasked_a_second: parts.unasked_a_second,
            flood: Arc::default(),
            tally: Tally::default(),
        };
        let admins = parts.admins.into_iter();
        let admins: Vec<_> = admins.map(|chat| types::ChatId(chat.0)).collect();
        let intake = intake::Intake {
            courier,
            tree: Tree::new(&username).with_admins(admins.clone()),
            username,
            flights: Flights::new(),
            careful: Careful::at_first(),
        };
        Ok(Self {
            intake: Arc::new(intake),
            mode: parts.intake,
            ops: parts.ops,
            admins,
            pulse: Arc::new(Pulse::new(parts.clock)),
            swept: Arc::new(Swept::new(None)),
            stop,
        })
    }

    /// A handle by which one can wait until everything has been said.
    pub fn rest(&self) -> Rest {
        let clock = self.intake.courier.clock.clone();
        Rest::new(clock, self.intake.flights.clone(), Arc::clone(&self.swept))
    }

    /// Runs until it is told to stop, then finishes what has begun.
    ///
    /// # Errors
    /// When an address cannot be listened on, or the webhook cannot be set.
    pub async fn run(self) -> anyhow::Result<()> {
        let mut tasks = JoinSet::new();
        let drained = Stop::new();
        let ops = match self.ops {
            Some(listen) => Some(tokio::spawn(self.ops_served(listen, &drained).await?)),
            None => None,
        };
        self.work_begins(&mut tasks);
        tokio::select! {
            begun = self.intake_begins(&mut tasks) => begun?,
            () = self.stop.wait() => {}
        }
        let outcome = tokio::select! {
            outcome = self.ended(&mut tasks) => outcome,
            () = self.overdue() => {
                tracing::warn!("stopped before everything was said; the alarms repeat it");
                Ok(())
            }
        };
        drained.tell();
        if let Some(ops) = ops {
            ops.await.context("the operator's port broke")??;
        }
        outcome
    }

    /// Waits until every part has ended and nothing is on its way.
    async fn ended(&self, tasks: &mut JoinSet<anyhow::Result<()>>) -> anyhow::Result<()> {
        let mut outcome = Ok(());
        while let Some(ended) = tasks.join_next().await {
            let ended = ended.context("a part of the bot broke").flatten();
            if let Err(error) = ended {
                // One part cannot go on: the others finish what they have begun.
                self.stop.tell();
                outcome = Err(error);
            }
        }
        self.intake.flights.landed().await;
        tally::written(&self.intake.courier).await;
        outcome
    }

    /// The time for finishing what has begun is over.
    async fn overdue(&self) {
        self.stop.wait().await;
        tokio::time::sleep(DRAIN).await;
    }

    /// The worker, the profile, and the writing of what is counted.
    fn work_begins(&self, tasks: &mut JoinSet<anyhow::Result<()>>) {
        let (intake, stop) = (Arc::clone(&self.intake), self.stop.clone());
        let admins = self.admins.clone();
        tasks.spawn(async move {
            let Courier { api, words, .. } = &intake.courier;
            let dressed = async {
                api.dress(words).await;
                api.dress_for_admins(words, &admins).await;
            };
            // Nobody waits for the profile: what does not succeed is tried at the next start.
            tokio::select! {
                () = dressed => {}
                () = stop.wait() => {}
            }
            Ok(())
        });
        let (intake, stop) = (Arc::clone(&self.intake), self.stop.clone());
        tasks.spawn(async move {
            tally::run(&intake.courier, &stop).await;
            Ok(())
        });
        let (intake, pulse) = (Arc::clone(&self.intake), Arc::clone(&self.pulse));
        let (swept, stop) = (Arc::clone(&self.swept), self.stop.clone());
        tasks.spawn(async move {
            Worker::new(intake, pulse, stop).run(swept).await;
            Ok(())
        });
    }

    /// Updates begin to come.
    async fn intake_begins(&self, tasks: &mut JoinSet<anyhow::Result<()>>) -> anyhow::Result<()> {
        let (intake, pulse) = (Arc::clone(&self.intake), Arc::clone(&self.pulse));
        let stop = self.stop.clone();
        match &self.mode {
            Intake::Polling => {
                intake.courier.api.ensure_no_webhook().await?;
                tasks.spawn(async move {
                    polling::run(intake, pulse, stop).await;
                    Ok(())
                });
            }
            Intake::Webhook {
                url,
                listen,
                secret,
            } => {
                let listener = TcpListener::bind(listen)
                    .await
                    .with_context(|| format!("WEBHOOK_LISTEN {listen} cannot be listened on"))?;
                let told = secret.clone();
                tasks.spawn(async move {
                    webhook::run(intake, pulse, listener, told, stop).await?;
                    Ok(())
                });
                let api = &self.intake.courier.api;
                api.ensure_webhook(url, secret.expose_secret()).await?;
            }
        }
        let (intake, stop) = (Arc::clone(&self.intake), self.stop.clone());
        tasks.spawn(async move {
            careful::if_something_waits(&intake, &stop).await;
            Ok(())
        });
        Ok(())
    }

    /// Health and metrics, on a port of their own, until everything else has ended.
    async fn ops_served(
        &self,
        listen: SocketAddr,
        drained: &Stop,
    ) -> anyhow::Result<impl Future<Output = std::io::Result<()>> + use<>> {
        let listener = TcpListener::bind(listen)
            .await
            .with_context(|| format!("OPS_LISTEN {listen} cannot be listened on"))?;
        let state = OpsState {
            store: Arc::clone(&self.intake.courier.store),
            pulse: Arc::clone(&self.pulse),
            clock: self.intake.courier.clock.clone(),
            stop: self.stop.clone(),
            polling: matches!(self.mode, Intake::Polling),
            tally: self.intake.courier.tally.clone(),
            words: Arc::clone(&self.intake.courier.words),
        };
        let drained = drained.clone();
        Ok(ops::serve(
            listener,
            state,
            async move { drained.wait().await },
        ))
    }
}

/// Introduces the bot and runs it until it is told to stop.
///
/// # Errors
/// A sentence that says what to do.
pub async fn run(parts: Parts, stop: Stop) -> anyhow::Result<()> {
    let bot = tokio::select! {
        bot = Bot::introduce(parts, stop.clone()) => bot?,
        () = stop.wait() => return Ok(()),
    };
    bot.run().await
}
