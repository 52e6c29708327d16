//! The whole bot against an emulated Telegram over HTTP: two processes on one store, presses and words in any order,
//! bad lines on both sides, processes that die. When quiet returns the person sees what is stored, and once only.

use std::sync::atomic::Ordering;
use std::time::Duration;

use gilbot::dialogue::screen::Does;
use gilbot::dialogue::{next_due, view};
use gilbot::emulator::{Fault, Message, Mishap};
use gilbot::locales::markup;
use gilbot::runtime::intake::Verdict;
use gilbot::store::Record;
use gilbot::telegram::press_data;
use serde_json::Value;

use super::life::Life;
use super::telegram::Stage;
use super::{alarm_ms, play};
use crate::reached;

#[test]
fn when_quiet_returns_the_person_sees_what_is_stored() {
    play(0..240, 4, |seed| Whole::new(seed).run());
}

/// What may go wrong in this run.
#[derive(Clone, Copy, PartialEq)]
enum Trouble {
    /// Nothing but the other process.
    Rival,
    Store,
    Telegram,
    Everything,
}

struct Whole {
    stage: Stage,
    trouble: Trouble,
    lives: [Life; 2],
    acts_left: usize,
}

const WORDS: [&str; 7] = [
    "/start",
    "재발급",
    "만료일 적기",
    "2028.3.15",
    "ㅎㅎ",
    "취소",
    "준비물",
];
/// In every reminder, and on no other screen.
const REMINDER: &str = "의 알림이에요.";

impl Whole {
    fn new(seed: u64) -> Self {
        let stage = Stage::open(seed);
        let trouble = match seed % 4 {
            0 => Trouble::Rival,
            1 => Trouble::Store,
            2 => Trouble::Telegram,
            _ => Trouble::Everything,
        };
        if matches!(trouble, Trouble::Store | Trouble::Everything) {
            stage.books.bad_line.store(4, Ordering::SeqCst);
        }
        let lives = [Life::begin(&stage), Life::begin(&stage)];
        stage.says("/start");
        Self {
            acts_left: 4 + stage.below(6),
            stage,
            trouble,
            lives,
        }
    }

    fn run(mut self) {
        while self.acts_left > 0 || self.waiting() {
            self.step();
        }
        self.rest();
        self.check();
    }

    fn waiting(&mut self) -> bool {
        self.stage.fetch();
        self.stage.lanes.iter().any(|lane| !lane.is_empty())
    }

    fn step(&mut self) {
        let at = self.stage.below(2);
        match self.stage.below(100) {
            0..20 if self.acts_left > 0 => self.person_acts(),
            20..55 => self.deliver(at),
            55..85 => self.lives[at].goes_on(Duration::from_millis(self.stage.below(4) as u64)),
            85..90 if self.trouble != Trouble::Rival => {
                self.stage
                    .wait(Duration::from_secs(self.stage.below(40) as u64));
                self.lives[at].sweeps();
            }
            90..94 if matches!(self.trouble, Trouble::Telegram | Trouble::Everything) => {
                self.fault()
            }
            94..97 if self.trouble == Trouble::Everything => {
                self.lives[at].dies_after(self.stage.below(8));
            }
            _ => self.lives[at].lands(),
        }
        self.revive();
    }

    fn revive(&mut self) {
        for life in &mut self.lives {
            if life.is_dead() {
                *life = Life::begin(&self.stage);
            }
        }
    }

    fn person_acts(&mut self) {
        self.acts_left -= 1;
        let messages = self.stage.with_buttons();
        if self.stage.percent(25) || messages.is_empty() {
            return self.stage.says(WORDS[self.stage.below(WORDS.len())]);
        }
        let old = self.stage.percent(15);
        let at = if old {
            self.stage.below(messages.len())
        } else {
            messages.len() - 1
        };
        let message = &messages[at];
        let buttons: Vec<&str> = message
            .keyboard
            .iter()
            .flatten()
            .filter_map(|button| button.data())
            .collect();
        let data = buttons[self.stage.below(buttons.len())];
        // Erasing ends a chat, and its story is told elsewhere.
        if data == "erase" {
            return;
        }
        self.stage.presses(message.id, data);
        if self.stage.percent(20) {
            self.stage.presses(message.id, data);
        }
    }

    fn deliver(&mut self, at: usize) {
        self.stage.fetch();
        let lane = self.stage.below(2);
        let Some(update) = self.stage.lanes[lane].front().cloned() else {
            return;
        };
        if self.lives[at].takes(update.clone()) != Some(Verdict::Acknowledge) {
            return;
        }
        let number = number(&update);
        let taken = self.stage.books.times(number);
        assert_eq!(
            taken, 1,
            "update {number} is acknowledged and was taken {taken} times"
        );
        // Now and then the acknowledgement is lost.
        if self.trouble == Trouble::Rival || !self.stage.percent(8) {
            self.stage.lanes[lane].pop_front();
        }
    }

