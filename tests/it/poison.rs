//! Updates over which the program breaks: they cannot loop for ever, and the others notice nothing.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use chrono::TimeDelta;
use gilbot::dialogue::event::Event;
use gilbot::dialogue::next_due;
use gilbot::emulator::{Fault, Mishap, Refusal};
use gilbot::runtime::careful::Careful;
use gilbot::runtime::gauge;
use gilbot::runtime::intake::{Answering, Verdict, take};
use gilbot::runtime::turn::{LEASE, Turn, Turned, UNHEARD_MAX, UNHEARD_REST, turn};
use gilbot::store::record::Outbox;
use gilbot::store::{ChatId, CommitId, Store};
use serde_json::Value;
use tokio::task::JoinHandle;

use crate::office::{Answer, Desk, OddStore, Office, parsed};

const POISON: u32 = 666;

/// A process in its first minutes, over a store with odd records.
fn fresh(office: &Office, store: &Arc<OddStore>) -> Desk {
    let careful = Careful::lasting(Duration::from_secs(300));
    office.desk_over(store.clone(), 25, careful)
}

#[tokio::test]
async fn an_update_that_panics_is_tried_twice_and_then_acknowledged() {
    let office = Office::open().await;
    let store = OddStore::over(&office.store);
    let desks = [
        office.desk_over(store.clone(), 25, Careful::lasting(Duration::ZERO)),
        fresh(&office, &store),
    ];
    for desk in desks {
        let (poisoned, other) = (office.person(), office.person());
        store.answers(poisoned, Answer::Panic);
        let poison = office.says(poisoned, POISON, "/start");
        assert_eq!(desk.takes(poison.clone()).await, Verdict::Again);
        assert_eq!(
            desk.takes(office.says(other, POISON + 1, "/start")).await,
            Verdict::Acknowledge
        );
        assert_eq!(office.calls(other).len(), 1, "the others notice nothing");
        assert_eq!(desk.takes(poison).await, Verdict::Acknowledge);
        assert_eq!(office.calls(poisoned).len(), 0);
    }
}

#[tokio::test]
async fn a_wake_that_panics_is_counted_and_the_others_are_told() {
    let office = Office::open().await;
    let store = OddStore::over(&office.store);
    let mut desk = office.desk_over(store.clone(), 25, Careful::lasting(Duration::ZERO));
    let (poisoned, other) = (office.due().await, office.due().await);
    store.answers(poisoned, Answer::Panic);
    let before = panics();
    desk.sweeps().await;
    assert!(panics() > before, "it is counted");
    assert_eq!(office.calls(poisoned).len(), 0);
    assert_eq!(office.calls(other).len(), 1, "the others notice nothing");
    store.answers(poisoned, Answer::True);
    office.clock.move_by(LEASE);
    desk.sweeps().await;
    assert_eq!(office.calls(poisoned).len(), 1, "its alarm repeats it");
}

#[tokio::test]
async fn a_showing_that_kills_every_process_is_tried_rarely_and_not_given_up() {
    let office = Office::open().await;
    let mut desk = office.desk(25);
    let person = office.due().await;
    for _ in 0..UNHEARD_MAX {
        dies_showing(&office, person).await;
    }
    assert_eq!(
        office
            .store
            .overdue(office.clock.now())
            .await
            .unwrap()
            .count,
        1
    );
    dies_showing(&office, person).await;
    desk.sweeps().await;
    assert_eq!(office.calls(person).len(), 0, "nobody dies over it so soon");
    office.clock.move_by(UNHEARD_REST);
    desk.sweeps().await;
    assert_eq!(office.calls(person).len(), 1, "somebody lives to tell it");
    assert_eq!(office.record(person).await.outbox, Outbox::default());
}

#[tokio::test]
async fn an_alarm_that_kills_every_process_is_set_aside_for_an_hour() {
    let office = Office::open().await;
    let store = OddStore::over(&office.store);
    let deadly = office.due().await;
    store.answers(deadly, Answer::NeverCommits);
    for _ in 0..3 {
        dies_woken(&mut fresh(&office, &store), &store).await;
        office.clock.move_by(LEASE);
    }
    store.answers(deadly, Answer::True);
    let other = office.due().await;
    let mut desk = fresh(&office, &store);
    desk.sweeps().await;
    assert_eq!(office.calls(deadly).len(), 0, "nobody dies over it again");
    let aside = office.record(deadly).await;
    assert_eq!(aside.due, next_due(&aside.dialogue), "its alarm is right");
    assert_eq!(office.calls(other).len(), 1, "the others are told");
    office.clock.move_by(UNHEARD_REST);
    desk.sweeps().await;
    assert_eq!(office.calls(deadly).len(), 1, "it is not given up");
}

