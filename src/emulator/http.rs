//! The Bot API over HTTP: `/bot<TOKEN>/<method>`, parameters in any dress that Telegram takes.

use std::future::pending;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, DefaultBodyLimit, FromRequest, Multipart, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::{Json, Router};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::time::{Instant, sleep, timeout_at};

use super::Shared;
use super::wire::{Scissors, Wire};
use super::world::{Mishap, Outcome, Params, Refusal, Reply, Upload, World};

/// The most bytes of a request: a file of 50 MB and what is around it.
const BODY_BYTES_MAX: usize = 60 * 1024 * 1024;

/// Serves until the emulator is stopped.
pub(super) async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let router = Router::new()
        .fallback(answer)
        .layer(DefaultBodyLimit::disable())
        .with_state(Arc::clone(&shared));
    let service = router.into_make_service_with_connect_info::<Scissors>();
    let stopped = async move { shared.stopped().await };
    // Serving ends only when it is stopped; it reports no other error.
    let _ = axum::serve(Wire(listener), service)
        .with_graceful_shutdown(stopped)
        .await;
}

async fn answer(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: Request,
) -> Response {
    tokio::select! {
        response = answer_in_time(&shared, &scissors, request) => response,
        () = shared.stopped() => cut(&scissors),
    }
}

async fn answer_in_time(shared: &Shared, scissors: &Scissors, request: Request) -> Response {
    let path = request.uri().path().replace("%3A", ":");
    let Some((token, method)) = path
        .strip_prefix("/bot")
        .and_then(|path| path.split_once('/'))
    else {
        return refuse(&Refusal::not_found());
    };
    if token != shared.token {
        return refuse(&Refusal::unauthorized());
    }
    let params = match read_params(request).await {
        Ok(params) => params,
        Err(refusal) => return refuse(&refusal),
    };
    match shared.with(|world| world.arrive(method, &params)) {
        Outcome::Answered(answer) => respond(answer),
        Outcome::Polls => respond(wait_for_updates(shared, &params).await),
        Outcome::Struck(mishap, meant) => {
            suffer(mishap, meant, shared, scissors, method, &params).await
        }
    }
}

/// Lets a mishap spoil the answer.
async fn suffer(
    mishap: Mishap,
    meant: Option<Result<Reply, Refusal>>,
    shared: &Shared,
    scissors: &Scissors,
    method: &str,
    params: &Params,
) -> Response {
    let meant = meant.unwrap_or_else(|| Err(Refusal::restarting()));
    match mishap {
        Mishap::Refuse(refusal) => refuse(&refusal),
        Mishap::BadGateway => {
            let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad \
                        Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
            (StatusCode::BAD_GATEWAY, Html(page)).into_response()
        }
        Mishap::CutBefore | Mishap::CutAfter => cut(scissors),
        Mishap::LateStart(delay) => {
            sleep(delay).await;
            if method.eq_ignore_ascii_case("getUpdates") {
                return respond(wait_for_updates(shared, params).await);
            }
            respond(shared.with(|world| world.call(method, params)))
        }
        Mishap::LateAnswer(delay) => {
            sleep(delay).await;
            respond(meant)
        }
        Mishap::Hang => pending().await,
        Mishap::OddAnswer => match meant {
            Ok(reply) => {
                let odd = json!({ "ok": true, "result": { "novelty": [reply.result] } });
                Json(odd).into_response()
            }
            refused => respond(refused),
        },
    }
}

/// `getUpdates`: answers when there is something, when another poll comes, or when the time is over.
async fn wait_for_updates(shared: &Shared, params: &Params) -> Result<Reply, Refusal> {
    let answer = wait_for_batch(shared, params).await;
    shared.with(|world| world.remember_poll(params, &answer));
    answer.map(|updates| Reply {
        result: Value::Array(updates),
        description: None,
    })
}

async fn wait_for_batch(shared: &Shared, params: &Params) -> Result<Vec<Value>, Refusal> {
    let mut changes = shared.changes.subscribe();
    let poll = shared.with(|world| world.begin_poll(params))?;
    let deadline = Instant::now() + Duration::from_secs(poll.timeout_seconds);
    loop {
        changes.borrow_and_update();
        let batch = {
            let mut world = shared.lock();
            if world.has_fault(World::NETWORK) {
                Vec::new()
            } else {
                world.poll(&poll)?
            }
        };
        if !batch.is_empty() || timeout_at(deadline, changes.changed()).await.is_err() {
            return Ok(batch);
        }
    }
}

/// The connection is cut as soon as anything is written; what is written does not matter.
fn cut(scissors: &Scissors) -> Response {
    scissors.cut();
    StatusCode::NO_CONTENT.into_response()
}

fn respond(answer: Result<Reply, Refusal>) -> Response {
    match answer {
        Ok(reply) => Json(reply.to_json()).into_response(),
        Err(refusal) => refuse(&refusal),
    }
}

fn refuse(refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.code).unwrap_or(StatusCode::BAD_REQUEST);
    (status, Json(refusal.to_json())).into_response()
}

async fn read_params(request: Request) -> Result<Params, Refusal> {
    let mut params = Params::default();
    read_pairs(request.uri().query().unwrap_or_default(), &mut params);
    let kind = content_type(request.headers());
    if kind.starts_with("multipart/form-data") {
        read_multipart(request, &mut params).await?;
        return Ok(params);
    }
    let body = read_body(request.into_body()).await?;
    if body.is_empty() {
        return Ok(params);
    }
    if kind.starts_with("application/x-www-form-urlencoded") {
        read_pairs(&String::from_utf8_lossy(&body), &mut params);
        return Ok(params);
    }
    match serde_json::from_slice(&body) {
        Ok(Value::Object(object)) => {
            for (name, value) in object {
                params.insert(&name, value);
            }
            Ok(params)
        }
        Ok(Value::Null) => Ok(params),
        Ok(_) => Err(Refusal::bad_request(
            "can't parse request body: Object expected",
        )),
        Err(reason) => Err(Refusal::bad_request(format!(
            "can't parse request body as JSON: {reason}"
        ))),
    }
}

async fn read_body(body: Body) -> Result<Vec<u8>, Refusal> {
    match to_bytes(body, BODY_BYTES_MAX).await {
        Ok(bytes) => Ok(bytes.to_vec()),
        Err(_) => Err(Refusal::new(413, "Request Entity Too Large")),
    }
}

async fn read_multipart(request: Request, params: &mut Params) -> Result<(), Refusal> {
    let broken = |_| Refusal::bad_request("can't parse multipart body");
    let mut parts = match Multipart::from_request(request, &()).await {
        Ok(parts) => parts,
        Err(_) => return Err(Refusal::bad_request("can't parse multipart body")),
    };
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await.map_err(broken)?.to_vec();
        match file_name {
            Some(file_name) => params.attach(&name, Upload { file_name, bytes }),
            None => {
                let text = String::from_utf8(bytes)
                    .map_err(|_| Refusal::bad_request("strings must be encoded in UTF-8"))?;
                params.insert(&name, Value::String(text));
            }
        }
    }
    Ok(())
}

/// `a=1&b=2`, percent-encoded.
fn read_pairs(encoded: &str, params: &mut Params) {
    let Ok(url) = reqwest::Url::parse(&format!("http://pairs/?{encoded}")) else {
        return; // a query alone cannot make this address unreadable
    };
    for (name, value) in url.query_pairs() {
        params.insert(&name, Value::String(value.into_owned()));
    }
}

fn content_type(headers: &HeaderMap) -> String {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_ascii_lowercase()
}
