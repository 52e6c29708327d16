//! Typed questions: the topic that the bot answers with, and whether the text that it shows is an answer.

use std::collections::HashMap;
use std::path::Path;

use chrono::{DateTime, TimeZone, Utc};
use gilbot::dialogue::event::Event;
use gilbot::dialogue::press::Page;
use gilbot::dialogue::state::{Answer, Leaf, Reply, State};
use gilbot::dialogue::{Dialogue, transition, view};
use gilbot::locales::{Language, Words};
use gilbot::reading::sift::{Asked, Sifted, sift};
use regex::{Regex, RegexBuilder};

use crate::{Row, figure, rows};

pub fn score(folder: &Path) -> anyhow::Result<()> {
    let keywords = keywords(folder)?;
    let words = Words::load()?;
    let (mut ours, mut right, mut with_keyword, mut in_three) = (0, 0, 0, 0);
    let (mut foreign, mut guessed) = (0, 0);
    for row in &rows(folder, "questions.tsv")? {
        let reply = reply(row.cell("text"), &words);
        let complain = |what: &str| {
            let (id, text, topic) = (row.cell("id"), row.cell("text"), row.cell("topic"));
            println!(
                "  {id} «{text}» ({topic}): {what}, {:?} {:?}",
                reply.best, reply.near
            );
        };
        if row.cell("topic") == "none" {
            foreign += 1;
            if reply.best.is_some() {
                guessed += 1;
                complain("a guess");
            }
            continue;
        }
        ours += 1;
        let wanted = wanted(row);
        let is_right = reply
            .best
            .as_deref()
            .is_some_and(|topic| wanted.contains(&topic));
        let holds = |topic: &str| {
            let known = keywords.get(topic);
            known.is_some_and(|known| known.iter().any(|word| word.is_match(&reply.text)))
        };
        let is_answer = is_right && reply.best.as_deref().is_some_and(holds);
        let near = reply.best.iter().chain(&reply.near).take(3);
        let is_near = near
            .into_iter()
            .any(|topic| wanted.contains(&topic.as_str()));
        right += usize::from(is_right);
        with_keyword += usize::from(is_answer);
        in_three += usize::from(is_near);
        if !is_answer {
            complain(if is_right {
                "no keyword in the answer"
            } else {
                "not the topic"
            });
        }
    }
    figure("questions, the right topic", right, ours);
    figure(
        "questions, the right topic with a keyword in the answer",
        with_keyword,
        ours,
    );
    figure(
        "questions, the right topic among the first three",
        in_three,
        ours,
    );
    figure("out of scope, answered with a guess", guessed, foreign);
    Ok(())
}

struct Heard {
    best: Option<String>,
    near: Vec<String>,
    /// What the person sees.
    text: String,
}

/// Types the words into a chat that has talked before, and looks at the screen.
fn reply(text: &str, words: &Words) -> Heard {
    let now = noon();
    let before = Dialogue {
        heard_at: Some(now),
        ..Dialogue::default()
    };
    let Sifted::Safe(safe) = sift(text, Asked::Nothing) else {
        return Heard {
            best: None,
            near: Vec::new(),
            text: String::new(),
        };
    };
    let (dialogue, _) = transition(before, Event::Typed(safe), now);
    let (best, near) = topics(&dialogue.state);
    let html = words.screen(Language::Korean, &view(&dialogue, now)).html;
    Heard {
        best,
        near,
        text: html.replace("<b>", "").replace("</b>", ""),
    }
}

/// The topic of the room that the words have led to.
fn topics(state: &State) -> (Option<String>, Vec<String>) {
    let one = |topic: &str| (Some(topic.to_owned()), Vec::new());
    match state {
        State::Answer(Answer { reply, near, .. }) => match reply {
            Reply::Topic(topic) => {
                let near = near.iter().map(|topic| topic.0.to_owned()).collect();
                (Some(topic.0.to_owned()), near)
            }
            Reply::Near(near) => (None, near.iter().map(|topic| topic.0.to_owned()).collect()),
            Reply::Checked(_) => one("leak"),
        },
        State::Choosing(_) => one("steps_overview"),
        State::Preparing(_) => one("checklist"),
        State::Certificates(_) => one("expiry_check"),
        State::Settings(_) => one("reminder"),
        State::Reading(Leaf::Page(Page::Human | Page::Help)) => one("contact"),
        State::Reading(Leaf::Page(Page::Safety | Page::Genuine)) => one("leak"),
        State::Reading(Leaf::Page(Page::Privacy)) => one("bot_safe"),
        _ => (None, Vec::new()),
    }
}

fn wanted(row: &Row) -> Vec<&str> {
    let mut wanted = vec![row.cell("topic")];
    wanted.extend(row.list("also_ok", '|'));
    wanted
}

/// The expressions of each topic, one of which a right answer holds.
fn keywords(folder: &Path) -> anyhow::Result<HashMap<String, Vec<Regex>>> {
    let mut keywords = HashMap::new();
    for row in rows(folder, "topics.tsv")? {
        let words = row
            .list("keywords", ';')
            .into_iter()
            .map(|word| RegexBuilder::new(word).case_insensitive(true).build())
            .collect::<Result<Vec<_>, _>>()?;
        keywords.insert(row.cell("id").to_owned(), words);
    }
    Ok(keywords)
}

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 3, 0, 0)
        .earliest()
        .unwrap_or_default()
}
