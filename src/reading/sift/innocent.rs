//! Numbers that are no secret whatever stands beside them.

use super::address::addresses;
use super::labels::{self, Label, Meaning};
use super::moment::{clock, full_date, is_dotted, timestamp, year_last};
use super::nearness::only_small_words;
use super::numbers::{Joint, Number, Script, State, joint};
use super::phone::call_centre;
use crate::reading::lexicon::{before_blanks, begins, ends, past_blanks};

/// Marks addresses, masked numbers, full dates, amounts, times, counts and call centres.
pub(super) fn mark_certain(chars: &[char], labels: &[Label], numbers: &mut [Number]) {
    for (start, end) in addresses(chars) {
        let first = numbers.partition_point(|number| number.start < start);
        for number in numbers[first..]
            .iter_mut()
            .take_while(|number| number.end <= end)
        {
            number.state = State::Innocent;
        }
    }
    for label in labels {
        let first = numbers.partition_point(|number| number.start < label.start);
        for number in numbers[first..]
            .iter_mut()
            .take_while(|number| number.end <= label.end)
        {
            number.state = State::Innocent;
        }
    }
    mark_masked(chars, numbers);
    mark_named(chars, labels, numbers);
    for index in 0..numbers.len() {
        if !numbers[index].is_free() {
            continue;
        }
        let width = full_date(chars, numbers, index)
            .or_else(|| year_last(chars, numbers, index))
            .or_else(|| amount(chars, numbers, index))
            .or_else(|| clock(chars, labels, numbers, index))
            .or_else(|| call_centre(chars, numbers, index));
        // «13-97-012345-67 번» is one long number, not a count of 67.
        let tail = ends_long_number(chars, numbers, index);
        let counted = (!tail && is_counted(chars, &numbers[index])) || timestamp(&numbers[index]);
        for number in numbers[index..]
            .iter_mut()
            .take(width.unwrap_or(usize::from(counted)))
        {
            number.state = State::Innocent;
        }
    }
}

/// Marks the numbers that a harmless name stands right before, with all that is tied to them:
/// «주문번호 20261121-7748213», «오류 3012».
fn mark_named(chars: &[char], labels: &[Label], numbers: &mut [Number]) {
    for (index, label) in labels.iter().enumerate() {
        let first = numbers.partition_point(|number| number.start < label.end);
        let Some(number) = numbers.get(first) else {
            return;
        };
        let named_next = labels
            .get(index + 1)
            .is_none_or(|next| next.start >= number.start);
        let gap = number.start - label.end;
        if !label.meaning.is_harmless()
            || !named_next
            || gap > 12
            || !only_small_words(&chars[label.end..number.start])
        {
            continue;
        }
        let tied = |pair: &[Number]| {
            matches!(
                joint(chars, &pair[0], &pair[1]),
                Some(Joint::Mark('-', false))
            )
        };
        let like_a_registration = number.length() == 13
            || (number.length() == 6
                && numbers
                    .get(first + 1)
                    .is_some_and(|next| next.length() == 7));
        let width = 1 + numbers[first..]
            .windows(2)
            .take_while(|pair| tied(pair))
            .count();
        let goes_on = numbers.get(first + 1).is_some_and(|next| {
            next.length() >= 3 && number.length() >= 3 && joint(chars, number, next).is_some()
        });
        let long = goes_on || width > 1 || number.length() > 8;
        if like_a_registration || (long && !labels::names_a_number(chars, label.end)) {
            continue;
        }
        numbers[first..first + width]
            .iter_mut()
            .for_each(|number| number.state = State::Innocent);
    }
}

/// Whether enough digits stand tied before a number to make it the end of a long one.
fn ends_long_number(chars: &[char], numbers: &[Number], index: usize) -> bool {
    let (mut at, mut digits) = (index, 0);
    while at > 0 && index - at < 20 && numbers[at - 1].is_free() && digits < 7 {
        let dashed = match joint(chars, &numbers[at - 1], &numbers[at]) {
            Some(Joint::Mark('-', false)) => true,
            Some(_) => false,
            None => break,
        };
        digits += numbers[at - 1].length();
        if dashed && at == index && digits >= 3 {
            return true;
        }
        at -= 1;
    }
    digits >= 7
}

/// Marks what is innocent unless it was part of a known shape: short dates, versions, fractions.
pub(super) fn mark_likely(chars: &[char], labels: &[Label], numbers: &mut [Number]) {
    let card = labels
        .iter()
        .any(|label| matches!(label.meaning, Meaning::SecurityCard | Meaning::Positions));
    let mut index = 0;
    while index < numbers.len() {
        let chain = chain(chars, numbers, index);
        let lengths: Vec<usize> = numbers[index..index + chain.len() + 1]
            .iter()
            .map(Number::length)
            .collect();
        if numbers[index].is_free()
            && is_dotted(
                &lengths,
                &chain,
                &numbers[index..=index + chain.len()],
                card,
            )
        {
            for number in &mut numbers[index..=index + chain.len()] {
                if number.is_free() {
                    number.state = State::Innocent;
                }
            }
        }
        index += chain.len() + 1;
    }
}

