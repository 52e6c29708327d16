//! Numbers that are known by their shape alone.

use super::identity::{licence, registration};
use super::labels::{self, Label, Meaning};
use super::money::{account, card};
use super::numbers::{Joint, Number, State, joint};
use super::phone::phone;
use super::{Kind, Span, example};

/// How many numbers one shape may be spread over (a digit at a time, every one apart).
const MOST_GROUPS: usize = 20;

/// No shape has fewer digits.
const SHORTEST: usize = 7;

/// A run of neighbouring numbers seen as one.
pub(super) struct Run<'a> {
    pub chars: &'a [char],
    pub start: usize,
    pub end: usize,
    pub digits: String,
    pub lengths: Vec<usize>,
    pub joints: Vec<Joint>,
    /// The nearest label before, and how far away it ends.
    pub before: Option<(Meaning, usize)>,
    /// The nearest label behind, and how far away it begins.
    pub behind: Option<(Meaning, usize)>,
    pub glued: bool,
}

/// Finds every number with a shape of its own, the longest first, and takes it.
pub(super) fn shaped(chars: &[char], labels: &[Label], numbers: &mut [Number]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < numbers.len() {
        let most = reach(chars, numbers, index);
        let fit = (index..index + most).rev().find_map(|last| {
            let mut run = run(chars, labels, numbers, index, last)?;
            let kind = kind(&run).or_else(|| {
                let shortened = numbers[last].loose && run.drop_last_digit();
                if shortened { kind(&run) } else { None }
            });
            Some((last, kind?, run.start, run.end))
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
) -> Option<Run<'a>> {
    let part = &numbers[first..=last];
    if part.iter().map(Number::length).sum::<usize>() < SHORTEST {
        return None;
    }
    let (start, end) = (part[0].start, part[part.len() - 1].end);
    let before = labels::before(labels, start).last();
    let behind = labels::behind(labels, end).first();
    Some(Run {
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
    })
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
    // «오류 …» before a number may be a sentence of its own; only right before it names the number.
    let harmless_before = matches!(run.before, Some((Meaning::Harmless, gap)) if gap <= 10 && run.names_a_number(gap))
        || (matches!(run.before, Some((Meaning::Fault, gap)) if gap <= 4) && kind == Kind::Account);
    let harmless_behind =
        matches!(run.behind, Some((Meaning::Harmless, gap)) if gap <= 5) && !run.labelled_secret();
    let invented =
        example::is_marked(run.chars, run.start, run.end) && example::is_easy(&run.digits);
    Some((!harmless_before && !harmless_behind && !invented).then_some(kind))
}

impl Run<'_> {
    /// Whether the word before, which ends so far away, is the name of a number.
    fn names_a_number(&self, gap: usize) -> bool {
        labels::names_a_number(self.chars, self.start - gap)
    }

    /// Leaves out the last digit, when more than one remains of its group.
    fn drop_last_digit(&mut self) -> bool {
        let last = self.lengths.last_mut().filter(|length| **length > 1);
        last.is_some_and(|length| {
            *length -= 1;
            self.digits.pop().is_some()
        })
    }

    /// The digits at a place, as a number.
    pub fn part(&self, from: usize, to: usize) -> u32 {
        self.digits
            .get(from..to)
            .and_then(|part| part.parse().ok())
            .unwrap_or(u32::MAX)
    }

    /// Whether the run is cut at this many digits, or nowhere.
    pub fn cut_at(&self, place: usize) -> bool {
        let mut sum = 0;
        self.lengths.len() == 1
            || self.lengths.iter().any(|length| {
                sum += length;
                sum == place
            })
    }

    pub fn all_dashed(&self) -> bool {
        self.joints.iter().all(|joint| {
            matches!(
                joint,
                Joint::Mark('-' | '.' | '·' | '_' | '~', _) | Joint::Said
            )
        })
    }

    pub fn labelled_secret(&self) -> bool {
        matches!(self.before, Some((meaning, gap)) if gap <= 20 && !matches!(meaning, Meaning::Harmless | Meaning::Fault | Meaning::Date))
    }

    pub fn has_label(&self, wanted: Meaning) -> bool {
        let near = |side: &Option<(Meaning, usize)>| matches!(side, Some((meaning, gap)) if *meaning == wanted && *gap <= 25);
        near(&self.before) || near(&self.behind)
    }

    /// Whether hardly anything else stands in the text.
    pub fn is_nearly_all(&self) -> bool {
        let others = self.chars[..self.start]
            .iter()
            .chain(&self.chars[self.end..])
            .filter(|c| c.is_alphanumeric());
        others.take(13).count() <= 12
    }
}
