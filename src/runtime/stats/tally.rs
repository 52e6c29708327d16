//! Counts in memory, on their way to the store.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Asia::Seoul;

use crate::dialogue::Dialogue;
use crate::dialogue::effect::Count;
use crate::dialogue::state::State;
use crate::runtime::deliver::Courier;
use crate::runtime::gauge;
use crate::runtime::stop::Stop;
use crate::runtime::turn::{Turn, Turned, turn};
use crate::store::{Record, Store, StoreError};

/// How often what has been counted is written.
const WRITE_EVERY: Duration = Duration::from_secs(60);

/// What has been counted and is not in the store yet. The list of what can be counted is closed, so it never holds more
/// than that, for each day on which the store was away.
#[derive(Clone, Default)]
pub struct Tally(Arc<Mutex<HashMap<NaiveDate, HashMap<Count, u64>>>>);

impl Tally {
    /// Counts one more on the day of this instant in Seoul.
    pub fn add(&self, count: Count, now: DateTime<Utc>) {
        *self
            .unwritten()
            .entry(day(now))
            .or_default()
            .entry(count)
            .or_default() += 1;
    }

    /// Adds everything to the store. What it does not take is kept and comes with the next writing.
    ///
    /// # Errors
    /// The store's. What was asked for last may have been added all the same, and then counts twice.
    pub async fn write(&self, store: &dyn Store) -> Result<(), StoreError> {
        let days = std::mem::take(&mut *self.unwritten());
        let mut days = days.into_iter();
        while let Some((day, counts)) = days.next() {
            let listed: Vec<_> = counts
                .iter()
                .map(|(count, times)| (*count, *times))
                .collect();
            if let Err(error) = store.tally(day, &listed).await {
                self.put_back(day, counts);
                days.for_each(|(day, counts)| self.put_back(day, counts));
                return Err(error);
            }
        }
        Ok(())
    }

    fn put_back(&self, day: NaiveDate, counts: HashMap<Count, u64>) {
        let mut unwritten = self.unwritten();
        let kept = unwritten.entry(day).or_default();
        for (count, times) in counts {
            *kept.entry(count).or_default() += times;
        }
    }

    fn unwritten(&self) -> MutexGuard<'_, HashMap<NaiveDate, HashMap<Count, u64>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Courier {
    /// One turn; what it counts is counted once it has been committed.
    ///
    /// # Errors
    /// Those of [`turn`].
    pub(in crate::runtime) async fn turned(
        &self,
        about: &Turn<'_>,
        loaded: Option<Record>,
    ) -> Result<Turned, StoreError> {
        let now = self.clock.now();
        let turned = turn(self.store.as_ref(), about, loaded, now).await?;
        if let Turned::Committed { counts, .. } = &turned {
            for count in counts {
                self.count(*count, now);
            }
        }
        Ok(turned)
    }

    /// Counts the reminder of this dialogue, which has come to the person.
    pub(in crate::runtime) fn reminded(&self, dialogue: &Dialogue) {
        let now = self.clock.now();
        if let State::Reminder(reminder) = &dialogue.state {
            for (_, notice) in &reminder.lines {
                self.count(Count::Reminded(*notice), now);
            }
        }
    }

    fn count(&self, count: Count, now: DateTime<Utc>) {
        gauge::counted(count);
        self.tally.add(count, now);
    }
}

/// Writes again and again until it is told to stop; what comes afterwards is written by whoever waits for the end.
pub async fn run(courier: &Courier, stop: &Stop) {
    while !stop.told() {
        tokio::select! {
            () = tokio::time::sleep(WRITE_EVERY) => written(courier).await,
            () = stop.wait() => {}
        }
    }
}

/// Writes what there is; what does not succeed is told in the log and kept.
pub async fn written(courier: &Courier) {
    if let Err(error) = courier.tally.write(courier.store.as_ref()).await {
        tracing::warn!(%error, "the counts could not be written; they are kept");
    }
}

/// The day in Seoul on which something counts.
pub fn day(now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&Seoul).date_naive()
}
