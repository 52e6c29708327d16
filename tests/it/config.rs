//! What an operator may set, and what they are told when it is not right.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use gilbot::config::log::keeps_secrets;
use gilbot::config::{Config, Fault, Faults, LogFormat, SETTINGS, Setting, unknown};
use gilbot::runtime::bot::{Intake, UNASKED_A_SECOND};
use gilbot::store::StoreUrl;
use proptest::prelude::*;
use secrecy::ExposeSecret;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::{Context, SubscriberExt};

const TOKEN: &str = "123456789:AAExampleExampleExampleExampleExamp";

/// A word that no sentence of ours holds.
const PLANTED: &str = "hunter2hunter2";

#[test]
fn a_token_is_all_that_is_needed() {
    let config = valid(&[("TELOXIDE_TOKEN", TOKEN)]);
    assert_eq!(config.token.expose_secret(), TOKEN);
    assert_eq!(config.api_url.as_str(), "https://api.telegram.org/");
    assert_eq!(config.store, StoreUrl::Sqlite("gilbot.db".into()));
    assert!(!config.redis.allow_volatile);
    assert_eq!(config.redis.wait_replicas, 0);
    assert!(matches!(config.intake, Intake::Polling));
    assert_eq!(config.unasked_a_second, UNASKED_A_SECOND);
    assert_eq!(config.ops_listen, None);
    assert_eq!(config.log.format, LogFormat::Text);
    assert_eq!(config.log.filter.to_string(), "info");
}

#[test]
fn an_empty_setting_counts_as_not_set() {
    let mut settings: Vec<_> = SETTINGS.iter().map(|setting| (setting.name, " ")).collect();
    settings.retain(|(name, _)| *name != "TELOXIDE_TOKEN");
    settings.push(("TELOXIDE_TOKEN", TOKEN));
    assert!(matches!(valid(&settings).intake, Intake::Polling));
}

#[test]
fn a_webhook_has_three_parts() {
    let config = valid(&[
        ("TELOXIDE_TOKEN", TOKEN),
        ("WEBHOOK_URL", "https://bot.example.com/telegram"),
        ("WEBHOOK_LISTEN", "0.0.0.0:8443"),
        ("WEBHOOK_SECRET", "Az09_-"),
    ]);
    let Intake::Webhook {
        url,
        listen,
        secret,
    } = config.intake
    else {
        panic!("a webhook is set");
    };
    assert_eq!(url.as_str(), "https://bot.example.com/telegram");
    assert_eq!(listen.port(), 8443);
    assert_eq!(secret.expose_secret(), "Az09_-");
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let faults = faults(&[
        ("TELOXIDE_TOKEN", "123456789"),
        ("TELOXIDE_API_URL", "ftp://somewhere"),
        ("STORE_URL", "postgres://u:p@h"),
        ("STORE_ALLOW_VOLATILE", "true"),
        ("STORE_WAIT_REPLICAS", "many"),
        ("WEBHOOK_URL", "http://bot.example.com/"),
        ("UNASKED_A_SECOND", "0"),
        ("OPS_LISTEN", "localhost"),
        ("ADMIN_CHAT_IDS", "123456789,hunter2hunter2"),
        ("LOG_FORMAT", "pretty"),
        ("RUST_LOG", "a=b=c"),
    ]);
    let told = faults.to_string();
    let names = [
        "TELOXIDE_TOKEN: ",
        "TELOXIDE_API_URL: ",
        "STORE_URL: ",
        "STORE_ALLOW_VOLATILE: ",
        "STORE_WAIT_REPLICAS: ",
        "WEBHOOK_URL: ",
        "WEBHOOK_LISTEN: ",
        "WEBHOOK_SECRET: ",
        "UNASKED_A_SECOND: ",
        "OPS_LISTEN: ",
        "ADMIN_CHAT_IDS: ",
        "LOG_FORMAT: ",
        "RUST_LOG: ",
    ];
    let lines: Vec<_> = told.lines().collect();
    assert_eq!(lines.len(), names.len(), "{told}");
    for (line, name) in lines.iter().zip(names) {
        assert!(line.starts_with(name), "{line}");
        assert!(line.contains(" — "), "in Korean and in English: {line}");
    }
}

