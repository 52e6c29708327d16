//! Groups of numbers: which of them belong together, and what they say.

use super::calendar::has_unit;
use super::pieces::Piece;
use super::words::{Unit, Word};
use super::written::written;

/// One number of a group, with its unit if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub value: u32,
    /// How many digits it was written with.
    pub length: usize,
    pub unit: Option<Unit>,
}

/// What stands between two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// Only a blank.
    Blank,
    /// A mark, and whether a blank stands before it.
    Mark { mark: char, spaced: bool },
    /// The unit of the part before.
    Unit,
}

/// Collects up to `most` numbers that belong together, the index behind them, and whether the
/// group may be a date at all (a telephone number may not).
pub(super) fn parts(pieces: &[Piece], at: usize, most: usize) -> (Vec<Part>, usize, bool) {
    let mut parts: Vec<Part> = Vec::new();
    let mut joints: Vec<Joint> = Vec::new();
    let mut next = at;
    let mut ahead = at;
    while parts.len() < most {
        let Some((part, behind)) = part(pieces, ahead) else {
            break;
        };
        let repeated = part
            .unit
            .is_some_and(|unit| parts.iter().any(|earlier| has_unit(earlier, unit)));
        if repeated || (has_unit(&part, Unit::Year) && !parts.is_empty()) {
            break;
        }
        parts.push(part);
        next = behind;
        if part.unit == Some(Unit::Day) {
            break;
        }
        let Some((joint, behind_joint)) = joint(pieces, behind, part) else {
            break;
        };
        if joints.last().is_some_and(|earlier| !agree(*earlier, joint)) {
            break;
        }
        joints.push(joint);
        ahead = behind_joint;
    }
    if parts.is_empty() {
        return (parts, at + 1, false);
    }
    trimmed(pieces, at, parts, joints, next)
}

/// Leaves out what does not belong: digits alone stand for themselves, and a group that goes on
/// tightly behind the third number is no date.
fn trimmed(
    pieces: &[Piece],
    at: usize,
    mut parts: Vec<Part>,
    joints: Vec<Joint>,
    next: usize,
) -> (Vec<Part>, usize, bool) {
    let whole = |part: &Part| part.unit.is_none() && matches!(part.length, 6 | 8);
    if parts.len() > 1 && whole(&parts[0]) {
        let like_a_time = parts[1].length == 6 && parts[1].value < 240_000;
        let twins = parts[1].length == parts[0].length || like_a_time || joints[0] == Joint::Blank;
        parts.truncate(1);
        return (parts, at + 1, twins);
    }
    let tight = |joint: &Joint| matches!(joint, Joint::Mark { spaced: false, .. });
    let mut end = next;
    let mut clean = true;
    if parts.len() == 3 && parts.iter().all(|part| part.unit.is_none()) && tight(&joints[0]) {
        while let (Some(mark), Some(number)) = (pieces.get(end), pieces.get(end + 1)) {
            let (Word::Mark(sign), Word::Number { length, .. }) = (mark.word, number.word) else {
                break;
            };
            let same = joints[0]
                == Joint::Mark {
                    mark: sign,
                    spaced: mark.spaced,
                };
            if !same || (length == 4 && parts[0].length == 4) {
                break;
            }
            clean = false;
            end += 2;
        }
    }
    if !clean || written(&parts, true).is_none() {
        return (parts, end, false);
    }
    (parts, next, true)
}

fn part(pieces: &[Piece], at: usize) -> Option<(Part, usize)> {
    let Word::Number { value, length } = pieces.get(at)?.word else {
        return None;
    };
    let behind = pieces.get(at + 1);
    let clock = |index: usize| {
        pieces
            .get(index)
            .is_some_and(|piece| piece.word == Word::Mark(':') && !piece.spaced)
    };
    if clock(at + 1)
        && matches!(
            pieces.get(at + 2).map(|piece| piece.word),
            Some(Word::Number { .. })
        )
    {
        return None;
    }
    if at > 0
        && clock(at - 1)
        && !pieces[at].spaced
        && at > 1
        && matches!(pieces[at - 2].word, Word::Number { .. })
    {
        return None;
    }
    match behind.map(|piece| piece.word) {
        Some(Word::Unit(unit @ (Unit::Year | Unit::Month | Unit::Day))) => Some((
            Part {
                value,
                length,
                unit: Some(unit),
            },
            at + 2,
        )),
        Some(Word::Unit(_)) => None,
        Some(_) | None => Some((
            Part {
                value,
                length,
                unit: None,
            },
            at + 1,
        )),
    }
}

fn joint(pieces: &[Piece], at: usize, before: Part) -> Option<(Joint, usize)> {
    let piece = pieces.get(at)?;
    match piece.word {
        Word::Number { .. } if before.unit.is_some() => Some((Joint::Unit, at)),
        Word::Number { .. } if piece.spaced => Some((Joint::Blank, at)),
        Word::Hedge if before.unit.is_some() => joint(pieces, at + 1, before),
        Word::Mark(mark @ ('-' | '.' | '/' | ',' | '·' | '\'' | '_')) => {
            match pieces.get(at + 1)?.word {
                Word::Number { .. } if before.unit.is_some() => Some((Joint::Unit, at + 1)),
                Word::Number { .. } => Some((
                    Joint::Mark {
                        mark,
                        spaced: piece.spaced,
                    },
                    at + 1,
                )),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether two joints can stand in one date: «11-03 - 11-05» is two.
fn agree(first: Joint, second: Joint) -> bool {
    match (first, second) {
        (Joint::Mark { .. }, Joint::Blank) => false,
        (Joint::Mark { spaced: before, .. }, Joint::Mark { spaced: behind, .. }) => {
            before == behind
        }
        (Joint::Blank, Joint::Mark { spaced, .. }) => !spaced,
        (Joint::Blank, Joint::Blank) | (Joint::Unit, _) | (_, Joint::Unit) => true,
    }
}
