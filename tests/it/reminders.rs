//! Stories about what is told unasked: once, together, not at night, and not when it is not wanted.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone, Utc};
use gilbot::dialogue::due::{ERASE_AFTER, NUDGE_AFTER};
use gilbot::dialogue::effect::{Effect, Show};
use gilbot::dialogue::event::{Command, Event};
use gilbot::dialogue::next_due;
use gilbot::dialogue::press::{Later, Matter, Place, Press};
use gilbot::dialogue::reminder::{Notice, Stage};
use gilbot::dialogue::state::{Dialogue, Remark, State};

use crate::alarms::{Alarm, Told};
use gilbot::gallery::starts::{in_state, walk, walking};

/// Sunday, 22 November 2026, 10:30 in Seoul.
fn morning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 1, 30, 0).unwrap()
}

fn in_days(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap() + Days::new(days)
}

fn stages(told: &[Told]) -> Vec<Stage> {
    let notices = told.iter().flat_map(|told| &told.what);
    let stage = |notice: &Notice| match notice {
        Notice::Stage(stage) => *stage,
        Notice::Use => panic!("nobody asked for it"),
    };
    notices.map(|(_, notice)| stage(notice)).collect()
}

#[test]
fn the_last_two_notices_ring_and_the_early_ones_do_not() {
    let mut chat = Alarm::new(morning());
    chat.dialogue.settings.early = true;
    chat.enters(in_days(200));
    let shows: Vec<Show> = chat
        .passes(TimeDelta::days(300))
        .iter()
        .map(|told| told.show)
        .collect();
    assert_eq!(
        shows,
        [
            Show::Quietly,
            Show::Quietly,
            Show::Quietly,
            Show::Anew,
            Show::Anew
        ]
    );
}

#[test]
fn certificates_that_are_due_together_come_in_one_message() {
    let mut chat = Alarm::new(morning());
    for _ in 0..5 {
        chat.enters(in_days(100));
    }
    chat.enters(in_days(101));
    let told = chat.passes(TimeDelta::days(200));
    let sizes: Vec<usize> = told.iter().map(|told| told.what.len()).collect();
    assert_eq!(sizes, [5, 1, 5, 1, 5, 1, 5, 1]);
    // After a long sleep of the bot it is one message about all of them.
    let mut chat = Alarm::new(morning());
    for days in [10, 40, 95, 130] {
        chat.enters(in_days(days));
    }
    chat.now += TimeDelta::days(101);
    let told = chat.wakes();
    assert_eq!(told.len(), 1);
    assert_eq!(
        stages(&told),
        [Stage::Expired, Stage::Expired, Stage::Expired, Stage::D30]
    );
}

#[test]
fn a_muted_certificate_is_silent_and_after_unmuting_only_what_is_true_is_told() {
    let mut chat = Alarm::new(morning());
    let id = chat.enters(in_days(60));
    chat.presses(Press::About(id, Matter::Mute(true)));
    assert_eq!(chat.passes(TimeDelta::days(55)), []);
    chat.presses(Press::About(id, Matter::Mute(false)));
    assert_eq!(
        stages(&chat.passes(TimeDelta::days(20))),
        [Stage::D7, Stage::D1, Stage::Expired]
    );
}

#[test]
fn a_removed_certificate_is_silent_and_its_old_buttons_touch_no_other() {
    let mut chat = Alarm::new(morning());
    let old = chat.enters(in_days(60));
    chat.presses(Press::About(old, Matter::AskRemove));
    chat.presses(Press::Remove(old));
    let text = serde_json::to_string(&chat.dialogue).unwrap();
    chat.dialogue = serde_json::from_str(&text).unwrap();
    let new = chat.enters(in_days(60));
    assert_ne!(
        old, new,
        "a number is never given twice, also after it was stored"
    );
    chat.presses(Press::About(old, Matter::Mute(true)));
    assert_eq!(chat.dialogue.remark, Some(Remark::CertificateGone));
    assert_eq!(stages(&chat.passes(TimeDelta::days(90))).len(), 4);
}

#[test]
fn a_renewal_starts_the_next_cycle_and_stops_this_one() {
    let mut chat = Alarm::new(morning());
    let id = chat.enters(in_days(60));
    assert_eq!(stages(&chat.passes(TimeDelta::days(40))), [Stage::D30]);
    chat.presses(Press::About(id, Matter::Renewed));
    chat.confirms(in_days(60 + 1_095));
    let told = chat.passes(TimeDelta::days(1_200));
    assert_eq!(
        stages(&told),
        [Stage::D30, Stage::D7, Stage::D1, Stage::Expired]
    );
    assert_eq!(
        told[0].at,
        Utc.with_ymd_and_hms(2029, 12, 21, 1, 0, 0).unwrap()
    );
    assert_eq!(chat.dialogue.certificates.len(), 1);
}