#[test]
fn admins_are_private_chats_with_commas_between_them() {
    let admins = |list| read(&[("TELOXIDE_TOKEN", TOKEN), ("ADMIN_CHAT_IDS", list)]);
    let numbers = |list| {
        let config = admins(list).unwrap_or_else(|faults| panic!("{faults}"));
        config.admins.iter().map(|chat| chat.0).collect::<Vec<_>>()
    };
    assert_eq!(numbers(""), Vec::<i64>::new());
    assert_eq!(numbers("7123456789"), [7_123_456_789]);
    assert_eq!(numbers(" 5, 6 ,"), [5, 6]);
    for wrong in ["-100123", "0", "5 6", "@name", "5;6"] {
        let told = admins(wrong).err().expect("it is refused");
        assert_eq!(told, Fault::AdminChatIds.into(), "{wrong}");
    }
}

#[test]
fn a_half_set_webhook_is_refused() {
    let parts = [
        (
            "WEBHOOK_URL",
            "https://bot.example.com/",
            Fault::WebhookUrlMissing,
        ),
        (
            "WEBHOOK_LISTEN",
            "127.0.0.1:8443",
            Fault::WebhookListenMissing,
        ),
        ("WEBHOOK_SECRET", "secret", Fault::WebhookSecretMissing),
    ];
    for set in 1..7 {
        let is_set = |part: &usize| set & (1 << part) != 0;
        let mut settings = vec![("TELOXIDE_TOKEN", TOKEN)];
        settings.extend((0..3).filter(is_set).map(|at| (parts[at].0, parts[at].1)));
        let missing: Vec<_> = (0..3)
            .filter(|at| !is_set(at))
            .map(|at| parts[at].2)
            .collect();
        assert_eq!(faults(&settings).iter().collect::<Vec<_>>(), missing);
    }
}

#[test]
fn a_webhook_that_telegram_would_not_take_is_refused() {
    let own_server = ("TELOXIDE_API_URL", "http://bot-api:8081");
    let cases: [(&str, bool, Option<Fault>); 10] = [
        ("https://bot.example.com/telegram", false, None),
        ("https://bot.example.com:8443/", false, None),
        (
            "https://bot.example.com:9999/",
            false,
            Some(Fault::WebhookPort),
        ),
        ("https://bot.example.com:9999/", true, None),
        ("http://bot.example.com/", false, Some(Fault::WebhookUrl)),
        ("http://bot.example.com/", true, Some(Fault::WebhookUrl)),
        ("http://127.0.0.1:4000/telegram", true, None),
        ("http://localhost:4000/telegram", true, None),
        ("bot.example.com", false, Some(Fault::WebhookUrl)),
        (
            "https://bot.example.com/123456789:AAExampleExampleExampleExampleExamp",
            false,
            Some(Fault::WebhookUrlHoldsToken),
        ),
    ];
    for (url, is_own, fault) in cases {
        let mut settings = webhook_at(url);
        settings.extend(is_own.then_some(own_server));
        let read = read(&settings).map_err(|faults| faults.iter().collect::<Vec<_>>());
        assert_eq!(
            read.err(),
            fault.map(|fault| vec![fault]),
            "{url}, own server: {is_own}"
        );
    }
}

#[test]
fn a_webhook_secret_is_what_telegram_can_send() {
    let longest = "a".repeat(256);
    let too_long = "a".repeat(257);
    for (secret, is_right) in [
        ("a", true),
        (longest.as_str(), true),
        (too_long.as_str(), false),
        ("with space", false),
        ("비밀", false),
        ("a+b", false),
    ] {
        let mut settings = webhook_at("https://bot.example.com/");
        settings.retain(|(name, _)| *name != "WEBHOOK_SECRET");
        settings.push(("WEBHOOK_SECRET", secret));
        let told = read(&settings).err().map(|faults| faults.iter().collect());
        let expected = (!is_right).then(|| vec![Fault::WebhookSecret]);
        assert_eq!(told, expected, "{} characters", secret.len());
    }
}

