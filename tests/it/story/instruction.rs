//! One line of a story: it parses, and prints as it was written.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDateTime, TimeDelta};

/// What a person does, what happens, or what must have been said.
#[derive(Debug, Clone, PartialEq)]
pub enum Instruction {
    /// This person acts and reads from here on, in their own chat; the language of their app is written behind the name
    /// where it is not Korean.
    Person {
        name: String,
        language: String,
    },
    /// And from here on in this group.
    Group(String),
    Says(String),
    /// Passes on what somebody else wrote.
    Forwards(String),
    /// The person's last message is changed to this.
    Edits(String),
    Sends(Thing, String),
    /// The button with this label, on the n-th newest message that carries one.
    Presses {
        label: String,
        nth: usize,
    },
    /// The same button on the same message as the last press, without waiting for anything.
    PressesAgain,
    /// A button that was seen once and stands nowhere now: the app lags behind.
    PressesGone(String),
    Blocks,
    Unblocks,
    Time(Time),
    /// The clock is moved to the next alarm of this chat.
    NextAlarm,
    Restarts,
    /// The bot dies in the middle of what it does, and is started again.
    Dies,
    /// The next unread thing the bot said holds these words.
    Bot(Came, Words),
    /// What was read last came without sound, or with it.
    Sound(bool),
    /// Buttons with these labels stand under what was read last.
    Buttons(Labels),
    NoButtons(Labels),
    Toast(Words),
    /// The next unread thing is a document with these words in its name or content.
    File(Words),
    /// A picture has come, without sound, and its caption holds these words.
    Picture(Words),
    /// No picture has come.
    NoPicture,
    /// The newest message of the bot that has buttons holds these words.
    Screen(Words),
    /// The person's message with these words no longer stands in the chat.
    Erased(String),
    /// These words are neither stored nor said by the bot; without words, nothing is stored about this chat.
    NoTrace(Option<String>),
    Silence,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    Anyhow,
    Anew,
    InPlace,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Photo,
    Voice,
    Sticker,
    Contact,
    Location,
    File,
}

/// Where the clock goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    By(TimeDelta),
    /// On the clocks of Seoul.
    To(NaiveDateTime),
}

/// Pieces that must all be found, written with ` … ` between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(pub Vec<String>);

/// Labels of buttons, written with ` | ` between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels(pub Vec<String>);

/// How a moment of Seoul is written.
pub const MOMENT: &str = "%Y-%m-%d %H:%M";

/// How each is written, and what the emulator calls it.
const THINGS: [(Thing, &str, &str); 6] = [
    (Thing::Photo, "사진", "photo"),
    (Thing::Voice, "음성", "voice"),
    (Thing::Sticker, "스티커", "sticker"),
    (Thing::Contact, "연락처", "contact"),
    (Thing::Location, "위치", "location"),
    (Thing::File, "파일", "document"),
];

const UNITS: [(&str, i64); 3] = [("일", 86_400), ("시간", 3_600), ("분", 60)];

impl FromStr for Instruction {
    type Err = String;

    fn from_str(line: &str) -> Result<Self, String> {
        let line = line.trim();
        match line.split_once(':') {
            Some((verb, rest)) => with_rest(verb.trim(), rest.trim()),
            None => alone(line),
        }
    }
}

fn alone(verb: &str) -> Result<Instruction, String> {
    Ok(match verb {
        "다시 누름" => Instruction::PressesAgain,
        "차단" => Instruction::Blocks,
        "차단해제" => Instruction::Unblocks,
        "다음 알림까지" => Instruction::NextAlarm,
        "다시시작" => Instruction::Restarts,
        "죽음" => Instruction::Dies,
        "조용히" => Instruction::Sound(false),
        "소리" => Instruction::Sound(true),
        "흔적 없음" => Instruction::NoTrace(None),
        "침묵" => Instruction::Silence,
        "그림 없음" => Instruction::NoPicture,
        _ => {
            return Err(format!(
                "«{verb}» is no instruction; most need a colon behind the verb"
            ));
        }
    })
}

