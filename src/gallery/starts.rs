//! Where a walk through the screens begins: every kind of chat.

use crate::dialogue::certificate::{CERTIFICATES_MAX, CertificateId, LABEL_CHARS_MAX};
use crate::dialogue::event::Thing;
use crate::dialogue::reminder::{Notice, Stage};
use crate::dialogue::state::{
    Bookmark, Checking, Dialogue, Preparing, Remark, Reminder, Setting, Shown, Spot, State, Walk,
};
use crate::guide::checklist::ITEMS;
use crate::guide::plan::{Channel, Identification, Medium, Plan, Purpose, Situation};
use crate::guide::route;
use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;

use super::typed_starts::{answered, dated, shared};

/// A Sunday morning in Seoul.
pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 1, 30, 0).unwrap()
}

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// The longest walk through the web.
pub fn walk() -> Walk {
    Walk {
        plan: Plan {
            purpose: Purpose::Reissue,
            detail: None,
            situation: Situation::Ordinary,
            channel: Channel::Web,
            medium: Medium::Card,
            identification: Identification::Ars,
        },
        certificate: None,
    }
}

/// A chat that has been heard before.
pub fn heard() -> Dialogue {
    Dialogue {
        heard_at: Some(now()),
        ..Dialogue::default()
    }
}

/// The same in this state.
pub fn in_state(state: State) -> Dialogue {
    Dialogue { state, ..heard() }
}

/// A chat with certificates that expire so many days from today; each label is as long as it may be.
pub fn with_certificates(days: impl IntoIterator<Item = i64>) -> Dialogue {
    let mut dialogue = heard();
    dialogue.settings.consented_at = Some(now());
    for days in days {
        let expires_on = today() + chrono::TimeDelta::days(days);
        let known = dialogue.certificates.add(expires_on, today()).unwrap();
        known.label = "가<&>".chars().cycle().take(LABEL_CHARS_MAX).collect();
    }
    dialogue
}

/// A record in which everything that can be set is set and everything that can be long is long.
pub fn fullest() -> Dialogue {
    let mut dialogue = with_certificates((0..CERTIFICATES_MAX as i64).map(|at| at * 40 - 100));
    for item in ITEMS {
        dialogue.ticks.set(item.id, item.id.0 % 2 == 0);
    }
    dialogue.settings.early = true;
    dialogue.settings.yearly = true;
    dialogue.settings.hour = 20;
    dialogue.settings.zone = Tz::America__Los_Angeles;
    dialogue.bookmark = Some(bookmark(13));
    dialogue
}

fn bookmark(days_ago: u64) -> Bookmark {
    let steps = route::steps(&walk().plan);
    Bookmark {
        spot: Spot {
            walk: walk(),
            step: steps[steps.len() - 1].id,
            part: 0,
        },
        at: now() - Days::new(days_ago),
        nudged: false,
    }
}

/// Every kind of chat from which the screens are walked.
pub fn starts() -> Vec<Dialogue> {
    let mut starts = vec![Dialogue::default(), heard(), ticked()];
    starts.extend([0, 1, 5].map(|days_ago| Dialogue {
        bookmark: Some(bookmark(days_ago)),
        ..heard()
    }));
    for days in [400, 80, 29, 6, 1, 0, -1, -300] {
        let known = with_certificates([days]);
        starts.extend([with_card(known.clone(), 0), known]);
    }
    let three = with_certificates([-5, 3, 700]);
    starts.extend([listed(three.clone()), three]);
    starts.extend([fullest(), listed(fullest())]);
    starts.extend((0..CERTIFICATES_MAX as u16).map(|id| with_card(fullest(), id)));
    starts.push(Dialogue {
        state: walking(),
        ..fullest()
    });
    starts.extend(settled());
    starts.extend(reminded());
    starts.extend(dated());
    starts.extend(remarked());
    starts.extend(answered());
    starts.extend(shared());
    starts
}

fn listed(dialogue: Dialogue) -> Dialogue {
    Dialogue {
        state: State::Certificates(Shown::List),
        ..dialogue
    }
}

fn with_card(dialogue: Dialogue, id: u16) -> Dialogue {
    Dialogue {
        state: State::Certificates(Shown::Card(CertificateId(id))),
        ..dialogue
    }
}

fn ticked() -> Dialogue {
    let mut dialogue = in_state(State::Preparing(Preparing {
        walk: Some(walk()),
        at: Checking::List,
    }));
    for item in ITEMS {
        dialogue.ticks.set(item.id, true);
    }
    dialogue
}

