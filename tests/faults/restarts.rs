//! Restarts as an operator does them: one replica after the other, under load (T25).

use std::time::Duration;

use gilbot::emulator::Effect;

use crate::audit::{Allowed, Tally};
use crate::kills::answers_come_late;
use crate::length::{note, of_length, rounds};
use crate::servers::Server;
use crate::stage::{Setting, Stage};
use crate::town::Town;

/// How long a replica may take to finish what it has begun. The short selection runs on machines that are busy.
fn farewell_max() -> Duration {
    Duration::from_secs(of_length(55, 30))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rolling_restart_loses_nothing_doubles_nothing_and_is_not_seen_by_telegram() {
    let mut all = Tally::default();
    let mut longest = Duration::ZERO;
    let seeds = rounds(1, 3);
    let circles = of_length(1, 4);
    for seed in seeds.clone() {
        let server = Server::start();
        let stage = Stage::open(Setting::replicas(3, &server.url())).await;
        answers_come_late(&stage);
        let town = Town::awake(&stage, of_length(12, 30), seed);
        for _ in 0..circles {
            for replica in &stage.replicas {
                tokio::time::sleep(Duration::from_millis(300)).await;
                let (status, took) = replica.stop().await;
                assert_eq!(status, 0, "it ends gently");
                assert!(took < farewell_max(), "it took {took:?} to end");
                longest = longest.max(took);
                replica.start();
                replica.ready().await;
            }
        }
        // Quiet is when nobody waits for an answer any more.
        stage.with(|world| world.clear_faults());
        let lives = town.sleep().await;
        stage.rests_by_itself().await;
        let tally = stage.audit(&lives, Allowed::default()).await;
        assert_eq!(tally.silent, 0, "every press is answered");
        all += tally;
        the_webhook_was_set_once(&stage);
    }
    note(
        "a_rolling_restart_loses_nothing_doubles_nothing_and_is_not_seen_by_telegram",
        seeds,
        format!("{circles} circles of 3 each, ended within {longest:.1?}; {all}"),
    );
}

/// Setting it anew with anything changed would make Telegram bring again what is on its way.
fn the_webhook_was_set_once(stage: &Stage) {
    let calls = stage.see(|world| world.calls_of("setWebhook"));
    let mut wishes: Vec<_> = calls.iter().map(|call| call.params.to_string()).collect();
    assert!(
        calls
            .iter()
            .all(|call| matches!(call.effect, Effect::Done(_)))
    );
    wishes.dedup();
    assert_eq!(wishes.len(), 1, "every replica wishes the same");
    let removed = stage.see(|world| world.calls_of("deleteWebhook").len());
    assert_eq!(removed, 0, "nobody takes the webhook along");
}
