//! Where a person is in the bank's procedure.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::dialogue::certificate::CertificateId;
use crate::guide::plan::Plan;
use crate::guide::step::StepId;

/// The way a person goes, and the certificate that it renews, if it is a known one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Walk {
    pub plan: Plan,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<CertificateId>,
}

/// A step of a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    pub walk: Walk,
    pub step: StepId,
    /// In 쉬운 말 a larger step is said in several parts, counted from zero.
    #[serde(default, skip_serializing_if = "is_first")]
    pub part: u8,
}

impl Spot {
    /// The beginning of a step.
    pub fn at(walk: Walk, step: StepId) -> Self {
        Self {
            walk,
            step,
            part: 0,
        }
    }
}

fn is_first(part: &u8) -> bool {
    *part == 0
}

/// The last unfinished walk.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Bookmark {
    pub spot: Spot,
    /// When the person was last there.
    pub at: DateTime<Utc>,
    /// Whether the one gentle nudge has been given.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nudged: bool,
}
