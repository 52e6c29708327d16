//! A month of numbers that may be shown, and the month before it.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::shown::Shown;
use super::tally::{Tally, day};
use crate::dialogue::effect::Count;
use crate::store::{Store, StoreError, Tallied};

/// How many days stand together.
pub const DAYS: u64 = 30;

/// What is told, and nothing more: the counts themselves are not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The first and the last day of the last [`DAYS`].
    pub from: NaiveDate,
    pub to: NaiveDate,
    now: HashMap<Count, Shown>,
    before: HashMap<Count, Shown>,
}

/// One number in the last days, and in as many before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    pub now: Shown,
    pub before: Shown,
}

/// What a report begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    Reminded,
    Renewed,
    Finished,
    Stuck,
    Differs,
    NotUnderstood,
}

impl Topic {
    pub const ALL: [Self; 6] = [
        Self::Reminded,
        Self::Renewed,
        Self::Finished,
        Self::Stuck,
        Self::Differs,
        Self::NotUnderstood,
    ];

    /// What belongs to it.
    fn holds(self, count: Count) -> bool {
        let topic = match count {
            Count::Reminded(_) => Self::Reminded,
            Count::Renewed => Self::Renewed,
            Count::Finished(_) => Self::Finished,
            Count::Stuck(_) => Self::Stuck,
            Count::ScreenDiffers(_) => Self::Differs,
            Count::NotUnderstood(_) => Self::NotUnderstood,
            Count::Entered(_) | Count::Done(_) => return false,
        };
        topic == self
    }
}

impl Report {
    /// What the store holds up to now, after what this copy of the bot has not written yet has been written.
    ///
    /// # Errors
    /// The store's.
    pub async fn read(
        tally: &Tally,
        store: &dyn Store,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        tally.write(store).await?;
        let today = day(now);
        let from = today - Days::new(2 * DAYS - 1);
        let tallies = store.tallies(from, today).await?;
        Ok(Self::of(&tallies, today))
    }

    /// What may be told of these counts on this day.
    pub fn of(tallies: &[Tallied], today: NaiveDate) -> Self {
        let from = today - Days::new(DAYS - 1);
        let first = from - Days::new(DAYS);
        let (mut now, mut before) = (HashMap::new(), HashMap::new());
        for tallied in tallies {
            let counts = match tallied.day {
                day if day > today || day < first => continue,
                day if day >= from => &mut now,
                _ => &mut before,
            };
            let times: &mut u64 = counts.entry(tallied.count).or_default();
            *times = times.saturating_add(tallied.times);
        }
        Self {
            from,
            to: today,
            now: shown(now),
            before: shown(before),
        }
    }

    /// How often this was counted.
    pub fn figure(&self, count: Count) -> Figure {
        let seen = |counts: &HashMap<Count, Shown>| counts.get(&count).copied().unwrap_or_default();
        Figure {
            now: seen(&self.now),
            before: seen(&self.before),
        }
    }

    /// What belongs to a topic, together.
    pub fn total(&self, topic: Topic) -> Figure {
        let of = |counts: &HashMap<Count, Shown>| {
            let held = counts.iter().filter(|(count, _)| topic.holds(**count));
            Shown::sum(held.map(|(_, shown)| *shown))
        };
        Figure {
            now: of(&self.now),
            before: of(&self.before),
        }
    }
}

fn shown(counts: HashMap<Count, u64>) -> HashMap<Count, Shown> {
    let counts = counts.into_iter();
    let shown = counts.map(|(count, times)| (count, Shown::of(times)));
    // What is hidden looks like what never was.
    shown.filter(|(_, shown)| *shown != Shown::Few).collect()
}
