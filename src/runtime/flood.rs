//! Whether Telegram means everybody when it tells a chat to wait.
//!
//! A chat has its own limit, and so has the bot; Telegram's words for both are the same. When several chats are told to
//! wait at nearly the same time, and nobody waits for what we say to them, it is the bot that sends too much.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::ChatId;

/// So many different chats within this time are everybody.
const CHATS: usize = 3;
const WINDOW: TimeDelta = TimeDelta::seconds(10);

/// The chats that were told to wait lately.
#[derive(Default)]
pub struct Flood(Mutex<Lately>);

#[derive(Default)]
struct Lately {
    told: VecDeque<Told>,
    /// Until when everybody waits.
    held: Option<DateTime<Utc>>,
}

struct Told {
    chat: ChatId,
    at: DateTime<Utc>,
    until: DateTime<Utc>,
}

impl Flood {
    /// An unasked message to this chat was told to wait until then. If everybody is meant, the instant until which
    /// everybody is to wait.
    pub fn told(
        &self,
        chat: ChatId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        let mut lately = self.lately();
        lately
            .told
            .retain(|told| told.chat != chat && (now - told.at).abs() <= WINDOW);
        lately.told.push_back(Told {
            chat,
            at: now,
            until,
        });
        if lately.told.len() < CHATS {
            return None;
        }
        let longest = lately.told.iter().map(|told| told.until).max();
        lately.held = lately.held.max(longest);
        longest
    }

    /// Whether everybody waits at this instant.
    pub fn holds(&self, now: DateTime<Utc>) -> bool {
        self.lately().held.is_some_and(|until| now < until)
    }

    fn lately(&self) -> MutexGuard<'_, Lately> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
