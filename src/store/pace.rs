//! The next free place for an unasked message, of a store that has only one process. The script `reserve.lua` says the
//! same for several.

use super::PACE_AHEAD_MAX;

/// In microseconds; zero before the first.
#[derive(Debug, Default)]
pub struct Pace {
    next: i64,
}

impl Pace {
    /// As [`Store::reserve`](super::Store::reserve).
    pub fn reserve(&mut self, now: i64, spacing: i64, count: u32) -> i64 {
        let is_credible = self.next <= now.saturating_add(ahead_us_max());
        let first = if is_credible { self.next.max(now) } else { now };
        self.next = first.saturating_add(spacing.saturating_mul(count.into()));
        first
    }

    /// As [`Store::hold`](super::Store::hold).
    pub fn hold(&mut self, until: i64) {
        self.next = self.next.max(until);
    }
}

/// [`PACE_AHEAD_MAX`] in microseconds.
pub fn ahead_us_max() -> i64 {
    PACE_AHEAD_MAX.as_seconds_f64() as i64 * 1_000_000
}
