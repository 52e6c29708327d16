//! What the bot said and nobody has read yet: stories must read it all.

use super::World;
use super::journal::Deed;
use super::keyboard::Keyboard;
use super::message::Message;
use super::params::Upload;
use super::{Content, render};

/// The most unread things a chat keeps, and the most toasts; the oldest go first.
const UNREAD_MAX: usize = 1_000;
const TOASTS_MAX: usize = 20;

/// One thing that the bot said, as it stood at that moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// How it reached the person.
    pub how: How,
    /// The message; of a toast, the one whose button was pressed.
    pub message_id: i32,
    /// The plain text, or the caption.
    pub text: String,
    /// The text with its formatting; everything else is escaped.
    pub html: String,
    /// The buttons under it.
    pub keyboard: Keyboard,
    /// Whether the phone stayed silent.
    pub silent: bool,
    /// The document, where one came.
    pub document: Option<Upload>,
    /// The photo, where one came.
    pub photo: Option<Upload>,
}

/// How something reached the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// A new message: the phone rings, unless silent.
    New,
    /// The text of an old message changed.
    Edit,
    /// Only the buttons of an old message changed.
    Keyboard,
    /// A short word over the chat, after a press.
    Toast,
    /// The same, to be closed by hand.
    Alert,
}

/// An answer to a press that said something.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// Rises by one with every toast of the world.
    pub id: u64,
    /// One to 200 characters.
    pub text: String,
    /// Whether it has to be closed by hand.
    pub alert: bool,
}

impl World {
    /// All that the bot said in this chat since the last call, oldest first.
    ///
    /// # Panics
    /// When there is no such chat.
    pub fn take_unread(&mut self, chat: i64) -> Vec<Said> {
        std::mem::take(&mut self.chat_mut(chat).unread)
    }

    /// How many things the bot said, in all chats, that nobody has taken.
    pub fn unread_count(&self) -> usize {
        self.chats.values().map(|chat| chat.unread.len()).sum()
    }

    /// The latest toasts of the chat, oldest first.
    ///
    /// # Panics
    /// When there is no such chat.
    pub fn toasts(&self, chat: i64) -> &[Toast] {
        &self.chat(chat).toasts
    }

    pub(super) fn note_said(&mut self, how: How, message: &Message) {
        let (document, photo) = match &message.content {
            Content::Document(upload) => (Some(upload.clone()), None),
            Content::Photo(upload) => (None, Some(upload.clone())),
            _ => (None, None),
        };
        let said = Said {
            how,
            message_id: message.id,
            text: message.text.clone(),
            html: message.html(),
            keyboard: message.keyboard.clone(),
            silent: message.silent,
            document,
            photo,
        };
        self.push_unread(message.chat, said);
    }

    pub(super) fn note_toast(&mut self, chat: i64, message_id: i32, text: &str, alert: bool) {
        self.last_toast += 1;
        let id = self.last_toast;
        let toasts = &mut self.chat_mut(chat).toasts;
        toasts.push(Toast {
            id,
            text: text.to_owned(),
            alert,
        });
        if toasts.len() > TOASTS_MAX {
            toasts.remove(0);
        }
        let said = Said {
            how: if alert { How::Alert } else { How::Toast },
            message_id,
            text: text.to_owned(),
            html: render::escape(text),
            keyboard: Keyboard::new(),
            silent: true,
            document: None,
            photo: None,
        };
        self.push_unread(chat, said);
    }

    fn push_unread(&mut self, chat: i64, said: Said) {
        self.note(chat, Deed::Said(said.clone()));
        let unread = &mut self.chat_mut(chat).unread;
        unread.push(said);
        if unread.len() > UNREAD_MAX {
            unread.remove(0);
        }
    }
}
