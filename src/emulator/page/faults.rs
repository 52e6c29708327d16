//! What can go wrong, as switches on the page.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Shared;
use super::super::world::{Fault, Mishap, World};
use super::{Answer, Refused, read};

/// How long the bot is told to wait while it is too fast.
const RETRY_AFTER_SECONDS: u64 = 3;
/// How late an answer comes while Telegram is slow.
const LATE: Duration = Duration::from_secs(3);

/// What a person waits for.
const SENDINGS: [&str; 7] = [
    "sendMessage",
    "sendDocument",
    "sendPhoto",
    "editMessageText",
    "editMessageReplyMarkup",
    "deleteMessage",
    "answerCallbackQuery",
];

/// A switch: its name, and whether it strikes every call or only what a person waits for.
struct Switch {
    name: &'static str,
    mishap: fn() -> Fault,
    strikes_all: bool,
}

const SWITCHES: [Switch; 3] = [
    Switch {
        name: "too_many_requests",
        mishap: || Fault::too_many_requests(RETRY_AFTER_SECONDS),
        strikes_all: false,
    },
    Switch {
        name: World::NETWORK,
        mishap: || Fault::new(Mishap::CutBefore),
        strikes_all: true,
    },
    Switch {
        name: "slow",
        mishap: || Fault::new(Mishap::LateAnswer(LATE)),
        strikes_all: false,
    },
];

#[derive(Deserialize)]
pub(super) struct Wish {
    name: String,
    on: bool,
}

pub(super) async fn told(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(standing(&shared.lock()))
}

pub(super) async fn switched(State(shared): State<Arc<Shared>>, body: Bytes) -> Answer {
    let wish: Wish = read(&body)?;
    let switch = SWITCHES.iter().find(|switch| switch.name == wish.name);
    let unknown = Refused(StatusCode::NOT_FOUND, "없는 고장이에요.");
    let switch = switch.ok_or(unknown)?;
    Ok(Json(shared.with(|world| {
        let turned = if wish.on { "켰어요" } else { "껐어요" };
        world.note_aside(0, &format!("고장 {}: {turned}", switch.name));
        world.end_faults(switch.name);
        if wish.on {
            begin(world, switch);
        }
        standing(world)
    })))
}

fn begin(world: &mut World, switch: &Switch) {
    let fault = || (switch.mishap)().named(switch.name).always();
    if switch.strikes_all {
        return world.fault(fault());
    }
    for method in SENDINGS {
        world.fault(fault().on(method));
    }
}

fn standing(world: &World) -> Value {
    let told = SWITCHES.iter().map(|switch| {
        json!({ "name": switch.name, "on": world.has_fault(switch.name),
            "struck": world.struck(switch.name) })
    });
    Value::Array(told.collect())
}
