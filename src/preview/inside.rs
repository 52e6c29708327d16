//! What the bot holds about one chat, in words for whoever watches: where the person is, what is owed, and what comes.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::Hand;
use super::time::{sorry, tells, written};
use crate::dialogue::certificate::Certificate;
use crate::dialogue::due::{erase_at, nudge_at};
use crate::dialogue::reminder::{self, Stage, moment};
use crate::dialogue::settings::Language;
use crate::dialogue::state::{Spot, State as Place};
use crate::dialogue::{Dialogue, next_due};
use crate::guide::route;
use crate::store::record::Outbox;
use crate::store::{ChatId, Record};

pub fn router(hand: Hand) -> Router {
    Router::new()
        .route("/inside/{chat}", get(told))
        .with_state(hand)
}

/// One chat, as its record says.
#[derive(Serialize)]
struct Inside {
    /// Where the person is.
    place: String,
    language: &'static str,
    blocked: bool,
    /// The next alarm that says something.
    next: Option<Event>,
    /// Days that can be gone to, in order.
    events: Vec<Event>,
    /// What the bot still has to do, and cannot do now.
    owed: Vec<&'static str>,
    /// How often that was tried in vain, and when it is tried again.
    tries: u32,
    again_at: Option<String>,
    /// How often the record was written.
    revision: u64,
}

/// Something that comes at a known time.
#[derive(Serialize, Clone)]
struct Event {
    what: String,
    /// Of which certificate, where there are several.
    whose: String,
    at: String,
    passed: bool,
    #[serde(skip)]
    instant: DateTime<Utc>,
}

async fn told(State(hand): State<Hand>, Path(chat): Path<i64>) -> Response {
    match hand.ground.store.load(ChatId(chat)).await {
        Ok(None) => Json(None::<Inside>).into_response(),
        Ok(Some(record)) => Json(inside(&record, hand.ground.clock.now())).into_response(),
        Err(_) => sorry("기록을 읽지 못했어요. 잠시 뒤에 다시 해 보세요."),
    }
}

fn inside(record: &Record, now: DateTime<Utc>) -> Inside {
    let dialogue = &record.dialogue;
    let owed = owed(&record.outbox);
    let events = events(dialogue, now);
    Inside {
        place: place(&dialogue.state),
        language: match dialogue.settings.language {
            Language::Korean => "한국어",
            Language::Easy => "쉬운 말",
            Language::English => "영어",
        },
        blocked: dialogue.blocked,
        next: next(dialogue, &events, now),
        events,
        tries: record.outbox.tries,
        again_at: record.due.filter(|_| !owed.is_empty()).map(written),
        owed,
        revision: record.revision.0,
    }
}

/// The next alarm by the name of what it says; one that only erases a silent chat says nothing.
fn next(dialogue: &Dialogue, events: &[Event], now: DateTime<Utc>) -> Option<Event> {
    let due = next_due(dialogue).filter(|_| tells(dialogue))?;
    let named = events.iter().find(|event| event.instant == due).cloned();
    let other = || {
        let what = match due {
            past if past <= now => "지금 알릴 것",
            _ if dialogue.not_before == Some(due) => "밤이 지나고 알림",
            _ => "다시 알림",
        };
        event(what, "", due, now)
    };
    Some(named.unwrap_or_else(other))
}

fn events(dialogue: &Dialogue, now: DateTime<Utc>) -> Vec<Event> {
    let several = dialogue.certificates.len() > 1;
    let certificates = dialogue.certificates.iter();
    let days = certificates.flat_map(|certificate| days(dialogue, certificate, several, now));
    let nudge = dialogue.bookmark.as_ref().and_then(nudge_at);
    let nudge = nudge.map(|at| event("이어서 할지 묻기", "", at, now));
    let erase = erase_at(dialogue).map(|at| event("오래 쓰지 않아 지우기", "", at, now));
    let mut events: Vec<Event> = days.chain(nudge).chain(erase).collect();
    events.sort_by_key(|event| event.instant);
    events
}

