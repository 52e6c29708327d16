//! Spans of time counted from today: «3일 전», «두 달 뒤», «1년 반 전», «일주일 남음».

use chrono::Datelike;

use super::calendar;
use super::days::{Asking, MonthDay, Stretch};
use super::mention::{Found, Frame, Mention, Weight};
use super::pieces::Piece;
use super::words::{Unit, Word};

/// A span as written: one stretch, or two when the count is doubtful (이삼일).
#[derive(Clone, Copy, Debug)]
struct Span {
    shorter: Stretch,
    longer: Option<Stretch>,
    /// «3일» without a direction is a day of the month.
    only_with_direction: bool,
    /// The unit of the last part.
    unit: Unit,
}

/// Reads a span and its direction at a piece.
pub(super) fn mention(pieces: &[Piece], at: usize, asking: Asking) -> Found {
    if let Some(next) = within_the_day(pieces, at) {
        let days = asking.days_away(0).map(|date| vec![date]);
        return Some((
            Some(Mention::of(
                &pieces[at..next],
                days,
                Weight::Today,
                Frame::Alone,
            )),
            next,
        ));
    }
    let (span, behind) = chained(pieces, at)?;
    let mut next = behind;
    while matches!(word(pieces, next), Some(Word::Hedge)) {
        next += 1;
    }
    let forward = match word(pieces, next) {
        Some(Word::Back | Word::Since) => Some(false),
        Some(Word::Forward) => Some(true),
        Some(_) | None => None,
    };
    if matches!(word(pieces, next), Some(Word::Vague))
        && !matches!(word(pieces, at + 1), Some(Word::Unit(Unit::Day)))
    {
        let days = Err(super::WhyNot::Vague);
        return Some((
            Some(Mention::of(
                &pieces[at..=next],
                days,
                Weight::Bare,
                Frame::Alone,
            )),
            next + 1,
        ));
    }
    let Some(forward) = forward else {
        if let Some(forward) = turned(pieces, at) {
            let days = away(span, forward, asking);
            return Some((
                Some(Mention::of(
                    &pieces[at..behind],
                    days,
                    Weight::Counted,
                    Frame::Away { forward },
                )),
                behind,
            ));
        }
        if span.only_with_direction || looks_like_year(pieces, at) {
            return None;
        }
        return Some((Some(bare(&pieces[at..behind], span, asking)), behind));
    };
    next += 1;
    while matches!(word(pieces, next), Some(Word::Hedge)) {
        next += 1;
    }
    refined(pieces, at, next, span, forward, asking).or_else(|| {
        let days = away(span, forward, asking);
        Some((
            Some(Mention::of(
                &pieces[at..next],
                days,
                Weight::Counted,
                Frame::Away { forward },
            )),
            next,
        ))
    })
}

/// The direction that the words before a span give it.
fn turned(pieces: &[Piece], at: usize) -> Option<bool> {
    let mut before = at.checked_sub(1)?;
    while before > 0
        && matches!(pieces[before].word, Word::Hedge | Word::Other)
        && at - before <= 1
        && pieces[before].end - pieces[before].start <= 1
    {
        before -= 1;
    }
    match pieces[before].word {
        Word::Ahead => Some(true),
        Word::Ago => Some(false),
        _ => None,
    }
}

/// The days a span leads to, the farther one first when it goes back.
fn away(
    span: Span,
    forward: bool,
    asking: Asking,
) -> Result<Vec<chrono::NaiveDate>, super::WhyNot> {
    let mut days = vec![asking.away(span.shorter, forward)?];
    if let Some(longer) = span.longer {
        days.push(asking.away(longer, forward)?);
    }
    Ok(days)
}

/// A span without a direction: its days follow from what is asked.
fn bare(pieces: &[Piece], span: Span, asking: Asking) -> Mention {
    let forward = asking.field == super::Field::Expiry;
    Mention::of(
        pieces,
        away(span, forward, asking),
        Weight::Bare,
        Frame::Span(span.shorter),
    )
}

