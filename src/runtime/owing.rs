//! What is still to be done, committed beside whoever may be doing what the record owes already.

use chrono::{DateTime, Utc};
use rand::random;

use crate::dialogue::effect::Show;
use crate::dialogue::event::MessageId;
use crate::store::record::Outbox;
use crate::store::{ChatId, Commit, CommitId, Record, Revision, StoreError};

use super::deliver::Courier;
use super::gauge;
use super::turn::{alarm, earliest, overtakes};

/// How often one tries while others go on committing.
const TRIES_MAX: usize = 32;

/// A record that is to owe more than it does, while others may be doing what it owes already.
pub(super) struct Owing {
    pub record: Record,
    /// The alarm of a new message that was owed before: until then somebody may be sending it.
    lease: Option<DateTime<Utc>>,
}

impl Owing {
    /// The record as it stands, before more is owed.
    pub fn beside(mut record: Record, now: DateTime<Utc>) -> Self {
        let lease = record.sent_until();
        overtakes(&mut record.outbox, now);
        Self { record, lease }
    }

    /// Until when somebody else may be sending the new message, if it is still owed. Two would both send it.
    fn sent_until(&self) -> Option<DateTime<Utc>> {
        let is_wanted = self.record.outbox.show >= Some(Show::Quietly);
        self.lease.filter(|_| is_wanted)
    }
}

impl Courier {
    /// Commits what is owed, and does it, unless another is sending a new message; false if others were faster again.
    pub(super) async fn owe(
        &self,
        chat: ChatId,
        owing: Owing,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        if owing.sent_until().is_some() {
            return self.leave(chat, owing, now).await;
        }
        let mut record = owing.record;
        // Nothing waits for its alarm any more: files are in our hands now.
        record.outbox.tries = 0;
        let due = |next: &Record| alarm(next, now);
        let Some(next) = self.kept(chat, record, due).await? else {
            return Ok(false);
        };
        Box::pin(self.deliver(chat, next)).await?;
        Ok(true)
    }

    /// Commits what is owed, and leaves it to the alarm: as soon as it may be said, but not while another may be sending a
    /// new message. False if others were faster again.
    pub(super) async fn leave(
        &self,
        chat: ChatId,
        owing: Owing,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let sent_until = owing.sent_until();
        let due = |next: &Record| match next.outbox.owes() {
            true => sent_until.max(Some(earliest(&next.dialogue, &next.outbox, now))),
            false => next.rests_until(),
        };
        let Some(next) = self.kept(chat, owing.record, due).await? else {
            return Ok(false);
        };
        if next.outbox.owes() && sent_until.is_none() {
            gauge::owed(next.outbox.asked);
        }
        Ok(true)
    }

    /// Telegram wants nothing said to this chat before an instant: that is noted.
    pub(super) async fn leave_alone(
        &self,
        chat: ChatId,
        until: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        for _ in 0..TRIES_MAX {
            let now = self.clock.now();
            let Some(record) = self.store.load(chat).await? else {
                return Ok(());
            };
            let mut owing = Owing::beside(record, now);
            let Record { outbox, anchor, .. } = &mut owing.record;
            if until <= now || outbox.not_before >= Some(until) {
                return Ok(());
            }
            outbox.not_before = Some(until);
            keeps_instant(outbox, *anchor);
            if !outbox.owes() || self.leave(chat, owing, now).await? {
                return Ok(());
            }
        }
        let alias = self.aliases.of(chat);
        tracing::warn!(%alias, "others were faster each time: until when to wait is not noted");
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

/// The instant before which Telegram wants nothing said is kept with what is owed, or with a duty that harms nobody: the
/// screen is shown once more, where it stands or nowhere.
pub(super) fn keeps_instant(outbox: &mut Outbox, anchor: Option<MessageId>) {
    if outbox.not_before.is_some() && !outbox.owes() {
        outbox.show = anchor.map(|_| Show::InPlace);
        outbox.unsure = true;
    }
}