#[test]
fn nothing_is_told_to_whoever_has_blocked_us_and_afterwards_only_what_is_true() {
    let mut chat = Alarm::new(morning());
    chat.enters(in_days(60));
    chat.does(Event::Blocked);
    assert_eq!(next_due(&chat.dialogue), None);
    chat.now += TimeDelta::days(56);
    assert_eq!(chat.wakes(), []);
    let effects = chat.does(Event::Unblocked);
    assert_eq!(effects, [Effect::Show(Show::Quietly)]);
    assert_eq!(chat.dialogue.remark, Some(Remark::WelcomeBack));
    let State::Reminder(reminder) = &chat.dialogue.state else {
        panic!("what was missed is told");
    };
    assert_eq!(reminder.lines[0].1, Notice::Stage(Stage::D7));
    assert_eq!(
        stages(&chat.passes(TimeDelta::days(30))),
        [Stage::D1, Stage::Expired]
    );
}

#[test]
fn a_reminder_that_comes_on_a_later_day_says_so() {
    for (slept, is_late) in [(30, false), (31, true), (53, false), (54, true)] {
        let mut chat = Alarm::new(morning());
        chat.enters(in_days(60));
        chat.now += TimeDelta::days(slept);
        chat.wakes();
        assert!(matches!(chat.dialogue.state, State::Reminder(_)));
        let late = is_late.then_some(Remark::Late);
        assert_eq!(chat.dialogue.remark, late, "after {slept} days");
    }
}

#[test]
fn a_reminder_put_off_by_the_person_is_late_only_after_the_day_they_chose() {
    for (slept, is_late) in [(3, false), (4, true)] {
        let mut chat = Alarm::new(morning());
        let id = chat.enters(in_days(60));
        chat.passes(TimeDelta::days(31));
        chat.presses(Press::About(id, Matter::Later(Later::ThreeDays)));
        chat.now += TimeDelta::days(slept);
        chat.wakes();
        assert!(matches!(chat.dialogue.state, State::Reminder(_)));
        let late = is_late.then_some(Remark::Late);
        assert_eq!(chat.dialogue.remark, late, "after {slept} days");
    }
}

#[test]
fn an_unfinished_walk_is_spoken_of_once() {
    let mut chat = walker();
    let told = chat.passes(TimeDelta::days(170));
    assert_eq!(told.len(), 1);
    assert!(told[0].nudge);
    assert_eq!(told[0].at, morning() + NUDGE_AFTER);
    // Whoever goes on and stops again is asked once more.
    chat.presses(Press::Go(Place::Resume));
    assert!(
        chat.passes(TimeDelta::days(170))
            .iter()
            .filter(|told| told.nudge)
            .count()
            == 1
    );
}

#[test]
fn at_night_the_nudge_waits_for_the_morning() {
    let mut chat = walker();
    chat.now += TimeDelta::hours(12);
    chat.does(Event::Commanded(Command::Go(Place::Resume)));
    let told = chat.passes(TimeDelta::days(3));
    let at_ten = Utc.with_ymd_and_hms(2026, 11, 24, 1, 0, 0).unwrap();
    assert_eq!(
        told.iter().map(|told| told.at).collect::<Vec<_>>(),
        [at_ten]
    );
}

#[test]
fn a_reminder_is_word_enough_for_an_unfinished_walk() {
    let mut chat = walker();
    chat.enters(in_days(31));
    chat.does(Event::Commanded(Command::Go(Place::Resume)));
    chat.now = morning() + TimeDelta::days(2);
    let told = chat.wakes();
    assert_eq!(stages(&told), [Stage::D30]);
    assert!(chat.passes(TimeDelta::days(10)).is_empty());
}

#[test]
fn a_chat_without_a_certificate_is_erased_after_half_a_year_and_not_before() {
    let mut chat = Alarm::new(morning());
    assert_eq!(next_due(&chat.dialogue), Some(morning() + ERASE_AFTER));
    chat.now = morning() + ERASE_AFTER - TimeDelta::seconds(1);
    assert_eq!(chat.does(Event::Due), []);
    chat.now = morning() + ERASE_AFTER;
    assert_eq!(chat.does(Event::Due), [Effect::Forget]);
    assert_eq!(chat.dialogue, Dialogue::default());
    assert_eq!(next_due(&chat.dialogue), None);
}

#[test]
fn a_chat_with_a_certificate_is_kept_for_years() {
    let mut chat = Alarm::new(morning());
    let id = chat.enters(in_days(1_095));
    assert_eq!(chat.passes(TimeDelta::days(5_000)).len(), 4);
    assert_eq!(chat.certificate(id).told, Some(Stage::Expired));
    // When its last certificate is removed, the time of silence counts from that word.
    chat.presses(Press::About(id, Matter::AskRemove));
    chat.presses(Press::Remove(id));
    assert_eq!(next_due(&chat.dialogue), Some(chat.now + ERASE_AFTER));
}

fn walker() -> Alarm {
    let mut chat = Alarm::new(morning());
    chat.dialogue = in_state(State::Result(walk()));
    chat.presses(Press::Depart {
        although_missing: false,
    });
    chat.presses(Press::Depart {
        although_missing: true,
    });
    assert!(matches!(
        (&chat.dialogue.state, walking()),
        (State::Walking(_), State::Walking(_))
    ));
    chat
}
