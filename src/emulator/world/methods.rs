//! What a bot can ask for: the table of methods, and the history of calls.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::World;
use super::error::Refusal;
use super::fault::Mishap;
use super::params::Params;
use super::queue::POLL_PARAMS;

/// The most calls that are kept; when there are more, the older half goes.
const CALLS_MAX: usize = 20_000;

/// What Telegram answers to a call that it grants.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// The result proper.
    pub result: Value,
    /// A sentence beside it, which only few methods have.
    pub description: Option<&'static str>,
}

impl Reply {
    pub(super) fn of(result: Value) -> Self {
        Self {
            result,
            description: None,
        }
    }

    pub(super) fn yes() -> Self {
        Self::of(Value::Bool(true))
    }

    /// The body of the answer.
    pub fn to_json(&self) -> Value {
        let mut body = json!({ "ok": true, "result": self.result });
        if let Some(description) = self.description {
            body["description"] = json!(description);
        }
        body
    }
}

/// What becomes of a call as it arrives.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It has been done or refused.
    Answered(Result<Reply, Refusal>),
    /// It is a `getUpdates` that may have to wait: `begin_poll`, then `poll`.
    Polls,
    /// A mishap strikes it; where the call took effect all the same, this is the answer that was meant.
    Struck(Mishap, Option<Result<Reply, Refusal>>),
}

/// One call of the bot, as it will be remembered.
#[derive(Clone, Debug)]
pub struct Call {
    /// The method's name as Telegram writes it, or as the bot wrote it when there is no such method.
    pub method: String,
    /// The chat it was about.
    pub chat: Option<i64>,
    /// Its parameters, without the contents of files.
    pub params: Value,
    /// What it did.
    pub effect: Effect,
    /// What kept the bot from a plain answer.
    pub mishap: Option<Mishap>,
    /// When it was made.
    pub at: DateTime<Utc>,
}

/// What a call did.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// It was granted; this is the result.
    Done(Value),
    /// It was refused.
    Refused(Refusal),
    /// It never got so far.
    Nothing,
}

type Run = fn(&mut World, &Params) -> Result<Reply, Refusal>;

struct Method {
    name: &'static str,
    params: &'static [&'static str],
    run: Run,
}