#[tokio::test]
async fn a_store_that_comes_and_goes_sets_no_alarm_aside() {
    let office = Office::open().await;
    let store = OddStore::over(&office.store);
    let person = office.due().await;
    store.answers(person, Answer::AwayForCommits);
    let mut desk = fresh(&office, &store);
    for _ in 0..5 {
        desk.sweeps().await;
        office.clock.move_by(LEASE);
    }
    store.answers(person, Answer::True);
    desk.sweeps().await;
    assert_eq!(office.calls(person).len(), 1);
}

/// A process wakes those who are due, and is never heard of again.
async fn dies_woken(desk: &mut Desk, store: &OddStore) {
    desk.worker.sweep().await.expect("the store is well");
    store.hangs.notified().await;
}

#[tokio::test]
async fn a_reminder_that_may_have_come_already_says_so() {
    let office = Office::open().await;
    let mut desk = office.desk(25);
    let (unsure, sure) = (office.due().await, office.due().await);
    dies_showing(&office, unsure).await;
    desk.sweeps().await;
    assert!(says_that_it_may_have_come(&office, unsure));
    // Another day, and more to tell: that has not come yet.
    let later = office.due().await;
    dies_showing(&office, later).await;
    office.clock.move_by(TimeDelta::days(14));
    desk.sweeps().await;
    assert!(!says_that_it_may_have_come(&office, later));
    assert!(!says_that_it_may_have_come(&office, sure));
}

#[tokio::test]
async fn a_reminder_that_was_put_off_is_no_repeat() {
    let office = Office::open().await;
    let mut desk = office.desk(25);
    office.clock.move_by(TimeDelta::hours(10));
    let person = office.due().await;
    let refused = Mishap::Refuse(Refusal::too_many_requests(1_200));
    office
        .emulator
        .with(|world| world.fault(Fault::new(refused).on("sendMessage")));
    desk.sweeps().await;
    // It is eleven at night.
    office.clock.move_by(TimeDelta::hours(3));
    desk.sweeps().await;
    assert_eq!(office.calls(person).len(), 1, "nobody is woken up");
    office.clock.move_by(TimeDelta::hours(11));
    desk.sweeps().await;
    assert_eq!(office.calls(person).len(), 2);
    assert!(!says_that_it_may_have_come(&office, person));
}

/// Whether the last reminder says so.
fn says_that_it_may_have_come(office: &Office, person: i64) -> bool {
    let calls = office.calls(person);
    let text = calls.last().expect("one was sent").params["text"].as_str();
    let text = text.expect("it has words");
    assert!(text.contains("남음"), "{text}");
    text.contains("이미 받으셨을 수 있어요")
}

/// A process commits that it sets out to show what is owed, and is never heard of again.
async fn dies_showing(office: &Office, person: i64) {
    let (chat, now) = (ChatId(person), office.clock.now());
    let about = Turn {
        chat,
        id: CommitId::Own(now.timestamp().unsigned_abs()),
        event: &Event::Due,
        pressed_on: None,
    };
    let loaded = office.store.load(chat).await.expect("the store is well");
    let turned = turn(&*office.store, &about, loaded, now).await;
    assert!(matches!(turned, Ok(Turned::Committed { .. })));
    office.clock.move_by(LEASE);
}

/// How many panics this process has caught.
fn panics() -> u64 {
    let told = gauge::install().render();
    let mut rows = told.lines();
    let row = rows.find_map(|row| row.strip_prefix("gilbot_panics_total "));
    row.expect("it is told").parse().expect("a number")
}

#[tokio::test]
async fn a_panic_that_cannot_be_counted_comes_again() {
    let office = Office::open().await;
    let store = OddStore::over(&office.store);
    let desk = fresh(&office, &store);
    let person = office.person();
    let poison = office.says(person, POISON, "/start");
    store.answers(person, Answer::Away);
    for _ in 0..6 {
        assert_eq!(desk.takes(poison.clone()).await, Verdict::Again);
    }
    store.answers(person, Answer::Panic);
    assert_eq!(desk.takes(poison.clone()).await, Verdict::Again);
    assert_eq!(desk.takes(poison).await, Verdict::Acknowledge);
}

