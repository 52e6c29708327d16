//! What is true of the SQLite store alone: its file.

use std::process::Command;
use std::time::{Duration, Instant};

use gilbot::dialogue::event::MessageId;
use gilbot::store::sqlite::{SCHEMA, SqliteStore};
use gilbot::store::{ChatId, Commit, CommitId, Record, Revision, Row, Store, StoreError};

use crate::store_places::{Place, SqliteFile};
use crate::store_suite::{LeaseRow, at, contains, count, record};

#[tokio::test]
async fn plain_memory_is_a_place_too() {
    let store = SqliteStore::open(":memory:").unwrap();
    let applied = store
        .commit(ChatId(1), CommitId::Own(1), Revision(0), &record(1, None))
        .await;
    assert_eq!(applied, Ok(Commit::Applied));
    assert!(store.load(ChatId(1)).await.unwrap().is_some());
}

#[tokio::test]
async fn a_file_of_a_newer_program_is_refused_and_stays_as_it_is() {
    let place = SqliteFile::empty().await;
    drop(place.open().await);
    place
        .connect()
        .pragma_update(None, "user_version", SCHEMA + 1)
        .unwrap();
    let refusal = SqliteStore::open(&place.path()).err().unwrap().to_string();
    assert!(refusal.contains("use a newer gilbot"), "{refusal}");
    let schema: i64 = place
        .connect()
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(schema, SCHEMA + 1);
}

/// The tables as the first release made them.
const SCHEMA_1: &str = "
CREATE TABLE chat (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  seen BLOB NOT NULL,
  last_own INTEGER,
  due INTEGER
) STRICT;
CREATE INDEX chat_due ON chat (due) WHERE due IS NOT NULL;
PRAGMA user_version = 1;
";

