//! Everything that we ask of Telegram for a chat. Each call is bounded and ends as a [`Delivery`].

mod files;

use std::sync::Arc;
use std::time::Duration;

use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::value::RawValue;
use teloxide::payloads::{
    DeleteMessage, EditMessageReplyMarkup, EditMessageText, EditMessageTextSetters, SendMessage,
    SendMessageSetters,
};
use teloxide::requests::Payload;
use teloxide::types::{
    self, CallbackQueryId, ChatId, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions,
    ParseMode,
};

use super::keyboard::markup;
use super::outcome::{self, Delivery, Failure, Standing};
use super::setup::UPDATE_KINDS;
use super::wire::{Attachment, Call, Http, Lost, Raw, Wire};
use crate::dialogue::event::MessageId;
use crate::locales::Said;

/// The longest that one call may take.
pub const CALL_SECONDS_MAX: Duration = Duration::from_secs(27);
/// The longest wait for updates that may be asked for.
pub const WAIT_SECONDS_MAX: Duration = Duration::from_secs(50);
/// Telegram's limit for the answer to a press, in characters.
const ANSWER_CHARS_MAX: usize = 200;

/// Telegram, as a bot can use it. Deliberately without `Debug`: the token is inside.
#[derive(Clone)]
pub struct BotApi {
    wire: Arc<dyn Wire>,
    token: SecretString,
}

impl BotApi {
    /// `server` is `https://api.telegram.org`, or a server that behaves like it.
    ///
    /// # Errors
    /// When the machine has no usable TLS.
    pub fn new(token: &str, server: Url) -> Result<Self, reqwest::Error> {
        Ok(Self::over(Arc::new(Http::new(token, &server)?), token))
    }

    /// The same over another line.
    pub fn over(wire: Arc<dyn Wire>, token: &str) -> Self {
        Self {
            wire,
            token: token.into(),
        }
    }

    /// Makes a key from the token, which stays in here.
    pub fn keyed<T>(&self, make: impl FnOnce(&str) -> T) -> T {
        make(self.token.expose_secret())
    }

    /// Shows a screen in the message that carries the last one.
    pub async fn show_in_place(&self, chat: ChatId, message: MessageId, said: &Said) -> Delivery {
        let call = EditMessageText::new(chat, types::MessageId(message.0), &said.html)
            .parse_mode(ParseMode::Html)
            .link_preview_options(NO_PREVIEW);
        let call = match markup(said) {
            Some(markup) => call.reply_markup(markup),
            None => call,
        };
        self.shown(&call).await
    }

    /// Shows a screen in a new message; a silent one makes no sound.
    pub async fn show_anew(&self, chat: ChatId, said: &Said, silent: bool) -> Delivery {
        let mut call = SendMessage::new(chat, &said.html)
            .parse_mode(ParseMode::Html)
            .link_preview_options(NO_PREVIEW);
        if silent {
            call = call.disable_notification(true);
        }
        if let Some(markup) = markup(said) {
            call = call.reply_markup(markup);
        }
        self.shown(&call).await
    }

    /// Takes the buttons from a message. A message that is gone has none.
    pub async fn strip(&self, chat: ChatId, message: MessageId) -> Delivery {
        let call = EditMessageReplyMarkup::new(chat, types::MessageId(message.0));
        match self.done(&call).await {
            Delivery::Anew => Delivery::Done(None),
            delivery => delivery,
        }
    }

    /// Takes a message out of the chat. Telegram refuses it after 48 hours.
    pub async fn erase(&self, chat: ChatId, message: MessageId) -> Delivery {
        let call = DeleteMessage::new(chat, types::MessageId(message.0));
        match self.done(&call).await {
            Delivery::Anew => Delivery::Done(None),
            delivery => delivery,
        }
    }

    /// Answers a press.
    pub async fn answer(&self, answer: &PressAnswer) -> Delivery {
        let done = self.carry::<IgnoredAny>(ANSWER, answer, None, CALL_SECONDS_MAX);
        ended(done.await.map(|_| None))
    }

    /// Says in a group that we talk alone, with a button that leads to us.
    pub async fn greet_group(
        &self,
        chat: ChatId,
        html: &str,
        label: &str,
        username: &str,
    ) -> Delivery {
        let mut call = SendMessage::new(chat, html)
            .parse_mode(ParseMode::Html)
            .link_preview_options(NO_PREVIEW)
            .disable_notification(true);
        if let Ok(url) = Url::parse(&format!("https://t.me/{username}?start=group")) {
            let button = InlineKeyboardButton::url(label, url);
            call = call.reply_markup(InlineKeyboardMarkup::new([[button]]));
        }
        self.done(&call).await
    }

