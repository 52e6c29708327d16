//! The store for several replicas: Redis (or Valkey), one node or a cluster.
//!
//! A chat's record is the string `gil:{S}:chat:ID`, a short head and the record's text; its alarm is a member of one of two sorted sets, `gil:{S}:asked` or `gil:{S}:due`, scored in milliseconds. `S` is one of 64 shards by
//! the chat's number: as the hash tag it keeps them in one slot of a cluster, so that one short script moves them
//! together.

pub mod check;

mod script;

mod alarms;
mod moving;
mod strays;
mod tally;

mod header;
mod key;

mod cluster;
mod link;
mod node;

use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use redis::pipe;

use self::check::{Durability, Fitness, Unfit};
use self::key::Shard;
use self::link::{Link, in_time};
use self::script::{Call, Script};
use super::pace::ahead_us_max;
use super::packed::{alarm_ms, instant, now_ms, place, place_us, spacing_us};
use super::{
    ATTEMPT_MEMORY, CALL_SECONDS_MAX, ChatId, Commit, CommitId, Leased, Overdue, Record, Revision,
    Room, Row, SEEN_MAX, Store, StoreError, Tallied,
};
use crate::dialogue::effect::Count;

/// How long a commit waits for replicas, in milliseconds: less than an answer may take.
const REPLICA_MS_MAX: u32 = 700;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RedisOptions {
    /// Take even a server that may drop records or writes nothing to disk.
    pub allow_volatile: bool,
    /// How many replicas must hold a commit before it is answered; zero asks for none.
    pub wait_replicas: u32,
}

pub struct RedisStore {
    link: Link,
    options: RedisOptions,
    /// Waiting for replicas holds up everything that is asked over the same connection, so commits get their own.
    waiting: Option<Link>,
}

impl RedisStore {
    /// One server, as `redis://[user:password@]host[:port][/database]`, or `rediss://` over TLS.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the address cannot be read or the server does not answer.
    pub async fn node(url: &str, options: RedisOptions) -> Result<Self, StoreError> {
        let waiting = match options.wait_replicas {
            0 => None,
            _ => Some(Link::to_node(url).await?),
        };
        let link = Link::to_node(url).await?;
        Ok(Self {
            link,
            options,
            waiting,
        })
    }

    /// A cluster, of which some servers are named, each as in [`RedisStore::node`].
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when an address cannot be read or no server answers.
    pub async fn cluster(urls: &[String], options: RedisOptions) -> Result<Self, StoreError> {
        let waiting = match options.wait_replicas {
            0 => None,
            _ => Some(Link::to_cluster(urls).await?),
        };
        let link = Link::to_cluster(urls).await?;
        Ok(Self {
            link,
            options,
            waiting,
        })
    }

    /// Whether the servers may be trusted with records; to be asked once, at the start.
    ///
    /// # Errors
    /// [`Unfit`] says what is wrong and what to set instead.
    pub async fn check(&self) -> Result<Fitness, Unfit> {
        check::check(&self.link, self.options.allow_volatile).await
    }

    /// How each server keeps what it is given; `None` when they do not say.
    ///
    /// # Errors
    /// When they do not answer.
    pub async fn durability(&self) -> Result<Option<Vec<Durability>>, StoreError> {
        check::durability(&self.link).await
    }

    /// How many replicas follow each server that takes writes; `None` when they do not say.
    ///
    /// # Errors
    /// When they do not answer.
    pub async fn replicas(&self) -> Result<Option<Vec<u32>>, StoreError> {
        check::replicas(&self.link).await
    }

    /// Runs a script that decides about one chat.
    async fn decide(&self, chat: ChatId, call: Call) -> Result<Commit, StoreError> {
        let wanted = self.options.wait_replicas;
        let (word, held): (String, u32) = match &self.waiting {
            None => (in_time(CALL_SECONDS_MAX, call.run(&self.link)).await?, 0),
            Some(waiting) => {
                // In one piece over one connection: the server waits for what this connection has seen. The script
                // travels as text, because a piece cannot be asked again in part.
                let mut piece = pipe();
                piece.add_command(call.as_text());
                piece.cmd("WAIT").arg(wanted).arg(REPLICA_MS_MAX);
                in_time(CALL_SECONDS_MAX, waiting.ask(Shard::of(chat), &piece)).await?
            }
        };
        let unknown = || StoreError::Unavailable("the script gave an unknown answer".into());
        let commit = script::verdict(&word).ok_or_else(unknown)?;
        if commit != Commit::Conflict && held < wanted {
            let lack = format!("{held} of {wanted} replicas hold the commit");
            return Err(StoreError::Unavailable(lack));
        }
        Ok(commit)
    }
}

