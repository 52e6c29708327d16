//! Made-up values: «000000처럼», «예: 123456».

use crate::reading::lexicon::{before_blanks, begins, ends, holds, past_blanks};

/// Whether the words beside a value call it an example.
pub(super) fn is_marked(chars: &[char], start: usize, end: usize) -> bool {
    let behind = past_quotes(chars, end);
    let alike =
        begins(chars, behind, "처럼") && !begins(chars, past_blanks(chars, behind + 2), "보|나");
    let such = begins(
        chars,
        behind,
        "같은 거|같은 것|같은 걸|같은 건|같은 식|같은 쉬|같은 숫자|같은 번호|같은 비|같은 간|같은 단|같은 연|같은 뻔|같은 흔|같은거|같은걸|같은건|같은식|같은쉬",
    );
    let likewise = begins(
        chars,
        behind,
        "같이 쉬|같이 단|같이 연|같이 뻔|같이 간|따위|형식|형태|이런 식|이런식|식으로|등 쉬|등은|등의|과 같은|와 같은|이나 ",
    );
    let from = start.saturating_sub(24);
    let before = &chars[from..start];
    let close = before_blanks(chars, start);
    let announced = holds(
        before,
        "예를 들|예를들|예컨대|가령|이를테면|예시|e.g|ex)|예)|예:|예 :|샘플|보기:|for example",
    );
    let announced_close = ends(chars, close, "ex|ex.|ex:|예|(예");
    alike || such || likewise || announced || (announced_close && fresh(chars, close))
}

/// Whether the words behind forbid such a value in general: «1234는 안 되나요».
pub(super) fn is_forbidden(chars: &[char], end: usize) -> bool {
    let behind = &chars[end..chars.len().min(end + 20)];
    let general = holds(
        behind,
        "하면 안|쓰면 안|은 안 |는 안 |은 안되|는 안되|로는 안|못 쓰|못쓰|불가|쉬운|쉽|위험|피하|금지|안 되나|안되나|안 되죠|안되죠|안 된다|안된다|사용할 수 없|못하|뻔한|단순|막혀|쓸 수 없|쓰지 마|쓰지마|하지 마|하지마|안 좋|안좋",
    );
    let tried = holds(behind, "했는데|했더니|넣었|쳤|눌렀|입력했|이에요|입니다");
    general && !tried
}

/// All the same digit, or counting up or down: 000000, 123456, 9876.
pub(super) fn is_pattern(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    let steps: Vec<i16> = bytes
        .windows(2)
        .map(|pair| i16::from(pair[1]) - i16::from(pair[0]))
        .collect();
    let runs_on = |step: i16| {
        steps
            .iter()
            .all(|other| *other == step || (step != 0 && other.abs() == 9))
    };
    let halves = bytes.len() >= 12 && {
        let (front, back) = bytes.split_at(6);
        [front, back].iter().all(|half| {
            half.windows(2)
                .all(|pair| pair[0] == pair[1] || pair[1] == pair[0] + 1)
        })
    };
    bytes.len() >= 3 && (runs_on(0) || runs_on(1) || runs_on(-1) || halves)
}

/// A pattern, or a long number that ends in one: 900101-1234567.
pub(super) fn is_easy(digits: &str) -> bool {
    is_pattern(digits)
        || (digits.len() > 9 && digits.get(digits.len() - 7..).is_some_and(is_pattern))
}

/// The index behind closing quotes and blanks.
fn past_quotes(chars: &[char], at: usize) -> usize {
    let at = past_blanks(chars, at);
    let quotes = chars[at.min(chars.len())..]
        .iter()
        .take(2)
        .take_while(|c| matches!(c, '\'' | '"' | ')' | '」' | '”'))
        .count();
    past_blanks(chars, at + quotes)
}

/// Whether the short word ending at `at` («예») is a word of its own.
fn fresh(chars: &[char], at: usize) -> bool {
    let begin = chars[..at]
        .iter()
        .rposition(|c| !c.is_alphanumeric())
        .map_or(0, |index| index + 1);
    at - begin <= 3
}
