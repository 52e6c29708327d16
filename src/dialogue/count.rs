//! What an operator counts: the closed list, and the names under which counts are kept. No name holds a chat or a word
//! of anybody's, because every name is one of ours.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::certificate::Certificates;
use super::effect::Count;
use super::reminder::{Notice, Stage};
use super::state::room::ROOMS;
use crate::guide::plan::Purpose;
use crate::guide::route;
use crate::guide::step::StepId;

/// A new date counts as the next period when it lies so many days later: half a year. A day that was put right is no
/// renewal.
const RENEWAL_DAYS_MIN: i64 = 183;

/// The steps of one table of the guide, in their order, under the table's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    pub word: &'static str,
    pub steps: Vec<Stretch>,
}

/// What is counted at one step of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub id: &'static str,
    /// Whether it stands in other tables too: then its counts are those of all of them.
    pub shared: bool,
    pub entered: Count,
    pub done: Count,
    pub stuck: Count,
    pub differs: Count,
}

impl Count {
    /// Everything that can ever be counted.
    pub fn all() -> impl Iterator<Item = Self> {
        let of_step = |step| {
            [
                Self::Entered(step),
                Self::Done(step),
                Self::Stuck(step),
                Self::ScreenDiffers(step),
            ]
        };
        let steps = route::all().flat_map(move |step| of_step(step.id));
        let purposes = Purpose::ALL.map(|purpose| Self::Finished(purpose.word()));
        let rooms = ROOMS.map(Self::NotUnderstood);
        steps
            .chain(purposes)
            .chain(notices().map(Self::Reminded))
            .chain([Self::Renewed])
            .chain(rooms)
    }

    /// The name under which it is kept, such as `entered:web-terms`: at most 64 of `a-zA-Z0-9_:-`. It stands in the
    /// store and is never changed.
    pub fn name(self) -> String {
        match self {
            Self::Entered(step) => format!("entered:{}", step.0),
            Self::Done(step) => format!("done:{}", step.0),
            Self::Stuck(step) => format!("stuck:{}", step.0),
            Self::ScreenDiffers(step) => format!("differs:{}", step.0),
            Self::Finished(purpose) => format!("finished:{purpose}"),
            Self::Reminded(notice) => format!("reminded:{}", notice.word()),
            Self::Renewed => "renewed".to_owned(),
            Self::NotUnderstood(room) => format!("not_understood:{room}"),
        }
    }

    /// What is kept under this name; `None` for a name that another release has written.
    pub fn named(name: &str) -> Option<Self> {
        static NAMES: LazyLock<HashMap<String, Count>> =
            LazyLock::new(|| Count::all().map(|count| (count.name(), count)).collect());
        NAMES.get(name).copied()
    }
}

/// The notices about a certificate, in the order in which they come.
pub fn notices() -> impl Iterator<Item = Notice> {
    let stages = Stage::ALL.into_iter().map(Notice::Stage);
    stages.chain([Notice::Use])
}

/// The words for what procedures are good for, as [`Count::Finished`] has them.
pub fn purposes() -> [&'static str; 7] {
    Purpose::ALL.map(Purpose::word)
}

/// All tables of the guide.
pub fn ways() -> Vec<Way> {
    let tables = route::named_tables();
    let stands_in = |step: StepId| {
        let holding = tables
            .iter()
            .filter(|(_, steps)| steps.iter().any(|row| row.id == step));
        holding.count()
    };
    let ways = tables.iter().map(|(word, rows)| {
        let steps = rows.iter().map(|row| Stretch {
            id: row.id.0,
            shared: stands_in(row.id) > 1,
            entered: Count::Entered(row.id),
            done: Count::Done(row.id),
            stuck: Count::Stuck(row.id),
            differs: Count::ScreenDiffers(row.id),
        });
        Way {
            word,
            steps: steps.collect(),
        }
    });
    ways.collect()
}

/// The certificates that have got the date of their next period.
pub fn renewals(before: &Certificates, after: &Certificates) -> impl Iterator<Item = Count> {
    let renewed = after.iter().filter(|certificate| {
        let was = before.find(certificate.id);
        was.is_some_and(|was| {
            (certificate.expires_on - was.expires_on).num_days() >= RENEWAL_DAYS_MIN
        })
    });
    renewed.map(|_| Count::Renewed)
}
