//! What people do: they write, press what they see or saw once, go away and come back.

use chrono::Days;
use gilbot::dialogue::press::{Dating, Press};
use gilbot::emulator::{Access, Message, World};
use gilbot::telegram::press_data;

use super::ground::Ground;

const WORDS: [&str; 14] = [
    "/start",
    "재발급",
    "만료일 적기",
    "만료일 적기",
    "만료일 적기",
    "ㅎㅎ",
    "취소",
    "준비물",
    "알림",
    "인증서 비밀번호를 잊어버렸어요",
    "보안카드 비밀번호 1234",
    "설정",
    "내 인증서",
    "어머니",
];
/// The number in the words above that must be kept nowhere.
pub const SECRET: &str = "1234";

impl Ground {
    /// One person does one thing.
    pub fn acts(&self, person: i64, others: &[i64]) {
        self.books(|books| books.person_acts(person));
        let messages = self.with_buttons(person);
        match self.below(100) {
            0..4 => self.world(|world| world.block(person)),
            4..10 => self.world(|world| world.unblock(person)),
            10..13 => self.loses_a_message(person),
            13..20 => self.opens_a_link(person, others),
            20..32 => self.says_a_day(person),
            32..45 => self.says(person, self.pick::<&str>(&WORDS)),
            _ if messages.is_empty() => self.says(person, "/start"),
            _ => self.presses(person, &messages),
        }
    }

    pub fn says(&self, person: i64, words: &str) {
        self.books(|books| books.say(|| format!("{person} says {words}")));
        self.world(|world| world.say(person, person, words));
    }

    fn says_a_day(&self, person: i64) {
        let today = self.clock.now().date_naive();
        let day = today + Days::new(self.below(70) as u64);
        self.says(person, &day.format("%Y-%m-%d").to_string());
    }

    fn presses(&self, person: i64, messages: &[Message]) {
        let old = self.percent(15);
        let at = if old {
            self.below(messages.len())
        } else {
            messages.len() - 1
        };
        let message = &messages[at];
        let offered: Vec<&str> = message
            .keyboard
            .iter()
            .flatten()
            .filter_map(|button| button.data())
            .collect();
        if offered.is_empty() {
            return;
        }
        let leads_on = |data: &&str| {
            let press = press_data::decode(data);
            matches!(press, Some(Press::Date(Dating::Save(_) | Dating::Agree(_))))
        };
        let on = offered
            .iter()
            .copied()
            .find(leads_on)
            .filter(|_| self.percent(75));
        let data = on.unwrap_or_else(|| *self.pick(&offered));
        // Another language would need other signs to know a reminder by.
        if matches!(press_data::decode(data), Some(Press::Speak(_))) {
            return;
        }
        let times = 1 + usize::from(self.percent(15));
        for _ in 0..times {
            self.books(|books| books.say(|| format!("{person} presses {data} on {}", message.id)));
            self.world(|world| world.press(person, person, message.id, data));
        }
    }

    /// Takes a message out of the chat, or Telegram lets it be edited no more.
    fn loses_a_message(&self, person: i64) {
        let messages = self.with_buttons(person);
        let Some(last) = messages.last() else { return };
        match self.percent(50) {
            true => {
                self.world(|world| world.delete_by_person(person, last.id));
            }
            false => self.world(|world| world.freeze(person, last.id)),
        }
    }

    /// A link by which somebody hands a reminder on.
    fn opens_a_link(&self, person: i64, others: &[i64]) {
        let from = *self.pick(others);
        let addresses: Vec<String> = self
            .with_buttons(from)
            .iter()
            .flat_map(|message| message.keyboard.iter().flatten())
            .filter_map(|button| button.url().and_then(payload))
            .collect();
        match addresses.last() {
            Some(payload) => self.says(person, &format!("/start {payload}")),
            None => self.says(person, "내 인증서"),
        }
    }

    /// The bot's messages that have buttons, oldest first.
    pub fn with_buttons(&self, person: i64) -> Vec<Message> {
        let mut messages = self.world(|world| world.messages(person));
        messages.retain(|message| message.from_bot && !message.keyboard.is_empty());
        messages
    }

    pub fn is_open(&self, person: i64) -> bool {
        self.world(|world: &mut World| world.access(person) == Access::Open)
    }
}

fn payload(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("start%3D")?;
    let end = rest.find('&').unwrap_or(rest.len());
    Some(rest[..end].to_owned())
}
