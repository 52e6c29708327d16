//! Which of several mentions is meant: alternatives, ranges, labelled pairs, corrections.

use chrono::NaiveDate;

use super::days::Asking;
use super::labels::{Label, found_labels, labels};
use super::mention::{Frame, Mention, Weight};
use super::ties::{bound, gathered};
use super::{DateReading, Field, WhyNot};

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