/// The days of one certificate: its notices, and its last day.
fn days(
    dialogue: &Dialogue,
    certificate: &Certificate,
    several: bool,
    now: DateTime<Utc>,
) -> Vec<Event> {
    let settings = &dialogue.settings;
    let whose = match several {
        true if certificate.label.is_empty() => dated(certificate.expires_on),
        true => certificate.label.clone(),
        false => String::new(),
    };
    // What is past, and of what lies ahead only what will be told.
    let coming = reminder::coming(certificate, settings, now);
    let stands = |stage: &Stage| {
        let is_past = moment(certificate.expires_on, *stage, settings) <= now;
        is_past || coming.iter().any(|(told, _)| told == stage)
    };
    let wanted = |stage: &Stage| settings.early || *stage != Stage::D90;
    let stages = Stage::ALL
        .into_iter()
        .filter(wanted)
        .filter(stands)
        .map(|stage| {
            let what = match stage {
                Stage::D90 => "만료 90일 전",
                Stage::D30 => "만료 30일 전",
                Stage::D7 => "만료 7일 전",
                Stage::D1 => "만료 하루 전",
                Stage::Expired => "만료 다음 날",
            };
            let at = moment(certificate.expires_on, stage, settings);
            event(what, &whose, at, now)
        });
    let again = certificate.later.filter(|_| !certificate.muted);
    let again = again.map(|day| event("다시 알림", &whose, settings.moment(day), now));
    let to_use = reminder::use_at(certificate, settings);
    let to_use = to_use.map(|at| event("«로그인해 두기» 알림", &whose, at, now));
    let last = settings.moment(certificate.expires_on);
    let last = event("만료일", &whose, last, now);
    stages.chain(again).chain(to_use).chain([last]).collect()
}

fn event(what: &str, whose: &str, instant: DateTime<Utc>, now: DateTime<Utc>) -> Event {
    Event {
        what: what.to_owned(),
        whose: whose.to_owned(),
        at: written(instant),
        passed: instant <= now,
        instant,
    }
}

fn dated(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// Where the person is, in a few words.
fn place(state: &Place) -> String {
    let named = match state {
        Place::Walking(spot) => return format!("안내 {}", step(spot)),
        Place::Stuck(spot, _) => return format!("막힘 {}", step(spot)),
        Place::Home => "처음",
        Place::Choosing(_) => "고르는 중",
        Place::Result(_) => "안내 시작 전",
        Place::Preparing(_) => "준비물 보는 중",
        Place::Finished(_) => "안내를 마침",
        Place::Dating(_) => "날짜 적는 중",
        Place::Certificates(_) => "내 인증서",
        Place::Settings(_) => "설정",
        Place::Reading(_) => "읽는 중",
        Place::Reminder(_) => "알림을 받음",
        Place::Answer(_) => "답을 읽는 중",
        Place::Invited(_) => "함께 받을지 고르는 중",
        Place::Farewell => "모두 지움",
    };
    named.to_owned()
}

/// The number of the step among all of the walk.
fn step(spot: &Spot) -> String {
    let steps = route::steps(&spot.walk.plan);
    let at = steps.iter().position(|step| step.id == spot.step);
    format!("{}/{}", at.map_or(0, |at| at + 1), steps.len())
}

fn owed(outbox: &Outbox) -> Vec<&'static str> {
    let duties = [
        (outbox.show.is_some(), "화면 보여 주기"),
        (!outbox.erase.is_empty(), "비밀이 적힌 메시지 지우기"),
        (!outbox.strip.is_empty(), "지난 버튼 거두기"),
        (outbox.hand_over, "파일 보내기"),
        (!outbox.calendar.is_empty(), "달력 파일 보내기"),
        (!outbox.tell.is_empty(), "함께하는 분께 알리기"),
        (outbox.forget, "모두 지우기"),
    ];
    let owed = duties.into_iter().filter(|(owed, _)| *owed);
    owed.map(|(_, duty)| duty).collect()
}
