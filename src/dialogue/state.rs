//! All that we hold about one chat: where the person is, and what must never be lost.

mod asking;
pub mod room;
mod ticks;
mod walk;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::answers::Answers;
use super::certificate::{CertificateId, Certificates};
use super::event::Thing;
use super::press::{Cited, Page, Question};
use super::reminder::{Notice, Stage};
use super::settings::Settings;
use super::sharing::Invitation;
use crate::guide::checklist::ItemId;
use crate::guide::glossary::TermId;
use crate::guide::topic::{Shelf, TopicId};
use crate::guide::trouble::{Group, TroubleId};
use crate::reading::suspicion::Suspicion;

pub use asking::{Asking, DateTalk, Unclear};
pub use ticks::Ticks;
pub use walk::{Bookmark, Spot, Walk};

/// One chat.
///
/// `state`, `remark` and `bookmark` may be forgotten: what cannot be read any more becomes home, with a soft word.
/// Certificates and settings must never be lost: a record in which they cannot be read is an error.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "Saved")]
pub struct Dialogue {
    #[serde(default)]
    pub state: State,
    /// One soft word above the screen, about what has just happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Remark>,
    /// The place in the last walk that is not finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bookmark: Option<Bookmark>,
    #[serde(default, skip_serializing_if = "Ticks::is_empty")]
    pub ticks: Ticks,
    #[serde(default, skip_serializing_if = "Certificates::are_untouched")]
    pub certificates: Certificates,
    #[serde(default)]
    pub settings: Settings,
    /// When the person was last heard; `None` before the first word.
    pub heard_at: Option<DateTime<Utc>>,
    /// Something is due but the person is asleep: nothing unasked before this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<DateTime<Utc>>,
    /// The person has blocked the bot.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub blocked: bool,
}

impl Default for Dialogue {
    /// A chat that has not spoken yet.
    fn default() -> Self {
        Self {
            state: State::Home,
            remark: None,
            bookmark: None,
            ticks: Ticks::default(),
            certificates: Certificates::default(),
            settings: Settings::default(),
            heard_at: None,
            not_before: None,
            blocked: false,
        }
    }
}

/// Where in the conversation a person is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    #[default]
    Home,
    Choosing(Choosing),
    /// What the answers add up to: whether it can be done now, with what, and how long it takes.
    Result(Walk),
    Preparing(Preparing),
    Walking(Spot),
    Stuck(Spot, Help),
    /// At the end of a walk, or asked for the checklist for afterwards.
    Finished(Walk),
    Dating(DateTalk),
    Certificates(Shown),
    Settings(Setting),
    Reading(Leaf),
    Reminder(Reminder),
    Answer(Answer),
    /// Asked whether reminders that somebody hands on are wanted.
    Invited(Invitation),
    /// Everything has been erased; this is the last word.
    Farewell,
}

/// A question being asked.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Choosing {
    pub answers: Answers,
    pub asked: Question,
    /// Whether «잘 모르겠어요» was pressed: the choices are explained and one is recommended.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsure: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<CertificateId>,
}

/// The checklist, before a walk or by itself.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Preparing {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk: Option<Walk>,
    pub at: Checking,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Checking {
    List,
    Item(ItemId),
    /// What is still missing, said before the walk begins.
    Missing,
}

/// What is seen while stuck at a step.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Help {
    List,
    Trouble(TroubleId),
    Human,
    /// The bank's words that this step uses.
    Terms,
    Term(TermId),
}

/// What is seen of the certificates.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    List,
    Card(CertificateId),
    /// Just saved: the coming notices, and what has passed already.
    Saved {
        certificate: CertificateId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        walk: Option<Walk>,
    },
    Rename(CertificateId),
    Remove(CertificateId),
    /// Handing its reminders on.
    Share(CertificateId),
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    Overview,
    Hours,
    Zones,
}

/// A page of what we know, or about ourselves.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Leaf {
    Page(Page),
    Shelf(Shelf),
    Topic(TopicId),
    Group(Group),
    Trouble(TroubleId),
    Term(TermId),
    Source(Cited),
}

/// The answer to something that was typed, and the state it interrupted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    pub reply: Reply,
    /// What may have been meant instead, the likelier first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<TopicId>,
    pub interrupted: Box<State>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    Topic(TopicId),
    /// Not sure which of these was meant: at most three, the likeliest first.
    Near(Vec<TopicId>),
    /// What speaks against a pasted message.
    Checked(Suspicion),
}

/// One message about all certificates that were due together, and the state it interrupted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reminder {
    pub lines: Vec<(CertificateId, Notice)>,
    pub interrupted: Box<State>,
}

/// What has just happened, said once above the screen.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    NotUnderstood,
    UnknownCommand,
    SecretErased,
    Sent(Thing),
    Nudge,
    WelcomeBack,
    /// A reminder comes on a later day than it was to come.
    Late,
    /// A reminder that may have come already is sent once more.
    OnceMore,
    Cancelled,
    NothingToResume,
    NotKept,
    CertificateGone,
    CertificatesFull,
    LabelTooLong,
    Renamed,
    WillRemind(NaiveDate),
    NothingToRemind,
    InvitationVoid,
    Joined,
    Unshared,
    SharingEnded,
    Muted,
    Unmuted,
    Used,
    Told(Stage),
    /// The record was of a newer or older make: the place is lost, the certificates are not.
    Moved,
}

/// The shape in which a dialogue is read: leniently where something may be forgotten.
#[derive(Deserialize)]
struct Saved {
    #[serde(default)]
    state: Value,
    #[serde(default)]
    remark: Value,
    #[serde(default)]
    bookmark: Value,
    #[serde(default)]
    ticks: Value,
    #[serde(default)]
    certificates: Certificates,
    #[serde(default)]
    settings: Settings,
    #[serde(default)]
    heard_at: Option<DateTime<Utc>>,
    #[serde(default)]
    not_before: Option<DateTime<Utc>>,
    #[serde(default)]
    blocked: bool,
}

impl From<Saved> for Dialogue {
    fn from(saved: Saved) -> Self {
        let (state, moved) = match serde_json::from_value(saved.state) {
            Ok(state) => (state, None),
            Err(_) => (State::Home, Some(Remark::Moved)),
        };
        Self {
            state,
            remark: moved.or_else(|| serde_json::from_value(saved.remark).ok().flatten()),
            bookmark: serde_json::from_value(saved.bookmark).ok().flatten(),
            ticks: serde_json::from_value(saved.ticks).unwrap_or_default(),
            certificates: saved.certificates,
            settings: saved.settings,
            heard_at: saved.heard_at,
            not_before: saved.not_before,
            blocked: saved.blocked,
        }
    }
}
