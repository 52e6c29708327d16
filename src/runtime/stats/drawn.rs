//! The ways that most people walk, as pictures for `/stats`.

use super::names;
pub use super::names::heading;
use super::report::Report;
use super::shown::{STEP, Shown};
use crate::dialogue::count::{Stretch, Way, ways};
use crate::locales::{Language, Words};
use crate::picture::funnel::{Funnel, Rung};

/// How many ways are drawn, each as a picture of its own: the others are seen at `/ops`.
const WAYS_MAX: usize = 3;

/// The ways, the most walked first; none where nothing may be shown.
pub fn funnels(report: &Report, words: &Words, language: Language) -> Vec<Funnel> {
    let came = |step: &Stretch| report.figure(step.entered).now.seen();
    // What several ways share says nothing of how much one of them is walked.
    let walked = |way: &Way| {
        let own = way.steps.iter().filter(|step| !step.shared);
        own.map(came).max().unwrap_or_default()
    };
    let mut ways = ways();
    ways.retain(|way| walked(way) > 0);
    ways.sort_by_key(|way| std::cmp::Reverse(walked(way)));
    ways.truncate(WAYS_MAX);
    let most = ways.iter().flat_map(|way| &way.steps).map(came).max();
    let most = most.unwrap_or_default().max(1) as f32;
    let rung = |step: &Stretch| {
        let counts = [step.entered, step.done, step.stuck];
        let [entered, done, stuck] = counts.map(|count| report.figure(count).now);
        let mark = if step.shared { " *" } else { "" };
        let name = names::subject(step.entered, words);
        Rung {
            name: format!("{}{mark}", name.of(language)),
            numbers: [entered, done, stuck].map(number).join(" / "),
            came: entered.seen() as f32 / most,
            stuck: stuck.percent_of(entered).unwrap_or_default() as f32 / 100.0,
        }
    };
    let funnels = ways.iter().map(|way| Funnel {
        name: names::way(way.word).of(language).to_owned(),
        steps: way.steps.iter().map(rung).collect(),
    });
    funnels.collect()
}

fn number(shown: Shown) -> String {
    match shown {
        Shown::Few => format!("<{STEP}"),
        Shown::AtLeast(times) => times.to_string(),
    }
}