/// Leaves no trace of a chat that is at this revision.
fn forget(chat: ChatId, expected: Revision) -> Call {
    let call = Call::of(Script::Forget, Shard::of(chat)).on(key::record(chat));
    let rows = Row::ALL.map(|row| key::alarms_of(chat, row));
    let call = rows.into_iter().fold(call, Call::on).on(key::tries(chat));
    call.with(expected.0).with(chat.0)
}

#[async_trait]
impl Store for RedisStore {
    async fn load(&self, chat: ChatId) -> Result<Option<Record>, StoreError> {
        // Not as one transaction, which a server whose memory is full refuses even for reading. If a commit comes in
        // between, the alarm is newer than the record, whose revision no longer counts then.
        let mut question = pipe();
        question.cmd("GET").arg(key::record(chat));
        for row in Row::ALL {
            question
                .cmd("ZSCORE")
                .arg(key::alarms_of(chat, row))
                .arg(chat.0);
        }
        let (value, asked, unasked): (Option<Vec<u8>>, Option<f64>, Option<f64>) =
            in_time(CALL_SECONDS_MAX, self.link.ask(Shard::of(chat), &question)).await?;
        let Some(value) = value else { return Ok(None) };
        let (header, text) = header::split(&value)?;
        let text = str::from_utf8(text);
        let text = text.map_err(|_| StoreError::Corrupt("the record is not text".into()))?;
        let due = asked.or(unasked).map(|ms| instant(ms as i64)).transpose()?;
        Record::read(text, header.revision, due, header.seen).map(Some)
    }

    async fn commit(
        &self,
        chat: ChatId,
        id: CommitId,
        expected: Revision,
        record: &Record,
    ) -> Result<Commit, StoreError> {
        let (row, other) = match Row::of(record) {
            Row::Asked => (Row::Asked, Row::Unasked),
            Row::Unasked => (Row::Unasked, Row::Asked),
        };
        let call = Call::of(Script::Commit, Shard::of(chat)).on(key::record(chat));
        let call = call
            .on(key::alarms_of(chat, row))
            .on(key::alarms_of(chat, other));
        let call = match id {
            CommitId::Update(id) => call.with("update").with(id),
            CommitId::Own(id) => call.with("own").with(header::own(id)),
        };
        let due = record
            .due
            .map_or(String::new(), |due| alarm_ms(due).to_string());
        let call = call.with(expected.0).with(record.write()?).with(due);
        self.decide(chat, call.with(chat.0).with(SEEN_MAX)).await
    }

    async fn lease(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        room: Room,
    ) -> Result<Leased, StoreError> {
        alarms::lease(&self.link, now_ms(now), alarm_ms(until), room).await
    }

    async fn forget(&self, chat: ChatId, expected: Revision) -> Result<Commit, StoreError> {
        self.decide(chat, forget(chat, expected)).await
    }

    async fn overdue(&self, now: DateTime<Utc>) -> Result<Overdue, StoreError> {
        alarms::overdue(&self.link, now_ms(now)).await
    }

    async fn takes_writes(&self) -> Result<(), StoreError> {
        check::takes_writes(&self.link, self.options.wait_replicas).await
    }

    async fn reserve(
        &self,
        now: DateTime<Utc>,
        spacing: Duration,
        count: u32,
    ) -> Result<DateTime<Utc>, StoreError> {
        let (shard, key) = key::pace();
        let call = Call::of(Script::Reserve, shard).on(key);
        let call = call.with(place_us(now)).with(spacing_us(spacing));
        let call = call.with(ahead_us_max()).with(count);
        place(in_time(CALL_SECONDS_MAX, call.run(&self.link)).await?)
    }

    async fn hold(&self, until: DateTime<Utc>) -> Result<(), StoreError> {
        let (shard, key) = key::pace();
        let call = Call::of(Script::Hold, shard).on(key).with(place_us(until));
        in_time(CALL_SECONDS_MAX, call.run::<()>(&self.link)).await
    }

    async fn attempt(
        &self,
        chat: ChatId,
        update: u32,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        let call = Call::of(Script::Attempt, Shard::of(chat)).on(key::tries(chat));
        let call = call.with(update).with(now_ms(now));
        let call = call.with(ATTEMPT_MEMORY.num_milliseconds());
        in_time(CALL_SECONDS_MAX, call.run(&self.link)).await
    }

    async fn tally(&self, day: NaiveDate, counts: &[(Count, u64)]) -> Result<(), StoreError> {
        tally::add(&self.link, day, counts).await
    }

    async fn tallies(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Tallied>, StoreError> {
        tally::read(&self.link, from, to).await
    }
}
