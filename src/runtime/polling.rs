//! Asking Telegram for updates. One machine, one poller.
//!
//! The offset is the acknowledgement: it passes an update only after its commit, and never an update before it that
//! is not committed.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use serde_json::Value;

use super::intake::{Answering, Intake, Verdict, chat_of, take};
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
async fn taken(intake: &Arc<Intake>, updates: Vec<Value>, done: &mut HashSet<u32>) -> Next {
    let numbers: Vec<u32> = updates.iter().filter_map(number).collect();
    let mut chats: HashMap<Option<i64>, Vec<(u32, Value)>> = HashMap::new();
    for update in updates {
        if let Some(number) = number(&update)
            && !done.contains(&number)
        {
            let chat = chat_of(&update);
            chats.entry(chat).or_default().push((number, update));
        }
    }
    let ended = join_all(chats.into_values().map(|updates| in_order(intake, updates))).await;
    let first_left = ended.iter().filter_map(|chat| chat.stopped_at).min();
    match first_left {
        Some(_) => done.extend(ended.into_iter().flat_map(|chat| chat.taken)),
        None => done.clear(),
    }
    let after_last = numbers.iter().max().map(|last| last.wrapping_add(1));
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

async fn in_order(intake: &Arc<Intake>, updates: Vec<(u32, Value)>) -> Taken {
    let mut taken = Vec::new();
    for (number, update) in updates {
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

fn number(update: &Value) -> Option<u32> {
    let number = update.get("update_id")?.as_u64()?;
    u32::try_from(number).ok()
}

async fn pause(stop: &Stop, wait: Duration) {
    tokio::select! {
        () = tokio::time::sleep(wait) => {}
        () = stop.wait() => {}
    }
}
