//! What may happen to the bot itself: it is stopped, or it dies, and is started again.

use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Serialize;

use super::lives::End;
use super::time::written;
use super::{Hand, story};

/// How long a request waits for the next life; without Telegram it does not begin.
const AWAKE_MAX: Duration = Duration::from_secs(4);

pub fn router(hand: Hand) -> Router {
    Router::new()
        .route("/bot", get(told))
        .route("/bot/{accident}", post(happened))
        .with_state(hand)
}

/// How the bot is.
#[derive(Serialize)]
struct Told {
    awake: bool,
    /// How often it has awoken.
    begun: u32,
    since: Option<String>,
    /// Where every screen can be seen.
    gallery: &'static str,
}

async fn told(State(hand): State<Hand>) -> Json<Told> {
    Json(seen(&hand))
}

async fn happened(State(hand): State<Hand>, Path(accident): Path<String>) -> Response {
    let (end, words) = match accident.as_str() {
        "stop" => (End::Stopped, story::STOPPED),
        "kill" => (End::Killed, story::KILLED),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let emulator = &hand.ground.emulator;
    emulator.with(|world| world.note_aside(0, words));
    let begun = hand.lives.life().begun;
    hand.lives.end(end).await;
    // Whoever asks later is told the same.
    let _ = tokio::time::timeout(AWAKE_MAX, hand.lives.awoken_after(begun)).await;
    Json(seen(&hand)).into_response()
}

fn seen(hand: &Hand) -> Told {
    let life = hand.lives.life();
    Told {
        awake: life.rest.is_some(),
        begun: life.begun,
        since: life.since.map(written),
        gallery: "/gallery/",
    }
}
