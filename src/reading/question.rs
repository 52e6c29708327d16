//! Typed questions: which topic is asked about, if any.
//!
//! The reader learns from the rows of [`phrases`], once in the life of the program and always the same. `senses` says
//! which words mean the same, `understood` finds them in a message, also with a slip; `features` says what of a message
//! counts, and `model` learns what speaks for which topic. What people say that has nothing to do with us is one more
//! outcome that it has learnt to tell.

use std::collections::HashSet;
use std::sync::LazyLock;

use self::model::{Model, Samples};
use self::understood::Vocabulary;
use super::sift::SafeText;
use crate::guide::topic::{TopicId, phrases};

mod elsewhere;
mod features;
mod fillers;
mod model;
mod plain;
mod senses;
mod slips;
mod understood;

/// What a message may be asking about. Both empty: nothing of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answerable {
    /// The topic, if we are sure enough to answer.
    pub best: Option<TopicId>,
    /// What else may be meant, most likely first: up to three without `best`, up to two beside it.
    pub near: Vec<TopicId>,
}

/// Reads a question. Only the beginning of a long message is looked at.
pub fn read(text: &SafeText) -> Answerable {
    READER.read(text.as_str())
}

/// Learns now what else is learnt when the first question comes (a tenth of a second).
pub fn prepare() {
    LazyLock::force(&READER);
}

/// How likely a topic must be before it is answered. Below, people are asked which one they mean.
const SURE: f32 = 0.25;
/// How likely it must be that nothing of ours is meant before we say so.
const UNRELATED: f32 = 0.5;
/// And how many times likelier than the likeliest topic.
const UNRELATED_TIMES: f32 = 1.5;
const NEAR_MAX: usize = 3;

static READER: LazyLock<Reader> = LazyLock::new(Reader::learn);

struct Reader {
    vocabulary: Vocabulary,
    /// The outcomes of the model are numbers of rows here, and one more: nothing of ours.
    topics: Vec<TopicId>,
    model: Model,
    /// Words that name no matter when they stand alone.
    too_little: HashSet<Vec<char>>,
}

impl Reader {
    fn learn() -> Self {
        let vocabulary = Vocabulary::new();
        let topics: Vec<TopicId> = phrases::all().map(|row| row.topic).collect();
        let mut samples = Samples::default();
        let mut learns = |phrase: &str, outcome| {
            let plain = plain::Plain::new(phrase);
            samples.push(&features::features(&plain, &vocabulary), outcome);
        };
        for (outcome, row) in phrases::all().enumerate() {
            row.iter().for_each(|phrase| learns(phrase, outcome));
        }
        phrases::unrelated().for_each(|phrase| learns(&phrase, topics.len()));
        Self {
            model: Model::learn(&samples, topics.len() + 1),
            too_little: phrases::too_little()
                .map(|word| word.chars().collect())
                .collect(),
            vocabulary,
            topics,
        }
    }

    fn read(&self, text: &str) -> Answerable {
        let plain = plain::Plain::new(text);
        let nothing = Answerable {
            best: None,
            near: Vec::new(),
        };
        if plain.letters.is_empty() || self.too_little.contains(&plain.letters) {
            return nothing;
        }
        let chances = self
            .model
            .chances(&features::features(&plain, &self.vocabulary));
        let unrelated = chances[self.topics.len()];
        let mut likely: Vec<(TopicId, f32)> = self.topics.iter().copied().zip(chances).collect();
        likely.sort_by(|one, other| other.1.total_cmp(&one.1));
        let first = likely[0].1;
        if unrelated > UNRELATED || unrelated > first * UNRELATED_TIMES {
            return nothing;
        }
        let mut near: Vec<TopicId> = likely
            .iter()
            .take(NEAR_MAX)
            .map(|(topic, _)| *topic)
            .collect();
        let best = (first >= SURE).then(|| near.remove(0));
        Answerable { best, near }
    }
}
