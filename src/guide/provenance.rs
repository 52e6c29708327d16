//! Where a row comes from, how sure it is, and when it was checked.

use chrono::NaiveDate;

/// How far a statement can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// An official page, or at least three independent sources agree.
    High,
    /// Two sources, or one that derives from an official text.
    Medium,
    /// One weak source, or ordinary troubleshooting experience: say «알려져 있어요», promise nothing.
    Low,
}

/// The sources of a row and the day on which they were last read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Provenance {
    /// A few words that name the sources, for a person who asks «출처».
    pub source: &'static str,
    pub confidence: Confidence,
    /// Year, month, day in Seoul.
    pub checked: (i32, u32, u32),
}

impl Provenance {
    /// The day on which the sources were last read.
    ///
    /// A date that does not exist counts as never checked; the tests refuse such a row.
    pub fn checked_on(&self) -> NaiveDate {
        let (year, month, day) = self.checked;
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MIN)
    }
}
