//! Everything that can happen to a chat.

use super::press::{Place, Press};
use super::sharing::{Invitation, Note, Peer};
use crate::guide::plan::Purpose;
use crate::reading::sift::{Kind, SafeText};

/// A message's number within its chat, given by Telegram.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct MessageId(pub i32);

#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    Pressed(Press),
    /// A button that we no longer know.
    PressedUnknown,
    Commanded(Command),
    Typed(SafeText),
    /// A message of somebody else's, handed on to us.
    Forwarded(SafeText),
    /// A message was changed after it was sent.
    Edited(SafeText),
    /// A secret was typed into this message. The value is not here.
    SecretTyped {
        message: MessageId,
        kinds: Vec<Kind>,
    },
    /// A sealed link was opened; whoever holds the key says what it is: [`Event::Invited`] or [`Event::InvitationVoid`].
    Linked(String),
    /// A link was opened by which somebody hands a reminder on.
    Invited(Invitation),
    /// Such a link, but it leads nowhere any more.
    InvitationVoid,
    /// Another chat of ours tells what concerns this one.
    Noted {
        from: Peer,
        note: Note,
    },
    /// Something that is not text.
    Sent(Thing),
    /// The alarm of this chat has come.
    Due,
    /// The person has blocked the bot, or the account is gone.
    Blocked,
    /// What was owed could not be shown: the person has blocked us, or is gone. A reminder has not been told.
    Unreachable,
    Unblocked,
}

/// A slash command, or the Korean word for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Start,
    Cancel,
    Go(Place),
    /// Straight to a purpose, as «재발급» typed or a deep link `reissue`.
    Purpose(Purpose),
    /// A slash command that we do not have.
    Unknown,
}

/// What people send instead of words. Nothing of it is ever downloaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    Picture,
    File,
    Voice,
    Sticker,
    Contact,
    Location,
    Other,
}
