//! What the page is told of a chat.

use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::super::world::{Access, Button, Content, Message, Upload, World};

/// What a person sees: of the messages, those that have changed since this version, and the numbers of all.
pub(super) fn conversation(world: &World, chat: i64, since: u64) -> Value {
    let toasts: Vec<Value> = world
        .toasts(chat)
        .iter()
        .map(|toast| json!({ "id": toast.id, "text": toast.text, "alert": toast.alert }))
        .collect();
    let presses: Vec<Value> = world
        .open_presses_in(chat)
        .iter()
        .map(|press| json!({ "message_id": press.message_id, "data": press.data }))
        .collect();
    // A world that was begun anew counts from one again.
    let since = if since > world.version(chat) {
        0
    } else {
        since
    };
    let messages = world.messages_since(chat, since);
    let phone = world.person(chat).map_or(0, |it| it.phone_ahead_minutes);
    json!({
        "version": world.version(chat),
        "now": local(world.now()),
        "blocked": world.access(chat) == Access::Blocked,
        "typing": world.is_typing(chat),
        "phone_ahead_minutes": phone,
        "ids": world.message_ids(chat),
        "messages": messages.iter().map(message_json).collect::<Vec<Value>>(),
        "keys": world.keys(chat),
        "toasts": toasts,
        "pending_press": presses,
    })
}

fn message_json(message: &Message) -> Value {
    let file_name = upload_of(message).map(|upload| &upload.file_name);
    let rows = message.keyboard.iter();
    json!({
        "id": message.id,
        "from": if message.from_bot { "bot" } else { "person" },
        "date": local(message.date),
        "edited": message.edited.is_some(),
        "html": message.linked_html(),
        "kind": message.content.name(),
        "file_name": file_name,
        "picture": picture_of(message).is_some(),
        "silent": message.silent,
        "keyboard": rows.map(|row| row.iter().map(button_json).collect()).collect::<Vec<Value>>(),
    })
}

/// What can be opened of a message.
pub(super) fn upload_of(message: &Message) -> Option<&Upload> {
    match &message.content {
        Content::Document(upload) => Some(upload),
        _ => picture_of(message),
    }
}

/// A photo of the bot's; a person's own has nothing that could be seen.
fn picture_of(message: &Message) -> Option<&Upload> {
    match &message.content {
        Content::Photo(upload) if message.from_bot => Some(upload),
        _ => None,
    }
}

fn button_json(button: &Button) -> Value {
    let mut object = json!({ "text": button.text });
    if let Some(data) = button.data() {
        object["data"] = json!(data);
    }
    if let Some(url) = button.url() {
        object["url"] = json!(url);
    }
    object
}

/// The time as a clock in Seoul shows it.
fn local(at: DateTime<Utc>) -> String {
    match FixedOffset::east_opt(9 * 3_600) {
        Some(seoul) => at
            .with_timezone(&seoul)
            .to_rfc3339_opts(SecondsFormat::Secs, false),
        None => at.to_rfc3339(), // nine hours are a lawful offset, so this is never reached
    }
}
