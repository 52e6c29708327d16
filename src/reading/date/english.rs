//! English dates: «Nov 22 2026», «22 November», «22nd of Nov. 2026».

use super::calendar::Fields;
use super::days::MonthDay;
use super::pieces::Piece;
use super::words::Word;

/// Reads an English date with a month name at a piece; a year alone beside the month is not one.
pub(super) fn written(pieces: &[Piece], at: usize) -> Option<(Vec<Fields>, usize)> {
    match pieces.get(at)?.word {
        Word::MonthName(month) => {
            let (first, length, next) = number(pieces, at + 1)?;
            if length == 4 {
                // «Nov 2026» names no day.
                return None;
            }
            let (year, next) = year(pieces, next);
            Some((vec![fields(year, month, first)], next))
        }
        Word::Number {
            value,
            length: 1 | 2,
        } => {
            let (month, next) = month_name(pieces, at + 1)?;
            let (year, next) = year(pieces, next);
            Some((vec![fields(year, month, value)], next))
        }
        Word::Number { value, length: 4 } => {
            let (month, next) = month_name(pieces, at + 1)?;
            let (day, _, next) = number(pieces, next)?;
            Some((vec![fields(i32::try_from(value).ok(), month, day)], next))
        }
        _ => None,
    }
}

fn fields(year: Option<i32>, month: u32, day: u32) -> Fields {
    Fields {
        year,
        month,
        day: MonthDay::Number(day),
    }
}

/// The number at a piece, marks and small words before it aside.
fn number(pieces: &[Piece], at: usize) -> Option<(u32, usize, usize)> {
    let at = past_joint(pieces, at);
    match pieces.get(at)?.word {
        Word::Number { value, length } => Some((value, length, at + 1)),
        _ => None,
    }
}

fn month_name(pieces: &[Piece], at: usize) -> Option<(u32, usize)> {
    let at = past_joint(pieces, at);
    match pieces.get(at)?.word {
        Word::MonthName(month) => Some((month, at + 1)),
        _ => None,
    }
}

/// A year of four digits, or two behind an apostrophe or a dash; otherwise none.
fn year(pieces: &[Piece], at: usize) -> (Option<i32>, usize) {
    match number(pieces, at) {
        Some((value, 4, next)) if (1900..2200).contains(&value) => {
            (i32::try_from(value).ok(), next)
        }
        Some((value, 2, next))
            if next == at + 2 && matches!(pieces[at].word, Word::Mark('\'' | '-')) =>
        {
            (i32::try_from(2000 + value).ok(), next)
        }
        Some(_) | None => (None, at),
    }
}

fn past_joint(pieces: &[Piece], mut at: usize) -> usize {
    let mut left = 2;
    while left > 0
        && matches!(
            pieces.get(at).map(|piece| piece.word),
            Some(Word::Mark('.' | ',' | '-' | '/' | '\'') | Word::Hedge)
        )
    {
        at += 1;
        left -= 1;
    }
    at
}
