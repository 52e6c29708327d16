//! Whatever a person presses, types or sends, in whatever order and at whatever time, a few things are always true.

use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use gilbot::dialogue::effect::{Effect, Toast};
use gilbot::dialogue::event::{Command, Event, MessageId, Thing};
use gilbot::dialogue::press::{Page, Place, Press};
use gilbot::dialogue::state::Dialogue;
use gilbot::dialogue::state::State;
use gilbot::dialogue::{asked, next_due, transition, view};
use gilbot::guide::plan::Purpose;
use gilbot::reading::sift::{Kind, SafeText, Sifted, sift};
use gilbot::store::{Record, Revision};
use proptest::prelude::*;

use crate::reached::{presses, said};
use gilbot::gallery::starts::{now, starts};

/// Every press that has ever stood behind a button, for those who press an old one.
static KNOWN: LazyLock<Vec<Press>> = LazyLock::new(presses);
static STARTS: LazyLock<Vec<Dialogue>> = LazyLock::new(starts);

/// How many alarms in a row may be needed until everything is said that is due at one time.
const WAKES_MAX: usize = 3;
const CHARACTERS_MAX: usize = 700;

#[derive(Debug, Clone)]
enum Move {
    /// A button that is seen, by its place.
    Press(prop::sample::Index),
    /// The same, tapped twice.
    Twice(prop::sample::Index),
    /// A button of some old message.
    Old(prop::sample::Index),
    Unknown,
    Type(String),
    Edit(String),
    Forward(String),
    Command(Command),
    Send(Thing),
    Secret,
    Due,
    /// The alarm comes exactly when it is due.
    OnTime,
    /// Time passes, or the clock is put back.
    Wait(i64),
    Block,
    Unblock,
}

fn moves() -> impl Strategy<Value = Move> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        16 => at().prop_map(Move::Press),
        4 => at().prop_map(Move::Twice),
        3 => at().prop_map(Move::Old),
        1 => Just(Move::Unknown),
        4 => words().prop_map(Move::Type),
        1 => words().prop_map(Move::Edit),
        1 => words().prop_map(Move::Forward),
        2 => commands().prop_map(Move::Command),
        1 => things().prop_map(Move::Send),
        1 => Just(Move::Secret),
        2 => Just(Move::Due),
        2 => Just(Move::OnTime),
        2 => (0..3 * 86_400i64).prop_map(Move::Wait),
        1 => (-400 * 86_400..1_500 * 86_400i64).prop_map(Move::Wait),
        1 => Just(Move::Block),
        1 => Just(Move::Unblock),
    ]
}

/// What people type: dates in many ways, words that we know, names, and anything at all.
fn words() -> impl Strategy<Value = String> {
    let known = [
        "2028.3.15",
        "2029년 11월 22일",
        "28-03-15",
        "20281122",
        "281122",
        "3월 15일",
        "내년 봄",
        "어제",
        "다음 달 말일",
        "보름 뒤",
        "2월 30일",
        "음력 3월 5일",
        "11/12/2028",
        "2028-3",
        "지난주 금요일",
        "엊그제",
        "9999-12-31",
        "1900-01-01",
        "0000-00-00",
        "29991231",
        "재발급",
        "취소",
        "이어하기",
        "내 인증서",
        "만료일 적기",
        "설정",
        "모두 지우기",
        "도움말",
        "갱신해요",
        "어머니",
        "회사 인증서 두 번째 것",
        "아주 아주 긴 이름을 붙여 보려고 해요 정말로요",
        "<b>굵게</b>",
        "",
        " ",
        "👍",
        "ARS 전화가 안 와요",
        "https://kb-star.example 에서 확인",
        "출처",
        "ㅁㄴㅇㄹ",
        "1234",
        "hello",
        "12",
        "５월５일",
    ];
    prop_oneof![
        3 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => (1900..2200i32, 0..15u32, 0..35u32).prop_map(|(year, month, day)| format!("{year}.{month}.{day}")),
        1 => "\\PC{0,40}",
        1 => "[0-9년월일전후 ./-]{0,14}",
    ]
}

fn commands() -> impl Strategy<Value = Command> {
    prop::sample::select(vec![
        Command::Start,
        Command::Cancel,
        Command::Go(Place::Resume),
        Command::Go(Place::NewDate),
        Command::Go(Place::Certificates),
        Command::Go(Place::Checklist),
        Command::Go(Place::Page(Page::Erase)),
        Command::Purpose(Purpose::Renew),
        Command::Purpose(Purpose::Phone),
        Command::Unknown,
    ])
}

fn things() -> impl Strategy<Value = Thing> {
    prop::sample::select(vec![
        Thing::Picture,
        Thing::Voice,
        Thing::Contact,
        Thing::Other,
    ])
}

/// A person, and the time that they believe it is.
struct Walker {
    dialogue: Dialogue,
    now: DateTime<Utc>,
}

