//! The servers for an operator. An import cannot be one transaction here: a mark stands from before its first write
//! until after its last, and while it stands nobody serves.

use std::collections::BTreeSet;
use std::time::Duration;

use async_trait::async_trait;
use redis::{Cmd, FromRedisValue as _, RedisResult, Value, cmd};

use super::header::{self, Header};
use super::key::{self, Shard};
use super::link::{failed, in_time};
use super::script::{Call, Script};
use super::{RedisStore, forget, strays};
use crate::store::moving::{Alarm, Kept, Movable, Page, Place};
use crate::store::packed::{alarm_ms, instant};
use crate::store::{CALL_SECONDS_MAX, ChatId, Revision, Row, StoreError};

/// How many keys are looked through in one go.
const PAGE: usize = 500;
/// What comes of one key: its value, and its alarm in each row.
const ANSWERS: usize = 3;
/// How long one piece of an operator's command may take on each server.
const PIECE_SECONDS_MAX: Duration = Duration::from_secs(10);

#[async_trait]
impl Movable for RedisStore {
    async fn page(&self, from: Place) -> Result<Page, StoreError> {
        let (chats, next) = self.chats(from).await?;
        let questions: Vec<_> = chats.iter().flat_map(|&chat| about(chat)).collect();
        let answers = self.link.ask_all::<Value>(&questions, PIECE_SECONDS_MAX);
        let answers = answers.await;
        let mut page = Page {
            next,
            ..Page::default()
        };
        for (chat, answers) in chats.into_iter().zip(answers.chunks(ANSWERS)) {
            match kept(chat, answers) {
                Ok(Some(kept)) => page.kept.push(kept),
                // Gone meanwhile.
                Ok(None) => {}
                Err(StoreError::Corrupt(_)) => page.unreadable.push(chat),
                Err(error) => return Err(error),
            }
        }
        Ok(page)
    }

    async fn is_half_imported(&self) -> Result<bool, StoreError> {
        let (shard, mark) = key::import_mark();
        let question = cmd("EXISTS").arg(mark).take();
        in_time(CALL_SECONDS_MAX, self.link.ask(shard, &question)).await
    }

    async fn import_begins(&self) -> Result<bool, StoreError> {
        if self.is_half_imported().await? {
            self.clear().await?;
        }
        let mut from = Some(Place::default());
        while let Some(place) = from {
            let (chats, next) = self.chats(place).await?;
            if !chats.is_empty() {
                return Ok(false);
            }
            from = next;
        }
        let rows: Vec<_> = rows()
            .map(|(shard, key)| (shard, cmd("EXISTS").arg(key).take()))
            .collect();
        let some: Vec<bool> = self.all(&rows).await?;
        if some.contains(&true) {
            return Ok(false);
        }
        // Last, so that what is cleared later was never there without it.
        let (shard, mark) = key::import_mark();
        let question = cmd("SET").arg(mark).arg("1").take();
        in_time(CALL_SECONDS_MAX, self.link.ask::<()>(shard, &question)).await?;
        Ok(true)
    }

    async fn restore(&self, chats: Vec<Kept>) -> Result<Vec<ChatId>, StoreError> {
        // First the records: whose key is taken has an alarm of its own, too.
        let mut questions = Vec::new();
        for kept in &chats {
            let shard = Shard::of(kept.chat);
            let header = Header {
                revision: kept.revision,
                last_own: kept.last_own,
                seen: kept.seen.clone(),
            };
            let value = header::join(&header, &kept.body);
            let write = cmd("SET")
                .arg(key::record(kept.chat))
                .arg(value)
                .arg("NX")
                .take();
            questions.push((shard, write));
        }
        let written: Vec<Value> = self.all(&questions).await?;
        let (mut others, mut questions) = (Vec::new(), Vec::new());
        for (kept, written) in chats.iter().zip(written) {
            if written == Value::Nil {
                others.push(kept.chat);
                continue;
            }
            let shard = Shard::of(kept.chat);
            for alarm in &kept.alarms {
                let mut write = cmd("ZADD");
                write
                    .arg(key::alarms(shard, alarm.row))
                    // Whoever writes beside us has set the true one.
                    .arg("NX")
                    .arg(alarm_ms(alarm.due))
                    .arg(kept.chat.0);
                questions.push((shard, write));
            }
        }
        self.all::<Value>(&questions).await?;
        Ok(others)
    }

    async fn import_ends(&self) -> Result<(), StoreError> {
        let (shard, mark) = key::import_mark();
        let question = cmd("DEL").arg(mark).take();
        in_time(CALL_SECONDS_MAX, self.link.ask::<()>(shard, &question)).await
    }

    async fn import_fails(&self, chats: &[(ChatId, Revision)]) -> Result<(), StoreError> {
        for some in chats.chunks(PAGE) {
            let calls: Vec<_> = some
                .iter()
                .map(|(chat, revision)| forget(*chat, *revision))
                .collect();
            let gone = Call::run_all::<Value>(&calls, &self.link, PIECE_SECONDS_MAX).await;
            let gone: RedisResult<Vec<_>> = gone.into_iter().collect();
            gone.map_err(failed)?;
        }
        self.import_ends().await
    }

