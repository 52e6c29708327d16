//! A picture of a certificate: a courtesy beside the screen. It is drawn and sent once; whatever fails, it is not owed.

use std::sync::Arc;

use crate::dialogue::certificate::CertificateId;
use crate::dialogue::pictured;
use crate::dialogue::timeline::Timeline;
use crate::picture::{self, PictureError};
use crate::store::{ChatId, Record, StoreError};
use crate::telegram::outcome::Delivery;

use super::deliver::{Courier, whom};
use super::gauge;
use super::performing::instant_after;

/// The name under which a picture travels.
const FILE_NAME: &str = "gilbot.png";

/// What has been drawn. Drawing is work: the threads that carry messages do not wait for it. What could not be drawn is
/// told in the log and counted.
pub(super) async fn drawn<T: Send + 'static>(
    drawing: impl FnOnce() -> Result<T, PictureError> + Send + 'static,
) -> Option<T> {
    match tokio::task::spawn_blocking(drawing).await {
        Ok(Ok(drawn)) => return Some(drawn),
        Ok(Err(error)) => tracing::warn!(%error, "a picture could not be drawn"),
        Err(_) => tracing::error!("drawing a picture made the program panic"),
    }
    gauge::undrawn();
    None
}

impl Courier {
    /// Sends a picture of this certificate, without sound; its caption says in words what it shows. Where anything is
    /// still owed to the chat, there is none: the screen comes first.
    ///
    /// # Errors
    /// The store's.
    pub(super) async fn picture(&self, chat: ChatId, id: CertificateId) -> Result<(), StoreError> {
        let Some(drawn) = self.settled(chat).await? else {
            return Ok(());
        };
        let Some((png, caption)) = self.drawn(&drawn, id).await else {
            return Ok(());
        };
        // Much may have happened while it was drawn.
        if self.settled(chat).await? != Some(drawn) {
            return Ok(());
        }
        let sent = self
            .api
            .show_picture(whom(chat), FILE_NAME, png, &caption)
            .await;
        gauge::sent(&sent);
        match sent {
            Delivery::Wait(wait) => {
                let until = instant_after(self.clock.now(), wait);
                self.leave_alone(chat, until).await
            }
            Delivery::Done(_)
            | Delivery::Anew
            | Delivery::Later(_)
            | Delivery::Unanswered
            | Delivery::Gone
            | Delivery::Refused(_) => Ok(()),
        }
    }

    /// The record of a chat to which nothing is owed.
    async fn settled(&self, chat: ChatId) -> Result<Option<Record>, StoreError> {
        let record = self.store.load(chat).await?;
        Ok(record.filter(|record| !record.outbox.owes()))
    }

    /// The picture and its caption.
    async fn drawn(&self, record: &Record, id: CertificateId) -> Option<(Vec<u8>, String)> {
        let dialogue = &record.dialogue;
        let certificate = dialogue.certificates.find(id)?;
        let now = self.clock.now();
        let language = dialogue.settings.language;
        let caption = pictured(dialogue, certificate, now);
        let caption = self.words.screen(language, &caption).html;
        let timeline = Timeline::of(certificate, &dialogue.settings, now);
        let words = Arc::clone(&self.words);
        let png = drawn(move || picture::png(&timeline, &words, language)).await?;
        Some((png, caption))
    }
}
