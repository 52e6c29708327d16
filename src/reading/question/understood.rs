//! Which senses stand in a message, and how much of it is strange to us.

use std::collections::HashMap;

use super::elsewhere::ELSEWHERE;
use super::fillers::{FILLERS, PARTICLES};
use super::plain::Plain;
use super::senses::OURS;
use super::slips::Slips;

/// What was understood of a message.
pub(super) struct Understood {
    /// Numbers of the senses found, each once, rising.
    pub senses: Vec<usize>,
    /// How many letters belong to nothing known.
    pub strange: usize,
}

/// The words that we know.
pub(super) struct Vocabulary {
    by_first: HashMap<char, Vec<Spelling>>,
    slips: Slips,
    particles: Vec<char>,
    /// The senses from this number on are of other worlds; after the last of them comes «any of them».
    elsewhere_from: usize,
    senses: usize,
}

/// A way to write a word: of a sense, or of none if it says nothing.
struct Spelling {
    letters: Vec<char>,
    sense: Option<usize>,
}

/// What has been found so far: by sense, and by letter of the message.
pub(super) struct Found {
    pub senses: Vec<bool>,
    pub known: Vec<bool>,
}

impl Vocabulary {
    pub fn new() -> Self {
        let ours: Vec<Vec<Vec<char>>> = OURS.iter().flat_map(|rows| spellings(rows)).collect();
        let elsewhere_from = ours.len();
        let senses: Vec<Vec<Vec<char>>> = ours.into_iter().chain(spellings(ELSEWHERE)).collect();
        let mut by_first: HashMap<char, Vec<Spelling>> = HashMap::new();
        let mut add = |letters: Vec<char>, sense| {
            by_first
                .entry(letters[0])
                .or_default()
                .push(Spelling { letters, sense })
        };
        for (sense, spellings) in senses.iter().enumerate() {
            spellings
                .iter()
                .for_each(|letters| add(letters.clone(), Some(sense)));
        }
        words(FILLERS).for_each(|letters| add(letters, None));
        Self {
            by_first,
            slips: Slips::new(&senses),
            particles: words(PARTICLES).flatten().collect(),
            elsewhere_from,
            senses: senses.len(),
        }
    }

    /// Finds all that is known.
    pub fn understand(&self, plain: &Plain) -> Understood {
        let mut found = Found {
            senses: vec![false; self.senses + 1],
            known: vec![false; plain.letters.len()],
        };
        for at in 0..plain.letters.len() {
            self.find_spelled_at(plain, at, &mut found);
        }
        self.slips.find(plain, &mut found);
        for end in &plain.edges[1..] {
            found.known[end - 1] |= self.particles.contains(&plain.letters[end - 1]);
        }
        found.senses[self.senses] = found.senses[self.elsewhere_from..].contains(&true);
        let senses = found
            .senses
            .iter()
            .enumerate()
            .filter(|(_, is_there)| **is_there);
        Understood {
            senses: senses.map(|(sense, _)| sense).collect(),
            strange: found.known.iter().filter(|is_known| !**is_known).count(),
        }
    }

    fn find_spelled_at(&self, plain: &Plain, at: usize, found: &mut Found) {
        for spelling in self.by_first.get(&plain.letters[at]).into_iter().flatten() {
            let end = at + spelling.letters.len();
            if plain.letters.get(at..end) == Some(&spelling.letters) && stands_free(plain, at, end)
            {
                found.known[at..end].fill(true);
                if let Some(sense) = spelling.sense {
                    found.senses[sense] = true;
                }
            }
        }
    }
}

/// Whether what stands there is not only by chance a word: it goes over into the next word only if it begins one, and
/// it is not a part of an English word.
fn stands_free(plain: &Plain, start: usize, end: usize) -> bool {
    let crosses = plain.edges.iter().any(|edge| start < *edge && *edge < end);
    let is_cut = |at: usize| {
        at > 0
            && at < plain.letters.len()
            && !plain.edges.contains(&at)
            && plain.letters[at - 1].is_ascii_alphabetic()
            && plain.letters[at].is_ascii_alphabetic()
    };
    (!crosses || plain.edges.contains(&start)) && !is_cut(start) && !is_cut(end)
}

/// Reads rows of `sense: spelling|…`, which may go on in the next line.
fn spellings(rows: &'static str) -> Vec<Vec<Vec<char>>> {
    let mut senses: Vec<Vec<Vec<char>>> = Vec::new();
    for line in rows.lines() {
        let rest = match line.split_once(':') {
            Some((_, rest)) => {
                senses.push(Vec::new());
                rest
            }
            None => line,
        };
        if let Some(sense) = senses.last_mut() {
            sense.extend(words(rest));
        }
    }
    senses
}

/// Words parted by `|` or a line's end; none is empty.
fn words(text: &'static str) -> impl Iterator<Item = Vec<char>> {
    let words = text
        .split(['|', '\n'])
        .map(str::trim)
        .filter(|word| !word.is_empty());
    words.map(|word| word.chars().collect())
}
