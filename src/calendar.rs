//! Dates for the calendar of the phone: an iCalendar file (RFC 5545) of certificates, as text.
//!
//! What calendars do with such a file has decided its shape:
//!
//! * **A new date takes the place of the old one** where the `UID` is the same and the `SEQUENCE` is not smaller. Nothing
//!   is kept about files that were handed over, so that the minute in which one is written is its number.
//! * **The day is all day and belongs to no zone**: it is the same date wherever the phone is.
//! * **Alarms count from the beginning of the day**, as phones write them themselves; an instant would be passed over by
//!   some. So an alarm is at the person's hour by the clock of the phone.
//! * The notice of the day after is on the last valid day: a calendar has nothing to say about a day that is over.
//!
//! There is no `METHOD`: nobody is invited, and with one the file would need an organizer (RFC 5546).

use std::collections::BTreeSet;

use chrono::{DateTime, Days, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Class, Component, Event, EventLike, Property};

use crate::dialogue::Dialogue;
use crate::dialogue::certificate::{Certificate, CertificateId};
use crate::dialogue::effect::Dates;
use crate::dialogue::reminder::Stage;
use crate::dialogue::text::{Arg, Text};
use crate::dialogue::timeline::{Marked, Timeline};
use crate::locales::Words;

/// The file of these dates in the person's language; `None` when there is nothing to put into it.
///
/// `uid` names an entry for ever: the same for the same certificate, and nobody can tell from it whose it is.
pub fn file(
    dialogue: &Dialogue,
    dates: Dates,
    words: &Words,
    uid: impl Fn(CertificateId) -> String,
    now: DateTime<Utc>,
) -> Option<String> {
    let is_meant = |certificate: &&Certificate| match dates {
        Dates::Of(id) => certificate.id == id,
        Dates::All => true,
    };
    let mut calendar = Calendar::empty();
    let language = dialogue.settings.language;
    let maker = format!("-//gilbot//gilbot//{}", language.tag().to_uppercase());
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", maker.as_str()),
        ("CALSCALE", "GREGORIAN"),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    for certificate in dialogue.certificates.iter().filter(is_meant) {
        let uid = uid(certificate.id);
        calendar.push(entry(dialogue, certificate, words, &uid, now));
    }
    (!calendar.is_empty()).then(|| calendar.to_string())
}

fn entry(
    dialogue: &Dialogue,
    certificate: &Certificate,
    words: &Words,
    uid: &str,
    now: DateTime<Utc>,
) -> Event {
    let language = dialogue.settings.language;
    let say = |text: &Text| sound(&words.plain(language, text));
    let title = title(certificate);
    let day = certificate.expires_on;
    let mut event = Event::new();
    event
        .uid(uid)
        .timestamp(now)
        .last_modified(now)
        .sequence(sequence(now))
        .starts(day)
        // The library's own «all day» ends on the day on which it begins, which RFC 5545 forbids.
        .ends(day.checked_add_days(Days::new(1)).unwrap_or(day))
        .summary(&say(&title))
        .description(&say(&Text::new("calendar-about")))
        .class(Class::Private)
        // A person has time on such a day.
        .add_property("TRANSP", "TRANSPARENT");
    for days in alarm_days(dialogue, certificate, now) {
        let words = Text::new("calendar-alarm")
            .with("days", i64::from(days))
            .with("title", title.clone());
        let trigger = trigger(days, dialogue.settings.hour);
        let mut alarm = Alarm::display(&say(&words), TimeDelta::zero());
        alarm
            // The library would write the seconds, which some calendars do not read.
            .append_property(Property::new("TRIGGER", trigger))
            // And it would give each alarm a name by chance, and the time of the machine.
            .uid(&format!("{days}-{uid}"))
            .timestamp(now);
        event.alarm(alarm);
    }
    event
}

fn title(certificate: &Certificate) -> Text {
    if certificate.label.is_empty() {
        Text::new("calendar-title-mine")
    } else {
        Text::new("calendar-title").with("label", Arg::Words(certificate.label.clone()))
    }
}

/// On how many days before the last one an alarm is wanted: where a notice will really be told.
fn alarm_days(dialogue: &Dialogue, certificate: &Certificate, now: DateTime<Utc>) -> BTreeSet<u16> {
    let settings = &dialogue.settings;
    let marks = Timeline::of(certificate, settings, now).marks.into_iter();
    let notices = marks.filter_map(|mark| match mark.what {
        Marked::Notice(Stage::Expired) => Some(certificate.expires_on),
        Marked::Notice(_) | Marked::Again => Some(mark.day),
        Marked::Today | Marked::Expiry => None,
    });
    notices
        .filter(|day| settings.moment(*day) > now)
        .filter_map(|day| u16::try_from((certificate.expires_on - day).num_days()).ok())
        .collect()
}

/// From the beginning of the last day: `-P29DT14H` is 10 o'clock on the thirtieth day before it.
fn trigger(days: u16, hour: u8) -> String {
    match (days.checked_sub(1), 24_u8.checked_sub(hour)) {
        (Some(0), Some(left)) => format!("-PT{left}H"),
        (Some(whole), Some(left)) => format!("-P{whole}DT{left}H"),
        (None, _) | (_, None) => format!("PT{hour}H"),
    }
}

/// Minutes since 1970: they grow, and fit into the number that calendars keep until the year 6053.
fn sequence(now: DateTime<Utc>) -> u32 {
    u32::try_from(now.timestamp() / 60).unwrap_or_default()
}

/// Without the signs that no text of a calendar may hold.
fn sound(words: &str) -> String {
    let is_sound = |sign: &char| *sign == '\n' || !sign.is_control();
    words.trim().chars().filter(is_sound).collect()
}
