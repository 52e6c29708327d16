//! The list of certificates, as it is written.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::dialogue::certificate::{Certificate, CertificateId, Certificates};
use crate::dialogue::reminder::Stage;
use crate::dialogue::sharing::{Origin, Peer};

/// One certificate. The first that a person enters has the number 0, which is left out.
#[derive(Serialize, Deserialize)]
pub struct Listed<'a> {
    #[serde(default, skip_serializing_if = "is_zero")]
    id: u16,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    label: Cow<'a, str>,
    until: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    told: Option<Stage>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    later: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    muted: bool,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    companions: Cow<'a, [Peer]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    origin: Option<Origin>,
    #[serde(rename = "use")]
    use_by: NaiveDate,
}

impl<'a> Listed<'a> {
    pub fn of(certificate: &'a Certificate) -> Self {
        let Certificate {
            id: CertificateId(id),
            label,
            expires_on,
            told,
            later,
            muted,
            companions,
            origin,
            use_by,
        } = certificate;
        Self {
            id: *id,
            label: label.into(),
            until: *expires_on,
            told: *told,
            later: *later,
            muted: *muted,
            companions: companions.into(),
            origin: *origin,
            use_by: *use_by,
        }
    }

    fn certificate(&self) -> Certificate {
        Certificate {
            id: CertificateId(self.id),
            label: self.label.clone().into_owned(),
            expires_on: self.until,
            told: self.told,
            later: self.later,
            muted: self.muted,
            companions: self.companions.clone().into_owned(),
            origin: self.origin,
            use_by: self.use_by,
        }
    }
}

/// The number of the next certificate, unless it follows the last one's as usual.
pub fn unusual_next(certificates: &Certificates) -> Option<u16> {
    let last = certificates.iter().last().map(|last| last.id.0);
    let next = certificates.next_number();
    (next != usual_next(last)).then_some(next)
}

pub fn of(listed: &[Listed<'_>], next: Option<u16>) -> Certificates {
    let list: Vec<_> = listed.iter().map(Listed::certificate).collect();
    let last = list.last().map(|last| last.id.0);
    Certificates::restored(list, next.unwrap_or_else(|| usual_next(last)))
}

fn usual_next(last: Option<u16>) -> u16 {
    last.map_or(0, |last| last.wrapping_add(1))
}

fn is_zero(id: &u16) -> bool {
    *id == 0
}
