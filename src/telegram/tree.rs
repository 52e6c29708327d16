//! The way of an update: which of our events it is, and in which chat. Typed text passes [`sift`] here, before anything
//! else sees it.

use teloxide::types::{CallbackQueryId, ChatId};

use super::heard::{Heard, Room};
use super::raw::{Content, Met, Parsed, Pressed};
use super::{command, press_data};
use crate::dialogue::event::{Event, MessageId};
use crate::reading::sift::{Asked, SecretKinds, Sifted, sift};

/// Something that happened in a private chat.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// Telegram's number for the update.
    pub update: u32,
    pub chat: ChatId,
    pub event: Event,
    /// To be answered in any case: until then the button shows that it waits.
    pub callback: Option<CallbackQueryId>,
    /// The message that carries the pressed button, if it can still be edited.
    pub message: Option<MessageId>,
    /// The language of the person's Telegram, such as `ko` or `en-US`.
    pub language: Option<String>,
}

/// Where an update leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Routed {
    Chat(Incoming),
    /// Somebody called us in a group: we ask to talk alone, and look at nothing else there.
    Group {
        chat: ChatId,
        language: Option<String>,
    },
    /// An admin has asked in their own chat how people fare. It is beside the dialogue, and no record knows of it.
    Stats {
        chat: ChatId,
        language: Option<String>,
    },
    /// A press that belongs to no private chat: it is answered, and nothing happens.
    GroupPress {
        callback: CallbackQueryId,
    },
    /// Nothing of ours.
    Nothing,
}

/// Knows the ways. One for a bot.
pub struct Tree {
    /// Our own name in Telegram, without `@`.
    username: String,
    /// The private chats that may ask for `/stats`. To everybody else it is a command like any unknown one.
    admins: Vec<ChatId>,
}

impl Tree {
    pub fn new(username: &str) -> Self {
        Self {
            username: username.to_owned(),
            admins: Vec::new(),
        }
    }

    /// The same for these admins too.
    pub fn with_admins(self, admins: Vec<ChatId>) -> Self {
        Self { admins, ..self }
    }

    /// Where this update leads. `asked` is what the chat has just been asked, which changes what bare digits mean.
    pub fn route(&self, parsed: Parsed, asked: Asked) -> Routed {
        let Parsed {
            update,
            chat,
            content,
            ..
        } = parsed;
        match (content, chat) {
            (Content::Said(heard), _) => self.said(update, heard, asked),
            (Content::Pressed(pressed), Some(chat)) => press(update, chat, pressed),
            (Content::Pressed(pressed), None) => Routed::GroupPress {
                callback: pressed.callback,
            },
            (Content::Met(met), Some(chat)) => meeting(update, chat, met),
            (Content::Met(_), None) | (Content::Other, _) => Routed::Nothing,
        }
    }

    fn said(&self, update: u32, heard: Heard, asked: Asked) -> Routed {
        match heard.room {
            Room::Private(chat) if self.is_asked_for_stats(chat, &heard) => Routed::Stats {
                chat,
                language: heard.language,
            },
            Room::Private(chat) => match event(&heard, asked) {
                Some(event) => Routed::Chat(Incoming {
                    update,
                    chat,
                    event,
                    callback: None,
                    message: None,
                    language: heard.language,
                }),
                None => Routed::Nothing,
            },
            Room::Group(chat) if self.is_called(&heard) => Routed::Group {
                chat,
                language: heard.language,
            },
            Room::Group(_) | Room::Elsewhere => Routed::Nothing,
        }
    }

    fn is_asked_for_stats(&self, chat: ChatId, heard: &Heard) -> bool {
        let text = heard.text.as_ref().map_or("", |text| text.expose());
        self.admins.contains(&chat) && !heard.edited && command::asks_for_stats(text)
    }

    /// Whether we are called in a group. What was said there before is nothing new when it is changed.
    fn is_called(&self, heard: &Heard) -> bool {
        let text = heard.text.as_ref().map_or("", |text| text.expose());
        !heard.edited && command::in_group(text, &self.username)
    }
}

fn press(update: u32, chat: ChatId, pressed: Pressed) -> Routed {
    let press = pressed.data.as_deref().and_then(press_data::decode);
    Routed::Chat(Incoming {
        update,
        chat,
        event: press.map_or(Event::PressedUnknown, Event::Pressed),
        message: pressed.message,
        callback: Some(pressed.callback),
        language: pressed.language,
    })
}

fn meeting(update: u32, chat: ChatId, met: Met) -> Routed {
    Routed::Chat(Incoming {
        update,
        chat,
        event: if met.is_blocked {
            Event::Blocked
        } else {
            Event::Unblocked
        },
        callback: None,
        message: None,
        language: met.language,
    })
}

/// What a message means. `None` for what nobody said: notes of Telegram's own, and changes without words.
fn event(heard: &Heard, asked: Asked) -> Option<Event> {
    if let Some(secret) = secret_beside(heard, asked) {
        return Some(secret);
    }
    let Some(text) = &heard.text else {
        return heard.thing.filter(|_| !heard.edited).map(Event::Sent);
    };
    let text = text.expose();
    let command = command::in_private(text);
    // «/재발급» cannot be a command in Telegram: the slash is only in the way.
    let words = match command {
        Some(_) => text,
        None => text.trim_start_matches('/'),
    };
    if let Some(command) = command::linked(text) {
        // One of our own links: its payload stands in a closed list, so that it is nobody's secret.
        return Some(Event::Commanded(command));
    }
    if let Some(sealed) = command::invitation(text) {
        // No words of the person's: letters that we have made ourselves, and that only the key can open.
        return Some(Event::Linked(sealed.to_owned()));
    }
    Some(match (sift(words, asked), command) {
        (Sifted::Secret(kinds), _) => secret_typed(heard, &kinds),
        (Sifted::Safe(safe), _) if heard.forwarded => Event::Forwarded(safe),
        (Sifted::Safe(safe), _) if heard.edited => Event::Edited(safe),
        (Sifted::Safe(_), Some(_)) if command::is_broken_invitation(text) => Event::InvitationVoid,
        (Sifted::Safe(_), Some(command)) => Event::Commanded(command),
        (Sifted::Safe(safe), None) => Event::Typed(safe),
    })
}

/// The first secret in a caption, or in the name of a file or contact.
fn secret_beside(heard: &Heard, asked: Asked) -> Option<Event> {
    heard
        .beside
        .iter()
        .find_map(|words| match sift(words.expose(), asked) {
            Sifted::Secret(kinds) => Some(secret_typed(heard, &kinds)),
            Sifted::Safe(_) => None,
        })
}

fn secret_typed(heard: &Heard, kinds: &SecretKinds) -> Event {
    Event::SecretTyped {
        // Zero is no message: taking it out of the chat is refused, and harmless.
        message: heard.message.unwrap_or(MessageId(0)),
        kinds: kinds.as_slice().to_vec(),
    }
}
