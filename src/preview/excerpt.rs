//! How a story repeats a text: in words enough to know it by.

const WORDS_CHARS_MAX: usize = 60;
const LINES_MAX: usize = 2;

/// The first lines of a text, short enough to be read.
pub fn words(text: &str) -> String {
    let lines = text.lines().map(one_line);
    let lines = lines.filter(|line| !line.is_empty()).take(LINES_MAX);
    let short: Vec<String> = lines.map(|line| shortened(&line)).collect();
    short.join(" … ")
}

/// The line up to the last word that fits.
fn shortened(line: &str) -> String {
    let Some((end, _)) = line.char_indices().nth(WORDS_CHARS_MAX) else {
        return line.to_owned();
    };
    let whole = line[..end].rfind(' ').filter(|at| *at > 0);
    line[..whole.unwrap_or(end)].to_owned()
}

pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
