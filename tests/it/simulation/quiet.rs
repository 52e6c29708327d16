//! What must be true when quiet has returned.

use chrono::{DateTime, TimeDelta, Utc};
use gilbot::dialogue::screen::Does;
use gilbot::dialogue::{next_due, view};
use gilbot::emulator::{Button, Message};
use gilbot::locales::markup;
use gilbot::store::Record;
use gilbot::telegram::press_data;

use super::alarm_ms;
use super::books::REMINDER;
use super::city::City;
use super::person::SECRET;
use super::process::WORDS;

/// A process that is still careful sets an update aside that was brought more often, without a word.
const TRIES_MAX: usize = 3;

impl City {
    /// Looks at everybody.
    pub fn check(&self) {
        for person in &self.people {
            self.check_person(*person);
        }
        self.check_updates();
    }

    /// Says what was broken, if anything was.
    pub fn closes(&self, seed: u64) {
        self.ground.books(|books| {
            if let Some(first) = books.faults.first() {
                books.log().iter().for_each(|line| eprintln!("{line}"));
                panic!("seed {seed}: {} faults, first {first}", books.faults.len());
            }
        });
    }

    fn check_person(&self, person: i64) {
        let ground = &self.ground;
        let record = ground.stored(person);
        let revision = record.as_ref().map_or(0, |record| record.revision.0);
        let written = ground.books(|books| books.revision(person));
        let mut faults = Vec::new();
        if revision != written {
            faults.push(format!(
                "revision {revision} is stored, {written} was written"
            ));
        }
        let messages = ground.world(|world| world.messages(person));
        let stands = |id| {
            let mut reminders = messages
                .iter()
                .filter(|message| message.text.contains(REMINDER));
            reminders.any(|message| message.id == id)
        };
        ground.books(|books| books.check_told(person, stands));
        if let Some(record) = record {
            let due = record.due.map(alarm_ms);
            if due != next_due(&record.dialogue).map(alarm_ms) {
                faults.push(format!("due {due:?}"));
            }
            faults.extend(self.check_secrets(person));
            let bytes = record.write().expect("it can be written");
            if bytes.contains(&format!("\"{SECRET}")) || bytes.contains("보안카드 비밀번호")
            {
                faults.push("a secret is kept".to_owned());
            }
            if ground.is_open(person) && !record.dialogue.blocked {
                faults.extend(self.check_screen(person, &record));
            }
        }
        let told = |fault| format!("chat {person}: {fault}");
        let faults: Vec<String> = faults.into_iter().map(told).collect();
        ground.books(|books| faults.into_iter().for_each(|fault| books.broken(fault)));
    }

    /// A message that holds a secret has been taken out of the chat, unless Telegram did not let us.
    fn check_secrets(&self, person: i64) -> Vec<String> {
        let messages = self.ground.world(|world| world.messages(person));
        let secret = messages
            .iter()
            .filter(|message| !message.from_bot && message.text.contains(SECRET));
        let left = self.ground.books(|books| {
            let is_ours = |id| books.out_of_reach.contains(&id) || books.was_blocked(person);
            let was_heard = |id: i32| {
                let mut taken = books.updates.values().filter(|update| update.taken > 0);
                taken.any(|update| update.body["message"]["message_id"] == id)
            };
            let left = secret.filter(|message| !is_ours(message.id) && was_heard(message.id));
            left.map(|message| message.id).collect::<Vec<_>>()
        });
        left.iter()
            .map(|id| format!("a secret stands in {id}"))
            .collect()
    }

