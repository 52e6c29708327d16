//! What an operator may set. It is read once, at the start; everything that is wrong is told together, and nothing
//! that was written is ever repeated.

pub mod fault;
pub mod log;
pub mod settings;

use std::net::SocketAddr;
use std::num::NonZeroU32;

use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};

pub use fault::{Fault, Faults};
pub use log::{Log, LogFormat};
pub use settings::{SETTINGS, Setting, unknown};

use crate::runtime::bot::Intake;
use crate::store::redis::RedisOptions;
use crate::store::{ChatId, StoreUrl};

/// The longest secret that Telegram sends along with an update.
const WEBHOOK_SECRET_LENGTH_MAX: usize = 256;
/// Telegram's own server.
const TELEGRAM_HOST: &str = "api.telegram.org";
/// The ports on which Telegram's own server looks for a webhook.
const WEBHOOK_PORTS: [u16; 4] = [443, 80, 88, 8443];
/// Many more replicas than anybody waits for.
const WAIT_REPLICAS_MAX: u32 = 16;
/// Telegram gives nobody more, whatever is paid for it.
const UNASKED_A_SECOND_MAX: u32 = 1000;

/// How the bot is to run. No part of it that is secret can be printed by mistake.
pub struct Config {
    /// The bot's token, as BotFather gave it.
    pub token: SecretString,
    /// Where the Bot API answers.
    pub api_url: Url,
    /// Where records are kept.
    pub store: StoreUrl,
    /// Whether a store that may lose records will do, and how many replicas must hold a commit.
    pub redis: RedisOptions,
    /// How updates arrive.
    pub intake: Intake,
    /// How many unasked messages all copies of the bot together send a second.
    pub unasked_a_second: NonZeroU32,
    /// Where health and metrics are answered; `None` is nowhere.
    pub ops_listen: Option<SocketAddr>,
    /// The private chats that may ask for `/stats`.
    pub admins: Vec<ChatId>,
    /// What is written to the log, and how.
    pub log: Log,
}

impl Config {
    /// Reads the settings, each looked up by its name in [`SETTINGS`]. An empty one counts as not set.
    ///
    /// # Errors
    /// Everything that is missing or wrong, at once.
    pub fn read(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, Faults> {
        let said = Said(&lookup);
        let mut faults = Faults::default();
        let token = faults.keep(token(&said));
        let api_url = faults.keep(api_url(&said));
        let (store, redis) = store(&said, &mut faults);
        let intake = intake(&said, api_url.as_ref(), &mut faults);
        let unasked_a_second = faults.keep(unasked_a_second(&said));
        let ops_listen = faults.keep(said.address("OPS_LISTEN"));
        let admins = faults.keep(admins(&said));
        let log = faults.keep_all(Log::read(&lookup));

        if let Some(Intake::Webhook { url, listen, .. }) = &intake {
            let token = token.as_ref().map(ExposeSecret::expose_secret);
            if token.is_some_and(|token| url.as_str().contains(token)) {
                faults.add(Fault::WebhookUrlHoldsToken);
            }
            let ops_port = ops_listen.flatten().map(|listen| listen.port());
            if ops_port == Some(listen.port()) && listen.port() != 0 {
                faults.add(Fault::ListenTwice);
            }
        }
        match (
            (token, api_url, store, redis),
            (intake, unasked_a_second, ops_listen, admins, log),
        ) {
            (
                (Some(token), Some(api_url), Some(store), Some(redis)),
                (Some(intake), Some(unasked_a_second), Some(ops_listen), Some(admins), Some(log)),
            ) if faults.is_empty() => Ok(Self {
                token,
                api_url,
                store,
                redis,
                intake,
                unasked_a_second,
                ops_listen,
                admins,
                log,
            }),
            _ => Err(faults),
        }
    }

    /// Where records are kept: all that `gilbot store` needs to know. `url` counts instead of `STORE_URL`.
    ///
    /// # Errors
    /// What is wrong with the settings of the store.
    pub fn store(
        lookup: impl Fn(&str) -> Option<String>,
        url: Option<&str>,
    ) -> Result<(StoreUrl, RedisOptions), Faults> {
        let lookup = |name: &str| match (url, name) {
            (Some(url), "STORE_URL") => Some(url.to_owned()),
            (Some(_), "STORE_URL_FILE") => None,
            _ => lookup(name),
        };
        let mut faults = Faults::default();
        match store(&Said(&lookup), &mut faults) {
            (Some(store), Some(redis)) if faults.is_empty() => Ok((store, redis)),
            _ => Err(faults),
        }
    }

    /// Where health is answered: all that `gilbot health` needs to know.
    ///
    /// # Errors
    /// When it is not set, or is no address.
    pub fn ops_listen(lookup: impl Fn(&str) -> Option<String>) -> Result<SocketAddr, Fault> {
        let address = Said(&lookup).address("OPS_LISTEN")?;
        address.ok_or(Fault::Listen("OPS_LISTEN"))
    }
}

/// What the operator has said, by name.
struct Said<'a>(&'a dyn Fn(&str) -> Option<String>);

