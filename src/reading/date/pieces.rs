//! Cutting folded text into the pieces a date is made of.

use super::forms::d_day;
use super::words::{ENDINGS, UNITS, Unit, WORDS, Word, hanja_unit};
use crate::reading::lexicon::{begins, is_wordy};

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

pub(super) struct Cutter<'a> {
    pub chars: &'a [char],
    pub pieces: Vec<Piece>,
    pub spaced: bool,
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

    /// Latin words count only whole: «may» is not in «maybe».
    fn whole_if_latin(&self, start: usize, end: usize) -> bool {
        !self.chars[start].is_ascii_alphabetic()
            || !self.chars.get(end).is_some_and(char::is_ascii_alphabetic)
    }
}
