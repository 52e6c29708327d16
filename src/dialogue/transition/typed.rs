//! Typed words: the answer to the question just asked, a word that we know, a question, or an honest «잘 모르겠어요».

use chrono::{DateTime, Utc};

use super::{about, commanded, dating, hear};
use crate::dialogue::effect::{Count, Effect, Show, Toast};
use crate::dialogue::event::Command;
use crate::dialogue::press::{Cited, Page, Place};
use crate::dialogue::state::{
    Answer, Asking, DateTalk, Dialogue, Help, Leaf, Remark, Reply, Shown, State, Unclear,
};
use crate::guide::topic::TopicId;
use crate::reading::intent::{self, Word};
use crate::reading::question;
use crate::reading::sift::{Asked, SafeText};
use crate::reading::suspicion;

/// Learns what questions look like now, so that the first person to ask one does not wait.
pub fn prepare() {
    question::prepare();
}

pub fn typed(dialogue: &mut Dialogue, text: &SafeText, now: DateTime<Utc>) -> Vec<Effect> {
    let first_word_ever = dialogue.heard_at.is_none();
    hear(dialogue, now);
    if let Some(word) = intent::word(text) {
        return match word {
            Word::Source => source(dialogue),
            other => commanded(dialogue, command(other)),
        };
    }
    if suspicion::has_link(text) || dialogue.state == State::Reading(Leaf::Page(Page::Genuine)) {
        return checked(dialogue, text);
    }
    match dialogue.state {
        State::Dating(talk) if takes_words(talk.at) => {
            dating::read(dialogue, talk, text, now);
            if has_no_date(&dialogue.state) && answered(dialogue, text, State::Dating(talk)) {
                return vec![Effect::Show(Show::Anew)];
            }
        }
        State::Certificates(Shown::Rename(id)) => about::read_label(dialogue, id, text),
        State::Home if first_word_ever && !asks(text) => {}
        State::Home
        | State::Choosing(_)
        | State::Result(_)
        | State::Preparing(_)
        | State::Walking(_)
        | State::Stuck(..)
        | State::Finished(_)
        | State::Dating(_)
        | State::Certificates(_)
        | State::Settings(_)
        | State::Reading(_)
        | State::Reminder(_)
        | State::Answer(_)
        | State::Invited(_)
        | State::Farewell => {
            let here = dialogue.state.clone();
            if !answered(dialogue, text, here) && !dated(dialogue, text, now) {
                dialogue.remark = Some(Remark::NotUnderstood);
                let room = Effect::Count(Count::NotUnderstood(dialogue.state.room()));
                return vec![room, Effect::Show(Show::Anew)];
            }
        }
    }
    vec![Effect::Show(Show::Anew)]
}

/// A message of somebody else's: a date where one is asked for, else something to be wary of.
pub fn forwarded(dialogue: &mut Dialogue, text: &SafeText, now: DateTime<Utc>) -> Vec<Effect> {
    hear(dialogue, now);
    if let State::Dating(talk) = dialogue.state
        && takes_words(talk.at)
    {
        dating::read(dialogue, talk, text, now);
        if !has_no_date(&dialogue.state) {
            return vec![Effect::Show(Show::Anew)];
        }
        dialogue.state = State::Dating(talk);
    }
    checked(dialogue, text)
}

/// One of the suggested answers.
pub fn suggested(dialogue: &mut Dialogue, topic: TopicId) -> Option<Toast> {
    let here = std::mem::take(&mut dialogue.state);
    reply(dialogue, Reply::Topic(topic), Vec::new(), here);
    None
}

/// Whether typed words are the answer here.
pub fn takes_words(at: Asking) -> bool {
    match at {
        Asking::Date { .. }
        | Asking::Where
        | Asking::Year { .. }
        | Asking::Month { .. }
        | Asking::Day { .. }
        | Asking::Either { .. }
        | Asking::Term { .. }
        | Asking::Confirm(_) => true,
        Asking::Whose | Asking::Consent(_) => false,
    }
}

/// What this chat has just been asked: where it is a date, six or eight digits are read as one.
pub fn asked(dialogue: Option<&Dialogue>) -> Asked {
    let Some(dialogue) = dialogue else {
        return Asked::Nothing;
    };
    match dialogue.state {
        State::Dating(DateTalk { at, .. }) if takes_words(at) => Asked::Date,
        State::Home
        | State::Choosing(_)
        | State::Result(_)
        | State::Preparing(_)
        | State::Walking(_)
        | State::Stuck(..)
        | State::Finished(_)
        | State::Dating(_)
        | State::Certificates(_)
        | State::Settings(_)
        | State::Reading(_)
        | State::Reminder(_)
        | State::Answer(_)
        | State::Invited(_)
        | State::Farewell => Asked::Nothing,
    }
}

