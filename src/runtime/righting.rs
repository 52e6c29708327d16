//! Putting right what a delivery has touched while something newer was committed.
//!
//! Whoever is last must leave one message with living buttons, the anchor, and on it the current screen.

use std::time::Duration;

use chrono::{DateTime, Utc};
use rand::random;

use crate::dialogue::effect::Show;
use crate::dialogue::event::MessageId;
use crate::dialogue::state::State;
use crate::store::{ChatId, Commit, CommitId, Record, Revision, StoreError};
use crate::telegram::outcome::Delivery;

use super::deliver::{Courier, whom};
use super::gauge;
use super::performing::instant_after;
use super::turn::alarm;

/// How often one looks while others go on committing. Each look but the first follows a commit of somebody else, so that
/// this is more than any person brings about; whoever gave up would leave buttons that live beside the screen.
const LOOKS_MAX: u32 = 32;
/// How long one waits between two looks, doubling up to [`DOUBLINGS_MAX`] times.
const LOOK_AGAIN: Duration = Duration::from_millis(25);
const DOUBLINGS_MAX: u32 = 6;

/// What a delivery has done to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Touch {
    Edited(MessageId),
    Sent(MessageId),
    Stripped(MessageId),
}

impl Touch {
    fn message(self) -> MessageId {
        match self {
            Touch::Edited(message) | Touch::Sent(message) | Touch::Stripped(message) => message,
        }
    }
}

/// What is to be done about a touched message.
#[derive(Clone, Copy)]
enum Mend {
    Nothing,
    /// It carries the screen: the current one.
    Show,
    /// It carries the screen, but a new message is on its way, whose sender takes these buttons away.
    Wait,
    /// A new message was wanted, and here it is.
    Adopt,
    /// It carries no screen any more.
    Strip,
    Erase,
    /// It carried the screen, and is gone.
    SendAgain,
}

