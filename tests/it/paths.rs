//! Every path of every procedure: each plan forward to its end and back again, by thinking alone and over HTTP.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, TimeZone, Utc};
use gilbot::dialogue::answers::{Answers, choices, obstacle};
use gilbot::dialogue::crawl::crawl;
use gilbot::dialogue::event::Event;
use gilbot::dialogue::press::{Choice, Page, Place, Press};
use gilbot::dialogue::screen::Screen;
use gilbot::dialogue::state::{Dialogue, State, Walk};
use gilbot::dialogue::{transition, view};
use gilbot::emulator::Message;
use gilbot::guide::plan::{Channel, Plan};
use gilbot::guide::route;
use gilbot::guide::step::StepId;
use gilbot::telegram::press_data::encode;

use crate::stage::{Kept, Mode, Stage};

const DEPART: Press = Press::Depart {
    although_missing: false,
};
const DEPART_ANYWAY: Press = Press::Depart {
    although_missing: true,
};

#[test]
fn every_plan_leads_to_its_end_and_back_over_the_same_screens() {
    let plans: Vec<Plan> = plans().into_iter().map(|(plan, _)| plan).collect();
    let walked = plans.iter().filter(|plan| obstacle(plan).is_none());
    assert!(walked.clone().count() > 100, "too few plans");
    for plan in walked {
        let steps = route::steps(plan);
        let mut dialogue = pressed(pressed(at_result(*plan), DEPART), DEPART_ANYWAY);
        let mut screens: Vec<Screen> = Vec::new();
        for (place, step) in steps.iter().enumerate() {
            assert_eq!(standing(&dialogue), Some(step.id), "{plan:?}");
            screens.push(view(&dialogue, now()));
            if place + 1 < steps.len() {
                dialogue = pressed(dialogue, Press::Done(step.id));
            }
        }
        for (step, screen) in steps.iter().zip(&screens).rev().skip(1) {
            dialogue = pressed(dialogue, Press::At(step.id));
            assert_eq!(view(&dialogue, now()), *screen, "{plan:?}");
        }
        for step in &steps {
            dialogue = pressed(dialogue, Press::Done(step.id));
        }
        let asks_date = matches!(dialogue.state, State::Dating(_));
        assert_eq!(asks_date, plan.procedure().yields_expiry(), "{plan:?}");
        assert!(
            asks_date || matches!(dialogue.state, State::Finished(_)),
            "{plan:?}"
        );
    }
}

#[test]
fn a_plan_with_an_obstacle_is_not_walked_but_has_somebody_to_ask() {
    let plans = plans();
    let stopped = plans.iter().filter(|(plan, _)| obstacle(plan).is_some());
    assert!(stopped.clone().count() > 0);
    for (plan, _) in stopped {
        let screen = view(&at_result(*plan), now());
        let offered: Vec<Press> = screen.presses().collect();
        assert!(!offered.contains(&DEPART), "{plan:?}");
        assert!(
            offered.contains(&Press::Go(Place::Page(Page::Human))),
            "{plan:?}"
        );
    }
}

#[test]
fn every_plan_and_every_step_of_it_is_reached_by_pressing_what_is_seen() {
    let mut reached: HashSet<(Plan, StepId)> = HashSet::new();
    crawl([Dialogue::default()], now(), |seen| {
        if let State::Walking(spot) = seen.dialogue.state {
            reached.insert((spot.walk.plan, spot.step));
        }
    });
    for (plan, _) in plans() {
        if obstacle(&plan).is_none() {
            for step in route::steps(&plan) {
                assert!(reached.contains(&(plan, step.id)), "{plan:?} {:?}", step.id);
            }
        }
    }
}

#[test]
fn every_step_that_is_written_down_is_walked_by_somebody() {
    let walked: HashSet<StepId> = plans()
        .iter()
        .filter(|(plan, _)| obstacle(plan).is_none())
        .flat_map(|(plan, _)| route::steps(plan))
        .map(|step| step.id)
        .collect();
    let idle: Vec<StepId> = route::all()
        .map(|step| step.id)
        .filter(|step| !walked.contains(step))
        .collect();
    assert!(idle.is_empty(), "no plan walks {idle:?}");
}

