//! An update as Telegram sent it, read so far as we need it.
//!
//! Telegram is newer than every library: a message with an entity of a new kind would reach us as an empty one, and an
//! update of a new kind as nothing. Words, attachments, and who said them are therefore taken from the JSON itself, and
//! whatever stands beside them is passed over unread.

use serde::Deserialize;
use serde_json::Value;
use teloxide::types::{CallbackQueryId, ChatId};

use super::heard::Heard;
use super::kind::UpdateKind;
use crate::dialogue::event::MessageId;

/// An update that has been read so far that it can be counted and routed.
pub struct Parsed {
    /// Telegram's number for it.
    pub update: u32,
    pub kind: UpdateKind,
    /// The private chat it belongs to; `None` for groups and for what belongs to no chat.
    pub chat: Option<ChatId>,
    pub(super) content: Content,
}

/// What an update is about.
pub(super) enum Content {
    /// A message, or a change of one.
    Said(Heard),
    Pressed(Pressed),
    /// What we may do in a chat has changed.
    Met(Met),
    /// Nothing that we know.
    Other,
}

/// A press of a button.
pub(super) struct Pressed {
    pub callback: CallbackQueryId,
    pub data: Option<String>,
    /// The message that carries the button, if it can still be edited.
    pub message: Option<MessageId>,
    pub language: Option<String>,
}

/// In a private chat this comes only when the person blocks or unblocks us.
pub(super) struct Met {
    pub is_blocked: bool,
    pub language: Option<String>,
}

/// Reads an update. `None` when it does not even have a number, so that nothing can be done about it.
pub fn parse(raw: &[u8]) -> Option<Parsed> {
    let envelope = serde_json::from_slice(raw);
    // Something in it is of another shape than we know: there is nothing to do but to count it.
    let envelope = envelope.or_else(|_| serde_json::from_slice::<Number>(raw).map(Envelope::from));
    let Envelope {
        update_id: update,
        message,
        edited_message,
        callback_query,
        my_chat_member,
    } = envelope.ok()?;
    let parsed = |kind, chat, content| Parsed {
        update,
        kind,
        chat,
        content,
    };
    let said = |kind, heard: Heard| parsed(kind, heard.room.private(), Content::Said(heard));
    Some(if let Some(message) = message {
        said(UpdateKind::Message, Heard::of(&message, false))
    } else if let Some(message) = edited_message {
        said(UpdateKind::EditedMessage, Heard::of(&message, true))
    } else if let Some(query) = callback_query {
        let chat = query
            .message
            .as_ref()
            .and_then(|carrier| carrier.chat.private());
        parsed(
            UpdateKind::CallbackQuery,
            chat,
            Content::Pressed(query.into()),
        )
    } else if let Some(change) = my_chat_member {
        let chat = change.chat.private();
        parsed(UpdateKind::MyChatMember, chat, Content::Met(change.into()))
    } else {
        parsed(UpdateKind::Other, None, Content::Other)
    })
}

/// The update's number alone.
#[derive(Deserialize)]
struct Number {
    update_id: u32,
}

#[derive(Deserialize)]
struct Envelope {
    update_id: u32,
    message: Option<Value>,
    edited_message: Option<Value>,
    callback_query: Option<Query>,
    my_chat_member: Option<Change>,
}

#[derive(Deserialize)]
struct Query {
    id: String,
    data: Option<String>,
    from: Sender,
    message: Option<Carrier>,
}

/// The message that carries a pressed button.
#[derive(Deserialize)]
struct Carrier {
    message_id: i32,
    /// Zero when Telegram has lost the message, so that it cannot be edited.
    date: i64,
    chat: Chat,
}

#[derive(Deserialize)]
struct Change {
    chat: Chat,
    from: Sender,
    new_chat_member: Member,
}

#[derive(Deserialize)]
struct Member {
    status: String,
}

#[derive(Deserialize)]
struct Sender {
    language_code: Option<String>,
}

#[derive(Deserialize)]
struct Chat {
    id: i64,
    #[serde(rename = "type")]
    kind: String,
}

impl Chat {
    fn private(&self) -> Option<ChatId> {
        (self.kind == "private").then_some(ChatId(self.id))
    }
}

impl From<Query> for Pressed {
    fn from(query: Query) -> Self {
        let editable = query
            .message
            .filter(|carrier| carrier.date != 0 && carrier.message_id != 0);
        Self {
            callback: CallbackQueryId(query.id),
            data: query.data,
            message: editable.map(|carrier| MessageId(carrier.message_id)),
            language: query.from.language_code,
        }
    }
}

impl From<Change> for Met {
    fn from(change: Change) -> Self {
        Self {
            is_blocked: matches!(change.new_chat_member.status.as_str(), "kicked" | "left"),
            language: change.from.language_code,
        }
    }
}

impl From<Number> for Envelope {
    fn from(Number { update_id }: Number) -> Self {
        Self {
            update_id,
            message: None,
            edited_message: None,
            callback_query: None,
            my_chat_member: None,
        }
    }
}
