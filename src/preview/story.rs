//! What was done and said in the preview, written as a story that the tests play (`tests/stories`).
//!
//! A story tells only what can be played again: switches of the page and deeds for which the stories have no word stand
//! there as comments, and the page is told how many they are.

use std::fmt::Write;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use chrono_tz::Asia::Seoul;
use serde::Deserialize;
use serde_json::json;

use super::Hand;
use super::excerpt::{one_line, words};
use crate::emulator::{Deed, Happening, How, Person, Said, World};

/// The words by which the preview notes what it did itself; all but the first stand so in a story.
pub const MOVED: &str = "시간";
pub const NEXT_ALARM: &str = "다음 알림까지";
pub const STOPPED: &str = "다시시작";
pub const KILLED: &str = "죽음";

/// Who acts in a story that names nobody.
const SOMEBODY: (&str, &str) = ("김영자", "ko");
const TITLE: &str = "미리보기에서 나눈 이야기";

pub fn router(hand: Hand) -> Router {
    Router::new().route("/story", get(told)).with_state(hand)
}

#[derive(Deserialize)]
struct Wish {
    #[serde(default)]
    title: String,
    /// Only this person's part.
    chat: Option<i64>,
}

async fn told(State(hand): State<Hand>, Query(wish): Query<Wish>) -> Response {
    let title = one_line(&wish.title);
    let title = if title.is_empty() { TITLE } else { &title };
    let story = hand.ground.emulator.see(|world| {
        let mut writer = Writer::new(world, wish.chat);
        writer.tell();
        writer.finish(title)
    });
    Json(story).into_response()
}

struct Writer<'a> {
    world: &'a World,
    lines: String,
    /// What could not be told.
    untold: usize,
    /// Whose story alone it is.
    only: Option<i64>,
    /// When the story began, and what its clock shows by now.
    begun: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
    /// In whose chat is acted and read.
    chat: Option<i64>,
    /// Whether the clock was moved last, and nothing has been said since.
    still: bool,
}

impl<'a> Writer<'a> {
    fn new(world: &'a World, only: Option<i64>) -> Self {
        Self {
            world,
            lines: String::new(),
            untold: 0,
            only,
            begun: None,
            now: world.now(),
            chat: None,
            still: false,
        }
    }

    fn tell(&mut self) {
        for happening in self.world.journal() {
            let is_aside = matches!(happening.deed, Deed::Aside(_));
            if is_aside || !self.leaves_out(happening.chat) {
                self.happened(happening);
            }
        }
        self.silence();
    }

    fn leaves_out(&self, chat: i64) -> bool {
        self.only.is_some_and(|only| only != chat)
    }

    fn finish(self, title: &str) -> serde_json::Value {
        let begun = self.begun.unwrap_or(self.now).with_timezone(&Seoul);
        let begun = begun.format("%Y-%m-%d %H:%M");
        let lines = self.lines.lines().count();
        let text = format!("이야기: {title}\n시작: {begun}\n\n{}", self.lines);
        json!({ "text": text, "lines": lines, "untold": self.untold })
    }

    fn happened(&mut self, happening: &Happening) {
        let Happening { at, chat, deed } = happening;
        if self.begun.is_none() {
            // What the preview does before anybody speaks changes nothing.
            if matches!(deed, Deed::Aside(_)) {
                return;
            }
            let minute = at.duration_trunc(TimeDelta::minutes(1)).unwrap_or(*at);
            (self.begun, self.now) = (Some(minute), minute);
        }
        match deed {
            Deed::Aside(words) => self.aside(*at, *chat, words),
            Deed::Said(said) => self.said(*at, *chat, said),
            acted => {
                self.silence();
                self.drift(*at);
                self.turn_to(*chat);
                self.acted(acted);
            }
        }
    }

    fn acted(&mut self, deed: &Deed) {
        let line = match deed {
            Deed::Wrote(text) => format!("사용자: {}", escaped(text)),
            Deed::Forwarded(text) => format!("전달: {}", escaped(text)),
            Deed::Edited { text, is_last } if *is_last => format!("고침: {}", escaped(text)),
            Deed::Edited { .. } => return self.cannot_tell("앞의 메시지를 고쳤어요"),
            Deed::Sent(kind, caption) => match thing(kind) {
                Some(thing) => format!("보냄: {thing} {}", one_line(caption)),
                None => return self.cannot_tell("이야기에 없는 것을 보냈어요"),
            },
            Deed::Deleted => return self.cannot_tell("메시지를 지웠어요"),
            Deed::Pressed { label, nth } => pressed(label, *nth),
            Deed::PressedGone(label) => format!("옛 버튼: {label}"),
            Deed::PressedUnseen => return self.cannot_tell("보인 적 없는 버튼을 눌렀어요"),
            Deed::Blocked => "차단".to_owned(),
            Deed::Unblocked => "차단해제".to_owned(),
            Deed::Said(_) | Deed::Aside(_) => return,
        };
        self.line(line.trim_end());
    }

