//! Preparing, walking, and being stuck.

use super::dating;
use crate::dialogue::effect::{Count, Effect, Show, Toast};
use crate::dialogue::state::{Checking, Dialogue, Help, Preparing, Shown, Spot, State, Walk};
use crate::guide::checklist::{ITEMS, ItemId};
use crate::guide::glossary::TermId;
use crate::guide::route;
use crate::guide::step::StepId;
use crate::guide::trouble::{SCREEN_DIFFERS, TroubleId};

pub fn prepare(dialogue: &mut Dialogue) -> Option<Toast> {
    check(dialogue, Checking::List)
}

pub fn item(dialogue: &mut Dialogue, item: ItemId) -> Option<Toast> {
    check(dialogue, Checking::Item(item))
}

/// Ticks an item, or takes the tick away, and goes on to the next one that has none.
pub fn tick(dialogue: &mut Dialogue, item: ItemId, ticked: bool) -> Option<Toast> {
    dialogue.ticks.set(item, ticked);
    let next = ITEMS
        .iter()
        .map(|row| row.id)
        .find(|other| other.0 > item.0 && !dialogue.ticks.has(*other));
    check(dialogue, next.map_or(Checking::List, Checking::Item))
}

/// Begins the walk; what is missing is said first.
pub fn depart(dialogue: &mut Dialogue, although_missing: bool) -> Option<Toast> {
    let walk = planned(dialogue)?;
    let missing = ITEMS.iter().any(|row| !dialogue.ticks.has(row.id));
    if missing && !although_missing {
        return check(dialogue, Checking::Missing);
    }
    // The place is kept when the same walk is taken up again from its checklist.
    let kept = dialogue
        .bookmark
        .map(|bookmark| bookmark.spot)
        .filter(|spot| spot.walk == walk);
    let first = route::steps(&walk.plan)
        .first()
        .map(|step| Spot::at(walk, step.id));
    if let Some(spot) = kept.or(first) {
        dialogue.state = State::Walking(spot);
    }
    None
}

pub fn at(dialogue: &mut Dialogue, step: StepId) -> Option<Toast> {
    if let Some(spot) = spot(dialogue) {
        // Back from help it is the same part; any other step begins with its first.
        let part = if step == spot.step { spot.part } else { 0 };
        dialogue.state = State::Walking(Spot { step, part, ..spot });
    }
    None
}

/// Another part of the step, in 쉬운 말.
pub fn part(dialogue: &mut Dialogue, step: StepId, part: u8) -> Option<Toast> {
    if let Some(spot) = spot(dialogue) {
        dialogue.state = State::Walking(Spot { step, part, ..spot });
    }
    None
}

/// This step is done: the next one, or the end of the walk; both are counted.
pub fn done(dialogue: &mut Dialogue, step: StepId) -> Vec<Effect> {
    let shown = Effect::Show(Show::InPlace);
    let Some(spot) = spot(dialogue) else {
        return vec![shown];
    };
    let counted = Effect::Count(Count::Done(step));
    let steps = route::steps(&spot.walk.plan);
    let at = steps.iter().position(|row| row.id == step);
    match at.and_then(|at| steps.get(at + 1)) {
        Some(next) => {
            dialogue.state = State::Walking(Spot::at(spot.walk, next.id));
            vec![counted, shown]
        }
        None => {
            arrive(dialogue, spot.walk);
            let purpose = spot.walk.plan.purpose.word();
            vec![counted, Effect::Count(Count::Finished(purpose)), shown]
        }
    }
}

/// «막혔어요»: counted, unless the person only comes back to the list of troubles.
pub fn stuck(dialogue: &mut Dialogue, step: StepId) -> Vec<Effect> {
    let is_new = matches!(dialogue.state, State::Walking(_));
    if let Some(spot) = spot(dialogue) {
        dialogue.state = State::Stuck(Spot { step, ..spot }, Help::List);
    }
    let counted = is_new.then_some(Effect::Count(Count::Stuck(step)));
    let shown = Effect::Show(Show::InPlace);
    counted.into_iter().chain([shown]).collect()
}

/// «화면이 달라요»: the operator's count, and the way through the app's own search.
pub fn differs(dialogue: &mut Dialogue, step: StepId) -> Vec<Effect> {
    help(dialogue, Help::Trouble(SCREEN_DIFFERS));
    vec![
        Effect::Count(Count::ScreenDiffers(step)),
        Effect::Show(Show::InPlace),
    ]
}

pub fn terms(dialogue: &mut Dialogue, step: StepId) -> Option<Toast> {
    if let Some(spot) = spot(dialogue) {
        dialogue.state = State::Stuck(Spot { step, ..spot }, Help::Terms);
    }
    None
}

pub fn term(dialogue: &mut Dialogue, term: TermId) -> Option<Toast> {
    help(dialogue, Help::Term(term))
}

pub fn trouble(dialogue: &mut Dialogue, trouble: TroubleId) -> Option<Toast> {
    help(dialogue, Help::Trouble(trouble))
}

pub fn human(dialogue: &mut Dialogue) -> Option<Toast> {
    help(dialogue, Help::Human)
}

/// What is to be done after the walk at whose end a date was saved.
pub fn afterwards(dialogue: &mut Dialogue) -> Option<Toast> {
    if let State::Certificates(Shown::Saved {
        walk: Some(walk), ..
    }) = dialogue.state
    {
        dialogue.state = State::Finished(walk);
    }
    None
}

/// The end of the walk: the date is asked where there is a new one.
fn arrive(dialogue: &mut Dialogue, walk: Walk) {
    if walk.plan.procedure().yields_expiry() {
        dating::ask_at_end(dialogue, walk);
    } else {
        dialogue.bookmark = None;
        dialogue.state = State::Finished(walk);
    }
}

fn help(dialogue: &mut Dialogue, help: Help) -> Option<Toast> {
    if let Some(spot) = spot(dialogue) {
        dialogue.state = State::Stuck(spot, help);
    }
    None
}

fn check(dialogue: &mut Dialogue, at: Checking) -> Option<Toast> {
    let walk = planned(dialogue);
    dialogue.state = State::Preparing(Preparing { walk, at });
    None
}

fn planned(dialogue: &Dialogue) -> Option<Walk> {
    match &dialogue.state {
        State::Result(walk) => Some(*walk),
        State::Preparing(preparing) => preparing.walk,
        State::Walking(spot) => Some(spot.walk),
        State::Home
        | State::Choosing(_)
        | State::Stuck(..)
        | State::Finished(_)
        | State::Dating(_)
        | State::Certificates(_)
        | State::Settings(_)
        | State::Reading(_)
        | State::Reminder(_)
        | State::Answer(_)
        | State::Invited(_)
        | State::Farewell => None,
    }
}

fn spot(dialogue: &Dialogue) -> Option<Spot> {
    match &dialogue.state {
        State::Walking(spot) | State::Stuck(spot, _) => Some(*spot),
        State::Home
        | State::Choosing(_)
        | State::Result(_)
        | State::Preparing(_)
        | State::Finished(_)
        | State::Dating(_)
        | State::Certificates(_)
        | State::Settings(_)
        | State::Reading(_)
        | State::Reminder(_)
        | State::Answer(_)
        | State::Invited(_)
        | State::Farewell => None,
    }
}
