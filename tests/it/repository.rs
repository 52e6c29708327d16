//! What the repository does by itself and offers to people: workflows, issue forms, the notes of a release.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use regex::Regex;
use tempfile::TempDir;

use crate::documents::root;

const WORKFLOWS: [&str; 2] = [".github/workflows/ci.yml", ".github/workflows/release.yml"];
const FORMS: [&str; 2] = [
    ".github/ISSUE_TEMPLATE/content-changed.yml",
    ".github/ISSUE_TEMPLATE/bug.yml",
];

/// No parser of YAML is among the dependencies; these rules keep to the part of it about which all parsers agree.
#[test]
fn the_files_of_the_repository_are_plain_yaml() {
    let mut faults = Vec::new();
    let files = yaml_files();
    assert!(files.len() >= 6, "{files:?}");
    for file in files {
        let name = file.strip_prefix(root()).unwrap().display().to_string();
        let text = fs::read_to_string(&file).unwrap();
        faults.extend(odd_lines(&text).map(|line| format!("{name}:{line}")));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn what_is_no_plain_yaml_is_noticed() {
    for odd in [
        "a:\n\tb: 1\n",
        "a:\n   b: 1\n",
        "just words\n",
        "a: b: c\n",
        "a: \"open\n",
        "a: [1, 2\n",
        "a: 'it''s' twice\n",
    ] {
        assert_ne!(odd_lines(odd).count(), 0, "{odd}");
    }
    let plain = "# a remark\na:\n  - b: \"c: d\" # e\n  - f\nrun: |\n  words: of any: kind\n   [ so\n\nlist: [1, 2]\nword: 왜: 가\n";
    assert_eq!(odd_lines(&plain.replace("word: 왜: 가\n", "")).count(), 0);
    assert_eq!(odd_lines(plain).collect::<Vec<_>>(), ["10: word: 왜: 가"]);
}

#[test]
fn the_workflow_runs_what_must_hold_before_a_change_is_taken() {
    let workflow = read(WORKFLOWS[0]);
    let steps: BTreeSet<&str> = workflow
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- run: "))
        .collect();
    let gate = read(".ci/run");
    let commands: Vec<&str> = gate
        .lines()
        .filter(|line| line.starts_with("scripts/") || line.starts_with("cargo "))
        .collect();
    assert!(commands.len() >= 4, "{commands:?}");
    for command in commands
        .into_iter()
        .chain(["cargo build --release --locked"])
    {
        assert!(steps.contains(command), "ci.yml does not run {command}");
    }
    let version = read("Cargo.toml");
    let version = version
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = "));
    let version = version.expect("Cargo.toml names it").trim_matches('"');
    for workflow in WORKFLOWS {
        let installs = format!("rustup toolchain install {version} ");
        assert!(read(workflow).contains(&installs), "{workflow}: {version}");
    }
    let image = format!("\n      image: rust:{version}-bookworm\n");
    assert!(workflow.contains(&image), "{version}");
}

#[test]
fn workflows_take_actions_by_their_commit_and_may_only_read() {
    let pinned = Regex::new(r"^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9.]+$").unwrap();
    for file in WORKFLOWS {
        let workflow = read(file);
        let top = "\npermissions:\n  contents: read\n";
        assert!(workflow.contains(top), "{file} may do more than read");
        assert!(workflow.contains("\nconcurrency:\n"), "{file}");
        let uses = workflow
            .lines()
            .filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: "));
        let mut count = 0;
        for action in uses {
            let is_ours = action.starts_with("./.github/workflows/");
            let is_pinned = pinned.is_match(&action.to_lowercase());
            assert!(is_ours || is_pinned, "{file} uses {action}");
            count += 1;
        }
        assert!(count > 0, "{file}");
        let jobs = workflow.matches("runs-on: ").count();
        assert_eq!(workflow.matches("timeout-minutes: ").count(), jobs);
        let checkouts = workflow.matches("actions/checkout@").count();
        let forgets = workflow.matches("persist-credentials: false").count();
        assert_eq!(checkouts, forgets, "{file} leaves the token behind");
    }
    let writes: Vec<_> = WORKFLOWS
        .iter()
        .filter(|file| read(file).contains(": write"))
        .collect();
    assert_eq!(writes, [&WORKFLOWS[1]], "the release alone writes");
}

#[test]
fn issue_forms_ask_in_both_languages_and_for_no_secret() {
    let kinds = ["markdown", "input", "textarea", "dropdown", "checkboxes"];
    for file in FORMS {
        let form = read(file);
        for part in ["name: ", "description: ", "labels: ", "body:"] {
            let has = form.lines().any(|line| line.starts_with(part));
            assert!(has, "{file} has no {part}");
        }
        let values = |key: &str| {
            let values = form.lines().filter_map(|line| {
                let line = line.trim();
                line.strip_prefix(key).map(str::to_owned)
            });
            values.collect::<Vec<String>>()
        };
        for kind in values("- type: ") {
            assert!(kinds.contains(&kind.as_str()), "{file}: {kind}");
        }
        let ids = values("id: ");
        let different: BTreeSet<_> = ids.iter().collect();
        assert_eq!(different.len(), ids.len(), "{file}: {ids:?}");
        let labels = [values("label: "), values("- label: ")].concat();
        for label in &labels {
            assert!(label.contains(" — "), "{file}: «{label}» in both languages");
        }
        assert_eq!(labels.len(), ids.len() + 1, "{file}: a label for each");
        for warning in ["비밀번호", "적지 마세요", "passwords"] {
            assert!(form.contains(warning), "{file} does not warn: {warning}");
        }
    }
    let changed = read(FORMS[0]);
    assert!(changed.starts_with("name: 내용이 달라졌어요"));
    for id in ["step", "said", "seen", "day", "safe"] {
        assert!(changed.contains(&format!("\n    id: {id}\n")), "{id}");
    }
    assert!(changed.contains("사진도 올리지 마세요"));
}

#[test]
fn the_notes_of_a_release_are_what_the_changelog_says_of_it() {
    let changelog = "# 바뀐 것 / Changelog\n\n## 0.10.0 – 준비 중 / unreleased\n\n* 아직\n\n## 0.2.0 – 2027-01-02\n\n* 둘째\n\n*second*\n\n\
        ## 0.1.0 – 2026-12-24\n\n* 첫째\n\n## 0.0.1 – 2026-12-01\n";
    let notes = |version: &[&str]| release_notes(changelog, version);
    assert_eq!(said(&notes(&["0.2.0"])), (true, "* 둘째\n\n*second*\n"));
    assert_eq!(said(&notes(&["0.1.0"])), (true, "* 첫째\n"));
    for (version, why) in [
        (&["0.10.0"][..], "the heading has no date"),
        (&["0.1"], "has no heading for 0.1"),
        (&["0.0.1"], "nothing stands below"),
        (&["."], "has no heading"),
        (&[], "name one version"),
    ] {
        let told = notes(version);
        assert_eq!(said(&told), (false, ""), "{version:?}");
        let why_not = String::from_utf8_lossy(&told.stderr);
        assert!(why_not.contains(why), "{version:?}: {why_not}");
    }
}

#[test]
fn the_changelog_has_something_to_say_of_the_version_that_is_built() {
    let version = env!("CARGO_PKG_VERSION");
    let changelog = read("CHANGELOG.md").replace(
        &format!("## {version} – 준비 중 / unreleased\n"),
        &format!("## {version} – 2026-12-24\n"),
    );
    let told = release_notes(&changelog, &[version]);
    assert!(told.status.success(), "{told:?}");
}

/// What the script says of this changelog.
fn release_notes(changelog: &str, arguments: &[&str]) -> Output {
    let place = TempDir::new().unwrap();
    let script = "scripts/release-notes.sh";
    fs::create_dir(place.path().join("scripts")).unwrap();
    fs::copy(root().join(script), place.path().join(script)).unwrap();
    fs::write(place.path().join("CHANGELOG.md"), changelog).unwrap();
    let mut asked = Command::new(place.path().join(script));
    asked.args(arguments).output().unwrap()
}

fn said(told: &Output) -> (bool, &str) {
    let words = std::str::from_utf8(&told.stdout).unwrap();
    (told.status.success(), words)
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn yaml_files() -> Vec<PathBuf> {
    let folders = [".github", ".github/workflows", ".github/ISSUE_TEMPLATE"];
    let entries = folders
        .into_iter()
        .flat_map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let files = entries.map(|entry| entry.unwrap().path());
    files
        .filter(|file| file.extension().is_some_and(|ending| ending == "yml"))
        .collect()
}

/// The lines, with their numbers, that are no remark, no `key: value`, no `- item`, and not inside a block of text.
fn odd_lines(text: &str) -> impl Iterator<Item = String> {
    let line = Regex::new(concat!(
        r#"^(?: {2})*(?:- )?(?:[a-zA-Z_-]+:(?: |$))?"#,
        r#"(?:\||"[^"]*"|'[^']*'|\[[^\[\]]*\]|[^\s"'\[\]{}&*!|>%@`#,:-](?:[^#:]|:[^ ]|[^ ]#)*)?(?: +#.*)?$"#
    ));
    let line = line.unwrap();
    let mut block: Option<usize> = None;
    let mut odd = Vec::new();
    for (number, words) in (1..).zip(text.lines()) {
        let indent = words.len() - words.trim_start().len();
        if block.is_some_and(|outer| indent > outer || words.is_empty()) {
            continue;
        }
        block = words.ends_with(": |").then_some(indent);
        let is_remark = words.trim_start().starts_with('#');
        let says = words.contains(": ") || words.ends_with(':') || words.trim().starts_with("- ");
        if !(words.is_empty() || is_remark || says && line.is_match(words)) {
            odd.push(format!("{number}: {words}"));
        }
    }
    odd.into_iter()
}
