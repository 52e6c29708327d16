//! The person's page: its files, and the JSON behind them.

mod faults;
mod files;
mod telling;

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::time::{Instant, timeout_at};

use super::Shared;
use super::world::{Access, Content, World};

/// How long the page's question for news stays open.
const WAIT: Duration = Duration::from_secs(25);
/// The most characters of a message.
const TEXT_MAX: usize = 4_096;

/// What an endpoint answers: JSON, or a refusal in words for a person.
type Answer = Result<Json<Value>, Refused>;

/// A refusal in words for a person.
struct Refused(StatusCode, &'static str);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

/// The page's files, and `/api`.
pub(super) fn router(shared: Arc<Shared>) -> Router {
    let mut router = Router::new()
        .route("/api/people", get(people).post(add_person))
        .route("/api/chats/{chat}", get(conversation))
        .route("/api/chats/{chat}/{deed}", post(act))
        .route("/api/chats/{chat}/files/{message}", get(file))
        .route("/api/faults", get(faults::told).post(faults::switched))
        .with_state(shared);
    for &(path, kind, text) in files::FILES {
        router = router.route(path, get(([(header::CONTENT_TYPE, kind)], text)));
    }
    router
}

async fn people(State(shared): State<Arc<Shared>>) -> Json<Value> {
    let world = shared.lock();
    let people: Vec<Value> = world
        .people()
        .map(|person| {
            json!({ "id": person.id, "name": person.name, "language": person.language,
                "phone_ahead_minutes": person.phone_ahead_minutes })
        })
        .collect();
    let profile = world.profile();
    let text = |texts: &std::collections::BTreeMap<String, String>| {
        let text = texts.get("ko").or_else(|| texts.get(""));
        text.cloned().unwrap_or_default()
    };
    Json(json!({
        "people": people,
        "commands": { "ko": world.commands_for("ko"), "en": world.commands_for("en") },
        "bot": {
            "name": world.bot_name("ko"),
            "username": world.bot_username(),
            "description": text(&profile.descriptions),
            "short_description": text(&profile.short_descriptions),
        },
    }))
}

#[derive(Deserialize)]
struct Newcomer {
    name: String,
    language: String,
    #[serde(default)]
    phone_ahead_minutes: i32,
}

async fn add_person(State(shared): State<Arc<Shared>>, body: Bytes) -> Answer {
    let newcomer: Newcomer = read(&body)?;
    let name = newcomer.name.trim();
    if name.is_empty() || name.chars().count() > 64 {
        return Err(bad("이름은 1자에서 64자까지예요."));
    }
    let minutes = sound_minutes(newcomer.phone_ahead_minutes)?;
    let added = shared.with(|world| {
        let is_taken = world.people().any(|person| person.name == name);
        (!is_taken).then(|| {
            let id = world.add_person(name, &newcomer.language);
            world.set_phone(id, minutes);
            id
        })
    });
    // Who reads a recorded conversation knows people by their names alone.
    let id = added.ok_or(bad("같은 이름의 사람이 있어요. 다른 이름을 적어 주세요."))?;
    Ok(Json(json!({ "id": id })))
}

#[derive(Deserialize)]
struct Since {
    #[serde(default)]
    since: u64,
}

/// What has changed of the conversation, as soon as it is newer than what the page has, else after a while.
async fn conversation(
    State(shared): State<Arc<Shared>>,
    Path(chat): Path<i64>,
    Query(Since { since }): Query<Since>,
) -> Answer {
    let mut changes = shared.changes.subscribe();
    let deadline = Instant::now() + WAIT;
    loop {
        changes.borrow_and_update();
        let newer = {
            let world = shared.lock();
            known(&world, chat)?;
            (world.version(chat) != since).then(|| telling::conversation(&world, chat, since))
        };
        if let Some(newer) = newer {
            return Ok(Json(newer));
        }
        let waited = tokio::select! {
            waited = timeout_at(deadline, changes.changed()) => waited.is_ok(),
            () = shared.stopped() => false,
        };
        if !waited {
            return Ok(Json(telling::conversation(&shared.lock(), chat, since)));
        }
    }
}

/// What a person may do; every deed needs only some of the fields.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Deed {
    text: String,
    message_id: i32,
    data: String,
    kind: String,
    caption: String,
    file_name: String,
    minutes: i32,
}

