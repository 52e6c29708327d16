//! A typed question made comparable: letters without spaces and punctuation, and their sounds.

use crate::reading::fold::fold;

/// How many characters of a message are read: what people ask stands at its beginning.
const READ_MAX: usize = 300;

/// A message as the reader of questions sees it.
pub(super) struct Plain {
    /// Its letters and digits, folded, without spaces.
    pub letters: Vec<char>,
    /// Where its words begin, rising; and, last, its length.
    pub edges: Vec<usize>,
}

impl Plain {
    pub fn new(text: &str) -> Self {
        let start: String = text.chars().take(READ_MAX).collect();
        let mut plain = Self {
            letters: Vec::new(),
            edges: vec![0],
        };
        for letter in fold(&start).chars {
            if letter.is_alphanumeric() {
                plain.letters.push(letter);
            } else {
                plain.end_word();
            }
        }
        plain.end_word();
        plain
    }

    fn end_word(&mut self) {
        if self.edges.last() != Some(&self.letters.len()) {
            self.edges.push(self.letters.len());
        }
    }
}

/// Hangul in its single sounds, everything else as it is.
pub(super) fn sounds(letters: &[char]) -> Vec<char> {
    let mut sounds = Vec::with_capacity(letters.len() * 3);
    for letter in letters {
        match *letter {
            '가'..='힣' => push_syllable(*letter, &mut sounds),
            other => sounds.push(other),
        }
    }
    sounds
}

/// A syllable's parts as the jamo of the block U+1100, where initial and final consonants differ.
fn push_syllable(syllable: char, sounds: &mut Vec<char>) {
    let index = syllable as u32 - '가' as u32;
    let part = |base: u32, offset: u32| char::from_u32(base + offset);
    sounds.extend(part(0x1100, index / 588));
    sounds.extend(part(0x1161, index / 28 % 21));
    if !index.is_multiple_of(28) {
        sounds.extend(part(0x11A7, index % 28));
    }
}
