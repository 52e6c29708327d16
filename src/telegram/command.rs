//! Slash commands and the payloads of deep links.

use teloxide::utils::command::{BotCommands, ParseError};

use super::press_data::names::Name;
use super::press_data::{topic_of, trouble_of};
use crate::dialogue::event::Command;
use crate::dialogue::press::{Page, Place};
use crate::guide::plan::Purpose;

/// The commands of the menu, in its order. Their descriptions are words, `command-NAME`. Without `Debug`, because what
/// stands behind `/start` has not been sifted.
#[derive(BotCommands, Clone, PartialEq, Eq)]
#[command(rename_rule = "lowercase")]
pub enum Slash {
    Start(String),
    Guide,
    Check,
    MyCert,
    Settings,
    Help,
    Privacy,
    MyData,
    Delete,
    Cancel,
}

/// The names of the menu's commands, without the slash.
pub fn names() -> Vec<String> {
    Slash::bot_commands()
        .into_iter()
        .map(|command| command.command.trim_start_matches('/').to_owned())
        .collect()
}

/// What a private message commands, if it is a command at all: a slash and a name of Latin letters, digits and `_`.
///
/// `/start@other_bot` in a chat with us alone can only mean us.
pub fn in_private(text: &str) -> Option<Command> {
    let call = Call::read(text)?;
    Some(match call.slash() {
        Ok(slash) => meaning(&slash),
        Err(_) => Command::Unknown,
    })
}

/// Whether this message in a group calls us: one of our commands, any command with our name, or our name.
///
/// A command that is not ours and names nobody is left to the other bots.
pub fn in_group(text: &str, username: &str) -> bool {
    match Call::read(text) {
        Some(call) => match call.whom {
            Some(whom) => whom.eq_ignore_ascii_case(username),
            None => call.slash().is_ok(),
        },
        None => mentions(text, username),
    }
}

/// The command of admins. It stands in no menu but theirs; to everybody else it is unknown.
pub const STATS: &str = "stats";

/// Whether this is the command of admins, and nothing else.
pub fn asks_for_stats(text: &str) -> bool {
    let call = Call::read(text);
    call.is_some_and(|call| call.name.eq_ignore_ascii_case(STATS) && call.rest.trim().is_empty())
}

/// Where `/start PAYLOAD` leads, if it is a link of ours.
pub fn linked(text: &str) -> Option<Command> {
    let call = Call::read(text).filter(|call| call.name.eq_ignore_ascii_case("start"))?;
    Some(destination(call.rest.trim())).filter(|command| *command != Command::Start)
}

/// What stands before the sealed part of a link that hands a reminder on.
pub const INVITATION: &str = "with-";

/// How long it always is. Anything else may be words of a person's, and is sifted.
const SEALED_CHARS: usize = 56;

/// Whether this wanted to be an invitation; asked of what [`invitation`] does not take.
pub fn is_broken_invitation(text: &str) -> bool {
    let call = Call::read(text).filter(|call| call.name.eq_ignore_ascii_case("start"));
    call.is_some_and(|call| call.rest.trim().starts_with(INVITATION))
}

/// The sealed part of `/start with-SEALED`.
pub fn invitation(text: &str) -> Option<&str> {
    let call = Call::read(text).filter(|call| call.name.eq_ignore_ascii_case("start"))?;
    let sealed = call.rest.trim().strip_prefix(INVITATION)?;
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
    (sealed.len() == SEALED_CHARS && sealed.chars().all(is_letter)).then_some(sealed)
}

/// Where `/start PAYLOAD` leads; everything unknown is the plain start.
///
/// A purpose (`reissue`), a page (`privacy`), `guide`, `check`, `mycert`, `settings`, `date`, a topic
/// (`topic-ars_noshow`), or a trouble (`trouble-T20`).
pub fn destination(payload: &str) -> Command {
    if let Some(purpose) = Purpose::named(payload) {
        return Command::Purpose(purpose);
    }
    if let Some(page) = Page::named(payload) {
        return Command::Go(Place::Page(page));
    }
    let place = match payload {
        "guide" => Some(Place::Begin),
        "check" => Some(Place::Checklist),
        "mycert" => Some(Place::Certificates),
        "settings" => Some(Place::Settings),
        "date" => Some(Place::NewDate),
        "delete" => Some(Place::Page(Page::Erase)),
        _ => payload
            .strip_prefix("topic-")
            .and_then(topic_of)
            .map(Place::Topic)
            .or_else(|| {
                let trouble = payload.strip_prefix("trouble-").and_then(trouble_of)?;
                Some(Place::Trouble(trouble))
            }),
    };
    place.map_or(Command::Start, Command::Go)
}

fn meaning(slash: &Slash) -> Command {
    match slash {
        Slash::Start(payload) => destination(payload.trim()),
        Slash::Guide => Command::Go(Place::Begin),
        Slash::Check => Command::Go(Place::Checklist),
        Slash::MyCert => Command::Go(Place::Certificates),
        Slash::Settings => Command::Go(Place::Settings),
        Slash::Help => Command::Go(Place::Page(Page::Help)),
        Slash::Privacy => Command::Go(Place::Page(Page::Privacy)),
        Slash::MyData => Command::Go(Place::Page(Page::MyData)),
        Slash::Delete => Command::Go(Place::Page(Page::Erase)),
        Slash::Cancel => Command::Cancel,
    }
}

/// A slash command as it was written.
struct Call<'a> {
    name: &'a str,
    whom: Option<&'a str>,
    rest: &'a str,
}

impl<'a> Call<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let text = text.trim().strip_prefix('/')?;
        let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let (name, whom) = match first.split_once('@') {
            Some((name, whom)) => (name, Some(whom)),
            None => (first, None),
        };
        let is_letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let is_name = name.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && name.chars().all(is_letter);
        is_name.then_some(Self { name, whom, rest })
    }

    /// Capitals do not matter: telephones like to begin with one.
    fn slash(&self) -> Result<Slash, ParseError> {
        let plain = format!("/{} {}", self.name.to_ascii_lowercase(), self.rest);
        Slash::parse(&plain, "")
    }
}

/// Whether `@username` stands in the text as a whole word.
fn mentions(text: &str, username: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let name = format!("@{}", username.to_ascii_lowercase());
    text.match_indices(&name).any(|(at, _)| {
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        !text[..at].ends_with(is_part) && !text[at + name.len()..].starts_with(is_part)
    })
}