impl Said<'_> {
    fn word(&self, name: &str) -> Option<String> {
        let word = (self.0)(name)?.trim().to_owned();
        (!word.is_empty()).then_some(word)
    }

    /// A word that may stand in a file instead, whose path the setting `name_file` holds.
    fn secret(&self, name: &'static str, name_file: &'static str) -> Result<Option<String>, Fault> {
        let (word, file) = (self.word(name), self.word(name_file));
        let Some(file) = file else { return Ok(word) };
        if word.is_some() {
            return Err(Fault::SaidTwice(name));
        }
        match std::fs::read_to_string(file) {
            Ok(text) if !text.trim().is_empty() => Ok(Some(text.trim().to_owned())),
            _ => Err(Fault::File(name_file)),
        }
    }

    fn address(&self, name: &'static str) -> Result<Option<SocketAddr>, Fault> {
        let parse = |word: String| word.parse().map_err(|_| Fault::Listen(name));
        self.word(name).map(parse).transpose()
    }
}

/// `123456789:AAE…`: the bot's number, a colon, and letters.
fn token(said: &Said) -> Result<SecretString, Fault> {
    let token = said.secret("TELOXIDE_TOKEN", "TELOXIDE_TOKEN_FILE")?;
    let token = token.ok_or(Fault::TokenMissing)?;
    let (number, letters) = token.split_once(':').ok_or(Fault::Token)?;
    let well_formed = !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && !letters.is_empty()
        && letters.bytes().all(is_plain);
    if well_formed {
        Ok(token.into())
    } else {
        Err(Fault::Token)
    }
}

fn api_url(said: &Said) -> Result<Url, Fault> {
    let word = said.word("TELOXIDE_API_URL");
    let word = word.as_deref().unwrap_or(settings::API_URL_DEFAULT);
    let url = Url::parse(word).map_err(|_| Fault::ApiUrl)?;
    let well_formed = matches!(url.scheme(), "http" | "https") && url.has_host();
    well_formed.then_some(url).ok_or(Fault::ApiUrl)
}

fn store(said: &Said, faults: &mut Faults) -> (Option<StoreUrl>, Option<RedisOptions>) {
    let url = said
        .secret("STORE_URL", "STORE_URL_FILE")
        .map(|word| word.unwrap_or_else(|| settings::STORE_URL_DEFAULT.into()))
        .and_then(|word| word.parse::<StoreUrl>().map_err(Fault::Store));
    let url = faults.keep(url);

    let allow_volatile = match said.word("STORE_ALLOW_VOLATILE").as_deref() {
        None | Some("no") => Ok(false),
        Some("yes") => Ok(true),
        Some(_) => Err(Fault::AllowVolatile),
    };
    let wait_replicas = match said.word("STORE_WAIT_REPLICAS").map(|word| word.parse()) {
        None => Ok(0),
        Some(Ok(count)) if count <= WAIT_REPLICAS_MAX => Ok(count),
        Some(_) => Err(Fault::WaitReplicas),
    };
    let options = match (faults.keep(allow_volatile), faults.keep(wait_replicas)) {
        (Some(allow_volatile), Some(wait_replicas)) => Some(RedisOptions {
            allow_volatile,
            wait_replicas,
        }),
        _ => None,
    };
    if let (Some(StoreUrl::Sqlite(path)), Some(options)) = (&url, &options) {
        if path == ":memory:" && !options.allow_volatile {
            faults.add(Fault::Volatile);
        }
        if options.wait_replicas > 0 {
            faults.add(Fault::ReplicasOfFile);
        }
    }
    (url, options)
}

