//! Days told by their nearness: «어제», «지난주 화요일», «다음 달 10일», «작년 오늘».

use chrono::{Datelike, NaiveDate};

use super::WhyNot;
use super::calendar;
use super::days::{Asking, MonthDay};
use super::mention::{Found, Frame, Mention, Weight, found};
use super::pieces::Piece;
use super::words::{Unit, Word};

/// Reads such a day at a piece.
pub(super) fn mention(pieces: &[Piece], at: usize, asking: Asking) -> Found {
    let word = pieces.get(at)?.word;
    let year = asking.today.year();
    match word {
        Word::Week(shift) => Some(in_week(pieces, at, shift, asking)),
        Word::Month(shift) => Some(in_month(pieces, at, shift, asking)),
        Word::Year(shift) => calendar::in_years(pieces, at, at + 1, &[year + shift], asking),
        Word::YearPair(near, far) => {
            calendar::in_years(pieces, at, at + 1, &[year + near, year + far], asking)
        }
        Word::Past | Word::This | Word::Next | Word::Coming => beside_weekday(pieces, at, asking),
        Word::Weekday(weekday) if week_behind(pieces, at).is_some() => {
            let shift = week_behind(pieces, at)?;
            let days = asking.in_week(shift, weekday).map(|date| vec![date]);
            Some(found(
                pieces,
                at..at + 2,
                days,
                Weight::Counted,
                Frame::InWeek(shift),
            ))
        }
        _ => {
            let (days, weight, frame) = single(word, asking)?;
            Some(found(pieces, at..at + 1, days, weight, frame))
        }
    }
}

/// What one word alone means.
fn single(word: Word, asking: Asking) -> Option<(Result<Vec<NaiveDate>, WhyNot>, Weight, Frame)> {
    let one = |date: Result<NaiveDate, WhyNot>| date.map(|date| vec![date]);
    let alone = |day: MonthDay| {
        (
            one(asking.day_alone(day)),
            Weight::Counted,
            Frame::DayAlone(day),
        )
    };
    Some(match word {
        Word::Now => (one(asking.days_away(0)), Weight::Now, Frame::Alone),
        Word::Day(0) => (one(asking.days_away(0)), Weight::Today, Frame::Alone),
        Word::Day(shift) => (one(asking.days_away(shift)), Weight::NearDay, Frame::Alone),
        Word::DayPair(far, near) => {
            let days = [far, near]
                .into_iter()
                .map(|shift| asking.days_away(shift))
                .collect();
            (days, Weight::NearDay, Frame::Alone)
        }
        Word::Weekday(weekday) => (
            one(asking.latest_weekday(weekday)),
            Weight::Weekday,
            Frame::Weekday(weekday),
        ),
        Word::Holiday(month, day) => {
            let day = MonthDay::Number(day);
            (
                one(asking.yearless(month, day)),
                Weight::Dated,
                Frame::Dated {
                    year: None,
                    month,
                    day,
                },
            )
        }
        Word::LastDay => alone(MonthDay::Last),
        Word::DayOfMonth(day) => alone(MonthDay::Number(day)),
        Word::Vague => (Err(WhyNot::Vague), Weight::Bare, Frame::Alone),
        _ => return None,
    })
}

/// The week named behind a weekday: «Tuesday last week».
fn week_behind(pieces: &[Piece], at: usize) -> Option<i32> {
    let Word::Week(shift) = pieces.get(at + 1)?.word else {
        return None;
    };
    let goes_on = pieces
        .get(at + 2)
        .is_some_and(|piece| !matches!(piece.word, Word::Mark(_) | Word::Other));
    (!goes_on).then_some(shift)
}

/// A week, and the weekday in it; without one it is no day.
fn in_week(pieces: &[Piece], at: usize, shift: i32, asking: Asking) -> (Option<Mention>, usize) {
    let next = past_hedges(pieces, at + 1);
    let days = match pieces.get(next).map(|piece| piece.word) {
        Some(Word::Weekday(weekday) | Word::Short(weekday)) => asking.in_week(shift, weekday),
        Some(Word::Day(0)) => asking.days_away(shift * 7),
        Some(_) | None => Err(WhyNot::Incomplete),
    };
    let end = if days.is_ok() { next + 1 } else { at + 1 };
    found(
        pieces,
        at..end,
        days.map(|date| vec![date]),
        Weight::Counted,
        Frame::InWeek(shift),
    )
}

/// «지난 금요일», «이번 금요일», «다음 금요일».
fn beside_weekday(pieces: &[Piece], at: usize, asking: Asking) -> Found {
    let Some(Word::Weekday(weekday)) = pieces.get(at + 1).map(|piece| piece.word) else {
        return None;
    };
    let days = match pieces[at].word {
        Word::Past => asking.past_weekday(weekday),
        Word::Next => asking.next_weekday(weekday),
        Word::Coming => asking.coming_weekday(weekday).map(|date| vec![date]),
        _ => asking.in_week(0, weekday).map(|date| vec![date]),
    };
    Some((
        Some(Mention::of(
            &pieces[at..at + 2],
            days,
            Weight::Counted,
            Frame::Weekday(weekday),
        )),
        at + 2,
    ))
}

/// A month, and the day in it.
fn in_month(pieces: &[Piece], at: usize, shift: i32, asking: Asking) -> (Option<Mention>, usize) {
    let next = past_hedges(pieces, at + 1);
    let word = |index: usize| pieces.get(index).map(|piece| piece.word);
    let (days, end) = match (word(next), word(next + 1)) {
        (Some(Word::Number { value, .. }), Some(Word::Unit(Unit::Day))) => {
            (asking.in_month(shift, MonthDay::Number(value)), next + 2)
        }
        (
            Some(Word::Number {
                value,
                length: 1 | 2,
            }),
            other,
        ) if !matches!(other, Some(Word::Unit(_) | Word::Mark(_))) => {
            (asking.in_month(shift, MonthDay::Number(value)), next + 1)
        }
        (Some(Word::LastDay), _) => (asking.in_month(shift, MonthDay::Last), next + 1),
        (Some(Word::DayOfMonth(day) | Word::Days(day)), _) => {
            (asking.in_month(shift, MonthDay::Number(day)), next + 1)
        }
        (Some(Word::Day(0)), _) => (asking.months_away(shift), next + 1),
        (Some(Word::Vague), _) => (Err(WhyNot::Vague), next + 1),
        _ => (Err(WhyNot::Incomplete), at + 1),
    };
    let mention = Mention::of(
        &pieces[at..end],
        days.map(|date| vec![date]),
        Weight::Counted,
        Frame::InMonth(shift),
    );
    (Some(mention), end)
}

fn past_hedges(pieces: &[Piece], mut at: usize) -> usize {
    while matches!(pieces.get(at).map(|piece| piece.word), Some(Word::Hedge)) {
        at += 1;
    }
    at
}
