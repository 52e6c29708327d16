//! What a person has set: the hour and the zone of notices, and the two notices that must be asked for.

use chrono::{DateTime, Days, LocalResult, NaiveDate, NaiveTime, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// The hours at which notices may be sent, in the person's zone.
pub const HOURS: std::ops::RangeInclusive<u8> = 9..=20;
/// Between these hours of the person's zone nothing unasked is sent.
const QUIET_FROM_HOUR: u32 = 21;
const QUIET_UNTIL_HOUR: u32 = 8;

/// The zones that can be chosen: Seoul, and where most Koreans abroad live.
pub const ZONES: [Tz; 9] = [
    Tz::Asia__Seoul,
    Tz::Asia__Shanghai,
    Tz::Asia__Ho_Chi_Minh,
    Tz::Asia__Dubai,
    Tz::Europe__London,
    Tz::Europe__Berlin,
    Tz::America__New_York,
    Tz::America__Los_Angeles,
    Tz::Australia__Sydney,
];

/// How we speak to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Korean,
    /// 쉬운 말: the same walks, one action a message, every term explained at once.
    Easy,
    English,
}

impl Language {
    pub const ALL: [Language; 3] = [Language::Korean, Language::Easy, Language::English];

    /// The language for a code such as Telegram gives (`ko`, `en-US`); Korean for everything that we do not speak.
    pub fn of(code: &str) -> Self {
        match code.split('-').next() {
            Some("en") => Language::English,
            Some(_) | None => Language::Korean,
        }
    }

    /// The tag of the language, as the rules of plurals know it.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Korean | Language::Easy => "ko",
            Language::English => "en",
        }
    }

    fn is_usual(&self) -> bool {
        *self == Language::Korean
    }
}

/// The settings of one chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The hour of notices, one of [`HOURS`].
    #[serde(default = "default_hour")]
    pub hour: u8,
    #[serde(default = "default_zone")]
    pub zone: Tz,
    #[serde(default, skip_serializing_if = "Language::is_usual")]
    pub language: Language,
    /// Whether the notice 90 days before is wanted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub early: bool,
    /// Whether «한 번 사용하세요» is wanted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub yearly: bool,
    /// Whether a picture comes when a date is saved.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub pictures: bool,
    /// When the person agreed that dates are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consented_at: Option<DateTime<Utc>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            hour: default_hour(),
            zone: default_zone(),
            language: Language::default(),
            early: false,
            yearly: false,
            pictures: true,
            consented_at: None,
        }
    }
}

fn default_hour() -> u8 {
    10
}

fn yes() -> bool {
    true
}

fn default_zone() -> Tz {
    Tz::Asia__Seoul
}

impl Settings {
    /// The person's calendar day at this instant.
    pub fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.zone).date_naive()
    }

    /// The instant of the person's hour on this day.
    ///
    /// An hour that a change of clocks skips is read as the first instant after it; one that comes twice, as the first.
    pub fn moment(&self, day: NaiveDate) -> DateTime<Utc> {
        self.at(day, u32::from(self.hour))
    }

    fn at(&self, day: NaiveDate, hour: u32) -> DateTime<Utc> {
        let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN);
        let local = day.and_time(time);
        match self.zone.from_local_datetime(&local) {
            LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => {
                instant.with_timezone(&Utc)
            }
            LocalResult::None => {
                let later = local + chrono::TimeDelta::hours(1);
                self.zone
                    .from_local_datetime(&later)
                    .earliest()
                    .map_or_else(|| local.and_utc(), |instant| instant.with_timezone(&Utc))
            }
        }
    }

    /// When something unasked may be said: now, or at the person's hour of the coming morning.
    pub fn awake(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let local = now.with_timezone(&self.zone);
        let today = local.date_naive();
        if local.hour() < QUIET_UNTIL_HOUR {
            self.moment(today)
        } else if local.hour() >= QUIET_FROM_HOUR {
            self.moment(today.checked_add_days(Days::new(1)).unwrap_or(today))
        } else {
            now
        }
    }
}