/// The marks that tie the numbers from `index` on tightly together, all alike.
fn chain(chars: &[char], numbers: &[Number], index: usize) -> Vec<char> {
    let mut marks: Vec<char> = Vec::new();
    while let (Some(before), Some(behind)) = (
        numbers.get(index + marks.len()),
        numbers.get(index + marks.len() + 1),
    ) {
        match joint(chars, before, behind) {
            Some(Joint::Mark(mark @ ('.' | '/' | '-' | ':' | ','), spaced))
                if (!spaced || mark == '.') && marks.first().is_none_or(|first| *first == mark) =>
            {
                marks.push(mark);
            }
            _ => break,
        }
    }
    marks
}

/// Masked numbers: those beside two or more stars or the like, with all that is tied to them.
fn mark_masked(chars: &[char], numbers: &mut [Number]) {
    let star = |index: usize| {
        chars.get(index).is_some_and(|c| {
            matches!(
                c,
                '*' | '●' | '○' | '■' | '□' | '◆' | '▲' | '※' | 'x' | '×' | '#'
            )
        })
    };
    let stars_from = |index: usize| star(index) && star(index + 1);
    let stars_until = |index: usize| index >= 2 && star(index - 1) && star(index - 2);
    let masked = |number: &Number| {
        let dash_before = number.start >= 1 && chars[number.start - 1] == '-';
        let dash_behind = chars.get(number.end) == Some(&'-');
        stars_from(number.end)
            || stars_until(number.start)
            || (dash_before
                && (stars_until(number.start - 1) || (number.start >= 2 && star(number.start - 2))))
            || (dash_behind && (stars_from(number.end + 1) || star(number.end + 1)))
    };
    let mut hidden: Vec<bool> = numbers.iter().map(masked).collect();
    let tied = |before: &Number, behind: &Number| {
        matches!(
            joint(chars, before, behind),
            Some(Joint::Mark('-', false) | Joint::None)
        )
    };
    for index in 1..numbers.len() {
        hidden[index] |= hidden[index - 1] && tied(&numbers[index - 1], &numbers[index]);
    }
    for index in (1..numbers.len()).rev() {
        hidden[index - 1] |= hidden[index] && tied(&numbers[index - 1], &numbers[index]);
    }
    for (number, hidden) in numbers.iter_mut().zip(hidden) {
        if hidden && !bold(chars, number) {
            number.state = State::Innocent;
        }
    }
}

/// `**1234**` is emphasis, not a mask.
fn bold(chars: &[char], number: &Number) -> bool {
    let other = |index: Option<usize>| index.and_then(|index| chars.get(index)) != Some(&'*');
    begins(chars, number.end, "**")
        && ends(chars, number.start, "**")
        && other(Some(number.end + 2))
        && other(number.start.checked_sub(3))
}

/// «3,500,000»: how many numbers it takes.
fn amount(chars: &[char], numbers: &[Number], index: usize) -> Option<usize> {
    let mut width = 1;
    while let (Some(before), Some(behind)) =
        (numbers.get(index + width - 1), numbers.get(index + width))
    {
        let thousands =
            behind.length() == 3 && joint(chars, before, behind) == Some(Joint::Mark(',', false));
        if !thousands {
            break;
        }
        width += 1;
    }
    (width > 1 && numbers[index].length() <= 3).then_some(width)
}

/// Whether a unit follows that makes the number an amount or a count.
fn is_counted(chars: &[char], number: &Number) -> bool {
    const ANY: &str = "원|만원|만 원|천원|억|달러|자리|자릿|글자|단계|퍼센트|%|페이지|시간|개월|번째|won|krw|포인트|명|개|호|회|차례|gb|mb|버전|버젼";
    const SHORT: &str = "일|시|번|주|달|차|세|호|길|대|동|위|점|급|배|종|곳|자|년|월|장|분|초|살|층|건|줄|칸|쪽|통|단|주일|가지|번길|째|만|천|등|인치";
    const NOT: &str = "통장|개인 |개인정|개인사|개인인|개인용|개인뱅|호환|분실|회원|회신|회사|회복|명의|시큐|시작|시도|번호|일련|일반|일치|일까|일거|일 거|일걸|일껄|일꺼|일듯|일지|일수|일것|일 것|일텐|주민|주세|주시|주인|대신|차단|세요|달라|초기|건가|건데|장애|\
        호출|원래|월급|시스|위에|급하|동안|점검|조회|항상|억울|만 |만나|대로|자동|자꾸|자체|배송|등록|단어|로 로|번인증|번이라|개설|로 바|로 했|로 하|로 설|로 입|로 눌|로 쳤|로 넣|로 보|로 나|로 떠|로 답|로 왔|로 적|로 써";
    if number.script == Script::Spoken {
        return false;
    }
    // A house in a street: «국제금융로8길 26».
    if number.length() <= 3 && ends(chars, before_blanks(chars, number.start), "길|번지") {
        return true;
    }
    let behind = past_blanks(chars, number.end);
    if behind > number.end + 1 || begins(chars, behind, NOT) {
        return false;
    }
    let year = number.length() == 4
        && (1900..2100).contains(&number.value())
        && begins(chars, behind, "년|학년도");
    year || begins(chars, behind, ANY) || (number.length() <= 3 && begins(chars, behind, SHORT))
}
