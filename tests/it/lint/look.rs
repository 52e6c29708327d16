//! How a screen looks: nothing unsaid, nothing by a picture alone, nothing that leads elsewhere.

use std::sync::LazyLock;

use gilbot::locales::Language::{Easy, Korean};
use gilbot::locales::markup;
use regex::Regex;

use super::texts::{LANGUAGES, Shown, none, regex, shown, sources};
use crate::reached::WORDS;

const EMOJI_MAX: usize = 2;
const HOSTS: [&str; 2] = ["kbstar.com", "yeskey.or.kr"];

#[test]
fn no_text_shows_what_it_is_made_of() {
    static RAW: LazyLock<Regex> =
        LazyLock::new(|| regex(r"[{}]|\[[a-z][a-z0-9.-]*\]|\$[a-z]|\bnull\b|\bNone\b"));
    let mut faults = Vec::new();
    for (language, folder) in LANGUAGES {
        for words in shown(language).iter().flat_map(words) {
            let found = RAW.find(&words).map(|found| found.as_str().to_owned());
            faults.extend(found.map(|found| format!("{folder}: «{found}» in\n{words}")));
        }
    }
    none(faults);
    none(WORDS.missing());
}

#[test]
fn particles_are_chosen_on_every_screen() {
    static BOTH: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"[을를은는이가과와]\([을를은는이가과와]\)|\((으|이)\)|[을를]/[을를]|[은는]/[은는]|[과와]/[과와]",
        )
    });
    let mut faults = Vec::new();
    for language in [Korean, Easy] {
        for words in shown(language).iter().flat_map(words) {
            let found = BOTH.find(&words).map(|found| found.as_str().to_owned());
            faults.extend(found.map(|found| format!("«{found}» in\n{words}")));
        }
    }
    none(faults);
}

#[test]
fn only_the_bank_and_the_certificate_service_are_named_as_addresses() {
    static HOST: LazyLock<Regex> =
        LazyLock::new(|| regex(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"));
    let is_ours = |host: &str| {
        let is_below = |ours: &str| host == ours || host.ends_with(&format!(".{ours}"));
        HOSTS.into_iter().any(is_below)
    };
    let mut faults = Vec::new();
    for (language, folder) in LANGUAGES {
        let said = shown(language).iter().flat_map(words);
        for words in said.chain(sources(language).values().cloned()) {
            let foreign = HOST
                .find_iter(&words)
                .filter(|host| !is_ours(host.as_str()));
            faults.extend(foreign.map(|host| format!("{folder}: {} in\n{words}", host.as_str())));
            if words.contains("<a ") || words.contains("http://") {
                faults.push(format!("{folder}: a link in\n{words}"));
            }
        }
    }
    none(faults);
}

#[test]
fn at_most_two_emoji_stand_in_a_message_and_none_stands_alone() {
    let mut faults = Vec::new();
    for (language, folder) in LANGUAGES {
        for shown in shown(language) {
            let whole: String = words(shown).concat();
            let emoji: Vec<char> = whole.chars().filter(|sign| is_emoji(*sign)).collect();
            if emoji.len() > EMOJI_MAX {
                faults.push(format!("{folder}: {emoji:?} in\n{}", shown.said.html));
            }
            for button in shown.said.keyboard.iter().flatten() {
                if !button.label.chars().any(char::is_alphanumeric) {
                    faults.push(format!("{folder}: a button «{}»", button.label));
                }
            }
        }
    }
    none(faults);
}

/// Read aloud, or seen without colours, each says the same.
#[test]
fn nothing_is_said_by_colours_or_signs_alone() {
    let coloured = |sign: &char| {
        matches!(
            sign,
            '🔴' | '🟠' | '🟡' | '🟢' | '🔵' | '🟣' | '🟤' | '⚫' | '⚪' | '🟥'
                ..='🟫' | '⬛' | '⬜' | '✅' | '❌' | '⭕' | '☑' | '✔' | '✖' | '✓' | '✗'
        )
    };
    let mut faults = Vec::new();
    for (language, folder) in LANGUAGES {
        for (id, text) in sources(language) {
            let found = text.chars().find(coloured);
            faults.extend(found.map(|sign| format!("{folder} {id}: {sign}")));
        }
        for shown in shown(language) {
            let mut read: Vec<String> = shown
                .said
                .keyboard
                .iter()
                .flatten()
                .map(|button| {
                    button
                        .label
                        .chars()
                        .filter(|sign| !is_emoji(*sign))
                        .collect::<String>()
                        .trim()
                        .to_owned()
                })
                .collect();
            let all = read.len();
            read.sort();
            read.dedup();
            let are_own = shown
                .ids
                .iter()
                .any(|id| id == "button-certificate" || id == "label");
            if read.len() < all && !are_own {
                faults.push(format!(
                    "{folder}: two buttons are read alike on {:?}",
                    shown.ids
                ));
            }
            if shown.said.visible_length() == 0 {
                faults.push(format!("{folder}: nothing is said on {:?}", shown.ids));
            }
        }
    }
    none(faults);
}

/// Text and labels of a screen, as a person reads them.
fn words(shown: &Shown) -> Vec<String> {
    let labels = shown.said.keyboard.iter().flatten();
    let labels = labels.map(|button| button.label.clone());
    labels.chain([markup::plain(&shown.said.html)]).collect()
}

fn is_emoji(sign: char) -> bool {
    matches!(sign, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{20E3}')
}
