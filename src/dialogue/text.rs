//! Words without a language: the id of a text and what is put into it.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// A sentence or a card that `locales` knows how to say.
///
/// The id is that of a Fluent message, or `message.attribute`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Text {
    pub id: Cow<'static, str>,
    pub args: Vec<(&'static str, Arg)>,
}

/// What can be put into a text; each language says it in its own way.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Arg {
    Number(i64),
    /// A person's own words, already sifted; escaped when they are said.
    Words(String),
    /// A day, with its weekday.
    Day(NaiveDate),
    /// A month of a year.
    Month(i32, u32),
    /// An instant, told as day, weekday and hour of that zone.
    Moment(DateTime<Utc>, Tz),
    Text(Text),
    /// Several lines, one below the other.
    Lines(Vec<Text>),
}

impl Text {
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self {
            id: id.into(),
            args: Vec::new(),
        }
    }

    /// The short title that belongs to this text.
    pub fn title(id: impl std::fmt::Display) -> Self {
        Self::new(format!("{id}.title"))
    }

    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<NaiveDate> for Arg {
    fn from(day: NaiveDate) -> Self {
        Arg::Day(day)
    }
}

impl From<Text> for Arg {
    fn from(text: Text) -> Self {
        Arg::Text(text)
    }
}

impl From<Vec<Text>> for Arg {
    fn from(lines: Vec<Text>) -> Self {
        Arg::Lines(lines)
    }
}