#[test]
fn one_port_cannot_serve_telegram_and_the_operator() {
    let mut settings = webhook_at("https://bot.example.com/");
    settings.push(("OPS_LISTEN", "0.0.0.0:8443"));
    assert_eq!(faults(&settings), Fault::ListenTwice.into());
}

#[test]
fn a_store_in_memory_is_taken_only_on_the_operators_word() {
    let memory = [
        ("TELOXIDE_TOKEN", TOKEN),
        ("STORE_URL", "sqlite::memory:"),
        ("STORE_ALLOW_VOLATILE", "yes"),
    ];
    assert_eq!(faults(&memory[..2]), Fault::Volatile.into());
    assert!(valid(&memory).redis.allow_volatile);
}

#[test]
fn a_file_has_no_replicas() {
    let wait = [("TELOXIDE_TOKEN", TOKEN), ("STORE_WAIT_REPLICAS", "1")];
    assert_eq!(faults(&wait), Fault::ReplicasOfFile.into());
    let redis = [
        wait[0],
        wait[1],
        ("STORE_URL", "redis+cluster://a:7000,b:7001"),
    ];
    assert_eq!(valid(&redis).redis.wait_replicas, 1);
}

#[test]
fn the_limit_of_unasked_messages_is_a_whole_number_up_to_a_thousand() {
    for (written, limit) in [
        ("1", Some(1)),
        ("1000", Some(1000)),
        ("0", None),
        ("1001", None),
        ("-1", None),
        ("2.5", None),
    ] {
        let limited = [("TELOXIDE_TOKEN", TOKEN), ("UNASKED_A_SECOND", written)];
        let read = read(&limited).map(|config| config.unasked_a_second.get());
        let expected = limit.ok_or_else(|| Faults::from(Fault::UnaskedASecond));
        assert_eq!(read, expected, "{written}");
    }
}

#[test]
fn secrets_may_stand_in_files() {
    let place = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = place.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let token = file("token", &format!("{TOKEN}\n"));
    let secret = file("secret", "from_a_file\n");
    let store = file("store", "redis://bot:word@redis:6379\n");
    let config = valid(&[
        ("TELOXIDE_TOKEN_FILE", &token),
        ("STORE_URL_FILE", &store),
        ("WEBHOOK_URL", "https://bot.example.com/"),
        ("WEBHOOK_LISTEN", "127.0.0.1:8443"),
        ("WEBHOOK_SECRET_FILE", &secret),
    ]);
    assert_eq!(config.token.expose_secret(), TOKEN);
    assert_eq!(config.store.to_string(), "redis://redis:6379");
    let Intake::Webhook { secret, .. } = config.intake else {
        panic!("a webhook is set");
    };
    assert_eq!(secret.expose_secret(), "from_a_file");

    let both = [("TELOXIDE_TOKEN", TOKEN), ("TELOXIDE_TOKEN_FILE", &token)];
    assert_eq!(faults(&both), Fault::SaidTwice("TELOXIDE_TOKEN").into());
    let missing = [("TELOXIDE_TOKEN_FILE", "/there/is/no/such/file")];
    assert_eq!(faults(&missing), Fault::File("TELOXIDE_TOKEN_FILE").into());
    let empty = file("empty", "\n");
    let empty = [("TELOXIDE_TOKEN_FILE", empty.as_str())];
    assert_eq!(faults(&empty), Fault::File("TELOXIDE_TOKEN_FILE").into());
}

#[test]
fn the_finest_lines_of_libraries_are_never_heard() {
    let heard = Heard::default();
    let lines = tracing_subscriber::registry()
        .with(filter_fn(keeps_secrets))
        .with(heard.clone());
    tracing::subscriber::with_default(lines, || {
        tracing::debug!(target: "hyper::client", "a path with a token");
        tracing::trace!(target: "gilbot_lookalike", "a path with a token");
        tracing::info!(target: "hyper::client", "library");
        tracing::trace!(target: "gilbot::runtime::turn", "ours");
        tracing::debug!(target: "gilbot", "the program");
    });
    let heard = heard.0.lock().unwrap();
    assert_eq!(*heard, ["hyper::client", "gilbot::runtime::turn", "gilbot"]);
}

