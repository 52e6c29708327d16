//! The short questions, and what the answers add up to.

use crate::dialogue::answers::{self, Answers, Obstacle};
use crate::dialogue::press::{Choice, Page, Place, Press, Question};
use crate::dialogue::screen::{Button, Screen, Site};
use crate::dialogue::state::{Choosing, Walk};
use crate::dialogue::text::Text;
use crate::guide::plan::{
    Channel, Detail, Identification, Medium, Plan, Procedure, Purpose, Situation,
};

pub fn question(choosing: &Choosing) -> Screen {
    let Choosing {
        answers,
        asked,
        unsure,
        ..
    } = choosing;
    let suffix = question_suffix(*asked, answers);
    let number = answers
        .questions()
        .iter()
        .position(|question| question == asked)
        .map_or(1, |at| at + 1);
    let mut paragraphs = vec![
        Text::new("question-number").with("number", number),
        Text::new(format!("question-{suffix}")),
    ];
    if *unsure {
        paragraphs.push(Text::new(format!("unsure-{suffix}")));
    }
    let recommended = unsure
        .then(|| answers::recommended(*asked, answers))
        .flatten();
    let choices = answers::choices(*asked, answers).into_iter().map(|choice| {
        let label = Text::new(choice_id(choice));
        let label = if Some(choice) == recommended {
            Text::new("button-recommended").with("choice", label)
        } else {
            label
        };
        Button::press(label, Press::Choose(choice))
    });
    let back = answers
        .before(*asked)
        .map(|before| Button::plain("button-question-before", Press::Ask(before)));
    let mut screen = Screen::new(paragraphs).rows(choices);
    if !unsure {
        screen = screen.row(vec![Button::plain("button-unsure", Press::Unsure(*asked))]);
    }
    screen.row(back.into_iter().chain([super::home_button()]).collect())
}

/// Whether it can be done now, with what at hand, and how long it takes; or why not, and what instead.
pub fn result(walk: &Walk) -> Screen {
    let plan = &walk.plan;
    let last = Answers::from(*plan).questions().last().copied();
    let again = last.map(|question| Button::plain("button-answer-again", Press::Ask(question)));
    let footer: Vec<Button> = again.into_iter().chain([super::home_button()]).collect();
    match answers::obstacle(plan) {
        None => possible(plan).row(footer),
        Some(Obstacle::Situation(situation)) => {
            let why = format!("result-why-{}", situation_suffix(situation));
            Screen::new(vec![Text::new("result-not-now"), Text::new(why)])
                .row(vec![human()])
                .row(footer)
        }
        Some(Obstacle::NoMedium) => Screen::new(vec![
            Text::new("result-not-now"),
            Text::new("result-why-medium-nothing"),
        ])
        .row(vec![Button::plain(
            "button-with-kb-cert",
            Press::Choose(Choice::Medium(Medium::KbCert)),
        )])
        .row(vec![human()])
        .row(footer),
    }
}

fn possible(plan: &Plan) -> Screen {
    let procedure = plan.procedure();
    let name = procedure_id(procedure);
    let mut need = vec![Text::new(format!("{name}.need"))];
    if answers::asks_medium(procedure) {
        need.push(Text::new(match plan.medium {
            Medium::Card => "result-medium-card",
            Medium::Otp => "result-medium-otp",
            Medium::KbCert | Medium::Nothing => "result-medium-kb-cert",
        }));
    }
    let mut paragraphs = vec![
        Text::new("result-can").with("procedure", Text::new(name)),
        Text::new("result-need").with("need", need),
    ];
    paragraphs.push(Text::new("result-time").with("time", Text::new(format!("{name}.time"))));
    paragraphs.extend(cautions(plan).into_iter().map(Text::new));
    let site = match plan.channel {
        Channel::Web => Some(Button::open("button-open-kb", Site::Kb)),
        Channel::App => None,
    };
    Screen::new(paragraphs)
        .row(vec![Button::plain("button-prepare", Press::Prepare)])
        .row(vec![Button::plain(
            "button-depart",
            Press::Depart {
                although_missing: false,
            },
        )])
        .rows(site)
}

