//! The lines of an export: a head, one for each chat, an end with the count. A file that was cut short has no end.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::{Alarm, Kept};
use crate::store::packed::{alarm_ms, instant};
use crate::store::{ChatId, Revision, Row, SEEN_MAX, StoreError};

/// The number of the lines' form.
pub const EXPORT: u32 = 1;

/// How many chats were moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    pub chats: u64,
    /// How many of them hold something that cannot be read, and was moved as it lay.
    pub corrupt: u64,
}

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    pub gilbot_export: u32,
}

/// A chat's line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line<'a> {
    id: i64,
    revision: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    own: Option<u64>,
    /// In milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<i64>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    asked: bool,
    seen: Cow<'a, [u32]>,
    /// The record as it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<Cow<'a, str>>,
    /// The same, in base 64, if it is not even text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bytes: Option<String>,
    /// It cannot be read; without this word such a body is refused.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub corrupt: bool,
}

/// Why a line is refused. Nothing of the line is repeated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    #[error("is not what an export of this program writes there")]
    Form,
    #[error("is of a newer program (form {0})")]
    Newer(u32),
    #[error("holds a record that cannot be read: {0}")]
    Record(StoreError),
    #[error("repeats a chat")]
    Twice,
    #[error("counts other chats than came before it")]
    Count,
    #[error("is missing: the export was cut short")]
    Missing,
    #[error("comes after the end")]
    AfterEnd,
}

impl<'a> Line<'a> {
    pub fn of(kept: &'a Kept) -> Self {
        let alarm = kept.alarms.first();
        let text = str::from_utf8(&kept.body).ok();
        Self {
            id: kept.chat.0,
            revision: kept.revision.0,
            own: kept.last_own,
            due: alarm.map(|alarm| alarm_ms(alarm.due)),
            asked: alarm.is_some_and(|alarm| alarm.row == Row::Asked),
            seen: Cow::Borrowed(&kept.seen),
            body: text.map(Cow::Borrowed),
            bytes: text.is_none().then(|| STANDARD.encode(&kept.body)),
            corrupt: kept.record().is_err(),
        }
    }

    /// # Errors
    /// [`LineError`] when something in it makes no sense.
    pub fn kept(self) -> Result<Kept, LineError> {
        let row = if self.asked { Row::Asked } else { Row::Unasked };
        let alarm = |ms| instant(ms).map(|due| Alarm { row, due });
        let alarm = self
            .due
            .map(alarm)
            .transpose()
            .map_err(|_| LineError::Form)?;
        let body = match (self.body, self.bytes) {
            (Some(text), None) => text.into_owned().into_bytes(),
            (None, Some(bytes)) => STANDARD.decode(bytes).map_err(|_| LineError::Form)?,
            _ => return Err(LineError::Form),
        };
        let kept = Kept {
            chat: ChatId(self.id),
            revision: Revision(self.revision),
            last_own: self.own,
            seen: self.seen.into_owned(),
            body,
            alarms: alarm.into_iter().collect(),
        };
        if kept.revision == Revision(0) || kept.seen.len() > SEEN_MAX {
            return Err(LineError::Form);
        }
        match kept.record() {
            Err(error) if !self.corrupt => Err(LineError::Record(error)),
            _ => Ok(kept),
        }
    }
}
