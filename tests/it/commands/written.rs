//! The commands as they stand in the documents.

use crate::documents::documents;

/// What a code span begins with when it is a command and not a name.
const BEGINNINGS: [&str; 9] = [
    "gilbot ",
    "cargo ",
    "scripts/",
    "docker compose",
    "redis-cli ",
    "sqlite3 ",
    "cp ",
    "git ",
    "STORY=",
];

/// One command, and where it stands.
pub struct Written {
    pub place: String,
    pub command: String,
}

/// Every command of every document for people, in order.
pub fn written() -> Vec<Written> {
    let documents = documents().into_iter();
    let commands = documents.flat_map(|document| commands_in(&document.name, &document.text));
    commands.collect()
}

/// Every line of a block of `sh`, and every code span that begins like a command.
pub fn commands_in(document: &str, text: &str) -> Vec<Written> {
    let mut found = Vec::new();
    let mut fence = None;
    let mut words = String::new();
    for (number, line) in (1..).zip(text.lines()) {
        match (fence, line.trim_start().strip_prefix("```")) {
            (None, Some(kind)) => fence = Some(kind.trim()),
            (Some(_), Some(_)) => fence = None,
            (Some("sh"), None) => {
                let place = format!("{document}:{number}");
                found.extend(each(line).map(|command| Written {
                    place: place.clone(),
                    command,
                }));
            }
            (Some(_), None) => {}
            (None, None) => words.push_str(line),
        }
        words.push('\n');
    }
    // A span may be broken over two lines.
    let pieces: Vec<&str> = words.split('`').collect();
    assert_eq!(pieces.len() % 2, 1, "{document}: a code span has no end");
    let mut number = 1;
    for (at, piece) in pieces.into_iter().enumerate() {
        let command = piece.split_whitespace().collect::<Vec<_>>().join(" ");
        let begins = |beginning: &&str| command.starts_with(*beginning);
        if at % 2 == 1 && BEGINNINGS.iter().any(begins) {
            let place = format!("{document}:{number}");
            found.push(Written { place, command });
        }
        number += piece.matches('\n').count();
    }
    found
}

/// The commands of one line, without its remark: none, one, or of a loop one for each round.
fn each(line: &str) -> impl Iterator<Item = String> {
    let line = line.trim();
    let remark = line.find(" #").unwrap_or(line.len());
    let line = if line.starts_with('#') {
        ""
    } else {
        line[..remark].trim_end()
    };
    let rounds = line.strip_prefix("for n in ").and_then(|rest| {
        let (values, body) = rest.split_once("; do ")?;
        Some((values, body.strip_suffix("; done")?))
    });
    let commands: Vec<String> = match rounds {
        Some((values, body)) => values
            .split_whitespace()
            .map(|value| body.replace("$n", value))
            .collect(),
        None if line.is_empty() => Vec::new(),
        None => vec![line.to_owned()],
    };
    commands.into_iter()
}