#[test]
fn a_name_that_looks_like_ours_and_is_none_is_noticed() {
    let names = ["WEBHOOK_HOST", "STORE_URL", "PATH", "OPS_PORT", "GILBOT_X"];
    let noticed = unknown(names.map(str::to_owned));
    assert_eq!(noticed, ["GILBOT_X", "OPS_PORT", "WEBHOOK_HOST"]);
}

proptest! {
    /// Whatever is wrong with it, what was written is not repeated.
    #[test]
    fn no_fault_repeats_what_was_written(
        values in proptest::collection::vec(value(), SETTINGS.len()),
    ) {
        let names = SETTINGS.iter().map(|setting| setting.name);
        let settings: Vec<_> = names.zip(values.iter().map(String::as_str)).collect();
        match read(&settings) {
            Ok(config) => prop_assert!(!config.store.to_string().contains(PLANTED)),
            Err(faults) => {
                let told = format!("{faults} {faults:?} {:#}", anyhow::Error::new(faults.clone()));
                prop_assert!(!told.contains(PLANTED), "{told}");
            }
        }
    }
}

#[test]
fn the_example_file_names_every_setting_with_its_meaning_and_default() {
    let example = project_file(".env.example");
    let mut blocks = example.split("\n\n").skip(1);
    for setting in SETTINGS {
        let Setting {
            name,
            meaning_ko,
            meaning_en,
            default,
            ..
        } = setting;
        let sign = if *name == "TELOXIDE_TOKEN" { "" } else { "#" };
        let expected = format!("# {meaning_ko}\n# {meaning_en}\n{sign}{name}={default}");
        assert_eq!(blocks.next().map(str::trim_end), Some(expected.as_str()));
    }
    assert_eq!(blocks.next(), None, "no setting that does not exist");
}

#[test]
fn the_example_file_lacks_the_token_alone_and_its_defaults_are_the_defaults() {
    let example = project_file(".env.example");
    let written = dotenv(&example);
    assert_eq!(
        read(&pairs(&written)).err(),
        Some(Fault::TokenMissing.into())
    );

    let mut all = dotenv(&example.replace("\n#", "\n"));
    for setting in SETTINGS {
        assert_eq!(all[setting.name], setting.default, "{}", setting.name);
    }
    all.insert("TELOXIDE_TOKEN".into(), TOKEN.into());
    let (all, bare) = (valid(&pairs(&all)), valid(&[("TELOXIDE_TOKEN", TOKEN)]));
    assert_eq!(all.api_url, bare.api_url);
    assert_eq!(all.store, bare.store);
    assert_eq!(all.redis, bare.redis);
    assert_eq!(all.unasked_a_second, bare.unasked_a_second);
    assert_eq!(all.log.format, bare.log.format);
    assert_eq!(all.log.filter.to_string(), bare.log.filter.to_string());
}

#[test]
fn the_readme_has_a_row_for_every_setting_in_both_languages() {
    let readme = project_file("README.md");
    for setting in SETTINGS {
        let default = match setting.default {
            "" => "–".to_owned(),
            default => format!("`{default}`"),
        };
        for meaning in [setting.meaning_ko, setting.meaning_en] {
            let row = format!("| `{}` | {meaning} | {default} |", setting.name);
            assert!(readme.contains(&row), "README.md lacks the row\n{row}");
        }
    }
}

#[test]
fn the_image_and_the_composition_name_only_settings_that_exist() {
    for file in ["Dockerfile", "compose.yaml"] {
        let text = project_file(file);
        let is_name = |letter: char| letter.is_ascii_uppercase() || letter == '_';
        let names = text.split(|letter| !is_name(letter));
        let settings = names.filter(|name| name.trim_matches('_').contains('_'));
        let mut seen = 0;
        for name in settings {
            let is_setting = SETTINGS.iter().any(|setting| setting.name == name);
            assert!(is_setting, "{file} names {name}");
            seen += 1;
        }
        assert!(seen > 1, "{file} sets something");
    }
}

#[test]
fn the_composition_hands_every_setting_on() {
    let composition = project_file("compose.yaml");
    for setting in SETTINGS {
        let is_handed_on = composition.contains(&format!("  {}: ", setting.name));
        // Files of secrets are for other ways of running it, as its first lines say.
        assert!(
            is_handed_on || setting.name.ends_with("_FILE"),
            "compose.yaml does not hand {} on",
            setting.name
        );
    }
}

