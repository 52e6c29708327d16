//! The picture of a certificate: every letter is there, it is small, it says what its caption says, and it holds up nobody.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, TimeDelta};
use gilbot::dialogue::certificate::CertificateId;
use gilbot::dialogue::pictured;
use gilbot::dialogue::press::{Matter, Press};
use gilbot::dialogue::timeline::{Marked, Timeline};
use gilbot::emulator::{Fault, Mishap};
use gilbot::locales::{Language, dates, markup};
use gilbot::picture::{self, lettering};
use gilbot::telegram::press_data;
use serde_json::{Value, json};

use crate::office::Office;
use crate::reached::WORDS;
use gilbot::gallery::starts::{now, today, with_certificates};

/// What may be sent, far below Telegram's own limit: it is meant for a phone on the way.
const BYTES_MAX: usize = 60_000;
/// Telegram's limit for a caption, in characters without markup.
const CAPTION_MAX: usize = 1_024;

const DRAWN: [(Language, &str); 3] = [
    (
        Language::Korean,
        include_str!("../../locales/ko/picture.ftl"),
    ),
    (
        Language::Easy,
        include_str!("../../locales/ko-easy/picture.ftl"),
    ),
    (
        Language::English,
        include_str!("../../locales/en/picture.ftl"),
    ),
];

#[test]
fn the_font_has_every_letter_that_a_picture_may_draw() {
    for (language, file) in DRAWN {
        let messages = file.lines().filter(|line| !line.starts_with('#'));
        let mut letters: BTreeSet<char> = messages.flat_map(str::chars).collect();
        for ahead in 0..800 {
            let day = today() + Days::new(ahead);
            letters.extend(dates::day(language, day).chars());
            letters.extend(dates::short_day(language, day).chars());
        }
        let letters: String = letters.into_iter().collect();
        assert_eq!(
            lettering::missing(&letters),
            Vec::<char>::new(),
            "run scripts/font.sh"
        );
    }
}

#[test]
fn a_picture_is_small_and_as_wide_as_a_phone_needs() {
    for language in Language::ALL {
        for days in [1095, 60, 1, 0, -1, -300] {
            let mut dialogue = with_certificates([days]);
            dialogue.settings.early = true;
            let certificate = dialogue.certificates.iter().next().expect("one");
            let line = Timeline::of(certificate, &dialogue.settings, now());
            let png = picture::png(&line, &WORDS, language).expect("it can be drawn");
            assert!(png.len() < BYTES_MAX, "{language:?} {days}: {}", png.len());
            let sides = [png[16..20].to_vec(), png[20..24].to_vec()];
            assert_eq!(
                sides,
                [picture::WIDTH, picture::HEIGHT].map(|side| side.to_be_bytes().to_vec())
            );
        }
    }
}

#[test]
fn the_line_has_today_the_coming_notices_and_the_last_day_in_their_order() {
    let marks = |days: i64, early: bool| -> Vec<(i64, Marked)> {
        let mut dialogue = with_certificates([days]);
        dialogue.settings.early = early;
        let certificate = dialogue.certificates.iter().next().expect("one");
        let line = Timeline::of(certificate, &dialogue.settings, now());
        let from_today = |day: NaiveDate| (day - today()).num_days();
        let marks = line.marks.iter();
        marks
            .map(|mark| (from_today(mark.day), mark.what))
            .collect()
    };
    use Marked::{Expiry, Notice, Today};
    use gilbot::dialogue::reminder::Stage;
    assert_eq!(
        marks(100, true),
        [
            (0, Today),
            (10, Notice(Stage::D90)),
            (70, Notice(Stage::D30)),
            (93, Notice(Stage::D7)),
            (99, Notice(Stage::D1)),
            (100, Expiry),
            (101, Notice(Stage::Expired)),
        ]
    );
    assert_eq!(
        marks(0, false),
        [(0, Today), (0, Expiry), (1, Notice(Stage::Expired))]
    );
    assert_eq!(marks(-40, false), [(-40, Expiry), (0, Today)]);
}

