//! Secrets with letters in them: login passwords and passport numbers.

use super::innocent;
use super::labels::{Label, Meaning};
use super::numbers::{Number, State};
use super::{Kind, Span, example};
use crate::reading::lexicon::{begins, ends, holds, past_blanks};

/// Finds passport numbers and login passwords.
pub(super) fn worded(chars: &[char], labels: &[Label], numbers: &mut [Number]) -> Vec<Span> {
    let addresses = innocent::addresses(chars);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let run = chars[at..]
            .iter()
            .take_while(|c| c.is_ascii_graphic())
            .count();
        if run == 0 {
            at += 1;
            continue;
        }
        let in_address = addresses.binary_search_by_key(&at, |(start, _)| *start).is_ok();
        if !in_address {
            let (spans, from) = passports(chars, at, at + run, labels);
            if spans.is_empty() {
                found.extend(password(chars, from, at + run, labels, numbers));
            }
            found.extend(spans);
        }
        at += run;
    }
    found.extend(spaced_passports(chars, labels, numbers));
    found.extend(
        numbers
            .iter()
            .filter_map(|number| hangul_password(chars, labels, number)),
    );
    for span in &found {
        let first = numbers.partition_point(|number| number.start < span.start);
        let inside = numbers[first..].iter_mut().take_while(|number| number.end <= span.end);
        inside.for_each(|number| number.state = State::Taken);
    }
    found
}

/// Passport numbers inside a run of Latin characters, and where the run begins once a label
/// written together with it («pw:…») is left out.
fn passports(chars: &[char], start: usize, end: usize, labels: &[Label]) -> (Vec<Span>, usize) {
    let mut spans = Vec::new();
    let mut at = start;
    while at < end {
        let word = chars[at..end]
            .iter()
            .take_while(|c| c.is_ascii_alphanumeric())
            .count();
        if word > 0 {
            let token: String = chars[at..at + word].iter().collect();
            let labelled = nearest(labels, at, at + word, 30) == Some(Meaning::Passport);
            let harmless = before(labels, at)
                .is_some_and(|label| label.meaning == Meaning::Harmless && at - label.end <= 10);
            if is_passport(&token, labelled)
                && !harmless
                && !example::is_marked(chars, at, at + word)
            {
                spans.push(Span {
                    kind: Kind::Passport,
                    start: at,
                    end: at + word,
                });
            }
        }
        at += word.max(1);
    }
    let label = labels
        .iter()
        .filter(|label| label.start >= start && label.end < end)
        .last();
    (spans, label.map_or(start, |label| label.end))
}

/// A letter and eight digits, or a letter, three digits, a letter and four; with the word for a
/// passport beside it also looser forms.
fn is_passport(token: &str, labelled: bool) -> bool {
    let bytes = token.as_bytes();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let old = bytes.len() == 9
        && matches!(bytes[0], b'm' | b's' | b'r' | b'g' | b'd' | b'p')
        && digits == 8;
    let new = bytes.len() == 9
        && matches!(bytes[0], b'm' | b's' | b'r' | b'g' | b'd')
        && digits == 7
        && bytes[4].is_ascii_alphabetic();
    let loose = labelled
        && (8..=10).contains(&bytes.len())
        && bytes[0].is_ascii_alphabetic()
        && digits >= 5;
    old || new || loose
}

/// «M 8765 4321», «M-87654321», «여권 m 팔칠육오…»: a letter, then eight digits apart from it.
fn spaced_passports(chars: &[char], labels: &[Label], numbers: &[Number]) -> Vec<Span> {
    let mut spans = Vec::new();
    for (index, number) in numbers.iter().enumerate() {
        let mut at = number.start;
        while at > 0 && matches!(chars[at - 1], ' ' | '-') && number.start - at < 3 {
            at -= 1;
        }
        let letters = chars[..at]
            .iter()
            .rev()
            .take(3)
            .take_while(|c| c.is_ascii_alphabetic())
            .count();
        let (mut digits, mut end) = (number.length(), number.end);
        for next in numbers.iter().skip(index + 1).take(8) {
            if next.start - end > 1 || digits >= 8 {
                break;
            }
            digits += next.length();
            end = next.end;
        }
        let labelled = nearest(labels, at, end, 30) == Some(Meaning::Passport);
        if (1..=2).contains(&letters) && labelled && (7..=8).contains(&digits) {
            spans.push(Span {
                kind: Kind::Passport,
                start: at - letters,
                end,
            });
        }
    }
    spans
}

