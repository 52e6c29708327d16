//! The floor under the cost of a press: the calls that it cannot do without, and no thought.
//!
//! For each press this program reads a record, writes one with its alarm, edits the message, answers the press, and
//! writes the record once more: the same calls over the same libraries as the bot makes, with bodies of the same size,
//! which are the same each time. It is measured by the example `presses` beside the bot itself.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, IntoConnectionInfo, Script, io::tcp::TcpSettings};
use serde::Deserialize;
use serde_json::{Value, json};
use subtle::ConstantTimeEq;

/// As many bytes as the record of a person who is being guided.
const RECORD_BYTES: usize = 420;
const SCREEN: &str = "✅ <b>준비물 챙기기</b>\n\n은행 화면으로 가기 전에 챙길 것들이에요. 챙긴 것은 눌러서 표시해 두세요.\n\n☐ 본인 이름의 휴대폰\n\
                      ☐ 신분증: 주민등록증이나 운전면허증\n☐ 보안카드나 OTP\n☐ 계좌번호\n☐ 조용한 곳과 10분\n\n<i>길봇은 은행이 아니에요. \
                      비밀번호를 묻지 않아요.</i>";
const WRITE: &str = "redis.call('SET', KEYS[1], ARGV[1]) redis.call('ZADD', KEYS[2], ARGV[2], ARGV[3]) return 'APPLIED'";

struct Floor {
    client: reqwest::Client,
    base: String,
    store: ConnectionManager,
    write: Script,
    secret: String,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let setting = |name: &str| std::env::var(name);
    let settings = TcpSettings::default().set_nodelay(true);
    let store = setting("STORE_URL")?
        .as_str()
        .into_connection_info()?
        .set_tcp_settings(settings);
    let floor = Arc::new(Floor {
        client: reqwest::Client::builder()
            .tcp_nodelay(true)
            .timeout(Duration::from_secs(80))
            .build()?,
        base: format!(
            "{}/bot{}/",
            setting("TELOXIDE_API_URL")?,
            setting("TELOXIDE_TOKEN")?
        ),
        store: Client::open(store)?
            .get_connection_manager_with_config(ConnectionManagerConfig::new())
            .await?,
        write: Script::new(WRITE),
        secret: setting("WEBHOOK_SECRET").unwrap_or_default(),
    });
    match setting("WEBHOOK_LISTEN") {
        Ok(listen) => {
            let listener = tokio::net::TcpListener::bind(listen).await?;
            let router = Router::new().fallback(post(brought)).with_state(floor);
            axum::serve(listener, router).await?;
        }
        Err(_) => floor.polls().await?,
    }
    Ok(())
}

/// Of an update, where the press came from.
#[derive(Deserialize)]
struct Update {
    update_id: i64,
    message: Option<Message>,
    callback_query: Option<Query>,
}

#[derive(Deserialize)]
struct Query {
    id: String,
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    message_id: i64,
    chat: Chat,
}

#[derive(Deserialize)]
struct Chat {
    id: i64,
}

async fn brought(State(floor): State<Arc<Floor>>, headers: HeaderMap, body: Bytes) -> Response {
    let given = headers
        .get("x-telegram-bot-api-secret-token")
        .map_or(&[][..], |value| value.as_bytes());
    if !bool::from(given.ct_eq(floor.secret.as_bytes())) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let Ok(update) = serde_json::from_slice::<Update>(&body) else {
        return StatusCode::OK.into_response();
    };
    let answer = update.callback_query.as_ref().map(|query| {
        json!({ "method": "answerCallbackQuery", "callback_query_id": query.id }).to_string()
    });
    let Ok(()) = floor.commits(&update).await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    tokio::spawn(async move { floor.shows(&update).await });
    let kind = [(header::CONTENT_TYPE, "application/json")];
    answer.map_or(StatusCode::OK.into_response(), |answer| {
        (kind, answer).into_response()
    })
}

