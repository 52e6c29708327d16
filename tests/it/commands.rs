//! Every command that a document tells somebody to type is run as it stands there: by a test below, by the script or
//! test that [`ELSEWHERE`] names, or, where it needs what no test has, looked up as far as that goes.

mod written;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use gilbot::runtime::alias::Aliases;
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{ChatId, Commit, CommitId, Revision, Store};
use tempfile::TempDir;

use crate::documents::root;
use crate::program::{emulator, ended, free_address, log, tell_to_stop};
use crate::servers::{Server, eventually};
use crate::store_verify::at_rest;
use written::{Written, commands_in, written};

/// From nothing to a bot that runs on one file, and back from a webhook.
const START: [&str; 5] = [
    "cp .env.example .env",
    "gilbot webhook-remove",
    "gilbot check",
    "gilbot serve",
    "gilbot health",
];
/// A text of all records, and back.
const AS_TEXT: [&str; 3] = [
    "gilbot store export backup.jsonl",
    "gilbot store import backup.jsonl",
    "gilbot store verify",
];
/// From a file to Redis.
const MOVE: [&str; 3] = [
    "gilbot store export records.jsonl",
    "gilbot store --store redis://redis:6379 import records.jsonl",
    "gilbot store --store redis://redis:6379 verify",
];
/// A copy of the file, while it is used.
const COPY_OF_FILE: &str = "sqlite3 gilbot.db \"VACUUM INTO 'backup.db'\"";
/// A copy of Redis, and how it becomes a Redis again.
const COPY_OF_REDIS: [&str; 2] = [
    "redis-cli --rdb backup.rdb",
    "redis-cli config set appendonly yes",
];
/// The alias of a chat in the log.
const ALIAS: [&str; 2] = [
    "key=$(printf 'gilbot: chats in the log' | openssl dgst -sha256 -hmac \"$TELOXIDE_TOKEN\" -r | cut -d' ' -f1)",
    "printf '%s' \"$CHAT\" | openssl dgst -sha256 -mac HMAC -macopt \"hexkey:$key\" -r | cut -c1-12",
];

/// Commands that something else runs: the command, who runs it, and the words by which it is found there.
const ELSEWHERE: [(&str, &str, &str); 11] = [
    (
        "cargo run --release -- preview",
        "scripts/picture.sh",
        "cargo run --release -- preview",
    ),
    (
        "cargo run --release -- serve",
        "tests/it/operator.rs",
        "&[\"serve\"]",
    ),
    (
        "cargo run --release --example eval -- tests/eval",
        ".github/workflows/ci.yml",
        "cargo run --release --example eval -- tests/eval",
    ),
    (
        "cargo run --release -- gallery 화면들",
        "tests/it/gallery.rs",
        ".arg(\"gallery\").arg(folder)",
    ),
    (
        "gilbot gallery DIR",
        "tests/it/gallery.rs",
        ".arg(\"gallery\").arg(folder)",
    ),
    (
        "cargo run --release -- graph --svg > docs/pictures/states.svg",
        "tests/it/graph.rs",
        "&[\"graph\", \"--svg\"]",
    ),
    ("gilbot graph", "tests/it/graph.rs", "&[\"graph\"]"),
    ("cargo bench", ".github/workflows/ci.yml", "cargo bench "),
    (
        "cargo doc --open",
        ".github/workflows/ci.yml",
        "cargo doc --no-deps",
    ),
    ("cargo fmt", ".ci/run", "cargo fmt --check"),
    (
        "cargo clippy --locked --all-targets -- -D warnings",
        ".ci/run",
        "cargo clippy --locked --all-targets -- -D warnings",
    ),
];

