//! The calendar file, read by a second parser and compared with a golden one.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use gilbot::calendar::file;
use gilbot::dialogue::certificate::CertificateId;
use gilbot::dialogue::effect::Dates;
use gilbot::dialogue::press::{Matter, Press};
use gilbot::dialogue::reminder::{Stage, coming};
use gilbot::dialogue::state::Dialogue;
use gilbot::emulator::{Fault, Mishap};
use gilbot::locales::Language;
use gilbot::runtime::entry_id::EntryIds;
use gilbot::store::ChatId;
use gilbot::telegram::press_data;
use ical::IcalParser;
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use ical::property::Property;
use serde_json::{Value, json};

use crate::office::Office;
use crate::reached::WORDS;
use gilbot::gallery::starts::{fullest, heard, now, today, with_certificates};

fn id(certificate: CertificateId) -> String {
    format!("entry-{}@gilbot", certificate.0)
}

fn written(dialogue: &Dialogue, dates: Dates) -> String {
    file(dialogue, dates, &WORDS, id, now()).expect("there is something to write")
}

/// The one calendar in this file, as somebody else reads it.
fn parsed(text: &str) -> IcalCalendar {
    let mut calendars = IcalParser::new(text.as_bytes());
    let calendar = calendars.next().expect("a calendar").expect("it is sound");
    assert!(calendars.next().is_none());
    calendar
}

fn value(properties: &[Property], name: &str) -> String {
    let mut named = properties.iter().filter(|property| property.name == name);
    let value = named.next().and_then(|property| property.value.clone());
    assert!(named.next().is_none(), "{name} stands twice");
    value.unwrap_or_else(|| panic!("{name} is missing"))
}

fn day_of(event: &IcalEvent) -> NaiveDate {
    NaiveDate::parse_from_str(&value(&event.properties, "DTSTART"), "%Y%m%d").expect("a date")
}

/// When the alarms of this event are, by the clock of a phone.
fn alarms(event: &IcalEvent) -> Vec<NaiveDateTime> {
    let start = day_of(event).and_time(chrono::NaiveTime::MIN);
    let triggers = event.alarms.iter().map(|alarm| {
        assert_eq!(value(&alarm.properties, "ACTION"), "DISPLAY");
        assert!(!value(&alarm.properties, "DESCRIPTION").is_empty());
        start + length(&value(&alarm.properties, "TRIGGER"))
    });
    let mut alarms: Vec<_> = triggers.collect();
    alarms.sort();
    alarms
}

/// A duration as RFC 5545 writes it, of days and hours.
fn length(written: &str) -> TimeDelta {
    let (sign, rest) = match written.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, written),
    };
    let rest = rest.strip_prefix('P').expect("a duration");
    let (days, hours) = rest.split_once('T').expect("hours");
    let number = |text: &str| text.parse::<i64>().expect("a number");
    let days = days.strip_suffix('D').map_or(0, number);
    let hours = number(hours.strip_suffix('H').expect("hours"));
    (TimeDelta::days(days) + TimeDelta::hours(hours)) * sign
}

#[test]
fn a_file_is_written_as_it_was() {
    let mut dialogue = with_certificates([5, 400]);
    let labels = ["어머니; 큰집, \\ 50%", ""];
    for (certificate, label) in dialogue.certificates.iter_mut().zip(labels) {
        certificate.label = label.to_owned();
    }
    dialogue.settings.early = true;
    for (language, golden) in [
        (Language::Korean, include_str!("../golden/ko.ics")),
        (Language::Easy, include_str!("../golden/ko-easy.ics")),
        (Language::English, include_str!("../golden/en.ics")),
    ] {
        dialogue.settings.language = language;
        let written = written(&dialogue, Dates::All);
        assert_eq!(written.replace("\r\n", "\n"), golden, "{language:?}");
    }
}

