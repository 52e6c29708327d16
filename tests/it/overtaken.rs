//! What is put right when others were faster: never two of the same, and nothing left behind.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use gilbot::dialogue::effect::Show;
use gilbot::dialogue::event::{Event, MessageId};
use gilbot::dialogue::press::{Place, Press};
use gilbot::emulator::{Fault, Mishap, Params, World, WorldOptions};
use gilbot::gallery::starts::now;
use gilbot::runtime::careful::Careful;
use gilbot::runtime::clock::Clock;
use gilbot::runtime::turn::{LEASE, Turn, Turned, turn};
use gilbot::store::record::Outbox;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{ChatId, Commit, CommitId, Record, Store};
use serde_json::{Value, json};

use crate::office::{Desk, OddStore, Office, pressed, reminded_at, said};

const A_SECOND: u32 = 25;
/// So many looks may call Telegram.
const CALLS: usize = 8;
/// The screen of somebody who was faster.
const NEWER: MessageId = MessageId(9_999);

/// Somebody who looks at a screen, and a copy of the bot that is to be overtaken.
struct Scene {
    office: Office,
    store: Arc<OddStore>,
    desk: Desk,
    person: i64,
    shown: MessageId,
}

impl Scene {
    async fn open() -> Self {
        let office = Office::open().await;
        let store = OddStore::over(&office.store);
        let desk = office.desk_over(store.clone(), A_SECOND, Careful::lasting(Duration::ZERO));
        let person = office.person();
        desk.takes(office.says(person, 1, "/start")).await;
        let shown = office.record(person).await.anchor.expect("a screen");
        Self {
            office,
            store,
            desk,
            person,
            shown,
        }
    }

    /// Somebody else sets out to do this, and a debt is noted beside it. Until when it may be under way.
    async fn beside(owed: Outbox) -> (Self, DateTime<Utc>) {
        let mut scene = Self::open().await;
        let lease = scene.office.clock.now() + LEASE;
        scene.buttons_stay(1);
        let newer = move |record: &Record| elsewhere(record, owed.clone(), lease);
        scene.store.overtakes(scene.person, 1, newer);
        scene.presses().await;
        scene.desk.sweeps().await;
        (scene, lease)
    }

    /// The next call for taking buttons away fails, so many times.
    fn buttons_stay(&self, times: u32) {
        let fault = Fault::new(Mishap::BadGateway).on("editMessageReplyMarkup");
        self.office
            .emulator
            .with(|world| world.fault(fault.times(times)));
    }

    async fn presses(&self) {
        let press = Press::Go(Place::Settings);
        let update = self.office.presses(self.person, 2, self.shown, press);
        self.desk.takes(update).await;
    }

    fn calls_of(&self, method: &str) -> usize {
        self.office.emulator.see(|it| it.calls_of(method).len())
    }

    async fn record(&self) -> Record {
        self.office.record(self.person).await
    }
}

/// The screen stands on another message, and that is owed.
fn elsewhere(record: &Record, owed: Outbox, due: DateTime<Utc>) -> Option<Record> {
    Some(Record {
        anchor: Some(NEWER),
        outbox: owed,
        due: Some(due),
        ..record.clone()
    })
}

#[tokio::test]
async fn what_is_not_right_while_others_go_on_and_on_is_left_to_the_alarm() {
    let mut scene = Scene::open().await;
    let later = scene.office.clock.now() + LEASE;
    scene.buttons_stay(100);
    // The settling, what each call was to leave behind, and three times more.
    let times = 1 + CALLS + 3;
    let newer = move |record: &Record| elsewhere(record, Outbox::default(), later);
    scene.store.overtakes(scene.person, times, newer);
    scene.presses().await;
    assert_eq!(scene.store.still_overtakes(), 0);
    assert_eq!(scene.calls_of("editMessageReplyMarkup"), CALLS);
    let record = scene.record().await;
    assert_eq!(record.outbox.strip, [scene.shown], "it is not forgotten");
    assert_eq!(record.anchor, Some(NEWER));
    let due = record.due.expect("an alarm");
    assert!(due <= scene.office.clock.now(), "and soon");
    scene.office.emulator.with(World::clear_faults);
    scene.desk.sweeps().await;
    assert_eq!(scene.record().await.outbox, Outbox::default());
    let messages = scene.office.emulator.see(|it| it.messages(scene.person));
    let old = messages.iter().find(|it| it.id == scene.shown.0);
    assert_eq!(old.expect("it stands there").keyboard.len(), 0);
}

