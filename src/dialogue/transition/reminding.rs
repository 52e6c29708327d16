//! The alarm of a chat: reminders, the one nudge, and the erasing of what is no longer used.

use chrono::{DateTime, Utc};

use crate::dialogue::certificate::CertificateId;
use crate::dialogue::due::{erase_at, nudge_at};
use crate::dialogue::effect::{Effect, Show, Toast};
use crate::dialogue::reminder::{self, Notice, Stage};
use crate::dialogue::state::{Answer, Dialogue, Remark, Reminder, State};

/// The alarm has come, or may have: a wake with nothing due does nothing.
pub fn due(dialogue: &mut Dialogue, now: DateTime<Utc>) -> Vec<Effect> {
    if erase_at(dialogue).is_some_and(|at| at <= now) {
        *dialogue = Dialogue::default();
        return vec![Effect::Forget];
    }
    if dialogue.blocked {
        return Vec::new();
    }
    let awake = dialogue.settings.awake(now);
    if awake > now {
        dialogue.not_before = Some(awake);
        return Vec::new();
    }
    dialogue.not_before = None;
    let is_late = is_late(dialogue, now);
    let lines = collect(dialogue, now);
    if !lines.is_empty() {
        dialogue.remark = is_late.then_some(Remark::Late);
        return remind(dialogue, lines);
    }
    nudge(dialogue, now)
}

/// The person is back: what was missed is said, if anything was.
pub fn unblocked(dialogue: &mut Dialogue, now: DateTime<Utc>) -> Vec<Effect> {
    dialogue.blocked = false;
    let effects = due(dialogue, now);
    if matches!(dialogue.state, State::Reminder(_)) && !effects.is_empty() {
        dialogue.remark = Some(Remark::WelcomeBack);
    }
    effects
}

/// A reminder that could not be shown has not been told: it waits until the person is back.
pub fn take_back(dialogue: &mut Dialogue) {
    dialogue.blocked = true;
    let State::Reminder(Reminder { lines, interrupted }) = std::mem::take(&mut dialogue.state)
    else {
        return;
    };
    dialogue.state = *interrupted;
    for (id, notice) in lines {
        let certificate = dialogue.certificates.find_mut(id);
        if let (Some(certificate), Notice::Stage(stage)) = (certificate, notice) {
            certificate.told = Stage::ALL.into_iter().rev().find(|told| *told < stage);
        }
    }
}

/// Puts these lines of a reminder over whatever is the state now.
pub fn put_on_top(dialogue: &mut Dialogue, lines: Vec<(CertificateId, Notice)>) {
    let (mut newer, interrupted) = match std::mem::take(&mut dialogue.state) {
        State::Reminder(Reminder { lines, interrupted }) => (lines, interrupted),
        // Nothing may stand over the last word.
        State::Farewell => {
            dialogue.state = State::Farewell;
            return;
        }
        other => (Vec::new(), Box::new(underneath(other))),
    };
    for line in lines {
        let told_newer = newer.iter().any(|(id, _)| *id == line.0);
        if !told_newer && dialogue.certificates.find(line.0).is_some() {
            newer.push(line);
        }
    }
    dialogue.state = match newer.is_empty() {
        true => *interrupted,
        false => State::Reminder(Reminder {
            lines: newer,
            interrupted,
        }),
    };
}

/// «하던 곳으로».
pub fn resume(dialogue: &mut Dialogue) -> Option<Toast> {
    let interrupted = match &mut dialogue.state {
        State::Reminder(reminder) => &mut reminder.interrupted,
        State::Answer(answer) => &mut answer.interrupted,
        State::Home
        | State::Choosing(_)
        | State::Result(_)
        | State::Preparing(_)
        | State::Walking(_)
        | State::Stuck(..)
        | State::Finished(_)
        | State::Dating(_)
        | State::Certificates(_)
        | State::Settings(_)
        | State::Reading(_)
        | State::Invited(_)
        | State::Farewell => return None,
    };
    dialogue.state = std::mem::take(&mut **interrupted);
    None
}

/// Whether something that is due now was to be told on an earlier day.
fn is_late(dialogue: &Dialogue, now: DateTime<Utc>) -> bool {
    let today = dialogue.settings.today(now);
    let mut planned = dialogue.certificates.iter().filter_map(|certificate| {
        match reminder::due(certificate, &dialogue.settings, now)? {
            Notice::Stage(stage) => {
                let day = stage.day(certificate.expires_on);
                let asked_for = certificate.later.filter(|later| *later <= today);
                Some(asked_for.map_or(day, |later| later.max(day)))
            }
            // Any day is as good.
            Notice::Use => None,
        }
    });
    planned.any(|day| day < today)
}

/// Everything due now, marked as told in the same step; stages that were missed are dropped for good.
fn collect(dialogue: &mut Dialogue, now: DateTime<Utc>) -> Vec<(CertificateId, Notice)> {
    let settings = dialogue.settings.clone();
    let today = settings.today(now);
    let mut lines = Vec::new();
    for certificate in dialogue.certificates.iter_mut() {
        let notice = reminder::due(certificate, &settings, now);
        match notice {
            Some(Notice::Stage(stage)) => certificate.told = Some(stage),
            Some(Notice::Use) => certificate.used(today),
            None => {}
        }
        if reminder::is_expired(certificate.expires_on, &settings, now) {
            certificate.told = certificate.told.max(Some(Stage::D1));
        }
        if certificate
            .later
            .is_some_and(|day| settings.moment(day) <= now)
        {
            certificate.later = None;
        }
        if let Some(notice) = notice {
            lines.push((certificate.id, notice));
        }
    }
    lines
}

fn remind(dialogue: &mut Dialogue, lines: Vec<(CertificateId, Notice)>) -> Vec<Effect> {
    let rings = lines.iter().any(|(_, notice)| match notice {
        Notice::Stage(stage) => stage.rings(),
        Notice::Use => false,
    });
    if let Some(bookmark) = &mut dialogue.bookmark {
        // The reminder is word enough: no nudge on top of it.
        bookmark.nudged = true;
    }
    let interrupted = Box::new(underneath(std::mem::take(&mut dialogue.state)));
    let show = if rings { Show::Anew } else { Show::Quietly };
    dialogue.state = State::Reminder(Reminder { lines, interrupted });
    vec![Effect::Show(show)]
}

/// What lies under reminders and answers: interruptions do not pile up.
fn underneath(state: State) -> State {
    match state {
        State::Reminder(Reminder { interrupted, .. })
        | State::Answer(Answer { interrupted, .. }) => underneath(*interrupted),
        State::Home
        | State::Choosing(_)
        | State::Result(_)
        | State::Preparing(_)
        | State::Walking(_)
        | State::Stuck(..)
        | State::Finished(_)
        | State::Dating(_)
        | State::Certificates(_)
        | State::Settings(_)
        | State::Reading(_)
        | State::Invited(_)
        | State::Farewell => state,
    }
}

fn nudge(dialogue: &mut Dialogue, now: DateTime<Utc>) -> Vec<Effect> {
    let Some(bookmark) = &mut dialogue.bookmark else {
        return Vec::new();
    };
    if nudge_at(bookmark).is_none_or(|at| at > now) {
        return Vec::new();
    }
    bookmark.nudged = true;
    // Whoever was asked for the date at the end can still give it.
    if !matches!(dialogue.state, State::Dating(_)) {
        dialogue.state = State::Home;
    }
    dialogue.remark = Some(Remark::Nudge);
    vec![Effect::Show(Show::Quietly)]
}
