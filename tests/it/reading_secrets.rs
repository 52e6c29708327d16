//! What is caught before it is logged, stored or echoed: the rows of the evaluation set, our own
//! rows, and properties.

use std::fs;
use std::path::Path;

use gilbot::reading::sift::{Asked, Finding, Kind, Sifted, findings, sift};

/// One row of a table of messages.
struct Row {
    id: String,
    text: String,
    secret: bool,
    kinds: Vec<String>,
    /// What must not be kept, in code points.
    spans: Vec<(usize, usize)>,
}

#[test]
fn every_development_row_is_judged_as_the_rules_say() {
    assert_all_right("eval/secrets.tsv", 120);
}

#[test]
fn every_row_of_our_own_is_judged_as_the_rules_say() {
    assert_all_right("eval-own/secrets.tsv", 300);
}

#[test]
fn questions_and_dates_of_the_tables_raise_no_alarm() {
    let questions = column("eval/questions.tsv", 1).into_iter();
    let dates = ["eval/dates.tsv", "eval-own/dates.tsv"];
    let dates = dates.into_iter().flat_map(|table| column(table, 3));
    // Two rows that are no dates have the form of an account number.
    let dates = dates.filter(|text| !matches!(text.as_str(), "999-345-678901" | "2026-1122-3344"));
    let asked = questions.map(|text| (text, Asked::Nothing));
    let asked =
        asked.chain(dates.flat_map(|text| [(text.clone(), Asked::Nothing), (text, Asked::Date)]));
    let alarms: Vec<_> = asked
        .filter(|(text, asked)| matches!(sift(text, *asked), Sifted::Secret(_)))
        .collect();
    assert!(alarms.is_empty(), "{alarms:?}");
}

#[test]
fn six_digits_alone_are_a_date_only_when_one_was_asked_for_or_near_our_time() {
    let is_secret = |text: &str, asked: Asked| matches!(sift(text, asked), Sifted::Secret(_));
    assert!(is_secret("945081", Asked::Nothing));
    assert!(is_secret("945081", Asked::Date));
    assert!(!is_secret("281122", Asked::Nothing));
    assert!(!is_secret("281122", Asked::Date));
    // Mistyped, but meant as a date: there is no thirteenth month.
    assert!(!is_secret("281322", Asked::Date));
    assert!(is_secret("281322", Asked::Nothing));
    // Whatever is asked, a password that is called one stays a secret.
    assert!(is_secret("비번 281122", Asked::Date));
}

#[test]
fn a_telephone_number_beside_a_secret_changes_nothing() {
    let found = findings("010-0000-1234 비번 4829", Asked::Nothing);
    let kinds: Vec<Kind> = found.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [Kind::Phone, Kind::AccountPassword]);
}

#[test]
fn safe_text_shows_nothing_of_itself_when_printed() {
    let Sifted::Safe(safe) = sift("어제 받았어요", Asked::Date) else {
        panic!("nothing secret in it")
    };
    assert!(!format!("{safe:?} {:?}", Sifted::Safe(safe.clone())).contains("어제"));
}

fn column(table: &str, index: usize) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(table);
    let text = fs::read_to_string(&path).expect("the table stands beside the tests");
    let cells = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').nth(index));
    cells.map(str::to_owned).collect()
}

fn assert_all_right(table: &str, at_least: usize) {
    let rows = rows(table);
    assert!(
        rows.len() >= at_least,
        "{table} has only {} rows",
        rows.len()
    );
    let misses: Vec<String> = rows.iter().filter_map(miss).collect();
    assert!(
        misses.is_empty(),
        "{} of {} rows of {table} are wrong:\n{}",
        misses.len(),
        rows.len(),
        misses.join("\n")
    );
}

/// What is wrong with a row, if anything.
fn miss(row: &Row) -> Option<String> {
    let found = findings(&row.text, Asked::Nothing);
    let judged_secret = matches!(sift(&row.text, Asked::Nothing), Sifted::Secret(_));
    let complain = |what: &str| {
        Some(format!(
            "{} {what}: {:?} {:?} found {found:?}",
            row.id, row.text, row.kinds
        ))
    };
    if judged_secret != row.secret {
        return complain(if row.secret { "MISSED" } else { "FALSE ALARM" });
    }
    let uncovered = row
        .spans
        .iter()
        .any(|(start, end)| !is_covered(&found, *start, *end));
    let kept = match sift(&row.text, Asked::Nothing) {
        Sifted::Safe(safe) => row.spans.iter().any(|(start, end)| {
            let span: String = row.text.chars().skip(*start).take(end - start).collect();
            safe.as_str().contains(&span)
        }),
        Sifted::Secret(_) => false,
    };
    if uncovered || kept {
        complain("NOT COVERED")
    } else {
        None
    }
}

fn is_covered(found: &[Finding], start: usize, end: usize) -> bool {
    found
        .iter()
        .any(|finding| finding.start <= start && end <= finding.end)
}

fn rows(table: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(table);
    let text = fs::read_to_string(&path).expect("the table stands beside the tests");
    text.lines().skip(1).map(row).collect()
}

fn row(line: &str) -> Row {
    let cells: Vec<&str> = line.split('\t').collect();
    let restored = restored(cells[1]);
    let lists = |cell: &str| {
        if cell == "-" {
            Vec::new()
        } else {
            cell.split('|').map(str::to_owned).collect()
        }
    };
    let spans: Vec<String> = lists(cells[4])
        .iter()
        .map(|span| self::restored(span))
        .collect();
    let starts: Vec<String> = lists(cells[5]);
    let placed = spans.iter().zip(&starts).map(|(span, start)| {
        let start: usize = start.parse().expect("a start is a number");
        let end = start + span.chars().count();
        let there: String = restored.chars().skip(start).take(end - start).collect();
        assert_eq!(&there, span, "row {} points at its span", cells[0]);
        (start, end)
    });
    let spans = placed.collect();
    Row {
        id: cells[0].to_owned(),
        secret: cells[2] == "secret",
        kinds: lists(cells[3]),
        spans,
        text: restored,
    }
}

/// Line breaks and backslashes are escaped in the tables.
fn restored(cell: &str) -> String {
    cell.replace("\\\\", "\u{0}")
        .replace("\\n", "\n")
        .replace('\u{0}', "\\")
}