fn settled() -> Vec<Dialogue> {
    let mut everything_on = with_certificates([200, 20]);
    everything_on.settings.early = true;
    everything_on.settings.yearly = true;
    everything_on.settings.hour = 20;
    for known in everything_on.certificates.iter_mut() {
        known.muted = known.id == CertificateId(1);
        known.told = Some(Stage::D30);
        known.later = Some(today() + Days::new(3));
    }
    let overview = || in_state(State::Settings(Setting::Overview));
    let mut elsewhere = overview();
    elsewhere.settings.zone = Tz::Asia__Tokyo;
    let mut at_noon = overview();
    at_noon.settings.hour = 12;
    vec![
        with_card(everything_on.clone(), 0),
        with_card(everything_on, 1),
        elsewhere,
        at_noon,
    ]
}

/// A reminder of each stage that is true on its day, of one that is read on the last day, and of many together.
fn reminded() -> Vec<Dialogue> {
    let stage = Notice::Stage;
    let single = [
        (90, stage(Stage::D90)),
        (30, stage(Stage::D30)),
        (7, stage(Stage::D7)),
        (1, stage(Stage::D1)),
        (0, stage(Stage::D1)),
        (-1, stage(Stage::Expired)),
        (300, Notice::Use),
    ];
    let mut reminded = Vec::new();
    for (days, notice) in single {
        for interrupted in [State::Home, walking()] {
            let dialogue = with_certificates([days]);
            reminded.push(reminder(dialogue, notice, interrupted));
        }
    }
    let many = with_certificates((0..CERTIFICATES_MAX as i64).map(|at| at - 10));
    reminded.push(reminder(many.clone(), stage(Stage::D7), walking()));
    reminded.push(reminder(many, Notice::Use, State::Home));
    // All of its certificates were removed meanwhile.
    let mut gone = reminder(with_certificates([7]), stage(Stage::D7), State::Home);
    gone.certificates.remove(CertificateId(0));
    reminded.push(gone);
    reminded
}

fn reminder(mut dialogue: Dialogue, notice: Notice, interrupted: State) -> Dialogue {
    let ids = dialogue.certificates.iter().map(|known| known.id);
    dialogue.state = State::Reminder(Reminder {
        lines: ids.map(|id| (id, notice)).collect(),
        interrupted: Box::new(interrupted),
    });
    dialogue
}

pub fn walking() -> State {
    State::Walking(bookmark(0).spot)
}

/// The remarks that belong to one place, each in its place.
fn remarked() -> Vec<Dialogue> {
    let shown = |shown| Dialogue {
        state: State::Certificates(shown),
        ..with_certificates([20])
    };
    let id = CertificateId(0);
    let card = || shown(Shown::Card(id));
    let unfinished = || Dialogue {
        bookmark: Some(bookmark(1)),
        ..heard()
    };
    let with = |dialogue: Dialogue, remark| Dialogue {
        remark: Some(remark),
        ..dialogue
    };
    let mut remarked = vec![
        with(unfinished(), Remark::Nudge),
        with(fullest(), Remark::Moved),
        with(heard(), Remark::Cancelled),
        with(heard(), Remark::NothingToResume),
        with(heard(), Remark::NotKept),
        with(shown(Shown::Rename(id)), Remark::LabelTooLong),
    ];
    remarked.extend(remarks_anywhere().map(|remark| with(heard(), remark)));
    remarked.extend(
        reminded()
            .into_iter()
            .map(|known| with(known, Remark::WelcomeBack)),
    );
    for remark in [Remark::Late, Remark::OnceMore] {
        let known = reminded().into_iter();
        remarked.extend(known.map(|known| with(known, remark)));
    }
    remarked.extend([
        with(card(), Remark::Renamed),
        with(card(), Remark::WillRemind(today())),
        with(card(), Remark::NothingToRemind),
        with(card(), Remark::Muted),
        with(card(), Remark::Unmuted),
        with(card(), Remark::Used),
        with(card(), Remark::CertificateGone),
        with(
            with_certificates(0..CERTIFICATES_MAX as i64),
            Remark::CertificatesFull,
        ),
    ]);
    let saved = Shown::Saved {
        certificate: id,
        walk: Some(walk()),
    };
    remarked.extend(Stage::ALL.map(|stage| with(shown(saved), Remark::Told(stage))));
    remarked
}

/// What may be said above any screen, because it follows typed words and things that were sent.
pub fn remarks_anywhere() -> impl Iterator<Item = Remark> {
    let things = [
        Thing::Picture,
        Thing::File,
        Thing::Voice,
        Thing::Sticker,
        Thing::Contact,
        Thing::Location,
        Thing::Other,
    ];
    let said = [
        Remark::NotUnderstood,
        Remark::UnknownCommand,
        Remark::SecretErased,
    ];
    said.into_iter().chain(things.map(Remark::Sent))
}
