//! The calendar's side of the rules: what a month and a day, a weekday or a span means today.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{Field, WhyNot};

/// Which date is wanted, and the day in Korea.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asking {
    pub field: Field,
    pub today: NaiveDate,
}

/// A stretch of time in months and days; both may be given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stretch {
    pub months: u32,
    pub days: u32,
}

/// The day of a month: a number, or the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MonthDay {
    Number(u32),
    Last,
}

impl Asking {
    /// A day with its year.
    pub fn dated(self, year: i32, month: u32, day: MonthDay) -> Result<NaiveDate, WhyNot> {
        let day = match day {
            MonthDay::Number(day) => NaiveDate::from_ymd_opt(year, month, day),
            MonthDay::Last => NaiveDate::from_ymd_opt(year, month, 1)
                .and_then(|first| first.checked_add_months(Months::new(1)))
                .and_then(|next| next.pred_opt()),
        };
        day.ok_or(WhyNot::Impossible)
    }

    /// A day without its year: this year's, or the last (issue) or next (expiry) year's if this
    /// year's lies on the wrong side of today. The year so chosen is not searched further.
    pub fn yearless(self, month: u32, day: MonthDay) -> Result<NaiveDate, WhyNot> {
        let number = match day {
            MonthDay::Number(number) => number,
            MonthDay::Last => self.dated(self.today.year(), month, day)?.day(),
        };
        let today = (self.today.month(), self.today.day());
        let year = match self.field {
            Field::Issue if (month, number) > today => self.today.year() - 1,
            Field::Expiry if (month, number) < today => self.today.year() + 1,
            Field::Issue | Field::Expiry => self.today.year(),
        };
        self.dated(year, month, day)
    }

    /// A day without its month: the latest up to today (issue), the next from today (expiry).
    pub fn day_alone(self, day: MonthDay) -> Result<NaiveDate, WhyNot> {
        let step = match self.field {
            Field::Issue => -1,
            Field::Expiry => 1,
        };
        (0..4)
            .filter_map(|count| self.in_month(step * count, day).ok())
            .find(|date| match self.field {
                Field::Issue => *date <= self.today,
                Field::Expiry => *date >= self.today,
            })
            .ok_or(WhyNot::Impossible)
    }

    /// A day of the month that lies `shift` months from this one.
    pub fn in_month(self, shift: i32, day: MonthDay) -> Result<NaiveDate, WhyNot> {
        let first = self
            .today
            .with_day(1)
            .and_then(|first| moved_months(first, shift));
        let first = first.ok_or(WhyNot::Impossible)?;
        self.dated(first.year(), first.month(), day)
    }

    /// The same day of the month `shift` months away, or that month's last day.
    pub fn months_away(self, shift: i32) -> Result<NaiveDate, WhyNot> {
        moved_months(self.today, shift).ok_or(WhyNot::Impossible)
    }

    /// The day `shift` days away.
    pub fn days_away(self, shift: i32) -> Result<NaiveDate, WhyNot> {
        moved_days(self.today, shift).ok_or(WhyNot::Impossible)
    }

    /// Back (`forward` false) or on by a stretch; months are counted first.
    pub fn away(self, stretch: Stretch, forward: bool) -> Result<NaiveDate, WhyNot> {
        let sign = if forward { 1 } else { -1 };
        let months = i32::try_from(stretch.months).map_err(|_| WhyNot::Impossible)?;
        let days = i32::try_from(stretch.days).map_err(|_| WhyNot::Impossible)?;
        moved_months(self.today, sign * months)
            .and_then(|date| moved_days(date, sign * days))
            .ok_or(WhyNot::Impossible)
    }

    /// A weekday of the week `shift` weeks from this one. Weeks begin on Monday.
    pub fn in_week(self, shift: i32, weekday: Weekday) -> Result<NaiveDate, WhyNot> {
        let from_monday = weekday.num_days_from_monday() as i32
            - self.today.weekday().num_days_from_monday() as i32;
        let days = shift
            .checked_mul(7)
            .and_then(|days| days.checked_add(from_monday));
        self.days_away(days.ok_or(WhyNot::Impossible)?)
    }

    /// The latest such weekday up to today.
    pub fn latest_weekday(self, weekday: Weekday) -> Result<NaiveDate, WhyNot> {
        let back =
            (7 + self.today.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
        self.days_away(-(back as i32))
    }

    /// «지난 X요일»: the latest before today if in an earlier week; else that or the one before.
    pub fn past_weekday(self, weekday: Weekday) -> Result<Vec<NaiveDate>, WhyNot> {
        let this_week = self.in_week(0, weekday)?;
        let week_before = self.in_week(-1, weekday)?;
        Ok(if this_week < self.today {
            vec![week_before, this_week]
        } else {
            vec![week_before]
        })
    }

    /// «오는 X요일»: the next after today.
    pub fn coming_weekday(self, weekday: Weekday) -> Result<NaiveDate, WhyNot> {
        let this_week = self.in_week(0, weekday)?;
        if this_week > self.today {
            Ok(this_week)
        } else {
            self.in_week(1, weekday)
        }
    }

    /// «다음 X요일», the mirror of «지난 X요일».
    pub fn next_weekday(self, weekday: Weekday) -> Result<Vec<NaiveDate>, WhyNot> {
        let this_week = self.in_week(0, weekday)?;
        let week_after = self.in_week(1, weekday)?;
        Ok(if this_week > self.today {
            vec![this_week, week_after]
        } else {
            vec![week_after]
        })
    }
}

fn moved_months(date: NaiveDate, shift: i32) -> Option<NaiveDate> {
    let months = Months::new(shift.unsigned_abs());
    if shift < 0 {
        date.checked_sub_months(months)
    } else {
        date.checked_add_months(months)
    }
}

fn moved_days(date: NaiveDate, shift: i32) -> Option<NaiveDate> {
    let days = Days::new(u64::from(shift.unsigned_abs()));
    if shift < 0 {
        date.checked_sub_days(days)
    } else {
        date.checked_add_days(days)
    }
}
