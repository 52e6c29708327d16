//! A Redis Cluster whose primary is killed, and whose slots move, under load (T11, T12).

use std::time::{Duration, Instant};

use crate::audit::{Allowed, Tally};
use crate::clusters::Cluster;
use crate::length::{note, of_length, rounds};
use crate::servers::{Server, eventually};
use crate::stage::{Setting, Stage};
use crate::town::Town;

/// The cluster's own patience with a silent server (one second), and what the election and our reconnecting take.
const OUTAGE_MAX: Duration = Duration::from_secs(40);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_a_primary_is_killed_nothing_is_lost_that_its_replica_was_waited_for() {
    let mut all = Tally::default();
    let mut longest = Duration::ZERO;
    let seeds = rounds(1, 10);
    for seed in seeds.clone() {
        let cluster = Cluster::start(3);
        let replicas = replicas_of(&cluster);
        let setting = Setting::replicas(2, &address(&cluster)).with("STORE_WAIT_REPLICAS", "1");
        let stage = Stage::open(setting).await;
        let town = Town::awake(&stage, of_length(12, 30), seed);
        tokio::time::sleep(Duration::from_secs(of_length(1, 3))).await;
        let victim = &cluster.servers[usize::try_from(seed).expect("it is small") % 3];
        let name: String = victim.ask(&["CLUSTER", "MYID"]);
        victim.kill();
        let killed = Instant::now();
        eventually("a replica that takes over", || {
            let roles = replicas
                .iter()
                .map(|replica| replica.ask::<String>(&["INFO", "replication"]));
            roles
                .into_iter()
                .any(|role| role.contains("role:master"))
                .then_some(())
        });
        // Alone, the new primary may confirm nothing: the old one comes back as its replica.
        victim.restart();
        eventually("the old primary as a replica", || {
            let state: String = victim.ask(&["INFO", "replication"]);
            state.contains("master_link_status:up").then_some(())
        });
        what_waits_is_taken(&stage, killed).await;
        longest = longest.max(killed.elapsed());
        let lives = town.sleep().await;
        let tally = stage.audit(&lives, Allowed::default()).await;
        assert!(tally.again > 0, "the dead primary was missed: {name}");
        all += tally;
    }
    note(
        "when_a_primary_is_killed_nothing_is_lost_that_its_replica_was_waited_for",
        seeds,
        format!("everything taken {longest:.1?} after the kill at most; {all}"),
    );
}

/// Without WAIT the last moments of a dead primary may be lost, as Redis declares; the rest goes on, with one server less.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_primary_that_dies_unwaited_for_stops_nobody_for_long_and_doubles_nothing() {
    let (mut lost, mut longest) = (0, Duration::ZERO);
    let seeds = rounds(1, 4);
    for seed in seeds.clone() {
        let cluster = Cluster::start(3);
        let _replicas = replicas_of(&cluster);
        let stage = Stage::open(Setting::replicas(2, &address(&cluster))).await;
        let town = Town::awake(&stage, of_length(12, 30), seed);
        tokio::time::sleep(Duration::from_secs(of_length(1, 3))).await;
        let victim = &cluster.servers[usize::try_from(seed).expect("it is small") % 3];
        victim.kill();
        let killed = Instant::now();
        // Until somebody was refused, nobody has missed it.
        let refused = || {
            let brought = stage.balancer.since(killed);
            brought.iter().any(|brought| brought.status != Some(200))
        };
        while !refused() {
            assert!(killed.elapsed() < OUTAGE_MAX, "nobody misses it");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        what_waits_is_taken(&stage, killed).await;
        longest = longest.max(killed.elapsed());
        town.sleep().await;
        lost += stage.audit_of_the_rest().await;
    }
    note(
        "a_primary_that_dies_unwaited_for_stops_nobody_for_long_and_doubles_nothing",
        seeds,
        format!("everything taken {longest:.1?} after the kill at most; {lost} updates lost"),
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slots_that_move_under_load_lose_and_double_nothing() {
    let cluster = Cluster::start(2);
    let stage = Stage::open(Setting::replicas(2, &address(&cluster))).await;
    let town = Town::awake(&stage, of_length(12, 40), 12);
    let begun = Instant::now();
    let mut moved = 0;
    while begun.elapsed() < Duration::from_secs(of_length(3, 20)) {
        for server in &cluster.servers {
            if let Some(key) = server.ask::<Option<String>>(&["RANDOMKEY"]) {
                cluster.move_slot_of(&key);
                moved += 1;
            }
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let lives = town.sleep().await;
    let tally = stage.audit(&lives, Allowed::default()).await;
    assert!(moved > 3, "{moved} slots moved");
    note(
        "slots_that_move_under_load_lose_and_double_nothing",
        0..1,
        format!("{moved} slots moved; {tally}"),
    );
}

/// Waits until all that was refused has been brought again and taken.
async fn what_waits_is_taken(stage: &Stage, killed: Instant) {
    let waited = stage.balancer.waiting();
    while !stage.balancer.waiting().is_disjoint(&waited) && killed.elapsed() < OUTAGE_MAX {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(killed.elapsed() < OUTAGE_MAX, "what waited is not taken");
}

/// One that takes over for each server.
fn replicas_of(cluster: &Cluster) -> Vec<Server> {
    let servers = cluster.servers.iter();
    servers.map(|server| cluster.replica_of(server)).collect()
}

fn address(cluster: &Cluster) -> String {
    let servers: Vec<_> = cluster
        .urls()
        .iter()
        .map(|url| url.replace("redis://", ""))
        .collect();
    format!("redis+cluster://{}", servers.join(","))
}
