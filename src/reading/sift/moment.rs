//! Numbers that are days and hours.

use super::labels::{self, Label, Meaning};
use super::nearness::only_small_words;
use super::numbers::{Joint, Number, joint};
use crate::reading::lexicon::{before_blanks, begins, ends, past_blanks};

/// Whether a tight chain of numbers is a short date, a version, a fraction or a decimal.
pub(super) fn is_dotted(lengths: &[usize], marks: &[char], numbers: &[Number], card: bool) -> bool {
    let Some(mark) = marks.first() else {
        return false;
    };
    let singles = lengths.iter().all(|length| *length == 1) && lengths.len() >= 4;
    let short = lengths.iter().all(|length| *length <= 2);
    let value = |index: usize| numbers[index].value();
    match (lengths, mark) {
        _ if singles => false,
        ([2, 1 | 2, 1 | 2], '.' | '/' | '-') => {
            (1..=12).contains(&value(1)) && (1..=31).contains(&value(2))
        }
        ([1 | 2, 1 | 2], '/') => !card || value(0) > 35,
        ([1 | 2, 1 | 2], '-') => {
            !card && (1..=12).contains(&value(0)) && (1..=31).contains(&value(1))
        }
        ([_, 4], '/' | '.') if short => true,
        (_, '.') => {
            lengths.iter().all(|length| *length <= 3)
                && (lengths.len() >= 3 || lengths.iter().any(|length| *length <= 2))
        }
        _ => false,
    }
}

/// A date with its year in four digits, or such a year and month: how many numbers it takes.
pub(super) fn full_date(chars: &[char], numbers: &[Number], index: usize) -> Option<usize> {
    let year = &numbers[index];
    let month = numbers
        .get(index + 1)
        .filter(|number| number.is_free() && number.length() <= 2)?;
    let joined = |before: &Number, behind: &Number| {
        let said = &chars[before.end..behind.start];
        let units = said.len() <= 3 && matches!(said.first(), Some('년' | '월'));
        units
            || matches!(
                joint(chars, before, behind),
                Some(Joint::Mark('-' | '.' | '/' | ',' | '·', _) | Joint::Blank)
            )
    };
    let is_year = year.length() == 4 && (1900..2100).contains(&year.value()) && !year.glued;
    if !is_year || !(1..=12).contains(&month.value()) || !joined(year, month) {
        return None;
    }
    let day = numbers.get(index + 2).filter(|day| {
        day.is_free() && day.length() <= 2 && (1..=31).contains(&day.value()) && joined(month, day)
    });
    let spoken_apart = matches!(joint(chars, year, month), Some(Joint::Blank));
    match day {
        Some(_) => Some(3),
        None if spoken_apart => None,
        None => Some(2),
    }
}

/// «22/11/2026»: how many numbers it takes.
pub(super) fn year_last(chars: &[char], numbers: &[Number], index: usize) -> Option<usize> {
    let [first, second, year] = numbers.get(index..index + 3)? else {
        return None;
    };
    let mark = |before: &Number, behind: &Number| match joint(chars, before, behind) {
        Some(Joint::Mark(mark @ ('/' | '.' | '-'), _)) => Some(mark),
        _ => None,
    };
    let short =
        first.length() <= 2 && second.length() <= 2 && first.value() <= 31 && second.value() <= 31;
    let is_year = year.length() == 4 && (1900..2100).contains(&year.value());
    let marked = mark(first, second).is_some() && mark(first, second) == mark(second, year);
    let goes_on = numbers
        .get(index + 3)
        .is_some_and(|next| mark(year, next).is_some());
    (short && is_year && marked && !goes_on).then_some(3)
}

/// Digits that run from the year to the second.
pub(super) fn timestamp(number: &Number) -> bool {
    let part = |from: usize, to: usize| {
        number
            .digits
            .get(from..to)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or(0)
    };
    matches!(number.length(), 12 | 14)
        && (2000..2100).contains(&part(0, 4))
        && (1..=12).contains(&part(4, 6))
        && (1..=31).contains(&part(6, 8))
        && part(8, 10) < 24
        && part(10, 12) < 60
}

/// «3:30», «10:15:02». On a security card «12:34» may also be a position and its number.
pub(super) fn clock(
    chars: &[char],
    labels: &[Label],
    numbers: &[Number],
    index: usize,
) -> Option<usize> {
    let minute = numbers.get(index + 1)?;
    let tied = joint(chars, &numbers[index], minute) == Some(Joint::Mark(':', false));
    if !tied
        || numbers[index].length() > 2
        || minute.length() != 2
        || numbers[index].value() > 24
        || minute.value() > 59
    {
        return None;
    }
    let told = begins(
        chars,
        past_blanks(chars, minute.end),
        "에|쯤|분|까지|부터|경|:",
    ) || ends(
        chars,
        before_blanks(chars, numbers[index].start),
        "오전|오후|아침|저녁|새벽|밤|낮|am|pm",
    );
    let card = labels::before(labels, numbers[index].start)
        .last()
        .is_some_and(|label| {
            matches!(label.meaning, Meaning::SecurityCard | Meaning::Positions)
                && only_small_words(&chars[label.end..numbers[index].start])
        });
    if card && !told {
        return None;
    }
    let second = numbers
        .get(index + 2)
        .filter(|second| joint(chars, minute, second) == Some(Joint::Mark(':', false)));
    Some(if second.is_some() { 3 } else { 2 })
}

/// Whether six or eight digits read as a day near our time.
pub(super) fn looks_like_date(digits: &str) -> bool {
    let part = |from: usize, to: usize| {
        digits
            .get(from..to)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or(0)
    };
    let month_and_day = |at: usize| {
        (1..=12).contains(&part(at, at + 2)) && (1..=31).contains(&part(at + 2, at + 4))
    };
    match digits.len() {
        6 => (15..=39).contains(&part(0, 2)) && month_and_day(2),
        8 => (1900..2100).contains(&part(0, 4)) && month_and_day(4),
        _ => false,
    }
}

/// Whether digits begin like a year, a month and a day.
pub(super) fn begins_like_a_date(digits: &str) -> bool {
    let part = |from: usize, to: usize| {
        digits
            .get(from..to)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or(0)
    };
    (2000..2100).contains(&part(0, 4))
        && (1..=12).contains(&part(4, 6))
        && (1..=31).contains(&part(6, 8))
}
