//! How Telegram says no: the code, the sentence and, at times, what would help.

use serde_json::{Value, json};

/// A refused call, as the bot will read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The HTTP status, repeated as `error_code` in the body.
    pub code: u16,
    /// Telegram's sentence, with its prefix, such as `Bad Request: chat not found`.
    pub description: String,
    /// `retry_after` (seconds) or `migrate_to_chat_id`, where Telegram gives one.
    pub parameters: Option<Value>,
}

impl Refusal {
    /// 400: the call makes no sense as it stands.
    pub fn bad_request(reason: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", reason.as_ref()))
    }

    /// 401: the token is not a token of this server.
    pub fn unauthorized() -> Self {
        Self::new(401, "Unauthorized")
    }

    /// 403: the person or the group does not let the bot in.
    pub fn forbidden(reason: impl AsRef<str>) -> Self {
        Self::new(403, format!("Forbidden: {}", reason.as_ref()))
    }

    /// 404: no such method.
    pub fn not_found() -> Self {
        Self::new(404, "Not Found")
    }

    /// 409: somebody else is taking the updates.
    pub fn conflict(reason: impl AsRef<str>) -> Self {
        Self::new(409, format!("Conflict: {}", reason.as_ref()))
    }

    /// 429: too fast; the same call is welcome after `retry_after_seconds`.
    pub fn too_many_requests(retry_after_seconds: u64) -> Self {
        Self {
            parameters: Some(json!({ "retry_after": retry_after_seconds })),
            ..Self::new(
                429,
                format!("Too Many Requests: retry after {retry_after_seconds}"),
            )
        }
    }

    /// 500, as Telegram says it while it restarts.
    pub fn restarting() -> Self {
        Self::new(500, "Internal Server Error: restart")
    }

    /// 400: the group lives on under another id.
    pub fn migrated(to_chat: i64) -> Self {
        Self {
            parameters: Some(json!({ "migrate_to_chat_id": to_chat })),
            ..Self::bad_request("group chat was upgraded to a supergroup chat")
        }
    }

    /// Any other refusal, for faults that have no name here.
    pub fn new(code: u16, description: impl Into<String>) -> Self {
        Self {
            code,
            description: description.into(),
            parameters: None,
        }
    }

    /// The body of the answer.
    pub fn to_json(&self) -> Value {
        let mut body = json!({
            "ok": false,
            "error_code": self.code,
            "description": self.description,
        });
        if let Some(parameters) = &self.parameters {
            body["parameters"] = parameters.clone();
        }
        body
    }
}
