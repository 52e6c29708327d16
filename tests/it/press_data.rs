//! Presses survive as button data.

use chrono::NaiveDate;
use proptest::prelude::*;

use gilbot::dialogue::certificate::CertificateId;
use gilbot::dialogue::press::{
    Choice, Cited, Dating, LabelChoice, Later, Matter, Page, Place, Press, Question,
};
use gilbot::dialogue::settings::{Language, ZONES};
use gilbot::guide::plan::{Channel, Identification, Medium, Purpose, Situation};
use gilbot::guide::topic::Shelf;
use gilbot::guide::trouble::Group;
use gilbot::guide::{checklist, glossary, route, topic, trouble};
use gilbot::telegram::press_data::{BYTES_MAX, decode, encode};

const QUESTIONS: [Question; 6] = [
    Question::Purpose,
    Question::Detail,
    Question::Situation,
    Question::Channel,
    Question::Medium,
    Question::Identification,
];

fn places() -> Vec<Place> {
    let mut places = vec![
        Place::Home,
        Place::Begin,
        Place::Resume,
        Place::Checklist,
        Place::Certificates,
        Place::Settings,
        Place::Hours,
        Place::Zones,
        Place::NewDate,
    ];
    places.extend(Page::ALL.map(Place::Page));
    places.extend(Shelf::ALL.map(Place::Shelf));
    places.extend(Group::ALL.map(Place::Group));
    places.extend(topic::rows::all().map(|topic| Place::Topic(topic.id)));
    places.extend(trouble::rows::all().map(|trouble| Place::Trouble(trouble.id)));
    places.extend(glossary::all().iter().map(|term| Place::Term(term.id)));
    places
}

fn matters() -> Vec<Matter> {
    let mut matters = vec![
        Matter::Card,
        Matter::Start,
        Matter::Renewed,
        Matter::Mute(true),
        Matter::Mute(false),
        Matter::Used,
        Matter::Rename,
        Matter::AskRemove,
        Matter::Share,
        Matter::Calendar,
        Matter::Picture,
    ];
    matters.extend(Later::ALL.map(Matter::Later));
    matters
}

fn choices() -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    choices.extend(Purpose::ALL.map(Choice::Purpose));
    choices.extend(
        Purpose::ALL
            .into_iter()
            .flat_map(|purpose| purpose.details().iter().copied().map(Choice::Detail)),
    );
    choices.extend(Situation::ALL.map(Choice::Situation));
    choices.extend(Channel::ALL.map(Choice::Channel));
    choices.extend(Medium::ALL.map(Choice::Medium));
    choices.extend(Identification::ALL.map(Choice::Identification));
    choices
}

fn datings() -> Vec<Dating> {
    let day = NaiveDate::from_ymd_opt(2029, 11, 22).expect("a real day");
    vec![
        Dating::For(None),
        Dating::For(Some(CertificateId(0))),
        Dating::For(Some(CertificateId(u16::MAX))),
        Dating::Ask { issue: true },
        Dating::Ask { issue: false },
        Dating::Where,
        Dating::Years,
        Dating::Year(2029),
        Dating::Month(2029, 1),
        Dating::Month(2029, 12),
        Dating::Mean(day),
        Dating::Save(day),
        Dating::Agree(day),
        Dating::Decline,
    ]
}

/// Every press there is, with few of the numbers.
fn presses() -> Vec<Press> {
    let ids = [CertificateId(0), CertificateId(65535)];
    let mut presses = vec![
        Press::Prepare,
        Press::Depart {
            although_missing: true,
        },
        Press::Depart {
            although_missing: false,
        },
        Press::AskHuman,
        Press::Early(true),
        Press::Early(false),
        Press::Yearly(true),
        Press::Yearly(false),
        Press::Pictures(true),
        Press::Pictures(false),
        Press::Afterwards,
        Press::EraseAll,
        Press::HandOverData,
        Press::Calendar,
        Press::Continue,
        Press::Return,
        Press::Join,
    ];
    presses.extend(Language::ALL.map(Press::Speak));
    presses.extend(glossary::all().iter().map(|term| Press::Term(term.id)));
    presses.extend(topic::rows::all().map(|topic| Press::Answer(topic.id)));
    presses.extend(places().into_iter().map(Press::Go));
    presses.extend(QUESTIONS.map(Press::Ask));
    presses.extend(QUESTIONS.map(Press::Unsure));
    presses.extend(choices().into_iter().map(Press::Choose));
    presses.extend(datings().into_iter().map(Press::Date));
    presses.extend(ZONES.map(Press::Zone));
    presses.extend((0..24).map(Press::Hour));
    presses.extend(trouble::rows::all().map(|trouble| Press::Trouble(trouble.id)));
    for item in checklist::ITEMS {
        presses.extend([
            Press::Item(item.id),
            Press::Tick(item.id, true),
            Press::Tick(item.id, false),
        ]);
    }
    for step in route::all() {
        presses.extend([
            Press::At(step.id),
            Press::Done(step.id),
            Press::StuckAt(step.id),
            Press::Differs(step.id),
            Press::Terms(step.id),
            Press::Part(step.id, 1),
            Press::Go(Place::Step(step.id)),
            Press::Go(Place::Source(Cited::Step(step.id))),
        ]);
    }
    for id in ids {
        presses.extend([Press::Remove(id), Press::Unshare(id)]);
        presses.extend(LabelChoice::ALL.map(|label| Press::Label(id, label)));
        presses.extend(matters().into_iter().map(|matter| Press::About(id, matter)));
    }
    presses
}

