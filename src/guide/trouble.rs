//! What goes wrong, with its cause and its fix.

use std::fmt;

use super::provenance::Provenance;

pub mod rows;

/// The stable number of a trouble, printed `T20`; `trouble-T20` is its text, `trouble-T20.title` its button.
///
/// It is stored in records and stands in button data, so a number is never given to another trouble.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct TroubleId(pub u8);

impl TroubleId {
    /// Reads what [`Display`](fmt::Display) prints, and nothing else: `T07`, never `T7` or `t07`.
    ///
    /// That a number can be read does not mean that there is such a trouble: ask [`rows::trouble`].
    pub fn parse(text: &str) -> Option<Self> {
        let id = Self(text.strip_prefix('T')?.parse().ok()?);
        (id.to_string() == text).then_some(id)
    }
}

impl fmt::Display for TroubleId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "T{:02}", self.0)
    }
}

/// «화면이 안내와 달라요»: it can be told at every step.
pub const SCREEN_DIFFERS: TroubleId = TroubleId(16);

/// One row: a trouble and where it belongs.
#[derive(Debug, Clone, Copy)]
pub struct Trouble {
    pub id: TroubleId,
    pub group: Group,
    pub provenance: Provenance,
}

/// The shelves on which troubles can be browsed without a step; `group-…` is a shelf's title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Preparing,
    ArsAndPhone,
    TextAndCloud,
    CardAndOtp,
    AccountAndPin,
    BrowserAndApp,
    RenewalAndOtherBanks,
    DevicesAndAbroad,
    Safety,
}

impl Group {
    /// All shelves, in the order in which they are shown.
    pub const ALL: [Group; 9] = [
        Group::Preparing,
        Group::ArsAndPhone,
        Group::TextAndCloud,
        Group::CardAndOtp,
        Group::AccountAndPin,
        Group::BrowserAndApp,
        Group::RenewalAndOtherBanks,
        Group::DevicesAndAbroad,
        Group::Safety,
    ];
}
