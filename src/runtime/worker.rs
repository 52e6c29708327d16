//! Wakes the chats whose alarm has come. One screen: look, lease, wake each, wait for the next look or a moved clock.
//!
//! Whoever waits for an answer is woken at once. Of those who asked for nothing, at most one second's worth is leased at a
//! time, and each is woken at its own place, so that all copies of the bot together keep their limit and a burst is spread.

use std::num::NonZeroU32;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rand::random;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use crate::dialogue::event::Event;
use crate::store::{ChatId, CommitId, Leased, Room, StoreError};

use super::careful;
use super::intake::Intake;
use super::place::{Place, spacing};
use super::pulse::Pulse;
use super::stop::Stop;
use super::turn::{LEASE, Turn, Turned};

/// How often the worker looks.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How many wakes of a row may be on their way: a chat that hangs holds up nobody but itself.
const WAKES_AT_ONCE: usize = 256;
/// The next places are taken so long before the last ones are used up: then no place stays empty between them.
const AHEAD: TimeDelta = TimeDelta::milliseconds(150);
/// How long nobody else is leased when the store had no places to give.
const WITHOUT_PLACES: TimeDelta = TimeDelta::seconds(5);

/// How far the worker has looked: the number of clock moves that its last complete sweep has seen.
pub type Swept = watch::Sender<Option<u64>>;

/// The worker of one copy of the bot.
pub struct Worker {
    intake: Arc<Intake>,
    pulse: Arc<Pulse>,
    stop: Stop,
    /// Room for wakes on their way, of those who wait and of those who do not.
    asked: Arc<Semaphore>,
    unasked: Arc<Semaphore>,
    /// When the next places are taken; `None` at once.
    next_places: Option<DateTime<Utc>>,
}

impl Worker {
    pub fn new(intake: Arc<Intake>, pulse: Arc<Pulse>, stop: Stop) -> Self {
        let waiting = seconds_worth(intake.courier.unasked_a_second);
        Self {
            asked: Arc::new(Semaphore::new(WAKES_AT_ONCE)),
            unasked: Arc::new(Semaphore::new(WAKES_AT_ONCE + waiting)),
            intake,
            pulse,
            stop,
            next_places: None,
        }
    }

    /// Looks until it is told to stop.
    pub async fn run(mut self, swept: Arc<Swept>) {
        let mut moves = self.intake.courier.clock.moves();
        while !self.stop.told() {
            let moved = *moves.borrow_and_update();
            match self.look().await {
                Ok(true) => {
                    swept.send_replace(Some(moved));
                }
                Ok(false) => {}
                Err(error) => tracing::warn!(%error, "the worker could not look for due chats"),
            }
            let stop = self.stop.clone();
            tokio::select! {
                () = tokio::time::sleep(self.rest()) => {}
                _ = moves.changed() => self.next_places = None,
                () = stop.wait() => {}
            }
        }
    }

    /// Looks until every chat that is due has been set on its way.
    ///
    /// # Errors
    /// The store's, from the search.
    pub async fn sweep(&mut self) -> Result<(), StoreError> {
        while !self.stop.told() && !self.look().await? {
            tokio::time::sleep(self.rest()).await;
        }
        Ok(())
    }

    /// One look at both rows; true if nobody who is due was left there.
    async fn look(&mut self) -> Result<bool, StoreError> {
        // Alive, whatever the store says: that is told apart, as readiness.
        self.pulse.worker();
        let now = self.intake.courier.clock.now();
        let waits = self.next_places.is_some_and(|at| now < at);
        let room = Room {
            asked: self.asked.available_permits(),
            unasked: match waits {
                true => 0,
                false => self.unasked_room(),
            },
        };
        if !waits {
            self.next_places = None;
        }
        let leased = self.lease(room).await?;
        let all_asked = self.wakes_at_once(&leased.asked, room.asked);
        let all_unasked = leased.unasked.len() < room.unasked;
        self.wakes_by_turns(&leased.unasked).await?;
        Ok((all_asked || self.look_at_asked().await?) && all_unasked)
    }

