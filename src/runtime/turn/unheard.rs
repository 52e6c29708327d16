//! What is owed and never heard of again, like whoever set out to do it.

use crate::dialogue::event::Event;
use crate::store::record::Outbox;

/// How often in a row the alarm sets out to do what is owed and nobody is heard of again: then it is set aside, because
/// it may be what kills the process.
const UNHEARD_MAX: u32 = 8;

/// What this turn owes, with the count of those who have set out to do it. After too many of whom nothing was heard,
/// showing and handing over are set aside; secrets are erased all the same.
pub fn set_out(mut owed: Outbox, event: &Event) -> Outbox {
    if *event != Event::Due || !owed.owes() {
        return owed;
    }
    owed.unheard += 1;
    if owed.unheard <= UNHEARD_MAX {
        return owed;
    }
    tracing::error!("a showing is set aside: whoever set out to do it was never heard of again");
    let left = Outbox {
        show: None,
        hand_over: false,
        calendar: Vec::new(),
        unheard: 1,
        ..owed
    };
    left.tidied()
}
