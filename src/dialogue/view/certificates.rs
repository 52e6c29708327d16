//! The certificates: a list, a card for each, and what is said when one is saved.

use chrono::{DateTime, Utc};

use crate::dialogue::certificate::{CERTIFICATES_MAX, Certificate, LABEL_CHARS_MAX};
use crate::dialogue::press::{LabelChoice, Later, Matter, Place, Press};
use crate::dialogue::reminder::{self, Stage};
use crate::dialogue::screen::{Button, Screen};
use crate::dialogue::state::{Dialogue, Shown};
use crate::dialogue::text::{Arg, Text};

pub fn certificates(dialogue: &Dialogue, shown: Shown, now: DateTime<Utc>) -> Screen {
    let known = |id| dialogue.certificates.find(id);
    match shown {
        Shown::List => list(dialogue, now),
        Shown::Card(id) => {
            known(id).map_or_else(|| list(dialogue, now), |known| card(dialogue, known, now))
        }
        Shown::Saved { certificate, walk } => known(certificate).map_or_else(
            || list(dialogue, now),
            |known| saved(dialogue, known, walk.is_some(), now),
        ),
        Shown::Rename(id) => known(id).map_or_else(|| list(dialogue, now), rename),
        Shown::Remove(id) => known(id).map_or_else(|| list(dialogue, now), remove),
        Shown::Share(id) => known(id).map_or_else(|| list(dialogue, now), super::sharing::share),
    }
}

/// The person's own words for it, or the ordinary name.
pub fn label(certificate: &Certificate) -> Text {
    if certificate.label.is_empty() {
        Text::new("label-mine")
    } else {
        Text::new("label").with("words", Arg::Words(certificate.label.clone()))
    }
}

/// «만료까지 30일», or how long it has been expired.
pub fn left(dialogue: &Dialogue, certificate: &Certificate, now: DateTime<Utc>) -> Text {
    let days = (certificate.expires_on - dialogue.settings.today(now)).num_days();
    match days {
        ..0 => Text::new("days-past").with("days", -days),
        0 => Text::new("days-today"),
        days => Text::new("days-left").with("days", days),
    }
}

fn list(dialogue: &Dialogue, now: DateTime<Utc>) -> Screen {
    if dialogue.certificates.is_empty() {
        return Screen::new(vec![Text::new("certificates-none")])
            .row(vec![new_date()])
            .rows(super::resume_button(dialogue))
            .row(vec![super::home_button()]);
    }
    let head = Text::new("certificates")
        .with("count", dialogue.certificates.len())
        .with("max", CERTIFICATES_MAX);
    let cards = dialogue.certificates.iter().map(|certificate| {
        Button::press(
            Text::new("button-certificate")
                .with("label", label(certificate))
                .with("left", left(dialogue, certificate, now)),
            Press::About(certificate.id, Matter::Card),
        )
    });
    let more = (!dialogue.certificates.is_full()).then(new_date);
    Screen::new(vec![head])
        .rows(cards)
        .rows(more)
        .row(vec![Button::plain("button-calendar-all", Press::Calendar)])
        .row(vec![Button::plain(
            "button-settings",
            Press::Go(Place::Settings),
        )])
        .rows(super::resume_button(dialogue))
        .row(vec![super::home_button()])
}

fn card(dialogue: &Dialogue, certificate: &Certificate, now: DateTime<Utc>) -> Screen {
    let id = certificate.id;
    let about = |label, matter| Button::plain(label, Press::About(id, matter));
    let head = Text::new("certificate")
        .with("label", label(certificate))
        .with("date", certificate.expires_on)
        .with("left", left(dialogue, certificate, now));
    let sound = if certificate.muted {
        about("button-unmute", Matter::Mute(false))
    } else {
        about("button-mute", Matter::Mute(true))
    };
    let standing = reminder::standing(certificate.expires_on, &dialogue.settings, now);
    let mut screen = Screen::new(vec![head, notices(dialogue, certificate, now)]).row(vec![
        about("button-start-now", Matter::Start),
        about("button-renewed", Matter::Renewed),
    ]);
    if standing.is_some() && !certificate.muted {
        let later = later_buttons(dialogue, certificate, now);
        if !later.is_empty() {
            screen.paragraphs.push(Text::new("card-later"));
            screen = screen.row(later);
        }
    }
    if certificate.origin.is_some() {
        screen.paragraphs.push(Text::new("card-shared-with-me"));
    } else if !certificate.companions.is_empty() {
        let count = certificate.companions.len();
        screen
            .paragraphs
            .push(Text::new("card-shared").with("count", count));
    }
    let share = certificate
        .origin
        .is_none()
        .then(|| about("button-share", Matter::Share));
    let used = dialogue
        .settings
        .yearly
        .then(|| about("button-used", Matter::Used));
    screen
        .rows(used)
        .row(vec![
            about("button-picture", Matter::Picture),
            about("button-calendar", Matter::Calendar),
        ])
        .rows(share)
        .row(vec![about("button-rename", Matter::Rename), sound])
        .row(vec![
            about("button-remove", Matter::AskRemove),
            Button::plain("button-certificates", Press::Go(Place::Certificates)),
        ])
        .rows(super::resume_button(dialogue))
        .row(vec![super::home_button()])
}

