//! Webhooks: lanes, order, retries, secrets.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use gilbot::emulator::World;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::{Stage, soon};

/// A bot's webhook that answers as it is told, and 200 when it was told nothing.
#[derive(Clone)]
struct Hook {
    url: String,
    orders: Arc<Mutex<VecDeque<Order>>>,
    heard: watch::Sender<Vec<(Option<String>, Value)>>,
}

/// How to answer one update.
enum Order {
    Status(u16),
    RetryAfter(u16, &'static str),
    Body(Value),
    /// Answers never.
    Hang,
}

impl Hook {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let hook = Self {
            url: format!("http://{}/hook", listener.local_addr().unwrap()),
            orders: Arc::default(),
            heard: watch::Sender::default(),
        };
        let router = Router::new().fallback(take).with_state(hook.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        hook
    }

    fn order(&self, orders: impl IntoIterator<Item = Order>) {
        self.orders.lock().unwrap().extend(orders);
    }

    /// The texts or data of the updates, once there are so many.
    async fn heard(&self, count: usize) -> Vec<String> {
        let mut heard = self.heard.subscribe();
        let enough = soon(heard.wait_for(|heard| heard.len() >= count))
            .await
            .unwrap();
        enough.iter().map(|(_, update)| gist(update)).collect()
    }
}

fn gist(update: &Value) -> String {
    let text = update["message"]["text"].as_str();
    let gist = text.or(update["callback_query"]["data"].as_str());
    gist.unwrap_or("membership").to_owned()
}

async fn take(State(hook): State<Hook>, headers: HeaderMap, Json(update): Json<Value>) -> Response {
    let secret = headers
        .get("X-Telegram-Bot-Api-Secret-Token")
        .map(|secret| secret.to_str().unwrap().to_owned());
    let order = hook.orders.lock().unwrap().pop_front();
    hook.heard.send_modify(|heard| heard.push((secret, update)));
    match order {
        None => StatusCode::OK.into_response(),
        Some(Order::Status(code)) => StatusCode::from_u16(code).unwrap().into_response(),
        Some(Order::RetryAfter(code, seconds)) => (
            StatusCode::from_u16(code).unwrap(),
            [("Retry-After", seconds)],
        )
            .into_response(),
        Some(Order::Body(body)) => Json(body).into_response(),
        Some(Order::Hang) => std::future::pending().await,
    }
}

async fn set(stage: &Stage, hook: &Hook, connections: i64) -> Value {
    let params =
        json!({ "url": hook.url, "secret_token": "a-Secret_1", "max_connections": connections });
    stage.call("setWebhook", params).await
}

/// Waits until only so many updates are left.
async fn pending(stage: &Stage, left: usize) {
    let reached = |world: &World| (world.pending_updates() == left).then_some(());
    soon(stage.emulator.until(reached)).await;
}

#[tokio::test]
async fn an_update_is_posted_with_the_secret_and_gone_after_a_2xx() {
    let stage = Stage::open().await;
    let hook = Hook::open().await;
    set(&stage, &hook, 40).await;
    stage.say("안녕");
    assert_eq!(hook.heard(1).await, ["안녕"]);
    assert_eq!(hook.heard.borrow()[0].0.as_deref(), Some("a-Secret_1"));
    pending(&stage, 0).await;
    let info = stage.granted("getWebhookInfo", json!({})).await;
    assert_eq!(
        (&info["url"], &info["pending_update_count"]),
        (&json!(hook.url), &json!(0))
    );
}

#[tokio::test]
async fn a_failed_update_is_posted_again_before_the_next_of_its_lane() {
    let stage = Stage::open().await;
    let hook = Hook::open().await;
    hook.order([Order::Status(500), Order::Status(503), Order::Status(502)]);
    set(&stage, &hook, 1).await;
    stage.emulator.with(|world| {
        world.say(stage.mina, stage.mina, "하나");
        world.say(stage.mina, stage.mina, "둘");
    });
    assert_eq!(hook.heard(5).await, ["하나", "하나", "하나", "하나", "둘"]);
    pending(&stage, 0).await;
    let info = stage.granted("getWebhookInfo", json!({})).await;
    assert_eq!(
        info["last_error_message"],
        "Wrong response from the webhook: 502 Bad Gateway"
    );
    assert!(info["last_error_date"].is_i64());
}

#[tokio::test]
async fn a_stuck_lane_does_not_keep_the_others() {
    let stage = Stage::open().await;
    let hook = Hook::open().await;
    hook.order([Order::Hang]);
    set(&stage, &hook, 40).await;
    let button = stage.send_button("press").await;
    stage.say("stuck");
    assert_eq!(hook.heard(1).await, ["stuck"]);
    stage.say("behind");
    stage
        .emulator
        .with(|world| world.press(stage.mina, stage.mina, button, "press"));
    assert_eq!(hook.heard(2).await, ["stuck", "press"]);
    stage.emulator.with(|world| world.block(stage.mina));
    assert_eq!(hook.heard(3).await, ["stuck", "press", "membership"]);
    pending(&stage, 2).await;
}

#[tokio::test]
async fn only_so_many_lanes_are_posted_at_a_time() {
    let stage = Stage::open().await;
    let hook = Hook::open().await;
    hook.order([Order::Hang]);
    set(&stage, &hook, 1).await;
    let other = stage
        .emulator
        .with(|world| world.add_person("이새봄", "ko"));
    stage.say("stuck");
    hook.heard(1).await;
    stage
        .emulator
        .with(|world| world.say(other, other, "waits"));
    stage.granted("getMe", json!({})).await; // time enough to post, were it allowed
    assert_eq!(hook.heard(1).await, ["stuck"]);
    assert_eq!(stage.emulator.see(|world| world.pending_updates()), 2);
}

#[tokio::test]
async fn a_lane_rests_as_long_as_retry_after_says() {
    let stage = Stage::open().await;
    let hook = Hook::open().await;
    hook.order([Order::RetryAfter(503, "3600")]);
    set(&stage, &hook, 40).await;
    stage.say("later");
    hook.heard(1).await;
    let failed = |world: &World| world.webhook_error().map(str::to_owned);
    soon(stage.emulator.until(failed)).await;
    assert_eq!(hook.heard(1).await, ["later"]);
    hook.order([Order::RetryAfter(503, "1")]);
    let other = stage
        .emulator
        .with(|world| world.add_person("이새봄", "ko"));
    stage.emulator.with(|world| world.say(other, other, "soon"));
    assert_eq!(hook.heard(3).await, ["later", "soon", "soon"]);
}

#[tokio::test]
async fn an_equal_webhook_changes_nothing_and_another_posts_anew() {
    let stage = Stage::open().await;
    let hook = Hook::open().await;
    hook.order([Order::Hang]);
    assert_eq!(
        set(&stage, &hook, 40).await["description"],
        "Webhook was set"
    );
    stage.say("under way");
    hook.heard(1).await;
    assert_eq!(
        set(&stage, &hook, 40).await["description"],
        "Webhook is already set"
    );
    stage.granted("getMe", json!({})).await;
    assert_eq!(hook.heard(1).await.len(), 1);
    assert_eq!(
        set(&stage, &hook, 41).await["description"],
        "Webhook was set"
    );
    assert_eq!(hook.heard(2).await, ["under way", "under way"]);
    pending(&stage, 0).await;
    let body = stage.call("deleteWebhook", json!({})).await;
    assert_eq!(body["description"], "Webhook was deleted");
}

#[tokio::test]
async fn the_answer_to_an_update_may_be_a_call() {
    let stage = Stage::open().await;
    let hook = Hook::open().await;
    let call = json!({ "method": "sendMessage", "chat_id": stage.mina, "text": "답장" });
    hook.order([Order::Body(call)]);
    set(&stage, &hook, 40).await;
    stage.say("안녕");
    let said = stage
        .emulator
        .until(|world| (world.unread_count() > 0).then_some(()));
    soon(said).await;
    let unread = stage.emulator.with(|world| world.take_unread(stage.mina));
    assert_eq!(unread[0].text, "답장");
}

#[tokio::test]
async fn a_webhook_is_https_on_a_known_port_or_this_very_machine() {
    let stage = Stage::open().await;
    for (url, reason) in [
        (
            "http://bot.example.com/",
            "An HTTPS URL must be provided for webhook",
        ),
        (
            "https://bot.example.com:9999/",
            "Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ("nonsense", "invalid URL specified"),
    ] {
        let refused = stage.refused("setWebhook", json!({ "url": url })).await;
        assert_eq!(refused, format!("Bad Request: bad webhook: {reason}"));
    }
    let params = json!({ "url": "https://bot.example.com:8443/", "secret_token": "no spaces" });
    let refused = stage.refused("setWebhook", params).await;
    assert_eq!(
        refused,
        "Bad Request: secret token contains unallowed characters"
    );
    stage.say("dropped");
    let params = json!({ "url": "https://bot.example.com:8443/", "drop_pending_updates": true });
    stage.granted("setWebhook", params).await;
    assert_eq!(stage.emulator.see(|world| world.pending_updates()), 0);
}
