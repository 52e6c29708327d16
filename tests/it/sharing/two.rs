//! Two people and the bot.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use gilbot::dialogue::certificate::Certificate;
use gilbot::emulator::{How, Message};
use gilbot::store::ChatId;
use reqwest::Url;

use crate::stage::{Kept, Mode, Stage};
use crate::story::in_seoul;
use crate::story::reader::Reader;

pub const HAND_ON: &str = "가족과 함께 알림 받기";
pub const JOIN: &str = "좋아요, 함께 받을게요";

/// Two people and the bot.
pub struct Two {
    pub stage: Stage,
    /// Has a certificate that expires on 15 March 2028.
    pub giver: i64,
    pub other: i64,
}

impl Two {
    pub async fn open() -> Self {
        Self::open_in(Mode::Polling, Kept::Sqlite).await
    }

    pub async fn open_in(mode: Mode, kept: Kept) -> Self {
        let begin = ten_o_clock(2026, 11, 22);
        let stage = Stage::open(mode, kept, begin).await;
        let (giver, other) = stage.emulator.with(|world| {
            (
                world.add_person("김영자", "ko"),
                world.add_person("박민수", "ko"),
            )
        });
        let mut two = Self {
            stage,
            giver,
            other,
        };
        two.says(giver, "/start date").await;
        two.says(giver, "2028-03-15").await;
        two.presses(giver, "맞아요, 저장할게요").await;
        two.presses(giver, "동의하고 저장하기").await;
        two
    }

    /// The same, after the other has agreed.
    pub async fn together() -> Self {
        Self::together_in(Mode::Polling, Kept::Sqlite).await
    }

    pub async fn together_in(mode: Mode, kept: Kept) -> Self {
        let mut two = Self::open_in(mode, kept).await;
        let link = two.link().await;
        two.says(two.other, &link).await;
        two.presses(two.other, JOIN).await;
        assert_eq!(two.companions().await, 1);
        two
    }

    /// A new link of the giver's, as the app opens it.
    pub async fn link(&mut self) -> String {
        self.card(self.giver).await;
        self.presses(self.giver, HAND_ON).await;
        let giver = self.giver;
        let link = self
            .stage
            .emulator
            .see(|world| invitation(&world.messages(giver)));
        link.expect("a link to send")
    }

    /// Says this; gives what the bot said last.
    pub async fn says(&mut self, person: i64, words: &str) -> String {
        self.stage
            .emulator
            .with(|world| world.say(person, person, words));
        self.answer(person).await
    }

    /// Presses this; gives what the bot said last.
    pub async fn presses(&mut self, person: i64, label: &str) -> String {
        self.stage.emulator.with(|world| {
            let button = Reader::standing(&world.messages(person), label, 1);
            let button = button.unwrap_or_else(|| panic!("no button «{label}»"));
            world.press(person, person, button.message, &button.data);
        });
        self.answer(person).await
    }

    async fn answer(&mut self, person: i64) -> String {
        self.settle().await;
        let messages = self.stage.emulator.see(|world| world.messages(person));
        let mut own = messages.iter().rev().filter(|message| message.from_bot);
        own.next()
            .map(|message| message.text.clone())
            .unwrap_or_default()
    }

    /// The card of this person's only certificate.
    pub async fn card(&mut self, person: i64) -> String {
        self.says(person, "/mycert").await;
        let list = self.stage.emulator.see(|world| world.messages(person));
        let list = list.last().expect("a list");
        let label = list.keyboard[0][0].text.clone();
        self.presses(person, &label).await
    }

    pub async fn settle(&mut self) {
        self.stage.settle().await.expect("the bot comes to rest");
    }

    /// Waits until what one chat has to tell another has been told, and answered.
    pub async fn is_passed_on(&mut self) {
        for _ in 0..2 {
            self.stage.move_by(TimeDelta::seconds(1));
            self.settle().await;
        }
    }

    /// The new messages that the person has not read.
    pub fn news(&self, person: i64) -> Vec<String> {
        let said = self.stage.emulator.with(|world| world.take_unread(person));
        let new = said.into_iter().filter(|said| said.how == How::New);
        new.map(|said| said.text).collect()
    }

    pub fn reads_all(&self) {
        for person in [self.giver, self.other] {
            self.news(person);
        }
    }

    /// How many others get the reminders of the giver's certificate.
    pub async fn companions(&self) -> usize {
        self.certificates(self.giver).await[0].companions.len()
    }

    pub async fn certificates(&self, person: i64) -> Vec<Certificate> {
        let store = self.stage.place.open().await;
        let record = store.load(ChatId(person)).await.expect("the store answers");
        let dialogue = record.map(|record| record.dialogue).unwrap_or_default();
        dialogue.certificates.iter().cloned().collect()
    }

    /// What is stored about this person, as it lies.
    pub fn record(&self, person: i64) -> Option<String> {
        self.stage.place.text_of(ChatId(person))
    }
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
}

pub fn ten_o_clock(year: i32, month: u32, date: u32) -> DateTime<Utc> {
    in_seoul(
        day(year, month, date)
            .and_hms_opt(10, 0, 0)
            .expect("a time"),
    )
}

/// What the app says for whoever opens the newest link that these messages offer to send.
pub fn invitation(messages: &[Message]) -> Option<String> {
    let buttons = messages
        .iter()
        .rev()
        .flat_map(|message| message.keyboard.iter().flatten());
    let shared = buttons.filter_map(|button| Url::parse(button.url()?).ok());
    let mut shared =
        shared.filter(|url| url.host_str() == Some("t.me") && url.path() == "/share/url");
    let asked = |url: &Url, name: &str| {
        let mut pairs = url.query_pairs();
        pairs.find_map(|(key, value)| (key == name).then(|| value.into_owned()))
    };
    let link = Url::parse(&asked(&shared.next()?, "url")?).ok()?;
    Some(format!("/start {}", asked(&link, "start")?))
}
