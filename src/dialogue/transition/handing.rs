//! What a press asks for beside the screen: something to keep.

use crate::dialogue::effect::{Dates, Effect};
use crate::dialogue::press::{Matter, Press};
use crate::dialogue::state::{Dialogue, Shown, State};

/// What is to be handed over after this press. What is about a certificate that is gone holds nothing.
pub fn handed(dialogue: &Dialogue, press: Press) -> Option<Effect> {
    if press == Press::HandOverData {
        return Some(Effect::HandOver);
    }
    if press == Press::Calendar {
        return Some(Effect::Calendar(Dates::All));
    }
    let Press::About(id, matter) = press else {
        return of_what_was_saved(dialogue, press);
    };
    let handed = match matter {
        Matter::Calendar => Some(Effect::Calendar(Dates::Of(id))),
        Matter::Picture => Some(Effect::Picture(id)),
        Matter::Card
        | Matter::Start
        | Matter::Renewed
        | Matter::Later(_)
        | Matter::Mute(_)
        | Matter::Used
        | Matter::Rename
        | Matter::AskRemove
        | Matter::Share => None,
    };
    handed.filter(|_| dialogue.certificates.find(id).is_some())
}

/// A picture of the date that this press has saved, unless none are wanted.
fn of_what_was_saved(dialogue: &Dialogue, press: Press) -> Option<Effect> {
    match (press, &dialogue.state) {
        (Press::Date(_), State::Certificates(Shown::Saved { certificate, .. }))
            if dialogue.settings.pictures =>
        {
            Some(Effect::Picture(*certificate))
        }
        _ => None,
    }
}
