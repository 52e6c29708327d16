//! The closed lists by which metrics are told apart.

/// How an update ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It has had its effect, or there was nothing to do.
    Taken,
    /// It had its effect before.
    Seen,
    /// The store did not answer, or it made the program panic for the first time: Telegram is to bring it again.
    Again,
    /// It made the program panic each time, and was acknowledged without an effect.
    Panicked,
    /// It was begun so often and never heard of again that it was acknowledged without an effect.
    SetAside,
    /// It is no update, or the record of its chat cannot be read: acknowledged without an effect.
    Unreadable,
}

impl Outcome {
    pub const ALL: [Self; 6] = [
        Self::Taken,
        Self::Seen,
        Self::Again,
        Self::Panicked,
        Self::SetAside,
        Self::Unreadable,
    ];

    /// As it stands in the metrics and in the log.
    pub fn word(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Seen => "seen",
            Self::Again => "again",
            Self::Panicked => "panicked",
            Self::SetAside => "set_aside",
            Self::Unreadable => "unreadable",
        }
    }
}

/// What the store was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    Load,
    Commit,
    Lease,
    Forget,
    Overdue,
    Reserve,
    Hold,
    Attempt,
    Tally,
    Tallies,
}

impl Verb {
    pub const ALL: [Self; 10] = [
        Self::Load,
        Self::Commit,
        Self::Lease,
        Self::Forget,
        Self::Overdue,
        Self::Reserve,
        Self::Hold,
        Self::Attempt,
        Self::Tally,
        Self::Tallies,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Commit => "commit",
            Self::Lease => "lease",
            Self::Forget => "forget",
            Self::Overdue => "overdue",
            Self::Reserve => "reserve",
            Self::Hold => "hold",
            Self::Attempt => "attempt",
            Self::Tally => "tally",
            Self::Tallies => "tallies",
        }
    }
}

/// How a call to Telegram can end.
pub const SENT: [&str; 7] = [
    "done",
    "later",
    "wait",
    "unanswered",
    "gone",
    "anew",
    "refused",
];
/// Who waits for what is owed.
pub const ROWS: [&str; 2] = ["asked", "unasked"];
/// The notices about a certificate.
pub const STAGES: [&str; 6] = ["D90", "D30", "D7", "D1", "Expired", "Use"];
