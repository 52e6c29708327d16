//! Asking Telegram for updates. One machine, one poller.
//!
//! The offset is the acknowledgement: it passes an update only after its commit, and never an update before it that
//! is not committed.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use serde_json::Value;

use super::intake::{Intake, Verdict, chat_of, take};
use super::pulse::Pulse;
use super::stop::Stop;

/// How long Telegram keeps a question open when there is nothing to say.
const POLL: Duration = Duration::from_secs(25);
/// The waits after a failure double up to this.
const WAIT_MAX: Duration = Duration::from_secs(30);
const WAIT_MIN: Duration = Duration::from_secs(1);

/// Polls until it is told to stop.
pub async fn run(intake: Arc<Intake>, pulse: Arc<Pulse>, stop: Stop) {
    let mut offset = None;
    let mut wait = WAIT_MIN;
    while !stop.told() {
        let asked = tokio::select! {
            asked = intake.courier.api.updates(offset, POLL) => asked,
            () = stop.wait() => break,
        };
        match asked {
            Ok(updates) => {
                pulse.intake();
                let all = updates.len();
                let next = taken(&intake, updates).await;
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
        let _ = intake
            .courier
            .api
            .updates(Some(offset), Duration::ZERO)
            .await;
    }
}

struct Next {
    /// The first update that is not acknowledged.
    offset: Option<u32>,
    /// Whether all were acknowledged.
    complete: bool,
}

/// Takes a batch: chats side by side, each chat's updates in order.
async fn taken(intake: &Arc<Intake>, updates: Vec<Value>) -> Next {
    let numbers: Vec<u32> = updates.iter().filter_map(number).collect();
    let mut chats: HashMap<Option<i64>, Vec<(u32, Value)>> = HashMap::new();
    for update in updates {
        if let Some(number) = number(&update) {
            let chat = chat_of(&update);
            chats.entry(chat).or_default().push((number, update));
        }
    }
    let stopped_at = join_all(chats.into_values().map(|updates| in_order(intake, updates)));
    let first_left = stopped_at.await.into_iter().flatten().min();
    let after_last = numbers.iter().max().map(|last| last.wrapping_add(1));
    Next {
        offset: first_left.or(after_last),
        complete: first_left.is_none(),
    }
}

/// The updates of one chat; the number of the first that must come again, if any.
async fn in_order(intake: &Arc<Intake>, updates: Vec<(u32, Value)>) -> Option<u32> {
    for (number, update) in updates {
        if take(intake, update).await == Verdict::Again {
            return Some(number);
        }
    }
    None
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
