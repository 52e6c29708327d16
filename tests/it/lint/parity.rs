//! The three languages say the same things, of the same things.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use gilbot::guide::route;
use gilbot::locales::Language::{Easy, English, Korean};
use gilbot::locales::particles;
use regex::Regex;

use super::texts::{LANGUAGES, arguments, none, quoted, regex, shown, sources};
use crate::reached::WORDS;

/// What English need not say. Nothing, so far.
const NOT_IN_ENGLISH: [&str; 0] = [];
/// How many texts 쉬운 말 takes over from ordinary Korean, because they are easy already. It may only become less.
const NOT_IN_EASY_MAX: usize = 409;

#[test]
fn every_language_puts_the_same_into_a_text() {
    let mut faults = Vec::new();
    for (language, folder) in LANGUAGES {
        for (id, text) in sources(language) {
            let Some(korean) = sources(Korean).get(id) else {
                continue;
            };
            let (ours, theirs) = (arguments(text), arguments(korean));
            if ours != theirs {
                faults.push(format!("{folder} {id}: {ours:?}, in ko {theirs:?}"));
            }
        }
    }
    none(faults);
}

#[test]
fn a_particle_is_asked_for_after_something_and_by_a_pair_that_we_know() {
    static CALL: LazyLock<Regex> = LazyLock::new(|| regex(r#"P\( *(\$[a-z_]+), *"([^"]+)" *\)"#));
    let mut faults = Vec::new();
    for (language, folder) in LANGUAGES {
        for (id, text) in sources(language) {
            let calls: Vec<_> = CALL.captures_iter(text).collect();
            let known = calls
                .iter()
                .filter(|call| particles::choose("길", &call[2]).is_some());
            let known = known.count();
            let asked = text.matches("{ P(").count();
            if known != asked || (asked > 0 && language == English) {
                faults.push(format!("{folder} {id}: {text}"));
            }
        }
    }
    none(faults);
}

#[test]
fn english_says_everything_that_korean_says() {
    let missing = WORDS
        .ids(Korean)
        .filter(|id| !WORDS.has(English, id) && !NOT_IN_ENGLISH.contains(id));
    none(missing.map(str::to_owned));
}

#[test]
fn what_easy_words_take_over_from_korean_becomes_less() {
    let missing: Vec<&str> = WORDS
        .ids(Korean)
        .filter(|id| !WORDS.has(Easy, id))
        .collect();
    println!(
        "{} texts of ko are not in ko-easy:\n{}",
        missing.len(),
        missing.join("\n")
    );
    assert!(
        missing.len() <= NOT_IN_EASY_MAX,
        "{} are missing",
        missing.len()
    );
}

#[test]
fn no_language_says_what_korean_does_not() {
    let parts: BTreeSet<String> = easy_parts();
    let mut faults = Vec::new();
    for (language, folder) in LANGUAGES {
        let own = WORDS.ids(language).filter(|id| !WORDS.has(Korean, id));
        let own = own.filter(|id| language != Easy || !parts.contains(*id));
        faults.extend(own.map(|id| format!("{folder} {id}")));
    }
    none(faults);
}

#[test]
fn a_step_in_parts_has_each_of_them_and_nothing_besides() {
    let parts = easy_parts();
    let missing = parts.iter().filter(|id| !WORDS.has(Easy, id)).cloned();
    let whole = route::all().filter(|step| route::easy_parts(step.id) > 1);
    let whole = whole.map(|step| format!("step-{}", step.id.0));
    let never_said = whole.filter(|id| WORDS.has(Easy, id));
    none(missing.chain(never_said));
}

#[test]
fn a_part_says_which_of_how_many_it_is() {
    const NUMBERS: [&str; 5] = ["첫", "두", "세", "네", "다섯"];
    let mut faults = Vec::new();
    for step in route::all() {
        let parts = usize::from(route::easy_parts(step.id));
        for part in (1..=parts).filter(|_| parts > 1) {
            let id = format!("step-{}-part-{part}", step.id.0);
            let says = format!(
                "{} 가지 중 {} 번째예요.",
                NUMBERS[parts - 1],
                NUMBERS[part - 1]
            );
            let text = sources(Easy).get(&id).map_or("", |text| text.trim());
            faults.extend((!text.starts_with(&says)).then_some(id));
        }
    }
    none(faults);
}

/// The bank's screens are Korean, whoever reads them.
#[test]
fn english_steps_name_the_banks_buttons_as_they_stand_on_the_screen() {
    let mut faults = Vec::new();
    for (id, korean) in sources(Korean)
        .iter()
        .filter(|(id, _)| id.starts_with("step-"))
    {
        let english = sources(English).get(id).map_or("", String::as_str);
        for name in quoted(korean)
            .into_iter()
            .filter(|name| !english.contains(name))
        {
            faults.push(format!("{id}: «{name}» is not in\n{english}"));
        }
    }
    none(faults);
}

#[test]
fn a_step_says_its_number_in_words_too() {
    let mut faults = Vec::new();
    for (language, folder) in LANGUAGES {
        let steps = shown(language)
            .iter()
            .filter_map(|shown| Some((shown, shown.step?)));
        for (shown, (number, total)) in steps {
            let says = match language {
                Korean | Easy => format!("{total}단계 중 {number}단계"),
                English => format!("Step {number} of {total}"),
            };
            if !shown.said.html.contains(&says) {
                faults.push(format!("{folder}: «{says}» is not in\n{}", shown.said.html));
            }
        }
    }
    none(faults);
}

fn easy_parts() -> BTreeSet<String> {
    let split = route::all().filter(|step| route::easy_parts(step.id) > 1);
    split
        .flat_map(|step| {
            let parts = 1..=route::easy_parts(step.id);
            parts.map(move |part| format!("step-{}-part-{part}", step.id.0))
        })
        .collect()
}
