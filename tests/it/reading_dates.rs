//! What typed dates mean: the rules of the evaluation set, its rows, our own rows, and properties.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use gilbot::reading::date::{DateReading, Field, read};

/// One row of a table of dates.
struct Row {
    id: String,
    today: NaiveDate,
    field: Field,
    text: String,
    expected: String,
}

#[test]
fn every_development_row_is_read_as_the_rules_say() {
    assert_all_right("eval/dates.tsv", 80);
}

#[test]
fn every_row_of_our_own_is_read_as_the_rules_say() {
    assert_all_right("eval-own/dates.tsv", 300);
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
    let got = read(&row.text, row.field, row.today);
    (written(got) != row.expected).then(|| {
        format!(
            "{} {} {:?} «{}»: expected {}, got {got:?}",
            row.id, row.today, row.field, row.text, row.expected
        )
    })
}

/// A reading in the words of the table.
fn written(reading: DateReading) -> String {
    match reading {
        DateReading::One(date) => date.to_string(),
        DateReading::Either(earlier, later) => format!("ambiguous:{earlier}|{later}"),
        DateReading::Not(_) => "invalid".to_owned(),
    }
}

fn rows(table: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(table);
    let text = fs::read_to_string(&path).expect("the table stands beside the tests");
    text.lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            Row {
                id: cells[0].to_owned(),
                today: cells[1].parse().expect("a row's today is an ISO date"),
                field: if cells[2] == "issue" {
                    Field::Issue
                } else {
                    Field::Expiry
                },
                text: cells[3].to_owned(),
                expected: cells[4].to_owned(),
            }
        })
        .collect()
}
