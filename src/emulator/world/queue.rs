//! Updates on their way to the bot: their ids, their lanes, their lifetimes, and `getUpdates`.
//!
//! Confirmation is cumulative: asking from an offset forgets all that came before it. Telegram's deliberate
//! slowing of repeated offsets (within 3 s of real time) is left out, because time here is moved by hand.

use std::collections::VecDeque;

use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use super::World;
use super::error::Refusal;
use super::params::Params;

/// The most delivered updates kept for `repeat`.
const GONE_MAX: usize = 1_000;
/// Kinds that Telegram sends only when asked for by name.
const ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// What `getUpdates` may be asked with.
pub(super) const POLL_PARAMS: &[&str] = &["offset", "limit", "timeout", "allowed_updates"];

#[derive(Clone, Debug)]
pub(super) struct Pending {
    pub id: i32,
    pub lane: i64,
    pub expires: DateTime<Utc>,
    pub body: Value,
}

#[derive(Debug)]
pub(super) struct Queue {
    next_id: i32,
    pub pending: VecDeque<Pending>,
    gone: VecDeque<Pending>,
    allowed: Vec<String>,
    /// The number of the latest poll: an older one that still waits is turned away.
    poller: u64,
}

/// One `getUpdates` that may have to wait.
#[derive(Clone, Debug)]
pub struct Poll {
    number: u64,
    limit: usize,
    /// How long it may wait for an update, in real seconds, 0 to 50.
    pub timeout_seconds: u64,
}

impl Queue {
    pub fn new(next_id: i32) -> Self {
        Self {
            next_id,
            pending: VecDeque::new(),
            gone: VecDeque::new(),
            allowed: Vec::new(),
            poller: 0,
        }
    }

    pub fn forget(&mut self, id: i32) {
        if let Some(place) = self.pending.iter().position(|update| update.id == id)
            && let Some(update) = self.pending.remove(place)
        {
            self.gone.push_back(update);
            if self.gone.len() > GONE_MAX {
                self.gone.pop_front();
            }
        }
    }

    fn allows(&self, kind: &str) -> bool {
        if self.allowed.is_empty() {
            !ON_REQUEST.contains(&kind)
        } else {
            self.allowed.iter().any(|allowed| allowed == kind)
        }
    }
}

impl World {
    /// How many updates wait to be confirmed (polling) or taken with a 2xx (webhook).
    pub fn pending_updates(&self) -> usize {
        let alive = |update: &&Pending| update.expires > self.now;
        self.queue.pending.iter().filter(alive).count()
    }

    /// The id that the next update gets: between two looks at it lie the ids of all that was told meanwhile.
    pub fn next_update_id(&self) -> i32 {
        self.queue.next_id
    }

    /// Puts any update into the queue, such as `{"poll_answer": {…}}` of a kind newer than the bot; returns its id,
    /// or nothing where the bot did not allow the kind. An `update_id` in it is replaced.
    pub fn raw_update(&mut self, update: Value) -> Option<i32> {
        let (kind, payload) = update
            .as_object()?
            .iter()
            .find(|(name, _)| *name != "update_id")?;
        let number = |value: &Value| value.as_i64().unwrap_or(0);
        let chat = match payload.get("chat") {
            Some(chat) => number(&chat["id"]),
            None => number(&payload["message"]["chat"]["id"]),
        };
        let lane = lane(kind, chat, number(&payload["from"]["id"]));
        self.tell(kind, lane, payload.clone())
    }

    /// Delivers an update once more that was taken before, under its old id, as Telegram may; `false` when it is unknown.
    pub fn repeat(&mut self, update_id: i32) -> bool {
        let found = self
            .queue
            .gone
            .iter()
            .find(|update| update.id == update_id)
            .cloned();
        let known = found.is_some();
        self.queue.pending.extend(found);
        let sorted = self.queue.pending.make_contiguous();
        sorted.sort_by_key(|update| update.id);
        known
    }

    /// The ids restart at `next`, as after a quiet week or a move to another server. What was pending is cleared, as
    /// Telegram does; returns how many updates that were.
    pub fn restart_ids(&mut self, next: i32) -> usize {
        let cleared = self.queue.pending.len();
        self.queue.pending.clear();
        self.queue.gone.clear();
        self.queue.next_id = next;
        cleared
    }

