//! What an operator sees: the program itself, started, asked, and stopped.

use std::fs;
use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use gilbot::dialogue::effect::Count;
use gilbot::dialogue::reminder::Notice;
use gilbot::emulator::Emulator;
use gilbot::guide::step::StepId;
use gilbot::locales::Words;
use gilbot::runtime::clock::Clock;
use gilbot::runtime::gauge::{self, Kind, METRICS};
use gilbot::runtime::ops::{self, OpsState, Unwell};
use gilbot::runtime::pulse::Pulse;
use gilbot::runtime::stats::tally::Tally;
use gilbot::runtime::stop::Stop;
use gilbot::store::sqlite::SqliteStore;
use gilbot::telegram::outcome::Delivery;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::time::timeout;

use crate::program::{PATIENCE, emulator, ended, free_address, log, program, tell_to_stop};

/// A resident number, as somebody might send it.
const SECRET: &str = "900101-1234567";

#[tokio::test(flavor = "multi_thread")]
async fn it_serves_tells_how_it_is_and_ends_gently() {
    let (emulator, person) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    let listen = free_address().await;
    let serving = serving(&emulator, place.path(), &listen.to_string());

    emulator.with(|world| world.say(person, person, "/start"));
    emulator
        .until(|world| (world.messages(person).len() > 1).then_some(()))
        .await;
    let ready = async { while answer(listen, "readyz").await != (200, "ready\n".into()) {} };
    timeout(PATIENCE, ready).await.expect("it becomes ready");
    assert_eq!(answer(listen, "healthz").await, (200, "alive\n".into()));
    // Counted when it is over, which may be after the person has seen it.
    let taken = r#"gilbot_updates_total{kind="message",outcome="taken"}"#;
    assert_eq!(counted(listen, taken).await, 1);
    for verb in ["load", "commit", "lease"] {
        let timed = format!("gilbot_store_seconds_count{{verb=\"{verb}\"}}");
        counted(listen, &timed).await;
    }
    let anywhere = format!("0.0.0.0:{}", listen.port());
    for asked in [listen.to_string(), anywhere] {
        let health = program(place.path(), &[("OPS_LISTEN", &asked)], &["health"]);
        assert!(ended(health).await.success(), "{asked}");
    }

    tell_to_stop(&serving);
    assert_eq!(ended(serving).await.code(), Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_finest_log_holds_neither_the_token_nor_what_was_typed() {
    let (emulator, person) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    let mut serving = serving(&emulator, place.path(), "");

    let said = emulator.with(|world| world.say(person, person, SECRET));
    emulator
        .until(|world| {
            let erased = world.message(person, said).is_none();
            (erased && !world.messages(person).is_empty()).then_some(())
        })
        .await;
    serving.kill().unwrap();
    serving.wait().unwrap();

    let log = log(place.path());
    assert!(log.contains("gilbot::"), "it logs: {log}");
    let letters = emulator.token().split(':').next_back().unwrap();
    for planted in [letters, SECRET, &SECRET[7..], &person.to_string()] {
        assert!(!log.contains(planted), "{planted} stands in the log");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_telegram_does_not_know_is_told_plainly() {
    let (emulator, _) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    let url = emulator.api_url();
    let settings = [
        ("TELOXIDE_TOKEN", "1:never_known_to_anybody_hunter2"),
        ("TELOXIDE_API_URL", url.as_str()),
    ];
    let status = ended(program(place.path(), &settings, &["serve"])).await;
    assert_eq!(status.code(), Some(1));
    let log = log(place.path());
    assert!(log.contains("token"), "{log}");
    assert!(!log.contains("hunter2"), "{log}");
}

#[tokio::test]
async fn wrong_settings_end_it_with_2_and_are_told_together() {
    let place = TempDir::new().unwrap();
    let settings = [("OPS_LISTEN", "hunter2"), ("LOG_FORMAT", "hunter2")];
    let status = ended(program(place.path(), &settings, &["serve"])).await;
    assert_eq!(status.code(), Some(2));
    let told = log(place.path());
    let names: Vec<_> = told
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(names, ["TELOXIDE_TOKEN", "OPS_LISTEN", "LOG_FORMAT"]);
    assert!(!told.contains("hunter2"), "{told}");
}

#[tokio::test]
async fn settings_are_read_from_a_file_whose_bad_lines_are_not_repeated() {
    let place = TempDir::new().unwrap();
    fs::write(place.path().join(".env"), "TELOXIDE_TOKEN=hunter2\n").unwrap();
    ended(program(place.path(), &[], &["serve"])).await;
    let told = log(place.path());
    assert!(told.contains("BotFather가 준 그대로"), "{told}");

    fs::write(place.path().join(".env"), "TELOXIDE_TOKEN 1:hunter2\n").unwrap();
    let status = ended(program(place.path(), &[], &["serve"])).await;
    assert_eq!(status.code(), Some(2));
    let told = log(place.path());
    assert!(told.starts_with(".env: "), "{told}");
    assert!(!told.contains("hunter2"), "{told}");
}

#[tokio::test]
async fn health_is_bad_when_nobody_answers() {
    let place = TempDir::new().unwrap();
    let nobody = free_address().await.to_string();
    let health = program(place.path(), &[("OPS_LISTEN", &nobody)], &["health"]);
    assert_eq!(ended(health).await.code(), Some(1));
    let unset = program(place.path(), &[], &["health"]);
    assert_eq!(ended(unset).await.code(), Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_command_leads_back_from_a_webhook_to_polling() {
    let (emulator, _) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    let (token, url) = (emulator.token().to_owned(), emulator.api_url());
    let settings = [
        ("TELOXIDE_TOKEN", token.as_str()),
        ("TELOXIDE_API_URL", url.as_str()),
    ];
    let removed = program(place.path(), &settings, &["webhook-remove"]);
    assert!(ended(removed).await.success());
    let calls = emulator.see(|world| world.calls_of("deleteWebhook").len());
    assert_eq!(calls, 1);
}

#[tokio::test]
async fn readiness_says_which_part_is_not_ready() {
    let place = TempDir::new().unwrap();
    let (asked, state) = ops_over(place.path(), true).await;
    let unready = |lack: &str| (503, format!("{lack}\n"));

    let silent = answer(asked, "readyz").await;
    assert_eq!(silent, unready("intake: Telegram has not answered yet"));
    state.pulse.intake();
    assert_eq!(answer(asked, "readyz").await.0, 200);
    state.clock.move_by(TimeDelta::seconds(89));
    assert_eq!(answer(asked, "readyz").await.0, 200);
    state.clock.move_by(TimeDelta::seconds(30));
    let (status, lack) = answer(asked, "readyz").await;
    assert_eq!(status, 503);
    assert!(lack.starts_with("intake: Telegram has not answered for 1"));

    state.pulse.intake();
    let beside = rusqlite::Connection::open(database(place.path())).unwrap();
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    let table: String = beside.query_row(tables, [], |row| row.get(0)).unwrap();
    beside.execute(&format!("DROP TABLE {table}"), []).unwrap();
    let (status, lack) = answer(asked, "readyz").await;
    assert_eq!(status, 503);
    assert!(
        lack.starts_with("store: the store is not available"),
        "{lack}"
    );
    let (_, metrics) = answer(asked, "metrics").await;
    assert!(metrics.contains("gilbot_store_up 0"), "{metrics}");

    state.stop.tell();
    let (_, lack) = answer(asked, "readyz").await;
    assert!(lack.starts_with("bot: is stopping\nstore: "), "{lack}");
}

#[tokio::test]
async fn a_webhook_is_ready_once_it_listens_and_silence_means_nothing() {
    let place = TempDir::new().unwrap();
    let (asked, state) = ops_over(place.path(), false).await;
    let (_, lack) = answer(asked, "readyz").await;
    assert_eq!(lack, "intake: the webhook does not listen yet\n");
    state.pulse.intake();
    state.clock.move_by(TimeDelta::days(1));
    assert_eq!(answer(asked, "readyz").await.0, 200);
}

#[tokio::test]
async fn a_worker_that_hangs_is_not_alive() {
    let place = TempDir::new().unwrap();
    let (asked, state) = ops_over(place.path(), true).await;
    assert_eq!(answer(asked, "healthz").await.0, 200, "it has just begun");
    state.clock.move_by(TimeDelta::seconds(61));
    assert_eq!(answer(asked, "healthz").await.0, 503, "it has never looked");
    let told = ops::ask(asked).await;
    assert!(matches!(told, Err(Unwell::Told(words)) if words.starts_with("worker: ")));
    state.pulse.worker();
    assert_eq!(answer(asked, "healthz").await.0, 200);
    assert_eq!(ops::ask(asked).await, Ok(()));
    state.clock.move_by(TimeDelta::hours(-2));
    assert_eq!(answer(asked, "healthz").await.0, 200, "a clock put back");
}

#[tokio::test]
async fn every_metric_is_told_with_its_meaning_and_its_labels() {
    let place = TempDir::new().unwrap();
    let (asked, _) = ops_over(place.path(), true).await;
    // What is counted before somebody begins to record is not recorded.
    gauge::install();
    drop(gauge::turn_begins());
    gauge::delivered(Duration::from_millis(3));
    gauge::owed(true);
    gauge::sent(&Delivery::Done(None));
    gauge::undrawn();
    let step = StepId("web-terms");
    for count in [
        Count::Reminded(Notice::Use),
        Count::Renewed,
        Count::Entered(step),
        Count::Done(step),
        Count::Stuck(step),
        Count::Finished("renew"),
        Count::ScreenDiffers(step),
        Count::NotUnderstood("walking"),
    ] {
        gauge::counted(count);
    }
    let (_, told) = answer(asked, "metrics").await;
    for metric in METRICS {
        let (name, help) = (metric.name, metric.help);
        assert!(told.contains(&format!("# HELP {name} {help}\n")), "{told}");
        let kind = match metric.kind {
            Kind::Counter => "counter",
            Kind::Gauge => "gauge",
            Kind::Histogram => "histogram",
        };
        assert!(told.contains(&format!("# TYPE {name} {kind}\n")), "{name}");
        let mut rows = told.lines().filter(|line| line.starts_with(name));
        let has_labels = |row: &str| {
            let mut labels = metric.labels.iter();
            labels.all(|label| row.contains(&format!("{label}=\"")))
        };
        assert!(rows.any(has_labels), "{name}");
    }
    for quiet in [
        r#"gilbot_sends_total{outcome="refused"} "#,
        r#"gilbot_updates_total{kind="other",outcome="set_aside"} "#,
    ] {
        assert!(told.contains(quiet), "a counter begins before it counts");
    }
    linted(&told);
    let described = told.lines().filter(|line| line.starts_with("# TYPE"));
    assert_eq!(
        described.count(),
        METRICS.len(),
        "no metric stands elsewhere"
    );
}

/// Prometheus's own opinion of what is told.
fn linted(told: &str) {
    let mut checking = Command::new("promtool")
        .args(["check", "metrics"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("promtool is there: scripts/test.sh installs it");
    let mut asked = checking.stdin.take().unwrap();
    asked.write_all(told.as_bytes()).unwrap();
    drop(asked);
    let said = checking.wait_with_output().unwrap();
    assert!(said.status.success(), "{said:?}");
}

fn serving(emulator: &Emulator, place: &Path, ops_listen: &str) -> Child {
    let store = format!("sqlite:{}", database(place));
    let (token, url) = (emulator.token().to_owned(), emulator.api_url());
    let settings = [
        ("TELOXIDE_TOKEN", token.as_str()),
        ("TELOXIDE_API_URL", &url),
        ("STORE_URL", &store),
        ("OPS_LISTEN", ops_listen),
        ("RUST_LOG", "trace"),
    ];
    program(place, &settings, &["serve"])
}

fn database(place: &Path) -> String {
    place.join("gilbot.db").display().to_string()
}

/// Health and metrics alone, of a bot whose parts the test moves.
async fn ops_over(place: &Path, polling: bool) -> (SocketAddr, OpsState) {
    let clock = Clock::new();
    let state = OpsState {
        store: Arc::new(SqliteStore::open(&database(place)).unwrap()),
        pulse: Arc::new(Pulse::new(clock.clone())),
        clock,
        stop: Stop::new(),
        polling,
        tally: Tally::default(),
        words: Arc::new(Words::load().expect("the texts are Fluent")),
    };
    let shared = OpsState {
        store: Arc::clone(&state.store),
        pulse: Arc::clone(&state.pulse),
        clock: state.clock.clone(),
        stop: state.stop.clone(),
        polling,
        tally: state.tally.clone(),
        words: Arc::clone(&state.words),
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(ops::serve(listener, shared, std::future::pending()));
    (address, state)
}

/// The value of this metric, as soon as there is something to count.
async fn counted(listen: SocketAddr, metric: &str) -> u64 {
    let told = async {
        loop {
            let (_, told) = answer(listen, "metrics").await;
            let mut lines = told.lines().filter_map(|line| line.strip_prefix(metric));
            match lines.next().and_then(|count| count.trim().parse().ok()) {
                Some(0) | None => {}
                Some(count) => return count,
            }
        }
    };
    let told = timeout(PATIENCE, told).await;
    told.unwrap_or_else(|_| panic!("{metric} is never counted"))
}

async fn answer(listen: SocketAddr, path: &str) -> (u16, String) {
    let asked = reqwest::get(format!("http://{listen}/{path}")).await;
    let answer = asked.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}
