//! Everything that we ask of Telegram for a chat. Each call is bounded and ends as a [`Delivery`].

use std::future::IntoFuture;
use std::time::Duration;

use reqwest::Url;
use serde::Serialize;
use serde_json::Value;
use teloxide::net::default_reqwest_settings;
use teloxide::payloads::{
    AnswerCallbackQuerySetters, EditMessageTextSetters, SendDocumentSetters, SendMessageSetters,
};
use teloxide::requests::{JsonRequest, Payload, Requester};
use teloxide::types::{
    self, CallbackQueryId, ChatId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile,
    LinkPreviewOptions, Message, ParseMode,
};
use teloxide::{Bot, RequestError};

use super::outcome::{self, Delivery};
use super::press_data;
use super::setup::UPDATE_KINDS;
use crate::dialogue::event::MessageId;
use crate::dialogue::screen::Does;
use crate::locales::{Said, SaidButton};

/// The longest that one call may take. The library waits ten seconds by itself after an error of the server.
pub const CALL_SECONDS_MAX: Duration = Duration::from_secs(27);
/// The longest wait for updates that may be asked for.
pub const WAIT_SECONDS_MAX: Duration = Duration::from_secs(50);
/// The connection itself lives longer than any call, so that it is always ours to end it.
const CONNECTION_SECONDS_MAX: Duration = Duration::from_secs(80);
/// Telegram's limit for the answer to a press, in characters.
const ANSWER_CHARS_MAX: usize = 200;

/// Telegram, as a bot can use it. Deliberately without `Debug`: the token is inside.
#[derive(Clone)]
pub struct BotApi {
    pub(super) bot: Bot,
}

impl BotApi {
    /// `server` is `https://api.telegram.org`, or a server that behaves like it.
    ///
    /// # Errors
    /// When the machine has no usable TLS.
    pub fn new(token: &str, server: Url) -> Result<Self, reqwest::Error> {
        let client = default_reqwest_settings()
            .timeout(CONNECTION_SECONDS_MAX)
            .build()?;
        Ok(Self {
            bot: Bot::with_client(token, client).set_api_url(server),
        })
    }

    /// Makes a key from the token, which stays in here.
    pub fn keyed<T>(&self, make: impl FnOnce(&str) -> T) -> T {
        make(self.bot.token())
    }

    /// Shows a screen in the message that carries the last one.
    pub async fn show_in_place(&self, chat: ChatId, message: MessageId, said: &Said) -> Delivery {
        let request = self
            .bot
            .edit_message_text(chat, types::MessageId(message.0), &said.html)
            .parse_mode(ParseMode::Html)
            .link_preview_options(NO_PREVIEW);
        let call = match markup(said) {
            Some(markup) => request.reply_markup(markup),
            None => request,
        };
        shown(call).await
    }

    /// Shows a screen in a new message; a silent one makes no sound.
    pub async fn show_anew(&self, chat: ChatId, said: &Said, silent: bool) -> Delivery {
        let mut call = self
            .bot
            .send_message(chat, &said.html)
            .parse_mode(ParseMode::Html)
            .link_preview_options(NO_PREVIEW);
        if silent {
            call = call.disable_notification(true);
        }
        if let Some(markup) = markup(said) {
            call = call.reply_markup(markup);
        }
        shown(call).await
    }

    /// Takes the buttons from a message. A message that is gone has none.
    pub async fn strip(&self, chat: ChatId, message: MessageId) -> Delivery {
        let call = self
            .bot
            .edit_message_reply_markup(chat, types::MessageId(message.0));
        match ended(call).await {
            Delivery::Anew => Delivery::Done(None),
            delivery => delivery,
        }
    }

    /// Takes a message out of the chat. Telegram refuses it after 48 hours.
    pub async fn erase(&self, chat: ChatId, message: MessageId) -> Delivery {
        let call = self.bot.delete_message(chat, types::MessageId(message.0));
        match ended(call).await {
            Delivery::Anew => Delivery::Done(None),
            delivery => delivery,
        }
    }

    /// Hands over a file with a caption in HTML.
    pub async fn hand_over(
        &self,
        chat: ChatId,
        file_name: &str,
        bytes: Vec<u8>,
        caption: &str,
    ) -> Delivery {
        let file = InputFile::memory(bytes).file_name(file_name.to_owned());
        let call = self
            .bot
            .send_document(chat, file)
            .caption(caption)
            .parse_mode(ParseMode::Html);
        shown(call).await
    }

    /// Answers a press, with a line over the chat if there is something to say; an alert must be closed by hand.
    pub async fn answer(
        &self,
        callback: CallbackQueryId,
        text: Option<&str>,
        alert: bool,
    ) -> Delivery {
        let mut call = self.bot.answer_callback_query(callback);
        if let Some(text) = text {
            let text: String = text.chars().take(ANSWER_CHARS_MAX).collect();
            call = call.text(text);
            if alert {
                call = call.show_alert(true);
            }
        }
        ended(call).await
    }

