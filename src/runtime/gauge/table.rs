//! Every metric there is: the one list behind `/metrics`, the dashboard and the page for operators.

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

pub(super) const UPDATES: Metric = counter(
    "gilbot_updates_total",
    &["kind", "outcome"],
    "Updates from Telegram: taken, seen (took effect before), again (Telegram is to repeat it: the store was away, or it panicked once), and without effect panicked (twice), set_aside (killed the process), unreadable.",
);
pub(super) const PANICS: Metric = counter(
    "gilbot_panics_total",
    &[],
    "Panics that were caught, and alarms set aside over which the process died. Should be zero.",
);
pub(super) const TURN: Metric = histogram(
    "gilbot_turn_seconds",
    &[],
    "From an event of a person to its commit.",
);
pub(super) const CONFLICTS: Metric = counter(
    "gilbot_conflicts_total",
    &[],
    "Commits that found a newer record and were thought over again.",
);
pub(super) const DELIVERY: Metric = histogram(
    "gilbot_delivery_seconds",
    &[],
    "From a commit until everything that it owed was shown and settled.",
);
pub(super) const DEBTS: Metric = counter(
    "gilbot_debts_total",
    &["row"],
    "Deliveries that left something owed for later: asked (a person waits for it), unasked (nobody does).",
);
pub(super) const SENDS: Metric = counter(
    "gilbot_sends_total",
    &["outcome"],
    "Calls to Telegram: done, later (failed for now), wait (Telegram's limits: 429), unanswered (nobody knows), gone (blocked), anew (cannot be edited), refused.",
);
pub(super) const UNDRAWN: Metric = counter(
    "gilbot_pictures_undrawn_total",
    &[],
    "Pictures that could not be drawn. Should be zero; the person has the same in words.",
);
pub(super) const REMINDERS: Metric = counter(
    "gilbot_reminders_total",
    &["stage"],
    "Reminders that have come, by how long before the expiry they stand; Use asks to use the certificate once.",
);
pub(super) const RENEWED: Metric = counter(
    "gilbot_renewed_total",
    &[],
    "Certificates that have got the date of their next period.",
);
pub(super) const STEPS: Metric = counter(
    "gilbot_steps_total",
    &["step"],
    "Steps of the bank's procedures that people came to.",
);
pub(super) const STEPS_DONE: Metric = counter(
    "gilbot_steps_done_total",
    &["step"],
    "Steps of the bank's procedures that people said they have done.",
);
pub(super) const STUCK: Metric = counter(
    "gilbot_stuck_total",
    &["step"],
    "How often people said at this step that they are stuck.",
);
pub(super) const FINISHED: Metric = counter(
    "gilbot_finished_total",
    &["purpose"],
    "Procedures whose last step was done.",
);
pub(super) const DIFFERS: Metric = counter(
    "gilbot_screen_differs_total",
    &["step"],
    "How often people said that the bank's screen is not as this step says.",
);
pub(super) const NOT_UNDERSTOOD: Metric = counter(
    "gilbot_not_understood_total",
    &["room"],
    "How often a typed question was not understood, by the room of the conversation; the words are not kept.",
);
pub(super) const OVERDUE: Metric = gauge(
    "gilbot_overdue_chats",
    &[],
    "Chats whose alarm has come and that nobody has woken yet.",
);
pub(super) const DUE_LAG: Metric = gauge(
    "gilbot_due_lag_seconds",
    &[],
    "How long ago the oldest alarm came that nobody has woken a chat for; 0 when there is none.",
);
pub(super) const STORE_UP: Metric = gauge(
    "gilbot_store_up",
    &[],
    "1 when the store answered the last question for metrics, else 0.",
);
pub(super) const STORE_SILENT: Metric = gauge(
    "gilbot_store_silent_parts",
    &[],
    "How many parts of a Redis Cluster did not answer the last question for metrics; the two above then count the others alone.",
);
pub(super) const STORE: Metric = histogram(
    "gilbot_store_seconds",
    &["verb"],
    "How long a call to the store took, whatever it answered.",
);
pub(super) const STORE_FAILURES: Metric = counter(
    "gilbot_store_failures_total",
    &["verb"],
    "Calls to the store that ended with an error.",
);
pub(super) const SILENCE: Metric = gauge(
    "gilbot_silence_seconds",
    &["part"],
    "How long ago a part was last alive: worker (looked for due chats), intake (heard Telegram; only when polling).",
);
pub(super) const BUILD: Metric = gauge(
    "gilbot_build_info",
    &["version"],
    "Always 1; the label tells which version runs.",
);

/// All of them.
pub const METRICS: &[Metric] = &[
    UPDATES,
    PANICS,
    TURN,
    CONFLICTS,
    DELIVERY,
    DEBTS,
    SENDS,
    UNDRAWN,
    REMINDERS,
    RENEWED,
    STEPS,
    STEPS_DONE,
    STUCK,
    FINISHED,
    DIFFERS,
    NOT_UNDERSTOOD,
    OVERDUE,
    DUE_LAG,
    STORE_UP,
    STORE_SILENT,
    STORE,
    STORE_FAILURES,
    SILENCE,
    BUILD,
];

const fn counter(
    name: &'static str,
    labels: &'static [&'static str],
    help: &'static str,
) -> Metric {
    metric(Kind::Counter, name, labels, help)
}

const fn gauge(name: &'static str, labels: &'static [&'static str], help: &'static str) -> Metric {
    metric(Kind::Gauge, name, labels, help)
}

const fn histogram(
    name: &'static str,
    labels: &'static [&'static str],
    help: &'static str,
) -> Metric {
    metric(Kind::Histogram, name, labels, help)
}

const fn metric(
    kind: Kind,
    name: &'static str,
    labels: &'static [&'static str],
    help: &'static str,
) -> Metric {
    Metric {
        name,
        kind,
        labels,
        help,
    }
}
