//! What has happened, in order, for whoever wants to tell it again.

use chrono::{DateTime, Utc};

use super::World;
use super::keyboard::Button;
use super::message::{Content, Message};
use super::said::Said;

/// The most that is kept; when there is more, nothing new is written down, so that the beginning stays.
const HAPPENINGS_MAX: usize = 20_000;

/// Something that happened in one chat.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// When, by the world's clock.
    pub at: DateTime<Utc>,
    /// Where.
    pub chat: i64,
    /// What.
    pub deed: Deed,
}

/// What people and the bot do.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// A person wrote a text.
    Wrote(String),
    /// A person passed on what somebody else had written.
    Forwarded(String),
    /// A person sent something else: its kind, as [`Content::name`] says it, and its caption.
    Sent(&'static str, String),
    /// A person changed a text, of the last message or of an earlier one.
    Edited { text: String, is_last: bool },
    /// A person deleted a message.
    Deleted,
    /// A person pressed the button with this label, on the n-th newest message that carries one.
    Pressed { label: String, nth: usize },
    /// A person pressed a button that no longer stands anywhere.
    PressedGone(String),
    /// A person pressed a button that was never seen.
    PressedUnseen,
    /// A person blocked the bot.
    Blocked,
    /// A person let the bot in again.
    Unblocked,
    /// The bot said something.
    Said(Said),
    /// Something outside of the world, in the words of whoever noted it.
    Aside(String),
}

impl Deed {
    pub(super) fn of_message(message: &Message) -> Self {
        let text = message.text.clone();
        match &message.content {
            Content::Text if message.extra.get("forward_origin").is_some() => Self::Forwarded(text),
            Content::Text => Self::Wrote(text),
            other => Self::Sent(other.name(), text),
        }
    }
}

impl World {
    /// Begins to write down what happens.
    pub fn keep_journal(&mut self) {
        self.journal.get_or_insert_default();
    }

    /// What has happened since the journal was begun, oldest first: the first 20,000.
    pub fn journal(&self) -> &[Happening] {
        self.journal.as_deref().unwrap_or_default()
    }

    /// Writes down something that happened outside of the world, in the caller's own words.
    pub fn note_aside(&mut self, chat: i64, words: &str) {
        self.note(chat, Deed::Aside(words.to_owned()));
    }

    pub(super) fn note(&mut self, chat: i64, deed: Deed) {
        let at = self.now;
        let Some(journal) = &mut self.journal else {
            return;
        };
        if journal.len() < HAPPENINGS_MAX {
            journal.push(Happening { at, chat, deed });
        }
    }

    pub(super) fn note_press(&mut self, chat: i64, message_id: i32, data: &str) {
        if self.journal.is_none() {
            return;
        }
        let deed = self.press_deed(chat, message_id, data);
        self.note(chat, deed);
    }

    fn press_deed(&self, chat: i64, message_id: i32, data: &str) -> Deed {
        let is_pressed = |button: &&Button| button.data() == Some(data);
        let messages = || self.chat(chat).messages.values();
        let stands = messages().find(|message| message.id == message_id);
        if let Some(button) = stands.and_then(|it| it.keyboard.iter().flatten().find(is_pressed)) {
            let carries = |message: &&Message| {
                let mut buttons = message.keyboard.iter().flatten();
                message.id >= message_id && buttons.any(|other| other.text == button.text)
            };
            return Deed::Pressed {
                label: button.text.clone(),
                nth: messages().filter(carries).count(),
            };
        }
        let mut said = self.journal().iter().rev().filter_map(|it| match &it.deed {
            Deed::Said(said) if it.chat == chat && said.message_id == message_id => Some(said),
            _ => None,
        });
        let label = said.find_map(|said| said.keyboard.iter().flatten().find(is_pressed));
        label.map_or(Deed::PressedUnseen, |button| {
            Deed::PressedGone(button.text.clone())
        })
    }
}
