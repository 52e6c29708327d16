//! The checklist: a list, a card for each item, and what is missing before the walk.

use crate::dialogue::press::{Place, Press};
use crate::dialogue::screen::{Button, Screen};
use crate::dialogue::state::{Checking, Dialogue, Preparing};
use crate::dialogue::text::Text;
use crate::guide::checklist::{ITEMS, Item, ItemId};

pub fn preparing(dialogue: &Dialogue, preparing: &Preparing) -> Screen {
    let departs = preparing.walk.is_some();
    match preparing.at {
        Checking::List => list(dialogue, departs),
        Checking::Item(item) => card(dialogue, item),
        Checking::Missing => missing(dialogue),
    }
}

fn list(dialogue: &Dialogue, departs: bool) -> Screen {
    let ready = ITEMS.len() - unticked(dialogue).count();
    let head = if ready == ITEMS.len() {
        Text::new("checklist-complete")
    } else {
        Text::new("checklist-head")
            .with("ready", ready)
            .with("total", ITEMS.len())
    };
    let onward = if departs {
        Button::plain(
            "button-depart",
            Press::Depart {
                although_missing: false,
            },
        )
    } else {
        Button::plain("button-begin", Press::Go(Place::Begin))
    };
    let items = ITEMS.iter().map(|row| item_button(dialogue, row));
    Screen::new(vec![head])
        .rows(items)
        .row(vec![onward])
        .rows(super::resume_button(dialogue))
        .row(vec![super::home_button()])
}

fn item_button(dialogue: &Dialogue, row: &Item) -> Button {
    let label = if dialogue.ticks.has(row.id) {
        "button-item-ready"
    } else {
        "button-item-open"
    };
    let label = Text::new(label)
        .with("number", usize::from(row.id.0))
        .with("item", title(row.id));
    Button::press(label, Press::Item(row.id))
}

fn card(dialogue: &Dialogue, item: ItemId) -> Screen {
    let head = Text::new("checklist-item")
        .with("number", usize::from(item.0))
        .with("total", ITEMS.len())
        .with("item", title(item));
    let state = if dialogue.ticks.has(item) {
        "checklist-item-ready"
    } else {
        "checklist-item-open"
    };
    Screen::new(vec![
        head,
        Text::new(format!("check-{:02}", item.0)),
        Text::new(state),
    ])
    .row(vec![
        Button::plain("button-ready", Press::Tick(item, true)),
        Button::plain("button-not-ready", Press::Tick(item, false)),
    ])
    .row(vec![Button::plain("button-to-list", Press::Prepare)])
    .row(vec![super::home_button()])
}

/// Said before the walk begins; the person may go all the same.
fn missing(dialogue: &Dialogue) -> Screen {
    let lines = unticked(dialogue)
        .map(|row| Text::new("checklist-missing-line").with("item", title(row.id)))
        .collect::<Vec<_>>();
    Screen::new(vec![Text::new("checklist-missing").with("items", lines)])
        .row(vec![Button::plain("button-to-list", Press::Prepare)])
        .row(vec![Button::plain(
            "button-depart-anyway",
            Press::Depart {
                although_missing: true,
            },
        )])
        .row(vec![super::home_button()])
}

fn unticked(dialogue: &Dialogue) -> impl Iterator<Item = &'static Item> + '_ {
    ITEMS.iter().filter(|row| !dialogue.ticks.has(row.id))
}

fn title(item: ItemId) -> Text {
    Text::title(format!("check-{:02}", item.0))
}
