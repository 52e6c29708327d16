//! A certificate's whole life with processes that die and lines that break: every stage is told, in order, once, and at
//! most once more for each time that nobody could note that it was told.

use std::sync::atomic::Ordering;
use std::time::Duration;

use chrono::{Days, Timelike};
use chrono_tz::Tz;
use gilbot::dialogue::certificate::CertificateId;
use gilbot::dialogue::press::{Dating, Press};
use gilbot::dialogue::reminder::Stage as Due;
use gilbot::dialogue::settings::Settings;
use gilbot::emulator::{Call, Effect, Fault, Mishap};
use gilbot::runtime::intake::Verdict;
use gilbot::telegram::press_data;

use super::life::Life;
use super::play;
use super::telegram::Stage;
use crate::starts::today;

/// The stages that are told, each by words that stand in no other reminder.
const STAGES: [(Due, &str); 4] = [
    (Due::D30, "시간이 날 때 갱신해 두면"),
    (Due::D7, "이제 얼마 남지 않았어요"),
    (Due::D1, "내일이 지나면"),
    (Due::Expired, "만료일이 지났어요"),
];
const DAYS_AHEAD: u64 = 45;
/// More wakes than this are a loop without end.
const WAKES_MAX: usize = 200;

#[test]
fn every_stage_is_told_once_whoever_dies_when() {
    play(0..160, 4, |seed| Years::new(seed).run());
}

struct Years {
    stage: Stage,
    lives: [Life; 2],
    /// A quarter of the runs has no trouble: there nothing may come twice.
    is_calm: bool,
}

impl Years {
    fn new(seed: u64) -> Self {
        let stage = Stage::open(seed);
        let lives = [Life::begin(&stage), Life::begin(&stage)];
        Self {
            stage,
            lives,
            is_calm: seed.is_multiple_of(4),
        }
    }

    fn run(mut self) {
        self.enters_a_date();
        if !self.is_calm {
            self.stage.books.bad_line.store(3, Ordering::SeqCst);
        }
        for _ in 0..WAKES_MAX {
            if self.is_over() {
                return self.check();
            }
            self.wakes();
        }
        panic!("it never came to rest");
    }

    /// Types the date, confirms it and agrees.
    fn enters_a_date(&mut self) {
        let day = today() + Days::new(DAYS_AHEAD);
        self.says("만료일 적기");
        self.says(&day.format("%Y-%m-%d").to_string());
        self.presses(Press::Date(Dating::Save(day)));
        self.presses(Press::Date(Dating::Agree(day)));
        let kept = self.stage.stored().expect("a record").dialogue.certificates;
        assert_eq!(
            kept.find(CertificateId(0)).expect("it is kept").expires_on,
            day
        );
    }

    fn says(&mut self, words: &str) {
        self.stage.says(words);
        self.take_all();
    }

    fn presses(&mut self, press: Press) {
        let shown = self.stage.with_buttons().pop().expect("a screen");
        self.stage.presses(shown.id, &press_data::encode(press));
        self.take_all();
    }

    fn take_all(&mut self) {
        self.stage.fetch();
        for lane in &mut self.stage.lanes {
            while let Some(update) = lane.pop_front() {
                assert_eq!(self.lives[0].takes(update), Some(Verdict::Acknowledge));
                self.lives[0].lands();
            }
        }
    }

    fn is_over(&self) -> bool {
        let record = self.stage.stored().expect("it is kept");
        let certificate = record.dialogue.certificates.find(CertificateId(0));
        let told = certificate.expect("it is kept").told;
        told == Some(Due::Expired) && record.outbox.is_empty()
    }

    /// The time of the alarm comes, and both processes look, one of them perhaps for the last time.
    fn wakes(&mut self) {
        let due = self
            .stage
            .stored()
            .and_then(|record| record.due)
            .expect("an alarm");
        self.stage.clock.move_to(due.max(self.stage.clock.now()));
        self.stage.wait(Duration::from_millis(20));
        if !self.is_calm {
            self.troubles();
        }
        let first = self.stage.below(2);
        for at in [first, 1 - first] {
            self.lives[at].sweeps();
            self.lives[at].goes_on(Duration::from_millis(self.stage.below(3) as u64));
        }
        for life in &mut self.lives {
            life.lands();
            if life.is_dead() {
                *life = Life::begin(&self.stage);
            }
        }
    }

    fn troubles(&self) {
        if self.stage.percent(30) {
            let at = self.stage.below(2);
            self.lives[at].dies_after(self.stage.below(9));
        }
        if self.stage.percent(30) {
            let fault = match self.stage.below(3) {
                0 => Fault::too_many_requests(1 + self.stage.below(30) as u64),
                1 => Fault::new(Mishap::CutBefore),
                _ => Fault::new(Mishap::CutAfter),
            };
            self.stage
                .emulator
                .with(|world| world.fault(fault.on("sendMessage")));
        }
    }

    fn check(&self) {
        let sent: Vec<Call> = self
            .stage
            .emulator
            .see(|world| world.calls_of("sendMessage"));
        let sent: Vec<Call> = sent
            .into_iter()
            .filter(|call| matches!(call.effect, Effect::Done(_)))
            .collect();
        let mut told = Vec::new();
        for call in &sent {
            let words = call.params["text"].as_str().expect("a text");
            let stage = STAGES.iter().find(|(_, sign)| words.contains(sign));
            told.extend(stage.map(|(stage, _)| *stage));
            if stage.is_some() {
                let hour = call.at.with_timezone(&Tz::Asia__Seoul).hour();
                assert!((8..21).contains(&hour), "told at {}", call.at);
            }
        }
        let cut = sent
            .iter()
            .filter(|call| call.mishap == Some(Mishap::CutAfter))
            .count();
        let unknown = self.stage.books.unknown.load(Ordering::SeqCst) + cut;
        let repeats = told.len().saturating_sub(STAGES.len());
        assert!(repeats <= unknown, "{unknown} may be unknown, but {told:?}");
        assert!(told.is_sorted(), "{told:?}");
        told.dedup();
        let to_tell: Vec<Due> = STAGES.map(|(stage, _)| stage).into();
        let to_tell: Vec<Due> = to_tell
            .into_iter()
            .filter(|stage| told.contains(stage) || !self.is_given_up(*stage))
            .collect();
        assert_eq!(told, to_tell);
        let first = sent.iter().find(|call| {
            call.params["text"]
                .as_str()
                .is_some_and(|words| words.contains(STAGES[0].1))
        });
        let day = first.map(|call| Settings::default().today(call.at));
        let its_day = today() + Days::new(DAYS_AHEAD - 30);
        assert!(day.is_none_or(|day| day == its_day), "{day:?}");
    }

    /// Whether it went out twice and nobody answered: then it counts as told.
    fn is_given_up(&self, stage: Due) -> bool {
        let (_, sign) = STAGES[STAGES.iter().position(|(it, _)| *it == stage).unwrap()];
        let calls = self
            .stage
            .emulator
            .see(|world| world.calls_of("sendMessage"));
        let unanswered = calls.iter().filter(|call| {
            let is_cut = matches!(call.mishap, Some(Mishap::CutBefore | Mishap::CutAfter));
            is_cut
                && call.params["text"]
                    .as_str()
                    .is_some_and(|words| words.contains(sign))
        });
        unanswered.count() >= 2
    }
}
