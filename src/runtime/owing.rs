//! What is still to be done, committed over whatever stands there now.

use chrono::{DateTime, Utc};
use rand::random;

use crate::dialogue::effect::Show;
use crate::store::{ChatId, Commit, CommitId, Record, Revision, StoreError};

use super::deliver::Courier;
use super::turn::{alarm, earliest};

/// How often one tries while others go on committing.
const TRIES_MAX: usize = 32;

impl Courier {
    /// Commits what is owed, and does it; false if others were faster again.
    pub(super) async fn owe(
        &self,
        chat: ChatId,
        owing: Record,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let due = |next: &Record| alarm(next, now);
        let Some(next) = self.kept(chat, owing, due).await? else {
            return Ok(false);
        };
        Box::pin(self.deliver(chat, next)).await?;
        Ok(true)
    }

    /// Commits what is owed, and leaves it to the alarm; false if others were faster again.
    pub(super) async fn leave(
        &self,
        chat: ChatId,
        owing: Record,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let due = |next: &Record| Some(earliest(&next.dialogue, &next.outbox, now));
        Ok(self.kept(chat, owing, due).await?.is_some())
    }

    /// Telegram wants nothing said to this chat before an instant. That is kept with what is owed, or with a duty that
    /// harms nobody: the screen is shown once more, where it stands.
    pub(super) async fn leave_alone(
        &self,
        chat: ChatId,
        until: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        for _ in 0..TRIES_MAX {
            let now = self.clock.now();
            let Some(mut record) = self.store.load(chat).await? else {
                return Ok(());
            };
            let outbox = &mut record.outbox;
            if until <= now || outbox.not_before >= Some(until) {
                return Ok(());
            }
            if !outbox.owes() {
                outbox.show = record.anchor.map(|_| Show::InPlace);
            }
            outbox.not_before = Some(until);
            if !outbox.owes() || self.leave(chat, record, now).await? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Commits a record with this alarm; `None` if others were faster.
    pub(super) async fn kept(
        &self,
        chat: ChatId,
        owing: Record,
        due: impl FnOnce(&Record) -> Option<DateTime<Utc>>,
    ) -> Result<Option<Record>, StoreError> {
        let expected = owing.revision;
        let mut next = Record {
            outbox: owing.outbox.tidied(),
            ..owing
        };
        next.due = due(&next);
        let id = CommitId::Own(random());
        if self.store.commit(chat, id, expected, &next).await? == Commit::Conflict {
            return Ok(None);
        }
        next.revision = Revision(expected.0 + 1);
        Ok(Some(next))
    }
}
