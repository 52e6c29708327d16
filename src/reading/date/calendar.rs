//! Dates of the calendar: number groups, 년·월·일, English months, digits alone.

use std::ops::Range;

use chrono::Datelike;

use super::WhyNot;
use super::days::{Asking, MonthDay};
use super::english;
use super::groups::{self, Part};
use super::mention::{Found, Frame, Mention, Weight, found};
use super::pieces::Piece;
use super::words::{Unit, Word};
use super::written;

/// What written numbers say: a year (if any), a month and a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fields {
    pub year: Option<i32>,
    pub month: u32,
    pub day: MonthDay,
}

/// What a group of numbers can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// Full dates, more than one where the order is open.
    Dates(Vec<Fields>),
    /// A day of an unnamed month.
    DayAlone(u32),
    /// A year, a month or both; what follows may name the day.
    YearMonth {
        year: Option<i32>,
        month: Option<u32>,
    },
}

/// Reads a date of the calendar at a piece.
pub(super) fn mention(pieces: &[Piece], at: usize, asking: Asking) -> Found {
    match pieces.get(at)?.word {
        Word::Number { .. } | Word::MonthName(_) => {}
        _ => return None,
    }
    if let Some((fields, next)) = english::written(pieces, at) {
        return Some((Some(settled(pieces, at, next, fields, &[], asking)), next));
    }
    let (parts, next, clean) = groups::parts(pieces, at, 3);
    if !clean || foreign(pieces, at) {
        return Some((None, next));
    }
    let Some(written) = written::written(&parts, true) else {
        return Some((None, next));
    };
    Some(match written {
        Written::Dates(fields) => (Some(settled(pieces, at, next, fields, &[], asking)), next),
        Written::YearMonth { year, month } => {
            completed(pieces, at..next, (year, month), &[], asking)
        }
        Written::DayAlone(day) => {
            let day = MonthDay::Number(day);
            let days = asking.day_alone(day).map(|date| vec![date]);
            found(
                pieces,
                at..next,
                days,
                Weight::Counted,
                Frame::DayAlone(day),
            )
        }
    })
}

/// The month and day that follow a year told otherwise: «작년 11월 2일», «2년 전 3월 5일».
pub(super) fn in_years(
    pieces: &[Piece],
    start: usize,
    at: usize,
    years: &[i32],
    asking: Asking,
) -> Found {
    let mut next = at;
    while matches!(
        pieces.get(next).map(|piece| piece.word),
        Some(Word::Hedge | Word::Mark('.' | ',' | '/' | '('))
    ) {
        next += 1;
    }
    let word = pieces.get(next).map(|piece| piece.word);
    if let Some(Word::Day(0)) = word {
        let shifts = years.iter().map(|year| 12 * (year - asking.today.year()));
        let days = shifts.map(|shift| asking.months_away(shift)).collect();
        return Some(found(
            pieces,
            start..next + 1,
            days,
            Weight::Counted,
            Frame::Alone,
        ));
    }
    if let Some(Word::Holiday(month, day)) = word {
        let fields = vec![Fields {
            year: None,
            month,
            day: MonthDay::Number(day),
        }];
        return Some((
            Some(settled(pieces, start, next + 1, fields, years, asking)),
            next + 1,
        ));
    }
    if let Some((fields, behind)) = english::written(pieces, next) {
        return Some((
            Some(settled(pieces, start, behind, fields, years, asking)),
            behind,
        ));
    }
    let (parts, behind, clean) = groups::parts(pieces, next, 2);
    Some(match written::written(&parts, false).filter(|_| clean) {
        Some(Written::Dates(fields)) => (
            Some(settled(pieces, start, behind, fields, years, asking)),
            behind,
        ),
        Some(Written::YearMonth { year, month }) => {
            completed(pieces, start..behind, (year, month), years, asking)
        }
        Some(Written::DayAlone(_)) | None => {
            completed(pieces, start..at, (None, None), years, asking)
        }
    })
}

/// A year, a month or both, and what may name the day behind them: «말일», «초사흘», «중순».
fn completed(
    pieces: &[Piece],
    range: Range<usize>,
    (year, month): (Option<i32>, Option<u32>),
    years: &[i32],
    asking: Asking,
) -> (Option<Mention>, usize) {
    let hedged = matches!(
        pieces.get(range.end).map(|piece| piece.word),
        Some(Word::Hedge)
    );
    let behind = range.end + usize::from(hedged);
    let named = match (month, pieces.get(behind).map(|piece| piece.word)) {
        (Some(month), Some(Word::LastDay)) => Some((month, MonthDay::Last)),
        (Some(month), Some(Word::DayOfMonth(day) | Word::Days(day))) => {
            Some((month, MonthDay::Number(day)))
        }
        (None, Some(Word::Holiday(month, day))) => Some((month, MonthDay::Number(day))),
        (_, Some(Word::Vague)) => {
            let days = Err(WhyNot::Vague);
            return found(
                pieces,
                range.start..behind + 1,
                days,
                Weight::Dated,
                Frame::Alone,
            );
        }
        _ => None,
    };
    match named {
        Some((month, day)) => {
            let fields = vec![Fields { year, month, day }];
            (
                Some(settled(
                    pieces,
                    range.start,
                    behind + 1,
                    fields,
                    years,
                    asking,
                )),
                behind + 1,
            )
        }
        None => found(
            pieces,
            range,
            Err(WhyNot::Incomplete),
            Weight::Dated,
            Frame::Alone,
        ),
    }
}

/// Turns written fields into days. Of several readings only those that exist remain.
fn settled(
    pieces: &[Piece],
    start: usize,
    end: usize,
    fields: Vec<Fields>,
    years: &[i32],
    asking: Asking,
) -> Mention {
    let mut days = Vec::new();
    for field in &fields {
        let explicit: Vec<i32> = field.year.map_or_else(|| years.to_vec(), |year| vec![year]);
        if explicit.is_empty() {
            days.extend(asking.yearless(field.month, field.day));
        }
        for year in explicit {
            days.extend(asking.dated(year, field.month, field.day));
        }
    }
    days.sort_unstable();
    days.dedup();
    let frame = match fields.as_slice() {
        [only] if years.len() <= 1 => {
            let year = only.year.or(years.first().copied());
            Frame::Dated {
                year,
                month: only.month,
                day: only.day,
            }
        }
        _ => Frame::Alone,
    };
    let days = if days.is_empty() {
        Err(WhyNot::Impossible)
    } else {
        Ok(days)
    };
    Mention::of(&pieces[start..end], days, Weight::Dated, frame)
}

/// Whether a word before the number says that it is no date: «버전», «ios», «전화번호».
fn foreign(pieces: &[Piece], at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| pieces[before].word == Word::Foreign)
}

/// The unit that a part was written with.
pub(super) fn has_unit(part: &Part, unit: Unit) -> bool {
    part.unit == Some(unit)
}
