//! The whole bot in a city of its own: one to three people, two to five processes on one store, and whatever the
//! weather of the seed brings. When quiet returns, all promises are looked at.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use gilbot::dialogue::next_due;
use gilbot::dialogue::state::{Dialogue, State};
use gilbot::runtime::intake::Answering;
use gilbot::store::{ChatId, CommitId, Record, Revision};
use tokio::runtime::Builder;
use tokio::time::{Instant, sleep};

use super::ground::Ground;
use super::post::Post;
use super::process::Process;
use super::weather::Weather;
use super::{alarm_ms, play};
use gilbot::gallery::starts;

/// Everything that has begun ends within this time, also when a clock that is an hour fast has taken places.
const SETTLED_MAX: Duration = Duration::from_secs(6_000);
/// More alarms than this, one after another, are a loop without end.
const ALARMS_MAX: usize = 80;

#[test]
fn the_promises_hold_whatever_is_killed_cut_or_late() {
    play(0..SEEDS, 2, |seed| {
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        runtime.block_on(async { City::open(seed).lives(seed).await });
    });
}

/// `GILBOT_SEEDS=10000` plays more.
const SEEDS: u64 = 1_500;

pub struct City {
    pub ground: Arc<Ground>,
    post: Arc<Post>,
    pub people: Vec<i64>,
    climate: Weather,
    /// The number of the next process.
    next: usize,
}

impl City {
    fn open(seed: u64) -> Self {
        let ground = Ground::open(seed);
        let people = 1 + ground.below(3);
        let people = (0..people)
            .map(|_| ground.world(|world| world.add_person("김영자", "ko")))
            .collect();
        // Telegram brings the updates.
        let asked = serde_json::json!({ "url": "http://127.0.0.1/updates" });
        let asked =
            gilbot::emulator::Params::from_json(asked.as_object().expect("it is one").clone());
        ground
            .world(|world| world.call("setWebhook", &asked))
            .expect("a webhook");
        let processes = 2 + ground.below(4);
        let crew = (0..processes).map(|number| Arc::new(Process::begin(&ground, number)));
        let answering = match (seed / 8).is_multiple_of(2) {
            true => Answering::InReply,
            false => Answering::ByCall,
        };
        Self {
            post: Post::open(&ground, crew.collect(), answering),
            ground,
            people,
            climate: Weather::of(seed),
            next: processes,
        }
    }

    async fn lives(mut self, seed: u64) {
        for person in self.people.clone() {
            self.begins(person);
        }
        self.ground.weather_turns(self.climate);
        for _ in 0..6 + self.ground.below(12) {
            self.step().await;
        }
        self.rests().await;
        self.check();
        self.silence().await;
        self.rests().await;
        self.check();
        self.closes(seed);
    }

    /// Somebody comes, or has been here before.
    fn begins(&self, person: i64) {
        let ground = &self.ground;
        ground.says(person, "/start");
        ground.books(|books| books.person_acts(person));
        if ground.percent(50) {
            let days: Vec<i64> = (0..ground.below(3))
                .map(|_| ground.below(45) as i64 - 3)
                .collect();
            let dialogue = Dialogue {
                state: State::Home,
                ..starts::with_certificates(days)
            };
            let mut record = Record {
                dialogue,
                ..Record::default()
            };
            record.due = next_due(&record.dialogue);
            let stored = ground.commit(ChatId(person), CommitId::Own(7), Revision(0), &record);
            stored.expect("the store itself is well");
        }
    }

    async fn step(&mut self) {
        let ground = Arc::clone(&self.ground);
        match ground.below(100) {
            0..50 => {
                let person = *ground.pick(&self.people);
                ground.acts(person, &self.people);
                self.post.bring();
            }
            50..75 => sleep(Duration::from_millis(ground.below(30) as u64)).await,
            75..85 => sleep(Duration::from_secs(1 + ground.below(60) as u64)).await,
            85..93 => self.looks(),
            93..95 => self.jumps(),
            95 => self.goes_astray(),
            96..98 if self.climate.deaths > 0 => self.somebody_dies(),
            98 => {
                // After a quiet week, or a move to another server.
                let next = 1_000 + ground.below(1_000_000) as i32;
                ground.books(|books| books.cleared());
                ground.world(|world| world.restart_ids(next));
            }
            _ => {
                self.settled().await;
            }
        }
        self.revives();
    }

