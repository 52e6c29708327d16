//! When what is told: the rows of the expiry table, and the rules behind them for any date, hour and zone.

use std::fs;
use std::path::Path;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use gilbot::dialogue::next_due;
use gilbot::dialogue::press::{Later, Matter, Place, Press};
use gilbot::dialogue::reminder::{self, Notice, Stage};
use gilbot::dialogue::settings::{HOURS, Settings, ZONES};
use gilbot::dialogue::state::{Remark, State};
use gilbot::dialogue::transition::after_years;
use proptest::prelude::*;

use crate::alarms::Alarm;

/// The rows of the table by their columns.
struct Row(Vec<String>);

impl Row {
    fn all() -> Vec<Self> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/eval/expiry.tsv");
        let table = fs::read_to_string(path).expect("the table is there");
        let rows = table.lines().skip(1);
        rows.map(|line| Self(line.split('\t').map(str::to_owned).collect()))
            .collect()
    }

    fn day(&self, column: usize) -> NaiveDate {
        self.0[column].parse().expect("a day")
    }

    fn instant(&self, column: usize) -> DateTime<Utc> {
        self.0[column].parse().expect("an instant")
    }

    fn stages(&self, column: usize) -> Vec<Stage> {
        let stage = |name: &str| match name {
            "D30" => Stage::D30,
            "D7" => Stage::D7,
            "D1" => Stage::D1,
            "EXPIRED" => Stage::Expired,
            other => panic!("no stage: {other}"),
        };
        let names = self.0[column].split([',', '|']).filter(|name| *name != "-");
        names.map(stage).collect()
    }
}

#[test]
fn every_row_of_the_expiry_table_is_kept() {
    let rows = Row::all();
    assert!(rows.len() >= 30);
    for row in rows {
        let id = &row.0[0];
        let (expires_on, now) = (row.day(6), row.instant(5));
        let years: u32 = row.0[3].parse().expect("years");
        assert_eq!(after_years(row.day(2), years), expires_on, "{id}");
        let settings = Settings::default();
        for (column, stage) in (7..).zip([Stage::D30, Stage::D7, Stage::D1, Stage::Expired]) {
            let moment = reminder::moment(expires_on, stage, &settings);
            assert_eq!(moment, row.instant(column), "{id} {stage:?}");
        }
        let expired = reminder::is_expired(expires_on, &settings, now);
        assert_eq!(
            if expired { "expired" } else { "active" },
            row.0[11],
            "{id}"
        );
        let mut chat = Alarm::new(now);
        let told = match row.0[1].as_str() {
            "register" => {
                chat.enters(expires_on);
                match chat.dialogue.remark {
                    Some(Remark::Told(stage)) => vec![stage],
                    None => vec![],
                    other => panic!("{id}: {other:?}"),
                }
            }
            _ => restart(&mut chat, &row),
        };
        assert_eq!(told, row.stages(12), "{id}: at once");
        let known = chat
            .dialogue
            .certificates
            .iter()
            .next()
            .expect("it is kept");
        let coming = reminder::coming(known, &chat.dialogue.settings, now);
        let (stages, instants): (Vec<_>, Vec<_>) = coming.into_iter().unzip();
        assert_eq!(stages, row.stages(13), "{id}: later");
        assert_eq!(next_due(&chat.dialogue), instants.first().copied(), "{id}");
        let followed = chat.passes(TimeDelta::days(3_000));
        let told: Vec<_> = followed
            .iter()
            .map(|told| (told.what[0].1, told.at))
            .collect();
        let stages = stages.into_iter().map(Notice::Stage);
        assert_eq!(
            told,
            stages.zip(instants).collect::<Vec<_>>(),
            "{id}: followed"
        );
    }
}

/// The bot comes back: what was sent before is known, and the alarm is long due.
fn restart(chat: &mut Alarm, row: &Row) -> Vec<Stage> {
    let expires_on = row.day(6);
    let known = chat
        .dialogue
        .certificates
        .add(expires_on, row.day(2))
        .expect("room");
    known.told = row.stages(4).last().copied();
    let told = chat.wakes();
    assert!(told.len() <= 1, "one message");
    let stages = told
        .iter()
        .flat_map(|told| &told.what)
        .map(|(_, notice)| match notice {
            Notice::Stage(stage) => *stage,
            Notice::Use => panic!("nobody asked for it"),
        });
    stages.collect()
}

