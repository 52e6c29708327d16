//! The questions people ask, each with an answer.

use super::provenance::Provenance;
use super::step::StepId;

pub mod phrases;
pub mod rows;

/// The stable name of a topic, such as `ars_noshow`; `topic-ID` is the answer, `topic-ID.title` the question.
/// Underscores stand as hyphens in text ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TopicId(pub &'static str);

stored_by_name!(TopicId, rows::topic);

/// One row: a question and where its answer leads.
#[derive(Debug, Clone, Copy)]
pub struct Topic {
    pub id: TopicId,
    pub shelf: Shelf,
    /// The step that the answer is about, if it is about one.
    pub step: Option<StepId>,
    /// Up to three topics that people ask next.
    pub near: &'static [TopicId],
    pub provenance: Provenance,
}

/// The shelves on which answers can be browsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shelf {
    Basics,
    Doing,
    Identity,
    Security,
    Situations,
    Trouble,
    Safety,
    Bot,
}

impl Shelf {
    /// In the order in which they are shown.
    pub const ALL: [Shelf; 8] = [
        Shelf::Basics,
        Shelf::Doing,
        Shelf::Identity,
        Shelf::Security,
        Shelf::Situations,
        Shelf::Trouble,
        Shelf::Safety,
        Shelf::Bot,
    ];
}
