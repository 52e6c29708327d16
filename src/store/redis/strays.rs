//! Alarms that belong to no chat.

use redis::cmd;

use super::key::{self, Shard};
use super::link::{Link, failed, in_time};
use super::script::{Call, Script};
use crate::store::{CALL_SECONDS_MAX, ChatId, Row, StoreError};

/// How many alarms are looked through in one go.
const PIECE: usize = 1000;

/// Counts them, and with `remove` takes them away, each only if there is still no record.
pub async fn strays(link: &Link, remove: bool) -> Result<u64, StoreError> {
    let mut strays = 0;
    for shard in Shard::all() {
        for row in Row::ALL {
            let mut at = 0u64;
            loop {
                let (next, members) = piece(link, shard, row, at).await?;
                for stray in without_record(link, shard, members).await? {
                    strays += u64::from(!remove || is_removed(link, shard, row, &stray).await?);
                }
                match next {
                    0 => break,
                    next => at = next,
                }
            }
        }
    }
    Ok(strays)
}

async fn piece(
    link: &Link,
    shard: Shard,
    row: Row,
    at: u64,
) -> Result<(u64, Vec<(String, f64)>), StoreError> {
    let mut question = cmd("ZSCAN");
    question
        .arg(key::alarms(shard, row))
        .arg(at)
        .arg("COUNT")
        .arg(PIECE);
    in_time(CALL_SECONDS_MAX, link.ask(shard, &question)).await
}

/// Those that name no chat of this shard with a record.
async fn without_record(
    link: &Link,
    shard: Shard,
    members: Vec<(String, f64)>,
) -> Result<Vec<String>, StoreError> {
    let questions: Vec<_> = members
        .iter()
        .map(|(member, _)| (shard, cmd("EXISTS").arg(record_of(shard, member)).take()))
        .collect();
    let answers = link.ask_all::<bool>(&questions, CALL_SECONDS_MAX).await;
    let mut strays = Vec::new();
    for ((member, _), answer) in members.into_iter().zip(answers) {
        if !answer.map_err(failed)? {
            strays.push(member);
        }
    }
    Ok(strays)
}

async fn is_removed(link: &Link, shard: Shard, row: Row, member: &str) -> Result<bool, StoreError> {
    let call = Call::of(Script::Stray, shard).on(record_of(shard, member));
    let call = call.on(key::alarms(shard, row)).with(member);
    in_time(CALL_SECONDS_MAX, call.run(link)).await
}

/// The key that should hold the record. What is no number of a chat of this shard names a key that never exists.
fn record_of(shard: Shard, member: &str) -> String {
    let chat = member.parse().map(ChatId);
    match chat {
        Ok(chat) if Shard::of(chat) == shard => key::record(chat),
        _ => key::nobody(shard),
    }
}
