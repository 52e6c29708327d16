//! What an operator's machines ask: is it alive, is it ready, how is it going.
//!
//! | asked | answered |
//! | --- | --- |
//! | `/healthz` | 200 while the worker comes round; if not, the program should be started again |
//! | `/readyz` | 200 while the store answers and takes writes, and Telegram is heard; if not, which part is not ready, in words |
//! | `/metrics` | the table of [`super::gauge`], for Prometheus |
//! | `/ops` | how often people came where in the last month, as a page for a person; see [`super::stats`] |

use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::{DateTime, TimeDelta, Utc};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;

use crate::locales::Words;
use crate::store::{Store, StoreError};

use super::clock::Clock;
use super::gauge;
use super::polling::CONFLICT;
use super::pulse::Pulse;
use super::stats::page::page;
use super::stats::report::Report;
use super::stats::tally::Tally;
use super::stop::Stop;

/// The worker looks every second; when it has not looked for so long, it hangs.
const WORKER_SILENCE_MAX: TimeDelta = TimeDelta::seconds(60);
/// A question for updates is open for less than half of this.
const INTAKE_SILENCE_MAX: TimeDelta = TimeDelta::seconds(90);
/// Measured durations wait in memory until somebody asks, or for so long.
const UPKEEP_EVERY: Duration = Duration::from_secs(5);
/// How long `gilbot health` waits for an answer.
const ANSWER_SECONDS_MAX: Duration = Duration::from_secs(3);

/// What the answers are made of.
pub struct OpsState {
    pub store: Arc<dyn Store>,
    pub pulse: Arc<Pulse>,
    pub clock: Clock,
    pub stop: Stop,
    /// Whether Telegram is asked for updates; otherwise it brings them, and silence means nothing.
    pub polling: bool,
    /// What has been counted and is not in the store yet.
    pub tally: Tally,
    pub words: Arc<Words>,
}

/// Why health was not confirmed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unwell {
    #[error("{0}: 아무도 답하지 않아요. — nobody answers there")]
    Silent(SocketAddr),
    #[error("{0}")]
    Told(String),
}

/// Answers until `until` has come: best when everything else has ended, so that `/readyz` can tell that we stop.
///
/// # Errors
/// When the listener breaks.
pub async fn serve(
    listener: TcpListener,
    state: OpsState,
    until: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let recorder = gauge::install();
    let upkeep = async move {
        loop {
            tokio::time::sleep(UPKEEP_EVERY).await;
            recorder.run_upkeep();
        }
    };
    let served = axum::serve(listener, router(state)).with_graceful_shutdown(until);
    tokio::select! {
        ended = served => ended,
        () = upkeep => Ok(()),
    }
}

/// `/healthz`, `/readyz`, `/metrics` and `/ops`.
pub fn router(state: OpsState) -> Router {
    let asked = Asked {
        since: state.clock.now(),
        recorder: gauge::install(),
        state,
    };
    Router::new()
        .route("/healthz", get(health))
        .route("/readyz", get(readiness))
        .route("/metrics", get(metrics))
        .route("/ops", get(stats))
        .with_state(Arc::new(asked))
}

/// Asks a running bot how it is, over the address on which it answers.
///
/// # Errors
/// When it does not answer, or says that it is not well.
pub async fn ask(listen: SocketAddr) -> Result<(), Unwell> {
    let address = SocketAddr::new(reachable(listen.ip()), listen.port());
    let client = reqwest::Client::builder()
        .no_proxy()
        .timeout(ANSWER_SECONDS_MAX)
        .build();
    let asked = async {
        client?
            .get(format!("http://{address}/healthz"))
            .send()
            .await
    };
    let answer = asked.await.map_err(|_| Unwell::Silent(address))?;
    if answer.status().is_success() {
        return Ok(());
    }
    let words = answer.text().await.map_err(|_| Unwell::Silent(address))?;
    Err(Unwell::Told(words.trim().to_owned()))
}

