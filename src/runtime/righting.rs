//! Putting right what a delivery has touched while something newer was committed.
//!
//! Whoever is last must leave one message with living buttons, the anchor, and on it the current screen.

use std::time::Duration;

use crate::dialogue::effect::Show;
use crate::dialogue::event::MessageId;
use crate::dialogue::next_due;
use crate::store::record::Outbox;
use crate::store::{ChatId, Commit, CommitId, Record, Revision, StoreError};
use rand::random;

use super::deliver::{Courier, whom};
use super::turn::LEASE;

/// How often one looks while others go on committing, and how long one waits between two looks, doubling.
const LOOKS_MAX: u32 = 8;
const LOOK_AGAIN: Duration = Duration::from_millis(25);

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
            match mend(touch, &current, mended) {
                Mend::Nothing => return Ok(()),
                Mend::Wait => tokio::time::sleep(LOOK_AGAIN * 2u32.pow(look)).await,
                Mend::Strip => {
                    self.api.strip(whom(chat), message).await;
                    mended = true;
                }
                Mend::Erase => {
                    self.api.erase(whom(chat), message).await;
                    mended = true;
                }
                Mend::Show => {
                    let said = self.said(chat, &current.dialogue);
                    self.api.show_in_place(whom(chat), message, &said).await;
                    let still = self.store.load(chat).await?.map(|record| record.revision);
                    if still == Some(current.revision) {
                        return Ok(());
                    }
                }
                Mend::Adopt => {
                    let said = self.said(chat, &current.dialogue);
                    self.api.show_in_place(whom(chat), message, &said).await;
                    let mut outbox = current.outbox.clone();
                    outbox.show = None;
                    outbox.strip.extend(current.anchor);
                    if self.owe(chat, current, outbox, Some(message)).await? {
                        return Ok(());
                    }
                }
                Mend::SendAgain => {
                    let mut outbox = current.outbox.clone();
                    outbox.show = outbox.show.max(Some(Show::Quietly));
                    if self.owe(chat, current, outbox, None).await? {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
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
        (Touch::Edited(_) | Touch::Stripped(_), true) if is_replaced => Mend::Wait,
        (Touch::Edited(_) | Touch::Sent(_) | Touch::Stripped(_), true) => Mend::Show,
        (Touch::Stripped(_), false) => Mend::Nothing,
        (Touch::Edited(_) | Touch::Sent(_), false) if mended => Mend::Nothing,
        (Touch::Edited(_), false) => Mend::Strip,
        (Touch::Sent(_), false) if is_replaced => Mend::Adopt,
        (Touch::Sent(_), false) => Mend::Erase,
    }
}
