//! Which of several mentions is meant: alternatives, ranges, labelled pairs, corrections.

use chrono::NaiveDate;

use super::days::{Asking, MonthDay, Stretch};
use super::mention::{Frame, Mention, Weight};
use super::{DateReading, Field, WhyNot};
use crate::reading::lexicon::{before_blanks, begins, holds, past_blanks};

/// How a mention is tied to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tie {
    /// «A 아니면 B».
    Or,
    /// «A부터 B», «A ~ B».
    To,
    /// «A 말고 B».
    Instead,
    /// Nothing ties them.
    Loose,
}

/// What the words beside a mention call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Issue,
    Expiry,
}

/// Settles on the days the text means.
pub(super) fn chosen(chars: &[char], mut found: Vec<Mention>, asking: Asking) -> DateReading {
    let ties = bound(chars, &mut found, asking);
    if let Some(term) = issue_and_term(chars, &found, asking) {
        return DateReading::One(term);
    }
    let mut runs = gathered(found, &ties);
    runs.retain(|mention| {
        mention.weight != Weight::Bare || mention.days.is_err() || stands_alone(chars, mention)
    });
    let reason = runs
        .iter()
        .filter_map(|mention| mention.days.clone().err())
        .max_by_key(|why| gravity(*why));
    let picked = picked(chars, &runs, asking);
    match picked.map(|mention| mention.days.clone()) {
        Some(Ok(days)) => reading(days, asking),
        Some(Err(why)) => DateReading::Not(why),
        None => DateReading::Not(reason.unwrap_or(WhyNot::NoDate)),
    }
}

/// Ties each mention to the one before it, and lends it what it leaves out.
fn bound(chars: &[char], found: &mut [Mention], asking: Asking) -> Vec<Tie> {
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
fn gathered(found: Vec<Mention>, ties: &[Tie]) -> Vec<Mention> {
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

/// The mention that is meant, or none if none means a day.
fn picked<'a>(chars: &[char], runs: &'a [Mention], asking: Asking) -> Option<&'a Mention> {
    let labels = labels(chars, runs);
    let wanted = match asking.field {
        Field::Issue => Label::Issue,
        Field::Expiry => Label::Expiry,
    };
    let dated: Vec<(&Mention, Option<Label>)> = runs
        .iter()
        .zip(labels)
        .filter(|(mention, _)| mention.weight >= Weight::Weekday || mention.days.is_ok())
        .collect();
    let firm = |mention: &Mention| mention.weight >= Weight::Counted;
    let labelled = dated
        .iter()
        .find(|(mention, label)| *label == Some(wanted) && firm(mention));
    if let (Some((mention, _)), true) = (
        labelled,
        dated.iter().filter(|(mention, _)| firm(mention)).count() > 1,
    ) {
        return Some(mention);
    }
    let able = || dated.iter().filter(|(mention, _)| mention.days.is_ok());
    let heaviest = able().map(|(mention, _)| mention.weight).max()?;
    // «11월 첫째 주 월요일»: the weekday alone is not what was meant.
    let doubtful = runs
        .iter()
        .find(|mention| mention.weight == Weight::Dated && mention.days.is_err());
    if let (Some(doubtful), true) = (doubtful, heaviest <= Weight::Weekday) {
        return Some(doubtful);
    }
    let unlike = |label: &Option<Label>| label.is_some_and(|label| label != wanted);
    let mut candidates: Vec<_> = able()
        .filter(|(mention, _)| mention.weight == heaviest)
        .collect();
    if candidates.iter().any(|(_, label)| !unlike(label)) {
        candidates.retain(|(_, label)| !unlike(label));
    }
    let picked = match asking.field {
        Field::Issue => candidates.first(),
        Field::Expiry => candidates.last(),
    };
    picked.map(|(mention, _)| *mention)
}

