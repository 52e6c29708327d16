//! Telegram brings the updates to us. Several replicas may listen; nothing but the store is shared.
//!
//! The reply is the acknowledgement: 200 after the commit, 503 with `Retry-After` while the store is away. What is to be
//! answered to a press stands in it, which saves a call. If the reply is lost, Telegram brings the press again, and it
//! is answered then.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;
use tokio::net::TcpListener;

use super::intake::{Answering, Intake, Verdict, read, take};
use super::pulse::Pulse;
use super::stop::Stop;

/// Telegram's updates are at most half of this.
const BODY_BYTES_MAX: usize = 1 << 20;
const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";
/// How long Telegram is asked to wait while the store is away, and while we stop.
const WAIT_SECONDS: &str = "2";
const WAIT_SECONDS_STOPPING: &str = "1";

struct Gate {
    intake: Arc<Intake>,
    pulse: Arc<Pulse>,
    stop: Stop,
    secret: SecretString,
}

/// Takes what is brought to this listener until it is told to stop.
///
/// # Errors
/// When the listener breaks.
pub async fn run(
    intake: Arc<Intake>,
    pulse: Arc<Pulse>,
    listener: TcpListener,
    secret: SecretString,
    stop: Stop,
) -> std::io::Result<()> {
    pulse.intake();
    let gate = Arc::new(Gate {
        intake,
        pulse,
        stop: stop.clone(),
        secret,
    });
    // Whatever path WEBHOOK_URL has: the secret is what tells Telegram from others.
    let router = Router::new()
        .fallback(post(brought))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(gate);
    axum::serve(listener, router)
        .with_graceful_shutdown(async move { stop.wait().await })
        .await
}

async fn brought(State(gate): State<Arc<Gate>>, headers: HeaderMap, body: Bytes) -> Response {
    if !is_telegram(&gate, &headers) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    if gate.stop.told() {
        return again(WAIT_SECONDS_STOPPING);
    }
    gate.pulse.intake();
    let Some(update) = read(&body) else {
        return StatusCode::OK.into_response();
    };
    // A task of its own: a turn that has begun goes on, also when whoever has brought the update hangs up.
    let taking = tokio::spawn(async move { take(&gate.intake, update, Answering::InReply).await });
    let Ok(taken) = taking.await else {
        return again(WAIT_SECONDS);
    };
    match (taken.verdict, taken.reply) {
        (Verdict::Again, _) => again(WAIT_SECONDS),
        (Verdict::Acknowledge, None) => StatusCode::OK.into_response(),
        (Verdict::Acknowledge, Some(call)) => {
            ([(header::CONTENT_TYPE, "application/json")], call).into_response()
        }
    }
}

/// Compares the secret in constant time.
fn is_telegram(gate: &Gate, headers: &HeaderMap) -> bool {
    let given = headers
        .get(SECRET_HEADER)
        .map_or(&[][..], |value| value.as_bytes());
    let secret = gate.secret.expose_secret().as_bytes();
    given.ct_eq(secret).into()
}

fn again(seconds: &'static str) -> Response {
    let wait = [(header::RETRY_AFTER, seconds)];
    (StatusCode::SERVICE_UNAVAILABLE, wait).into_response()
}
