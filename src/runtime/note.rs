//! What is written down about an update and about a delivery: how it ended, and nothing of what was said.

use std::time::{Duration, Instant};

use super::alias::Aliases;
use super::gauge::{self, Outcome};
use super::turn::Turned;
use crate::store::{ChatId, Record};
use crate::telegram::kind::UpdateKind;
use crate::telegram::raw::Parsed;

/// An update on its way.
pub struct Note {
    pub update: u32,
    kind: UpdateKind,
    chat: Option<ChatId>,
    begun: Instant,
}

/// How an update ended, and the room of the conversation in which it left the person, if it is known.
pub struct Ended {
    pub outcome: Outcome,
    /// What is said in the reply to whoever has brought the update.
    pub reply: Option<Vec<u8>>,
    room: Option<&'static str>,
}

impl Note {
    /// Its time begins to run.
    pub fn of(parsed: &Parsed) -> Self {
        Self {
            update: parsed.update,
            kind: parsed.kind,
            chat: parsed.chat.map(|chat| ChatId(chat.0)),
            begun: Instant::now(),
        }
    }

    /// Counts it, and logs it for those who listen at `debug`.
    pub fn ended(&self, aliases: &Aliases, ended: &Ended) {
        gauge::update(self.kind, ended.outcome);
        tracing::debug!(
            update = self.update,
            kind = self.kind.word(),
            outcome = ended.outcome.word(),
            room = ended.room,
            chat = self.chat.map(|chat| aliases.of(chat)),
            latency_ms = millis(self.begun.elapsed()),
            "an update has come to its end"
        );
    }
}

impl Ended {
    pub fn of(turned: &Turned) -> Self {
        match turned {
            Turned::Committed { record, .. } => Self {
                outcome: Outcome::Taken,
                reply: None,
                room: Some(record.dialogue.state.room()),
            },
            Turned::Seen => Outcome::Seen.into(),
            Turned::Nothing => Outcome::Taken.into(),
        }
    }
}

impl From<Outcome> for Ended {
    fn from(outcome: Outcome) -> Self {
        Self {
            outcome,
            reply: None,
            room: None,
        }
    }
}

/// Counts a delivery, and logs it for those who listen at `debug`.
pub fn delivered(aliases: &Aliases, chat: ChatId, record: &Record, is_owing: bool, took: Duration) {
    gauge::delivered(took);
    tracing::debug!(
        chat = aliases.of(chat),
        room = record.dialogue.state.room(),
        tries = record.outbox.tries,
        is_owing,
        latency_ms = millis(took),
        "a delivery has come to its end"
    );
}

/// Milliseconds, to the hundredth.
fn millis(took: Duration) -> f64 {
    (took.as_secs_f64() * 1e5).round() / 1e2
}
