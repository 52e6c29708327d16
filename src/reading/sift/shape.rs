//! Numbers that are known by their shape alone.

use super::Kind;
use super::labels::{Label, Meaning};
use super::numbers::{Joint, Number, State, joint};
use super::{Span, example};
use crate::reading::lexicon::{before_blanks, ends, holds};

/// How many numbers one shape may be spread over (a digit at a time, every one apart).
const MOST_GROUPS: usize = 20;

/// A run of neighbouring numbers seen as one.
struct Run<'a> {
    chars: &'a [char],
    start: usize,
    end: usize,
    digits: String,
    lengths: Vec<usize>,
    joints: Vec<Joint>,
    /// The nearest label before, and how far away it ends.
    before: Option<(Meaning, usize)>,
    /// The nearest label behind, and how far away it begins.
    behind: Option<(Meaning, usize)>,
    glued: bool,
}

/// Finds every number with a shape of its own, the longest first, and takes it.
pub(super) fn shaped(chars: &[char], labels: &[Label], numbers: &mut [Number]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < numbers.len() {
        let most = reach(chars, numbers, index);
        let fit = (index..index + most).rev().find_map(|last| {
            let run = run(chars, labels, numbers, index, last);
            Some((last, kind(&run)?, run.start, run.end))
        });
        match fit {
            Some((last, kind, start, end)) => {
                for number in &mut numbers[index..=last] {
                    number.state = State::Taken;
                }
                if let Some(kind) = kind {
                    found.push(Span { kind, start, end });
                } else {
                    numbers[index..=last]
                        .iter_mut()
                        .for_each(|number| number.state = State::Innocent);
                }
                index = last + 1;
            }
            None => index += 1,
        }
    }
    found
}

/// How many numbers from `index` on may belong to one run.
fn reach(chars: &[char], numbers: &[Number], index: usize) -> usize {
    let mut most = usize::from(numbers[index].is_free());
    let mut digits = numbers[index].length();
    while most > 0 && most < MOST_GROUPS {
        let Some(behind) = numbers.get(index + most) else {
            break;
        };
        digits += behind.length();
        if !behind.is_free()
            || digits > 19
            || joint(chars, &numbers[index + most - 1], behind).is_none()
        {
            break;
        }
        most += 1;
    }
    most
}

fn run<'a>(
    chars: &'a [char],
    labels: &[Label],
    numbers: &[Number],
    first: usize,
    last: usize,
) -> Run<'a> {
    let part = &numbers[first..=last];
    let (start, end) = (part[0].start, part[part.len() - 1].end);
    let next_label = labels.partition_point(|label| label.start < start);
    let before = next_label
        .checked_sub(1)
        .map(|index| labels[index])
        .filter(|label| label.end <= start);
    let behind = labels.get(labels.partition_point(|label| label.start < end));
    Run {
        chars,
        start,
        end,
        digits: part.iter().map(|number| number.digits.as_str()).collect(),
        lengths: part.iter().map(Number::length).collect(),
        joints: part
            .windows(2)
            .filter_map(|pair| joint(chars, &pair[0], &pair[1]))
            .collect(),
        before: before.map(|label| (label.meaning, start - label.end)),
        behind: behind.map(|label| (label.meaning, label.start - end)),
        glued: part.iter().any(|number| number.glued),
    }
}

/// What a run is: a kind of finding, or known to be harmless (`Some(None)`), or no shape at all.
fn kind(run: &Run) -> Option<Option<Kind>> {
    if let Some(kind) = phone(run) {
        return Some(Some(kind));
    }
    let kind = registration(run)
        .or_else(|| card(run))
        .or_else(|| licence(run))
        .or_else(|| account(run))?;
    let harmless_before = matches!(run.before, Some((Meaning::Harmless, gap)) if gap <= 10);
    let harmless_behind =
        matches!(run.behind, Some((Meaning::Harmless, gap)) if gap <= 8) && !run.labelled_secret();
    let invented =
        example::is_marked(run.chars, run.start, run.end) && example::is_easy(&run.digits);
    Some((!harmless_before && !harmless_behind && !invented).then_some(kind))
}

