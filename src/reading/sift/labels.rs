//! The words that say what a number beside them is.

use std::sync::LazyLock;

use super::vocabulary::{HARMLESS, PAPERS, SECRETS};
use crate::reading::lexicon::{Lexicon, ends};

/// What a word makes of the numbers near it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A password, of whatever kind.
    Password,
    Otp,
    Ars,
    Sms,
    /// «문자», «번호»: six digits near it are a code.
    Letter,
    SecurityCard,
    /// «지시번호»: positions on the security card, with the numbers that stand there.
    Positions,
    Serial,
    Account,
    Rrn,
    Arc,
    Licence,
    Passport,
    Card,
    Cvc,
    Phone,
    /// A number that may be known: order, parcel, version.
    Harmless,
    /// An error and its number. Errors are also what people tell of beside a secret.
    Fault,
    /// «발급», «만료»: digits that read as a date are one.
    Date,
}

impl Meaning {
    /// Whether a number of this name is no secret.
    pub fn is_harmless(self) -> bool {
        matches!(self, Meaning::Harmless | Meaning::Fault)
    }
}

/// A word and what it means; indices into the folded text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub start: usize,
    pub end: usize,
    pub meaning: Meaning,
}

/// All labels in order; of overlapping ones the first, then the longest.
pub(super) fn labels(chars: &[char]) -> Vec<Label> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match label(chars, at) {
            Some(label) => {
                at = label.end.max(at + 1);
                found.push(label);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether the word that ends at an index is the name of a number (주문번호, 운송장), and not of
/// something that has one (상담원, 사이트).
pub(super) fn names_a_number(chars: &[char], end: usize) -> bool {
    ends(
        chars,
        end,
        "번호|송장|등기|주문|택배|코드|법인|예약|접수|배송|바코드|쿠폰|order|tracking",
    )
}

/// The labels that end at or before an index, in order.
pub(super) fn before(labels: &[Label], at: usize) -> &[Label] {
    &labels[..labels.partition_point(|label| label.end <= at)]
}

/// The labels that begin at or behind an index, in order.
pub(super) fn behind(labels: &[Label], at: usize) -> &[Label] {
    &labels[labels.partition_point(|label| label.start < at)..]
}

/// The labels that end or begin within `reach` of a range, in order.
pub(super) fn around(labels: &[Label], start: usize, end: usize, reach: usize) -> &[Label] {
    let first = labels.partition_point(|label| label.end + reach < start);
    let last = labels.partition_point(|label| label.start <= end + reach);
    &labels[first..last.max(first)]
}

fn label(chars: &[char], at: usize) -> Option<Label> {
    let (meaning, end) = LABELS.longest(chars, at)?;
    let is_latin = |index: usize| chars.get(index).is_some_and(char::is_ascii_alphabetic);
    let is_syllable = |index: usize| chars.get(index).is_some_and(|c| matches!(c, '가'..='힣'));
    // Latin words count only whole; a single syllable only where a word begins.
    if is_latin(at) && ((at > 0 && is_latin(at - 1)) || is_latin(end)) {
        return None;
    }
    if end - at == 1 && at > 0 && is_syllable(at - 1) {
        return None;
    }
    Some(Label {
        start: at,
        end,
        meaning,
    })
}

static LABELS: LazyLock<Lexicon<Meaning>> =
    LazyLock::new(|| Lexicon::new(&[SECRETS, PAPERS, HARMLESS].concat()));
