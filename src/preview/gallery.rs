//! The gallery beside the conversation: the same files that `gilbot gallery` writes.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use tokio::sync::OnceCell;

use crate::gallery::Gallery;

/// The files by their names, made when somebody first asks for one.
type Files = Arc<OnceCell<BTreeMap<String, String>>>;

/// `/gallery` and below.
pub fn router() -> Router {
    Router::new()
        // The pages name each other from where they stand.
        .route(
            "/gallery",
            get(|| async { Redirect::permanent("/gallery/") }),
        )
        .route(
            "/gallery/",
            get(|files| file(files, Path("index.html".to_owned()))),
        )
        .route("/gallery/{name}", get(file))
        .with_state(Files::default())
}

async fn file(State(files): State<Files>, Path(name): Path<String>) -> Response {
    let made = files.get_or_try_init(|| async {
        // All screens are walked, which takes a moment: nobody else waits for it.
        let made = tokio::task::spawn_blocking(|| Gallery::build().map(|all| all.files())).await;
        made.map_err(anyhow::Error::from)?
            .map_err(anyhow::Error::from)
    });
    match made.await {
        Ok(files) => match files.get(&name) {
            Some(text) => ([(header::CONTENT_TYPE, kind(&name))], text.clone()).into_response(),
            None => (StatusCode::NOT_FOUND, "그런 화면은 없어요.").into_response(),
        },
        Err(error) => {
            tracing::error!(%error, "the gallery cannot be made");
            (
                StatusCode::INTERNAL_SERVER_ERROR,
                "화면 모음을 만들지 못했어요.",
            )
                .into_response()
        }
    }
}

/// What a browser takes the file for.
fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some(_) | None => "text/html; charset=utf-8",
    }
}
