//! The calls to Telegram by which the duties of a record are done, one after another.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rand::random;

use crate::dialogue::effect::Show;
use crate::dialogue::event::{Event, MessageId};
use crate::dialogue::sharing::{Note, Peer};
use crate::store::record::Outbox;
use crate::store::{ChatId, CommitId, PACE_AHEAD_MAX, Record, StoreError};
use crate::telegram::outcome::Delivery;

use super::deliver::{Courier, whom};
use super::gauge;
use super::righting::Touch;
use super::turn::{Turn, Turned};

/// How far a delivery has come.
pub(super) struct Done {
    /// What is still owed. Struck off one by one, so that whatever cuts the delivery off leaves the rest.
    pub left: Outbox,
    pub anchor: Option<MessageId>,
    /// The messages that this delivery has touched.
    pub touched: Vec<Touch>,
    /// How long to wait after what has failed by itself, the longest if several.
    pub wait: Option<Duration>,
    /// Until when Telegram wants to be left alone by this chat: nothing more is called.
    pub not_before: Option<DateTime<Utc>>,
    /// The person cannot be reached any more.
    pub gone: bool,
    /// A new message was sent, and Telegram said so.
    pub has_sent: bool,
    /// Notes for chats that have erased everything.
    pub nobody: Vec<(Peer, Note)>,
}

impl Done {
    pub fn nothing_of(record: &Record) -> Self {
        Self {
            left: Outbox {
                not_before: None,
                ..record.outbox.clone()
            },
            anchor: record.anchor,
            touched: Vec::new(),
            wait: None,
            not_before: None,
            gone: false,
            has_sent: false,
            nobody: Vec::new(),
        }
    }

    /// What is left of the duties of the record delivered, now that others have noted beside it what they owe. They may
    /// have written on any message that carries the screen no more.
    pub fn left_beside(&self, stands: &Record, record: &Record, now: DateTime<Utc>) -> Outbox {
        let (left, were) = (&self.left, &record.outbox);
        let until = stands.outbox.not_before.filter(|until| *until > now);
        let mut beside = Outbox {
            show: left.show,
            unsure: left.unsure,
            not_before: until.max(left.not_before),
            ..stands.outbox.clone()
        };
        let is_left = |message: &MessageId| left.erase.contains(message);
        beside
            .erase
            .retain(|it| !were.erase.contains(it) || is_left(it));
        beside
            .tell
            .retain(|it| !were.tell.contains(it) || left.tell.contains(it));
        let replaced = record.anchor.filter(|old| self.anchor != Some(*old));
        let strip = left.strip.iter().copied().chain(replaced);
        strip.for_each(|message| beside.strips(message));
        self.strike_files(&mut beside, were);
        beside
    }

    /// Whether nothing more may be called.
    pub fn is_over(&self) -> bool {
        self.gone || self.not_before.is_some()
    }

