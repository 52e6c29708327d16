//! The numbers that stand on a security card: values, not their positions.

use std::sync::LazyLock;

use super::labels::{self, Label, Meaning};
use super::numbers::{Joint, Number, State, joint};
use super::{Kind, Span, example};
use crate::reading::lexicon::{Lexicon, before_blanks, begins, ends, past_blanks};

/// How far from the words «보안카드» a number may stand.
const REACH: usize = 70;

/// The highest position on a card of the bank.
const LAST_POSITION: u64 = 40;

/// Finds the values in a message that speaks of a security card, and takes them.
pub(super) fn on_the_card(chars: &[char], labels: &[Label], numbers: &mut [Number]) -> Vec<Span> {
    let speaks =
        |label: &&Label| matches!(label.meaning, Meaning::SecurityCard | Meaning::Positions);
    let cards: Vec<Label> = labels.iter().filter(speaks).copied().collect();
    let mut found: Vec<Span> = Vec::new();
    if cards.is_empty() {
        return found;
    }
    for index in 0..numbers.len() {
        if !numbers[index].is_free() || numbers[index].glued {
            continue;
        }
        let last = last_digit(chars, numbers, index);
        let number = &numbers[index];
        let near = labels::around(&cards, number.start, number.end, REACH);
        let close = !near.is_empty();
        let chained = found
            .last()
            .is_some_and(|span| number.start - span.end <= REACH);
        if !(close || chained)
            || example::is_marked(chars, number.start, number.end)
            || other_label(labels, number)
        {
            continue;
        }
        let value = match number.length() {
            _ if last > index => true,
            4 => !is_year(number) || is_behind_position(chars, numbers, index),
            2 => is_half(chars, numbers, index, found.last(), near),
            _ => false,
        };
        if value {
            found.push(Span {
                kind: Kind::SecurityCard,
                start: number.start,
                end: numbers[last].end,
            });
            numbers[index..=last]
                .iter_mut()
                .for_each(|number| number.state = State::Taken);
        }
    }
    found
}

/// Whether the nearest word before the number speaks of something else.
fn other_label(labels: &[Label], number: &Number) -> bool {
    labels::before(labels, number.start)
        .last()
        .is_some_and(|label| {
            let other = matches!(
                label.meaning,
                Meaning::Harmless
                    | Meaning::Fault
                    | Meaning::Serial
                    | Meaning::Password
                    | Meaning::Otp
                    | Meaning::Ars
                    | Meaning::Sms
            );
            other && number.start - label.end <= 12
        })
}

/// The last of four digits typed apart from one another, or the number itself.
fn last_digit(chars: &[char], numbers: &[Number], index: usize) -> usize {
    let single = |number: &Number| number.length() == 1 && number.is_free();
    let apart = |place: usize| {
        let pair = numbers.get(place).zip(numbers.get(place + 1));
        pair.is_some_and(|(before, behind)| {
            single(before)
                && single(behind)
                && matches!(
                    joint(chars, before, behind),
                    Some(Joint::Blank | Joint::Mark('-', _))
                )
        })
    };
    let four =
        (index..index + 3).all(apart) && !apart(index + 3) && (index == 0 || !apart(index - 1));
    if four { index + 3 } else { index }
}

fn is_year(number: &Number) -> bool {
    (2010..2040).contains(&number.value())
}

