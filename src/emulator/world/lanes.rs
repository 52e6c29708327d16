//! The webhook: where updates are posted, and in which order.
//!
//! Every lane is strictly in order: its next update goes out only after a 2xx for the one before. Lanes go side by
//! side, up to `max_connections` at a time. A failed update is posted again at once, then after 2, 4, 8 … 32, then every
//! 60 seconds, or after the `Retry-After` of the answer; it is given up only when its lifetime ends. As at Telegram, no
//! more than twice `max_connections` lanes are looked at, so that many failing chats stop all others. Left out: a single
//! connection after ten seconds without success, and the closing of a webhook that says 410 for a day.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::World;
use super::error::Refusal;
use super::methods::Reply;
use super::params::Params;

/// Ports to which Telegram delivers.
const PORTS: [u16; 4] = [443, 80, 88, 8443];
/// The longest wait that a `Retry-After` may ask for.
const RETRY_AFTER_SECONDS_MAX: u64 = 3_600;

#[derive(Debug)]
pub(super) struct Webhook {
    url: String,
    secret: Option<String>,
    max_connections: usize,
    last_error: Option<(DateTime<Utc>, String)>,
    generation: u64,
    /// Lanes whose first update is on its way.
    sending: BTreeSet<i64>,
    /// Lanes that wait before they try again.
    waiting: BTreeSet<i64>,
    /// Failures in a row, by lane.
    failures: BTreeMap<i64, u32>,
}

/// One update, ready to be posted.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// Where to.
    pub url: String,
    /// What the secret header must say.
    pub secret: Option<String>,
    /// The update's id.
    pub update_id: i32,
    /// The update.
    pub body: Value,
    /// The lane it travels on.
    pub lane: i64,
    generation: u64,
}

/// How posting an update ended.
#[derive(Clone, Debug)]
pub enum Delivered {
    /// The bot answered with a 2xx.
    Taken,
    /// It did not: the reason in words, and the `Retry-After` in seconds, if there was one.
    Failed(String, Option<u64>),
}

impl World {
    /// The updates that may go out now; their lanes are busy until `delivered` is told.
    pub fn parcels(&mut self) -> Vec<Parcel> {
        self.drop_expired();
        let Some(webhook) = &mut self.webhook else {
            return Vec::new();
        };
        let mut seen = BTreeSet::new();
        let mut parcels = Vec::new();
        for update in &self.queue.pending {
            if seen.len() >= 2 * webhook.max_connections
                || webhook.sending.len() >= webhook.max_connections
            {
                break;
            }
            let busy = webhook.sending.contains(&update.lane);
            if !seen.insert(update.lane) || busy || webhook.waiting.contains(&update.lane) {
                continue;
            }
            webhook.sending.insert(update.lane);
            parcels.push(Parcel {
                url: webhook.url.clone(),
                secret: webhook.secret.clone(),
                update_id: update.id,
                body: update.body.clone(),
                lane: update.lane,
                generation: webhook.generation,
            });
        }
        parcels
    }

    /// Tells how posting ended; returns how many seconds the lane must rest before `rested` is told. What was posted
    /// for an older webhook changes nothing.
    pub fn delivered(&mut self, parcel: &Parcel, ended: Delivered) -> Option<u64> {
        let now = self.now;
        let webhook = self
            .webhook
            .as_mut()
            .filter(|webhook| webhook.generation == parcel.generation)?;
        webhook.sending.remove(&parcel.lane);
        match ended {
            Delivered::Taken => {
                webhook.failures.remove(&parcel.lane);
                self.queue.forget(parcel.update_id);
                None
            }
            Delivered::Failed(reason, retry_after) => {
                webhook.last_error = Some((now, reason));
                let failures = webhook.failures.entry(parcel.lane).or_insert(0);
                let rest = match retry_after {
                    Some(seconds) => seconds.min(RETRY_AFTER_SECONDS_MAX),
                    None => {
                        *failures += 1;
                        rest_seconds(*failures)
                    }
                };
                if rest == 0 {
                    return None;
                }
                webhook.waiting.insert(parcel.lane);
                Some(rest)
            }
        }
    }

    /// The lane of this parcel has rested and may try again.
    pub fn rested(&mut self, parcel: &Parcel) {
        if let Some(webhook) = &mut self.webhook
            && webhook.generation == parcel.generation
        {
            webhook.waiting.remove(&parcel.lane);
        }
    }

