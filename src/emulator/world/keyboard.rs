//! `reply_markup`: buttons under a message, a keyboard instead of letters, or an order to the person's app.

use serde_json::{Map, Value, json};

use super::entity::usable_url;
use super::error::Refusal;
use super::params::only_fields;

/// The most buttons under one message.
const BUTTONS_MAX: usize = 100;
/// The most buttons in one row.
const ROW_MAX: usize = 8;
/// The most bytes of `callback_data`.
const DATA_BYTES_MAX: usize = 64;
/// The most characters of a `copy_text` and of a placeholder.
const COPY_TEXT_MAX: usize = 256;
const PLACEHOLDER_MAX: usize = 64;

/// Rows of buttons under a message.
pub type Keyboard = Vec<Vec<Button>>;

/// One button under a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    /// What stands on it.
    pub text: String,
    /// What it does.
    pub action: Action,
    /// `danger`, `success` or `primary`, where the bot asked for a colour.
    pub style: Option<String>,
}

/// What a button does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Tells the bot, with these 1 to 64 bytes.
    Callback(String),
    /// Opens an address.
    Url(String),
    /// Copies a text.
    Copy(String),
    /// Another kind, under Telegram's name for it.
    Other(String, Value),
}

impl Button {
    /// The `callback_data`, if pressing tells the bot.
    pub fn data(&self) -> Option<&str> {
        match &self.action {
            Action::Callback(data) => Some(data),
            _ => None,
        }
    }

    /// The address, if pressing opens one.
    pub fn url(&self) -> Option<&str> {
        match &self.action {
            Action::Url(url) => Some(url),
            _ => None,
        }
    }

    fn to_json(&self) -> Value {
        let mut object = json!({ "text": self.text });
        match &self.action {
            Action::Callback(data) => object["callback_data"] = json!(data),
            Action::Url(url) => object["url"] = json!(url),
            Action::Copy(text) => object["copy_text"] = json!({ "text": text }),
            Action::Other(name, value) => object[name.as_str()] = value.clone(),
        }
        if let Some(style) = &self.style {
            object["style"] = json!(style);
        }
        object
    }
}

/// What a bot may ask for beside the message.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Markup {
    Inline(Keyboard),
    /// Labels of the keys that replace the letters.
    Keys(Vec<Vec<String>>),
    RemoveKeys,
    ForceReply,
}

/// A keyboard as it stands in a message; `None` when there are no buttons.
pub(super) fn to_json(keyboard: &Keyboard) -> Option<Value> {
    let rows: Vec<Vec<Value>> = keyboard
        .iter()
        .map(|row| row.iter().map(Button::to_json).collect())
        .collect();
    (!rows.is_empty()).then(|| json!({ "inline_keyboard": rows }))
}

/// Reads the buttons for an edit, where nothing else is allowed.
pub(super) fn inline_only(markup: Option<Map<String, Value>>) -> Result<Keyboard, Refusal> {
    match markup.map(parse).transpose()? {
        None => Ok(Vec::new()),
        Some(Markup::Inline(keyboard)) => Ok(keyboard),
        Some(Markup::Keys(_) | Markup::RemoveKeys | Markup::ForceReply) => {
            Err(Refusal::bad_request("inline keyboard expected"))
        }
    }
}

/// Reads a `reply_markup`.
pub(super) fn parse(markup: Map<String, Value>) -> Result<Markup, Refusal> {
    const WHAT: &str = "reply keyboard markup JSON object";
    if let Some(rows) = markup.get("inline_keyboard") {
        only_fields(WHAT, &markup, &["inline_keyboard"])?;
        return Ok(Markup::Inline(inline_keyboard(rows)?));
    }
    if let Some(rows) = markup.get("keyboard") {
        only_fields(
            WHAT,
            &markup,
            &[
                "keyboard",
                "is_persistent",
                "resize_keyboard",
                "one_time_keyboard",
                "input_field_placeholder",
                "selective",
            ],
        )?;
        placeholder(&markup)?;
        return Ok(Markup::Keys(keys(rows)?));
    }
    if markup.get("remove_keyboard") == Some(&Value::Bool(true)) {
        only_fields(WHAT, &markup, &["remove_keyboard", "selective"])?;
        return Ok(Markup::RemoveKeys);
    }
    if markup.get("force_reply") == Some(&Value::Bool(true)) {
        only_fields(
            WHAT,
            &markup,
            &["force_reply", "input_field_placeholder", "selective"],
        )?;
        placeholder(&markup)?;
        return Ok(Markup::ForceReply);
    }
    Err(Refusal::bad_request("object expected as reply markup"))
}

fn inline_keyboard(rows: &Value) -> Result<Keyboard, Refusal> {
    let mut keyboard = Keyboard::new();
    for row in rows_of(rows, "inline_keyboard")? {
        let buttons = row
            .iter()
            .map(inline_button)
            .collect::<Result<Vec<_>, _>>()?;
        if buttons.len() > ROW_MAX {
            return Err(Refusal::bad_request("reply markup is too long"));
        }
        if !buttons.is_empty() {
            keyboard.push(buttons);
        }
    }
    if keyboard.iter().map(Vec::len).sum::<usize>() > BUTTONS_MAX {
        return Err(Refusal::bad_request("reply markup is too long"));
    }
    Ok(keyboard)
}

