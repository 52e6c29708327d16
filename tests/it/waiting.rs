//! What Telegram says about waiting is obeyed, to the instant and by everybody; what nobody answered is not said for ever.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use gilbot::dialogue::event::MessageId;
use gilbot::dialogue::press::{Place, Press};
use gilbot::emulator::{Call, Effect, Fault, Mishap, Params, World, WorldOptions};
use gilbot::gallery::starts::now;
use gilbot::runtime::careful::Careful;
use gilbot::runtime::clock::Clock;
use gilbot::runtime::intake::Verdict;
use gilbot::runtime::polling;
use gilbot::runtime::pulse::Pulse;
use gilbot::store::record::Outbox;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{ChatId, Row, Store};
use serde_json::json;

use crate::office::{Answer, Desk, OddStore, Office};

const A_SECOND: u32 = 25;

fn refused(call: &Call) -> bool {
    matches!(call.effect, Effect::Refused(_))
}

fn sends(office: &Office, person: i64) -> Vec<Call> {
    let mut calls = office.calls(person);
    calls.retain(|call| call.method.eq_ignore_ascii_case("sendMessage"));
    calls
}

/// Everybody looks, at this instant and not a millisecond later than a test takes.
async fn look(desks: &mut [Desk], office: &Office, at: DateTime<Utc>) {
    office.clock.move_to(at);
    for desk in desks {
        desk.sweeps().await;
    }
}

#[tokio::test]
async fn nothing_is_called_before_the_instant_that_telegram_has_named() {
    let office = Office::open().await;
    let mut desks = [office.desk(A_SECOND), office.desk(A_SECOND)];
    let person = office.due().await;
    let fault = Fault::too_many_requests(30).on("sendMessage");
    office.emulator.with(|world| world.fault(fault));
    desks[0].sweeps().await;
    let record = office.record(person).await;
    let until = record.outbox.not_before.expect("Telegram has named it");
    let left = until - office.clock.now();
    assert!(left > TimeDelta::seconds(25) && left <= TimeDelta::seconds(30));
    assert_eq!(record.due, Some(until), "the alarm stands exactly there");
    assert_eq!(Row::of(&record), Row::Unasked);

    // The person acts meanwhile, at the other copy: the turn is taken, and the screen waits.
    let verdict = desks[1].takes(office.says(person, 1, "/settings")).await;
    assert_eq!(verdict, Verdict::Acknowledge);
    let record = office.record(person).await;
    assert_eq!(record.due, Some(until), "still exactly there");
    assert_eq!(Row::of(&record), Row::Asked, "somebody waits now");
    look(&mut desks, &office, until - TimeDelta::seconds(2)).await;
    assert_eq!(office.calls(person).len(), 1, "nothing was called since");

    look(&mut desks, &office, until).await;
    let calls = office.calls(person);
    assert!(calls.len() > 1 && !calls[1..].iter().any(refused));
    assert!(calls[1].at >= until);
    assert_eq!(office.record(person).await.outbox, Outbox::default());
    assert_eq!(sends(&office, person).len(), 2);
}

#[tokio::test]
async fn a_press_is_answered_while_the_chat_must_wait() {
    let office = Office::open().await;
    let desk = office.desk(A_SECOND);
    let person = office.person();
    desk.takes(office.says(person, 1, "/start")).await;
    let shown = office.record(person).await.anchor.expect("a screen");
    let press = |update| office.presses(person, update, shown, Press::Go(Place::Settings));
    let fault = Fault::too_many_requests(20).on("editMessageText");
    office.emulator.with(|world| world.fault(fault));
    desk.takes(press(2)).await;
    let called = office.calls(person).len();
    desk.takes(press(3)).await;
    assert_eq!(office.calls(person).len(), called, "the chat is left alone");
    let open = office.emulator.see(|world| world.open_presses_in(person));
    assert_eq!(open, [], "every press is answered");
    assert!(office.record(person).await.outbox.not_before.is_some());
}

