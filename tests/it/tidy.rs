//! The house rules that a compiler does not know, read from the sources.

mod source;

use source::{Source, project, sources};

/// A room, the rooms that it may name, and what it never touches.
struct Room {
    name: &'static str,
    may_name: &'static [&'static str],
    never: &'static [&'static str],
}

/// The world: whatever makes an answer depend on more than the question.
const WORLD: &[&str] = &[
    "async",
    "await",
    "tokio",
    "teloxide",
    "redis::",
    "rusqlite",
    "fluent",
    "fluent_bundle",
    "axum",
    "reqwest",
    "tracing",
    "metrics",
    "rand",
    "fs::",
    "std::env",
    "env::",
    "net::",
    "thread::",
    "Instant",
    "SystemTime",
    "Utc::now",
    "Local",
];

const ROOMS: &[Room] = &[
    Room {
        name: "guide",
        may_name: &[],
        never: WORLD,
    },
    Room {
        name: "reading",
        may_name: &["guide"],
        never: WORLD,
    },
    Room {
        name: "dialogue",
        may_name: &["guide", "reading"],
        never: WORLD,
    },
    Room {
        name: "locales",
        may_name: &["dialogue"],
        never: &["async", "tokio", "teloxide", "redis", "rusqlite"],
    },
    Room {
        name: "calendar",
        may_name: &["dialogue", "locales"],
        never: &[
            "async", "tokio", "teloxide", "redis", "rusqlite", "Utc::now",
        ],
    },
    Room {
        name: "picture",
        may_name: &["dialogue", "locales"],
        never: &[
            "async", "tokio", "teloxide", "redis", "rusqlite", "Utc::now",
        ],
    },
    Room {
        name: "store",
        may_name: &["dialogue"],
        never: &["teloxide", "fluent_bundle", "axum", "reqwest"],
    },
    Room {
        name: "telegram",
        // The guide's ids stand in the codes of buttons and links.
        may_name: &["guide", "dialogue", "reading", "locales"],
        never: &["redis", "rusqlite", "axum"],
    },
    Room {
        name: "gallery",
        may_name: &["guide", "reading", "dialogue", "locales", "telegram"],
        never: &[
            "async", "tokio", "teloxide", "redis", "rusqlite", "axum", "Utc::now",
        ],
    },
    Room {
        name: "runtime",
        may_name: &[
            "dialogue", "locales", "calendar", "picture", "store", "telegram",
        ],
        never: &["redis", "rusqlite", "fluent_bundle"],
    },
    Room {
        name: "emulator",
        may_name: &[],
        never: &["teloxide", "redis", "rusqlite", "Utc::now"],
    },
    Room {
        name: "preview",
        may_name: &[
            "guide", "reading", "dialogue", "locales", "calendar", "picture", "store", "telegram",
            "gallery", "runtime", "emulator",
        ],
        never: &[],
    },
    Room {
        name: "config",
        may_name: &["store", "runtime"],
        never: &["teloxide", "rusqlite", "tokio"],
    },
    Room {
        name: "desk",
        may_name: &["store", "telegram", "runtime", "config"],
        never: &["teloxide", "redis::cmd", "rusqlite", "axum"],
    },
];

const LINES_OF_FILE_MAX: usize = 300;
const LINES_OF_FUNCTION_MAX: usize = 70;

/// Files and folders that are named after no thing.
const NAMELESS_PLACES: [&str; 14] = [
    "types", "utils", "util", "errors", "helpers", "helper", "common", "misc", "handlers",
    "handler", "services", "service", "manager", "models",
];
/// Words that say nothing about what a thing is.
const EMPTY_WORDS: [&str; 9] = [
    "Manager",
    "Service",
    "Controller",
    "Helper",
    "Helpers",
    "Util",
    "Utils",
    "Data",
    "Info",
];
const EMPTY_BEGINNINGS: [&str; 4] = ["process_", "handle_", "do_", "get_"];

/// Where a link may lead, and what Telegram and the emulator's page call themselves.
const HOSTS: [&str; 6] = [
    "kbstar.com",
    "yeskey.or.kr",
    "t.me",
    "api.telegram.org",
    "localhost",
    // The name of a vocabulary of pictures, never opened.
    "www.w3.org",
];
/// The endings by which a host is known where no `https://` stands before it.
const HOST_ENDINGS: [&str; 8] = ["com", "net", "org", "kr", "io", "me", "app", "dev"];

#[test]
fn arrows_between_rooms_point_down_only() {
    let mut broken = Vec::new();
    for room in ROOMS {
        for source in room_sources(room) {
            for (named, line) in source.rooms_named() {
                let is_room = ROOMS.iter().any(|room| room.name == named);
                if is_room && named != room.name && !room.may_name.contains(&named) {
                    broken.push(format!(
                        "{}:{line}: {} names {named}",
                        source.path, room.name
                    ));
                }
            }
        }
    }
    none(broken);
}

