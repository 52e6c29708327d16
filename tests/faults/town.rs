//! People who talk with the bot without pause, each pressing what they see and writing what comes to mind.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use chrono::{DateTime, Days, TimeDelta, Timelike, Utc};
use gilbot::dialogue::reminder::Stage as Due;
use gilbot::dialogue::settings::{Settings, ZONES};
use gilbot::emulator::{Emulator, Message};
use gilbot::store::{ChatId, Commit, CommitId};
use rand::random;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::length::Dice;
use crate::replica::PATIENCE;
use crate::stage::Stage;

/// A resident number, as somebody might send it.
pub const SECRET: &str = "900101-1234567";
/// In every reminder, and on no other screen.
pub const REMINDER: &str = "의 알림이에요.";
/// A record remembers the last 128 updates, and the audit looks for every one of them.
const ACTS_MAX: usize = 60;
/// How long a person waits for an answer before doing something else.
const ANSWER_WAIT: Duration = Duration::from_millis(1500);

/// How many presses a person leaves behind without an answer, and how long one looks at them then.
const OPEN_PRESSES_MAX: usize = 4;
const IMPATIENCE: Duration = Duration::from_millis(300);

/// Words that are known at once. A question is waited for by everybody until the program has learnt to read, which takes
/// a tenth of a second, and a debug build on a busy machine very long.
const WORDS: [&str; 5] = ["/start", "재발급", "취소", "준비물", SECRET];

/// People at work.
pub struct Town {
    people: Vec<JoinHandle<Life>>,
    is_evening: Arc<AtomicBool>,
}

/// What one person has done.
#[derive(Default)]
pub struct Life {
    /// Every press, by the id of its query.
    pub queries: Vec<String>,
    pub messages: usize,
}

impl Town {
    /// So many new people begin to talk.
    pub fn awake(emulator: &Emulator, people: usize, seed: u64) -> Self {
        let is_evening = Arc::new(AtomicBool::new(false));
        let people = (0..people).map(|at| {
            let chat = emulator.with(|world| world.add_person("김영자", "ko"));
            let person = Talker {
                emulator: emulator.clone(),
                chat,
                dice: Dice::new(seed * 1_000 + at as u64),
                life: Life::default(),
            };
            tokio::spawn(person.lives(Arc::clone(&is_evening)))
        });
        Self {
            people: people.collect(),
            is_evening,
        }
    }

    /// Everybody finishes what they are doing.
    pub async fn sleep(self) -> Vec<Life> {
        self.is_evening.store(true, Ordering::SeqCst);
        let mut lives = Vec::new();
        for person in self.people {
            lives.push(person.await.expect("nobody panics"));
        }
        lives
    }
}

struct Talker {
    emulator: Emulator,
    chat: i64,
    dice: Dice,
    life: Life,
}

impl Talker {
    async fn lives(mut self, is_evening: Arc<AtomicBool>) -> Life {
        self.says("/start").await;
        for _ in 0..ACTS_MAX {
            if is_evening.load(Ordering::SeqCst) {
                break;
            }
            if self.is_waiting() {
                tokio::time::sleep(IMPATIENCE).await;
                continue;
            }
            let messages = with_buttons(&self.emulator, self.chat);
            if messages.is_empty() || self.dice.percent(25) {
                let words = *self.dice.pick(&WORDS);
                self.says(words).await;
            } else {
                self.presses(&messages).await;
            }
            // People read before they press.
            let pause = self.dice.millis(20..200);
            tokio::time::sleep(pause).await;
        }
        self.life
    }

    /// Whoever has pressed in vain so often waits.
    fn is_waiting(&self) -> bool {
        let open = self.emulator.see(|world| world.open_presses_in(self.chat));
        open.len() >= OPEN_PRESSES_MAX
    }

    async fn says(&mut self, words: &str) {
        self.life.messages += 1;
        let said = self.emulator.with(|world| {
            world.say(self.chat, self.chat, words);
            world.version(self.chat)
        });
        self.is_answered(said).await;
    }

