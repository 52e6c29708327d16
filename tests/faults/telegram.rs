//! A Telegram that repeats itself, is slow, breaks off, or has had enough of us (T14, T16, T17, T18).

use std::collections::HashMap;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use gilbot::emulator::{Call, Effect, Fault, Mishap};

use crate::audit::{Allowed, Tally};
use crate::length::{Dice, note, of_length, rounds};
use crate::servers::Server;
use crate::stage::{Setting, Stage};
use crate::town::{REMINDER, Town, is_told, reminders, waiting, with_buttons};

/// The methods that show something, and may be tried again without harm.
const SHOWING: [&str; 3] = ["sendMessage", "editMessageText", "editMessageReplyMarkup"];

/// How long a call may be on its way.
const ON_ITS_WAY: TimeDelta = TimeDelta::milliseconds(500);
/// How long it may take until even those have been reminded who were told to wait twice.
const STORM_MAX: Duration = Duration::from_secs(90);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_update_brought_to_all_replicas_at_once_takes_effect_once() {
    let mut all = Tally::default();
    let seeds = rounds(1, 4);
    for seed in seeds.clone() {
        let server = Server::start();
        let stage = Stage::open(Setting::replicas(3, &server.url())).await;
        stage.balancer.bring_to_all();
        let town = Town::awake(&stage, of_length(10, 20), seed);
        tokio::time::sleep(Duration::from_secs(of_length(3, 15))).await;
        let lives = town.sleep().await;
        // Days later, or so it seems, some come once more.
        stage.until_all_is_brought().await;
        let last = stage.see(|world| world.next_update_id());
        let repeated = stage.with(|world| {
            let some = (stage.first_update..last).step_by(3);
            some.filter(|update| world.repeat(*update)).count()
        });
        assert!(repeated > 3, "{repeated} came once more");
        all += stage.audit(&lives, Allowed::default()).await;
    }
    note(
        "an_update_brought_to_all_replicas_at_once_takes_effect_once",
        seeds,
        all,
    );
}

