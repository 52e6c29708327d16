//! Numbers that are no secret whatever stands beside them.

use super::labels::{Label, Meaning};
use super::numbers::{Joint, Number, Script, State, joint};
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
    mark_masked(chars, numbers);
    let card = labels
        .iter()
        .any(|label| matches!(label.meaning, Meaning::SecurityCard | Meaning::Positions));
    for index in 0..numbers.len() {
        if !numbers[index].is_free() {
            continue;
        }
        let width = full_date(chars, numbers, index)
            .or_else(|| year_last(chars, numbers, index))
            .or_else(|| amount(chars, numbers, index))
            .or_else(|| clock(chars, numbers, index, card))
            .or_else(|| call_centre(chars, numbers, index));
        // «13-97-012345-67 번» is one long number, not a count of 67.
        let tail = index > 0
            && numbers[index - 1].length() >= 3
            && joint(chars, &numbers[index - 1], &numbers[index]) == Some(Joint::Mark('-', false));
        let counted = (!tail && is_counted(chars, &numbers[index])) || timestamp(&numbers[index]);
        for number in numbers[index..]
            .iter_mut()
            .take(width.unwrap_or(usize::from(counted)))
        {
            number.state = State::Innocent;
        }
    }
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

/// Whether a tight chain of numbers is a short date, a version, a fraction or a decimal.
fn is_dotted(lengths: &[usize], marks: &[char], numbers: &[Number], card: bool) -> bool {
    let Some(mark) = marks.first() else {
        return false;
    };
    let singles = lengths.iter().all(|length| *length == 1) && lengths.len() >= 4;
    let short = lengths.iter().all(|length| *length <= 2);
    let value = |index: usize| numbers[index].value();
    match (lengths, mark) {
        _ if singles => false,
        ([2, 1 | 2, 1 | 2], '.' | '/' | '-') => {
            (1..=12).contains(&value(1)) && (1..=31).contains(&value(2))
        }
        ([1 | 2, 1 | 2], '/') => !card || value(0) > 35,
        ([1 | 2, 1 | 2], '-') => {
            !card && (1..=12).contains(&value(0)) && (1..=31).contains(&value(1))
        }
        ([_, 4], '/' | '.') if short => true,
        (_, '.') => {
            lengths.iter().all(|length| *length <= 3)
                && (lengths.len() >= 3 || lengths.iter().any(|length| *length <= 2))
        }
        _ => false,
    }
}

/// Web and mail addresses, as ranges of the folded text.
pub(super) fn addresses(chars: &[char]) -> Vec<(usize, usize)> {
    const ENDINGS: &str = ".com|.net|.org|.kr|.ly|.io|.me|.gl|.app|.co|.to|.be|.at|.cc|.xyz|.info|.site|.shop|.top|.link|.page|.dev|.us|.han|.go|.or|.tk|.vip|.im|.gg|.ai";
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let run = chars[at..]
            .iter()
            .take_while(|c| c.is_ascii_graphic())
            .count();
        let token = &chars[at..at + run];
        let host = (1..run).find(|index| {
            token[*index] == '.'
                && begins(token, *index, ENDINGS)
                && token[index - 1].is_ascii_alphanumeric()
                && {
                    let behind = token[index + 1..]
                        .iter()
                        .take_while(|c| c.is_ascii_alphabetic())
                        .count()
                        + index
                        + 1;
                    token.get(behind).is_none_or(|c| {
                        matches!(c, '/' | '?' | ':' | '.' | ',' | ')' | '#' | '"' | '\'')
                    }) && behind <= index + 5
                }
        });
        let scheme = (0..run).find(|index| begins(token, *index, "://|www."));
        if run > 3 && (host.is_some() || scheme.is_some()) {
            found.push((at, at + run));
        }
        at += run.max(1);
    }
    found
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

/// A date with its year in four digits, or such a year and month: how many numbers it takes.
fn full_date(chars: &[char], numbers: &[Number], index: usize) -> Option<usize> {
    let year = &numbers[index];
    let month = numbers
        .get(index + 1)
        .filter(|number| number.is_free() && number.length() <= 2)?;
    let joined = |before: &Number, behind: &Number| {
        let said = &chars[before.end..behind.start];
        let units = said.len() <= 3 && matches!(said.first(), Some('년' | '월'));
        units
            || matches!(
                joint(chars, before, behind),
                Some(Joint::Mark('-' | '.' | '/' | ',' | '·', _) | Joint::Blank)
            )
    };
    let is_year = year.length() == 4 && (1900..2100).contains(&year.value()) && !year.glued;
    if !is_year || !(1..=12).contains(&month.value()) || !joined(year, month) {
        return None;
    }
    let day = numbers.get(index + 2).filter(|day| {
        day.is_free() && day.length() <= 2 && (1..=31).contains(&day.value()) && joined(month, day)
    });
    let spoken_apart = matches!(joint(chars, year, month), Some(Joint::Blank));
    match day {
        Some(_) => Some(3),
        None if spoken_apart => None,
        None => Some(2),
    }
}