/// A person's settings and the day of their certificate.
#[derive(Debug, Clone)]
struct Case {
    entered_at: DateTime<Utc>,
    expires_on: NaiveDate,
    settings: Settings,
}

fn cases() -> impl Strategy<Value = Case> {
    let minutes = 0..4 * 366 * 24 * 60i64;
    let zone = prop::sample::select(ZONES.to_vec());
    (minutes, -100..1_200i64, HOURS, zone, any::<bool>()).prop_map(
        |(minutes, days, hour, zone, early)| {
            let entered_at = instant(2026, 1, 1, 0) + TimeDelta::minutes(minutes);
            let today = entered_at.with_timezone(&zone).date_naive();
            Case {
                entered_at,
                expires_on: today + TimeDelta::days(days),
                settings: Settings {
                    hour,
                    zone,
                    early,
                    ..Settings::default()
                },
            }
        },
    )
}

impl Case {
    fn begin(&self) -> Alarm {
        let mut chat = Alarm::new(self.entered_at);
        chat.dialogue.settings = self.settings.clone();
        chat.enters(self.expires_on);
        chat
    }

    /// Every stage that this person is to hear of, with its instant, said once more without the code under test.
    fn stages(&self) -> Vec<(Stage, DateTime<Utc>)> {
        let days = [
            (Stage::D90, -90),
            (Stage::D30, -30),
            (Stage::D7, -7),
            (Stage::D1, -1),
            (Stage::Expired, 1),
        ];
        days.into_iter()
            .filter(|(stage, _)| *stage != Stage::D90 || self.settings.early)
            .map(|(stage, days)| (stage, self.on(self.expires_on + TimeDelta::days(days))))
            .collect()
    }

    fn on(&self, day: NaiveDate) -> DateTime<Utc> {
        let local = day
            .and_hms_opt(self.settings.hour.into(), 0, 0)
            .expect("an hour");
        let instant = self.settings.zone.from_local_datetime(&local);
        instant
            .earliest()
            .expect("no clock is changed by day")
            .to_utc()
    }

    fn is_expired(&self, now: DateTime<Utc>) -> bool {
        now.with_timezone(&self.settings.zone).date_naive() > self.expires_on
    }

    /// The stage that is true at this time.
    fn standing(&self, now: DateTime<Utc>) -> Option<Stage> {
        let expired = self.is_expired(now);
        let come = self.stages().into_iter().filter(|(_, at)| *at <= now);
        let mut stages = come.map(|(stage, _)| stage);
        stages.rfind(|stage| (*stage == Stage::Expired) == expired)
    }
}

