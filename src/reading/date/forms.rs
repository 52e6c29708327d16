//! Forms that are no words of the vocabulary: «D-20», «받은 지», «만료까지», «지난주 화».

use chrono::Weekday;

use super::pieces::Cutter;
use super::words::Word;
use crate::reading::lexicon::{begins, is_wordy};

/// «D-20» is twenty days ahead, «D+3» three days back.
pub(super) fn d_day(chars: &[char], at: usize) -> Option<(i32, usize)> {
    let fresh = at == 0 || !is_wordy(chars[at - 1]);
    let head = if begins(chars, at, "d") {
        1
    } else if begins(chars, at, "디") {
        2
    } else {
        return None;
    };
    let mut index = at
        + if head == 2 && !begins(chars, at, "디데이") {
            1
        } else if head == 2 {
            3
        } else {
            1
        };
    let mut sign = 0;
    while let Some(character) = chars.get(index) {
        match character {
            ' ' if index < at + 6 => {}
            '-' if sign == 0 => sign = 1,
            '+' if sign == 0 => sign = -1,
            _ => break,
        }
        index += 1;
    }
    let count = chars[index..]
        .iter()
        .take(6)
        .take_while(|c| c.is_ascii_digit())
        .count();
    if !fresh || sign == 0 || !(1..=5).contains(&count) {
        return None;
    }
    let value = chars[index..index + count]
        .iter()
        .filter_map(|c| c.to_digit(10))
        .fold(0, |sum, digit| sum * 10 + digit as i32);
    Some((sign * value, index + count))
}

impl Cutter<'_> {
    /// The end of a word that turns the span behind it: «만료까지 20일», «받은 지 사흘».
    pub fn direction_ahead(&self, at: usize) -> Option<(Word, usize)> {
        let stem = at.checked_sub(1).and_then(|before| self.chars.get(before));
        if begins(self.chars, at, "까지 ") && stem.is_some_and(|c| is_wordy(*c)) {
            return Some((Word::Ahead, at + 2));
        }
        let stem = stem
            .filter(|c| **c != ' ')
            .or_else(|| at.checked_sub(2).and_then(|before| self.chars.get(before)));
        let participle = stem
            .is_some_and(|c| matches!(c, '한' | '은' | '든' | '된' | '른' | '온' | '쓴' | '딴'));
        let ends = self.chars.get(at) == Some(&'지')
            && !self
                .chars
                .get(at + 1)
                .is_some_and(|c| !c.is_ascii_digit() && is_wordy(*c));
        (participle && ends).then_some((Word::Ago, at + 1))
    }

    /// «지난주 화»: the first letter of a weekday behind a week, and no longer word.
    pub fn short_weekday(&self, at: usize) -> Option<Word> {
        let weekday = match self.chars[at] {
            '월' => Weekday::Mon,
            '화' => Weekday::Tue,
            '수' => Weekday::Wed,
            '목' => Weekday::Thu,
            '금' => Weekday::Fri,
            '토' => Weekday::Sat,
            '일' => Weekday::Sun,
            _ => return None,
        };
        let behind_week = matches!(self.pieces.last()?.word, Word::Week(_));
        let cut_short = !self.chars.get(at + 1).is_some_and(|c| is_wordy(*c))
            || begins(self.chars, at + 1, "에|날|쯤|이요|인가|아니");
        (behind_week && cut_short).then_some(Word::Short(weekday))
    }
}
