//! Under which keys a chat is found.

use chrono::NaiveDate;

use crate::store::{ChatId, Row};

/// In how many parts records and alarms are kept. Never to be changed: it decides under which key a chat is found.
pub const SHARDS: i64 = 64;

/// How many slots every cluster has.
const SLOTS: u16 = 16384;

/// One of [`SHARDS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shard(i64);

impl Shard {
    pub fn of(chat: ChatId) -> Self {
        Self(chat.0.rem_euclid(SHARDS))
    }

    pub fn all() -> impl Iterator<Item = Self> {
        (0..SHARDS).map(Self)
    }

    /// The slot of a cluster that holds all keys of this shard: what stands between the braces decides.
    pub fn slot(self) -> u16 {
        crc16(self.0.to_string().as_bytes()) % SLOTS
    }
}

/// The string that holds a chat's record.
pub fn record(chat: ChatId) -> String {
    let Shard(shard) = Shard::of(chat);
    format!("gil:{{{shard}}}:chat:{}", chat.0)
}

/// What every key of a record looks like to `SCAN`.
pub const ANY_RECORD: &str = "gil:{*}:chat:*";

/// The chat whose record a key holds, if it is one of ours.
pub fn chat_of(name: &str) -> Option<ChatId> {
    let (_, number) = name.rsplit_once(':')?;
    let chat = ChatId(number.parse().ok()?);
    (record(chat) == name).then_some(chat)
}

/// A key of this shard that is never written.
pub fn nobody(Shard(shard): Shard) -> String {
    format!("gil:{{{shard}}}:nobody")
}

/// Stands while an import writes.
pub fn import_mark() -> (Shard, String) {
    (Shard(0), "gil:{0}:importing".into())
}

/// The sorted set that holds one row of a shard's alarms.
pub fn alarms(Shard(shard): Shard, row: Row) -> String {
    match row {
        Row::Asked => format!("gil:{{{shard}}}:asked"),
        Row::Unasked => format!("gil:{{{shard}}}:due"),
    }
}

/// The sorted set that holds a chat's alarm if it stands in this row.
pub fn alarms_of(chat: ChatId, row: Row) -> String {
    alarms(Shard::of(chat), row)
}

/// The hash that counts the tries of a chat's updates.
pub fn tries(chat: ChatId) -> String {
    let Shard(shard) = Shard::of(chat);
    format!("gil:{{{shard}}}:tries:{}", chat.0)
}

/// The next free place for an unasked message, one for all: it stands with the first shard, so that it is found as a
/// shard is.
pub fn pace() -> (Shard, String) {
    (Shard(0), "gil:{0}:pace".into())
}

/// The hash that holds the operator's counts of a day. All days stand with the first shard, so that they are read in one
/// piece.
pub fn tally(day: NaiveDate) -> (Shard, String) {
    (Shard(0), format!("gil:{{0}}:counts:{day}"))
}

/// The sum by which a cluster places its keys (CRC-16/XMODEM, as its specification says).
fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |sum, &byte| {
        (0..8).fold(sum ^ (u16::from(byte) << 8), |sum, _| {
            let carry = sum & 0x8000 != 0;
            (sum << 1) ^ if carry { 0x1021 } else { 0 }
        })
    })
}
