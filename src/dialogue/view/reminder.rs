//! A reminder: one message about everything that is due, more urgent by stage.

use chrono::{DateTime, Utc};

use super::certificates::{label, later_buttons, left};
use crate::dialogue::certificate::{Certificate, CertificateId};
use crate::dialogue::press::{Matter, Press};
use crate::dialogue::reminder::{self, Notice, Stage};
use crate::dialogue::screen::{Button, Screen};
use crate::dialogue::state::{Dialogue, Reminder, State};
use crate::dialogue::text::Text;

/// How many certificates are named in one message; all of them have a button.
const LINES_MAX: usize = 8;

pub fn reminder(dialogue: &Dialogue, reminder: &Reminder, now: DateTime<Utc>) -> Screen {
    let known: Vec<(&Certificate, Notice)> = reminder
        .lines
        .iter()
        .filter_map(|(id, notice)| Some((dialogue.certificates.find(*id)?, *notice)))
        .collect();
    let screen = match known.as_slice() {
        [] => Screen::new(vec![Text::new("reminder-gone")]),
        [(certificate, notice)] => single(dialogue, certificate, *notice, now),
        several => merged(dialogue, several, now),
    };
    screen
        .rows(under_way(&reminder.interrupted).then(|| super::continue_button(Press::Continue)))
        .row(vec![super::home_button()])
}

/// Whether something was going on that one wants to go back to; a page read long ago is not.
fn under_way(state: &State) -> bool {
    match state {
        State::Choosing(_)
        | State::Result(_)
        | State::Preparing(_)
        | State::Walking(_)
        | State::Stuck(..)
        | State::Dating(_) => true,
        State::Home
        | State::Finished(_)
        | State::Certificates(_)
        | State::Settings(_)
        | State::Reading(_)
        | State::Reminder(_)
        | State::Answer(_)
        | State::Invited(_)
        | State::Farewell => false,
    }
}

fn single(
    dialogue: &Dialogue,
    certificate: &Certificate,
    notice: Notice,
    now: DateTime<Utc>,
) -> Screen {
    let text = Text::new(notice_text(dialogue, certificate, notice, now))
        .with("label", label(certificate))
        .with("date", certificate.expires_on)
        .with("left", left(dialogue, certificate, now));
    let id = certificate.id;
    let screen = Screen::new(vec![text]);
    match notice {
        Notice::Stage(_) => screen
            .row(vec![
                about("button-start-now", id, Matter::Start),
                about("button-renewed", id, Matter::Renewed),
            ])
            .row(later_buttons(dialogue, certificate, now))
            .row(vec![about("button-mute", id, Matter::Mute(true))]),
        Notice::Use => screen
            .row(vec![about("button-used", id, Matter::Used)])
            .row(vec![about("button-mute", id, Matter::Mute(true))]),
    }
}

/// The text for what is true now: a reminder that is read late must not speak of days that have passed.
fn notice_text(
    dialogue: &Dialogue,
    certificate: &Certificate,
    notice: Notice,
    now: DateTime<Utc>,
) -> &'static str {
    let settings = &dialogue.settings;
    let expired = reminder::is_expired(certificate.expires_on, settings, now);
    match notice {
        Notice::Use => "reminder-use",
        Notice::Stage(_) if expired => "reminder-expired",
        Notice::Stage(Stage::D90) => "reminder-d90",
        Notice::Stage(Stage::D30) => "reminder-d30",
        Notice::Stage(Stage::D7) => "reminder-d7",
        Notice::Stage(Stage::D1) if certificate.expires_on == settings.today(now) => {
            "reminder-today"
        }
        Notice::Stage(Stage::D1) => "reminder-d1",
        Notice::Stage(Stage::Expired) => "reminder-expired",
    }
}

/// Several certificates at once: a line and a button each; the card behind the button has the rest.
fn merged(dialogue: &Dialogue, known: &[(&Certificate, Notice)], now: DateTime<Utc>) -> Screen {
    let mut lines = known
        .iter()
        .take(LINES_MAX)
        .map(|(certificate, notice)| {
            let line = match notice {
                Notice::Stage(_) => Text::new("reminder-line").with("date", certificate.expires_on),
                Notice::Use => Text::new("reminder-line-use"),
            };
            line.with("label", label(certificate))
                .with("left", left(dialogue, certificate, now))
        })
        .collect::<Vec<_>>();
    let left_out = known.len() - lines.len();
    if left_out > 0 {
        lines.push(Text::new("reminder-line-more").with("count", left_out));
    }
    let buttons = known.iter().map(|(certificate, _)| {
        Button::press(
            Text::new("button-certificate")
                .with("label", label(certificate))
                .with("left", left(dialogue, certificate, now)),
            Press::About(certificate.id, Matter::Card),
        )
    });
    Screen::new(vec![Text::new("reminder-merged").with("lines", lines)]).rows(buttons)
}

fn about(label: &'static str, id: CertificateId, matter: Matter) -> Button {
    Button::plain(label, Press::About(id, matter))
}
