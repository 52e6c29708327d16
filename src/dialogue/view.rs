//! What the person sees: a function of the dialogue and the time. Showing it twice is harmless.
//!
//! Each file mirrors a part of the state and decides nothing.

mod answer;
pub(super) mod certificates;
mod choosing;
mod dating;
mod home;
mod preparing;
mod reading;
mod reminder;
mod settings;
mod sharing;
mod walking;

use chrono::{DateTime, Utc};

use super::event::Thing;
use super::press::{Place, Press};
use super::reminder::Stage;
use super::screen::{Button, Screen};
use super::state::{Dialogue, Remark, Spot, State};
use super::text::Text;
use crate::guide::route;

/// The screen of this dialogue at this time.
pub fn view(dialogue: &Dialogue, now: DateTime<Utc>) -> Screen {
    let mut screen = match &dialogue.state {
        State::Home => home::home(dialogue, now),
        State::Choosing(choosing) => choosing::question(choosing),
        State::Result(walk) => choosing::result(walk),
        State::Preparing(preparing) => preparing::preparing(dialogue, preparing),
        State::Walking(spot) => walking::step(dialogue, spot, now),
        State::Stuck(spot, help) => walking::stuck(spot, *help),
        State::Finished(walk) => walking::finished(walk),
        State::Dating(talk) => dating::dating(dialogue, talk, now),
        State::Certificates(shown) => certificates::certificates(dialogue, *shown, now),
        State::Settings(setting) => settings::settings(dialogue, *setting),
        State::Reading(leaf) => reading::leaf(dialogue, *leaf, now),
        State::Answer(answer) => answer::answer(answer),
        State::Invited(invitation) => sharing::invited(invitation),
        State::Reminder(reminder) => reminder::reminder(dialogue, reminder, now),
        State::Farewell => Screen::new(vec![Text::new("farewell")]).row(vec![Button::plain(
            "button-start-again",
            Press::Go(Place::Home),
        )]),
    };
    if let Some(remark) = dialogue.remark {
        screen.paragraphs.insert(0, said(remark));
    }
    screen
}

/// The soft word above the screen.
fn said(remark: Remark) -> Text {
    match remark {
        Remark::NotUnderstood => Text::new("remark-not-understood"),
        Remark::UnknownCommand => Text::new("remark-unknown-command"),
        Remark::SecretErased => Text::new("remark-secret-erased"),
        Remark::Sent(thing) => Text::new(match thing {
            Thing::Picture => "remark-sent-picture",
            Thing::File => "remark-sent-file",
            Thing::Voice => "remark-sent-voice",
            Thing::Sticker => "remark-sent-sticker",
            Thing::Contact => "remark-sent-contact",
            Thing::Location => "remark-sent-location",
            Thing::Other => "remark-sent-other",
        }),
        Remark::Nudge => Text::new("remark-nudge"),
        Remark::WelcomeBack => Text::new("remark-welcome-back"),
        Remark::Cancelled => Text::new("remark-cancelled"),
        Remark::NothingToResume => Text::new("remark-nothing-to-resume"),
        Remark::NotKept => Text::new("remark-not-kept"),
        Remark::CertificateGone => Text::new("remark-certificate-gone"),
        Remark::CertificatesFull => Text::new("remark-certificates-full"),
        Remark::LabelTooLong => Text::new("remark-label-too-long"),
        Remark::Renamed => Text::new("remark-renamed"),
        Remark::WillRemind(day) => Text::new("remark-will-remind").with("day", day),
        Remark::NothingToRemind => Text::new("remark-nothing-to-remind"),
        Remark::InvitationVoid => Text::new("remark-invitation-void"),
        Remark::Joined => Text::new("remark-joined"),
        Remark::SharingEnded => Text::new("remark-sharing-ended"),
        Remark::Unshared => Text::new("remark-unshared"),
        Remark::Late => Text::new("remark-late"),
        Remark::OnceMore => Text::new("remark-once-more"),
        Remark::Muted => Text::new("remark-muted"),
        Remark::Unmuted => Text::new("remark-unmuted"),
        Remark::Used => Text::new("remark-used"),
        Remark::Told(stage) => Text::new(match stage {
            Stage::D90 => "remark-told-d90",
            Stage::D30 => "remark-told-d30",
            Stage::D7 => "remark-told-d7",
            Stage::D1 => "remark-told-d1",
            Stage::Expired => "remark-told-expired",
        }),
        Remark::Moved => Text::new("remark-moved"),
    }
}

/// «하던 곳으로»: [`Press::Continue`] or [`Press::Return`].
fn continue_button(press: Press) -> Button {
    Button::plain("button-continue", press)
}

fn home_button() -> Button {
    Button::plain("button-home", Press::Go(Place::Home))
}

/// «이어하기 · 4/9단계», where there is a place to go back to.
fn resume_button(dialogue: &Dialogue) -> Option<Button> {
    let spot = dialogue.bookmark?.spot;
    let (number, total) = position(&spot)?;
    let label = Text::new("button-resume")
        .with("number", number)
        .with("total", total);
    Some(Button::press(label, Press::Go(Place::Resume)))
}

/// Where the steps of a plan are counted: the number of this one, from 1, and how many there are.
fn position(spot: &Spot) -> Option<(usize, usize)> {
    let steps = route::steps(&spot.walk.plan);
    let at = steps.iter().position(|row| row.id == spot.step)?;
    Some((at + 1, steps.len()))
}

/// A word that stands as it is, in every language.
fn words(words: &str) -> super::text::Arg {
    super::text::Arg::Words(words.to_owned())
}
