//! Everything that we know is reached by pressing, and nothing is written that nobody can read.

use std::collections::BTreeSet;

use gilbot::dialogue::answers::{self, Answers};
use gilbot::dialogue::press::{Choice, Press};
use gilbot::dialogue::state::{Choosing, Help, State};
use gilbot::dialogue::view;
use gilbot::guide::plan::Procedure;
use gilbot::guide::topic::rows as topics;
use gilbot::guide::trouble::{SCREEN_DIFFERS, rows as troubles};
use gilbot::guide::{checklist, glossary, route};
use gilbot::locales::Language::Korean;

use crate::reached::{REACHED, WORDS, remarked, texts};
use gilbot::gallery::starts::{in_state, now, remarks_anywhere};

const QUESTIONS_MAX: usize = 5;

/// Texts that are said elsewhere than on a screen, and where.
const SAID_ELSEWHERE: &[(&str, &str)] = &[
    ("toast-", "over the chat, when a button is pressed"),
    ("group-greeting", "in a group"),
    ("button-open-private", "in a group"),
    ("document-caption", "under the file with everything stored"),
    ("trouble-with-record", "when a record cannot be read"),
    ("bot-", "in the bot's profile"),
    ("command-", "in the list of commands"),
];

#[test]
fn at_most_five_questions_lead_to_a_result_and_each_can_be_left_open() {
    let mut longest = 0;
    let mut waiting = vec![(Answers::default(), 0)];
    while let Some((answers, asked)) = waiting.pop() {
        let Some(question) = answers.open() else {
            longest = longest.max(asked);
            continue;
        };
        assert!(asked < QUESTIONS_MAX, "{answers:?}");
        assert!(answers.questions().len() <= QUESTIONS_MAX, "{answers:?}");
        let choices = answers::choices(question, &answers);
        let recommended = answers::recommended(question, &answers);
        assert!(
            recommended.is_some_and(|choice| choices.contains(&choice)),
            "{answers:?}"
        );
        let screen = |unsure| {
            view(
                &in_state(State::Choosing(Choosing {
                    answers,
                    asked: question,
                    unsure,
                    certificate: None,
                })),
                now(),
            )
        };
        assert!(
            screen(false)
                .presses()
                .any(|press| press == Press::Unsure(question))
        );
        let marked = screen(true)
            .rows
            .iter()
            .flatten()
            .filter(|button| button.label.id == "button-recommended")
            .count();
        assert_eq!(marked, 1, "{answers:?}");
        let choice = |press| match press {
            Press::Choose(choice) => Some(choice),
            _ => None,
        };
        let offered: Vec<Choice> = screen(true).presses().filter_map(choice).collect();
        assert_eq!(offered, choices, "what is offered is what can be chosen");
        waiting.extend(
            choices
                .into_iter()
                .map(|choice| (answers.with(choice), asked + 1)),
        );
    }
    assert_eq!(longest, QUESTIONS_MAX);
}

#[test]
fn everything_that_we_know_is_reached() {
    let mut shown = BTreeSet::new();
    let mut procedures = BTreeSet::new();
    let mut stuck = BTreeSet::new();
    for reached in REACHED.iter() {
        shown.extend(texts(&reached.screen));
        match &reached.dialogue.state {
            State::Walking(spot) => {
                procedures.insert(format!("{:?}", spot.walk.plan.procedure()));
            }
            State::Stuck(spot, Help::Trouble(trouble)) => {
                stuck.insert((spot.step.0, trouble.to_string()));
            }
            _ => {}
        }
    }
    let mut known: Vec<String> = Vec::new();
    known.extend(route::all().map(|step| format!("step-{}", step.id.0)));
    known.extend(troubles::all().map(|row| format!("trouble-{}", row.id)));
    known.extend(topics::all().map(|row| format!("topic-{}", row.id.0.replace('_', "-"))));
    known.extend(
        glossary::all()
            .iter()
            .map(|row| format!("term-{}", row.id.0)),
    );
    known.extend(
        checklist::ITEMS
            .iter()
            .map(|item| format!("check-{:02}", item.id.0)),
    );
    let unreached: Vec<&String> = known.iter().filter(|id| !shown.contains(*id)).collect();
    assert!(unreached.is_empty(), "{unreached:#?}");
    let all = [
        Procedure::Issue,
        Procedure::Reissue,
        Procedure::Renew,
        Procedure::Revoke,
        Procedure::ChangePassword,
        Procedure::NewPhone,
        Procedure::NewNumber,
        Procedure::SecondDevice,
        Procedure::KbElsewhere,
        Procedure::OtherAtKb,
    ];
    assert_eq!(
        procedures,
        all.map(|procedure| format!("{procedure:?}")).into()
    );
    let troubles = route::all().flat_map(|step| {
        // «화면이 달라요» has a button of its own at every step.
        let troubles = step.troubles.iter().chain([&SCREEN_DIFFERS]);
        troubles.map(|trouble| (step.id.0, trouble.to_string()))
    });
    let troubles: BTreeSet<_> = troubles.collect();
    let differing: Vec<_> = stuck.symmetric_difference(&troubles).collect();
    assert!(differing.is_empty(), "{differing:?}");
}

#[test]
fn no_text_is_dead() {
    let mut alive = BTreeSet::new();
    for remark in remarks_anywhere() {
        alive.extend(texts(&remarked(remark)));
    }
    for reached in REACHED.iter() {
        alive.extend(texts(&reached.screen));
    }
    let elsewhere = |id: &str| {
        SAID_ELSEWHERE
            .iter()
            .any(|(begin, _)| id.starts_with(begin))
    };
    let dead: Vec<&str> = WORDS
        .ids(Korean)
        .filter(|id| !alive.contains(*id) && !elsewhere(id))
        .collect();
    assert!(dead.is_empty(), "{dead:#?}");
    for (begin, place) in SAID_ELSEWHERE {
        assert!(
            WORDS.ids(Korean).any(|id| id.starts_with(begin)),
            "nothing is said {place}: {begin}"
        );
    }
}
