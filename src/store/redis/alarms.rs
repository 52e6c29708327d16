//! The alarms of all shards, asked in one piece for each server.

use std::collections::BTreeMap;
use std::time::Duration;

use redis::{Cmd, FromRedisValue as _, RedisResult, Value, cmd};

use super::key::{Shard, alarms};
use super::link::{Link, failed};
use super::script::{Call, Script};
use crate::store::packed::instant;
use crate::store::{CALL_SECONDS_MAX, ChatId, Leased, Overdue, Room, Row, StoreError};

/// A lease asks twice, so each time it may take half of a call.
const HALF_SECONDS_MAX: Duration = CALL_SECONDS_MAX.checked_div(2).unwrap();
/// Up to so many, a lease gives exactly the earliest, however the due chats lie in the shards.
const SHARE_MIN: usize = 64;

/// Chats of one shard, and when each is or was due, in milliseconds, earliest first.
type Alarms = Vec<(i64, f64)>;

/// Leases the earliest of all shards, of each row as many as there is room for. First every shard is only looked at, both
/// rows in one piece, which writes nothing; then those that hold the earliest are leased from. Shards that do not answer
/// are left out as long as others do.
pub async fn lease(link: &Link, now: i64, until: i64, room: Room) -> Result<Leased, StoreError> {
    let rows: Vec<_> = Row::ALL
        .into_iter()
        .filter(|row| room.of(*row) > 0)
        .collect();
    // Chats lie evenly in the shards, so of many none has to show all.
    let share = |row| room.of(row).min(SHARE_MIN.max(room.of(row) / 8));
    let places = || {
        rows.iter()
            .flat_map(|&row| Shard::all().map(move |shard| (row, shard)))
    };
    let looks: Vec<_> = places()
        .map(|(row, shard)| (shard, look(shard, row, now, share(row))))
        .collect();
    let shown = link.ask_all(&looks, HALF_SECONDS_MAX).await;
    let mut calls = Vec::new();
    for (row, shown) in by_row(places().map(|(row, _)| row), shown)? {
        let mut shares = BTreeMap::<Shard, usize>::new();
        for (chat, _) in earliest(shown, share(row)).into_iter().take(room.of(row)) {
            *shares.entry(Shard::of(ChatId(chat))).or_default() += 1;
        }
        calls.extend(shares.into_iter().map(|(shard, share)| {
            let call = Call::of(Script::Lease, shard).on(alarms(shard, row));
            (row, call.with(now).with(until).with(share))
        }));
    }
    let mut leased = Leased::default();
    if calls.is_empty() {
        return Ok(leased);
    }
    let (rows, calls): (Vec<_>, Vec<_>) = calls.into_iter().unzip();
    let answers = Call::run_all(&calls, link, HALF_SECONDS_MAX).await;
    for (row, alarms) in by_row(rows.into_iter(), answers)? {
        let alarms = earliest(alarms, usize::MAX).into_iter();
        *leased.of(row) = alarms.map(|(chat, _)| ChatId(chat)).collect();
    }
    Ok(leased)
}

/// The alarms at or before `now` of all shards that answer: while one of several servers is away, the others serve.
pub async fn overdue(link: &Link, now: i64) -> Result<Overdue, StoreError> {
    let looks: Vec<_> = Shard::all()
        .flat_map(|shard| Row::ALL.map(|row| (shard, row)))
        .flat_map(|(shard, row)| {
            let count = cmd("ZCOUNT")
                .arg(alarms(shard, row))
                .arg("-inf")
                .arg(now)
                .take();
            [(shard, count), (shard, look(shard, row, now, 1))]
        })
        .collect();
    let answers = link.ask_all::<Value>(&looks, CALL_SECONDS_MAX).await;
    let pairs = answers.chunks(2).filter_map(|pair| match pair {
        [count, first] => Some(count.clone().and_then(|count| Ok((count, first.clone()?)))),
        _ => None,
    });
    let pairs: Vec<_> = pairs.collect();
    let asked = pairs.len();
    let answers = answered(pairs)?;
    let mut overdue = Overdue {
        silent: (asked - answers.len()) as u64,
        ..Overdue::default()
    };
    for (count, first) in answers {
        let unreadable = |_| StoreError::Corrupt("the alarms cannot be read".into());
        let count = u64::from_redis_value_ref(&count).map_err(unreadable)?;
        let first = Alarms::from_redis_value_ref(&first).map_err(unreadable)?;
        overdue.count += count;
        for (_, at) in first {
            let at = instant(at as i64)?;
            overdue.oldest = Some(overdue.oldest.map_or(at, |oldest| oldest.min(at)));
        }
    }
    Ok(overdue)
}

fn look(shard: Shard, row: Row, now: i64, limit: usize) -> Cmd {
    let mut question = cmd("ZRANGEBYSCORE");
    question.arg(alarms(shard, row)).arg("-inf").arg(now);
    question.arg("WITHSCORES").arg("LIMIT").arg(0).arg(limit);
    question
}

/// What those shards said that answered, by row; an error only if none did.
fn by_row(
    rows: impl Iterator<Item = Row>,
    answers: Vec<RedisResult<Alarms>>,
) -> Result<BTreeMap<Row, Vec<Alarms>>, StoreError> {
    let answers = rows.zip(answers);
    let answers = answered(answers.map(|(row, answer)| Ok((row, answer?))).collect())?;
    let mut shown = BTreeMap::<_, Vec<_>>::new();
    for (row, alarms) in answers {
        shown.entry(row).or_default().push(alarms);
    }
    Ok(shown)
}

/// What those shards said that answered; an error only if none did.
pub fn answered<T>(shards: Vec<RedisResult<T>>) -> Result<Vec<T>, StoreError> {
    let asked = shards.len();
    let (mut answers, mut errors) = (Vec::new(), Vec::new());
    for shard in shards {
        match shard {
            Ok(answer) => answers.push(answer),
            Err(error) => errors.push(failed(error)),
        }
    }
    let silent = errors.len();
    if let Some(error) = errors.pop() {
        if silent == asked {
            return Err(error);
        }
        tracing::warn!(silent, asked, %error, "some shards did not answer");
    }
    Ok(answers)
}

/// All alarms, earliest first, as far as they are certain: a shard that has shown its whole share may hold more, which
/// come after the last that it has shown.
fn earliest(shards: Vec<Alarms>, share: usize) -> Alarms {
    let full = shards.iter().filter(|shown| shown.len() >= share);
    let lasts = full.filter_map(|shown| shown.last().map(|(_, at)| *at));
    let certain = lasts.fold(f64::INFINITY, f64::min);
    let mut alarms = shards.concat();
    alarms.retain(|(_, at)| *at <= certain);
    alarms.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    alarms
}
