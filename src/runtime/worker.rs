//! Wakes the chats whose alarm has come. One screen: look, lease, wake each, wait for the next look or a moved clock.

use std::sync::Arc;
use std::time::Duration;

use rand::random;
use tokio::sync::{Semaphore, watch};
use tokio::time::Instant;

use crate::dialogue::event::Event;
use crate::dialogue::state::State;
use crate::store::{ChatId, CommitId, Record, Row, StoreError};

use super::gauge;
use super::intake::Intake;
use super::pulse::Pulse;
use super::stop::Stop;
use super::turn::{LEASE, Turn, Turned, turn};

/// How often the worker looks.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How many chats are woken a second: Telegram's limit for unasked messages is about thirty.
const WAKES_A_SECOND: usize = 25;
/// How many wakes may be on their way: a chat that hangs holds up nobody but itself.
const WAKES_AT_ONCE: usize = 256;

/// How far the worker has looked: the number of clock moves that its last complete sweep has seen.
pub type Swept = watch::Sender<Option<u64>>;

/// Looks until it is told to stop.
pub async fn run(intake: Arc<Intake>, pulse: Arc<Pulse>, swept: Arc<Swept>, stop: Stop) {
    let mut moves = intake.courier.clock.moves();
    let room = Arc::new(Semaphore::new(WAKES_AT_ONCE));
    while !stop.told() {
        let moved = *moves.borrow_and_update();
        match sweep(&intake, &room, &pulse, &stop).await {
            Ok(()) => {
                swept.send_replace(Some(moved));
            }
            Err(error) => tracing::warn!(%error, "the worker could not look for due chats"),
        }
        // Alive, whatever the store says: that is told apart, as readiness.
        pulse.worker();
        tokio::select! {
            () = tokio::time::sleep(LOOK_EVERY) => {}
            _ = moves.changed() => {}
            () = stop.wait() => {}
        }
    }
}

/// Sets every chat that is due now on its way, a lease at a time.
///
/// # Errors
/// The store's, from the search. A chat that could not be woken comes again when its lease ends.
pub async fn sweep(
    intake: &Arc<Intake>,
    room: &Arc<Semaphore>,
    pulse: &Pulse,
    stop: &Stop,
) -> Result<(), StoreError> {
    while !stop.told() {
        pulse.worker();
        let begun = Instant::now();
        let now = intake.courier.clock.now();
        let store = &intake.courier.store;
        let until = now + LEASE;
        let mut due = store.lease(now, until, WAKES_A_SECOND, Row::Asked).await?;
        let room_left = WAKES_A_SECOND - due.len();
        due.extend(store.lease(now, until, room_left, Row::Unasked).await?);
        let found = due.len();
        for chat in due {
            let Ok(place) = Arc::clone(room).acquire_owned().await else {
                return Ok(());
            };
            let intake = Arc::clone(intake);
            let flight = intake.flights.begin();
            tokio::spawn(async move {
                if let Err(error) = wake(&intake, chat).await {
                    let chat = intake.courier.aliases.of(chat);
                    tracing::warn!(%error, chat, "a due chat could not be woken; its lease will end");
                }
                drop((place, flight));
            });
        }
        if found < WAKES_A_SECOND {
            return Ok(());
        }
        tokio::time::sleep_until(begun + Duration::from_secs(1)).await;
    }
    Ok(())
}

async fn wake(intake: &Intake, chat: ChatId) -> Result<(), StoreError> {
    let courier = &intake.courier;
    let about = Turn {
        chat,
        id: CommitId::Own(random()),
        event: &Event::Due,
        pressed_on: None,
    };
    let loaded = courier.store.load(chat).await?;
    let turned = turn(courier.store.as_ref(), &about, loaded, courier.clock.now()).await?;
    if let Turned::Committed { record, .. } = turned {
        count(&record);
        courier.deliver(chat, *record).await?;
    }
    Ok(())
}

/// Counts the reminders that this wake has brought.
fn count(record: &Record) {
    let is_first_try = record.outbox.tries == 0;
    if record.outbox.show.is_none() || !is_first_try {
        return;
    }
    if let State::Reminder(reminder) = &record.dialogue.state {
        for (_, notice) in &reminder.lines {
            gauge::reminded(*notice);
        }
    }
}