#[tokio::test]
async fn a_new_message_that_somebody_else_is_sending_is_not_sent_twice() {
    let (mut scene, lease) = Scene::beside(Outbox {
        show: Some(Show::Quietly),
        asked: true,
        ..Outbox::default()
    })
    .await;
    assert_eq!(scene.calls_of("sendMessage"), 1, "that of the beginning");
    let record = scene.record().await;
    assert_eq!(record.outbox.strip, [scene.shown], "it is not forgotten");
    assert_eq!(record.due, Some(lease), "until then somebody may send it");
    // Nobody does: it comes by its alarm.
    scene.office.clock.move_to(lease);
    scene.desk.sweeps().await;
    assert_eq!(scene.calls_of("sendMessage"), 2);
    assert!(!scene.record().await.outbox.owes());
}

#[tokio::test]
async fn files_that_somebody_else_is_handing_over_are_not_handed_over_twice() {
    let (mut scene, lease) = Scene::beside(Outbox {
        hand_over: true,
        asked: true,
        ..Outbox::default()
    })
    .await;
    assert_eq!(scene.calls_of("sendDocument"), 0);
    let record = scene.record().await;
    assert!(record.outbox.handing >= Some(lease), "in somebody's hands");
    // Whoever that was has died over it.
    let late = record.outbox.handing.expect("just seen");
    scene.office.clock.move_to(late.max(lease));
    scene.desk.sweeps().await;
    assert_eq!(scene.calls_of("sendDocument"), 1);
    assert!(!scene.record().await.outbox.owes());
}

#[tokio::test]
async fn a_reminder_that_stands_there_is_not_sent_again_however_often_others_were_faster() {
    let office = Office::open().await;
    let store = OddStore::over(&office.store);
    let mut desk = office.desk_over(store.clone(), A_SECOND, Careful::lasting(Duration::ZERO));
    let person = office.due().await;
    // As long as it is owed, somebody else sets out to send it each time.
    let newer = |record: &Record| {
        let is_owed = record.outbox.show >= Some(Show::Quietly);
        is_owed.then(|| Record {
            due: record.due.map(|due| due + TimeDelta::seconds(1)),
            ..record.clone()
        })
    };
    store.overtakes(person, 1 + CALLS + 3, newer);
    desk.sweeps().await;
    assert_eq!(store.still_overtakes(), 0);
    office.clock.move_by(LEASE);
    desk.sweeps().await;
    let calls = office.calls(person);
    let sent = calls.iter().filter(|call| call.method == "sendMessage");
    assert_eq!(sent.count(), 1);
    let record = office.record(person).await;
    assert!(record.anchor.is_some() && !record.outbox.owes());
}

#[tokio::test]
async fn what_is_noted_beside_a_new_message_changes_nothing_about_it() {
    let mut scene = Scene::open().await;
    let beside = |record: &Record| {
        let mut beside = record.clone();
        beside.outbox.strips(NEWER);
        Some(beside)
    };
    scene.store.overtakes(scene.person, 3, beside);
    let words = scene.office.says(scene.person, 2, "/settings");
    scene.desk.takes(words).await;
    assert_eq!(scene.store.still_overtakes(), 0);
    let record = scene.record().await;
    // Theirs is not forgotten, and on the old one somebody may have written.
    assert_eq!(record.outbox.strip, [NEWER, scene.shown]);
    assert_eq!(record.outbox.show, None);
    assert!(record.anchor > Some(scene.shown), "the new message");
    scene.office.clock.move_to(record.due.expect("an alarm"));
    scene.desk.sweeps().await;
    assert_eq!(scene.calls_of("editMessageReplyMarkup"), 1 + 2);
    assert_eq!(scene.calls_of("editMessageText"), 0);
    assert_eq!(scene.calls_of("sendMessage"), 2);
    assert!(!scene.record().await.outbox.owes());
}

#[tokio::test]
async fn a_sender_that_fails_tries_again_when_it_would_have_if_nobody_was_beside_it() {
    for (fault, wait) in [
        (Fault::too_many_requests(20), 20),
        (Fault::new(Mishap::BadGateway), 2),
        (Fault::new(Mishap::CutAfter), 5),
    ] {
        let scene = Scene::open().await;
        let fault = fault.on("sendMessage");
        scene.office.emulator.with(|world| world.fault(fault));
        let beside = |record: &Record| Some(record.clone());
        scene.store.overtakes(scene.person, 1, beside);
        let words = scene.office.says(scene.person, 2, "/settings");
        scene.desk.takes(words).await;
        assert_eq!(scene.store.still_overtakes(), 0);
        let record = scene.record().await;
        let left = record.due.expect("an alarm") - scene.office.clock.now();
        assert!(left <= TimeDelta::seconds(wait), "{left}");
        assert!(record.outbox.show >= Some(Show::Quietly));
    }
}

