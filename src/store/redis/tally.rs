//! The operator's counts, one hash for each day.

use std::collections::HashMap;

use chrono::NaiveDate;
use redis::pipe;

use super::key;
use super::link::{Link, in_time};
use crate::dialogue::effect::Count;
use crate::store::{CALL_SECONDS_MAX, StoreError, TALLY_MEMORY_DAYS, Tallied, last_tallied};

const DAY_SECONDS: u64 = 24 * 60 * 60;

/// Adds all or nothing: they stand in one transaction.
pub async fn add(link: &Link, day: NaiveDate, counts: &[(Count, u64)]) -> Result<(), StoreError> {
    let (shard, key) = key::tally(day);
    let mut question = pipe();
    question.atomic();
    for (count, times) in counts {
        question.hincr(&key, count.name(), *times).ignore();
    }
    let memory_seconds = (TALLY_MEMORY_DAYS * DAY_SECONDS).cast_signed();
    question.expire(&key, memory_seconds).ignore();
    in_time(CALL_SECONDS_MAX, link.ask::<()>(shard, &question)).await
}

pub async fn read(link: &Link, from: NaiveDate, to: NaiveDate) -> Result<Vec<Tallied>, StoreError> {
    let to = last_tallied(from, to);
    let days: Vec<_> = from.iter_days().take_while(|day| *day <= to).collect();
    let Some(first) = days.first() else {
        return Ok(Vec::new());
    };
    let (shard, _) = key::tally(*first);
    let mut question = pipe();
    for day in &days {
        question.hgetall(key::tally(*day).1);
    }
    let asked = link.ask::<Vec<HashMap<String, u64>>>(shard, &question);
    let answers = in_time(CALL_SECONDS_MAX, asked).await?;
    let tallies = days.into_iter().zip(answers).flat_map(|(day, counts)| {
        // What another release has counted is left alone.
        let known = counts
            .into_iter()
            .filter_map(|(name, times)| Some((Count::named(&name)?, times)));
        known.map(move |(count, times)| Tallied { day, count, times })
    });
    Ok(tallies.collect())
}
