//! Cutting folded text into the pieces a date is made of.

use chrono::Weekday;

use super::words::{ENDINGS, UNITS, Unit, WORDS, Word, hanja_unit};
use crate::reading::lexicon::{begins, is_wordy};
use crate::reading::numeral::{sino_digit, sino_number, sino_power};

/// A piece of text with its meaning and place (indices into the folded characters).
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub word: Word,
    pub start: usize,
    pub end: usize,
    /// Whether a blank stands before it.
    pub spaced: bool,
}

/// Cuts the whole text. Blanks are left out.
pub(super) fn pieces(chars: &[char]) -> Vec<Piece> {
    let mut cutter = Cutter {
        chars,
        pieces: Vec::new(),
        spaced: false,
    };
    let mut at = 0;
    while at < chars.len() {
        at = cutter.step(at).max(at + 1);
    }
    cutter.settle_native();
    cutter.pieces
}

struct Cutter<'a> {
    chars: &'a [char],
    pieces: Vec<Piece>,
    spaced: bool,
}

impl Cutter<'_> {
    /// Takes what stands at `at` and returns the index behind it.
    fn step(&mut self, at: usize) -> usize {
        let character = self.chars[at];
        if matches!(character, ' ' | '\n') {
            self.spaced = true;
            return at + 1;
        }
        if character.is_ascii_digit() {
            return self.digits(at);
        }
        if let Some(end) = self.unit(at) {
            return end;
        }
        self.settle_native();
        if let Some((word, end)) = self.direction_ahead(at) {
            return self.push(word, at, end);
        }
        if let Some((days, end)) = d_day(self.chars, at) {
            return self.push(Word::Day(days), at, end);
        }
        match (self.word(at), self.hangul_number(at)) {
            (Some((word, end)), None) => self.push_word(word, at, end),
            (Some((word, end)), Some((_, numeral_end))) if end > numeral_end => {
                self.push_word(word, at, end)
            }
            (_, Some((number, end))) => self.push(number, at, end),
            (None, None) if is_wordy(character) => self.push_other(at),
            (None, None) => self.push(Word::Mark(character), at, at + 1),
        }
    }

    fn push(&mut self, word: Word, start: usize, end: usize) -> usize {
        let spaced = std::mem::take(&mut self.spaced);
        self.pieces.push(Piece {
            word,
            start,
            end,
            spaced,
        });
        end
    }

    /// 유월 and 시월 are the sixth and the tenth month and nothing else.
    fn push_word(&mut self, word: Word, start: usize, end: usize) -> usize {
        match word {
            Word::MonthName(month) if !self.chars[start].is_ascii() => {
                self.push(
                    Word::Number {
                        value: month,
                        length: 2,
                    },
                    start,
                    end - 1,
                );
                self.push(Word::Unit(Unit::Month), end - 1, end)
            }
            _ => self.push(word, start, end),
        }
    }

    fn push_other(&mut self, at: usize) -> usize {
        match self.pieces.last_mut() {
            Some(last) if last.word == Word::Other && last.end == at => {
                last.end = at + 1;
                at + 1
            }
            Some(_) | None => self.push(Word::Other, at, at + 1),
        }
    }

    /// A native number with no unit behind it is no number: «한», «두», «a».
    fn settle_native(&mut self) {
        if let Some(last) = self.pieces.last_mut()
            && matches!(last.word, Word::Native(_))
        {
            last.word = Word::Other;
        }
    }

    /// Digits. Glued to Latin letters (G6, C10293, 5g) they are part of a name.
    fn digits(&mut self, at: usize) -> usize {
        self.settle_native();
        let run = self.chars[at..]
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .count();
        let end = at + run;
        let glued_before = at > 0 && self.chars[at - 1].is_ascii_alphabetic();
        let unit_behind = UNITS.longest(self.chars, end).is_some();
        let ordinal = begins(self.chars, end, "st|nd|rd|th");
        let stamp = begins(self.chars, end, "t0|t1|t2") && (run == 8 || run == 2);
        let glued_behind = self.chars.get(end).is_some_and(char::is_ascii_alphabetic);
        if run > 9 && self.is_timestamp(at, run) {
            self.push(self.number(at, at + 8), at, at + 8);
            return end;
        }
        if run > 9
            || self.is_public_number(at, end)
            || glued_before
            || (glued_behind && !unit_behind && !ordinal && !stamp)
        {
            return self.push(Word::Other, at, end);
        }
        self.push(
            self.number(at, end),
            at,
            if ordinal { end + 2 } else { end },
        )
    }

    /// The number written in digits, at most nine of them.
    fn number(&self, start: usize, end: usize) -> Word {
        let digits = self.chars[start..end].iter().filter_map(|c| c.to_digit(10));
        Word::Number {
            value: digits.fold(0, |sum, digit| sum * 10 + digit),
            length: end - start,
        }
    }

    /// Digits that run from the year to the minute or the second.
    fn is_timestamp(&self, at: usize, run: usize) -> bool {
        matches!(run, 12 | 14) && begins(self.chars, at, "19|20")
    }

    /// «118에 전화»: the number of a public service, not a day in January.
    fn is_public_number(&self, at: usize, end: usize) -> bool {
        let called = begins(
            self.chars,
            end,
            "에 전화|에 신고|에 문의|에 상담|로 전화|로 신고|로 문의|에다|번에|번으로|에전화|로전화|에신고|로신고| 전화| 신고",
        );
        called
            && begins(
                self.chars,
                at,
                "112|114|118|119|110|182|1332|1394|1372|1301",
            )
    }

    /// The unit of the number just taken, at most one blank behind it.
    fn unit(&mut self, at: usize) -> Option<usize> {
        let last = *self.pieces.last()?;
        let native = matches!(last.word, Word::Native(_));
        let counts = native || matches!(last.word, Word::Number { .. } | Word::Pair(..));
        if !counts || at - last.end > 1 {
            return None;
        }
        if let Some(unit) = hanja_unit(self.chars[at]) {
            return Some(self.push(Word::Unit(unit), at, at + 1));
        }
        let (unit, end) = if native && self.chars[at] == '해' {
            (Unit::Year, at + 1)
        } else {
            UNITS.longest(self.chars, at)?
        };
        let latin_cut_short = self.chars[at].is_ascii_alphabetic()
            && self.chars.get(end).is_some_and(char::is_ascii_alphabetic);
        let longer_word = WORDS
            .longest(self.chars, at)
            .is_some_and(|(_, word_end)| word_end > end && self.spaced);
        // «이공이육 일일 이이»: no one counts two thousand days.
        let too_many = self.spaced
            && unit == Unit::Day
            && matches!(last.word, Word::Number { value, .. } if value > 999);
        if too_many
            || latin_cut_short
            || longer_word
            || (native && matches!(unit, Unit::Day | Unit::Month))
        {
            return None;
        }
        if let (true, Word::Native(value), Some(number)) =
            (native, last.word, self.pieces.last_mut())
        {
            number.word = Word::Number { value, length: 1 };
        }
        Some(self.push(Word::Unit(unit), at, end))
    }

    /// The end of a word that turns the span behind it: «만료까지 20일», «받은 지 사흘».
    fn direction_ahead(&self, at: usize) -> Option<(Word, usize)> {
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

    /// A known word: a free one where a word begins, an ending behind something of a date.
    fn word(&self, at: usize) -> Option<(Word, usize)> {
        let last = self.pieces.last();
        let behind_date = last.is_some_and(|piece| {
            !matches!(piece.word, Word::Other | Word::Mark(_)) && at - piece.end <= 1
        });
        if let (true, Some(short)) = (behind_date, self.short_weekday(at)) {
            return Some((short, at + 1));
        }
        let fresh = at == 0
            || !is_wordy(self.chars[at - 1])
            || self.chars[at - 1].is_ascii() != self.chars[at].is_ascii();
        let free = if fresh || behind_date {
            WORDS
                .longest(self.chars, at)
                .filter(|(_, end)| self.whole_if_latin(at, *end))
        } else {
            None
        };
        let ending = if behind_date {
            ENDINGS.longest(self.chars, at)
        } else {
            None
        };
        match (free, ending) {
            (Some(free), Some(ending)) => Some(if ending.1 > free.1 { ending } else { free }),
            (free, ending) => free.or(ending),
        }
    }

    /// «지난주 화»: the first letter of a weekday behind a week, and no longer word.
    fn short_weekday(&self, at: usize) -> Option<Word> {
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

    /// Latin words count only whole: «may» is not in «maybe».
    fn whole_if_latin(&self, start: usize, end: usize) -> bool {
        !self.chars[start].is_ascii_alphabetic()
            || !self.chars.get(end).is_some_and(char::is_ascii_alphabetic)
    }

    /// A Sino-Korean number: before a unit, or as digits said one by one.
    fn hangul_number(&self, at: usize) -> Option<(Word, usize)> {
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

/// «D-20» is twenty days ahead, «D+3» three days back.
fn d_day(chars: &[char], at: usize) -> Option<(i32, usize)> {
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
