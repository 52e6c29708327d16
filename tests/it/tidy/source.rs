//! Source files as a test reads them: what is code is told from what is said in comments and strings.

use std::fs;
use std::path::Path;

/// A text file of the project.
pub struct Source {
    /// Below the project's root, with `/`.
    pub path: String,
    pub text: String,
    /// The text with everything inside comments, strings and character literals blanked; empty if it is not Rust.
    pub code: String,
}

/// A function: its name, the line on which it begins, and how many lines it takes.
pub struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

impl Source {
    pub fn parse(path: &str, text: &str) -> Self {
        let is_rust = path.ends_with(".rs");
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code: if is_rust {
                code_of(text)
            } else {
                String::new()
            },
        }
    }

    /// The lines, counted from one, on which the code holds this, not as a part of longer names.
    pub fn lines_with(&self, needle: &str) -> Vec<usize> {
        let joins = |letter: Option<char>| letter.is_some_and(is_name);
        let is_whole = |at: &usize| {
            let (before, after) = (&self.code[..*at], &self.code[at + needle.len()..]);
            let open_begin = !needle.starts_with(is_name) || !joins(before.chars().next_back());
            let open_end = !needle.ends_with(is_name) || !joins(after.chars().next());
            open_begin && open_end
        };
        let found = self.code.match_indices(needle).map(|(at, _)| at);
        found
            .filter(is_whole)
            .map(|at| line_of(&self.code, at))
            .collect()
    }

    /// Every name that is declared here, with the word that declares it and its line.
    pub fn declarations(&self) -> Vec<(&str, &str, usize)> {
        const KINDS: [&str; 9] = [
            "struct", "enum", "union", "trait", "type", "fn", "mod", "const", "static",
        ];
        let words = words(&self.code);
        let pairs = words.windows(2);
        pairs
            .filter(|pair| KINDS.contains(&pair[0].1) && !KINDS.contains(&pair[1].1))
            .map(|pair| (pair[0].1, pair[1].1, line_of(&self.code, pair[1].0)))
            .collect()
    }

    /// Every function that has a body.
    pub fn functions(&self) -> Vec<Function> {
        let words = words(&self.code);
        let pairs = words.windows(2).filter(|pair| pair[0].1 == "fn");
        pairs
            .filter_map(|pair| {
                let end = body_end(&self.code, pair[1].0 + pair[1].1.len())?;
                let line = line_of(&self.code, pair[0].0);
                Some(Function {
                    name: pair[1].1.to_owned(),
                    line,
                    lines: line_of(&self.code, end) - line + 1,
                })
            })
            .collect()
    }

    /// The rooms of the crate that the code names, each with its line: after `crate::`, in a group behind it, or after
    /// as many `super::` as lead to the root.
    pub fn rooms_named(&self) -> Vec<(&str, usize)> {
        let depth = module_depth(&self.path);
        let mut rooms = Vec::new();
        for (at, word) in words(&self.code) {
            let path = match word {
                "crate" => self.code[at + word.len()..].trim_start().strip_prefix("::"),
                "super" => above_root(&self.code[at..], depth),
                _ => None,
            };
            let Some(path) = path else { continue };
            let line = line_of(&self.code, at);
            rooms.extend(first_names(path).into_iter().map(|name| (name, line)));
        }
        rooms
    }
}