#[test]
fn the_caption_says_in_words_what_the_picture_shows() {
    for language in Language::ALL {
        for days in [1095, 60, 1, 0, -1, -300] {
            let mut dialogue = with_certificates([days]);
            dialogue.settings.language = language;
            dialogue.settings.early = true;
            let certificate = dialogue.certificates.iter().next().expect("one");
            let caption = WORDS
                .screen(language, &pictured(&dialogue, certificate, now()))
                .html;
            let line = Timeline::of(certificate, &dialogue.settings, now());
            for mark in &line.marks {
                let day = dates::day(language, mark.day);
                assert!(caption.contains(&day), "{day} is not in\n{caption}");
            }
            let words = markup::plain(&caption);
            assert!(words.chars().count() <= CAPTION_MAX);
            assert!(words.contains(&certificate.label), "{words}");
        }
    }
}

/// The press of «그림으로 보기» on what this person sees, as Telegram brings it.
async fn press(office: &Office, person: i64, update: u32) -> Value {
    let shown = office.record(person).await.anchor.expect("a screen");
    let data = press_data::encode(Press::About(CertificateId(0), Matter::Picture));
    json!({"update_id": update, "callback_query": {
        "id": "1", "from": {"id": person, "is_bot": false, "first_name": "영자"},
        "chat_instance": "x", "data": data,
        "message": {"message_id": shown.0, "date": 1, "chat": {"id": person, "type": "private", "first_name": "영자"}},
    }})
}

/// What Telegram was asked for, in small letters, except for answers to presses.
fn methods(office: &Office) -> Vec<String> {
    let calls = office.emulator.see(|world| world.calls().to_vec());
    let methods = calls.iter().map(|call| call.method.to_lowercase());
    methods
        .filter(|method| method != "answercallbackquery")
        .collect()
}

#[tokio::test]
async fn the_screen_comes_first_and_a_picture_that_fails_is_not_owed() {
    for mishap in [Mishap::BadGateway, Mishap::CutAfter] {
        let office = Office::open().await;
        let mut desk = office.desk(25);
        let person = office.due().await;
        desk.sweeps().await;
        let before = methods(&office).len();
        let fault = Fault::new(mishap).on("sendPhoto");
        office.emulator.with(|world| world.fault(fault));
        desk.takes(press(&office, person, 7).await).await;
        let called = methods(&office);
        assert_eq!(called[before..], ["editmessagetext", "sendphoto"]);
        assert!(!office.record(person).await.outbox.owes());
        office.clock.move_by(TimeDelta::minutes(10));
        desk.sweeps().await;
        assert_eq!(methods(&office), called, "it is not tried again");
    }
}

#[tokio::test]
async fn while_a_screen_is_owed_no_picture_is_sent() {
    let office = Office::open().await;
    let mut desk = office.desk(25);
    let person = office.due().await;
    desk.sweeps().await;
    let fault = Fault::new(Mishap::BadGateway).on("editMessageText");
    office.emulator.with(|world| world.fault(fault));
    desk.takes(press(&office, person, 7).await).await;
    assert!(!methods(&office).contains(&"sendphoto".to_owned()));
}

#[tokio::test]
async fn a_chat_that_telegram_holds_up_over_a_picture_is_left_alone() {
    let office = Office::open().await;
    let mut desk = office.desk(25);
    let person = office.due().await;
    desk.sweeps().await;
    let fault = Fault::too_many_requests(30).on("sendPhoto");
    office.emulator.with(|world| world.fault(fault));
    desk.takes(press(&office, person, 7).await).await;
    let called = methods(&office).len();
    desk.takes(office.says(person, 8, "/settings")).await;
    assert_eq!(methods(&office).len(), called, "the chat is left alone");
    office.clock.move_by(TimeDelta::seconds(31));
    desk.sweeps().await;
    assert!(methods(&office).len() > called);
    assert!(!office.record(person).await.outbox.owes());
}
