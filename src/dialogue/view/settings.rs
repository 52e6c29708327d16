//! Hour and zone of notices, and the two notices that must be asked for.

use chrono_tz::Tz;

use crate::dialogue::press::{Page, Place, Press};
use crate::dialogue::screen::{Button, Screen};
use crate::dialogue::settings::{HOURS, Language, ZONES};
use crate::dialogue::state::{Dialogue, Setting};
use crate::dialogue::text::Text;

/// How many hours stand in one row of buttons.
const HOURS_A_ROW: usize = 4;

pub fn settings(dialogue: &Dialogue, setting: Setting) -> Screen {
    match setting {
        Setting::Overview => overview(dialogue),
        Setting::Hours => hours(),
        Setting::Zones => zones(),
    }
}

fn overview(dialogue: &Dialogue) -> Screen {
    let settings = &dialogue.settings;
    let onoff = |on: bool| Text::new(if on { "word-on" } else { "word-off" });
    let text = Text::new("settings")
        .with("hour", hour_text(settings.hour))
        .with("zone", zone_text(settings.zone))
        .with("early", onoff(settings.early))
        .with("yearly", onoff(settings.yearly))
        .with("pictures", onoff(settings.pictures));
    let early = if settings.early {
        Button::plain("button-early-off", Press::Early(false))
    } else {
        Button::plain("button-early-on", Press::Early(true))
    };
    let yearly = if settings.yearly {
        Button::plain("button-yearly-off", Press::Yearly(false))
    } else {
        Button::plain("button-yearly-on", Press::Yearly(true))
    };
    let pictures = if settings.pictures {
        Button::plain("button-pictures-off", Press::Pictures(false))
    } else {
        Button::plain("button-pictures-on", Press::Pictures(true))
    };
    let languages = Language::ALL
        .into_iter()
        .filter(|language| *language != settings.language)
        .map(|language| Button::plain(language_button(language), Press::Speak(language)))
        .collect();
    Screen::new(vec![text])
        .row(vec![
            Button::plain("button-hours", Press::Go(Place::Hours)),
            Button::plain("button-zones", Press::Go(Place::Zones)),
        ])
        .row(languages)
        .row(vec![early])
        .row(vec![yearly])
        .row(vec![pictures])
        .row(vec![
            Button::plain("button-privacy", Press::Go(Place::Page(Page::Privacy))),
            Button::plain("button-my-data", Press::Go(Place::Page(Page::MyData))),
        ])
        .rows(super::resume_button(dialogue))
        .row(vec![super::home_button()])
}

/// Each is written in its own language: whoever looks for it reads that one.
fn language_button(language: Language) -> &'static str {
    match language {
        Language::Korean => "button-speak-korean",
        Language::Easy => "button-speak-easy",
        Language::English => "button-speak-english",
    }
}

fn hours() -> Screen {
    let buttons: Vec<Button> = HOURS
        .map(|hour| Button::press(hour_text(hour), Press::Hour(hour)))
        .collect();
    let screen = Screen::new(vec![Text::new("settings-hours")]);
    buttons
        .chunks(HOURS_A_ROW)
        .fold(screen, |screen, row| screen.row(row.to_vec()))
        .row(vec![to_settings(), super::home_button()])
}

fn zones() -> Screen {
    let buttons = ZONES.map(|zone| Button::press(zone_text(zone), Press::Zone(zone)));
    Screen::new(vec![Text::new("settings-zones")])
        .rows(buttons)
        .row(vec![to_settings(), super::home_button()])
}

fn to_settings() -> Button {
    Button::plain("button-to-settings", Press::Go(Place::Settings))
}

pub fn hour_text(hour: u8) -> Text {
    let (id, on_clock) = match hour {
        0..12 => ("hour-morning", hour),
        12 => ("hour-afternoon", 12),
        _ => ("hour-afternoon", hour - 12),
    };
    Text::new(id).with("hour", i64::from(on_clock))
}

/// The name of a zone that can be chosen; any other is called by its name in the zone table.
pub fn zone_text(zone: Tz) -> Text {
    let id = match zone {
        Tz::Asia__Seoul => "zone-seoul",
        Tz::Asia__Shanghai => "zone-shanghai",
        Tz::Asia__Ho_Chi_Minh => "zone-ho-chi-minh",
        Tz::Asia__Dubai => "zone-dubai",
        Tz::Europe__London => "zone-london",
        Tz::Europe__Berlin => "zone-berlin",
        Tz::America__New_York => "zone-new-york",
        Tz::America__Los_Angeles => "zone-los-angeles",
        Tz::Australia__Sydney => "zone-sydney",
        _ => return Text::new("zone-other").with("name", super::words(zone.name())),
    };
    Text::new(id)
}