const fn method(name: &'static str, params: &'static [&'static str], run: Run) -> Method {
    Method { name, params, run }
}

#[rustfmt::skip]
const METHODS: &[Method] = &[
    method("getMe", &[], World::me),
    method("getUpdates", POLL_PARAMS, World::updates_at_once),
    method("setWebhook", &["url", "certificate", "ip_address", "max_connections", "allowed_updates",
        "drop_pending_updates", "secret_token"], World::set_webhook),
    method("deleteWebhook", &["drop_pending_updates"], World::delete_webhook),
    method("getWebhookInfo", &[], World::webhook_info),
    method("sendMessage", &["chat_id", "text", "parse_mode", "entities", "link_preview_options",
        "disable_notification", "protect_content", "reply_parameters", "reply_markup"], World::send_message),
    method("sendDocument", &["chat_id", "document", "caption", "parse_mode", "caption_entities",
        "disable_content_type_detection", "disable_notification", "protect_content", "reply_parameters",
        "reply_markup"], World::send_document),
    method("sendPhoto", &["chat_id", "photo", "caption", "parse_mode", "caption_entities",
        "show_caption_above_media", "has_spoiler", "disable_notification", "protect_content",
        "reply_parameters", "reply_markup"], World::send_photo),
    method("sendChatAction", &["chat_id", "action"], World::send_chat_action),
    method("editMessageText", &["chat_id", "message_id", "text", "parse_mode", "entities",
        "link_preview_options", "reply_markup"], World::edit_message_text),
    method("editMessageReplyMarkup", &["chat_id", "message_id", "reply_markup"], World::edit_message_reply_markup),
    method("deleteMessage", &["chat_id", "message_id"], World::delete_message),
    method("deleteMessages", &["chat_id", "message_ids"], World::delete_messages),
    method("answerCallbackQuery", &["callback_query_id", "text", "show_alert", "url", "cache_time"],
        World::answer_callback_query),
    method("setMyCommands", &["commands", "scope", "language_code"], World::set_my_commands),
    method("getMyCommands", &["scope", "language_code"], World::my_commands),
    method("deleteMyCommands", &["scope", "language_code"], World::delete_my_commands),
    method("setMyName", &["name", "language_code"], World::set_my_name),
    method("getMyName", &["language_code"], World::my_name),
    method("setMyDescription", &["description", "language_code"], World::set_my_description),
    method("getMyDescription", &["language_code"], World::my_description),
    method("setMyShortDescription", &["short_description", "language_code"], World::set_my_short_description),
    method("getMyShortDescription", &["language_code"], World::my_short_description),
    method("setChatMenuButton", &["chat_id", "menu_button"], World::set_chat_menu_button),
    method("getChat", &["chat_id"], World::chat_full),
    method("getFile", &["file_id"], World::file),
    method("leaveChat", &["chat_id"], World::leave_chat),
];

impl World {
    /// A call arrives: faults strike it, or it is done. Names of methods are read without regard to case.
    pub fn arrive(&mut self, name: &str, params: &Params) -> Outcome {
        let chat = self.chat_of(params);
        let struck = match self.take_mishap(name, chat) {
            None if name.eq_ignore_ascii_case("getUpdates") => return Outcome::Polls,
            None => return Outcome::Answered(self.call(name, params)),
            Some(mishap) => mishap,
        };
        let meant = match &struck {
            Mishap::CutAfter | Mishap::LateAnswer(_) | Mishap::OddAnswer => {
                Some(self.call(name, params))
            }
            Mishap::LateStart(_) => None, // it will be remembered when it starts
            Mishap::Refuse(refusal) => {
                let refused = Effect::Refused(refusal.clone());
                self.remember(name, params, refused);
                return Outcome::Answered(Err(refusal.clone()));
            }
            Mishap::BadGateway | Mishap::CutBefore | Mishap::Hang => {
                self.remember(name, params, Effect::Nothing);
                None
            }
        };
        let noted = !matches!(struck, Mishap::LateStart(_));
        if let Some(call) = self.calls.last_mut().filter(|_| noted) {
            call.mishap = Some(struck.clone());
        }
        Outcome::Struck(struck, meant)
    }

    /// A call past all faults; it is remembered.
    ///
    /// # Errors
    /// Whatever Telegram would refuse, and besides every parameter that is not known here.
    pub fn call(&mut self, name: &str, params: &Params) -> Result<Reply, Refusal> {
        let answer = match METHODS
            .iter()
            .find(|method| method.name.eq_ignore_ascii_case(name))
        {
            Some(method) => params
                .refuse_unknown(method.params)
                .and_then(|()| (method.run)(self, params)),
            None => Err(Refusal::not_found()),
        };
        let effect = match &answer {
            Ok(reply) => Effect::Done(reply.result.clone()),
            Err(refusal) => Effect::Refused(refusal.clone()),
        };
        self.remember(name, params, effect);
        answer
    }

    /// The calls of the bot, oldest first; at least the last 10,000.
    pub fn calls(&self) -> &[Call] {
        &self.calls
    }

    /// The calls of one method, oldest first.
    pub fn calls_of(&self, method: &str) -> Vec<Call> {
        let named = |call: &&Call| call.method.eq_ignore_ascii_case(method);
        self.calls.iter().filter(named).cloned().collect()
    }

    /// Remembers a `getUpdates` that was waited for outside.
    pub fn remember_poll(&mut self, params: &Params, answer: &Result<Vec<Value>, Refusal>) {
        let effect = match answer {
            Ok(updates) => Effect::Done(Value::Array(updates.clone())),
            Err(refusal) => Effect::Refused(refusal.clone()),
        };
        self.remember("getUpdates", params, effect);
    }

    fn remember(&mut self, name: &str, params: &Params, effect: Effect) {
        if self.calls.len() >= CALLS_MAX {
            self.calls.drain(..CALLS_MAX / 2);
        }
        let known = METHODS
            .iter()
            .find(|method| method.name.eq_ignore_ascii_case(name));
        self.calls.push(Call {
            method: known.map_or(name, |method| method.name).to_owned(),
            chat: self.chat_of(params),
            params: params.to_json(),
            effect,
            mishap: None,
            at: self.now,
        });
    }

    fn chat_of(&self, params: &Params) -> Option<i64> {
        params.chat_if_any().or_else(|| {
            let query = params.text("callback_query_id").ok()??;
            Some(self.press_of(query)?.chat)
        })
    }

    fn me(&mut self, _: &Params) -> Result<Reply, Refusal> {
        let mut me = self.user_json(self.bot.id);
        for (name, answer) in [
            ("can_join_groups", true),
            ("can_read_all_group_messages", false),
            ("supports_inline_queries", false),
            ("can_connect_to_business", false),
            ("has_main_web_app", false),
        ] {
            me[name] = json!(answer);
        }
        Ok(Reply::of(me))
    }

    fn updates_at_once(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let poll = self.begin_poll(params)?;
        Ok(Reply::of(Value::Array(self.poll(&poll)?)))
    }
}
