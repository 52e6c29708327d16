//! `gilbot store`: all records, moved and proved by an operator's hand.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use chrono::{NaiveDate, TimeDelta};
use gilbot::dialogue::next_due;
use gilbot::runtime::clock::Clock;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{ChatId, Commit, CommitId, Record, Revision, Store};
use tempfile::TempDir;

use crate::program::{ended, log, program};
use crate::servers::Server;

const CHATS: i64 = 25;

#[tokio::test(flavor = "multi_thread")]
async fn a_file_moves_to_a_server_and_back_and_every_alarm_is_proved() {
    let place = TempDir::new().unwrap();
    filled(&place.path().join("gilbot.db")).await;
    let at = place.path();
    let (code, told) = asked(at, &["export", "records.jsonl"]).await;
    assert_eq!(code, Some(0), "{told}");
    let line = "ok       records: 채팅 25개를 내보냈어요. — 25 chats exported\n";
    assert_eq!(told, line);
    let file = at.join("records.jsonl");
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "for nobody else's eyes");

    let server = Server::start();
    let url = format!("redis://default:hunter2@127.0.0.1:{}", server.port);
    let there = ["--store", url.as_str()];
    let (code, told) = asked(at, &[&there, &["import", "records.jsonl"][..]].concat()).await;
    assert_eq!(code, Some(0), "{told}");
    let (code, told) = asked(at, &[&there, &["verify"][..]].concat()).await;
    assert_eq!(code, Some(0), "{told}");
    let (code, told) = asked(at, &[&there, &["export", "back.jsonl"][..]].concat()).await;
    assert_eq!(code, Some(0), "{told}");
    assert_eq!(lines(&file), lines(&at.join("back.jsonl")));

    let (code, told) = asked(at, &[&there, &["import", "records.jsonl"][..]].concat()).await;
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("the store holds chats already"), "{told}");
    assert!(!told.contains("hunter2"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_to_the_standard_output_says_how_it_went_beside_it() {
    let place = TempDir::new().unwrap();
    filled(&place.path().join("gilbot.db")).await;
    let (code, told) = asked(place.path(), &["export"]).await;
    assert_eq!(code, Some(0), "{told}");
    // The test hears both; the records come as lines of JSON.
    let records = told.lines().filter(|line| line.starts_with('{'));
    assert_eq!(
        records.count() as i64,
        CHATS + 2,
        "a head, the chats, an end"
    );
    assert!(told.ends_with("25 chats exported\n"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_alarm_is_told_and_put_right_only_when_that_is_wanted() {
    let place = TempDir::new().unwrap();
    let path = place.path().join("gilbot.db");
    filled(&path).await;
    let beside = rusqlite::Connection::open(&path).unwrap();
    let lost = "UPDATE chat SET due = NULL WHERE id IN (SELECT id FROM chat LIMIT 2)";
    assert_eq!(beside.execute(lost, []), Ok(2));
    for (words, expected, line) in [
        (
            &["verify"][..],
            1,
            "wrong    alarms: 알람이 없는 채팅이 2개 있어요. — 2 chats have lost their alarm",
        ),
        (
            &["verify", "--repair"],
            0,
            "warning  alarms: 알람이 없는 채팅이 2개 있어요. 고쳤어요. — 2 chats have lost their alarm: put right",
        ),
        (
            &["verify"],
            0,
            "ok       records: 채팅 25개를 살폈어요. — 25 chats were looked at",
        ),
    ] {
        let (code, told) = asked(place.path(), words).await;
        assert_eq!(code, Some(expected), "{told}");
        assert!(told.lines().any(|told| told == line), "{told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_done_is_told_and_changes_nothing() {
    let place = TempDir::new().unwrap();
    let at = place.path();
    let (code, told) = asked(at, &["export", "records.jsonl"]).await;
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("gilbot.db: 그런 저장소 파일이 없어요."),
        "{told}"
    );
    assert_eq!(fs::read_dir(at).unwrap().count(), 1, "the log alone");

    let (code, told) = asked(at, &["--store", "postgres://u:hunter2@h", "verify"]).await;
    assert_eq!(code, Some(2), "{told}");
    assert!(!told.contains("hunter2"), "{told}");

    filled(&at.join("gilbot.db")).await;
    fs::write(at.join("records.jsonl"), "kept").unwrap();
    let (code, told) = asked(at, &["export", "records.jsonl"]).await;
    assert_eq!(code, Some(1), "{told}");
    assert_eq!(
        fs::read_to_string(at.join("records.jsonl")).unwrap(),
        "kept"
    );
    let (code, told) = asked(at, &["export", "no/such/folder.jsonl"]).await;
    assert_eq!(code, Some(1), "{told}");

    fs::write(
        at.join("broken.jsonl"),
        "{\"gilbot_export\":1}\n{\"hunter2\"\n",
    )
    .unwrap();
    let into_new = ["--store", "sqlite:new.db", "import", "broken.jsonl"];
    let (code, told) = asked(at, &into_new).await;
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("nothing was imported: line 2 "), "{told}");
    assert!(!told.contains("hunter2"), "{told}");
    let (code, told) = asked(at, &["--store", "sqlite:new.db", "verify"]).await;
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("0 chats were looked at"), "{told}");
}

/// People with a certificate, each with their next alarm.
async fn filled(path: &Path) {
    let store = SqliteStore::open(path.to_str().unwrap()).unwrap();
    let now = Clock::new().now();
    let day = |year| NaiveDate::from_ymd_opt(year, 3, 1).unwrap();
    for number in 0..CHATS {
        let mut record = Record::default();
        record.dialogue.heard_at = Some(now + TimeDelta::seconds(number));
        record.dialogue.certificates.add(day(2038), day(2037));
        record.due = next_due(&record.dialogue);
        let (chat, id) = (ChatId(7_000_000_000 + number), CommitId::Update(1));
        let committed = store.commit(chat, id, Revision(0), &record).await;
        assert_eq!(committed, Ok(Commit::Applied));
    }
    drop(store);
    // The store's thread ends by itself; what it has committed can be read at once.
}

/// The lines, in any order: each store walks through its chats in its own.
fn lines(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

/// How `gilbot store` ended, and what it said. It needs no token.
async fn asked(place: &Path, words: &[&str]) -> (Option<i32>, String) {
    let words = [&["store"], words].concat();
    let status = ended(program(place, &[], &words)).await;
    (status.code(), log(place))
}
