//! People, groups, and what stands in a chat.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use super::World;
use super::keyboard::Keyboard;
use super::message::Message;
use super::said::{Said, Toast};

/// The most messages that a chat keeps; the oldest go first.
const MESSAGES_MAX: usize = 10_000;

/// How far the bot may go in a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// The person has never written: the bot cannot begin.
    NotStarted,
    /// Both may talk.
    Open,
    /// The person has blocked the bot.
    Blocked,
    /// The person's account is gone.
    Deactivated,
    /// The bot was thrown out of the group.
    Kicked,
}

#[derive(Debug)]
pub(super) struct Chat {
    /// The title of a group; a private chat has none.
    pub title: Option<String>,
    pub access: Access,
    pub messages: BTreeMap<i32, Message>,
    /// The last message number of a group; private chats share one row.
    pub last_id: i32,
    pub typing_until: Option<DateTime<Utc>>,
    /// The labels of the keys that stand instead of letters.
    pub keys: Vec<Vec<String>>,
    pub unread: Vec<Said>,
    pub toasts: Vec<Toast>,
    /// Raised by every change that a person could see.
    pub version: u64,
    /// The version at which each message last changed.
    pub changed: BTreeMap<i32, u64>,
}

impl Chat {
    pub fn new(title: Option<String>, access: Access) -> Self {
        Self {
            title,
            access,
            messages: BTreeMap::new(),
            last_id: 0,
            typing_until: None,
            keys: Vec::new(),
            unread: Vec::new(),
            toasts: Vec::new(),
            version: 1,
            changed: BTreeMap::new(),
        }
    }

    /// Puts this message into its place, as changed now.
    pub fn set(&mut self, message: Message) {
        self.changed.insert(message.id, self.version);
        self.messages.insert(message.id, message);
    }

    pub fn is_group(&self) -> bool {
        self.title.is_some()
    }
}

impl World {
    /// Adds a supergroup with the bot and these members; the first of them let the bot in, and the bot is told so.
    pub fn add_group(&mut self, title: &str, members: &[i64]) -> i64 {
        let groups = self.chats.values().filter(|chat| chat.is_group()).count();
        let id = -1_001_000_000_001 - i64::try_from(groups).unwrap_or(0);
        let title = Some(title.to_owned());
        self.chats.insert(id, Chat::new(title, Access::Open));
        if let Some(first) = members.first() {
            self.tell_membership(id, *first, "left", "member");
        }
        id
    }

    /// Whether there is such a chat.
    pub fn has_chat(&self, chat: i64) -> bool {
        self.chats.contains_key(&chat)
    }

    /// How far the bot may go in this chat.
    ///
    /// # Panics
    /// When there is no such chat.
    pub fn access(&self, chat: i64) -> Access {
        self.chat(chat).access
    }

    /// What a person sees in the chat now, in order.
    ///
    /// # Panics
    /// When there is no such chat.
    pub fn messages(&self, chat: i64) -> Vec<Message> {
        self.chat(chat).messages.values().cloned().collect()
    }

    /// Of those, the ones that have changed since this version; all of them if it is 0.
    ///
    /// # Panics
    /// When there is no such chat.
    pub fn messages_since(&self, chat: i64, version: u64) -> Vec<Message> {
        let chat = self.chat(chat);
        let changed = |id: &i32| chat.changed.get(id).is_some_and(|at| *at > version);
        let messages = chat.messages.values();
        messages
            .filter(|message| changed(&message.id))
            .cloned()
            .collect()
    }

    /// The numbers of the messages that stand in the chat, in order.
    ///
    /// # Panics
    /// When there is no such chat.
    pub fn message_ids(&self, chat: i64) -> Vec<i32> {
        self.chat(chat).messages.keys().copied().collect()
    }

    /// One message that still stands in the chat.
    pub fn message(&self, chat: i64, id: i32) -> Option<&Message> {
        self.chats.get(&chat)?.messages.get(&id)
    }

    /// The labels of the keys that the bot put instead of letters.
    ///
    /// # Panics
    /// When there is no such chat.
    pub fn keys(&self, chat: i64) -> &[Vec<String>] {
        &self.chat(chat).keys
    }

    /// Whether «typing …» is shown now.
    ///
    /// # Panics
    /// When there is no such chat.
    pub fn is_typing(&self, chat: i64) -> bool {
        self.chat(chat)
            .typing_until
            .is_some_and(|until| until > self.now)
    }

    /// Raised by every change that a person in this chat could see.
    ///
    /// # Panics
    /// When there is no such chat.
    pub fn version(&self, chat: i64) -> u64 {
        self.chat(chat).version
    }

    /// Refuses all later edits of a message, as Telegram does at times for no visible reason.
    pub fn freeze(&mut self, chat: i64, message_id: i32) {
        if let Some(message) = self.chat_mut(chat).messages.get_mut(&message_id) {
            message.frozen = true;
        }
    }

    pub(super) fn chat(&self, id: i64) -> &Chat {
        match self.chats.get(&id) {
            Some(chat) => chat,
            None => panic!("there is no chat {id}: add a person or a group first"),
        }
    }

    /// The chat, marked as changed.
    pub(super) fn chat_mut(&mut self, id: i64) -> &mut Chat {
        match self.chats.get_mut(&id) {
            Some(chat) => {
                chat.version += 1;
                chat
            }
            None => panic!("there is no chat {id}: add a person or a group first"),
        }
    }

    /// Puts a message into the chat under the next number; who speaks is no longer typing.
    pub(super) fn put(&mut self, mut message: Message) -> Message {
        if message.chat > 0 {
            self.last_message_id += 1;
            message.id = self.last_message_id;
        }
        let chat = self.chat_mut(message.chat);
        if chat.is_group() {
            chat.last_id += 1;
            message.id = chat.last_id;
        }
        if message.from_bot {
            chat.typing_until = None;
        }
        chat.set(message.clone());
        if chat.messages.len() > MESSAGES_MAX {
            chat.messages.pop_first();
            chat.changed.pop_first();
        }
        message
    }

    /// Begins a message of now; `put` gives it its number.
    pub(super) fn draft(&self, chat: i64, from: i64) -> Message {
        Message {
            id: 0,
            chat,
            from,
            from_bot: from == self.bot.id,
            date: self.now,
            edited: None,
            text: String::new(),
            entities: Vec::new(),
            content: super::message::Content::Text,
            keyboard: Keyboard::new(),
            silent: false,
            protected: false,
            link_preview_options: None,
            reply_to: None,
            extra: Value::Null,
            frozen: false,
        }
    }

    pub(super) fn show_typing(&mut self, chat: i64) {
        let until = self.now + Duration::seconds(5);
        self.chat_mut(chat).typing_until = Some(until);
    }

    pub(super) fn user_json(&self, id: i64) -> Value {
        match self.people.get(&id) {
            Some(person) => json!({
                "id": person.id,
                "is_bot": false,
                "first_name": person.name,
                "language_code": person.language,
            }),
            None => json!({
                "id": self.bot.id,
                "is_bot": true,
                "first_name": self.bot.name,
                "username": self.bot.username,
            }),
        }
    }

    pub(super) fn chat_json(&self, id: i64) -> Value {
        match self.chats.get(&id).and_then(|chat| chat.title.as_ref()) {
            Some(title) => json!({ "id": id, "title": title, "type": "supergroup" }),
            None => {
                let name = self.people.get(&id).map(|person| person.name.as_str());
                json!({ "id": id, "first_name": name.unwrap_or_default(), "type": "private" })
            }
        }
    }
}
