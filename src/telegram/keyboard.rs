//! The buttons under a message, as Telegram takes them.

use reqwest::Url;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::press_data;
use crate::dialogue::screen::Does;
use crate::locales::{Said, SaidButton};

/// The buttons of a screen, if it has any.
pub(super) fn markup(said: &Said) -> Option<InlineKeyboardMarkup> {
    let rows: Vec<Vec<InlineKeyboardButton>> = said
        .keyboard
        .iter()
        .map(|row| row.iter().filter_map(button).collect())
        .collect();
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

fn button(said: &SaidButton) -> Option<InlineKeyboardButton> {
    let label = said.label.as_str();
    match &said.does {
        Does::Press(press) => Some(InlineKeyboardButton::callback(
            label,
            press_data::encode(*press),
        )),
        // The addresses are constants, and a test reads them.
        Does::Open(site) => Url::parse(site.url())
            .ok()
            .map(|url| InlineKeyboardButton::url(label, url)),
        Does::Share(_) => {
            let url = Url::parse(said.url.as_deref()?).ok()?;
            Some(InlineKeyboardButton::url(label, url))
        }
    }
}
