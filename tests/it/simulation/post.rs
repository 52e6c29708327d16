//! Telegram's hand that brings the updates: lane by lane, each to any process, again until it is taken.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use gilbot::emulator::Params;
use gilbot::emulator::world::{Delivered, Parcel};
use gilbot::runtime::intake::{Answering, Taken, Verdict};
use serde_json::{Map, Value};
use tokio::time::{Instant, sleep, timeout};

use super::ground::Ground;
use super::process::Process;

/// Telegram's patience with an answer.
const ANSWER_SECONDS_MAX: Duration = Duration::from_secs(60);
/// Taking an update never waits for Telegram: with a store that is well it takes less than this.
const TAKING_MAX: Duration = Duration::from_secs(1);

pub struct Post {
    ground: Arc<Ground>,
    crew: Mutex<Vec<Arc<Process>>>,
    under_way: AtomicUsize,
    answering: Answering,
}

impl Post {
    pub fn open(ground: &Arc<Ground>, crew: Vec<Arc<Process>>, answering: Answering) -> Arc<Self> {
        Arc::new(Self {
            ground: Arc::clone(ground),
            crew: Mutex::new(crew),
            under_way: AtomicUsize::new(0),
            answering,
        })
    }

    /// The processes that live.
    pub fn crew(&self) -> Vec<Arc<Process>> {
        let mut crew = self.crew.lock().unwrap();
        crew.retain(|process| !process.fate.is_dead());
        crew.clone()
    }

    pub fn joins(&self, process: Process) {
        self.crew.lock().unwrap().push(Arc::new(process));
    }

    pub fn is_idle(&self) -> bool {
        self.under_way.load(Ordering::SeqCst) == 0
    }

    /// Everything that may go out now goes out.
    pub fn bring(self: &Arc<Self>) {
        for parcel in self.ground.world(|world| world.parcels()) {
            let now = self.ground.clock.now();
            self.ground
                .books(|books| books.sets_out(parcel.update_id, &parcel.body, now));
            self.under_way.fetch_add(1, Ordering::SeqCst);
            let post = Arc::clone(self);
            tokio::spawn(async move {
                post.carry(&parcel).await;
                post.under_way.fetch_sub(1, Ordering::SeqCst);
                post.bring();
            });
        }
    }

    async fn carry(self: &Arc<Self>, parcel: &Parcel) {
        let ground = &self.ground;
        if ground.strikes(ground.weather().post) {
            // The hand has let go of an earlier try that goes on all the same.
            let (post, parcel) = (Arc::clone(self), parcel.clone());
            tokio::spawn(async move { post.hand_over(&parcel).await });
        }
        let taken = self.hand_over(parcel).await;
        let is_lost = ground.strikes(ground.weather().post);
        let ended = match taken {
            Some(taken) if taken.verdict == Verdict::Again => {
                Delivered::Failed("503".to_owned(), Some(2))
            }
            Some(taken) if !is_lost => {
                ground.books(|books| books.is_over(parcel.update_id));
                self.replied(taken.reply);
                Delivered::Taken
            }
            Some(_) | None => Delivered::Failed("closed".to_owned(), None),
        };
        let rest = ground.world(|world| world.delivered(parcel, ended));
        if let Some(seconds) = rest {
            sleep(Duration::from_secs(seconds)).await;
            ground.world(|world| world.rested(parcel));
        }
    }

    /// To any of those who live; it goes on there also when nobody waits for the answer any more.
    async fn hand_over(&self, parcel: &Parcel) -> Option<Taken> {
        let ground = &self.ground;
        sleep(Duration::from_millis(ground.below(4) as u64)).await;
        let crew = self.crew();
        if crew.is_empty() {
            return None;
        }
        let process = Arc::clone(ground.pick(&crew));
        let number = process.fate.number;
        ground.books(|books| books.brought(parcel.update_id, number));
        let begun = Instant::now();
        let taking = process.takes(&parcel.body, self.answering);
        let taken = timeout(ANSWER_SECONDS_MAX, taking).await.ok()?;
        let verdict = taken.as_ref().map(|taken| taken.verdict);
        ground.books(|books| {
            books.say(|| {
                let id = parcel.update_id;
                format!("update {id} to process {number}: {verdict:?}")
            });
            if verdict == Some(Verdict::Acknowledge) {
                books.acknowledged(parcel.update_id);
            }
            if begun.elapsed() > TAKING_MAX && !books.has_reason_to_be_slow(number, begun) {
                books.broken(format!(
                    "update {} took {:?}",
                    parcel.update_id,
                    begun.elapsed()
                ));
            }
        });
        taken
    }

    /// A call that stands in the reply is made by Telegram itself; nobody hears how it ended.
    fn replied(&self, reply: Option<Vec<u8>>) {
        let Some(reply) = reply else { return };
        let mut call: Map<String, Value> = serde_json::from_slice(&reply).expect("an object");
        let method = call.remove("method").expect("a method");
        let method = method.as_str().expect("a name");
        let query = call["callback_query_id"].as_str().map(str::to_owned);
        let params = Params::from_json(call);
        let answer = self.ground.world(|world| world.call(method, &params));
        self.ground.books(|books| {
            books.say(|| format!("the reply {method} → {answer:?}"));
            if answer.is_err() {
                // Too old, or answered before.
                books.struck_answers.extend(query);
            }
        });
    }
}
