//! What a person types by mistake leaves no trace: whatever kind of secret, wherever in the conversation, however sent.
//!
//! The real bot over HTTP, with its log at its finest. Each planted value must be nowhere in the store, in the log, in
//! the metrics, or in anything that the bot says to Telegram afterwards; the message is taken out of the chat once, the
//! person is warned once, and stays where they were.

mod acting;
mod heard;
mod planted;
mod rooms;
mod scene;
mod search;

use gilbot::emulator::{Fault, Mishap};
use gilbot::reading::sift::{Asked, Kind, Sifted, sift};
use serde_json::json;

use crate::stage::{Kept, Mode};
use crate::story::reader::Reader;
use planted::{Carrier, KINDS, carriers};
use scene::Scene;

/// The name that the person has in Telegram, and the number on the contact card that they send: nobody asked for them.
const UNASKED: [&str; 2] = ["홍금자씨", "1073910084"];

#[test]
fn what_is_planted_is_recognised() {
    for kind in KINDS {
        for (at, carrier) in carriers(kind).into_iter().enumerate() {
            assert!(carrier.text.contains(carrier.written), "{carrier:?}");
            for asked in [Asked::Nothing, Asked::Date] {
                match sift(carrier.text, asked) {
                    // The plain one is recognised as what it is; the others, as something that must go.
                    Sifted::Secret(kinds) => {
                        let is_it = kinds.as_slice().contains(&kind);
                        assert!(
                            kind.is_secret() && (is_it || at > 0),
                            "{carrier:?}: {kinds:?}"
                        );
                    }
                    Sifted::Safe(safe) => {
                        assert_eq!(kind, Kind::Phone, "{carrier:?}");
                        assert!(!safe.as_str().contains(carrier.written), "{carrier:?}");
                    }
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_secret_in_every_room_leaves_no_trace_in_sqlite() {
    let mut scene = Scene::set(Mode::Polling, Kept::Sqlite).await;
    // In three turns every kind comes to every room, and every way to both.
    for (number, kind) in secrets().enumerate() {
        for turn in 0..3 {
            scene.plant(kind, number + 2 * turn).await;
        }
        scene.none_new_in_the_store();
    }
    scene.plant_telephones().await;
    scene.is_traceless().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_secret_in_every_room_leaves_no_trace_in_redis() {
    let mut scene = Scene::set(Mode::Webhook, Kept::Redis).await;
    for (number, kind) in secrets().enumerate() {
        scene.plant(kind, number).await;
        scene.none_new_in_the_store();
    }
    scene.plant_telephones().await;
    scene.is_traceless().await;
    let written = search::written_by_redis();
    scene.none_of_the_long_in("the commands that Redis wrote down", &written);
}

/// While Telegram does not answer, the record owes: to erase the message, and to warn. It knows the number of the
/// message, and nothing of what stood in it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_owed_while_telegram_is_away_holds_no_secret() {
    let mut scene = Scene::set_alone(Mode::Polling, Kept::Sqlite).await;
    for (number, kind) in secrets().enumerate() {
        let carrier = carriers(kind)[number % 4];
        let away = |method: &str| Fault::too_many_requests(30).on(method).always();
        scene.stage.emulator.with(|world| {
            world.fault(away("deleteMessage"));
            world.fault(away("sendMessage"));
        });
        let (chat, message) = scene.say_alone(carrier).await;
        let kept = scene.kept();
        assert!(kept.contains("\"erase\":["), "it is owed: {kept}");
        scene.none_in("what is owed", &kept);

        scene.stage.emulator.with(|world| world.clear_faults());
        scene.stage.move_by(chrono::TimeDelta::minutes(5));
        scene.settle().await;
        scene.is_warned(chat, carrier.text);
        let gone = scene
            .stage
            .emulator
            .see(|world| world.message(chat, message).is_none());
        assert!(gone, "{carrier:?}");
    }
    scene.is_traceless().await;
}

/// In a group we look at nothing but whether we are called: nothing is kept, and nothing is taken out of other people's
/// talk.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_said_in_a_group_leaves_no_trace() {
    let mut scene = Scene::set_alone(Mode::Polling, Kept::Sqlite).await;
    let kept_before = scene.text_of_alone();
    let emulator = scene.stage.emulator.clone();
    let (person, group) = emulator.with(|world| {
        let person = world.add_person(UNASKED[0], "ko");
        (person, world.add_group("가족방", &[person]))
    });
    for kind in KINDS {
        let carrier = carriers(kind)[0];
        scene.plants(carrier);
        let called = format!(
            "@{} {}",
            emulator.see(|world| world.bot_username().to_owned()),
            carrier.text
        );
        emulator.with(|world| world.say(group, person, &called));
        scene.settle().await;
    }
    assert_eq!(scene.text_of_alone(), kept_before);
    assert_eq!(
        emulator.see(|world| world.calls_of("deleteMessage").len()),
        0
    );
    scene.is_traceless().await;
}

/// What stands behind a link or a command, in an answer's quotation or in a poll, is not ours to keep either.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_stands_beside_the_words_leaves_no_trace() {
    let mut scene = Scene::set_alone(Mode::Polling, Kept::Sqlite).await;
    let chat = scene.alone();
    for (number, kind) in KINDS.into_iter().enumerate() {
        let carrier = carriers(kind)[number % 4];
        scene.plants(carrier);
        let text = carrier.text;
        let beside = [
            json!({ "poll": { "id": "1", "question": text, "options": [], "total_voter_count": 0, "is_closed": false,
                "is_anonymous": true, "type": "regular", "allows_multiple_answers": false } }),
            json!({ "venue": { "title": text, "address": text, "location": { "latitude": 1.5, "longitude": 1.5 } },
                "location": { "latitude": 1.5, "longitude": 1.5 } }),
            json!({ "quote": { "text": text, "position": 0 }, "text": "이게 뭐예요" }),
            json!({ "a_kind_of_next_year": { "text": text } }),
            json!({ "text": text, "entities": [{ "type": "of_next_year", "offset": 0, "length": 1 }] }),
        ];
        let emulator = scene.stage.emulator.clone();
        for extra in beside {
            emulator.with(|world| world.say_with(chat, chat, "", extra));
        }
        for typed in [
            format!("/start {text}"),
            format!("/start with-{text}"),
            format!("/help {text}"),
            format!("/{text}"),
        ] {
            emulator.with(|world| world.say(chat, chat, &typed));
        }
        emulator.with(|world| world.press(chat, chat, 1, text));
        scene.settle().await;
    }
    scene.is_traceless().await;
}

/// What cannot be reached is complained about in the log, and the address of every call holds the token.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_token_is_in_no_line_of_the_log() {
    let mut scene = Scene::set_alone(Mode::Polling, Kept::Sqlite).await;
    let chat = scene.alone();
    let emulator = scene.stage.emulator.clone();
    let token = emulator.token().to_owned();
    for method in ["getUpdates", "sendMessage", "editMessageText"] {
        for mishap in [Mishap::CutBefore, Mishap::CutAfter, Mishap::OddAnswer] {
            emulator.with(|world| world.fault(Fault::new(mishap).on(method)));
            emulator.with(|world| world.say(chat, chat, "/settings"));
            scene.settle().await;
            let pressed = emulator
                .see(|world| Reader::standing(&world.messages(chat), "알림 시간 바꾸기", 1));
            if let Some(button) = pressed {
                emulator.with(|world| world.press(chat, chat, button.message, &button.data));
            }
            scene.settle().await;
        }
    }
    scene.stage.restart().await;
    let log = heard::lines();
    assert!(log.contains("gilbot::runtime"), "the log is heard");
    assert!(
        log.contains("Telegram did not give its updates"),
        "what went wrong is in it"
    );
    let (bot, letters) = token.split_once(':').expect("a token");
    for part in [
        token.as_str(),
        letters,
        &letters[2..20],
        &format!("bot{bot}"),
    ] {
        assert!(!log.contains(part), "«{part}» is in the log");
    }
    let kept = scene.kept();
    assert!(!kept.contains(letters), "the token is in the store");
    assert!(
        !scene.metrics().await.contains(letters),
        "the token is in the metrics"
    );
}

fn secrets() -> impl Iterator<Item = Kind> {
    KINDS.into_iter().filter(|kind| kind.is_secret())
}

/// What must be nowhere because of this carrier: the value as it was written, its digits alone, and every piece that is
/// too long for a count or the number of a message.
fn needles(carrier: &Carrier) -> Vec<String> {
    let mut needles = vec![carrier.written.to_owned(), carrier.bare.to_owned()];
    let pieces = carrier.written.split(|sign: char| !sign.is_alphanumeric());
    needles.extend(
        pieces
            .filter(|piece| piece.chars().count() >= 6)
            .map(str::to_owned),
    );
    needles.sort();
    needles.dedup();
    needles
}
