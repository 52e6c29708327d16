//! Looking for traces, everywhere.

use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;

use super::planted::Carrier;
use super::scene::Scene;
use super::{heard, needles};
use crate::shared::shared;

impl Scene {
    /// From now on this must be nowhere.
    pub fn plants(&mut self, carrier: Carrier) {
        for needle in needles(&carrier) {
            if !self.needles.contains(&needle) {
                self.needles.push(needle);
            }
        }
    }

    /// Nothing that was planted is anywhere: in the store, the log, the metrics, or in what was said to Telegram.
    pub async fn is_traceless(&mut self) {
        for person in self.people.clone() {
            self.stage
                .emulator
                .with(|world| world.say(person, person, "/mydata"));
        }
        self.settle().await;
        for person in self.people.clone() {
            self.press(person, "파일로 받기");
        }
        self.settle().await;
        for person in self.people.clone() {
            let said = self.unread(person);
            let file = said.iter().find_map(|said| said.document.as_ref());
            let file = file.expect("everything that is stored, as a file");
            self.none_in("what is handed over", &without_thousandths(&file.bytes));
        }
        self.none_in_calls();
        self.none_in("the store", &self.kept());
        let log = heard::lines();
        assert!(log.contains("gilbot::runtime"), "the log is heard");
        self.none_in("the log", &log);
        let metrics = self.metrics().await;
        assert!(
            metrics.contains("gilbot_updates_total{kind=\"message\",outcome=\"taken\"}"),
            "{metrics}"
        );
        self.none_in("the metrics", &metrics);
    }

    /// Everything in the store, as it lies: the database and what is not yet moved into it.
    pub fn kept(&self) -> String {
        without_thousandths(&self.stage.place.bytes())
    }

    /// What an operator's machine reads, without the numbers behind the names.
    pub async fn metrics(&self) -> String {
        let answer = reqwest::get(format!("http://{}/metrics", self.ops)).await;
        let text = answer.expect("it answers").text().await.expect("a text");
        let rows = text
            .lines()
            .map(|row| row.rsplit_once(' ').map_or(row, |(name, _)| name));
        rows.collect::<Vec<_>>().join("\n")
    }

    #[track_caller]
    pub fn none_in(&self, place: &str, kept: &str) {
        for needle in &self.needles {
            assert!(!lies_in(kept, needle), "«{needle}» is in {place}");
        }
    }

    /// The same where others write too: in what they write any three digits stand by chance.
    #[track_caller]
    pub fn none_of_the_long_in(&self, place: &str, kept: &str) {
        let long = self.needles.iter().filter(|needle| !is_short(needle));
        for needle in long {
            assert!(!lies_in(kept, needle), "«{needle}» is in {place}");
        }
    }

    /// Nothing that was planted since the last look is in the store: soon, before other records are written over it.
    pub fn none_new_in_the_store(&mut self) {
        let kept = self.kept();
        for needle in &self.needles[self.sought..] {
            assert!(!lies_in(&kept, needle), "«{needle}» is in the store");
        }
        self.sought = self.needles.len();
    }

    /// What the bot has asked of Telegram since the last look, except to take messages out of the chat.
    pub fn none_in_calls(&mut self) {
        let (new, all) = self.stage.emulator.see(|world| {
            let new = world.calls()[self.calls..].iter();
            let new = new.filter(|call| call.method != "deleteMessage");
            let told = new.map(|call| format!("{} {}\n", call.method, call.params));
            (told.collect::<String>(), world.calls().len())
        });
        self.none_in("what was said to Telegram", &new);
        self.calls = all;
    }
}

/// What is written, but for the thousandths of its times: they are any three digits.
fn without_thousandths(written: &[u8]) -> String {
    static THOUSANDTHS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(T\d\d:\d\d:\d\d)\.\d{3}Z").expect("a pattern"));
    let written = String::from_utf8_lossy(written);
    THOUSANDTHS.replace_all(&written, "${1}Z").into_owned()
}

/// Every command that the shared Redis was given by anybody since it began.
pub fn written_by_redis() -> String {
    let dir: (String, String) = shared().ask(&["CONFIG", "GET", "dir"]);
    let files = std::fs::read_dir(Path::new(&dir.1).join("appendonlydir"))
        .expect("it writes down what it does");
    let bytes =
        files.flat_map(|file| std::fs::read(file.expect("a file").path()).expect("it can be read"));
    String::from_utf8_lossy(&bytes.collect::<Vec<u8>>()).into_owned()
}

/// Whether these words are there: a number not as a part of a longer one, and short words where something can be read.
fn lies_in(kept: &str, words: &str) -> bool {
    /// So many signs in a row are no chance of the numbers in a binary file.
    const READABLE_MIN: usize = 8;
    let is_number = words.chars().all(|sign| sign.is_ascii_digit());
    let is_short = is_short(words);
    kept.match_indices(words).any(|(at, _)| {
        let is_readable = |sign: &char| !sign.is_control() && *sign != char::REPLACEMENT_CHARACTER;
        let before: Vec<char> = kept[..at]
            .chars()
            .rev()
            .take(READABLE_MIN)
            .take_while(is_readable)
            .collect();
        let behind: Vec<char> = kept[at + words.len()..]
            .chars()
            .take(READABLE_MIN)
            .take_while(is_readable)
            .collect();
        let goes_on = |sign: Option<&char>| sign.is_some_and(char::is_ascii_digit);
        let is_part = is_number && (goes_on(before.first()) || goes_on(behind.first()));
        // The end of a longer number, whose beginning has been written over.
        let is_cut = is_number && before.is_empty();
        let is_chance = is_short && (is_cut || before.len() + behind.len() < READABLE_MIN);
        !is_part && !is_chance
    })
}

fn is_short(words: &str) -> bool {
    words.chars().count() < 6
}