    fn looks(&self) {
        let crew = self.post.crew();
        if !crew.is_empty() {
            self.ground.pick(&crew).looks();
        }
    }

    fn somebody_dies(&self) {
        let crew = self.post.crew();
        if !crew.is_empty() {
            self.ground.pick(&crew).fate.die();
        }
    }

    /// The clock is put right, or the machine has slept.
    fn jumps(&self) {
        let ground = &self.ground;
        let by = match ground.below(5) {
            0 => TimeDelta::seconds(-(1 + ground.below(90) as i64)),
            1 => TimeDelta::seconds(1 + ground.below(600) as i64),
            2 | 3 => TimeDelta::hours(1 + ground.below(30) as i64),
            _ => TimeDelta::days(1 + ground.below(20) as i64),
        };
        ground.books(|books| books.say(|| format!("the clock jumps by {by}")));
        ground.jump(by);
    }

    /// One clock alone goes wrong, or all are put right again.
    fn goes_astray(&self) {
        let (ground, crew) = (&self.ground, self.post.crew());
        if crew.is_empty() || ground.percent(30) {
            return ground.clocks_are_put_right();
        }
        let seconds = match ground.percent(50) {
            true => 1 + ground.below(5),
            false => 1 + ground.below(3_600),
        };
        let by = TimeDelta::seconds(seconds as i64);
        let process = ground.pick(&crew).fate.number;
        ground.goes_astray(process, if ground.percent(50) { by } else { -by });
    }

    /// Whoever died is started again, sooner or later.
    fn revives(&mut self) {
        let living = self.post.crew().len();
        if living < 2 && (living == 0 || self.ground.percent(50)) {
            self.post.joins(Process::begin(&self.ground, self.next));
            self.next += 1;
        }
    }

    fn is_idle(&self) -> bool {
        self.post.is_idle()
            && self.ground.late() == 0
            && self.post.crew().iter().all(|process| process.is_idle())
    }

    /// Waits until nothing is on its way.
    async fn settled(&mut self) {
        let begun = Instant::now();
        while !self.is_idle() {
            sleep(Duration::from_millis(
                20 + begun.elapsed().as_millis() as u64 / 4,
            ))
            .await;
            self.revives();
            if begun.elapsed() > SETTLED_MAX {
                self.ground
                    .books(|books| books.broken("it does not end".to_owned()));
                return;
            }
        }
    }

    /// All troubles end, and the alarms do the rest.
    async fn rests(&mut self) {
        self.ground.weather_turns(Weather::FAIR);
        self.ground.clocks_are_put_right();
        self.revives();
        self.post.bring();
        for _ in 0..ALARMS_MAX {
            self.settled().await;
            let owed = self
                .people
                .iter()
                .filter_map(|person| self.ground.stored(*person));
            let owed = owed.filter(|record| !is_at_rest(record));
            let Some(due) = owed.filter_map(|record| record.due).min() else {
                self.ground.books(|books| {
                    books.say(|| "all rests".to_owned());
                    books.rests();
                });
                return;
            };
            self.ground.goes_on_to(due);
            self.looks();
        }
        self.ground
            .books(|books| books.broken("it never came to rest".to_owned()));
    }

    /// Weeks in which nobody says a word, and the weather is as before.
    async fn silence(&mut self) {
        for _ in 0..2 + self.ground.below(6) {
            let stored = self
                .people
                .iter()
                .filter_map(|person| self.ground.stored(*person));
            let Some(due) = stored.filter_map(|record| record.due).min() else {
                return;
            };
            let ground = Arc::clone(&self.ground);
            let late = match ground.below(20) {
                0 => TimeDelta::days(1 + ground.below(12) as i64),
                1..4 => TimeDelta::minutes(1 + ground.below(900) as i64),
                _ => TimeDelta::milliseconds(ground.below(3_000) as i64),
            };
            ground.goes_on_to(due + late);
            ground.weather_turns(self.climate);
            if ground.percent(15) {
                self.goes_astray();
            }
            for _ in 0..1 + ground.below(3) {
                self.looks();
                sleep(Duration::from_millis(ground.below(12) as u64)).await;
            }
            self.settled().await;
        }
    }
}

/// Nothing is owed, and the alarm is the dialogue's own.
fn is_at_rest(record: &Record) -> bool {
    let own = next_due(&record.dialogue).map(alarm_ms);
    record.outbox.is_empty() && record.due.map(alarm_ms) == own
}