/// How many screens somebody walks through before the old presses come again.
const SCREENS: usize = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stale_press_changes_nothing_is_answered_and_shows_the_screen_again() {
    let server = Server::start();
    let stage = Stage::open(Setting::replicas(2, &server.url())).await;
    let chat = stage.with(|world| {
        let chat = world.add_person("김영자", "ko");
        world.say(chat, chat, "재발급");
        chat
    });
    stage.rest().await;
    // Through the questions and into the steps, along the buttons that belong to each screen.
    let mut pressed = Vec::new();
    for _ in 0..SCREENS {
        let screen = with_buttons(&stage, chat).pop().expect("a screen");
        let mut buttons = screen.keyboard.iter().flatten();
        let data = buttons.find_map(|button| button.data().filter(|data| !data.starts_with("go:")));
        let data = data.expect("a way on").to_owned();
        let query = stage.with(|world| world.press(chat, chat, screen.id, &data));
        pressed.push((query, data));
        stage.rest().await;
    }
    // The app sends each again under a new number, and the screen has long moved on.
    let screen = with_buttons(&stage, chat).pop().expect("a screen");
    let stands = |data: &str| {
        let mut buttons = screen.keyboard.iter().flatten();
        buttons.any(|button| button.data() == Some(data))
    };
    let mut queries = Vec::new();
    for (query, data) in pressed {
        let before = stage.record(chat).await.expect("a record");
        queries.push(query.clone());
        if stands(&data) {
            continue;
        }
        let again = stage.with(|world| world.press_again(&query));
        queries.push(again.expect("a press"));
        stage.rest().await;
        let after = stage.record(chat).await.expect("a record");
        assert_eq!(after.dialogue.state, before.dialogue.state, "{data}");
        assert_ne!(after.seen, before.seen, "it was thought about");
    }
    assert!(queries.len() > 3 * SCREENS / 2, "most are stale");
    let life = crate::town::Life {
        queries,
        messages: 1,
    };
    let tally = stage.audit(&[life], Allowed::default()).await;
    note(
        "a_stale_press_changes_nothing_is_answered_and_shows_the_screen_again",
        0..1,
        tally,
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_and_broken_answers_of_telegram_hold_up_no_update_and_lose_nothing() {
    let mut all = Tally::default();
    let mut slowest = Duration::ZERO;
    let seeds = rounds(1, 4);
    for seed in seeds.clone() {
        let server = Server::start();
        let stage = Stage::open(Setting::replicas(2, &server.url())).await;
        let mut dice = Dice::new(seed);
        let town = Town::awake(&stage, of_length(12, 30), seed);
        let begun = Instant::now();
        let mut cuts = 0;
        while begun.elapsed() < Duration::from_secs(of_length(4, 20)) {
            let slow = of_length(5, 25);
            let mishap = match dice.below(6) {
                0 => Mishap::BadGateway,
                1 => Mishap::CutBefore,
                2 => Mishap::CutAfter,
                3 => Mishap::OddAnswer,
                4 => Mishap::LateAnswer(Duration::from_secs(slow)),
                _ => Mishap::LateStart(Duration::from_secs(slow)),
            };
            cuts += usize::from(!matches!(mishap, Mishap::BadGateway | Mishap::CutBefore));
            let method = *dice.pick(&SHOWING);
            stage.with(|world| world.fault(Fault::new(mishap).on(method)));
            tokio::time::sleep(dice.millis(20..120)).await;
        }
        stage.with(|world| world.clear_faults());
        let lives = town.sleep().await;
        // Quiet is when the slowest call has come to its end, too: who was overtaken puts right what it has touched, and
        // no record tells that it is still under way.
        tokio::time::sleep(Duration::from_secs(of_length(5, 25) + 1)).await;
        let allowed = Allowed {
            strays: cuts,
            silence: false,
        };
        all += stage.audit(&lives, allowed).await;
        slowest = slowest.max(slowest_of_most(&stage));
    }
    // Whoever waited for Telegram would take five seconds or more.
    assert!(
        slowest < Duration::from_secs(4),
        "99 of 100 updates within {slowest:?}"
    );
    note(
        "slow_and_broken_answers_of_telegram_hold_up_no_update_and_lose_nothing",
        seeds,
        format!("99 of 100 updates acknowledged within {slowest:.0?}; {all}"),
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_told_to_wait_is_not_written_to_before_and_others_are() {
    let server = Server::start();
    let stage = Stage::open(Setting::replicas(2, &server.url())).await;
    let people = of_length(20, 60);
    let chats = waiting(&stage, people, TimeDelta::milliseconds(500)).await;
    // Fewer than those who would mean that everybody has to wait.
    let held = &chats[..2];
    stage.with(|world| {
        for chat in held {
            let fault = Fault::too_many_requests(of_length(3, 15)).chat(*chat);
            world.fault(fault.times(2));
        }
    });
    let town = Town::awake(&stage, of_length(8, 20), 17);
    // Those who press meanwhile are told to wait as well, and go on pressing.
    for _ in 0..of_length(4, 20) {
        tokio::time::sleep(Duration::from_secs(1)).await;
        let fault = Fault::too_many_requests(2).on("editMessageText").times(3);
        stage.with(|world| world.fault(fault));
    }
    let lives = town.sleep().await;
    let begun = Instant::now();
    for chat in &chats {
        while !is_told(&stage, *chat).await {
            assert!(begun.elapsed() < STORM_MAX, "chat {chat} is not reminded");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(reminders(&stage, *chat), 1, "chat {chat} is reminded once");
    }
    let calls = stage.see(|world| world.calls().to_vec());
    let (storms, early) = obedience(&calls);
    let mut others: Vec<_> = chats[2..]
        .iter()
        .map(|chat| reminded_at(&stage, *chat))
        .collect();
    others.sort();
    let held_until = held.iter().map(|chat| reminded_at(&stage, *chat)).max();
    assert!(
        others[others.len() / 2] < held_until.flatten(),
        "the others do not wait"
    );
    assert!(storms >= held.len(), "{storms} were told to wait");
    assert_eq!(early, Vec::<String>::new(), "written to before the time");
    let tally = stage.audit(&lives, Allowed::default()).await;
    note(
        "whoever_is_told_to_wait_is_not_written_to_before_and_others_are",
        0..1,
        format!("{storms} times 429; {tally}"),
    );
}

/// How often we were told to wait, and what we showed in those chats before the time.
fn obedience(calls: &[Call]) -> (usize, Vec<String>) {
    let mut until: HashMap<i64, (DateTime<Utc>, DateTime<Utc>)> = HashMap::new();
    let (mut storms, mut early) = (0, Vec::new());
    for call in calls {
        let is_showing = SHOWING.contains(&call.method.as_str());
        let Some(chat) = call.chat.filter(|_| is_showing) else {
            continue;
        };
        let wait = until.get(&chat).copied();
        if let Some((told, until)) = wait.filter(|(told, until)| is_early(call.at, *told, *until)) {
            let (method, at) = (&call.method, call.at);
            early.push(format!(
                "{method} to {chat} at {at}, not before {until}, as was told at {told}"
            ));
        }
        if let Effect::Refused(refusal) = &call.effect
            && refusal.code == 429
        {
            let wait = refusal
                .parameters
                .as_ref()
                .and_then(|wait| wait["retry_after"].as_i64());
            let wait = TimeDelta::seconds(wait.expect("Telegram says how long"));
            until.insert(chat, (call.at, call.at + wait));
            storms += 1;
        }
    }
    (storms, early)
}

fn reminded_at(stage: &Stage, chat: i64) -> Option<DateTime<Utc>> {
    let messages = stage.see(|world| world.messages(chat));
    let reminder = messages
        .iter()
        .find(|message| message.text.contains(REMINDER));
    reminder.map(|message| message.date)
}

/// What was on its way already when we were told to wait is not early.
fn is_early(at: DateTime<Utc>, told: DateTime<Utc>, until: DateTime<Utc>) -> bool {
    at > told + ON_ITS_WAY && at < until
}

/// How long 99 of 100 updates took at most to be acknowledged.
fn slowest_of_most(stage: &Stage) -> Duration {
    let brought = stage.balancer.brought();
    let mut times: Vec<_> = brought
        .iter()
        .map(|brought| brought.at - brought.begun)
        .collect();
    times.sort();
    times[times.len() * 99 / 100]
}
