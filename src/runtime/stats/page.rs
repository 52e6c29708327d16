//! The page at `/ops`: one file that needs nothing else. Bars are only a picture of the numbers beside them.

use std::fmt::Write;

use super::names::{self, Name};
use super::report::{DAYS, Figure, Report, Topic};
use super::shown::{STEP, Shown};
use crate::dialogue::count::{Stretch, Way, notices, purposes, ways};
use crate::dialogue::effect::Count;
use crate::dialogue::state::room::ROOMS;
use crate::locales::Words;
use crate::locales::markup::escape;

const STYLE: &str = include_str!("page.css");

/// The whole page, as HTML.
pub fn page(report: &Report, words: &Words) -> String {
    let (from, to) = (report.from, report.to);
    let version = env!("CARGO_PKG_VERSION");
    let (tiles, funnels) = (tiles(report), funnels(report, words));
    let lists = lists(report, words);
    format!(
        r#"<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>길봇 운영 통계 — gilbot, operator’s view</title>
<style>{STYLE}</style>
<header>
<h1>길봇 운영 통계 <span lang="en">Operator’s view</span></h1>
<p>{from} – {to} <span class="soft">최근 {DAYS}일, 서울 날짜 · 길봇 {version} <span lang="en">last {DAYS} days, dates of Seoul</span></span></p>
</header>
<main>
<dl class="tiles">{tiles}</dl>
<h2>단계마다 <span lang="en">Step by step</span></h2>
<p class="soft"><span class="key" style="background:var(--came)"></span> 들어온 횟수 <span class="key" style="background:var(--stuck)"></span> 그 가운데 «막혔어요» · ※ 여러 길이 함께 쓰는 단계라서, 모든 길의 횟수예요. <span lang="en">Bars: entered, and of those stuck. ※ A step of several procedures: the counts are those of all.</span></p>
{funnels}
<h2>그 밖에 <span lang="en">Besides</span></h2>
<div class="columns">{lists}</div>
<h2>숫자를 읽는 법 <span lang="en">How to read the numbers</span></h2>
<p class="soft">횟수만 세어요. 누구인지, 무슨 말을 했는지는 어디에도 없어요. {STEP}보다 작으면 «{STEP} 미만»이고(0도), 그보다 크면 {STEP}씩 끊어 내려 적어요(58 → 55). 합계와 비율은 보이는 숫자로만 계산해요. «–»는 보일 숫자가 없다는 뜻이에요. 새 숫자는 1분쯤 뒤에 보이고, 저장소의 답을 잃으면 두 번 셀 수 있어요.</p>
<p class="soft"><span lang="en">Counts only: nobody’s name and nobody’s words are in them. Below {STEP}, zero too, it says «{STEP} 미만» (fewer than {STEP}); above, numbers are cut to steps of {STEP} (58 → 55). Sums and shares are made of what is shown. «–» means that nothing may be shown. A new number shows after a minute or so; where an answer of the store was lost, it may count twice.</span></p>
</main>
</html>
"#
    )
}

fn tiles(report: &Report) -> String {
    let tile = |topic| {
        let (name, figure) = (heading(&names::topic(topic)), report.total(topic));
        let is_sum = topic != Topic::Renewed;
        let (now, before) = (said(figure.now, is_sum), said(figure.before, is_sum));
        let class = class(figure.now);
        format!(
            "<div><dt>{name}</dt><dd><strong{class}>{now}</strong><span class=\"soft\">앞의 {DAYS}일 {before}</span></dd></div>"
        )
    };
    Topic::ALL.map(tile).concat()
}

/// One table for each way on which something may be shown, and a line that names the others.
fn funnels(report: &Report, words: &Words) -> String {
    let ways = ways();
    let steps = ways.iter().flat_map(|way| &way.steps);
    let most = steps
        .map(|step| report.figure(step.entered).now.seen())
        .max();
    let is_seen =
        |step: &Stretch| !step.shared && shown(report, step).iter().any(|it| *it != Shown::Few);
    let (seen, hidden): (Vec<_>, Vec<_>) =
        ways.iter().partition(|way| way.steps.iter().any(is_seen));
    let tables = seen
        .iter()
        .map(|way| funnel(report, words, way, most.unwrap_or_default()));
    let mut html = format!(
        "<div class=\"columns\">{}</div>",
        tables.collect::<String>()
    );
    if !hidden.is_empty() {
        let names = hidden.iter().map(|way| names::way(way.word).korean);
        let names = names.collect::<Vec<_>>().join(", ");
        // Writing into a string cannot fail.
        let _ = write!(
            html,
            "<p class=\"soft\">아직 보일 숫자가 없는 길: {names} <span lang=\"en\">nothing to show yet</span></p>"
        );
    }
    html
}

/// Entered, done, stuck, and the screen is another one.
fn shown(report: &Report, step: &Stretch) -> [Shown; 4] {
    let counts = [step.entered, step.done, step.stuck, step.differs];
    counts.map(|count| report.figure(count).now)
}