/// The text files below this folder of the project, or the file itself.
pub fn sources(below: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(root, &root.join(below), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Everything that belongs to the project: what is built, kept or private lies outside.
pub fn project() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(root).expect("the project can be read");
    let names = entries.map(|entry| entry.expect("an entry can be read").file_name());
    let names = names.map(|name| name.into_string().expect("names are UTF-8"));
    let ours = names.filter(|name| {
        let is_private = [".git", "target", ".env"].contains(&name.as_str());
        !is_private && !name.contains(".db") && !name.contains(".profraw")
    });
    ours.flat_map(|name| sources(&name)).collect()
}

fn walk(root: &Path, place: &Path, found: &mut Vec<Source>) {
    if place.is_dir() {
        for entry in fs::read_dir(place).expect("a folder can be read") {
            walk(root, &entry.expect("an entry can be read").path(), found);
        }
    } else if let Ok(text) = fs::read_to_string(place) {
        let path = place.strip_prefix(root).expect("it lies below the root");
        let path = path.to_str().expect("names are UTF-8").replace('\\', "/");
        found.push(Source::parse(&path, &text));
    }
}

/// `src/store/redis/key.rs` lies three modules below the root, `src/store/mod.rs` one.
fn module_depth(path: &str) -> usize {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    let path = path.trim_end_matches("/mod");
    match path {
        "lib" | "main" => 0,
        path => path.split('/').count(),
    }
}

/// What follows a chain of `super::` that leads to the root or above.
fn above_root(mut code: &str, depth: usize) -> Option<&str> {
    let mut steps = 0;
    while let Some(rest) = code.strip_prefix("super::") {
        code = rest;
        steps += 1;
    }
    (steps >= depth && steps > 0).then_some(code)
}

/// `store::Store` begins with `store`; `{store, locales::Words}` with both.
fn first_names(path: &str) -> Vec<&str> {
    let path = path.trim_start();
    let Some(group) = path.strip_prefix('{') else {
        return vec![first_name(path)];
    };
    let mut names = vec![first_name(group)];
    let mut depth = 0;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(first_name(&group[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn first_name(code: &str) -> &str {
    let code = code.trim_start();
    let end = code.find(|letter| !is_name(letter)).unwrap_or(code.len());
    &code[..end]
}

/// Where the body of a function ends whose name ends here; a declaration without a body has none.
fn body_end(code: &str, name_end: usize) -> Option<usize> {
    let mut brackets = 0;
    let mut braces = 0;
    for (at, letter) in code[name_end..].char_indices() {
        match letter {
            '(' | '[' => brackets += 1,
            ')' | ']' => brackets -= 1,
            ';' if brackets == 0 && braces == 0 => return None,
            '{' => braces += 1,
            '}' => {
                braces -= 1;
                if braces == 0 && brackets == 0 {
                    return Some(name_end + at);
                }
            }
            _ => {}
        }
    }
    None
}

fn words(code: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut begin = None;
    for (at, letter) in code.char_indices().chain([(code.len(), ' ')]) {
        match (begin, is_name(letter)) {
            (None, true) => begin = Some(at),
            (Some(from), false) => {
                words.push((from, &code[from..at]));
                begin = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    words
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Blanks comments, strings and character literals; every line stays where it is.
fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after_name = code.ends_with(is_name);
        let length = match letter {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => string(rest, 1),
            'r' | 'b' | 'c' if !after_name => prefixed_string(rest),
            '\'' => character(rest),
            _ => 0,
        };
        if length == 0 {
            code.push(letter);
            rest = &rest[letter.len_utf8()..];
        } else {
            let blank = |letter| if letter == '\n' { '\n' } else { ' ' };
            code.extend(rest[..length].chars().map(blank));
            rest = &rest[length..];
        }
    }
    code
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// `r"…"`, `br#"…"#`, `b"…"`, `c"…"`; nothing when it is a name.
fn prefixed_string(rest: &str) -> usize {
    let prefix = rest.len() - rest.trim_start_matches(['r', 'b', 'c']).len();
    let after = &rest[prefix..];
    let hashes = after.len() - after.trim_start_matches('#').len();
    if prefix > 2 || !after[hashes..].starts_with('"') {
        return 0;
    }
    let begin = prefix + hashes + 1;
    if !rest[..prefix].contains('r') {
        return if hashes == 0 { string(rest, begin) } else { 0 };
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let length = rest[begin..].find(&end);
    length.map_or(rest.len(), |length| begin + length + end.len())
}

/// The length of a string whose words begin at `begin`.
fn string(rest: &str, begin: usize) -> usize {
    let mut is_escaped = false;
    for (at, letter) in rest[begin..].char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return begin + at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// `'x'` or `'\n'`; nothing when it is a lifetime.
fn character(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let begin = at + escaped.len_utf8();
            rest[begin..].find('\'').map_or(0, |end| begin + end + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}