impl Walker {
    fn does(&mut self, what: &Move) {
        match what {
            Move::Press(at) => {
                if let Some(press) = self.seen(at) {
                    self.happens(Event::Pressed(press));
                }
            }
            Move::Twice(at) => {
                if let Some(press) = self.seen(at) {
                    self.taps_twice(press);
                }
            }
            Move::Old(at) => self.presses_old(*at.get(&KNOWN)),
            Move::Unknown => {
                let before = self.dialogue.clone();
                self.happens(Event::PressedUnknown);
                let same = (
                    before.state,
                    before.certificates,
                    before.settings,
                    before.ticks,
                );
                let after = self.dialogue.clone();
                assert_eq!(
                    same,
                    (after.state, after.certificates, after.settings, after.ticks)
                );
            }
            Move::Type(words) => self.says(words, Event::Typed),
            Move::Edit(words) => self.says(words, Event::Edited),
            Move::Forward(words) => self.says(words, Event::Forwarded),
            Move::Command(command) => drop(self.happens(Event::Commanded(*command))),
            Move::Send(thing) => drop(self.happens(Event::Sent(*thing))),
            Move::Secret => drop(self.happens(secret())),
            Move::Due => drop(self.happens(Event::Due)),
            Move::OnTime => {
                if let Some(due) = next_due(&self.dialogue) {
                    self.now = due.max(self.now);
                    self.happens(Event::Due);
                }
            }
            Move::Wait(seconds) => self.now += TimeDelta::seconds(*seconds),
            Move::Block => drop(self.happens(Event::Blocked)),
            Move::Unblock => drop(self.happens(Event::Unblocked)),
        }
    }

    fn seen(&self, at: &prop::sample::Index) -> Option<Press> {
        let offered: Vec<Press> = view(&self.dialogue, self.now).presses().collect();
        (!offered.is_empty()).then(|| *at.get(&offered))
    }

    /// The second tap finds the same screen, whether or not its button still stands there.
    fn taps_twice(&mut self, press: Press) {
        self.happens(Event::Pressed(press));
        let once = self.dialogue.clone();
        self.happens(Event::Pressed(press));
        assert_eq!(
            view(&self.dialogue, self.now),
            view(&once, self.now),
            "{press:?}"
        );
        assert_eq!(
            self.dialogue, once,
            "{press:?} changed something the second time"
        );
    }

    /// A press that the screen does not offer changes nothing, except that the person is here.
    fn presses_old(&mut self, press: Press) {
        let offered = view(&self.dialogue, self.now)
            .presses()
            .any(|seen| seen == press);
        let before = self.dialogue.clone();
        let effects = self.happens(Event::Pressed(press));
        let is_erased = before.state == State::Farewell || before.heard_at.is_none();
        if offered || press.always() || is_erased {
            // Whoever has erased everything hears the last word once more.
            return;
        }
        assert!(effects.contains(&Effect::Toast(Toast::Moved)), "{press:?}");
        let here = Dialogue {
            heard_at: self.dialogue.heard_at,
            blocked: false,
            bookmark: self.dialogue.bookmark,
            ..before.clone()
        };
        assert_eq!(self.dialogue, here, "{press:?}");
        let spot = |dialogue: &Dialogue| dialogue.bookmark.map(|bookmark| bookmark.spot);
        assert_eq!(spot(&self.dialogue), spot(&before));
    }

    fn says(&mut self, words: &str, event: fn(SafeText) -> Event) {
        match sift(words, asked(Some(&self.dialogue))) {
            Sifted::Safe(text) => drop(self.happens(event(text))),
            Sifted::Secret(_) => drop(self.happens(secret())),
        }
    }

    fn happens(&mut self, event: Event) -> Vec<Effect> {
        let unasked = matches!(event, Event::Due | Event::Unblocked);
        let (after, effects) = transition(self.dialogue.clone(), event.clone(), self.now);
        let shows = effects
            .iter()
            .any(|effect| matches!(effect, Effect::Show(_)));
        let hour = self.now.with_timezone(&after.settings.zone).hour();
        assert!(
            !(unasked && shows) || (8..21).contains(&hour),
            "{event:?} speaks at {hour}"
        );
        self.dialogue = after;
        self.is_kept();
        self.comes_to_rest();
        effects
    }

    /// What is written is what is read.
    fn is_kept(&self) {
        let record = Record {
            dialogue: self.dialogue.clone(),
            ..Record::default()
        };
        let text = record.write().expect("a record can be written");
        let read = Record::read(&text, Revision(0), None, Vec::new());
        assert_eq!(read, Ok(record), "{text}");
    }

    /// At the time of the alarm it is answered for good, within a few wakes.
    fn comes_to_rest(&self) {
        let Some(due) = next_due(&self.dialogue) else {
            return;
        };
        let at = due.max(self.now);
        let mut dialogue = self.dialogue.clone();
        for _ in 0..WAKES_MAX {
            dialogue = transition(dialogue, Event::Due, at).0;
            if next_due(&dialogue).is_none_or(|next| next > at) {
                return;
            }
        }
        panic!("the alarm of {at} never rests: {:?}", self.dialogue);
    }
}

fn secret() -> Event {
    Event::SecretTyped {
        message: MessageId(7),
        kinds: vec![Kind::Rrn],
    }
}

#[test]
fn a_second_tap_above_an_answer_does_not_pass_over_a_reminder() {
    let over_reminders = STARTS
        .iter()
        .filter(|start| matches!(start.state, State::Reminder(_)));
    let mut seen = 0;
    for start in over_reminders {
        let mut walker = Walker {
            dialogue: start.clone(),
            now: now(),
        };
        walker.says("ARS 전화가 안 와요", Event::Typed);
        walker.taps_twice(Press::Return);
        assert_eq!(walker.dialogue.state, start.state);
        seen += 1;
    }
    assert!(seen > 0, "some reminder stands");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_walk_never_breaks_anything(
        start in any::<prop::sample::Index>(),
        moves in prop::collection::vec(moves(), 1..40),
    ) {
        let mut walker = Walker {
            dialogue: start.get(&STARTS).clone(),
            now: now(),
        };
        for what in &moves {
            walker.does(what);
        }
        let shown = said(&view(&walker.dialogue, walker.now));
        prop_assert!(shown.visible_length() <= CHARACTERS_MAX, "{}", shown.html);
    }
}