fn funnel(report: &Report, words: &Words, way: &Way, most: u64) -> String {
    let name = heading(&names::way(way.word));
    let mut rows = String::new();
    for step in &way.steps {
        let [entered, done, stuck, differs] = shown(report, step);
        let title = escape(&names::subject(step.entered, words).korean);
        let (mark, id) = (if step.shared { " ※" } else { "" }, step.id);
        let share = stuck.percent_of(entered);
        let bar = bar(entered.seen(), most, share);
        let percent = share.map_or(String::new(), |share| format!("<small>{share}%</small>"));
        let _ = write!(
            rows,
            "<tr><th scope=\"row\">{title}{mark} <span lang=\"en\">{id}</span>{bar}</th>{}{}{}{}</tr>",
            cell(entered, ""),
            cell(done, ""),
            cell(stuck, &percent),
            cell(differs, ""),
        );
    }
    format!(
        "<section class=\"card\"><table><caption>{name}</caption><thead><tr><th scope=\"col\">단계 <span lang=\"en\">step</span></th>\
         <th scope=\"col\">들어옴 <span lang=\"en\">entered</span></th><th scope=\"col\">했어요 <span lang=\"en\">done</span></th>\
         <th scope=\"col\">막혔어요 <span lang=\"en\">stuck</span></th><th scope=\"col\">달라요 <span lang=\"en\">differs</span></th></tr></thead>\
         <tbody>{rows}</tbody></table></section>"
    )
}

/// What is told apart otherwise than by steps.
fn lists(report: &Report, words: &Words) -> String {
    let reminded: Vec<_> = notices().map(Count::Reminded).collect();
    [
        list(report, words, Topic::Reminded, &reminded),
        list(
            report,
            words,
            Topic::Finished,
            &purposes().map(Count::Finished),
        ),
        list(
            report,
            words,
            Topic::NotUnderstood,
            &ROOMS.map(Count::NotUnderstood),
        ),
    ]
    .concat()
}

fn list(report: &Report, words: &Words, topic: Topic, counts: &[Count]) -> String {
    let figures = counts.iter().map(|count| (*count, report.figure(*count)));
    let is_seen = |figure: &Figure| figure.now != Shown::Few || figure.before != Shown::Few;
    let seen: Vec<_> = figures.filter(|(_, figure)| is_seen(figure)).collect();
    let most = seen.iter().map(|(_, figure)| figure.now.seen()).max();
    let mut rows = String::new();
    for (count, figure) in &seen {
        let name = heading(&names::subject(*count, words));
        let bar = bar(figure.now.seen(), most.unwrap_or_default(), None);
        let (now, before) = (cell(figure.now, ""), cell(figure.before, ""));
        let _ = write!(
            rows,
            "<tr><th scope=\"row\">{name}{bar}</th>{now}{before}</tr>"
        );
    }
    if seen.len() < counts.len() {
        let rest = if seen.is_empty() {
            "모두"
        } else {
            "나머지 모두"
        };
        let _ = write!(
            rows,
            "<tr><th scope=\"row\">{rest} <span lang=\"en\">all others</span></th><td class=\"few\">{STEP} 미만</td><td class=\"few\">{STEP} 미만</td></tr>"
        );
    }
    let name = heading(&names::topic(topic));
    format!(
        "<section class=\"card\"><table><caption>{name}</caption><thead><tr><th scope=\"col\">무엇 <span lang=\"en\">what</span></th><th scope=\"col\">{DAYS}일 <span lang=\"en\">last</span></th>\
         <th scope=\"col\">앞의 {DAYS}일 <span lang=\"en\">before</span></th></tr></thead><tbody>{rows}</tbody></table></section>"
    )
}

fn heading(name: &Name) -> String {
    let (korean, english) = (escape(&name.korean), escape(&name.english));
    format!("{korean} <span lang=\"en\">{english}</span>")
}

fn cell(shown: Shown, beside: &str) -> String {
    let (class, said) = (class(shown), said(shown, false));
    format!("<td{class}>{said}{beside}</td>")
}

fn class(shown: Shown) -> &'static str {
    match shown {
        Shown::Few => " class=\"few\"",
        Shown::AtLeast(_) => "",
    }
}

/// Of a sum that shows nothing one cannot say that it is small.
fn said(shown: Shown, is_sum: bool) -> String {
    match shown {
        Shown::Few if is_sum => "–".to_owned(),
        Shown::Few => format!("{STEP} 미만"),
        Shown::AtLeast(times) => times.to_string(),
    }
}

/// Long as `times` of `most`, with this share of it in another colour.
fn bar(times: u64, most: u64, share: Option<u64>) -> String {
    let width = (times * 100).checked_div(most).unwrap_or_default();
    let share = share.map_or(String::new(), |share| {
        format!("<i style=\"width:{share}%\"></i>")
    });
    format!(
        "<span class=\"bar\" aria-hidden=\"true\"><i style=\"width:{width}%\">{share}</i></span>"
    )
}
