//! What is counted and measured. Every metric is in one table; nothing in it can hold a chat, a text or a secret.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};

use crate::dialogue::effect::Count;
use crate::telegram::outcome::Delivery;

/// One metric, as an operator meets it.
pub struct Metric {
    pub name: &'static str,
    pub kind: Kind,
    /// What it is told apart by.
    pub labels: &'static [&'static str],
    /// What it means.
    pub help: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Only grows.
    Counter,
    /// As it is now.
    Gauge,
    /// How long something took, in [`BUCKETS_SECONDS`].
    Histogram,
}

/// The limits between which durations are counted.
pub const BUCKETS_SECONDS: [f64; 12] = [
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0,
];

const UPDATES: Metric = Metric {
    name: "gilbot_updates_total",
    kind: Kind::Counter,
    labels: &["outcome"],
    help: "Updates from Telegram: taken, or again when the store was away and Telegram is to repeat it.",
};
const TURN: Metric = Metric {
    name: "gilbot_turn_seconds",
    kind: Kind::Histogram,
    labels: &[],
    help: "From an event of a person to its commit.",
};
const CONFLICTS: Metric = Metric {
    name: "gilbot_conflicts_total",
    kind: Kind::Counter,
    labels: &[],
    help: "Commits that found a newer record and were thought over again.",
};
const DELIVERY: Metric = Metric {
    name: "gilbot_delivery_seconds",
    kind: Kind::Histogram,
    labels: &[],
    help: "From a commit until everything that it owed was shown and settled.",
};
const SENDS: Metric = Metric {
    name: "gilbot_sends_total",
    kind: Kind::Counter,
    labels: &["outcome"],
    help: "Calls to Telegram: done, later (failed for now), unanswered (nobody knows), gone (blocked), anew (cannot be edited), refused.",
};
const REMINDERS: Metric = Metric {
    name: "gilbot_reminders_total",
    kind: Kind::Counter,
    labels: &["stage"],
    help: "Reminders told, by how long before the expiry they stand.",
};
const PANICS: Metric = Metric {
    name: "gilbot_panics_total",
    kind: Kind::Counter,
    labels: &[],
    help: "Updates that made the program panic and were passed over. Should be zero.",
};
const OVERDUE: Metric = Metric {
    name: "gilbot_overdue_chats",
    kind: Kind::Gauge,
    labels: &[],
    help: "Chats whose alarm has come and that nobody has woken yet.",
};
const STORE_UP: Metric = Metric {
    name: "gilbot_store_up",
    kind: Kind::Gauge,
    labels: &[],
    help: "1 when the store answered the last question for metrics, else 0.",
};
const DIFFERS: Metric = Metric {
    name: "gilbot_screen_differs_total",
    kind: Kind::Counter,
    labels: &["step"],
    help: "How often people said that the bank's screen is not as this step says.",
};
const NOT_UNDERSTOOD: Metric = Metric {
    name: "gilbot_not_understood_total",
    kind: Kind::Counter,
    labels: &["room"],
    help: "How often a typed question was not understood, by the room of the conversation; the words are not kept.",
};
const SILENCE: Metric = Metric {
    name: "gilbot_silence_seconds",
    kind: Kind::Gauge,
    labels: &["part"],
    help: "How long ago a part was last alive: worker (looked for due chats), intake (heard Telegram).",
};

/// All of them.
pub const METRICS: &[Metric] = &[
    UPDATES,
    TURN,
    CONFLICTS,
    DELIVERY,
    SENDS,
    REMINDERS,
    DIFFERS,
    NOT_UNDERSTOOD,
    PANICS,
    OVERDUE,
    STORE_UP,
    SILENCE,
];

/// Measures a turn until it is dropped.
pub struct Turning(Instant);

/// A turn begins.
pub fn turn_begins() -> Turning {
    Turning(Instant::now())
}

impl Drop for Turning {
    fn drop(&mut self) {
        histogram!(TURN.name).record(self.0.elapsed());
    }
}

/// An update has been taken, or is to be brought again.
pub fn update(acknowledged: bool) {
    let outcome = if acknowledged { "taken" } else { "again" };
    counter!(UPDATES.name, "outcome" => outcome).increment(1);
}

/// A commit found a newer record.
pub fn conflict() {
    counter!(CONFLICTS.name).increment(1);
}

/// What a commit owed has been shown and settled.
pub fn delivered(took: Duration) {
    histogram!(DELIVERY.name).record(took);
}

/// A call to Telegram has ended.
pub fn sent(delivery: &Delivery) {
    let outcome = match delivery {
        Delivery::Done(_) => "done",
        Delivery::Later(_) => "later",
        Delivery::Unanswered => "unanswered",
        Delivery::Gone => "gone",
        Delivery::Anew => "anew",
        Delivery::Refused(_) => "refused",
    };
    counter!(SENDS.name, "outcome" => outcome).increment(1);
}

/// A stage of a certificate has been told.
pub fn reminded(stage: &str) {
    counter!(REMINDERS.name, "stage" => stage.to_owned()).increment(1);
}

/// Something that the dialogue counts for the operator.
pub fn counted(count: Count) {
    match count {
        Count::ScreenDiffers(step) => {
            counter!(DIFFERS.name, "step" => step.0).increment(1);
        }
        Count::NotUnderstood(room) => {
            counter!(NOT_UNDERSTOOD.name, "room" => room).increment(1);
        }
    }
}

/// An update made the program panic.
pub fn panicked() {
    counter!(PANICS.name).increment(1);
}

/// What the store said when it was asked for overdue chats; `None` when it did not answer.
pub(super) fn store_asked(overdue: Option<u64>) {
    gauge!(STORE_UP.name).set(if overdue.is_some() { 1.0 } else { 0.0 });
    if let Some(overdue) = overdue {
        gauge!(OVERDUE.name).set(overdue as f64);
    }
}

/// How long ago a part was last alive.
pub(super) fn silent(part: &'static str, since: TimeDelta) {
    gauge!(SILENCE.name, "part" => part).set(since.as_seconds_f64());
}

/// Tells the recorder what each metric means, and begins the counters at zero where that is possible.
pub(super) fn describe() {
    for metric in METRICS {
        match metric.kind {
            Kind::Counter => describe_counter!(metric.name, metric.help),
            Kind::Gauge => describe_gauge!(metric.name, metric.help),
            Kind::Histogram => describe_histogram!(metric.name, metric.help),
        }
        if metric.kind == Kind::Counter && metric.labels.is_empty() {
            counter!(metric.name).absolute(0);
        }
    }
}
