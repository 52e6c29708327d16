//! The photos of a conversation, for the page.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::super::Shared;
use super::super::world::{Content, Message};

/// Where the page finds the photo of this message; a person's own has no bytes that a page could show.
pub fn address(message: &Message) -> Option<String> {
    let is_shown = matches!(message.content, Content::Photo(_)) && message.from_bot;
    is_shown.then(|| format!("/api/chats/{}/photos/{}", message.chat, message.id))
}

/// The bytes of a photo as they were sent.
pub async fn photo(
    State(shared): State<Arc<Shared>>,
    Path((chat, message)): Path<(i64, i32)>,
) -> Response {
    let world = shared.lock();
    let known = world.has_chat(chat).then(|| world.message(chat, message));
    match known.flatten().map(|message| &message.content) {
        Some(Content::Photo(upload)) => {
            let kind = [
                (header::CONTENT_TYPE, "image/png"),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ];
            (kind, upload.bytes.clone()).into_response()
        }
        Some(_) | None => StatusCode::NOT_FOUND.into_response(),
    }
}
