//! The texts as they stand in `locales`, and as they are said on every screen.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use chrono::TimeDelta;
use gilbot::dialogue::state::{Dialogue, Spot, State};
use gilbot::dialogue::view;
use gilbot::guide::route;
use gilbot::locales::{Language, Said};
use regex::Regex;

use crate::reached::{REACHED, WORDS, texts};
use gilbot::gallery::starts::now;

/// A language and its folder.
pub const LANGUAGES: [(Language, &str); 3] = [
    (Language::Korean, "ko"),
    (Language::Easy, "ko-easy"),
    (Language::English, "en"),
];

/// One text as it stands in its file, by its id: `message` or `message.attribute`.
pub type Sources = BTreeMap<String, String>;

/// The texts of this language as they are written.
pub fn sources(language: Language) -> &'static Sources {
    static READ: LazyLock<[Sources; 3]> =
        LazyLock::new(|| LANGUAGES.map(|(_, folder)| read(folder)));
    &READ[index(language)]
}

/// One screen in words, and the ids of all that stands on it.
pub struct Shown {
    pub ids: Vec<String>,
    pub said: Said,
    /// The step that is walked, its number, and of how many.
    pub step: Option<(usize, usize)>,
}

/// Every screen of this language, each once.
pub fn shown(language: Language) -> &'static [Shown] {
    static SHOWN: [LazyLock<Vec<Shown>>; 3] = [
        LazyLock::new(|| all_in(Language::Korean)),
        LazyLock::new(|| all_in(Language::Easy)),
        LazyLock::new(|| all_in(Language::English)),
    ];
    &SHOWN[index(language)]
}

/// What a text asks to be put into it.
pub fn arguments(text: &str) -> HashSet<&str> {
    static ARGUMENT: LazyLock<Regex> = LazyLock::new(|| regex(r"\$([a-z_]+)"));
    let found = ARGUMENT.captures_iter(text);
    found
        .filter_map(|found| found.get(1))
        .map(|name| name.as_str())
        .collect()
}

/// The names in '…', as they stand on the bank's screen.
pub fn quoted(text: &str) -> Vec<&str> {
    static QUOTED: LazyLock<Regex> = LazyLock::new(|| regex(r"'([^'\n]+)'"));
    let found = QUOTED.captures_iter(text);
    found
        .filter_map(|found| found.get(1))
        .map(|name| name.as_str())
        .collect()
}

pub fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern")
}

#[track_caller]
pub fn none(faults: impl IntoIterator<Item = String>) {
    let mut faults: Vec<String> = faults.into_iter().collect();
    faults.sort();
    faults.dedup();
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

fn index(language: Language) -> usize {
    match language {
        Language::Korean => 0,
        Language::Easy => 1,
        Language::English => 2,
    }
}

fn read(folder: &str) -> Sources {
    static BEGINS: LazyLock<Regex> =
        LazyLock::new(|| regex(r"^(    \.)?([a-zA-Z][a-zA-Z0-9_-]*) *= *(.*)$"));
    let place = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("locales")
        .join(folder);
    let mut sources = Sources::new();
    for file in fs::read_dir(place).expect("the folder of a language") {
        let text = fs::read_to_string(file.expect("a file").path()).expect("a text");
        let (mut message, mut id) = (String::new(), String::new());
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let begins = BEGINS
                .captures(line)
                .filter(|found| found.get(1).is_some() || !line.starts_with(' '));
            let words = match &begins {
                Some(found) => {
                    let name = &found[2];
                    id = match found.get(1) {
                        Some(_) => format!("{message}.{name}"),
                        None => {
                            message = name.to_owned();
                            message.clone()
                        }
                    };
                    &found[3]
                }
                None => line.trim(),
            };
            let text = sources.entry(id.clone()).or_default();
            text.push_str(words);
            text.push('\n');
        }
    }
    sources.retain(|_, text| !text.trim().is_empty());
    sources
}

fn all_in(language: Language) -> Vec<Shown> {
    let mut known = HashSet::new();
    let mut all = Vec::new();
    for reached in REACHED.iter() {
        let mut add = |screen, step| {
            let said = WORDS.screen(language, &screen);
            let labels = said
                .keyboard
                .iter()
                .flatten()
                .map(|button| button.label.as_str());
            let whole: String = labels.chain([said.html.as_str()]).collect();
            if known.insert(whole) {
                all.push(Shown {
                    ids: texts(&screen),
                    said,
                    step,
                });
            }
        };
        let State::Walking(spot) = reached.dialogue.state else {
            add(reached.screen.clone(), None);
            continue;
        };
        for (dialogue, step) in parts(&reached.dialogue, spot, language) {
            add(view(&dialogue, now()), Some(step));
            add(view(&dialogue, now() + TimeDelta::days(400)), Some(step));
        }
    }
    all
}

/// The parts in which this language says a step, each with the number of the step and of how many.
fn parts(dialogue: &Dialogue, spot: Spot, language: Language) -> Vec<(Dialogue, (usize, usize))> {
    let steps = route::steps(&spot.walk.plan);
    let at = steps.iter().position(|step| step.id == spot.step);
    let step = (at.map_or(1, |at| at + 1), steps.len());
    let parts = 0..route::easy_parts(spot.step);
    let in_part = parts.map(|part| {
        let mut dialogue = dialogue.clone();
        dialogue.settings.language = language;
        dialogue.state = State::Walking(Spot { part, ..spot });
        (dialogue, step)
    });
    in_part.collect()
}
