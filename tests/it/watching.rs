//! What watches the bot in service names only what the bot tells, and says what to do about it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gilbot::runtime::gauge::{Kind, METRICS};
use regex::Regex;
use serde_json::Value;

#[test]
fn every_metric_is_drawn_and_nothing_else() {
    let drawn = metrics_in(&queries());
    let known: BTreeSet<String> = METRICS.iter().map(|metric| metric.name.into()).collect();
    assert_eq!(drawn, known);
}

#[test]
fn every_panel_asks_the_chosen_source_and_has_a_place_of_its_own() {
    let dashboard = dashboard();
    let mut ids = BTreeSet::new();
    let mut taken = BTreeSet::new();
    for panel in dashboard["panels"].as_array().unwrap() {
        assert!(ids.insert(panel["id"].as_u64().unwrap()), "{panel}");
        let place = |name: &str| panel["gridPos"][name].as_u64().unwrap();
        for x in place("x")..place("x") + place("w") {
            for y in place("y")..place("y") + place("h") {
                assert!(x < 24 && taken.insert((x, y)), "{}", panel["title"]);
            }
        }
        let targets = panel["targets"].as_array().into_iter().flatten();
        for target in targets {
            assert_eq!(target["datasource"]["uid"], "${datasource}", "{panel}");
        }
    }
}

#[test]
fn the_alerts_ask_only_for_what_is_told() {
    let known: BTreeSet<String> = METRICS.iter().map(|metric| metric.name.into()).collect();
    for file in ["alerts.yml", "alerts.test.yml"] {
        let asked = metrics_in(&read(file));
        let unknown: Vec<_> = asked.difference(&known).collect();
        assert!(unknown.is_empty(), "{file} asks for {unknown:?}");
    }
}

#[test]
fn the_alerts_are_rules_that_fire_when_they_should() {
    for check in [
        ["check", "rules", "alerts.yml"],
        ["test", "rules", "alerts.test.yml"],
    ] {
        let told = Command::new("promtool")
            .args(check)
            .current_dir(place())
            .output()
            .expect("promtool is there: scripts/test.sh installs it");
        assert!(told.status.success(), "{told:?}");
    }
}

#[test]
fn every_alert_is_tried_and_has_a_word_for_whoever_is_woken_by_it() {
    let tried = read("alerts.test.yml");
    let fires: BTreeSet<_> = tried
        .split("alertname: ")
        .skip(1)
        .filter(|test| {
            let next = test.find("eval_time").unwrap_or(test.len());
            test[..next].contains("exp_alerts")
        })
        .filter_map(|test| test.split(|letter: char| !letter.is_alphanumeric()).next())
        .collect();
    let page = fs::read_to_string(place().join("../docs/operating.md")).unwrap();
    for alert in alerts() {
        assert!(fires.contains(alert.as_str()), "{alert} is never fired");
        let rows = page.matches(&format!("| `{alert}` |")).count();
        assert_eq!(rows, 2, "{alert}, in Korean and in English");
    }
}

#[test]
fn the_page_for_operators_explains_every_metric() {
    let page = fs::read_to_string(place().join("../docs/operating.md")).unwrap();
    for metric in METRICS {
        let kind = match metric.kind {
            Kind::Counter => "counter",
            Kind::Gauge => "gauge",
            Kind::Histogram => "histogram",
        };
        let labels = match metric.labels {
            [] => "–".to_owned(),
            labels => format!("`{}`", labels.join("`, `")),
        };
        let row = format!(
            "| `{}` | {kind} | {labels} | {} |",
            metric.name, metric.help
        );
        assert!(
            page.contains(&row),
            "docs/operating.md lacks the row\n{row}"
        );
    }
}

fn place() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ops")
}

fn read(file: &str) -> String {
    fs::read_to_string(place().join(file)).unwrap()
}

fn dashboard() -> Value {
    serde_json::from_str(&read("dashboard.json")).unwrap()
}

/// Everything that the panels ask Prometheus.
fn queries() -> String {
    let dashboard = dashboard();
    let panels = dashboard["panels"].as_array().unwrap().iter();
    let targets = panels.filter_map(|panel| panel["targets"].as_array());
    let asked = targets
        .flatten()
        .map(|target| target["expr"].as_str().unwrap());
    asked.collect::<Vec<_>>().join("\n")
}

/// The metrics that are named; of a duration, its parts count as the whole.
fn metrics_in(text: &str) -> BTreeSet<String> {
    let name = Regex::new("gilbot_[a-z_]+").unwrap();
    let named = name.find_iter(text).map(|found| {
        let parts = ["_bucket", "_count", "_sum"].into_iter();
        let mut whole = parts.filter_map(|part| found.as_str().strip_suffix(part));
        whole.next().unwrap_or(found.as_str()).to_owned()
    });
    named.collect()
}

fn alerts() -> Vec<String> {
    let name = Regex::new("- alert: ([A-Za-z]+)").unwrap();
    let rules = read("alerts.yml");
    let alerts: Vec<_> = name
        .captures_iter(&rules)
        .map(|found| found[1].to_owned())
        .collect();
    assert!(alerts.len() > 5, "{alerts:?}");
    alerts
}
