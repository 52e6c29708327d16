//! The preview as its page uses it: the same endpoints, without a browser.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use chrono::DateTime;
use gilbot::preview;
use gilbot::runtime::stop::Stop;
use reqwest::Client;
use serde_json::{Value, json};

use crate::program::free_address;
use crate::stage::{Kept, Mode};
use crate::story::Story;
use crate::story::player::play;

const YEONGJA: i64 = 101;
const MINSU: i64 = 102;
/// The longest that is waited for anything; on an idle machine it takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(30);

/// Somebody who watches the preview.
struct Watcher {
    client: Client,
    address: SocketAddr,
    stop: Stop,
}

impl Watcher {
    async fn begin() -> Self {
        let address = free_address().await;
        let stop = Stop::new();
        tokio::spawn(preview::run(address, stop.clone()));
        let watcher = Self {
            client: Client::new(),
            address,
            stop,
        };
        watcher.until("/bot", |bot| bot["awake"] == true).await;
        watcher
    }

    async fn ask(&self, path: &str) -> Option<Value> {
        let url = format!("http://{}{path}", self.address);
        let answer = self.client.get(url).send().await.ok()?;
        answer.json().await.ok()
    }

    async fn told(&self, path: &str, body: Value) -> Value {
        let url = format!("http://{}{path}", self.address);
        let answer = self.client.post(url).json(&body).send().await.unwrap();
        let status = answer.status();
        let told: Value = answer.json().await.unwrap();
        assert!(status.is_success(), "{path}: {told}");
        told
    }