/// «22/11/2026»: how many numbers it takes.
fn year_last(chars: &[char], numbers: &[Number], index: usize) -> Option<usize> {
    let [first, second, year] = numbers.get(index..index + 3)? else {
        return None;
    };
    let mark = |before: &Number, behind: &Number| match joint(chars, before, behind) {
        Some(Joint::Mark(mark @ ('/' | '.' | '-'), _)) => Some(mark),
        _ => None,
    };
    let short =
        first.length() <= 2 && second.length() <= 2 && first.value() <= 31 && second.value() <= 31;
    let is_year = year.length() == 4 && (1900..2100).contains(&year.value());
    let marked = mark(first, second).is_some() && mark(first, second) == mark(second, year);
    let goes_on = numbers
        .get(index + 3)
        .is_some_and(|next| mark(year, next).is_some());
    (short && is_year && marked && !goes_on).then_some(3)
}

/// Digits that run from the year to the second.
fn timestamp(number: &Number) -> bool {
    let part = |from: usize, to: usize| {
        number
            .digits
            .get(from..to)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or(0)
    };
    matches!(number.length(), 12 | 14)
        && (2000..2100).contains(&part(0, 4))
        && (1..=12).contains(&part(4, 6))
        && (1..=31).contains(&part(6, 8))
        && part(8, 10) < 24
        && part(10, 12) < 60
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

/// «3:30», «10:15:02». On a security card «12:34» may also be a position and its number.
fn clock(chars: &[char], numbers: &[Number], index: usize, card: bool) -> Option<usize> {
    let minute = numbers.get(index + 1)?;
    let tied = joint(chars, &numbers[index], minute) == Some(Joint::Mark(':', false));
    if !tied
        || numbers[index].length() > 2
        || minute.length() != 2
        || numbers[index].value() > 24
        || minute.value() > 59
    {
        return None;
    }
    let told = begins(
        chars,
        past_blanks(chars, minute.end),
        "에|쯤|분|까지|부터|경|:",
    ) || ends(
        chars,
        before_blanks(chars, numbers[index].start),
        "오전|오후|아침|저녁|새벽|밤|낮|am|pm",
    );
    if card && !told {
        return None;
    }
    let second = numbers
        .get(index + 2)
        .filter(|second| joint(chars, minute, second) == Some(Joint::Mark(':', false)));
    Some(if second.is_some() { 3 } else { 2 })
}

/// Public numbers of call centres: how many numbers it takes.
fn call_centre(chars: &[char], numbers: &[Number], index: usize) -> Option<usize> {
    let first = &numbers[index];
    let is_head = |digits: &str| matches!(digits.get(..2), Some("15" | "16" | "18"));
    let second = numbers.get(index + 1);
    let tied = second.and_then(|second| joint(chars, first, second));
    let dashed = matches!(tied, Some(Joint::Mark('-' | '.' | ')', _) | Joint::Blank));
    if first.length() == 4
        && is_head(&first.digits)
        && second.is_some_and(|second| second.length() == 4)
        && dashed
    {
        // A card number may begin so; then more groups follow.
        let third = numbers
            .get(index + 2)
            .and_then(|third| joint(chars, &numbers[index + 1], third).map(|joint| (third, joint)));
        let goes_on = third.is_some_and(|(third, joint)| {
            third.length() == 4 && matches!(joint, Joint::Mark('-', _) | Joint::Blank)
        });
        return (!goes_on).then_some(2);
    }
    let tied_before = index > 0 && joint(chars, &numbers[index - 1], first).is_some();
    let told = !tied_before
        && begins(
            chars,
            past_blanks(chars, first.end),
            "에 전화|에 신고|에 문의|에 상담|으로 전화|로 전화|로 신고|로 문의|번으로|번에 전화|전화|신고|콜센터|고객센터|에다 전화",
        );
    let short_service = matches!(
        first.digits.as_str(),
        "112" | "114" | "118" | "119" | "182" | "1332" | "1394" | "1372" | "1301" | "110"
    );
    if (told && (3..=4).contains(&first.length())) || (short_service && told) {
        return Some(1);
    }
    (first.length() == 8
        && is_head(&first.digits)
        && !first.glued
        && (told || first.digits.ends_with("9999")))
    .then_some(1)
}

/// Whether a unit follows that makes the number an amount or a count.
fn is_counted(chars: &[char], number: &Number) -> bool {
    const ANY: &str = "원|만원|만 원|천원|억|달러|자리|자릿|글자|단계|퍼센트|%|페이지|시간|개월|번째|won|krw|포인트|명|개|회|차례|gb|mb|버전|버젼";
    const SHORT: &str = "일|시|번|주|달|차|세|호|길|대|동|위|점|급|배|종|곳|자|년|월|장|분|초|살|층|건|줄|칸|쪽|통|단|주일|가지|번길|째|만|천|등|인치";
    const NOT: &str = "통장|개인|분실|회원|회신|회사|회복|명의|시큐|시작|시도|번호|일련|일반|일치|일까|일거|일 거|일텐|주민|주세|주시|주인|대신|차단|세요|달라|초기|건가|건데|장애|\
        호출|원래|월급|시스|위에|급하|동안|점검|조회|항상|억울|만 |만나|대로|자동|자꾸|자체|배송|등록|단어|로 로|번인증|번이라|개설|로 바|로 했|로 하|로 설|로 입|로 눌|로 쳤|로 넣|로 보|로 나|로 떠|로 답|로 왔|로 적|로 써";
    if number.script == Script::Spoken && number.length() > 1 {
        return false;
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
