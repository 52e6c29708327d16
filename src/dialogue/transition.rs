//! What happens: a dialogue, an event and the time give the next dialogue and what the shell must do.
//!
//! Total and pure. Each file below answers for the presses of one room of the conversation.

mod about;
mod choosing;
mod dating;
mod going;
mod handing;
mod reminding;
mod settling;
mod typed;
mod walking;

use chrono::{DateTime, Utc};

pub use dating::{TERMS_YEARS, after_years};
pub use typed::{asked, prepare};

use super::count;
use super::effect::{Count, Effect, Show, Toast};
use super::event::{Command, Event, Thing};
use super::press::Press;
use super::settings::Settings;
use super::sharing;
use super::state::{Bookmark, Dialogue, Remark, Spot, State};
use super::view;
use crate::guide::step::StepId;

/// What happens to this chat when `event` comes at `now`.
pub fn transition(
    mut dialogue: Dialogue,
    event: Event,
    now: DateTime<Utc>,
) -> (Dialogue, Vec<Effect>) {
    let before = dialogue.certificates.clone();
    let is_note = matches!(event, Event::Noted { .. });
    let mut effects = match event {
        Event::Due => reminding::due(&mut dialogue, now),
        Event::Blocked => {
            dialogue.blocked = true;
            Vec::new()
        }
        Event::Unreachable => {
            reminding::take_back(&mut dialogue);
            Vec::new()
        }
        Event::Unblocked => reminding::unblocked(&mut dialogue, now),
        Event::Pressed(press) => pressed(&mut dialogue, press, now),
        Event::PressedUnknown => {
            hear(&mut dialogue, now);
            vec![Effect::Toast(Toast::Moved), Effect::Show(Show::InPlace)]
        }
        Event::Commanded(command) => {
            hear(&mut dialogue, now);
            commanded(&mut dialogue, command)
        }
        Event::Typed(text) | Event::Edited(text) => typed::typed(&mut dialogue, &text, now),
        Event::Forwarded(text) => typed::forwarded(&mut dialogue, &text, now),
        Event::SecretTyped { message, kinds: _ } => {
            hear(&mut dialogue, now);
            dialogue.remark = Some(Remark::SecretErased);
            vec![Effect::Erase(message), Effect::Show(Show::Anew)]
        }
        Event::Sent(thing) => sent(&mut dialogue, thing, now),
        Event::Invited(invitation) => {
            hear(&mut dialogue, now);
            dialogue.state = State::Invited(invitation);
            vec![Effect::Show(Show::Anew)]
        }
        // A link that nobody has opened leads nowhere.
        Event::InvitationVoid | Event::Linked(_) => {
            hear(&mut dialogue, now);
            dialogue.state = State::Home;
            dialogue.remark = Some(Remark::InvitationVoid);
            vec![Effect::Show(Show::Anew)]
        }
        Event::Noted { from, note } => {
            let mut effects = sharing::noted(&mut dialogue, from, note);
            if matches!(dialogue.state, State::Certificates(_) | State::Reminder(_)) {
                effects.push(Effect::Show(Show::InPlace));
            }
            effects
        }
    };
    if !is_note {
        effects.extend(sharing::news(&before, &dialogue.certificates));
        let renewed = count::renewals(&before, &dialogue.certificates);
        effects.extend(renewed.map(Effect::Count));
    }
    let entered = keep_place(&mut dialogue, now);
    effects.extend(entered.map(|step| Effect::Count(Count::Entered(step))));
    (dialogue, effects)
}

/// What happens while a reminder has not been shown yet: it stays the screen, whatever the person does beneath it.
pub fn beneath_reminder(
    mut dialogue: Dialogue,
    event: Event,
    now: DateTime<Utc>,
) -> (Dialogue, Vec<Effect>) {
    let State::Reminder(reminder) = dialogue.state else {
        return transition(dialogue, event, now);
    };
    dialogue.state = *reminder.interrupted;
    let (mut dialogue, effects) = transition(dialogue, event, now);
    reminding::put_on_top(&mut dialogue, reminder.lines);
    (dialogue, effects)
}

/// The alarm has come while a reminder is owed that may have come already: it says so, unless there is more to tell now.
pub fn once_more(dialogue: Dialogue, now: DateTime<Utc>) -> (Dialogue, Vec<Effect>) {
    let (mut dialogue, effects) = beneath_reminder(dialogue, Event::Due, now);
    if effects.is_empty() && matches!(dialogue.state, State::Reminder(_)) {
        dialogue.remark = Some(Remark::OnceMore);
    }
    (dialogue, effects)
}

/// The person is here: what was said about the last event is over.
fn hear(dialogue: &mut Dialogue, now: DateTime<Utc>) {
    dialogue.heard_at = Some(now);
    dialogue.remark = None;
    dialogue.blocked = false;
}

