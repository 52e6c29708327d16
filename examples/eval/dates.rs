//! Typed dates.

use std::path::Path;

use anyhow::Context;
use chrono::NaiveDate;
use gilbot::reading::date::{DateReading, Field, read};
use gilbot::reading::sift::{Asked, Sifted, sift};

use crate::{figure, rows};

pub fn score(folder: &Path) -> anyhow::Result<()> {
    let rows = rows(folder, "dates.tsv")?;
    let mut right = 0;
    for row in &rows {
        let today: NaiveDate = row.cell("today").parse().context("a date in «today»")?;
        let field = match row.cell("field") {
            "issue" => Field::Issue,
            _ => Field::Expiry,
        };
        let found = told(row.cell("text"), field, today);
        if found == row.cell("expected") {
            right += 1;
        } else {
            let (id, text, expected) = (row.cell("id"), row.cell("text"), row.cell("expected"));
            println!("  {id} «{text}»: {expected} expected, {found} found");
        }
    }
    figure("dates, exactly as expected", right, rows.len());
    Ok(())
}

/// The reading in the words of the table. Like the bot, it looks only at what is left after sifting.
fn told(text: &str, field: Field, today: NaiveDate) -> String {
    match sift(text, Asked::Date) {
        Sifted::Secret(_) => "secret".to_owned(),
        Sifted::Safe(safe) => match read(safe.as_str(), field, today) {
            DateReading::One(date) => date.to_string(),
            DateReading::Either(earlier, later) => format!("ambiguous:{earlier}|{later}"),
            DateReading::Not(_) => "invalid".to_owned(),
        },
    }
}