#[tokio::test]
async fn several_chats_that_must_wait_are_everybody() {
    let office = Office::open().await;
    let mut desk = office.desk(A_SECOND);
    let told = [office.due().await, office.due().await, office.due().await];
    for (person, seconds) in told.iter().zip([20, 40, 30]) {
        let fault = Fault::too_many_requests(seconds)
            .on("sendMessage")
            .chat(*person);
        office.emulator.with(|world| world.fault(fault));
    }
    desk.sweeps().await;
    let longest = office
        .record(told[1])
        .await
        .outbox
        .not_before
        .expect("named");

    // A reminder waits for its place behind that instant; what somebody asks for does not.
    let (waits, asks) = (office.due().await, office.person());
    let sweeping = tokio::spawn(async move {
        desk.sweeps().await;
        desk
    });
    let other = office.desk(A_SECOND);
    other.takes(office.says(asks, 1, "/start")).await;
    assert_eq!(office.calls(asks).len(), 1);
    assert_eq!(office.calls(waits).len(), 0);
    let next = office
        .store
        .reserve(office.clock.now(), Duration::ZERO, 0)
        .await;
    assert!(next.expect("the store is well") >= longest);
    office.clock.move_to(longest);
    let mut desk = sweeping.await.expect("it does not panic");
    desk.sweeps().await;
    assert!(sends(&office, waits)[0].at >= longest);
}

#[tokio::test]
async fn reminders_that_a_store_has_kept_back_come_as_one_that_is_true_today() {
    let office = Office::open().await;
    let store = OddStore::over(&office.store);
    let past = Careful::lasting(Duration::ZERO);
    let mut desk = office.desk_over(store.clone(), A_SECOND, past);
    let person = office.due().await;
    store.answers(person, Answer::Away);
    for _ in 0..3 {
        desk.sweeps().await;
        office.clock.move_by(TimeDelta::days(5));
    }
    assert_eq!(office.calls(person).len(), 0);
    store.answers(person, Answer::True);
    desk.sweeps().await;
    let sent = sends(&office, person);
    assert_eq!(sent.len(), 1, "one, about all that has come");
    let words = sent[0].params["text"].as_str().expect("a text");
    assert!(words.contains("5일 남음"), "{words}");
    office.clock.move_by(TimeDelta::minutes(5));
    desk.sweeps().await;
    assert_eq!(sends(&office, person).len(), 1);
}

#[tokio::test]
async fn two_chats_that_must_wait_are_not_everybody() {
    let office = Office::open().await;
    let mut desk = office.desk(A_SECOND);
    for person in [office.due().await, office.due().await] {
        let fault = Fault::too_many_requests(600).on("sendMessage").chat(person);
        office.emulator.with(|world| world.fault(fault));
    }
    desk.sweeps().await;
    let next = office.due().await;
    desk.sweeps().await;
    assert_eq!(sends(&office, next).len(), 1);
}

#[tokio::test]
async fn a_reminder_that_nobody_answered_is_sent_once_more_and_counts_as_told() {
    let office = Office::open().await;
    let mut desks = [office.desk(A_SECOND), office.desk(A_SECOND)];
    let person = office.due().await;
    let cut = Fault::new(Mishap::CutAfter).on("sendMessage").always();
    office.emulator.with(|world| world.fault(cut));
    desks[0].sweeps().await;
    let due = office.record(person).await.due.expect("it is owed");
    let left = due - office.clock.now();
    assert!(left > TimeDelta::seconds(115) && left <= TimeDelta::minutes(2));
    look(&mut desks, &office, due).await;
    assert_eq!(sends(&office, person).len(), 2);
    assert_eq!(office.record(person).await.outbox, Outbox::default());
    let until = office.record(person).await.due.expect("the next stage");
    look(&mut desks, &office, until - TimeDelta::minutes(1)).await;
    assert_eq!(sends(&office, person).len(), 2, "twice is enough");
}

#[tokio::test]
async fn a_new_stage_is_not_told_because_the_one_before_it_may_have_been() {
    let office = Office::open().await;
    let mut desks = [office.desk(A_SECOND), office.desk(A_SECOND)];
    let person = office.due().await;
    let cut = Fault::new(Mishap::CutBefore).on("sendMessage").times(2);
    office.emulator.with(|world| world.fault(cut));
    desks[0].sweeps().await;
    // Nobody was there to send it once more. Now seven days are left.
    let later = office.clock.now() + TimeDelta::days(13);
    look(&mut desks, &office, later).await;
    let due = office.record(person).await.due.expect("it is owed");
    look(&mut desks, &office, due).await;
    let words = |call: &Call| call.params["text"].as_str().unwrap().contains("7일 남음");
    assert_eq!(
        sends(&office, person)
            .iter()
            .filter(|call| words(call))
            .count(),
        2
    );
    assert_eq!(office.record(person).await.outbox, Outbox::default());
}

