//! One screen on a page: as the person sees it, what it measures, and the texts that it is made of.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{address, mark, name};
use crate::dialogue::screen::Does;
use crate::gallery::limits::{
    BUTTONS_MAX, CHARACTERS_MAX, LABEL_CHARACTERS_MAX, PRESS_BYTES_MAX, TELEGRAM_CHARACTERS_MAX,
};
use crate::gallery::wing::{Anchor, Shown, code};
use crate::locales::markup::escape;
use crate::locales::{Language, SaidButton};

/// Adds the card of this screen.
pub(super) fn card(page: &mut String, language: Language, shown: &Shown) {
    let mark = mark(shown.anchor(language));
    let _ = writeln!(
        page,
        "<article id=\"{mark}\" aria-labelledby=\"{mark}-name\">\n<h2 id=\"{mark}-name\"><a href=\"#{mark}\">{mark}</a></h2>"
    );
    measures(page, shown);
    let tongue = language.tag();
    let _ = writeln!(
        page,
        "<div class=\"screen\" lang=\"{tongue}\">\n<div class=\"said\">{}</div>",
        shown.said.html
    );
    let mut leads = shown.leads.iter();
    for row in &shown.said.keyboard {
        page.push_str("<div class=\"keys\">");
        for button in row {
            let leads = leads.next().map(Vec::as_slice).unwrap_or_default();
            key(page, language, button, leads);
        }
        page.push_str("</div>\n");
    }
    page.push_str("</div>\n<p class=\"ids\">");
    let ids: BTreeSet<&str> = shown.lines.iter().map(|line| line.id.as_str()).collect();
    let tag = super::tag(language);
    for id in ids {
        let _ = write!(page, "<a href=\"index.html#{tag}=={id}\">{id}</a> ");
    }
    page.push_str("</p>\n");
    if !shown.also.is_empty() {
        page.push_str("<p class=\"also\">같은 화면:");
        for other in &shown.also {
            let _ = write!(
                page,
                " <a href=\"{}\">{}</a>",
                address(*other),
                name(other.language)
            );
        }
        page.push_str("</p>\n");
    }
    page.push_str("</article>\n");
}

/// How long and how wide it is, and how much it might be.
fn measures(page: &mut String, shown: &Shown) {
    let buttons = || shown.said.keyboard.iter().flatten();
    let label = buttons().map(|button| button.label.chars().count()).max();
    let bytes = buttons()
        .filter(|button| matches!(button.does, Does::Press(_)))
        .map(|button| code(&button.does).len())
        .max();
    page.push_str("<ul class=\"measures\">");
    let length = shown.said.visible_length();
    measure(page, "글자", length, CHARACTERS_MAX);
    measure(page, "텔레그램", length, TELEGRAM_CHARACTERS_MAX);
    measure(page, "버튼", buttons().count(), BUTTONS_MAX);
    measure(
        page,
        "긴 버튼 글자",
        label.unwrap_or(0),
        LABEL_CHARACTERS_MAX,
    );
    measure(page, "긴 버튼 바이트", bytes.unwrap_or(0), PRESS_BYTES_MAX);
    let _ = writeln!(page, "<li>누르기 {}번</li></ul>", shown.depth);
}

fn measure(page: &mut String, what: &str, is: usize, max: usize) {
    let (class, warning) = match is > max {
        true => (" class=\"over\"", " 넘었어요"),
        false => ("", ""),
    };
    let _ = write!(page, "<li{class}>{what} {is}/{max}{warning}</li>");
}

/// A button: a link to where it leads, and under it what Telegram keeps for it.
fn key(page: &mut String, language: Language, button: &SaidButton, leads: &[Anchor]) {
    let label = escape(&button.label);
    let code = code(&button.does);
    page.push_str("<span class=\"key\">");
    match (&button.does, leads) {
        (Does::Press(_), [first, others @ ..]) => {
            let _ = write!(page, "<a href=\"{}\">{label}</a>", address(*first));
            let _ = write!(page, "<small>{code} · {}B</small>", code.len());
            other_ways(page, language, others);
        }
        (Does::Open(_), _) => {
            let _ = write!(page, "<a href=\"{code}\" rel=\"noreferrer\">{label} ↗</a>");
        }
        (Does::Press(_) | Does::Share(_), _) => {
            let _ = write!(page, "<b>{label}</b><small>{code}</small>");
        }
    }
    page.push_str("</span>");
}

/// Where else it leads: that hangs on the way by which the person came.
fn other_ways(page: &mut String, language: Language, others: &[Anchor]) {
    if others.is_empty() {
        return;
    }
    let _ = write!(
        page,
        "<details><summary>온 길에 따라 {}곳 더</summary>",
        others.len()
    );
    for other in others {
        let _ = write!(
            page,
            "<a href=\"{}\">{}</a> ",
            address(*other),
            mark(*other)
        );
        if other.language != language {
            let _ = write!(page, "({}) ", name(other.language));
        }
    }
    page.push_str("</details>");
}