    /// Waits until what is told there is as it should be.
    async fn until(&self, path: &str, holds: impl Fn(&Value) -> bool) -> Value {
        let begun = Instant::now();
        loop {
            let told = self.ask(path).await;
            if let Some(told) = told.clone().filter(&holds) {
                return told;
            }
            assert!(begun.elapsed() < PATIENCE, "{path}: {told:?}");
            // The endpoints that are polled here cannot be waited at.
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn does(&self, chat: i64, deed: &str, body: Value) {
        self.told(&format!("/api/chats/{chat}/{deed}"), body).await;
    }

    async fn says(&self, chat: i64, text: &str) {
        self.does(chat, "say", json!({ "text": text })).await;
    }

    /// Waits until a message of the bot holds these words.
    async fn reads(&self, chat: i64, words: &str) -> Value {
        let conversation = format!("/api/chats/{chat}");
        let stands = |seen: &Value| {
            let mut messages = seen["messages"].as_array().unwrap().iter();
            messages.any(|message| {
                message["from"] == "bot" && message["html"].as_str().unwrap().contains(words)
            })
        };
        self.until(&conversation, stands).await
    }

    /// Presses the newest button with this label, as soon as it is there.
    async fn presses(&self, chat: i64, label: &str) {
        let conversation = format!("/api/chats/{chat}");
        let seen = self
            .until(&conversation, |seen| button(seen, label).is_some())
            .await;
        let (message_id, data) = button(&seen, label).unwrap();
        let press = json!({ "message_id": message_id, "data": data });
        self.does(chat, "press", press).await;
        self.until(&conversation, |seen| seen["pending_press"] == json!([]))
            .await;
    }

    async fn goes_to_next_alarm(&self, chat: i64) {
        let to = json!({ "chat": chat, "event": "next_alarm" });
        self.told("/clock/to", to).await;
    }

    /// Saves a date that is 60 days away.
    async fn saves_a_date(&self, chat: i64) {
        let clock = self.ask("/clock").await.unwrap();
        let today: chrono::NaiveDate = clock["now"].as_str().unwrap()[..10].parse().unwrap();
        let day = today + chrono::Days::new(60);
        self.says(chat, "/start date").await;
        self.reads(chat, "만료일을 적어 주세요").await;
        self.says(chat, &day.to_string()).await;
        self.presses(chat, "맞아요, 저장할게요").await;
        self.presses(chat, "동의하고 저장하기").await;
        self.reads(chat, "적어 뒀어요").await;
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.stop.tell();
    }
}

fn button(seen: &Value, label: &str) -> Option<(Value, Value)> {
    let messages = seen["messages"].as_array()?;
    messages.iter().rev().find_map(|message| {
        let mut buttons = message["keyboard"]
            .as_array()?
            .iter()
            .flat_map(|row| row.as_array().unwrap());
        let button = buttons.find(|button| button["text"] == label)?;
        Some((message["id"].clone(), button["data"].clone()))
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_said_in_the_preview_is_a_story_that_comes_true() {
    let watcher = Watcher::begin().await;
    let emma = json!({ "name": "Emma", "language": "en", "phone_ahead_minutes": -780 });
    let emma = watcher.told("/api/people", emma).await["id"]
        .as_i64()
        .unwrap();
    watcher.saves_a_date(MINSU).await;
    watcher.says(emma, "/start").await;
    watcher.reads(emma, "unofficial").await;
    watcher.told("/bot/kill", json!({})).await;
    watcher.says(YEONGJA, "두 줄\n이에요").await;
    watcher.reads(YEONGJA, "길봇").await;
    let attached = json!({ "kind": "photo", "caption": "제 화면이에요" });
    watcher.does(YEONGJA, "attach", attached).await;
    watcher.reads(YEONGJA, "사진").await;
    watcher.goes_to_next_alarm(MINSU).await;
    watcher.reads(MINSU, "30일 남음").await;
    watcher.does(MINSU, "block", json!({})).await;
    watcher
        .told("/clock/advance", json!({ "seconds": 3_600 }))
        .await;
    watcher.told("/bot/stop", json!({})).await;
    let saved = watcher
        .ask("/story?title=%EC%98%A4%EB%8A%98")
        .await
        .unwrap();
    let text = saved["text"].as_str().unwrap();
    assert_eq!(saved["untold"], 0, "{text}");
    for line in [
        "이야기: 오늘",
        "사람: 박민수",
        "사람: Emma (en)",
        "죽음",
        "사용자: 두 줄\\n이에요",
        "보냄: 사진 제 화면이에요",
        "다음 알림까지",
        "차단",
        "시간: +1시간\n침묵",
        "다시시작",
    ] {
        assert!(text.contains(&format!("{line}\n")), "no {line} in\n{text}");
    }
    let story = Story::parse("saved.story", text).expect("it reads");
    let played = play(&story, Mode::Polling, Kept::Sqlite).await;
    played.unwrap_or_else(|wrong| panic!("{wrong}\n{text}"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_story_of_one_person_leaves_the_others_out_and_says_what_it_cannot_tell() {
    let watcher = Watcher::begin().await;
    watcher.says(YEONGJA, "/help").await;
    watcher.reads(YEONGJA, "이렇게 쓰세요").await;
    watcher.says(MINSU, "/mycert").await;
    watcher.reads(MINSU, "내 인증서").await;
    let deleted = json!({ "message_id": 1 });
    watcher.does(YEONGJA, "delete", deleted).await;
    let saved = watcher.ask("/story?chat=101").await.unwrap();
    let text = saved["text"].as_str().unwrap();
    assert!(text.contains("사용자: /help\n"), "{text}");
    assert!(
        !text.contains("박민수") && !text.contains("/mycert"),
        "{text}"
    );
    assert!(text.contains("# 메시지를 지웠어요\n"), "{text}");
    assert_eq!(saved["untold"], 1, "{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bot_of_the_preview_survives_refusals_a_dead_network_and_its_own_death() {
    let watcher = Watcher::begin().await;
    let switch = async |name: &str, on: bool| {
        let wish = json!({ "name": name, "on": on });
        watcher.told("/api/faults", wish).await;
    };
    let inside = format!("/inside/{YEONGJA}");
    switch("too_many_requests", true).await;
    watcher.says(YEONGJA, "/help").await;
    let owing = watcher
        .until(&inside, |inside| inside["tries"].as_u64() >= Some(1))
        .await;
    assert_eq!(owing["owed"], json!(["화면 보여 주기"]));
    switch("too_many_requests", false).await;
    watcher.reads(YEONGJA, "이렇게 쓰세요").await;
    watcher
        .until(&inside, |inside| inside["owed"] == json!([]))
        .await;

    switch("network", true).await;
    let bot = watcher.told("/bot/kill", json!({})).await;
    assert_eq!(bot["awake"], false, "nobody awakes without a network");
    watcher.says(YEONGJA, "/mycert").await;
    switch("network", false).await;
    watcher.reads(YEONGJA, "아직 적어 둔 인증서가 없어요").await;
    let bot = watcher.ask("/bot").await.unwrap();
    assert_eq!((&bot["awake"], &bot["begun"]), (&json!(true), &json!(2)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn beside_the_conversation_stands_what_the_bot_holds_and_what_comes_next() {
    let watcher = Watcher::begin().await;
    let inside = format!("/inside/{MINSU}");
    assert_eq!(watcher.ask(&inside).await, Some(Value::Null));
    watcher.saves_a_date(MINSU).await;
    let names = |inside: &Value| -> Vec<String> {
        let events = inside["events"].as_array().unwrap().iter();
        events
            .map(|event| event["what"].as_str().unwrap().to_owned())
            .collect()
    };
    let held = watcher.ask(&inside).await.unwrap();
    let days = [
        "만료 30일 전",
        "만료 7일 전",
        "만료 하루 전",
        "만료일",
        "만료 다음 날",
    ];
    assert_eq!(names(&held), days);
    assert_eq!(held["next"]["what"], "만료 30일 전");
    // Whoever presses the row of a day goes there.
    let at = held["events"][1]["at"].clone();
    let told = watcher
        .told("/clock/to", json!({ "chat": MINSU, "at": at }))
        .await;
    let instant = |of: &Value| DateTime::parse_from_rfc3339(of.as_str().unwrap()).unwrap();
    // The clock goes on while the bot comes to rest.
    let since = instant(&told["now"]) - instant(&at);
    assert!((0..30).contains(&since.num_seconds()), "{since}");
    watcher.reads(MINSU, "7일 남음").await;
    let held = watcher
        .until(&inside, |held| held["next"]["what"] == "만료 하루 전")
        .await;
    assert_eq!(held["place"], "알림을 받음");
    assert_eq!(held["events"][1]["passed"], true);
    // What was put off has its day, and what nobody will be told has none.
    watcher.presses(MINSU, "3일 뒤").await;
    let held = watcher
        .until(&inside, |held| held["next"]["what"] == "다시 알림")
        .await;
    assert!(names(&held).contains(&"다시 알림".to_owned()));
    watcher.presses(MINSU, "알림 끄기").await;
    let held = watcher.until(&inside, |held| held["next"].is_null()).await;
    let coming = held["events"].as_array().unwrap().iter();
    let coming: Vec<_> = coming.filter(|event| event["passed"] == false).collect();
    assert_eq!(coming.len(), 1, "{coming:?}");
    assert_eq!(coming[0]["what"], "만료일");
}
