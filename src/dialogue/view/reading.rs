//! Pages: help, answers, troubles without a step, and what we hold about the person.

use chrono::{DateTime, Utc};

use super::walking::trouble_text;
use crate::dialogue::press::{Cited, Page, Place, Press};
use crate::dialogue::screen::{Button, Screen, Site};
use crate::dialogue::state::{Dialogue, Leaf};
use crate::dialogue::text::Text;
use crate::guide::glossary::{self, TermId};
use crate::guide::provenance::Confidence;
use crate::guide::route;
use crate::guide::topic::{Shelf, Topic, TopicId, rows as topics};
use crate::guide::trouble::{Group, TroubleId, rows as troubles};

/// How many words stand in one row of buttons.
const TERMS_A_ROW: usize = 2;

pub fn leaf(dialogue: &Dialogue, leaf: Leaf, now: DateTime<Utc>) -> Screen {
    let screen = match leaf {
        Leaf::Page(page) => self::page(dialogue, page, now),
        Leaf::Shelf(shelf) => self::shelf(shelf),
        Leaf::Topic(topic) => answer(topic),
        Leaf::Group(group) => self::group(group),
        Leaf::Trouble(trouble) => self::trouble(trouble),
        Leaf::Term(term) => self::term(term),
        Leaf::Source(cited) => source(cited),
    };
    screen
        .rows(super::resume_button(dialogue))
        .row(vec![super::home_button()])
}

fn page(dialogue: &Dialogue, page: Page, now: DateTime<Utc>) -> Screen {
    let to = |label, page| Button::plain(label, Press::Go(Place::Page(page)));
    match page {
        Page::Help => Screen::new(vec![Text::new("page-help")])
            .row(vec![
                to("button-questions", Page::Shelves),
                to("button-troubles", Page::Groups),
            ])
            .row(vec![
                to("button-human", Page::Human),
                to("button-safety", Page::Safety),
            ])
            .row(vec![to("button-genuine", Page::Genuine)])
            .row(vec![
                to("button-compare", Page::Compare),
                to("button-terms", Page::Terms),
            ])
            .row(vec![to("button-privacy", Page::Privacy)]),
        Page::Privacy => Screen::new(vec![Text::new("page-privacy")]).row(vec![
            to("button-my-data", Page::MyData),
            to("button-erase", Page::Erase),
        ]),
        Page::MyData => my_data(dialogue, now),
        Page::Erase => Screen::new(vec![Text::new("erase")])
            .row(vec![Button::plain("button-erase-yes", Press::EraseAll)])
            .row(vec![to("button-leave-it", Page::Privacy)]),
        Page::Safety => Screen::new(vec![Text::new("page-safety")])
            .row(vec![Button::open("button-open-kb", Site::Kb)])
            .row(vec![to("button-human", Page::Human)]),
        Page::Compare => Screen::new(vec![Text::new("page-compare")])
            .row(vec![Button::plain("button-begin", Press::Go(Place::Begin))]),
        Page::Human => Screen::new(vec![Text::new("human")])
            .row(vec![Button::open("button-open-kb", Site::Kb)])
            .row(vec![Button::open("button-open-yeskey", Site::Yeskey)]),
        Page::Shelves => Screen::new(vec![Text::new("shelves")]).rows(Shelf::ALL.map(|shelf| {
            Button::press(Text::new(shelf_text(shelf)), Press::Go(Place::Shelf(shelf)))
        })),
        Page::Groups => Screen::new(vec![Text::new("groups")]).rows(Group::ALL.map(|group| {
            Button::press(Text::new(group_text(group)), Press::Go(Place::Group(group)))
        })),
        Page::Terms => terms(),
        Page::Genuine => {
            Screen::new(vec![Text::new("genuine")]).row(vec![to("button-safety", Page::Safety)])
        }
    }
}

/// Everything that is stored about this chat, in words.
fn my_data(dialogue: &Dialogue, now: DateTime<Utc>) -> Screen {
    let settings = &dialogue.settings;
    let heard = dialogue.heard_at.unwrap_or(now);
    let text = Text::new("my-data")
        .with("certificates", dialogue.certificates.len())
        .with("hour", super::settings::hour_text(settings.hour))
        .with("zone", super::settings::zone_text(settings.zone))
        .with("walks", usize::from(dialogue.bookmark.is_some()))
        .with("ticks", dialogue.ticks.count())
        .with("heard", settings.today(heard));
    Screen::new(vec![text, Text::new("page-what-is-stored")])
        .row(vec![Button::plain("button-hand-over", Press::HandOverData)])
        .row(vec![Button::plain(
            "button-certificates",
            Press::Go(Place::Certificates),
        )])
        .row(vec![Button::plain(
            "button-erase",
            Press::Go(Place::Page(Page::Erase)),
        )])
}

fn shelf(shelf: Shelf) -> Screen {
    let questions = topics::on_shelf(shelf).iter().map(topic_button);
    Screen::new(vec![
        Text::new("shelf").with("title", Text::new(shelf_text(shelf))),
    ])
    .rows(questions)
    .row(vec![Button::plain(
        "button-questions",
        Press::Go(Place::Page(Page::Shelves)),
    )])
}

