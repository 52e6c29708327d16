//! Doing the duties of a record just committed, and striking them off.
//!
//! An edit is idempotent, so whoever repeats it does no harm. A new message that was never answered is sent once more
//! and then counts as said. When something newer was committed meanwhile, the message that was just touched is put right
//! again: in this way the last one to finish always leaves the current screen, and never two keyboards that live.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::dialogue::effect::Show;
use crate::dialogue::event::Event;
use crate::dialogue::sharing::Note;
use crate::dialogue::transition;
use crate::locales::Words;
use crate::store::record::Outbox;
use crate::store::{ChatId, Commit, Record, Store, StoreError, alarm_ms};
use crate::telegram::send::BotApi;

use super::alias::Aliases;
use super::clock::Clock;
use super::flood::Flood;
use super::gauge;
use super::invitation::Seal;
use super::note;
use super::owing::keeps_instant;
use super::performing::Done;
use super::stats::tally::Tally;
use super::turn::earliest;

/// The longest that the duties of one record may take at once; less than the lease.
const PERFORM_MAX: Duration = Duration::from_secs(75);
/// How often one settles while others note what they owe.
const TRIES_MAX: usize = 16;
/// The longest wait before a duty is tried again.
const WAIT_SECONDS_MAX: u32 = 300;
/// When a new message that was never answered is sent once more: to somebody who waits for it, and to whom nobody asked.
const ONCE_MORE_ASKED: TimeDelta = TimeDelta::seconds(5);
const ONCE_MORE_UNASKED: TimeDelta = TimeDelta::minutes(2);

/// What a delivery needs.
#[derive(Clone)]
pub struct Courier {
    pub store: Arc<dyn Store>,
    pub api: BotApi,
    pub words: Arc<Words>,
    pub clock: Clock,
    /// For the links by which reminders are handed on.
    pub seal: Arc<Seal>,
    /// The names of chats in the log.
    pub aliases: Arc<Aliases>,
    /// Our name in Telegram, without `@`.
    pub username: String,
    /// How many unasked messages all copies of the bot together may send a second.
    pub unasked_a_second: NonZeroU32,
    /// Whether Telegram means everybody when it tells chats to wait.
    pub flood: Arc<Flood>,
    /// What has been counted and is not in the store yet.
    pub tally: Tally,
}

impl Courier {
    /// Does what the record owes, and settles.
    ///
    /// # Errors
    /// The store's. The duties then stay owed, and the alarm repeats them.
    pub async fn deliver(&self, chat: ChatId, record: Record) -> Result<(), StoreError> {
        if !record.outbox.owes() || is_put_off(&record, self.clock.now()) {
            return Ok(());
        }
        let started = std::time::Instant::now();
        let mut done = Done::nothing_of(&record);
        let performing = self.perform(chat, &record, &mut done);
        // What has not come to its end by then is owed again.
        let _ = tokio::time::timeout(PERFORM_MAX, performing).await;
        let is_settled = self.settle(chat, &record, &done).await?;
        // What the person has brought up again by something they did is no further reminder.
        if done.has_sent && !record.outbox.asked {
            self.reminded(&record.dialogue);
        }
        if !is_settled {
            self.handed_over(chat, &record, &done).await?;
            let mut not_before = done.not_before;
            for touch in &done.touched {
                self.put_right(chat, *touch, &mut not_before).await?;
            }
            if let Some(until) = not_before {
                self.leave_alone(chat, until).await?;
            }
        }
        if let Some(until) = done.not_before.filter(|_| !record.outbox.asked) {
            self.hold_everybody(chat, until).await;
        }
        let is_owing = done.left.owes();
        note::delivered(&self.aliases, chat, &record, is_owing, started.elapsed());
        Ok(())
    }

    /// Holds up all unasked messages, if Telegram means everybody.
    async fn hold_everybody(&self, chat: ChatId, until: DateTime<Utc>) {
        let Some(until) = self.flood.told(chat, self.clock.now(), until) else {
            return;
        };
        tracing::warn!(%until, "Telegram tells everybody to wait: unasked messages are held up");
        if let Err(error) = self.store.hold(until).await {
            tracing::warn!(%error, "the other copies of the bot could not be told to wait");
        }
    }

    /// Strikes off what is done and sets the next true alarm; whoever sends a new message does so also when others have
    /// noted beside it what they owe. False if something newer was committed meanwhile.
    async fn settle(&self, chat: ChatId, record: &Record, done: &Done) -> Result<bool, StoreError> {
        let mut beside = None;
        for _ in 0..TRIES_MAX {
            let stands = beside.as_ref().unwrap_or(record);
            if self.settle_over(chat, stands, record, done).await? {
                return Ok(true);
            }
            beside = self.store.load(chat).await?;
            if !beside
                .as_ref()
                .is_some_and(|current| is_noted_beside(current, record))
            {
                return Ok(false);
            }
        }
        Ok(false)
    }

