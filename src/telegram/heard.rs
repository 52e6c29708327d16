//! What was said in a message, wherever it stands in it, before it is sifted.

use serde_json::Value;
use teloxide::types::ChatId;

use crate::dialogue::event::{MessageId, Thing};

/// What was said in a message. It cannot be printed.
pub(super) struct Heard {
    pub room: Room,
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
    pub language: Option<String>,
}

/// Where something was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    Private(ChatId),
    Group(ChatId),
    Elsewhere,
}

impl Room {
    fn of(message: &Value) -> Self {
        let id = message.pointer("/chat/id").and_then(Value::as_i64);
        let kind = message.pointer("/chat/type").and_then(Value::as_str);
        match (id.map(ChatId), kind) {
            (Some(id), Some("private")) => Self::Private(id),
            (Some(id), Some("group" | "supergroup")) => Self::Group(id),
            (_, _) => Self::Elsewhere,
        }
    }

    pub fn private(self) -> Option<ChatId> {
        match self {
            Self::Private(chat) => Some(chat),
            Self::Group(_) | Self::Elsewhere => None,
        }
    }
}

/// Words that nobody has looked at yet. Deliberately without `Debug`.
pub(super) struct Unsifted(Box<str>);

impl Unsifted {
    /// The words, for sifting only.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Heard {
    pub fn of(message: &Value, edited: bool) -> Self {
        let id = message.get("message_id").and_then(Value::as_i64);
        let language = message.pointer("/from/language_code");
        Self {
            room: Room::of(message),
            text: text(message),
            beside: beside(message),
            thing: thing(message),
            forwarded: message.get("forward_origin").is_some(),
            message: id.and_then(|id| i32::try_from(id).ok()).map(MessageId),
            edited,
            language: language.and_then(Value::as_str).map(str::to_owned),
        }
    }
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

/// What Telegram itself notes down in a chat: nobody said it.
const NOTES: [&str; 46] = [
    "boost_added",
    "channel_chat_created",
    "chat_background_set",
    "chat_shared",
    "checklist_tasks_added",
    "checklist_tasks_done",
    "connected_website",
    "delete_chat_photo",
    "direct_message_price_changed",
    "forum_topic_closed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "gift",
    "giveaway",
    "giveaway_completed",
    "giveaway_created",
    "giveaway_winners",
    "group_chat_created",
    "invoice",
    "left_chat_member",
    "message_auto_delete_timer_changed",
    "migrate_from_chat_id",
    "migrate_to_chat_id",
    "new_chat_members",
    "new_chat_photo",
    "new_chat_title",
    "paid_message_price_changed",
    "passport_data",
    "pinned_message",
    "proximity_alert_triggered",
    "refunded_payment",
    "successful_payment",
    "suggested_post_approved",
    "supergroup_chat_created",
    "unique_gift",
    "user_shared",
    "users_shared",
    "video_chat_ended",
    "video_chat_participants_invited",
    "video_chat_scheduled",
    "video_chat_started",
    "web_app_data",
    "write_access_allowed",
];

fn thing(message: &Value) -> Option<Thing> {
    let known = THINGS
        .into_iter()
        .find(|(name, _)| message.get(name).is_some());
    let Some((name, thing)) = known else {
        // What Telegram has invented since is something, too, unless it is a note of its own.
        let is_note = NOTES.into_iter().any(|name| message.get(name).is_some());
        return (!is_note).then_some(Thing::Other);
    };
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
