//! Passport numbers.

use super::labels::{self, Label, Meaning};
use super::numbers::Number;
use super::{Kind, Span, example};

/// Passport numbers inside a run of Latin characters, and where the run begins once a label
/// written together with it («pw:…») is left out.
pub(super) fn passports(
    chars: &[char],
    start: usize,
    end: usize,
    labels: &[Label],
) -> (Vec<Span>, usize) {
    let mut spans = Vec::new();
    let mut at = start;
    while at < end {
        let word = chars[at..end]
            .iter()
            .take_while(|c| c.is_ascii_alphanumeric())
            .count();
        if word > 0 {
            let token: String = chars[at..at + word].iter().collect();
            let labelled = beside_passport(labels, at, at + word);
            let harmless = labels::before(labels, at)
                .last()
                .is_some_and(|label| label.meaning.is_harmless() && at - label.end <= 10);
            if is_passport(&token, labelled)
                && !harmless
                && !example::is_marked(chars, at, at + word)
            {
                spans.push(Span {
                    kind: Kind::Passport,
                    start: at,
                    end: at + word,
                });
            }
        }
        at += word.max(1);
    }
    let inside = labels::before(labels, end.saturating_sub(1))
        .last()
        .filter(|label| label.start >= start);
    (spans, inside.map_or(start, |label| label.end))
}

/// A letter and eight digits, or a letter, three digits, a letter and four; with the word for a
/// passport beside it also looser forms.
fn is_passport(token: &str, labelled: bool) -> bool {
    let bytes = token.as_bytes();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let old = bytes.len() == 9
        && matches!(bytes[0], b'm' | b's' | b'r' | b'g' | b'd' | b'p')
        && digits == 8;
    let new = bytes.len() == 9
        && matches!(bytes[0], b'm' | b's' | b'r' | b'g' | b'd')
        && digits == 7
        && bytes[4].is_ascii_alphabetic();
    let loose = labelled
        && (8..=10).contains(&bytes.len())
        && bytes[0].is_ascii_alphabetic()
        && digits >= 5;
    old || new || loose
}

/// «M 8765 4321», «M-87654321», «여권 m 팔칠육오…»: a letter, then eight digits apart from it.
pub(super) fn spaced_passports(chars: &[char], labels: &[Label], numbers: &[Number]) -> Vec<Span> {
    let mut spans = Vec::new();
    for (index, number) in numbers.iter().enumerate() {
        let mut at = number.start;
        while at > 0 && matches!(chars[at - 1], ' ' | '-') && number.start - at < 3 {
            at -= 1;
        }
        let letters = chars[..at]
            .iter()
            .rev()
            .take(3)
            .take_while(|c| c.is_ascii_alphabetic())
            .count();
        let (mut digits, mut end) = (number.length(), number.end);
        for next in numbers.iter().skip(index + 1).take(8) {
            if next.start - end > 1 || digits >= 8 {
                break;
            }
            digits += next.length();
            end = next.end;
        }
        let labelled = beside_passport(labels, at, end);
        if (1..=2).contains(&letters) && labelled && (7..=8).contains(&digits) {
            spans.push(Span {
                kind: Kind::Passport,
                start: at - letters,
                end,
            });
        }
    }
    spans
}

/// Whether a word for a passport stands within a few words of the range.
fn beside_passport(labels: &[Label], start: usize, end: usize) -> bool {
    labels::around(labels, start, end, 30)
        .iter()
        .any(|label| label.meaning == Meaning::Passport)
}
