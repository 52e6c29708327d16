//! One turn: load, think, commit.

mod alarm;
mod effects;

use chrono::{DateTime, Utc};

use crate::dialogue::certificate::CertificateId;
use crate::dialogue::effect::{Count, Effect, Show, Toast};
use crate::dialogue::event::{Event, MessageId};
use crate::dialogue::state::State;
use crate::dialogue::{Dialogue, beneath_reminder, once_more, transition, view};
use crate::store::record::Outbox;
use crate::store::{ChatId, Commit, CommitId, Record, Revision, Store, StoreError};

pub use self::alarm::{LEASE, UNHEARD_MAX, UNHEARD_REST, alarm, earliest, overtakes};
use self::effects::{counts, owe, pictured};
use super::gauge;

/// How often a turn is thought through again when another one was faster.
const TRIES_MAX: usize = 5;

/// How a turn ended.
pub enum Turned {
    /// Committed. What is owed stands in the record's outbox.
    Committed {
        record: Box<Record>,
        toast: Option<Toast>,
        /// A picture that is sent as a courtesy, once the screen stands.
        picture: Option<CertificateId>,
        /// What is now to be counted.
        counts: Vec<Count>,
    },
    /// This update took effect before.
    Seen,
    /// Nothing is stored for this chat, and there is nothing to store.
    Nothing,
}

/// What a turn is about.
pub struct Turn<'a> {
    pub chat: ChatId,
    pub id: CommitId,
    pub event: &'a Event,
    /// The message on which a button was pressed, if it can be edited.
    pub pressed_on: Option<MessageId>,
}

/// Thinks and commits, beginning with the record already loaded; on a conflict it loads and thinks again.
///
/// # Errors
/// The store's; then it is unknown whether the turn has happened, and the same update may be tried again.
pub async fn turn(
    store: &dyn Store,
    turn: &Turn<'_>,
    loaded: Option<Record>,
    now: DateTime<Utc>,
) -> Result<Turned, StoreError> {
    let mut loaded = Some(loaded);
    for _ in 0..TRIES_MAX {
        let stored = match loaded.take() {
            Some(stored) => stored,
            None => store.load(turn.chat).await?,
        };
        let unasked = matches!(
            turn.event,
            Event::Due | Event::Blocked | Event::Unblocked | Event::Noted { .. }
        );
        let record = stored.unwrap_or_default();
        if record.revision == Revision::default() && unasked {
            return Ok(Turned::Nothing);
        }
        if record.has_seen(turn.id) {
            return Ok(Turned::Seen);
        }
        let expected = record.revision;
        let (mut next, toast, effects) = think(record, turn, now);
        match store.commit(turn.chat, turn.id, expected, &next).await? {
            Commit::Applied => {
                next.revision = Revision(expected.0 + 1);
                return Ok(Turned::Committed {
                    record: Box::new(next),
                    toast,
                    picture: pictured(&effects),
                    counts: counts(&effects).collect(),
                });
            }
            Commit::Duplicate => return Ok(Turned::Seen),
            Commit::Conflict => gauge::conflict(),
        }
    }
    Err(StoreError::Unavailable(
        "others were faster each time".to_owned(),
    ))
}

/// The record after this turn: the new dialogue, what is owed, and the alarm.
fn think(
    record: Record,
    turn: &Turn<'_>,
    now: DateTime<Utc>,
) -> (Record, Option<Toast>, Vec<Effect>) {
    let was_reminder = is_reminder_shown(&record);
    let sent_until = record.sent_until();
    let stays_owed = stays_owed(&record, turn, now);
    let (dialogue, effects) = happens(&record, turn, stays_owed, now);
    let Record {
        mut outbox,
        mut anchor,
        seen,
        ..
    } = record;
    time_passes(&mut outbox, anchor, turn, now);
    if outbox.unsure && is_newer(turn, anchor, &outbox) {
        // What went out and was never answered has come: somebody pressed a button on it.
        outbox.show = None;
    }
    if is_press(turn.event) && turn.pressed_on != anchor {
        // The person is looking at the message that was pressed: it carries the screen from now on.
        if let Some(replaced) = anchor.filter(|_| !was_reminder) {
            outbox.strips(replaced);
        }
        anchor = turn.pressed_on;
        outbox.strip.retain(|message| Some(*message) != anchor);
    }
    let was_owed = outbox.show;
    let toast = owe(&mut outbox, &effects);
    let shows = effects.iter().any(|it| matches!(it, Effect::Show(_)));
    // Another screen than the one that may have come already. What a person does leaves a reminder that is owed as it is;
    // an alarm may bring more of them.
    let is_another = shows && (!stays_owed || *turn.event == Event::Due);
    outbox.unsure &= !is_another;
    if matches!(turn.event, Event::Noted { .. }) && anchor.is_none() {
        // A note changes what stands there; it is no reason for a new message.
        outbox.show = was_owed;
    }
    if was_reminder && outbox.show >= Some(Show::Quietly) {
        // A reminder keeps its buttons for ever: it is left standing, not stripped.
        anchor = None;
    }
    if !matches!(turn.event, Event::Due | Event::Noted { .. }) {
        // The person is here: what was owed is tried again at once, at any hour.
        outbox.tries = 0;
        outbox.asked = true;
    }
    if dialogue.blocked {
        outbox = Outbox {
            forget: outbox.forget,
            tell: outbox.tell,
            ..Outbox::default()
        };
    }
    let mut next = Record {
        dialogue,
        outbox: outbox.tidied(),
        anchor,
        due: None,
        seen,
        revision: Revision::default(),
    };
    alarm::sets(&mut next, turn.event, sent_until, now);
    (next, toast, effects)
}

