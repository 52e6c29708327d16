//! Which day is meant by what was typed: Korean dates as people write them.

mod calendar;
mod choose;
mod days;
mod english;
mod forms;
mod groups;
mod labels;
mod mention;
mod names;
mod near;
mod numerals;
mod pieces;
mod span;
mod stretches;
mod ties;
mod vocabulary;
mod words;
mod written;

use chrono::NaiveDate;

use self::days::Asking;
use self::words::Word;
use super::fold::fold;

/// Which date the bot has asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The day the certificate was issued: never after today.
    Issue,
    /// The day it expires: before or after today.
    Expiry,
}

/// What the text says about the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateReading {
    /// One day.
    One(NaiveDate),
    /// One of two days, the earlier first; the person has to say which.
    Either(NaiveDate, NaiveDate),
    /// No day that could be stored.
    Not(WhyNot),
}

/// Why no day could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// The text speaks of no day at all.
    NoDate,
    /// A year or a month without its day.
    Incomplete,
    /// There is no such day in the calendar.
    Impossible,
    /// An issue date after today.
    FutureIssue,
    /// A lunar date or holiday; lunar dates are not supported.
    Lunar,
    /// A time too vague for a day («며칠 전», «이달 초»).
    Vague,
}

/// Reads the day a text means. `today` is the day in Korea when it was typed.
pub fn read(text: &str, field: Field, today: NaiveDate) -> DateReading {
    let chars = fold(text).chars;
    let pieces = pieces::pieces(&chars);
    let speaks_of = |word: Word| pieces.iter().any(|piece| piece.word == word);
    if speaks_of(Word::Lunar) && !speaks_of(Word::Solar) {
        return DateReading::Not(WhyNot::Lunar);
    }
    let asking = Asking { field, today };
    choose::chosen(&chars, mention::mentions(&pieces, asking), asking)
}