    fn said(&mut self, at: DateTime<Utc>, chat: i64, said: &Said) {
        let words = words(&said.text);
        let line = match (said.how, &said.document, &said.photo) {
            (How::Keyboard, ..) => return,
            (How::New | How::Edit, Some(file), _) => format!("파일: {}", file.file_name),
            (How::New | How::Edit, None, Some(_)) => format!("그림: {words}"),
            (How::New, None, None) => format!("봇 새글: {words}"),
            (How::Edit, None, None) => format!("봇 고침: {words}"),
            (How::Toast | How::Alert, ..) => format!("알림: {words}"),
        };
        self.drift(at);
        self.turn_to(chat);
        self.still = false;
        self.line(&line);
    }

    fn aside(&mut self, at: DateTime<Utc>, chat: i64, words: &str) {
        match words {
            // The next alarm of somebody who is left out is a time like any other.
            NEXT_ALARM if self.leaves_out(chat) => self.aside(at, chat, MOVED),
            MOVED => {
                self.silence();
                self.move_to(at);
                self.still = true;
            }
            NEXT_ALARM => {
                self.silence();
                self.turn_to(chat);
                self.line(NEXT_ALARM);
                self.now = at;
                self.still = true;
            }
            STOPPED | KILLED => {
                self.silence();
                self.line(words);
            }
            other => self.cannot_tell(other),
        }
    }

    /// Time went on by itself.
    fn drift(&mut self, at: DateTime<Utc>) {
        if (at - self.now).abs() >= TimeDelta::minutes(1) {
            self.move_to(at);
        }
    }

    /// The clock of the story goes there, short of a minute.
    fn move_to(&mut self, at: DateTime<Utc>) {
        let by = at - self.now;
        let minutes = (by.num_seconds() + 30).div_euclid(60);
        let days = [(1_440, "일"), (60, "시간")];
        let whole = days
            .iter()
            .find(|(unit, _)| minutes > 0 && minutes % unit == 0);
        match whole {
            Some((unit, name)) => {
                self.line(&format!("시간: +{}{name}", minutes / unit));
                self.now += TimeDelta::minutes(minutes);
            }
            None => {
                let minute = at.duration_trunc(TimeDelta::minutes(1)).unwrap_or(at);
                let shown = minute.with_timezone(&Seoul).format("%Y-%m-%d %H:%M");
                self.line(&format!("시간: {shown}"));
                self.now = minute;
            }
        }
    }

    /// After the clock was moved, nothing was said.
    fn silence(&mut self) {
        if self.still {
            self.still = false;
            self.line("침묵");
        }
    }

    fn turn_to(&mut self, chat: i64) {
        let unnamed = self.chat.is_none();
        if self.chat == Some(chat) {
            return;
        }
        self.chat = Some(chat);
        if let Some(person) = self.world.person(chat) {
            let is_somebody = (person.name.as_str(), person.language.as_str()) == SOMEBODY;
            if !(unnamed && is_somebody) {
                self.line(&named(person));
            }
        }
    }

    fn cannot_tell(&mut self, what: &str) {
        self.untold += 1;
        self.line(&format!("# {}", one_line(what)));
    }

    fn line(&mut self, line: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.lines, "{line}");
    }
}

/// A person, with the language of their app where it is not Korean.
fn named(person: &Person) -> String {
    match person.language.as_str() {
        "ko" => format!("사람: {}", person.name),
        other => format!("사람: {} ({other})", person.name),
    }
}

fn pressed(label: &str, nth: usize) -> String {
    // A label may itself hold the sign that stands before the number.
    if nth == 1 && !label.contains('@') {
        format!("버튼: {label}")
    } else {
        format!("버튼: {label} @{nth}")
    }
}

/// How the stories name what can be sent.
fn thing(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "photo" => "사진",
        "voice" => "음성",
        "sticker" => "스티커",
        "contact" => "연락처",
        "location" => "위치",
        "document" => "파일",
        _ => return None,
    })
}

fn escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace('\n', r"\n")
}
