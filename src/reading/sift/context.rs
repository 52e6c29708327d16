//! Numbers that are secrets because of the words beside them.

use super::claims::accepts;
use super::doubt::{invented, says_error, touched_by_secret};
use super::labels::{self, Label, Meaning};
use super::moment::looks_like_date;
use super::nearness::{Distance, distance, distance_behind};
use super::numbers::{Joint, Number, Script, State, joint};
use super::{Asked, Kind, Span, card};
use crate::reading::lexicon::{begins, past_blanks};

/// A free number, or several small ones typed apart («4 9 0 7», «602 719»).
pub(super) struct Candidate {
    pub first: usize,
    pub last: usize,
    pub start: usize,
    pub end: usize,
    pub digits: String,
    pub script: Script,
    /// Whether all its numbers have as many digits: «602 719», not «22 2026».
    pub even: bool,
}

/// Finds the numbers that labels make secrets, and takes them.
pub(super) fn labelled(
    chars: &[char],
    labels: &[Label],
    numbers: &mut [Number],
    asked: Asked,
) -> Vec<Span> {
    let mut found = card::on_the_card(chars, labels, numbers);
    let mut index = 0;
    while index < numbers.len() {
        let tries = candidates(chars, numbers, index);
        let hit = tries
            .iter()
            .find_map(|candidate| Some((candidate, verdict(chars, labels, candidate, asked)?)));
        match hit {
            Some((candidate, kind)) => {
                numbers[candidate.first..=candidate.last]
                    .iter_mut()
                    .for_each(|number| number.state = State::Taken);
                found.push(Span {
                    kind,
                    start: candidate.start,
                    end: candidate.end,
                });
                index = candidate.last + 1;
            }
            None => index += 1,
        }
    }
    found
}

/// The ways to see a number: together with its neighbours, if they are typed alike, and alone.
fn candidates(chars: &[char], numbers: &[Number], index: usize) -> Vec<Candidate> {
    if !numbers[index].is_free() || numbers[index].glued {
        return Vec::new();
    }
    let mut last = index;
    while let (Some(before), Some(behind)) = (numbers.get(last), numbers.get(last + 1)) {
        let joined = matches!(
            joint(chars, before, behind),
            Some(
                Joint::Blank
                    | Joint::None
                    | Joint::Said
                    | Joint::Mark('-' | '.' | '·' | ',' | '_' | '/' | ':', _)
            )
        );
        if behind.script != before.script
            || !behind.is_free()
            || behind.glued
            || !joined
            || last - index >= 13
        {
            break;
        }
        last += 1;
    }
    let candidate = |last: usize| Candidate {
        first: index,
        last,
        start: numbers[index].start,
        end: numbers[last].end,
        digits: numbers[index..=last]
            .iter()
            .map(|number| number.digits.as_str())
            .collect(),
        script: numbers[index].script,
        even: numbers[index..=last]
            .iter()
            .all(|number| number.length() == numbers[index].length()),
    };
    let mut all = Vec::new();
    if last > index {
        all.push(candidate(last));
    }
    all.push(candidate(index));
    all
}

