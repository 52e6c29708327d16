//! What the bot says about itself: its name, its descriptions, its commands and its menu button.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::World;
use super::error::Refusal;
use super::methods::Reply;
use super::params::{Params, only_fields};

/// The most characters of the name, the description and the short description.
const NAME_MAX: usize = 64;
const DESCRIPTION_MAX: usize = 512;
const SHORT_DESCRIPTION_MAX: usize = 120;
/// The most commands of one list, and the longest name and description of one.
const COMMANDS_MAX: usize = 100;
const COMMAND_MAX: usize = 32;
const COMMAND_DESCRIPTION_MAX: usize = 256;

/// What the bot says about itself, by language; the empty language is for all others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The name, where the bot has given itself one.
    pub names: BTreeMap<String, String>,
    /// What stands in a chat that is still empty.
    pub descriptions: BTreeMap<String, String>,
    /// What stands in the profile and beside a shared link.
    pub short_descriptions: BTreeMap<String, String>,
    /// Lists of commands by scope (as JSON) and language; every command is an object as the bot sent it.
    pub commands: BTreeMap<(String, String), Vec<Value>>,
    /// The menu button by chat; of no chat is the one of all others.
    pub menu_buttons: BTreeMap<Option<i64>, Value>,
}

impl World {
    /// What the bot says about itself.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The bot's name as a person with this language sees it.
    pub fn bot_name(&self, language: &str) -> &str {
        let names = &self.profile.names;
        names
            .get(language)
            .or_else(|| names.get(""))
            .unwrap_or(&self.bot.name)
    }

    /// The commands as a person with this language sees them in a private chat.
    pub fn commands_for(&self, language: &str) -> &[Value] {
        let scopes = [r#"{"type":"all_private_chats"}"#, r#"{"type":"default"}"#];
        for scope in scopes {
            for language in [language, ""] {
                let key = (scope.to_owned(), language.to_owned());
                if let Some(commands) = self.profile.commands.get(&key) {
                    return commands;
                }
            }
        }
        &[]
    }

    pub(super) fn set_my_commands(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let key = (scope(params)?, language(params)?);
        let commands = params
            .list("commands")?
            .ok_or_else(|| Refusal::bad_request("parameter \"commands\" is required"))?;
        if commands.len() > COMMANDS_MAX {
            return Err(Refusal::bad_request("BOT_COMMANDS_TOO_MUCH"));
        }
        commands.iter().try_for_each(sound_command)?;
        if commands.is_empty() {
            self.profile.commands.remove(&key);
        } else {
            self.profile.commands.insert(key, commands);
        }
        Ok(Reply::yes())
    }

    pub(super) fn my_commands(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let key = (scope(params)?, language(params)?);
        let commands = self.profile.commands.get(&key).cloned();
        Ok(Reply::of(Value::Array(commands.unwrap_or_default())))
    }

    pub(super) fn delete_my_commands(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let key = (scope(params)?, language(params)?);
        self.profile.commands.remove(&key);
        Ok(Reply::yes())
    }

    pub(super) fn set_my_name(&mut self, params: &Params) -> Result<Reply, Refusal> {
        store(&mut self.profile.names, params, "name", NAME_MAX)
    }

    pub(super) fn my_name(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let name = self.bot_name(&language(params)?).to_owned();
        Ok(Reply::of(json!({ "name": name })))
    }

    pub(super) fn set_my_description(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let texts = &mut self.profile.descriptions;
        store(texts, params, "description", DESCRIPTION_MAX)
    }

    pub(super) fn my_description(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let text = said(&self.profile.descriptions, &language(params)?);
        Ok(Reply::of(json!({ "description": text })))
    }

    pub(super) fn set_my_short_description(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let texts = &mut self.profile.short_descriptions;
        store(texts, params, "short_description", SHORT_DESCRIPTION_MAX)
    }

    pub(super) fn my_short_description(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let text = said(&self.profile.short_descriptions, &language(params)?);
        Ok(Reply::of(json!({ "short_description": text })))
    }

    pub(super) fn set_chat_menu_button(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let chat = match params.integer("chat_id")? {
            Some(_) => Some(self.known_chat(params)?),
            None => None,
        };
        let button = params.object("menu_button")?;
        let button = button.map_or_else(|| json!({ "type": "default" }), Value::Object);
        match button["type"].as_str() {
            Some("commands" | "default" | "web_app") => {}
            _ => return Err(Refusal::bad_request("MenuButton has unsupported type")),
        }
        self.profile.menu_buttons.insert(chat, button);
        Ok(Reply::yes())
    }
}

/// The text for this language, or the one for all others, or nothing.
fn said<'a>(texts: &'a BTreeMap<String, String>, language: &str) -> &'a str {
    let found = texts.get(language).or_else(|| texts.get(""));
    found.map_or("", String::as_str)
}

fn store(
    texts: &mut BTreeMap<String, String>,
    params: &Params,
    field: &str,
    characters_max: usize,
) -> Result<Reply, Refusal> {
    let language = language(params)?;
    let text = params.text(field)?.unwrap_or_default().trim();
    if text.chars().count() > characters_max {
        return Err(Refusal::bad_request(format!(
            "bot {} is too long",
            field.replace('_', " ")
        )));
    }
    if text.is_empty() {
        texts.remove(&language);
    } else {
        texts.insert(language, text.to_owned());
    }
    Ok(Reply::yes())
}

fn language(params: &Params) -> Result<String, Refusal> {
    let code = params.text("language_code")?.unwrap_or_default();
    let two_letters = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
    if two_letters || code.is_empty() {
        Ok(code.to_owned())
    } else {
        Err(Refusal::bad_request("invalid language code specified"))
    }
}

fn scope(params: &Params) -> Result<String, Refusal> {
    let Some(scope) = params.object("scope")? else {
        return Ok(r#"{"type":"default"}"#.to_owned());
    };
    only_fields("BotCommandScope", &scope, &["type", "chat_id", "user_id"])?;
    match scope.get("type").and_then(Value::as_str) {
        Some(
            "default"
            | "all_private_chats"
            | "all_group_chats"
            | "all_chat_administrators"
            | "chat"
            | "chat_administrators"
            | "chat_member",
        ) => Ok(Value::Object(scope).to_string()),
        _ => Err(Refusal::bad_request(
            "can't parse BotCommandScope: unsupported type specified",
        )),
    }
}

fn sound_command(command: &Value) -> Result<(), Refusal> {
    let object = command
        .as_object()
        .ok_or_else(|| Refusal::bad_request("can't parse BotCommand: expected an Object"))?;
    only_fields(
        "BotCommand",
        object,
        &["command", "description", "is_ephemeral"],
    )?;
    let text = |name: &str| object.get(name).and_then(Value::as_str).unwrap_or_default();
    let name = text("command");
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !(1..=COMMAND_MAX).contains(&name.len()) || !name.bytes().all(plain) {
        return Err(Refusal::bad_request("BOT_COMMAND_INVALID"));
    }
    let description = text("description").trim().chars().count();
    if !(1..=COMMAND_DESCRIPTION_MAX).contains(&description) {
        return Err(Refusal::bad_request("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok(())
}
