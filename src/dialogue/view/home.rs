//! Home: what the bot does, and the unfinished walk first.

use chrono::{DateTime, Utc};

use super::position;
use crate::dialogue::press::{Page, Place, Press};
use crate::dialogue::screen::{Button, Screen};
use crate::dialogue::state::{Bookmark, Dialogue};
use crate::dialogue::text::Text;

pub fn home(dialogue: &Dialogue, now: DateTime<Utc>) -> Screen {
    let unfinished = dialogue
        .bookmark
        .and_then(|bookmark| unfinished(dialogue, &bookmark, now));
    let (told, resume) = unfinished.unzip();
    let paragraphs = [Text::new("page-welcome")].into_iter().chain(told);
    let certificates = match dialogue.certificates.len() {
        0 => Button::plain("button-new-date", Press::Go(Place::NewDate)),
        count => Button::press(
            Text::new("button-certificates-count").with("count", count),
            Press::Go(Place::Certificates),
        ),
    };
    Screen::new(paragraphs.collect())
        .rows(resume)
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

/// The unfinished walk: which, how far, and since when; and the button that takes it up again.
fn unfinished(
    dialogue: &Dialogue,
    bookmark: &Bookmark,
    now: DateTime<Utc>,
) -> Option<(Text, Button)> {
    let (number, total) = position(&bookmark.spot)?;
    let settings = &dialogue.settings;
    let days = (settings.today(now) - settings.today(bookmark.at)).num_days();
    let ago = match days {
        ..=0 => Text::new("ago-today"),
        1 => Text::new("ago-yesterday"),
        days => Text::new("ago-days").with("days", days),
    };
    let procedure = super::choosing::procedure_id(bookmark.spot.walk.plan.procedure());
    let place = |id| {
        Text::new(id)
            .with("number", number)
            .with("total", total)
            .with("ago", ago.clone())
    };
    let told = place("home-unfinished").with("procedure", Text::new(procedure));
    let resume = Button::press(place("button-resume-since"), Press::Go(Place::Resume));
    Some((told, resume))
}
