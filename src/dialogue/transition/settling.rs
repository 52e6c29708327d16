//! Changing the settings of notices.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::dialogue::effect::Toast;
use crate::dialogue::reminder::{self, Stage};
use crate::dialogue::settings::{HOURS, Language, ZONES};
use crate::dialogue::state::{Dialogue, Setting, State};

pub fn hour(dialogue: &mut Dialogue, hour: u8) -> Option<Toast> {
    if HOURS.contains(&hour) {
        dialogue.settings.hour = hour;
    }
    overview(dialogue)
}

pub fn zone(dialogue: &mut Dialogue, zone: Tz) -> Option<Toast> {
    if ZONES.contains(&zone) {
        dialogue.settings.zone = zone;
    }
    overview(dialogue)
}

pub fn speak(dialogue: &mut Dialogue, language: Language) -> Option<Toast> {
    dialogue.settings.language = language;
    overview(dialogue)
}

/// The notice 90 days before. Where that day has passed already nothing is told for it.
pub fn early(dialogue: &mut Dialogue, wanted: bool, now: DateTime<Utc>) -> Option<Toast> {
    dialogue.settings.early = wanted;
    let settings = dialogue.settings.clone();
    for certificate in dialogue.certificates.iter_mut() {
        let standing = reminder::standing(certificate.expires_on, &settings, now);
        if certificate.told.is_none() && standing == Some(Stage::D90) {
            certificate.told = standing;
        }
    }
    overview(dialogue)
}

pub fn yearly(dialogue: &mut Dialogue, wanted: bool) -> Option<Toast> {
    dialogue.settings.yearly = wanted;
    overview(dialogue)
}

/// Whether a picture comes by itself when a date is saved.
pub fn pictures(dialogue: &mut Dialogue, wanted: bool) -> Option<Toast> {
    dialogue.settings.pictures = wanted;
    overview(dialogue)
}

fn overview(dialogue: &mut Dialogue) -> Option<Toast> {
    dialogue.state = State::Settings(Setting::Overview);
    Some(Toast::Saved)
}
