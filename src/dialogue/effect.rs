//! Everything that the shell must do after a transition.

use serde::{Deserialize, Serialize};

use super::certificate::CertificateId;
use super::event::MessageId;
use super::reminder::Notice;
use super::sharing::{Note, Peer};
use crate::guide::step::StepId;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Bring the current screen before the person.
    Show(Show),
    /// One soft line over the chat, for a press.
    Toast(Toast),
    /// Take this message out of the chat: it holds a secret.
    Erase(MessageId),
    /// Hand over all that is stored, as a file.
    HandOver,
    /// Hand over dates, as a file for the calendar of the phone.
    Calendar(Dates),
    /// Send a picture of this certificate, once the screen stands. A courtesy: if it fails, nothing is owed.
    Picture(CertificateId),
    /// Leave no trace of this chat.
    Forget,
    /// Tell another chat of ours what concerns it.
    Tell(Peer, Note),
    /// Count this for the operator; nothing of the person goes with it.
    Count(Count),
}

/// The dates that a calendar file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dates {
    Of(CertificateId),
    All,
}

/// How a screen is shown. In order of strength: of two that are owed, the stronger is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// Edit the message that carries the screen.
    InPlace,
    /// A new message, without sound.
    Quietly,
    /// A new message: the phone rings.
    Anew,
}

/// What an operator may want to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    /// Somebody came to this step.
    Entered(StepId),
    /// «했어요» at this step.
    Done(StepId),
    /// This notice about a certificate is told.
    Reminded(Notice),
    /// A certificate has got the date of its next period.
    Renewed,
    /// «막혔어요» at this step.
    Stuck(StepId),
    /// The last step of a procedure is done; with the word for what it was good for.
    Finished(&'static str),
    /// The bank's screen was not as this step says.
    ScreenDiffers(StepId),
    /// A question was not understood, in this room of the conversation.
    NotUnderstood(&'static str),
}

/// The soft words for a press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toast {
    /// The button belonged to an earlier screen.
    Moved,
    Saved,
    Muted,
    Unmuted,
    WillRemindAgain,
    Removed,
    Full,
    Gone,
    /// A picture is on its way.
    Drawing,
}
