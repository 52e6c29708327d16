//! The clock of the preview, moved by hand.

use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::{DateTime, Days, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Asia::Seoul;
use serde::{Deserialize, Serialize};

use super::{Hand, story};
use crate::dialogue::{Dialogue, next_due};
use crate::runtime::clock::Clock;
use crate::store::ChatId;

/// How long a request waits for the bot to come to rest after the clock was moved.
const REST_MAX: Duration = Duration::from_secs(3);
/// The clock is everybody's.
const NOBODY: i64 = 0;
/// The furthest the clock is moved at once.
const YEARS_MAX: i64 = 5;

pub fn router(hand: Hand) -> Router {
    Router::new()
        .route("/clock", get(told))
        .route("/clock/advance", post(advanced))
        .route("/clock/to", post(moved))
        .with_state(hand)
}

#[derive(Serialize)]
struct Told {
    now: String,
    offset_seconds: i64,
}

#[derive(Deserialize)]
struct Advance {
    seconds: i64,
}

/// An event of a chat, or a moment.
#[derive(Deserialize)]
#[serde(untagged)]
enum To {
    Event { chat: i64, event: Moment },
    Instant { chat: i64, at: DateTime<Utc> },
}

/// The moments that can be gone to.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum Moment {
    /// The next alarm that says something.
    NextAlarm,
    ThirtyDaysBeforeExpiry,
    Now,
}

async fn told(State(hand): State<Hand>) -> Json<Told> {
    Json(time(&hand.ground.clock))
}

async fn advanced(State(hand): State<Hand>, Json(by): Json<Advance>) -> Response {
    let limit = YEARS_MAX * 366 * 86_400;
    if by.seconds.abs() > limit {
        return sorry("시계는 한 번에 5년까지 옮길 수 있어요.");
    }
    hand.ground.clock.move_by(TimeDelta::seconds(by.seconds));
    settled(&hand, NOBODY, story::MOVED).await
}

async fn moved(State(hand): State<Hand>, Json(to): Json<To>) -> Response {
    let clock = &hand.ground.clock;
    let (chat, moment) = match to {
        To::Event { chat, event } => (chat, event),
        To::Instant { chat, at } => {
            if (at - clock.now()).abs() > TimeDelta::days(YEARS_MAX * 366) {
                return sorry("시계는 한 번에 5년까지 옮길 수 있어요.");
            }
            clock.move_to(at);
            return settled(&hand, chat, story::MOVED).await;
        }
    };
    if let Moment::Now = moment {
        clock.move_by(-clock.ahead());
        return settled(&hand, NOBODY, story::MOVED).await;
    }
    let record = match hand.ground.store.load(ChatId(chat)).await {
        Ok(record) => record,
        Err(_) => return sorry("기록을 읽지 못했어요. 잠시 뒤에 다시 해 보세요."),
    };
    let dialogue = record.map(|record| record.dialogue).unwrap_or_default();
    match instant(&dialogue, moment, clock.now()) {
        Ok(instant) => {
            clock.move_to(instant);
            let words = match moment {
                Moment::NextAlarm => story::NEXT_ALARM,
                Moment::ThirtyDaysBeforeExpiry | Moment::Now => story::MOVED,
            };
            settled(&hand, chat, words).await
        }
        Err(why) => sorry(why),
    }
}

/// The instant of a moment in this chat, or why there is none.
fn instant(
    dialogue: &Dialogue,
    moment: Moment,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>, &'static str> {
    let settings = &dialogue.settings;
    let today = settings.today(now);
    let first = dialogue
        .certificates
        .iter()
        .map(|certificate| certificate.expires_on)
        .filter(|day| *day >= today)
        .min()
        .ok_or("아직 저장된 만료일이 없어요. 먼저 만료일을 적어 주세요.");
    match moment {
        // Whoever has nothing to be told of is only erased one day.
        Moment::NextAlarm => next_due(dialogue)
            .filter(|due| *due > now && tells(dialogue))
            .ok_or("예정된 알림이 없어요. 먼저 만료일을 적어 주세요."),
        Moment::ThirtyDaysBeforeExpiry => {
            let day = first?.checked_sub_days(Days::new(30));
            day.map(|day| settings.moment(day))
                .filter(|instant| *instant > now)
                .ok_or("만료 30일 전은 이미 지났어요.")
        }
        Moment::Now => Ok(now),
    }
}

/// Whether the next alarm has something to say.
pub fn tells(dialogue: &Dialogue) -> bool {
    !dialogue.certificates.is_empty() || dialogue.bookmark.is_some_and(|bookmark| !bookmark.nudged)
}

/// Answers when the bot has said what there was to say at the new time.
async fn settled(hand: &Hand, chat: i64, words: &str) -> Response {
    let emulator = &hand.ground.emulator;
    emulator.with(|world| world.note_aside(chat, words));
    if let Some(rest) = hand.lives.life().rest {
        // The page shows what comes later all the same.
        let _ = tokio::time::timeout(REST_MAX, rest.come()).await;
    }
    Json(time(&hand.ground.clock)).into_response()
}

fn time(clock: &Clock) -> Told {
    Told {
        now: written(clock.now()),
        offset_seconds: clock.ahead().num_seconds(),
    }
}

/// An instant as a clock in Seoul shows it.
pub fn written(instant: DateTime<Utc>) -> String {
    let shown = instant.with_timezone(&Seoul);
    shown.to_rfc3339_opts(SecondsFormat::Secs, false)
}

pub fn sorry(why: &str) -> Response {
    let body = Json(serde_json::json!({ "error": why }));
    (StatusCode::BAD_REQUEST, body).into_response()
}