#[tokio::test]
async fn a_file_of_the_first_release_is_upgraded_and_keeps_everything() {
    let place = SqliteFile::empty().await;
    let old = place.connect();
    old.execute_batch(SCHEMA_1).unwrap();
    let texts = [
        r#"{"v":1,"d":{}}"#,
        r#"{"v":1,"d":{},"o":{"show":"InPlace","asked":true}}"#,
        "spoiled",
    ];
    for (chat, text) in (1..).zip(texts) {
        let due = 1_800_000_000_000_i64 + chat;
        let row = (chat, 7, text, [5, 0, 0, 0], due);
        old.execute("INSERT INTO chat VALUES (?1, ?2, ?3, ?4, 9, ?5)", row)
            .unwrap();
    }
    drop(old);
    for _ in 0..2 {
        let store = place.open().await;
        let kept = store.load(ChatId(1)).await.unwrap().unwrap();
        assert_eq!((kept.revision, kept.seen), (Revision(7), vec![5]));
        assert!(matches!(
            store.load(ChatId(3)).await,
            Err(StoreError::Corrupt(_))
        ));
        assert_eq!(place.text_of(ChatId(3)).as_deref(), Some("spoiled"));
        let lease = async |row| store.lease_row(at(1), at(0), 9, row).await.unwrap();
        assert_eq!(lease(Row::Asked).await, [ChatId(2)]);
        assert_eq!(lease(Row::Unasked).await, [ChatId(1), ChatId(3)]);
        let again = store
            .commit(ChatId(1), CommitId::Own(9), Revision(7), &record(1, None))
            .await;
        assert_eq!(again, Ok(Commit::Duplicate), "the last of our own is known");
        assert_eq!(store.attempt(ChatId(1), 1, at(0)).await, Ok(1));
        assert_eq!(
            store.forget(ChatId(7), Revision(0)).await,
            Ok(Commit::Applied)
        );
        place.connect().execute("DELETE FROM attempt", ()).unwrap();
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_stays_as_it_is() {
    let place = SqliteFile::empty().await;
    let letter = "Dear diary, ".repeat(1000);
    std::fs::write(place.path(), &letter).unwrap();
    let refusal = SqliteStore::open(&place.path()).err().unwrap();
    assert!(matches!(refusal, StoreError::Unavailable(_)), "{refusal}");
    assert_eq!(std::fs::read_to_string(place.path()).unwrap(), letter);
    assert!(SqliteStore::open("/nowhere/at/all/gilbot.db").is_err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_program_on_the_file_delays_calls_but_never_hangs_them() {
    let place = SqliteFile::empty().await;
    let store = place.open().await;
    let other = place.connect();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let begun = Instant::now();
    let refused = store
        .commit(ChatId(1), CommitId::Own(1), Revision(0), &record(1, None))
        .await;
    assert!(
        matches!(refused, Err(StoreError::Unavailable(_))),
        "{refused:?}"
    );
    assert!(begun.elapsed() < Duration::from_millis(2500));
    assert_eq!(store.load(ChatId(1)).await, Ok(None), "reading goes on");
    other.execute_batch("ROLLBACK").unwrap();
    let applied = store
        .commit(ChatId(1), CommitId::Own(1), Revision(0), &record(1, None))
        .await;
    assert_eq!(applied, Ok(Commit::Applied));
}

/// What is written goes into a journal, whose last bytes a power cut takes away.
#[tokio::test]
async fn after_a_power_cut_the_file_is_as_it_was_at_some_moment() {
    const CHATS: u64 = 3;
    const COMMITS: u64 = 40;
    const STEP: usize = 9_973;
    let place = SqliteFile::empty().await;
    let store = place.open().await;
    for turn in 0..COMMITS {
        let chat = ChatId((turn % CHATS) as i64);
        let written = record(turn as i32, Some(at(turn as i64)));
        let commit = store.commit(chat, CommitId::Own(turn), Revision(turn / CHATS), &written);
        assert_eq!(commit.await, Ok(Commit::Applied));
    }
    // Nobody closes it: everything since the beginning lies in the journal.
    let file = std::fs::read(place.path()).unwrap();
    let journal = std::fs::read(format!("{}-wal", place.path())).unwrap();
    let mut before = 0;
    for cut in (0..journal.len()).step_by(STEP).chain([journal.len()]) {
        let place = SqliteFile::empty().await;
        std::fs::write(place.path(), &file).unwrap();
        std::fs::write(format!("{}-wal", place.path()), &journal[..cut]).unwrap();
        let store = place.open().await;
        let mut applied = 0;
        let mut found = Vec::new();
        for chat in 0..CHATS {
            let kept = store.load(ChatId(chat as i64)).await.unwrap();
            applied += kept.as_ref().map_or(0, |kept| kept.revision.0);
            found.push(kept);
        }
        for (chat, kept) in (0..).zip(found) {
            let last = (0..applied).rev().find(|turn| turn % CHATS == chat);
            let marks = kept.map(|kept| (kept.anchor.unwrap().0, kept.due));
            let wanted = last.map(|turn| (turn as i32, Some(at(turn as i64))));
            assert_eq!(marks, wanted, "{applied} commits at {cut}");
        }
        assert!(applied >= before, "{cut}");
        before = applied;
        let told: String = place
            .connect()
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(told, "ok");
    }
    assert_eq!(before, COMMITS, "whatever was answered lay there");
}

#[tokio::test]
async fn whoever_is_forgotten_leaves_no_byte_among_those_who_stay() {
    const CHATS: i64 = 240;
    let place = SqliteFile::empty().await;
    let store = place.open().await;
    let mark = |chat: i64| 1_100_000_000 + chat as i32;
    // Short and long records that grow and shrink, so that pages split, join and are reused.
    for turn in 0..3 {
        for chat in 0..CHATS {
            let mut record = record(mark(chat), Some(at(chat)));
            let length = (chat * 37 + turn * 101) % 400;
            record.outbox.erase = vec![MessageId(mark(chat)); length as usize];
            let revision = Revision(turn as u64);
            let applied = store
                .commit(number(chat), CommitId::Own(turn as u64), revision, &record)
                .await;
            assert_eq!(applied, Ok(Commit::Applied));
        }
    }
    for chat in (0..CHATS).filter(|chat| chat % 2 == 0) {
        assert_eq!(
            store.forget(number(chat), Revision(3)).await,
            Ok(Commit::Applied)
        );
    }
    let bytes = place.bytes();
    for chat in 0..CHATS {
        let stays = chat % 2 == 1;
        assert_eq!(contains(&bytes, &mark(chat).to_string()), stays, "{chat}");
        let key = number(chat).0.to_be_bytes();
        let found = bytes.windows(key.len()).any(|window| window == key);
        assert_eq!(found, stays, "the number of {chat}");
    }
}

/// A chat whose number is stored as eight bytes.
fn number(chat: i64) -> ChatId {
    ChatId(0x0123_4567_89ab_0000 + chat)
}

/// The test runs itself in a second process, which may not write files longer than 256 KiB.
#[test]
fn on_a_full_disk_commits_are_refused_and_resume_when_there_is_room() {
    const ON_A_SMALL_DISK: &str = "GILBOT_TEST_ON_A_SMALL_DISK";
    if std::env::var_os(ON_A_SMALL_DISK).is_some() {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        return runtime.block_on(on_a_small_disk());
    }
    let limited = "trap '' XFSZ; ulimit -S -f 512; exec \"$0\" --exact \"$1\"";
    let name = "store_sqlite::on_a_full_disk_commits_are_refused_and_resume_when_there_is_room";
    let output = Command::new("sh")
        .args(["-c", limited])
        .arg(std::env::current_exe().unwrap())
        .arg(name)
        .env(ON_A_SMALL_DISK, "yes")
        .output()
        .expect("sh runs");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && told.contains("1 passed"),
        "{told}"
    );
}

async fn on_a_small_disk() {
    let place = SqliteFile::empty().await;
    let store = place.open().await;
    let mut long = record(1, Some(at(1)));
    long.outbox.erase = vec![MessageId(i32::MAX); 1000];
    let mut kept: u64 = 0;
    let refused = loop {
        match commit(&*store, kept, &long).await {
            Ok(applied) => assert_eq!(applied, Commit::Applied),
            Err(error) => break error,
        }
        kept += 1;
        assert!(kept < 100_000, "the disk has no end");
    };
    assert!(matches!(refused, StoreError::Unavailable(_)), "{refused}");
    assert!(commit(&*store, kept, &long).await.is_err(), "still full");
    let last = store.load(ChatId(kept as i64 - 1)).await.unwrap().unwrap();
    assert_eq!(last.outbox, long.outbox, "reading goes on");
    assert_eq!(
        store.load(ChatId(kept as i64)).await,
        Ok(None),
        "nothing by halves"
    );

    let process = std::process::id().to_string();
    let room = Command::new("prlimit")
        .args(["--fsize=unlimited:", "--pid", &process])
        .status();
    assert!(room.expect("prlimit runs").success());
    assert_eq!(commit(&*store, kept, &long).await, Ok(Commit::Applied));
    assert_eq!(count(&*store, at(1)).await, Ok(kept + 1));
    let sound: String = place
        .connect()
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(sound, "ok");
}

async fn commit(store: &dyn Store, chat: u64, record: &Record) -> Result<Commit, StoreError> {
    store
        .commit(ChatId(chat as i64), CommitId::Own(1), Revision(0), record)
        .await
}