fn with_rest(verb: &str, rest: &str) -> Result<Instruction, String> {
    if rest.is_empty() {
        return Err(format!("«{verb}:» needs words behind the colon"));
    }
    let text = || unescaped(rest);
    Ok(match verb {
        "사람" => person(rest),
        "모임" => Instruction::Group(text()),
        "사용자" => Instruction::Says(text()),
        "전달" => Instruction::Forwards(text()),
        "고침" => Instruction::Edits(text()),
        "보냄" => sends(rest)?,
        "버튼" => presses(rest)?,
        "옛 버튼" => Instruction::PressesGone(text()),
        "시간" => Instruction::Time(rest.parse()?),
        "봇" => Instruction::Bot(Came::Anyhow, words(rest)),
        "봇 새글" => Instruction::Bot(Came::Anew, words(rest)),
        "봇 고침" => Instruction::Bot(Came::InPlace, words(rest)),
        "버튼들" => Instruction::Buttons(labels(rest)),
        "버튼 없음" => Instruction::NoButtons(labels(rest)),
        "알림" => Instruction::Toast(words(rest)),
        "파일" => Instruction::File(words(rest)),
        "그림" => Instruction::Picture(words(rest)),
        "화면" => Instruction::Screen(words(rest)),
        "지워짐" => Instruction::Erased(text()),
        "흔적 없음" => Instruction::NoTrace(Some(text())),
        _ => return Err(format!("«{verb}:» is no instruction")),
    })
}

/// `\n` stands for a new line and `\\` for itself.
fn unescaped(written: &str) -> String {
    let mut text = String::new();
    let mut letters = written.chars();
    while let Some(letter) = letters.next() {
        match (letter, letters.clone().next()) {
            ('\\', Some('n')) => text.push('\n'),
            ('\\', Some('\\')) => text.push('\\'),
            _ => {
                text.push(letter);
                continue;
            }
        }
        letters.next();
    }
    text
}

fn presses(rest: &str) -> Result<Instruction, String> {
    let (label, nth) = match rest.rsplit_once('@') {
        None => (rest, 1),
        Some((label, nth)) => {
            let wrong = || format!("«@{nth}» must be a number from 1, behind the label");
            let nth = nth.trim().parse().ok().filter(|nth| *nth > 0);
            (label.trim(), nth.ok_or_else(wrong)?)
        }
    };
    let label = label.to_owned();
    Ok(Instruction::Presses { label, nth })
}

/// «Emma (en)», or the name alone.
fn person(rest: &str) -> Instruction {
    let written = rest
        .strip_suffix(')')
        .and_then(|rest| rest.split_once(" ("));
    let (name, language) = written.unwrap_or((rest, "ko"));
    Instruction::Person {
        name: name.trim().to_owned(),
        language: language.to_owned(),
    }
}

fn sends(rest: &str) -> Result<Instruction, String> {
    let (name, caption) = rest.split_once(' ').unwrap_or((rest, ""));
    let known = THINGS.into_iter().find(|(_, known, _)| *known == name);
    let (thing, ..) = known.ok_or_else(|| {
        let names = THINGS.map(|(_, name, _)| name).join(", ");
        format!("«{name}» cannot be sent; what can be: {names}")
    })?;
    Ok(Instruction::Sends(thing, caption.trim().to_owned()))
}

fn words(rest: &str) -> Words {
    Words(pieces(rest, " … "))
}

fn labels(rest: &str) -> Labels {
    Labels(pieces(rest, " | "))
}

fn pieces(rest: &str, between: &str) -> Vec<String> {
    let pieces = rest.split(between).map(str::trim);
    pieces.map(str::to_owned).collect()
}

