//! A date being asked for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Walk;
use crate::dialogue::certificate::CertificateId;

/// A date being asked for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DateTalk {
    /// Whose date it is; `None` is a certificate that is not known yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<CertificateId>,
    /// The walk at whose end the date is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk: Option<Walk>,
    pub at: Asking,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asking {
    /// Which of the known certificates it is, or a new one.
    Whose,
    /// To be typed; `unclear` says why the last words were not a date.
    Date {
        issue: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unclear: Option<Unclear>,
    },
    /// How to look up the date.
    Where,
    Year {
        issue: bool,
    },
    Month {
        issue: bool,
        year: i32,
    },
    Day {
        issue: bool,
        year: i32,
        month: u32,
    },
    /// The words could be either of two dates.
    Either {
        issue: bool,
        dates: [NaiveDate; 2],
    },
    /// Only the date of issue is known: both readings of the period of validity are offered.
    Term {
        issued_on: NaiveDate,
    },
    Confirm(NaiveDate),
    /// Before the first date is kept: what is stored, for how long, how to erase it.
    Consent(NaiveDate),
}

/// Why words were not taken as a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unclear {
    NoDate,
    Incomplete,
    Impossible,
    FutureIssue,
    Lunar,
    Vague,
}

impl Asking {
    /// Whether the date of issue is being asked for; else it is the expiry date.
    pub fn is_about_issue(self) -> bool {
        match self {
            Asking::Date { issue, .. }
            | Asking::Year { issue }
            | Asking::Month { issue, .. }
            | Asking::Day { issue, .. }
            | Asking::Either { issue, .. } => issue,
            Asking::Whose
            | Asking::Where
            | Asking::Term { .. }
            | Asking::Confirm(_)
            | Asking::Consent(_) => false,
        }
    }
}
