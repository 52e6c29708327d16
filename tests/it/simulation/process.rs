//! One process of the bot: what ships, over a line to the store and a cable to Telegram, until its end.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use gilbot::locales::Words;
use gilbot::runtime::alias::Aliases;
use gilbot::runtime::bot::UNASKED_A_SECOND;
use gilbot::runtime::careful::Careful;
use gilbot::runtime::deliver::Courier;
use gilbot::runtime::flights::Flights;
use gilbot::runtime::intake::{Answering, Intake, Taken, read, take};
use gilbot::runtime::invitation::Seal;
use gilbot::runtime::pulse::Pulse;
use gilbot::runtime::stats::tally::Tally;
use gilbot::runtime::stop::Stop;
use gilbot::runtime::worker::Worker;
use gilbot::telegram::{BotApi, Tree};
use serde_json::Value;
use tokio::sync::Mutex;

use super::cable::Cable;
use super::fate::Fate;
use super::ground::Ground;
use super::store_line::StoreLine;

pub static WORDS: LazyLock<Arc<Words>> =
    LazyLock::new(|| Arc::new(Words::load().expect("the texts are Fluent")));
const TOKEN: &str = "1:a token";
const USERNAME: &str = "emulated_bot";

pub struct Process {
    pub fate: Arc<Fate>,
    intake: Arc<Intake>,
    worker: Arc<Mutex<Worker>>,
}

impl Process {
    pub fn begin(ground: &Arc<Ground>, number: usize) -> Self {
        let fate = Arc::new(Fate::new(ground, number));
        let clock = ground.one_more_clock();
        let cable = Cable::new(ground, &fate, &clock);
        let courier = Courier {
            store: Arc::new(StoreLine::new(ground, &fate)),
            api: BotApi::over(Arc::new(cable), TOKEN),
            words: Arc::clone(&WORDS),
            clock: clock.clone(),
            seal: Arc::new(Seal::new(TOKEN).expect("a key of the right length")),
            aliases: Arc::new(Aliases::new(TOKEN)),
            username: USERNAME.to_owned(),
            unasked_a_second: UNASKED_A_SECOND,
            flood: Arc::default(),
            tally: Tally::default(),
        };
        let careful = match number.is_multiple_of(2) {
            true => Careful::at_first(),
            false => Careful::lasting(Duration::ZERO),
        };
        let intake = Arc::new(Intake {
            courier,
            tree: Tree::new(USERNAME),
            username: USERNAME.to_owned(),
            flights: Flights::new(),
            careful,
        });
        let pulse = Arc::new(Pulse::new(clock));
        let worker = Worker::new(Arc::clone(&intake), pulse, Stop::new());
        Self {
            fate,
            intake,
            worker: Arc::new(Mutex::new(worker)),
        }
    }

    /// Takes an update; `None` if it dies over it. Whoever stops waiting does not stop it.
    pub async fn takes(&self, update: &Value, answering: Answering) -> Option<Taken> {
        let intake = Arc::clone(&self.intake);
        let update = read(update.to_string().as_bytes()).expect("it has a number");
        let taking = tokio::spawn(async move { take(&intake, update, answering).await });
        tokio::select! {
            biased;
            () = self.fate.end() => None,
            taken = taking => taken.ok(),
        }
    }

    /// Looks for due chats and wakes them, by the way.
    pub fn looks(&self) {
        let flight = self.intake.flights.begin();
        let worker = Arc::clone(&self.worker);
        tokio::spawn(async move {
            // What the search cannot say is found by the next one.
            let _ = worker.lock().await.sweep().await;
            drop(flight);
        });
    }

    pub fn is_idle(&self) -> bool {
        self.fate.is_dead() || self.intake.flights.count() == 0
    }
}
