//! When a chat next needs us: the one alarm, as a view of the dialogue.

use chrono::{DateTime, TimeDelta, Utc};

use super::reminder;
use super::state::{Bookmark, Dialogue};

/// An unfinished walk is spoken of once, after a day.
pub const NUDGE_AFTER: TimeDelta = TimeDelta::days(1);
/// A chat without a certificate that has been silent for so long is erased.
pub const ERASE_AFTER: TimeDelta = TimeDelta::days(180);

/// The next instant at which this chat needs us, if any; a wake before it does nothing.
pub fn next_due(dialogue: &Dialogue) -> Option<DateTime<Utc>> {
    let unasked = next_unasked(dialogue);
    [unasked, erase_at(dialogue)].into_iter().flatten().min()
}

/// When the chat is erased for disuse; never while it holds a certificate.
pub fn erase_at(dialogue: &Dialogue) -> Option<DateTime<Utc>> {
    let heard_at = dialogue.heard_at?;
    dialogue
        .certificates
        .is_empty()
        .then_some(heard_at + ERASE_AFTER)
}

/// When the unfinished walk is spoken of, unless that has been done.
pub fn nudge_at(bookmark: &Bookmark) -> Option<DateTime<Utc>> {
    (!bookmark.nudged).then_some(bookmark.at + NUDGE_AFTER)
}

fn next_unasked(dialogue: &Dialogue) -> Option<DateTime<Utc>> {
    if dialogue.blocked {
        return None;
    }
    let reminders = dialogue
        .certificates
        .iter()
        .filter_map(|certificate| reminder::next(certificate, &dialogue.settings));
    let nudge = dialogue.bookmark.as_ref().and_then(nudge_at);
    let first = reminders.chain(nudge).min()?;
    Some(
        dialogue
            .not_before
            .map_or(first, |asleep| first.max(asleep)),
    )
}
