//! Files: a document that was asked for, and a picture.

use serde::Serialize;
use teloxide::types::{ChatId, ParseMode};

use super::{BotApi, CALL_SECONDS_MAX, ended};
use crate::telegram::outcome::{Delivery, Standing};
use crate::telegram::wire::Attachment;

impl BotApi {
    /// Hands over a file with a caption in HTML.
    pub async fn hand_over(
        &self,
        chat: ChatId,
        file_name: &'static str,
        bytes: Vec<u8>,
        caption: &str,
    ) -> Delivery {
        let params = Captioned::new(chat, caption);
        let file = Attachment {
            parameter: "document",
            file_name,
            bytes,
        };
        self.send_file("SendDocument", &params, file).await
    }

    /// Shows a picture with a caption in HTML, without sound.
    pub async fn show_picture(
        &self,
        chat: ChatId,
        file_name: &'static str,
        bytes: Vec<u8>,
        caption: &str,
    ) -> Delivery {
        let params = Captioned {
            disable_notification: true,
            ..Captioned::new(chat, caption)
        };
        let file = Attachment {
            parameter: "photo",
            file_name,
            bytes,
        };
        self.send_file("SendPhoto", &params, file).await
    }

    async fn send_file(
        &self,
        method: &'static str,
        params: &Captioned<'_>,
        file: Attachment,
    ) -> Delivery {
        let sent = self.carry::<Standing>(method, params, Some(file), CALL_SECONDS_MAX);
        ended(sent.await.map(|standing| standing.id()))
    }
}

/// Telegram's own `sendDocument` or `sendPhoto`; the file itself travels beside it.
#[derive(Serialize)]
struct Captioned<'a> {
    chat_id: ChatId,
    caption: &'a str,
    parse_mode: ParseMode,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    disable_notification: bool,
}

impl<'a> Captioned<'a> {
    fn new(chat_id: ChatId, caption: &'a str) -> Self {
        Self {
            chat_id,
            caption,
            parse_mode: ParseMode::Html,
            disable_notification: false,
        }
    }
}