#[test]
fn the_proxy_asks_the_three_copies_of_the_composition_whether_they_are_ready() {
    let (composition, proxy) = (project_file("compose.yaml"), project_file("ops/Caddyfile"));
    let (_, services) = composition.split_once("\nservices:\n").expect("services");
    let is_service = |name: &str| services.contains(&format!("\n  {name}:\n    <<: *replica\n"));
    let line = proxy.lines().find(|line| line.contains("reverse_proxy"));
    let copies: Vec<_> = line
        .into_iter()
        .flat_map(str::split_whitespace)
        .filter_map(|word| word.strip_suffix(":8443"))
        .collect();
    assert_eq!(copies.len(), 3, "{copies:?}");
    for copy in copies {
        assert!(is_service(copy), "{copy}");
    }
    // Where the copies listen, and where they tell how they are.
    for (file, words) in [
        (&composition, "WEBHOOK_LISTEN: 0.0.0.0:8443"),
        (&composition, "OPS_LISTEN: 0.0.0.0:9090"),
        (&composition, "./ops/Caddyfile:/etc/caddy/Caddyfile:ro"),
        (&proxy, "health_uri /readyz"),
        (&proxy, "health_port 9090"),
        // Telegram waits for a minute and longer unless it is told.
        (&proxy, "header Retry-After 2"),
    ] {
        assert!(file.contains(words), "{words}");
    }
}

/// Where the lines that pass came from.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<String>>>);

impl<S: tracing::Subscriber> Layer<S> for Heard {
    fn on_event(&self, line: &tracing::Event<'_>, _: Context<'_, S>) {
        let place = line.metadata().target().to_owned();
        self.0.lock().unwrap().push(place);
    }
}

fn read(settings: &[(&str, &str)]) -> Result<Config, Faults> {
    let settings: BTreeMap<_, _> = settings.iter().copied().collect();
    Config::read(|name| settings.get(name).map(|value| (*value).to_owned()))
}

fn valid(settings: &[(&str, &str)]) -> Config {
    read(settings).unwrap_or_else(|faults| panic!("{faults}"))
}

fn faults(settings: &[(&str, &str)]) -> Faults {
    read(settings).err().expect("something is wrong")
}

fn webhook_at(url: &str) -> Vec<(&str, &str)> {
    vec![
        ("TELOXIDE_TOKEN", TOKEN),
        ("WEBHOOK_URL", url),
        ("WEBHOOK_LISTEN", "127.0.0.1:8443"),
        ("WEBHOOK_SECRET", "secret"),
    ]
}

/// Values of every shape, right and wrong, with the planted word in each.
fn value() -> impl Strategy<Value = String> {
    let shapes = [
        "",
        "{}",
        "1:{}",
        "1:{} ",
        "1:{}!",
        "x{}:1",
        "yes {}",
        "https://{}",
        "https://u:{}@h.example/",
        "http://h/{}",
        "http://[{}",
        "redis://u:{}@host:6379",
        "redis://u:{}@",
        "redis://u:{}@host:port",
        "rediss://{}:{}@h",
        "redis+cluster://u:{}@a:1,b:x",
        "redis+cluster://u:{}@a,b",
        "sqlite://{}",
        "127.0.0.1:{}",
        "gilbot={}={}",
        "\u{0}{}\n",
        "/{}/{}",
    ];
    prop_oneof![
        proptest::sample::select(shapes.to_vec()).prop_map(|shape| shape.replace("{}", PLANTED)),
        (".{0,8}", ".{0,8}").prop_map(|(before, after)| format!("{before}{PLANTED}{after}")),
    ]
}

fn dotenv(text: &str) -> BTreeMap<String, String> {
    // The lines in words are no settings.
    let lines = text.lines().filter(|line| {
        let name = line.split('=').next().unwrap_or_default();
        SETTINGS.iter().any(|setting| setting.name == name)
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let read: Result<_, _> = dotenvy::from_read_iter(text.as_bytes()).collect();
    read.unwrap()
}

fn pairs(settings: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    let pairs = settings.iter();
    pairs
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

fn project_file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