fn answer(id: TopicId) -> Screen {
    let text = topic_text(id);
    let near = topics::topic(id.0)
        .into_iter()
        .flat_map(|row| row.near)
        .filter_map(|near| topics::topic(near.0))
        .map(topic_button);
    let shelf = topics::topic(id.0).map(|row| {
        Button::press(
            Text::new(shelf_text(row.shelf)),
            Press::Go(Place::Shelf(row.shelf)),
        )
    });
    Screen::new(vec![
        Text::new("answer-head").with("title", Text::title(&text)),
        Text::new(text),
    ])
    .rows(near)
    .row(vec![citation(Cited::Topic(id))])
    .rows(shelf)
}

fn topic_button(row: &'static Topic) -> Button {
    Button::press(
        Text::title(topic_text(row.id)),
        Press::Go(Place::Topic(row.id)),
    )
}

/// A question that was suggested: its answer leaves untouched what was interrupted.
pub fn topic_button_in_place(id: TopicId) -> Button {
    Button::press(Text::title(topic_text(id)), Press::Answer(id))
}

/// «출처».
pub fn citation(cited: Cited) -> Button {
    Button::plain("button-source", Press::Go(Place::Source(cited)))
}

/// Where a text comes from, how sure it is, and when that was checked.
fn source(cited: Cited) -> Screen {
    let (title, provenance, back) = match cited {
        Cited::Step(id) => (
            format!("step-{}", id.0),
            route::step(id.0).map(|row| row.provenance),
            Button::plain("button-into-step", Press::Go(Place::Step(id))),
        ),
        Cited::Topic(id) => (
            topic_text(id),
            topics::topic(id.0).map(|row| row.provenance),
            Button::plain("button-back-to-answer", Press::Go(Place::Topic(id))),
        ),
        Cited::Trouble(id) => (
            trouble_text(id),
            troubles::trouble(id).map(|row| row.provenance),
            Button::plain("button-back-to-answer", Press::Go(Place::Trouble(id))),
        ),
    };
    let text = provenance.map(|provenance| {
        let confidence = match provenance.confidence {
            Confidence::High => "confidence-high",
            Confidence::Medium => "confidence-medium",
            Confidence::Low => "confidence-low",
        };
        Text::new("source")
            .with("title", Text::title(title))
            .with("source", super::words(provenance.source))
            .with("confidence", Text::new(confidence))
            .with("checked", provenance.checked_on())
    });
    Screen::new(text.into_iter().collect()).row(vec![back])
}

fn group(group: Group) -> Screen {
    let buttons = troubles::in_group(group).map(|row| {
        Button::press(
            Text::title(trouble_text(row.id)),
            Press::Go(Place::Trouble(row.id)),
        )
    });
    Screen::new(vec![
        Text::new("group").with("title", Text::new(group_text(group))),
    ])
    .rows(buttons)
    .row(vec![Button::plain(
        "button-troubles",
        Press::Go(Place::Page(Page::Groups)),
    )])
}

fn trouble(id: TroubleId) -> Screen {
    let group = troubles::trouble(id).map(|row| {
        Button::press(
            Text::new(group_text(row.group)),
            Press::Go(Place::Group(row.group)),
        )
    });
    Screen::new(vec![
        Text::new("trouble-head").with("title", Text::title(trouble_text(id))),
        Text::new(trouble_text(id)),
    ])
    .rows(group)
    .row(vec![citation(Cited::Trouble(id))])
    .row(vec![Button::plain(
        "button-human",
        Press::Go(Place::Page(Page::Human)),
    )])
}

/// The bank's words, two in a row.
fn terms() -> Screen {
    let buttons: Vec<Button> = glossary::all()
        .iter()
        .map(|row| {
            Button::press(
                Text::title(term_text(row.id)),
                Press::Go(Place::Term(row.id)),
            )
        })
        .collect();
    let screen = Screen::new(vec![Text::new("terms")]);
    buttons
        .chunks(TERMS_A_ROW)
        .fold(screen, |screen, row| screen.row(row.to_vec()))
}

fn term(id: TermId) -> Screen {
    let text = term_text(id);
    Screen::new(vec![
        Text::new("answer-head").with("title", Text::title(&text)),
        Text::new(text),
    ])
    .row(vec![Button::plain(
        "button-terms",
        Press::Go(Place::Page(Page::Terms)),
    )])
}

pub fn term_text(id: TermId) -> String {
    format!("term-{}", id.0)
}

/// The text of a topic; its title is the question.
pub fn topic_text(id: TopicId) -> String {
    format!("topic-{}", id.0.replace('_', "-"))
}

fn shelf_text(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Basics => "shelf-basics",
        Shelf::Doing => "shelf-doing",
        Shelf::Identity => "shelf-identity",
        Shelf::Security => "shelf-security",
        Shelf::Situations => "shelf-situations",
        Shelf::Trouble => "shelf-trouble",
        Shelf::Safety => "shelf-safety",
        Shelf::Bot => "shelf-bot",
    }
}

fn group_text(group: Group) -> &'static str {
    match group {
        Group::Preparing => "group-preparing",
        Group::ArsAndPhone => "group-ars-and-phone",
        Group::TextAndCloud => "group-text-and-cloud",
        Group::CardAndOtp => "group-card-and-otp",
        Group::AccountAndPin => "group-account-and-pin",
        Group::BrowserAndApp => "group-browser-and-app",
        Group::RenewalAndOtherBanks => "group-renewal-and-other-banks",
        Group::DevicesAndAbroad => "group-devices-and-abroad",
        Group::Safety => "group-safety",
    }
}
