//! How long a process lives. Whatever it does that anybody could notice is a call to the store or to Telegram, so that
//! it is enough to end or to halt it before a call and before the answer: nobody can tell other moments apart.

use std::future::pending;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::ground::Ground;

pub struct Fate {
    ground: Arc<Ground>,
    /// The process's number.
    pub number: usize,
    dead: watch::Sender<bool>,
    /// It stands still until then.
    halted: Mutex<Instant>,
}

impl Fate {
    pub fn new(ground: &Arc<Ground>, number: usize) -> Self {
        Self {
            ground: Arc::clone(ground),
            number,
            dead: watch::Sender::new(false),
            halted: Mutex::new(Instant::now()),
        }
    }

    pub fn die(&self) {
        self.dead.send_replace(true);
        self.ground.books(|books| {
            books.say(|| format!("process {} dies", self.number));
            books.died(self.number);
        });
    }

    pub fn is_dead(&self) -> bool {
        *self.dead.borrow()
    }

    /// Waits for the end.
    pub async fn end(&self) {
        let mut dead = self.dead.subscribe();
        // The sender lives as long as `self`, so waiting cannot fail.
        let _ = dead.wait_for(|dead| *dead).await;
    }

    /// One way to or from the world: here it may end, and whoever is dead comes no further.
    pub async fn way(&self) {
        let deaths = self.ground.weather().deaths;
        if !self.is_dead() && self.ground.strikes(deaths) {
            if self.ground.percent(70) {
                self.die();
            } else {
                let time = Duration::from_secs(1 + self.ground.below(150) as u64);
                let until = Instant::now() + time;
                *self.halted.lock().unwrap() = until;
                self.ground.books(|books| {
                    books.say(|| format!("process {} stands still for {time:?}", self.number));
                    books.halted(self.number, until);
                });
            }
        }
        let halted = *self.halted.lock().unwrap();
        if halted > Instant::now() {
            sleep_until(halted).await;
        }
        if self.is_dead() {
            pending::<()>().await;
        }
    }
}
