//! Typed words: the answer to the question just asked, or a word that we know, or an honest «잘 모르겠어요».

use chrono::{DateTime, Utc};

use super::{about, commanded, dating, hear};
use crate::dialogue::effect::{Effect, Show};
use crate::dialogue::event::Command;
use crate::dialogue::press::{Page, Place};
use crate::dialogue::state::{Asking, DateTalk, Dialogue, Remark, Shown, State};
use crate::reading::intent::{self, Word};
use crate::reading::sift::SafeText;

pub fn typed(dialogue: &mut Dialogue, text: &SafeText, now: DateTime<Utc>) -> Vec<Effect> {
    let first_word_ever = dialogue.heard_at.is_none();
    hear(dialogue, now);
    if let Some(word) = intent::word(text) {
        return commanded(dialogue, command(word));
    }
    match dialogue.state {
        State::Dating(talk) if takes_words(talk.at) => dating::read(dialogue, talk, text, now),
        State::Certificates(Shown::Rename(id)) => about::read_label(dialogue, id, text),
        State::Home if first_word_ever => {}
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
        | State::Farewell => dialogue.remark = Some(Remark::NotUnderstood),
    }
    vec![Effect::Show(Show::Anew)]
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

/// Whether a date is being asked for, so that six or eight digits are read as one.
pub fn expects_date(dialogue: &Dialogue) -> bool {
    match dialogue.state {
        State::Dating(DateTalk { at, .. }) => takes_words(at),
        State::Home
        | State::Choosing(_)
        | State::Result(_)
        | State::Preparing(_)
        | State::Walking(_)
        | State::Stuck(..)
        | State::Finished(_)
        | State::Certificates(_)
        | State::Settings(_)
        | State::Reading(_)
        | State::Reminder(_)
        | State::Farewell => false,
    }
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
        Word::Questions => Command::Go(Place::Page(Page::Shelves)),
        Word::Privacy => Command::Go(Place::Page(Page::Privacy)),
        Word::MyData => Command::Go(Place::Page(Page::MyData)),
        Word::Erase => Command::Go(Place::Page(Page::Erase)),
        Word::Safety => Command::Go(Place::Page(Page::Safety)),
    }
}
