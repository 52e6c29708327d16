//! The window of a browser: what can be seen and done in it.

use std::net::SocketAddr;
use std::str::FromStr;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use reqwest::{Method, Url};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The longest that the page may take to show anything; on an idle machine it takes a moment.
const PATIENCE: Duration = Duration::from_secs(40);

/// How wide and high a phone is, and a desk.
pub const PHONE: (u32, u32) = (360, 740);
pub const DESK: (u32, u32) = (1_280, 800);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

pub struct Window {
    client: Client,
    address: SocketAddr,
}

impl Window {
    pub fn of(client: Client, address: SocketAddr) -> Self {
        Self { client, address }
    }

    /// Opens the page, and waits until everybody is there.
    pub async fn open(&self) {
        self.look(DESK, Scheme::Light, false).await;
        self.visit("/").await;
        self.until("document.querySelectorAll('.pane .welcome:not([hidden]), .pane .log:not([hidden])').length >= 1")
            .await;
    }

    pub async fn visit(&self, path: &str) {
        let url = format!("http://{}{path}", self.address);
        self.client.goto(&url).await.unwrap();
    }

    /// A page that somebody else serves.
    pub async fn visit_at(&self, address: SocketAddr, path: &str) {
        let url = format!("http://{address}{path}");
        self.client.goto(&url).await.unwrap();
    }

    /// The size of the window, and what the person has asked their system for.
    pub async fn look(&self, (width, height): (u32, u32), scheme: Scheme, still: bool) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", size).await;
        let scheme = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let motion = if still { "reduce" } else { "no-preference" };
        let wishes = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": motion },
        ] });
        self.cdp("Emulation.setEmulatedMedia", wishes).await;
    }

    /// What a script gives back.
    pub async fn asked(&self, script: &str) -> Value {
        let asked = format!("return {script}");
        let given = self.client.execute(&asked, Vec::new());
        given
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// What a script gives to `done`.
    pub async fn asked_slowly(&self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        let given = self.client.execute_async(&script, Vec::new());
        given
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until this is true in the page, which looks at it before each picture that it draws.
    pub async fn until(&self, condition: &str) {
        let script = format!(
            "const begun = performance.now(); const look = () => {{ if ({condition}) done(true); \
             else if (performance.now() - begun > {}) done(false); else setTimeout(look, 16); }}; look();",
            PATIENCE.as_millis()
        );
        if self.asked_slowly(&script).await != json!(true) {
            let seen = self.asked("document.body.innerText").await;
            panic!(
                "never true: {condition}\nseen:\n{}",
                seen.as_str().unwrap_or_default()
            );
        }
    }

    /// Waits until the conversation of the chosen person shows these words.
    pub async fn reads(&self, words: &str) {
        let words = json!(words);
        self.until(&format!(
            "document.querySelector('.is-chosen .log')?.innerText.includes({words})"
        ))
        .await;
    }

    /// Clicks what is found first and can be seen.
    pub async fn clicks(&self, css: &str) {
        let seen = format!("document.querySelector({})?.checkVisibility()", json!(css));
        self.until(&seen).await;
        let element = self.client.find(Locator::Css(css)).await.unwrap();
        clicked(&element, css).await;
    }

    /// Presses the newest button of this name in the chosen conversation, once nothing waits there any more.
    pub async fn presses(&self, label: &str) {
        let path = format!(
            "(//*[contains(@class,'is-chosen')]//button[contains(@class,'key')][normalize-space()='{label}'])[last()]"
        );
        let stands = format!(
            "!document.querySelector('.is-chosen .waiting') && document.evaluate({}, document, null, 9).singleNodeValue",
            json!(path)
        );
        self.until(&stands).await;
        let element = self.client.find(Locator::XPath(&path)).await.unwrap();
        clicked(&element, label).await;
    }

    /// Writes into whatever has the focus.
    pub async fn types(&self, text: &str) {
        let focused = self.client.active_element().await.unwrap();
        focused.send_keys(text).await.unwrap();
    }

    pub async fn key(&self, key: Key) {
        self.types(&String::from(char::from(key))).await;
    }

    /// Clicks into the composer of the chosen person, writes, and sends.
    pub async fn says(&self, text: &str) {
        self.clicks(".is-chosen textarea").await;
        self.types(text).await;
        self.key(Key::Enter).await;
    }

    /// What is in the file that a click there brings.
    pub async fn kept(&self, css: &str) -> String {
        let place = TempDir::new().unwrap();
        let wish = json!({ "behavior": "allow", "downloadPath": place.path() });
        self.cdp("Page.setDownloadBehavior", wish).await;
        self.clicks(css).await;
        let begun = Instant::now();
        loop {
            let mut files = std::fs::read_dir(place.path()).unwrap().flatten();
            let whole =
                files.find(|file| file.path().extension().is_some_and(|end| end == "story"));
            if let Some(file) = whole {
                return std::fs::read_to_string(file.path()).unwrap();
            }
            assert!(begun.elapsed() < PATIENCE, "nothing was kept");
            // The browser tells nobody when a file is whole; until then it has another ending.
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// What the page's scripts complained of since the last question.
    pub async fn complaints(&self) -> Vec<String> {
        let asked = Driver {
            method: Method::POST,
            path: "se/log",
            body: json!({ "type": "browser" }),
        };
        let told = self.client.issue_cmd(asked).await.unwrap();
        let entries = told.as_array().cloned().unwrap_or_default();
        let words = entries.iter().map(|entry| entry["message"].to_string());
        words.collect()
    }

    async fn cdp(&self, command: &str, params: Value) {
        let told = Driver {
            method: Method::POST,
            path: "goog/cdp/execute",
            body: json!({ "cmd": command, "params": params }),
        };
        self.client.issue_cmd(told).await.unwrap();
    }
}

/// What does not lie open, is shown first, as a person would scroll there.
async fn clicked(element: &Element, name: &str) {
    let clicked = element.click().await;
    clicked.unwrap_or_else(|error| panic!("{name}: {error}"));
}

/// A command of this driver that the standard does not have.
#[derive(Debug)]
struct Driver {
    method: Method,
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Driver {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, <Url as FromStr>::Err> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.method.clone(), Some(self.body.to_string()))
    }
}
