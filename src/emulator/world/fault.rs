//! What can go wrong, made to go wrong on purpose.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::World;
use super::error::Refusal;

/// A mishap that waits for the calls it is meant for.
#[derive(Clone, Debug)]
pub struct Fault {
    name: Option<&'static str>,
    method: Option<String>,
    chat: Option<i64>,
    skip: u32,
    times: u32,
    mishap: Mishap,
}

/// What happens to a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Mishap {
    /// It is refused, without effect.
    Refuse(Refusal),
    /// A web server in between answers 502 with an HTML page, without effect.
    BadGateway,
    /// The connection is cut before anything happened.
    CutBefore,
    /// It takes effect, and the connection is cut before the answer.
    CutAfter,
    /// It starts late: if the bot hangs up meanwhile, nothing happens.
    LateStart(Duration),
    /// It takes effect at once, and the answer comes late.
    LateAnswer(Duration),
    /// Nothing happens and no answer comes, until the bot hangs up.
    Hang,
    /// It takes effect, and the answer says `ok` with a result of a shape that no library knows.
    OddAnswer,
}

impl Fault {
    /// The mishap for the next call of any method.
    pub fn new(mishap: Mishap) -> Self {
        Self {
            name: None,
            method: None,
            chat: None,
            skip: 0,
            times: 1,
            mishap,
        }
    }

    /// 429 with this many seconds, for the next call.
    pub fn too_many_requests(retry_after_seconds: u64) -> Self {
        Self::new(Mishap::Refuse(Refusal::too_many_requests(
            retry_after_seconds,
        )))
    }

    /// One of those that are ended together under this name, and counted.
    pub fn named(mut self, name: &'static str) -> Self {
        self.name = Some(name);
        self
    }

    /// Only calls of this method, whatever its case.
    pub fn on(mut self, method: &str) -> Self {
        self.method = Some(method.to_lowercase());
        self
    }

    /// Only calls about this chat; an answer to a press counts for the chat of its button.
    pub fn chat(mut self, chat: i64) -> Self {
        self.chat = Some(chat);
        self
    }

    /// As many calls instead of one.
    pub fn times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }

    /// All calls, until the faults are cleared.
    pub fn always(self) -> Self {
        self.times(u32::MAX)
    }

    /// Lets this many matching calls pass first.
    pub fn after(mut self, calls: u32) -> Self {
        self.skip = calls;
        self
    }

    fn matches(&self, method: &str, chat: Option<i64>) -> bool {
        let method_fits = self
            .method
            .as_ref()
            .is_none_or(|wanted| wanted.eq_ignore_ascii_case(method));
        method_fits && self.chat.is_none_or(|wanted| Some(wanted) == chat)
    }
}

/// How fast the bot may send and edit, by the world's clock; `None` is no limit.
#[derive(Clone, Copy, Debug, Default)]
pub struct FloodLimits {
    /// Telegram: about 1.
    pub per_chat_per_second: Option<usize>,
    /// Telegram: about 30.
    pub overall_per_second: Option<usize>,
    /// Telegram: 20.
    pub per_group_per_minute: Option<usize>,
}

#[derive(Debug, Default)]
pub(super) struct Trouble {
    faults: Vec<Fault>,
    limits: FloodLimits,
    sent: VecDeque<(DateTime<Utc>, i64)>,
    held: BTreeMap<i64, DateTime<Utc>>,
    /// How often the faults of each name have struck.
    struck: BTreeMap<&'static str, u32>,
}

impl World {
    /// Adds a fault. Of several that fit a call, the one added first strikes.
    pub fn fault(&mut self, fault: Fault) {
        self.trouble.faults.push(fault);
    }

    /// The name of faults by which the bot is cut off: while they stand, an open question for updates hears nothing.
    pub const NETWORK: &str = "network";

    /// Ends the faults of this name.
    pub fn end_faults(&mut self, name: &str) {
        let is_other = |fault: &Fault| fault.name != Some(name);
        self.trouble.faults.retain(is_other);
    }

    /// Whether a fault of this name waits for calls.
    pub fn has_fault(&self, name: &str) -> bool {
        let mut faults = self.trouble.faults.iter();
        faults.any(|fault| fault.name == Some(name))
    }

    /// How often faults of this name have struck.
    pub fn struck(&self, name: &str) -> u32 {
        self.trouble.struck.get(name).copied().unwrap_or(0)
    }

    /// Ends all faults, limits and holds.
    pub fn clear_faults(&mut self) {
        self.trouble = Trouble::default();
    }

    /// Watches the bot's speed from now on.
    pub fn limit_flood(&mut self, limits: FloodLimits) {
        self.trouble.limits = limits;
    }

    /// Refuses all that is sent to this chat with 429 until so many seconds have passed by the world's clock.
    pub fn hold(&mut self, chat: i64, seconds: u32) {
        let until = self.now + chrono::Duration::seconds(i64::from(seconds));
        self.trouble.held.insert(chat, until);
    }

    /// The mishap that strikes this call, used up by it.
    pub(super) fn take_mishap(&mut self, method: &str, chat: Option<i64>) -> Option<Mishap> {
        let faults = &mut self.trouble.faults;
        let mut place = 0;
        while place < faults.len() {
            let fault = &mut faults[place];
            if !fault.matches(method, chat) {
                place += 1;
                continue;
            }
            if fault.skip > 0 {
                fault.skip -= 1;
                place += 1;
                continue;
            }
            let mishap = fault.mishap.clone();
            if let Some(name) = fault.name {
                *self.trouble.struck.entry(name).or_default() += 1;
            }
            let fault = &mut self.trouble.faults[place];
            if fault.times <= 1 {
                self.trouble.faults.remove(place);
            } else if fault.times < u32::MAX {
                fault.times -= 1;
            }
            return Some(mishap);
        }
        None
    }

    /// Counts one sending to this chat, or refuses it.
    pub(super) fn count_sending(&mut self, chat: i64) -> Result<(), Refusal> {
        let now = self.now;
        if let Some(until) = self.trouble.held.get(&chat).filter(|until| **until > now) {
            return Err(Refusal::too_many_requests(seconds_until(now, *until)));
        }
        let window = now - chrono::Duration::seconds(60);
        let trouble = &mut self.trouble;
        trouble.sent.retain(|(at, _)| *at > window && *at <= now);
        let rules = [
            (trouble.limits.per_chat_per_second, 1, true),
            (trouble.limits.overall_per_second, 1, false),
            (
                trouble.limits.per_group_per_minute.filter(|_| chat < 0),
                60,
                true,
            ),
        ];
        for (limit, seconds, own) in rules {
            let Some(limit) = limit else { continue };
            let length = chrono::Duration::seconds(seconds);
            let counted = trouble
                .sent
                .iter()
                .filter(|(at, to)| *at > now - length && (!own || *to == chat));
            let times: Vec<DateTime<Utc>> = counted.map(|(at, _)| *at).collect();
            if times.len() >= limit {
                let free = times.first().map_or(now + length, |first| *first + length);
                return Err(Refusal::too_many_requests(seconds_until(now, free)));
            }
        }
        trouble.sent.push_back((now, chat));
        Ok(())
    }
}

/// Whole seconds, rounded up, at least one.
fn seconds_until(now: DateTime<Utc>, until: DateTime<Utc>) -> u64 {
    let milliseconds = (until - now).num_milliseconds().max(1);
    milliseconds.unsigned_abs().div_ceil(1_000)
}
