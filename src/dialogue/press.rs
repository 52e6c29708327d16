//! The meaning of a button: a closed list, each naming what is meant and never a direction.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::certificate::CertificateId;
use super::settings::Language;
use crate::guide::checklist::ItemId;
use crate::guide::glossary::TermId;
use crate::guide::plan::{Channel, Detail, Identification, Medium, Purpose, Situation};
use crate::guide::step::StepId;
use crate::guide::topic::{Shelf, TopicId};
use crate::guide::trouble::{Group, TroubleId};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Press {
    /// These work from any message, however old: [`Press::always`].
    Go(Place),
    About(CertificateId, Matter),

    /// These count only while the current screen offers them.
    Ask(Question),
    Choose(Choice),
    Unsure(Question),
    Item(ItemId),
    Tick(ItemId, bool),
    Prepare,
    Depart {
        although_missing: bool,
    },
    At(StepId),
    /// A part of a step, in 쉬운 말.
    Part(StepId, u8),
    Done(StepId),
    StuckAt(StepId),
    /// «화면이 달라요»: counted for the operator.
    Differs(StepId),
    Terms(StepId),
    Term(TermId),
    /// An answer that was suggested; what it interrupted stays interrupted.
    Answer(TopicId),
    Trouble(TroubleId),
    AskHuman,
    Date(Dating),
    Label(CertificateId, LabelChoice),
    Remove(CertificateId),
    /// Nobody else gets its reminders any more.
    Unshare(CertificateId),
    /// Yes to reminders that somebody hands on.
    Join,
    Hour(u8),
    Zone(Tz),
    Speak(Language),
    Early(bool),
    Yearly(bool),
    /// 그림 받기.
    Pictures(bool),
    /// The checklist for afterwards.
    Afterwards,
    EraseAll,
    HandOverData,
    /// 모두 달력에 넣기.
    Calendar,
    /// «하던 곳으로»: what a reminder interrupted.
    Continue,
    /// «하던 곳으로»: what an answer interrupted. Another press than [`Press::Continue`], because that may be a
    /// reminder: a second tap must not pass over it.
    Return,
}

impl Press {
    /// Whether its meaning does not hang on the screen, so that it works however old the message is.
    pub fn always(self) -> bool {
        matches!(self, Press::Go(_) | Press::About(..))
    }
}

/// Where one can go from anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    Home,
    Begin,
    Resume,
    Checklist,
    Certificates,
    Settings,
    Hours,
    Zones,
    Page(Page),
    Shelf(Shelf),
    Topic(TopicId),
    Group(Group),
    Trouble(TroubleId),
    Term(TermId),
    /// Into this step of one's own walk, or to the questions before a walk.
    Step(StepId),
    Source(Cited),
    /// «만료일 적기»: a date to be kept, without a walk.
    NewDate,
}

/// What a source can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cited {
    Step(StepId),
    Topic(TopicId),
    Trouble(TroubleId),
}

/// The pages that stand on their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Page {
    Help,
    Privacy,
    MyData,
    Erase,
    Safety,
    Compare,
    Human,
    Shelves,
    Groups,
    Terms,
    /// «이 문자 진짜인가요?»: a message may be pasted here.
    Genuine,
}

impl Page {
    pub const ALL: [Page; 11] = [
        Page::Help,
        Page::Privacy,
        Page::MyData,
        Page::Erase,
        Page::Safety,
        Page::Compare,
        Page::Human,
        Page::Shelves,
        Page::Groups,
        Page::Terms,
        Page::Genuine,
    ];
}

/// What can be meant about one certificate, on its card or on a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Matter {
    Card,
    /// 지금 시작: begins the way to a new one.
    Start,
    /// 이미 했어요: asks the new date and starts the next cycle.
    Renewed,
    Later(Later),
    Mute(bool),
    /// 한 번 사용했어요.
    Used,
    Rename,
    AskRemove,
    Share,
    /// 달력에 넣기.
    Calendar,
    /// 그림으로 보기.
    Picture,
}

/// 내일, 3일 뒤, 다음 주.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Later {
    Tomorrow,
    ThreeDays,
    NextWeek,
}

impl Later {
    pub const ALL: [Later; 3] = [Later::Tomorrow, Later::ThreeDays, Later::NextWeek];

    pub fn days(self) -> u64 {
        match self {
            Later::Tomorrow => 1,
            Later::ThreeDays => 3,
            Later::NextWeek => 7,
        }
    }
}

/// The short questions before a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    Purpose,
    Detail,
    Situation,
    Channel,
    Medium,
    Identification,
}

/// An answer to one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    Purpose(Purpose),
    Detail(Detail),
    Situation(Situation),
    Channel(Channel),
    Medium(Medium),
    Identification(Identification),
}

/// Everything about entering a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dating {
    /// For which certificate; `None` is a new one.
    For(Option<CertificateId>),
    /// To the question: the expiry date, or the date of issue.
    Ask {
        issue: bool,
    },
    /// How to look it up.
    Where,
    Years,
    Year(i32),
    Month(i32, u32),
    /// This date is meant (picked, or one of several readings).
    Mean(NaiveDate),
    /// The expiry date is right.
    Save(NaiveDate),
    Agree(NaiveDate),
    /// No date is to be kept.
    Decline,
}

/// Ready-made labels, so that nobody has to type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LabelChoice {
    Mine,
    Mother,
    Father,
    Spouse,
    Work,
}

impl LabelChoice {
    pub const ALL: [LabelChoice; 5] = [
        LabelChoice::Mine,
        LabelChoice::Mother,
        LabelChoice::Father,
        LabelChoice::Spouse,
        LabelChoice::Work,
    ];
}
