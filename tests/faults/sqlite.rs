//! The file of one machine: killed inside a commit, and a disk that is full (T22).

use std::collections::HashSet;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use crate::audit::{Allowed, Tally};
use crate::kills::kills;
use crate::length::{Dice, note, of_length, rounds};
use crate::replica::PATIENCE;
use crate::stage::{Setting, Stage, sqlite_in};
use crate::town::Town;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_survives_whoever_is_killed_inside_a_commit() {
    let mut all = Tally::default();
    let seeds = rounds(1, 8);
    for seed in seeds.clone() {
        let place = TempDir::new().expect("a folder");
        let stage = Stage::open(Setting::poller(&sqlite_in(place.path()))).await;
        let town = Town::awake(&stage, of_length(12, 30), seed);
        let time = Duration::from_secs(of_length(4, 10));
        kills(&stage, &mut Dice::new(seed), 100..900, time).await;
        let lives = town.sleep().await;
        all += stage.audit(&lives, Allowed::default()).await;
        is_whole(place.path());
    }
    note(
        "a_file_survives_whoever_is_killed_inside_a_commit",
        seeds,
        all,
    );
}

/// The limit of a file's size stands for a full disk: it needs no rights, and the system refuses to write all the same.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_full_disk_nothing_is_acknowledged_and_all_goes_on_when_there_is_room() {
    let place = TempDir::new().expect("a folder");
    let mut setting = Setting::replicas(1, &sqlite_in(place.path()));
    // Without the signal that would end the program, writing fails as on a full disk. What it says goes through somebody
    // who has room: the audit counts by it the deliveries that could not be noted.
    setting.before = "trap '' XFSZ; mkfifo said; cat said & exec >said 2>&1".to_owned();
    let stage = Stage::open(setting).await;
    let town = Town::awake(&stage, of_length(12, 30), 22);
    let mut full = 0;
    for _ in 0..of_length(2, 10) {
        tokio::time::sleep(Duration::from_secs(1)).await;
        room(&stage, "4096");
        let since = std::time::Instant::now();
        let mut is_refused = false;
        while !is_refused && since.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_secs(1)).await;
            let brought = stage.balancer.since(since);
            is_refused = brought.iter().any(|brought| brought.status == Some(503));
        }
        let brought = stage.balancer.since(since);
        let refused = brought
            .iter()
            .filter(|brought| brought.status == Some(503))
            .count();
        // What was brought before may have been committed before, and is then acknowledged for that.
        let all = stage.balancer.brought();
        let earlier = all.iter().filter(|brought| brought.begun < since);
        let earlier: HashSet<u64> = earlier.map(|brought| brought.update).collect();
        let taken = brought
            .iter()
            .filter(|brought| brought.status == Some(200) && !earlier.contains(&brought.update))
            .count();
        assert!(refused > 0, "the disk is full");
        stage.replicas[0].readiness(503).await;
        assert_eq!(taken, 0, "acknowledged on a full disk");
        full += refused;
        room(&stage, "unlimited");
        stage.replicas[0].ready().await;
    }
    let lives = town.sleep().await;
    let tally = stage.audit(&lives, Allowed::default()).await;
    is_whole(place.path());
    note(
        "on_a_full_disk_nothing_is_acknowledged_and_all_goes_on_when_there_is_room",
        0..1,
        format!("{full} times refused; {tally}"),
    );
}

/// How large a file of the bot may become.
fn room(stage: &Stage, bytes: &str) {
    let status = Command::new("prlimit")
        .args(["--pid", &stage.replicas[0].number()])
        .arg(format!("--fsize={bytes}:unlimited"))
        .status();
    assert!(status.expect("prlimit runs").success());
}

fn is_whole(place: &Path) {
    let file = rusqlite::Connection::open(place.join("gilbot.db")).expect("it opens");
    let told: String = file
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .expect("it is a database");
    assert_eq!(told, "ok");
}