fn unasked_a_second(said: &Said) -> Result<NonZeroU32, Fault> {
    let word = said.word("UNASKED_A_SECOND");
    let word = word
        .as_deref()
        .unwrap_or(settings::UNASKED_A_SECOND_DEFAULT);
    match word.parse::<NonZeroU32>() {
        Ok(count) if count.get() <= UNASKED_A_SECOND_MAX => Ok(count),
        _ => Err(Fault::UnaskedASecond),
    }
}

/// Numbers of private chats, which are greater than zero; those of groups are not.
fn admins(said: &Said) -> Result<Vec<ChatId>, Fault> {
    let list = said.word("ADMIN_CHAT_IDS").unwrap_or_default();
    let numbers = list.split(',').map(str::trim).filter(|it| !it.is_empty());
    let chat = |number: &str| number.parse().ok().filter(|number| *number > 0).map(ChatId);
    let chats: Option<Vec<_>> = numbers.map(chat).collect();
    chats.ok_or(Fault::AdminChatIds)
}

/// Polling, or a webhook of which all three parts are set.
fn intake(said: &Said, api_url: Option<&Url>, faults: &mut Faults) -> Option<Intake> {
    let url = said.word("WEBHOOK_URL");
    let listen = faults.keep(said.address("WEBHOOK_LISTEN"));
    let secret = faults.keep(said.secret("WEBHOOK_SECRET", "WEBHOOK_SECRET_FILE"));
    if matches!((&url, &listen, &secret), (None, Some(None), Some(None))) {
        return Some(Intake::Polling);
    }
    let url = url.ok_or(Fault::WebhookUrlMissing);
    let url = faults.keep(url.and_then(|url| webhook_url(&url, api_url)));
    let listen = listen
        .map(|listen| listen.ok_or(Fault::WebhookListenMissing))
        .and_then(|listen| faults.keep(listen));
    let secret = secret
        .map(|secret| secret.ok_or(Fault::WebhookSecretMissing))
        .and_then(|secret| faults.keep(secret.and_then(webhook_secret)));
    Some(Intake::Webhook {
        url: url?,
        listen: listen?,
        secret: secret?,
    })
}

/// What Telegram will take. A server of one's own takes any port, and a bot beside it needs no TLS.
fn webhook_url(word: &str, api_url: Option<&Url>) -> Result<Url, Fault> {
    let url = Url::parse(word).map_err(|_| Fault::WebhookUrl)?;
    let host = url.host_str().ok_or(Fault::WebhookUrl)?;
    let is_beside_us = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    let is_telegrams = api_url.is_none_or(|api| api.host_str() == Some(TELEGRAM_HOST));
    let port = url.port_or_known_default();
    let is_known = port.is_some_and(|port| WEBHOOK_PORTS.contains(&port));
    match url.scheme() {
        "http" if is_beside_us => Ok(url),
        "https" if is_known || is_beside_us || !is_telegrams => Ok(url),
        "https" => Err(Fault::WebhookPort),
        _ => Err(Fault::WebhookUrl),
    }
}

fn webhook_secret(secret: String) -> Result<SecretString, Fault> {
    if secret.len() <= WEBHOOK_SECRET_LENGTH_MAX && secret.bytes().all(is_plain) {
        Ok(secret.into())
    } else {
        Err(Fault::WebhookSecret)
    }
}

/// Letters, digits, `_` and `-`: what tokens and secrets of Telegram are made of.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}
