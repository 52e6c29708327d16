//! What is said to Telegram once, at the start: who we are, what our commands are, where updates go.

use std::time::Duration;

use reqwest::Url;
use serde::Serialize;
use serde::de::DeserializeOwned;
use teloxide::payloads::{
    DeleteWebhook, GetMe, GetMyCommands, GetMyCommandsSetters, GetMyDescription, GetMyName,
    GetMyShortDescription, GetWebhookInfo, SetMyCommands, SetMyCommandsSetters, SetMyDescription,
    SetMyDescriptionSetters, SetMyName, SetMyNameSetters, SetMyShortDescription,
    SetMyShortDescriptionSetters, SetWebhook, SetWebhookSetters,
};
use teloxide::requests::Payload;
use teloxide::types::{AllowedUpdate, BotCommand, BotCommandScope, ChatId, Me};

use super::command;
use super::outcome::{Delivery, Failure, PAUSE};
use super::send::BotApi;
use crate::dialogue::text::Text;
use crate::locales::{Language, Words};

/// The kinds of update that we understand; Telegram keeps the others to itself.
pub const UPDATE_KINDS: [AllowedUpdate; 4] = [
    AllowedUpdate::Message,
    AllowedUpdate::EditedMessage,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::MyChatMember,
];

/// Between attempts to reach Telegram: one second, then twice as long each time, up to this.
const PAUSE_SECONDS_MAX: Duration = Duration::from_secs(30);

/// Why the bot cannot start. Never holds the token.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    #[error(
        "Telegram does not know this bot token. Copy it again from @BotFather, the whole line, and start again."
    )]
    Token,
    #[error("This bot has no user name; give it one at @BotFather.")]
    NoUsername,
    #[error(
        "Updates of this bot go to a webhook at {host}, so that polling would get none. Another copy of the bot may be \
         running there. Stop it and run `gilbot webhook-remove`, or start this one with WEBHOOK_URL too."
    )]
    WebhookElsewhere { host: String },
    #[error("Telegram refuses {what}: {why}")]
    Refused { what: &'static str, why: String },
}

impl BotApi {
    /// Who we are. Waits for Telegram as long as it takes.
    ///
    /// # Errors
    /// When the token is not that of a bot.
    pub async fn who_am_i(&self) -> Result<Me, SetupError> {
        let me = self.insist("getMe", &GetMe::new()).await?;
        if me.user.username.is_none() {
            return Err(SetupError::NoUsername);
        }
        Ok(me)
    }

    /// Sends updates to this address.
    ///
    /// It is always said, not only when `getWebhookInfo` shows another address: the secret cannot be asked for, and to
    /// say the same again changes nothing at Telegram, so that several copies of the bot may start one after another.
    ///
    /// # Errors
    /// When Telegram refuses the address, or the token.
    pub async fn ensure_webhook(&self, url: &Url, secret: &str) -> Result<(), SetupError> {
        let call = SetWebhook::new(url.clone())
            .secret_token(secret)
            .allowed_updates(UPDATE_KINDS);
        self.insist("setWebhook", &call).await.map(|_| ())
    }

    /// Takes the webhook away, so that polling may begin. What waits at Telegram stays there.
    ///
    /// # Errors
    /// When Telegram refuses the token.
    pub async fn remove_webhook(&self) -> Result<(), SetupError> {
        let call = DeleteWebhook::new();
        self.insist("deleteWebhook", &call).await.map(|_| ())
    }

    /// Makes sure that no webhook takes the updates away from polling.
    ///
    /// # Errors
    /// When there is one: taking it away unasked might silence another copy of the bot.
    pub async fn ensure_no_webhook(&self) -> Result<(), SetupError> {
        let call = GetWebhookInfo::new();
        let webhook = self.insist("getWebhookInfo", &call).await?;
        match webhook.url {
            None => Ok(()),
            Some(url) => Err(SetupError::WebhookElsewhere {
                host: url.host_str().unwrap_or("an unknown place").to_owned(),
            }),
        }
    }

    /// How many updates wait at Telegram; `None` when it does not say.
    pub async fn waiting_updates(&self) -> Option<u32> {
        let webhook = self.ask(&GetWebhookInfo::new()).await;
        webhook.ok().map(|webhook| webhook.pending_update_count)
    }

    /// Sets commands, name and descriptions in every language, each only if it differs: Telegram allows few such
    /// changes a day. What does not succeed is left for the next start and told; the bot works without it.
    pub async fn dress(&self, words: &Words) -> Vec<(Language, &'static str)> {
        let mut left = Vec::new();
        for language in [Language::Korean, Language::English] {
            let results = [
                ("commands", self.dress_commands(words, language).await),
                ("name", self.dress_name(words, language).await),
                ("description", self.dress_description(words, language).await),
                ("short description", self.dress_short(words, language).await),
            ];
            for (what, result) in results {
                if let Err(why) = result {
                    tracing::warn!(what, ?language, ?why, "the profile stays as it is");
                    left.push((language, what));
                }
            }
        }
        left
    }

