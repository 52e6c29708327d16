//! Groups of numbers: which of them belong together, and what they say.

use super::calendar::{Fields, Written, has_unit};
use super::days::MonthDay;
use super::pieces::Piece;
use super::words::{Unit, Word};

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

/// What the parts say. `alone` tells that no year stands before them.
pub(super) fn written(parts: &[Part], alone: bool) -> Option<Written> {
    if parts.iter().any(|part| part.unit.is_some()) {
        return with_units(parts);
    }
    let lengths: Vec<usize> = parts.iter().map(|part| part.length).collect();
    let value = |index: usize| parts[index].value;
    match lengths.as_slice() {
        [4, 1 | 2, 1 | 2] | [2, 1 | 2, 1 | 2] if alone => {
            dates(&[(year(parts[0])?, value(1), value(2))])
        }
        [1 | 2, 1 | 2, 4] if alone => {
            let year = year(parts[2])?;
            Some(Written::Dates(either(
                year,
                (value(0), value(1)),
                (value(1), value(0)),
            )))
        }
        [4, 1 | 2] if alone => Some(Written::YearMonth {
            year: Some(year(parts[0])?),
            month: Some(value(1)),
        }),
        [1 | 2, 1 | 2] => Some(Written::Dates(vec![yearless(value(0), value(1))])),
        [4, 4] | [2, 4] if alone => dates(&[(year(parts[0])?, value(1) / 100, value(1) % 100)]),
        [4, 3] if alone => Some(Written::Dates(month_day(
            value(1),
            3,
            Some(year(parts[0])?),
        ))),
        [6, 1 | 2] if alone => dates(&[(
            i32::try_from(value(0) / 100).ok()?,
            value(0) % 100,
            value(1),
        )]),
        [8] if alone => dates(&[(
            i32::try_from(value(0) / 10_000).ok()?,
            value(0) / 100 % 100,
            value(0) % 100,
        )]),
        [7] if alone => {
            let year = i32::try_from(value(0) / 1000).ok()?;
            Some(Written::Dates(month_day(value(0) % 1000, 3, Some(year))))
        }
        [6] if alone => dates(&[(
            2000 + i32::try_from(value(0) / 10_000).ok()?,
            value(0) / 100 % 100,
            value(0) % 100,
        )]),
        [length @ (3 | 4)] => Some(Written::Dates(month_day(value(0), *length, None))),
        _ => None,
    }
}

/// Digits of a month and a day without a mark between them; three of them can be read twice.
fn month_day(value: u32, length: usize, year: Option<i32>) -> Vec<Fields> {
    let with = |month: u32, day: u32| Fields {
        year,
        month,
        day: MonthDay::Number(day),
    };
    if length == 4 {
        return vec![with(value / 100, value % 100)];
    }
    let readings = [with(value / 100, value % 100), with(value / 10, value % 10)];
    // A leading zero leaves one reading: «026» is no sixth of a month zero.
    if value < 100 {
        vec![readings[1]]
    } else {
        readings.to_vec()
    }
}

fn either(year: i32, first: (u32, u32), second: (u32, u32)) -> Vec<Fields> {
    [first, second]
        .map(|(month, day)| Fields {
            year: Some(year),
            month,
            day: MonthDay::Number(day),
        })
        .to_vec()
}

fn yearless(month: u32, day: u32) -> Fields {
    Fields {
        year: None,
        month,
        day: MonthDay::Number(day),
    }
}

fn dates(all: &[(i32, u32, u32)]) -> Option<Written> {
    let fields = all.iter().map(|(year, month, day)| Fields {
        year: Some(*year),
        month: *month,
        day: MonthDay::Number(*day),
    });
    Some(Written::Dates(fields.collect()))
}

/// Four digits are the year itself, two are 20YY. Numbers that no one writes as a year are none.
fn year(part: Part) -> Option<i32> {
    let year = i32::try_from(part.value).ok()?;
    match part.length {
        4 if (1900..2200).contains(&year) => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// Parts of which at least one names its unit; the others follow from their place.
fn with_units(parts: &[Part]) -> Option<Written> {
    let (mut year_part, mut month, mut day) = (None, None, None);
    let names_month = parts.iter().any(|part| has_unit(part, Unit::Month));
    for (index, part) in parts.iter().enumerate() {
        match part.unit {
            Some(Unit::Year) => year_part = Some(year(*part)?),
            Some(Unit::Month) => month = Some(part.value),
            Some(Unit::Day) => day = Some(part.value),
            Some(_) => return None,
            None if names_month && month.is_none() => year_part = Some(year(*part)?),
            None if month.is_some() => day = (part.length <= 2).then_some(part.value),
            None if part.length == 4 && year_part.is_none() => year_part = Some(year(*part)?),
            None if part.length <= 2 && parts.len() == 3 && index == 0 => {
                year_part = Some(year(*part)?)
            }
            None if part.length <= 2 => month = Some(part.value),
            None if year_part.is_some() && index + 1 == parts.len() => {
                return Some(Written::Dates(month_day(
                    part.value,
                    part.length,
                    year_part,
                )));
            }
            None => return None,
        }
    }
    match (year_part, month, day) {
        (year, Some(month), Some(day)) => Some(Written::Dates(vec![Fields {
            year,
            month,
            day: MonthDay::Number(day),
        }])),
        (None, None, Some(_)) if parts.len() == 1 && matches!(parts[0].length, 6 | 8) => written(
            &[Part {
                unit: None,
                ..parts[0]
            }],
            true,
        ),
        (None, None, Some(day)) => Some(Written::DayAlone(day)),
        (year, month, None) => Some(Written::YearMonth { year, month }),
        (Some(_), None, Some(_)) => None,
    }
}
