//! What stands behind a button: a [`Press`] as a short word that Telegram keeps for us, and back.
//!
//! Messages live for years and people press old buttons, so that **a code is never changed and never given to
//! another meaning**; a press that is no more is simply not found. At most 64 bytes of ASCII, colons between the parts:
//!
//! | code | meaning |
//! | --- | --- |
//! | `go:home` `go:begin` `go:resume` `go:check` `go:certs` `go:settings` `go:hours` `go:zones` `go:new-date` | places |
//! | `go:page:PAGE` `go:shelf:SHELF` `go:topic:ID` `go:group:GROUP` `go:trouble:T20` `go:term:ID` `go:step:ID` `go:source:KIND:ID` | places of what we know |
//! | `cert:3:card` `…:start` `…:renewed` `…:used` `…:rename` `…:remove` `…:share` `…:calendar` `…:picture` | about the certificate with id 3 |
//! | `cert:3:later:1` (or `3`, `7` days) `cert:3:mute:on` `cert:3:mute:off` | its notices |
//! | `ask:QUESTION` `unsure:QUESTION` `choose:QUESTION:ANSWER` | the questions before a walk |
//! | `item:3` `tick:3:on` `tick:3:off` `prepare` `depart` `depart:anyway` | the checklist |
//! | `step:ID` `part:ID:1` `done:ID` `stuck:ID` `differs:ID` `terms:ID` `term:ID` `trouble:T20` `human` | a walk |
//! | `date:for:3` `date:new` `date:ask:expiry` `date:ask:issue` `date:where` `date:years` | entering a date |
//! | `date:year:2029` `date:month:202911` `date:mean:20291122` `date:save:20291122` `date:agree:20291122` `date:decline` | |
//! | `label:3:LABEL` `remove:3` `unshare:3` `join` | one certificate |
//! | `hour:10` `zone:Asia/Seoul` `early:on` `yearly:off` `pictures:off` `speak:TONGUE` | settings |
//! | `erase` `export` `calendar` `continue` `return` `afterwards` `answer:ID` | |
//!
//! The words in capitals are in [`names`]; the ids of steps, topics, troubles and terms are the guide's.

mod dating;
pub mod names;

use crate::dialogue::certificate::CertificateId;
use crate::dialogue::press::{Choice, Cited, Matter, Place, Press, Question};
use crate::guide::checklist::{ITEMS, ItemId};
use crate::guide::step::StepId;
use crate::guide::topic::TopicId;
use crate::guide::trouble::TroubleId;
use crate::guide::{glossary, route, topic, trouble};
use names::Name;

/// Telegram's limit.
pub const BYTES_MAX: usize = 64;

/// The code of this press.
pub fn encode(press: Press) -> String {
    match press {
        Press::Go(place) => format!("go:{}", place_code(place)),
        Press::About(id, matter) => format!("cert:{}:{}", id.0, matter_code(matter)),
        Press::Ask(question) => format!("ask:{}", question.name()),
        Press::Unsure(question) => format!("unsure:{}", question.name()),
        Press::Choose(choice) => format!("choose:{}", choice_code(choice)),
        Press::Item(item) => format!("item:{}", item.0),
        Press::Tick(item, ticked) => format!("tick:{}:{}", item.0, ticked.name()),
        Press::Prepare => "prepare".to_owned(),
        Press::Depart {
            although_missing: false,
        } => "depart".to_owned(),
        Press::Depart {
            although_missing: true,
        } => "depart:anyway".to_owned(),
        Press::At(step) => format!("step:{}", step.0),
        Press::Part(step, part) => format!("part:{}:{part}", step.0),
        Press::Done(step) => format!("done:{}", step.0),
        Press::StuckAt(step) => format!("stuck:{}", step.0),
        Press::Differs(step) => format!("differs:{}", step.0),
        Press::Terms(step) => format!("terms:{}", step.0),
        Press::Term(term) => format!("term:{}", term.0),
        Press::Answer(topic) => format!("answer:{}", topic.0),
        Press::Trouble(trouble) => format!("trouble:{trouble}"),
        Press::AskHuman => "human".to_owned(),
        Press::Date(dating) => format!("date:{}", dating::code(dating)),
        Press::Label(id, label) => format!("label:{}:{}", id.0, label.name()),
        Press::Remove(id) => format!("remove:{}", id.0),
        Press::Unshare(id) => format!("unshare:{}", id.0),
        Press::Join => "join".to_owned(),
        Press::Hour(hour) => format!("hour:{hour}"),
        Press::Zone(zone) => format!("zone:{}", zone.name()),
        Press::Speak(tongue) => format!("speak:{}", tongue.name()),
        Press::Early(wanted) => format!("early:{}", wanted.name()),
        Press::Yearly(wanted) => format!("yearly:{}", wanted.name()),
        Press::Pictures(wanted) => format!("pictures:{}", wanted.name()),
        Press::EraseAll => "erase".to_owned(),
        Press::HandOverData => "export".to_owned(),
        Press::Calendar => "calendar".to_owned(),
        Press::Continue => "continue".to_owned(),
        Press::Return => "return".to_owned(),
        Press::Afterwards => "afterwards".to_owned(),
    }
}

