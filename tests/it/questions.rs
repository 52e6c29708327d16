//! Typed questions find their topic: the development set, our own sets, and what must hold for any words at all.
//!
//! Of our own sets, `a` was looked at while the reader was made, `b` seldom, `c` never.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::Path;

use gilbot::dialogue::text::Text;
use gilbot::guide::topic::{phrases, rows as topics};
use gilbot::locales::{Language, Words};
use gilbot::reading::question::{self, Answerable};
use gilbot::reading::sift::{Asked, SafeText, Sifted, sift};
use proptest::prelude::*;
use regex::RegexBuilder;

/// What must be reached, in hundredths.
const RIGHT_MIN: usize = 93;
const AMONG_THREE_MIN: usize = 97;
const GUESSED_MAX: usize = 4;

/// The smallest development set and the smallest of our own.
const ROWS_MIN: usize = 120;
const PHRASES_MIN: usize = 25;
const UNRELATED_MIN: usize = 300;
const READ_MAX: usize = 300;

struct Row {
    text: String,
    /// The topics that count as right; none if the message is out of scope.
    right: Vec<String>,
    style: String,
}

#[test]
fn the_development_set_is_understood() {
    assert_understood("eval/questions.tsv");
}

#[test]
fn our_own_sets_are_understood() {
    for table in ["a", "b", "c"] {
        assert_understood(&format!("eval-own/questions-{table}.tsv"));
    }
}

#[test]
fn every_answer_holds_a_keyword_of_its_topic() {
    let words = Words::load().expect("the texts are Fluent");
    let keywords: HashMap<String, String> = table("eval/topics.tsv")
        .into_iter()
        .map(|cells| (cells[0].clone(), cells[3].clone()))
        .collect();
    for topic in topics::all() {
        let text = Text::new(format!("topic-{}", topic.id.0.replace('_', "-")));
        let said = words.plain(Language::Korean, &text);
        let holds = keywords[topic.id.0].split(';').any(|keyword| {
            let regex = RegexBuilder::new(keyword).case_insensitive(true).build();
            regex.expect("a keyword is an expression").is_match(&said)
        });
        assert!(holds, "{}: {said}", topic.id.0);
    }
}

#[test]
fn every_topic_has_phrases_and_no_phrase_has_two_topics() {
    let mut topic_of = HashMap::new();
    let mut with_phrases = HashSet::new();
    for row in phrases::all() {
        assert!(
            topics::topic(row.topic.0).is_some(),
            "{:?} is no topic",
            row.topic
        );
        assert!(
            with_phrases.insert(row.topic),
            "{:?} stands twice",
            row.topic
        );
        assert!(
            row.iter().count() >= PHRASES_MIN,
            "{:?} has few phrases",
            row.topic
        );
        for phrase in row.iter() {
            let other = topic_of.insert(squeezed(phrase), row.topic);
            assert!(
                other.is_none_or(|other| other == row.topic),
                "«{phrase}» has two topics"
            );
        }
    }
    let bare = topics::all().find(|topic| !with_phrases.contains(&topic.id));
    assert!(bare.is_none(), "{bare:?} has no phrases");
    assert!(phrases::unrelated().count() >= UNRELATED_MIN);
    for phrase in phrases::unrelated() {
        let topic = topic_of.get(&squeezed(&phrase));
        assert!(topic.is_none(), "«{phrase}» is related and not");
    }
}

#[test]
fn our_own_sets_are_no_copies_of_the_phrases() {
    let learnt: HashSet<String> = phrases::all()
        .flat_map(|row| row.iter().map(squeezed))
        .chain(phrases::unrelated().map(|phrase| squeezed(&phrase)))
        .collect();
    let tables = ["a", "b", "c"].map(|table| rows(&format!("eval-own/questions-{table}.tsv")));
    let asked: Vec<Row> = tables.into_iter().flatten().collect();
    let copies = asked
        .iter()
        .filter(|row| learnt.contains(&squeezed(&row.text)));
    let copies: Vec<&str> = copies.map(|row| row.text.as_str()).collect();
    assert!(copies.len() * 100 < asked.len(), "{copies:?}");
}

#[test]
fn a_word_that_names_no_matter_is_not_a_question() {
    for text in [
        "재발급",
        "갱신",
        "비밀번호",
        "분실",
        "발급",
        "만기",
        "국민",
        "국민 은행?",
        "?",
        "😀",
        "…!",
        "",
    ] {
        let read = read(text);
        assert_eq!(
            read,
            Answerable {
                best: None,
                near: Vec::new()
            },
            "{text}"
        );
    }
}