    /// Strikes off what is done of what stands there.
    async fn settle_over(
        &self,
        chat: ChatId,
        stands: &Record,
        record: &Record,
        done: &Done,
    ) -> Result<bool, StoreError> {
        let now = self.clock.now();
        let mut left = match stands.revision == record.revision {
            true => done.left.clone(),
            false => done.left_beside(stands, record, now),
        };
        let mut dialogue = record.dialogue.clone();
        if done.gone {
            left = Outbox {
                forget: left.forget,
                tell: left.tell,
                ..Outbox::default()
            };
            dialogue = transition(dialogue, Event::Unreachable, now).0;
        }
        for (peer, note) in done.nobody.iter().copied() {
            if let Note::Joined(certificate) = note {
                // Whoever has invited us has erased everything meanwhile.
                let note = Note::Ended(certificate);
                dialogue = transition(dialogue, Event::Noted { from: peer, note }, now).0;
                left.show = left.show.max(Some(Show::InPlace));
            }
        }
        left.tries = 0;
        left.unheard = 0;
        keeps_instant(&mut left, done.anchor);
        let mut left = left.tidied();
        if left.only_forgets() {
            let forgotten = self.store.forget(chat, stands.revision).await?;
            return Ok(forgotten != Commit::Conflict);
        }
        if left.owes() {
            gauge::owed(left.asked);
            left.tries = record.outbox.tries.saturating_add(1);
        }
        let again = now + patience(&left, done.wait);
        let settled = Record {
            revision: stands.revision,
            dialogue,
            outbox: left,
            anchor: done.anchor,
            due: None,
            seen: stands.seen.clone(),
        };
        let due = |next: &Record| match next.outbox.owes() {
            true => Some(earliest(&next.dialogue, &next.outbox, again)),
            false => next.rests_until(),
        };
        Ok(self.kept(chat, settled, due).await?.is_some())
    }
}

/// Whether the new message that is being sent is still the one that is wanted, and the alarm still that of its sender, or
/// the instant that Telegram has named meanwhile: then others have only noted beside it what they owe.
fn is_noted_beside(current: &Record, record: &Record) -> bool {
    let due = current.due.map(alarm_ms);
    let is_alarm = due == record.due.map(alarm_ms);
    let is_instant = due.is_some() && due == current.outbox.not_before.map(alarm_ms);
    let is_sent = record.outbox.show >= Some(Show::Quietly);
    let is_wanted = current.outbox.show == record.outbox.show;
    is_sent
        && is_wanted
        && (is_alarm || is_instant)
        && current.anchor == record.anchor
        && current.dialogue == record.dialogue
}

/// Whether the alarm of this record is to deliver it, and nobody before: in the morning, or when Telegram wants to hear
/// it. The instant itself belongs to the alarm, so that two do not do it side by side.
fn is_put_off(record: &Record, now: DateTime<Utc>) -> bool {
    let Record {
        dialogue, outbox, ..
    } = record;
    let is_of_the_alarm = outbox.not_before.is_some() && outbox.not_before == record.due;
    is_of_the_alarm || earliest(dialogue, outbox, now) > now
}

/// The chat, as Telegram's library calls it.
pub(super) fn whom(chat: ChatId) -> teloxide::types::ChatId {
    teloxide::types::ChatId(chat.0)
}

/// How long to wait before the next try: longer each time, and as long as somebody has asked for. Telegram's own word is
/// in the outbox, and is obeyed exactly.
fn patience(left: &Outbox, wait: Option<Duration>) -> TimeDelta {
    if left.not_before.is_some() {
        return TimeDelta::zero();
    }
    let is_unsure_file = left.unsure_document || left.unsure_calendar;
    let sends_once_more = left.unsure && left.show >= Some(Show::Quietly) || is_unsure_file;
    if sends_once_more && wait.is_none() {
        return if left.asked {
            ONCE_MORE_ASKED
        } else {
            ONCE_MORE_UNASKED
        };
    }
    let doubling = 1u32.checked_shl(left.tries.min(16)).unwrap_or(u32::MAX);
    let seconds = TimeDelta::seconds(i64::from(doubling.min(WAIT_SECONDS_MAX)));
    let asked = wait.and_then(|wait| TimeDelta::from_std(wait).ok());
    asked.map_or(seconds, |asked| asked.max(seconds))
}