#[tokio::test]
async fn an_update_that_kills_every_process_is_set_aside() {
    let office = Office::open().await;
    let store = OddStore::over(&office.store);
    let person = office.person();
    let poison = office.says(person, POISON, "/start");
    store.answers(person, Answer::Never);
    for _ in 0..3 {
        dies_of(&fresh(&office, &store), &store, &poison).await;
    }
    let desk = fresh(&office, &store);
    assert_eq!(desk.takes(poison).await, Verdict::Acknowledge);
    assert_eq!(office.calls(person).len(), 0);
    store.answers(person, Answer::True);
    let next = office.says(person, POISON + 1, "/start");
    assert_eq!(desk.takes(next).await, Verdict::Acknowledge);
    assert_eq!(office.calls(person).len(), 1, "the next one is taken");
}

#[tokio::test]
async fn whoever_stands_beside_a_deadly_update_is_not_counted() {
    let office = Office::open().await;
    let store = OddStore::over(&office.store);
    let (poisoned, beside) = (office.person(), office.person());
    let poison = office.says(poisoned, POISON, "/start");
    let harmless = office.says(beside, POISON + 1, "/start");
    store.answers(poisoned, Answer::Never);
    for _ in 0..3 {
        let desk = fresh(&office, &store);
        let dying = begins(&desk, &poison);
        store.hangs.notified().await;
        let waits = begins(&desk, &harmless);
        tokio::task::yield_now().await;
        for begun in [waits, dying] {
            begun.abort();
            let _ = begun.await;
        }
    }
    let chat = ChatId(beside);
    let tries = office.store.attempt(chat, POISON + 1, office.clock.now());
    assert_eq!(tries.await, Ok(1), "it was never counted before");
    let desk = fresh(&office, &store);
    assert_eq!(desk.takes(poison).await, Verdict::Acknowledge);
    assert_eq!(desk.takes(harmless).await, Verdict::Acknowledge);
    assert_eq!(office.calls(beside).len(), 1);
}

#[tokio::test]
async fn a_store_that_comes_and_goes_sets_nothing_aside() {
    let office = Office::open().await;
    let store = OddStore::over(&office.store);
    let person = office.person();
    let update = office.says(person, POISON, "/start");
    let desk = fresh(&office, &store);
    // First it is away for the count, then only for the record.
    store.answers(person, Answer::Away);
    for _ in 0..5 {
        assert_eq!(desk.takes(update.clone()).await, Verdict::Again);
    }
    store.answers(person, Answer::AwayWhenCounted);
    for _ in 0..5 {
        assert_eq!(desk.takes(update.clone()).await, Verdict::Again);
    }
    store.answers(person, Answer::True);
    assert_eq!(desk.takes(update).await, Verdict::Acknowledge);
    assert_eq!(office.calls(person).len(), 1);
}

#[tokio::test]
async fn nothing_is_counted_when_the_first_minutes_are_over_or_nothing_has_waited() {
    let office = Office::open().await;
    let store = OddStore::over(&office.store);
    let person = office.person();
    let past = office.desk_over(store.clone(), 25, Careful::lasting(Duration::ZERO));
    let quiet = fresh(&office, &store);
    quiet.intake.careful.ends();
    for (desk, update) in [(past, 1), (quiet, 2)] {
        let update = office.says(person, update, "/start");
        assert_eq!(desk.takes(update).await, Verdict::Acknowledge);
    }
    assert_eq!(store.attempts.load(Ordering::SeqCst), 0);
    let careful = fresh(&office, &store);
    careful.takes(office.says(person, 3, "/start")).await;
    assert_eq!(store.attempts.load(Ordering::SeqCst), 1);
}

/// A process takes an update and is never heard of again.
async fn dies_of(desk: &Desk, store: &OddStore, poison: &Value) {
    let dying = begins(desk, poison);
    store.hangs.notified().await;
    dying.abort();
    let _ = dying.await;
}

fn begins(desk: &Desk, update: &Value) -> JoinHandle<Verdict> {
    let (intake, update) = (Arc::clone(&desk.intake), parsed(update));
    tokio::spawn(async move { take(&intake, update, Answering::ByCall).await.verdict })
}
