//! Handing over files: what is stored about a person, and dates for a calendar.
//!
//! A file that was never answered is sent once more and then counts as handed over.

use crate::dialogue::effect::Dates;
use crate::dialogue::sharing;
use crate::dialogue::text::Text;
use crate::store::record::Outbox;
use crate::store::{ChatId, Record, StoreError};
use crate::telegram::outcome::Delivery;

use super::deliver::{Courier, whom};
use super::entry_id::EntryIds;
use super::owing::Owing;
use super::performing::Done;
use crate::calendar;

/// The name of the file that holds everything stored about a person.
const DATA_FILE: &str = "gilbot.json";
/// How often a newer record is looked at while others go on committing.
const TRIES_MAX: usize = 5;
/// The name of the file for calendars.
const CALENDAR_FILE: &str = "gilbot.ics";

/// Whether a delivery of this has the files in hand.
fn hands_over(were: &Outbox) -> bool {
    were.owes_files() && were.handing.is_none()
}

impl Done {
    /// Takes the files out that this delivery has handed over, if it had them in hand.
    pub fn strike_files(&self, outbox: &mut Outbox, were: &Outbox) {
        if !hands_over(were) {
            return;
        }
        let left = &self.left;
        let is_done =
            |dates: &Dates| were.calendar.contains(dates) && !left.calendar.contains(dates);
        outbox.handing = None;
        outbox.calendar.retain(|dates| !is_done(dates));
        outbox.hand_over &= !were.hand_over || left.hand_over;
        outbox.unsure_document = left.unsure_document;
        outbox.unsure_calendar = left.unsure_calendar;
    }
}

impl Courier {
    /// All files that are owed.
    pub(super) async fn hand_over_all(&self, chat: ChatId, record: &Record, done: &mut Done) {
        if record.outbox.hand_over && !done.is_over() {
            self.hand_over(chat, record, done).await;
        }
        self.hand_over_calendars(chat, record, done).await;
    }

    /// Takes what this delivery has handed over out of the newer record that has overtaken it, whose delivery leaves the
    /// files to us. What was asked for since is handed over then.
    ///
    /// # Errors
    /// The store's. Then they are handed over once more, when nobody can have them in hand any longer.
    pub(super) async fn handed_over(
        &self,
        chat: ChatId,
        record: &Record,
        done: &Done,
    ) -> Result<(), StoreError> {
        let was = &record.outbox;
        if !hands_over(was) {
            return Ok(());
        }
        for _ in 0..TRIES_MAX {
            let Some(current) = self.store.load(chat).await? else {
                return Ok(());
            };
            if current.outbox.handing.is_none() {
                return Ok(());
            }
            let now = self.clock.now();
            let mut owing = Owing::beside(current, now);
            done.strike_files(&mut owing.record.outbox, was);
            if self.owe(chat, owing, now).await? {
                return Ok(());
            }
        }
        let alias = self.aliases.of(chat);
        tracing::warn!(%alias, "others were faster each time: files may be handed over once more");
        Ok(())
    }

    /// The person's record as a file.
    async fn hand_over(&self, chat: ChatId, record: &Record, done: &mut Done) {
        let dialogue = &record.dialogue;
        let Ok(file) = serde_json::to_vec_pretty(&sharing::export(dialogue)) else {
            done.left.hand_over = false;
            return;
        };
        let caption = Text::new("document-caption");
        let caption = self.words.say(dialogue.settings.language, &caption);
        let was_unsure = record.outbox.unsure_document;
        done.left.hand_over = !was_unsure;
        done.left.unsure_document = true;
        let delivery = self
            .api
            .hand_over(whom(chat), DATA_FILE, file, &caption)
            .await;
        let is_owed = done.note(&delivery, self.clock.now());
        if delivery != Delivery::Unanswered {
            done.left.hand_over = is_owed;
            done.left.unsure_document = was_unsure;
        }
    }

    /// The calendar files, one after another: only of the first can it be unknown whether it came.
    async fn hand_over_calendars(&self, chat: ChatId, record: &Record, done: &mut Done) {
        for dates in record.outbox.calendar.iter().copied() {
            if done.is_over() || !self.hand_over_calendar(chat, record, dates, done).await {
                return;
            }
        }
    }

    /// True if nothing of it is owed any more.
    async fn hand_over_calendar(
        &self,
        chat: ChatId,
        record: &Record,
        dates: Dates,
        done: &mut Done,
    ) -> bool {
        let dialogue = &record.dialogue;
        let was_unsure = std::mem::take(&mut done.left.unsure_calendar);
        done.left.calendar.retain(|left| *left != dates);
        let ids = self.api.keyed(EntryIds::new);
        let uid = |certificate| ids.of(chat, certificate);
        let file = calendar::file(dialogue, dates, &self.words, uid, self.clock.now());
        let Some(file) = file else {
            // What was meant is gone.
            return true;
        };
        let caption = Text::new("calendar-caption");
        let caption = self.words.say(dialogue.settings.language, &caption);
        if !was_unsure {
            done.left.calendar.insert(0, dates);
            done.left.unsure_calendar = true;
        }
        let delivery = self
            .api
            .hand_over(whom(chat), CALENDAR_FILE, file.into_bytes(), &caption)
            .await;
        let is_owed = done.note(&delivery, self.clock.now());
        if delivery == Delivery::Unanswered {
            return was_unsure;
        }
        done.left.calendar.retain(|left| *left != dates);
        done.left.unsure_calendar = is_owed && was_unsure;
        if is_owed {
            done.left.calendar.insert(0, dates);
        }
        !is_owed
    }
}