#[test]
fn alarms_are_the_notices_that_will_really_be_told_at_the_persons_hour() {
    for days in [400, 91, 90, 30, 29, 7, 2, 1, 0, -1, -40] {
        for (early, muted) in [(false, false), (true, false), (true, true)] {
            let mut dialogue = with_certificates([days]);
            dialogue.settings.early = early;
            dialogue.settings.hour = 20;
            let certificate = dialogue.certificates.iter_mut().next().expect("one");
            certificate.muted = muted;
            let certificate = certificate.clone();
            let told = coming(&certificate, &dialogue.settings, now());
            let told = told.into_iter().map(|(stage, _)| match stage {
                Stage::Expired => certificate.expires_on,
                earlier => earlier.day(certificate.expires_on),
            });
            let expected: Vec<NaiveDateTime> = told
                .filter_map(|day| day.and_hms_opt(20, 0, 0))
                .filter(|at| *at >= today().and_time(chrono::NaiveTime::MIN))
                .collect();
            let calendar = parsed(&written(&dialogue, Dates::All));
            assert_eq!(
                alarms(&calendar.events[0]),
                expected,
                "{days} {early} {muted}"
            );
        }
    }
}

#[test]
fn a_notice_that_was_asked_for_again_has_its_alarm() {
    let mut dialogue = with_certificates([20]);
    let certificate = dialogue.certificates.iter_mut().next().expect("one");
    certificate.told = Some(Stage::D30);
    certificate.later = today().checked_add_days(Days::new(3));
    let calendar = parsed(&written(&dialogue, Dates::All));
    let days = alarms(&calendar.events[0]);
    let left: Vec<i64> = days
        .iter()
        .map(|at| (at.date() - today()).num_days())
        .collect();
    assert_eq!(left, [3, 13, 19, 20]);
}

#[test]
fn an_entry_is_all_day_on_the_last_valid_day_and_says_whose_date_is_right() {
    for language in Language::ALL {
        let mut dialogue = fullest();
        dialogue.settings.language = language;
        let text = written(&dialogue, Dates::All);
        for line in text.split("\r\n") {
            assert!(line.len() <= 75 && !line.contains('\n'), "«{line}»");
        }
        let calendar = parsed(&text);
        assert_eq!(calendar.events.len(), dialogue.certificates.len());
        for (event, certificate) in calendar.events.iter().zip(dialogue.certificates.iter()) {
            assert_eq!(day_of(event), certificate.expires_on);
            let next = certificate.expires_on + Days::new(1);
            let end = value(&event.properties, "DTEND");
            assert_eq!(end, next.format("%Y%m%d").to_string());
            // This parser loses a blank where a line was folded.
            let unfolded = |name| value(&event.properties, name).replace(' ', "");
            let about = unfolded("DESCRIPTION");
            let (unofficial, right) = match language {
                Language::English => ("unofficial", "theoneonthebank’sscreenisright"),
                Language::Korean | Language::Easy => ("비공식", "화면에적힌날짜가정답이에요"),
            };
            assert!(
                about.contains(unofficial) && about.contains(right),
                "{about}"
            );
            let title = unfolded("SUMMARY");
            assert!(title.contains(&certificate.label), "{title}");
        }
    }
}

#[test]
fn one_certificate_is_one_entry_and_what_is_gone_is_none() {
    let dialogue = with_certificates([5, 400]);
    let one = parsed(&written(&dialogue, Dates::Of(CertificateId(1))));
    assert_eq!(one.events.len(), 1);
    assert_eq!(value(&one.events[0].properties, "UID"), "entry-1@gilbot");
    let gone = Dates::Of(CertificateId(7));
    assert_eq!(file(&dialogue, gone, &WORDS, id, now()), None);
    assert_eq!(file(&heard(), Dates::All, &WORDS, id, now()), None);
}

#[test]
fn a_new_date_takes_the_place_of_the_old_entry() {
    let mut dialogue = with_certificates([5]);
    let entry = |dialogue: &Dialogue, at: DateTime<Utc>| {
        let text = file(dialogue, Dates::All, &WORDS, id, at).expect("a file");
        let event = parsed(&text).events.remove(0).properties;
        let number: i32 = value(&event, "SEQUENCE").parse().expect("it fits");
        (value(&event, "UID"), number, value(&event, "DTSTAMP"))
    };
    let (uid, number, stamp) = entry(&dialogue, now());
    let renewed = today() + Days::new(730);
    let certificate = dialogue.certificates.iter_mut().next().expect("one");
    certificate.renew(renewed, today());
    let (same, greater, later) = entry(&dialogue, now() + TimeDelta::minutes(1));
    assert_eq!(same, uid);
    assert!(greater > number && later > stamp);
    let last = Utc.with_ymd_and_hms(2999, 12, 31, 0, 0, 0).unwrap();
    assert!(entry(&dialogue, last).1 > greater);
}