#[test]
fn every_room_is_known_here() {
    let rooms = sources("src").into_iter().map(|source| {
        let path = source.path.trim_start_matches("src/").to_owned();
        let end = path.find(['/', '.']).unwrap_or(path.len());
        path[..end].to_owned()
    });
    let unknown = rooms.filter(|room| {
        let is_known = ROOMS.iter().any(|known| known.name == room);
        !is_known && !["lib", "main"].contains(&room.as_str())
    });
    none(unknown.collect());
}

#[test]
fn no_room_touches_what_is_not_its_own() {
    let mut broken = Vec::new();
    for room in ROOMS {
        let never = room.never.iter().copied();
        broken.extend(mentions(&room_sources(room), never));
    }
    none(broken);
}

#[test]
fn the_time_of_day_is_read_in_one_place() {
    let clocks = ["Utc::now", "Local::now", "SystemTime::now"];
    let elsewhere = without("src", "src/runtime/clock.rs");
    none(mentions(&elsewhere, clocks));
}

#[test]
fn updates_never_pass_a_dispatcher_that_acknowledges_before_it_works() {
    none(mentions(&sources("src"), ["Dispatcher", "UpdateListener"]));
}

#[test]
fn files_are_short() {
    let files = sources("src").into_iter().filter_map(|source| {
        let lines = source.text.lines().count();
        let is_long = source.path.ends_with(".rs") && lines > LINES_OF_FILE_MAX;
        is_long.then(|| format!("{}: {lines} lines", source.path))
    });
    none(files.collect());
}

#[test]
fn functions_are_short() {
    let mut long = Vec::new();
    for source in sources("src") {
        for function in source.functions() {
            if function.lines > LINES_OF_FUNCTION_MAX {
                let (path, line) = (&source.path, function.line);
                long.push(format!(
                    "{path}:{line}: {} has {} lines",
                    function.name, function.lines
                ));
            }
        }
    }
    none(long);
}

#[test]
fn tests_live_outside_the_source() {
    let needles = ["cfg(test", "cfg!(test", "cfg_attr(test", "#[test]"];
    none(mentions(&sources("src"), needles));
}

#[test]
fn nothing_is_unfinished_or_silenced() {
    let needles = [
        "todo!",
        "unimplemented!",
        "dbg!",
        "#[ignore",
        "allow(dead_code",
        "allow(unused",
        "allow(clippy",
    ];
    let code = ["src", "tests", "benches"].into_iter().flat_map(sources);
    let code: Vec<_> = code.collect();
    let mut broken = mentions(&code, needles);
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat()];
    for source in code.iter().chain(&sources("locales")) {
        for mark in &marks {
            let found = source.text.contains(mark.as_str());
            broken.extend(found.then(|| format!("{}: {mark}", source.path)));
        }
    }
    none(broken);
}

#[test]
fn names_say_what_a_thing_is() {
    let mut broken = Vec::new();
    for source in sources("src") {
        let place = source.path.trim_end_matches(".rs").split('/');
        if place
            .skip(1)
            .any(|part| NAMELESS_PLACES.contains(&part.to_lowercase().as_str()))
        {
            broken.push(source.path.clone());
        }
        for (kind, name, line) in source.declarations() {
            let is_type = name.starts_with(char::is_uppercase) && kind != "const";
            let is_empty = is_type && camel_words(name).any(|word| EMPTY_WORDS.contains(&word));
            let begins_empty = kind == "fn"
                && EMPTY_BEGINNINGS
                    .iter()
                    .any(|beginning| name.starts_with(beginning));
            if is_empty || begins_empty {
                broken.push(format!("{}:{line}: {kind} {name}", source.path));
            }
        }
    }
    none(broken);
}

#[test]
fn no_path_of_one_machine_is_written_down() {
    let paths = [
        ["/wo", "rk/"].concat(),
        ["/ro", "ot/"].concat(),
        ["/ho", "me/"].concat(),
    ];
    let mut broken = Vec::new();
    for source in project() {
        for (at, line) in source.text.lines().enumerate() {
            let found = paths.iter().find(|path| line.contains(path.as_str()));
            broken.extend(found.map(|path| format!("{}:{}: {path}", source.path, at + 1)));
        }
    }
    none(broken);
}

