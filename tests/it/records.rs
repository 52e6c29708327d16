//! Yesterday's records load today: a saved one of every kind, for ever. What may be forgotten is read leniently, what
//! must never be lost is read strictly.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use gilbot::dialogue::certificate::CertificateId;
use gilbot::dialogue::effect::Show;
use gilbot::dialogue::event::MessageId;
use gilbot::dialogue::reminder::Stage;
use gilbot::dialogue::state::{Dialogue, Remark, State};
use gilbot::dialogue::{next_due, view};
use gilbot::store::record::FORMAT;
use gilbot::store::{Record, Revision, StoreError};
use serde_json::{Value, json};

use gilbot::gallery::starts::now;

fn saved() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/records");
    let files = fs::read_dir(folder).expect("the records are there");
    let mut saved: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    saved.sort();
    saved
}

fn text(name: &str) -> String {
    let mut saved = saved().into_iter();
    let path = saved.find(|path| path.file_name().is_some_and(|file| file == name));
    fs::read_to_string(path.expect("it is there")).expect("it can be read")
}

fn read(text: &str) -> Result<Record, StoreError> {
    Record::read(text, Revision(9), None, vec![1, 2])
}

/// The record of this name with a part of it replaced.
fn changed(name: &str, part: &str, value: Value) -> String {
    let mut written: Value = serde_json::from_str(&text(name)).expect("JSON");
    *written.pointer_mut(part).expect("the part is there") = value;
    written.to_string()
}

