//! Doing the duties of a record just committed, and striking them off.
//!
//! Sends are at least once and an edit is idempotent, so whoever repeats a delivery does no harm. When something newer
//! was committed meanwhile, the message that was just touched is put right again: in this way the last one to finish
//! always leaves the current screen, and never two keyboards that live.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use rand::random;

use crate::dialogue::effect::Show;
use crate::dialogue::event::{Event, MessageId};
use crate::dialogue::sharing::{self, Note, Peer};
use crate::dialogue::text::Text;
use crate::dialogue::{Dialogue, next_due, transition};
use crate::locales::Words;
use crate::store::record::Outbox;
use crate::store::{ChatId, Commit, CommitId, Record, Store, StoreError};
use crate::telegram::outcome::Delivery;
use crate::telegram::send::BotApi;

use super::alias::Aliases;
use super::clock::Clock;
use super::gauge;
use super::invitation::Seal;
use super::note;
use super::righting::Touch;
use super::turn::{Turn, Turned, earliest, turn};

/// The longest that the duties of one record may take at once; less than the lease.
const PERFORM_MAX: Duration = Duration::from_secs(75);
/// The longest wait before a duty is tried again.
const WAIT_SECONDS_MAX: u32 = 300;
/// The name of the file that holds everything stored about a person.
const FILE_NAME: &str = "gilbot.json";

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
}

/// What has been done of an outbox, and what is left of it.
#[derive(Default)]
struct Done {
    left: Outbox,
    anchor: Option<MessageId>,
    /// The messages that this delivery has touched.
    touched: Vec<Touch>,
    /// Telegram's word for how long to wait, the longest if several.
    wait: Option<Duration>,
    /// The person cannot be reached any more.
    gone: bool,
    /// Notes for chats that have erased everything.
    nobody: Vec<(Peer, Note)>,
}

impl Courier {
    /// Does what the record owes, and settles.
    ///
    /// # Errors
    /// The store's. The duties then stay owed, and the alarm repeats them.
    pub async fn deliver(&self, chat: ChatId, record: Record) -> Result<(), StoreError> {
        let now = self.clock.now();
        let is_night = earliest(&record.dialogue, &record.outbox, now) > now;
        if record.outbox.is_empty() || is_night {
            // At night nothing unasked is said: the alarm of this record stands in the morning.
            return Ok(());
        }
        let started = std::time::Instant::now();
        let performing = tokio::time::timeout(PERFORM_MAX, self.perform(chat, &record));
        let done = performing.await.unwrap_or_else(|_| Done {
            // Nobody knows how far it came: all of it is owed again.
            left: record.outbox.clone(),
            anchor: record.anchor,
            ..Done::default()
        });
        let settled = self.settle(chat, &record, &done).await?;
        if settled == Commit::Conflict {
            for touch in &done.touched {
                self.put_right(chat, *touch).await?;
            }
        }
        let is_owing = !done.left.is_empty();
        note::delivered(&self.aliases, chat, &record, is_owing, started.elapsed());
        Ok(())
    }

    /// Secrets first, then the screen, then the rest.
    async fn perform(&self, chat: ChatId, record: &Record) -> Done {
        let outbox = &record.outbox;
        let mut done = Done {
            anchor: record.anchor,
            ..Done::default()
        };
        for message in &outbox.erase {
            let delivery = self.api.erase(whom(chat), *message).await;
            if done.note(&delivery) {
                done.left.erase.push(*message);
            }
        }
        if let Some(show) = outbox.show {
            self.show(chat, record, show, &mut done).await;
        }
        let replaced = record.anchor.filter(|old| done.anchor != Some(*old));
        for message in outbox.strip.iter().copied().chain(replaced) {
            if done.left.show.is_some() {
                // The old buttons stay until the new screen stands.
                done.left
                    .strip
                    .extend((Some(message) != record.anchor).then_some(message));
                continue;
            }
            let delivery = self.api.strip(whom(chat), message).await;
            done.touched.push(Touch::Stripped(message));
            if done.note(&delivery) {
                done.left.strip.push(message);
            }
        }
        if outbox.hand_over {
            done.left.hand_over = self.hand_over(chat, &record.dialogue, &mut done).await;
        }
        for (peer, note) in &outbox.tell {
            match self.tell(chat, *peer, *note).await {
                Ok(Turned::Nothing) => done.nobody.push((*peer, *note)),
                // A record that cannot be read cannot be told anything.
                Ok(Turned::Committed { .. } | Turned::Seen) | Err(StoreError::Corrupt(_)) => {}
                Err(StoreError::Unavailable(_)) => done.left.tell.push((*peer, *note)),
            }
        }
        done.left.asked = outbox.asked && done.left.show.is_some();
        done.left.forget = outbox.forget;
        done
    }

