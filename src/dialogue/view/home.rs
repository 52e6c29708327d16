//! Home: what the bot does, and the unfinished walk first.

use chrono::{DateTime, Utc};

use super::{position, resume_button};
use crate::dialogue::press::{Page, Place, Press};
use crate::dialogue::screen::{Button, Screen};
use crate::dialogue::state::{Bookmark, Dialogue};
use crate::dialogue::text::Text;

pub fn home(dialogue: &Dialogue, now: DateTime<Utc>) -> Screen {
    let mut paragraphs = vec![Text::new("page-welcome")];
    if let Some(bookmark) = dialogue.bookmark {
        paragraphs.extend(unfinished(dialogue, &bookmark, now));
    }
    let certificates = match dialogue.certificates.len() {
        0 => Button::plain("button-new-date", Press::Go(Place::NewDate)),
        count => Button::press(
            Text::new("button-certificates-count").with("count", count),
            Press::Go(Place::Certificates),
        ),
    };
    Screen::new(paragraphs)
        .rows(resume_button(dialogue))
        .row(vec![Button::plain("button-begin", Press::Go(Place::Begin))])
        .row(vec![Button::plain(
            "button-checklist",
            Press::Go(Place::Checklist),
        )])
        .row(vec![certificates])
        .row(vec![
            Button::plain("button-questions", Press::Go(Place::Page(Page::Shelves))),
            Button::plain("button-troubles", Press::Go(Place::Page(Page::Groups))),
        ])
        .row(vec![
            Button::plain("button-help", Press::Go(Place::Page(Page::Help))),
            Button::plain("button-settings", Press::Go(Place::Settings)),
        ])
}

/// The unfinished walk: which, how far, and since when.
fn unfinished(dialogue: &Dialogue, bookmark: &Bookmark, now: DateTime<Utc>) -> Option<Text> {
    let (number, total) = position(&bookmark.spot)?;
    let settings = &dialogue.settings;
    let days = (settings.today(now) - settings.today(bookmark.at)).num_days();
    let ago = match days {
        ..=0 => Text::new("ago-today"),
        1 => Text::new("ago-yesterday"),
        days => Text::new("ago-days").with("days", days),
    };
    let procedure = super::choosing::procedure_id(bookmark.spot.walk.plan.procedure());
    Some(
        Text::new("home-unfinished")
            .with("procedure", Text::new(procedure))
            .with("number", number)
            .with("total", total)
            .with("ago", ago),
    )
}