async fn act(
    State(shared): State<Arc<Shared>>,
    Path((chat, deed)): Path<(i64, String)>,
    body: Bytes,
) -> Answer {
    let given: Deed = read(&body)?;
    shared.with(|world| {
        known(world, chat)?;
        perform(world, chat, &deed, &given)
    })?;
    Ok(Json(json!({ "ok": true })))
}

/// A file that was sent, to be kept.
async fn file(
    State(shared): State<Arc<Shared>>,
    Path((chat, message)): Path<(i64, i32)>,
) -> Result<Response, Refused> {
    let world = shared.lock();
    known(&world, chat)?;
    let message = world.message(chat, message);
    let upload = message.and_then(telling::upload_of);
    let gone = Refused(StatusCode::NOT_FOUND, "그 파일은 이제 없어요.");
    let bytes = upload.ok_or(gone)?.bytes.clone();
    let is_png = bytes.starts_with(b"\x89PNG");
    let kind = if is_png {
        "image/png"
    } else {
        "application/octet-stream"
    };
    let told = [
        (header::CONTENT_TYPE, kind),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    Ok((told, bytes).into_response())
}

fn perform(world: &mut World, chat: i64, deed: &str, given: &Deed) -> Result<(), Refused> {
    let speaks = matches!(deed, "say" | "press" | "edit" | "attach");
    if speaks && world.access(chat) == Access::Blocked {
        return Err(Refused(
            StatusCode::CONFLICT,
            "봇을 차단한 상태예요. 먼저 차단을 풀어 주세요.",
        ));
    }
    match deed {
        "say" => {
            sound_text(&given.text)?;
            world.say(chat, chat, &given.text);
        }
        "press" if (1..=64).contains(&given.data.len()) => {
            world.press(chat, chat, given.message_id, &given.data);
        }
        "press" => return Err(bad("이 버튼은 누를 수 없어요.")),
        "edit" => {
            sound_text(&given.text)?;
            if !world.edit_text(chat, given.message_id, &given.text) {
                return Err(bad("내가 보낸 메시지만 고칠 수 있어요."));
            }
        }
        "delete" => {
            if !world.delete_by_person(chat, given.message_id) {
                return Err(bad("이미 지워진 메시지예요."));
            }
        }
        "attach" => {
            let name = match given.file_name.as_str() {
                "" => "document.pdf",
                name => name,
            };
            let content = Content::of_kind(&given.kind, name);
            let content = content.ok_or(bad("보낼 수 없는 종류예요."))?;
            world.attach(chat, chat, content, &given.caption);
        }
        "phone" => world.set_phone(chat, sound_minutes(given.minutes)?),
        "block" => world.block(chat),
        "unblock" => world.unblock(chat),
        _ => return Err(Refused(StatusCode::NOT_FOUND, "없는 동작이에요.")),
    }
    Ok(())
}

fn known(world: &World, chat: i64) -> Result<(), Refused> {
    let missing = Refused(StatusCode::NOT_FOUND, "없는 대화방이에요.");
    world.has_chat(chat).then_some(()).ok_or(missing)
}

fn sound_text(text: &str) -> Result<(), Refused> {
    if text.trim().is_empty() {
        return Err(bad("빈 메시지는 보낼 수 없어요."));
    }
    if text.chars().count() > TEXT_MAX {
        return Err(bad("메시지가 너무 길어요. 4,096자까지 보낼 수 있어요."));
    }
    Ok(())
}

/// A phone is at most a day wrong.
fn sound_minutes(minutes: i32) -> Result<i32, Refused> {
    let sound = (-1_440..=1_440).contains(&minutes).then_some(minutes);
    sound.ok_or(bad("휴대폰 시계는 하루까지 틀릴 수 있어요."))
}

fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Refused> {
    let body: &[u8] = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|_| bad("보낸 내용을 읽지 못했어요."))
}

fn bad(reason: &'static str) -> Refused {
    Refused(StatusCode::BAD_REQUEST, reason)
}
