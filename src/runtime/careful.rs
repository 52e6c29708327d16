//! The first minutes of a process, in which an update or an alarm may come again that has killed the process before.
//!
//! What kills a process leaves nothing but the count of its tries. So in this time an update or an alarm is counted before
//! it is thought about, and one at a time: if the process dies, only the one that was thought about has been counted.
//! Later only a panic is counted, and a press costs nothing more.

use std::collections::HashSet;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use futures_util::FutureExt;

use super::deliver::Courier;
use super::gauge::{self, Outcome};
use super::intake::Intake;
use super::note::Ended;
use super::stop::Stop;
use super::turn::UNHEARD_REST;
use crate::store::{ChatId, Record, StoreError};

/// What was tried more often without coming to an end is set aside.
const TRIES_MAX: u32 = 3;
/// An alarm has no number of its own: it is counted by the revision that it finds. Updates have lower ones.
const ALARMS: u32 = 1 << 31;
/// Thinking depends on nothing but the update and the record: whoever panics over it twice will do so again.
const PANICS_MAX: u32 = 2;
/// For the tries of updates that belong to no private chat.
const NO_CHAT: ChatId = ChatId(0);

/// Telegram brings an update again within two minutes.
const FIRST_MINUTES: Duration = Duration::from_secs(300);
/// Whoever has waited for so long for the one before is no longer counted: that one does not kill, it hangs.
const WAIT_MAX: Duration = Duration::from_secs(5);
/// More than that are not remembered.
const EXCUSED_MAX: usize = 1_024;

/// Nobody else counts and thinks as long as this is held.
type Alone<'a> = tokio::sync::MutexGuard<'a, ()>;

/// Whether a process is still careful, and what it must remember as long as it is.
pub struct Careful {
    until: Instant,
    is_over: AtomicBool,
    updates: tokio::sync::Mutex<()>,
    /// Alarms have their places, and stand behind no update.
    alarms: tokio::sync::Mutex<()>,
    excused: Mutex<HashSet<(ChatId, u32)>>,
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
            updates: tokio::sync::Mutex::default(),
            alarms: tokio::sync::Mutex::default(),
            excused: Mutex::default(),
        }
    }

    /// No update waits that anybody can have died of. Alarms come by themselves, and may be one.
    pub fn ends(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    /// Waits until an update may be counted and thought about; `None` when updates are not counted.
    async fn alone(&self) -> Option<Alone<'_>> {
        match self.is_over.load(Ordering::Relaxed) {
            true => None,
            false => self.turn_of(&self.updates).await,
        }
    }

    /// The same for an alarm.
    async fn alone_with_alarm(&self) -> Option<Alone<'_>> {
        self.turn_of(&self.alarms).await
    }

    async fn turn_of<'a>(&self, turns: &'a tokio::sync::Mutex<()>) -> Option<Alone<'a>> {
        if Instant::now() >= self.until {
            return None;
        }
        let turn = tokio::time::timeout(WAIT_MAX, turns.lock()).await;
        turn.ok()
    }

    /// Counts one more try and gives how many there have been; `None` if the last one ended because the store was away:
    /// then it is the same one.
    async fn counts(
        &self,
        courier: &Courier,
        chat: ChatId,
        number: u32,
    ) -> Result<Option<u32>, StoreError> {
        if self.excused().remove(&(chat, number)) {
            return Ok(None);
        }
        let counted = attempt(courier, chat, number).await;
        // Also a count that was never answered may have happened.
        counted
            .map(Some)
            .inspect_err(|_| self.excuses(chat, number))
    }

    /// The store was away: the next try of this is the same one.
    fn excuses(&self, chat: ChatId, number: u32) {
        let mut excused = self.excused();
        if excused.len() < EXCUSED_MAX {
            excused.insert((chat, number));
        }
    }

    /// What last ended because the store was away.
    fn excused(&self) -> MutexGuard<'_, HashSet<(ChatId, u32)>> {
        self.excused.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn attempt(courier: &Courier, chat: ChatId, number: u32) -> Result<u32, StoreError> {
    let now = courier.clock.now();
    courier.store.attempt(chat, number, now).await
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
    let chat = chat.unwrap_or(NO_CHAT);
    let alone = careful.alone().await;
    let tries = match &alone {
        Some(_) => careful.counts(courier, chat, update).await?,
        None => None,
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
            None => attempt(courier, chat, update).await?,
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
        careful.excuses(chat, update);
    }
    taken
}

/// Thinks about a chat whose alarm has come and found this record; `None` if those who did so before were never heard of
/// again. Then the chat is left alone for a while.
///
/// # Errors
/// The store's.
pub(super) async fn woken<T, F>(
    intake: &Intake,
    chat: ChatId,
    found: Record,
    think: impl FnOnce(Record) -> F,
) -> Result<Option<T>, StoreError>
where
    F: Future<Output = Result<T, StoreError>>,
{
    let Intake {
        courier, careful, ..
    } = intake;
    let Some(_alone) = careful.alone_with_alarm().await else {
        return think(found).await.map(Some);
    };
    // The revision's last digits are enough: tries are soon forgotten.
    let number = ALARMS | (found.revision.0 as u32 % ALARMS);
    let tries = careful.counts(courier, chat, number).await?;
    if tries.is_some_and(|tries| tries > TRIES_MAX) {
        set_aside(courier, chat, found).await?;
        return Ok(None);
    }
    let thought = think(found).await;
    if matches!(thought, Err(StoreError::Unavailable(_))) {
        careful.excuses(chat, number);
    }
    thought.map(Some)
}

/// Lets an alarm rest. The dialogue knows of it, so that the alarm is the one that it asks for.
async fn set_aside(courier: &Courier, chat: ChatId, found: Record) -> Result<(), StoreError> {
    gauge::panicked();
    let alias = courier.aliases.of(chat);
    tracing::error!(
        chat = alias,
        "an alarm is set aside for an hour: it was thought about and never came to an end"
    );
    let until = courier.clock.now() + UNHEARD_REST;
    let mut later = found;
    later.dialogue.not_before = later.dialogue.not_before.max(Some(until));
    let due = |next: &Record| match next.outbox.owes() {
        true => Some(until),
        false => next.rests_until().map(|at| at.max(until)),
    };
    courier.kept(chat, later, due).await.map(drop)
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