#[test]
fn the_same_words_about_another_thing_are_not_for_us() {
    let texts = [
        "여권 재발급 어떻게 해요",
        "면허증 갱신하려고 해요",
        "카카오톡 비밀번호를 잊었어요",
        "지갑을 분실했어요",
        "등본 발급",
        "적금 만기가 언제예요",
        "국민연금 조회",
    ];
    for text in texts {
        assert_eq!(read(text).best, None, "{text}");
    }
}

#[test]
fn only_the_beginning_of_a_long_message_is_read() {
    let begin = "보안카드를 잃어버렸는데 어떻게 해야 하나요? ";
    let long: String = begin
        .chars()
        .chain("고양이 ".chars().cycle().take(4096 - begin.chars().count()))
        .collect();
    let start: String = long.chars().take(READ_MAX).collect();
    assert_eq!(read(&long), read(&start));
    assert_eq!(read(begin).best.map(|topic| topic.0), Some("secmedia_lost"));
}

proptest! {
    #[test]
    fn any_words_can_be_read(text in ".{0,400}|[가-힣ㄱ-ㅎ a-z0-9?]{0,200}") {
        if let Some(safe) = safe(&text) {
            let first = question::read(&safe);
            prop_assert!(first.near.len() <= 3);
            prop_assert!(first.best.is_none_or(|best| !first.near.contains(&best)));
            prop_assert_eq!(first, question::read(&safe));
        }
    }
}

fn assert_understood(path: &str) {
    let rows = rows(path);
    assert!(
        rows.len() >= ROWS_MIN,
        "{path} has only {} rows",
        rows.len()
    );
    let (mut ours, mut right, mut among_three, mut foreign, mut guessed) = (0, 0, 0, 0, 0);
    let mut wrong = Vec::new();
    let mut styles: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in &rows {
        let read = read(&row.text);
        let is_meant = |topic: &str| row.right.iter().any(|right| right == topic);
        let is_right = if row.right.is_empty() {
            foreign += 1;
            guessed += usize::from(read.best.is_some());
            read.best.is_none()
        } else {
            ours += 1;
            let first = read.best.iter().chain(&read.near).take(3);
            among_three += usize::from(first.into_iter().any(|topic| is_meant(topic.0)));
            let is_right = read.best.is_some_and(|best| is_meant(best.0));
            right += usize::from(is_right);
            is_right
        };
        let style = styles.entry(&row.style).or_default();
        *style = (style.0 + usize::from(is_right), style.1 + 1);
        if !is_right {
            wrong.push(format!("«{}» {:?}: {read:?}", row.text, row.right));
        }
    }
    let figures = format!(
        "{path}: right {right}/{ours}, among three {among_three}/{ours}, guessed {guessed}/{foreign}; {styles:?}\n{}",
        wrong.join("\n")
    );
    println!("{figures}");
    assert!(right * 100 >= ours * RIGHT_MIN, "{figures}");
    assert!(among_three * 100 >= ours * AMONG_THREE_MIN, "{figures}");
    assert!(guessed * 100 <= foreign * GUESSED_MAX, "{figures}");
}

fn read(text: &str) -> Answerable {
    let safe = safe(text).unwrap_or_else(|| panic!("«{text}» holds a secret"));
    question::read(&safe)
}

fn safe(text: &str) -> Option<SafeText> {
    match sift(text, Asked::Nothing) {
        Sifted::Safe(safe) => Some(safe),
        Sifted::Secret(_) => None,
    }
}

fn squeezed(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn rows(path: &str) -> Vec<Row> {
    table(path).into_iter().map(row).collect()
}

fn row(cells: Vec<String>) -> Row {
    let [_, text, topic, also_right, style] = cells.try_into().expect("a row has five cells");
    let also_right = also_right.split('|').filter(|topic| *topic != "-");
    let right = match topic.as_str() {
        "none" => Vec::new(),
        topic => [topic]
            .into_iter()
            .chain(also_right)
            .map(str::to_owned)
            .collect(),
    };
    Row { text, right, style }
}

fn table(path: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(path);
    let text = fs::read_to_string(&path).expect("the table stands beside the tests");
    let lines = text.lines().skip(1);
    lines
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}
