//! What the documents for people say about the project is so: places, tests, and the language of the stories.

use std::collections::HashSet;
use std::fs;
use std::mem::discriminant;
use std::path::{Path, PathBuf};

use regex::Regex;

use crate::story::instruction::Instruction;
use crate::story::{EVERY, Story};

/// A page for people.
pub struct Document {
    /// Below the project's root.
    pub name: String,
    pub text: String,
}

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every page for people, in the order of their names.
pub fn documents() -> Vec<Document> {
    let mut paths: Vec<PathBuf> = ["README.md", "CONTRIBUTING.md", "SECURITY.md"]
        .map(|name| root().join(name))
        .into();
    let entries = fs::read_dir(root().join("docs")).expect("the folder of documents is there");
    let pages = entries.map(|entry| entry.expect("the folder can be read").path());
    paths.extend(pages.filter(|path| path.extension().is_some_and(|ending| ending == "md")));
    paths.sort();
    let document = |path: PathBuf| Document {
        name: path
            .strip_prefix(root())
            .expect("it lies below the root")
            .display()
            .to_string(),
        text: fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display())),
    };
    paths.into_iter().map(document).collect()
}

#[test]
fn every_link_of_the_documents_leads_to_a_place_that_is_there() {
    let link = Regex::new(r"\]\(([^)]+)\)").unwrap();
    let mut faults = Vec::new();
    let mut count = 0;
    for Document { name, text } in documents() {
        for found in link.captures_iter(&text) {
            let target = &found[1];
            if target.starts_with("https://") {
                continue;
            }
            count += 1;
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let here = root().join(&name);
            let page = match file {
                "" => here,
                file => here.with_file_name("").join(file),
            };
            let is_there = match heading {
                "" => page.exists(),
                heading => headings(&page).contains(heading),
            };
            faults.extend((!is_there).then(|| format!("{name}: {target}")));
        }
    }
    assert!(count > 15, "only {count} links");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_file_and_every_test_that_the_documents_name_is_there() {
    let span = Regex::new(r"`([^`\n]+)`").unwrap();
    let folders = [
        "src/",
        "tests/",
        "docs/",
        "locales/",
        "ops/",
        "scripts/",
        "examples/",
        ".github/",
    ];
    let test = Regex::new("^[a-z0-9]+(?:_[a-z0-9]+){3,}$").unwrap();
    let tests = tests_by_name();
    let mut faults = Vec::new();
    for Document { name, text } in documents() {
        for found in span.captures_iter(&text) {
            let word = found[1].split_whitespace().next().unwrap_or_default();
            let is_file = folders.iter().any(|folder| word.starts_with(folder));
            let is_known = match word {
                several if several.contains('*') => true,
                file if is_file => root().join(file).exists(),
                // Metrics have such names too.
                word if test.is_match(word) && !word.starts_with("gilbot_") => tests.contains(word),
                _ => true,
            };
            faults.extend((!is_known).then(|| format!("{name}: {word}")));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_language_of_the_stories_is_explained_from_end_to_end() {
    let page = fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let row = Regex::new(r"(?m)^\| `([^`]+)` \| [^|]+ \|$").unwrap();
    let (_, page) = page.split_once("\n## 이야기 쓰기\n").expect("a chapter");
    let (chapter, _) = page.split_once("\n## ").expect("a chapter after it");
    let explained: HashSet<_> = row
        .captures_iter(chapter)
        .map(|row| {
            let line = row[1].replace(r"\|", "|");
            let instruction: Result<Instruction, String> = line.parse();
            discriminant(&instruction.unwrap_or_else(|why| panic!("{line}: {why}")))
        })
        .collect();
    let every = Story::parse("every.story", EVERY).unwrap();
    for (_, instruction) in &every.lines {
        let is_explained = explained.contains(&discriminant(instruction));
        assert!(
            is_explained,
            "CONTRIBUTING.md does not explain «{instruction}»"
        );
    }
    let begins = chapter.find("\n이야기: ").expect("a story to begin with");
    let (story, _) = chapter[begins..].split_once("\n```").expect("its end");
    Story::parse("CONTRIBUTING.md", story).unwrap_or_else(|wrong| panic!("{wrong}"));
}

/// The headings of a page, as links name them.
fn headings(page: &Path) -> HashSet<String> {
    let text = fs::read_to_string(page).unwrap_or_default();
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let linked = headings.map(|line| {
        let words = line.trim_start_matches('#').trim().to_lowercase();
        let is_kept = |sign: &char| sign.is_alphanumeric() || [' ', '-', '_'].contains(sign);
        words.chars().filter(is_kept).collect::<String>()
    });
    linked.map(|words| words.replace(' ', "-")).collect()
}

fn tests_by_name() -> HashSet<String> {
    let function = Regex::new(r"\bfn ([a-z0-9_]+)").unwrap();
    let mut names = HashSet::new();
    let mut folders = vec![root().join("tests")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of tests") {
            let path = entry.expect("a folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a test is text");
                let found = function.captures_iter(&text);
                names.extend(found.map(|found| found[1].to_owned()));
            }
        }
    }
    names
}
