//! Putting right what a delivery has touched while something newer was committed.
//!
//! Whoever is last must leave one message with living buttons, the anchor, and on it the current screen.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::dialogue::effect::Show;
use crate::dialogue::event::MessageId;
use crate::dialogue::state::State;
use crate::store::{ChatId, Record, StoreError};
use crate::telegram::outcome::Delivery;

use super::deliver::{Courier, whom};
use super::gauge;
use super::performing::instant_after;

/// How often one looks and calls while others go on committing: whoever presses faster than Telegram answers would set more
/// and more on their way. Afterwards what is not right is left to the alarm.
const CALLS_MAX: u32 = 8;
/// How often one looks at all. Those after the calls take no longer than the store does, and each follows a commit of
/// somebody else: nobody is so fast.
const LOOKS_MAX: u32 = CALLS_MAX + 32;
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

/// What came of a call about a touched message.
enum Mended {
    /// It is as it should be.
    Right,
    /// Something newer was committed meanwhile.
    Changed,
    TakenAway,
    /// What is wanted has not happened, or is to be noted.
    Failed(Delivery),
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
            let failed = match (mend, current.outbox.not_before) {
                // Where somebody has to wait, the sender waits too, and sees to it.
                (Mend::Nothing, _) | (Mend::Wait, Some(_)) => return Ok(()),
                (Mend::SendAgain, _) => Delivery::Anew,
                (Mend::Show | Mend::Adopt | Mend::Strip | Mend::Erase, Some(until)) => {
                    Delivery::Wait((until - now).to_std().unwrap_or_default())
                }
                (_, None) if look >= CALLS_MAX => Delivery::Unanswered,
                (Mend::Wait, None) => {
                    tokio::time::sleep(LOOK_AGAIN * 2u32.pow(look.min(DOUBLINGS_MAX))).await;
                    continue;
                }
                (Mend::Show | Mend::Adopt | Mend::Strip | Mend::Erase, None) => {
                    match self.mends(chat, touch, mend, &current, not_before).await? {
                        Mended::Right => return Ok(()),
                        Mended::Changed => continue,
                        Mended::TakenAway => {
                            mended = true;
                            continue;
                        }
                        Mended::Failed(delivery) => delivery,
                    }
                }
            };
            let owing = owed(current, mend, touch, &failed, now);
            let is_kept = match look < CALLS_MAX {
                true => self.owe(chat, owing, now).await?,
                false => self.leave(chat, owing, now).await?,
            };
            if is_kept {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Calls Telegram about a touched message, once.
    async fn mends(
        &self,
        chat: ChatId,
        touch: Touch,
        mend: Mend,
        current: &Record,
        not_before: &mut Option<DateTime<Utc>>,
    ) -> Result<Mended, StoreError> {
        if matches!(mend, Mend::Strip | Mend::Erase) {
            let delivery = self.take_away(chat, touch, not_before).await;
            return Ok(match is_owed(&delivery) {
                true => Mended::Failed(delivery),
                false => Mended::TakenAway,
            });
        }
        let shown = self.show_current(chat, touch, current, not_before).await;
        if matches!(mend, Mend::Adopt) {
            if matches!(shown, Delivery::Done(_)) {
                self.reminded(&current.dialogue);
            }
            return Ok(match shown {
                // It is gone already: the new message is still wanted.
                Delivery::Anew => Mended::Right,
                _ => Mended::Failed(shown),
            });
        }
        if shown == Delivery::Anew || is_owed(&shown) {
            return Ok(Mended::Failed(shown));
        }
        let still = self.store.load(chat).await?.map(|record| record.revision);
        Ok(match still == Some(current.revision) {
            true => Mended::Right,
            false => Mended::Changed,
        })
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
        Mend::Nothing => {}
        // Whoever presses a button on it meanwhile keeps it: what is to be erased would be gone all the same.
        Mend::Wait | Mend::Strip | Mend::Erase => outbox.strip.push(message),
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
