//! Every number in a text, however it is written: digits, O for 0, Hangul digits.

use super::labels::Label;
use super::spoken::in_hangul;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Digits.
    Digits,
    /// Digits said one by one: 사구공칠.
    Spoken,
    /// A number said as a whole: 구십오.
    Counted,
}

/// What is known of a number so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing yet.
    Free,
    /// It is no secret: a date, an amount, a count, part of an address.
    Innocent,
    /// It is part of a finding.
    Taken,
}

/// A number, its place in the folded text and its digits.
#[derive(Clone, Debug)]
pub(super) struct Number {
    pub start: usize,
    pub end: usize,
    pub digits: String,
    pub script: Script,
    /// Whether a Latin letter touches it (C10293).
    pub glued: bool,
    /// Whether its last digit may be no digit but the «이» of «이라고».
    pub loose: bool,
    pub state: State,
}

impl Number {
    /// How many digits it has.
    pub fn length(&self) -> usize {
        self.digits.len()
    }

    /// Its value; longer numbers than fit are as large as can be.
    pub fn value(&self) -> u64 {
        self.digits.parse().unwrap_or(u64::MAX)
    }

    /// Whether nothing is known of it yet.
    pub fn is_free(&self) -> bool {
        self.state == State::Free
    }
}

/// All numbers in order. A word for a secret directly before a number does not glue it.
pub(super) fn numbers(chars: &[char], labels: &[Label]) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let number =
            in_digits(chars, at, labels, found.last()).or_else(|| in_hangul(chars, at, labels));
        match number {
            Some(number) => {
                at = number.end.max(at + 1);
                found.push(number);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a label ends at the index.
pub(super) fn label_ends(labels: &[Label], at: usize) -> bool {
    let behind = labels.partition_point(|label| label.end < at);
    labels.get(behind).is_some_and(|label| label.end == at)
}

fn in_digits(chars: &[char], at: usize, labels: &[Label], last: Option<&Number>) -> Option<Number> {
    if !(chars[at].is_ascii_digit() || stands_for_digit(chars[at]).is_some()) {
        return None;
    }
    let letter = |index: usize| chars.get(index).is_some_and(char::is_ascii_alphabetic);
    let glued_before = at > 0 && letter(at - 1) && !label_ends(labels, at);
    if !glued_before {
        let end = at
            + chars[at..]
                .iter()
                .take(40)
                .take_while(|c| c.is_ascii_digit() || stands_for_digit(**c).is_some())
                .count();
        if let Some(number) = with_letters(chars, at, end, last) {
            return Some(number);
        }
    }
    let run = chars[at..]
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .count();
    if run == 0 {
        return None;
    }
    let end = at + run;
    let digits = chars[at..end].iter().collect();
    Some(Number {
        start: at,
        end,
        digits,
        script: Script::Digits,
        glued: glued_before || letter(end),
        loose: false,
        state: State::Free,
    })
}

/// Digits with O, l or the like among them, which must stay the smaller part; only between dashes
/// a group may be all letters (01O-OOOO-7777).
fn with_letters(chars: &[char], start: usize, end: usize, last: Option<&Number>) -> Option<Number> {
    let run = &chars[start..end];
    let real = run.iter().filter(|c| c.is_ascii_digit()).count();
    let length = end - start;
    if real == length || chars.get(end).is_some_and(char::is_ascii_alphanumeric) {
        return None;
    }
    let beside_dash = last
        .is_some_and(|number| number.end + 1 == start && chars[number.end] == '-')
        || (chars.get(end) == Some(&'-')
            && chars
                .get(end + 1)
                .is_some_and(|c| c.is_ascii_digit() || *c == 'o'));
    let mostly_real = real * 2 >= length || (real * 3 >= length && length >= 10);
    if !(mostly_real && length >= 3 || beside_dash && length >= 2) {
        return None;
    }
    // «공» and «영» count only between digits.
    if stands_in_hangul(run[0]) || stands_in_hangul(run[length - 1]) {
        return None;
    }
    let digit = |c: &char| {
        if c.is_ascii_digit() {
            Some(*c)
        } else {
            stands_for_digit(*c)
        }
    };
    let digits = run.iter().filter_map(digit).collect();
    Some(Number {
        start,
        end,
        digits,
        script: Script::Digits,
        glued: false,
        loose: false,
        state: State::Free,
    })
}

/// Characters typed in place of a digit.
fn stands_for_digit(character: char) -> Option<char> {
    match character {
        'o' | '공' | '영' => Some('0'),
        'l' | 'i' | '|' => Some('1'),
        _ => None,
    }
}

fn stands_in_hangul(character: char) -> bool {
    matches!(character, '공' | '영')
}

/// What stands between two neighbouring numbers that may belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// Nothing at all.
    None,
    /// Only blanks or a line break.
    Blank,
    /// One mark, and whether blanks stand beside it.
    Mark(char, bool),
    /// A word for a dash: «다시».
    Said,
}

/// The joint between two numbers; none if other words stand between them.
pub(super) fn joint(chars: &[char], before: &Number, behind: &Number) -> Option<Joint> {
    let between = chars.get(before.end..behind.start)?;
    if between.len() > 6 {
        return None;
    }
    let inner: Vec<char> = between
        .iter()
        .copied()
        .filter(|c| !matches!(c, ' ' | '\n'))
        .collect();
    let blank = inner.len() < between.len();
    match inner.as_slice() {
        [] if blank => Some(Joint::Blank),
        [] => Some(Joint::None),
        [mark] if !mark.is_alphanumeric() => Some(Joint::Mark(*mark, blank)),
        ['-', '-'] => Some(Joint::Mark('-', blank)),
        ['다', '시'] | ['대', '시'] | ['빼', '기'] | ['하', '이', '픈'] | ['에'] | ['의'] => {
            Some(Joint::Said)
        }
        _ => None,
    }
}
