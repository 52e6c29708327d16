//! How long a screen and a sentence may be: as long as a person reads who stands before a bank's screen.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use gilbot::dialogue::text::Text;
use gilbot::locales::Language::{Easy, English, Korean};
use gilbot::locales::{Language, markup};
use regex::Regex;

use super::texts::{LANGUAGES, arguments, none, regex, shown, sources};
use crate::reached::WORDS;
use gilbot::gallery::starts::fullest;

/// Names, numbers and addresses of others, which we cannot make shorter: they count as one sign each.
const OFFICIAL: &str = r"KB국민인증서|KB스타뱅킹|금융인증서|공동인증서|금융결제원|국민은행|주민등록번호|보이스피싱|'[^']+'|\+?\d[\d-]{2,}\d|[a-z@/]+\.[a-z./]+|KB Star Banking|Financial Certificates?|Joint Certificate|\([가-힣/· ]+\)";

#[test]
fn no_screen_is_longer_than_people_read() {
    let mut faults = Vec::new();
    for (language, folder) in LANGUAGES {
        let most = screen_max(language);
        for shown in shown(language) {
            let length = ours(&shown.said.html).chars().count();
            if length > most {
                faults.push(format!(
                    "{length} {folder} {:?}\n{}",
                    shown.ids, shown.said.html
                ));
            }
        }
    }
    none(faults);
}

#[test]
fn no_sentence_is_longer_than_a_breath() {
    let mut faults = Vec::new();
    for (language, folder) in LANGUAGES {
        for sentence in sentences(language) {
            let length = length_of(&sentence);
            if length > sentence_max(language) {
                faults.push(format!("{folder} {length}: {sentence}"));
            }
        }
    }
    none(faults);
}

fn screen_max(language: Language) -> usize {
    match language {
        Korean | English => 700,
        Easy => 400,
    }
}

fn sentence_max(language: Language) -> usize {
    match language {
        Korean => 60,
        Easy => 40,
        English => 110,
    }
}

/// Every sentence on a screen, and of the texts that are said elsewhere.
fn sentences(language: Language) -> BTreeSet<String> {
    let screens = shown(language).iter().map(|shown| ours(&shown.said.html));
    let elsewhere = sources(language)
        .iter()
        .filter(|(_, text)| arguments(text).is_empty())
        .map(|(id, _)| WORDS.plain(language, &Text::new(id.clone())));
    let mut sentences = BTreeSet::new();
    for text in screens.chain(elsewhere) {
        for line in text.lines() {
            let line = line.trim_start_matches('·').trim();
            sentences.extend(END.split(line).map(|sentence| sentence.trim().to_owned()));
        }
    }
    sentences
}

/// What a person sees; a name that somebody has made as long as it may be is no word of ours.
fn ours(html: &str) -> String {
    static LONGEST: LazyLock<String> = LazyLock::new(|| {
        let full = fullest();
        let longest = full.certificates.iter().next();
        longest.map_or_else(String::new, |known| known.label.clone())
    });
    markup::plain(html)
        .trim()
        .replace(LONGEST.as_str(), "우리 집")
}

static END: LazyLock<Regex> = LazyLock::new(|| regex(r"[.!?]['”)]? +"));

fn length_of(sentence: &str) -> usize {
    static NAMES: LazyLock<Regex> = LazyLock::new(|| regex(OFFICIAL));
    NAMES.replace_all(sentence, "#").chars().count()
}
