//! How things stand at Telegram. Each question is asked once, is bounded, and changes nothing.

use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::Url;
use serde::Serialize;
use serde::de::DeserializeOwned;
use teloxide::payloads::{GetMe, GetWebhookInfo};
use teloxide::requests::Payload;

use super::outcome::{Failure, Refusal};
use super::send::BotApi;

/// The longest that somebody who looks may have to wait for one answer.
const LOOK_SECONDS_MAX: Duration = Duration::from_secs(8);

/// Why nothing could be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unseen {
    /// Telegram does not know the token.
    Token,
    /// Telegram says no, with this code.
    Refused(u16),
    /// Nobody answers, or not in time.
    Silent,
}

/// Where the updates of the bot go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// `None` when they are waited for by polling.
    pub url: Option<Url>,
    /// How many wait at Telegram.
    pub pending: u32,
    /// When an update could last not be brought, and what Telegram says about it.
    pub error: Option<(DateTime<Utc>, String)>,
}

impl BotApi {
    /// The name of the bot, without `@`; `None` when it has none.
    ///
    /// # Errors
    /// Why nothing could be seen.
    pub async fn look_at_name(&self) -> Result<Option<String>, Unseen> {
        let me = self.look(&GetMe::new()).await?;
        Ok(me.user.username)
    }

    /// Where its updates go.
    ///
    /// # Errors
    /// Why nothing could be seen.
    pub async fn look_at_webhook(&self) -> Result<Webhook, Unseen> {
        let webhook = self.look(&GetWebhookInfo::new()).await?;
        let words = webhook.last_error_message.unwrap_or_default();
        Ok(Webhook {
            url: webhook.url,
            pending: webhook.pending_update_count,
            error: webhook.last_error_date.map(|at| (at, words)),
        })
    }

    async fn look<P>(&self, question: &P) -> Result<P::Output, Unseen>
    where
        P: Payload + Serialize,
        P::Output: DeserializeOwned,
    {
        match tokio::time::timeout(LOOK_SECONDS_MAX, self.ask(question)).await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(Failure::Refused(Refusal {
                code: 401 | 404, ..
            }))) => Err(Unseen::Token),
            Ok(Err(Failure::Refused(refusal))) => Err(Unseen::Refused(refusal.code)),
            Ok(Err(Failure::Unreadable(_) | Failure::Lost(_))) | Err(_) => Err(Unseen::Silent),
        }
    }
}
