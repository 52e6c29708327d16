//! Putting right what a delivery has touched while something newer was committed.
//!
//! Whoever is last must leave one message with living buttons, the anchor, and on it the current screen.

use std::time::Duration;

use rand::random;

use crate::dialogue::effect::Show;
use crate::dialogue::event::MessageId;
use crate::dialogue::next_due;
use crate::store::record::Outbox;
use crate::store::{ChatId, Commit, CommitId, Record, Revision, StoreError};
use crate::telegram::outcome::Delivery;

use super::deliver::{Courier, whom};
use super::turn::LEASE;

/// How often one looks while others go on committing. Each look but the first follows a commit of somebody else, so that
/// this is more than any person brings about; whoever gave up would leave buttons that live beside the screen.
const LOOKS_MAX: u32 = 32;
/// How long one waits between two looks, doubling up to [`DOUBLINGS_MAX`] times.
const LOOK_AGAIN: Duration = Duration::from_millis(25);
const DOUBLINGS_MAX: u32 = 6;

/// What a delivery has done to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
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
    pub(super) async fn put_right(&self, chat: ChatId, touch: Touch) -> Result<(), StoreError> {
        let message = touch.message();
        let mut mended = false;
        for look in 0..LOOKS_MAX {
            let Some(current) = self.store.load(chat).await? else {
                return Ok(());
            };
            let mut outbox = current.outbox.clone();
            let mut anchor = current.anchor;
            match mend(touch, &current, mended) {
                Mend::Nothing => return Ok(()),
                Mend::Wait => {
                    tokio::time::sleep(LOOK_AGAIN * 2u32.pow(look.min(DOUBLINGS_MAX))).await;
                    continue;
                }
                Mend::Strip | Mend::Erase => {
                    if self.take_away(chat, touch).await {
                        mended = true;
                        continue;
                    }
                    outbox.strip.push(message);
                }
                Mend::Show => match self.show_current(chat, message, &current).await {
                    Delivery::Later(_) | Delivery::Unanswered => {
                        outbox.show = outbox.show.max(Some(Show::InPlace))
                    }
                    Delivery::Anew => {
                        outbox.show = outbox.show.max(Some(Show::Quietly));
                        anchor = None;
                    }
                    Delivery::Done(_) | Delivery::Gone | Delivery::Refused(_) => {
                        let still = self.store.load(chat).await?.map(|record| record.revision);
                        if still == Some(current.revision) {
                            return Ok(());
                        }
                        continue;
                    }
                },
                Mend::Adopt => match self.show_current(chat, message, &current).await {
                    // It is gone already: the new message is still wanted.
                    Delivery::Anew => return Ok(()),
                    shown => {
                        let failed = matches!(shown, Delivery::Later(_) | Delivery::Unanswered);
                        outbox.show = failed.then_some(Show::InPlace);
                        outbox.strip.extend(anchor);
                        anchor = Some(message);
                    }
                },
                Mend::SendAgain => {
                    outbox.show = outbox.show.max(Some(Show::Quietly));
                    anchor = None;
                }
            }
            if self.owe(chat, current, outbox, anchor).await? {
                return Ok(());
            }
        }
        Ok(())
    }

    async fn show_current(&self, chat: ChatId, message: MessageId, current: &Record) -> Delivery {
        let said = self.said(chat, &current.dialogue);
        self.api.show_in_place(whom(chat), message, &said).await
    }

    /// Takes a message away that carries no screen any more, or only its buttons; false if that is still to be done.
    async fn take_away(&self, chat: ChatId, touch: Touch) -> bool {
        let delivery = match touch {
            Touch::Sent(message) => self.api.erase(whom(chat), message).await,
            Touch::Edited(message) | Touch::Stripped(message) => {
                self.api.strip(whom(chat), message).await
            }
        };
        !matches!(delivery, Delivery::Later(_) | Delivery::Unanswered)
    }

    /// Commits these duties and this anchor, and does the duties; false if others were faster again.
    async fn owe(
        &self,
        chat: ChatId,
        current: Record,
        outbox: Outbox,
        anchor: Option<MessageId>,
    ) -> Result<bool, StoreError> {
        let due = if outbox.is_empty() {
            next_due(&current.dialogue)
        } else {
            Some(self.clock.now() + LEASE)
        };
        let expected = current.revision;
        let next = Record {
            outbox,
            anchor,
            due,
            ..current
        };
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
