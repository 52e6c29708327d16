//! A certificate as days on one line: today, the notices still to come, and the last valid day.

use chrono::{DateTime, NaiveDate, Utc};

use super::certificate::Certificate;
use super::reminder::{self, Stage};
use super::settings::Settings;

/// The days of one certificate, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    pub today: NaiveDate,
    pub expires_on: NaiveDate,
    /// At least today and the last valid day.
    pub marks: Vec<Mark>,
}

/// A day on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub day: NaiveDate,
    pub what: Marked,
}

/// What a day is, in the order in which they stand when they fall on one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Marked {
    Today,
    /// A notice that was asked for again.
    Again,
    Notice(Stage),
    Expiry,
}

impl Timeline {
    /// The line of this certificate, as it is at this instant.
    pub fn of(certificate: &Certificate, settings: &Settings, now: DateTime<Utc>) -> Self {
        let today = settings.today(now);
        let expires_on = certificate.expires_on;
        let mark = |what, day| Mark { day, what };
        let again = certificate.later.filter(|_| !certificate.muted);
        let again = again.map(|day| mark(Marked::Again, day));
        let coming = reminder::coming(certificate, settings, now).into_iter();
        let notices = coming.map(|(stage, _)| mark(Marked::Notice(stage), stage.day(expires_on)));
        let ends = [mark(Marked::Today, today), mark(Marked::Expiry, expires_on)];
        let mut marks: Vec<Mark> = ends.into_iter().chain(again).chain(notices).collect();
        marks.sort_by_key(|mark| (mark.day, mark.what));
        Self {
            today,
            expires_on,
            marks,
        }
    }

    /// How many days are left; below zero how many have passed.
    pub fn days_left(&self) -> i64 {
        (self.expires_on - self.today).num_days()
    }
}
