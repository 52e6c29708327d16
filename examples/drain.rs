//! How fast a backlog of reminders is drained, and whether the limit is kept.
//!
//! Starts a redis-server, puts chats into it for whom a reminder has just come, and lets several copies of the bot wake
//! them, each with its own connections, against a little Bot API that refuses whatever is above the limit in any second.
//!
//! ```text
//! cargo run --release --example drain -- --reminders 10000 --a-second 500 --copies 2
//! ```
//!
//! Printed: reminders a second and the part of the limit that this is, refusals, and how many were lost or doubled.

use std::collections::{BTreeMap, VecDeque};
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use chrono::Days;
use clap::Parser;
use gilbot::dialogue::Dialogue;
use gilbot::locales::Words;
use gilbot::runtime::alias::Aliases;
use gilbot::runtime::careful::Careful;
use gilbot::runtime::clock::Clock;
use gilbot::runtime::deliver::Courier;
use gilbot::runtime::flights::Flights;
use gilbot::runtime::intake::Intake;
use gilbot::runtime::invitation::Seal;
use gilbot::runtime::pulse::Pulse;
use gilbot::runtime::stats::tally::Tally;
use gilbot::runtime::stop::Stop;
use gilbot::runtime::worker::{Swept, Worker};
use gilbot::store::redis::{RedisOptions, RedisStore};
use gilbot::store::{ChatId, CommitId, Record, Revision, Store};
use gilbot::telegram::{BotApi, Tree};
use serde_json::{Value, json};
use tokio::task::JoinSet;

mod redis_server;

use redis_server::RedisServer;

const TOKEN: &str = "123456789:AAmeasuredmeasuredmeasuredmeasured0";
const FIRST_CHAT: i64 = 7_000_000_000;
/// So much longer than the limit needs is waited at most.
const PATIENCE: u32 = 4;

#[derive(Parser)]
struct Arguments {
    #[arg(long, default_value_t = 10_000)]
    reminders: u32,
    /// The setting of the bot.
    #[arg(long, default_value = "500")]
    a_second: NonZeroU32,
    /// What the server allows in any second; the setting, unless it is named.
    #[arg(long)]
    limit: Option<usize>,
    #[arg(long, default_value_t = 2)]
    copies: usize,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let place = tempfile::tempdir()?;
    let redis = RedisServer::start(Some(place.path()))?;
    let limit = arguments.limit.unwrap_or(arguments.a_second.get() as usize);
    let telegram = Arc::new(Telegram::new(limit));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let api = format!("http://{}", listener.local_addr()?);
    let router = Router::new()
        .route("/{token}/{method}", post(called))
        .with_state(Arc::clone(&telegram));
    tokio::spawn(async move { axum::serve(listener, router).await });

