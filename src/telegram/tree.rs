//! The way of an update: which of our events it is, and in which chat.
//!
//! A dptree tree, called directly and not through teloxide's `Dispatcher`, which tells Telegram that an update
//! is done before anybody has looked at it. Typed text passes [`sift`] here, before anything else sees it.

use std::ops::ControlFlow;

use dptree::di::DependencyMap;
use dptree::{Handler, Type};
use teloxide::dispatching::{DpHandlerDescription, UpdateFilterExt};
use teloxide::types::{
    CallbackQuery, CallbackQueryId, ChatId, ChatMemberKind, ChatMemberUpdated,
    MaybeInaccessibleMessage, Message, MessageKind, Update, UpdateKind,
};

use super::raw::{Heard, Parsed};
use super::{command, press_data};
use crate::dialogue::event::{Event, MessageId, Thing};
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
    /// A press that belongs to no private chat: it is answered, and nothing happens.
    GroupPress {
        callback: CallbackQueryId,
    },
    /// Nothing of ours.
    Nothing,
}

/// The tree. Built once.
pub struct Tree {
    handler: Handler<'static, Routed, DpHandlerDescription>,
    username: Username,
}

/// Our own name in Telegram, without `@`.
#[derive(Clone)]
struct Username(String);

impl Tree {
    /// # Panics
    /// When a branch asks for something that [`Tree::route`] does not give: a mistake in this file, found at the start.
    pub fn new(username: &str) -> Self {
        let handler = branches();
        let given = [
            Type::of::<Update>(),
            Type::of::<Heard>(),
            Type::of::<Asked>(),
            Type::of::<Username>(),
        ];
        dptree::type_check(handler.sig(), &DependencyMap::new(), &given);
        Self {
            handler,
            username: Username(username.to_owned()),
        }
    }

    /// Where this update leads. `asked` is what the chat has just been asked, which changes what bare digits mean.
    pub async fn route(&self, parsed: Parsed, asked: Asked) -> Routed {
        let given = dptree::deps![parsed.content, parsed.heard, asked, self.username.clone()];
        match self.handler.dispatch(given).await {
            ControlFlow::Break(routed) => routed,
            ControlFlow::Continue(_) => Routed::Nothing,
        }
    }
}

fn branches() -> Handler<'static, Routed, DpHandlerDescription> {
    dptree::entry()
        .branch(
            Update::filter_message()
                .branch(dptree::filter(is_private).endpoint(said))
                .branch(dptree::endpoint(called)),
        )
        .branch(
            Update::filter_edited_message()
                .filter(is_private)
                .endpoint(said),
        )
        .branch(Update::filter_callback_query().endpoint(pressed))
        .branch(Update::filter_my_chat_member().endpoint(met))
        .branch(dptree::filter(is_unreadable).endpoint(recovered))
}

fn is_private(message: Message) -> bool {
    message.chat.is_private()
}

fn is_unreadable(update: Update) -> bool {
    matches!(update.kind, UpdateKind::Error(_))
}

/// A message in a private chat, or a change of one.
async fn said(update: Update, message: Message, heard: Heard, asked: Asked) -> Routed {
    let is_of_new_kind = matches!(message.kind, MessageKind::Empty {});
    let event = event(&heard, asked).or_else(|| {
        let fallback = is_of_new_kind && !heard.edited;
        fallback.then_some(Event::Sent(Thing::Other))
    });
    heard_in(update.id.0, heard, event)
}

/// A message that the library could not read at all.
async fn recovered(update: Update, heard: Heard, asked: Asked) -> Routed {
    let event = event(&heard, asked);
    heard_in(update.id.0, heard, event)
}

/// A message in a group.
async fn called(message: Message, heard: Heard, username: Username) -> Routed {
    let text = heard.text.as_ref().map_or("", |text| text.expose());
    let in_group = message.chat.is_group() || message.chat.is_supergroup();
    if in_group && command::in_group(text, &username.0) {
        Routed::Group {
            chat: message.chat.id,
            language: heard.language,
        }
    } else {
        Routed::Nothing
    }
}

async fn pressed(update: Update, query: CallbackQuery) -> Routed {
    let chat = query.message.as_ref().map(MaybeInaccessibleMessage::chat);
    let Some(chat) = chat.filter(|chat| chat.is_private()) else {
        return Routed::GroupPress { callback: query.id };
    };
    let press = query.data.as_deref().and_then(press_data::decode);
    let message = query
        .message
        .as_ref()
        .and_then(MaybeInaccessibleMessage::regular_message)
        .map(|message| MessageId(message.id.0))
        .filter(|message| message.0 != 0);
    Routed::Chat(Incoming {
        update: update.id.0,
        chat: chat.id,
        event: press.map_or(Event::PressedUnknown, Event::Pressed),
        message,
        callback: Some(query.id),
        language: query.from.language_code,
    })
}

/// In a private chat this comes only when the person blocks or unblocks us.
async fn met(update: Update, change: ChatMemberUpdated) -> Routed {
    if !change.chat.is_private() {
        return Routed::Nothing;
    }
    let event = match change.new_chat_member.kind {
        ChatMemberKind::Banned(_) | ChatMemberKind::Left => Event::Blocked,
        ChatMemberKind::Owner(_)
        | ChatMemberKind::Administrator(_)
        | ChatMemberKind::Member(_)
        | ChatMemberKind::Restricted(_) => Event::Unblocked,
    };
    Routed::Chat(Incoming {
        update: update.id.0,
        chat: change.chat.id,
        event,
        callback: None,
        message: None,
        language: change.from.language_code,
    })
}

fn heard_in(update: u32, heard: Heard, event: Option<Event>) -> Routed {
    match (heard.chat, event) {
        (Some(chat), Some(event)) => Routed::Chat(Incoming {
            update,
            chat,
            event,
            callback: None,
            message: None,
            language: heard.language,
        }),
        (_, None) | (None, Some(_)) => Routed::Nothing,
    }
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