    async fn realarm(&self, kept: &Kept, alarm: Option<Alarm>) -> Result<bool, StoreError> {
        let call = Call::of(Script::Realarm, Shard::of(kept.chat)).on(key::record(kept.chat));
        let rows = Row::ALL.map(|row| key::alarms_of(kept.chat, row));
        let call = rows.into_iter().fold(call, Call::on);
        let call = call.with(kept.chat.0).with(kept.revision.0);
        let call = written(&kept.alarms).into_iter().fold(call, Call::with);
        let call = written(alarm.as_slice()).into_iter().fold(call, Call::with);
        in_time(CALL_SECONDS_MAX, call.run(&self.link)).await
    }

    async fn strays(&self, remove: bool) -> Result<u64, StoreError> {
        strays::strays(&self.link, remove).await
    }
}

impl RedisStore {
    /// Leaves no chat and no alarm. Only for what an import that was killed has left: nobody serves from that.
    async fn clear(&self) -> Result<(), StoreError> {
        let mut from = Some(Place::default());
        while let Some(place) = from {
            let (chats, next) = self.chats(place).await?;
            let gone = |chat: ChatId| (Shard::of(chat), cmd("DEL").arg(key::record(chat)).take());
            let gone: Vec<_> = chats.into_iter().map(gone).collect();
            self.all::<Value>(&gone).await?;
            from = next;
        }
        let rows: Vec<_> = rows()
            .map(|(shard, key)| (shard, cmd("DEL").arg(key).take()))
            .collect();
        self.all::<Value>(&rows).await?;
        self.import_ends().await
    }

    /// The chats among the next keys of one server, each once.
    async fn chats(&self, from: Place) -> Result<(BTreeSet<ChatId>, Option<Place>), StoreError> {
        let mut question = cmd("SCAN");
        question.arg(from.at.unwrap_or(0).cast_unsigned());
        question
            .arg("MATCH")
            .arg(key::ANY_RECORD)
            .arg("COUNT")
            .arg(PAGE);
        let server = self.link.ask_server(from.server, &question);
        let Some((at, keys)) =
            in_time::<Option<(u64, Vec<String>)>>(CALL_SECONDS_MAX, server).await?
        else {
            return Ok((BTreeSet::new(), None));
        };
        let next = match at {
            0 => Place {
                server: from.server + 1,
                at: None,
            },
            at => Place {
                server: from.server,
                at: Some(at.cast_signed()),
            },
        };
        let chats = keys.iter().filter_map(|name| key::chat_of(name)).collect();
        Ok((chats, Some(next)))
    }

    /// The answers to all of it, or the first error.
    async fn all<T: redis::FromRedisValue>(
        &self,
        questions: &[(Shard, Cmd)],
    ) -> Result<Vec<T>, StoreError> {
        let answers = self.link.ask_all(questions, PIECE_SECONDS_MAX).await;
        let answers: RedisResult<Vec<T>> = answers.into_iter().collect();
        answers.map_err(failed)
    }
}

fn about(chat: ChatId) -> [(Shard, Cmd); ANSWERS] {
    let score = |row| {
        cmd("ZSCORE")
            .arg(key::alarms_of(chat, row))
            .arg(chat.0)
            .take()
    };
    let [asked, unasked] = Row::ALL.map(score);
    let value = cmd("GET").arg(key::record(chat)).take();
    [value, asked, unasked].map(|question| (Shard::of(chat), question))
}

fn rows() -> impl Iterator<Item = (Shard, String)> {
    Shard::all().flat_map(|shard| Row::ALL.map(|row| (shard, key::alarms(shard, row))))
}

fn kept(chat: ChatId, answers: &[RedisResult<Value>]) -> Result<Option<Kept>, StoreError> {
    let unreadable = |_| StoreError::Corrupt("the answer cannot be read".into());
    let [value, scores @ ..] = answers else {
        return Ok(None);
    };
    let value = value.as_ref().map_err(|error| failed(error.clone()))?;
    let value = Option::<Vec<u8>>::from_redis_value_ref(value).map_err(unreadable)?;
    let Some(value) = value else { return Ok(None) };
    let mut alarms = Vec::new();
    for (row, score) in Row::ALL.into_iter().zip(scores) {
        let score = score.as_ref().map_err(|error| failed(error.clone()))?;
        let score = Option::<f64>::from_redis_value_ref(score).map_err(unreadable)?;
        if let Some(ms) = score {
            let due = instant(ms as i64)?;
            alarms.push(Alarm { row, due });
        }
    }
    let (header, body) = header::split(&value)?;
    Ok(Some(Kept {
        chat,
        revision: header.revision,
        last_own: header.last_own,
        seen: header.seen,
        body: body.into(),
        alarms,
    }))
}

/// The alarm of each row as the script wants it.
fn written(alarms: &[Alarm]) -> [String; 2] {
    Row::ALL.map(|row| {
        let alarm = alarms.iter().find(|alarm| alarm.row == row);
        alarm.map_or(String::new(), |alarm| alarm_ms(alarm.due).to_string())
    })
}