struct Asked {
    state: OpsState,
    /// When the answering began: what has never come round yet is given time from here.
    since: DateTime<Utc>,
    recorder: PrometheusHandle,
}

impl Asked {
    fn worker_silence(&self) -> TimeDelta {
        self.silence(self.state.pulse.worker_at())
    }

    fn intake_silence(&self) -> TimeDelta {
        self.silence(self.state.pulse.intake_at())
    }

    fn silence(&self, last: Option<DateTime<Utc>>) -> TimeDelta {
        self.state.clock.now() - last.unwrap_or(self.since)
    }
}

async fn health(State(asked): State<Arc<Asked>>) -> Response {
    let silence = asked.worker_silence();
    if silence <= WORKER_SILENCE_MAX || asked.state.stop.told() {
        return said(StatusCode::OK, &["alive".into()]);
    }
    let seconds = silence.num_seconds();
    let hangs = format!("worker: has not looked for due chats for {seconds} seconds");
    said(StatusCode::SERVICE_UNAVAILABLE, &[hangs])
}

async fn readiness(State(asked): State<Arc<Asked>>) -> Response {
    let mut lacks = Vec::new();
    let state = &asked.state;
    if state.stop.told() {
        lacks.push("bot: is stopping".to_owned());
    }
    if let Err(error) = store_works(state).await {
        lacks.push(format!("store: {error}"));
    }
    if state.pulse.is_contested() {
        lacks.push(format!("intake: {CONFLICT}"));
    }
    let silence = asked.intake_silence();
    match (state.pulse.intake_at(), state.polling) {
        (None, true) => lacks.push("intake: Telegram has not answered yet".to_owned()),
        (None, false) => lacks.push("intake: the webhook does not listen yet".to_owned()),
        (Some(_), true) if silence > INTAKE_SILENCE_MAX => {
            let seconds = silence.num_seconds();
            lacks.push(format!(
                "intake: Telegram has not answered for {seconds} seconds"
            ));
        }
        (Some(_), _) => {}
    }
    if lacks.is_empty() {
        said(StatusCode::OK, &["ready".into()])
    } else {
        said(StatusCode::SERVICE_UNAVAILABLE, &lacks)
    }
}

/// Whether the store tells what it holds, and takes what is to be kept.
async fn store_works(state: &OpsState) -> Result<(), StoreError> {
    state.store.overdue(state.clock.now()).await?;
    state.store.takes_writes().await
}

async fn metrics(State(asked): State<Arc<Asked>>) -> Response {
    let state = &asked.state;
    let now = state.clock.now();
    gauge::overdue(state.store.overdue(now).await.ok(), now);
    gauge::silent("worker", asked.worker_silence());
    if state.polling {
        gauge::silent("intake", asked.intake_silence());
    }
    let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4")];
    (kind, asked.recorder.render()).into_response()
}

async fn stats(State(asked): State<Arc<Asked>>) -> Response {
    // A task of its own: what has been counted is on its way to the store, also when whoever asks hangs up.
    let reading = tokio::spawn(async move {
        let state = &asked.state;
        let report = Report::read(&state.tally, state.store.as_ref(), state.clock.now()).await;
        report.map(|report| page(&report, &state.words))
    });
    let lack = match reading.await {
        Ok(Ok(page)) => return (PAGE, page).into_response(),
        Ok(Err(error)) => format!("store: {error}"),
        Err(_) => "the page could not be made: see the log".to_owned(),
    };
    said(StatusCode::SERVICE_UNAVAILABLE, &[lack])
}

/// The page asks for nothing else, and nobody keeps it.
const PAGE: [(HeaderName, &str); 3] = [
    (header::CONTENT_TYPE, "text/html; charset=utf-8"),
    (header::CACHE_CONTROL, "no-store"),
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'unsafe-inline'",
    ),
];

fn said(status: StatusCode, lines: &[String]) -> Response {
    (status, format!("{}\n", lines.join("\n"))).into_response()
}

/// Who listens everywhere is found at home.
fn reachable(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    }
}
