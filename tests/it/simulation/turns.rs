//! Turns against a real store, without Telegram: two replicas, two lanes of updates that come again until they are
//! acknowledged, replies that are lost, commits that happen late, processes that die at any point.
//!
//! Every commit that was applied is written down. In the end each update must stand there once, and thinking all of
//! them through once more in that order must give what is stored: nothing lost, nothing twice, nothing undone.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use chrono::{DateTime, TimeDelta, Utc};
use gilbot::dialogue::effect::{Effect, Show};
use gilbot::dialogue::event::{Command, Event, MessageId};
use gilbot::dialogue::press::{Place, Press};
use gilbot::dialogue::state::{Remark, State};
use gilbot::dialogue::{Dialogue, beneath_reminder, transition, view};
use gilbot::reading::sift::{Asked, Sifted, sift};
use gilbot::runtime::turn::{LEASE, Turn, Turned, UNHEARD_MAX, UNHEARD_REST, turn};
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{ChatId, CommitId, Record, Revision, Store, StoreError};

use super::store::{Attempt, Faulty, Ledger};
use super::{Dice, alarm_ms, play};
use gilbot::gallery::starts::{fullest, now, with_certificates};

const LANES: usize = 2;
const BOTS: usize = 2;

#[test]
fn no_update_is_lost_or_taken_twice_and_no_turn_undone() {
    play(0..5_000, 2, |seed| Simulation::new(seed).run());
}

type Running = Pin<Box<dyn Future<Output = Result<Turned, StoreError>>>>;

/// An update as Telegram keeps it until it is acknowledged.
struct Update {
    id: u32,
    event: Event,
}

/// A turn on its way in one of the replicas; `lane` is `None` for the worker's.
struct Flight {
    bot: usize,
    lane: Option<usize>,
    id: u32,
    running: Running,
}

struct Simulation {
    chat: ChatId,
    dice: Arc<Mutex<Dice>>,
    inner: Arc<SqliteStore>,
    runtime: Arc<tokio::runtime::Runtime>,
    ledger: Arc<Ledger>,
    begin: Record,
    now: DateTime<Utc>,
    next_id: u32,
    left: usize,
    lanes: [VecDeque<Update>; LANES],
    flights: Vec<Flight>,
}

thread_local! {
    /// One store for all seeds of a thread, a chat for each.
    static STORE: (Arc<SqliteStore>, Arc<tokio::runtime::Runtime>) = {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
        let store = SqliteStore::open(":memory:").expect("memory opens");
        (Arc::new(store), Arc::new(runtime.expect("a runtime")))
    };
}

