//! The hand that posts updates to the bot's webhook. Which update may go when is decided in the world.

use std::sync::Arc;

use reqwest::redirect::Policy;
use reqwest::{Client, header};
use serde_json::Value;
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::Shared;
use super::world::{Delivered, Params, Parcel};

/// Posts until the emulator is stopped.
pub(super) async fn deliver(shared: Arc<Shared>) {
    let client = Client::builder()
        .timeout(shared.options.webhook_timeout)
        .redirect(Policy::none())
        .no_proxy()
        .build();
    let Ok(client) = client else {
        return; // without TLS nothing can be posted, and polling still works
    };
    let posting = post_for_ever(&shared, &client);
    tokio::select! {
        () = posting => {}
        () = shared.stopped() => {}
    }
}

async fn post_for_ever(shared: &Arc<Shared>, client: &Client) {
    let mut changes = shared.changes.subscribe();
    let mut under_way = JoinSet::new();
    loop {
        changes.borrow_and_update();
        let parcels = shared.lock().parcels();
        for parcel in parcels {
            under_way.spawn(post(Arc::clone(shared), client.clone(), parcel));
        }
        tokio::select! {
            // The sender lives as long as `shared`, so that waiting cannot fail.
            _ = changes.changed() => {}
            Some(_) = under_way.join_next() => {}
        }
    }
}

async fn post(shared: Arc<Shared>, client: Client, parcel: Parcel) {
    let ended = post_once(&shared, &client, &parcel).await;
    let rest = shared.with(|world| world.delivered(&parcel, ended));
    if let Some(seconds) = rest {
        let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
        sleep(shared.options.webhook_second * seconds).await;
        shared.with(|world| world.rested(&parcel));
    }
}

async fn post_once(shared: &Shared, client: &Client, parcel: &Parcel) -> Delivered {
    let mut request = client.post(&parcel.url).json(&parcel.body);
    if let Some(secret) = &parcel.secret {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    let response = match request.send().await {
        Ok(response) => response,
        Err(error) if error.is_timeout() => {
            return Delivered::Failed("Read timeout expired".to_owned(), None);
        }
        Err(error) if error.is_connect() => {
            return Delivered::Failed("Connection refused".to_owned(), None);
        }
        Err(_) => return Delivered::Failed("Connection closed".to_owned(), None),
    };
    let status = response.status();
    if !status.is_success() {
        let retry_after = response
            .headers()
            .get(header::RETRY_AFTER)
            .and_then(|seconds| seconds.to_str().ok()?.parse().ok());
        return Delivered::Failed(
            format!("Wrong response from the webhook: {status}"),
            retry_after,
        );
    }
    if let Ok(Value::Object(mut call)) = response.json().await
        && let Some(Value::String(method)) = call.remove("method")
        && may_answer_with(&method)
    {
        // As at Telegram, the bot never learns how this call ended; the history of calls does.
        let _ = shared.with(|world| world.call(&method, &Params::from_json(call)));
    }
    Delivered::Taken
}

/// The calls that a bot may put into its answer.
fn may_answer_with(method: &str) -> bool {
    let method = method.to_ascii_lowercase();
    let excluded = ["setwebhook", "deletewebhook", "close", "logout"];
    !excluded.contains(&method.as_str()) && !method.starts_with("get")
}
