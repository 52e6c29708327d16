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
use super::owing::Owing;
use super::performing::instant_after;

/// How often one looks, and calls or waits, while others go on committing: whoever presses faster than Telegram answers
/// would set more and more on their way. Afterwards all but a reminder is left to the alarm.
const CALLS_MAX: u32 = 8;
/// How often one looks at all. Each look after the calls follows a commit of somebody else.
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

/// What is to be done about a touched message.
#[derive(Clone, Copy)]
enum Mend {
    Nothing,
    /// It carries the screen, but a new message is on its way, whose sender takes these buttons away.
    Wait,
    /// A new message was wanted, and here it is.
    Adopt,
    /// It carried the screen, and is gone.
    SendAgain,
    Call(Call),
}

/// What Telegram is called for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Call {
    /// It carries the screen: the current one.
    Show,
    /// A reminder was wanted, and here it may be: it counts as told when it stands there.
    Remind,
    /// It carries no screen any more.
    Strip,
    Erase,
}

/// What came of a call about a touched message.
enum Called {
    /// Nothing more is to be done.
    Right,
    /// Something newer was committed meanwhile.
    Changed,
    /// It carries no buttons any more, or is gone.
    TakenAway,
    /// This is to be noted in the record.
    ToNote(Delivery),
}

/// Nothing was called for.
const NOT_YET: Delivery = Delivery::Later(Duration::ZERO);

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
            let Some(current) = self.store.load(chat).await? else {
                if not_before.is_none() {
                    self.leaves_nothing(chat, touch).await;
                }
                return Ok(());
            };
            let now = self.clock.now();
            let mut owing = Owing::beside(current, now);
            let outbox = &mut owing.record.outbox;
            outbox.not_before = outbox.not_before.max(*not_before).filter(|at| *at > now);
            let mend = mend(touch, &owing.record, mended);
            let is_early = look < CALLS_MAX;
            let outcome = match (mend, owing.record.outbox.not_before) {
                (Mend::Nothing, _) => return Ok(()),
                (Mend::SendAgain, _) => Delivery::Anew,
                (Mend::Wait, None) if is_early => {
                    tokio::time::sleep(LOOK_AGAIN * 2u32.pow(look.min(DOUBLINGS_MAX))).await;
                    continue;
                }
                // A reminder that stands there is not to be sent once more: only a call tells.
                (Mend::Call(call), None) if is_early || call == Call::Remind => {
                    let called = self.calls(chat, touch, call, &owing.record, not_before);
                    match called.await? {
                        Called::Right => return Ok(()),
                        Called::Changed => continue,
                        Called::TakenAway => {
                            mended = true;
                            continue;
                        }
                        Called::ToNote(delivery) => delivery,
                    }
                }
                (Mend::Adopt | Mend::Wait | Mend::Call(_), _) => NOT_YET,
            };
            let told =
                is_told(mend, &outcome, &owing.record).then(|| owing.record.dialogue.clone());
            let now = self.clock.now();
            let outbox = &mut owing.record.outbox;
            outbox.not_before = outbox.not_before.max(*not_before);
            note(&mut owing.record, mend, touch, &outcome);
            let is_kept = match is_early {
                true => self.owe(chat, owing, now).await?,
                false => self.leave(chat, owing, now).await?,
            };
            if is_kept {
                told.iter().for_each(|dialogue| self.reminded(dialogue));
                return Ok(());
            }
            if !is_early {
                tokio::time::sleep(LOOK_AGAIN).await;
            }
        }
        let alias = self.aliases.of(chat);
        tracing::warn!(%alias, "others were faster each time: a message stays as it is");
        Ok(())
    }

    /// Calls Telegram about a touched message, once.
    async fn calls(
        &self,
        chat: ChatId,
        touch: Touch,
        call: Call,
        current: &Record,
        not_before: &mut Option<DateTime<Utc>>,
    ) -> Result<Called, StoreError> {
        let delivery = match call {
            Call::Show | Call::Remind => self.show_current(chat, touch, current, not_before).await,
            Call::Strip | Call::Erase => self.take_away(chat, touch, not_before).await,
        };
        Ok(match call {
            // It is gone already: the new message is still wanted.
            Call::Remind if delivery == Delivery::Anew => Called::Right,
            Call::Remind => Called::ToNote(delivery),
            Call::Show | Call::Strip | Call::Erase if is_owed(&delivery) => {
                Called::ToNote(delivery)
            }
            Call::Strip | Call::Erase => Called::TakenAway,
            Call::Show if delivery == Delivery::Anew => Called::ToNote(delivery),
            Call::Show => match self.store.load(chat).await? {
                Some(stands) if stands.revision == current.revision => Called::Right,
                Some(_) | None => Called::Changed,
            },
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

/// Whether a reminder has been told by this, and was not brought up again by something the person did.
fn is_told(mend: Mend, outcome: &Delivery, current: &Record) -> bool {
    let told = (mend, outcome);
    matches!(told, (Mend::Call(Call::Remind), Delivery::Done(_))) && !current.outbox.asked
}

/// Notes in the record what is still to be done about a message, after a call for it that ended so.
fn note(current: &mut Record, mend: Mend, touch: Touch, outcome: &Delivery) {
    let message = touch.message();
    let outbox = &mut current.outbox;
    match mend {
        // Whoever sends the new message learns from the commit that it was overtaken, and takes these buttons away.
        Mend::Nothing | Mend::Wait => {}
        // Whoever presses a button on it meanwhile keeps it: what is to be erased would be gone all the same.
        Mend::Call(Call::Strip | Call::Erase) => outbox.strips(message),
        // Until it stands there, a reminder stays owed as a new message: what is only to be edited counts as told.
        Mend::Call(Call::Remind) if is_owed(outcome) => outbox.strips(message),
        Mend::Call(Call::Show) if *outcome != Delivery::Anew => {
            // Somebody is looking at it.
            outbox.asked |= outbox.show.is_none();
            outbox.show = outbox.show.max(Some(Show::InPlace));
        }
        Mend::Call(Call::Show) | Mend::SendAgain => {
            outbox.show = outbox.show.max(Some(Show::Quietly));
            current.anchor = None;
        }
        Mend::Adopt | Mend::Call(Call::Remind) => {
            // Somebody may have taken it for an old one: it is shown there once more, now that all know better.
            outbox.show = Some(Show::InPlace);
            outbox.unsure = false;
            current.anchor.iter().for_each(|old| outbox.strips(*old));
            outbox.strip.retain(|other| *other != message);
            current.anchor = Some(message);
        }
    }
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
    let is_reminder = matches!(current.dialogue.state, State::Reminder(_));
    match (touch, is_anchor) {
        (Touch::Sent(_), true) if mended => Mend::SendAgain,
        (_, true) if is_replaced => Mend::Wait,
        (Touch::Edited(_) | Touch::Sent(_) | Touch::Stripped(_), true) => Mend::Call(Call::Show),
        (Touch::Stripped(_), false) => Mend::Nothing,
        (Touch::Edited(_) | Touch::Sent(_), false) if mended => Mend::Nothing,
        (Touch::Edited(_), false) => Mend::Call(Call::Strip),
        (Touch::Sent(_), false) if is_replaced && is_reminder => Mend::Call(Call::Remind),
        (Touch::Sent(_), false) if is_replaced => Mend::Adopt,
        (Touch::Sent(_), false) => Mend::Call(Call::Erase),
    }
}