/// Two digits are half a value when a position or «앞 두 자리» stands before them.
fn is_half(
    chars: &[char],
    numbers: &[Number],
    index: usize,
    last: Option<&Span>,
    cards: &[Label],
) -> bool {
    let number = &numbers[index];
    if begins(
        chars,
        past_blanks(chars, number.end),
        "번|번째|째|→|->|=>|:|=|⇒",
    ) {
        return false;
    }
    let behind_position = is_behind_position(chars, numbers, index);
    if behind_position || is_listed_position(chars, numbers, index) {
        return behind_position;
    }
    let before = index.checked_sub(1).map(|index| &numbers[index]);
    let at = before_blanks(chars, number.start);
    let behind_ordinal = chars[at.saturating_sub(12)..at]
        .windows(2)
        .rposition(|pair| pair[1] == '째')
        .is_some_and(|place| {
            let from = at.saturating_sub(12) + place + 2;
            leads_on(&chars[from..at])
        });
    let half = ends(
        chars,
        at,
        "앞자리|뒷자리|앞 두 자리|뒤 두 자리|앞두자리|뒤두자리|앞 2자리|뒤 2자리|앞 두자리|뒤 두자리|앞|뒤|앞은|뒤는|앞에|뒤에|앞이|뒤가|앞자리는|뒷자리는|두 자리|두자리|2자리|앞자리가|뒷자리가",
    );
    let next_of_list = last.is_some_and(|span| {
        before.is_some_and(|other| other.end == span.end) && {
            let between = &chars[span.end..number.start];
            between.len() <= 6 && joint_of_list(between)
        }
    });
    let named = cards.iter().any(|label| {
        label.meaning == Meaning::SecurityCard && label.end <= number.start && {
            let gap: String = chars[label.end..number.start].iter().collect();
            let gap = gap.replace([' ', ':', '='], "");
            matches!(
                gap.as_str(),
                "숫자"
                    | "숫자는"
                    | "값"
                    | "값은"
                    | "값이"
                    | "숫자가"
                    | "번호숫자"
                    | "번호는"
                    | "번호"
                    | "번호가"
                    | "에"
                    | ""
            ) && number.end - number.start >= 2
        }
    });
    behind_ordinal || half || next_of_list || named
}

/// Whether a position of the card leads to the number: «12번 3456», «08 → 51».
fn is_behind_position(chars: &[char], numbers: &[Number], index: usize) -> bool {
    let before = index.checked_sub(1).map(|index| &numbers[index]);
    before.is_some_and(|position| {
        let plain = position.length() <= 2
            && (1..=LAST_POSITION).contains(&position.value())
            && position.state != State::Taken;
        plain && leads_to(&chars[position.end..numbers[index].start])
    })
}

/// What may stand between a position and its value.
fn leads_to(between: &[char]) -> bool {
    let start = past_blanks(between, 0);
    let rest = &between[start..];
    let arrow = begins(rest, 0, "→|->|=>|>|:|=|⇒|➡|-");
    let unit = if begins(rest, 0, "번째|번쨰") {
        2
    } else if begins(rest, 0, "번|째") {
        1
    } else {
        0
    };
    let told = begins(rest, 0, "은|는|이|가|래서|길래|라고|인데|하길래") && leads_on(rest);
    arrow || (unit > 0 && leads_on(&rest[unit..])) || told
}

/// What may stand between «12번» and its value: particles and small words.
fn leads_on(between: &[char]) -> bool {
    let mut at = 0;
    while at < between.len() {
        if matches!(between[at], ' ' | '\n') {
            at += 1;
            continue;
        }
        match LEADING_WORDS.longest(between, at) {
            Some(((), end)) => at = end,
            None => return false,
        }
    }
    between.len() <= 16
}

static LEADING_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "은|는|이|가|의|에|엔|에는|칸|줄|값|숫자|앞자리|뒷자리|앞|뒤|두|자리|2자리|번호|위치|란|요|→|->|=>|:|=|,|.|(|)|>|-|라고|라는|보니|보면|봤더니",
            (),
        ),
        (
            "이래서|래서|길래|이길래|하길래|해서|있는|적힌|적혀|쓰인|써|건|거|것|게|데|인데|나와|입력|이요|이고|에서|맨|첫|가운데|들어|누르|눌|으로|그",
            (),
        ),
        ("만|도|을|를|로|고|다|니|서", ()),
    ])
});

fn joint_of_list(between: &[char]) -> bool {
    let inner: String = between.iter().filter(|c| !c.is_whitespace()).collect();
    matches!(
        inner.as_str(),
        "" | ","
            | "/"
            | "."
            | "-"
            | "하고"
            | "랑"
            | "이랑"
            | "과"
            | "와"
            | "그리고"
            | "에"
            | "·"
            | "+"
            | "다음"
    )
}

/// «3, 15번»: a position whose unit stands behind the next one.
fn is_listed_position(chars: &[char], numbers: &[Number], index: usize) -> bool {
    let mut at = index;
    while let Some(next) = numbers.get(at + 1) {
        let between = &chars[numbers[at].end..next.start];
        let listed = next.length() <= 2
            && between.len() <= 4
            && (joint_of_list(between)
                || matches!(joint(chars, &numbers[at], next), Some(Joint::Mark('~', _))));
        if !listed || at > index + 8 {
            return false;
        }
        if begins(chars, past_blanks(chars, next.end), "번|위치|칸") {
            return true;
        }
        at += 1;
    }
    false
}
