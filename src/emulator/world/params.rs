//! The parameters of one call, from whatever dress they came in (JSON, query, form, multipart), read strictly.
//!
//! Telegram ignores parameters that it does not know. This server refuses them by name, so that a
//! misspelt parameter is found by a test and not by a person.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::error::Refusal;

/// A file that came with a multipart call.
#[derive(Clone, Debug, PartialEq)]
pub struct Upload {
    /// The name that the bot gave it.
    pub file_name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The named parameters of one call. Values that came as text (query, form, multipart) may hold JSON.
#[derive(Clone, Debug, Default)]
pub struct Params {
    fields: Map<String, Value>,
    files: BTreeMap<String, Upload>,
}

impl Params {
    /// Parameters out of a JSON object; `null` counts as absent.
    pub fn from_json(object: Map<String, Value>) -> Self {
        let mut params = Self::default();
        for (name, value) in object {
            params.insert(&name, value);
        }
        params
    }

    /// Adds one value; a later one wins, and `null` counts as absent.
    pub fn insert(&mut self, name: &str, value: Value) {
        if !value.is_null() {
            self.fields.insert(name.to_owned(), value);
        }
    }

    /// Adds one uploaded file.
    pub fn attach(&mut self, name: &str, upload: Upload) {
        self.files.insert(name.to_owned(), upload);
    }

    /// The parameters as one JSON object, without the contents of files: for the history of calls.
    pub fn to_json(&self) -> Value {
        let mut object = self.fields.clone();
        for (name, upload) in &self.files {
            object
                .entry(name.clone())
                .or_insert_with(|| Value::String(upload.file_name.clone()));
        }
        Value::Object(object)
    }

    /// Refuses every parameter that is not in `known`.
    pub(super) fn refuse_unknown(&self, known: &[&str]) -> Result<(), Refusal> {
        let attached = |name: &str| {
            let link = format!("attach://{name}");
            self.fields
                .values()
                .any(|value| value.as_str() == Some(&link))
        };
        let field = self
            .fields
            .keys()
            .find(|name| !known.contains(&name.as_str()));
        let file = self
            .files
            .keys()
            .find(|name| !known.contains(&name.as_str()) && !attached(name));
        match field.or(file) {
            Some(name) => Err(Refusal::bad_request(format!(
                "unknown parameter \"{name}\""
            ))),
            None => Ok(()),
        }
    }

    /// A text, if given. A number is not a text.
    pub(super) fn text(&self, name: &str) -> Result<Option<&str>, Refusal> {
        match self.fields.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(wrong_type(name, "String")),
        }
    }

    /// A whole number, if given; as text it is welcome too.
    pub(super) fn integer(&self, name: &str) -> Result<Option<i64>, Refusal> {
        match self.fields.get(name) {
            None => Ok(None),
            Some(value) => as_integer(value)
                .map(Some)
                .ok_or_else(|| wrong_type(name, "Integer")),
        }
    }

    /// Yes or no; absent is no.
    pub(super) fn flag(&self, name: &str) -> Result<bool, Refusal> {
        match self.fields.get(name) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(Value::String(text)) => match text.to_lowercase().as_str() {
                "true" | "1" | "yes" => Ok(true),
                "false" | "0" | "no" | "" => Ok(false),
                _ => Err(wrong_type(name, "Boolean")),
            },
            Some(_) => Err(wrong_type(name, "Boolean")),
        }
    }

    /// An object, if given; as text it may hold JSON.
    pub(super) fn object(&self, name: &str) -> Result<Option<Map<String, Value>>, Refusal> {
        match self.structure(name)? {
            None => Ok(None),
            Some(Value::Object(object)) => Ok(Some(object)),
            Some(_) => Err(wrong_type(name, "Object")),
        }
    }

    /// A list, if given; as text it may hold JSON.
    pub(super) fn list(&self, name: &str) -> Result<Option<Vec<Value>>, Refusal> {
        match self.structure(name)? {
            None => Ok(None),
            Some(Value::Array(list)) => Ok(Some(list)),
            Some(_) => Err(wrong_type(name, "Array")),
        }
    }

    /// The id of the chat the call is about, where it can be read: for faults and the history.
    pub(super) fn chat_if_any(&self) -> Option<i64> {
        self.fields.get("chat_id").and_then(as_integer)
    }

    /// The id of the message the call is about.
    pub(super) fn message_id(&self) -> Result<i32, Refusal> {
        let id = self
            .integer("message_id")?
            .ok_or_else(|| Refusal::bad_request("message identifier is not specified"))?;
        Ok(i32::try_from(id).unwrap_or(0))
    }

    /// A file: uploaded under this name, uploaded elsewhere and named by `attach://`, or the text itself
    /// (a file id or an address), which the caller judges.
    pub(super) fn file(&self, name: &str) -> Result<Option<FileChoice<'_>>, Refusal> {
        if let Some(upload) = self.files.get(name) {
            return Ok(Some(FileChoice::Upload(upload)));
        }
        let Some(text) = self.text(name)? else {
            return Ok(None);
        };
        match text.strip_prefix("attach://") {
            None => Ok(Some(FileChoice::Named(text))),
            Some(part) => match self.files.get(part) {
                Some(upload) => Ok(Some(FileChoice::Upload(upload))),
                None => Err(Refusal::bad_request(format!(
                    "attached file \"{part}\" not found"
                ))),
            },
        }
    }

    fn structure(&self, name: &str) -> Result<Option<Value>, Refusal> {
        match self.fields.get(name) {
            None => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => serde_json::from_str(text).map(Some).map_err(|_| {
                Refusal::bad_request(format!("can't parse parameter \"{name}\" as JSON"))
            }),
            Some(value) => Ok(Some(value.clone())),
        }
    }
}

/// What stands in a parameter that wants a file.
pub(super) enum FileChoice<'a> {
    /// The file came with the call.
    Upload(&'a Upload),
    /// A file id or an address.
    Named(&'a str),
}

/// Refuses fields of a nested object that are not in `known`.
pub(super) fn only_fields(
    what: &str,
    object: &Map<String, Value>,
    known: &[&str],
) -> Result<(), Refusal> {
    match object.keys().find(|name| !known.contains(&name.as_str())) {
        Some(name) => Err(Refusal::bad_request(format!(
            "can't parse {what}: unknown field \"{name}\""
        ))),
        None => Ok(()),
    }
}

/// The refusal for a value of a wrong type.
pub(super) fn wrong_type(name: &str, expected: &str) -> Refusal {
    Refusal::bad_request(format!("parameter \"{name}\" must be of type {expected}"))
}

fn as_integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}
