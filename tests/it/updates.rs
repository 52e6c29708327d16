//! Updates as Telegram sends them, and the way they are routed.

use serde_json::{Value, json};

use gilbot::dialogue::event::Event;
use gilbot::reading::sift::Asked;
use gilbot::telegram::{Incoming, Routed, Tree, parse};

/// Routes an update; messages and presses are of the private chat 7 unless they say otherwise.
pub fn route(raw: &Value) -> Routed {
    let parsed = parse(raw.to_string().as_bytes()).expect("an update with a number");
    Tree::new("gil_test_bot").route(parsed, Asked::Nothing)
}

pub fn incoming(raw: &Value) -> Incoming {
    match route(raw) {
        Routed::Chat(incoming) => incoming,
        other => panic!("{other:?} for {raw}"),
    }
}

pub fn person() -> Value {
    json!({"id": 7, "is_bot": false, "first_name": "영자", "language_code": "ko"})
}

pub fn private() -> Value {
    json!({"id": 7, "type": "private", "first_name": "영자"})
}

pub fn update(kind: &str, fields: &Value) -> Value {
    let mut message =
        json!({"message_id": 5, "date": 1_800_000_000, "chat": private(), "from": person()});
    for (name, value) in fields.as_object().expect("fields") {
        message[name] = value.clone();
    }
    json!({"update_id": 100, kind: message})
}

pub fn message(fields: Value) -> Value {
    update("message", &fields)
}

pub fn group() -> Value {
    json!({"id": -70, "type": "group", "title": "가족"})
}

pub fn event(raw: &Value) -> Event {
    incoming(raw).event
}

pub fn press(data: &str, message: &Value) -> Value {
    json!({"update_id": 100, "callback_query":
        {"id": "c1", "from": person(), "chat_instance": "x", "data": data, "message": message}})
}
