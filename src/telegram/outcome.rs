//! How a call to Telegram ended, as a value.
//!
//! Telegram's answer has a code, a description, and sometimes parameters. A library that knows some thirty descriptions
//! is soon out of date, so they are judged here, by a table of our own: first what Telegram asks for (`retry_after`),
//! then the wording, then the code.

use std::time::Duration;

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::wire::{Lost, Raw};
use crate::dialogue::event::MessageId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// It has happened, now or before; with the message that now stands there, where there is one.
    Done(Option<MessageId>),
    /// Not now: it may be tried again after this time. It has not happened.
    Later(Duration),
    /// The same, and in Telegram's own words: for so long it wants to be left alone.
    Wait(Duration),
    /// It went out and nobody answered: it may have happened.
    Unanswered,
    /// The person cannot be reached any more: blocked, deactivated, or never there.
    Gone,
    /// The message cannot be edited: a new one is to be sent.
    Anew,
    /// Telegram will never do it. Its own words, which quote nothing that a person typed.
    Refused(String),
}

/// Why there is no answer to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Telegram said no.
    Refused(Refusal),
    /// Telegram said yes, in words that we cannot read.
    Unreadable(Option<MessageId>),
    Lost(Lost),
}

/// Telegram's no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Telegram's code, or the HTTP status of an answer that is not Telegram's.
    pub code: u16,
    pub description: String,
    /// For how long Telegram wants to be left alone.
    pub retry_after: Option<Duration>,
}

impl Failure {
    /// Whether somebody else asks for our updates, or a webhook takes them.
    pub fn is_conflict(&self) -> bool {
        matches!(self, Self::Refused(refusal) if refusal.code == 409)
    }
}

/// After a failure of Telegram or of the network.
pub(super) const PAUSE: Duration = Duration::from_secs(2);
/// After the token was refused: an operator has to help.
const LONG_PAUSE: Duration = Duration::from_secs(60);

/// What a wording means.
#[derive(Clone, Copy)]
enum Verdict {
    Done,
    Gone,
    Anew,
}

/// The wordings that we know, in small letters; the first that stands anywhere in the description counts.
const WORDINGS: [(&str, Verdict); 20] = [
    ("message is not modified", Verdict::Done),
    ("message to delete not found", Verdict::Done),
    ("query is too old", Verdict::Done),
    ("query id is invalid", Verdict::Done),
    ("message to edit not found", Verdict::Anew),
    ("message can't be edited", Verdict::Anew),
    ("message identifier is not specified", Verdict::Anew),
    ("message_id_invalid", Verdict::Anew),
    ("there is no text in the message to edit", Verdict::Anew),
    ("forbidden: ", Verdict::Gone),
    ("unauthorized: ", Verdict::Gone),
    ("chat not found", Verdict::Gone),
    ("user not found", Verdict::Gone),
    ("peer_id_invalid", Verdict::Gone),
    ("input_user_deactivated", Verdict::Gone),
    ("user is deactivated", Verdict::Gone),
    ("group is deactivated", Verdict::Gone),
    ("have no rights to send a message", Verdict::Gone),
    ("not enough rights to send", Verdict::Gone),
    ("upgraded to a supergroup", Verdict::Gone),
];

impl Delivery {
    /// How a call ended that has no answer to read; sometimes that means success.
    pub fn of(failure: &Failure) -> Self {
        match failure {
            Failure::Refused(refusal) => Self::of_refusal(refusal),
            Failure::Unreadable(message) => Delivery::Done(*message),
            Failure::Lost(Lost::Unsent) => Delivery::Later(PAUSE),
            Failure::Lost(Lost::Unanswered) => Delivery::Unanswered,
        }
    }

    /// What Telegram's no means. What is neither known nor our mistake may pass by itself.
    fn of_refusal(refusal: &Refusal) -> Self {
        if let Some(wait) = refusal.retry_after {
            return Delivery::Wait(wait);
        }
        let small = refusal.description.to_lowercase();
        let known = WORDINGS
            .into_iter()
            .find(|(known, _)| small.contains(known));
        match (known, refusal.code) {
            (Some((_, Verdict::Done)), _) => Delivery::Done(None),
            (Some((_, Verdict::Anew)), _) => Delivery::Anew,
            (Some((_, Verdict::Gone)), _) | (None, 403) => Delivery::Gone,
            (None, 401 | 404) => Delivery::Later(LONG_PAUSE),
            (None, 400 | 413) => Delivery::Refused(unquoted(&refusal.description)),
            (None, _) => Delivery::Later(PAUSE),
        }
    }
}

/// The words up to the first quotation: it might hold what somebody has typed, and the rest is for the log.
fn unquoted(words: &str) -> String {
    let quotation = [" \"", " '"]
        .into_iter()
        .filter_map(|mark| words.find(mark));
    match quotation.min() {
        Some(at) => format!("{} …", &words[..at]),
        None => words.to_owned(),
    }
}

/// Telegram's answer.
#[derive(Deserialize)]
struct Answer<T> {
    ok: bool,
    #[serde(default = "Option::default")]
    result: Option<T>,
    error_code: Option<u16>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

#[derive(Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
}

/// Of a message that now stands there, all that we want to know.
#[derive(Deserialize)]
pub struct Standing {
    message_id: i64,
}

impl Standing {
    /// A message that can be edited later: zero is one that Telegram has put off.
    pub fn id(&self) -> Option<MessageId> {
        let id = i32::try_from(self.message_id).ok()?;
        (id != 0).then_some(MessageId(id))
    }
}

/// Reads an answer.
///
/// # Errors
/// Telegram's no, or why its yes cannot be read: whatever else is new in it, what says `ok` was done.
pub fn read<T: DeserializeOwned>(raw: &Raw) -> Result<T, Failure> {
    match serde_json::from_slice(&raw.body) {
        Ok(Answer {
            ok: true,
            result: Some(result),
            ..
        }) => return Ok(result),
        Ok(Answer::<T> { ok: true, .. }) => return Err(Failure::Unreadable(None)),
        Ok(refused) => return Err(Failure::Refused(refusal(raw.status, refused))),
        Err(_) => {}
    }
    match serde_json::from_slice(&raw.body) {
        Ok(Answer::<IgnoredAny> { ok: true, .. }) => {
            let standing = serde_json::from_slice(&raw.body).ok();
            let standing = standing.and_then(|answer: Answer<Standing>| answer.result);
            Err(Failure::Unreadable(standing.and_then(|it| it.id())))
        }
        Ok(refused) => Err(Failure::Refused(refusal(raw.status, refused))),
        // Half of a yes. Whoever stands before Telegram answers in words of its own, with a status that says no.
        Err(_) if raw.status == 200 => Err(Failure::Lost(Lost::Unanswered)),
        Err(_) => Err(Failure::Refused(Refusal {
            code: raw.status,
            description: String::new(),
            retry_after: None,
        })),
    }
}

fn refusal<T>(status: u16, answer: Answer<T>) -> Refusal {
    let wait = answer.parameters.and_then(|asked| asked.retry_after);
    let description = answer.description.unwrap_or_default();
    Refusal {
        code: answer.error_code.unwrap_or(status),
        retry_after: wait.map(Duration::from_secs),
        description,
    }
}