#[test]
fn an_entry_is_named_for_ever_and_tells_nothing_about_the_chat() {
    let ids = EntryIds::new("1:token");
    let mut known = HashMap::new();
    for chat in [7, 71, -5, 5_234_567_890] {
        for certificate in [0, 1, 10, u16::MAX].map(CertificateId) {
            let id = ids.of(ChatId(chat), certificate);
            assert_eq!(id, EntryIds::new("1:token").of(ChatId(chat), certificate));
            assert_ne!(id, EntryIds::new("2:token").of(ChatId(chat), certificate));
            assert!(!id.contains(&chat.to_string()) || chat.abs() < 100, "{id}");
            assert_eq!(known.insert(id, (chat, certificate)), None);
        }
    }
}

/// The calendar files that came to this person.
fn files(office: &Office, person: i64) -> Vec<String> {
    let came = office.emulator.with(|world| world.take_unread(person));
    let files = came.into_iter().filter_map(|said| said.document);
    files
        .filter(|file| file.file_name == "gilbot.ics")
        .map(|file| String::from_utf8(file.bytes).expect("UTF-8"))
        .collect()
}

/// The press of «달력에 넣기» on what this person sees, as Telegram brings it.
async fn press(office: &Office, person: i64, update: u32) -> Value {
    let shown = office.record(person).await.anchor.expect("a screen");
    let data = press_data::encode(Press::About(CertificateId(0), Matter::Calendar));
    json!({"update_id": update, "callback_query": {
        "id": "1", "from": {"id": person, "is_bot": false, "first_name": "영자"},
        "chat_instance": "x", "data": data,
        "message": {"message_id": shown.0, "date": 1, "chat": {"id": person, "type": "private", "first_name": "영자"}},
    }})
}

#[tokio::test]
async fn a_calendar_file_that_failed_is_owed_until_it_has_come() {
    let office = Office::open().await;
    let mut desk = office.desk(25);
    let person = office.due().await;
    desk.sweeps().await;
    let fault = Fault::too_many_requests(30).on("sendDocument");
    office.emulator.with(|world| world.fault(fault));
    desk.takes(press(&office, person, 7).await).await;
    desk.takes(press(&office, person, 8).await).await;
    assert_eq!(files(&office, person).len(), 0);
    let record = office.record(person).await;
    assert_eq!(record.outbox.calendar, [Dates::Of(CertificateId(0))]);
    office.clock.move_by(TimeDelta::seconds(31));
    desk.sweeps().await;
    let came = files(&office, person);
    assert_eq!(came.len(), 1, "asked for twice, owed once");
    assert_eq!(parsed(&came[0]).events.len(), 1);
    assert!(!came[0].contains(&person.to_string()), "{}", came[0]);
    assert!(!office.record(person).await.outbox.owes());
}

#[tokio::test]
async fn a_calendar_file_that_nobody_answered_is_sent_once_more_and_counts_as_handed_over() {
    let office = Office::open().await;
    let mut desk = office.desk(25);
    let person = office.due().await;
    desk.sweeps().await;
    let cut = Fault::new(Mishap::CutAfter).on("sendDocument").always();
    office.emulator.with(|world| world.fault(cut));
    desk.takes(press(&office, person, 7).await).await;
    let record = office.record(person).await;
    assert!(record.outbox.unsure_calendar);
    assert_eq!(files(&office, person).len(), 1);
    office.clock.move_by(TimeDelta::seconds(6));
    desk.sweeps().await;
    assert_eq!(files(&office, person).len(), 1, "once more");
    assert!(!office.record(person).await.outbox.owes());
}
