//! The text of a record, JSON: what is as usual is left out, so that a million chats stay small and a text stays readable.
//!
//! What may be forgotten is read leniently, what must never be lost is read strictly. The first format wrote the
//! dialogue as it is; the second has its own names, so that the words of the dialogue may change without it.

mod certificates;
mod first;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use self::certificates::Listed;
use super::packed::{alarm_ms, instant};
use super::record::Outbox;
use super::{Record, Revision, StoreError};
use crate::dialogue::Dialogue;
use crate::dialogue::event::MessageId;
use crate::dialogue::settings::{Language, Settings};
use crate::dialogue::state::{Bookmark, Remark, State, Ticks};

/// The number of the written format. One saved record of every released format stays in `tests/records/`.
pub const FORMAT: u32 = 2;

/// Revision, alarm and seen ids stand beside it. Instants of the dialogue are milliseconds.
#[derive(Serialize)]
struct Writing<'a> {
    v: u32,
    #[serde(skip_serializing_if = "is_home")]
    state: &'a State,
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: &'a Option<Remark>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bookmark: &'a Option<Bookmark>,
    #[serde(skip_serializing_if = "is_without_ticks")]
    ticks: &'a Ticks,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    certs: Vec<Listed<'a>>,
    /// The number of the next certificate, unless it follows the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hour: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<Tz>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<Language>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    early: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    yearly: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    no_pictures: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    heard: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_before: Option<i64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    blocked: bool,
    #[serde(skip_serializing_if = "is_nothing")]
    outbox: &'a Outbox,
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<MessageId>,
}

/// As [`Writing`].
#[derive(Deserialize)]
struct Reading {
    v: u32,
    state: Option<Value>,
    #[serde(default)]
    remark: Value,
    #[serde(default)]
    bookmark: Value,
    #[serde(default)]
    ticks: Value,
    #[serde(default)]
    certs: Vec<Listed<'static>>,
    next: Option<u16>,
    hour: Option<u8>,
    zone: Option<Tz>,
    language: Option<Language>,
    #[serde(default)]
    early: bool,
    #[serde(default)]
    yearly: bool,
    #[serde(default)]
    no_pictures: bool,
    agreed: Option<i64>,
    heard: Option<i64>,
    not_before: Option<i64>,
    #[serde(default)]
    blocked: bool,
    #[serde(default)]
    outbox: Outbox,
    anchor: Option<MessageId>,
}

impl Record {
    /// The text of this record, JSON.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when something in it has no text, which nothing of ours has.
    pub fn write(&self) -> Result<String, StoreError> {
        // Everything is named, so that the compiler asks for what is new.
        let Dialogue {
            state,
            remark,
            bookmark,
            ticks,
            certificates,
            settings,
            heard_at,
            not_before,
            blocked,
        } = &self.dialogue;
        let Settings {
            hour,
            zone,
            language,
            early,
            yearly,
            pictures,
            consented_at,
        } = settings;
        let usual = Settings::default();
        let writing = Writing {
            v: FORMAT,
            state,
            remark,
            bookmark,
            ticks,
            certs: certificates.iter().map(Listed::of).collect(),
            next: certificates::unusual_next(certificates),
            hour: (*hour != usual.hour).then_some(*hour),
            zone: (*zone != usual.zone).then_some(*zone),
            language: (*language != usual.language).then_some(*language),
            early: *early,
            yearly: *yearly,
            no_pictures: !*pictures,
            agreed: consented_at.map(alarm_ms),
            heard: heard_at.map(alarm_ms),
            not_before: not_before.map(alarm_ms),
            blocked: *blocked,
            outbox: &self.outbox,
            anchor: self.anchor,
        };
        serde_json::to_string(&writing).map_err(corrupt)
    }

    /// Reads a text that [`Record::write`] made, now or in an earlier release.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when what must never be lost cannot be read, or the format is newer than this program.
    pub fn read(
        text: &str,
        revision: Revision,
        due: Option<DateTime<Utc>>,
        seen: Vec<u32>,
    ) -> Result<Self, StoreError> {
        let reading: Reading = serde_json::from_str(text).map_err(corrupt)?;
        let (dialogue, outbox, anchor) = match reading.v {
            1 => first::read(text).map_err(corrupt)?,
            FORMAT => (reading.dialogue()?, reading.outbox, reading.anchor),
            newer => {
                let why = format!("format {newer} is newer than {FORMAT}");
                return Err(StoreError::Corrupt(why));
            }
        };
        Ok(Self {
            revision,
            dialogue,
            outbox,
            anchor,
            due,
            seen,
        })
    }
}

impl Reading {
    fn dialogue(&self) -> Result<Dialogue, StoreError> {
        let usual = Settings::default();
        let settings = Settings {
            hour: self.hour.unwrap_or(usual.hour),
            zone: self.zone.unwrap_or(usual.zone),
            language: self.language.unwrap_or(usual.language),
            early: self.early,
            yearly: self.yearly,
            pictures: !self.no_pictures,
            consented_at: self.agreed.map(instant).transpose()?,
        };
        let (state, moved) = match &self.state {
            None => (State::Home, None),
            Some(state) => match State::deserialize(state) {
                Ok(state) => (state, None),
                Err(_) => (State::Home, Some(Remark::Moved)),
            },
        };
        let remark = || Option::deserialize(&self.remark).ok().flatten();
        Ok(Dialogue {
            state,
            remark: moved.or_else(remark),
            bookmark: Option::deserialize(&self.bookmark).ok().flatten(),
            ticks: Ticks::deserialize(&self.ticks).unwrap_or_default(),
            certificates: certificates::of(&self.certs, self.next),
            settings,
            heard_at: self.heard.map(instant).transpose()?,
            not_before: self.not_before.map(instant).transpose()?,
            blocked: self.blocked,
        })
    }
}

/// The position only: the message of a parse error may quote what was stored.
fn corrupt(error: serde_json::Error) -> StoreError {
    StoreError::Corrupt(format!("line {} column {}", error.line(), error.column()))
}

fn is_home(state: &&State) -> bool {
    **state == State::Home
}

fn is_without_ticks(ticks: &&Ticks) -> bool {
    ticks.is_empty()
}

fn is_nothing(outbox: &&Outbox) -> bool {
    outbox.is_empty()
}