/// What each mention is called. Labels stand before the dates («발급 … / 만료 …») or behind
/// them («… 발급, … 만료»); which of the two shows in the words before the first.
fn labels(chars: &[char], runs: &[Mention]) -> Vec<Option<Label>> {
    let mut labels = vec![None; runs.len()];
    let Some(first) = runs.first() else {
        return labels;
    };
    let before_first = found_labels(&chars[..first.start]);
    let leading = !before_first.is_empty();
    labels[0] = before_first.last().copied();
    for index in 0..runs.len() {
        let end = runs
            .get(index + 1)
            .map_or(chars.len(), |next| next.start.max(runs[index].end));
        let behind = found_labels(&chars[runs[index].end..end]);
        match (behind.as_slice(), index + 1 < runs.len()) {
            ([], _) => {}
            ([only], true) if leading => labels[index + 1] = Some(*only),
            ([only], _) => labels[index] = labels[index].or(Some(*only)),
            ([near, .., far], true) => {
                labels[index] = labels[index].or(Some(*near));
                labels[index + 1] = Some(*far);
            }
            ([near, ..], false) => labels[index] = labels[index].or(Some(*near)),
        }
    }
    labels
}

fn found_labels(chars: &[char]) -> Vec<Label> {
    (0..chars.len())
        .filter_map(|at| {
            if begins(
                chars,
                at,
                "발급|발행|개시|시작|issued|issue|start|만든 날|만든날|받은 날|받은날",
            ) {
                Some(Label::Issue)
            } else if begins(
                chars,
                at,
                "만료|만기|종료|까지|expir|until|expiry|끝나|끝남",
            ) {
                Some(Label::Expiry)
            } else {
                None
            }
        })
        .collect()
}

/// «발급 25.3.5 (3년)»: asked for the expiry date, the day three years later.
fn issue_and_term(chars: &[char], found: &[Mention], asking: Asking) -> Option<NaiveDate> {
    let [one, other] = found else { return None };
    let (issued, stretch, days) = match (one, other, &one.days, &other.days) {
        (
            issued,
            Mention {
                frame: Frame::Span(stretch),
                ..
            },
            Ok(days),
            _,
        ) => (issued, stretch, days),
        (
            Mention {
                frame: Frame::Span(stretch),
                ..
            },
            issued,
            _,
            Ok(days),
        ) => (issued, stretch, days),
        _ => return None,
    };
    let labels = found_labels(chars);
    let only_issue = labels.contains(&Label::Issue) && !labels.contains(&Label::Expiry);
    if asking.field != Field::Expiry || !only_issue || !(12..=60).contains(&stretch.months) {
        return None;
    }
    // The issue date of «발급 11월 22일 (3년)» lies behind, not ahead.
    let issue = Asking {
        field: Field::Issue,
        ..asking
    };
    let day = match issued.frame {
        Frame::Dated {
            year: None,
            month,
            day,
        } => issue.yearless(month, day).ok()?,
        Frame::DayAlone(day) => issue.day_alone(day).ok()?,
        _ => *days.first()?,
    };
    Asking {
        today: day,
        ..asking
    }
    .away(*stretch, true)
    .ok()
}

/// A span without a direction counts only when the text says little else.
fn stands_alone(chars: &[char], mention: &Mention) -> bool {
    let beside = chars.len() - (mention.end - mention.start);
    beside <= 8
}

/// Which reason tells the person most.
fn gravity(why: WhyNot) -> u8 {
    match why {
        WhyNot::NoDate => 0,
        WhyNot::Incomplete => 1,
        WhyNot::Vague => 2,
        WhyNot::FutureIssue => 3,
        WhyNot::Impossible => 4,
        WhyNot::Lunar => 5,
    }
}

/// Days to a reading: an issue date after today is none.
fn reading(mut days: Vec<NaiveDate>, asking: Asking) -> DateReading {
    days.sort_unstable();
    days.dedup();
    if asking.field == Field::Issue {
        days.retain(|day| *day <= asking.today);
    }
    match days.as_slice() {
        [] => DateReading::Not(WhyNot::FutureIssue),
        [only] => DateReading::One(*only),
        [earlier, later] => DateReading::Either(*earlier, *later),
        _ => DateReading::Not(WhyNot::Vague),
    }
}
