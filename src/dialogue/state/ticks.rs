//! What has been made ready.

use serde::{Deserialize, Serialize};

use crate::guide::checklist::ItemId;

/// The ticked items of the checklist, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ticks(u16);

impl Ticks {
    pub fn is_empty(&self) -> bool {
        self.0 == 0
    }

    pub fn count(self) -> usize {
        self.0.count_ones() as usize
    }

    pub fn has(self, item: ItemId) -> bool {
        self.0 & bit(item) != 0
    }

    pub fn set(&mut self, item: ItemId, ticked: bool) {
        if ticked {
            self.0 |= bit(item);
        } else {
            self.0 &= !bit(item);
        }
    }
}

fn bit(item: ItemId) -> u16 {
    1u16.checked_shl(u32::from(item.0)).unwrap_or(0)
}