/// Answers a question, or offers what is near it; false if it is not one of ours.
fn answered(dialogue: &mut Dialogue, text: &SafeText, here: State) -> bool {
    let read = question::read(text);
    match read.best {
        Some(topic) => reply(dialogue, Reply::Topic(topic), read.near, here),
        None if read.near.is_empty() => return false,
        None => reply(dialogue, Reply::Near(read.near), Vec::new(), here),
    }
    true
}

/// A date that nobody has asked for: offered to be kept.
fn dated(dialogue: &mut Dialogue, text: &SafeText, now: DateTime<Utc>) -> bool {
    if dialogue.certificates.is_full() {
        return false;
    }
    let before = std::mem::take(&mut dialogue.state);
    let talk = DateTalk {
        certificate: None,
        walk: None,
        at: Asking::Date {
            issue: false,
            unclear: None,
        },
    };
    dating::read(dialogue, talk, text, now);
    let is_date = matches!(
        dialogue.state,
        State::Dating(DateTalk {
            at: Asking::Confirm(_) | Asking::Either { .. },
            ..
        })
    );
    if !is_date {
        dialogue.state = before;
    }
    is_date
}

fn asks(text: &SafeText) -> bool {
    let read = question::read(text);
    read.best.is_some() || !read.near.is_empty()
}

fn checked(dialogue: &mut Dialogue, text: &SafeText) -> Vec<Effect> {
    let here = std::mem::take(&mut dialogue.state);
    let found = Reply::Checked(suspicion::check(text));
    reply(dialogue, found, Vec::new(), here);
    vec![Effect::Show(Show::Anew)]
}

/// An answer interrupts what was going on; a second one interrupts the same.
fn reply(dialogue: &mut Dialogue, reply: Reply, near: Vec<TopicId>, here: State) {
    let interrupted = match here {
        State::Answer(answer) => answer.interrupted,
        other => Box::new(other),
    };
    dialogue.state = State::Answer(Answer {
        reply,
        near,
        interrupted,
    });
}

fn has_no_date(state: &State) -> bool {
    let State::Dating(talk) = state else {
        return false;
    };
    let nothing = Some(Unclear::NoDate);
    matches!(talk.at, Asking::Date { unclear, .. } if unclear == nothing)
}

/// «출처»: of what is being shown.
fn source(dialogue: &mut Dialogue) -> Vec<Effect> {
    let cited = match &dialogue.state {
        State::Walking(spot) => Some(Cited::Step(spot.step)),
        State::Stuck(_, Help::Trouble(trouble)) => Some(Cited::Trouble(*trouble)),
        State::Stuck(spot, Help::List | Help::Human | Help::Terms | Help::Term(_)) => {
            Some(Cited::Step(spot.step))
        }
        State::Reading(Leaf::Topic(topic))
        | State::Answer(Answer {
            reply: Reply::Topic(topic),
            ..
        }) => Some(Cited::Topic(*topic)),
        State::Reading(Leaf::Trouble(trouble)) => Some(Cited::Trouble(*trouble)),
        State::Home
        | State::Choosing(_)
        | State::Result(_)
        | State::Preparing(_)
        | State::Finished(_)
        | State::Dating(_)
        | State::Certificates(_)
        | State::Settings(_)
        | State::Reading(_)
        | State::Reminder(_)
        | State::Answer(_)
        | State::Invited(_)
        | State::Farewell => None,
    };
    dialogue.state = match cited {
        Some(cited) => State::Reading(Leaf::Source(cited)),
        None => State::Reading(Leaf::Page(Page::Shelves)),
    };
    vec![Effect::Show(Show::Anew)]
}

fn command(word: Word) -> Command {
    match word {
        Word::Start => Command::Start,
        Word::Cancel => Command::Cancel,
        Word::Resume => Command::Go(Place::Resume),
        Word::Guide => Command::Go(Place::Begin),
        Word::Purpose(purpose) => Command::Purpose(purpose),
        Word::Checklist => Command::Go(Place::Checklist),
        Word::Certificates => Command::Go(Place::Certificates),
        Word::NewDate => Command::Go(Place::NewDate),
        Word::Settings => Command::Go(Place::Settings),
        Word::Help => Command::Go(Place::Page(Page::Help)),
        Word::Human => Command::Go(Place::Page(Page::Human)),
        Word::Questions | Word::Source => Command::Go(Place::Page(Page::Shelves)),
        Word::Privacy => Command::Go(Place::Page(Page::Privacy)),
        Word::MyData => Command::Go(Place::Page(Page::MyData)),
        Word::Erase => Command::Go(Place::Page(Page::Erase)),
        Word::Safety => Command::Go(Place::Page(Page::Safety)),
        Word::Genuine => Command::Go(Place::Page(Page::Genuine)),
    }
}