/// Others who knew it as an old message may have taken its buttons away a moment before.
#[tokio::test]
async fn a_message_that_becomes_the_screen_is_shown_there_when_everybody_knows() {
    let scene = Scene::open().await;
    let (emulator, person) = (scene.office.emulator.clone(), scene.person);
    let commits = AtomicUsize::new(0);
    let newer = move |record: &Record| {
        let before = commits.fetch_add(1, Ordering::SeqCst);
        if before > 1 {
            return None;
        }
        if before == 1 {
            let last = emulator.see(|it| it.messages(person).last().map(|it| it.id));
            let params = [("chat_id", json!(person)), ("message_id", json!(last))];
            let params = params.map(|(name, value)| (name.to_owned(), value));
            let params = Params::from_json(params.into_iter().collect());
            let stripped = emulator.with(|it| it.call("editMessageReplyMarkup", &params));
            assert!(stripped.is_ok());
            return None;
        }
        Some(Record {
            due: record.due.map(|due| due + TimeDelta::seconds(1)),
            ..record.clone()
        })
    };
    scene.store.overtakes(scene.person, 2, newer);
    let words = scene.office.says(scene.person, 2, "/settings");
    scene.desk.takes(words).await;
    let record = scene.record().await;
    let messages = scene.office.emulator.see(|it| it.messages(scene.person));
    let shown = messages.last().expect("it stands there");
    assert_eq!(record.anchor, Some(MessageId(shown.id)));
    assert!(!shown.keyboard.is_empty(), "the screen in use has buttons");
    assert!(!record.outbox.owes());
}

/// Only one of which we never heard may be the reminder.
#[tokio::test]
async fn a_press_on_an_old_message_does_not_make_a_reminder_seen() {
    let scene = Scene::open().await;
    let words = scene.office.says(scene.person, 2, "/settings");
    scene.desk.takes(words).await;
    let mut record = scene.record().await;
    let old = record.anchor.expect("the newer of the two");
    let about = Turn {
        chat: ChatId(scene.person),
        id: CommitId::Own(1),
        event: &Event::Due,
        pressed_on: None,
    };
    let now = scene.office.clock.now();
    let mut owed = reminded_at(now);
    owed.revision = record.revision;
    let reminded = turn(&*scene.office.store, &about, Some(owed), now).await;
    let Ok(Turned::Committed { record: due, .. }) = reminded else {
        panic!("it is due");
    };
    record = *due;
    record.anchor = Some(scene.shown);
    record.outbox.strips(old);
    let commit = scene.office.store.commit(
        ChatId(scene.person),
        CommitId::Own(2),
        record.revision,
        &record,
    );
    assert_eq!(commit.await, Ok(Commit::Applied));
    let press = Press::Go(Place::Home);
    let press = scene.office.presses(scene.person, 3, old, press);
    scene.desk.takes(press).await;
    let messages = scene.office.emulator.see(|it| it.messages(scene.person));
    let last = messages.last().expect("the reminder");
    assert!(last.text.contains("의 알림이에요."), "{}", last.text);
}

/// The screen stands on our message until a new one is there, whose sender would take the buttons away that we have just
/// put there: it has to learn that somebody was under way.
#[tokio::test(start_paused = true)]
async fn whoever_sends_a_new_message_learns_of_the_screen_that_was_put_on_the_old_one() {
    let clock = Clock::with_timers(now());
    let world = Arc::new(Mutex::new(World::new(WorldOptions::default(), now())));
    let person = {
        let mut world = world.lock().unwrap();
        let person = world.add_person("김영자", "ko");
        world.say(person, person, "/start");
        person
    };
    let inner = Arc::new(SqliteStore::open(":memory:").expect("memory opens"));
    let store = OddStore::timeless(&inner, Duration::ZERO);
    let careful = Careful::lasting(Duration::ZERO);
    let desk = Desk::near(&world, store.clone(), &clock, A_SECOND, careful);
    desk.takes(said(person, 1, "/start", clock.now())).await;
    let record = async || store.load(ChatId(person)).await.unwrap().unwrap();
    let shown = record().await.anchor.expect("a screen");

    let lease = clock.now() + LEASE;
    store.overtakes(person, 1, move |record| {
        let mut newer = record.clone();
        newer.outbox.show = Some(Show::Quietly);
        newer.due = Some(lease);
        Some(newer)
    });
    let update: Value = {
        let mut world = world.lock().unwrap();
        pressed(&mut world, person, 2, shown, Press::Go(Place::Settings))
    };
    let before = record().await.revision.0;
    desk.takes(update).await;
    let record = record().await;
    // The press, the other one, and the word to it.
    assert_eq!(record.revision.0, before + 3);
    assert_eq!((record.due, record.anchor), (Some(lease), Some(shown)));
    assert_eq!(
        record.outbox.strip,
        [],
        "the screen in use keeps its buttons"
    );
    let sent = world.lock().unwrap().calls_of("sendMessage").len();
    assert_eq!(sent, 1, "that of the beginning");
}
