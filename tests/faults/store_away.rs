//! A Redis that is lost, slow, frozen, full, forgetful, or out of reach (T6 to T10, T13, T23).

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use serde_json::json;
use tempfile::TempDir;

use crate::audit::{Allowed, Tally};
use crate::balancer::Brought;
use crate::length::{note, of_length, rounds};
use crate::line::{Line, Way};
use crate::replica::{PATIENCE, Replica};
use crate::servers::{Server, eventually};
use crate::stage::{Setting, Stage, WEBHOOK_SECRET, emulator};
use crate::town::{Town, is_told, reminders, waiting};

/// How soon after a store's return everything that waited must have been taken. The short selection runs beside other
/// tests, on machines that are busy: there it only must not hang.
pub fn recovery_max() -> Duration {
    Duration::from_secs(of_length(40, 5))
}

/// Where a server that is to fail would write.
const SNAPSHOT: &str = "snapshot";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lost_answers_of_the_store_double_nothing() {
    let mut all = Tally::default();
    let mut lost = 0;
    let seeds = rounds(1, 6);
    for seed in seeds.clone() {
        let server = Server::start();
        let line = Line::to(server.port).await;
        let mut setting = Setting::replicas(2, &server.url());
        setting.stores = vec![format!("redis://127.0.0.1:{}", line.port); 2];
        let stage = Stage::open(setting).await;
        let town = Town::awake(&stage, of_length(12, 30), seed);
        line.becomes(Way::Losing(8));
        tokio::time::sleep(Duration::from_secs(of_length(3, 12))).await;
        line.becomes(Way::Slow(Duration::from_millis(100)));
        tokio::time::sleep(Duration::from_secs(of_length(1, 5))).await;
        line.becomes(Way::Open);
        let lives = town.sleep().await;
        all += stage.audit(&lives, Allowed::default()).await;
        assert!(line.lost() > 0, "answers were lost");
        lost += line.lost();
    }
    note(
        "lost_answers_of_the_store_double_nothing",
        seeds,
        format!("{lost} answers lost; {all}"),
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_frozen_store_is_acknowledged_by_nobody_and_soon_forgotten() {
    let mut all = Tally::default();
    let mut slowest = Duration::ZERO;
    let seeds = rounds(1, 4);
    for seed in seeds.clone() {
        let server = Server::start();
        let stage = Stage::open(Setting::replicas(2, &server.url())).await;
        let town = Town::awake(&stage, of_length(12, 30), seed);
        tokio::time::sleep(Duration::from_secs(1)).await;
        server.freeze();
        let frozen = Instant::now();
        stage.replicas[0].readiness(503).await;
        tokio::time::sleep(Duration::from_secs(5).saturating_sub(frozen.elapsed())).await;
        nobody_acknowledged(&stage.balancer.since(frozen));
        server.thaw();
        slowest = slowest.max(recovers(&stage).await);
        let lives = town.sleep().await;
        all += stage.audit(&lives, Allowed::default()).await;
    }
    note(
        "a_frozen_store_is_acknowledged_by_nobody_and_soon_forgotten",
        seeds,
        format!("recovered in {slowest:.1?} at most; {all}"),
    );
}

/// With everysec, a server holds its writing back while the disk is busy with the second before, for up to two seconds, and
/// declares that it may lose it. Outside of that, what was answered is in the hands of the system.
fn has_written(server: &Server) {
    eventually("the file of the server", || {
        let told: String = server.ask(&["INFO", "persistence"]);
        let is_idle = ["aof_pending_bio_fsync:0", "aof_buffer_length:0"];
        is_idle.iter().all(|line| told.contains(line)).then_some(())
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_store_comes_back_with_all_that_was_acknowledged() {
    let mut all = Tally::default();
    let mut slowest = Duration::ZERO;
    let mut reminded = 0;
    let seeds = rounds(1, 6);
    for seed in seeds.clone() {
        let settings = ["--appendonly", "yes", "--appendfsync", "everysec"];
        let server = Server::start_with(&settings);
        let stage = Stage::open(Setting::replicas(2, &server.url())).await;
        let chats = waiting(&stage, 15, TimeDelta::milliseconds(1_500)).await;
        let town = Town::awake(&stage, of_length(12, 30), seed);
        tokio::time::sleep(Duration::from_secs(1)).await;
        has_written(&server);
        server.kill();
        let killed = Instant::now();
        stage.replicas[0].readiness(503).await;
        // Reminders come due meanwhile.
        tokio::time::sleep(Duration::from_secs(3).saturating_sub(killed.elapsed())).await;
        let refused = stage.balancer.since(killed);
        assert!(!refused.is_empty(), "people go on pressing");
        for brought in refused.iter().filter(|brought| brought.status == Some(503)) {
            assert_eq!(brought.retry_after.as_deref(), Some("2"), "{brought:?}");
        }
        nobody_acknowledged(&refused);
        server.restart();
        slowest = slowest.max(recovers(&stage).await);
        let lives = town.sleep().await;
        all += stage.audit(&lives, Allowed::default()).await;
        for chat in chats {
            assert!(
                is_told(&stage, chat).await,
                "chat {chat} has its stages noted"
            );
            let count = reminders(&stage, chat);
            assert!((1..=2).contains(&count), "{count} reminders in chat {chat}");
            reminded += 1;
        }
    }
    note(
        "a_killed_store_comes_back_with_all_that_was_acknowledged",
        seeds,
        format!("recovered in {slowest:.1?} at most, {reminded} reminders after it; {all}"),
    );
}

/// Some commits, and a part of one.
const CUT_BYTES: u64 = 20_001;

/// What everysec declares may be lost; the rest goes on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_power_cut_the_last_moments_may_be_lost_and_nothing_takes_effect_twice() {
    let (mut lost, mut slowest) = (0, Duration::ZERO);
    let seeds = rounds(1, 6);
    for seed in seeds.clone() {
        let server = Server::start_with(&["--appendonly", "yes", "--appendfsync", "everysec"]);
        let stage = Stage::open(Setting::replicas(2, &server.url())).await;
        let town = Town::awake(&stage, of_length(12, 30), seed);
        tokio::time::sleep(Duration::from_secs(2)).await;
        let file = file_of(&server);
        server.kill();
        cut_off(&file, CUT_BYTES);
        stage.replicas[0].readiness(503).await;
        server.restart();
        slowest = slowest.max(recovers(&stage).await);
        town.sleep().await;
        lost += stage.audit_of_the_rest().await;
    }
    assert!(lost > 0, "something was cut off");
    note(
        "after_a_power_cut_the_last_moments_may_be_lost_and_nothing_takes_effect_twice",
        seeds,
        format!("{lost} updates lost; recovered in {slowest:.1?} at most"),
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn scripts_forgotten_under_load_fail_no_update() {
    let server = Server::start();
    let stage = Stage::open(Setting::replicas(2, &server.url())).await;
    let town = Town::awake(&stage, of_length(12, 30), 10);
    let begun = Instant::now();
    let mut flushes = 0;
    while begun.elapsed() < Duration::from_secs(of_length(2, 20)) {
        let _: () = server.ask(&["SCRIPT", "FLUSH"]);
        flushes += 1;
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let lives = town.sleep().await;
    let tally = stage.audit(&lives, Allowed::default()).await;
    assert_eq!(tally.again, 0, "every update was taken at once");
    note(
        "scripts_forgotten_under_load_fail_no_update",
        0..1,
        format!("{flushes} times forgotten; {tally}"),
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_refuses_writes_is_acknowledged_by_nobody() {
    let server = Server::start_with(&["--appendonly", "yes", "--dbfilename", SNAPSHOT]);
    let stage = Stage::open(Setting::replicas(2, &server.url())).await;
    let town = Town::awake(&stage, of_length(12, 30), 23);
    let mut slowest = Duration::ZERO;
    for refusal in ["OOM", "READONLY", "MISCONF", "NOREPLICAS"] {
        tokio::time::sleep(Duration::from_secs(1)).await;
        refuses(&server, refusal);
        let refused = Instant::now();
        tokio::time::sleep(Duration::from_millis(of_length(1_500, 6_000))).await;
        stage.replicas[0].readiness(503).await;
        nobody_acknowledged(&stage.balancer.since(refused));
        let logs = stage.logs();
        assert!(
            logs.contains(&format!("the server answered {refusal}")),
            "{refusal}"
        );
        accepts(&server);
        slowest = slowest.max(recovers(&stage).await);
    }
    let lives = town.sleep().await;
    let tally = stage.audit(&lives, Allowed::default()).await;
    note(
        "a_store_that_refuses_writes_is_acknowledged_by_nobody",
        0..1,
        format!("recovered in {slowest:.1?} at most; {tally}"),
    );
}

/// How many keys stand in the way of a server that loads its file, and how long each takes: six seconds in all.
const HEAVY_KEYS: u32 = 12_000;
const LOAD_DELAY_US: &str = "500";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_still_loads_its_file_is_acknowledged_by_nobody() {
    let server = Server::start_with(&["--appendonly", "yes", "--key-load-delay", LOAD_DELAY_US]);
    let script = "for key = 1, ARGV[1] do redis.call('SET', 'heavy:' .. key, 'x') end";
    let _: () = server.ask(&["EVAL", script, "0", &HEAVY_KEYS.to_string()]);
    let stage = Stage::open(Setting::replicas(2, &server.url())).await;
    let town = Town::awake(&stage, of_length(12, 30), 24);
    tokio::time::sleep(Duration::from_secs(1)).await;
    has_written(&server);
    server.kill();
    let killed = Instant::now();
    server.starts();
    while !stage.logs().contains("the server answered LOADING") {
        assert!(killed.elapsed() < PATIENCE, "nobody asks while it loads");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    stage.replicas[0].readiness(503).await;
    let refused = stage.balancer.since(killed);
    let told: String = server.ask(&["INFO", "persistence"]);
    assert!(told.contains("loading:1"), "it still loads");
    assert!(!refused.is_empty(), "people go on pressing");
    nobody_acknowledged(&refused);
    server.is_up();
    let slowest = recovers(&stage).await;
    let lives = town.sleep().await;
    let tally = stage.audit(&lives, Allowed::default()).await;
    note(
        "a_store_that_still_loads_its_file_is_acknowledged_by_nobody",
        0..1,
        format!("recovered in {slowest:.1?}; {tally}"),
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replica_that_cannot_reach_the_store_or_telegram_stops_no_other() {
    let server = Server::start();
    let clock = gilbot::runtime::clock::Clock::new();
    let telegram = emulator(&clock).await;
    let to_store = Line::to(server.port).await;
    let to_telegram = Line::to(port_of(&telegram.api_url())).await;
    let mut setting = Setting::replicas(2, &server.url());
    setting.stores[0] = format!("redis://127.0.0.1:{}", to_store.port);
    setting.telegram = Some(format!("http://127.0.0.1:{}", to_telegram.port));
    let stage = Stage::open_before(telegram, clock, setting).await;
    let town = Town::awake(&stage, of_length(12, 30), 13);
    let time = Duration::from_secs(of_length(3, 30));
    to_store.becomes(Way::Held);
    let begun = Instant::now();
    tokio::time::sleep(time).await;
    let brought = stage.balancer.since(begun);
    let (cut_off, other): (Vec<_>, Vec<_>) = brought
        .into_iter()
        .partition(|brought| brought.replica == 0);
    nobody_acknowledged(&cut_off);
    assert!(!other.is_empty(), "people go on pressing");
    for brought in other {
        assert_eq!(brought.status, Some(200), "the other goes on");
    }
    to_store.becomes(Way::Open);
    tokio::time::sleep(Duration::from_secs(1)).await;
    to_telegram.becomes(Way::Cut);
    tokio::time::sleep(time).await;
    to_telegram.becomes(Way::Open);
    let lives = town.sleep().await;
    let allowed = Allowed {
        strays: 2,
        // The answer to a press is not repeated: who has waited so long has pressed again.
        silence: true,
    };
    let tally = stage.audit(&lives, allowed).await;
    note(
        "a_replica_that_cannot_reach_the_store_or_telegram_stops_no_other",
        0..1,
        tally,
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_turn_goes_on_when_whoever_brought_its_update_hangs_up() {
    let server = Server::start();
    let line = Line::to(server.port).await;
    let mut setting = Setting::replicas(1, &server.url());
    setting.stores = vec![format!("redis://127.0.0.1:{}", line.port)];
    let stage = Stage::open(setting).await;
    let person = stage.with(|world| {
        let person = world.add_person("김영자", "ko");
        world.say(person, person, "/start");
        person
    });
    let answered = async |times: usize| {
        let answered = stage.until(|world| {
            let messages = world.messages(person).into_iter();
            let ours = messages.filter(|message| message.from_bot).count();
            (ours >= times).then_some(())
        });
        tokio::time::timeout(PATIENCE, answered).await.is_ok()
    };
    assert!(answered(1).await);
    let update = json!({"update_id": 900_001, "message": {
        "message_id": 900_001, "date": stage.clock.now().timestamp(), "text": "/help",
        "chat": {"id": person, "type": "private", "first_name": "영자"},
        "from": {"id": person, "is_bot": false, "first_name": "영자", "language_code": "ko"},
    }});
    line.becomes(Way::Held);
    let brought = reqwest::Client::new()
        .post(format!("http://{}/", stage.replicas[0].webhook))
        .header("x-telegram-bot-api-secret-token", WEBHOOK_SECRET)
        .header("content-type", "application/json")
        .body(update.to_string())
        .timeout(Duration::from_millis(700))
        .send()
        .await;
    assert!(brought.is_err_and(|error| error.is_timeout()), "we hang up");
    line.becomes(Way::Open);
    assert!(
        answered(2).await,
        "nobody brings it again, and it is answered"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_forgets_is_refused_at_the_start_unless_that_is_wanted() {
    let server = Server::start_with(&["--appendonly", "no"]);
    let clock = gilbot::runtime::clock::Clock::new();
    let telegram = emulator(&clock).await;
    let place = TempDir::new().expect("a folder");
    let settings = [
        ("TELOXIDE_TOKEN", telegram.token().to_owned()),
        ("TELOXIDE_API_URL", telegram.api_url()),
        ("STORE_URL", server.url()),
    ];
    let settings = settings.map(|(name, value)| (name.to_owned(), value));
    let refused = Replica::new(place.path(), settings.to_vec(), "");
    refused.start();
    assert_eq!(refused.ended().await, 1);
    assert!(
        refused.log().contains("appendonly yes"),
        "{}",
        refused.log()
    );

    let wanted = Setting::replicas(2, &server.url()).with("STORE_ALLOW_VOLATILE", "yes");
    let mut stage = Stage::open_before(telegram, clock, wanted).await;
    let town = Town::awake(&stage, 8, 9);
    tokio::time::sleep(Duration::from_secs(1)).await;
    town.sleep().await;
    stage.rest().await;
    server.kill();
    server.restart();
    // Everything is forgotten, and people begin anew.
    for chat in stage.chats() {
        assert_eq!(stage.record(chat).await, None);
    }
    stage.first_update = stage.see(|world| world.next_update_id());
    for chat in stage.chats() {
        stage.with(|world| world.say(chat, chat, "/start"));
    }
    let strays = Allowed {
        // The screens of before are known to nobody.
        strays: usize::MAX,
        silence: false,
    };
    let tally = stage.audit(&[], strays).await;
    note(
        "a_store_that_forgets_is_refused_at_the_start_unless_that_is_wanted",
        0..1,
        tally,
    );
}

/// Waits until all replicas say that they are ready and all that waited is taken, while people go on; how long that
/// took.
async fn recovers(stage: &Stage) -> Duration {
    let begun = Instant::now();
    let waited = stage.balancer.waiting();
    for replica in &stage.replicas {
        replica.ready().await;
    }
    while !stage.balancer.waiting().is_disjoint(&waited) {
        if begun.elapsed() > recovery_max() {
            let left: Vec<_> = waited
                .intersection(&stage.balancer.waiting())
                .copied()
                .collect();
            let mut brought = stage.balancer.brought();
            brought.retain(|brought| left.contains(&brought.update));
            panic!(
                "what waited is not taken {:?} after {begun:?}: {brought:#?}",
                Instant::now()
            );
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    begun.elapsed()
}

fn nobody_acknowledged(brought: &[Brought]) {
    let mut taken = brought.iter().filter(|brought| brought.status == Some(200));
    let taken = taken.next();
    assert!(
        taken.is_none(),
        "acknowledged while the store was away: {taken:?}"
    );
}

/// Where the server writes every command.
fn file_of(server: &Server) -> PathBuf {
    let dir: Vec<String> = server.ask(&["CONFIG", "GET", "dir"]);
    let files = std::fs::read_dir(Path::new(&dir[1]).join("appendonlydir"));
    let names = files.expect("it appends").flatten().map(|file| file.path());
    let grows = |name: &PathBuf| name.to_string_lossy().ends_with(".incr.aof");
    names.filter(grows).max().expect("there is one")
}

/// The last bytes never reached the disk.
fn cut_off(file: &Path, bytes: u64) {
    let file = std::fs::File::options().write(true).open(file);
    let file = file.expect("it is ours");
    let length = file.metadata().expect("it has a length").len();
    file.set_len(length.saturating_sub(bytes))
        .expect("it can be cut");
}

/// The server refuses all writes, for this reason.
fn refuses(server: &Server, refusal: &str) {
    let set = |name: &str, value: &str| {
        let _: () = server.ask(&["CONFIG", "SET", name, value]);
    };
    match refusal {
        "OOM" => set("maxmemory", "1"),
        "READONLY" => {
            // A master that is not there: it stays what it is, and takes no writes.
            let _: () = server.ask(&["REPLICAOF", "127.0.0.1", "1"]);
        }
        // As many replicas as there are not.
        "NOREPLICAS" => set("min-replicas-to-write", "1"),
        _ => {
            let dir: Vec<String> = server.ask(&["CONFIG", "GET", "dir"]);
            let in_the_way = Path::new(&dir[1]).join(SNAPSHOT);
            std::fs::create_dir_all(in_the_way.join("full")).expect("it is ours");
            set("save", "3600 1");
            let _: () = server.ask(&["BGSAVE"]);
            crate::servers::eventually("a failed snapshot", || {
                let told: String = server.ask(&["INFO", "persistence"]);
                told.contains("rdb_last_bgsave_status:err").then_some(())
            });
        }
    }
}

fn accepts(server: &Server) {
    let _: () = server.ask(&["CONFIG", "SET", "maxmemory", "0"]);
    let _: () = server.ask(&["CONFIG", "SET", "save", ""]);
    let _: () = server.ask(&["CONFIG", "SET", "min-replicas-to-write", "0"]);
    let _: () = server.ask(&["REPLICAOF", "NO", "ONE"]);
}

fn port_of(url: &str) -> u16 {
    let port = url.rsplit(':').next().and_then(|port| port.parse().ok());
    port.expect("a port")
}
