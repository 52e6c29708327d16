//! The Korean particle that fits a word: 을 or 를, by the last sound that is heard.

/// How a word ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Vowel,
    /// The consonant ㄹ, after which «로» stands as after a vowel.
    Rieul,
    Consonant,
}

/// The pairs that can be asked for, the one after a consonant first.
const PAIRS: [(&str, &str); 12] = [
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("이에요", "예요"),
    ("이었어요", "였어요"),
    ("이라고", "라고"),
    ("이라", "라"),
    ("이나", "나"),
    ("이고", "고"),
    ("아", "야"),
];

/// Of a pair such as `을/를`, the one that this word takes; `(으)로` is the same as `으로/로`.
///
/// `None` for a pair that we do not know, so that a slip of the pen is found.
///
/// Quotes, brackets and other marks behind the word are not heard; nor is a remark in round brackets: «22일(수)»
/// ends like «22일». Digits are heard in Korean, capitals by their names, other Latin words roughly as they are read.
pub fn choose(word: &str, pair: &str) -> Option<&'static str> {
    let pair = if pair == "(으)로" {
        "으로/로"
    } else {
        pair
    };
    let (closed, open) = pair.split_once('/')?;
    let (closed, open) = PAIRS.into_iter().find(|(after_consonant, after_vowel)| {
        *after_consonant == closed && *after_vowel == open
    })?;
    Some(match ending(word) {
        Ending::Vowel => open,
        Ending::Rieul if closed == "으로" => open,
        Ending::Rieul | Ending::Consonant => closed,
    })
}

/// How the word ends; one of which nothing is heard ends like a vowel.
fn ending(word: &str) -> Ending {
    let word = heard(word);
    match word.chars().next_back() {
        Some(last @ '가'..='힣') => of_syllable(last),
        Some('ㄹ') => Ending::Rieul,
        Some('ㄱ'..='ㅎ') => Ending::Consonant,
        Some(digit @ '0'..='9') => of_digit(digit),
        Some('A'..='Z' | 'a'..='z') => of_latin(word),
        Some(_) | None => Ending::Vowel,
    }
}

/// The word without what stands behind it unheard.
fn heard(word: &str) -> &str {
    let mut word = word;
    loop {
        word = word
            .trim_end_matches(|mark: char| !mark.is_alphanumeric() && !matches!(mark, ')' | '%'));
        let Some(inside) = word.strip_suffix(')') else {
            return word;
        };
        let before = inside.rfind('(').map_or("", |open| &inside[..open]);
        word = if before.contains(char::is_alphanumeric) {
            before
        } else {
            inside
        };
    }
}

/// By the place of the syllable in its row of 28: none, or one of the final consonants; the eighth is ㄹ.
fn of_syllable(syllable: char) -> Ending {
    match (u32::from(syllable) - u32::from('가')) % 28 {
        0 => Ending::Vowel,
        8 => Ending::Rieul,
        _ => Ending::Consonant,
    }
}

/// 영 일 이 삼 사 오 육 칠 팔 구; tens, hundreds and thousands end in a consonant as 영 does.
fn of_digit(digit: char) -> Ending {
    match digit {
        '1' | '7' | '8' => Ending::Rieul,
        '0' | '3' | '6' => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

/// A capital, or a letter by itself, is heard by its name; the end of another word as Korean writes it: 앱, 메일, 폰.
fn of_latin(word: &str) -> Ending {
    let letters = word
        .rsplit(|letter: char| !letter.is_ascii_alphabetic())
        .next()
        .unwrap_or(word);
    let last = letters.chars().next_back();
    if letters.len() == 1 || last.is_some_and(|letter| letter.is_ascii_uppercase()) {
        return match last.map(|letter| letter.to_ascii_uppercase()) {
            Some('L' | 'R') => Ending::Rieul,
            Some('M' | 'N') => Ending::Consonant,
            Some(_) | None => Ending::Vowel,
        };
    }
    let ends = |ends: &[&str]| ends.iter().any(|end| letters.ends_with(end));
    if ends(&["l", "le"]) {
        Ending::Rieul
    } else if ends(&["m", "n", "ng", "me", "ne", "b", "c", "k", "p", "t"]) {
        Ending::Consonant
    } else {
        Ending::Vowel
    }
}
