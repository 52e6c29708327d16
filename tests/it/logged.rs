//! What the program writes to its log when it is asked for everything: enough to find out what went wrong, and nothing
//! of whoever talked to it.
//!
//! The real program, in both ways to hear Telegram, on both kinds of store, in both forms of the log; what can go wrong
//! goes wrong.

use std::net::SocketAddr;
use std::process::{Child, Command};
use std::time::Duration;

use gilbot::config::Log;
use gilbot::emulator::{Content, Emulator, Fault, Mishap, Refusal};
use gilbot::runtime::alias::Aliases;
use gilbot::store::ChatId;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::{sleep, timeout};

use crate::program::{PATIENCE, emulator, ended, free_address, log, program, tell_to_stop};
use crate::servers::Server;
use crate::store_places::{Place, SqliteFile};

/// What a person is called, and what they type.
const NAME: &str = "홍금자씨";
const TYPED: &str = "우리집고양이이름은나비예요";
const SECRET: &str = "900101-1234567";
/// The secret of the webhook, and the password of the store.
const WEBHOOK_SECRET: &str = "hook_secret_hunter2";
const PASSWORD: &str = "store_hunter2";

struct Run {
    emulator: Emulator,
    person: i64,
    place: TempDir,
    child: Child,
    /// What was pressed.
    presses: Vec<String>,
}

