//! Numbers written in Hangul.

/// The digit a Sino-Korean syllable stands for, when digits are said one by one.
pub(crate) fn sino_digit(character: char) -> Option<u32> {
    Some(match character {
        '영' | '공' | '빵' => 0,
        '일' => 1,
        '이' => 2,
        '삼' => 3,
        '사' => 4,
        '오' => 5,
        '육' | '륙' => 6,
        '칠' => 7,
        '팔' => 8,
        '구' => 9,
        _ => return None,
    })
}

/// The power of ten a Sino-Korean syllable stands for.
pub(crate) fn sino_power(character: char) -> Option<u32> {
    Some(match character {
        '십' => 10,
        '백' => 100,
        '천' => 1000,
        _ => return None,
    })
}

/// A number and how many digits it has when written in digits («공칠» has two).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// Its value, below a thousand million.
    pub value: u32,
    /// How many digits it has.
    pub length: usize,
}

/// Reads Sino-Korean numerals, either with powers (이천이십육) or digit by digit (이공이육).
/// Blanks inside do not matter. At most nine digits.
pub(crate) fn sino_number(chars: impl Iterator<Item = char>) -> Option<Numeral> {
    let chars: Vec<char> = chars.filter(|c| !c.is_whitespace()).collect();
    if chars.is_empty() || chars.len() > 9 {
        return None;
    }
    if chars.iter().all(|c| sino_digit(*c).is_some()) {
        let value = chars
            .iter()
            .filter_map(|c| sino_digit(*c))
            .fold(0, |sum, digit| sum * 10 + digit);
        return Some(Numeral {
            value,
            length: chars.len(),
        });
    }
    let (mut sum, mut pending, mut ceiling) = (0, None, 10_000);
    for character in chars {
        match (sino_digit(character), sino_power(character)) {
            (Some(digit), _) if pending.is_none() => pending = Some(digit),
            (_, Some(power)) if power < ceiling => {
                sum += pending.take().unwrap_or(1) * power;
                ceiling = power;
            }
            _ => return None,
        }
    }
    let value = sum + pending.unwrap_or(0);
    Some(Numeral {
        value,
        length: value.to_string().len(),
    })
}