fn inline_button(value: &Value) -> Result<Button, Refusal> {
    let refuse = |reason: &str| {
        Refusal::bad_request(format!("can't parse inline keyboard button: {reason}"))
    };
    let object = value
        .as_object()
        .ok_or_else(|| refuse("InlineKeyboardButton must be an Object"))?;
    let text = match object.get("text") {
        None => return Err(refuse("Can't find field \"text\"")),
        Some(Value::String(text)) if !text.trim().is_empty() => text.clone(),
        Some(Value::String(_)) => return Err(refuse("button text must be non-empty")),
        Some(_) => return Err(refuse("Field \"text\" must be of type String")),
    };
    let style = match object.get("style").map(Value::as_str) {
        None => None,
        Some(Some(style @ ("danger" | "success" | "primary"))) => Some(style.to_owned()),
        Some(_) => return Err(Refusal::bad_request("BUTTON_STYLE_INVALID")),
    };
    let mut actions = object
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "text" | "style"));
    let Some((name, value)) = actions.next() else {
        return Err(refuse("Text buttons are unallowed in the inline keyboard"));
    };
    if actions.next().is_some() {
        return Err(refuse("exactly one optional field must be used"));
    }
    let action = action(name, value)?;
    Ok(Button {
        text,
        action,
        style,
    })
}

fn action(name: &str, value: &Value) -> Result<Action, Refusal> {
    let invalid_data = || Refusal::bad_request("BUTTON_DATA_INVALID");
    match name {
        "callback_data" => {
            let data = value.as_str().ok_or_else(invalid_data)?;
            if !(1..=DATA_BYTES_MAX).contains(&data.len()) {
                return Err(invalid_data());
            }
            Ok(Action::Callback(data.to_owned()))
        }
        "url" => {
            let text = value.as_str().unwrap_or_default();
            let url = usable_url(text).ok_or_else(|| {
                Refusal::bad_request(format!(
                    "inline keyboard button URL '{text}' is invalid: Wrong HTTP URL"
                ))
            })?;
            Ok(Action::Url(url))
        }
        "copy_text" => {
            let text = value["text"].as_str().unwrap_or_default();
            if !(1..=COPY_TEXT_MAX).contains(&text.chars().count()) {
                return Err(Refusal::bad_request("BUTTON_COPY_TEXT_INVALID"));
            }
            Ok(Action::Copy(text.to_owned()))
        }
        "web_app"
        | "login_url"
        | "switch_inline_query"
        | "switch_inline_query_current_chat"
        | "switch_inline_query_chosen_chat" => Ok(Action::Other(name.to_owned(), value.clone())),
        other => Err(Refusal::bad_request(format!(
            "can't parse inline keyboard button: unknown field \"{other}\""
        ))),
    }
}

fn keys(rows: &Value) -> Result<Vec<Vec<String>>, Refusal> {
    const KEY_FIELDS: [&str; 8] = [
        "text",
        "request_contact",
        "request_location",
        "request_users",
        "request_chat",
        "request_poll",
        "web_app",
        "style",
    ];
    let refuse =
        |reason: &str| Refusal::bad_request(format!("can't parse keyboard button: {reason}"));
    let mut keyboard = Vec::new();
    for row in rows_of(rows, "keyboard")? {
        let mut labels = Vec::new();
        for key in row {
            let label = match key {
                Value::String(text) => Some(text.as_str()),
                Value::Object(object) => {
                    only_fields("keyboard button", object, &KEY_FIELDS)?;
                    object.get("text").and_then(Value::as_str)
                }
                _ => None,
            };
            match label {
                Some(label) if !label.trim().is_empty() => labels.push(label.to_owned()),
                _ => return Err(refuse("Field \"text\" must be a non-empty String")),
            }
        }
        keyboard.push(labels);
    }
    if keyboard.iter().all(Vec::is_empty) {
        return Err(refuse("the keyboard must be non-empty"));
    }
    Ok(keyboard)
}

fn rows_of<'a>(rows: &'a Value, field: &str) -> Result<Vec<&'a Vec<Value>>, Refusal> {
    let refuse = || Refusal::bad_request(format!("field \"{field}\" must be an Array of Arrays"));
    rows.as_array()
        .ok_or_else(refuse)?
        .iter()
        .map(|row| row.as_array().ok_or_else(refuse))
        .collect()
}

fn placeholder(markup: &Map<String, Value>) -> Result<(), Refusal> {
    match markup.get("input_field_placeholder") {
        None => Ok(()),
        Some(Value::String(text)) if (1..=PLACEHOLDER_MAX).contains(&text.chars().count()) => {
            Ok(())
        }
        Some(_) => Err(Refusal::bad_request("input field placeholder is invalid")),
    }
}
