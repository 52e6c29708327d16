//! Is there a secret in the message, and is all of it cut out?

use std::path::Path;

use gilbot::reading::sift::{Asked, Sifted, findings, sift};

use crate::{Row, figure, rows};

pub fn score(folder: &Path) -> anyhow::Result<()> {
    let rows = rows(folder, "secrets.tsv")?;
    let (mut secrets, mut caught) = (0, 0);
    let (mut harmless, mut quiet) = (0, 0);
    let (mut spans, mut covered) = (0, 0);
    let (mut phones, mut dropped) = (0, 0);
    for row in &rows {
        let text = restored(row.cell("text"));
        let sifted = sift(&text, Asked::Nothing);
        let found = matches!(sifted, Sifted::Secret(_));
        let is_secret = row.cell("label") == "secret";
        let (of, right) = if is_secret {
            (&mut secrets, &mut caught)
        } else {
            (&mut harmless, &mut quiet)
        };
        *of += 1;
        if found == is_secret {
            *right += 1;
        } else {
            let what = if is_secret { "missed" } else { "false alarm" };
            println!("  {} «{text}»: {what}", row.cell("id"));
        }
        for (start, end) in marked(row) {
            let inside = findings(&text, Asked::Nothing)
                .iter()
                .any(|finding| finding.start <= start && end <= finding.end);
            if is_secret {
                spans += 1;
                covered += usize::from(inside);
            } else {
                phones += 1;
                let span: String = text.chars().skip(start).take(end - start).collect();
                let kept = matches!(&sifted, Sifted::Safe(safe) if safe.as_str().contains(&span));
                dropped += usize::from(!kept);
            }
            if !inside {
                println!(
                    "  {} «{text}»: {start}..{end} is not covered",
                    row.cell("id")
                );
            }
        }
    }
    figure("secrets caught", caught, secrets);
    figure("harmless messages left in peace", quiet, harmless);
    figure("spans covered", covered, spans);
    figure("telephone numbers not kept", dropped, phones);
    Ok(())
}

/// The marked stretches, in code points.
fn marked(row: &Row) -> Vec<(usize, usize)> {
    let starts = row
        .list("start", '|')
        .into_iter()
        .filter_map(|start| start.parse().ok());
    let spans = row.list("span", '|').into_iter().map(restored);
    starts
        .zip(spans)
        .map(|(start, span): (usize, String)| (start, start + span.chars().count()))
        .collect()
}

/// `\n` and `\\` as they were before they were written into a table.
fn restored(cell: &str) -> String {
    let mut text = String::new();
    let mut letters = cell.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n') => text.push('\n'),
                Some(other) => text.push(other),
                None => text.push('\\'),
            },
            (letter, false) => text.push(letter),
        }
    }
    text
}
