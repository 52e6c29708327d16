//! How mentions hang together: alternatives, ranges, corrections, and what they lend each other.

use chrono::NaiveDate;

use super::WhyNot;
use super::days::{Asking, MonthDay, Stretch};
use super::mention::{Frame, Mention, Weight};
use crate::reading::lexicon::{before_blanks, begins, holds, past_blanks};

/// How a mention is tied to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// «A 아니면 B».
    Or,
    /// «A부터 B», «A ~ B».
    To,
    /// «A 말고 B».
    Instead,
    /// Nothing ties them.
    Loose,
}

/// Ties each mention to the one before it, and lends it what it leaves out.
pub(super) fn bound(chars: &[char], found: &mut [Mention], asking: Asking) -> Vec<Tie> {
    let mut ties = vec![Tie::Loose];
    for index in 1..found.len() {
        let (earlier, later) = found.split_at_mut(index);
        let (before, mention) = (&mut earlier[index - 1], &mut later[0]);
        let tie = tie(chars, before, mention);
        if tie != Tie::Loose {
            lend(before, mention, asking);
        }
        ties.push(tie);
    }
    ties
}

fn tie(chars: &[char], before: &Mention, mention: &Mention) -> Tie {
    let between = &chars[before.end..mention.start.max(before.end)];
    let start = past_blanks(between, 0);
    let length = between.len();
    if length <= 14
        && holds(
            between,
            "말고|아니고|아니구|아니라|아닌|아니 |아니,|아니다 ",
        )
        && !holds(between, "아니면")
    {
        return Tie::Instead;
    }
    let questioned = length <= 8
        && holds(
            between,
            "인가|인지|이나|거나|던가|든가|였나|일까|이었나|ㄴ가|?",
        );
    let spoken = length <= 14 && holds(between, "아니면|아님|또는|혹은|or|아니믄|안그러면|이나_");
    if questioned
        || spoken
        || (length <= 3 && begins(between, start, "나 |나|랑 ") && !between.is_empty())
    {
        return Tie::Or;
    }
    let marked = matches!(
        between[start..before_blanks(between, length).max(start)],
        ['~'] | ['-'] | ['-', '>'] | ['→']
    );
    if marked || (length <= 8 && holds(between, "부터|~|에서|to|until|→")) {
        return Tie::To;
    }
    Tie::Loose
}

/// «11월 3일 아니면 4일»: the fourth is of November too.
fn lend(before: &mut Mention, mention: &mut Mention, asking: Asking) {
    let one = |date: Result<NaiveDate, WhyNot>| date.map(|date| vec![date]);
    match (before.frame, mention.frame) {
        (Frame::Dated { year, month, .. }, Frame::DayAlone(day)) => {
            mention.days = one(match year {
                Some(year) => asking.dated(year, month, day),
                None => asking.yearless(month, day),
            });
            mention.frame = Frame::Dated { year, month, day };
            mention.weight = Weight::Dated;
        }
        (
            Frame::Dated {
                year: Some(year), ..
            },
            Frame::Dated {
                year: None,
                month,
                day,
            },
        ) => {
            mention.days = one(asking.dated(year, month, day));
            mention.frame = Frame::Dated {
                year: Some(year),
                month,
                day,
            };
        }
        (Frame::InMonth(shift), Frame::DayAlone(day)) => {
            mention.days = one(asking.in_month(shift, day));
            mention.frame = before.frame;
        }
        (Frame::InWeek(shift), Frame::Weekday(weekday)) if mention.weight == Weight::Weekday => {
            mention.days = one(asking.in_week(shift, weekday));
            mention.weight = Weight::Counted;
            mention.frame = before.frame;
        }
        (Frame::Span(stretch), Frame::Away { forward }) => {
            before.days = one(asking.away(stretch, forward));
            before.weight = Weight::Counted;
        }
        (Frame::DayAlone(MonthDay::Number(days)), Frame::Away { forward }) => {
            // «3일이나 4일 전»: both are counted.
            before.days = one(asking.away(Stretch { months: 0, days }, forward));
        }
        _ => {}
    }
}

/// Puts alternatives together and drops what is taken back. A range becomes one mention, too:
/// its first day for an issue date, its last for an expiry date.
pub(super) fn gathered(found: Vec<Mention>, ties: &[Tie]) -> Vec<Mention> {
    let mut runs: Vec<Mention> = Vec::new();
    for (mention, tie) in found.into_iter().zip(ties) {
        match (tie, runs.last_mut()) {
            (Tie::Or, Some(last)) => {
                last.end = mention.end;
                last.weight = last.weight.max(mention.weight);
                last.days = match (last.days.clone(), mention.days) {
                    (Ok(mut days), Ok(more)) => {
                        days.extend(more);
                        Ok(days)
                    }
                    (Ok(days), Err(_)) | (Err(_), Ok(days)) => Ok(days),
                    (Err(why), Err(_)) => Err(why),
                };
            }
            (Tie::Instead, Some(last)) => *last = mention,
            _ => runs.push(mention),
        }
    }
    runs
}