/// 내일 · 3일 뒤 · 다음 주; of these, only what comes before it is too late.
pub fn later_buttons(
    dialogue: &Dialogue,
    certificate: &Certificate,
    now: DateTime<Utc>,
) -> Vec<Button> {
    let left = (certificate.expires_on - dialogue.settings.today(now)).num_days();
    Later::ALL
        .into_iter()
        .filter(|later| left < 0 || later.days() <= left.unsigned_abs())
        .map(|later| {
            let label = match later {
                Later::Tomorrow => "button-later-tomorrow",
                Later::ThreeDays => "button-later-three-days",
                Later::NextWeek => "button-later-next-week",
            };
            Button::plain(label, Press::About(certificate.id, Matter::Later(later)))
        })
        .collect()
}

/// The exact coming notices, or why there are none.
fn notices(dialogue: &Dialogue, certificate: &Certificate, now: DateTime<Utc>) -> Text {
    if certificate.muted {
        return Text::new("notices-muted");
    }
    let settings = &dialogue.settings;
    let moment = |id, at| Text::new(id).with("at", Arg::Moment(at, settings.zone));
    let coming = reminder::coming(certificate, settings, now);
    let later = certificate
        .later
        .map(|day| moment("notice-later", settings.moment(day)));
    let lines: Vec<Text> = later
        .into_iter()
        .chain(coming.into_iter().map(|(stage, at)| {
            moment(
                match stage {
                    Stage::D90 => "notice-d90",
                    Stage::D30 => "notice-d30",
                    Stage::D7 => "notice-d7",
                    Stage::D1 => "notice-d1",
                    Stage::Expired => "notice-expired",
                },
                at,
            )
        }))
        .collect();
    if lines.is_empty() {
        Text::new("notices-none")
    } else {
        Text::new("notices").with("lines", lines)
    }
}

/// What a picture of this certificate shows, in words.
pub fn pictured(dialogue: &Dialogue, certificate: &Certificate, now: DateTime<Utc>) -> Screen {
    let head = Text::new("picture-caption")
        .with("label", label(certificate))
        .with("today", dialogue.settings.today(now))
        .with("date", certificate.expires_on)
        .with("left", left(dialogue, certificate, now));
    let notices = notices(dialogue, certificate, now);
    Screen::new(vec![head, notices, Text::new("picture-hint")])
}

fn saved(
    dialogue: &Dialogue,
    certificate: &Certificate,
    after_walk: bool,
    now: DateTime<Utc>,
) -> Screen {
    let head = Text::new("saved")
        .with("label", label(certificate))
        .with("date", certificate.expires_on)
        .with("left", left(dialogue, certificate, now));
    let afterwards = after_walk.then(|| Button::plain("button-afterwards", Press::Afterwards));
    let start = certificate.told.map(|_| {
        Button::plain(
            "button-start-now",
            Press::About(certificate.id, Matter::Start),
        )
    });
    Screen::new(vec![head, notices(dialogue, certificate, now)])
        .rows(start)
        .rows(afterwards)
        .row(vec![Button::plain(
            "button-calendar",
            Press::About(certificate.id, Matter::Calendar),
        )])
        .row(vec![
            Button::plain(
                "button-rename",
                Press::About(certificate.id, Matter::Rename),
            ),
            Button::plain("button-settings", Press::Go(Place::Settings)),
        ])
        .row(vec![Button::plain(
            "button-certificates",
            Press::Go(Place::Certificates),
        )])
        .row(vec![super::home_button()])
}

fn rename(certificate: &Certificate) -> Screen {
    let choices = LabelChoice::ALL.map(|choice| {
        let label = match choice {
            LabelChoice::Mine => "label-mine",
            LabelChoice::Mother => "label-mother",
            LabelChoice::Father => "label-father",
            LabelChoice::Spouse => "label-spouse",
            LabelChoice::Work => "label-work",
        };
        Button::plain(label, Press::Label(certificate.id, choice))
    });
    Screen::new(vec![
        Text::new("rename")
            .with("label", label(certificate))
            .with("max", LABEL_CHARS_MAX),
    ])
    .rows(choices)
    .row(vec![
        Button::plain(
            "button-leave-it",
            Press::About(certificate.id, Matter::Card),
        ),
        super::home_button(),
    ])
}

fn remove(certificate: &Certificate) -> Screen {
    Screen::new(vec![
        Text::new("remove")
            .with("label", label(certificate))
            .with("date", certificate.expires_on),
    ])
    .row(vec![Button::plain(
        "button-remove-yes",
        Press::Remove(certificate.id),
    )])
    .row(vec![Button::plain(
        "button-leave-it",
        Press::About(certificate.id, Matter::Card),
    )])
    .row(vec![super::home_button()])
}

fn new_date() -> Button {
    Button::plain("button-new-date", Press::Go(Place::NewDate))
}
