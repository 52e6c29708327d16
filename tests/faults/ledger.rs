//! The list of faults in `docs/faults.md`: complete, and about tests that exist.

use std::fs;
use std::path::Path;

const FAULTS: usize = 28;

#[test]
fn every_fault_is_listed_and_every_test_named_there_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = fs::read_to_string(root.join("docs/faults.md")).expect("the list is there");
    let rows: Vec<&str> = list
        .lines()
        .filter(|line| line.starts_with("| T"))
        .collect();
    let numbers: Vec<String> = rows.iter().map(|row| cell(row, 0).to_owned()).collect();
    let expected: Vec<String> = (1..=FAULTS).map(|number| format!("T{number}")).collect();
    assert_eq!(numbers, expected);
    let tests = code_below(&root.join("tests"));
    for row in rows {
        let named = cell(row, 3);
        assert!(!named.is_empty() && !cell(row, 4).is_empty(), "{row}");
        for name in named.split('`').skip(1).step_by(2) {
            let exists = tests.contains(&format!("fn {name}("));
            assert!(exists, "{} names {name}, which is no test", cell(row, 0));
        }
    }
}

fn cell(row: &str, place: usize) -> &str {
    let cell = row.split('|').nth(place + 1);
    cell.unwrap_or_else(|| panic!("{row} has a cell {place}"))
        .trim()
}

fn code_below(folder: &Path) -> String {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("it can be read").path());
    let text = |path: std::path::PathBuf| {
        if path.is_dir() {
            code_below(&path)
        } else {
            fs::read_to_string(path).unwrap_or_default()
        }
    };
    paths.map(text).collect()
}