    /// Puts the command of admins into the menu of these chats. What does not succeed is told, without the chat: the
    /// command works all the same.
    pub async fn dress_for_admins(&self, words: &Words, admins: &[ChatId]) {
        for chat in admins {
            let scope = BotCommandScope::Chat {
                chat_id: (*chat).into(),
            };
            let names = [command::names(), vec![command::STATS.to_owned()]].concat();
            for language in [Language::Korean, Language::English] {
                let set = self.dress_menu(words, language, scope.clone(), &names);
                if let Err(why) = set.await {
                    tracing::warn!(?language, ?why, "the menu of an admin stays as it is");
                }
            }
        }
    }

    async fn dress_commands(&self, words: &Words, language: Language) -> Result<(), Delivery> {
        let scope = BotCommandScope::AllPrivateChats;
        self.dress_menu(words, language, scope, &command::names())
            .await
    }

    async fn dress_menu(
        &self,
        words: &Words,
        language: Language,
        scope: BotCommandScope,
        names: &[String],
    ) -> Result<(), Delivery> {
        let wanted: Vec<BotCommand> = names
            .iter()
            .map(|name| {
                let description = say(words, language, &format!("command-{name}"));
                BotCommand::new(name, description)
            })
            .collect();
        let mut ask = GetMyCommands::new().scope(scope.clone());
        ask.language_code = code(language);
        if self.asked(&ask).await? != wanted {
            let mut set = SetMyCommands::new(wanted).scope(scope);
            set.language_code = code(language);
            self.asked(&set).await?;
        }
        Ok(())
    }

    async fn dress_name(&self, words: &Words, language: Language) -> Result<(), Delivery> {
        let wanted = say(words, language, "bot-name");
        let mut ask = GetMyName::new();
        ask.language_code = code(language);
        if self.asked(&ask).await?.name != wanted {
            let mut set = SetMyName::new().name(wanted);
            set.language_code = code(language);
            self.asked(&set).await?;
        }
        Ok(())
    }

    async fn dress_description(&self, words: &Words, language: Language) -> Result<(), Delivery> {
        let wanted = say(words, language, "bot-description");
        let mut ask = GetMyDescription::new();
        ask.language_code = code(language);
        if self.asked(&ask).await?.description != wanted {
            let mut set = SetMyDescription::new().description(wanted);
            set.language_code = code(language);
            self.asked(&set).await?;
        }
        Ok(())
    }

    async fn dress_short(&self, words: &Words, language: Language) -> Result<(), Delivery> {
        let wanted = say(words, language, "bot-short-description");
        let mut ask = GetMyShortDescription::new();
        ask.language_code = code(language);
        if self.asked(&ask).await?.short_description != wanted {
            let mut set = SetMyShortDescription::new().short_description(wanted);
            set.language_code = code(language);
            self.asked(&set).await?;
        }
        Ok(())
    }

    async fn asked<P>(&self, call: &P) -> Result<P::Output, Delivery>
    where
        P: Payload + Serialize,
        P::Output: DeserializeOwned,
    {
        let asked = self.ask(call).await;
        asked.map_err(|failure| Delivery::of(&failure))
    }

    /// Makes a call until Telegram answers it.
    ///
    /// # Errors
    /// When the answer is one that trying again does not change.
    async fn insist<P>(&self, what: &'static str, call: &P) -> Result<P::Output, SetupError>
    where
        P: Payload + Serialize,
        P::Output: DeserializeOwned,
    {
        let mut pause = Duration::from_secs(1);
        loop {
            let failure = match self.ask(call).await {
                Ok(answer) => return Ok(answer),
                Err(failure) => failure,
            };
            if matches!(&failure, Failure::Refused(refusal) if matches!(refusal.code, 401 | 404)) {
                return Err(SetupError::Token);
            }
            match Delivery::of(&failure) {
                Delivery::Later(_) | Delivery::Wait(_) | Delivery::Unanswered => {}
                Delivery::Refused(why) => return Err(SetupError::Refused { what, why }),
                Delivery::Done(_) | Delivery::Gone | Delivery::Anew => {
                    let why = "an answer that makes no sense here".to_owned();
                    return Err(SetupError::Refused { what, why });
                }
            }
            // Only Telegram's own wish may be longer than our patience.
            let asked = match failure {
                Failure::Refused(refusal) => refusal.retry_after,
                Failure::Unreadable(_) | Failure::Lost(_) => None,
            };
            let wait = pause.max(asked.unwrap_or(PAUSE));
            let pause_seconds = wait.as_secs();
            tracing::warn!(what, pause_seconds, "Telegram does not answer yet");
            tokio::time::sleep(wait).await;
            pause = (pause * 2).min(PAUSE_SECONDS_MAX);
        }
    }
}

fn say(words: &Words, language: Language, id: &str) -> String {
    words.plain(language, &Text::new(id.to_owned()))
}

/// The code under which a profile in this language is kept; Korean is for everybody who has none of their own.
fn code(language: Language) -> Option<String> {
    (language != Language::Korean).then(|| language.tag().to_owned())
}
