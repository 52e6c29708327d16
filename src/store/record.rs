//! What is stored for one chat. How it is written stands in [`written`](super::written).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use super::written::FORMAT;
use super::{CommitId, Revision};
use crate::dialogue::effect::{Dates, Show};
use crate::dialogue::event::MessageId;
use crate::dialogue::settings::Language;
use crate::dialogue::sharing::{Note, Peer};
use crate::dialogue::{Dialogue, next_due};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// The revision at which it was loaded; zero when it has never been stored.
    pub revision: Revision,
    pub dialogue: Dialogue,
    /// Duties that are not done yet.
    pub outbox: Outbox,
    /// The message that carries the current screen.
    pub anchor: Option<MessageId>,
    /// The alarm: the dialogue's own next time, or the end of a lease, or the time of a debt.
    pub due: Option<DateTime<Utc>>,
    /// The updates that have taken effect, oldest first. Filled by the store when it loads, and kept by its commit.
    pub seen: Vec<u32>,
}

impl Record {
    /// The record of somebody who has not spoken yet.
    pub fn of_stranger(language: Language) -> Self {
        let mut record = Self::default();
        record.dialogue.settings.language = language;
        record
    }

    /// When this chat is to be looked at while nothing is owed: at the dialogue's own next time, or when a delivery that
    /// was overtaken has certainly ended.
    pub fn rests_until(&self) -> Option<DateTime<Utc>> {
        let own = next_due(&self.dialogue);
        own.into_iter().chain(self.outbox.overtaken).min()
    }

    /// Until when somebody may be sending the new message that is owed.
    pub fn sent_until(&self) -> Option<DateTime<Utc>> {
        self.due.filter(|_| self.outbox.show >= Some(Show::Quietly))
    }

    /// Whether this commit has taken effect already.
    pub fn has_seen(&self, id: CommitId) -> bool {
        match id {
            CommitId::Update(id) => self.seen.contains(&id),
            CommitId::Own(_) => false,
        }
    }
}

/// Duties not yet done: to show the current screen, to erase messages, to hand over a document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outbox {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<Show>,
    /// Whether the person waits for it, so that it may be said at any hour, and before what nobody waits for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asked: bool,
    /// Messages that hold a secret.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub erase: Vec<MessageId>,
    /// Messages that no longer carry the current screen: their buttons are taken away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strip: Vec<MessageId>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hand_over: bool,
    /// Calendar files, in the order in which they were asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calendar: Vec<Dates>,
    /// Notes for other chats of ours.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tell: Vec<(Peer, Note)>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub forget: bool,
    /// How often these duties have been tried in vain.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub tries: u32,
    /// How often the alarm has set out to do these duties since anybody was last heard of who had.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unheard: u32,
    /// Telegram wants nothing said to this chat before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<DateTime<Utc>>,
    /// The new message that is owed went out once, and nobody answered: it may stand there already.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsure: bool,
    /// The same of the document.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsure_document: bool,
    /// The same of the first of the calendar files.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsure_calendar: bool,
    /// The files that are owed may be on their way in somebody's hands until then: nobody else hands them over before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handing: Option<DateTime<Utc>>,
    /// A delivery that something newer has overtaken may be under way until then, and nobody may be left to put right what
    /// it does: after that the screen is shown once more. This is no duty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overtaken: Option<DateTime<Utc>>,
}

impl Outbox {
    /// Whether nothing is known here.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether any duty is left.
    pub fn owes(&self) -> bool {
        self.is_for_the_person() || !self.strip.is_empty() || !self.tell.is_empty() || self.forget
    }

    /// Whether the only duty is to forget the chat.
    pub fn only_forgets(&self) -> bool {
        self.forget && !self.is_for_the_person() && self.strip.is_empty() && self.tell.is_empty()
    }

    /// Whether something is owed that a person can wait for.
    pub fn is_for_the_person(&self) -> bool {
        self.show.is_some() || !self.erase.is_empty() || self.owes_files()
    }

    /// The buttons of this message are to be taken away.
    pub fn strips(&mut self, message: MessageId) {
        if !self.strip.contains(&message) {
            self.strip.push(message);
        }
    }

    /// Whether the message that is owed may stand there already: it went out without an answer, or whoever set out to send
    /// it was never heard of again.
    pub fn may_have_come(&self) -> bool {
        self.unsure || self.unheard > 0
    }

    /// Whether files are to be handed over.
    pub fn owes_files(&self) -> bool {
        self.hand_over || !self.calendar.is_empty()
    }

    /// Whether nothing but files is owed.
    pub fn owes_files_alone(&self) -> bool {
        let is_done = self.show.is_none() && self.erase.is_empty() && self.strip.is_empty();
        self.owes_files() && is_done && self.tell.is_empty()
    }

    /// The same duties; nothing is known about those that are not there.
    pub fn tidied(mut self) -> Self {
        if !self.owes() {
            return Self {
                overtaken: self.overtaken,
                // Nobody's reminder waits behind it.
                asked: self.overtaken.is_some(),
                ..Self::default()
            };
        }
        self.asked &= self.is_for_the_person();
        self.unsure &= self.show.is_some();
        self.unsure_document &= self.hand_over;
        self.unsure_calendar &= !self.calendar.is_empty();
        if !self.owes_files() {
            self.handing = None;
        }
        self
    }
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}
