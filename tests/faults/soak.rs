//! Everything at once, for a while (T28).

use std::time::{Duration, Instant};

use gilbot::emulator::{Fault, Mishap};

use crate::audit::{Allowed, Tally};
use crate::length::{Dice, note, of_length, rounds};
use crate::line::{Line, Way};
use crate::replica::Replica;
use crate::servers::Server;
use crate::stage::{Setting, Stage};
use crate::town::Town;

/// What a replica may hold at any time. A debug build holds more than what is shipped.
const RESIDENT_KIB_MAX: u64 = 120 * 1024;

/// The replica that lives through all of it, on a line that is cut and slowed: its memory tells whether anything is kept
/// that should not be.
const THROUGHOUT: usize = 0;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_goes_wrong_at_once_the_promises_hold_and_memory_stays() {
    let mut all = Tally::default();
    let mut resident = Vec::new();
    let seeds = rounds(1, 1);
    let time = soak();
    for seed in seeds.clone() {
        let server = Server::start();
        let line = Line::to(server.port).await;
        let mut setting = Setting::replicas(3, &server.url());
        setting.stores[0] = format!("redis://127.0.0.1:{}", line.port);
        let stage = Stage::open(setting).await;
        let mut dice = Dice::new(seed);
        let begun = Instant::now();
        let mut troubles = 0;
        let mut lives = Vec::new();
        while begun.elapsed() < time {
            let town = Town::awake(&stage, of_length(10, 20), seed * 100 + troubles as u64);
            let shift = Instant::now();
            while shift.elapsed() < Duration::from_secs(of_length(6, 12)) {
                tokio::time::sleep(dice.millis(100..700)).await;
                strike(&stage, &server, &line, &mut dice).await;
                troubles += 1;
                // Whoever is started while the store is away says so and ends.
                stage.replicas.iter().for_each(Replica::revive);
            }
            lives.extend(town.sleep().await);
            resident.push(stage.replicas[THROUGHOUT].resident_kib());
        }
        line.becomes(Way::Open);
        stage.with(|world| world.clear_faults());
        for replica in &stage.replicas {
            replica.revive();
            replica.ready().await;
        }
        let allowed = Allowed {
            strays: troubles,
            silence: false,
        };
        all += stage.audit(&lives, allowed).await;
    }
    let most = resident.iter().copied().max().expect("it was measured");
    assert!(most < RESIDENT_KIB_MAX, "{resident:?}");
    let (first, last) = (resident[0] / 1024, resident[resident.len() - 1] / 1024);
    note(
        "whatever_goes_wrong_at_once_the_promises_hold_and_memory_stays",
        seeds,
        format!(
            "{time:?}, RSS {first} MiB at first, {last} MiB at last, {} MiB at most; {all}",
            most / 1024
        ),
    );
}

/// How long all this goes on: six seconds, four minutes in the long form, or `GILBOT_SOAK_MINUTES`.
fn soak() -> Duration {
    match std::env::var("GILBOT_SOAK_MINUTES") {
        Ok(minutes) => {
            let minutes: u64 = minutes.parse().expect("GILBOT_SOAK_MINUTES is a number");
            Duration::from_secs(60 * minutes)
        }
        Err(_) => Duration::from_secs(of_length(6, 240)),
    }
}

/// One of those that do not have to live through all of it.
fn mortal<'a>(stage: &'a Stage, dice: &mut Dice) -> &'a Replica {
    dice.pick(&stage.replicas[THROUGHOUT + 1..])
}

async fn strike(stage: &Stage, server: &Server, line: &Line, dice: &mut Dice) {
    let moment = dice.millis(100..1_500);
    match dice.below(8) {
        0 => {
            let replica = mortal(stage, dice);
            replica.kill().await;
            replica.start();
        }
        1 => {
            let replica = mortal(stage, dice);
            replica.signal("-TERM");
            replica.ended().await;
            replica.start();
        }
        2 => {
            server.freeze();
            tokio::time::sleep(moment).await;
            server.thaw();
        }
        3 => {
            server.kill();
            tokio::time::sleep(moment).await;
            server.restart();
        }
        4 => {
            let _: () = server.ask(&["SCRIPT", "FLUSH"]);
        }
        5 => {
            let ways = [Way::Cut, Way::Held, Way::Slow(moment / 10), Way::Losing(10)];
            line.becomes(*dice.pick(&ways));
            tokio::time::sleep(moment).await;
            line.becomes(Way::Open);
        }
        6 => {
            let fault = Fault::too_many_requests(1).on("sendMessage").times(5);
            stage.with(|world| world.fault(fault));
        }
        _ => {
            let mishaps = [
                Mishap::BadGateway,
                Mishap::CutAfter,
                Mishap::LateAnswer(moment),
                Mishap::OddAnswer,
            ];
            let fault = Fault::new(dice.pick(&mishaps).clone()).on("editMessageText");
            stage.with(|world| world.fault(fault.times(3)));
        }
    }
}
