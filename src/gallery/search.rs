//! What the gallery's search looks through: a script, because a page that was opened as a file may load nothing else.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::page::{address, tag};
use super::wing::Wing;
use crate::locales::{Language, Words, markup};

/// The name of the file.
pub(super) fn file(language: Language) -> String {
    format!("texts-{}.js", tag(language))
}

/// Every text of the language: its id, how it is said, and the screens where it stands. One that stands nowhere, as a
/// toast or a command does, is there as it is written.
pub(super) fn texts(wing: &Wing, words: &Words) -> String {
    let screens: Vec<String> = wing
        .screens
        .iter()
        .map(|shown| address(shown.anchor(wing.language)))
        .collect();
    let mut places: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (at, shown) in wing.screens.iter().enumerate() {
        for line in &shown.lines {
            let said = markup::plain(&line.said);
            places.entry((&line.id, said)).or_default().push(at);
        }
    }
    let standing: BTreeSet<&str> = places.keys().map(|(id, _)| *id).collect();
    let mut elsewhere: Vec<&str> = words.ids(wing.language).collect();
    elsewhere.retain(|id| !standing.contains(id));
    for id in elsewhere {
        let written = words.written(wing.language, id).unwrap_or_default();
        places.insert((id, markup::plain(&written)), Vec::new());
    }
    let texts: Vec<_> = places
        .iter()
        .map(|((id, said), at)| json!([id, said, at]))
        .collect();
    let found = json!({ "screens": screens, "texts": texts });
    format!("gilbotTexts({}, {found});\n", json!(tag(wing.language)))
}
