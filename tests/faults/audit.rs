//! What must hold when quiet has returned: the promises, read from Telegram's history and from the store.

use std::collections::HashMap;
use std::fmt;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use gilbot::dialogue::screen::Does;
use gilbot::dialogue::view;
use gilbot::emulator::{Button, Call, Effect, Message};
use gilbot::locales::{Words, markup};
use gilbot::store::Record;
use gilbot::telegram::press_data;

use crate::balancer::Brought;
use crate::replica::PATIENCE;
use crate::stage::{Stage, WEBHOOK_SECRET};
use crate::town::{Life, REMINDER, SECRET, with_buttons};

/// What a fault may cost, and no more.
#[derive(Clone, Copy, Default)]
pub struct Allowed {
    /// Messages in one chat that were sent without the bot being told so. To these come as many as there were deaths
    /// and deliveries that the store did not let be noted.
    pub strays: usize,
    /// Whether the answer to a press may be lost for other reasons than the death of whoever had acknowledged it.
    pub silence: bool,
}

/// What was seen.
#[derive(Default)]
pub struct Tally {
    pub updates: usize,
    pub presses: usize,
    /// Updates that were not acknowledged at once.
    pub again: usize,
    pub kills: usize,
    /// Messages that nobody could note.
    pub strays: usize,
    /// Presses without an answer: whoever had acknowledged them was killed.
    pub silent: usize,
}

/// How long before a death an acknowledgement may have been given whose press stays unanswered.
const LAST_MOMENTS: Duration = Duration::from_secs(2);
/// How long an answer may be on its way.
const ON_ITS_WAY: Duration = Duration::from_millis(100);
/// What a replica says when a delivery could not be noted.
const UNSETTLED: [&str; 2] = [
    "a delivery was not settled",
    "a due chat could not be woken",
];
/// Longer than two calls and the waiting between them take.
const RIGHTS_MAX: Duration = Duration::from_secs(3);
/// When what is still owed was left behind: less than a lease.
const LEFT_BEHIND: Duration = Duration::from_secs(45);
/// How long a rest may be awaited before leases are ended.
const QUIET: Duration = Duration::from_millis(1200);

