//! Finding every place where a text speaks of a day.

use chrono::{NaiveDate, Weekday};

use super::WhyNot;
use super::calendar;
use super::days::{Asking, MonthDay, Stretch};
use super::near;
use super::pieces::Piece;
use super::span;

/// One place where the text speaks of a day.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Indices into the folded characters.
    pub start: usize,
    pub end: usize,
    /// The days it may mean, or why it means none.
    pub days: Result<Vec<NaiveDate>, WhyNot>,
    /// How firmly it speaks; of two that contradict each other the firmer counts.
    pub weight: Weight,
    /// What a neighbour can borrow from it, or it from a neighbour.
    pub frame: Frame,
}

/// How firmly a mention speaks, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// A time span without a direction («3년»).
    Bare,
    /// «지금», «방금».
    Now,
    /// A weekday, which mostly only accompanies a date.
    Weekday,
    /// «오늘».
    Today,
    /// «어제», «모레».
    NearDay,
    /// A day counted or described: «3일 전», «지난주 화요일», «17일».
    Counted,
    /// Month and day.
    Dated,
}

/// The parts of a mention that alternatives share: «11월 3일 아니면 4일».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// Month and day, perhaps with a year.
    Dated {
        year: Option<i32>,
        month: u32,
        day: MonthDay,
    },
    /// A day alone.
    DayAlone(MonthDay),
    /// A day in a month counted from this one.
    InMonth(i32),
    /// A weekday in a week counted from this one.
    InWeek(i32),
    /// A weekday alone.
    Weekday(Weekday),
    /// A span without a direction, and one that goes back or forward.
    Span(Stretch),
    Away {
        forward: bool,
    },
    /// Nothing to share.
    Alone,
}

impl Mention {
    /// A mention of one or more days.
    pub fn of(
        pieces: &[Piece],
        days: Result<Vec<NaiveDate>, WhyNot>,
        weight: Weight,
        frame: Frame,
    ) -> Self {
        let start = pieces.first().map_or(0, |piece| piece.start);
        let end = pieces.last().map_or(0, |piece| piece.end);
        Self {
            start,
            end,
            days,
            weight,
            frame,
        }
    }
}

/// What a reader of mentions returns: the mention, or nothing to be skipped up to the next
/// piece; together with the index of that piece.
pub(super) type Found = Option<(Option<Mention>, usize)>;

/// A mention made of the pieces of a range, for a reader to return.
pub(super) fn found(
    pieces: &[Piece],
    range: std::ops::Range<usize>,
    days: Result<Vec<NaiveDate>, WhyNot>,
    weight: Weight,
    frame: Frame,
) -> (Option<Mention>, usize) {
    let end = range.end;
    (Some(Mention::of(&pieces[range], days, weight, frame)), end)
}

/// All mentions in the order of the text.
pub(super) fn mentions(pieces: &[Piece], asking: Asking) -> Vec<Mention> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let mention = span::mention(pieces, at, asking)
            .or_else(|| near::mention(pieces, at, asking))
            .or_else(|| calendar::mention(pieces, at, asking));
        match mention {
            Some((Some(mention), next)) => {
                all.push(mention);
                at = next.max(at + 1);
            }
            Some((None, next)) => at = next.max(at + 1),
            None => at += 1,
        }
    }
    all
}