fn instant(year: i32, month: u32, day: u32, hour: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, month, day, hour, 0, 0).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn with_every_alarm_on_time_each_stage_is_told_once_in_order_at_its_hour(case in cases()) {
        let mut chat = case.begin();
        let entered = case.entered_at;
        let first = if case.is_expired(entered) { Some(Stage::Expired) } else { case.standing(entered) };
        prop_assert_eq!(chat.dialogue.remark, first.map(Remark::Told));
        let told = chat.passes(TimeDelta::days(2_000));
        let later = case.stages().into_iter().filter(|(_, at)| *at > entered && !case.is_expired(entered));
        let expected: Vec<_> = later.map(|(stage, at)| (Notice::Stage(stage), at)).collect();
        let told: Vec<_> = told.iter().map(|told| (told.what[0].1, told.at)).collect();
        prop_assert_eq!(told, expected);
    }

    #[test]
    fn after_downtime_only_what_is_true_is_told_once_and_never_at_night(
        case in cases(),
        mut wakes in prop::collection::vec(0..1_300 * 24 * 60i64, 1..12),
    ) {
        let mut chat = case.begin();
        wakes.sort_unstable();
        let id = chat.dialogue.certificates.iter().next().expect("one").id;
        let mut furthest = chat.certificate(id).told;
        for minutes in wakes {
            chat.now = case.entered_at + TimeDelta::minutes(minutes);
            let told = chat.wakes();
            let asleep = !(8..21).contains(&chat.now.with_timezone(&case.settings.zone).hour());
            let true_now = case.standing(chat.now).filter(|stage| Some(*stage) > furthest && !asleep);
            let expected: Vec<_> = true_now.map(|stage| vec![(id, Notice::Stage(stage))]).into_iter().collect();
            let told: Vec<_> = told.into_iter().map(|told| told.what).collect();
            prop_assert_eq!(told, expected, "at {}", chat.now);
            furthest = furthest.max(true_now);
        }
    }

    #[test]
    fn a_use_is_asked_for_only_while_the_reminders_are_away(
        case in cases(),
        asked in 0..900i64,
        mut wakes in prop::collection::vec(0..1_300i64, 1..8),
    ) {
        let mut chat = case.begin();
        wakes.sort_unstable();
        let away_until = case.on(case.expires_on - Days::new(30));
        for days in wakes {
            chat.now = case.entered_at + TimeDelta::days(days);
            chat.dialogue.settings.yearly = days >= asked;
            for told in chat.wakes() {
                let uses = told.what.iter().any(|(_, notice)| *notice == Notice::Use);
                prop_assert!(!uses || told.at < away_until, "«한 번 쓰기» at {}, expires on {}", told.at, case.expires_on);
            }
        }
    }

    #[test]
    fn a_stage_asked_for_again_is_told_once_more_on_that_day(case in cases(), later in 0..3usize) {
        let mut chat = case.begin();
        let id = chat.dialogue.certificates.iter().next().expect("one").id;
        let told = chat.passes(TimeDelta::days(2_000));
        prop_assume!(!told.is_empty());
        let mut chat = case.begin();
        let first = chat.follows(told[0].at).pop().expect("the same");
        chat.presses(Press::About(id, Matter::Later(Later::ALL[later])));
        let today = chat.dialogue.settings.today(first.at);
        let again = case.on(today + Days::new(Later::ALL[later].days()));
        let stands_again = case.standing(again).map(|stage| (again, Notice::Stage(stage)));
        let again_told: Vec<_> = chat.passes(TimeDelta::days(2_000)).iter().map(|told| (told.at, told.what[0].1)).collect();
        // On the night after expiry nothing stands before the hour of its notice, which is the same hour.
        prop_assert!(stands_again.is_some());
        prop_assert!(again_told.contains(&stands_again.unwrap()), "{again_told:?}");
        let others: Vec<_> = told[1..].iter().map(|told| (told.at, told.what[0].1)).filter(|(at, _)| *at != again).collect();
        let kept: Vec<_> = again_told.into_iter().filter(|(at, _)| *at != again).collect();
        prop_assert_eq!(kept, others, "the others stay as they are");
    }
}

#[test]
fn the_hour_of_a_day_whose_clock_is_changed_is_the_first_that_there_is() {
    let at_two = |zone, (year, month, day)| {
        let settings = Settings {
            hour: 2,
            zone,
            ..Settings::default()
        };
        settings.moment(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    };
    // Skipped: 02:00 becomes 03:00.
    assert_eq!(
        at_two(Tz::America__New_York, (2027, 3, 14)),
        instant(2027, 3, 14, 7)
    );
    assert_eq!(
        at_two(Tz::Europe__Berlin, (2027, 3, 28)),
        instant(2027, 3, 28, 1)
    );
    // Twice: the first.
    assert_eq!(
        at_two(Tz::Europe__Berlin, (2026, 10, 25)),
        instant(2026, 10, 25, 0)
    );
}

#[test]
fn a_reminder_remembers_what_it_interrupted() {
    let mut chat = Alarm::new(instant(2026, 11, 22, 1));
    chat.enters(NaiveDate::from_ymd_opt(2026, 12, 25).unwrap());
    chat.presses(Press::Go(Place::Begin));
    let before = chat.dialogue.state.clone();
    assert_eq!(chat.passes(TimeDelta::days(5)).len(), 1);
    let State::Reminder(reminder) = &chat.dialogue.state else {
        panic!("a reminder stands");
    };
    assert_eq!(*reminder.interrupted, before);
    chat.presses(Press::Continue);
    assert_eq!(chat.dialogue.state, before);
}