/// One plan of each procedure on each channel.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_procedure_is_walked_over_http_to_its_end_and_back() {
    let mut chosen: BTreeMap<String, (Plan, Vec<Choice>)> = BTreeMap::new();
    for (plan, answers) in plans() {
        if obstacle(&plan).is_none() {
            let way = format!("{:?} {:?}", plan.procedure(), plan.channel);
            chosen.entry(way).or_insert((plan, answers));
        }
    }
    let of_channel = |channel: Channel| {
        let plans = chosen
            .values()
            .filter(move |(plan, _)| plan.channel == channel);
        plans.count()
    };
    assert!(of_channel(Channel::App) >= 10 && of_channel(Channel::Web) >= 7);
    let mut stage = Stage::open(Mode::Polling, Kept::Sqlite, now()).await;
    for (way, (plan, answers)) in chosen {
        walk_over_http(&mut stage, &way, &plan, &answers).await;
    }
}

async fn walk_over_http(stage: &mut Stage, way: &str, plan: &Plan, answers: &[Choice]) {
    let person = stage.emulator.with(|world| {
        let person = world.add_person(way, "ko");
        world.say(person, person, "/guide");
        person
    });
    stage.settle().await.expect(way);
    for choice in answers {
        tap(stage, person, Press::Choose(*choice)).await;
    }
    tap(stage, person, DEPART).await;
    let mut shown = vec![tap(stage, person, DEPART_ANYWAY).await];
    let steps = route::steps(plan);
    let (last, all_before) = steps.split_last().expect("a route has steps");
    for step in all_before {
        shown.push(tap(stage, person, Press::Done(step.id)).await);
    }
    let texts: HashSet<&str> = shown.iter().map(|message| message.text.as_str()).collect();
    assert_eq!(
        texts.len(),
        steps.len(),
        "{way}: every step has a text of its own"
    );
    for (step, before) in all_before.iter().zip(&shown).rev() {
        let again = tap(stage, person, Press::At(step.id)).await;
        assert_eq!(again.html(), before.html(), "{way}");
        assert_eq!(again.keyboard, before.keyboard, "{way}");
    }
    for step in all_before {
        tap(stage, person, Press::Done(step.id)).await;
    }
    let end = tap(stage, person, Press::Done(last.id)).await;
    assert!(!texts.contains(end.text.as_str()), "{way}: {}", end.text);
    assert_eq!(
        end.text.contains("만료일"),
        plan.procedure().yields_expiry(),
        "{way}"
    );
}

/// Presses the button that means this, waits, and gives the message as it then stands.
async fn tap(stage: &mut Stage, person: i64, press: Press) -> Message {
    let data = encode(press);
    let message = stage.emulator.with(|world| {
        let messages = world.messages(person);
        let carries = |message: &&Message| {
            let mut buttons = message.keyboard.iter().flatten();
            buttons.any(|button| button.data() == Some(data.as_str()))
        };
        let found = messages
            .iter()
            .rev()
            .find(carries)
            .map(|message| message.id);
        let found = found.unwrap_or_else(|| panic!("no button says {data}: {messages:#?}"));
        world.press(person, person, found, &data);
        found
    });
    stage.settle().await.expect("the bot comes to rest");
    let stands = |world: &gilbot::emulator::World| world.message(person, message).cloned();
    stage
        .emulator
        .see(stands)
        .expect("the message still stands")
}

/// Every way to answer the questions: what it adds up to, and the answers.
fn plans() -> Vec<(Plan, Vec<Choice>)> {
    let mut open = vec![(Answers::default(), Vec::new())];
    let mut plans = Vec::new();
    while let Some((answers, given)) = open.pop() {
        let Some(question) = answers.open() else {
            plans.push((answers.plan(), given));
            continue;
        };
        for choice in choices(question, &answers) {
            let given = given.iter().copied().chain([choice]).collect();
            open.push((answers.with(choice), given));
        }
    }
    plans
}

fn at_result(plan: Plan) -> Dialogue {
    let walk = Walk {
        plan,
        certificate: None,
    };
    Dialogue {
        state: State::Result(walk),
        heard_at: Some(now()),
        ..Dialogue::default()
    }
}

/// The dialogue after this press, which must be offered.
fn pressed(dialogue: Dialogue, press: Press) -> Dialogue {
    let screen = view(&dialogue, now());
    assert!(
        screen.presses().any(|offered| offered == press),
        "{press:?} is not on {screen:#?}"
    );
    transition(dialogue, Event::Pressed(press), now()).0
}

fn standing(dialogue: &Dialogue) -> Option<StepId> {
    match dialogue.state {
        State::Walking(spot) => Some(spot.step),
        _ => None,
    }
}

fn now() -> DateTime<Utc> {
    let now = Utc.with_ymd_and_hms(2026, 11, 22, 5, 0, 0);
    now.single().expect("an instant")
}
