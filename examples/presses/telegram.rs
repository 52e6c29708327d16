//! A Bot API that answers at once and believes everything, and the people who press.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::{Router, response::Response};
use serde_json::{Value, json};
use tokio::sync::{Notify, watch};

use super::Arguments;

pub const TOKEN: &str = "123456789:AAmeasuredmeasuredmeasuredmeasured0";
const BATCH: usize = 100;
const FIRST_CHAT: i64 = 7_000_000_000;

pub struct Telegram {
    world: Mutex<World>,
    /// How many presses are over.
    answered: watch::Sender<usize>,
    waiting: Notify,
    data: Vec<String>,
    people: usize,
    presses_each: usize,
}

#[derive(Default)]
struct World {
    next_update: u32,
    next_person: i64,
    updates: VecDeque<(u32, String)>,
    people: BTreeMap<i64, Person>,
    calls: BTreeMap<String, usize>,
}

#[derive(Default)]
struct Person {
    message: i64,
    presses: usize,
    /// The callback of the press that is open.
    open: String,
    is_shown: bool,
    is_answered: bool,
}

impl Telegram {
    pub fn new(arguments: &Arguments) -> Self {
        let telegram = Self {
            world: Mutex::default(),
            answered: watch::Sender::new(0),
            waiting: Notify::new(),
            data: arguments.data.clone(),
            people: arguments.people,
            presses_each: arguments.presses_each,
        };
        let mut world = telegram.lock();
        world.next_update = 500_000;
        (0..telegram.people).for_each(|_| world.arrives());
        drop(world);
        telegram
    }

    pub async fn until_answered(&self, presses: usize) {
        let mut answered = self.answered.subscribe();
        // The sender lives as long as `self`, so waiting cannot fail.
        let _ = answered.wait_for(|answered| *answered >= presses).await;
    }

    pub fn people(&self) -> i64 {
        self.lock().next_person
    }

    pub fn calls_a_press(&self) -> String {
        let answered = *self.answered.borrow() as f64;
        let calls = self.lock().calls.clone();
        let calls = calls
            .iter()
            .map(|(name, count)| format!("{name} {:.2}", *count as f64 / answered));
        calls.collect::<Vec<_>>().join(", ")
    }

    /// The next update, as soon as there is one.
    pub async fn next(&self) -> String {
        loop {
            let waits = self.waiting.notified();
            if let Some((_, update)) = self.lock().updates.pop_front() {
                return update;
            }
            waits.await;
        }
    }

    /// A method that the bot has called, over the API or in the answer to a webhook.
    pub fn called(&self, method: &str, params: &Value) -> Value {
        let mut world = self.lock();
        *world.calls.entry(method.to_owned()).or_default() += 1;
        match method {
            "sendmessage" | "editmessagetext" => {
                let chat = integer(&params["chat_id"]);
                let result = world.shown(chat, params);
                self.goes_on(&mut world, chat);
                result
            }
            "answercallbackquery" => {
                let callback = params["callback_query_id"].as_str().unwrap_or_default();
                let chat = callback
                    .split(':')
                    .next()
                    .and_then(|chat| chat.parse().ok())
                    .unwrap_or(0);
                if let Some(person) = world.people.get_mut(&chat)
                    && person.open == callback
                {
                    person.is_answered = true;
                }
                self.goes_on(&mut world, chat);
                json!(true)
            }
            "getme" => json!({
                "id": 123456789, "is_bot": true, "first_name": "길봇", "username": "measured_bot",
                "can_join_groups": true, "can_read_all_group_messages": false, "supports_inline_queries": false,
                "has_main_web_app": false, "can_connect_to_business": false
            }),
            "getwebhookinfo" => {
                json!({ "url": "", "has_custom_certificate": false, "pending_update_count": 0 })
            }
            "getmycommands" => json!([]),
            "getmyname" => json!({ "name": "" }),
            "getmydescription" => json!({ "description": "" }),
            "getmyshortdescription" => json!({ "short_description": "" }),
            _ => json!(true),
        }
    }

    /// A press whose screen stands and whose callback is answered is over, and the next one comes.
    fn goes_on(&self, world: &mut World, chat: i64) {
        let Some(person) = world.people.get_mut(&chat) else {
            return;
        };
        if !person.is_shown || !person.is_answered {
            return;
        }
        let was_press = !person.open.is_empty();
        if self.presses_each > 0 && person.presses >= self.presses_each {
            world.people.remove(&chat);
            world.arrives();
        } else {
            let data = &self.data[person.presses % self.data.len()];
            world.presses(chat, data);
        }
        self.waiting.notify_one();
        if was_press {
            self.answered.send_modify(|answered| *answered += 1);
        }
    }

    fn batch(&self, offset: i64) -> Vec<String> {
        let mut world = self.lock();
        while world
            .updates
            .front()
            .is_some_and(|(id, _)| i64::from(*id) < offset)
        {
            world.updates.pop_front();
        }
        world
            .updates
            .iter()
            .take(BATCH)
            .map(|(_, update)| update.clone())
            .collect()
    }

    fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl World {
    /// Somebody new says `/start`.
    fn arrives(&mut self) {
        let chat = FIRST_CHAT + self.next_person;
        self.next_person += 1;
        let person = Person {
            is_answered: true,
            ..Person::default()
        };
        self.people.insert(chat, person);
        let message = json!({
            "message_id": 1, "from": from(chat), "chat": private(chat), "date": 1_780_000_000, "text": "/start",
            "entities": [{ "type": "bot_command", "offset": 0, "length": 6 }]
        });
        self.brings("message", message);
    }

    fn presses(&mut self, chat: i64, data: &str) {
        let Some(person) = self.people.get_mut(&chat) else {
            return;
        };
        person.presses += 1;
        person.open = format!("{chat}:{}", person.presses);
        (person.is_shown, person.is_answered) = (false, false);
        let query = json!({
            "id": person.open, "from": from(chat), "chat_instance": "-4611686018427387904", "data": data,
            "message": {
                "message_id": person.message, "from": bot(), "chat": private(chat), "date": 1_780_000_000,
                "edit_date": 1_780_000_001, "text": SCREEN,
                "reply_markup": { "inline_keyboard": [
                    [{ "text": "했어요", "callback_data": "go:check" }],
                    [{ "text": "막혔어요", "callback_data": "go:home" }, { "text": "처음으로", "callback_data": "go:home" }]
                ] }
            }
        });
        self.brings("callback_query", query);
    }

    fn brings(&mut self, kind: &str, content: Value) {
        self.next_update += 1;
        let update = json!({ "update_id": self.next_update, kind: content });
        self.updates
            .push_back((self.next_update, update.to_string()));
    }

    fn shown(&mut self, chat: i64, params: &Value) -> Value {
        let asked = integer(&params["message_id"]);
        let Some(person) = self.people.get_mut(&chat) else {
            return json!(true);
        };
        person.message = if asked == 0 { 2 } else { asked };
        person.is_shown = true;
        json!({
            "message_id": person.message, "from": bot(), "chat": private(chat), "date": 1_780_000_000,
            "edit_date": 1_780_000_002, "text": params["text"], "reply_markup": params["reply_markup"]
        })
    }
}

const SCREEN: &str = "3단계. 전화 인증\n\n은행에서 전화가 와요. 화면에 보이는 두 자리 숫자를 누르고 끊지 말고 기다려 주세요.\n\n길봇은 은행이 \
                      아니에요. 비밀번호를 묻지 않아요.";

/// Serves until the program ends.
pub async fn serve(listener: tokio::net::TcpListener, telegram: Arc<Telegram>) {
    let router = Router::new().fallback(answer).with_state(telegram);
    let served = axum::serve(
        axum::serve::ListenerExt::tap_io(listener, |stream| {
            let _ = stream.set_nodelay(true);
        }),
        router,
    );
    served.await.expect("the server goes on");
}

async fn answer(State(telegram): State<Arc<Telegram>>, request: Request) -> Response {
    let method = request
        .uri()
        .path()
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let form = request
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"multipart"));
    let body = axum::body::to_bytes(request.into_body(), 1 << 20)
        .await
        .unwrap_or_default();
    let params: Value = if form {
        fields(&body)
    } else {
        serde_json::from_slice(&body).unwrap_or_default()
    };
    let text = if method == "getupdates" {
        let updates = updates(&telegram, &params).await;
        format!("{{\"ok\":true,\"result\":[{}]}}", updates.join(","))
    } else {
        json!({ "ok": true, "result": telegram.called(&method, &params) }).to_string()
    };
    ([(CONTENT_TYPE, "application/json")], Bytes::from(text)).into_response()
}

async fn updates(telegram: &Telegram, params: &Value) -> Vec<String> {
    let offset = integer(&params["offset"]);
    let until = tokio::time::Instant::now()
        + Duration::from_secs(integer(&params["timeout"]).max(0).unsigned_abs());
    loop {
        let waits = telegram.waiting.notified();
        let batch = telegram.batch(offset);
        if !batch.is_empty() || tokio::time::timeout_at(until, waits).await.is_err() {
            return batch;
        }
    }
}

/// The fields of a form, some libraries' way to send parameters.
fn fields(body: &[u8]) -> Value {
    let text = String::from_utf8_lossy(body);
    let parts = text.split("name=\"").skip(1).filter_map(|part| {
        let (name, rest) = part.split_once('"')?;
        let (_, rest) = rest.split_once("\r\n\r\n")?;
        let value = rest.split("\r\n--").next()?;
        let value = serde_json::from_str(value).unwrap_or_else(|_| json!(value));
        Some((name.to_owned(), value))
    });
    Value::Object(parts.collect())
}

fn integer(value: &Value) -> i64 {
    value
        .as_i64()
        .or_else(|| value.as_str()?.parse().ok())
        .unwrap_or(0)
}

fn private(chat: i64) -> Value {
    json!({ "id": chat, "first_name": "김영자", "type": "private" })
}

fn from(chat: i64) -> Value {
    json!({ "id": chat, "is_bot": false, "first_name": "김영자", "language_code": "ko" })
}

fn bot() -> Value {
    json!({ "id": 123_456_789, "is_bot": true, "first_name": "길봇", "username": "measured_bot" })
}
