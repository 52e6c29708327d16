//! The codes of everything about entering a date.

use chrono::{Datelike, NaiveDate};

use super::certificate;
use crate::dialogue::press::Dating;

pub fn code(dating: Dating) -> String {
    match dating {
        Dating::For(Some(id)) => format!("for:{}", id.0),
        Dating::For(None) => "new".to_owned(),
        Dating::Ask { issue: false } => "ask:expiry".to_owned(),
        Dating::Ask { issue: true } => "ask:issue".to_owned(),
        Dating::Where => "where".to_owned(),
        Dating::Years => "years".to_owned(),
        Dating::Year(year) => format!("year:{year:04}"),
        Dating::Month(year, month) => format!("month:{year:04}{month:02}"),
        Dating::Mean(day) => format!("mean:{}", day_code(day)),
        Dating::Save(day) => format!("save:{}", day_code(day)),
        Dating::Agree(day) => format!("agree:{}", day_code(day)),
        Dating::Decline => "decline".to_owned(),
    }
}

pub fn read(parts: &[&str]) -> Option<Dating> {
    Some(match parts {
        ["for", id] => Dating::For(Some(certificate(id)?)),
        ["new"] => Dating::For(None),
        ["ask", "expiry"] => Dating::Ask { issue: false },
        ["ask", "issue"] => Dating::Ask { issue: true },
        ["where"] => Dating::Where,
        ["years"] => Dating::Years,
        ["year", year] => Dating::Year(year_of(year)?),
        ["month", month] => {
            let (year, month) = month.split_at_checked(4)?;
            let month = month
                .parse()
                .ok()
                .filter(|month| (1..=12).contains(month))?;
            Dating::Month(year_of(year)?, month)
        }
        ["mean", day] => Dating::Mean(day_of(day)?),
        ["save", day] => Dating::Save(day_of(day)?),
        ["agree", day] => Dating::Agree(day_of(day)?),
        ["decline"] => Dating::Decline,
        _ => return None,
    })
}

fn day_code(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn day_of(code: &str) -> Option<NaiveDate> {
    let (year, rest) = code.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    NaiveDate::from_ymd_opt(year_of(year)?, month.parse().ok()?, day.parse().ok()?)
}

/// Years of four digits only.
fn year_of(code: &str) -> Option<i32> {
    code.parse().ok().filter(|year| (0..=9999).contains(year))
}
