//! What a press asks for beside the screen: something to keep.

use crate::dialogue::effect::{Dates, Effect};
use crate::dialogue::press::{Matter, Press};
use crate::dialogue::state::Dialogue;

/// What is to be handed over after this press. What is about a certificate that is gone holds nothing.
pub fn handed(dialogue: &Dialogue, press: Press) -> Option<Effect> {
    if press == Press::HandOverData {
        return Some(Effect::HandOver);
    }
    if press == Press::Calendar {
        return Some(Effect::Calendar(Dates::All));
    }
    let Press::About(id, matter) = press else {
        return None;
    };
    let is_known = dialogue.certificates.find(id).is_some();
    let is_wanted = is_known && matter == Matter::Calendar;
    is_wanted.then_some(Effect::Calendar(Dates::Of(id)))
}
