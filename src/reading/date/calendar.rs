//! Dates of the calendar: number groups, 년·월·일, English months, digits alone.

use super::WhyNot;
use super::days::{Asking, MonthDay};
use super::english;
use super::groups::{self, Part};
use super::mention::{Found, Frame, Mention, Weight};
use super::pieces::Piece;
use super::words::{Unit, Word};

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
    match groups::written(&parts, true) {
        Some(written) => Some(completed(pieces, at, next, written, &[], asking)),
        None => Some((None, next)),
    }
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
    let years_only = || Written::YearMonth {
        year: None,
        month: None,
    };
    if let Some(Word::Day(0)) = word {
        let shifts = years
            .iter()
            .map(|year| 12 * (year - chrono::Datelike::year(&asking.today)));
        let days = shifts.map(|shift| asking.months_away(shift)).collect();
        return Some((
            Some(Mention::of(
                &pieces[start..=next],
                days,
                Weight::Counted,
                Frame::Alone,
            )),
            next + 1,
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
    if let Some(Word::Month(shift)) = word {
        // «작년 이번 달 5일» and the like: the month by its name.
        let _ = shift;
        return Some((Some(incomplete(pieces, start, at)), at));
    }
    let (parts, behind, clean) = groups::parts(pieces, next, 2);
    match groups::written(&parts, false).filter(|_| clean) {
        Some(written @ (Written::Dates(_) | Written::YearMonth { .. })) => {
            Some(completed(pieces, start, behind, written, years, asking))
        }
        Some(Written::DayAlone(_)) | None => {
            Some(completed(pieces, start, at, years_only(), years, asking))
        }
    }
}

fn incomplete(pieces: &[Piece], start: usize, end: usize) -> Mention {
    Mention::of(
        &pieces[start..end],
        Err(WhyNot::Incomplete),
        Weight::Dated,
        Frame::Alone,
    )
}

/// Adds what may stand behind the numbers: «말일», «초사흘», «중순».
fn completed(
    pieces: &[Piece],
    start: usize,
    next: usize,
    written: Written,
    years: &[i32],
    asking: Asking,
) -> (Option<Mention>, usize) {
    match written {
        Written::Dates(fields) => (
            Some(settled(pieces, start, next, fields, years, asking)),
            next,
        ),
        Written::DayAlone(day) => {
            let day = MonthDay::Number(day);
            let days = asking.day_alone(day).map(|date| vec![date]);
            (
                Some(Mention::of(
                    &pieces[start..next],
                    days,
                    Weight::Counted,
                    Frame::DayAlone(day),
                )),
                next,
            )
        }
        Written::YearMonth { year, month } => {
            let behind = next
                + usize::from(matches!(
                    pieces.get(next).map(|piece| piece.word),
                    Some(Word::Hedge)
                ));
            let day = match (month, pieces.get(behind).map(|piece| piece.word)) {
                (Some(_), Some(Word::LastDay)) => Some(MonthDay::Last),
                (Some(_), Some(Word::DayOfMonth(day) | Word::Days(day))) => {
                    Some(MonthDay::Number(day))
                }
                (_, Some(Word::Vague)) => {
                    let days = Err(WhyNot::Vague);
                    return (
                        Some(Mention::of(
                            &pieces[start..=behind],
                            days,
                            Weight::Dated,
                            Frame::Alone,
                        )),
                        behind + 1,
                    );
                }
                _ => None,
            };
            match (month, day) {
                (None, _)
                    if let (Some(_), Some(Word::Holiday(month, day))) =
                        (year, pieces.get(behind).map(|piece| piece.word)) =>
                {
                    let fields = vec![Fields {
                        year,
                        month,
                        day: MonthDay::Number(day),
                    }];
                    (
                        Some(settled(pieces, start, behind + 1, fields, years, asking)),
                        behind + 1,
                    )
                }
                (Some(month), Some(day)) => {
                    let fields = vec![Fields { year, month, day }];
                    (
                        Some(settled(pieces, start, behind + 1, fields, years, asking)),
                        behind + 1,
                    )
                }
                _ => (Some(incomplete(pieces, start, next)), next),
            }
        }
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
