//! How people ask for each topic, in their own words: polite, casual, dialect, shorthand, misspelt, without spaces,
//! half in English. The reader of questions learns from these rows and from nothing else.

use super::TopicId;

mod basics;
mod bot;
mod doing;
mod identity;
mod safety;
mod security;
mod situations;
mod trouble;
mod unrelated;

/// The ways of asking for one topic.
#[derive(Debug, Clone, Copy)]
pub struct Phrases {
    pub topic: TopicId,
    /// Parted by `|` or a line's end.
    said: &'static str,
}

impl Phrases {
    /// One way of asking after the other.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        parts(self.said)
    }
}

/// The phrases of every topic, shelf by shelf.
pub fn all() -> impl Iterator<Item = &'static Phrases> {
    [
        basics::ROWS,
        doing::ROWS,
        identity::ROWS,
        security::ROWS,
        situations::ROWS,
        trouble::ROWS,
        safety::ROWS,
        bot::ROWS,
    ]
    .into_iter()
    .flatten()
}

/// What people also say, and no topic answers.
pub fn unrelated() -> impl Iterator<Item = &'static str> {
    parts(unrelated::SAID)
}

fn parts(said: &'static str) -> impl Iterator<Item = &'static str> {
    said.split(['|', '\n'])
        .map(str::trim)
        .filter(|phrase| !phrase.is_empty())
}
