//! How a call to Telegram ended, as a value.
//!
//! The library keeps only the wording of an error and knows some thirty of them, many of which Telegram has
//! changed since. The wordings are therefore judged here, by a table of our own.

use std::time::Duration;

use serde_json::Value;
use teloxide::{ApiError, RequestError};

use crate::dialogue::event::MessageId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// It has happened, now or before; with the message that now stands there, where there is one.
    Done(Option<MessageId>),
    /// Not now: it may be tried again after this time. It is not known whether it happened.
    Later(Duration),
    /// The person cannot be reached any more: blocked, deactivated, or never there.
    Gone,
    /// The message cannot be edited: a new one is to be sent.
    Anew,
    /// Telegram will never do it. Its own words, which quote nothing that a person typed.
    Refused(String),
}

/// After a failure of Telegram or of the network.
const PAUSE: Duration = Duration::from_secs(2);
/// After the token was refused: an operator has to help.
const LONG_PAUSE: Duration = Duration::from_secs(60);

/// What a wording means.
#[derive(Clone, Copy)]
enum Verdict {
    Done,
    Later(Duration),
    Gone,
    Anew,
}

/// The wordings that we know, in small letters; the first that stands anywhere in the answer counts.
const WORDINGS: [(&str, Verdict); 28] = [
    ("message is not modified", Verdict::Done),
    ("message to delete not found", Verdict::Done),
    ("query is too old", Verdict::Done),
    ("query id is invalid", Verdict::Done),
    ("message to edit not found", Verdict::Anew),
    ("message can't be edited", Verdict::Anew),
    ("message identifier is not specified", Verdict::Anew),
    ("message_id_invalid", Verdict::Anew),
    ("there is no text in the message to edit", Verdict::Anew),
    ("too many requests", Verdict::Later(PAUSE)),
    ("retry after", Verdict::Later(PAUSE)),
    ("internal server error", Verdict::Later(PAUSE)),
    ("bad gateway", Verdict::Later(PAUSE)),
    ("gateway timeout", Verdict::Later(PAUSE)),
    ("service unavailable", Verdict::Later(PAUSE)),
    ("conflict:", Verdict::Later(PAUSE)),
    ("forbidden:", Verdict::Gone),
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
    ("invalid bot token", Verdict::Later(LONG_PAUSE)),
];

impl Delivery {
    /// How a call ended that the library gave an error for; some of them mean success.
    pub fn of_error(error: &RequestError) -> Self {
        match error {
            RequestError::Api(ApiError::Unknown(wording)) => Self::of_wording(wording),
            RequestError::Api(known) => Self::of_wording(&known.to_string()),
            RequestError::RetryAfter(seconds) => Delivery::Later(seconds.duration()),
            RequestError::MigrateToChatId(_) => Delivery::Gone,
            RequestError::InvalidJson { raw, .. } => Self::of_raw(raw),
            RequestError::Network(_) | RequestError::Io(_) => Delivery::Later(PAUSE),
        }
    }

    /// What Telegram's description of an error means. What is neither known nor a bad request may pass by itself.
    pub fn of_wording(wording: &str) -> Self {
        let small = wording.to_lowercase();
        let known = WORDINGS
            .into_iter()
            .find(|(known, _)| small.contains(known));
        match known {
            Some((_, Verdict::Done)) => Delivery::Done(None),
            Some((_, Verdict::Anew)) => Delivery::Anew,
            Some((_, Verdict::Gone)) => Delivery::Gone,
            Some((_, Verdict::Later(pause))) => {
                Delivery::Later(asked_pause(&small).unwrap_or(pause))
            }
            None if matches!(small.as_str(), "unauthorized" | "not found") => {
                Delivery::Later(LONG_PAUSE)
            }
            None if small.starts_with("bad request") || small.starts_with("request entity") => {
                Delivery::Refused(wording.to_owned())
            }
            None => Delivery::Later(PAUSE),
        }
    }

    /// An answer that the library could not read: what says `ok` was done, whatever else is new in it.
    pub fn of_raw(raw: &str) -> Self {
        let Ok(answer) = serde_json::from_str::<Value>(raw) else {
            return Delivery::Later(PAUSE);
        };
        if answer.get("ok") == Some(&Value::Bool(true)) {
            let id = answer.pointer("/result/message_id").and_then(Value::as_i64);
            return Delivery::Done(id.and_then(|id| i32::try_from(id).ok()).and_then(standing));
        }
        let pause = answer
            .pointer("/parameters/retry_after")
            .and_then(Value::as_u64);
        match (pause, answer.get("description").and_then(Value::as_str)) {
            (Some(seconds), _) => Delivery::Later(Duration::from_secs(seconds)),
            (None, Some(wording)) => Self::of_wording(wording),
            (None, None) => Delivery::Later(PAUSE),
        }
    }
}

/// A message that can be edited later: zero is one that Telegram has put off.
pub(super) fn standing(id: i32) -> Option<MessageId> {
    (id != 0).then_some(MessageId(id))
}

/// The seconds in «retry after 17».
fn asked_pause(small: &str) -> Option<Duration> {
    let (_, behind) = small.split_once("retry after ")?;
    let digits: String = behind.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().map(Duration::from_secs)
}

/// The time after which a call that was cut off may be tried again.
pub(super) fn cut_off() -> Delivery {
    Delivery::Later(PAUSE)
}
