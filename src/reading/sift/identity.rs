//! Numbers of people: 주민등록번호, 외국인등록번호, 운전면허번호.

use super::labels::Meaning;
use super::shape::Run;
use super::{Kind, example};
use crate::reading::lexicon::{before_blanks, ends};

/// 주민등록번호 and 외국인등록번호: a birthday, then a digit for sex and century, then six more.
pub(super) fn registration(run: &Run) -> Option<Kind> {
    if run.digits.len() != 13 || !run.cut_at(6) {
        return None;
    }
    let sex = run.part(6, 7);
    let birthday = (1..=12).contains(&run.part(2, 4)) && (1..=31).contains(&run.part(4, 6));
    let kind = if (5..=8).contains(&sex) {
        Kind::Arc
    } else {
        Kind::Rrn
    };
    let labelled = run.has_label(Meaning::Rrn) || run.has_label(Meaning::Arc);
    let parted = run.lengths == [6, 7] && run.all_dashed() && (1..=8).contains(&sex);
    let known = birthday && (1..=8).contains(&sex);
    ((known && !example::is_pattern(&run.digits))
        || labelled
        || (parted && !example::is_pattern(&run.digits)))
    .then_some(kind)
}

/// 운전면허번호: region, year, six digits, check.
pub(super) fn licence(run: &Run) -> Option<Kind> {
    const REGIONS: &str = "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|경기남부|경기북부";
    let labelled = run.has_label(Meaning::Licence);
    let region = ends(run.chars, trimmed(run.chars, run.start), REGIONS);
    let dashed = run.all_dashed() || labelled;
    let fits = match run.lengths.as_slice() {
        [2, 2, 6, 2] => dashed || run.joints.windows(2).all(|pair| pair[0] == pair[1]),
        [2, 6, 2] => region || labelled,
        [12] | [10] | [2, 10] | [4, 6, 2] | [4, 8] | [2, 8] => {
            labelled || (region && run.digits.len() == 10)
        }
        _ => labelled && matches!(run.digits.len(), 10 | 12),
    };
    fits.then_some(Kind::Licence)
}

/// The index behind the word before a number, dashes and blanks left out.
fn trimmed(chars: &[char], at: usize) -> usize {
    let at = before_blanks(chars, at);
    if at > 0 && matches!(chars[at - 1], '-' | ')' | '.') {
        before_blanks(chars, at - 1)
    } else {
        at
    }
}
