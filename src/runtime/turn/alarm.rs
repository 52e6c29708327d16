//! The alarm of a record: when what it owes is tried again, or when the chat next needs us.

use chrono::{DateTime, TimeDelta, Utc};

use crate::dialogue::Dialogue;
use crate::dialogue::effect::Show;
use crate::dialogue::event::Event;
use crate::dialogue::state::{Remark, State};
use crate::store::Record;
use crate::store::record::Outbox;

/// How long a delivery has before the alarm repeats it.
pub const LEASE: TimeDelta = TimeDelta::seconds(90);
/// How often in a row the alarm may set out to do what is owed and not be heard of again. Then it sets out rarely: it may
/// be what kills the process, or the store may tell nobody what it has written, and nothing may be lost.
pub const UNHEARD_MAX: u32 = 8;
/// How long it rests then.
pub const UNHEARD_REST: TimeDelta = TimeDelta::hours(1);

/// Something is committed while others may be doing what was owed before: until they have certainly ended, what they may
/// leave behind is remembered, and files stay in their hands. Nobody is under way where Telegram wants to be left alone.
pub fn overtakes(outbox: &mut Outbox, now: DateTime<Utc>) {
    if outbox.not_before.is_some_and(|until| until > now) {
        return;
    }
    if outbox.show.is_some() || !outbox.strip.is_empty() {
        outbox.overtaken = Some(now + LEASE);
    }
    // What has failed waits for its alarm, and an alarm that has come is counted.
    let may_be_handed = outbox.tries == 0 || outbox.unheard > 0;
    if outbox.owes_files() && may_be_handed {
        outbox.handing = Some(now + LEASE);
    }
}

/// Sets the alarm of the record that a turn leaves behind, while somebody may be sending what was owed before it.
pub(super) fn sets(
    next: &mut Record,
    event: &Event,
    sent_until: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) {
    let earliest = earliest(&next.dialogue, &next.outbox, now);
    if earliest > now {
        // It is put off: nobody sets out to show it.
        next.outbox.unheard = 0;
    }
    next.due = if matches!(event, Event::Noted { .. }) && next.outbox.owes() {
        // Nobody delivers this by the way: the worker does, as soon as it looks.
        sent_until.max(Some(earliest))
    } else {
        alarm(next, now)
    };
}

/// The end of the delivery's lease, or of a longer rest, while something is owed, or exactly the instant until which
/// Telegram wants to be left alone; else the time until which the chat rests.
pub fn alarm(record: &Record, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let outbox = &record.outbox;
    if !outbox.owes() {
        return record.rests_until();
    }
    let earliest = earliest(&record.dialogue, outbox, now);
    let lease = match outbox.unheard > UNHEARD_MAX {
        true => UNHEARD_REST,
        false => LEASE,
    };
    match outbox.not_before {
        Some(until) if until > now && until == earliest => Some(until),
        Some(_) | None => Some((now + lease).max(earliest)),
    }
}

/// When what is owed may be said: at once if somebody waits for it, in the morning if nobody asked; never before Telegram
/// wants to hear it.
pub fn earliest(dialogue: &Dialogue, outbox: &Outbox, now: DateTime<Utc>) -> DateTime<Utc> {
    let now = outbox.not_before.map_or(now, |until| until.max(now));
    if let Some(until) = outbox.handing.filter(|_| outbox.owes_files_alone()) {
        return now.max(until);
    }
    let is_nudge = dialogue.remark == Some(Remark::Nudge);
    let is_unasked = is_nudge || matches!(dialogue.state, State::Reminder(_));
    let is_new = outbox.show >= Some(Show::Quietly);
    if is_unasked && is_new && !outbox.asked {
        dialogue.settings.awake(now)
    } else {
        now
    }
}