#[test]
fn every_command_of_the_documents_is_run_or_looked_up() {
    let written = written();
    assert!(written.len() > 20, "only {} commands", written.len());
    let faults: Vec<String> = written
        .iter()
        .filter_map(|Written { place, command }| {
            let why = stands(command).err()?;
            Some(format!("{place}: `{command}`: {why}"))
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn nothing_is_run_for_the_documents_that_none_of_them_names() {
    let written = written();
    let is_named = |command: &&str| written.iter().any(|written| written.command == **command);
    let elsewhere = ELSEWHERE.iter().map(|(command, ..)| *command);
    let stale: Vec<&str> = here()
        .chain(elsewhere)
        .filter(|command| !is_named(command))
        .collect();
    assert!(stale.is_empty(), "{stale:?}");
}

#[test]
fn commands_are_found_in_blocks_and_in_spans() {
    let text = "Say `gilbot check`, or\n`docker compose up\n-d`, not `gilbot`.\n```sh\n# a remark\ncargo bench   # slow\n\
        for n in 1 2; do gilbot $n; done\n```\n```yaml\nsh: `no\n```\n`scripts/test.sh` of `src/lib.rs`\n";
    let found = commands_in("page.md", text);
    let found: Vec<_> = found
        .iter()
        .map(|written| (written.place.as_str(), written.command.as_str()))
        .collect();
    let expected = [
        ("page.md:6", "cargo bench"),
        ("page.md:7", "gilbot 1"),
        ("page.md:7", "gilbot 2"),
        ("page.md:1", "gilbot check"),
        ("page.md:2", "docker compose up -d"),
        ("page.md:12", "scripts/test.sh"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_command_that_nobody_knows_is_refused_with_what_to_do() {
    for (command, why) in [
        ("gilbot dance", "tests/it/commands.rs"),
        ("docker compose up -d dancer", "no service dancer"),
        ("docker compose --profile ball up -d", "no profile ball"),
        ("cargo test --test it dancing", "tests/it/dancing.rs"),
        (
            "STORY=dancing cargo test --test it stories",
            "no story dancing",
        ),
        ("scripts/dance.sh", "scripts/dance.sh"),
    ] {
        let told = stands(command).expect_err(command);
        assert!(told.contains(why), "{told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_starts_on_one_file_as_the_readme_says() {
    let (emulator, person) = emulator("김영자").await;
    let place = TempDir::new().unwrap();
    let [copy, remove, check, serve, health] = START;
    fs::copy(
        root().join(".env.example"),
        place.path().join(".env.example"),
    )
    .unwrap();
    succeeds(place.path(), &[], copy).await;
    let file = place.path().join(".env");
    let filled = fs::read_to_string(&file).unwrap().replace(
        "\nTELOXIDE_TOKEN=\n",
        &format!("\nTELOXIDE_TOKEN={}\n", emulator.token()),
    );
    fs::write(&file, filled).unwrap();

    let (api, ops) = (emulator.api_url(), free_address().await.to_string());
    let settings = [
        ("TELOXIDE_API_URL", api.as_str()),
        ("OPS_LISTEN", ops.as_str()),
    ];
    succeeds(place.path(), &settings, remove).await;
    succeeds(place.path(), &settings, check).await;
    let mut serving = shell(place.path(), &settings, &format!("exec {serve}"));
    emulator.with(|world| world.say(person, person, "/start"));
    emulator
        .until(|world| (world.messages(person).len() > 1).then_some(()))
        .await;
    // A folder of its own, so that the log of the bot stays; its settings come from the environment alone.
    succeeds(TempDir::new().unwrap().path(), &settings, health).await;
    assert!(place.path().join("gilbot.db").exists());
    tell_to_stop(&serving);
    let status = ended(&mut serving).await;
    assert!(status.success(), "{}", log(place.path()));
}

#[tokio::test(flavor = "multi_thread")]
async fn records_go_into_a_text_and_come_back() {
    let place = with_a_record().await;
    let [export, import, verify] = AS_TEXT;
    succeeds(place.path(), &[], export).await;
    without_file(place.path());
    succeeds(place.path(), &[], import).await;
    succeeds(place.path(), &[], verify).await;
    has_the_record(place.path()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn records_move_from_a_file_to_redis() {
    let place = with_a_record().await;
    let server = Server::start();
    for command in MOVE {
        let ours = command.replace("redis://redis:6379", &server.url());
        let told = succeeds(place.path(), &[], &ours).await;
        assert!(told.contains('1'), "{told}");
    }
    assert_ne!(server.ask::<u64>(&["DBSIZE"]), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_copied_while_it_is_used() {
    let place = with_a_record().await;
    let in_use = opened(place.path());
    succeeds(place.path(), &[], COPY_OF_FILE).await;
    drop(in_use);
    without_file(place.path());
    let (copy, file) = (place.path().join("backup.db"), place.path().join(FILE));
    fs::rename(copy, file).unwrap();
    has_the_record(place.path()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redis_is_copied_and_becomes_a_redis_again() {
    let (first, place) = (Server::start(), TempDir::new().unwrap());
    let _: () = first.ask(&["SET", "gil", "bot"]);
    let [copy, append] = COPY_OF_REDIS;
    let at = |server: &Server, command: &str| {
        command.replace("redis-cli", &format!("redis-cli -p {}", server.port))
    };
    succeeds(place.path(), &[], &at(&first, copy)).await;

    // A Redis that begins with this file, and then the same folder as usual.
    let folder = place.path().to_str().unwrap();
    let on_it = ["--dir", folder, "--dbfilename", "backup.rdb"];
    let second = Server::start_with(&[&on_it[..], &["--appendonly", "no"]].concat());
    assert_eq!(second.ask::<String>(&["GET", "gil"]), "bot");
    succeeds(place.path(), &[], &at(&second, append)).await;
    eventually("the AOF", || {
        let told: String = second.ask(&["INFO", "persistence"]);
        let is_written = told.contains("aof_enabled:1")
            && told.contains("aof_rewrite_in_progress:0")
            && told.contains("aof_rewrite_scheduled:0");
        is_written.then_some(())
    });
    second.kill();
    let usual = Server::start_with(&[&on_it[..], &["--appendonly", "yes"]].concat());
    assert_eq!(usual.ask::<String>(&["GET", "gil"]), "bot");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_alias_of_a_chat_is_found_with_openssl() {
    const TOKEN: &str = "123456789:AAExampleExampleExampleExampleExamp";
    let place = TempDir::new().unwrap();
    let settings = [("TELOXIDE_TOKEN", TOKEN), ("CHAT", "1000001")];
    let told = succeeds(place.path(), &settings, &ALIAS.join("\n")).await;
    assert_eq!(told.trim(), Aliases::new(TOKEN).of(ChatId(1_000_001)));
}

const FILE: &str = "gilbot.db";

/// What the tests above run.
fn here() -> impl Iterator<Item = &'static str> {
    let several = [&START[..], &AS_TEXT, &MOVE, &COPY_OF_REDIS, &ALIAS];
    several.into_iter().flatten().copied().chain([COPY_OF_FILE])
}

/// Whether this command is run somewhere, or is right as far as it can be looked up; else what to do.
fn stands(command: &str) -> Result<(), String> {
    if here().any(|run| run == command) {
        return Ok(());
    }
    if let Some((_, file, words)) = ELSEWHERE.iter().find(|(known, ..)| *known == command) {
        let text = fs::read_to_string(root().join(file)).unwrap_or_default();
        return require(text.contains(words), || {
            format!("{file} should run it, but «{words}» does not stand there")
        });
    }
    let (story, plain) = match command.strip_prefix("STORY=") {
        Some(rest) => rest.split_once(' ').unwrap_or((rest, "")),
        None => ("", command),
    };
    require(story.is_empty() || is_story(story), || {
        format!("there is no story {story}")
    })?;
    if let Some(rest) = plain.strip_prefix("docker compose ") {
        return composed(rest);
    }
    let test = ["cargo test --test it ", "scripts/test.sh --test it "];
    if let Some(module) = test.iter().find_map(|test| plain.strip_prefix(test)) {
        let file = format!("tests/it/{module}.rs");
        return require(root().join(&file).exists(), || {
            format!("{file} is not there")
        });
    }
    if plain.starts_with("scripts/") {
        return script(plain);
    }
    Err(
        "nobody runs it. Run it in a test of tests/it/commands.rs, or name in ELSEWHERE there what does"
            .to_owned(),
    )
}

fn require(holds: bool, why: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(why()) }
}

fn is_story(name: &str) -> bool {
    let stories = fs::read_dir(root().join("tests/stories")).expect("stories are there");
    let mut files = stories.map(|entry| entry.expect("the folder can be read").file_name());
    files.any(|file| file.to_string_lossy().contains(name))
}

/// A script is what runs; that it is there, can be started and can be read is seen here.
fn script(command: &str) -> Result<(), String> {
    let mut words = command.split_whitespace();
    let path = words.next().unwrap_or_default();
    let file = root().join(path);
    let mode = fs::metadata(&file).map(|data| data.permissions().mode());
    let can_start = mode.is_ok_and(|mode| mode & 0o111 != 0);
    require(can_start, || format!("{path} cannot be started"))?;
    let read = Command::new("bash").arg("-n").arg(&file).status();
    require(read.is_ok_and(|status| status.success()), || {
        format!("bash cannot read {path}")
    })?;
    let text = fs::read_to_string(&file).unwrap_or_default();
    let unknown = words.find(|word| word.starts_with('-') && !text.contains(*word));
    require(unknown.is_none(), || {
        format!("{path} does not know {unknown:?}")
    })
}

/// No test has docker. What the command names must stand in the composition.
fn composed(words: &str) -> Result<(), String> {
    const VERBS: [&str; 4] = ["up", "build", "ps", "rm"];
    const OPTIONS: [&str; 4] = ["-d", "--no-deps", "--wait", "-sf"];
    let composition = fs::read_to_string(root().join("compose.yaml")).expect("compose.yaml");
    let (_, services) = composition.split_once("\nservices:").expect("services");
    let mut words = words.split_whitespace();
    while let Some(word) = words.next() {
        if word == "--profile" {
            let profile = words.next().unwrap_or_default();
            let named = format!("profiles: [{profile}]");
            require(composition.contains(&named), || {
                format!("compose.yaml has no profile {profile}")
            })?;
        } else if ["run", "exec"].contains(&word) {
            // Behind the service stands what is done inside of it.
            let mut behind = words
                .by_ref()
                .skip_while(|word| word.starts_with('-') || word.contains(':'));
            let service = behind.next().unwrap_or_default();
            return require(services.contains(&format!("\n  {service}:\n")), || {
                format!("compose.yaml has no service {service}")
            });
        } else if !VERBS.contains(&word) && !OPTIONS.contains(&word) {
            require(services.contains(&format!("\n  {word}:\n")), || {
                format!("compose.yaml has no service {word}")
            })?;
        }
    }
    Ok(())
}

/// A folder in which somebody's reminder is kept.
async fn with_a_record() -> TempDir {
    let place = TempDir::new().unwrap();
    let kept = opened(place.path())
        .commit(ChatId(1), CommitId::Own(1), Revision(0), &at_rest())
        .await;
    assert_eq!(kept, Ok(Commit::Applied));
    place
}

async fn has_the_record(place: &Path) {
    let record = opened(place).load(ChatId(1)).await.unwrap();
    let record = record.expect("it is there");
    assert_eq!(
        record.dialogue.certificates,
        at_rest().dialogue.certificates
    );
}

fn opened(place: &Path) -> SqliteStore {
    SqliteStore::open(place.join(FILE).to_str().unwrap()).unwrap()
}

/// As the page says: the file goes, and what belongs to it.
fn without_file(place: &Path) {
    fs::remove_file(place.join(FILE)).unwrap();
    for ending in ["-wal", "-shm"] {
        let file = place.join(format!("{FILE}{ending}"));
        if file.exists() {
            fs::remove_file(file).unwrap();
        }
    }
}

/// Runs the command to its end and gives what it said.
async fn succeeds(place: &Path, settings: &[(&str, &str)], command: &str) -> String {
    let status = ended(shell(place, settings, command)).await;
    let said = log(place);
    assert!(status.success(), "{command}\n{said}");
    said
}

/// A reader's shell in this folder, with these settings alone, in which `gilbot` is the program.
fn shell(place: &Path, settings: &[(&str, &str)], command: &str) -> Child {
    let program = Path::new(env!("CARGO_BIN_EXE_gilbot"));
    let built = program.parent().expect("it lies in a folder").display();
    let path = std::env::var("PATH").unwrap_or_default();
    let said = fs::File::create(place.join("log")).unwrap();
    Command::new("sh")
        .args(["-c", command])
        .env_clear()
        .env("PATH", format!("{built}:{path}"))
        .envs(settings.iter().copied())
        .current_dir(place)
        .stdin(Stdio::null())
        .stdout(said.try_clone().unwrap())
        .stderr(said)
        .spawn()
        .unwrap()
}
