//! The places of unasked messages: instants, evenly apart, that all copies of the bot take from one row.

use std::num::NonZeroU32;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::deliver::Courier;
use super::stop::Stop;
use super::turn::LEASE;
use crate::store::StoreError;

/// Of the limit so much is used: the rest is for clocks and networks that are not even.
const USE: f64 = 0.96;
/// The longest wait for a place. The rest of the lease is for the turn, which takes a new one.
const WAIT_MAX: TimeDelta = LEASE.checked_sub(&TimeDelta::seconds(30)).unwrap();
/// A place that has passed for longer is missed: what was late together must not go out together. Less than half of what is
/// not used of a second; the other half is for the turn, and for the way to Telegram.
const MISSED_AFTER: TimeDelta = TimeDelta::milliseconds(15);
/// How often a place may be changed for a new one.
const CHANGES_MAX: usize = 3;

/// How far apart places are.
pub fn spacing(a_second: NonZeroU32) -> Duration {
    Duration::from_secs_f64(1.0 / (USE * f64::from(a_second.get())))
}

/// One place, in the clock's time, and since when its holder has waited.
#[derive(Clone, Copy)]
pub struct Place {
    pub at: DateTime<Utc>,
    pub since: DateTime<Utc>,
}

impl Place {
    /// Waits for it; false if its holder is not to begin at all, because we stop or because it lies too far ahead. The
    /// chat then comes again at the end of its lease.
    ///
    /// Whoever finds that everybody is held up takes a new one, and so does whoever has missed it, but only once: on a
    /// machine that is always late, new places would only make it later.
    ///
    /// # Errors
    /// The store's, from taking a new one.
    pub async fn comes(mut self, courier: &Courier, stop: &Stop) -> Result<bool, StoreError> {
        let mut may_miss = true;
        for _ in 0..CHANGES_MAX {
            if !self.waits(courier, stop).await {
                return Ok(false);
            }
            let now = courier.clock.now();
            let is_missed = may_miss && now - self.at > MISSED_AFTER;
            if !is_missed && !courier.flood.holds(now) {
                return Ok(true);
            }
            may_miss &= !is_missed;
            let spacing = spacing(courier.unasked_a_second);
            self.at = courier.store.reserve(now, spacing, 1).await?;
        }
        Ok(false)
    }

    /// Waits until the clock shows it, however the clock is moved meanwhile.
    async fn waits(&self, courier: &Courier, stop: &Stop) -> bool {
        let mut moves = courier.clock.moves();
        loop {
            let left = self.at - courier.clock.now();
            if stop.told() || left > WAIT_MAX || self.at - self.since > WAIT_MAX {
                return false;
            }
            // What is past has no length.
            let Ok(left) = left.to_std() else {
                return true;
            };
            if left.is_zero() {
                return true;
            }
            tokio::select! {
                () = tokio::time::sleep(left) => {}
                _ = moves.changed() => {}
                () = stop.wait() => {}
            }
        }
    }
}
