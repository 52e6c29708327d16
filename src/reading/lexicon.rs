//! Finding known words in folded text, the longest first.

use std::collections::HashMap;

/// Words and what they mean. In a pattern `_` stands for a space or none, `|` parts spellings.
pub(crate) struct Lexicon<T> {
    by_first: HashMap<char, Vec<(Vec<char>, T)>>,
}

impl<T: Copy> Lexicon<T> {
    /// Builds the lexicon; later rows win over equal spellings of earlier ones.
    pub fn new(rows: &[(&str, T)]) -> Self {
        let mut by_first: HashMap<char, Vec<(Vec<char>, T)>> = HashMap::new();
        for (spellings, meaning) in rows.iter().rev() {
            for spelling in spellings.split('|') {
                let pattern: Vec<char> = spelling.chars().collect();
                if let Some(first) = pattern.first() {
                    by_first
                        .entry(*first)
                        .or_default()
                        .push((pattern, *meaning));
                }
            }
        }
        for entries in by_first.values_mut() {
            entries.sort_by_key(|(pattern, _)| std::cmp::Reverse(pattern.len()));
        }
        Self { by_first }
    }

    /// The longest word that begins exactly at `at`, and the index behind it.
    pub fn longest(&self, chars: &[char], at: usize) -> Option<(T, usize)> {
        let entries = self.by_first.get(chars.get(at)?)?;
        entries
            .iter()
            .find_map(|(pattern, meaning)| Some((*meaning, matched(pattern, chars, at)?)))
    }
}

/// The index behind the pattern, if it stands at `at`.
fn matched(pattern: &[char], chars: &[char], at: usize) -> Option<usize> {
    let mut index = at;
    for wanted in pattern {
        if *wanted == '_' {
            if matches!(chars.get(index), Some(' ' | '\n')) {
                index += 1;
            }
        } else if chars.get(index) == Some(wanted) {
            index += 1;
        } else {
            return None;
        }
    }
    Some(index)
}

/// Whether the text standing at `at` begins with one of the words (parted by `|`).
pub(crate) fn begins(chars: &[char], at: usize, words: &str) -> bool {
    let Some(first) = chars.get(at) else {
        return false;
    };
    let mut buffer = [0; 4];
    let head = first.encode_utf8(&mut buffer).as_bytes();
    let bytes = words.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let last_fits = bytes.get(start + head.len() - 1) == head.last();
        if last_fits && bytes[start..].starts_with(head) {
            // The head is a whole character, so what follows begins a character too.
            let mut rest = words[start + head.len()..]
                .chars()
                .take_while(|c| *c != '|');
            let mut behind = chars[at + 1..].iter();
            if rest.all(|wanted| behind.next() == Some(&wanted)) {
                return true;
            }
        }
        while start < bytes.len() && bytes[start] != b'|' {
            start += 1;
        }
        start += 1;
    }
    false
}

/// Whether the text before `at` ends with one of the words (parted by `|`).
pub(crate) fn ends(chars: &[char], at: usize, words: &str) -> bool {
    words.split('|').any(|word| {
        let mut index = at;
        word.chars().rev().all(|wanted| match index.checked_sub(1) {
            Some(before) if chars.get(before) == Some(&wanted) => {
                index = before;
                true
            }
            Some(_) | None => false,
        })
    })
}

/// Whether one of the words (parted by `|`) stands anywhere in the text.
pub(crate) fn holds(chars: &[char], words: &str) -> bool {
    (0..chars.len()).any(|at| begins(chars, at, words))
}

/// The index of the first character at or behind `at` that is no blank.
pub(crate) fn past_blanks(chars: &[char], at: usize) -> usize {
    let blanks = chars
        .iter()
        .skip(at)
        .take_while(|c| matches!(c, ' ' | '\n'))
        .count();
    at + blanks
}

/// The index behind the last character before `at` that is no blank.
pub(crate) fn before_blanks(chars: &[char], at: usize) -> usize {
    let blanks = chars[..at.min(chars.len())]
        .iter()
        .rev()
        .take_while(|c| matches!(c, ' ' | '\n'))
        .count();
    at - blanks
}

/// Whether the character belongs to a written word: a letter or a digit of any script.
pub(crate) fn is_wordy(character: char) -> bool {
    matches!(character, '가'..='힣') || character.is_alphanumeric()
}
