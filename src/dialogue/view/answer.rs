//! The answer to something that was typed, and the way back to what it interrupted.

use super::reading::{citation, topic_button_in_place, topic_text};
use crate::dialogue::press::{Cited, Page, Place, Press};
use crate::dialogue::screen::{Button, Screen, Site};
use crate::dialogue::state::{Answer, Reply, State};
use crate::dialogue::text::Text;
use crate::guide::topic::{TopicId, rows as topics};
use crate::reading::suspicion::{Link, Suspicion};

pub fn answer(answer: &Answer) -> Screen {
    let screen = match &answer.reply {
        Reply::Topic(topic) => one(*topic, &answer.near),
        Reply::Near(near) => several(near),
        Reply::Checked(suspicion) => checked(suspicion),
    };
    // Home is one press away on every screen.
    let back = (*answer.interrupted != State::Home).then(|| super::continue_button(Press::Return));
    screen.rows(back).row(vec![super::home_button()])
}

/// The answer, the way into the step it is about, and what people ask next.
fn one(id: TopicId, near: &[TopicId]) -> Screen {
    let text = topic_text(id);
    let row = topics::topic(id.0);
    let into = row
        .and_then(|row| row.step)
        .map(|step| Button::plain("button-into-step", Press::Go(Place::Step(step))));
    let asked_next = row.map_or(&[][..], |row| row.near);
    let near = if near.is_empty() { asked_next } else { near };
    let near = near.iter().copied().map(topic_button_in_place);
    Screen::new(vec![
        Text::new("answer-head").with("title", Text::title(&text)),
        Text::new(text),
    ])
    .rows(into)
    .rows(near)
    .row(vec![citation(Cited::Topic(id))])
}

fn several(near: &[TopicId]) -> Screen {
    Screen::new(vec![Text::new("answer-near")])
        .rows(near.iter().copied().map(topic_button_in_place))
        .row(vec![
            Button::plain("button-questions", Press::Go(Place::Page(Page::Shelves))),
            Button::plain("button-human", Press::Go(Place::Page(Page::Human))),
        ])
}

/// What was found and what was not: never that a message is safe.
fn checked(suspicion: &Suspicion) -> Screen {
    let link = match suspicion.link {
        Link::Nowhere => "checked-link-none",
        Link::Official => "checked-link-official",
        Link::Elsewhere => "checked-link-elsewhere",
        Link::Shortened => "checked-link-shortened",
    };
    let sign =
        |found: bool, yes: &'static str, no: &'static str| Text::new(if found { yes } else { no });
    let lines = vec![
        Text::new(link),
        sign(
            suspicion.asks_secret,
            "checked-secret-yes",
            "checked-secret-no",
        ),
        sign(
            suspicion.remote_app,
            "checked-remote-yes",
            "checked-remote-no",
        ),
        sign(suspicion.money, "checked-money-yes", "checked-money-no"),
        sign(
            suspicion.urgency,
            "checked-urgency-yes",
            "checked-urgency-no",
        ),
    ];
    let head = if suspicion.is_any() {
        "checked-suspicious"
    } else {
        "checked-nothing-found"
    };
    Screen::new(vec![
        Text::new(head),
        Text::new("checked-lines").with("lines", lines),
        Text::new("checked-whom-to-call"),
    ])
    .row(vec![Button::open("button-open-kb", Site::Kb)])
    .row(vec![Button::plain(
        "button-safety",
        Press::Go(Place::Page(Page::Safety)),
    )])
}