#[test]
fn every_saved_record_loads_and_one_of_this_format_is_written_as_it_was() {
    let saved = saved();
    assert!(saved.len() >= 34);
    for path in saved {
        let text = fs::read_to_string(&path).expect("it can be read");
        let record = read(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_ne!(
            record.dialogue.remark,
            Some(Remark::Moved),
            "{}",
            path.display()
        );
        let written = record.write().expect("it can be written");
        assert_eq!(read(&written), Ok(record.clone()), "{}", path.display());
        let was: Value = serde_json::from_str(&text).expect("JSON");
        if was["v"] == FORMAT {
            let written: Value = serde_json::from_str(&written).expect("JSON");
            assert_eq!(written, was, "{}", path.display());
        }
        assert!(!view(&record.dialogue, now()).paragraphs.is_empty());
    }
}

#[test]
fn a_record_of_the_first_format_is_the_same_in_this_one() {
    for path in saved() {
        let name = path.file_name().expect("a name").to_string_lossy();
        if let Some(name) = name.strip_prefix("v1-") {
            let second = text(&format!("v2-{name}"));
            assert_eq!(read(&text(&format!("v1-{name}"))), read(&second), "{name}");
        }
    }
}

#[test]
fn the_number_of_a_removed_certificate_is_given_to_no_other() {
    let mut record = read(&text("v2-certificates.json")).expect("it loads");
    for removed in [2, 1, 0] {
        record.dialogue.certificates.remove(CertificateId(removed));
        let written = record.write().expect("it can be written");
        let mut loaded = read(&written).expect("it loads");
        assert_eq!(loaded, record);
        let today = now().date_naive();
        let next = loaded.dialogue.certificates.add(today, today);
        assert_eq!(next.expect("there is room").id, CertificateId(3));
    }
}

#[test]
fn every_state_has_a_saved_record() {
    let home = json!("home");
    let mut states: Vec<String> = Vec::new();
    for path in saved() {
        let written: Value =
            serde_json::from_str(&fs::read_to_string(path).expect("it can be read")).expect("JSON");
        if written["v"] != FORMAT {
            continue;
        }
        let state = written.get("state").unwrap_or(&home);
        let name = match state.as_object() {
            Some(object) => object.keys().next().cloned().unwrap_or_default(),
            None => state.as_str().unwrap_or_default().to_owned(),
        };
        states.push(name);
    }
    for state in [
        "home",
        "choosing",
        "result",
        "preparing",
        "walking",
        "stuck",
        "finished",
        "dating",
        "certificates",
        "settings",
        "reading",
        "reminder",
        "farewell",
    ] {
        assert!(
            states.iter().any(|known| known == state),
            "no record of {state}"
        );
    }
}

#[test]
fn what_was_entered_is_still_what_it_was() {
    let record = read(&text("v1-certificates.json")).expect("it loads");
    let Dialogue {
        certificates,
        settings,
        ..
    } = record.dialogue;
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let labels: Vec<&str> = certificates
        .iter()
        .map(|known| known.label.as_str())
        .collect();
    assert_eq!(labels, ["", "어머니 <우체국> & 회사", "아버지"]);
    let days: Vec<_> = certificates
        .iter()
        .map(|known| Some(known.expires_on))
        .collect();
    assert_eq!(days, [day(2027, 12, 3), day(2026, 12, 3), day(2029, 12, 3)]);
    let second = certificates.find(CertificateId(1)).expect("it is there");
    assert_eq!(
        (second.told, second.later),
        (Some(Stage::D30), day(2026, 11, 25))
    );
    assert!(
        certificates
            .find(CertificateId(2))
            .expect("it is there")
            .muted
    );
    assert_eq!((settings.hour, settings.zone), (20, Tz::America__New_York));
    assert!(settings.early && settings.yearly);
    assert_eq!(settings.consented_at, Some(now()));
}

#[test]
fn what_is_owed_is_still_owed_and_the_alarm_is_the_same() {
    let outbox = read(&text("v1-owing-everything.json"))
        .expect("it loads")
        .outbox;
    assert_eq!(outbox.show, Some(Show::Quietly));
    assert_eq!(outbox.erase, [MessageId(5), MessageId(6)]);
    assert_eq!(outbox.strip, [MessageId(4)]);
    assert!(outbox.hand_over && outbox.forget && outbox.tries == 3);
    let due = |name| next_due(&read(&text(name)).expect("it loads").dialogue);
    // 20:00 of 25 November in New York, for which it was asked again.
    assert_eq!(
        due("v1-certificates.json"),
        Some(Utc.with_ymd_and_hms(2026, 11, 26, 1, 0, 0).unwrap())
    );
    assert_eq!(due("v1-asleep-and-blocked.json"), None);
}

#[test]
fn an_unknown_place_becomes_home_with_a_soft_word_and_loses_nothing_else() {
    for (name, part) in [
        ("v1-reminder.json", "/d/state"),
        ("v2-reminder.json", "/state"),
    ] {
        let before = read(&text(name)).expect("it loads").dialogue;
        for unknown in [
            json!({"dreaming": {}}),
            json!("nowhere"),
            json!(7),
            json!({"walking": {"walk": {}, "step": "web-ars"}}),
            json!({"reading": {"topic": "a_topic_that_is_no_more"}}),
        ] {
            let text = changed(name, part, unknown);
            let after = read(&text).expect("it loads").dialogue;
            assert_eq!(after.state, State::Home);
            assert_eq!(after.remark, Some(Remark::Moved));
            assert_eq!(after.certificates, before.certificates);
            assert_eq!(after.settings, before.settings);
            assert_eq!(after.bookmark, before.bookmark);
        }
    }
}

#[test]
fn an_unknown_remark_or_bookmark_is_forgotten_and_nothing_else() {
    for (format, root) in [("v1", "/d"), ("v2", "")] {
        let stuck = format!("{format}-stuck.json");
        let before = read(&text(&stuck)).expect("it loads").dialogue;
        let text = changed(&stuck, &format!("{root}/remark"), json!({"Sang": 3}));
        let after = read(&text).expect("it loads").dialogue;
        assert_eq!(
            after,
            Dialogue {
                remark: None,
                ..before.clone()
            }
        );
        let preparing = format!("{format}-preparing.json");
        let step = format!("{root}/bookmark/spot/step");
        let text = changed(&preparing, &step, json!("a-step-that-is-no-more"));
        let after = read(&text).expect("it loads").dialogue;
        assert_eq!(after.bookmark, None);
        assert_eq!(after.ticks, before.ticks);
    }
}

#[test]
fn what_must_never_be_lost_is_an_error_when_it_cannot_be_read() {
    for (part, value) in [
        ("/certs", json!(3)),
        ("/certs", json!(null)),
        ("/certs/0/until", json!("2027-02-30")),
        ("/certs/1/told", json!("D60")),
        ("/certs/1/label", json!(5)),
        ("/certs/2/id", json!(-1)),
        ("/certs/2/use", json!("soon")),
        ("/agreed", json!("yes")),
        ("/zone", json!("Asia/Pyongchang")),
        ("/hour", json!("ten")),
        ("/heard", json!("yesterday")),
        ("/heard", json!(i64::MAX)),
    ] {
        is_an_error("v2-certificates.json", part, value);
    }
    for (part, value) in [
        ("/d/certificates", json!(3)),
        ("/d/certificates/list", json!(null)),
        ("/d/certificates/list/0/expires_on", json!("2027-02-30")),
        ("/d/certificates/list/0/expires_on", json!("soon")),
        ("/d/certificates/list/1/told", json!("D60")),
        ("/d/certificates/list/1/label", json!(5)),
        ("/d/certificates/next", json!(-1)),
        ("/d/settings", json!("default")),
        ("/d/settings/zone", json!("Asia/Pyongchang")),
        ("/d/settings/hour", json!("ten")),
        ("/d/heard_at", json!("yesterday")),
    ] {
        is_an_error("v1-certificates.json", part, value);
    }
}

fn is_an_error(name: &str, part: &str, value: Value) {
    let Err(StoreError::Corrupt(why)) = read(&changed(name, part, value)) else {
        panic!("{part} was lost");
    };
    assert!(!why.contains("어머니") && !why.contains("2027"), "{why}");
}

#[test]
fn a_record_of_a_newer_program_or_none_at_all_is_an_error() {
    let newer = changed("v1-new.json", "/v", json!(FORMAT + 1));
    assert!(matches!(read(&newer), Err(StoreError::Corrupt(_))));
    for text in [
        "",
        "{}",
        "null",
        "[]",
        "{\"v\":0}",
        "{\"v\":1}",
        "{\"v\":1,\"d\":{}",
        "{\"v\":2",
    ] {
        assert!(matches!(read(text), Err(StoreError::Corrupt(_))), "{text}");
    }
}
