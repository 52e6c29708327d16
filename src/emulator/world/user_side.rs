//! What people do: write, edit, delete, attach, forward, block, and let the bot go.

use serde_json::{Value, json};

use super::World;
use super::chat::Access;
use super::entity::{Kind, settle};
use super::journal::Deed;
use super::message::{Content, Message};
use super::params::Upload;
use super::queue::lane;

impl Content {
    /// The attachment of this kind, as the page and stories name it: `photo`, `voice`, `sticker`, `contact`,
    /// `location`, `document`.
    pub fn of_kind(kind: &str, file_name: &str) -> Option<Self> {
        Some(match kind {
            "photo" => Self::Photo(Upload {
                file_name: "photo.jpg".to_owned(),
                bytes: b"photo".to_vec(),
            }),
            "voice" => Self::Voice,
            "sticker" => Self::Sticker,
            "contact" => Self::Contact {
                phone: "+821012345678".to_owned(),
            },
            "location" => Self::Location {
                latitude: 37.5665,
                longitude: 126.9780,
            },
            "document" => Self::Document(Upload {
                file_name: file_name.to_owned(),
                bytes: b"document".to_vec(),
            }),
            _ => return None,
        })
    }
}

/// All of these panic when there is no such chat: the caller made a mistake that no person can make.
impl World {
    /// Writes a text; returns the message's number. Writing to a blocked bot unblocks it first, as the app does.
    pub fn say(&mut self, chat: i64, from: i64, text: &str) -> i32 {
        self.say_with(chat, from, text, Value::Null)
    }

    /// Writes a text with further fields in the message's JSON, which win over the plain ones: entities newer than the
    /// bot, `via_bot`, anything.
    pub fn say_with(&mut self, chat: i64, from: i64, text: &str, extra: Value) -> i32 {
        let mut message = self.written(chat, from, text);
        message.extra = extra;
        self.post(message)
    }

    /// Answers a message.
    pub fn reply(&mut self, chat: i64, from: i64, to_message: i32, text: &str) -> i32 {
        let mut message = self.written(chat, from, text);
        message.reply_to = Some(to_message);
        self.post(message)
    }

    /// Sends something that is not a text; only photos, voices and documents keep the caption.
    pub fn attach(&mut self, chat: i64, from: i64, content: Content, caption: &str) -> i32 {
        let captioned = matches!(
            content,
            Content::Photo(_) | Content::Voice | Content::Document(_)
        );
        let mut message = self.written(chat, from, if captioned { caption } else { "" });
        message.content = content;
        self.post(message)
    }

    /// Forwards somebody else's text; `origin` is the name of who wrote it.
    pub fn forward(&mut self, chat: i64, from: i64, text: &str, origin: &str) -> i32 {
        let extra = json!({ "forward_origin": {
            "type": "hidden_user",
            "sender_user_name": origin,
            "date": self.now.timestamp() - 60,
        }});
        self.say_with(chat, from, text, extra)
    }

    /// Changes the text of a message of one's own; `false` when it is gone or not a person's.
    pub fn edit_text(&mut self, chat: i64, message_id: i32, text: &str) -> bool {
        let (text, entities) = settle(text, Vec::new());
        let now = self.now;
        let is_last = self.last_written(chat) == Some(message_id);
        let found = self.message(chat, message_id);
        let Some(old) = found.filter(|message| !message.from_bot).cloned() else {
            return false;
        };
        let message = Message {
            text,
            entities,
            edited: Some(now),
            ..old
        };
        self.chat_mut(chat).set(message.clone());
        let text = message.text.clone();
        self.note(chat, Deed::Edited { text, is_last });
        if self.reaches_bot(&message) {
            let payload = self.message_json(&message);
            self.tell("edited_message", chat, payload);
        }
        true
    }

    /// A person deletes any message of the chat for both; the bot is not told. `false` when it was gone already.
    pub fn delete_by_person(&mut self, chat: i64, message_id: i32) -> bool {
        let deleted = self.chat_mut(chat).messages.remove(&message_id).is_some();
        if deleted {
            self.note(chat, Deed::Deleted);
        }
        deleted
    }

    /// The person blocks the bot.
    pub fn block(&mut self, chat: i64) {
        if self.chat(chat).access != Access::Blocked {
            self.chat_mut(chat).access = Access::Blocked;
            self.note(chat, Deed::Blocked);
            self.tell_membership(chat, chat, "member", "kicked");
        }
    }

    /// The person lets the bot in again.
    pub fn unblock(&mut self, chat: i64) {
        if self.chat(chat).access == Access::Blocked {
            self.chat_mut(chat).access = Access::Open;
            self.note(chat, Deed::Unblocked);
            self.tell_membership(chat, chat, "kicked", "member");
        }
    }

    /// The person's account is deleted; the bot is not told.
    pub fn deactivate(&mut self, chat: i64) {
        self.chat_mut(chat).access = Access::Deactivated;
    }

    /// A member throws the bot out of the group.
    pub fn kick_bot(&mut self, group: i64, by: i64) {
        self.chat_mut(group).access = Access::Kicked;
        self.tell_membership(group, by, "member", "kicked");
    }

    pub(super) fn tell_membership(&mut self, chat: i64, from: i64, old: &str, new: &str) {
        let member = |status: &str| {
            let mut member = json!({ "user": self.user_json(self.bot.id), "status": status });
            if status == "kicked" {
                member["until_date"] = json!(0);
            }
            member
        };
        let payload = json!({
            "chat": self.chat_json(chat),
            "from": self.user_json(from),
            "date": self.now.timestamp(),
            "old_chat_member": member(old),
            "new_chat_member": member(new),
        });
        self.tell(
            "my_chat_member",
            lane("my_chat_member", chat, from),
            payload,
        );
    }

    /// The number of the last message of the chat that a person wrote.
    fn last_written(&self, chat: i64) -> Option<i32> {
        let mut messages = self.chat(chat).messages.values().rev();
        messages
            .find(|message| !message.from_bot)
            .map(|message| message.id)
    }

    fn written(&mut self, chat: i64, from: i64, text: &str) -> Message {
        self.unblock(chat);
        let (text, entities) = settle(text, Vec::new());
        Message {
            text,
            entities,
            ..self.draft(chat, from)
        }
    }

    fn post(&mut self, message: Message) -> i32 {
        let message = self.put(message);
        self.note(message.chat, Deed::of_message(&message));
        let chat = self.chat_mut(message.chat);
        if chat.access == Access::NotStarted {
            chat.access = Access::Open;
        }
        if self.reaches_bot(&message) {
            let payload = self.message_json(&message);
            self.tell("message", message.chat, payload);
        }
        message.id
    }

    /// Privacy mode: in a group the bot is given commands meant for it, answers to it, and mentions of it.
    fn reaches_bot(&self, message: &Message) -> bool {
        let chat = self.chat(message.chat);
        if !chat.is_group() {
            return true;
        }
        if chat.access == Access::Kicked {
            return false;
        }
        let answers = message
            .reply_to
            .and_then(|id| chat.messages.get(&id))
            .is_some_and(|replied| replied.from_bot);
        let me = format!("@{}", self.bot.username.to_lowercase());
        let text: Vec<u16> = message.text.encode_utf16().collect();
        let meant = message.entities.iter().any(|entity| {
            let stretch = &text[entity.offset..entity.end()];
            let stretch = String::from_utf16_lossy(stretch).to_lowercase();
            match entity.kind {
                Kind::BotCommand => !stretch.contains('@') || stretch.ends_with(&me),
                Kind::Mention => stretch == me,
                _ => false,
            }
        });
        answers || meant
    }
}