/// The press of this code; `None` for everything that [`encode`] does not write, and for steps, topics, troubles and
/// items that the guide does not have.
pub fn decode(code: &str) -> Option<Press> {
    if code.len() > BYTES_MAX {
        return None;
    }
    // Numbers may be written in several ways (`+3`, `03`); only one of them is ours.
    read(code).filter(|press| encode(*press) == code)
}

fn read(code: &str) -> Option<Press> {
    let parts: Vec<&str> = code.split(':').collect();
    Some(match parts.as_slice() {
        ["go", place @ ..] => Press::Go(place_of(place)?),
        ["cert", id, matter @ ..] => Press::About(certificate(id)?, matter_of(matter)?),
        ["ask", question] => Press::Ask(Question::named(question)?),
        ["unsure", question] => Press::Unsure(Question::named(question)?),
        ["choose", question, answer] => {
            Press::Choose(choice_of(Question::named(question)?, answer)?)
        }
        ["item", item] => Press::Item(item_of(item)?),
        ["tick", item, ticked] => Press::Tick(item_of(item)?, bool::named(ticked)?),
        ["prepare"] => Press::Prepare,
        ["depart"] => Press::Depart {
            although_missing: false,
        },
        ["depart", "anyway"] => Press::Depart {
            although_missing: true,
        },
        ["step", step] => Press::At(step_of(step)?),
        ["part", step, part] => Press::Part(step_of(step)?, part.parse().ok()?),
        ["done", step] => Press::Done(step_of(step)?),
        ["stuck", step] => Press::StuckAt(step_of(step)?),
        ["differs", step] => Press::Differs(step_of(step)?),
        ["terms", step] => Press::Terms(step_of(step)?),
        ["term", term] => Press::Term(glossary::term(term)?.id),
        ["answer", topic] => Press::Answer(topic_of(topic)?),
        ["trouble", trouble] => Press::Trouble(trouble_of(trouble)?),
        ["human"] => Press::AskHuman,
        ["date", dating @ ..] => Press::Date(dating::read(dating)?),
        ["label", id, label] => Press::Label(certificate(id)?, Name::named(label)?),
        ["remove", id] => Press::Remove(certificate(id)?),
        ["unshare", id] => Press::Unshare(certificate(id)?),
        ["join"] => Press::Join,
        ["hour", hour] => Press::Hour(hour.parse().ok()?),
        ["zone", zone] => Press::Zone(zone.parse().ok()?),
        ["speak", tongue] => Press::Speak(Name::named(tongue)?),
        ["early", wanted] => Press::Early(bool::named(wanted)?),
        ["yearly", wanted] => Press::Yearly(bool::named(wanted)?),
        ["pictures", wanted] => Press::Pictures(bool::named(wanted)?),
        ["erase"] => Press::EraseAll,
        ["export"] => Press::HandOverData,
        ["calendar"] => Press::Calendar,
        ["continue"] => Press::Continue,
        ["return"] => Press::Return,
        ["afterwards"] => Press::Afterwards,
        _ => return None,
    })
}

fn place_code(place: Place) -> String {
    match place {
        Place::Home => "home".to_owned(),
        Place::Begin => "begin".to_owned(),
        Place::Resume => "resume".to_owned(),
        Place::Checklist => "check".to_owned(),
        Place::Certificates => "certs".to_owned(),
        Place::Settings => "settings".to_owned(),
        Place::Hours => "hours".to_owned(),
        Place::Zones => "zones".to_owned(),
        Place::NewDate => "new-date".to_owned(),
        Place::Page(page) => format!("page:{}", page.name()),
        Place::Shelf(shelf) => format!("shelf:{}", shelf.name()),
        Place::Topic(topic) => format!("topic:{}", topic.0),
        Place::Group(group) => format!("group:{}", group.name()),
        Place::Trouble(trouble) => format!("trouble:{trouble}"),
        Place::Term(term) => format!("term:{}", term.0),
        Place::Step(step) => format!("step:{}", step.0),
        Place::Source(cited) => format!("source:{}", cited_code(cited)),
    }
}