    // Ten in the morning, when reminders come.
    let clock = Clock::new();
    let ten = clock.now().date_naive().and_hms_opt(1, 0, 0);
    clock.move_to(ten.expect("an hour of the day").and_utc() + Days::new(1));
    fill(&redis.url(), &clock, arguments.reminders).await?;
    let words = Arc::new(Words::load()?);
    let stop = Stop::new();
    let mut copies = JoinSet::new();
    for _ in 0..arguments.copies {
        let store = RedisStore::node(&redis.url(), RedisOptions::default()).await?;
        let api = BotApi::new(TOKEN, api.parse()?)?;
        let courier = Courier {
            store: Arc::new(store),
            words: Arc::clone(&words),
            clock: clock.clone(),
            seal: Arc::new(api.keyed(Seal::new).expect("a key")),
            aliases: Arc::new(api.keyed(Aliases::new)),
            api,
            username: "measured_bot".to_owned(),
            unasked_a_second: arguments.a_second,
            flood: Arc::default(),
            tally: Tally::default(),
        };
        let intake = Arc::new(Intake {
            courier,
            tree: Tree::new("measured_bot"),
            username: "measured_bot".to_owned(),
            flights: Flights::new(),
            careful: Careful::lasting(Duration::ZERO),
        });
        let pulse = Arc::new(Pulse::new(clock.clone()));
        let worker = Worker::new(intake, pulse, stop.clone());
        copies.spawn(worker.run(Arc::new(Swept::new(None))));
    }
    let needed = Duration::from_secs_f64(f64::from(arguments.reminders) / limit as f64);
    let until = Instant::now() + needed * PATIENCE + Duration::from_secs(10);
    while telegram.told() < arguments.reminders as usize && Instant::now() < until {
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    // Whatever comes twice comes soon.
    tokio::time::sleep(Duration::from_secs(2)).await;
    stop.tell();
    copies.join_all().await;
    telegram.report(arguments.reminders as usize);
    Ok(())
}

/// Chats for whom a reminder has just come.
async fn fill(redis: &str, clock: &Clock, reminders: u32) -> anyhow::Result<()> {
    let store = Arc::new(RedisStore::node(redis, RedisOptions::default()).await?);
    let now = clock.now();
    let mut dialogue = Dialogue {
        heard_at: Some(now - Days::new(100)),
        ..Dialogue::default()
    };
    dialogue.settings.consented_at = dialogue.heard_at;
    let day = now.date_naive();
    let expires_on = day + Days::new(20);
    dialogue.certificates.add(expires_on, day - Days::new(100));
    let record = Record {
        dialogue,
        due: Some(now),
        ..Record::default()
    };
    let mut writing = JoinSet::new();
    for chat in 0..reminders {
        let (store, record) = (Arc::clone(&store), record.clone());
        let chat = ChatId(FIRST_CHAT + i64::from(chat));
        let id = CommitId::Own(1);
        writing.spawn(async move { store.commit(chat, id, Revision(0), &record).await });
        if writing.len() >= 64 {
            writing.join_next().await.expect("one of them")??;
        }
    }
    while let Some(written) = writing.join_next().await {
        written??;
    }
    Ok(())
}

/// A Bot API that counts, and refuses what is above the limit in any second.
struct Telegram {
    limit: usize,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    /// What was taken within the last second.
    lately: VecDeque<Instant>,
    told: BTreeMap<i64, usize>,
    first: Option<Instant>,
    last: Option<Instant>,
    refused: usize,
    /// The longest time between two that were taken, and when it ended.
    pause: (Duration, Duration),
}

impl Telegram {
    fn new(limit: usize) -> Self {
        Self {
            limit,
            seen: Mutex::default(),
        }
    }

    fn told(&self) -> usize {
        self.seen.lock().unwrap().told.len()
    }

    /// Whether this message is taken.
    fn takes(&self, chat: i64) -> bool {
        let now = Instant::now();
        let mut seen = self.seen.lock().unwrap();
        let second = Duration::from_secs(1);
        while seen.lately.front().is_some_and(|at| now - *at >= second) {
            seen.lately.pop_front();
        }
        if seen.lately.len() >= self.limit {
            seen.refused += 1;
            return false;
        }
        seen.lately.push_back(now);
        if let (Some(first), Some(last)) = (seen.first, seen.last) {
            seen.pause = seen.pause.max((now - last, now - first));
        }
        *seen.told.entry(chat).or_default() += 1;
        seen.first = seen.first.or(Some(now));
        seen.last = Some(now);
        true
    }

    fn report(&self, reminders: usize) {
        let seen = self.seen.lock().unwrap();
        let took = seen.last.zip(seen.first).map(|(last, first)| last - first);
        let took = took.unwrap_or_default().as_secs_f64();
        let rate = seen.told.len().saturating_sub(1) as f64 / took;
        let part = 100.0 * rate / self.limit as f64;
        println!("drained    {rate:>8.1} a second, {part:.1} % of the limit");
        let (pause, at) = seen.pause;
        println!(
            "paused     {:>8} ms at most, {at:.1?} after the first",
            pause.as_millis()
        );
        println!("refused    {:>8} with 429", seen.refused);
        println!("lost       {:>8}", reminders - seen.told.len());
        let doubled = seen.told.values().filter(|times| **times > 1).count();
        println!("doubled    {doubled:>8}");
    }
}

async fn called(
    State(telegram): State<Arc<Telegram>>,
    Path((_, method)): Path<(String, String)>,
    body: Bytes,
) -> Response {
    if !method.eq_ignore_ascii_case("sendMessage") {
        return Json(json!({"ok": true, "result": true})).into_response();
    }
    let params: Value = serde_json::from_slice(&body).unwrap_or_default();
    let chat = params["chat_id"].as_i64().unwrap_or_default();
    if telegram.takes(chat) {
        let message = json!({"message_id": 5, "date": 1, "chat": {"id": chat, "type": "private"}});
        return Json(json!({"ok": true, "result": message})).into_response();
    }
    let refused = json!({
        "ok": false, "error_code": 429, "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    });
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (StatusCode::TOO_MANY_REQUESTS, kind, refused.to_string()).into_response()
}
