//! Login passwords: words of Latin letters, digits and signs, or of Hangul and digits.

use super::labels::{self, Label, Meaning};
use super::numbers::{Number, State};
use super::{Kind, Span, example};
use crate::reading::lexicon::{begins, ends, holds, past_blanks};

/// A login password: a run of Latin characters beside a word for a password.
pub(super) fn password(
    chars: &[char],
    start: usize,
    end: usize,
    labels: &[Label],
    numbers: &[Number],
) -> Option<Span> {
    let (start, end) = bare(chars, start, end);
    let token = chars.get(start..end)?;
    if token.len() < 4
        || example::is_marked(chars, start, end)
        || is_known_name(token)
        || token.contains(&'*')
    {
        return None;
    }
    let letters = token.iter().any(char::is_ascii_alphabetic);
    let digits = token.iter().any(char::is_ascii_digit);
    let first = numbers.partition_point(|number| number.end <= start);
    let known_secret = numbers[first..]
        .iter()
        .take_while(|number| number.start < end)
        .any(|number| number.state != State::Free);
    if !letters || known_secret {
        return None;
    }
    let before = labels::before(labels, start)
        .iter()
        .rev()
        .take(3)
        .find(|label| label.meaning != Meaning::Letter)
        .filter(|label| start - label.end <= 30);
    let gap = before.map(|label| &chars[label.end..start]);
    let error = begins(
        chars,
        past_blanks(chars, end),
        "오류|에러|error|라고 떠|라고 뜨|뜨|떠|떴|코드",
    );
    let mixed = (digits || has_inner_sign(token)) && !error;
    let span = Some(Span {
        kind: Kind::Password,
        start,
        end,
    });
    match (before.map(|label| label.meaning), gap) {
        (Some(Meaning::Password), Some(gap)) if mixed && (touches(gap) || is_strong(token)) => span,
        (Some(Meaning::Password), Some(gap))
            if !error && touches(gap) && says_value(gap, chars, end) && !is_common_word(token) =>
        {
            span
        }
        (Some(Meaning::Harmless | Meaning::Fault), Some(gap)) if touches(gap) => None,
        _ => {
            let behind = labels::behind(labels, end).first()?;
            let close = behind.start - end <= 12 && behind.meaning == Meaning::Password;
            (close && mixed && is_strong(token)).then_some(())?;
            span
        }
    }
}

/// A password of a Korean word and digits: «비번은 바다소년77».
pub(super) fn hangul_password(chars: &[char], labels: &[Label], number: &Number) -> Option<Span> {
    let label = labels::before(labels, number.start)
        .last()
        .filter(|label| label.meaning == Meaning::Password)?;
    let gap = chars
        .get(label.end..number.start)
        .filter(|gap| gap.len() <= 16)?;
    let named = begins(gap, 0, "은 |는 |: |:|=|= |은:|는:");
    let word = gap
        .iter()
        .rev()
        .take_while(|c| matches!(c, '가'..='힣'))
        .count();
    let before_word: String = gap[..gap.len() - word]
        .iter()
        .filter(|c| !matches!(c, ' ' | ':' | '='))
        .collect();
    let told = says_value(gap, chars, number.end);
    let fits = named
        && told
        && word >= 2
        && matches!(before_word.as_str(), "" | "은" | "는")
        && number.is_free()
        && number.length() >= 2;
    fits.then_some(Span {
        kind: Kind::Password,
        start: number.start - word,
        end: number.end,
    })
}

/// The run without the quotes, brackets and full stops round it.
fn bare(chars: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    while start < end
        && matches!(
            chars[start],
            '(' | '[' | '{' | '<' | '"' | '\'' | ':' | '=' | ',' | '.' | '-' | '>' | '/'
        )
    {
        start += 1;
    }
    while end > start
        && matches!(
            chars[end - 1],
            ')' | ']' | '}' | '>' | '"' | '\'' | ',' | '.' | '?' | ':' | ';'
        )
    {
        end -= 1;
    }
    (start, end)
}

/// Whether nothing but particles and small words stands between the label and the password.
fn touches(gap: &[char]) -> bool {
    let text: String = gap.iter().filter(|c| c.is_alphanumeric()).collect();
    const SMALL: [&str; 36] = [
        "",
        "는",
        "은",
        "가",
        "이",
        "를",
        "을",
        "로",
        "에",
        "도",
        "란",
        "는요",
        "is",
        "was",
        "번호",
        "번호는",
        "칸에",
        "에는",
        "를요",
        "이라고",
        "라고",
        "입력",
        "칸에는",
        "그냥",
        "는그냥",
        "은그냥",
        "는아마",
        "은아마",
        "는제가",
        "은제가",
        "는내",
        "을내가",
        "는이거",
        "은이거",
        "이게",
        "가이게",
    ];
    SMALL.contains(&text.as_str())
}