    /// Queues an update of this kind, if the bot allows the kind; returns its id.
    pub(super) fn tell(&mut self, kind: &str, lane: i64, payload: Value) -> Option<i32> {
        self.drop_expired();
        if !self.queue.allows(kind) {
            return None;
        }
        let id = self.queue.next_id;
        self.queue.next_id += 1;
        self.queue.pending.push_back(Pending {
            id,
            lane,
            expires: self.now + lifetime(kind),
            body: json!({ "update_id": id, kind: payload }),
        });
        Some(id)
    }

    pub(super) fn drop_expired(&mut self) {
        let now = self.now;
        self.queue.pending.retain(|update| update.expires > now);
    }

    pub(super) fn set_allowed(&mut self, params: &Params) -> Result<(), Refusal> {
        if let Some(list) = params.list("allowed_updates")? {
            let names = list.iter().map(|name| name.as_str().map(str::to_owned));
            self.queue.allowed = names
                .collect::<Option<_>>()
                .ok_or_else(|| super::params::wrong_type("allowed_updates", "Array of String"))?;
        }
        Ok(())
    }

    pub(super) fn allowed(&self) -> &[String] {
        &self.queue.allowed
    }

    /// `getUpdates`, first half: turns an older poll away, confirms, and says how long to wait.
    ///
    /// # Errors
    /// 409 while a webhook is set.
    pub fn begin_poll(&mut self, params: &Params) -> Result<Poll, Refusal> {
        params.refuse_unknown(POLL_PARAMS)?;
        if self.webhook.is_some() {
            return Err(Refusal::conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            ));
        }
        self.set_allowed(params)?;
        let offset = params.integer("offset")?.unwrap_or(0);
        let limit = params.integer("limit")?.unwrap_or(100).clamp(1, 100);
        let timeout = params.integer("timeout")?.unwrap_or(0).clamp(0, 50);
        self.drop_expired();
        self.confirm(offset);
        self.queue.poller += 1;
        Ok(Poll {
            number: self.queue.poller,
            limit: usize::try_from(limit).unwrap_or(100),
            timeout_seconds: timeout.unsigned_abs(),
        })
    }

    /// `getUpdates`, second half: what is there now, unconfirmed; nothing means wait.
    ///
    /// # Errors
    /// 409 when another poll or a webhook came after this one.
    pub fn poll(&mut self, poll: &Poll) -> Result<Vec<Value>, Refusal> {
        if self.webhook.is_some() {
            return Err(Refusal::conflict("terminated by setWebhook request"));
        }
        if poll.number != self.queue.poller {
            return Err(Refusal::conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running",
            ));
        }
        self.drop_expired();
        let batch = self.queue.pending.iter().take(poll.limit);
        Ok(batch.map(|update| update.body.clone()).collect())
    }

    /// Forgets what came before the offset; a negative one keeps only the last so many. An offset far from the
    /// queue (100,000 behind, or more than 10 ahead) is ignored.
    fn confirm(&mut self, offset: i64) {
        let tail = i64::from(self.queue.next_id);
        let head = self
            .queue
            .pending
            .front()
            .map_or(tail, |update| i64::from(update.id));
        let kept_from = if offset < 0 {
            let kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            let skipped = self.queue.pending.len().saturating_sub(kept);
            self.queue
                .pending
                .get(skipped)
                .map_or(tail, |update| i64::from(update.id))
        } else if offset > tail + 10 || offset < head - 100_000 {
            return;
        } else {
            offset
        };
        while let Some(first) = self.queue.pending.front()
            && i64::from(first.id) < kept_from
        {
            let id = first.id;
            self.queue.forget(id);
        }
    }
}

/// The lane of an update: within one, webhooks are strictly in order; between lanes, they are not.
pub(super) fn lane(kind: &str, chat: i64, user: i64) -> i64 {
    match kind {
        "inline_query" => user + (1 << 33),
        "chosen_inline_result" => user + (2 << 33),
        "callback_query" => user + (3 << 33),
        "shipping_query" | "pre_checkout_query" => user + (4 << 33),
        "my_chat_member" => chat + (5 << 33),
        "chat_member" | "chat_join_request" => user + (6 << 33),
        _ => chat,
    }
}

fn lifetime(kind: &str) -> Duration {
    match kind {
        "inline_query" => Duration::seconds(30),
        "callback_query" | "shipping_query" | "pre_checkout_query" => Duration::seconds(150),
        "chosen_inline_result" => Duration::seconds(600),
        _ => Duration::hours(24),
    }
}
