//! What stands between Telegram and several replicas: it gives each update to the next replica that listens, and notes
//! what was answered.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use futures_util::future::join_all;
use serde_json::Value;
use tokio::net::TcpListener;

pub struct Balancer {
    pub url: String,
    desk: Arc<Desk>,
}

struct Desk {
    replicas: Vec<SocketAddr>,
    next: AtomicUsize,
    to_all: AtomicBool,
    client: reqwest::Client,
    brought: Mutex<Vec<Brought>>,
}

/// One update brought to one replica.
#[derive(Clone, Debug)]
pub struct Brought {
    pub update: u64,
    /// The press that it is about, if it is about one.
    pub query: Option<String>,
    /// The replica's place in the list.
    pub replica: usize,
    pub begun: Instant,
    /// When the answer came.
    pub at: Instant,
    /// `None` when the replica died over it.
    pub status: Option<u16>,
    pub retry_after: Option<String>,
}

impl Balancer {
    /// Leads to these replicas, as long as the runtime lives.
    pub async fn over(replicas: Vec<SocketAddr>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await;
        let listener = listener.expect("a free port");
        let url = format!(
            "http://{}/telegram",
            listener.local_addr().expect("an address")
        );
        let desk = Arc::new(Desk {
            replicas,
            next: AtomicUsize::new(0),
            to_all: AtomicBool::new(false),
            client: reqwest::Client::builder()
                .no_proxy()
                .build()
                .expect("a client"),
            brought: Mutex::default(),
        });
        let router = Router::new()
            .fallback(post(bring))
            .with_state(Arc::clone(&desk));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, desk }
    }

    /// From now on every update is brought to all replicas at the same time.
    pub fn bring_to_all(&self) {
        self.desk.to_all.store(true, Ordering::SeqCst);
    }

    /// All that was brought, in the order in which it was answered.
    pub fn brought(&self) -> Vec<Brought> {
        self.desk.brought.lock().unwrap().clone()
    }

    /// The updates that were brought in vain, and have not been taken since.
    pub fn waiting(&self) -> HashSet<u64> {
        let mut waiting = HashSet::new();
        for brought in self.desk.brought.lock().unwrap().iter() {
            if brought.status == Some(200) {
                waiting.remove(&brought.update);
            } else {
                waiting.insert(brought.update);
            }
        }
        waiting
    }

    /// What was brought since this moment, and answered.
    pub fn since(&self, moment: Instant) -> Vec<Brought> {
        let mut brought = self.brought();
        brought.retain(|brought| brought.begun >= moment);
        brought
    }
}

async fn bring(State(desk): State<Arc<Desk>>, headers: HeaderMap, body: Bytes) -> Response {
    let count = desk.replicas.len();
    let first = desk.next.fetch_add(1, Ordering::SeqCst);
    let turns = (0..count).map(|turn| (first + turn) % count);
    if desk.to_all.load(Ordering::SeqCst) {
        let answers = turns.map(|replica| bring_to(&desk, replica, &headers, &body));
        let mut answers: Vec<_> = join_all(answers).await.into_iter().flatten().collect();
        // Telegram hears the worst of the answers.
        answers.sort_by_key(|answer| answer.status());
        return answers.pop().unwrap_or_else(nobody);
    }
    for replica in turns {
        if let Some(answer) = bring_to(&desk, replica, &headers, &body).await {
            return answer;
        }
    }
    nobody()
}

fn nobody() -> Response {
    StatusCode::BAD_GATEWAY.into_response()
}

/// Nothing if this replica does not listen.
async fn bring_to(
    desk: &Desk,
    replica: usize,
    headers: &HeaderMap,
    body: &Bytes,
) -> Option<Response> {
    let begun = Instant::now();
    let mut request = desk
        .client
        .post(format!("http://{}/", desk.replicas[replica]))
        .body(body.clone());
    for (name, value) in headers {
        if *name != header::HOST && *name != header::CONTENT_LENGTH {
            request = request.header(name, value);
        }
    }
    let answer = match request.send().await {
        Err(error) if error.is_connect() => return None,
        answer => answer.ok(),
    };
    let status = answer.as_ref().map(|answer| answer.status());
    let retry_after = answer
        .as_ref()
        .and_then(|answer| answer.headers().get(header::RETRY_AFTER).cloned());
    let said = match answer {
        Some(answer) => answer.bytes().await.unwrap_or_default(),
        None => Bytes::new(),
    };
    let update: Value = serde_json::from_slice(body).unwrap_or_default();
    let query = update["callback_query"]["id"].as_str().map(str::to_owned);
    desk.brought.lock().unwrap().push(Brought {
        update: update["update_id"].as_u64().unwrap_or_default(),
        query,
        replica,
        begun,
        at: Instant::now(),
        status: status.map(|status| status.as_u16()),
        retry_after: retry_after
            .as_ref()
            .and_then(|seconds| seconds.to_str().ok().map(str::to_owned)),
    });
    let mut answer = Response::new(said.into());
    *answer.status_mut() = status.unwrap_or(StatusCode::BAD_GATEWAY);
    if let Some(seconds) = retry_after {
        answer.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    Some(answer)
}
