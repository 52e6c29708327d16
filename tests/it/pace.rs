//! Unasked messages keep a limit that all copies of the bot share; whoever waits for an answer never stands behind them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use gilbot::emulator::{Call, Effect, Fault, FloodLimits, Mishap};
use gilbot::runtime::careful::Careful;
use gilbot::runtime::turn::LEASE;
use gilbot::runtime::worker::Swept;
use gilbot::store::{ChatId, Commit, CommitId, Record, Row, Store};

use crate::office::{Desk, OddStore, Office};

/// Fast, so that a test takes seconds; the server allows as much more as Telegram does, 30 for 25.
const A_SECOND: u32 = 250;
const SERVER_A_SECOND: usize = 300;
const REMINDERS: usize = 1_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_reminders_keeps_the_limit_with_two_copies_of_the_bot() {
    let office = Office::open().await;
    let mut people = Vec::new();
    for _ in 0..REMINDERS {
        people.push(office.due().await);
    }
    office.emulator.with(|world| {
        world.limit_flood(FloodLimits {
            overall_per_second: Some(SERVER_A_SECOND),
            ..FloodLimits::default()
        });
    });
    let store = OddStore::over(&office.store);
    // On a machine that is slow whoever misses its place again and again comes at the end of its lease.
    for _ in 0..10 {
        let mut copies = tokio::task::JoinSet::new();
        for _ in 0..2 {
            let mut desk = copy(&office, &store);
            copies.spawn(async move { desk.sweeps().await });
        }
        copies.join_all().await;
        if sends(&office).len() == REMINDERS {
            break;
        }
        office.clock.move_by(LEASE);
    }

    let mut told = BTreeMap::<i64, usize>::new();
    for call in sends(&office) {
        assert!(matches!(call.effect, Effect::Done(_)), "{:?}", call.effect);
        *told
            .entry(call.params["chat_id"].as_i64().unwrap())
            .or_default() += 1;
    }
    assert_eq!(told.len(), REMINDERS, "none is lost");
    assert!(told.values().all(|times| *times == 1), "none comes twice");
    assert!(people.iter().all(|person| told.contains_key(person)));
    let places = store.places.lock().unwrap();
    let taken: usize = places.iter().map(|(_, _, count)| *count as usize).sum();
    let missed = places.iter().filter(|(_, _, count)| *count == 1).count();
    assert!(
        taken <= REMINDERS + missed,
        "a place for each, and no more: {taken}"
    );
    assert!(places.iter().all(|(_, _, count)| *count <= A_SECOND));
}

#[tokio::test]
async fn a_burst_is_spread_evenly() {
    let office = Office::open().await;
    let store = OddStore::over(&office.store);
    for _ in 0..12 {
        office.due().await;
    }
    let mut desk = copy(&office, &store);
    desk.sweeps().await;
    let (_, spacing, count) = store.places.lock().unwrap()[0];
    assert_eq!(count, 12);
    assert_eq!(
        spacing,
        Duration::from_secs_f64(1.0 / (0.97 * f64::from(A_SECOND)))
    );
    let sent = sends(&office);
    let first = sent[0].at;
    for (at, call) in (0..).zip(&sent) {
        // Each begins at its place or later, and never before.
        let earliest = first + spacing * at - TimeDelta::milliseconds(30);
        assert!(call.at >= earliest, "{at}: {}", call.at);
    }
}

#[tokio::test]
async fn whoever_waits_for_an_answer_stands_behind_nobody() {
    let office = Office::open().await;
    let mut desk = office.desk(1);
    for _ in 0..5 {
        office.due().await;
    }
    let hold = office.clock.now() + TimeDelta::seconds(50);
    office.store.hold(hold).await.expect("the store is well");
    let asks = owed_an_answer(&office).await;
    let sweeping = tokio::spawn(async move { desk.sweeps().await });
    office
        .emulator
        .until(|world| {
            let mut calls = world.calls().iter();
            calls
                .any(|call| call.params["chat_id"] == asks)
                .then_some(())
        })
        .await;
    let sent = sends(&office);
    assert_eq!(sent.len(), 1, "the reminders wait");
    sweeping.abort();
}

#[tokio::test]
async fn whoever_waits_for_a_place_goes_when_the_clock_is_moved_there() {
    let office = Office::open().await;
    let mut desk = office.desk(A_SECOND);
    let person = office.due().await;
    let hold = office.clock.now() + TimeDelta::seconds(50);
    office.store.hold(hold).await.expect("the store is well");
    let flights = desk.intake.flights.clone();
    let sweeping = tokio::spawn(async move { desk.sweeps().await });
    while flights.count() == 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(office.calls(person).len(), 0);
    office.clock.move_to(hold);
    sweeping.await.expect("it does not panic");
    assert_eq!(office.calls(person).len(), 1);
}

#[tokio::test]
async fn a_stop_begins_nothing_whose_place_has_not_come() {
    let office = Office::open().await;
    let Desk {
        intake,
        worker,
        stop,
    } = office.desk(A_SECOND);
    let person = office.due().await;
    let hold = office.clock.now() + TimeDelta::seconds(50);
    office.store.hold(hold).await.expect("the store is well");
    let running = tokio::spawn(worker.run(Arc::new(Swept::new(None))));
    while intake.flights.count() == 0 {
        tokio::task::yield_now().await;
    }
    stop.tell();
    running.await.expect("it does not panic");
    intake.flights.landed().await;
    assert_eq!(office.calls(person).len(), 0);
    // It comes again at the end of its lease, and is not lost.
    office.clock.move_by(TimeDelta::seconds(90));
    office.desk(A_SECOND).sweeps().await;
    assert_eq!(office.calls(person).len(), 1);
}

fn sends(office: &Office) -> Vec<Call> {
    office.emulator.see(|world| world.calls_of("sendMessage"))
}

fn copy(office: &Office, store: &Arc<OddStore>) -> Desk {
    let past = Careful::lasting(Duration::ZERO);
    office.desk_over(store.clone(), A_SECOND, past)
}

/// Somebody to whom an answer is owed, and whose alarm has come.
async fn owed_an_answer(office: &Office) -> i64 {
    let person = office.person();
    let desk = office.desk(A_SECOND);
    let later = Fault::new(Mishap::BadGateway)
        .on("sendMessage")
        .chat(person);
    office.emulator.with(|world| world.fault(later));
    desk.takes(office.says(person, 1, "/start")).await;
    let record = office.record(person).await;
    assert_eq!(Row::of(&record), Row::Asked);
    let expected = record.revision;
    let now = Record {
        due: Some(office.clock.now()),
        ..record
    };
    let store = &office.store;
    let commit = store.commit(ChatId(person), CommitId::Own(2), expected, &now);
    assert_eq!(commit.await, Ok(Commit::Applied));
    person
}