    /// The anchor carries the screen, and no other message has living buttons, except reminders and what may have been
    /// sent without our knowing.
    fn check_screen(&self, person: i64, record: &Record) -> Vec<String> {
        let messages = self.ground.with_buttons(person);
        let anchor = record.anchor.map(|anchor| anchor.0);
        let mut faults = Vec::new();
        let shown = messages.iter().find(|message| Some(message.id) == anchor);
        let stands = self
            .ground
            .world(|world| anchor.is_some_and(|anchor| world.message(person, anchor).is_some()));
        // What was sent last, if nobody could read Telegram's answer.
        let last = messages.last().filter(|last| self.is_loose(last.id));
        match shown {
            Some(shown) if self.shows(shown, record) => {}
            // Whoever blocks us and comes back without a word finds the screen on which they left.
            Some(_) if self.ground.books(|books| books.was_blocked(person)) => {}
            Some(_) if last.is_some_and(|last| self.shows(last, record)) => {}
            Some(shown) => {
                let (text, state) = (&shown.text, &record.dialogue.state);
                faults.push(format!("{anchor:?} shows «{text}», not {state:?}"));
            }
            // The person has taken it away, or never got it.
            None if !stands || anchor.is_some_and(|anchor| self.is_loose(anchor)) => {}
            None => faults.push(format!("{anchor:?} has no buttons")),
        }
        let others = messages
            .iter()
            .filter(|message| Some(message.id) != anchor && !message.text.contains(REMINDER));
        for other in others {
            // Whoever has blocked us in between is let alone, also with what was still to be taken away.
            let is_excused = self.is_loose(other.id)
                || self.ground.books(|books| {
                    books.out_of_reach.contains(&other.id) || books.was_blocked(person)
                });
            if !is_excused {
                let (id, text) = (other.id, &other.text);
                faults.push(format!(
                    "beside {anchor:?} there are living buttons on {id}: {text}"
                ));
            }
        }
        faults
    }

    /// Whether this message shows the record, as it was when its words were composed or is now.
    fn shows(&self, message: &Message, record: &Record) -> bool {
        let composed = self
            .ground
            .books(|books| books.composed.get(&message.id).copied());
        let moments = composed.into_iter().chain([self.ground.clock.now()]);
        moments.into_iter().any(|at| shows_at(message, record, at))
    }

    /// Whether whoever touched this message last could not finish what belongs to it.
    fn is_loose(&self, message: i32) -> bool {
        self.ground.books(|books| books.is_loose(message))
    }

    /// Every update that was brought was taken, or has grown too old on the way; and every press was answered, unless
    /// whoever took it died over it or the answer was cut.
    fn check_updates(&self) {
        let mut faults = Vec::new();
        self.ground.books(|books| {
            for (id, update) in &books.updates {
                let query = update.body["callback_query"]["id"].as_str();
                let age = self.ground.clock.now() - update.born;
                let lifetime = query.map_or(TimeDelta::hours(24), |_| TimeDelta::seconds(150));
                if !update.acknowledged && !update.cleared && age < lifetime {
                    faults.push(format!("update {id} is lost"));
                }
                let press = query
                    .and_then(|query| self.ground.world(|world| world.press_of(query).cloned()));
                let was_struck = query.is_some_and(|query| books.struck_answers.contains(query));
                let was_away = update
                    .brought_to
                    .iter()
                    .any(|process| books.was_away(*process));
                let is_excused = !update.acknowledged
                    || update.cleared
                    || update.tries > TRIES_MAX
                    || was_struck
                    || was_away;
                if press.is_some_and(|press| !press.answered) && !is_excused {
                    faults.push(format!("press {id} was never answered"));
                }
            }
            faults.into_iter().for_each(|fault| books.broken(fault));
        });
    }
}

fn shows_at(message: &Message, record: &Record, at: DateTime<Utc>) -> bool {
    let screen = view(&record.dialogue, at);
    let screen = WORDS.screen(record.dialogue.settings.language, &screen);
    let keyboard = screen.keyboard.iter().map(|row| {
        let buttons = row.iter().map(|button| match button.does {
            Does::Press(press) => (button.label.clone(), Some(press_data::encode(press))),
            Does::Open(_) | Does::Share(_) => (button.label.clone(), None),
        });
        buttons.collect::<Vec<_>>()
    });
    let stands = message.keyboard.iter().map(|row| {
        let told = |button: &Button| (button.text.clone(), button.data().map(str::to_owned));
        row.iter().map(told).collect::<Vec<_>>()
    });
    message.text == markup::plain(&screen.html).trim() && stands.eq(keyboard)
}
