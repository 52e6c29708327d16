//! Bringing updates to the bot's webhook, several at a time.

use std::sync::Arc;

use serde_json::Value;

use super::telegram::Telegram;

pub const SECRET: &str = "measured";
/// As many as Telegram has open at once unless it is told otherwise.
const AT_ONCE: usize = 40;

/// Brings updates until the program ends. A call in the answer is carried out, as Telegram does.
pub async fn deliver(telegram: Arc<Telegram>, port: u16) {
    let client = reqwest::Client::builder()
        .tcp_nodelay(true)
        .build()
        .expect("a client");
    let room = Arc::new(tokio::sync::Semaphore::new(AT_ONCE));
    loop {
        let update = telegram.next().await;
        let place = Arc::clone(&room)
            .acquire_owned()
            .await
            .expect("it stays open");
        let (telegram, client) = (Arc::clone(&telegram), client.clone());
        tokio::spawn(async move {
            let answer = brought(&client, port, update).await;
            let called: Value = serde_json::from_slice(&answer).unwrap_or_default();
            if let Some(method) = called["method"].as_str() {
                telegram.called(&method.to_lowercase(), &called);
            }
            drop(place);
        });
    }
}

async fn brought(client: &reqwest::Client, port: u16, update: String) -> Vec<u8> {
    loop {
        let request = client
            .post(format!("http://127.0.0.1:{port}/hook"))
            .header("content-type", "application/json")
            .header("x-telegram-bot-api-secret-token", SECRET)
            .body(update.clone());
        match request.send().await {
            Ok(answer) if answer.status().is_success() => {
                return answer.bytes().await.map(Vec::from).unwrap_or_default();
            }
            // The bot does not listen yet, or its store is away.
            Ok(_) | Err(_) => tokio::time::sleep(std::time::Duration::from_millis(5)).await,
        }
    }
}
