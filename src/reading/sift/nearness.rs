//! How near a word and a number stand to each other.

use std::sync::LazyLock;

use crate::reading::lexicon::{Lexicon, begins};

/// How a label and a number stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Distance {
    /// Nothing but particles and small words between them.
    Touching,
    /// A few words apart.
    Near,
    /// In the same message.
    Far,
}

/// A few words: this many characters.
const NEAR: usize = 30;

/// How far a label stands before a number.
pub(super) fn distance(chars: &[char], from: usize, to: usize) -> Distance {
    let gap = chars.get(from..to).unwrap_or(&[]);
    if gap.len() <= 26 && only_small_words(gap) {
        Distance::Touching
    } else if gap.len() <= NEAR {
        Distance::Near
    } else {
        Distance::Far
    }
}

/// How far a label stands behind a number. Behind, a label speaks of the number only through
/// a few words; it never touches.
pub(super) fn distance_behind(chars: &[char], from: usize, to: usize) -> Distance {
    let gap = chars.get(from..to).unwrap_or(&[]);
    if gap.len() <= 14 && only_small_words(gap) {
        Distance::Touching
    } else if gap.len() <= 24 {
        Distance::Near
    } else {
        Distance::Far
    }
}

/// Whether a gap is made of particles, marks and words like «칸에는», «여섯 자리».
pub(super) fn only_small_words(gap: &[char]) -> bool {
    let mut at = 0;
    while at < gap.len() {
        let counted = gap[at].is_ascii_digit() && begins(gap, at + 1, "자리|개|번째|글자| 자리");
        if !gap[at].is_alphanumeric() || counted {
            at += 1;
            continue;
        }
        match SMALL_WORDS.longest(gap, at) {
            Some(((), end)) => at = end,
            None => return false,
        }
    }
    true
}

static SMALL_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "이라며|이라고|라며|라고|라는|이라는|에다가|에다|에는|에서|으로|로는|로|으론|은요|는요|은|는|이|가|을|를|에|도|의|란|만|인|고|랑|과|와|요",
            (),
        ),
        (
            "번호|숫자|두개|개|칸|값|코드|넘버|자릿수|자리|마지막|끝|앞|뒤쪽|뒤|뒷|화면|입력|설정|변경|여섯|일곱|다섯|네|세|두|넉|열|한|뒷면|앞면|부분|안",
            (),
        ),
        (
            "제|내|저|우리|이거|요거|이게|그거|지금|방금|다시|그냥|아마|현재|오늘|어제|새|옛|예전|원래|전|다음|여기|여기다|기존|정한|바꾼|만든|쓰는|쓰던|찍힌",
            (),
        ),
        (
            "적힌|적혀|나온|온|왔|뜬|받은|불러준|불러|말한|보낸|써|있는|한거|한|거|것|건|걸|게|데|인데|는데|하고|하면|했|할|거기|보니|보면|쓴|누른|친|넣은",
            (),
        ),
        (
            "습니다|입니다|이에요|에요|예요|왔는데|뜨는데|나왔는데|해서|해|줘|준|주신|달라|칸에|쓰|적|치|맞|죠|다|지|야|임|음|이구|구|서|니|면|길래",
            (),
        ),
        (
            "is|are|was|my|the|no|num|number|code|it|this|here|new|old",
            (),
        ),
        (
            "할머니|어머니|아버지|엄마|아빠|남편|아내|부모님|저희|본인|도착|발송|표시|확인|문자|전화|앱|기기|보안|카드|인증서|인증|금융|계좌|통장|은행|국민|kb",
            (),
        ),
    ])
});
