//! The alarms of all shards, asked side by side.

use std::collections::BTreeMap;
use std::time::Duration;

use futures_util::future::join_all;
use redis::{cmd, pipe};

use super::key::{Shard, alarms};
use super::link::{Link, in_time};
use super::script::{Call, Script};
use crate::store::packed::instant;
use crate::store::{CALL_SECONDS_MAX, ChatId, Overdue, Row, StoreError};

/// A lease asks twice, so each time it may take half of a call.
const HALF_SECONDS_MAX: Duration = CALL_SECONDS_MAX.checked_div(2).unwrap();

/// A chat, and when it is or was due, in milliseconds.
#[derive(Debug, Clone, Copy)]
struct Alarm {
    chat: ChatId,
    at: i64,
}

/// Leases the earliest of all shards. First every shard is only looked at, which writes nothing; then those that hold
/// the earliest are leased from. Shards that do not answer are left out as long as others do.
pub async fn lease(
    link: &Link,
    now: i64,
    until: i64,
    limit: usize,
    row: Row,
) -> Result<Vec<ChatId>, StoreError> {
    let looks = Shard::all().map(|shard| look(link, shard, row, now, limit));
    let mut due = merge(join_all(looks).await)?;
    due.truncate(limit);
    let mut shares = BTreeMap::<Shard, usize>::new();
    for alarm in due {
        *shares.entry(Shard::of(alarm.chat)).or_default() += 1;
    }
    let leases = shares
        .into_iter()
        .map(|(shard, share)| lease_from(link, (shard, row), now, until, share));
    let leased = merge(join_all(leases).await)?;
    Ok(leased.into_iter().map(|alarm| alarm.chat).collect())
}

/// The alarms of all shards at or before `now`.
pub async fn overdue(link: &Link, now: i64) -> Result<Overdue, StoreError> {
    let rows = Shard::all().flat_map(|shard| {
        Row::ALL
            .map(|row| alarms(shard, row))
            .map(|key| (shard, key))
    });
    let looks = rows.map(|(shard, key)| async move {
        let mut question = pipe();
        question.cmd("ZCOUNT").arg(&key).arg("-inf").arg(now);
        question
            .cmd("ZRANGE")
            .arg(&key)
            .arg(0)
            .arg(0)
            .arg("WITHSCORES");
        in_time(
            CALL_SECONDS_MAX,
            link.ask::<(u64, Vec<(i64, f64)>)>(shard, &question),
        )
        .await
    });
    let mut overdue = Overdue::default();
    for look in join_all(looks).await {
        let (count, first) = look?;
        overdue.count += count;
        let first = first
            .first()
            .map(|(_, at)| *at as i64)
            .filter(|at| *at <= now);
        if let Some(at) = first.map(instant).transpose()? {
            overdue.oldest = Some(overdue.oldest.map_or(at, |oldest| oldest.min(at)));
        }
    }
    Ok(overdue)
}

async fn look(
    link: &Link,
    shard: Shard,
    row: Row,
    now: i64,
    limit: usize,
) -> Result<Vec<(i64, f64)>, StoreError> {
    let mut question = cmd("ZRANGEBYSCORE");
    question.arg(alarms(shard, row)).arg("-inf").arg(now);
    question.arg("WITHSCORES").arg("LIMIT").arg(0).arg(limit);
    in_time(HALF_SECONDS_MAX, link.ask(shard, &question)).await
}

async fn lease_from(
    link: &Link,
    (shard, row): (Shard, Row),
    now: i64,
    until: i64,
    limit: usize,
) -> Result<Vec<(i64, f64)>, StoreError> {
    let call = Call::of(Script::Lease, shard).on(alarms(shard, row));
    let call = call.with(now).with(until).with(limit);
    in_time(HALF_SECONDS_MAX, call.run(link)).await
}

/// All alarms, earliest first; an error only if no shard answered.
fn merge(shards: Vec<Result<Vec<(i64, f64)>, StoreError>>) -> Result<Vec<Alarm>, StoreError> {
    let asked = shards.len();
    let mut alarms = Vec::new();
    let mut errors = Vec::new();
    for shard in shards {
        match shard {
            Ok(due) => alarms.extend(due.into_iter().map(|(chat, at)| Alarm {
                chat: ChatId(chat),
                at: at as i64,
            })),
            Err(error) => errors.push(error),
        }
    }
    let silent = errors.len();
    if let Some(error) = errors.pop() {
        if silent == asked {
            return Err(error);
        }
        tracing::warn!(silent, asked, %error, "some shards of the alarms did not answer");
    }
    alarms.sort_by_key(|alarm| alarm.at);
    Ok(alarms)
}