    /// Why the latest failed post failed, in the words of `getWebhookInfo`.
    pub fn webhook_error(&self) -> Option<&str> {
        let (_, reason) = self.webhook.as_ref()?.last_error.as_ref()?;
        Some(reason)
    }

    pub(super) fn set_webhook(&mut self, params: &Params) -> Result<Reply, Refusal> {
        let url = params.text("url")?.unwrap_or_default().to_owned();
        if url.is_empty() {
            return self.delete_webhook(params);
        }
        refuse_bad_url(&url)?;
        let secret = params.text("secret_token")?.map(str::to_owned);
        if secret.as_deref().is_some_and(|secret| !is_secret(secret)) {
            return Err(Refusal::bad_request(
                "secret token contains unallowed characters",
            ));
        }
        let connections = params.integer("max_connections")?.unwrap_or(40);
        let max_connections = usize::try_from(connections.clamp(1, 100)).unwrap_or(40);
        let allowed = self.allowed().to_vec();
        self.set_allowed(params)?;
        self.drop_pending(params)?;
        let same = self.webhook.as_ref().is_some_and(|old| {
            old.url == url && old.secret == secret && old.max_connections == max_connections
        });
        if same && allowed == self.allowed() {
            return Ok(said("Webhook is already set"));
        }
        self.webhook_generation += 1;
        self.webhook = Some(Webhook {
            url,
            secret,
            max_connections,
            last_error: None,
            generation: self.webhook_generation,
            sending: BTreeSet::new(),
            waiting: BTreeSet::new(),
            failures: BTreeMap::new(),
        });
        Ok(said("Webhook was set"))
    }

    pub(super) fn delete_webhook(&mut self, params: &Params) -> Result<Reply, Refusal> {
        self.drop_pending(params)?;
        Ok(match self.webhook.take() {
            Some(_) => said("Webhook was deleted"),
            None => said("Webhook is already deleted"),
        })
    }

    pub(super) fn webhook_info(&mut self, _: &Params) -> Result<Reply, Refusal> {
        let mut info = json!({
            "url": "",
            "has_custom_certificate": false,
            "pending_update_count": self.pending_updates(),
        });
        if let Some(webhook) = &self.webhook {
            info["url"] = json!(webhook.url);
            info["max_connections"] = json!(webhook.max_connections);
            if let Some((at, reason)) = &webhook.last_error {
                info["last_error_date"] = json!(at.timestamp());
                info["last_error_message"] = json!(reason);
            }
        }
        if !self.allowed().is_empty() {
            info["allowed_updates"] = json!(self.allowed());
        }
        Ok(Reply::of(info))
    }

    fn drop_pending(&mut self, params: &Params) -> Result<(), Refusal> {
        if params.flag("drop_pending_updates")? {
            self.queue.pending.clear();
        }
        Ok(())
    }
}

fn said(description: &'static str) -> Reply {
    Reply {
        description: Some(description),
        ..Reply::yes()
    }
}

/// After the first failure not at all, then 2, 4, 8, 16, 32, then 60 seconds.
fn rest_seconds(failures: u32) -> u64 {
    match failures {
        0 | 1 => 0,
        2..=6 => 1 << (failures - 1),
        _ => 60,
    }
}

/// https on one of Telegram's ports; plain http only to this very machine.
fn refuse_bad_url(url: &str) -> Result<(), Refusal> {
    let refuse = |reason: &str| Err(Refusal::bad_request(format!("bad webhook: {reason}")));
    let Ok(parsed) = reqwest::Url::parse(url) else {
        return refuse("invalid URL specified");
    };
    let host = parsed.host_str().unwrap_or_default();
    let loopback = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    match parsed.scheme() {
        "http" | "https" if loopback => Ok(()),
        "https" if !PORTS.contains(&parsed.port_or_known_default().unwrap_or(0)) => {
            refuse("Webhook can be set up only on ports 80, 88, 443 or 8443")
        }
        "https" => Ok(()),
        _ => refuse("An HTTPS URL must be provided for webhook"),
    }
}

fn is_secret(secret: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    (1..=256).contains(&secret.len()) && secret.bytes().all(plain)
}
