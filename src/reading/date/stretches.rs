//! Spans of time as written: «3개월», «1년 반», «이삼일», «사나흘».

use super::days::Stretch;
use super::pieces::Piece;
use super::span::word;
use super::words::{Unit, Word};

/// A span as written: one stretch, or two when the count is doubtful (이삼일).
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub shorter: Stretch,
    pub longer: Option<Stretch>,
    /// «3일» without a direction is a day of the month.
    pub only_with_direction: bool,
    /// The unit of the last part.
    pub unit: Unit,
}

/// One or more spans in a row: «1년 3개월», «한 달 보름», «일 년 반».
pub(super) fn chained(pieces: &[Piece], at: usize) -> Option<(Span, usize)> {
    let (mut span, mut next) = single(pieces, at)?;
    loop {
        if matches!(word(pieces, next), Some(Word::Half)) {
            match span.unit {
                Unit::Year => span.shorter.months += 6,
                _ => span.shorter.days += 15,
            }
            next += 1;
            continue;
        }
        let ahead = next + usize::from(matches!(word(pieces, next), Some(Word::Hedge)));
        match single(pieces, ahead) {
            Some((more, behind))
                if more.longer.is_none()
                    && span.longer.is_none()
                    && finer(span.unit, more.unit) =>
            {
                span.shorter.months = span.shorter.months.checked_add(more.shorter.months)?;
                span.shorter.days = span.shorter.days.checked_add(more.shorter.days)?;
                span.unit = more.unit;
                span.only_with_direction = more.only_with_direction;
                next = behind;
            }
            Some(_) | None => return Some((span, next)),
        }
    }
}

fn finer(coarse: Unit, fine: Unit) -> bool {
    let rank = |unit| match unit {
        Unit::Year => 4,
        Unit::Month | Unit::Months => 3,
        Unit::Weeks => 2,
        Unit::Day | Unit::Days => 1,
        Unit::Time | Unit::Count => 0,
    };
    rank(fine) < rank(coarse)
}

/// One span: a number and its unit, or a word for it.
fn single(pieces: &[Piece], at: usize) -> Option<(Span, usize)> {
    let plain = |count: u32, unit: Unit, next: usize| {
        Some((
            Span {
                shorter: stretch(count, unit)?,
                longer: None,
                only_with_direction: unit == Unit::Day,
                unit,
            },
            next,
        ))
    };
    let double = |few: u32, many: u32, unit: Unit, next: usize| {
        let longer = Some(stretch(many, unit)?);
        Some((
            Span {
                shorter: stretch(few, unit)?,
                longer,
                only_with_direction: unit == Unit::Day,
                unit,
            },
            next,
        ))
    };
    match (word(pieces, at)?, word(pieces, at + 1)) {
        (Word::Days(count), _) => plain(count, Unit::Days, at + 1),
        (Word::DaysPair(few, many), _) => double(few, many, Unit::Days, at + 1),
        (Word::HalfYear, _) => plain(6, Unit::Months, at + 1),
        (Word::Pair(few, many), Some(Word::Unit(unit))) => double(few, many, unit, at + 2),
        (Word::Number { value, length }, Some(Word::Unit(unit))) if length <= 4 => {
            plain(value, unit, at + 2)
        }
        (Word::Number { value: few, .. }, Some(Word::Mark('~' | '-' | ',' | '.' | '·'))) => {
            match (word(pieces, at + 2)?, word(pieces, at + 3)) {
                (
                    Word::Number {
                        value: many,
                        length,
                    },
                    Some(Word::Unit(unit)),
                ) if many == few + 1 && length <= 2 => {
                    double(few, many, unit, at + 4).filter(|(_, next)| directed(pieces, *next))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn directed(pieces: &[Piece], mut at: usize) -> bool {
    while matches!(word(pieces, at), Some(Word::Hedge)) {
        at += 1;
    }
    matches!(
        word(pieces, at),
        Some(Word::Back | Word::Forward | Word::Since)
    )
}

/// Counts beyond a few thousand are no spans anyone means.
fn stretch(count: u32, unit: Unit) -> Option<Stretch> {
    if count > 9999 {
        return None;
    }
    Some(match unit {
        Unit::Year => Stretch {
            months: count * 12,
            days: 0,
        },
        Unit::Months => Stretch {
            months: count,
            days: 0,
        },
        Unit::Weeks => Stretch {
            months: 0,
            days: count * 7,
        },
        Unit::Day | Unit::Days => Stretch {
            months: 0,
            days: count,
        },
        Unit::Month | Unit::Time | Unit::Count => return None,
    })
}
