//! What the bot sends, and the chats it sends to.

use serde_json::{Value, json};

use super::World;
use super::chat::Access;
use super::entity::{Entity, settle, usable_url};
use super::error::Refusal;
use super::html::{self, Formatted};
use super::keyboard::{self, Markup};
use super::message::{Content, Message};
use super::methods::Reply;
use super::params::{FileChoice, Params, Upload, only_fields};
use super::said::How;
use super::upload::{sound_photo, sound_upload, wrong_file};

/// The most characters of a text and of a caption, counted after the markup was read.
const TEXT_MAX: usize = 4_096;
const CAPTION_MAX: usize = 1_024;
/// What a bot can be seen doing.
const ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

impl World {
    pub(super) fn send_message(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let chat = self.open_chat(params)?;
        let (text, entities) = message_text(params)?;
        let mut message = self.outgoing(chat, params)?;
        message.link_preview_options = link_preview_options(params)?;
        message.text = text;
        message.entities = entities;
        self.send(message, params)
    }

    pub(super) fn send_document(&mut self, params: &Params) -> Result<Reply, Refusal> {
        params.flag("disable_content_type_detection")?;
        let upload = match params.file("document")? {
            Some(FileChoice::Upload(upload)) => sound_upload(upload)?,
            Some(FileChoice::Named(id)) => self.document_of(id)?,
            None => {
                return Err(Refusal::bad_request("there is no document in the request"));
            }
        };
        self.send_file(Content::Document(upload), params)
    }

    pub(super) fn send_photo(&mut self, params: &Params) -> Result<Reply, Refusal> {
        params.flag("has_spoiler")?;
        params.flag("show_caption_above_media")?;
        let photo = match params.file("photo")? {
            Some(FileChoice::Upload(upload)) => sound_photo(upload)?,
            Some(FileChoice::Named(_)) => return Err(wrong_file()),
            None => return Err(Refusal::bad_request("there is no photo in the request")),
        };
        self.send_file(Content::Photo(photo), params)
    }

    pub(super) fn send_chat_action(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let chat = self.open_chat(params)?;
        let action = params.text("action")?.unwrap_or_default();
        if !ACTIONS.contains(&action) {
            return Err(Refusal::bad_request("wrong parameter action in request"));
        }
        self.show_typing(chat);
        Ok(Reply::yes())
    }

    /// The chat of the call, open for the bot.
    pub(super) fn open_chat(&self, params: &Params) -> Result<i64, Refusal> {
        let chat = self.known_chat(params)?;
        match self.chat(chat).access {
            Access::Open => Ok(chat),
            Access::NotStarted => Err(Refusal::forbidden(
                "bot can't initiate conversation with a user",
            )),
            Access::Blocked => Err(Refusal::forbidden("bot was blocked by the user")),
            Access::Deactivated => Err(Refusal::forbidden("user is deactivated")),
            Access::Kicked => Err(Refusal::forbidden(
                "bot was kicked from the supergroup chat",
            )),
        }
    }

    /// The chat of the call, whether or not the bot may speak there.
    pub(super) fn known_chat(&self, params: &Params) -> Result<i64, Refusal> {
        let not_found = || Refusal::bad_request("chat not found");
        let chat = match params.integer("chat_id") {
            Ok(Some(chat)) => chat,
            Ok(None) => return Err(Refusal::bad_request("chat_id is empty")),
            Err(refusal) => match params.text("chat_id") {
                Ok(Some(name)) if name.starts_with('@') => return Err(not_found()),
                _ => return Err(refusal),
            },
        };
        self.has_chat(chat).then_some(chat).ok_or_else(not_found)
    }

    fn send_file(&mut self, content: Content, params: &Params) -> Result<Reply, Refusal> {
        let chat = self.open_chat(params)?;
        let (caption, entities) = formatted(params, "caption", "caption_entities")?;
        if caption.chars().count() > CAPTION_MAX {
            return Err(Refusal::bad_request("message caption is too long"));
        }
        let mut message = self.outgoing(chat, params)?;
        message.text = caption;
        message.entities = entities;
        message.content = content;
        self.send(message, params)
    }

    /// A message of the bot with what all kinds have in common.
    fn outgoing(&self, chat: i64, params: &Params) -> Result<Message, Refusal> {
        Ok(Message {
            silent: params.flag("disable_notification")?,
            protected: params.flag("protect_content")?,
            reply_to: self.reply_target(chat, params)?,
            ..self.draft(chat, self.bot.id)
        })
    }

