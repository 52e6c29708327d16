//! Telephone numbers: of people, and the public ones of call centres.

use super::Kind;
use super::labels::Meaning;
use super::moment::begins_like_a_date;
use super::numbers::{Joint, Number, joint};
use super::shape::Run;
use crate::reading::lexicon::{begins, past_blanks};

/// Telephone numbers. Public numbers of call centres were left out before.
pub(super) fn phone(run: &Run) -> Option<Kind> {
    let abroad = run.start > 0 && run.chars[run.start - 1] == '+';
    let length = run.digits.len();
    let home = match (run.digits.strip_prefix("82"), run.lengths[0]) {
        (Some(rest), first)
            if abroad || (first == 2 && run.lengths.len() > 2) || rest.starts_with("10") =>
        {
            format!("0{}", rest.strip_prefix('0').unwrap_or(rest))
        }
        _ => run.digits.clone(),
    };
    let head = |from: &str| home.starts_with(from);
    let mobile = ["010", "011", "016", "017", "018", "019"]
        .iter()
        .any(|from| head(from))
        && matches!(home.len(), 10 | 11);
    let by_digit = run.lengths.len() > 5 && run.lengths.iter().any(|length| *length != 1);
    let parted = run.lengths.len() >= 2 && run.lengths.last().is_some_and(|length| *length == 4);
    let area = head("02") && (9..=10).contains(&home.len())
        || (home
            .as_bytes()
            .get(..2)
            .is_some_and(|two| two[0] == b'0' && matches!(two[1], b'3'..=b'6'))
            && (10..=11).contains(&home.len()))
        || (head("070") && matches!(home.len(), 10 | 11))
        || (head("050") && matches!(home.len(), 11 | 12));
    let landline = area
        && (parted
            || abroad
            || (run.lengths.len() == 1
                && !run.has_label(Meaning::Account)
                && !run.has_label(Meaning::Licence)));
    let subscriber = run.has_label(Meaning::Phone)
        && matches!(run.before, Some((Meaning::Phone, gap)) if gap <= 8)
        && matches!(run.lengths.as_slice(), [4, 4] | [3, 4] | [8])
        && !begins_like_a_date(&run.digits);
    let free_call = head("080") && matches!(length, 9..=11) && parted;
    ((mobile && !by_digit) || landline || subscriber || free_call).then_some(Kind::Phone)
}

/// Public numbers of call centres: how many numbers it takes.
pub(super) fn call_centre(chars: &[char], numbers: &[Number], index: usize) -> Option<usize> {
    let first = &numbers[index];
    let is_head = |digits: &str| matches!(digits.get(..2), Some("15" | "16" | "18"));
    let second = numbers.get(index + 1);
    let tied = second.and_then(|second| joint(chars, first, second));
    let dashed = matches!(tied, Some(Joint::Mark('-' | '.' | ')', _) | Joint::Blank));
    if first.length() == 4
        && is_head(&first.digits)
        && second.is_some_and(|second| second.length() == 4)
        && dashed
    {
        // Groups of a card number may look so; then more of them stand beside, parted alike.
        let beside = |one: Option<&Number>, other: Option<&Number>, group: Option<&Number>| {
            let parted = one
                .zip(other)
                .and_then(|(one, other)| joint(chars, one, other));
            parted == tied && group.is_some_and(|group| group.length() == 4)
        };
        let (before, third) = (
            index.checked_sub(1).map(|at| &numbers[at]),
            numbers.get(index + 2),
        );
        let longer = beside(before, Some(first), before) || beside(second, third, third);
        return (!longer).then_some(2);
    }
    let tied_before = index > 0 && joint(chars, &numbers[index - 1], first).is_some();
    let told = !tied_before
        && begins(
            chars,
            past_blanks(chars, first.end),
            "에 전화|에 신고|에 문의|에 상담|으로 전화|로 전화|로 신고|로 문의|번으로|번에 전화|전화|신고|콜센터|고객센터|에다 전화",
        );
    let short_service = matches!(
        first.digits.as_str(),
        "112" | "114" | "118" | "119" | "182" | "1332" | "1394" | "1372" | "1301" | "110"
    );
    if told && ((3..=4).contains(&first.length()) || short_service) {
        return Some(1);
    }
    (first.length() == 8
        && is_head(&first.digits)
        && !first.glued
        && (told || first.digits.ends_with("9999")))
    .then_some(1)
}