#[tokio::test]
async fn what_somebody_waits_for_is_sent_once_more_after_a_moment() {
    let office = Office::open().await;
    let mut desks = [office.desk(A_SECOND), office.desk(A_SECOND)];
    let person = office.person();
    let cut = Fault::new(Mishap::CutAfter).on("sendMessage");
    office.emulator.with(|world| world.fault(cut));
    desks[0].takes(office.says(person, 1, "/start")).await;
    let record = office.record(person).await;
    assert!(record.outbox.unsure && Row::of(&record) == Row::Asked);
    let due = record.due.expect("it is owed");
    assert!(due - office.clock.now() <= TimeDelta::seconds(5), "{due}");
    look(&mut desks, &office, due).await;
    assert_eq!(sends(&office, person).len(), 2);
    assert_eq!(office.record(person).await.outbox, Outbox::default());
}

#[tokio::test]
async fn whatever_has_certainly_not_happened_is_tried_for_ever() {
    let office = Office::open().await;
    let mut desks = [office.desk(A_SECOND), office.desk(A_SECOND)];
    let person = office.due().await;
    let bad = Fault::new(Mishap::BadGateway).on("sendMessage").times(9);
    office.emulator.with(|world| world.fault(bad));
    for _ in 0..10 {
        let due = office.record(person).await.due.expect("it is owed");
        look(&mut desks, &office, due.max(office.clock.now())).await;
    }
    assert_eq!(sends(&office, person).len(), 10);
    assert_eq!(office.record(person).await.outbox, Outbox::default());
}

#[tokio::test]
async fn whoever_presses_a_button_on_what_was_never_answered_gets_it_no_second_time() {
    let office = Office::open().await;
    let mut desk = office.desk(A_SECOND);
    let person = office.person();
    desk.takes(office.says(person, 1, "/start")).await;
    let cut = Fault::new(Mishap::CutAfter).on("sendMessage");
    office.emulator.with(|world| world.fault(cut));
    desk.takes(office.says(person, 2, "/settings")).await;
    let messages = office.emulator.see(|world| world.messages(person));
    let seen = messages.last().expect("it has come after all").clone();
    let press = office.presses(person, 3, MessageId(seen.id), Press::Go(Place::Home));
    desk.takes(press).await;
    office.clock.move_by(TimeDelta::minutes(5));
    desk.sweeps().await;
    assert_eq!(sends(&office, person).len(), 2);
    let record = office.store.load(ChatId(person)).await.unwrap().unwrap();
    assert_eq!(record.anchor.map(|anchor| anchor.0), Some(seen.id));
    assert_eq!(record.outbox, Outbox::default());
}

#[tokio::test(start_paused = true)]
async fn a_poller_that_is_turned_away_asks_more_and_more_rarely() {
    let clock = Clock::with_timers(now());
    let mut world = World::new(WorldOptions::default(), now());
    let url = json!("https://bot.example/telegram");
    let elsewhere = Params::from_json([("url".to_owned(), url)].into_iter().collect());
    world.call("setWebhook", &elsewhere).expect("it is taken");
    let world = Arc::new(Mutex::new(world));
    let store = Arc::new(SqliteStore::open(":memory:").expect("memory opens"));
    let careful = Careful::lasting(Duration::ZERO);
    let desk = Desk::near(&world, store, &clock, A_SECOND, careful);
    let pulse = Arc::new(Pulse::new(clock.clone()));
    let polls = polling::run(desk.intake, pulse, desk.stop);
    let _ = tokio::time::timeout(Duration::from_secs(200), polls).await;
    let polls = world.lock().unwrap().calls_of("getUpdates");
    assert!(polls.iter().all(refused));
    let waits = polls
        .windows(2)
        .map(|two| (two[1].at - two[0].at).num_seconds());
    assert_eq!(waits.collect::<Vec<_>>(), [5, 10, 20, 40, 60, 60]);
}
