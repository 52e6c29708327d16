//! Wakes the chats whose alarm has come. One screen: look, lease, wake each, wait for the next look or a moved clock.

use std::sync::Arc;
use std::time::Duration;

use futures_util::stream::{self, StreamExt};
use rand::random;
use tokio::sync::watch;

use crate::dialogue::event::Event;
use crate::dialogue::reminder::Notice;
use crate::dialogue::state::State;
use crate::store::{ChatId, CommitId, StoreError};

use super::gauge;
use super::intake::Intake;
use super::pulse::Pulse;
use super::stop::Stop;
use super::turn::{LEASE, Turn, Turned, turn};

/// How often the worker looks.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How many chats are leased at once, and how many of them are woken side by side.
const LEASES_MAX: usize = 64;
const WAKES_AT_ONCE: usize = 8;
/// Unasked messages a second: Telegram's limit for all chats together is about thirty.
const WAKES_A_SECOND: usize = 25;

/// How far the worker has looked: the number of clock moves that its last complete sweep has seen.
pub type Swept = watch::Sender<Option<u64>>;

/// Looks until it is told to stop.
pub async fn run(intake: Arc<Intake>, pulse: Arc<Pulse>, swept: Arc<Swept>, stop: Stop) {
    let mut moves = intake.courier.clock.moves();
    while !stop.told() {
        let moved = *moves.borrow_and_update();
        let flight = intake.flights.begin();
        match sweep(&intake).await {
            Ok(()) => {
                pulse.worker();
                swept.send_replace(Some(moved));
            }
            Err(error) => tracing::warn!(%error, "the worker could not look for due chats"),
        }
        drop(flight);
        tokio::select! {
            () = tokio::time::sleep(LOOK_EVERY) => {}
            _ = moves.changed() => {}
            () = stop.wait() => {}
        }
    }
}

/// Wakes every chat that is due now.
///
/// # Errors
/// The store's, from the search. A chat that could not be woken comes again when its lease ends.
pub async fn sweep(intake: &Arc<Intake>) -> Result<(), StoreError> {
    loop {
        let now = intake.courier.clock.now();
        let due = intake
            .courier
            .store
            .lease(now, now + LEASE, LEASES_MAX)
            .await?;
        let found = due.len();
        let begun = tokio::time::Instant::now();
        stream::iter(due)
            .for_each_concurrent(WAKES_AT_ONCE, |chat| wake(intake, chat))
            .await;
        if found < LEASES_MAX {
            return Ok(());
        }
        // A full lease: so many that Telegram's limit counts.
        let fair = Duration::from_secs_f64(found as f64 / WAKES_A_SECOND as f64);
        tokio::time::sleep_until(begun + fair).await;
    }
}

async fn wake(intake: &Arc<Intake>, chat: ChatId) {
    if let Err(error) = woken(intake, chat).await {
        tracing::warn!(%error, "a due chat could not be woken; its lease will end");
    }
}

async fn woken(intake: &Intake, chat: ChatId) -> Result<(), StoreError> {
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
        if let State::Reminder(reminder) = &record.dialogue.state {
            for (_, notice) in &reminder.lines {
                match notice {
                    Notice::Stage(stage) => gauge::reminded(&format!("{stage:?}")),
                    Notice::Use => gauge::reminded("Use"),
                }
            }
        }
        courier.deliver(chat, *record).await?;
    }
    Ok(())
}
