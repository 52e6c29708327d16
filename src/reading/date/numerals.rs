//! Numbers in Hangul inside a date: 이천이십육년, 이공이육년, 이삼일 전.

use super::pieces::Cutter;
use super::words::{UNITS, Unit, Word};
use crate::reading::lexicon::{begins, is_wordy};
use crate::reading::numeral::{sino_digit, sino_number, sino_power};

impl Cutter<'_> {
    /// A Sino-Korean number: before a unit, or as digits said one by one.
    pub fn hangul_number(&self, at: usize) -> Option<(Word, usize)> {
        let last = self.pieces.last();
        let behind_date =
            last.is_some_and(|piece| piece.end == at && !matches!(piece.word, Word::Other));
        if at > 0 && is_wordy(self.chars[at - 1]) && !behind_date {
            return None;
        }
        let run = self.numeral_run(at);
        if run == 0 {
            return None;
        }
        let last = self.pieces.last();
        let grouped = last
            .is_some_and(|piece| matches!(piece.word, Word::Number { .. }) && at - piece.end == 1);
        let grouped = grouped || (at == 0 && self.is_spoken_whole());
        if let (true, Some(spoken)) = (grouped, self.spoken_digits(at)) {
            return Some(spoken);
        }
        let with_unit = (at + 1..=at + run)
            .rev()
            .find_map(|end| self.number_before_unit(at, end));
        with_unit.or_else(|| self.spoken_digits(at))
    }

    /// How many characters from `at` are numerals, single blanks between them included.
    fn numeral_run(&self, at: usize) -> usize {
        let is_numeral = |index: usize| {
            self.chars
                .get(index)
                .is_some_and(|c| sino_digit(*c).is_some() || sino_power(*c).is_some())
        };
        let mut end = at;
        while end < at + 16
            && (is_numeral(end)
                || (end > at && self.chars.get(end) == Some(&' ') && is_numeral(end + 1)))
        {
            end += 1;
        }
        end - at
    }

    fn number_before_unit(&self, at: usize, end: usize) -> Option<(Word, usize)> {
        let numeral = sino_number(self.chars[at..end].iter().copied())?;
        // Digits said one by one are not said across a blank: «이공이육 일일» is a year and more.
        let with_power = self.chars[at..end].iter().any(|c| sino_power(*c).is_some());
        if !with_power && self.chars[at..end].contains(&' ') {
            return None;
        }
        let blank = usize::from(self.chars.get(end) == Some(&' '));
        let (unit, unit_end) = UNITS.longest(self.chars, end + blank)?;
        let numeral_follows = self
            .chars
            .get(unit_end)
            .is_some_and(|c| sino_digit(*c).is_some());
        if blank == 1 && unit == Unit::Day && numeral_follows {
            return None;
        }
        let stands_for_this = matches!(self.chars[at..end], ['이'] | ['일']) && blank == 1;
        if stands_for_this && !matches!(unit, Unit::Year | Unit::Weeks | Unit::Months) {
            return None;
        }
        // «이 주 월요일» is this week, «이 주 전» two weeks.
        if stands_for_this && unit == Unit::Weeks && !self.directed(unit_end) {
            return None;
        }
        let (tens, ones) = (numeral.value / 10, numeral.value % 10);
        let neighbours = end - at == 2 && numeral.length == 2 && tens > 0 && ones == tens + 1;
        let spoken_as_pair = neighbours
            && sino_power(self.chars[at + 1]).is_none()
            && sino_power(self.chars[at]).is_none();
        if spoken_as_pair && self.directed(unit_end) {
            return Some((Word::Pair(tens, ones), end));
        }
        Some((
            Word::Number {
                value: numeral.value,
                length: numeral.length,
            },
            end,
        ))
    }

    /// Whether «전», «뒤» or the like follows, hedges aside.
    fn directed(&self, mut at: usize) -> bool {
        while begins(self.chars, at, " |쯤|정도|가량|도") {
            at += if begins(self.chars, at, "정도|가량") {
                2
            } else {
                1
            };
        }
        begins(self.chars, at, "전|후|뒤|됐|되|된|지났|남|있다") && !begins(self.chars, at, "전화")
    }

    /// Digits said one by one without a unit: a whole date (이공이육일일이이), or groups parted
    /// by blanks that begin with a year (이공이육 일일 이이).
    fn spoken_digits(&self, at: usize) -> Option<(Word, usize)> {
        let is_numeral = |c: &&char| sino_digit(**c).is_some() || sino_power(**c).is_some();
        let end = at
            + self.chars[at..]
                .iter()
                .take(10)
                .take_while(is_numeral)
                .count();
        let numeral = sino_number(self.chars[at..end].iter().copied())?;
        let word = Word::Number {
            value: numeral.value,
            length: numeral.length,
        };
        let year = numeral.length == 4 && (1900..2200).contains(&numeral.value);
        let last = self.pieces.last();
        let goes_on = last
            .is_some_and(|piece| matches!(piece.word, Word::Number { .. }) && at - piece.end == 1);
        let spoken_whole = end - at == numeral.length && matches!(numeral.length, 6 | 8);
        let whole_text = at == 0 && self.is_spoken_whole();
        (year || goes_on || spoken_whole || whole_text).then_some((word, end))
    }

    /// Whether the text begins with four, six or eight digits said one by one, and nothing more
    /// than «요» or the like: 일일이이, 공삼공오요.
    fn is_spoken_whole(&self) -> bool {
        let digits = self
            .chars
            .iter()
            .take(9)
            .take_while(|c| sino_digit(**c).is_some())
            .count();
        let tail = &self.chars[digits..];
        matches!(digits, 4 | 6 | 8)
            && (tail.is_empty() || begins(tail, 0, "요|이요|에요|예요|입니다|이에요|."))
    }
}
