//! `gilbot check`: what an operator is told before the start, and while the bot runs.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use gilbot::emulator::{Emulator, Fault, Mishap};
use gilbot::store::sqlite::SqliteStore;
use tempfile::TempDir;

use crate::program::{emulator, ended, free_address, log, program};
use crate::servers::{Server, eventually};

/// Two questions to Telegram are asked side by side, each for at most eight seconds.
const LOOK_SECONDS_MAX: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread")]
async fn all_is_well_is_told_line_by_line_and_nothing_is_changed() {
    let (emulator, _) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    let (code, told) = checked(&emulator, place.path(), &[("RUST_LOG", "warn")]).await;
    assert_eq!(code, Some(0), "{told}");
    for line in told.lines() {
        assert!(line.starts_with("ok       "), "{line}");
        assert!(line.contains(" — "), "in Korean and in English: {line}");
    }
    for line in [
        "ok       TELOXIDE_TOKEN: 정했어요. 값은 가렸어요. — set, hidden",
        "ok       RUST_LOG: warn — set",
        "ok       UNASKED_A_SECOND: 25 — the default",
        "ok       token: @emulated_bot의 토큰이에요. — it is that of @emulated_bot",
        "ok       webhook: 없어요. 폴링할 수 있어요. — none; polling works",
        "ok       store: 파일이 아직 없어요. 처음 켤 때 만들어요. — there is no file yet; the first start makes it",
    ] {
        assert!(told.lines().any(|told| told == line), "{line}\n{told}");
    }
    let letters = emulator.token().split(':').next_back().unwrap();
    assert!(!told.contains(letters), "{told}");
    assert!(!place.path().join("gilbot.db").exists());
    let changes = emulator.see(|world| {
        let calls = world.calls().iter();
        let changes = calls.filter(|call| !call.method.to_lowercase().starts_with("get"));
        changes.count()
    });
    assert_eq!(changes, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_a_file_names_is_told() {
    let (emulator, _) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    std::fs::write(place.path().join("store"), "sqlite:elsewhere.db\n").unwrap();
    let named = [("STORE_URL_FILE", "store")];
    let (_, told) = checked(&emulator, place.path(), &named).await;
    let line = "ok       STORE_URL: sqlite:elsewhere.db — without user and password";
    assert!(told.lines().any(|told| told == line), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_that_takes_the_updates_away_from_polling_is_wrong() {
    let (emulator, _) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    let api = format!("{}/bot{}/setWebhook", emulator.api_url(), emulator.token());
    let set = [("url", "http://127.0.0.1:9/elsewhere")];
    let set = reqwest::Client::new()
        .post(api)
        .json(&serde_json::json!({ "url": set[0].1 }));
    assert!(set.send().await.unwrap().status().is_success());
    let (code, told) = checked(&emulator, place.path(), &[]).await;
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("wrong    webhook: 127.0.0.1에 걸려 있어"),
        "{told}"
    );

    let webhook = [
        ("WEBHOOK_URL", "http://127.0.0.1:9/elsewhere"),
        ("WEBHOOK_LISTEN", "127.0.0.1:9"),
        ("WEBHOOK_SECRET", "hunter2"),
    ];
    let (code, told) = checked(&emulator, place.path(), &webhook).await;
    assert_eq!(code, Some(0), "{told}");
    assert!(
        told.contains("ok       webhook: 127.0.0.1에 걸려 있어요."),
        "{told}"
    );
    assert!(!told.contains("hunter2"), "{told}");
    let (code, told) = {
        let mut moved = webhook;
        moved[0].1 = "http://127.0.0.1:9/here";
        checked(&emulator, place.path(), &moved).await
    };
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("warning  webhook: 다른 주소"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_telegram_that_hangs_does_not_hold_the_look_up() {
    let (emulator, _) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    emulator.with(|world| {
        world.fault(Fault::new(Mishap::Hang).on("getMe"));
        world.fault(Fault::new(Mishap::Hang).on("getWebhookInfo"));
    });
    let begun = Instant::now();
    let (code, told) = checked(&emulator, place.path(), &[]).await;
    assert!(begun.elapsed() < LOOK_SECONDS_MAX, "{:?}", begun.elapsed());
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("wrong    token: 텔레그램이 답하지 않아요."),
        "{told}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_nobody_knows_is_wrong() {
    let (emulator, _) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    let strange = [("TELOXIDE_TOKEN", "1:never_known_to_anybody_hunter2")];
    let (code, told) = checked(&emulator, place.path(), &strange).await;
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("wrong    token: 텔레그램이 모르는 토큰이에요."),
        "{told}"
    );
    assert!(!told.contains("hunter2"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_looked_at_while_the_bot_uses_it() {
    let (emulator, _) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    let path = place.path().join("gilbot.db");
    let in_use = SqliteStore::open(path.to_str().unwrap()).unwrap();
    let (code, told) = checked(&emulator, place.path(), &[]).await;
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("it holds 0 chats"), "{told}");
    assert!(told.contains("every commit reaches the disk"), "{told}");
    drop(in_use);

    fs::write(place.path().join("odd.db"), "no database").unwrap();
    let odd = [("STORE_URL", "sqlite:odd.db")];
    let (code, told) = checked(&emulator, place.path(), &odd).await;
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("wrong    store: "), "{told}");
    let nowhere = [("STORE_URL", "sqlite:there/is/no/folder.db")];
    let (code, told) = checked(&emulator, place.path(), &nowhere).await;
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("the folder of the file does not exist"),
        "{told}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_forgets_is_wrong_and_one_that_saves_now_and_then_a_warning() {
    let (emulator, _) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    let server = Server::start();
    let url = format!("redis://default:hunter2@127.0.0.1:{}", server.port);
    let (code, told) = checked(&emulator, place.path(), &[("STORE_URL", &url)]).await;
    assert_eq!(code, Some(0), "{told}");
    assert!(
        told.contains("every write goes to the AOF (appendfsync everysec)"),
        "{told}"
    );
    assert!(!told.contains("hunter2"), "{told}");

    let set = |name: &str, value: &str| {
        let _: String = server.ask(&["CONFIG", "SET", name, value]);
    };
    set("appendonly", "no");
    set("save", "60 1");
    let (code, told) = checked(&emulator, place.path(), &[("STORE_URL", &url)]).await;
    assert_eq!(code, Some(0), "{told}");
    assert!(
        told.contains("warning  store: 가끔만 디스크에 써요."),
        "{told}"
    );

    set("save", "");
    let (code, told) = checked(&emulator, place.path(), &[("STORE_URL", &url)]).await;
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("wrong    store: 디스크에 쓰지 않아요."),
        "{told}"
    );

    set("save", "60 1");
    set("maxmemory", "100mb");
    set("maxmemory-policy", "allkeys-lru");
    let (code, told) = checked(&emulator, place.path(), &[("STORE_URL", &url)]).await;
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("wrong    store: 메모리가 차면"), "{told}");

    let allowed = [("STORE_URL", &*url), ("STORE_ALLOW_VOLATILE", "yes")];
    let (code, told) = checked(&emulator, place.path(), &allowed).await;
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("warning  store: 메모리가 차면"), "{told}");

    let nobody = format!("redis://{}", free_address().await);
    let (code, told) = checked(&emulator, place.path(), &[("STORE_URL", &nobody)]).await;
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("wrong    store: 저장소를 쓸 수 없어요."),
        "{told}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn replicas_that_every_commit_waits_for_are_looked_for() {
    let (emulator, _) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    let server = Server::start();
    let url = server.url();
    let settings = [("STORE_URL", &*url), ("STORE_WAIT_REPLICAS", "1")];
    let (code, told) = checked(&emulator, place.path(), &settings).await;
    assert_eq!(code, Some(1), "{told}");
    let lacks = "0 replicas follow, and every commit waits for 1";
    assert!(told.contains(lacks), "{told}");

    let port = server.port.to_string();
    let replica = Server::start_with(&["--appendonly", "yes", "--replicaof", "127.0.0.1", &port]);
    eventually("a replica that follows", || {
        let told: String = server.ask(&["INFO", "replication"]);
        told.contains("connected_slaves:1").then_some(())
    });
    let (code, told) = checked(&emulator, place.path(), &settings).await;
    assert_eq!(code, Some(0), "{told}");
    assert!(
        told.contains("1 replicas follow; every commit waits for 1"),
        "{told}"
    );
    drop(replica);
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_that_are_wrong_end_it_with_2_and_slips_of_the_pen_are_noticed() {
    let (emulator, _) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    let (code, _) = checked(&emulator, place.path(), &[("LOG_FORMAT", "pretty")]).await;
    assert_eq!(code, Some(2));
    let (code, told) = checked(&emulator, place.path(), &[("STORE_URI", "hunter2")]).await;
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("warning  settings: STORE_URI"), "{told}");
    assert!(!told.contains("hunter2"), "{told}");
}

/// How the look ended, and what it said.
async fn checked(
    emulator: &Emulator,
    place: &Path,
    settings: &[(&str, &str)],
) -> (Option<i32>, String) {
    let (token, url) = (emulator.token().to_owned(), emulator.api_url());
    let mut all = vec![
        ("TELOXIDE_TOKEN", token.as_str()),
        ("TELOXIDE_API_URL", &url),
    ];
    all.extend(settings);
    let status = ended(program(place, &all, &["check"])).await;
    (status.code(), log(place))
}
