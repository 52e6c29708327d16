//! Signs of life, for the operator: is the intake open, does the worker look, how did it go.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use chrono::{DateTime, Utc};

use super::clock::Clock;

/// When the loops last came round.
pub struct Pulse {
    clock: Clock,
    intake_ms: AtomicI64,
    worker_ms: AtomicI64,
    is_contested: AtomicBool,
}

impl Pulse {
    pub fn new(clock: Clock) -> Self {
        Self {
            clock,
            intake_ms: AtomicI64::new(0),
            worker_ms: AtomicI64::new(0),
            is_contested: AtomicBool::new(false),
        }
    }

    /// Telegram has answered a poll, or brought an update, or the webhook has begun to listen.
    pub fn intake(&self) {
        self.intake_ms.store(self.now_ms(), Ordering::Relaxed);
        self.is_contested.store(false, Ordering::Relaxed);
    }

    /// Telegram says that somebody else asks for our updates.
    pub fn contested(&self) {
        self.is_contested.store(true, Ordering::Relaxed);
    }

    /// Whether somebody else has asked for our updates since Telegram last gave us some.
    pub fn is_contested(&self) -> bool {
        self.is_contested.load(Ordering::Relaxed)
    }

    /// The worker has looked for due chats.
    pub fn worker(&self) {
        self.worker_ms.store(self.now_ms(), Ordering::Relaxed);
    }

    /// When Telegram was last heard; `None` before the first time.
    pub fn intake_at(&self) -> Option<DateTime<Utc>> {
        instant(self.intake_ms.load(Ordering::Relaxed))
    }

    /// When the worker last looked; `None` before the first time.
    pub fn worker_at(&self) -> Option<DateTime<Utc>> {
        instant(self.worker_ms.load(Ordering::Relaxed))
    }

    fn now_ms(&self) -> i64 {
        self.clock.now().timestamp_millis()
    }
}

fn instant(ms: i64) -> Option<DateTime<Utc>> {
    (ms != 0)
        .then(|| DateTime::from_timestamp_millis(ms))
        .flatten()
}