/// What has become of what was owed before this turn.
fn time_passes(
    outbox: &mut Outbox,
    anchor: Option<MessageId>,
    turn: &Turn<'_>,
    now: DateTime<Utc>,
) {
    outbox.not_before = outbox.not_before.filter(|until| *until > now);
    if outbox.overtaken.is_some_and(|until| until <= now) {
        outbox.overtaken = None;
        // Whoever was overtaken has ended, and may have left an older screen. It is shown there, or nowhere.
        if outbox.show.is_none() && anchor.is_some() {
            outbox.show = Some(Show::InPlace);
            outbox.unsure = true;
            outbox.asked = true;
        }
    }
    if outbox.handing.is_some_and(|until| until <= now) {
        outbox.handing = None;
        // Whoever had them in hand has ended, and may have handed them over.
        outbox.unsure_document = outbox.hand_over;
        outbox.unsure_calendar = !outbox.calendar.is_empty();
    }
    // The alarm alone knows that nobody is delivering.
    if *turn.event != Event::Due {
        overtakes(outbox, now);
    }
    outbox.unheard = match turn.event {
        Event::Due => outbox.unheard.saturating_add(1),
        Event::Noted { .. } => outbox.unheard,
        _ => 0,
    };
}

/// What happens to the dialogue. A reminder that has not been shown yet is not buried by what the person does.
fn happens(
    record: &Record,
    turn: &Turn<'_>,
    stays_owed: bool,
    now: DateTime<Utc>,
) -> (Dialogue, Vec<Effect>) {
    let dialogue = record.dialogue.clone();
    let event = turn.event.clone();
    if !stays_owed {
        transition(dialogue, event, now)
    } else if event == Event::Blocked {
        // Blocked before it was shown: it has not been told.
        transition(dialogue, Event::Unreachable, now)
    } else if event == Event::Due && record.outbox.may_have_come() {
        once_more(dialogue, now)
    } else {
        beneath_reminder(dialogue, event, now)
    }
}

/// Whether the anchor carries a reminder. One that is still owed stands nowhere yet: the anchor carries what was shown
/// before it.
fn is_reminder_shown(record: &Record) -> bool {
    let is_owed = record.outbox.show >= Some(Show::Quietly);
    matches!(record.dialogue.state, State::Reminder(_)) && !is_owed
}

/// Whether a reminder is owed and nothing tells that it was seen.
fn stays_owed(record: &Record, turn: &Turn<'_>, now: DateTime<Utc>) -> bool {
    let is_owed = record.outbox.show >= Some(Show::Quietly);
    // One of its buttons was pressed: it was seen, and we died before we could note it. Without the button it may be any
    // message of which we never heard that it was sent.
    let was_seen = is_newer(turn, record.anchor, &record.outbox)
        && is_offered(&record.dialogue, turn.event, now);
    matches!(record.dialogue.state, State::Reminder(_)) && is_owed && !was_seen
}

/// Whether the screen of this dialogue has the button that was pressed.
fn is_offered(dialogue: &Dialogue, event: &Event, now: DateTime<Utc>) -> bool {
    let Event::Pressed(press) = event else {
        return false;
    };
    view(dialogue, now).presses().any(|seen| seen == *press)
}

/// A press on a message newer than any that we know of.
fn is_newer(turn: &Turn<'_>, anchor: Option<MessageId>, outbox: &Outbox) -> bool {
    let is_known = |message| outbox.strip.contains(&message);
    let is_newer = is_press(turn.event) && anchor.is_some() && turn.pressed_on > anchor;
    is_newer && !turn.pressed_on.is_some_and(is_known)
}

fn is_press(event: &Event) -> bool {
    matches!(event, Event::Pressed(_) | Event::PressedUnknown)
}