fn place_of(parts: &[&str]) -> Option<Place> {
    Some(match parts {
        ["home"] => Place::Home,
        ["begin"] => Place::Begin,
        ["resume"] => Place::Resume,
        ["check"] => Place::Checklist,
        ["certs"] => Place::Certificates,
        ["settings"] => Place::Settings,
        ["hours"] => Place::Hours,
        ["zones"] => Place::Zones,
        ["new-date"] => Place::NewDate,
        ["page", page] => Place::Page(Name::named(page)?),
        ["shelf", shelf] => Place::Shelf(Name::named(shelf)?),
        ["topic", topic] => Place::Topic(topic_of(topic)?),
        ["group", group] => Place::Group(Name::named(group)?),
        ["trouble", trouble] => Place::Trouble(trouble_of(trouble)?),
        ["term", term] => Place::Term(glossary::term(term)?.id),
        ["step", step] => Place::Step(step_of(step)?),
        ["source", kind, id] => Place::Source(cited_of(kind, id)?),
        _ => return None,
    })
}

fn cited_code(cited: Cited) -> String {
    match cited {
        Cited::Step(step) => format!("step:{}", step.0),
        Cited::Topic(topic) => format!("topic:{}", topic.0),
        Cited::Trouble(trouble) => format!("trouble:{trouble}"),
    }
}

fn cited_of(kind: &str, id: &str) -> Option<Cited> {
    Some(match kind {
        "step" => Cited::Step(step_of(id)?),
        "topic" => Cited::Topic(topic_of(id)?),
        "trouble" => Cited::Trouble(trouble_of(id)?),
        _ => return None,
    })
}

fn matter_code(matter: Matter) -> String {
    match matter {
        Matter::Card => "card".to_owned(),
        Matter::Start => "start".to_owned(),
        Matter::Renewed => "renewed".to_owned(),
        Matter::Later(later) => format!("later:{}", later.name()),
        Matter::Mute(mute) => format!("mute:{}", mute.name()),
        Matter::Used => "used".to_owned(),
        Matter::Rename => "rename".to_owned(),
        Matter::AskRemove => "remove".to_owned(),
        Matter::Share => "share".to_owned(),
        Matter::Calendar => "calendar".to_owned(),
        Matter::Picture => "picture".to_owned(),
    }
}

fn matter_of(parts: &[&str]) -> Option<Matter> {
    Some(match parts {
        ["card"] => Matter::Card,
        ["start"] => Matter::Start,
        ["renewed"] => Matter::Renewed,
        ["later", later] => Matter::Later(Name::named(later)?),
        ["mute", mute] => Matter::Mute(bool::named(mute)?),
        ["used"] => Matter::Used,
        ["rename"] => Matter::Rename,
        ["remove"] => Matter::AskRemove,
        ["share"] => Matter::Share,
        ["calendar"] => Matter::Calendar,
        ["picture"] => Matter::Picture,
        _ => return None,
    })
}

fn choice_code(choice: Choice) -> String {
    let (question, answer) = match choice {
        Choice::Purpose(purpose) => (Question::Purpose, purpose.name()),
        Choice::Detail(detail) => (Question::Detail, detail.name()),
        Choice::Situation(situation) => (Question::Situation, situation.name()),
        Choice::Channel(channel) => (Question::Channel, channel.name()),
        Choice::Medium(medium) => (Question::Medium, medium.name()),
        Choice::Identification(how) => (Question::Identification, how.name()),
    };
    format!("{}:{answer}", question.name())
}

fn choice_of(question: Question, answer: &str) -> Option<Choice> {
    Some(match question {
        Question::Purpose => Choice::Purpose(Name::named(answer)?),
        Question::Detail => Choice::Detail(Name::named(answer)?),
        Question::Situation => Choice::Situation(Name::named(answer)?),
        Question::Channel => Choice::Channel(Name::named(answer)?),
        Question::Medium => Choice::Medium(Name::named(answer)?),
        Question::Identification => Choice::Identification(Name::named(answer)?),
    })
}

fn certificate(code: &str) -> Option<CertificateId> {
    code.parse().ok().map(CertificateId)
}

fn item_of(code: &str) -> Option<ItemId> {
    let id = ItemId(code.parse().ok()?);
    ITEMS.iter().any(|item| item.id == id).then_some(id)
}

fn step_of(code: &str) -> Option<StepId> {
    route::step(code).map(|step| step.id)
}

/// The topic of this id.
pub fn topic_of(code: &str) -> Option<TopicId> {
    topic::rows::topic(code).map(|topic| topic.id)
}

/// The trouble of this number, written `T20`.
pub fn trouble_of(code: &str) -> Option<TroubleId> {
    trouble::rows::trouble(TroubleId::parse(code)?).map(|trouble| trouble.id)
}