impl FromStr for Time {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(by) = text.strip_prefix('+') {
            let found = UNITS.into_iter().find_map(|(unit, seconds)| {
                let count: i64 = by.strip_suffix(unit)?.trim().parse().ok()?;
                Some(Self::By(TimeDelta::seconds(count.checked_mul(seconds)?)))
            });
            return found
                .ok_or_else(|| format!("«{text}» is no time: write +1일, +3시간 or +30분"));
        }
        let moment = NaiveDateTime::parse_from_str(text, MOMENT);
        moment
            .map(Self::To)
            .map_err(|_| format!("«{text}» is no moment: write it as 2028-03-05 10:00"))
    }
}

impl fmt::Display for Time {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::To(moment) => write!(out, "{}", moment.format(MOMENT)),
            Self::By(by) => {
                let seconds = by.num_seconds();
                let fits = |&(_, size): &(&str, i64)| seconds % size == 0;
                let (unit, size) = UNITS.into_iter().find(fits).unwrap_or(("분", 60));
                write!(out, "+{}{unit}", seconds / size)
            }
        }
    }
}

impl Thing {
    /// What the emulator calls it.
    pub fn kind(self) -> &'static str {
        let called = THINGS.into_iter().find(|row| row.0 == self);
        called.map_or("", |row| row.2)
    }
}

impl fmt::Display for Thing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = THINGS.into_iter().find(|row| row.0 == *self);
        out.write_str(written.map_or("", |row| row.1))
    }
}

impl fmt::Display for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.join(" … "))
    }
}

impl fmt::Display for Labels {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.join(" | "))
    }
}

impl fmt::Display for Instruction {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one_line = |text: &str| text.replace('\\', r"\\").replace('\n', r"\n");
        match self {
            Self::Person { name, language } if language == "ko" => {
                write!(out, "사람: {}", one_line(name))
            }
            Self::Person { name, language } => {
                write!(out, "사람: {} ({language})", one_line(name))
            }
            Self::Group(title) => write!(out, "모임: {}", one_line(title)),
            Self::Says(text) => write!(out, "사용자: {}", one_line(text)),
            Self::Forwards(text) => write!(out, "전달: {}", one_line(text)),
            Self::Edits(text) => write!(out, "고침: {}", one_line(text)),
            Self::Sends(thing, caption) if caption.is_empty() => write!(out, "보냄: {thing}"),
            Self::Sends(thing, caption) => write!(out, "보냄: {thing} {caption}"),
            Self::Presses { label, nth: 1 } => write!(out, "버튼: {label}"),
            Self::Presses { label, nth } => write!(out, "버튼: {label} @{nth}"),
            Self::PressesAgain => out.write_str("다시 누름"),
            Self::PressesGone(label) => write!(out, "옛 버튼: {}", one_line(label)),
            Self::Blocks => out.write_str("차단"),
            Self::Unblocks => out.write_str("차단해제"),
            Self::Time(time) => write!(out, "시간: {time}"),
            Self::NextAlarm => out.write_str("다음 알림까지"),
            Self::Restarts => out.write_str("다시시작"),
            Self::Dies => out.write_str("죽음"),
            Self::Bot(Came::Anyhow, words) => write!(out, "봇: {words}"),
            Self::Bot(Came::Anew, words) => write!(out, "봇 새글: {words}"),
            Self::Bot(Came::InPlace, words) => write!(out, "봇 고침: {words}"),
            Self::Sound(false) => out.write_str("조용히"),
            Self::Sound(true) => out.write_str("소리"),
            Self::Buttons(labels) => write!(out, "버튼들: {labels}"),
            Self::NoButtons(labels) => write!(out, "버튼 없음: {labels}"),
            Self::Toast(words) => write!(out, "알림: {words}"),
            Self::File(words) => write!(out, "파일: {words}"),
            Self::Picture(words) => write!(out, "그림: {words}"),
            Self::NoPicture => out.write_str("그림 없음"),
            Self::Screen(words) => write!(out, "화면: {words}"),
            Self::Erased(words) => write!(out, "지워짐: {}", one_line(words)),
            Self::NoTrace(None) => out.write_str("흔적 없음"),
            Self::NoTrace(Some(words)) => write!(out, "흔적 없음: {}", one_line(words)),
            Self::Silence => out.write_str("침묵"),
        }
    }
}