    fn fault(&self) {
        let mishap = match self.stage.below(3) {
            0 => Fault::too_many_requests(1 + self.stage.below(5) as u64),
            1 => Fault::new(Mishap::CutBefore),
            _ => Fault::new(Mishap::CutAfter),
        };
        let methods = [
            "sendMessage",
            "editMessageText",
            "editMessageReplyMarkup",
            "deleteMessage",
        ];
        let method = methods[self.stage.below(methods.len())];
        self.stage
            .emulator
            .with(|world| world.fault(mishap.on(method)));
    }

    /// All troubles end, and the alarms do the rest.
    fn rest(&mut self) {
        self.stage.books.bad_line.store(0, Ordering::SeqCst);
        self.stage.emulator.with(|world| world.clear_faults());
        for life in &self.lives {
            life.dies_after(1_000_000);
        }
        self.lives.iter().for_each(Life::lands);
        for _ in 0..20 {
            let Some(record) = self
                .stage
                .stored()
                .filter(|record| !record.outbox.is_empty())
            else {
                return;
            };
            let due = record.due.expect("a debt has its time");
            self.stage.clock.move_to(due.max(self.stage.clock.now()));
            self.stage.wait(Duration::from_secs(1));
            let at = self.stage.below(2);
            self.lives[at].sweeps();
            self.lives.iter().for_each(Life::lands);
        }
        panic!("it never came to rest");
    }

    fn check(&self) {
        let record = self.stage.stored().expect("the person has spoken");
        let revisions = self.stage.books.revisions();
        assert_eq!(
            revisions,
            (1..=record.revision.0).collect::<Vec<_>>(),
            "no turn was undone"
        );
        let due = next_due(&record.dialogue).map(alarm_ms);
        assert_eq!(record.due.map(alarm_ms), due);
        self.check_screen(&record);
        if self.trouble == Trouble::Rival {
            let open = self
                .stage
                .emulator
                .see(|world| world.open_presses_in(self.stage.person));
            assert_eq!(open, [], "every press is answered");
        }
    }

    /// The anchor carries the screen, and no other message has living buttons, except reminders and what was sent
    /// without our knowing.
    fn check_screen(&self, record: &Record) {
        let screen = view(&record.dialogue, self.stage.clock.now());
        let screen = reached::WORDS.screen(record.dialogue.settings.language, &screen);
        let messages = self.stage.with_buttons();
        let anchor = record.anchor.expect("there is a screen");
        let shown = messages
            .iter()
            .find(|message| message.id == anchor.0)
            .expect("the anchor stands there");
        assert_eq!(shown.text, markup::plain(&screen.html).trim());
        let keyboard: Vec<Vec<(String, Option<String>)>> = screen
            .keyboard
            .iter()
            .map(|row| {
                row.iter()
                    .map(|button| match button.does {
                        Does::Press(press) => {
                            (button.label.clone(), Some(press_data::encode(press)))
                        }
                        Does::Open(_) | Does::Share(_) => (button.label.clone(), None),
                    })
                    .collect()
            })
            .collect();
        assert_eq!(buttons(shown), keyboard);
        let others = messages
            .iter()
            .filter(|message| message.id != anchor.0 && !message.text.contains(REMINDER));
        let others: Vec<(i32, &str)> = others
            .map(|message| (message.id, message.text.as_str()))
            .collect();
        let cut = self.stage.emulator.see(|world| {
            let sent = world.calls_of("sendMessage");
            sent.iter()
                .filter(|call| call.mishap == Some(Mishap::CutAfter))
                .count()
        });
        let unknown = self.stage.books.unknown.load(Ordering::SeqCst) + cut;
        assert!(
            others.len() <= unknown,
            "{unknown} may be unknown, but there are {others:?} beside {anchor:?}"
        );
    }
}

fn buttons(message: &Message) -> Vec<Vec<(String, Option<String>)>> {
    let row = |row: &Vec<gilbot::emulator::Button>| {
        row.iter()
            .map(|button| (button.text.clone(), button.data().map(str::to_owned)))
            .collect()
    };
    message.keyboard.iter().map(row).collect()
}

fn number(update: &Value) -> u32 {
    update["update_id"]
        .as_u64()
        .and_then(|number| u32::try_from(number).ok())
        .expect("a number")
}