fn pressed(dialogue: &mut Dialogue, press: Press, now: DateTime<Utc>) -> Vec<Effect> {
    let offered = press.always() || view(dialogue, now).presses().any(|seen| seen == press);
    let is_erased = dialogue.state == State::Farewell
        || (press == Press::EraseAll && dialogue.heard_at.is_none());
    if !offered && is_erased {
        return erase(dialogue, now);
    }
    if !offered {
        dialogue.heard_at = Some(now);
        dialogue.blocked = false;
        return vec![Effect::Toast(Toast::Moved), Effect::Show(Show::InPlace)];
    }
    hear(dialogue, now);
    let toast = match press {
        Press::Go(place) => going::go(dialogue, place),
        Press::About(certificate, matter) => about::about(dialogue, certificate, matter, now),
        Press::Ask(question) => choosing::ask(dialogue, question),
        Press::Choose(choice) => choosing::choose(dialogue, choice),
        Press::Unsure(question) => choosing::unsure(dialogue, question),
        Press::Prepare => walking::prepare(dialogue),
        Press::Item(item) => walking::item(dialogue, item),
        Press::Tick(item, ticked) => walking::tick(dialogue, item, ticked),
        Press::Depart { although_missing } => walking::depart(dialogue, although_missing),
        Press::At(step) => walking::at(dialogue, step),
        Press::Part(step, part) => walking::part(dialogue, step, part),
        Press::Done(step) => return walking::done(dialogue, step),
        Press::StuckAt(step) => return walking::stuck(dialogue, step),
        Press::Differs(step) => return walking::differs(dialogue, step),
        Press::Terms(step) => walking::terms(dialogue, step),
        Press::Term(term) => walking::term(dialogue, term),
        Press::Answer(topic) => typed::suggested(dialogue, topic),
        Press::Trouble(trouble) => walking::trouble(dialogue, trouble),
        Press::AskHuman => walking::human(dialogue),
        Press::Date(dating) => dating::date(dialogue, dating, now),
        Press::Label(certificate, label) => about::label(dialogue, certificate, label),
        Press::Remove(certificate) => about::remove(dialogue, certificate),
        Press::Unshare(certificate) => about::unshare(dialogue, certificate),
        Press::Join => about::join(dialogue, now),
        Press::Hour(hour) => settling::hour(dialogue, hour),
        Press::Zone(zone) => settling::zone(dialogue, zone),
        Press::Speak(tongue) => settling::speak(dialogue, tongue),
        Press::Early(wanted) => settling::early(dialogue, wanted, now),
        Press::Yearly(wanted) => settling::yearly(dialogue, wanted),
        Press::Pictures(wanted) => settling::pictures(dialogue, wanted),
        Press::Continue | Press::Return => reminding::resume(dialogue),
        Press::Afterwards => walking::afterwards(dialogue),
        Press::HandOverData | Press::Calendar => None,
        Press::EraseAll => return erase(dialogue, now),
    };
    let toast = toast.map(Effect::Toast);
    let handed = handing::handed(dialogue, press);
    let show = Effect::Show(Show::InPlace);
    toast.into_iter().chain(handed).chain([show]).collect()
}

/// Leaves nothing but the last word. A second tap on the same button asks for the same.
fn erase(dialogue: &mut Dialogue, now: DateTime<Utc>) -> Vec<Effect> {
    let settings = Settings {
        language: dialogue.settings.language,
        ..Settings::default()
    };
    *dialogue = Dialogue {
        state: State::Farewell,
        settings,
        heard_at: Some(now),
        ..Dialogue::default()
    };
    vec![Effect::Show(Show::InPlace), Effect::Forget]
}

fn commanded(dialogue: &mut Dialogue, command: Command) -> Vec<Effect> {
    match command {
        Command::Start => dialogue.state = State::Home,
        Command::Cancel => {
            dialogue.state = State::Home;
            dialogue.remark = Some(Remark::Cancelled);
        }
        Command::Go(place) => {
            going::go(dialogue, place);
        }
        Command::Purpose(purpose) => choosing::begin(dialogue, Some(purpose), None),
        Command::Unknown => dialogue.remark = Some(Remark::UnknownCommand),
    }
    vec![Effect::Show(Show::Anew)]
}

fn sent(dialogue: &mut Dialogue, thing: Thing, now: DateTime<Utc>) -> Vec<Effect> {
    hear(dialogue, now);
    dialogue.remark = Some(Remark::Sent(thing));
    vec![Effect::Show(Show::Anew)]
}

/// Keeps the place in the walk, so that it can be taken up again from anywhere; gives the step, when it is another one.
fn keep_place(dialogue: &mut Dialogue, now: DateTime<Utc>) -> Option<StepId> {
    let (State::Walking(spot) | State::Stuck(spot, _)) = dialogue.state else {
        return None;
    };
    // A reminder or an alarm is not a visit: only the person moves the time of the place.
    let at = dialogue.heard_at.unwrap_or(now);
    let kept = dialogue.bookmark;
    if kept.is_none_or(|kept| kept.spot != spot || kept.at < at) {
        dialogue.bookmark = Some(Bookmark {
            spot,
            at,
            nudged: false,
        });
    }
    let place = |spot: Spot| (spot.walk, spot.step);
    let is_new = kept.is_none_or(|kept| place(kept.spot) != place(spot));
    is_new.then_some(spot.step)
}