    fn send(&mut self, mut message: Message, params: &Params) -> Result<Reply, Refusal> {
        let markup = params.object("reply_markup")?.map(keyboard::parse);
        let keys = match markup.transpose()? {
            None | Some(Markup::ForceReply) => None,
            Some(Markup::Inline(keyboard)) => {
                message.keyboard = keyboard;
                None
            }
            Some(Markup::Keys(keys)) => Some(keys),
            Some(Markup::RemoveKeys) => Some(Vec::new()),
        };
        self.count_sending(message.chat)?;
        if let Some(keys) = keys {
            self.chat_mut(message.chat).keys = keys;
        }
        let message = self.put(message);
        self.note_said(How::New, &message);
        Ok(Reply::of(self.message_json(&message)))
    }

    fn reply_target(&self, chat: i64, params: &Params) -> Result<Option<i32>, Refusal> {
        let Some(reply) = params.object("reply_parameters")? else {
            return Ok(None);
        };
        only_fields(
            "ReplyParameters",
            &reply,
            &[
                "message_id",
                "chat_id",
                "allow_sending_without_reply",
                "quote",
                "quote_parse_mode",
                "quote_entities",
                "quote_position",
            ],
        )?;
        let id = reply
            .get("message_id")
            .and_then(Value::as_i64)
            .ok_or_else(|| Refusal::bad_request("can't parse ReplyParameters: message_id"))?;
        let found = i32::try_from(id)
            .ok()
            .filter(|id| self.message(chat, *id).is_some());
        let may_miss = reply.get("allow_sending_without_reply") == Some(&Value::Bool(true));
        if found.is_none() && !may_miss {
            return Err(Refusal::bad_request("message to be replied not found"));
        }
        Ok(found)
    }

    fn document_of(&self, file_id: &str) -> Result<Upload, Refusal> {
        let messages = self.chats.values().flat_map(|chat| chat.messages.values());
        for message in messages {
            if let Content::Document(upload) = &message.content
                && file_id == format!("document-{}-{}", message.chat, message.id)
            {
                return Ok(upload.clone());
            }
        }
        Err(wrong_file())
    }
}

/// The text of a message, as it will stand: 1 to 4,096 characters.
pub(super) fn message_text(params: &Params) -> Result<Formatted, Refusal> {
    let (text, entities) = formatted(params, "text", "entities")?;
    if text.is_empty() {
        return Err(Refusal::bad_request("message text is empty"));
    }
    if text.chars().count() > TEXT_MAX {
        return Err(Refusal::bad_request("message is too long"));
    }
    Ok((text, entities))
}

/// The wish about link previews, checked.
pub(super) fn link_preview_options(params: &Params) -> Result<Option<Value>, Refusal> {
    let Some(options) = params.object("link_preview_options")? else {
        return Ok(None);
    };
    only_fields(
        "LinkPreviewOptions",
        &options,
        &[
            "is_disabled",
            "url",
            "prefer_small_media",
            "prefer_large_media",
            "show_above_text",
        ],
    )?;
    if options
        .get("is_disabled")
        .is_some_and(|value| !value.is_boolean())
    {
        return Err(Refusal::bad_request(
            "can't parse LinkPreviewOptions: field \"is_disabled\" must be of type Boolean",
        ));
    }
    Ok(Some(Value::Object(options)))
}

fn formatted(params: &Params, text: &str, entities: &str) -> Result<Formatted, Refusal> {
    let source = params.text(text)?.unwrap_or_default();
    let mode = params.text("parse_mode")?.unwrap_or_default();
    let given = params.list(entities)?;
    if mode.eq_ignore_ascii_case("html") {
        let (text, entities) = html::parse(source)?;
        return Ok(settle(&text, entities));
    }
    if !mode.is_empty() {
        return Err(Refusal::bad_request("unsupported parse_mode"));
    }
    let given = given.unwrap_or_default();
    let entities = given
        .iter()
        .map(Entity::from_json)
        .collect::<Result<Vec<_>, _>>()?;
    for entity in &entities {
        if let super::Kind::TextLink { url } = &entity.kind
            && usable_url(url).is_none()
        {
            return Err(Refusal::bad_request(format!(
                "entity URL '{url}' is invalid: Wrong HTTP URL"
            )));
        }
    }
    Ok(settle(source, entities))
}

/// What `getChat` adds to a chat's plain JSON; only the fields without which strict clients give up.
pub(super) fn full_chat_fields(chat: &mut Value) {
    chat["accent_color_id"] = json!(0);
    chat["max_reaction_count"] = json!(11);
    chat["accepted_gift_types"] = json!({ "unlimited_gifts": false, "limited_gifts": false,
        "unique_gifts": false, "premium_subscription": false });
}