impl Floor {
    async fn polls(self: Arc<Self>) -> anyhow::Result<()> {
        #[derive(Deserialize)]
        struct Answer {
            result: Vec<Update>,
        }
        let mut offset = 0;
        loop {
            let ask = json!({ "offset": offset, "timeout": 25 });
            let answer: Answer =
                serde_json::from_slice(&self.calls("GetUpdates", ask.to_string()).await?)?;
            let all = answer.result.into_iter().map(|update| {
                let floor = Arc::clone(&self);
                async move {
                    let id = update.update_id;
                    floor.commits(&update).await?;
                    tokio::spawn(async move {
                        let answer = async {
                            if let Some(query) = &update.callback_query {
                                let answer = json!({ "callback_query_id": query.id });
                                let _ =
                                    floor.calls("answerCallbackQuery", answer.to_string()).await;
                            }
                        };
                        let (_, shown) = tokio::join!(answer, floor.shows(&update));
                        shown
                    });
                    anyhow::Ok(id)
                }
            });
            for id in futures_util::future::join_all(all).await {
                offset = offset.max(id? + 1);
            }
        }
    }

    /// Reads the record, and writes it.
    async fn commits(&self, update: &Update) -> anyhow::Result<()> {
        let chat = chat(update);
        let mut store = self.store.clone();
        let _: Option<Vec<u8>> = redis::cmd("GET")
            .arg(record(chat))
            .query_async(&mut store)
            .await?;
        self.writes(chat).await
    }

    /// Shows the screen, and writes the record.
    async fn shows(&self, update: &Update) -> anyhow::Result<()> {
        let chat = chat(update);
        let (method, body) = match &update.callback_query {
            Some(query) => (
                "EditMessageText",
                screen(chat, Some(query.message.message_id)),
            ),
            None => ("SendMessage", screen(chat, None)),
        };
        let answer: Value = serde_json::from_slice(&self.calls(method, body).await?)?;
        anyhow::ensure!(answer["ok"] == true);
        self.writes(chat).await
    }

    async fn writes(&self, chat: i64) -> anyhow::Result<()> {
        let mut store = self.store.clone();
        let mut call = self.write.prepare_invoke();
        call.key(record(chat))
            .key(format!("gil:{{{}}}:due", chat % 64));
        call.arg("x".repeat(RECORD_BYTES))
            .arg(1_900_000_000_000_i64)
            .arg(chat);
        let _: String = call.invoke_async(&mut store).await?;
        Ok(())
    }

    async fn calls(&self, method: &str, body: String) -> anyhow::Result<Bytes> {
        let request = self.client.post(format!("{}{method}", self.base));
        let answer = request
            .header(header::CONTENT_TYPE, "application/json")
            .body(body)
            .send()
            .await?;
        Ok(answer.bytes().await?)
    }
}

fn chat(update: &Update) -> i64 {
    let pressed = update.callback_query.as_ref().map(|query| &query.message);
    pressed
        .or(update.message.as_ref())
        .map_or(0, |message| message.chat.id)
}

fn record(chat: i64) -> String {
    format!("gil:{{{}}}:chat:{chat}", chat % 64)
}

fn screen(chat: i64, message: Option<i64>) -> String {
    let button = |label: &str| json!({ "text": label, "callback_data": "go:check" });
    let rows = json!([
        [button("휴대폰 챙겼어요")],
        [button("신분증 챙겼어요")],
        [button("보안카드 챙겼어요")],
        [button("계좌번호 챙겼어요")],
        [button("다 챙겼어요")],
        [button("도움말"), button("처음으로")]
    ]);
    let mut body = json!({
        "chat_id": chat, "text": SCREEN, "parse_mode": "HTML", "link_preview_options": { "is_disabled": true },
        "reply_markup": { "inline_keyboard": rows }
    });
    if let Some(message) = message {
        body["message_id"] = json!(message);
    }
    body.to_string()
}
