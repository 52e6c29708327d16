//! Unasked messages keep a limit that all copies of the bot share; whoever waits for an answer never stands behind them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::TimeDelta;
use futures_util::FutureExt;
use gilbot::emulator::{Call, Effect, Fault, FloodLimits, Mishap, World, WorldOptions};
use gilbot::runtime::careful::Careful;
use gilbot::runtime::clock::Clock;
use gilbot::runtime::worker::Swept;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{ChatId, Commit, CommitId, Record, Revision, Row, Store};
use tokio::task::JoinSet;

use crate::office::{Desk, OddStore, Office, reminded_at};
use gilbot::gallery::starts::now;

const A_SECOND: u32 = 25;
const REMINDERS: usize = 1_000;
const COPIES: usize = 3;

/// In virtual time, so that nothing depends on how fast this machine is. The server knows no mercy: the limit itself.
#[tokio::test(start_paused = true)]
async fn a_flood_of_reminders_is_drained_at_the_limit_and_not_above() {
    drained(COPIES, Duration::ZERO, Duration::ZERO).await;
}

/// In their first minutes, too, when alarms are thought about one after another.
#[tokio::test(start_paused = true)]
async fn new_copies_drain_a_flood_as_fast() {
    drained(COPIES, Duration::ZERO, Duration::from_secs(300)).await;
}

/// Nor is any second lost when the next places come while a look is under way.
#[tokio::test(start_paused = true)]
async fn a_slow_store_drains_a_flood_as_fast() {
    drained(1, Duration::from_millis(30), Duration::ZERO).await;
}

async fn drained(copies: usize, look: Duration, first_minutes: Duration) {
    let clock = Clock::with_timers(now());
    let world = World::new(WorldOptions::default(), clock.now());
    let world = Arc::new(Mutex::new(world));
    let inner = Arc::new(SqliteStore::open(":memory:").expect("memory opens"));
    let store = OddStore::timeless(&inner, look);
    let record = reminded_at(clock.now());
    for _ in 0..REMINDERS {
        let mut world = world.lock().unwrap();
        let person = world.add_person("김영자", "ko");
        world.say(person, person, "/start");
        let commit = store.commit(ChatId(person), CommitId::Own(1), Revision(0), &record);
        assert_eq!(commit.now_or_never(), Some(Ok(Commit::Applied)));
    }
    world.lock().unwrap().limit_flood(FloodLimits {
        overall_per_second: Some(A_SECOND as usize),
        per_chat_per_second: Some(1),
        ..FloodLimits::default()
    });
    let mut running = JoinSet::new();
    for _ in 0..copies {
        let careful = Careful::lasting(first_minutes);
        let mut desk = Desk::near(&world, store.clone(), &clock, A_SECOND, careful);
        running.spawn(async move { desk.sweeps().await });
    }
    running.join_all().await;

    let calls = world.lock().unwrap().calls_of("sendMessage");
    let mut told = BTreeMap::<i64, usize>::new();
    for call in &calls {
        assert!(matches!(call.effect, Effect::Done(_)), "{:?}", call.effect);
        *told
            .entry(call.params["chat_id"].as_i64().unwrap())
            .or_default() += 1;
    }
    assert_eq!(told.len(), REMINDERS, "none is lost");
    assert!(told.values().all(|times| *times == 1), "none comes twice");
    let took = calls[REMINDERS - 1].at - calls[0].at;
    let a_second = REMINDERS as f64 / took.as_seconds_f64();
    let limit = f64::from(A_SECOND);
    assert!(a_second >= 0.95 * limit, "{a_second} a second");
    let places = store.places.lock().unwrap();
    assert!(
        places.iter().all(|(_, _, count)| *count <= A_SECOND),
        "a second's worth at a time"
    );
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
        Duration::from_secs_f64(1.0 / (0.96 * f64::from(A_SECOND)))
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
    let answered = office.emulator.until(|world| {
        let mut messages = world.messages(asks).into_iter();
        messages.any(|message| message.from_bot).then_some(())
    });
    let answered = tokio::time::timeout(Duration::from_secs(20), answered).await;
    answered.expect("at once, whoever stands in the other row");
    // The one that failed before, and the one that came.
    assert_eq!(sends(&office).len(), 2, "the reminders wait");
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
    let swept = tokio::time::timeout(Duration::from_secs(20), sweeping).await;
    swept
        .expect("it does not wait for the old clock")
        .expect("it does not panic");
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
