//! Spans of time counted from today: «3일 전», «두 달 뒤», «1년 반 전», «일주일 남음».

use chrono::Datelike;

use super::calendar;
use super::days::{Asking, MonthDay, Stretch};
use super::mention::{Found, Frame, Mention, Weight, found};
use super::pieces::Piece;
use super::stretches::{Span, chained};
use super::words::{Unit, Word};
use super::{Field, WhyNot};

/// Reads a span and its direction at a piece.
pub(super) fn mention(pieces: &[Piece], at: usize, asking: Asking) -> Found {
    if let Some(next) = within_the_day(pieces, at) {
        let days = asking.days_away(0).map(|date| vec![date]);
        return Some(found(pieces, at..next, days, Weight::Today, Frame::Alone));
    }
    let (span, behind) = chained(pieces, at)?;
    let next = past_hedges(pieces, behind);
    match word(pieces, next) {
        Some(Word::Back | Word::Since) => Some(directed(pieces, at, next + 1, span, false, asking)),
        Some(Word::Forward) => Some(directed(pieces, at, next + 1, span, true, asking)),
        Some(Word::Vague) if span.unit != Unit::Day => {
            let days = Err(WhyNot::Vague);
            Some(found(
                pieces,
                at..next + 1,
                days,
                Weight::Bare,
                Frame::Alone,
            ))
        }
        Some(_) | None => match turned(pieces, at) {
            Some(forward) => {
                let days = away(span, forward, asking);
                Some(found(
                    pieces,
                    at..behind,
                    days,
                    Weight::Counted,
                    Frame::Away { forward },
                ))
            }
            None if span.only_with_direction || looks_like_year(pieces, at) => None,
            None => {
                // Without a direction its days follow from what is asked.
                let days = away(span, asking.field == Field::Expiry, asking);
                Some(found(
                    pieces,
                    at..behind,
                    days,
                    Weight::Bare,
                    Frame::Span(span.shorter),
                ))
            }
        },
    }
}

/// A span with its direction, and what may make it more exact behind that.
fn directed(
    pieces: &[Piece],
    at: usize,
    behind: usize,
    span: Span,
    forward: bool,
    asking: Asking,
) -> (Option<Mention>, usize) {
    let next = past_hedges(pieces, behind);
    let refined = if span.longer.is_some() {
        None
    } else {
        refined(pieces, at, next, span, forward, asking)
    };
    refined.unwrap_or_else(|| {
        let days = away(span, forward, asking);
        found(
            pieces,
            at..next,
            days,
            Weight::Counted,
            Frame::Away { forward },
        )
    })
}

fn past_hedges(pieces: &[Piece], mut at: usize) -> usize {
    while matches!(word(pieces, at), Some(Word::Hedge)) {
        at += 1;
    }
    at
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
fn away(span: Span, forward: bool, asking: Asking) -> Result<Vec<chrono::NaiveDate>, WhyNot> {
    let mut days = vec![asking.away(span.shorter, forward)?];
    if let Some(longer) = span.longer {
        days.push(asking.away(longer, forward)?);
    }
    Ok(days)
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
    match word(pieces, next)? {
        Word::Day(0) => {
            let date = away(span, forward, asking);
            Some(found(
                pieces,
                at..next + 1,
                date,
                Weight::Counted,
                Frame::Alone,
            ))
        }
        Word::Weekday(weekday) if months == 0 && span.unit == Unit::Weeks => {
            let shift = sign * i32::try_from(days / 7).ok()?;
            let date = asking.in_week(shift, weekday).map(|date| vec![date]);
            Some(found(
                pieces,
                at..next + 1,
                date,
                Weight::Counted,
                Frame::InWeek(shift),
            ))
        }
        Word::Number { value, .. } if days == 0 && span.unit == Unit::Months => {
            let shift = sign * i32::try_from(months).ok()?;
            let date = asking
                .in_month(shift, MonthDay::Number(value))
                .map(|date| vec![date]);
            let named = matches!(word(pieces, next + 1), Some(Word::Unit(Unit::Day)));
            named.then(|| {
                found(
                    pieces,
                    at..next + 2,
                    date,
                    Weight::Counted,
                    Frame::InMonth(shift),
                )
            })
        }
        Word::Number { .. }
        | Word::MonthName(_)
        | Word::Holiday(..)
        | Word::Vague
        | Word::Mark(_)
            if days == 0 && span.unit == Unit::Year =>
        {
            let years = sign * i32::try_from(months / 12).ok()?;
            let year = asking.today.year().checked_add(years)?;
            let month = matches!(word(pieces, next + 1), Some(Word::Unit(Unit::Month)));
            let incomplete = |mention: &Mention| mention.days == Err(WhyNot::Incomplete);
            calendar::in_years(pieces, at, next, &[year], asking)
                .filter(|(mention, _)| month || !mention.as_ref().is_some_and(incomplete))
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
    while next < at + 6
        && matches!(
            word(pieces, next),
            Some(Word::Unit(Unit::Time) | Word::Hedge | Word::Half | Word::Number { .. })
        )
    {
        next += 1;
    }
    let timed = pieces[at + 1..next]
        .iter()
        .any(|piece| piece.word == Word::Unit(Unit::Time));
    (timed && matches!(word(pieces, next), Some(Word::Back))).then_some(next + 1)
}

/// «2026년», «26년» without a direction are years of the calendar; so is any year before a month.
fn looks_like_year(pieces: &[Piece], at: usize) -> bool {
    let year = matches!(word(pieces, at), Some(Word::Number { length, .. }) if length >= 2)
        && matches!(word(pieces, at + 1), Some(Word::Unit(Unit::Year)));
    let month_follows = matches!(word(pieces, at + 3), Some(Word::Unit(Unit::Month)));
    year || (month_follows && matches!(word(pieces, at + 1), Some(Word::Unit(Unit::Year))))
}

pub(super) fn word(pieces: &[Piece], at: usize) -> Option<Word> {
    pieces.get(at).map(|piece| piece.word)
}