    /// Takes note of how one call ended at this instant; true if it is still owed.
    pub fn note(&mut self, delivery: &Delivery, now: DateTime<Utc>) -> bool {
        gauge::sent(delivery);
        match delivery {
            Delivery::Done(_) | Delivery::Anew => false,
            Delivery::Unanswered => true,
            Delivery::Later(wait) => {
                self.wait = self.wait.max(Some(*wait));
                true
            }
            Delivery::Wait(wait) => {
                self.not_before = Some(instant_after(now, *wait));
                self.left.not_before = self.not_before;
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

impl Courier {
    /// Secrets first, then the screen, then the rest.
    pub(super) async fn perform(&self, chat: ChatId, record: &Record, done: &mut Done) {
        for message in record.outbox.erase.iter().copied() {
            if done.is_over() {
                return self.tell_all(chat, record, done).await;
            }
            let delivery = self.api.erase(whom(chat), message).await;
            if !done.note(&delivery, self.clock.now()) {
                done.left.erase.retain(|left| *left != message);
            }
        }
        if let Some(show) = record.outbox.show.filter(|_| !done.is_over()) {
            self.show(chat, record, show, done).await;
        }
        if done.left.show.is_none() {
            self.strip(chat, record, done).await;
        } else {
            // The old buttons stay until the new screen stands.
            let anchor = record.anchor;
            done.left.strip.retain(|message| Some(*message) != anchor);
        }
        if record.outbox.handing.is_none() {
            self.hand_over_all(chat, record, done).await;
        }
        self.tell_all(chat, record, done).await;
    }

    async fn show(&self, chat: ChatId, record: &Record, show: Show, done: &mut Done) {
        let said = self.said(chat, &record.dialogue);
        if let (Show::InPlace, Some(anchor)) = (show, record.anchor) {
            // What is cut off may have come.
            done.touched.push(Touch::Edited(anchor));
            match self.api.show_in_place(whom(chat), anchor, &said).await {
                // A new one has been sent twice, without an answer.
                Delivery::Anew if record.outbox.unsure => {
                    done.touched.pop();
                    done.left.show = None;
                    return;
                }
                Delivery::Anew => drop(done.touched.pop()),
                delivery => {
                    if !done.note(&delivery, self.clock.now()) {
                        done.left.show = None;
                    }
                    return;
                }
            }
        }
        let owed = Some(show.max(Show::Quietly));
        // Who is cut off here or gets no answer may have been heard. Twice is enough: then the message that carries the
        // last screen shows this one, which may be repeated.
        done.left.show = match record.outbox.unsure {
            false => owed,
            true => record.anchor.map(|_| Show::InPlace),
        };
        done.left.unsure = true;
        let silent = show != Show::Anew;
        let delivery = self.api.show_anew(whom(chat), &said, silent).await;
        let is_owed = done.note(&delivery, self.clock.now());
        if delivery != Delivery::Unanswered {
            done.left.show = owed.filter(|_| is_owed);
            done.left.unsure = record.outbox.unsure;
        }
        if let Delivery::Done(message) = delivery {
            done.has_sent = true;
            // Nobody knows which one it is when the answer could not be read; the old one carries the screen no more.
            done.anchor = message;
            done.touched.extend(message.map(Touch::Sent));
        }
    }

    /// Takes the buttons away from what carries no screen any more. Whoever is overtaken leaves that to the next one, who
    /// owes it, too: when Telegram is slow and a person goes on, each would do again what all before have done.
    async fn strip(&self, chat: ChatId, record: &Record, done: &mut Done) {
        if let Some(replaced) = record.anchor.filter(|old| done.anchor != Some(*old)) {
            done.left.strips(replaced);
        }
        for message in done.left.strip.clone() {
            if done.is_over() || self.is_overtaken(chat, record).await {
                return;
            }
            done.touched.push(Touch::Stripped(message));
            let delivery = self.api.strip(whom(chat), message).await;
            if !done.note(&delivery, self.clock.now()) {
                done.left.strip.retain(|left| *left != message);
            }
        }
    }

    /// Whether something newer is known to stand in the store.
    async fn is_overtaken(&self, chat: ChatId, record: &Record) -> bool {
        let stored = self.store.load(chat).await;
        matches!(stored, Ok(Some(stored)) if stored.revision.0 > record.revision.0)
    }

    /// What other chats of ours are to be told; this needs no Telegram.
    async fn tell_all(&self, chat: ChatId, record: &Record, done: &mut Done) {
        for (peer, note) in record.outbox.tell.iter().copied() {
            match self.tell(chat, peer, note).await {
                Ok(Turned::Nothing) => done.nobody.push((peer, note)),
                // A record that cannot be read cannot be told anything.
                Ok(Turned::Committed { .. } | Turned::Seen) | Err(StoreError::Corrupt(_)) => {}
                Err(StoreError::Unavailable(_)) => continue,
            }
            done.left.tell.retain(|left| *left != (peer, note));
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
        self.turned(&about, loaded).await
    }
}

/// In whole milliseconds, as alarms are kept; at most a day, so that no mistake silences a chat for longer.
pub(super) fn instant_after(now: DateTime<Utc>, wait: Duration) -> DateTime<Utc> {
    let wait = TimeDelta::from_std(wait).unwrap_or(PACE_AHEAD_MAX);
    let until = now + wait.min(PACE_AHEAD_MAX);
    let rest = until.timestamp_subsec_nanos() % 1_000_000;
    let short = if rest > 0 { 1_000_000 - rest } else { 0 };
    until + TimeDelta::nanoseconds(i64::from(short))
}
