//! How well the bot understands people: reads the five tables of a folder and prints the figures and every miss.
//!
//! `cargo run --release --example eval -- tests/eval`
//!
//! Everything goes through the functions and texts of the bot itself. The format of the tables and the rules they
//! follow: `dates.tsv` (a typed date), `expiry.tsv` (reminders), `secrets.tsv` (is there a secret), `questions.tsv` (a
//! typed question) and `topics.tsv` (what a right answer must hold).

mod dates;
mod expiry;
mod questions;
mod secrets;

use std::path::Path;
use std::process::ExitCode;

/// One row of a table: its cells by the name of their column.
pub struct Row {
    columns: Vec<String>,
    cells: Vec<String>,
}

impl Row {
    /// The cell of this column; empty if the table has no such column.
    pub fn cell(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|name| name == column);
        at.and_then(|at| self.cells.get(at))
            .map_or("", String::as_str)
    }

    /// A cell that holds a list; `-` is an empty one.
    pub fn list(&self, column: &str, between: char) -> Vec<&str> {
        match self.cell(column) {
            "" | "-" => Vec::new(),
            cell => cell.split(between).collect(),
        }
    }
}

/// The rows of a table.
pub fn rows(folder: &Path, table: &str) -> anyhow::Result<Vec<Row>> {
    let path = folder.join(table);
    let text = std::fs::read_to_string(&path)
        .map_err(|error| anyhow::anyhow!("{} cannot be read: {error}", path.display()))?;
    let mut lines = text.lines();
    let split = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
    let columns = lines.next().map(split).unwrap_or_default();
    let row = |line| Row {
        columns: columns.clone(),
        cells: split(line),
    };
    Ok(lines.filter(|line| !line.is_empty()).map(row).collect())
}

/// «name: 79 of 80 (98.8 %)».
pub fn figure(name: &str, right: usize, all: usize) {
    let percent = if all == 0 {
        100.0
    } else {
        100.0 * right as f64 / all as f64
    };
    println!("{name}: {right} of {all} ({percent:.1} %)");
}

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!(
            "Give the folder of the tables: cargo run --release --example eval -- tests/eval"
        );
        return ExitCode::from(2);
    };
    let folder = Path::new(&folder);
    let sets = [
        dates::score,
        expiry::score,
        secrets::score,
        questions::score,
    ];
    for score in sets {
        if let Err(error) = score(folder) {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
        println!();
    }
    ExitCode::SUCCESS
}