    /// The next updates as Telegram wrote them, after waiting for at most `wait` if there are none.
    ///
    /// With an `offset`, every update with a smaller number is forgotten by Telegram.
    ///
    /// # Errors
    /// Why there are none.
    pub async fn updates(
        &self,
        offset: Option<u32>,
        wait: Duration,
    ) -> Result<Vec<Box<RawValue>>, Failure> {
        let wait = wait.min(WAIT_SECONDS_MAX);
        let ask = GetUpdates {
            offset,
            timeout: wait.as_secs(),
            allowed_updates: UPDATE_KINDS,
        };
        let limit = wait + CALL_SECONDS_MAX;
        self.carry("GetUpdates", &ask, None, limit).await
    }

    /// Asks something whose answer matters.
    ///
    /// # Errors
    /// Why there is no answer.
    pub(super) async fn ask<P>(&self, params: &P) -> Result<P::Output, Failure>
    where
        P: Payload + Serialize,
        P::Output: DeserializeOwned,
    {
        self.carry(P::NAME, params, None, CALL_SECONDS_MAX).await
    }

    /// Does something whose answer says nothing more.
    pub(super) async fn done<P: Payload + Serialize>(&self, params: &P) -> Delivery {
        let done = self.carry::<IgnoredAny>(P::NAME, params, None, CALL_SECONDS_MAX);
        ended(done.await.map(|_| None))
    }

    /// Does something whose answer is the message that now stands there.
    async fn shown<P: Payload + Serialize>(&self, params: &P) -> Delivery {
        let shown = self.carry::<Standing>(P::NAME, params, None, CALL_SECONDS_MAX);
        ended(shown.await.map(|standing| standing.id()))
    }

    async fn carry<T: DeserializeOwned>(
        &self,
        method: &'static str,
        params: &impl Serialize,
        file: Option<Attachment>,
        limit: Duration,
    ) -> Result<T, Failure> {
        let call = Call {
            method,
            // Parameters are structs of plain values, which always can be written.
            params: serde_json::to_vec(params).unwrap_or_default(),
            file,
        };
        outcome::read(&self.within(limit, call).await?)
    }

    async fn within(&self, limit: Duration, call: Call) -> Result<Raw, Failure> {
        let answer = tokio::time::timeout(limit, self.wire.carry(call)).await;
        answer
            .unwrap_or(Err(Lost::Unanswered))
            .map_err(Failure::Lost)
    }
}

/// The answer to a press, with a line over the chat if there is something to say.
#[derive(Serialize)]
pub struct PressAnswer {
    callback_query_id: CallbackQueryId,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

impl PressAnswer {
    /// A longer text is cut at Telegram's limit.
    pub fn new(callback_query_id: CallbackQueryId, text: Option<String>) -> Self {
        let cut = |text: String| text.chars().take(ANSWER_CHARS_MAX).collect();
        Self {
            callback_query_id,
            text: text.map(cut),
        }
    }

    /// As Telegram takes it in the reply to a webhook.
    pub fn in_reply(&self) -> Vec<u8> {
        #[derive(Serialize)]
        struct Reply<'a> {
            method: &'static str,
            #[serde(flatten)]
            answer: &'a PressAnswer,
        }
        let reply = Reply {
            method: ANSWER,
            answer: self,
        };
        // Plain values always can be written.
        serde_json::to_vec(&reply).unwrap_or_default()
    }
}

const ANSWER: &str = "answerCallbackQuery";

/// How a call ended.
fn ended(answer: Result<Option<MessageId>, Failure>) -> Delivery {
    match answer {
        Ok(message) => Delivery::Done(message),
        Err(failure) => Delivery::of(&failure),
    }
}

/// Telegram's own `getUpdates`, with the kinds that we understand.
#[derive(Serialize)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<u32>,
    timeout: u64,
    allowed_updates: [types::AllowedUpdate; 4],
}

/// A preview of the bank's page would push the text away, and looks like a fraud.
const NO_PREVIEW: LinkPreviewOptions = LinkPreviewOptions {
    is_disabled: true,
    url: None,
    prefer_small_media: false,
    prefer_large_media: false,
    show_above_text: false,
};
