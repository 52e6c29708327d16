//! A step of the walk, the help when it fails, and the end.

use chrono::{DateTime, TimeDelta, Utc};

use super::reading::term_text;
use crate::dialogue::press::{Cited, Place, Press};
use crate::dialogue::screen::{Button, Screen, Site};
use crate::dialogue::settings::Language;
use crate::dialogue::state::{Dialogue, Help, Spot, Walk};
use crate::dialogue::text::Text;
use crate::guide::glossary::{self, TermId};
use crate::guide::plan::{Channel, Procedure};
use crate::guide::route;
use crate::guide::step::StepId;
use crate::guide::trouble::{SCREEN_DIFFERS, TroubleId};

/// A text whose sources were last read longer ago says that menus may have changed.
const CHECK_AGAIN_AFTER: TimeDelta = TimeDelta::days(180);

/// One step: its number, its one action, and the way on, back and out.
pub fn step(dialogue: &Dialogue, spot: &Spot, now: DateTime<Utc>) -> Screen {
    let steps = route::steps(&spot.walk.plan);
    let at = steps
        .iter()
        .position(|row| row.id == spot.step)
        .unwrap_or(0);
    let head = Text::new("step-head")
        .with("number", at + 1)
        .with("total", steps.len())
        .with("title", title(spot.step));
    let parts = parts(dialogue, spot);
    // Whoever has changed the language sees the whole step.
    let part = spot.part.min(parts - 1);
    let before = match (part, at) {
        (0, 0) => None,
        (0, at) => Some(Press::At(steps[at - 1].id)),
        (part, _) => Some(Press::Part(spot.step, part - 1)),
    };
    let before = before.map(|press| Button::plain("button-step-before", press));
    let done = if part + 1 < parts {
        Press::Part(spot.step, part + 1)
    } else {
        Press::Done(spot.step)
    };
    let site = (at == 0 && spot.walk.plan.channel == Channel::Web)
        .then(|| Button::open("button-open-kb", Site::Kb));
    let is_old = route::step(spot.step.0).is_some_and(|row| {
        let age = dialogue.settings.today(now) - row.provenance.checked_on();
        age > CHECK_AGAIN_AFTER
    });
    let aged = is_old.then(|| Text::new("step-aged"));
    Screen::new(
        [head, body(spot.step, part, parts)]
            .into_iter()
            .chain(aged)
            .collect(),
    )
    .row(vec![
        Button::plain("button-done", done),
        Button::plain("button-stuck", Press::StuckAt(spot.step)),
    ])
    .rows(site)
    .row(before.into_iter().chain([super::home_button()]).collect())
}

pub fn stuck(spot: &Spot, help: Help) -> Screen {
    match help {
        Help::List => troubles(spot),
        Help::Trouble(trouble) => card(spot, trouble),
        Help::Terms => terms(spot),
        Help::Term(term) => self::term(spot, term),
        Help::Human => Screen::new(vec![Text::new("human")])
            .row(vec![solved(spot)])
            .row(vec![other_trouble(spot)])
            .row(vec![super::home_button()]),
    }
}

/// The end of a walk, or what is to be done after it.
pub fn finished(walk: &Walk) -> Screen {
    let procedure = walk.plan.procedure();
    let name = super::choosing::procedure_id(procedure);
    // What has been revoked has no date to wait for.
    let new_date = (procedure != Procedure::Revoke)
        .then(|| Button::plain("button-new-date", Press::Go(Place::NewDate)));
    Screen::new(vec![
        Text::new("finished").with("procedure", Text::new(name)),
        Text::new("finished-after").with("after", Text::new(format!("{name}.after"))),
    ])
    .rows(new_date)
    .row(vec![Button::plain(
        "button-certificates",
        Press::Go(Place::Certificates),
    )])
    .row(vec![super::home_button()])
}

/// The troubles of this step, most frequent first; a human being is always the last.
fn troubles(spot: &Spot) -> Screen {
    let troubles = route::step(spot.step.0).map_or(&[][..], |row| row.troubles);
    let head = Text::new("stuck-head").with("title", title(spot.step));
    let listed = troubles
        .iter()
        .filter(|trouble| **trouble != SCREEN_DIFFERS);
    let buttons = listed.map(|trouble| {
        Button::press(
            Text::title(trouble_text(*trouble)),
            Press::Trouble(*trouble),
        )
    });
    let has_words = glossary::at_step(spot.step).next().is_some();
    let words = has_words.then(|| Button::plain("button-step-terms", Press::Terms(spot.step)));
    Screen::new(vec![head])
        .rows(buttons)
        .row(vec![Button::plain(
            "button-differs",
            Press::Differs(spot.step),
        )])
        .rows(words)
        .row(vec![Button::plain("button-ask-human", Press::AskHuman)])
        .row(vec![
            back(spot),
            Button::plain(
                "button-source",
                Press::Go(Place::Source(Cited::Step(spot.step))),
            ),
        ])
        .row(vec![super::home_button()])
}

fn card(spot: &Spot, trouble: TroubleId) -> Screen {
    let head = Text::new("trouble-head").with("title", Text::title(trouble_text(trouble)));
    Screen::new(vec![head, Text::new(trouble_text(trouble))])
        .row(vec![solved(spot)])
        .row(vec![other_trouble(spot)])
        .row(vec![Button::plain("button-ask-human", Press::AskHuman)])
        .row(vec![super::home_button()])
}

/// The bank's words on this step's screen, said plainly.
fn terms(spot: &Spot) -> Screen {
    let words = glossary::at_step(spot.step)
        .map(|row| Button::press(Text::title(term_text(row.id)), Press::Term(row.id)));
    Screen::new(vec![Text::new("terms")])
        .rows(words)
        .row(vec![back(spot), super::home_button()])
}

fn term(spot: &Spot, term: TermId) -> Screen {
    let text = term_text(term);
    Screen::new(vec![
        Text::new("answer-head").with("title", Text::title(&text)),
        Text::new(text),
    ])
    .row(vec![Button::plain(
        "button-step-terms",
        Press::Terms(spot.step),
    )])
    .row(vec![back(spot), super::home_button()])
}

fn solved(spot: &Spot) -> Button {
    Button::plain("button-solved", Press::At(spot.step))
}

fn back(spot: &Spot) -> Button {
    Button::plain("button-back-to-step", Press::At(spot.step))
}

fn other_trouble(spot: &Spot) -> Button {
    Button::plain("button-other-trouble", Press::StuckAt(spot.step))
}

fn title(step: StepId) -> Text {
    Text::title(format!("step-{}", step.0))
}

fn body(step: StepId, part: u8, parts: u8) -> Text {
    if parts == 1 {
        Text::new(format!("step-{}", step.0))
    } else {
        Text::new(format!("step-{}-part-{}", step.0, part + 1))
    }
}

/// In how many parts the step is said.
fn parts(dialogue: &Dialogue, spot: &Spot) -> u8 {
    match dialogue.settings.language {
        Language::Easy => route::easy_parts(spot.step),
        Language::Korean | Language::English => 1,
    }
}

/// The text of a trouble; its title is the button.
pub fn trouble_text(trouble: TroubleId) -> String {
    format!("trouble-T{:02}", trouble.0)
}
