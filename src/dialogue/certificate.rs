//! What must never be lost: the certificates a person has entered.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::reminder::Stage;
use super::sharing::{Origin, Peer};

/// How many certificates one chat may keep.
pub const CERTIFICATES_MAX: usize = 20;
/// How many characters a label may have.
pub const LABEL_CHARS_MAX: usize = 20;

/// A small number, unique within its chat and never given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CertificateId(pub u16);

/// One certificate: a label and a date, and what has been told about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    pub id: CertificateId,
    /// Words of the person's own, already sifted; empty means the ordinary name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The last day on which it is valid.
    pub expires_on: NaiveDate,
    /// The furthest stage told in this cycle; earlier ones are never told afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Stage>,
    /// «다시 알려 주세요»: the day on which the present stage is told once more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub muted: bool,
    /// Who else gets its reminders.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub companions: Vec<Peer>,
    /// Whose it is, if its reminders were handed on to us.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The day of the next «한 번 사용하세요», told only to those who asked for it.
    pub use_by: NaiveDate,
}

/// Ten months: within the year of disuse after which the cloud account is reported to be deleted (F18).
const MONTHS_BETWEEN_USES: Months = Months::new(10);

impl Certificate {
    pub fn new(id: CertificateId, expires_on: NaiveDate, today: NaiveDate) -> Self {
        Self {
            id,
            label: String::new(),
            expires_on,
            told: None,
            later: None,
            muted: false,
            companions: Vec::new(),
            origin: None,
            use_by: next_use(today),
        }
    }

    /// Starts the next cycle with a new date; the label and the silence stay as they are.
    pub fn renew(&mut self, expires_on: NaiveDate, today: NaiveDate) {
        self.expires_on = expires_on;
        self.told = None;
        self.later = None;
        self.use_by = next_use(today);
    }

    /// It was used on this day, so the next reminder to use it moves on.
    pub fn used(&mut self, today: NaiveDate) {
        self.use_by = next_use(today);
    }
}

fn next_use(today: NaiveDate) -> NaiveDate {
    today
        .checked_add_months(MONTHS_BETWEEN_USES)
        .unwrap_or(NaiveDate::MAX)
}

/// The certificates of one chat, in the order in which they were entered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Certificates {
    /// The id that the next one gets.
    next: u16,
    list: Vec<Certificate>,
}

impl Certificates {
    /// What was stored: the list, and the number that the next one gets.
    pub fn restored(list: Vec<Certificate>, next: u16) -> Self {
        Self { next, list }
    }

    /// The number that the next one gets.
    pub fn next_number(&self) -> u16 {
        self.next
    }

    pub fn iter(&self) -> impl Iterator<Item = &Certificate> {
        self.list.iter()
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Certificate> {
        self.list.iter_mut()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether there has never been one: the number of the next is kept, so that none is given twice.
    pub fn are_untouched(&self) -> bool {
        self.list.is_empty() && self.next == 0
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_full(&self) -> bool {
        self.list.len() >= CERTIFICATES_MAX
    }

    pub fn find(&self, id: CertificateId) -> Option<&Certificate> {
        self.list.iter().find(|certificate| certificate.id == id)
    }

    pub fn find_mut(&mut self, id: CertificateId) -> Option<&mut Certificate> {
        self.list
            .iter_mut()
            .find(|certificate| certificate.id == id)
    }

    /// Adds one and names it; `None` when there are [`CERTIFICATES_MAX`] already.
    pub fn add(&mut self, expires_on: NaiveDate, today: NaiveDate) -> Option<&mut Certificate> {
        if self.is_full() {
            return None;
        }
        let id = CertificateId(self.next);
        self.next = self.next.wrapping_add(1);
        self.list.push(Certificate::new(id, expires_on, today));
        self.list.last_mut()
    }

    pub fn remove(&mut self, id: CertificateId) {
        self.list.retain(|certificate| certificate.id != id);
    }
}
