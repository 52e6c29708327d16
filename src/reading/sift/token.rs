//! Secrets with letters in them: login passwords and passport numbers.

use super::Span;
use super::address::addresses;
use super::labels::Label;
use super::numbers::{Number, State};
use super::passport::{passports, spaced_passports};
use super::password::{hangul_password, password};

/// Finds passport numbers and login passwords.
pub(super) fn worded(chars: &[char], labels: &[Label], numbers: &mut [Number]) -> Vec<Span> {
    let addresses = addresses(chars);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let run = chars[at..]
            .iter()
            .take_while(|c| c.is_ascii_graphic())
            .count();
        if run == 0 {
            at += 1;
            continue;
        }
        let in_address = addresses
            .binary_search_by_key(&at, |(start, _)| *start)
            .is_ok();
        if !in_address {
            let (spans, from) = passports(chars, at, at + run, labels);
            if spans.is_empty() {
                found.extend(password(chars, from, at + run, labels, numbers));
            }
            found.extend(spans);
        }
        at += run;
    }
    found.extend(spaced_passports(chars, labels, numbers));
    found.extend(
        numbers
            .iter()
            .filter_map(|number| hangul_password(chars, labels, number)),
    );
    for span in &found {
        let first = numbers.partition_point(|number| number.start < span.start);
        let inside = numbers[first..]
            .iter_mut()
            .take_while(|number| number.end <= span.end);
        inside.for_each(|number| number.state = State::Taken);
    }
    found
}