    /// Says in a group that we talk alone, with a button that leads to us.
    pub async fn greet_group(
        &self,
        chat: ChatId,
        html: &str,
        label: &str,
        username: &str,
    ) -> Delivery {
        let mut call = self
            .bot
            .send_message(chat, html)
            .parse_mode(ParseMode::Html)
            .link_preview_options(NO_PREVIEW)
            .disable_notification(true);
        if let Ok(url) = Url::parse(&format!("https://t.me/{username}?start=group")) {
            let button = InlineKeyboardButton::url(label, url);
            call = call.reply_markup(InlineKeyboardMarkup::new([[button]]));
        }
        ended(call).await
    }

    /// The next updates as Telegram wrote them, after waiting for at most `wait` if there are none.
    ///
    /// With an `offset`, every update with a smaller number is forgotten by Telegram.
    ///
    /// # Errors
    /// How it ended, if not with updates.
    pub async fn updates(
        &self,
        offset: Option<u32>,
        wait: Duration,
    ) -> Result<Vec<Value>, Delivery> {
        let wait = wait.min(WAIT_SECONDS_MAX);
        let ask = GetUpdates {
            offset,
            timeout: wait.as_secs(),
            allowed_updates: UPDATE_KINDS,
        };
        let call = JsonRequest::new(self.bot.clone(), ask).into_future();
        match tokio::time::timeout(wait + CALL_SECONDS_MAX, call).await {
            Ok(Ok(updates)) => Ok(updates),
            Ok(Err(error)) => {
                if error.to_string().contains("Conflict:") {
                    tracing::warn!("{CONFLICT}");
                }
                Err(Delivery::of_error(&error))
            }
            Err(_) => Err(outcome::cut_off()),
        }
    }
}

/// What a 409 means, in words.
const CONFLICT: &str = "409: another copy of this bot is asking Telegram for updates, or a webhook is set. \
                        Stop the other copy, or run all of them with WEBHOOK_URL.";

/// Telegram's own `getUpdates`, with the updates left as they are.
#[derive(Clone, Serialize)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<u32>,
    timeout: u64,
    allowed_updates: [types::AllowedUpdate; 4],
}

impl Payload for GetUpdates {
    type Output = Vec<Value>;
    const NAME: &'static str = "GetUpdates";
}

/// A preview of the bank's page would push the text away, and looks like a fraud.
const NO_PREVIEW: LinkPreviewOptions = LinkPreviewOptions {
    is_disabled: true,
    url: None,
    prefer_small_media: false,
    prefer_large_media: false,
    show_above_text: false,
};

/// Runs a call within its time.
///
/// # Errors
/// How it ended, if not with an answer.
pub(super) async fn within<T, C>(call: C) -> Result<T, Delivery>
where
    C: IntoFuture<Output = Result<T, RequestError>>,
{
    match tokio::time::timeout(CALL_SECONDS_MAX, call.into_future()).await {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(Delivery::of_error(&error)),
        Err(_) => Err(outcome::cut_off()),
    }
}

/// How a call ended whose answer is the message that now stands there.
async fn shown<C>(call: C) -> Delivery
where
    C: IntoFuture<Output = Result<Message, RequestError>>,
{
    match within(call).await {
        Ok(message) => Delivery::Done(outcome::standing(message.id.0)),
        Err(delivery) => delivery,
    }
}

/// How a call ended whose answer says nothing more.
async fn ended<T, C>(call: C) -> Delivery
where
    C: IntoFuture<Output = Result<T, RequestError>>,
{
    match within(call).await {
        Ok(_) => Delivery::Done(None),
        Err(delivery) => delivery,
    }
}

/// The buttons of a screen, if it has any.
fn markup(said: &Said) -> Option<InlineKeyboardMarkup> {
    let rows: Vec<Vec<InlineKeyboardButton>> = said
        .keyboard
        .iter()
        .map(|row| row.iter().filter_map(button).collect())
        .collect();
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

fn button(said: &SaidButton) -> Option<InlineKeyboardButton> {
    let label = said.label.as_str();
    match &said.does {
        Does::Press(press) => Some(InlineKeyboardButton::callback(
            label,
            press_data::encode(*press),
        )),
        // The addresses are constants, and a test reads them.
        Does::Open(site) => Url::parse(site.url())
            .ok()
            .map(|url| InlineKeyboardButton::url(label, url)),
        Does::Share(_) => {
            let url = Url::parse(said.url.as_deref()?).ok()?;
            Some(InlineKeyboardButton::url(label, url))
        }
    }
}
