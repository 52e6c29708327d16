//! `/stats` in the chat of an admin: a few lines, and pictures of the ways that most people walk.

use teloxide::types::ChatId;

use super::drawn::{funnels, heading};
use super::report::Report;
use super::told::{nothing, told};
use crate::locales::{Language, Said};
use crate::picture::funnel;
use crate::runtime::deliver::Courier;
use crate::runtime::gauge;
use crate::runtime::picturing::drawn;

/// The name under which the picture travels.
const FILE_NAME: &str = "gilbot-stats.png";

impl Courier {
    /// Says how people fare. Nothing of it is owed: whoever does not get it asks again.
    pub(in crate::runtime) async fn tell_stats(&self, chat: ChatId, language: Language) {
        let now = self.clock.now();
        let report = Report::read(&self.tally, self.store.as_ref(), now).await;
        let html = match &report {
            Ok(report) => told(report, &self.words, language),
            Err(error) => {
                tracing::warn!(%error, "the counts could not be read");
                nothing(language).to_owned()
            }
        };
        let said = Said {
            html,
            keyboard: Vec::new(),
        };
        gauge::sent(&self.api.show_anew(chat, &said, true).await);
        let Ok(report) = report else { return };
        let heading = heading(&report, language);
        for way in funnels(&report, &self.words, language) {
            let (over, caption) = (heading.clone(), format!("{heading}: {}", way.name));
            // What cannot be drawn is seen at `/ops`.
            if let Some(png) = drawn(move || funnel::png(&over, &way)).await {
                let sent = self.api.show_picture(chat, FILE_NAME, png, &caption);
                gauge::sent(&sent.await);
            }
        }
    }
}