impl Stage {
    /// Waits until everything was brought and nothing is owed. Alarms that stand within the next minutes come at once.
    pub async fn rest(&self) {
        self.until_all_is_brought().await;
        let begun = Instant::now();
        let mut looked = Instant::now();
        loop {
            let Some(restless) = self.restless().await else {
                return;
            };
            assert!(
                begun.elapsed() < PATIENCE,
                "it does not come to rest: {restless:?}"
            );
            if looked.elapsed() > QUIET {
                self.leases_end().await;
                looked = Instant::now();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Whoever was overtaken may still be putting right what it has touched, of which no record tells when it ends.
    async fn rights_end(&self) {
        for chat in self.chats() {
            let record = self.record(chat).await;
            if record.is_some_and(|record| record.outbox.overtaken.is_some()) {
                return tokio::time::sleep(RIGHTS_MAX).await;
            }
        }
    }

    /// Waits until nothing is owed, with no help: nobody has left a lease behind.
    pub async fn rests_by_itself(&self) {
        self.until_all_is_brought().await;
        let begun = Instant::now();
        while let Some(restless) = self.restless().await {
            assert!(
                begun.elapsed() < LEFT_BEHIND,
                "somebody left something behind: {restless:?}"
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Somebody to whom something is still owed.
    async fn restless(&self) -> Option<Record> {
        for chat in self.chats() {
            // A store that has lost it has lost its duties, too.
            let Some(record) = self.record(chat).await else {
                continue;
            };
            let due = record.rests_until();
            if record.outbox.owes() || record.due.map(alarm_ms) != due.map(alarm_ms) {
                return Some(record);
            }
        }
        None
    }

    /// Waits for rest, and looks whether every promise was kept.
    pub async fn audit(&self, lives: &[Life], allowed: Allowed) -> Tally {
        self.rest().await;
        self.rights_end().await;
        // What they have left to the alarm.
        self.rest().await;
        let words = Words::load().expect("the texts are Fluent");
        let mut tally = Tally::default();
        let mut times = HashMap::new();
        tally.kills = self.kills();
        let strays_max = allowed
            .strays
            .saturating_add(tally.kills + self.unsettled());
        for chat in self.chats() {
            let record = self
                .record(chat)
                .await
                .expect("who has spoken has a record");
            for update in &record.seen {
                *times.entry(*update).or_insert(0) += 1;
            }
            let strays = self.screen_is_shown(chat, &record, &words);
            assert!(
                strays <= strays_max,
                "{strays} messages in chat {chat} were sent without being noted, {strays_max} may be: {record:?}\n{}",
                self.called_about(chat)
            );
            tally.strays += strays;
            let left = self.see(|world| {
                let messages = world.messages(chat);
                messages.iter().any(|message| message.text == SECRET)
            });
            assert!(!left, "a secret stands in chat {chat}");
        }
        tally.updates = self.each_update_took_effect_once(&times);
        tally.silent = self.presses_are_answered(lives, allowed);
        tally.presses = lives.iter().map(|life| life.queries.len()).sum();
        let brought = self.balancer.brought();
        tally.again = brought
            .iter()
            .filter(|brought| brought.status != Some(200))
            .count();
        self.logs_hold_no_secret();
        tally
    }

    /// For a store that has lost what it had confirmed: waits for rest, and looks whether nothing took effect twice and all
    /// goes on. How many updates were lost.
    pub async fn audit_of_the_rest(&self) -> usize {
        self.rest().await;
        let mut times = HashMap::new();
        for chat in self.chats() {
            let record = self.record(chat).await.unwrap_or_default();
            for update in &record.seen {
                *times.entry(*update).or_insert(0) += 1;
            }
        }
        self.logs_hold_no_secret();
        self.none_took_effect_twice(&times)
    }

    /// What the bot has called about a chat, for whoever reads a broken run.
    fn called_about(&self, chat: i64) -> String {
        let told = |call: &Call| {
            let (at, method) = (call.at.format("%T%.3f"), &call.method);
            let text: String = call.params["text"]
                .as_str()
                .unwrap_or_default()
                .chars()
                .take(24)
                .collect();
            let message = match &call.effect {
                Effect::Done(result) => result["message_id"].to_string(),
                Effect::Refused(refusal) => refusal.description.clone(),
                Effect::Nothing => "nothing".to_owned(),
            };
            let about = &call.params["message_id"];
            format!("{at} {method} {about} «{text}» → {message}\n")
        };
        self.see(|world| {
            let calls = world.calls().iter();
            calls
                .filter(|call| call.chat == Some(chat))
                .map(told)
                .collect()
        })
    }

    /// How many replicas were killed without warning.
    fn kills(&self) -> usize {
        let kills = self.replicas.iter().map(|replica| replica.kills().len());
        kills.sum()
    }

    /// P1 and P2, and with them P3: a record that was written over would lack what the other had seen.
    fn each_update_took_effect_once(&self, times: &HashMap<u32, usize>) -> usize {
        let lost = self.none_took_effect_twice(times);
        let all = self.first_update..self.see(|world| world.next_update_id());
        assert_eq!(lost, 0, "updates were lost of {all:?}: {times:?}");
        all.len()
    }

    /// P2 alone; how many took no effect.
    fn none_took_effect_twice(&self, times: &HashMap<u32, usize>) -> usize {
        let all = self.first_update..self.see(|world| world.next_update_id());
        let count = |update: &i32| {
            let update = u32::try_from(*update).expect("ids are positive");
            times.get(&update).copied().unwrap_or(0)
        };
        let doubled: Vec<_> = all.clone().filter(|update| count(update) > 1).collect();
        assert!(doubled.is_empty(), "updates took effect twice: {doubled:?}");
        all.filter(|update| count(update) == 0).count()
    }

    /// P4: the anchor carries the screen, and no other message has living buttons, except reminders and strays. How many
    /// strays there are.
    fn screen_is_shown(&self, chat: i64, record: &Record, words: &Words) -> usize {
        let screen = view(&record.dialogue, self.clock.now());
        let screen = words.screen(record.dialogue.settings.language, &screen);
        let messages = with_buttons(self, chat);
        let Some(anchor) = record.anchor else {
            // The answer to the last new message could not be read: nobody knows its number.
            return messages.len();
        };
        let shown = messages.iter().find(|message| message.id == anchor.0);
        let shown = shown.unwrap_or_else(|| {
            let called = self.called_about(chat);
            panic!("the anchor of chat {chat} has no buttons: {record:?}\n{called}")
        });
        let text = markup::plain(&screen.html).trim().to_owned();
        let row = |row: &Vec<gilbot::locales::SaidButton>| -> Vec<_> {
            row.iter()
                .map(|button| match button.does {
                    Does::Press(press) => (button.label.clone(), Some(press_data::encode(press))),
                    Does::Open(_) | Does::Share(_) => (button.label.clone(), None),
                })
                .collect()
        };
        let keyboard: Vec<Vec<_>> = screen.keyboard.iter().map(row).collect();
        // Whoever died when it was overtaken may have left an older one, for as long as the record says.
        let may_be_older = record.outbox.overtaken.is_some() && self.unsettled() + self.kills() > 0;
        if !may_be_older {
            assert_eq!((&shown.text, buttons(shown)), (&text, keyboard));
        }
        messages
            .iter()
            .filter(|message| message.id != anchor.0 && !message.text.contains(REMINDER))
            .count()
    }

    /// P8: how many presses were left without an answer, because whoever had acknowledged them was killed over it.
    fn presses_are_answered(&self, lives: &[Life], allowed: Allowed) -> usize {
        let queries = lives.iter().flat_map(|life| &life.queries);
        let silent = queries.filter(|query| {
            let answered = self.see(|world| world.press_of(query).map(|press| press.answered));
            answered == Some(false)
        });
        let silent: Vec<&String> = silent.collect();
        let brought = self.balancer.brought();
        for query in &silent {
            let about = |brought: &&Brought| brought.query.as_ref() == Some(query);
            let taken: Vec<_> = brought.iter().filter(about).collect();
            let died = taken.iter().any(|brought| self.died_soon_after(brought));
            let is_polled = taken.is_empty();
            assert!(
                allowed.silence || is_polled || died,
                "press {query} has no answer, and nobody died over it: {taken:?}"
            );
        }
        silent.len()
    }

    fn died_soon_after(&self, brought: &Brought) -> bool {
        let kills = self.replicas[brought.replica].kills();
        // The answer may have been on its way when its sender died.
        let lived = |kill: &Instant| (*kill + ON_ITS_WAY).checked_duration_since(brought.at);
        let last = ON_ITS_WAY + LAST_MOMENTS;
        let is_soon = |kill: &Instant| lived(kill).is_some_and(|lived| lived < last);
        brought.status == Some(200) && kills.iter().any(is_soon)
    }

    /// How many deliveries could not be noted, because the store was away.
    fn unsettled(&self) -> usize {
        let logs = self.logs();
        let told = UNSETTLED.iter().map(|words| logs.matches(words).count());
        told.sum()
    }

    /// P7.
    fn logs_hold_no_secret(&self) {
        let logs = self.logs();
        let token = self.token().split(':').next_back().unwrap_or_default();
        for secret in [token, WEBHOOK_SECRET, SECRET, &SECRET[7..]] {
            assert!(!logs.contains(secret), "{secret} stands in a log");
        }
    }
}

fn buttons(message: &Message) -> Vec<Vec<(String, Option<String>)>> {
    let button = |button: &Button| (button.text.clone(), button.data().map(str::to_owned));
    let row = |row: &Vec<Button>| row.iter().map(button).collect();
    message.keyboard.iter().map(row).collect()
}

/// An alarm as a store keeps it: in milliseconds, and never early.
fn alarm_ms(at: DateTime<Utc>) -> i64 {
    let rest = at.timestamp_subsec_nanos() % 1_000_000;
    at.timestamp_millis() + i64::from(rest > 0)
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.updates += other.updates;
        self.presses += other.presses;
        self.again += other.again;
        self.kills += other.kills;
        self.strays += other.strays;
        self.silent += other.silent;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            updates,
            presses,
            again,
            kills,
            strays,
            silent,
        } = self;
        write!(
            out,
            "{updates} updates ({presses} presses), each once; {again} not at once, {kills} kills, {strays} strays, \
             {silent} presses unanswered by the killed"
        )
    }
}