    /// Further looks at those who wait, until nobody is left or there is no room for more.
    async fn look_at_asked(&self) -> Result<bool, StoreError> {
        loop {
            let room = Room {
                asked: self.asked.available_permits(),
                unasked: 0,
            };
            let due = self.lease(room).await?.asked;
            let all = self.wakes_at_once(&due, room.asked);
            if all || due.is_empty() {
                return Ok(all);
            }
        }
    }

    /// Wakes those who wait; true if there was room for all of them.
    fn wakes_at_once(&self, chats: &[ChatId], room: usize) -> bool {
        for chat in chats {
            self.wakes(*chat, &self.asked, None);
        }
        chats.len() < room
    }

    /// For how many more that nobody waits for.
    fn unasked_room(&self) -> usize {
        let room = self.unasked.available_permits();
        room.min(seconds_worth(self.intake.courier.unasked_a_second))
    }

    /// Wakes those nobody waits for, each at a place of its own.
    async fn wakes_by_turns(&mut self, chats: &[ChatId]) -> Result<(), StoreError> {
        if chats.is_empty() {
            return Ok(());
        }
        let courier = &self.intake.courier;
        let now = courier.clock.now();
        let spacing = spacing(courier.unasked_a_second);
        let taken = u32::try_from(chats.len()).unwrap_or(u32::MAX);
        // Without places nobody is woken: those that were leased come again when their lease ends, and no others are
        // taken meanwhile.
        self.next_places = Some(now + WITHOUT_PLACES);
        let mut at = courier.store.reserve(now, spacing, taken).await?;
        for chat in chats {
            self.wakes(*chat, &self.unasked, Some(Place { at, since: now }));
            at += spacing;
        }
        self.next_places = Some(at - AHEAD);
        Ok(())
    }

    async fn lease(&self, room: Room) -> Result<Leased, StoreError> {
        if room.is_none() {
            return Ok(Leased::default());
        }
        let courier = &self.intake.courier;
        let now = courier.clock.now();
        courier.store.lease(now, now + LEASE, room).await
    }

    /// Until the next look.
    fn rest(&self) -> Duration {
        let Some(at) = self.next_places else {
            return LOOK_EVERY;
        };
        // Their time may have come while we were looking at those who wait.
        let left = at - self.intake.courier.clock.now();
        left.to_std().unwrap_or_default().min(LOOK_EVERY)
    }

    /// Wakes a chat, by the way: at its place, or at once.
    fn wakes(&self, chat: ChatId, room: &Arc<Semaphore>, place: Option<Place>) {
        let Ok(permit) = Arc::clone(room).try_acquire_owned() else {
            // Nobody else takes of the room that was seen; the lease would end.
            return;
        };
        let (intake, stop) = (Arc::clone(&self.intake), self.stop.clone());
        let flight = intake.flights.begin();
        tokio::spawn(async move {
            let waking = pin!(async {
                if let Err(error) = wake_at(&intake, chat, place, &stop).await {
                    let chat = intake.courier.aliases.of(chat);
                    tracing::warn!(%error, chat, "a due chat could not be woken; its lease will end");
                }
            });
            careful::caught(waking).await;
            drop::<(OwnedSemaphorePermit, _)>((permit, flight));
        });
    }
}

/// How many unasked chats are leased at a time.
fn seconds_worth(a_second: NonZeroU32) -> usize {
    usize::try_from(a_second.get()).unwrap_or(usize::MAX)
}

async fn wake_at(
    intake: &Intake,
    chat: ChatId,
    place: Option<Place>,
    stop: &Stop,
) -> Result<(), StoreError> {
    if let Some(place) = place
        && !place.comes(&intake.courier, stop).await?
    {
        return Ok(());
    }
    wake(intake, chat).await
}

async fn wake(intake: &Intake, chat: ChatId) -> Result<(), StoreError> {
    let courier = &intake.courier;
    let about = Turn {
        chat,
        id: CommitId::Own(random()),
        event: &Event::Due,
        pressed_on: None,
    };
    let Some(found) = courier.store.load(chat).await? else {
        return Ok(());
    };
    let think = |found| courier.turned(&about, Some(found));
    let turned = careful::woken(intake, chat, found, think).await?;
    if let Some(Turned::Committed { record, .. }) = turned {
        courier.deliver(chat, *record).await?;
    }
    Ok(())
}
