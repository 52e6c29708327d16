//! What stands behind a button: a [`Press`] as a short word that Telegram keeps for us, and back.
//!
//! Messages live for years and people press old buttons, so that **a code is never changed and never given to
//! another meaning**; a press that is no more is simply not found. At most 64 bytes of ASCII, colons between the parts:
//!
//! | code | meaning |
//! | --- | --- |
//! | `go:home` `go:begin` `go:resume` `go:check` `go:certs` `go:settings` `go:hours` `go:zones` `go:new-date` | places |
//! | `go:page:PAGE` `go:shelf:SHELF` `go:topic:ID` `go:group:GROUP` `go:trouble:T20` `go:term:ID` | places of what we know |
//! | `cert:3:card` `…:start` `…:renewed` `…:used` `…:rename` `…:remove` | about the certificate with id 3 |
//! | `cert:3:later:1` (or `3`, `7` days) `cert:3:mute:on` `cert:3:mute:off` | its notices |
//! | `ask:QUESTION` `unsure:QUESTION` `choose:QUESTION:ANSWER` | the questions before a walk |
//! | `item:3` `tick:3:on` `tick:3:off` `prepare` `depart` `depart:anyway` | the checklist |
//! | `step:ID` `done:ID` `stuck:ID` `trouble:T20` `human` | a walk |
//! | `date:for:3` `date:new` `date:ask:expiry` `date:ask:issue` `date:where` `date:years` | entering a date |
//! | `date:year:2029` `date:month:202911` `date:mean:20291122` `date:save:20291122` `date:agree:20291122` `date:decline` | |
//! | `label:3:LABEL` `remove:3` | one certificate |
//! | `hour:10` `zone:Asia/Seoul` `early:on` `yearly:off` | settings |
//! | `erase` `export` `continue` `afterwards` | |
//!
//! The words in capitals are in [`names`]; the ids of steps, topics, troubles and terms are the guide's.

pub mod names;

use chrono::{Datelike, NaiveDate};

use crate::dialogue::certificate::CertificateId;
use crate::dialogue::press::{Choice, Dating, Matter, Place, Press, Question};
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
        Press::Done(step) => format!("done:{}", step.0),
        Press::StuckAt(step) => format!("stuck:{}", step.0),
        Press::Trouble(trouble) => format!("trouble:{trouble}"),
        Press::AskHuman => "human".to_owned(),
        Press::Date(dating) => format!("date:{}", dating_code(dating)),
        Press::Label(id, label) => format!("label:{}:{}", id.0, label.name()),
        Press::Remove(id) => format!("remove:{}", id.0),
        Press::Hour(hour) => format!("hour:{hour}"),
        Press::Zone(zone) => format!("zone:{}", zone.name()),
        Press::Early(wanted) => format!("early:{}", wanted.name()),
        Press::Yearly(wanted) => format!("yearly:{}", wanted.name()),
        Press::EraseAll => "erase".to_owned(),
        Press::HandOverData => "export".to_owned(),
        Press::Continue => "continue".to_owned(),
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
        ["done", step] => Press::Done(step_of(step)?),
        ["stuck", step] => Press::StuckAt(step_of(step)?),
        ["trouble", trouble] => Press::Trouble(trouble_of(trouble)?),
        ["human"] => Press::AskHuman,
        ["date", dating @ ..] => Press::Date(dating_of(dating)?),
        ["label", id, label] => Press::Label(certificate(id)?, Name::named(label)?),
        ["remove", id] => Press::Remove(certificate(id)?),
        ["hour", hour] => Press::Hour(hour.parse().ok()?),
        ["zone", zone] => Press::Zone(zone.parse().ok()?),
        ["early", wanted] => Press::Early(bool::named(wanted)?),
        ["yearly", wanted] => Press::Yearly(bool::named(wanted)?),
        ["erase"] => Press::EraseAll,
        ["export"] => Press::HandOverData,
        ["continue"] => Press::Continue,
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

fn dating_code(dating: Dating) -> String {
    match dating {
        Dating::For(Some(id)) => format!("for:{}", id.0),
        Dating::For(None) => "new".to_owned(),
        Dating::Ask { issue: false } => "ask:expiry".to_owned(),
        Dating::Ask { issue: true } => "ask:issue".to_owned(),
        Dating::Where => "where".to_owned(),
        Dating::Years => "years".to_owned(),
        Dating::Year(year) => format!("year:{year:04}"),
        Dating::Month(year, month) => format!("month:{year:04}{month:02}"),
        Dating::Mean(day) => format!("mean:{}", day_code(day)),
        Dating::Save(day) => format!("save:{}", day_code(day)),
        Dating::Agree(day) => format!("agree:{}", day_code(day)),
        Dating::Decline => "decline".to_owned(),
    }
}

fn dating_of(parts: &[&str]) -> Option<Dating> {
    Some(match parts {
        ["for", id] => Dating::For(Some(certificate(id)?)),
        ["new"] => Dating::For(None),
        ["ask", "expiry"] => Dating::Ask { issue: false },
        ["ask", "issue"] => Dating::Ask { issue: true },
        ["where"] => Dating::Where,
        ["years"] => Dating::Years,
        ["year", year] => Dating::Year(year_of(year)?),
        ["month", month] => {
            let (year, month) = month.split_at_checked(4)?;
            let month = month
                .parse()
                .ok()
                .filter(|month| (1..=12).contains(month))?;
            Dating::Month(year_of(year)?, month)
        }
        ["mean", day] => Dating::Mean(day_of(day)?),
        ["save", day] => Dating::Save(day_of(day)?),
        ["agree", day] => Dating::Agree(day_of(day)?),
        ["decline"] => Dating::Decline,
        _ => return None,
    })
}

fn day_code(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn day_of(code: &str) -> Option<NaiveDate> {
    let (year, rest) = code.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    NaiveDate::from_ymd_opt(year_of(year)?, month.parse().ok()?, day.parse().ok()?)
}

/// Years of four digits only.
fn year_of(code: &str) -> Option<i32> {
    code.parse().ok().filter(|year| (0..=9999).contains(year))
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
