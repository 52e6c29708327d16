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
/// The waits after a failure double from the first to the second.
const AFTER_FAILURE: Waits = Waits::between(Duration::from_secs(1), Duration::from_secs(30));
/// Shorter when the store has not taken everything: others wait behind those updates, and it may be back at any time.
const AFTER_UNTAKEN: Waits = Waits::between(Duration::from_secs(1), Duration::from_secs(2));
/// Longer when somebody else asks: each question of one cuts off that of the other.
const AFTER_CONFLICT: Waits = Waits::between(Duration::from_secs(5), Duration::from_secs(60));
/// How long the last word to Telegram may take.
const LAST_WORD_MAX: Duration = Duration::from_secs(3);

/// What a 409 means, in words.
pub const CONFLICT: &str = "another copy of this bot is asking Telegram for updates, or a webhook is set (409). \
                            Stop the other copy, or run all of them with WEBHOOK_URL.";

/// Polls until it is told to stop.
pub async fn run(intake: Arc<Intake>, pulse: Arc<Pulse>, stop: Stop) {
    let mut offset = None;
    let (mut failures, mut conflicts) = (AFTER_FAILURE, AFTER_CONFLICT);
    let mut untaken = AFTER_UNTAKEN;
    let mut done = HashSet::new();
    while !stop.told() {
        let asked = tokio::select! {
            asked = intake.courier.api.updates(offset, POLL) => asked,
            () = stop.wait() => break,
        };
        match asked {
            Ok(updates) => {
                pulse.intake();
                conflicts = AFTER_CONFLICT;
                let all = updates.len();
                let next = taken(&intake, updates, &mut done).await;
                if let Some(next) = next.offset {
                    offset = Some(next);
                }
                if all == 0 {
                    // Whatever may have killed the process before has been brought.
                    intake.careful.ends();
                }
                failures = AFTER_FAILURE;
                if next.complete {
                    untaken = AFTER_UNTAKEN;
                } else {
                    // The store is away: the same updates come again, after a moment.
                    untaken.pause(&stop).await;
                }
            }
            Err(failure) if failure.is_conflict() => {
                if !pulse.is_contested() {
                    tracing::warn!("{CONFLICT}");
                }
                pulse.contested();
                conflicts.pause(&stop).await;
            }
            Err(failure) => {
                tracing::warn!(?failure, "Telegram did not give its updates");
                failures.pause(&stop).await;
            }
        }
    }
    if let Some(offset) = offset {
        // What was committed is not brought again to whoever comes after us.
        let last = intake.courier.api.updates(Some(offset), Duration::ZERO);
        let _ = tokio::time::timeout(LAST_WORD_MAX, last).await;
    }
}

/// Waits that double.
#[derive(Clone, Copy)]
struct Waits {
    next: Duration,
    longest: Duration,
}

impl Waits {
    const fn between(first: Duration, longest: Duration) -> Self {
        Self {
            next: first,
            longest,
        }
    }

    async fn pause(&mut self, stop: &Stop) {
        tokio::select! {
            () = tokio::time::sleep(self.next) => {}
            () = stop.wait() => {}
        }
        self.next = (self.next * 2).min(self.longest);
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
