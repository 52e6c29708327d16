//! What a group of numbers says: which is the year, the month, the day.

use super::calendar::{Fields, Written, has_unit};
use super::days::MonthDay;
use super::groups::Part;
use super::words::Unit;

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
