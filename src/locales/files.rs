//! The files of `locales/`, and how they are read.

use std::collections::BTreeMap;

use fluent_bundle::FluentResource;

/// A file's name, and what is in it.
pub type Source = (&'static str, &'static str);

macro_rules! embedded {
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$((
            concat!("locales/", $folder, "/", $name, ".ftl"),
            include_str!(concat!("../../locales/", $folder, "/", $name, ".ftl")),
        )),*]
    };
}

/// The Korean files. A new file is one line here.
pub const KOREAN: &[Source] = embedded!("ko":
    "checklist",
    "choose",
    "files",
    "glossary",
    "pages",
    "picture",
    "screens",
    "steps",
    "topics",
    "troubles",
    "troubles-1",
    "troubles-2",
    "troubles-3",
    "troubles-4",
    "troubles-5",
    "troubles-6",
    "troubles-7",
    "troubles-8",
    "troubles-9",
);

/// 쉬운 말. What it lacks is said in ordinary Korean.
pub const EASY: &[Source] = embedded!("ko-easy":
    "checklist",
    "choose",
    "files",
    "pages",
    "picture",
    "screens",
    "steps",
    "topics",
    "troubles",
    "troubles-1",
    "troubles-2",
    "troubles-3",
    "troubles-4",
    "troubles-5",
    "troubles-6",
    "troubles-7",
    "troubles-8",
    "troubles-9",
);

/// The English files. What they lack is said in Korean.
pub const ENGLISH: &[Source] = embedded!("en":
    "checklist",
    "choose",
    "files",
    "glossary",
    "pages",
    "picture",
    "screens",
    "steps",
    "topics",
    "troubles",
    "troubles-1",
    "troubles-2",
    "troubles-3",
    "troubles-4",
    "troubles-5",
    "troubles-6",
    "troubles-7",
    "troubles-8",
    "troubles-9",
);

/// Why the words cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    #[error("{file}:{line}: {what}")]
    Unreadable {
        file: String,
        line: usize,
        what: String,
    },
    #[error("{file}:{line}: the id {id} stands already in {first}")]
    Twice {
        file: String,
        line: usize,
        id: String,
        /// File and line of the first one.
        first: String,
    },
}

/// Reads one file.
pub fn parse((file, text): &Source) -> Result<FluentResource, WordsError> {
    FluentResource::try_new((*text).to_owned()).map_err(|(_, errors)| {
        let first = errors.first();
        let at = first.map_or(0, |error| error.pos.start);
        WordsError::Unreadable {
            file: (*file).to_owned(),
            line: text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1,
            what: first.map_or_else(String::new, ToString::to_string),
        }
    })
}

/// Every id of these files in order, `message` and `message.attribute`; an id that stands twice is an error.
///
/// Fluent keeps the first message of two and says nothing of two attributes, so that the lines are read here.
pub fn unique_ids(sources: &[Source]) -> Result<Vec<String>, WordsError> {
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    let mut ids = Vec::new();
    for (file, text) in sources {
        let mut message = String::new();
        for (index, line) in text.lines().enumerate() {
            let Some(id) = id_of(line, &mut message) else {
                continue;
            };
            let place = format!("{file}:{}", index + 1);
            if let Some(first) = places.insert(id.clone(), place) {
                return Err(WordsError::Twice {
                    file: (*file).to_owned(),
                    line: index + 1,
                    id,
                    first,
                });
            }
            ids.push(id);
        }
    }
    Ok(ids)
}

/// The id that begins on this line. A message begins at the margin; an attribute is indented and begins with a dot.
fn id_of(line: &str, message: &mut String) -> Option<String> {
    let (left, _) = line.split_once('=')?;
    let indented = left.starts_with(' ');
    let left = left.trim();
    let name = if indented {
        left.strip_prefix('.')?
    } else {
        left
    };
    let begins_well = name.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    if !begins_well || !name.chars().all(is_name) {
        return None;
    }
    if indented {
        Some(format!("{message}.{name}"))
    } else {
        *message = name.to_owned();
        Some(name.to_owned())
    }
}