#[test]
fn every_press_comes_back_from_its_code() {
    let mut codes = std::collections::HashSet::new();
    for press in presses() {
        let code = encode(press);
        assert_eq!(decode(&code), Some(press), "{code}");
        assert!(code.len() <= BYTES_MAX && code.is_ascii(), "{code}");
        assert!(codes.insert(code.clone()), "{code} means two things");
    }
    assert!(codes.len() > 400, "{}", codes.len());
}

/// Buttons with these codes are in people's chats: lines are added to the file and never changed.
#[test]
fn codes_that_were_given_out_keep_their_meaning() {
    let given = include_str!("press_codes.tsv");
    for line in given.lines() {
        let (code, meaning) = line.split_once('\t').expect("a code and its meaning");
        let press = decode(code).map(|press| format!("{press:?}"));
        assert_eq!(press.as_deref(), Some(meaning), "{code}");
    }
    let own = presses().into_iter().filter(|press| !is_of_guide(*press));
    let missing: Vec<String> = own
        .map(|press| format!("{}\t{press:?}\n", encode(press)))
        .filter(|line| !given.contains(line))
        .collect();
    assert!(missing.is_empty(), "not in the file:\n{}", missing.concat());
}

/// Whether a press names a row of the guide, which may be taken away one day.
fn is_of_guide(press: Press) -> bool {
    matches!(
        press,
        Press::At(_)
            | Press::Done(_)
            | Press::StuckAt(_)
            | Press::Trouble(_)
            | Press::Differs(_)
            | Press::Terms(_)
            | Press::Term(_)
            | Press::Part(..)
            | Press::Answer(_)
            | Press::Go(
                Place::Topic(_)
                    | Place::Trouble(_)
                    | Place::Term(_)
                    | Place::Step(_)
                    | Place::Source(_)
            )
    )
}

#[test]
fn what_the_guide_does_not_have_is_no_press() {
    for code in [
        "",
        "go",
        "go:",
        "go:nowhere",
        "go:home:",
        ":go:home",
        "done:no-such-step",
        "done:",
        "trouble:T08",
        "trouble:T7",
        "trouble:20",
        "go:topic:none",
        "go:term:none",
        "item:0",
        "item:11",
        "item:03",
        "tick:3",
        "tick:3:yes",
        "cert:3",
        "cert:+3:card",
        "cert:70000:card",
        "date:save:20290229",
        "date:save:2029112",
        "date:save:202911223",
        "date:month:202913",
        "date:month:202900",
        "date:year:29",
        "date:year:+029",
        "date:year:-029",
        "hour:256",
        "zone:Asia/Gil",
        "choose:purpose:ars",
        "choose:channel:card",
        "erase:now",
        "이전",
        "date:mean:이이이이이이이이",
    ] {
        assert_eq!(decode(code), None, "{code}");
    }
}

proptest! {
    #[test]
    fn any_text_is_either_the_code_of_a_press_or_nothing(text in ".{0,80}") {
        if let Some(press) = decode(&text) {
            prop_assert_eq!(encode(press), text);
        }
    }

    #[test]
    fn a_text_like_a_code_is_either_the_code_of_a_press_or_nothing(
        head in "go|cert|ask|choose|item|tick|step|done|date|label|hour|zone|early|trouble",
        parts in proptest::collection::vec("[a-z0-9+/-]{0,12}|on|off|card|later|year|month|mean|page|가", 0..4),
    ) {
        let text = [vec![head], parts].concat().join(":");
        if let Some(press) = decode(&text) {
            prop_assert_eq!(encode(press), text);
        }
    }

    #[test]
    fn every_day_comes_back(days in 0..3_652_058i32) {
        let day = NaiveDate::from_num_days_from_ce_opt(days + 1).expect("a day of four digits");
        let press = Press::Date(Dating::Mean(day));
        prop_assert_eq!(decode(&encode(press)), Some(press));
    }
}