impl Courier {
    /// Looks at a touched message until it is as it should be, or until what is missing is owed. Before the instant at
    /// which Telegram wants to be left alone, nothing is called and all is owed; what is heard of such an instant is noted
    /// in `not_before`.
    pub(super) async fn put_right(
        &self,
        chat: ChatId,
        touch: Touch,
        not_before: &mut Option<DateTime<Utc>>,
    ) -> Result<(), StoreError> {
        let mut mended = false;
        for look in 0..LOOKS_MAX {
            let Some(mut current) = self.store.load(chat).await? else {
                if not_before.is_none() {
                    self.leaves_nothing(chat, touch).await;
                }
                return Ok(());
            };
            let now = self.clock.now();
            let outbox = &mut current.outbox;
            outbox.not_before = outbox.not_before.max(*not_before).filter(|at| *at > now);
            let mend = mend(touch, &current, mended);
            let owing = match (mend, current.outbox.not_before) {
                (Mend::Nothing, _) => return Ok(()),
                (Mend::Wait, None) => {
                    tokio::time::sleep(LOOK_AGAIN * 2u32.pow(look.min(DOUBLINGS_MAX))).await;
                    continue;
                }
                // Its sender waits too, and sees to it.
                (Mend::Wait, Some(_)) => return Ok(()),
                (Mend::Strip | Mend::Erase, None) => {
                    let delivery = self.take_away(chat, touch, not_before).await;
                    if !is_owed(&delivery) {
                        mended = true;
                        continue;
                    }
                    owed(current, mend, touch, &delivery, now)
                }
                (Mend::Show, None) => {
                    let delivery = self.show_current(chat, touch, &current, not_before).await;
                    if delivery != Delivery::Anew && !is_owed(&delivery) {
                        let still = self.store.load(chat).await?.map(|record| record.revision);
                        if still == Some(current.revision) {
                            return Ok(());
                        }
                        continue;
                    }
                    owed(current, mend, touch, &delivery, now)
                }
                (Mend::Adopt, None) => {
                    let shown = self.show_current(chat, touch, &current, not_before).await;
                    if shown == Delivery::Anew {
                        // It is gone already: the new message is still wanted.
                        return Ok(());
                    }
                    if matches!(shown, Delivery::Done(_)) {
                        self.reminded(&current.dialogue);
                    }
                    owed(current, mend, touch, &shown, now)
                }
                (Mend::SendAgain, _) => owed(current, mend, touch, &Delivery::Anew, now),
                (Mend::Show | Mend::Adopt | Mend::Strip | Mend::Erase, Some(until)) => {
                    let wait = (until - now).to_std().unwrap_or_default();
                    owed(current, mend, touch, &Delivery::Wait(wait), now)
                }
            };
            if self.owe(chat, owing, now).await? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// The chat has been forgotten meanwhile: no older screen stays beside the last word, or at least none of its buttons.
    async fn leaves_nothing(&self, chat: ChatId, touch: Touch) {
        if !matches!(touch, Touch::Stripped(_)) {
            self.take_away(chat, touch, &mut None).await;
        }
    }

    async fn show_current(
        &self,
        chat: ChatId,
        touch: Touch,
        current: &Record,
        not_before: &mut Option<DateTime<Utc>>,
    ) -> Delivery {
        let said = self.said(chat, &current.dialogue);
        let delivery = self
            .api
            .show_in_place(whom(chat), touch.message(), &said)
            .await;
        self.hear(&delivery, not_before);
        delivery
    }

    /// Takes a message away that carries no screen any more, or only its buttons.
    async fn take_away(
        &self,
        chat: ChatId,
        touch: Touch,
        not_before: &mut Option<DateTime<Utc>>,
    ) -> Delivery {
        let delivery = match touch {
            Touch::Sent(message) => self.api.erase(whom(chat), message).await,
            Touch::Edited(message) | Touch::Stripped(message) => {
                self.api.strip(whom(chat), message).await
            }
        };
        self.hear(&delivery, not_before);
        delivery
    }

    /// Notes how a call ended, and until when Telegram wants to be left alone by this chat.
    fn hear(&self, delivery: &Delivery, not_before: &mut Option<DateTime<Utc>>) {
        gauge::sent(delivery);
        if let Delivery::Wait(wait) = delivery {
            *not_before = (*not_before).max(Some(instant_after(self.clock.now(), *wait)));
        }
    }

    /// Telegram wants nothing said to this chat before an instant. That is kept with what is owed, or with a duty that
    /// harms nobody: the screen is shown once more, where it stands.
    pub(super) async fn leave_alone(
        &self,
        chat: ChatId,
        until: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        for _ in 0..LOOKS_MAX {
            let now = self.clock.now();
            let Some(mut record) = self.store.load(chat).await? else {
                return Ok(());
            };
            let outbox = &mut record.outbox;
            if until <= now || outbox.not_before >= Some(until) {
                return Ok(());
            }
            if !outbox.owes() {
                let anchored = record.anchor.map(|_| Show::InPlace);
                outbox.show = anchored;
            }
            outbox.not_before = Some(until);
            if !outbox.owes() || self.owe(chat, record, now).await? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Commits what is owed, and does it; false if others were faster again.
    pub(super) async fn owe(
        &self,
        chat: ChatId,
        owing: Record,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let expected = owing.revision;
        let mut next = Record {
            outbox: owing.outbox.tidied(),
            ..owing
        };
        next.due = alarm(&next, now);
        let id = CommitId::Own(random());
        if self.store.commit(chat, id, expected, &next).await? == Commit::Conflict {
            return Ok(false);
        }
        let next = Record {
            revision: Revision(expected.0 + 1),
            ..next
        };
        Box::pin(self.deliver(chat, next)).await?;
        Ok(true)
    }
}

/// The record with what is still to be done about a message, after a call for it that ended so.
fn owed(
    mut current: Record,
    mend: Mend,
    touch: Touch,
    delivery: &Delivery,
    now: DateTime<Utc>,
) -> Record {
    let message = touch.message();
    let is_reminder = matches!(current.dialogue.state, State::Reminder(_));
    let outbox = &mut current.outbox;
    if let Delivery::Wait(wait) = delivery {
        outbox.not_before = outbox.not_before.max(Some(instant_after(now, *wait)));
    }
    match mend {
        Mend::Nothing | Mend::Wait => {}
        // Whoever presses a button on it meanwhile keeps it: what is to be erased would be gone all the same.
        Mend::Strip | Mend::Erase => outbox.strip.push(message),
        // Until it stands there, a reminder stays owed as a new message: what is only to be edited counts as told.
        Mend::Adopt if is_owed(delivery) && is_reminder => outbox.strip.push(message),
        Mend::Show if *delivery != Delivery::Anew => {
            outbox.show = outbox.show.max(Some(Show::InPlace));
        }
        Mend::Show | Mend::SendAgain => {
            outbox.show = outbox.show.max(Some(Show::Quietly));
            current.anchor = None;
        }
        Mend::Adopt => {
            outbox.show = is_owed(delivery).then_some(Show::InPlace);
            outbox.strip.extend(current.anchor);
            outbox.strip.retain(|other| *other != message);
            current.anchor = Some(message);
        }
    }
    current
}

/// Whether what was called for has not happened, or may not have.
fn is_owed(delivery: &Delivery) -> bool {
    match delivery {
        Delivery::Later(_) | Delivery::Wait(_) | Delivery::Unanswered => true,
        Delivery::Done(_) | Delivery::Anew | Delivery::Gone | Delivery::Refused(_) => false,
    }
}

fn mend(touch: Touch, current: &Record, mended: bool) -> Mend {
    let is_anchor = current.anchor == Some(touch.message());
    let is_replaced = current.outbox.show >= Some(Show::Quietly);
    match (touch, is_anchor) {
        (Touch::Sent(_), true) if mended => Mend::SendAgain,
        (_, true) if is_replaced => Mend::Wait,
        (Touch::Edited(_) | Touch::Sent(_) | Touch::Stripped(_), true) => Mend::Show,
        (Touch::Stripped(_), false) => Mend::Nothing,
        (Touch::Edited(_) | Touch::Sent(_), false) if mended => Mend::Nothing,
        (Touch::Edited(_), false) => Mend::Strip,
        (Touch::Sent(_), false) if is_replaced => Mend::Adopt,
        (Touch::Sent(_), false) => Mend::Erase,
    }
}
