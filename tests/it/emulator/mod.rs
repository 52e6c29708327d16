//! The emulator keeps Telegram's rules: every test here is one of them, over real HTTP.

mod buttons;
mod editing;
mod faults;
mod markup;
mod page;
mod people;
mod polling;
mod pressing;
mod profile;
mod sending;
mod webhooks;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use gilbot::emulator::{Emulator, Options};
use serde_json::{Value, json};

/// An emulator with one person in it, who has pressed «Start», and a clock that is moved by hand.
struct Stage {
    emulator: Emulator,
    clock: Arc<Mutex<DateTime<Utc>>>,
    client: reqwest::Client,
    mina: i64,
}

impl Stage {
    async fn open() -> Self {
        let clock = Arc::new(Mutex::new(
            Utc.with_ymd_and_hms(2026, 11, 22, 1, 0, 0).unwrap(),
        ));
        let reading = Arc::clone(&clock);
        let options = Options {
            webhook_second: Duration::from_millis(2),
            ..Options::default()
        };
        let emulator = Emulator::start_with(
            ([127, 0, 0, 1], 0).into(),
            Arc::new(move || *reading.lock().unwrap()),
            options,
        )
        .await
        .unwrap();
        let mina = emulator.with(|world| {
            let mina = world.add_person("김미나", "ko");
            world.say(mina, mina, "/start");
            mina
        });
        let stage = Self {
            emulator,
            clock,
            client: reqwest::Client::builder().no_proxy().build().unwrap(),
            mina,
        };
        stage.confirm_all().await;
        stage
    }

    fn url(&self, method: &str) -> String {
        format!(
            "{}/bot{}/{method}",
            self.emulator.api_url(),
            self.emulator.token()
        )
    }

    /// Calls a method with JSON parameters and returns the whole body.
    async fn call(&self, method: &str, params: Value) -> Value {
        let request = self.client.post(self.url(method)).json(&params);
        request.send().await.unwrap().json().await.unwrap()
    }

    /// The result of a call that must be granted.
    async fn granted(&self, method: &str, params: Value) -> Value {
        let body = self.call(method, params).await;
        assert_eq!(body["ok"], true, "{body}");
        body["result"].clone()
    }

    /// The description of a call that must be refused.
    async fn refused(&self, method: &str, params: Value) -> String {
        let body = self.call(method, params).await;
        assert_eq!(body["ok"], false, "{body}");
        body["description"].as_str().unwrap().to_owned()
    }

    /// Sends a text to Mina; returns the message's id.
    async fn send(&self, text: &str) -> i64 {
        let sent = self.granted("sendMessage", json!({ "chat_id": self.mina, "text": text }));
        sent.await["message_id"].as_i64().unwrap()
    }

    /// Sends a text with one button to Mina; returns the message's id.
    async fn send_button(&self, data: &str) -> i32 {
        let keyboard =
            json!({ "inline_keyboard": [[{ "text": "했어요", "callback_data": data }]] });
        let params = json!({ "chat_id": self.mina, "text": "1단계", "reply_markup": keyboard });
        let sent = self.granted("sendMessage", params).await;
        i32::try_from(sent["message_id"].as_i64().unwrap()).unwrap()
    }

    /// The updates from this offset on, at once.
    async fn updates(&self, offset: i64) -> Vec<Value> {
        let updates = self.granted("getUpdates", json!({ "offset": offset, "timeout": 0 }));
        updates.await.as_array().unwrap().clone()
    }

    async fn confirm_all(&self) {
        if let Some(last) = self.updates(0).await.last() {
            self.updates(last["update_id"].as_i64().unwrap() + 1).await;
        }
        assert_eq!(self.emulator.see(|world| world.pending_updates()), 0);
    }

    /// A person writes to the bot in their private chat.
    fn say(&self, text: &str) -> i32 {
        self.emulator
            .with(|world| world.say(self.mina, self.mina, text))
    }

    /// Moves the clock.
    fn pass(&self, time: TimeDelta) {
        *self.clock.lock().unwrap() += time;
        self.emulator.with(|_| ());
    }
}

/// Gives up on what should have come within ten real seconds.
async fn soon<T>(wait: impl Future<Output = T>) -> T {
    match tokio::time::timeout(Duration::from_secs(10), wait).await {
        Ok(came) => came,
        Err(_) => panic!("it did not come within ten seconds"),
    }
}
