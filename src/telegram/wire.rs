//! The line to a Bot API server: one call goes out, and what comes back is handed over as it is.
//!
//! The library's own client is not used. It throws the code of an error away, sleeps for ten seconds inside a call after
//! an error of the server, and reads every answer twice. What an answer means is judged in [`super::outcome`].

use async_trait::async_trait;
use reqwest::Url;
use reqwest::header::{CONTENT_TYPE, HeaderValue};
use reqwest::multipart::{Form, Part};
use reqwest::redirect::Policy;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value};
use std::time::Duration;

/// A connection is made within this time or not at all.
const CONNECT_SECONDS_MAX: Duration = Duration::from_secs(5);
/// The connection itself lives longer than any call, so that it is always ours to end it.
const CONNECTION_SECONDS_MAX: Duration = Duration::from_secs(80);

/// Carries calls to a Bot API server. It does not know what they mean, and tries nothing twice.
#[async_trait]
pub trait Wire: Send + Sync + 'static {
    /// Carries one call. Whoever stops waiting may have been heard all the same.
    async fn carry(&self, call: Call) -> Result<Raw, Lost>;
}

/// One call of a method.
pub struct Call {
    /// As Telegram writes it, in any case: `SendMessage`.
    pub method: &'static str,
    /// The parameters: a JSON object.
    pub params: Vec<u8>,
    /// A file that travels with them.
    pub file: Option<Attachment>,
}

/// A file, as the value of one parameter.
pub struct Attachment {
    pub parameter: &'static str,
    pub file_name: &'static str,
    pub bytes: Vec<u8>,
}

/// An answer, not yet read.
pub struct Raw {
    /// The HTTP status.
    pub status: u16,
    pub body: Vec<u8>,
}

/// There is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// No connection could be made: nothing has happened.
    Unsent,
    /// The call went out, and nobody knows whether it was heard.
    Unanswered,
}

/// The line over HTTP. Connections are kept and used again.
pub struct Http {
    client: reqwest::Client,
    /// The address before the method's name; the token stands in it.
    base: SecretString,
}

impl Http {
    /// `server` is `https://api.telegram.org`, or a server that behaves like it.
    ///
    /// # Errors
    /// When the machine has no usable TLS.
    pub fn new(token: &str, server: &Url) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .connect_timeout(CONNECT_SECONDS_MAX)
            .timeout(CONNECTION_SECONDS_MAX)
            .tcp_nodelay(true)
            // Whoever is sent elsewhere would name the address that it comes from, and with it the token.
            .redirect(Policy::none())
            .build()?;
        let server = server.as_str().trim_end_matches('/');
        Ok(Self {
            client,
            base: format!("{server}/bot{token}/").into(),
        })
    }
}

#[async_trait]
impl Wire for Http {
    async fn carry(&self, call: Call) -> Result<Raw, Lost> {
        let address = [self.base.expose_secret(), call.method].concat();
        let request = self.client.post(address);
        let request = match call.file {
            None => request.header(CONTENT_TYPE, JSON).body(call.params),
            Some(file) => request.multipart(form(&call.params, file)),
        };
        let answer = request.send().await.map_err(|error| lost(&error))?;
        let status = answer.status().as_u16();
        let body = answer.bytes().await.map_err(|error| lost(&error))?;
        Ok(Raw {
            status,
            body: body.into(),
        })
    }
}

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The error itself names the address, and with it the token: only its kind is kept.
fn lost(error: &reqwest::Error) -> Lost {
    if error.is_connect() || error.is_builder() {
        Lost::Unsent
    } else {
        Lost::Unanswered
    }
}

/// The parameters as the fields of a form, beside the file.
fn form(params: &[u8], file: Attachment) -> Form {
    // They were written as an object a moment ago.
    let params: Map<String, Value> = serde_json::from_slice(params).unwrap_or_default();
    let part = Part::bytes(file.bytes).file_name(file.file_name);
    let form = Form::new().part(file.parameter, part);
    params
        .into_iter()
        .fold(form, |form, (name, value)| match value {
            Value::String(text) => form.text(name, text),
            other => form.text(name, other.to_string()),
        })
}
