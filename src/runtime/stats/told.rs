//! The answer to `/stats`: the page at `/ops` in a few lines.

use std::fmt::Write;

use super::names;
use super::report::{DAYS, Report, Topic};
use super::shown::{STEP, Shown};
use crate::dialogue::count::{Stretch, ways};
use crate::locales::markup::escape;
use crate::locales::{Language, Words};

/// How many steps of a kind are named.
const STEPS_MAX: usize = 5;

/// What is said when the store does not answer.
pub fn nothing(language: Language) -> &'static str {
    match language {
        Language::Korean | Language::Easy => "저장소가 답하지 않아요. 잠시 뒤에 다시 해 주세요.",
        Language::English => "The store does not answer. Please try again in a while.",
    }
}

/// The words, as HTML.
pub fn told(report: &Report, words: &Words, language: Language) -> String {
    let is_english = language == Language::English;
    let say = |korean: &'static str, english: &'static str| match is_english {
        true => english,
        false => korean,
    };
    let days =
        report.from.format("%m.%d").to_string() + "–" + &report.to.format("%m.%d").to_string();
    let mut html = match is_english {
        true => format!(
            "<b>Statistics</b> · last {DAYS} days ({days}), in brackets the {DAYS} before\n"
        ),
        false => format!("<b>운영 통계</b> · 최근 {DAYS}일({days}), 괄호는 그 앞의 {DAYS}일\n"),
    };
    for topic in Topic::ALL {
        let (name, figure) = (names::topic(topic), report.total(topic));
        let is_sum = topic != Topic::Renewed;
        let number = |shown| number(shown, is_sum, language);
        let (now, before) = (number(figure.now), number(figure.before));
        // Writing into a string cannot fail.
        let _ = write!(html, "\n{} <b>{now}</b> ({before})", name.of(language));
    }
    let mut steps = steps();
    let stuck = |step: &Stretch| report.figure(step.stuck).now;
    steps.sort_by_key(|step| std::cmp::Reverse(stuck(step).seen()));
    let lines = steps.iter().filter_map(|step| {
        let entered = report.figure(step.entered).now;
        let share = stuck(step).percent_of(entered);
        let share = share.map_or(String::new(), |share| format!(" ({share}%)"));
        Some((step, format!("{}{share}", known(stuck(step))?)))
    });
    list(
        &mut html,
        say("많이 막힌 단계", "Most stuck at"),
        lines,
        words,
        language,
    );
    let differs = |step: &Stretch| report.figure(step.differs).now;
    steps.sort_by_key(|step| std::cmp::Reverse(differs(step).seen()));
    let lines = steps
        .iter()
        .filter_map(|step| Some((step, known(differs(step))?.to_string())));
    list(
        &mut html,
        say("화면이 달라요", "Screen differs"),
        lines,
        words,
        language,
    );
    let _ = match is_english {
        true => write!(
            html,
            "\n\nCounts only, cut to steps of {STEP}. The whole is at /ops of the operations port."
        ),
        false => write!(
            html,
            "\n\n횟수만 세고 {STEP}씩 끊어 적어요. 모두 보려면 운영 포트의 /ops를 여세요."
        ),
    };
    html
}

/// Each step once.
fn steps() -> Vec<Stretch> {
    let mut steps = Vec::<Stretch>::new();
    for step in ways().into_iter().flat_map(|way| way.steps) {
        if !steps.iter().any(|known| known.id == step.id) {
            steps.push(step);
        }
    }
    steps
}

fn list<'a>(
    html: &mut String,
    title: &str,
    lines: impl Iterator<Item = (&'a Stretch, String)>,
    words: &Words,
    language: Language,
) {
    for (place, (step, number)) in lines.take(STEPS_MAX).enumerate() {
        if place == 0 {
            let _ = write!(html, "\n\n<b>{title}</b>");
        }
        let name = names::subject(step.entered, words);
        let _ = write!(html, "\n{} {number}", escape(name.of(language)));
    }
}

fn known(shown: Shown) -> Option<u64> {
    match shown {
        Shown::Few => None,
        Shown::AtLeast(times) => Some(times),
    }
}

/// Of a sum that shows nothing one cannot say that it is small.
fn number(shown: Shown, is_sum: bool, language: Language) -> String {
    match (shown, language) {
        (Shown::Few, _) if is_sum => "–".to_owned(),
        (Shown::Few, Language::English) => format!("fewer than {STEP}"),
        (Shown::Few, Language::Korean | Language::Easy) => format!("{STEP} 미만"),
        (Shown::AtLeast(times), _) => times.to_string(),
    }
}