#[tokio::test(flavor = "multi_thread")]
async fn by_polling_on_a_file_the_readable_log_holds_nothing_of_anybody() {
    let file = SqliteFile::empty().await;
    let store = format!("sqlite:{}", file.path());
    let mut run = Run::begin(&[("STORE_URL", &store), ("LOG_FORMAT", "text")]).await;
    run.talk().await;
    run.telegram_fails().await;
    run.polling_fails().await;

    let other = run.emulator.with(|world| world.add_person(NAME, "ko"));
    run.say(other, "/start");
    let settled = format!(
        "a delivery has come to its end chat=\"{}\"",
        run.alias(other)
    );
    run.told(&settled).await;
    file.spoil(ChatId(other), TYPED);
    run.say(other, TYPED);
    run.told("a record cannot be read").await;

    let beside = file.connect();
    beside.execute_batch("BEGIN EXCLUSIVE").unwrap();
    run.say(run.person, TYPED);
    run.told("the store did not take an update").await;
    beside.execute_batch("ROLLBACK").unwrap();
    run.settled().await;

    let log = run.ends().await;
    let alias = run.alias(run.person);
    for told in [
        &format!("chat=\"{alias}\""),
        "kind=\"message\" outcome=\"taken\"",
        "kind=\"callback_query\" outcome=\"taken\"",
        "outcome=\"again\"",
        "outcome=\"unreadable\"",
        "a delivery has come to its end",
    ] {
        assert!(log.contains(told), "{told} is not in the log:\n{log}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn by_webhook_on_redis_the_log_for_machines_holds_nothing_of_anybody() {
    let server = Server::start();
    let store = format!("redis://default:{PASSWORD}@127.0.0.1:{}/0", server.port);
    let listen = free_address().await;
    let (url, listening) = (format!("http://{listen}/"), listen.to_string());
    let mut run = Run::begin(&[
        ("STORE_URL", &store),
        ("LOG_FORMAT", "json"),
        ("WEBHOOK_URL", &url),
        ("WEBHOOK_LISTEN", &listening),
        ("WEBHOOK_SECRET", WEBHOOK_SECRET),
    ])
    .await;
    run.talk().await;
    run.telegram_fails().await;
    run.strange_posts(listen).await;

    server.kill();
    run.say(run.person, TYPED);
    run.told("the store did not take an update").await;
    server.restart();
    run.settled().await;

    let log = run.ends().await;
    let lines = log.lines().map(serde_json::from_str::<Value>);
    let lines: Vec<Value> = lines.map(|line| line.expect("an object")).collect();
    let alias = run.alias(run.person);
    let mut updates = lines.iter().filter(|line| line["update"].is_u64());
    let told = updates.find(|line| {
        line["chat"] == alias.as_str() && line["outcome"] == "taken" && line["room"].is_string()
    });
    assert!(
        told.is_some_and(|line| line["latency_ms"].is_f64()),
        "{log}"
    );
    for outcome in ["seen", "again"] {
        let is_told = lines.iter().any(|line| line["outcome"] == outcome);
        assert!(is_told, "{outcome} is not in the log:\n{log}");
    }
}

/// A hook for panics belongs to the whole program, so the test is done by a copy of itself.
#[test]
fn a_panic_is_logged_by_its_place_and_not_by_its_words() {
    const COPY: &str = "GILBOT_TEST_PANICS";
    if std::env::var_os(COPY).is_some() {
        let log = Log::read(|_| None).expect("the defaults are right");
        log.start();
        let panicking = std::panic::catch_unwind(|| panic!("{TYPED}"));
        assert!(panicking.is_err());
        return;
    }
    let name = "logged::a_panic_is_logged_by_its_place_and_not_by_its_words";
    let said = Command::new(std::env::current_exe().expect("this program"))
        .args([name, "--exact", "--nocapture"])
        .env(COPY, "1")
        .output()
        .expect("it runs");
    let told = [said.stdout, said.stderr].concat();
    let told = String::from_utf8_lossy(&told);
    assert!(said.status.success(), "{told}");
    assert!(told.contains("the program panicked"), "{told}");
    assert!(told.contains("tests/it/logged.rs:"), "{told}");
    assert!(!told.contains(TYPED), "{told}");
}

impl Run {
    async fn begin(settings: &[(&str, &str)]) -> Self {
        let (emulator, person) = emulator(NAME).await;
        let place = TempDir::new().unwrap();
        let (token, url) = (emulator.token().to_owned(), emulator.api_url());
        let mut all = vec![
            ("TELOXIDE_TOKEN", token.as_str()),
            ("TELOXIDE_API_URL", &url),
            ("RUST_LOG", "trace"),
        ];
        all.extend(settings);
        let child = program(place.path(), &all, &["serve"]);
        Self {
            emulator,
            person,
            place,
            child,
            presses: Vec::new(),
        }
    }

    fn say(&self, chat: i64, text: &str) {
        self.emulator.with(|world| world.say(chat, chat, text));
    }

    /// Everything that a person can do with their hands.
    async fn talk(&mut self) {
        let person = self.person;
        self.say(person, "/start");
        self.settled().await;
        self.press("발급·재발급·갱신 시작").await;
        self.press("재발급(다시 만들기)").await;
        self.say(person, TYPED);
        let message = self
            .emulator
            .with(|world| world.say(person, person, "안녕"));
        self.emulator.with(|world| {
            world.edit_text(person, message, TYPED);
            world.forward(person, person, TYPED, NAME);
            world.press(person, person, message, &format!("step:{TYPED}"));
            let contact = Content::of_kind("contact", NAME).expect("a kind of Telegram's");
            world.attach(person, person, contact, "");
            world.say(person, person, SECRET);
            world.say(person, person, &format!("/start {TYPED}"));
        });
        self.settled().await;
        self.emulator.with(|world| {
            world.block(person);
            world.unblock(person);
        });
        self.settled().await;
    }

    async fn press(&mut self, label: &str) {
        let person = self.person;
        let button = self.emulator.until(|world| {
            let messages = world.messages(person);
            let mut buttons = messages.iter().flat_map(|message| {
                let buttons = message.keyboard.iter().flatten();
                buttons.map(|button| (message.id, button))
            });
            let (message, button) = buttons.rfind(|(_, button)| button.text == label)?;
            Some((message, button.data()?.to_owned()))
        });
        let button = timeout(PATIENCE, button).await;
        let (message, data) = button.unwrap_or_else(|_| panic!("there is no «{label}»"));
        self.emulator
            .with(|world| world.press(person, person, message, &data));
        self.presses.push(data);
        self.settled().await;
    }

    /// Telegram refuses, quoting what was said, and does not answer.
    async fn telegram_fails(&mut self) {
        let quoting =
            format!("can't parse entities: unsupported start tag \"{TYPED}\" at byte offset 5");
        let refusal = Refusal::bad_request(quoting);
        for mishap in [
            Mishap::Refuse(refusal),
            Mishap::Refuse(Refusal::too_many_requests(1)),
            Mishap::BadGateway,
            Mishap::CutBefore,
            Mishap::CutAfter,
            Mishap::OddAnswer,
        ] {
            self.emulator.with(|world| {
                let fault = Fault::new(mishap).on("sendMessage");
                world.fault(fault);
            });
            self.say(self.person, "/help");
            self.settled().await;
        }
        self.told("Telegram refuses what we say").await;
    }

    async fn polling_fails(&mut self) {
        for mishap in [Mishap::CutBefore, Mishap::BadGateway] {
            let fault = Fault::new(mishap).on("getUpdates");
            self.emulator.with(|world| world.fault(fault));
            self.say(self.person, "/help");
        }
        self.told("Telegram did not give its updates").await;
        self.settled().await;
    }

    /// What Telegram would never post.
    async fn strange_posts(&mut self, listen: SocketAddr) {
        let chat = json!({ "id": self.person, "type": "private", "first_name": NAME });
        let message =
            json!({ "message_id": 7, "date": 1, "chat": chat, "from": chat, "text": TYPED });
        let update = json!({ "update_id": 77, "message": message });
        let posts = [
            (WEBHOOK_SECRET, format!("{{\"update_id\": 1, \"{TYPED}\"")),
            (WEBHOOK_SECRET, json!({ "message": message }).to_string()),
            ("another_secret_hunter2", update.to_string()),
            (WEBHOOK_SECRET, update.to_string()),
            (WEBHOOK_SECRET, update.to_string()),
        ];
        let client = reqwest::Client::new();
        for (secret, body) in posts {
            let posted = client
                .post(format!("http://{listen}/{TYPED}"))
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .body(body);
            posted.send().await.expect("it answers");
        }
        self.told("an update without a number was passed over")
            .await;
        self.told("an update without a number was passed over")
            .await;
    }

    /// Waits until Telegram has nothing more to bring, and every press is answered.
    async fn settled(&self) {
        let quiet = self.emulator.until(|world| {
            let is_quiet = world.pending_updates() == 0 && world.open_presses() == 0;
            is_quiet.then_some(())
        });
        let quiet = timeout(PATIENCE, quiet).await;
        quiet.unwrap_or_else(|_| panic!("{}", log(self.place.path())));
    }

    /// Waits until this stands in the log.
    async fn told(&self, words: &str) {
        let told = async {
            // A file does not tell when it grows.
            while !log(self.place.path()).contains(words) {
                sleep(Duration::from_millis(10)).await;
            }
        };
        let told = timeout(PATIENCE, told).await;
        told.unwrap_or_else(|_| panic!("«{words}» is not in\n{}", log(self.place.path())));
    }

    fn alias(&self, chat: i64) -> String {
        Aliases::new(self.emulator.token()).of(ChatId(chat))
    }

    /// Stops the program and gives its log, in which nothing stands of anybody.
    async fn ends(&mut self) -> String {
        tell_to_stop(&self.child);
        let status = ended(&mut self.child).await;
        assert_eq!(status.code(), Some(0));
        let log = log(self.place.path());
        let token = self.emulator.token();
        let (bot, letters) = token.split_once(':').expect("a token");
        let mut needles = vec![
            letters.to_owned(),
            letters[..20].to_owned(),
            format!("{bot}%3A"),
            format!("bot{bot}"),
            NAME.to_owned(),
            TYPED.to_owned(),
            SECRET.to_owned(),
            SECRET[7..].to_owned(),
            WEBHOOK_SECRET.to_owned(),
            "hunter2".to_owned(),
            self.person.to_string(),
            (self.person + 1).to_string(),
        ];
        assert!(!self.presses.is_empty(), "something was pressed");
        needles.extend(self.presses.iter().cloned());
        for needle in needles {
            for written in [needle.clone(), escaped(&needle)] {
                let line = log.lines().find(|line| line.contains(&written));
                assert_eq!(line, None, "«{written}» stands in the log");
            }
        }
        log
    }
}

/// As it stands in an address.
fn escaped(words: &str) -> String {
    let bytes = words.bytes();
    let signs = bytes.map(|byte| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'_' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    signs.collect()
}
