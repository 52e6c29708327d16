//! Numbers of cards and accounts.

use super::labels::Meaning;
use super::moment::begins_like_a_date;
use super::numbers::Joint;
use super::shape::Run;
use super::{Kind, example};
use crate::reading::lexicon::holds;

/// Card numbers: 15 or 16 digits with a check digit, or sixteen in groups of four.
pub(super) fn card(run: &Run) -> Option<Kind> {
    const GROUPS: [&[usize]; 9] = [
        &[16],
        &[4, 4, 4, 4],
        &[15],
        &[4, 6, 5],
        &[8, 8],
        &[4, 8, 4],
        &[4, 4, 8],
        &[8, 4, 4],
        &[4, 12],
    ];
    let length = run.digits.len();
    let by_digit = run.lengths.iter().all(|length| *length == 1);
    let known_groups = GROUPS.contains(&run.lengths.as_slice()) || by_digit;
    let labelled = run.has_label(Meaning::Card);
    let checked = luhn(&run.digits);
    let fours = run.lengths == [4, 4, 4, 4];
    let fits = match length {
        15 | 16 if known_groups && checked => !begins_like_a_date(&run.digits) || fours || labelled,
        16 if fours => true,
        16 if run.lengths.len() == 1 => {
            labelled
                || (matches!(run.digits.as_bytes()[0], b'3'..=b'6' | b'9') && run.is_nearly_all())
        }
        13..=19 => labelled && (known_groups || checked),
        _ => false,
    };
    (fits && (labelled || !example::is_pattern(&run.digits))).then_some(Kind::Card)
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, byte)| {
            let digit = u32::from(byte - b'0');
            match (index % 2, digit * 2) {
                (0, _) => digit,
                (_, double) if double > 9 => double - 9,
                (_, double) => double,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Bank account numbers.
pub(super) fn account(run: &Run) -> Option<Kind> {
    let length = run.digits.len();
    let labelled = run.has_label(Meaning::Account);
    let own_bank = matches!(run.lengths.as_slice(), [6, 2, 6] | [3, 2, 4, 3]);
    let dashed = !run.joints.is_empty()
        && run
            .joints
            .iter()
            .all(|joint| matches!(joint, Joint::Mark('-' | '·' | '_', _)));
    let blanks = run.joints.iter().all(|joint| {
        matches!(
            joint,
            Joint::Blank | Joint::Mark('-' | '.' | '·' | '/' | '_' | '~', _) | Joint::Said
        )
    });
    let fits = match run.lengths.as_slice() {
        [3, 2, 5] | [4, 4] => labelled && length >= 10,
        [4, 4, 4] | [4, 4, 2] => (labelled || (run.is_nearly_all() && dashed)) && !parcel(run),
        [14] | [12] => {
            (!begins_like_a_date(&run.digits) || labelled)
                && !run.glued
                && (labelled || !parcel(run))
        }
        [10] | [11] | [13] => {
            labelled
                || (run.is_nearly_all()
                    && !run.has_label(Meaning::Serial)
                    && run.chars.len() <= run.end - run.start + 4)
        }
        _ if own_bank => blanks,
        [_, _, _, ..] if dashed => {
            (10..=14).contains(&length) && run.lengths.iter().all(|length| (1..=7).contains(length))
        }
        [1, ..] if run.lengths.iter().all(|length| *length == 1) => {
            matches!(length, 12 | 14) || (labelled && length >= 10)
        }
        _ => labelled && (10..=14).contains(&length),
    };
    (fits && (labelled || !example::is_pattern(&run.digits))).then_some(Kind::Account)
}

/// Whether the text speaks of something on its way.
fn parcel(run: &Run) -> bool {
    let near = &run.chars[run.start.saturating_sub(40)..run.chars.len().min(run.end + 40)];
    holds(near, "언제 와|언제와|도착|배송|택배|조회")
}
