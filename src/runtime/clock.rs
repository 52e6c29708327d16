//! The one clock. Nothing else in the program reads the time of day.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use tokio::sync::watch;
use tokio::time::Instant;

/// The time of day, and how far it has been moved by hand; in service it never is.
#[derive(Clone)]
pub struct Clock(Arc<Inner>);

struct Inner {
    pace: Pace,
    /// Milliseconds that it has been moved ahead.
    ahead_ms: AtomicI64,
    /// How often the clock has been moved.
    moves: watch::Sender<u64>,
}

/// What makes a clock go.
enum Pace {
    Machine,
    /// Timers that began to run then, when it was so late.
    Timers(Instant, DateTime<Utc>),
}

impl Clock {
    /// The machine's own time.
    pub fn new() -> Self {
        Self::of(Pace::Machine)
    }

    /// A clock that shows this instant now and goes on with the timers of the runtime in which it is read: where they
    /// are paused it stands, so that a run can be repeated to the millisecond.
    pub fn with_timers(from: DateTime<Utc>) -> Self {
        Self::of(Pace::Timers(Instant::now(), from))
    }

    fn of(pace: Pace) -> Self {
        Self(Arc::new(Inner {
            pace,
            ahead_ms: AtomicI64::new(0),
            moves: watch::Sender::new(0),
        }))
    }

    /// In whole milliseconds, as records keep it: what is loaded equals what was thought.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the time of day"
    )]
    pub fn now(&self) -> DateTime<Utc> {
        let unmoved = match self.0.pace {
            Pace::Machine => Utc::now(),
            Pace::Timers(begun, from) => from + begun.elapsed(),
        };
        unmoved.trunc_subsecs(3) + self.ahead()
    }

    /// How far it has been moved ahead.
    pub fn ahead(&self) -> TimeDelta {
        TimeDelta::milliseconds(self.0.ahead_ms.load(Ordering::SeqCst))
    }

    /// Moves the clock; whoever waits for a time looks again.
    pub fn move_by(&self, by: TimeDelta) {
        self.0
            .ahead_ms
            .fetch_add(by.num_milliseconds(), Ordering::SeqCst);
        self.0.moves.send_modify(|moves| *moves += 1);
    }

    /// Moves the clock to this instant, or less than two milliseconds past it: never short of it.
    pub fn move_to(&self, instant: DateTime<Utc>) {
        self.move_by(instant - self.now() + TimeDelta::milliseconds(1));
    }

    /// How often the clock has been moved; [`watch::Receiver::changed`] wakes at each move.
    pub fn moves(&self) -> watch::Receiver<u64> {
        self.0.moves.subscribe()
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::new()
    }
}
