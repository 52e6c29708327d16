//! Text as it is compared: compatibility forms made ordinary (NFKC), lower case, one kind of
//! dash, nothing invisible. Every character remembers where it stood in the original.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text made comparable. `chars` and `spans` have the same length.
pub(crate) struct Folded {
    /// The comparable characters.
    pub chars: Vec<char>,
    /// For each of them the range of original characters (code points) it stands for.
    pub spans: Vec<(usize, usize)>,
}

/// Folds a text. The work grows linearly with its length.
pub(crate) fn fold(text: &str) -> Folded {
    let source: Vec<char> = text.chars().collect();
    let mut folded = Folded {
        chars: Vec::with_capacity(source.len()),
        spans: Vec::with_capacity(source.len()),
    };
    let mut start = 0;
    while start < source.len() {
        let mut end = start + 1;
        while end < source.len() && continues(source[end]) {
            end += 1;
        }
        let visible = folded.chars.len();
        fold_cluster(&source[start..end], (start, end), &mut folded);
        // What cannot be seen belongs to the character before it.
        if let (true, Some(last)) = (visible == folded.chars.len(), folded.spans.last_mut()) {
            last.1 = end;
        }
        start = end;
    }
    folded
}

/// Whether the character is written onto the one before it: an accent, or the vowel or final
/// consonant of a syllable sent in pieces (as some phones and computers do).
fn continues(character: char) -> bool {
    matches!(character, '\u{1160}'..='\u{11FF}')
        || (!character.is_ascii() && is_combining_mark(character))
}

fn fold_cluster(cluster: &[char], span: (usize, usize), folded: &mut Folded) {
    let mut push = |character: char| {
        if let Some(simple) = simplified(character) {
            for lower in simple.to_lowercase() {
                folded.chars.push(lower);
                folded.spans.push(span);
            }
        }
    };
    match cluster {
        // Syllables, and single consonants such as ㅂ, are already what we compare with.
        [single] if single.is_ascii() || matches!(single, '가'..='힣' | 'ㄱ'..='ㆎ') => {
            push(*single)
        }
        _ => cluster.iter().copied().nfkc().for_each(push),
    }
}

/// The ordinary form of what NFKC leaves apart; nothing for what cannot be seen.
fn simplified(character: char) -> Option<char> {
    Some(match character {
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => return None,
        '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{AD}' | '\u{20E3}' | '\u{34F}' | '\u{180E}' => {
            return None;
        }
        '\u{E0000}'..='\u{E007F}' | '\u{1D173}'..='\u{1D17A}' => return None,
        '‐'..='―' | '−' | 'ㅡ' | '\u{1173}' | '⁃' | '﹣' | 'ー' | '─' | '━' => '-',
        '∼' | '〜' | '～' | '˜' | '∽' => '~',
        '・' | 'ㆍ' | '•' | '∙' | '⋅' | '‧' | '\u{119E}' => '·',
        '‘' | '’' | '`' | '´' | '′' => '\'',
        '“' | '”' | '„' | '″' => '"',
        '〇' | '⓿' => '0',
        '❶'..='❾' => digit(character as u32 - '❶' as u32 + 1),
        '➀'..='➈' => digit(character as u32 - '➀' as u32 + 1),
        '➊'..='➒' => digit(character as u32 - '➊' as u32 + 1),
        '٠'..='٩' => digit(character as u32 - '٠' as u32),
        '०'..='९' => digit(character as u32 - '०' as u32),
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{3164}' | '\u{1160}' | '\u{115F}' => ' ',
        other if other.is_whitespace() || other.is_control() => ' ',
        other => other,
    })
}

/// `value` is below ten at every call.
fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}
