//! One message, as the chat holds it and as the bot reads it.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::World;
use super::entity::{Entity, Kind};
use super::keyboard::{self, Keyboard};
use super::params::Upload;
use super::render::render;
use super::upload::png_size;

/// A message that stands in a chat.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its number; private chats share one row of numbers, every group has its own.
    pub id: i32,
    /// The chat it stands in.
    pub chat: i64,
    /// Who wrote it: a person's id, or the bot's.
    pub from: i64,
    /// Whether the bot wrote it.
    pub from_bot: bool,
    /// When it was written.
    pub date: DateTime<Utc>,
    /// When it was last edited, if ever; taking the buttons away is no edit in this sense.
    pub edited: Option<DateTime<Utc>>,
    /// The text, or the caption of what is attached.
    pub text: String,
    /// What is special in the text.
    pub entities: Vec<Entity>,
    /// What is attached.
    pub content: Content,
    /// The buttons under it.
    pub keyboard: Keyboard,
    /// Whether it came without a sound.
    pub silent: bool,
    /// Whether it cannot be forwarded or saved.
    pub protected: bool,
    /// The bot's wish about link previews, as it sent it.
    pub link_preview_options: Option<Value>,
    /// The message that this one answers.
    pub reply_to: Option<i32>,
    /// Fields of the message's JSON beyond those above, such as `forward_origin`.
    pub extra: Value,
    /// Whether every edit is refused: see `World::freeze`.
    pub(super) frozen: bool,
}

/// What a message carries beside its text.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names are Telegram's own")]
pub enum Content {
    Text,
    Photo(Upload),
    Voice,
    Sticker,
    Contact { phone: String },
    Location { latitude: f64, longitude: f64 },
    Document(Upload),
}

impl Content {
    /// The name of the kind, as the page knows it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Photo(_) => "photo",
            Self::Voice => "voice",
            Self::Sticker => "sticker",
            Self::Contact { .. } => "contact",
            Self::Location { .. } => "location",
            Self::Document(_) => "document",
        }
    }
}

impl Message {
    /// The text with its formatting, as HTML; everything else is escaped. Found addresses stay plain.
    pub fn html(&self) -> String {
        render(&self.text, &self.entities)
    }

    /// The same with found addresses as links: for the page.
    pub(in super::super) fn linked_html(&self) -> String {
        let linked: Vec<Entity> = self
            .entities
            .iter()
            .map(|entity| match entity.kind {
                Kind::Url => Entity::new(
                    entity.offset,
                    entity.length,
                    Kind::TextLink {
                        url: self.address_at(entity),
                    },
                ),
                _ => entity.clone(),
            })
            .collect();
        render(&self.text, &linked)
    }

    fn address_at(&self, entity: &Entity) -> String {
        let units: Vec<u16> = self
            .text
            .encode_utf16()
            .skip(entity.offset)
            .take(entity.length)
            .collect();
        let address = String::from_utf16_lossy(&units);
        if address.contains("://") {
            address
        } else {
            format!("https://{address}")
        }
    }

    fn content_json(&self, object: &mut Value) {
        let file = |kind: &str| {
            (
                json!(format!("{kind}-{}-{}", self.chat, self.id)),
                json!(format!("{kind}{}", self.id)),
            )
        };
        match &self.content {
            Content::Text => {}
            Content::Photo(upload) => {
                let (id, unique) = file("photo");
                let (width, height) = png_size(&upload.bytes).unwrap_or((800, 600));
                object["photo"] = json!([
                    { "file_id": format!("{}s", id.as_str().unwrap_or_default()),
                      "file_unique_id": format!("{}s", unique.as_str().unwrap_or_default()),
                      "width": 90, "height": 67, "file_size": 1_204 },
                    { "file_id": id, "file_unique_id": unique,
                      "width": width, "height": height, "file_size": upload.bytes.len() },
                ]);
            }
            Content::Voice => {
                let (id, unique) = file("voice");
                object["voice"] = json!({ "file_id": id, "file_unique_id": unique, "duration": 3,
                    "mime_type": "audio/ogg", "file_size": 9_216 });
            }
            Content::Sticker => {
                let (id, unique) = file("sticker");
                object["sticker"] = json!({ "file_id": id, "file_unique_id": unique, "type": "regular",
                    "width": 512, "height": 512, "is_animated": false, "is_video": false,
                    "emoji": "👍", "file_size": 20_480 });
            }
            Content::Contact { phone } => {
                object["contact"] = json!({ "phone_number": phone, "first_name": "Contact",
                    "user_id": self.from });
            }
            Content::Location {
                latitude,
                longitude,
            } => {
                object["location"] = json!({ "latitude": latitude, "longitude": longitude });
            }
            Content::Document(upload) => {
                let (id, unique) = file("document");
                object["document"] = json!({ "file_id": id, "file_unique_id": unique,
                    "file_name": upload.file_name, "mime_type": mime_type(&upload.file_name),
                    "file_size": upload.bytes.len() });
            }
        }
    }

    fn text_json(&self, object: &mut Value) {
        if self.text.is_empty() {
            return;
        }
        let (text, entities) = match self.content {
            Content::Text => ("text", "entities"),
            _ => ("caption", "caption_entities"),
        };
        object[text] = json!(self.text);
        if !self.entities.is_empty() {
            object[entities] = self.entities.iter().map(Entity::to_json).collect();
        }
    }
}

impl World {
    /// The message as the bot reads it.
    pub(super) fn message_json(&self, message: &Message) -> Value {
        let mut object = json!({
            "message_id": message.id,
            "from": self.user_json(message.from),
            "chat": self.chat_json(message.chat),
            "date": message.date.timestamp(),
        });
        if let Some(edited) = message.edited {
            object["edit_date"] = json!(edited.timestamp());
        }
        if let Some(keyboard) = keyboard::to_json(&message.keyboard) {
            object["reply_markup"] = keyboard;
        }
        if message.protected {
            object["has_protected_content"] = json!(true);
        }
        if let Some(options) = &message.link_preview_options {
            object["link_preview_options"] = options.clone();
        }
        message.text_json(&mut object);
        message.content_json(&mut object);
        let replied = message
            .reply_to
            .and_then(|id| self.message(message.chat, id));
        if let Some(replied) = replied {
            let flat = Message {
                reply_to: None,
                ..replied.clone()
            };
            object["reply_to_message"] = self.message_json(&flat);
        }
        if let Some(extra) = message.extra.as_object() {
            for (name, value) in extra {
                object[name.as_str()] = value.clone();
            }
        }
        object
    }

    /// A message out of reach: deleted, or too old for the bot to see.
    pub(super) fn inaccessible_json(&self, chat: i64, message_id: i32) -> Value {
        json!({ "chat": self.chat_json(chat), "message_id": message_id, "date": 0 })
    }
}

fn mime_type(file_name: &str) -> &'static str {
    match file_name.rsplit('.').next().unwrap_or_default() {
        "ics" => "text/calendar",
        "json" => "application/json",
        "txt" => "text/plain",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        _ => "application/octet-stream",
    }
}
