//! All that the article says is carried by the bot: a table leads from each of its statements to the texts that carry
//! it, and every one of these texts can be reached by pressing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use gilbot::dialogue::text::Text;
use gilbot::locales::Language::Korean;

use crate::reached::{REACHED, WORDS, texts};

/// The statements of the article, in its order: S1 to S67.
#[rustfmt::skip]
const STATEMENTS: [&str; 67] = [
    "intro.scope", "intro.essential", "intro.kb_customers", "intro.identity_easy", "need.uses",
    "validity.years", "validity.after", "validity.before", "validity.notice30",
    "reissue.revoke_old", "reissue.why", "channel.both",
    "web.1.site", "web.2.menu", "web.3.terms", "web.4.id_rrn", "web.5.ars", "web.6.account",
    "web.6.method", "web.7.card", "web.8.extra", "web.9.sms", "web.10.pin",
    "app.1.open", "app.2.menu", "app.3.terms", "app.4.identity", "app.5.passwords", "app.6.confirm",
    "app.easy",
    "caution.1.info", "caution.2.ars", "caution.3.password", "caution.4.terms", "caution.5.app",
    "caution.note",
    "scen.1.fast", "scen.1.ready", "scen.2.long", "scen.2.renew", "scen.3.precise", "scen.3.comply",
    "sum.1", "sum.2", "sum.3", "sum.4", "sum.5", "sum.6", "sum.7", "sum.order",
    "rec.1.urgent", "rec.2.regular", "rec.3.safe", "rec.4.mobile", "rec.5.variety",
    "chk.01", "chk.02", "chk.03", "chk.04", "chk.05", "chk.06", "chk.07", "chk.08", "chk.09", "chk.10",
    "end.now", "end.services",
];

/// One row: the texts that carry a statement, and words that stand in at least one of them.
struct Row {
    number: String,
    statement: String,
    texts: Vec<String>,
    evidence: String,
}

fn rows() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/carried.tsv");
    let table = fs::read_to_string(path).expect("the table is there");
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("fact\tkey\ttexts\tevidence"));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [number, statement, texts, evidence] = cells[..] else {
                panic!("four cells: {line}");
            };
            Row {
                number: number.to_owned(),
                statement: statement.to_owned(),
                texts: texts.split('|').map(str::to_owned).collect(),
                evidence: evidence.to_owned(),
            }
        })
        .collect()
}

#[test]
fn every_statement_of_the_article_is_carried() {
    let mut carried = BTreeMap::new();
    for row in rows() {
        carried.insert(row.number, row.statement);
    }
    let all = (1..).zip(STATEMENTS);
    let all = all.map(|(number, statement)| (format!("S{number}"), statement.to_owned()));
    assert_eq!(carried, all.collect());
}

#[test]
fn every_text_that_carries_a_statement_can_be_reached() {
    let reached: BTreeSet<String> = REACHED
        .iter()
        .flat_map(|reached| texts(&reached.screen))
        .collect();
    for row in rows() {
        for id in row.texts {
            assert!(
                WORDS.has(Korean, &id),
                "{}: there is no {id}",
                row.statement
            );
            assert!(
                reached.contains(&id),
                "{}: {id} is not reached",
                row.statement
            );
        }
    }
}

#[test]
fn the_words_that_carry_a_statement_stand_in_its_texts() {
    for row in rows() {
        assert!(row.evidence.chars().count() >= 2, "{}", row.statement);
        let says = |id: &String| {
            WORDS
                .plain(Korean, &Text::new(id.clone()))
                .contains(&row.evidence)
        };
        assert!(
            row.texts.iter().any(says),
            "{}: «{}»",
            row.statement,
            row.evidence
        );
    }
}