/// What differs for this person, most important first.
fn cautions(plan: &Plan) -> Vec<&'static str> {
    let mut cautions = Vec::new();
    match plan.situation {
        Situation::Abroad => cautions.push("result-caution-abroad"),
        Situation::Foreigner => cautions.push("result-caution-foreigner"),
        Situation::Ordinary | Situation::NoOwnPhone | Situation::Under14 | Situation::Business => {}
    }
    match plan.procedure() {
        Procedure::Reissue | Procedure::NewNumber => cautions.push("result-caution-reissue"),
        Procedure::Issue | Procedure::Renew => cautions.push("result-caution-loan"),
        Procedure::Revoke
        | Procedure::ChangePassword
        | Procedure::NewPhone
        | Procedure::SecondDevice
        | Procedure::KbElsewhere
        | Procedure::OtherAtKb => {}
    }
    cautions
}

fn human() -> Button {
    Button::plain("button-human", Press::Go(Place::Page(Page::Human)))
}

fn question_suffix(question: Question, answers: &Answers) -> &'static str {
    match question {
        Question::Purpose => "purpose",
        Question::Detail => match answers.purpose {
            Some(Purpose::Phone) => "detail-phone",
            Some(Purpose::OtherBank) => "detail-other-bank",
            Some(
                Purpose::Password
                | Purpose::Issue
                | Purpose::Reissue
                | Purpose::Renew
                | Purpose::Revoke,
            )
            | None => "detail-password",
        },
        Question::Situation => "situation",
        Question::Channel => "channel",
        Question::Medium => "medium",
        Question::Identification => "identification",
    }
}

fn choice_id(choice: Choice) -> String {
    match choice {
        Choice::Purpose(purpose) => format!("purpose-{}", purpose_suffix(purpose)),
        Choice::Detail(detail) => format!("detail-{}", detail_suffix(detail)),
        Choice::Situation(situation) => format!("situation-{}", situation_suffix(situation)),
        Choice::Channel(Channel::App) => "channel-app".to_owned(),
        Choice::Channel(Channel::Web) => "channel-web".to_owned(),
        Choice::Medium(medium) => format!("medium-{}", medium_suffix(medium)),
        Choice::Identification(Identification::Phone) => "identification-phone".to_owned(),
        Choice::Identification(Identification::Ars) => "identification-ars".to_owned(),
    }
}

fn purpose_suffix(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Issue => "issue",
        Purpose::Reissue => "reissue",
        Purpose::Renew => "renew",
        Purpose::Revoke => "revoke",
        Purpose::Password => "password",
        Purpose::Phone => "phone",
        Purpose::OtherBank => "other-bank",
    }
}

fn detail_suffix(detail: Detail) -> &'static str {
    match detail {
        Detail::PasswordKnown => "password-known",
        Detail::PasswordForgotten => "password-forgotten",
        Detail::NewPhone => "new-phone",
        Detail::NewNumber => "new-number",
        Detail::SecondDevice => "second-device",
        Detail::KbElsewhere => "kb-elsewhere",
        Detail::OtherAtKb => "other-at-kb",
    }
}

fn situation_suffix(situation: Situation) -> &'static str {
    match situation {
        Situation::Ordinary => "ordinary",
        Situation::Abroad => "abroad",
        Situation::NoOwnPhone => "no-own-phone",
        Situation::Under14 => "under-14",
        Situation::Business => "business",
        Situation::Foreigner => "foreigner",
    }
}

fn medium_suffix(medium: Medium) -> &'static str {
    match medium {
        Medium::Card => "card",
        Medium::Otp => "otp",
        Medium::KbCert => "kb-cert",
        Medium::Nothing => "nothing",
    }
}

/// The text that names a procedure; `.need`, `.time` and `.after` hang on it.
pub fn procedure_id(procedure: Procedure) -> &'static str {
    match procedure {
        Procedure::Issue => "procedure-issue",
        Procedure::Reissue => "procedure-reissue",
        Procedure::Renew => "procedure-renew",
        Procedure::Revoke => "procedure-revoke",
        Procedure::ChangePassword => "procedure-change-password",
        Procedure::NewPhone => "procedure-new-phone",
        Procedure::NewNumber => "procedure-new-number",
        Procedure::SecondDevice => "procedure-second-device",
        Procedure::KbElsewhere => "procedure-kb-elsewhere",
        Procedure::OtherAtKb => "procedure-other-at-kb",
    }
}
