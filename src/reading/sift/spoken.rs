//! Numbers said aloud and written in Hangul: 사구공칠, 하나둘셋, 구십오.

use super::labels::Label;
use super::numbers::{Number, Script, State, label_ends};
use crate::reading::lexicon::begins;
use crate::reading::numeral::{sino_digit, sino_number, sino_power};

fn is_syllable(character: char) -> bool {
    matches!(character, '가'..='힣')
}

pub(super) fn in_hangul(chars: &[char], at: usize, labels: &[Label]) -> Option<Number> {
    unit(chars, at)?;
    let alone = at == 0 || !is_syllable(chars[at - 1]) || label_ends(labels, at);
    let behind_particle = at > 0
        && matches!(
            chars[at - 1],
            '은' | '는' | '이' | '가' | '에' | '로' | '번'
        )
        && label_ends(labels, at - 1);
    let fresh = alone || behind_particle;
    let (mut digits, mut end) = (String::new(), at);
    while let Some((digit, width)) = unit(chars, end).filter(|_| digits.len() < 40) {
        digits.push(digit);
        end += width;
    }
    if fresh
        && chars[at..].iter().take(6).any(|c| sino_power(*c).is_some())
        && let Some(number) = counted(chars, at)
    {
        return Some(number);
    }
    let spoken = |digits: String, end: usize| Number {
        start: at,
        end,
        digits,
        script: Script::Spoken,
        glued: false,
        loose: false,
        state: State::Free,
    };
    let copula = chars[end - 1] == '이' && begins(chars, end, COPULAS);
    if copula && !matches!(digits.len(), 1 | 2 | 4 | 6) {
        digits.pop();
        return Some(spoken(digits, end)).filter(|number| fresh || number.length() >= 6);
    }
    // «제꺼구구구 이일…»: inside a word only when more digits follow.
    let goes_on = chars.get(end) == Some(&' ') && unit(chars, end + 1).is_some();
    let number = match digits.len() {
        1 => (alone && stands_apart(chars, at, end)).then(|| spoken(digits, end)),
        2 => (fresh && ends_word(chars, end)).then(|| spoken(digits, end)),
        3..=5 => (fresh && ends_word(chars, end) || goes_on).then(|| spoken(digits, end)),
        _ => Some(spoken(digits, end)),
    };
    number.map(|number| Number {
        loose: copula,
        ..number
    })
}

/// What follows the «이» of «이에요» and its like.
const COPULAS: &str =
    "에요|예요|요|고|라|래|야|지|었|네|란|랍|구|다|면|며|죠|거|던|냐|니|여|엿|였|ㅇ";

/// One digit said aloud, and how many characters it takes.
fn unit(chars: &[char], at: usize) -> Option<(char, usize)> {
    const NATIVE: [(&str, char); 9] = [
        ("하나", '1'),
        ("둘", '2'),
        ("셋", '3'),
        ("넷", '4'),
        ("다섯", '5'),
        ("여섯", '6'),
        ("일곱", '7'),
        ("여덟", '8'),
        ("아홉", '9'),
    ];
    let first = *chars.get(at)?;
    let may_be_native = matches!(first, '하' | '둘' | '셋' | '넷' | '다' | '여' | '일' | '아');
    let native = NATIVE
        .iter()
        .filter(|_| may_be_native)
        .find(|(word, _)| begins(chars, at, word));
    if let Some((word, digit)) = native {
        return Some((*digit, word.chars().count()));
    }
    let digit = sino_digit(first)?;
    Some((char::from_digit(digit, 10)?, 1))
}

/// A single spoken digit counts only between blanks or dashes («삼 일 팔 사»).
fn stands_apart(chars: &[char], start: usize, end: usize) -> bool {
    let parts = |c: Option<&char>| c.is_none_or(|c| !c.is_alphanumeric());
    parts(start.checked_sub(1).and_then(|before| chars.get(before))) && parts(chars.get(end))
}

/// Whether a short spoken number ends where a word ends, particles aside: «이사했어요» holds none.
fn ends_word(chars: &[char], end: usize) -> bool {
    const TAILS: &str = "이에요|이예요|에요|예요|입니|이요|요|이고|고|이라|라고|라네|라는|라던|래|이래|인데|인가|이랑|랑|로|으로|을|를|은|는|\
        이|가|번|맞|야|임|다|나와|까지|네|거든|었|였|하고|지|죠|에|도|만|뜨|떠|나왔|나옴|입|여|인 |아니|누르|눌";
    !chars.get(end).is_some_and(|c| is_syllable(*c)) || begins(chars, end, TAILS)
}

/// A number said as a whole with its powers of ten: 구십오.
fn counted(chars: &[char], at: usize) -> Option<Number> {
    let run = chars[at..]
        .iter()
        .take(9)
        .take_while(|c| sino_digit(**c).is_some() || sino_power(**c).is_some())
        .count();
    let (numeral, end) = [run, run.saturating_sub(1)]
        .into_iter()
        .find_map(|length| {
            let fits = length > 1 && ends_word(chars, at + length);
            Some((
                sino_number(chars[at..at + length].iter().copied())?,
                at + length,
            ))
            .filter(|_| fits)
        })?;
    Some(Number {
        start: at,
        end,
        digits: numeral.value.to_string(),
        script: Script::Counted,
        glued: false,
        loose: false,
        state: State::Free,
    })
}
