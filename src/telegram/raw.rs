//! An update as Telegram sent it. What the library cannot read is read from here.
//!
//! Telegram is newer than the library: a message with an entity of a new kind reaches us as an empty one, and an update
//! of a new kind as nothing. Words, attachments, and who said them are therefore taken from the JSON itself.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value;
use teloxide::types::{self, ChatId, Update, UpdateId};

use super::kind::UpdateKind;
use crate::dialogue::event::{MessageId, Thing};

/// An update that has been read so far that it can be counted and routed.
pub struct Parsed {
    /// Telegram's number for it.
    pub update: u32,
    pub kind: UpdateKind,
    /// The private chat it belongs to; `None` for groups and for what belongs to no chat.
    pub chat: Option<ChatId>,
    pub(super) content: Update,
    pub(super) heard: Heard,
}

/// Reads an update. `None` when it does not even have a number, so that nothing can be done about it.
pub fn parse(raw: &Value) -> Option<Parsed> {
    let update = raw.get("update_id")?.as_u64()?;
    let update = u32::try_from(update).ok()?;
    let content = Update::deserialize(raw).unwrap_or(Update {
        id: UpdateId(update),
        kind: types::UpdateKind::Error(Value::Null),
    });
    Some(Parsed {
        update,
        kind: UpdateKind::of(raw),
        chat: chat(raw),
        content,
        heard: Heard::of(raw),
    })
}

/// What was said in a message, before it is sifted. It cannot be printed.
#[derive(Clone, Default)]
pub(super) struct Heard {
    /// The text, of a message that is one.
    pub text: Option<Unsifted>,
    /// Words beside something else: a caption, the name of a file or contact.
    pub beside: Vec<Unsifted>,
    /// What was sent instead of words.
    pub thing: Option<Thing>,
    /// Whether it was said by somebody else, and handed on to us.
    pub forwarded: bool,
    /// The message, and whether it is a change of an earlier one.
    pub message: Option<MessageId>,
    pub edited: bool,
    /// The private chat.
    pub chat: Option<ChatId>,
    pub language: Option<String>,
}

/// Words that nobody has looked at yet. Deliberately without `Debug`.
#[derive(Clone)]
pub(super) struct Unsifted(Arc<str>);

impl Unsifted {
    /// The words, for sifting only.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Heard {
    fn of(raw: &Value) -> Self {
        let (message, edited) = match (raw.get("message"), raw.get("edited_message")) {
            (Some(message), _) => (message, false),
            (None, Some(message)) => (message, true),
            (None, None) => return Self::default(),
        };
        let id = message.get("message_id").and_then(Value::as_i64);
        let language = message.pointer("/from/language_code");
        Self {
            text: text(message),
            beside: beside(message),
            thing: thing(message),
            forwarded: message.get("forward_origin").is_some(),
            message: id.and_then(|id| i32::try_from(id).ok()).map(MessageId),
            edited,
            chat: chat(raw),
            language: language.and_then(Value::as_str).map(str::to_owned),
        }
    }
}

/// The private chat of an update.
fn chat(raw: &Value) -> Option<ChatId> {
    let chat = [
        "/message/chat",
        "/edited_message/chat",
        "/callback_query/message/chat",
        "/my_chat_member/chat",
    ]
    .into_iter()
    .find_map(|path| raw.pointer(path))?;
    let is_private = chat.get("type").and_then(Value::as_str) == Some("private");
    let id = chat.get("id").and_then(Value::as_i64)?;
    is_private.then_some(ChatId(id))
}

/// The text of a message; of a rich message, all its pieces.
fn text(message: &Value) -> Option<Unsifted> {
    if let Some(text) = message.get("text").and_then(Value::as_str) {
        return Some(Unsifted(text.into()));
    }
    let mut pieces = Vec::new();
    gather(message.get("rich_message")?, &mut pieces);
    (!pieces.is_empty()).then(|| Unsifted(pieces.join("\n").into()))
}

/// Every piece of text in a rich message, whatever its blocks are called.
fn gather<'a>(value: &'a Value, pieces: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(text) if name == "text" => pieces.push(text),
                    field => gather(field, pieces),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, pieces)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Words that a person may have written, other than the text.
fn beside(message: &Value) -> Vec<Unsifted> {
    let single = [
        "/caption",
        "/audio/title",
        "/audio/performer",
        "/contact/first_name",
        "/contact/last_name",
        "/venue/title",
        "/venue/address",
        "/poll/question",
        "/poll/explanation",
        "/checklist/title",
    ]
    .into_iter()
    .filter_map(|path| message.pointer(path));
    let several = ["/poll/options", "/checklist/tasks"]
        .into_iter()
        .filter_map(|path| message.pointer(path)?.as_array())
        .flatten()
        .filter_map(|row| row.get("text"));
    let words = single.chain(several).filter_map(Value::as_str);
    // The ending of a file is no word of the person's, and would hide the last one.
    let stems = FILE_NAMES
        .into_iter()
        .filter_map(|path| message.pointer(path)?.as_str())
        .map(|name| name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    words
        .chain(stems)
        .map(|words| Unsifted(words.into()))
        .collect()
}

/// Where the name of a file stands.
const FILE_NAMES: [&str; 4] = [
    "/document/file_name",
    "/audio/file_name",
    "/video/file_name",
    "/animation/file_name",
];

/// What a message carries instead of words. The order matters: an animation also says that it is a document, a
/// venue that it is a location.
const THINGS: [(&str, Thing); 18] = [
    ("photo", Thing::Picture),
    ("live_photo", Thing::Picture),
    ("animation", Thing::Other),
    ("video", Thing::Picture),
    ("video_note", Thing::Picture),
    ("document", Thing::File),
    ("voice", Thing::Voice),
    ("audio", Thing::Voice),
    ("sticker", Thing::Sticker),
    ("contact", Thing::Contact),
    ("venue", Thing::Location),
    ("location", Thing::Location),
    ("poll", Thing::Other),
    ("dice", Thing::Other),
    ("game", Thing::Other),
    ("story", Thing::Other),
    ("checklist", Thing::Other),
    ("paid_media", Thing::Other),
];

fn thing(message: &Value) -> Option<Thing> {
    let (name, thing) = THINGS
        .into_iter()
        .find(|(name, _)| message.get(name).is_some())?;
    let is_picture = message
        .pointer("/document/mime_type")
        .and_then(Value::as_str)
        .is_some_and(|kind| kind.starts_with("image/"));
    Some(if name == "document" && is_picture {
        Thing::Picture
    } else {
        thing
    })
}
