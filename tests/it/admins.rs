//! `/stats` in the chat of an admin; and to everybody else, a command like any unknown one.

use std::process::Child;

use gilbot::dialogue::event::{Command, Event};
use gilbot::emulator::{Emulator, World};
use gilbot::reading::sift::Asked;
use gilbot::telegram::Tree;
use gilbot::telegram::tree::Routed;
use serde_json::{Value, json};
use teloxide::types::ChatId;
use tempfile::TempDir;

use crate::office::parsed;
use crate::program::{emulator, ended, log, program, tell_to_stop};

const ADMIN: i64 = 7_001_002_003;

#[test]
fn only_an_admin_in_their_own_chat_asks_for_stats() {
    for text in ["/stats", "/Stats", "/stats@emulated_bot", " /stats "] {
        let asked = route(&said(ADMIN, "message", text));
        assert!(
            matches!(asked, Routed::Stats { chat, .. } if chat.0 == ADMIN),
            "{text}"
        );
        let other = route(&said(ADMIN + 1, "message", text));
        assert_eq!(event(other), Event::Commanded(Command::Unknown), "{text}");
    }
    let mut in_group = said(ADMIN, "message", "/stats");
    in_group["message"]["chat"] = json!({"id": -70, "type": "group", "title": "모임"});
    assert_eq!(route(&in_group), Routed::Nothing);
    let edited = route(&said(ADMIN, "edited_message", "/stats"));
    assert!(matches!(edited, Routed::Chat(_)), "{edited:?}");
}

#[test]
fn whatever_an_admin_says_beside_it_is_sifted_as_anybody_s() {
    let secret = event(route(&said(ADMIN, "message", "/stats 900101-1234567")));
    assert!(matches!(secret, Event::SecretTyped { .. }), "{secret:?}");
    let words = event(route(&said(ADMIN, "message", "/stats please")));
    assert_eq!(words, Event::Commanded(Command::Unknown));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_is_told_and_nobody_else_learns_that_there_is_something_to_tell() {
    let (emulator, admin) = emulator("운영자").await;
    let other = emulator.with(|world| world.add_person("김영자", "ko"));
    let place = TempDir::new().unwrap();
    let serving = serving(&emulator, &place, admin);

    emulator.with(|world| world.say(admin, admin, "/stats"));
    let told = emulator.until(|world| answers(world, admin).pop()).await;
    for line in [
        "운영 통계",
        "보낸 알림",
        "갱신한 인증서 5 미만",
        "화면이 달라요",
    ] {
        assert!(told.contains(line), "{line} is not in\n{told}");
    }
    emulator.with(|world| world.say(other, other, "/stats"));
    let stats = emulator.until(|world| answers(world, other).pop()).await;
    emulator.with(|world| world.say(other, other, "/nonsense"));
    let nonsense = emulator.until(|world| answers(world, other).get(1).cloned());
    assert_eq!(
        stats,
        nonsense.await,
        "as to any command that does not exist"
    );

    let menus = emulator.until(|world| {
        let menus: Vec<_> = world
            .calls_of("setMyCommands")
            .iter()
            .map(|call| call.params.clone())
            .collect();
        (menus.len() == 4).then_some(menus)
    });
    for menu in menus.await {
        let has_stats = menu["commands"].to_string().contains("\"stats\"");
        let is_admins = menu["scope"]["chat_id"] == json!(admin);
        assert_eq!(has_stats, is_admins, "{menu}");
    }
    tell_to_stop(&serving);
    assert!(ended(serving).await.success());
    let records = rusqlite::Connection::open(place.path().join("gilbot.db")).unwrap();
    let kept = "SELECT count(*) FROM chat WHERE id = ?1";
    let kept: i64 = records.query_row(kept, [admin], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0, "no record knows of it");
    assert!(!log(place.path()).contains(&admin.to_string()));
}

fn serving(emulator: &Emulator, place: &TempDir, admin: i64) -> Child {
    let (token, url) = (emulator.token().to_owned(), emulator.api_url());
    let admins = format!(" {admin},");
    let settings = [
        ("TELOXIDE_TOKEN", token.as_str()),
        ("TELOXIDE_API_URL", &url),
        ("ADMIN_CHAT_IDS", &admins),
        ("RUST_LOG", "trace"),
    ];
    program(place.path(), &settings, &["serve"])
}

/// What the bot has said to somebody.
fn answers(world: &World, person: i64) -> Vec<String> {
    let messages = world.messages(person).into_iter();
    let ours = messages.filter(|message| message.from_bot);
    ours.map(|message| message.text).collect()
}

fn route(update: &Value) -> Routed {
    let tree = Tree::new("emulated_bot").with_admins(vec![ChatId(ADMIN)]);
    tree.route(parsed(update), Asked::Nothing)
}

fn event(routed: Routed) -> Event {
    match routed {
        Routed::Chat(incoming) => incoming.event,
        other => panic!("{other:?} is no event of a chat"),
    }
}

fn said(person: i64, kind: &str, text: &str) -> Value {
    let who = json!({"id": person, "is_bot": false, "first_name": "영자", "language_code": "ko"});
    let chat = json!({"id": person, "type": "private", "first_name": "영자"});
    let length = text.trim().encode_utf16().count();
    json!({"update_id": 1, kind: {
        "message_id": 5, "date": 1_795_000_000, "edit_date": 1_795_000_000,
        "chat": chat, "from": who, "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": length}],
    }})
}
