//! When a certificate is spoken of: a view of its date, never a list of jobs.
//!
//! The rules are those of the expiry table in `tests/eval`: stages 30, 7 and 1 days before and the day after, at the
//! person's hour; of several stages that have come only the nearest to expiry is told, and none is told twice.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::certificate::Certificate;
use super::settings::Settings;

/// How long before expiry a reminder stands, in the order in which they come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stage {
    /// Only for those who asked: the window of renewal is reported to open (F4).
    D90,
    D30,
    D7,
    D1,
    /// The day after the last valid day.
    Expired,
}

impl Stage {
    pub const ALL: [Stage; 5] = [Stage::D90, Stage::D30, Stage::D7, Stage::D1, Stage::Expired];

    /// The day on which this stage stands.
    pub fn day(self, expires_on: NaiveDate) -> NaiveDate {
        let before = |days| expires_on.checked_sub_days(Days::new(days));
        match self {
            Stage::D90 => before(90),
            Stage::D30 => before(30),
            Stage::D7 => before(7),
            Stage::D1 => before(1),
            Stage::Expired => expires_on.checked_add_days(Days::new(1)),
        }
        .unwrap_or(expires_on)
    }

    /// Whether the phone should ring for it: the early stages come without sound.
    pub fn rings(self) -> bool {
        match self {
            Stage::D90 | Stage::D30 | Stage::D7 => false,
            Stage::D1 | Stage::Expired => true,
        }
    }

    fn wanted(self, settings: &Settings) -> bool {
        self != Stage::D90 || settings.early
    }
}

/// Whether the last valid day has passed.
pub fn is_expired(expires_on: NaiveDate, settings: &Settings, now: DateTime<Utc>) -> bool {
    settings.today(now) > expires_on
}

/// The instant of a stage.
pub fn moment(expires_on: NaiveDate, stage: Stage, settings: &Settings) -> DateTime<Utc> {
    settings.moment(stage.day(expires_on))
}

/// The stage that is true now: of those that have come, the nearest to expiry.
///
/// After expiry no stage before it counts any more; the notice of expiry has its hour like the others.
pub fn standing(expires_on: NaiveDate, settings: &Settings, now: DateTime<Utc>) -> Option<Stage> {
    let expired = is_expired(expires_on, settings, now);
    Stage::ALL
        .into_iter()
        .rev()
        .filter(|stage| stage.wanted(settings) && (*stage == Stage::Expired) == expired)
        .find(|stage| moment(expires_on, *stage, settings) <= now)
}

/// The stage to tell at once when a date is entered: like [`standing`], but an expired one does not wait for its hour.
pub fn on_entry(expires_on: NaiveDate, settings: &Settings, now: DateTime<Utc>) -> Option<Stage> {
    if is_expired(expires_on, settings, now) {
        Some(Stage::Expired)
    } else {
        standing(expires_on, settings, now)
    }
}

/// What is to be told about a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Notice {
    Stage(Stage),
    /// «한 번 사용하세요», once in ten months, for those who asked.
    Use,
}

impl Notice {
    /// The word by which it is counted.
    pub fn word(self) -> &'static str {
        match self {
            Notice::Stage(Stage::D90) => "D90",
            Notice::Stage(Stage::D30) => "D30",
            Notice::Stage(Stage::D7) => "D7",
            Notice::Stage(Stage::D1) => "D1",
            Notice::Stage(Stage::Expired) => "Expired",
            Notice::Use => "Use",
        }
    }
}

/// What is due for this certificate now and has not been told.
pub fn due(certificate: &Certificate, settings: &Settings, now: DateTime<Utc>) -> Option<Notice> {
    if certificate.muted {
        return None;
    }
    let standing = standing(certificate.expires_on, settings, now);
    let asked_again = certificate
        .later
        .is_some_and(|day| settings.moment(day) <= now);
    let told = certificate.told;
    match standing {
        Some(stage) if asked_again || told.is_none_or(|told| told < stage) => {
            Some(Notice::Stage(stage))
        }
        Some(_) | None => {
            let is_due = wants_use(certificate, settings)
                && settings.moment(certificate.use_by) <= now
                && now < moment(certificate.expires_on, Stage::D30, settings);
            is_due.then_some(Notice::Use)
        }
    }
}

/// When this certificate next needs us.
pub fn next(certificate: &Certificate, settings: &Settings) -> Option<DateTime<Utc>> {
    if certificate.muted {
        return None;
    }
    let stages =
        untold(certificate, settings).map(|stage| moment(certificate.expires_on, stage, settings));
    let later = certificate.later.map(|day| settings.moment(day));
    let use_by = use_at(certificate, settings);
    stages.chain(later).chain(use_by).min()
}

/// When the person is to be asked to use the certificate once, if they are.
pub fn use_at(certificate: &Certificate, settings: &Settings) -> Option<DateTime<Utc>> {
    let is_wanted = !certificate.muted && wants_use(certificate, settings);
    is_wanted.then(|| settings.moment(certificate.use_by))
}

/// The notices still to come, in order, with their instants.
pub fn coming(
    certificate: &Certificate,
    settings: &Settings,
    now: DateTime<Utc>,
) -> Vec<(Stage, DateTime<Utc>)> {
    if certificate.muted {
        return Vec::new();
    }
    untold(certificate, settings)
        .map(|stage| (stage, moment(certificate.expires_on, stage, settings)))
        .filter(|(_, at)| *at > now)
        .collect()
}

fn untold<'a>(
    certificate: &'a Certificate,
    settings: &'a Settings,
) -> impl Iterator<Item = Stage> + 'a {
    Stage::ALL
        .into_iter()
        .filter(|stage| stage.wanted(settings) && certificate.told.is_none_or(|told| told < *stage))
}

/// A use is worth asking for only while the ordinary reminders are still away.
fn wants_use(certificate: &Certificate, settings: &Settings) -> bool {
    settings.yearly
        && certificate.told.is_none_or(|told| told < Stage::D30)
        && certificate.use_by < Stage::D30.day(certificate.expires_on)
}
