//! What is counted and measured. Every metric is in one table; nothing in it can hold a chat, a text or a secret.

mod handles;
mod label;
mod table;

use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};

pub use self::handles::install;
use self::handles::{Handles, handles};
pub use self::label::{Outcome, Verb};
pub use self::table::{BUCKETS_SECONDS, Kind, METRICS, Metric};
use crate::dialogue::effect::Count;
use crate::store::Overdue;
use crate::telegram::kind::UpdateKind;
use crate::telegram::outcome::Delivery;

/// Measures a turn until it is dropped.
pub struct Turning(Instant);

/// A turn begins.
pub fn turn_begins() -> Turning {
    Turning(Instant::now())
}

impl Drop for Turning {
    fn drop(&mut self) {
        record(|handles| handles.turn.record(self.0.elapsed()));
    }
}

/// An update has come to its end.
pub fn update(kind: UpdateKind, outcome: Outcome) {
    record(|handles| handles.updates[kind as usize][outcome as usize].increment(1));
}

/// A panic was caught, or an alarm set aside over which the process has died.
pub fn panicked() {
    record(|handles| handles.panics.increment(1));
}

/// A commit found a newer record.
pub fn conflict() {
    record(|handles| handles.conflicts.increment(1));
}

/// What a commit owed has been shown and settled, or was tried.
pub fn delivered(took: Duration) {
    record(|handles| handles.delivery.record(took));
}

/// A delivery has left something owed; `asked` when a person waits for it.
pub fn owed(asked: bool) {
    let row = if asked { "asked" } else { "unasked" };
    record(|handles| handles.counter(&table::DEBTS, &[row]).increment(1));
}

/// A call to Telegram has ended.
pub fn sent(delivery: &Delivery) {
    let outcome = match delivery {
        Delivery::Done(_) => "done",
        Delivery::Later(_) => "later",
        Delivery::Wait(_) => "wait",
        Delivery::Unanswered => "unanswered",
        Delivery::Gone => "gone",
        Delivery::Anew => "anew",
        Delivery::Refused(_) => "refused",
    };
    record(|handles| handles.counter(&table::SENDS, &[outcome]).increment(1));
}

/// A picture could not be drawn.
pub fn undrawn() {
    record(|handles| handles.undrawn.increment(1));
}

/// Something that the dialogue counts for the operator.
pub fn counted(count: Count) {
    let (metric, value) = match count {
        Count::Reminded(notice) => (&table::REMINDERS, Some(notice.word())),
        Count::Renewed => (&table::RENEWED, None),
        Count::Entered(step) => (&table::STEPS, Some(step.0)),
        Count::Done(step) => (&table::STEPS_DONE, Some(step.0)),
        Count::Stuck(step) => (&table::STUCK, Some(step.0)),
        Count::Finished(purpose) => (&table::FINISHED, Some(purpose)),
        Count::ScreenDiffers(step) => (&table::DIFFERS, Some(step.0)),
        Count::NotUnderstood(room) => (&table::NOT_UNDERSTOOD, Some(room)),
    };
    record(|handles| handles.counter(metric, value.as_slice()).increment(1));
}

/// The store was asked something, and has answered or not.
pub fn store_asked(verb: Verb, took: Duration, failed: bool) {
    record(|handles| {
        handles.store[verb as usize].record(took);
        if failed {
            handles.store_failures[verb as usize].increment(1);
        }
    });
}

/// What the store said at `now` when it was asked for overdue chats; `None` when it did not answer.
pub(super) fn overdue(overdue: Option<Overdue>, now: DateTime<Utc>) {
    record(|handles| {
        let is_up = handles.gauge(&table::STORE_UP, &[]);
        is_up.set(if overdue.is_some() { 1.0 } else { 0.0 });
        if let Some(overdue) = overdue {
            let lag = overdue
                .oldest
                .map_or(TimeDelta::zero(), |oldest| now - oldest);
            handles
                .gauge(&table::OVERDUE, &[])
                .set(overdue.count as f64);
            handles
                .gauge(&table::DUE_LAG, &[])
                .set(lag.as_seconds_f64());
            let silent = handles.gauge(&table::STORE_SILENT, &[]);
            silent.set(overdue.silent as f64);
        }
    });
}

/// How long ago a part was last alive.
pub(super) fn silent(part: &'static str, since: TimeDelta) {
    record(|handles| {
        let silence = handles.gauge(&table::SILENCE, &[part]);
        silence.set(since.as_seconds_f64());
    });
}

fn record(what: impl FnOnce(&Handles)) {
    if let Some(handles) = handles() {
        what(handles);
    }
}
