//! Expiry dates, reminders, notices: a certificate is entered, or the bot comes back, and what it does is written down.

use std::path::Path;

use anyhow::Context;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use chrono_tz::Asia::Seoul;
use gilbot::dialogue::event::Event;
use gilbot::dialogue::press::{Dating, Place, Press};
use gilbot::dialogue::reminder::{self, Stage};
use gilbot::dialogue::state::{Asking, DateTalk, State};
use gilbot::dialogue::transition::after_years;
use gilbot::dialogue::{Dialogue, next_due, transition};

use crate::{Row, figure, rows};

const STAGES: [(&str, Stage); 4] = [
    ("D30", Stage::D30),
    ("D7", Stage::D7),
    ("D1", Stage::D1),
    ("EXPIRED", Stage::Expired),
];

pub fn score(folder: &Path) -> anyhow::Result<()> {
    let rows = rows(folder, "expiry.tsv")?;
    let mut right = 0;
    for row in &rows {
        let wrong = wrong(row)?;
        if wrong.is_empty() {
            right += 1;
        } else {
            println!("  {}: {}", row.cell("id"), wrong.join("; "));
        }
    }
    figure("expiry, every column as expected", right, rows.len());
    Ok(())
}

/// The columns that are not as expected.
fn wrong(row: &Row) -> anyhow::Result<Vec<String>> {
    let issued: NaiveDate = row.cell("issue_date").parse().context("issue_date")?;
    let years: u32 = row.cell("years").parse().context("years")?;
    let now: DateTime<Utc> = row.cell("now").parse().context("now")?;
    let expires_on = after_years(issued, years);
    let sent = row.list("already_sent", ',');
    let dialogue = if row.cell("mode") == "register" {
        entered(expires_on, now)
    } else {
        came_back(expires_on, &sent)
    };
    let (dialogue, send_now) = if row.cell("mode") == "register" {
        let told = dialogue
            .certificates
            .iter()
            .next()
            .and_then(|known| known.told);
        (dialogue, told)
    } else {
        woken(dialogue, now)
    };
    let settings = &dialogue.settings;
    let at = |stage| {
        reminder::moment(expires_on, stage, settings)
            .with_timezone(&Seoul)
            .to_rfc3339_opts(SecondsFormat::Secs, false)
    };
    let state = if reminder::is_expired(expires_on, settings, now) {
        "expired"
    } else {
        "active"
    };
    let found = [
        ("expiry_date", expires_on.to_string()),
        ("d30_at", at(Stage::D30)),
        ("d7_at", at(Stage::D7)),
        ("d1_at", at(Stage::D1)),
        ("expired_notice_at", at(Stage::Expired)),
        ("state", state.to_owned()),
        ("send_now", send_now.map_or("-", name).to_owned()),
        ("schedule", schedule(dialogue.clone(), now)),
    ];
    Ok(found
        .into_iter()
        .filter(|(column, found)| row.cell(column) != found)
        .map(|(column, found)| format!("{column} {} expected, {found} found", row.cell(column)))
        .collect())
}

/// A person enters the date by the buttons of the bot.
fn entered(expires_on: NaiveDate, now: DateTime<Utc>) -> Dialogue {
    let mut dialogue = Dialogue::default();
    dialogue = pressed(dialogue, Press::Go(Place::NewDate), now);
    dialogue.state = State::Dating(DateTalk {
        certificate: None,
        walk: None,
        at: Asking::Confirm(expires_on),
    });
    dialogue = pressed(dialogue, Press::Date(Dating::Save(expires_on)), now);
    pressed(dialogue, Press::Date(Dating::Agree(expires_on)), now)
}

/// A certificate entered long ago, of which these stages have been told.
fn came_back(expires_on: NaiveDate, sent: &[&str]) -> Dialogue {
    let mut dialogue = Dialogue::default();
    if let Some(certificate) = dialogue.certificates.add(expires_on, expires_on) {
        certificate.told = STAGES
            .iter()
            .filter(|(name, _)| sent.contains(name))
            .map(|(_, stage)| *stage)
            .max();
    }
    dialogue
}

/// The bot is back and looks: what it says now.
fn woken(dialogue: Dialogue, now: DateTime<Utc>) -> (Dialogue, Option<Stage>) {
    let before = dialogue
        .certificates
        .iter()
        .next()
        .and_then(|known| known.told);
    let (dialogue, effects) = transition(dialogue, Event::Due, now);
    let after = dialogue
        .certificates
        .iter()
        .next()
        .and_then(|known| known.told);
    let said = !effects.is_empty() && after != before;
    (dialogue, after.filter(|_| said))
}

/// What comes when nobody touches anything, told by following the alarm.
fn schedule(mut dialogue: Dialogue, now: DateTime<Utc>) -> String {
    let mut coming = Vec::new();
    let mut at = now;
    while let Some(due) = next_due(&dialogue).filter(|_| coming.len() < STAGES.len()) {
        at = at.max(due);
        let (next, said) = woken(dialogue, at);
        dialogue = next;
        coming.extend(said.map(name));
    }
    if coming.is_empty() {
        "-".to_owned()
    } else {
        coming.join(",")
    }
}

fn pressed(dialogue: Dialogue, press: Press, now: DateTime<Utc>) -> Dialogue {
    transition(dialogue, Event::Pressed(press), now).0
}

fn name(stage: Stage) -> &'static str {
    STAGES
        .iter()
        .find(|(_, known)| *known == stage)
        .map_or("D90", |(name, _)| name)
}
