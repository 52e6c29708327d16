//! Every number in a text, however it is written: digits, O for 0, Hangul digits.

use super::labels::Label;
use crate::reading::lexicon::begins;
use crate::reading::numeral::{sino_digit, sino_number, sino_power};

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
fn label_ends(labels: &[Label], at: usize) -> bool {
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
    if !(real * 2 >= length && length >= 3 || beside_dash && length >= 2) {
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

fn is_syllable(character: char) -> bool {
    matches!(character, '가'..='힣')
}

fn in_hangul(chars: &[char], at: usize, labels: &[Label]) -> Option<Number> {
    unit(chars, at)?;
    let alone = at == 0 || !is_syllable(chars[at - 1]) || label_ends(labels, at);
    let behind_particle = at > 0
        && matches!(
            chars[at - 1],
            '은' | '는' | '이' | '가' | '에' | '로' | '번'
        )
        && label_ends(labels, at - 1);
    let fresh = alone || behind_particle;
    let (mut digits, mut end) = (String::new(), at);
    while let Some((digit, width)) = unit(chars, end).filter(|_| digits.len() < 40) {
        digits.push(digit);
        end += width;
    }
    if fresh
        && chars[at..].iter().take(6).any(|c| sino_power(*c).is_some())
        && let Some(number) = counted(chars, at)
    {
        return Some(number);
    }
    let spoken = |digits: String, end: usize| Number {
        start: at,
        end,
        digits,
        script: Script::Spoken,
        glued: false,
        state: State::Free,
    };
    let copula = chars[end - 1] == '이' && begins(chars, end, COPULAS);
    if copula && !matches!(digits.len(), 1 | 2 | 4 | 6) {
        digits.pop();
        return Some(spoken(digits, end)).filter(|number| fresh || number.length() >= 6);
    }
    match digits.len() {
        1 => (alone && stands_apart(chars, at, end)).then(|| spoken(digits, end)),
        2..=5 => (fresh && ends_word(chars, end)).then(|| spoken(digits, end)),
        _ => Some(spoken(digits, end)),
    }
}

/// What follows the «이» of «이에요» and its like.
const COPULAS: &str =
    "에요|예요|요|고|라|래|야|지|었|네|란|랍|구|다|면|며|죠|거|던|냐|니|여|엿|였|ㅇ";

/// One digit said aloud, and how many characters it takes.
fn unit(chars: &[char], at: usize) -> Option<(char, usize)> {
    const NATIVE: [(&str, char); 9] = [
        ("하나", '1'),
        ("둘", '2'),
        ("셋", '3'),
        ("넷", '4'),
        ("다섯", '5'),
        ("여섯", '6'),
        ("일곱", '7'),
        ("여덟", '8'),
        ("아홉", '9'),
    ];
    let native = NATIVE.iter().find(|(word, _)| begins(chars, at, word));
    if let Some((word, digit)) = native {
        return Some((*digit, word.chars().count()));
    }
    let digit = sino_digit(*chars.get(at)?)?;
    Some((char::from_digit(digit, 10)?, 1))
}

/// A single spoken digit counts only between blanks or dashes («삼 일 팔 사»).
fn stands_apart(chars: &[char], start: usize, end: usize) -> bool {
    let parts = |c: Option<&char>| {
        c.is_none_or(|c| matches!(c, ' ' | '\n' | '-' | ',' | '.' | '·' | ':' | '(' | ')'))
    };
    parts(start.checked_sub(1).and_then(|before| chars.get(before))) && parts(chars.get(end))
}

/// Whether a short spoken number ends where a word ends, particles aside: «이사했어요» holds none.
fn ends_word(chars: &[char], end: usize) -> bool {
    const TAILS: &str = "이에요|이예요|에요|예요|입니|이요|요|이고|고|이라|라고|라네|라는|라던|래|이래|인데|인가|이랑|랑|로|으로|을|를|은|는|\
        이|가|번|맞|야|임|다|나와|까지|네|거든|었|였|하고|지|죠|에|도|만|뜨|떠|나왔|나옴|입|여|인 |아니|누르|눌";
    !chars.get(end).is_some_and(|c| is_syllable(*c)) || begins(chars, end, TAILS)
}

/// A number said as a whole with its powers of ten: 구십오.
fn counted(chars: &[char], at: usize) -> Option<Number> {
    let run = chars[at..]
        .iter()
        .take(9)
        .take_while(|c| sino_digit(**c).is_some() || sino_power(**c).is_some())
        .count();
    let (numeral, end) = [run, run.saturating_sub(1)]
        .into_iter()
        .find_map(|length| {
            let fits = length > 1 && ends_word(chars, at + length);
            Some((
                sino_number(chars[at..at + length].iter().copied())?,
                at + length,
            ))
            .filter(|_| fits)
        })?;
    Some(Number {
        start: at,
        end,
        digits: numeral.value.to_string(),
        script: Script::Counted,
        glued: false,
        state: State::Free,
    })
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