#[test]
fn nothing_leads_anywhere_but_to_the_bank_and_the_certificate_authority() {
    let mut broken = Vec::new();
    let texts = sources("locales");
    for source in sources("src").iter().chain(&texts) {
        let is_text = source.path.starts_with("locales/");
        for (at, line) in source.text.lines().enumerate() {
            let mut hosts = hosts_after_scheme(line);
            if is_text {
                hosts.extend(bare_hosts(line));
            }
            let foreign = hosts.into_iter().filter(|host| !is_ours(host));
            broken.extend(foreign.map(|host| format!("{}:{}: {host}", source.path, at + 1)));
        }
    }
    none(broken);
}

#[test]
fn korean_particles_are_chosen_and_not_written_both_ways() {
    let both = [
        "을(를)", "를(을)", "이(가)", "가(이)", "은(는)", "는(은)", "(으)로", "와(과)", "과(와)",
    ];
    let mut broken = Vec::new();
    for source in sources("locales") {
        for (at, line) in source.text.lines().enumerate() {
            let is_comment = line.trim_start().starts_with('#');
            let found = both
                .iter()
                .find(|both| !is_comment && line.contains(**both));
            broken.extend(found.map(|both| format!("{}:{}: {both}", source.path, at + 1)));
        }
    }
    none(broken);
}

#[test]
fn the_reader_of_sources_tells_code_from_words() {
    let text = r##"
// fn in_comment() { "
/* fn nested() /* { */ } */
fn first<'a>(x: &'a str) -> char { '{' }
const RAW: &str = r#"fn in_raw() { " "#;
fn second() {
    let quote = '"'; let line = '\n'; let _ = b"}\"";
    crate::store::open(); super::telegram::send();
}
fn declared();
"##;
    let source = Source::parse("src/runtime/mod.rs", text);
    let functions: Vec<_> = source
        .functions()
        .iter()
        .map(|function| (function.name.clone(), function.line, function.lines))
        .collect();
    assert_eq!(
        functions,
        [("first".to_owned(), 4, 1), ("second".to_owned(), 6, 4)]
    );
    assert_eq!(source.rooms_named(), [("store", 8), ("telegram", 8)]);
    let group = Source::parse(
        "src/runtime/deep/turn.rs",
        "use super::clock;\nuse crate::{a::{b, c}, d};",
    );
    assert_eq!(group.rooms_named(), [("a", 2), ("d", 2)]);
}

fn room_sources(room: &Room) -> Vec<Source> {
    let mut found = sources(&format!("src/{}", room.name));
    found.extend(sources(&format!("src/{}.rs", room.name)));
    found
}

fn without(below: &str, path: &str) -> Vec<Source> {
    let sources = sources(below).into_iter();
    sources.filter(|source| source.path != path).collect()
}

fn mentions<'a>(sources: &[Source], needles: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut found = Vec::new();
    for needle in needles {
        for source in sources {
            let lines = source.lines_with(needle).into_iter();
            found.extend(lines.map(|line| format!("{}:{line}: {needle}", source.path)));
        }
    }
    found
}

fn camel_words(name: &str) -> impl Iterator<Item = &str> {
    let begins = name
        .char_indices()
        .filter(|(_, letter)| letter.is_uppercase());
    let begins: Vec<_> = begins.map(|(at, _)| at).chain([name.len()]).collect();
    let words: Vec<_> = begins
        .windows(2)
        .map(|pair| &name[pair[0]..pair[1]])
        .collect();
    words.into_iter()
}

fn hosts_after_scheme(line: &str) -> Vec<&str> {
    let schemes = ["http://", "https://"];
    let places = schemes
        .iter()
        .flat_map(|scheme| line.match_indices(scheme).map(|(at, _)| at + scheme.len()));
    places
        .map(|at| host(&line[at..]))
        // A name without a dot leads nowhere on the net.
        .filter(|host| host.contains('.') && !host.split('.').all(is_number))
        .collect()
}

fn bare_hosts(line: &str) -> Vec<&str> {
    let is_host = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '.';
    let words = line.split(|letter| !is_host(letter));
    let words = words.map(|word| word.trim_matches('.'));
    words
        .filter(|word| {
            let ending = word.rsplit_once('.').map(|(_, ending)| ending);
            ending.is_some_and(|ending| HOST_ENDINGS.contains(&ending))
        })
        .collect()
}

fn host(address: &str) -> &str {
    let is_host = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '.';
    let end = address.find(|letter| !is_host(letter));
    address[..end.unwrap_or(address.len())].trim_end_matches('.')
}

fn is_number(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_ours(host: &str) -> bool {
    let is_below = |ours: &str| {
        host.strip_suffix(ours)
            .is_some_and(|sub| sub.ends_with('.'))
    };
    HOSTS.iter().any(|ours| host == *ours || is_below(ours))
}

#[track_caller]
fn none(broken: Vec<String>) {
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}
