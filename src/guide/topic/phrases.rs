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
pub fn unrelated() -> impl Iterator<Item = String> {
    parts(unrelated::SAID).map(str::to_owned).chain(crossed())
}

/// Words that name no matter when they stand alone; without spaces.
pub fn too_little() -> impl Iterator<Item = String> {
    parts(unrelated::TOO_LITTLE).map(|word| word.replace(' ', ""))
}

/// Every thing with some of the doings, each time others.
fn crossed() -> impl Iterator<Item = String> {
    let doings: Vec<&str> = parts(unrelated::DOINGS).collect();
    let things = parts(unrelated::THINGS).enumerate();
    things.flat_map(move |(row, thing)| {
        let doings = doings.clone();
        (0..DOINGS_A_THING).map(move |step| {
            let doing = doings[(row * DOINGS_A_THING + step) % doings.len()];
            format!("{thing} {doing}")
        })
    })
}

/// A thing's doings begin where those of the thing before ended.
const DOINGS_A_THING: usize = 6;

fn parts(said: &'static str) -> impl Iterator<Item = &'static str> {
    said.split(['|', '\n'])
        .map(str::trim)
        .filter(|phrase| !phrase.is_empty())
}
