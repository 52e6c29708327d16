//! `kill -9` at any moment, under load (T1 to T5).

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use gilbot::emulator::{Fault, Mishap};

use crate::audit::{Allowed, Tally};
use crate::length::{Dice, note, of_length, rounds};
use crate::servers::Server;
use crate::stage::{Setting, Stage};
use crate::town::{Town, is_told, reminders, waiting};

/// Kills one replica after the other, each at a random moment, and starts it again.
pub async fn kills(stage: &Stage, dice: &mut Dice, between: std::ops::Range<u64>, time: Duration) {
    let begun = Instant::now();
    while begun.elapsed() < time {
        tokio::time::sleep(dice.millis(between.clone())).await;
        let replica = &stage.replicas[dice.below(stage.replicas.len())];
        replica.kill().await;
        replica.start();
    }
    for replica in &stage.replicas {
        replica.ready().await;
    }
}

/// So that many end between a message and the note that it was sent.
pub fn answers_come_late(stage: &Stage) {
    for method in ["sendMessage", "editMessageText"] {
        let late = Mishap::LateAnswer(Duration::from_millis(250));
        stage.with(|world| world.fault(Fault::new(late).on(method).always()));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_killed_when_every_update_takes_effect_once() {
    let mut all = Tally::default();
    let seeds = rounds(1, 8);
    for seed in seeds.clone() {
        let server = Server::start();
        let stage = Stage::open(Setting::replicas(2, &server.url())).await;
        let town = Town::awake(&stage, of_length(12, 30), seed);
        let time = Duration::from_secs(of_length(5, 10));
        kills(&stage, &mut Dice::new(seed), 100..1_000, time).await;
        let lives = town.sleep().await;
        all += stage.audit(&lives, Allowed::default()).await;
    }
    note(
        "whoever_is_killed_when_every_update_takes_effect_once",
        seeds,
        all,
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reminder_is_told_once_and_once_more_for_each_who_died_over_it() {
    let seeds = rounds(1, 6);
    let (mut told, mut repeated, mut killed) = (0, 0, 0);
    for seed in seeds.clone() {
        let server = Server::start();
        let stage = Stage::open(Setting::replicas(2, &server.url())).await;
        let chats = waiting(&stage, of_length(40, 100), TimeDelta::seconds(1)).await;
        answers_come_late(&stage);
        let time = Duration::from_secs(of_length(3, 8));
        kills(&stage, &mut Dice::new(seed), 50..600, time).await;
        stage.rest().await;
        let kills: usize = stage
            .replicas
            .iter()
            .map(|replica| replica.kills().len())
            .sum();
        for chat in chats {
            let count = reminders(&stage, chat);
            assert!(
                is_told(&stage, chat).await,
                "chat {chat} has its stages noted"
            );
            assert!(
                (1..=1 + kills).contains(&count),
                "{count} reminders in chat {chat}"
            );
            told += 1;
            repeated += count - 1;
        }
        killed += kills;
    }
    let measured = format!("{told} people reminded, {repeated} repeats by {killed} kills");
    note(
        "a_reminder_is_told_once_and_once_more_for_each_who_died_over_it",
        seeds,
        measured,
    );
}