    async fn show(&self, chat: ChatId, record: &Record, show: Show, done: &mut Done) {
        let said = self.said(chat, &record.dialogue);
        if let (Show::InPlace, Some(anchor)) = (show, record.anchor) {
            match self.api.show_in_place(whom(chat), anchor, &said).await {
                Delivery::Anew => {}
                delivery => {
                    done.touched.push(Touch::Edited(anchor));
                    if done.note(&delivery) {
                        done.left.show = Some(show);
                    }
                    return;
                }
            }
        }
        let silent = show != Show::Anew;
        let delivery = self.api.show_anew(whom(chat), &said, silent).await;
        if let Delivery::Done(Some(message)) = delivery {
            done.anchor = Some(message);
            done.touched.push(Touch::Sent(message));
        }
        if done.note(&delivery) {
            done.left.show = Some(show);
        }
    }

    /// Tells another chat of ours; a note may come twice. What the other owes then is shown by its own alarm, which the
    /// turn has set to this moment.
    async fn tell(&self, from: ChatId, peer: Peer, note: Note) -> Result<Turned, StoreError> {
        let to = ChatId(peer.0);
        let about = Turn {
            chat: to,
            id: CommitId::Own(random()),
            event: &Event::Noted {
                from: Peer(from.0),
                note,
            },
            pressed_on: None,
        };
        let loaded = self.store.load(to).await?;
        turn(self.store.as_ref(), &about, loaded, self.clock.now()).await
    }

    /// The person's record as a file; true if it is still owed.
    async fn hand_over(&self, chat: ChatId, dialogue: &Dialogue, done: &mut Done) -> bool {
        let Ok(file) = serde_json::to_vec_pretty(&sharing::export(dialogue)) else {
            return false;
        };
        let caption = self
            .words
            .say(dialogue.settings.language, &Text::new("document-caption"));
        let delivery = self
            .api
            .hand_over(whom(chat), FILE_NAME, file, &caption)
            .await;
        done.note(&delivery)
    }

    /// Strikes off what is done and sets the next true alarm.
    async fn settle(
        &self,
        chat: ChatId,
        record: &Record,
        done: &Done,
    ) -> Result<Commit, StoreError> {
        let now = self.clock.now();
        let mut left = done.left.clone();
        let mut dialogue = record.dialogue.clone();
        if done.gone {
            left = Outbox {
                forget: left.forget,
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
        let only_forget = Outbox {
            forget: true,
            ..Outbox::default()
        };
        if left == only_forget {
            return self.store.forget(chat, record.revision).await;
        }
        let due = if left.is_empty() {
            next_due(&dialogue)
        } else {
            gauge::owed(left.asked);
            left.tries = record.outbox.tries.saturating_add(1);
            let again = now + patience(left.tries, done.wait);
            Some(earliest(&dialogue, &left, again))
        };
        let settled = Record {
            dialogue,
            outbox: left,
            anchor: done.anchor,
            due,
            ..record.clone()
        };
        let id = CommitId::Own(random());
        self.store.commit(chat, id, record.revision, &settled).await
    }
}

impl Done {
    /// Takes note of how one call ended; true if it is still owed.
    fn note(&mut self, delivery: &Delivery) -> bool {
        gauge::sent(delivery);
        match delivery {
            Delivery::Done(_) | Delivery::Anew => false,
            Delivery::Unanswered => true,
            Delivery::Later(wait) => {
                self.wait = self.wait.max(Some(*wait));
                true
            }
            Delivery::Gone => {
                self.gone = true;
                false
            }
            Delivery::Refused(why) => {
                tracing::error!(why, "Telegram refuses what we say");
                false
            }
        }
    }
}

/// The chat, as Telegram's library calls it.
pub(super) fn whom(chat: ChatId) -> teloxide::types::ChatId {
    teloxide::types::ChatId(chat.0)
}

/// How long to wait before the next try: Telegram's word, or longer each time.
fn patience(tries: u32, wait: Option<Duration>) -> TimeDelta {
    let doubling = 1u32.checked_shl(tries.min(16)).unwrap_or(u32::MAX);
    let seconds = TimeDelta::seconds(i64::from(doubling.min(WAIT_SECONDS_MAX)));
    let asked = wait.and_then(|wait| TimeDelta::from_std(wait).ok());
    asked.map_or(seconds, |asked| asked.max(seconds))
}