/// Whether the sentence gives the word as a value: «비번은 qwerty 입니다», «pw: qwerty».
fn says_value(gap: &[char], chars: &[char], end: usize) -> bool {
    let named = gap.iter().any(|c| matches!(c, ':' | '=')) || holds(gap, "은|는|is|이|가|로");
    let behind = past_blanks(chars, end);
    let told = behind >= chars.len()
        || begins(
            chars,
            behind,
            "입니다|이에요|예요|에요|이요|이고|고|인데|임|이야|야|로|으로|.|,|맞|!|\n|라고|이라고|했|라서|라",
        );
    let stated = begins(chars, behind, "입니다|이에요|예요|에요|이요|이야|임");
    stated || (named && told)
}

/// Letters and digits mixed, long enough to be no name of a thing.
fn is_strong(token: &[char]) -> bool {
    let letters = token.iter().filter(|c| c.is_ascii_alphabetic()).count();
    let digits = token.iter().filter(|c| c.is_ascii_digit()).count();
    token.len() >= 6 && letters >= 2 && (digits >= 1 || has_inner_sign(token))
}

/// Whether a sign stands inside the word, as it does in passwords: «lucky#seven», not «Done!».
fn has_inner_sign(token: &[char]) -> bool {
    let end = token
        .iter()
        .rposition(char::is_ascii_alphanumeric)
        .unwrap_or(0);
    let is_sign = |c: &char| {
        matches!(
            c,
            '!' | '@' | '#' | '$' | '%' | '^' | '&' | '*' | '_' | '+' | '=' | '~'
        )
    };
    token[..end].iter().any(is_sign)
}

/// Names of devices, systems, programs and errors that only look like passwords.
fn is_known_name(token: &[char]) -> bool {
    const NAMES: &str = "iphone|ipad|ios|galaxy|android|windows|win1|win7|chrome|kb|otp|sms|ars|usb|lte|wifi|wi-fi|err|error|http|www|app|e-mail|email|id/pw|id/|sm-|q&a|and/or|covid|mp3|pdf|jpg|png|qr|pin|pw|cvc|mac|safari|telegram|kakao|naver|google|samsung|s24|s23|s22|s25|note|fold|flip|a-z|abc|n/a|f12|ctrl|alt|ssl|tls|tcp|null|undefined|step|ver|v1|v2|v3|v4|v5|v6|v7|v8|v9";
    let version = token.iter().filter(|c| **c == '.').count() >= 1
        && token.iter().filter(|c| c.is_ascii_alphabetic()).count() <= 1;
    // «ios18.2» and «note20» are names, «kb2024!» may be a password.
    let numbered = |name: &str| {
        let rest = token.get(name.len()..).unwrap_or(&[]);
        let numeric = rest
            .iter()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | ','));
        numeric && (rest.len() <= 3 || rest.contains(&'.'))
    };
    let named = NAMES
        .split('|')
        .any(|name| begins(token, 0, name) && numbered(name))
        || begins(token, 0, "err_|error_|sm-|iphone|galaxy|http");
    let count = token.iter().take_while(|c| c.is_ascii_digit()).count();
    let counted = count > 0
        && token.get(count) == Some(&'-')
        && token[count..]
            .iter()
            .all(|c| *c == '-' || c.is_ascii_alphabetic());
    let code = token.len() <= 7
        && token[0].is_ascii_alphabetic()
        && token[1..].iter().all(char::is_ascii_digit)
        && token.len() <= 5;
    version || named || counted || code || ends(token, token.len(), ".exe|.apk|.pdf|.jpg|.png")
}

/// Words of everyday English and of banking; a password of letters alone may not be one of them.
fn is_common_word(token: &[char]) -> bool {
    const WORDS: &str = "error|reset|change|forgot|forget|login|logout|wrong|help|please|that|this|what|when|where|which|with|from|have|does|need|needed|required|invalid|incorrect|expired|lost|same|different|number|code|field|input|enter|correct|password|passcode|account|certificate|bank|kookmin|star|banking|mobile|phone|card|security|token|digits|digit|letters|used|using|again|found|find|missing|empty|fail|failed|locked|lock|okay|thanks|thank|sorry|hello|change|changed|create|setup|work|working|works|ready|safe|easy|hard|long|short|time|times|only|also|more|less|must|should|would|could|screen|page|button|next|back|done|start|stop|cannot|not|the|and|for|you|your|are|is|was|will|can|asked|asking|stuck|unknown|blank|null|none|null|caps|shift|english|korean|hangul|on/off|yes/no";
    let word: String = token.iter().collect();
    WORDS.split('|').any(|common| common == word)
}
