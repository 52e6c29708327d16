//! Presses of buttons, and the bot's answers to them.

use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use super::World;
use super::error::Refusal;
use super::methods::Reply;
use super::mix;
use super::params::Params;
use super::queue::lane;

/// How long the bot may answer a press.
const ANSWER_SECONDS_MAX: i64 = 150;
/// The most characters of an answer.
const ANSWER_CHARACTERS_MAX: usize = 200;
/// The most presses that are remembered; the oldest go first.
const PRESSES_MAX: usize = 10_000;

/// One press of a button.
#[derive(Clone, Debug, PartialEq)]
pub struct Press {
    /// The chat of the message under which the button stood.
    pub chat: i64,
    /// Who pressed.
    pub from: i64,
    /// The message under which the button stood.
    pub message_id: i32,
    /// The button's `callback_data`.
    pub data: String,
    /// When it was pressed.
    pub at: DateTime<Utc>,
    /// Whether the bot has answered: until then the button shows that it waits.
    pub answered: bool,
}

impl World {
    /// A person presses a button; returns the id of the callback query. The message may be gone or may look
    /// different by now: an app can lag behind. Of a message that is gone the bot only learns where it was.
    ///
    /// # Panics
    /// When there is no such chat.
    pub fn press(&mut self, chat: i64, from: i64, message_id: i32, data: &str) -> String {
        self.note_press(chat, message_id, data);
        let message = match self.message(chat, message_id) {
            Some(message) => self.message_json(message),
            None => self.inaccessible_json(chat, message_id),
        };
        self.tell_press(chat, from, message_id, data, message)
    }

    /// The same, with a message that the bot can no longer see although it may stand there: date 0.
    ///
    /// # Panics
    /// When there is no such chat.
    pub fn press_inaccessible(
        &mut self,
        chat: i64,
        from: i64,
        message_id: i32,
        data: &str,
    ) -> String {
        let message = self.inaccessible_json(chat, message_id);
        self.tell_press(chat, from, message_id, data, message)
    }

    /// Presses the button with this label under the latest message that has one; nothing if there is none.
    ///
    /// # Panics
    /// When there is no such chat.
    pub fn press_label(&mut self, chat: i64, from: i64, label: &str) -> Option<String> {
        let (message_id, data) = self
            .chat(chat)
            .messages
            .values()
            .rev()
            .find_map(|message| {
                let buttons = message.keyboard.iter().flatten();
                let mut labelled = buttons.filter(|button| button.text == label);
                let data = labelled.find_map(|button| button.data())?;
                Some((message.id, data.to_owned()))
            })?;
        Some(self.press(chat, from, message_id, &data))
    }

    /// The app sends an unanswered press once more, as it does after a lost connection: a new query, a new update id.
    pub fn press_again(&mut self, query: &str) -> Option<String> {
        let press = self.presses.get(&query.parse().ok()?)?.clone();
        Some(self.press(press.chat, press.from, press.message_id, &press.data))
    }

    /// How many presses, in all chats, still wait for their answer.
    pub fn open_presses(&self) -> usize {
        let open = |press: &&Press| self.is_open(press);
        self.presses.values().filter(open).count()
    }

    /// The presses of one chat that still wait, oldest first.
    pub fn open_presses_in(&self, chat: i64) -> Vec<Press> {
        let open = |press: &&Press| press.chat == chat && self.is_open(press);
        self.presses.values().filter(open).cloned().collect()
    }

    /// A press by the id of its callback query.
    pub fn press_of(&self, query: &str) -> Option<&Press> {
        self.presses.get(&query.parse().ok()?)
    }

    fn is_open(&self, press: &Press) -> bool {
        !press.answered && self.now < press.at + Duration::seconds(ANSWER_SECONDS_MAX)
    }

    fn tell_press(
        &mut self,
        chat: i64,
        from: i64,
        message_id: i32,
        data: &str,
        message: Value,
    ) -> String {
        self.last_press += 1;
        let number = self.last_press;
        let query = number.to_string();
        self.chat_mut(chat); // the button begins to wait, which is seen
        self.presses.insert(
            number,
            Press {
                chat,
                from,
                message_id,
                data: data.to_owned(),
                at: self.now,
                answered: false,
            },
        );
        if self.presses.len() > PRESSES_MAX {
            self.presses.pop_first();
        }
        let instance = mix(self.seed ^ chat.unsigned_abs());
        let payload = json!({
            "id": query,
            "from": self.user_json(from),
            "message": message,
            "chat_instance": instance.to_string(),
            "data": data,
        });
        self.tell(
            "callback_query",
            lane("callback_query", chat, from),
            payload,
        );
        query
    }

    /// `answerCallbackQuery`. A second answer to the same press is refused like a late one.
    pub(super) fn answer_callback_query(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let query = params.text("callback_query_id")?.unwrap_or_default();
        let text = params.text("text")?.unwrap_or_default().trim().to_owned();
        let alert = params.flag("show_alert")?;
        params.integer("cache_time")?;
        if params.text("url")?.is_some_and(|url| !url.is_empty()) {
            return Err(Refusal::bad_request("URL_INVALID"));
        }
        if text.chars().count() > ANSWER_CHARACTERS_MAX {
            return Err(Refusal::bad_request("MESSAGE_TOO_LONG"));
        }
        let number = query.parse().unwrap_or(0);
        let open = self
            .presses
            .get(&number)
            .filter(|press| self.is_open(press));
        let Some((chat, message_id)) = open.map(|press| (press.chat, press.message_id)) else {
            return Err(Refusal::bad_request(
                "query is too old and response timeout expired or query ID is invalid",
            ));
        };
        if let Some(press) = self.presses.get_mut(&number) {
            press.answered = true;
        }
        self.chat_mut(chat); // the button no longer waits, which is seen
        if !text.is_empty() {
            self.note_toast(chat, message_id, &text, alert);
        }
        Ok(Reply::yes())
    }
}
