//! The first minutes of a process, in which an update may come again that has killed the process before.
//!
//! What kills a process leaves nothing but the count of its tries. So in this time an update is counted before it is
//! thought about, and one at a time: if the process dies, only the one that was thought about has been counted. Later
//! only a panic is counted, and a press costs nothing more.

use std::collections::HashSet;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use futures_util::FutureExt;

use super::gauge::{self, Outcome};
use super::intake::Intake;
use super::note::Ended;
use super::stop::Stop;
use crate::store::{ChatId, StoreError};

/// An update that was tried more often without coming to an end is set aside.
const TRIES_MAX: u32 = 3;
/// Thinking depends on nothing but the update and the record: whoever panics over it twice will do so again.
const PANICS_MAX: u32 = 2;
/// For the tries of updates that belong to no private chat.
const NO_CHAT: ChatId = ChatId(0);

/// Telegram brings an update again within two minutes.
const FIRST_MINUTES: Duration = Duration::from_secs(300);
/// Whoever has waited for so long for the one before is no longer counted: that one does not kill, it hangs.
const WAIT_MAX: Duration = Duration::from_secs(5);
/// More updates than that are not remembered.
const EXCUSED_MAX: usize = 1_024;

/// Whether a process is still careful, and what it must remember as long as it is.
pub struct Careful {
    until: Instant,
    is_over: AtomicBool,
    turns: tokio::sync::Mutex<()>,
    excused: Mutex<HashSet<u32>>,
}

impl Careful {
    /// From now on, for the first minutes.
    pub fn at_first() -> Self {
        Self::lasting(FIRST_MINUTES)
    }

    /// From now on, for so long.
    pub fn lasting(time: Duration) -> Self {
        Self {
            until: Instant::now() + time,
            is_over: AtomicBool::new(false),
            turns: tokio::sync::Mutex::default(),
            excused: Mutex::default(),
        }
    }

    /// Nothing waits that anybody can have died of.
    pub fn ends(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    /// Waits until an update may be counted and thought about; `None` when updates are not counted.
    async fn alone(&self) -> Option<tokio::sync::MutexGuard<'_, ()>> {
        if self.is_over.load(Ordering::Relaxed) || Instant::now() >= self.until {
            return None;
        }
        let turn = tokio::time::timeout(WAIT_MAX, self.turns.lock()).await;
        turn.ok()
    }

    /// The store was away: the next try of this update is the same one.
    fn excuses(&self, update: u32) {
        let mut excused = self.excused();
        if excused.len() < EXCUSED_MAX {
            excused.insert(update);
        }
    }

    /// The updates whose last try ended because the store was away.
    fn excused(&self) -> MutexGuard<'_, HashSet<u32>> {
        self.excused.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Thinks about an update, unless it has failed too often: it made the program panic, or it was never heard of again,
/// like whoever thought about it.
///
/// # Errors
/// The store's.
pub(super) async fn tried(
    intake: &Intake,
    chat: Option<ChatId>,
    update: u32,
    thinking: impl Future<Output = Result<Ended, StoreError>>,
) -> Result<Ended, StoreError> {
    let Intake {
        courier, careful, ..
    } = intake;
    let count = async || {
        let chat = chat.unwrap_or(NO_CHAT);
        courier
            .store
            .attempt(chat, update, courier.clock.now())
            .await
    };
    let alone = careful.alone().await;
    let is_counted = alone.is_some() && !careful.excused().remove(&update);
    let tries = match is_counted {
        // Also a count that was never answered may have happened.
        true => Some(count().await.inspect_err(|_| careful.excuses(update))?),
        false => None,
    };
    if tries.is_some_and(|tries| tries > TRIES_MAX) {
        tracing::error!(
            update,
            "an update is set aside: it was never heard of again"
        );
        return Ok(Outcome::SetAside.into());
    }
    let Ok(taken) = AssertUnwindSafe(thinking).catch_unwind().await else {
        gauge::panicked();
        let tries = match tries {
            Some(tries) => tries,
            None => count().await?,
        };
        tracing::error!(update, tries, "an update made the program panic");
        let is_last = tries >= PANICS_MAX;
        return Ok(if is_last {
            Outcome::Panicked
        } else {
            Outcome::Again
        }
        .into());
    };
    if alone.is_some() && matches!(taken, Err(StoreError::Unavailable(_))) {
        careful.excuses(update);
    }
    taken
}

/// Does what nobody waits for: a showing, or a wake. If it panics, that is counted; its alarm repeats it.
pub(super) async fn caught(doing: impl Future<Output = ()>) {
    if AssertUnwindSafe(doing).catch_unwind().await.is_err() {
        gauge::panicked();
        tracing::error!("a delivery made the program panic; its alarm repeats it");
    }
}

/// Ends the careful time where no update waits at the start: none can have killed the process before.
pub(super) async fn if_something_waits(intake: &Intake, stop: &Stop) {
    tokio::select! {
        waiting = intake.courier.api.waiting_updates() => {
            if waiting == Some(0) {
                intake.careful.ends();
            }
        }
        () = stop.wait() => {}
    }
}