impl Run<'_> {
    /// The digits at a place, as a number.
    fn part(&self, from: usize, to: usize) -> u32 {
        self.digits
            .get(from..to)
            .and_then(|part| part.parse().ok())
            .unwrap_or(u32::MAX)
    }

    /// Whether the run is cut at this many digits, or nowhere.
    fn cut_at(&self, place: usize) -> bool {
        let mut sum = 0;
        self.lengths.len() == 1
            || self.lengths.iter().any(|length| {
                sum += length;
                sum == place
            })
    }

    fn all_dashed(&self) -> bool {
        self.joints.iter().all(|joint| {
            matches!(
                joint,
                Joint::Mark('-' | '.' | '·' | '_' | '~', _) | Joint::Said
            )
        })
    }

    fn labelled_secret(&self) -> bool {
        matches!(self.before, Some((meaning, gap)) if gap <= 20 && !matches!(meaning, Meaning::Harmless | Meaning::Date))
    }

    fn has_label(&self, wanted: Meaning) -> bool {
        let near = |side: &Option<(Meaning, usize)>| matches!(side, Some((meaning, gap)) if *meaning == wanted && *gap <= 25);
        near(&self.before) || near(&self.behind)
    }

    /// Whether hardly anything else stands in the text.
    fn is_nearly_all(&self) -> bool {
        let others = self.chars[..self.start]
            .iter()
            .chain(&self.chars[self.end..])
            .filter(|c| c.is_alphanumeric());
        others.take(13).count() <= 12
    }
}

/// 주민등록번호 and 외국인등록번호: a birthday, then a digit for sex and century, then six more.
fn registration(run: &Run) -> Option<Kind> {
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

/// Card numbers: 15 or 16 digits with a check digit, or sixteen in groups of four.
fn card(run: &Run) -> Option<Kind> {
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
        15 | 16 if known_groups && checked => !looks_like_a_date(&run.digits) || fours || labelled,
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

/// Whether digits begin like a year, a month and a day.
fn looks_like_a_date(digits: &str) -> bool {
    let part = |from: usize, to: usize| {
        digits
            .get(from..to)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or(0)
    };
    (2000..2100).contains(&part(0, 4))
        && (1..=12).contains(&part(4, 6))
        && (1..=31).contains(&part(6, 8))
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
    sum % 10 == 0
}

/// 운전면허번호: region, year, six digits, check.
fn licence(run: &Run) -> Option<Kind> {
    const REGIONS: &str = "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|경기남부|경기북부";
    let labelled = run.has_label(Meaning::Licence);
    let region = ends(run.chars, trimmed(run.chars, run.start), REGIONS);
    let dashed = run.all_dashed() || labelled;
    let fits = match run.lengths.as_slice() {
        [2, 2, 6, 2] => dashed || run.joints.iter().all(|joint| *joint == Joint::Blank),
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

/// Bank account numbers.
fn account(run: &Run) -> Option<Kind> {
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
            Joint::Blank | Joint::Mark('-' | '.' | '·' | '/', _) | Joint::Said
        )
    });
    let fits = match run.lengths.as_slice() {
        [3, 2, 5] | [4, 4] => labelled && length >= 10,
        [4, 4, 4] | [4, 4, 2] => (labelled || (run.is_nearly_all() && dashed)) && !parcel(run),
        [14] | [12] => {
            (!looks_like_a_date(&run.digits) || labelled)
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
    holds(run.chars, "언제 와|언제와|도착|배송|택배|조회")
}

/// Telephone numbers. Public numbers of call centres were left out before.
fn phone(run: &Run) -> Option<Kind> {
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
        && !looks_like_a_date(&run.digits);
    let free_call = head("080") && matches!(length, 9..=11) && parted;
    ((mobile && !by_digit) || landline || subscriber || free_call).then_some(Kind::Phone)
}