/// What the labels, or their absence, make of a candidate.
fn verdict(chars: &[char], labels: &[Label], candidate: &Candidate, asked: Asked) -> Option<Kind> {
    let labels_before = labels::before(labels, candidate.start);
    let labels_behind = labels::behind(labels, candidate.end);
    let before = labels_before.last();
    let distance_before = before.map(|label| distance(chars, label.end, candidate.start));
    if invented(chars, candidate) || says_error(chars, candidate, before, distance_before) {
        return None;
    }
    let harmless_near = matches!((before, distance_before), (Some(label), Some(distance))
        if label.meaning.is_harmless() && (distance == Distance::Touching || candidate.start - label.end <= 8));
    if harmless_near {
        return None;
    }
    let plain_date = looks_like_date(&candidate.digits);
    let told = begins(
        chars,
        past_blanks(chars, candidate.end),
        "발급|까지|만료|부터|갱신",
    );
    if plain_date && (told || !touched_by_secret(chars, labels, candidate)) {
        return None;
    }
    let from_before = looked_through(labels_before.iter().rev()).find_map(|label| {
        accepts(
            label.meaning,
            (
                distance(chars, label.end, candidate.start),
                candidate.start - label.end,
            ),
            candidate,
            chars,
        )
    });
    if from_before.is_some() {
        return from_before;
    }
    let harmless_behind = labels_behind
        .first()
        .is_some_and(|label| label.meaning.is_harmless() && label.start - candidate.end <= 8);
    if harmless_behind {
        return None;
    }
    looked_through(labels_behind.iter())
        .find_map(|label| {
            accepts(
                label.meaning,
                (
                    distance_behind(chars, candidate.end, label.start),
                    usize::MAX,
                ),
                candidate,
                chars,
            )
        })
        .or_else(|| anywhere(labels, candidate, chars))
        .or_else(|| bare(chars, labels, candidate, asked))
}

/// The nearest labels, as far as one may look past them: «통장 비밀번호», «뒷면 3자리 숫자».
pub(super) fn looked_through<'a>(
    nearest_first: impl Iterator<Item = &'a Label>,
) -> impl Iterator<Item = &'a Label> {
    let mut open = true;
    nearest_first.take(4).take_while(move |label| {
        let seen = open && !label.meaning.is_harmless();
        open = matches!(
            label.meaning,
            Meaning::Letter
                | Meaning::Date
                | Meaning::Phone
                | Meaning::Account
                | Meaning::Card
                | Meaning::Rrn
        );
        seen
    })
}

/// A label further away, when six digits leave little doubt.
fn anywhere(labels: &[Label], candidate: &Candidate, chars: &[char]) -> Option<Kind> {
    if candidate.digits.len() != 6 || looks_like_date(&candidate.digits) {
        return None;
    }
    labels
        .iter()
        .take(200)
        .find_map(|label| match label.meaning {
            Meaning::Harmless
            | Meaning::Fault
            | Meaning::Date
            | Meaning::Phone
            | Meaning::Letter => None,
            meaning => accepts(meaning, (Distance::Far, usize::MAX), candidate, chars),
        })
}

/// A number that stands almost alone in its message.
fn bare(chars: &[char], labels: &[Label], candidate: &Candidate, asked: Asked) -> Option<Kind> {
    if !matches!(candidate.digits.len(), 6 | 7) {
        return None;
    }
    let wordy = |part: &[char]| part.iter().filter(|c| c.is_alphanumeric()).take(20).count();
    let others = wordy(&chars[..candidate.start]) + wordy(&chars[candidate.end..]);
    let alone = if candidate.first == candidate.last {
        14
    } else {
        6
    };
    if others > alone {
        return None;
    }
    let harmless = labels.iter().any(|label| {
        matches!(
            label.meaning,
            Meaning::Harmless | Meaning::Fault | Meaning::Phone
        )
    });
    let birthday = labels.iter().any(|label| label.meaning == Meaning::Date);
    let month_and_day = looks_like_date(&format!("20{}", candidate.digits));
    let century = candidate
        .digits
        .get(..2)
        .and_then(|two| two.parse::<u32>().ok())
        .unwrap_or(0);
    let mistyped_date = asked == Asked::Date && (20..=39).contains(&century);
    let innocent = harmless || mistyped_date || (birthday && month_and_day);
    match candidate.digits.len() {
        6 if candidate.even && !(innocent || candidate.digits.ends_with("000")) => {
            Some(Kind::SmsCode)
        }
        7 if others == 0 && !(century == 20 && candidate.digits.as_bytes()[2] <= b'3') => {
            Some(Kind::Rrn)
        }
        _ => None,
    }
}