/// «2주 전 화요일», «2년 전 11월 2일», «두 달 전 5일», «2년 전 오늘».
fn refined(
    pieces: &[Piece],
    at: usize,
    next: usize,
    span: Span,
    forward: bool,
    asking: Asking,
) -> Found {
    let sign = if forward { 1 } else { -1 };
    let Stretch { months, days } = span.shorter;
    if span.longer.is_some() {
        return None;
    }
    match word(pieces, next)? {
        Word::Day(0) => {
            let date = away(span, forward, asking);
            Some((
                Some(Mention::of(
                    &pieces[at..=next],
                    date,
                    Weight::Counted,
                    Frame::Alone,
                )),
                next + 1,
            ))
        }
        Word::Weekday(weekday) if months == 0 && span.unit == Unit::Weeks => {
            let shift = sign * i32::try_from(days / 7).ok()?;
            let date = asking.in_week(shift, weekday).map(|date| vec![date]);
            Some((
                Some(Mention::of(
                    &pieces[at..=next],
                    date,
                    Weight::Counted,
                    Frame::InWeek(shift),
                )),
                next + 1,
            ))
        }
        _ if days == 0 && span.unit == Unit::Year && months % 12 == 0 => {
            let years = sign * i32::try_from(months / 12).ok()?;
            let year = asking.today.year().checked_add(years)?;
            let named = matches!(
                word(pieces, next)?,
                Word::Number { .. }
                    | Word::MonthName(_)
                    | Word::Holiday(..)
                    | Word::Vague
                    | Word::Mark(_)
            );
            let month = matches!(word(pieces, next + 1), Some(Word::Unit(Unit::Month)));
            calendar::in_years(pieces, at, next, &[year], asking).filter(|(mention, _)| {
                let incomplete = mention
                    .as_ref()
                    .is_some_and(|mention| mention.days == Err(super::WhyNot::Incomplete));
                named && (month || !incomplete)
            })
        }
        _ if days == 0 && span.unit == Unit::Months => {
            let shift = sign * i32::try_from(months).ok()?;
            match (word(pieces, next)?, word(pieces, next + 1)) {
                (Word::Number { value, .. }, Some(Word::Unit(Unit::Day))) => {
                    let date = asking
                        .in_month(shift, MonthDay::Number(value))
                        .map(|date| vec![date]);
                    Some((
                        Some(Mention::of(
                            &pieces[at..next + 2],
                            date,
                            Weight::Counted,
                            Frame::InMonth(shift),
                        )),
                        next + 2,
                    ))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// «30분 전», «두 시간 전»: still today.
fn within_the_day(pieces: &[Piece], at: usize) -> Option<usize> {
    let (Word::Number { .. } | Word::Pair(..)) = word(pieces, at)? else {
        return None;
    };
    let mut next = at + 1;
    while next < at + 6 && matches!(
        word(pieces, next),
        Some(Word::Unit(Unit::Time) | Word::Hedge | Word::Half | Word::Number { .. })
    ) {
        next += 1;
    }
    let timed = pieces[at + 1..next]
        .iter()
        .any(|piece| piece.word == Word::Unit(Unit::Time));
    (timed && matches!(word(pieces, next), Some(Word::Back))).then_some(next + 1)
}

/// One or more spans in a row: «1년 3개월», «한 달 보름», «일 년 반».
fn chained(pieces: &[Piece], at: usize) -> Option<(Span, usize)> {
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

/// «2026년», «26년» without a direction are years of the calendar; so is any year before a month.
fn looks_like_year(pieces: &[Piece], at: usize) -> bool {
    let year = matches!(word(pieces, at), Some(Word::Number { length, .. }) if length >= 2)
        && matches!(word(pieces, at + 1), Some(Word::Unit(Unit::Year)));
    let month_follows = matches!(word(pieces, at + 3), Some(Word::Unit(Unit::Month)));
    year || (month_follows && matches!(word(pieces, at + 1), Some(Word::Unit(Unit::Year))))
}

fn word(pieces: &[Piece], at: usize) -> Option<Word> {
    pieces.get(at).map(|piece| piece.word)
}