impl Simulation {
    fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let left = 4 + dice.below(9);
        let (inner, runtime) = STORE.with(Clone::clone);
        let mut simulation = Self {
            chat: ChatId(seed.cast_signed()),
            inner,
            runtime,
            ledger: Arc::new(Ledger::default()),
            begin: Record::default(),
            now: now(),
            next_id: 1_000_000,
            left,
            lanes: Default::default(),
            flights: Vec::new(),
            dice: Arc::new(Mutex::new(dice)),
        };
        simulation.stored_before();
        simulation
    }

    /// Half of the chats have a history.
    fn stored_before(&mut self) {
        let dialogue = match self.dice.lock().unwrap().below(4) {
            0 => fullest(),
            1 => with_certificates([20, 300]),
            _ => return,
        };
        self.begin.dialogue = dialogue;
        let commit = self
            .inner
            .commit(self.chat, CommitId::Own(1), Revision(0), &self.begin);
        self.runtime.block_on(commit).expect("it is stored");
        self.begin.revision = Revision(1);
    }

    fn run(mut self) {
        while self.left > 0 || self.lanes.iter().any(|lane| !lane.is_empty()) {
            self.step();
        }
        self.rest();
        self.check();
    }

    fn step(&mut self) {
        let kind = self.dice.lock().unwrap().below(100);
        match kind {
            0..14 if self.left > 0 => self.person_acts(),
            14..34 => self.deliver(),
            34..36 => self.crash(),
            36..39 => self.wake(),
            39..41 => self.ledger.late(&self.inner, &self.runtime),
            41..44 => self.now += TimeDelta::seconds(self.dice.lock().unwrap().below(7_200) as i64),
            44..45 => self.now -= TimeDelta::seconds(self.dice.lock().unwrap().below(600) as i64),
            45..46 => self.next_id -= 5_000,
            _ => self.poll(),
        }
    }

    fn stored(&self) -> Record {
        let stored = self.runtime.block_on(self.inner.load(self.chat));
        stored
            .expect("the store itself is well")
            .unwrap_or_default()
    }

    /// A press on what is seen now, or on anything that always works; or typed words. Messages and presses have lanes
    /// of their own.
    fn person_acts(&mut self) {
        let dialogue = self.stored().dialogue;
        let screen = view(&dialogue, self.now);
        // Erasing ends a chat, and its story is told elsewhere.
        let stays = |press: &Press| *press != Press::EraseAll;
        let offered: Vec<Press> = screen.presses().filter(stays).collect();
        let mut dice = self.dice.lock().unwrap();
        let words = [
            "2028.3.15",
            "재발급",
            "취소",
            "어머니",
            "내년 3월 1일",
            "ㅎㅎ",
        ];
        let (lane, event) = match dice.below(10) {
            0 => (0, Event::Commanded(Command::Go(Place::NewDate))),
            1 | 2 => (0, typed(dice.pick::<&str>(&words))),
            3 => (1, Event::Pressed(Press::Go(Place::Checklist))),
            _ if offered.is_empty() => (1, Event::PressedUnknown),
            _ => (1, Event::Pressed(*dice.pick(&offered))),
        };
        self.next_id += 1 + dice.below(3) as u32;
        self.left -= 1;
        let id = self.next_id;
        self.lanes[lane].push_back(Update { id, event });
    }

    /// Telegram brings the first update of a lane; now and then although it is on its way already.
    fn deliver(&mut self) {
        let mut dice = self.dice.lock().unwrap();
        let (lane, bot) = (dice.below(LANES), dice.below(BOTS));
        let again = dice.percent(10);
        drop(dice);
        let busy = self.flights.iter().any(|flight| flight.lane == Some(lane));
        if let Some(update) = self.lanes[lane].front().filter(|_| !busy || again) {
            let (id, event) = (update.id, update.event.clone());
            self.begin_turn(bot, Some(lane), id, event);
        }
    }

    /// A worker finds the chat due.
    fn wake(&mut self) {
        let bot = self.dice.lock().unwrap().below(BOTS);
        self.begin_turn(bot, None, 0, Event::Due);
    }

    fn begin_turn(&mut self, bot: usize, lane: Option<usize>, id: u32, event: Event) {
        let (chat, now) = (self.chat, self.now);
        let name = match lane {
            Some(_) => CommitId::Update(id),
            None => CommitId::Own(self.dice.lock().unwrap().throw()),
        };
        let attempt = Attempt {
            update: lane.map(|_| id),
            event: event.clone(),
            now,
        };
        let store = Faulty::new(
            &self.inner,
            &self.runtime,
            &self.dice,
            &self.ledger,
            attempt,
        );
        let running = async move {
            let loaded = store.load(chat).await?;
            let about = Turn {
                chat,
                id: name,
                event: &event,
                pressed_on: Some(MessageId(3)),
            };
            turn(&store, &about, loaded, now).await
        };
        self.flights.push(Flight {
            bot,
            lane,
            id,
            running: Box::pin(running),
        });
    }

    /// One of the replicas dies: whatever it was doing is not done any further.
    fn crash(&mut self) {
        let bot = self.dice.lock().unwrap().below(BOTS);
        self.flights.retain(|flight| flight.bot != bot);
    }

    /// One turn goes one step further.
    fn poll(&mut self) {
        if self.flights.is_empty() {
            return;
        }
        let place = self.dice.lock().unwrap().below(self.flights.len());
        let mut context = Context::from_waker(Waker::noop());
        let Poll::Ready(ended) = self.flights[place].running.as_mut().poll(&mut context) else {
            return;
        };
        let flight = self.flights.swap_remove(place);
        match ended {
            Ok(Turned::Committed { .. } | Turned::Seen | Turned::Nothing) => {
                self.acknowledge(&flight)
            }
            // Telegram brings it again.
            Err(StoreError::Unavailable(_)) => {}
            Err(StoreError::Corrupt(why)) => panic!("nothing was spoiled: {why}"),
        }
    }

    fn acknowledge(&mut self, flight: &Flight) {
        let Some(lane) = flight.lane else {
            return;
        };
        let taken = self.ledger.times(flight.id);
        assert_eq!(
            taken, 1,
            "update {} is acknowledged and was taken {taken} times",
            flight.id
        );
        let lost = self.dice.lock().unwrap().percent(10);
        let first = self.lanes[lane].front().map(|update| update.id);
        if !lost && first == Some(flight.id) {
            self.lanes[lane].pop_front();
        }
    }

    /// Everything that has begun ends, also the commits that come late.
    fn rest(&mut self) {
        while !self.flights.is_empty() {
            self.poll();
        }
        self.ledger.late(&self.inner, &self.runtime);
    }

    fn check(&self) {
        let applied = self.ledger.applied();
        let stored = self.stored();
        let mut dialogue: Dialogue = self.begin.dialogue.clone();
        let mut revision = self.begin.revision;
        let mut show = self.begin.outbox.show;
        for commit in &applied {
            revision = Revision(revision.0 + 1);
            assert_eq!(
                commit.revision, revision,
                "each commit follows the one before"
            );
            // Nothing is ever shown here: a reminder, once owed, stays on top.
            let is_unshown =
                matches!(dialogue.state, State::Reminder(_)) && show >= Some(Show::Quietly);
            let happens = if is_unshown {
                beneath_reminder
            } else {
                transition
            };
            let (next, effects) =
                happens(dialogue, commit.attempt.event.clone(), commit.attempt.now);
            dialogue = next;
            for effect in effects {
                if let Effect::Show(owed) = effect {
                    show = show.max(Some(owed));
                }
            }
            if let Some(update) = commit.attempt.update {
                assert_eq!(
                    self.ledger.times(update),
                    1,
                    "update {update} has effect once"
                );
            }
        }
        assert_eq!(stored.revision, revision);
        if stored.dialogue.remark == Some(Remark::OnceMore) {
            // Nobody is ever heard of: the alarm came at least twice.
            let alarms = applied.iter().filter(|it| it.attempt.event == Event::Due);
            assert!(alarms.count() >= 2);
            dialogue.remark = stored.dialogue.remark;
        }
        assert_eq!(stored.dialogue, dialogue, "no turn was undone");
        if let Some(last) = applied.last() {
            assert!(!stored.outbox.is_empty());
            // Nobody shows anything here, so nobody is ever heard of.
            let lease = match stored.outbox.unheard > UNHEARD_MAX {
                true => last.attempt.now + UNHEARD_REST,
                false => last.attempt.now + LEASE,
            };
            assert_eq!(stored.due.map(alarm_ms), Some(alarm_ms(lease)));
        }
    }
}

fn typed(words: &str) -> Event {
    match sift(words, Asked::Date) {
        Sifted::Safe(text) => Event::Typed(text),
        Sifted::Secret(_) => panic!("«{words}» is no secret"),
    }
}