    async fn presses(&mut self, messages: &[Message]) {
        let is_old = self.dice.percent(15);
        let at = if is_old {
            self.dice.below(messages.len())
        } else {
            messages.len() - 1
        };
        let message = &messages[at];
        let buttons = message.keyboard.iter().flatten();
        let offered: Vec<&str> = buttons
            .filter_map(|button| button.data())
            // Whoever is erased has no record to look at afterwards; that story is told elsewhere.
            .filter(|data| *data != "erase")
            .collect();
        if offered.is_empty() {
            return;
        }
        let data = *self.dice.pick(&offered);
        let times = if self.dice.percent(15) { 2 } else { 1 };
        let is_repeated = self.dice.percent(5);
        let chat = self.chat;
        let (queries, pressed) = self.emulator.with(|world| {
            let press = |_| world.press(chat, chat, message.id, data);
            let mut queries: Vec<String> = (0..times).map(press).collect();
            if is_repeated {
                queries.extend(world.press_again(&queries[0]));
            }
            (queries, world.version(chat))
        });
        self.life.queries.extend(queries);
        self.is_answered(pressed).await;
    }

    /// Waits until the chat looks otherwise than then.
    async fn is_answered(&self, then: u64) {
        let changed = self
            .emulator
            .until(|world| (world.version(self.chat) > then).then_some(()));
        // Whoever gets no answer presses something else.
        let _ = timeout(ANSWER_WAIT, changed).await;
    }
}

/// The bot's messages that have buttons, oldest first.
pub fn with_buttons(emulator: &Emulator, chat: i64) -> Vec<Message> {
    let mut messages = emulator.see(|world| world.messages(chat));
    messages.retain(|message| message.from_bot && !message.keyboard.is_empty());
    messages
}

/// New people who only wait to be reminded: each has two certificates, and stages of both come due after this time.
/// Their chats.
pub async fn waiting(stage: &Stage, people: usize, after: TimeDelta) -> Vec<i64> {
    let mut chats = Vec::new();
    for _ in 0..people {
        let chat = stage.with(|world| {
            let chat = world.add_person("박순희", "ko");
            world.say(chat, chat, "/start");
            chat
        });
        chats.push(chat);
    }
    for chat in &chats {
        let answered = stage.until(|world| (world.messages(*chat).len() > 1).then_some(()));
        timeout(PATIENCE, answered).await.expect("it answers");
        while !enters(stage, *chat, after).await {
            // Its delivery was settled meanwhile.
        }
    }
    chats
}

/// Whether nothing came between.
async fn enters(stage: &Stage, chat: i64, after: TimeDelta) -> bool {
    let now = stage.clock.now();
    let Some(mut record) = stage.record(chat).await else {
        return false;
    };
    if record.outbox.owes() {
        tokio::time::sleep(Duration::from_millis(10)).await;
        return false;
    }
    let dialogue = &mut record.dialogue;
    dialogue.settings = awake(now);
    let today = dialogue.settings.today(now);
    for days in [30, 7] {
        let added = dialogue.certificates.add(today + Days::new(days), today);
        added.expect("there is room");
    }
    record.due = Some(now + after);
    let id = CommitId::Own(random());
    let entered = stage
        .store
        .commit(ChatId(chat), id, record.revision, &record)
        .await;
    entered.expect("the store is well") == Commit::Applied
}

/// The settings of somebody where it is neither night nor before nine now.
fn awake(now: DateTime<Utc>) -> Settings {
    let is_day = |zone: &chrono_tz::Tz| (10..20).contains(&now.with_timezone(zone).hour());
    Settings {
        zone: ZONES.into_iter().find(is_day).expect("somewhere it is day"),
        hour: 9,
        ..Settings::default()
    }
}

/// Whether both certificates have been spoken of, as the record says.
pub async fn is_told(stage: &Stage, chat: i64) -> bool {
    let record = stage.record(chat).await.expect("it is kept");
    let told: Vec<_> = record
        .dialogue
        .certificates
        .iter()
        .map(|certificate| certificate.told)
        .collect();
    told == [Some(Due::D30), Some(Due::D7)] && !record.outbox.owes()
}

/// How many reminders stand in this chat.
pub fn reminders(emulator: &Emulator, chat: i64) -> usize {
    let messages = emulator.see(|world| world.messages(chat));
    let is_reminder = |message: &&Message| message.text.contains(REMINDER);
    messages.iter().filter(is_reminder).count()
}