/// A login password: a run of Latin characters beside a word for a password.
fn password(
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
    let signs = token.iter().filter(|c| c.is_ascii_punctuation()).count();
    let known_secret = numbers
        .iter()
        .any(|number| number.state != State::Free && number.start < end && number.end > start);
    if !letters || known_secret {
        return None;
    }
    let before = labels[..labels.partition_point(|label| label.end <= start)]
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
    let mixed = (digits || signs > 0) && !error;
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
        (Some(Meaning::Harmless), Some(gap)) if touches(gap) => None,
        _ => {
            let behind = labels.get(labels.partition_point(|label| label.start < end))?;
            let close = behind.start - end <= 12 && behind.meaning == Meaning::Password;
            (close && mixed && is_strong(token)).then_some(())?;
            span
        }
    }
}

/// A password of a Korean word and digits: «비번은 바다소년77».
fn hangul_password(chars: &[char], labels: &[Label], number: &Number) -> Option<Span> {
    let label = before(labels, number.start).filter(|label| label.meaning == Meaning::Password)?;
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
    let signs = token
        .iter()
        .filter(|c| matches!(c, '!' | '@' | '#' | '$' | '%' | '^' | '&' | '_' | '~' | '+'))
        .count();
    token.len() >= 6 && ((letters >= 2 && digits >= 1) || (letters >= 2 && signs >= 1))
}

/// Names of devices, systems, programs and errors that only look like passwords.
fn is_known_name(token: &[char]) -> bool {
    const NAMES: &str = "iphone|ipad|ios|galaxy|android|windows|win1|win7|chrome|kb|otp|sms|ars|usb|lte|wifi|wi-fi|err|error|http|www|app|e-mail|email|id/pw|id/|sm-|q&a|and/or|covid|mp3|pdf|jpg|png|qr|pin|pw|cvc|mac|safari|telegram|kakao|naver|google|samsung|s24|s23|s22|s25|note|fold|flip|a-z|abc|n/a|f12|ctrl|alt|ssl|tls|tcp|null|undefined|step|ver|v1|v2|v3|v4|v5|v6|v7|v8|v9";
    let version = token.iter().filter(|c| **c == '.').count() >= 1
        && token.iter().filter(|c| c.is_ascii_alphabetic()).count() <= 1;
    let no_more_letters = |at: usize| {
        !token[at.min(token.len())..]
            .iter()
            .any(char::is_ascii_alphabetic)
    };
    let named = NAMES
        .split('|')
        .any(|name| begins(token, 0, name) && no_more_letters(name.len()))
        || begins(token, 0, "err_|error_|sm-|iphone|galaxy|http");
    let code = token.len() <= 7
        && token[0].is_ascii_alphabetic()
        && token[1..].iter().all(char::is_ascii_digit)
        && token.len() <= 5;
    version || named || code || ends(token, token.len(), ".exe|.apk|.pdf|.jpg|.png")
}

/// Words of everyday English and of banking; a password of letters alone may not be one of them.
fn is_common_word(token: &[char]) -> bool {
    const WORDS: &str = "error|reset|change|forgot|forget|login|logout|wrong|help|please|that|this|what|when|where|which|with|from|have|does|need|needed|required|invalid|incorrect|expired|lost|same|different|number|code|field|input|enter|correct|password|passcode|account|certificate|bank|kookmin|star|banking|mobile|phone|card|security|token|digits|digit|letters|used|using|again|found|find|missing|empty|fail|failed|locked|lock|okay|thanks|thank|sorry|hello|change|changed|create|setup|work|working|works|ready|safe|easy|hard|long|short|time|times|only|also|more|less|must|should|would|could|screen|page|button|next|back|done|start|stop|cannot|not|the|and|for|you|your|are|is|was|will|can|asked|asking|stuck|unknown|blank|null|none|null|caps|shift|english|korean|hangul|on/off|yes/no";
    let word: String = token.iter().collect();
    WORDS.split('|').any(|common| common == word)
}

fn before(labels: &[Label], at: usize) -> Option<&Label> {
    labels
        .partition_point(|label| label.end <= at)
        .checked_sub(1)
        .map(|index| &labels[index])
}

/// The meaning of a passport label near the range, or of the nearest label before it.
fn nearest(labels: &[Label], start: usize, end: usize, reach: usize) -> Option<Meaning> {
    let near = |label: &&Label| {
        label.end <= start && start - label.end <= reach
            || label.start >= end && label.start - end <= reach
    };
    labels
        .iter()
        .filter(near)
        .map(|label| label.meaning)
        .find(|meaning| *meaning == Meaning::Passport)
}
