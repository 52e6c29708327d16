//! A browser, driven as WebDriver says, and a preview for it; both end with the test.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::program::{PATIENCE, free_address, program, tell_to_stop};
use crate::window::Window;

/// How many browsers are open at a time: each wants a processor and some hundred megabytes.
static BROWSERS: Semaphore = Semaphore::const_new(2);

/// Opens the page of a fresh preview in a browser, and lets `test` act in it.
pub async fn in_preview<F: Future<Output = ()> + Send + 'static>(
    test: impl FnOnce(Window) -> F + Send + 'static,
) {
    let place = TempDir::new().unwrap();
    let address = free_address().await;
    let listen = address.to_string();
    let mut preview = Ended(program(
        place.path(),
        &[("RUST_LOG", "warn")],
        &["preview", "--listen", &listen],
    ));
    let awake = timeout(PATIENCE, awake(address, &mut preview.0)).await;
    awake.expect("the bot of the preview awakes");
    in_browser(address, test).await;
}

/// Opens a page that is served already.
pub async fn in_browser<F: Future<Output = ()> + Send + 'static>(
    address: SocketAddr,
    test: impl FnOnce(Window) -> F + Send + 'static,
) {
    let _browser = BROWSERS.acquire().await.unwrap();
    let place = TempDir::new().unwrap();
    let (driver, port) = driver();
    let client = session(port, &place).await;
    let page = Window::of(client.clone(), address);
    // A test that fails must not leave a browser behind.
    let ended = tokio::spawn(async move {
        page.open().await;
        test(page).await;
    })
    .await;
    client.close().await.expect("the browser closes");
    drop(driver);
    if let Err(failure) = ended {
        std::panic::resume_unwind(failure.into_panic());
    }
}

/// A process that ends with its owner.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        tell_to_stop(&self.0);
        // It has been told, so that it ends; how does not matter.
        let _ = self.0.wait();
    }
}

/// The driver, on a free port of its own choice.
fn driver() -> (Ended, u16) {
    let mut driver = Command::new("chromedriver")
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver is installed: scripts/test.sh brings it");
    let said = driver.stdout.take().expect("its words are piped");
    let mut lines = BufReader::new(said).lines();
    let port = lines.find_map(|line| {
        let line = line.ok()?;
        let told = line.split_once("started successfully on port ")?.1;
        told.trim_end_matches('.').parse().ok()
    });
    // Nobody reads what it says later, and it must not wait for that.
    std::thread::spawn(move || lines.for_each(drop));
    (Ended(driver), port.expect("the driver tells its port"))
}

async fn session(port: u16, place: &TempDir) -> Client {
    let profile = format!("--user-data-dir={}", place.path().display());
    let capabilities = json!({
        "goog:chromeOptions": { "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=ko", profile,
        ] },
        // In milliseconds: longer than the longest wait of a window.
        "timeouts": { "script": 60_000 },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    let capabilities = capabilities.as_object().unwrap().clone();
    let connected = ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await;
    connected.expect("a browser opens")
}

/// Waits until the bot of the preview is awake.
async fn awake(address: SocketAddr, preview: &mut Child) {
    let client = reqwest::Client::new();
    loop {
        let told = client.get(format!("http://{address}/bot")).send().await;
        if let Ok(told) = told {
            let told: serde_json::Value = told.json().await.unwrap();
            if told["awake"] == true {
                return;
            }
        }
        let ended = preview.try_wait().unwrap();
        assert!(ended.is_none(), "the preview has ended: {ended:?}");
        // A process that begins cannot be waited for in another way.
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}
