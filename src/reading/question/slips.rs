//! Words with one slip: a sound too many, too few, another one, or two the wrong way round.

use std::collections::HashMap;

use super::plain::{Plain, sounds};
use super::understood::Found;

/// Shorter words are met by chance too often when a slip is allowed.
const SOUNDS_MIN: usize = 7;
const ANCHOR: usize = 3;

/// Long words by their first and their last three sounds: one slip leaves one of the two whole.
pub(super) struct Slips {
    by_anchor: HashMap<[char; ANCHOR], Vec<Word>>,
}

struct Word {
    /// From the anchor on: the word's sounds, or, if the anchor is its end, the same backwards.
    sounds: Vec<char>,
    side: Side,
    sense: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    First,
    Last,
}

impl Slips {
    /// Takes the spellings of every sense, in the order of the senses.
    pub fn new(senses: &[Vec<Vec<char>>]) -> Self {
        let mut by_anchor: HashMap<[char; ANCHOR], Vec<Word>> = HashMap::new();
        for (sense, spellings) in senses.iter().enumerate() {
            for spelling in spellings
                .iter()
                .filter(|spelling| !spelling.iter().any(char::is_ascii))
            {
                let sounds = sounds(spelling);
                let backwards: Vec<char> = sounds.iter().rev().copied().collect();
                let (Some(first), Some(last)) = (sounds.first_chunk(), sounds.last_chunk()) else {
                    continue;
                };
                if sounds.len() < SOUNDS_MIN {
                    continue;
                }
                let (first, last) = (*first, *last);
                by_anchor.entry(first).or_default().push(Word {
                    sounds,
                    side: Side::First,
                    sense,
                });
                by_anchor.entry(last).or_default().push(Word {
                    sounds: backwards,
                    side: Side::Last,
                    sense,
                });
            }
        }
        Self { by_anchor }
    }

    /// Adds what is written with a slip, where not all is known already.
    pub fn find(&self, plain: &Plain, found: &mut Found) {
        let mut row = Vec::new();
        let mut letter_of = Vec::new();
        for (place, letter) in plain.letters.iter().enumerate() {
            row.extend(sounds(&[*letter]));
            letter_of.resize(row.len(), place);
        }
        let backwards: Vec<char> = row.iter().rev().copied().collect();
        for (at, anchor) in row.array_windows::<ANCHOR>().enumerate() {
            for word in self.by_anchor.get(anchor).into_iter().flatten() {
                let length = word.sounds.len();
                let (there, start, end) = match word.side {
                    Side::First => (&row[at..], at, at + length),
                    Side::Last => {
                        let end = at + ANCHOR;
                        (
                            &backwards[row.len() - end..],
                            end.saturating_sub(length),
                            end,
                        )
                    }
                };
                let letters = letter_of[start]..=letter_of[end.min(row.len()) - 1];
                if found.known[letters.clone()].contains(&false)
                    && begins_with_slip(there, &word.sounds)
                {
                    found.senses[word.sense] = true;
                    found.known[letters].fill(true);
                }
            }
        }
    }
}

/// Whether the text begins with the word, but for one slip at most.
fn begins_with_slip(text: &[char], word: &[char]) -> bool {
    let same = text
        .iter()
        .zip(word)
        .take_while(|(one, other)| one == other)
        .count();
    let (text, word) = (&text[same..], &word[same..]);
    let goes_on =
        |text_past: usize, word_past: usize| match (text.get(text_past..), word.get(word_past..)) {
            (Some(text), Some(word)) => text.starts_with(word),
            (Some(_) | None, _) => false,
        };
    let is_swapped = text.len() > 1 && word.len() > 1 && text[0] == word[1] && text[1] == word[0];
    word.is_empty()
        || goes_on(1, 1)
        || goes_on(1, 0)
        || goes_on(0, 1)
        || (is_swapped && goes_on(2, 2))
}
