//! Texts become sentences.

use chrono::{NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;

use gilbot::dialogue::press::{Place, Press};
use gilbot::dialogue::screen::{Button, Does, Screen, Site};
use gilbot::dialogue::text::{Arg, Text};
use gilbot::locales::{Language, Words, WordsError, markup};

fn words(korean: &'static str, english: &'static str) -> Words {
    Words::read(&[("ko.ftl", korean)], &[], &[("en.ftl", english)]).expect("the test's own words")
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
}

#[test]
fn a_particle_can_be_asked_for_in_a_text() {
    let words = words(
        "a = { $label }{ P($label, \"이/가\") } 곧 끝나요.\nb = { $count }{ P($count, \"을/를\") } 골랐어요.",
        "",
    );
    let label = |label: &str| Text::new("a").with("label", Arg::Words(label.to_owned()));
    assert_eq!(words.say(Language::Korean, &label("집")), "집이 곧 끝나요.");
    assert_eq!(
        words.say(Language::Korean, &label("A&B <3>")),
        "A&amp;B &lt;3&gt;이 곧 끝나요."
    );
    assert_eq!(
        words.plain(Language::Korean, &label("A&B <2>")),
        "A&B <2>가 곧 끝나요."
    );
    assert_eq!(
        words.say(Language::Korean, &Text::new("b").with("count", 3usize)),
        "3을 골랐어요."
    );
    assert!(words.missing().is_empty());
}

#[test]
fn days_and_hours_are_said_in_the_language_of_the_person() {
    let words = words("a = { $at }", "b = { $at }");
    let instant = Utc.with_ymd_and_hms(2029, 10, 23, 1, 0, 0).unwrap();
    let said = [
        (
            Arg::Day(day(2029, 11, 22)),
            "2029년 11월 22일(목)",
            "Thu 22 November 2029",
        ),
        (Arg::Month(2029, 11), "2029년 11월", "November 2029"),
        (
            Arg::Moment(instant, Tz::Asia__Seoul),
            "2029년 10월 23일(화) 오전 10시",
            "Tue 23 October 2029, 10:00 AM",
        ),
        (
            Arg::Moment(instant, Tz::America__New_York),
            "2029년 10월 22일(월) 오후 9시",
            "Mon 22 October 2029, 9:00 PM",
        ),
        (
            Arg::Moment(instant + chrono::TimeDelta::minutes(125), Tz::Asia__Seoul),
            "2029년 10월 23일(화) 낮 12시 5분",
            "Tue 23 October 2029, 12:05 PM",
        ),
        (Arg::Number(12345), "12345", "12345"),
    ];
    for (arg, korean, english) in said {
        let at = |id| Text::new(id).with("at", arg.clone());
        assert_eq!(words.say(Language::Korean, &at("a")), korean);
        assert_eq!(words.say(Language::English, &at("b")), english);
    }
}

#[test]
fn the_words_of_a_person_are_never_markup() {
    let words = words("a = <b>{ $label }</b>: { $inner }\nb = ({ $label })", "");
    let label = || Arg::Words("<a href=\"x\">&amp;".to_owned());
    let text = Text::new("a")
        .with("label", label())
        .with("inner", Text::new("b").with("label", label()));
    assert_eq!(
        words.say(Language::Korean, &text),
        "<b>&lt;a href=&quot;x&quot;&gt;&amp;amp;</b>: (&lt;a href=&quot;x&quot;&gt;&amp;amp;)"
    );
    assert_eq!(
        words.plain(Language::Korean, &text),
        "<a href=\"x\">&amp;: (<a href=\"x\">&amp;)"
    );
}

#[test]
fn lines_stand_one_below_the_other() {
    let words = words("a =\n    Both:\n    { $lines }\nb = line { $n }", "");
    let line = |n: i64| Text::new("b").with("n", n);
    let text = Text::new("a").with("lines", vec![line(1), line(2)]);
    assert_eq!(words.say(Language::Korean, &text), "Both:\nline 1\nline 2");
}

#[test]
fn what_a_language_lacks_is_said_in_korean_and_what_nobody_has_as_its_id() {
    let words = words("a = 가\n    .title = 나\nb = { $x }", "a = A");
    assert_eq!(words.say(Language::English, &Text::new("a")), "A");
    assert_eq!(words.say(Language::English, &Text::title("a")), "나");
    assert!(words.has(Language::Korean, "a.title") && !words.has(Language::English, "a.title"));
    assert!(words.missing().is_empty());
    assert_eq!(words.say(Language::English, &Text::new("c")), "[c]");
    words.say(Language::Korean, &Text::new("b"));
    assert_eq!(words.missing().len(), 2, "{:?}", words.missing());
    let ids: Vec<&str> = words.ids(Language::Korean).collect();
    assert_eq!(ids, ["a", "a.title", "b"]);
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_its_line() {
    let read = |korean| Words::read(&[("ko.ftl", "x = 1"), ("two.ftl", korean)], &[], &[]).err();
    let place = |korean| match read(korean) {
        Some(WordsError::Unreadable { file, line, .. } | WordsError::Twice { file, line, .. }) => {
            Some(format!("{file}:{line}"))
        }
        None => None,
    };
    assert_eq!(place("a = 1\nb = { $x"), Some("two.ftl:2".to_owned()));
    assert_eq!(place("a = 1\n\na = 2"), Some("two.ftl:3".to_owned()));
    assert_eq!(place("a = 1\n\nx = 2"), Some("two.ftl:3".to_owned()));
    assert_eq!(
        place("a = 1\n    .t = 2\n    .t = 3"),
        Some("two.ftl:3".to_owned())
    );
    assert_eq!(place("a = 1\n    .t = 2\nb = 1\n    .t = 2"), None);
}

#[test]
fn a_screen_keeps_its_presses_and_has_a_blank_line_between_paragraphs() {
    let words = words("a = <b>가</b>\nb = { \"\" }\nc = 나 &amp; 다", "");
    let screen = Screen::new(vec![Text::new("a"), Text::new("b"), Text::new("c")])
        .row(vec![Button::plain("c", Press::Go(Place::Home))])
        .row(vec![Button::open("a", Site::Kb)]);
    let said = words.screen(Language::Korean, &screen);
    assert_eq!(said.html, "<b>가</b>\n\n나 &amp; 다");
    assert_eq!(said.visible_length(), 8);
    assert_eq!(said.keyboard[0][0].label, "나 & 다");
    assert_eq!(
        said.keyboard[0][0].does,
        Does::Press(Press::Go(Place::Home))
    );
    assert_eq!(said.keyboard[1][0].label, "가");
    assert_eq!(said.keyboard[1][0].does, Does::Open(Site::Kb));
}

#[test]
fn every_file_of_words_can_be_read() {
    let words = Words::load().expect("the embedded words");
    assert!(words.ids(Language::Korean).count() > 300);
    for name in gilbot::telegram::command::names() {
        for language in Language::ALL {
            assert!(words.has(language, &format!("command-{name}")), "{name}");
        }
    }
}

#[test]
fn the_markup_of_every_text_is_closed_and_known_to_telegram() {
    let words = Words::load().expect("the embedded words");
    for language in Language::ALL {
        for id in words.ids(language) {
            let html = words.say(language, &Text::new(id.to_owned()));
            if let Err(fault) = balanced(&html) {
                panic!("{language:?} {id}: {fault}\n{html}");
            }
        }
    }
}

/// Whether each tag is one of Telegram's and is closed, and each `&` begins an entity.
fn balanced(html: &str) -> Result<(), String> {
    const TAGS: [&str; 9] = [
        "b",
        "i",
        "u",
        "s",
        "code",
        "pre",
        "blockquote",
        "tg-spoiler",
        "a",
    ];
    let mut open: Vec<&str> = Vec::new();
    let mut pieces = html.split('<');
    let mut texts = vec![pieces.next().unwrap_or_default()];
    for piece in pieces {
        let (tag, text) = piece.split_once('>').ok_or("a tag without end")?;
        texts.push(text);
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
        } else {
            let name = tag.split(' ').next().unwrap_or_default();
            if !TAGS.contains(&name) {
                return Err(format!("<{name}> is unknown"));
            }
            open.push(name);
        }
    }
    let entities = ["&amp;", "&lt;", "&gt;", "&quot;"];
    for text in texts {
        for (at, _) in text.match_indices('&') {
            if !entities.iter().any(|entity| text[at..].starts_with(entity)) {
                return Err("a bare &".to_owned());
            }
        }
        if text.contains('>') {
            return Err("a bare >".to_owned());
        }
    }
    if open.is_empty() {
        Ok(())
    } else {
        Err(format!("{open:?} stay open"))
    }
}

#[test]
fn length_is_counted_as_telegram_counts_it() {
    assert_eq!(markup::visible_length("<b>가나</b> &lt;다&gt; & 🙂\n"), 10);
    assert_eq!(markup::plain("1 < 2"), "1 < 2");
}
