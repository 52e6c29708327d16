//! What the effects of a turn mean for its record, and for whoever carries it on.

use crate::dialogue::certificate::CertificateId;
use crate::dialogue::effect::{Count, Effect, Toast};
use crate::store::record::Outbox;

/// What is to be counted for the operator.
pub fn counts(effects: &[Effect]) -> impl Iterator<Item = Count> + '_ {
    effects.iter().filter_map(|effect| {
        if let Effect::Count(count) = effect {
            Some(*count)
        } else {
            None
        }
    })
}

pub fn pictured(effects: &[Effect]) -> Option<CertificateId> {
    effects.iter().find_map(|effect| {
        if let Effect::Picture(certificate) = effect {
            Some(*certificate)
        } else {
            None
        }
    })
}

/// Adds the effects to what is owed already: one showing pays for several, the stronger for the weaker.
pub fn owe(outbox: &mut Outbox, effects: &[Effect]) -> Option<Toast> {
    let mut toast = None;
    // Whoever speaks again after «지우기» has not been erased in vain: the new words are kept.
    if !effects.is_empty() {
        outbox.forget = false;
    }
    for effect in effects {
        match *effect {
            Effect::Show(show) => outbox.show = outbox.show.max(Some(show)),
            Effect::Toast(word) => toast = Some(word),
            Effect::Erase(message) => {
                if !outbox.erase.contains(&message) {
                    outbox.erase.push(message);
                }
            }
            // Asked for again: the file of before says nothing about this one.
            Effect::HandOver => {
                outbox.hand_over = true;
                outbox.unsure_document = false;
            }
            Effect::Calendar(dates) => {
                outbox.unsure_calendar &= outbox.calendar.first() != Some(&dates);
                if !outbox.calendar.contains(&dates) {
                    outbox.calendar.push(dates);
                }
            }
            Effect::Tell(peer, note) => outbox.tell.push((peer, note)),
            Effect::Forget => outbox.forget = true,
            // Told, and sent, when the turn has been committed.
            Effect::Count(_) | Effect::Picture(_) => {}
        }
    }
    toast
}
