//! Going somewhere that can be reached from anywhere.

use super::choosing;
use crate::dialogue::effect::Toast;
use crate::dialogue::press::Place;
use crate::dialogue::state::{
    Asking, Checking, DateTalk, Dialogue, Leaf, Preparing, Remark, Setting, Shown, Spot, State,
    Walk,
};
use crate::guide::route;
use crate::guide::step::StepId;

pub fn go(dialogue: &mut Dialogue, place: Place) -> Option<Toast> {
    dialogue.state = match place {
        Place::Home => State::Home,
        Place::Begin => {
            choosing::begin(dialogue, None, None);
            return None;
        }
        Place::Resume => return resume(dialogue),
        Place::Checklist => State::Preparing(Preparing {
            walk: present_walk(dialogue),
            at: Checking::List,
        }),
        Place::Certificates => State::Certificates(Shown::List),
        Place::Settings => State::Settings(Setting::Overview),
        Place::Hours => State::Settings(Setting::Hours),
        Place::Zones => State::Settings(Setting::Zones),
        Place::Page(page) => State::Reading(Leaf::Page(page)),
        Place::Shelf(shelf) => State::Reading(Leaf::Shelf(shelf)),
        Place::Topic(topic) => State::Reading(Leaf::Topic(topic)),
        Place::Group(group) => State::Reading(Leaf::Group(group)),
        Place::Trouble(trouble) => State::Reading(Leaf::Trouble(trouble)),
        Place::Term(term) => State::Reading(Leaf::Term(term)),
        Place::Step(step) => return into(dialogue, step),
        Place::Source(cited) => State::Reading(Leaf::Source(cited)),
        Place::NewDate => return new_date(dialogue),
    };
    None
}

/// A date for a certificate that is not known yet.
fn new_date(dialogue: &mut Dialogue) -> Option<Toast> {
    if dialogue.certificates.is_full() {
        dialogue.state = State::Certificates(Shown::List);
        dialogue.remark = Some(Remark::CertificatesFull);
        return Some(Toast::Full);
    }
    dialogue.state = State::Dating(DateTalk {
        certificate: None,
        walk: None,
        at: Asking::Date {
            issue: false,
            unclear: None,
        },
    });
    None
}

/// Into a step of the unfinished walk; whoever is on no walk that has it is asked the questions first.
fn into(dialogue: &mut Dialogue, step: StepId) -> Option<Toast> {
    let spot = dialogue
        .bookmark
        .map(|bookmark| Spot::at(bookmark.spot.walk, step));
    let on_the_way = spot.filter(|spot| {
        let steps = route::steps(&spot.walk.plan);
        steps.iter().any(|row| row.id == step)
    });
    match on_the_way {
        Some(spot) => dialogue.state = State::Walking(spot),
        None => choosing::begin(dialogue, None, None),
    }
    None
}

fn resume(dialogue: &mut Dialogue) -> Option<Toast> {
    match dialogue.bookmark {
        Some(bookmark) => dialogue.state = State::Walking(bookmark.spot),
        None => {
            dialogue.state = State::Home;
            dialogue.remark = Some(Remark::NothingToResume);
        }
    }
    None
}

/// The walk that the person is in, so that the checklist leads back to it.
fn present_walk(dialogue: &Dialogue) -> Option<Walk> {
    match &dialogue.state {
        State::Result(walk) => Some(*walk),
        State::Preparing(preparing) => preparing.walk,
        State::Walking(spot) | State::Stuck(spot, _) => Some(spot.walk),
        State::Home
        | State::Choosing(_)
        | State::Finished(_)
        | State::Dating(_)
        | State::Certificates(_)
        | State::Settings(_)
        | State::Reading(_)
        | State::Reminder(_)
        | State::Answer(_)
        | State::Invited(_)
        | State::Farewell => dialogue.bookmark.map(|bookmark| bookmark.spot.walk),
    }
}
