//! Asking for updates: killed in the middle of a batch, and a second one that asks (T26).

use std::time::{Duration, Instant};

use gilbot::emulator::{Effect, World};
use gilbot::runtime::polling::CONFLICT;

use crate::audit::{Allowed, Tally};
use crate::kills::kills;
use crate::length::{Dice, note, of_length, rounds};
use crate::line::{Line, Way};
use crate::replica::PATIENCE;
use crate::servers::Server;
use crate::stage::{Setting, Stage};
use crate::store_away::recovery_max;
use crate::town::Town;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poller_killed_in_the_middle_of_a_batch_passes_no_update_by() {
    let mut all = Tally::default();
    let seeds = rounds(1, 6);
    for seed in seeds.clone() {
        let server = Server::start();
        let stage = Stage::open(Setting::poller(&server.url())).await;
        // While nobody asks, a batch comes together.
        stage.replicas[0].kill().await;
        let town = Town::awake(&stage, of_length(20, 60), seed);
        tokio::time::sleep(Duration::from_secs(1)).await;
        stage.replicas[0].start();
        let time = Duration::from_secs(of_length(4, 12));
        kills(&stage, &mut Dice::new(seed), 200..1_200, time).await;
        let lives = town.sleep().await;
        all += stage.audit(&lives, Allowed::default()).await;
    }
    note(
        "a_poller_killed_in_the_middle_of_a_batch_passes_no_update_by",
        seeds,
        all,
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_that_poll_disturb_each_other_and_lose_nothing() {
    let server = Server::start();
    let mut setting = Setting::poller(&server.url());
    setting.stores = vec![server.url(); 2];
    setting.asleep = 1;
    let stage = Stage::open(setting).await;
    stage.replicas[1].start();
    // Nobody talks yet: of two that wait, one is turned away at once.
    let disturbed = stage.until(|world| (conflicts(world) > 0).then_some(()));
    let disturbed = tokio::time::timeout(PATIENCE, disturbed).await;
    disturbed.expect("they disturb each other");
    let town = Town::awake(&stage, of_length(10, 30), 26);
    tokio::time::sleep(Duration::from_secs(of_length(2, 20))).await;
    let refused = stage.see(conflicts);
    assert!(stage.logs().contains(CONFLICT), "it is said in words");
    let lives = town.sleep().await;
    let tally = stage.audit(&lives, Allowed::default()).await;
    note(
        "two_that_poll_disturb_each_other_and_lose_nothing",
        0..1,
        format!("{refused} times 409; {tally}"),
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poller_takes_what_waited_soon_after_its_store_is_back() {
    let server = Server::start();
    let line = Line::to(server.port).await;
    let mut setting = Setting::poller(&server.url());
    setting.stores = vec![format!("redis://127.0.0.1:{}", line.port)];
    let stage = Stage::open(setting).await;
    let town = Town::awake(&stage, of_length(12, 30), 6);
    tokio::time::sleep(Duration::from_secs(1)).await;
    line.becomes(Way::Cut);
    // So long that waits which go on doubling would be far longer than the recovery may take.
    tokio::time::sleep(Duration::from_secs(of_length(3, 20))).await;
    let waited = stage.see(World::pending_updates);
    assert!(waited > 0, "people go on pressing");
    let last = stage.see(World::next_update_id);
    line.becomes(Way::Open);
    let begun = Instant::now();
    let taken = stage.until(|world| {
        let waits = world.pending_updates() as i32;
        (world.next_update_id() - waits >= last).then_some(())
    });
    let taken = tokio::time::timeout(recovery_max(), taken).await;
    taken.expect("what waited is taken soon");
    let took = begun.elapsed();
    let lives = town.sleep().await;
    let tally = stage.audit(&lives, Allowed::default()).await;
    note(
        "a_poller_takes_what_waited_soon_after_its_store_is_back",
        0..1,
        format!("{waited} updates waited and were taken in {took:.1?}; {tally}"),
    );
}

/// How often somebody was told that another one asks.
fn conflicts(world: &World) -> usize {
    let polls = world.calls_of("getUpdates");
    let told = polls.iter().filter(|poll| match &poll.effect {
        Effect::Refused(refusal) => refusal.code == 409,
        Effect::Done(_) | Effect::Nothing => false,
    });
    told.count()
}
