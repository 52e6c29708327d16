//! The sixty topics, one file a shelf.

use super::{Shelf, Topic};
use crate::guide::provenance::{Confidence, Provenance};

mod basics;
mod bot;
mod doing;
mod identity;
mod safety;
mod security;
mod situations;
mod trouble;

/// Every topic, shelf by shelf, in the order in which they are shown.
pub fn all() -> impl Iterator<Item = &'static Topic> + Clone {
    Shelf::ALL.into_iter().flat_map(on_shelf)
}

/// The topic of this name, such as `ars_noshow`, if there is one.
pub fn topic(id: &str) -> Option<&'static Topic> {
    all().find(|topic| topic.id.0 == id)
}

/// The topics of one shelf, in the order in which they are shown.
pub fn on_shelf(shelf: Shelf) -> &'static [Topic] {
    match shelf {
        Shelf::Basics => basics::ROWS,
        Shelf::Doing => doing::ROWS,
        Shelf::Identity => identity::ROWS,
        Shelf::Security => security::ROWS,
        Shelf::Situations => situations::ROWS,
        Shelf::Trouble => trouble::ROWS,
        Shelf::Safety => safety::ROWS,
        Shelf::Bot => bot::ROWS,
    }
}

/// Sources as read on 22 November 2026, the day of the first review; a row that is read again gets its own date.
const fn checked(source: &'static str, confidence: Confidence) -> Provenance {
    Provenance {
        source,
        confidence,
        checked: (2026, 11, 22),
    }
}
