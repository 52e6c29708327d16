//! Asking Telegram for updates. One machine, one poller.
//!
//! The offset is the acknowledgement: it passes an update only after its commit, and never an update before it that
//! is not committed.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use serde_json::value::RawValue;
use teloxide::types::ChatId;

use crate::telegram::raw::Parsed;

use super::intake::{Answering, Intake, Verdict, read, take};
use super::pulse::Pulse;
use super::stop::Stop;

/// How long Telegram keeps a question open when there is nothing to say.
const POLL: Duration = Duration::from_secs(25);
/// The waits after a failure double up to this.
const WAIT_MAX: Duration = Duration::from_secs(30);
/// How long the last word to Telegram may take.
const LAST_WORD_MAX: Duration = Duration::from_secs(3);
const WAIT_MIN: Duration = Duration::from_secs(1);

/// Polls until it is told to stop.
pub async fn run(intake: Arc<Intake>, pulse: Arc<Pulse>, stop: Stop) {
    let mut offset = None;
    let mut wait = WAIT_MIN;
    let mut done = HashSet::new();
    while !stop.told() {
        let asked = tokio::select! {
            asked = intake.courier.api.updates(offset, POLL) => asked,
            () = stop.wait() => break,
        };
        match asked {
            Ok(updates) => {
                pulse.intake();
                let all = updates.len();
                let next = taken(&intake, updates, &mut done).await;
                if let Some(next) = next.offset {
                    offset = Some(next);
                }
                wait = if next.complete || all == 0 {
                    WAIT_MIN
                } else {
                    // The store is away: the same updates come again, after a moment.
                    pause(&stop, wait).await;
                    (wait * 2).min(WAIT_MAX)
                };
            }
            Err(failed) => {
                tracing::warn!(?failed, "Telegram did not give its updates");
                pause(&stop, wait).await;
                wait = (wait * 2).min(WAIT_MAX);
            }
        }
    }
    if let Some(offset) = offset {
        // What was committed is not brought again to whoever comes after us.
        let last = intake.courier.api.updates(Some(offset), Duration::ZERO);
        let _ = tokio::time::timeout(LAST_WORD_MAX, last).await;
    }
}

struct Next {
    /// The first update that is not acknowledged.
    offset: Option<u32>,
    /// Whether all were acknowledged.
    complete: bool,
}

/// Takes a batch: chats side by side, each chat's updates in order.
///
/// `done` holds the updates that are acknowledged but come again, because one before them is not.
async fn taken(intake: &Arc<Intake>, updates: Vec<Box<RawValue>>, done: &mut HashSet<u32>) -> Next {
    let read_all = updates
        .iter()
        .filter_map(|update| read(update.get().as_bytes()));
    let mut chats: HashMap<Option<ChatId>, Vec<Parsed>> = HashMap::new();
    let mut last = None;
    for update in read_all {
        last = last.max(Some(update.update));
        if !done.contains(&update.update) {
            chats.entry(update.chat).or_default().push(update);
        }
    }
    let ended = join_all(chats.into_values().map(|updates| in_order(intake, updates))).await;
    let first_left = ended.iter().filter_map(|chat| chat.stopped_at).min();
    match first_left {
        Some(_) => done.extend(ended.into_iter().flat_map(|chat| chat.taken)),
        None => done.clear(),
    }
    let after_last = last.map(|last| last.wrapping_add(1));
    Next {
        offset: first_left.or(after_last),
        complete: first_left.is_none(),
    }
}

/// How far the updates of one chat were taken.
struct Taken {
    taken: Vec<u32>,
    /// The first that must come again.
    stopped_at: Option<u32>,
}

async fn in_order(intake: &Arc<Intake>, updates: Vec<Parsed>) -> Taken {
    let mut taken = Vec::new();
    for update in updates {
        let number = update.update;
        let ended = take(intake, update, Answering::ByCall).await;
        if ended.verdict == Verdict::Again {
            return Taken {
                taken,
                stopped_at: Some(number),
            };
        }
        taken.push(number);
    }
    Taken {
        taken,
        stopped_at: None,
    }
}

async fn pause(stop: &Stop, wait: Duration) {
    tokio::select! {
        () = tokio::time::sleep(wait) => {}
        () = stop.wait() => {}
    }
}
