//! What the bot changes and takes back.

use chrono::Duration;
use serde_json::{Value, json};

use super::World;
use super::chat::Access;
use super::error::Refusal;
use super::keyboard;
use super::message::{Content, Message};
use super::methods::Reply;
use super::params::Params;
use super::said::How;
use super::sending::{full_chat_fields, link_preview_options, message_text};

/// How long a message can be deleted.
const DELETE_HOURS_MAX: i64 = 48;
/// The most messages of one `deleteMessages`.
const DELETED_AT_ONCE_MAX: usize = 100;

impl World {
    pub(super) fn edit_message_text(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let old = self.editable(params)?;
        let (text, entities) = message_text(params)?;
        if old.content != Content::Text {
            return Err(Refusal::bad_request(
                "there is no text in the message to edit",
            ));
        }
        let new = Message {
            text,
            entities,
            keyboard: keyboard::inline_only(params.object("reply_markup")?)?,
            edited: Some(self.now),
            link_preview_options: link_preview_options(params)?,
            ..old.clone()
        };
        self.replace(How::Edit, &old, new)
    }

    pub(super) fn edit_message_reply_markup(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let old = self.editable(params)?;
        let new = Message {
            keyboard: keyboard::inline_only(params.object("reply_markup")?)?,
            ..old.clone()
        };
        self.replace(How::Keyboard, &old, new)
    }

    pub(super) fn delete_message(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let chat = self.known_chat(params)?;
        let id = params.message_id()?;
        let Some(message) = self.message(chat, id) else {
            return Err(Refusal::bad_request("message to delete not found"));
        };
        if !self.is_deletable(message) {
            return Err(Refusal::bad_request("message can't be deleted"));
        }
        self.chat_mut(chat).messages.remove(&id);
        Ok(Reply::yes())
    }

    /// Passes over what is gone or too old, as Telegram does.
    pub(super) fn delete_messages(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let chat = self.known_chat(params)?;
        let ids = params.list("message_ids")?.unwrap_or_default();
        if ids.is_empty() {
            return Err(Refusal::bad_request(
                "message identifiers are not specified",
            ));
        }
        if ids.len() > DELETED_AT_ONCE_MAX {
            return Err(Refusal::bad_request(
                "too many message identifiers specified",
            ));
        }
        let numbers = ids
            .iter()
            .map(|id| id.as_i64().and_then(|id| i32::try_from(id).ok()))
            .collect::<Option<Vec<i32>>>()
            .ok_or_else(|| Refusal::bad_request("invalid message identifier specified"))?;
        for id in numbers {
            let found = self.message(chat, id);
            if found.is_some_and(|message| self.is_deletable(message)) {
                self.chat_mut(chat).messages.remove(&id);
            }
        }
        Ok(Reply::yes())
    }

    pub(super) fn chat_full(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let chat = self.known_chat(params)?;
        let mut full = self.chat_json(chat);
        full_chat_fields(&mut full);
        Ok(Reply::of(full))
    }

    pub(super) fn leave_chat(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let chat = self.open_chat(params)?;
        if !self.chat(chat).is_group() {
            return Err(Refusal::bad_request(
                "chat member status can't be changed in private chats",
            ));
        }
        self.chat_mut(chat).access = Access::Kicked;
        Ok(Reply::yes())
    }

    pub(super) fn file(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let id = params.text("file_id")?.unwrap_or_default();
        if id.is_empty() {
            return Err(Refusal::bad_request("file_id not specified"));
        }
        Ok(Reply::of(
            json!({ "file_id": id, "file_unique_id": id, "file_size": 61_440,
            "file_path": format!("files/{id}") }),
        ))
    }

    /// The message of the call, which must be the bot's own and editable. There is no age limit.
    fn editable(&self, params: &Params) -> Result<Message, Refusal> {
        let chat = self.open_chat(params)?;
        let id = params.message_id()?;
        let message = self
            .message(chat, id)
            .ok_or_else(|| Refusal::bad_request("message to edit not found"))?;
        if !message.from_bot || message.frozen {
            return Err(Refusal::bad_request("message can't be edited"));
        }
        Ok(message.clone())
    }

    fn replace(&mut self, how: How, old: &Message, new: Message) -> Result<Reply, Refusal> {
        let same =
            old.text == new.text && old.entities == new.entities && old.keyboard == new.keyboard;
        if same {
            return Err(Refusal::bad_request(
                "message is not modified: specified new message content and reply markup are exactly the same as \
                 a current content and reply markup of the message",
            ));
        }
        self.count_sending(new.chat)?;
        let answer: Value = self.message_json(&new);
        self.chat_mut(new.chat).set(new.clone());
        self.note_said(how, &new);
        Ok(Reply::of(answer))
    }

    /// Everything in a private chat and the bot's own in a group, for 48 hours.
    fn is_deletable(&self, message: &Message) -> bool {
        let young = self.now < message.date + Duration::hours(DELETE_HOURS_MAX);
        young && (message.from_bot || message.chat > 0)
    }
}
