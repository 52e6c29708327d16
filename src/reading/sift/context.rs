//! Numbers that are secrets because of the words beside them.

use super::labels::{Label, Meaning};
use super::numbers::{Joint, Number, Script, State, joint};
use super::{Asked, Kind, Span, card, example};
use crate::reading::lexicon::{begins, holds, past_blanks};

/// How a label and a number stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Distance {
    /// Nothing but particles and small words between them.
    Touching,
    /// A few words apart.
    Near,
    /// In the same message.
    Far,
}

/// A few words: this many characters.
const NEAR: usize = 30;

/// A free number, or several small ones typed apart («4 9 0 7», «602 719»).
struct Candidate {
    first: usize,
    last: usize,
    start: usize,
    end: usize,
    digits: String,
    script: Script,
    /// Whether all its numbers have as many digits: «602 719», not «22 2026».
    even: bool,
}

/// Finds the numbers that labels make secrets, and takes them.
pub(super) fn labelled(
    chars: &[char],
    labels: &[Label],
    numbers: &mut [Number],
    asked: Asked,
) -> Vec<Span> {
    let mut found = card::on_the_card(chars, labels, numbers);
    let mut index = 0;
    while index < numbers.len() {
        let tries = candidates(chars, numbers, index);
        let hit = tries
            .iter()
            .find_map(|candidate| Some((candidate, verdict(chars, labels, candidate, asked)?)));
        match hit {
            Some((candidate, kind)) => {
                numbers[candidate.first..=candidate.last]
                    .iter_mut()
                    .for_each(|number| number.state = State::Taken);
                found.push(Span {
                    kind,
                    start: candidate.start,
                    end: candidate.end,
                });
                index = candidate.last + 1;
            }
            None => index += 1,
        }
    }
    found
}

/// The ways to see a number: together with its neighbours, if they are typed alike, and alone.
fn candidates(chars: &[char], numbers: &[Number], index: usize) -> Vec<Candidate> {
    if !numbers[index].is_free() || numbers[index].glued {
        return Vec::new();
    }
    let mut last = index;
    while let (Some(before), Some(behind)) = (numbers.get(last), numbers.get(last + 1)) {
        let joined = matches!(
            joint(chars, before, behind),
            Some(
                Joint::Blank
                    | Joint::None
                    | Joint::Said
                    | Joint::Mark('-' | '.' | '·' | ',' | '_' | '/' | ':', _)
            )
        );
        if !behind.is_free() || behind.glued || !joined || last - index >= 13 {
            break;
        }
        last += 1;
    }
    let candidate = |last: usize| Candidate {
        first: index,
        last,
        start: numbers[index].start,
        end: numbers[last].end,
        digits: numbers[index..=last]
            .iter()
            .map(|number| number.digits.as_str())
            .collect(),
        script: numbers[index].script,
        even: numbers[index..=last]
            .iter()
            .all(|number| number.length() == numbers[index].length()),
    };
    let mut all = Vec::new();
    if last > index {
        all.push(candidate(last));
    }
    all.push(candidate(index));
    all
}

/// What the labels, or their absence, make of a candidate.
fn verdict(chars: &[char], labels: &[Label], candidate: &Candidate, asked: Asked) -> Option<Kind> {
    let split = labels.partition_point(|label| label.start < candidate.start);
    let before = split.checked_sub(1).map(|index| &labels[index]);
    let behind = labels.get(labels.partition_point(|label| label.start < candidate.end));
    let distance_before = before.map(|label| distance(chars, label.end, candidate.start));
    if invented(chars, candidate) || says_error(chars, candidate, before, distance_before) {
        return None;
    }
    let harmless_near = matches!((before, distance_before), (Some(label), Some(distance))
        if label.meaning == Meaning::Harmless && (distance == Distance::Touching || candidate.start - label.end <= 8));
    if harmless_near {
        return None;
    }
    let plain_date = looks_like_date(&candidate.digits);
    if plain_date && !touched_by_secret(before, distance_before) {
        return None;
    }
    let from_before = looked_through(labels[..split].iter().rev()).find_map(|label| {
        accepts(
            label.meaning,
            (
                distance(chars, label.end, candidate.start),
                candidate.start - label.end,
            ),
            candidate,
            chars,
        )
    });
    if from_before.is_some() {
        return from_before;
    }
    let harmless_behind = behind.is_some_and(|label| {
        label.meaning == Meaning::Harmless && label.start - candidate.end <= 8
    });
    if harmless_behind {
        return None;
    }
    let next = labels.partition_point(|label| label.start < candidate.end);
    looked_through(labels[next..].iter())
        .find_map(|label| {
            accepts(
                label.meaning,
                (
                    distance_behind(chars, candidate.end, label.start),
                    usize::MAX,
                ),
                candidate,
                chars,
            )
        })
        .or_else(|| anywhere(labels, candidate, chars))
        .or_else(|| bare(chars, labels, candidate, asked))
}

/// The nearest labels, as far as one may look past them: «통장 비밀번호», «뒷면 3자리 숫자».
fn looked_through<'a>(
    nearest_first: impl Iterator<Item = &'a Label>,
) -> impl Iterator<Item = &'a Label> {
    let mut open = true;
    nearest_first.take(4).take_while(move |label| {
        let seen = open && label.meaning != Meaning::Harmless;
        open = matches!(
            label.meaning,
            Meaning::Letter
                | Meaning::Date
                | Meaning::Phone
                | Meaning::Account
                | Meaning::Card
                | Meaning::Rrn
        );
        seen
    })
}

/// A made-up value, or one that the sentence forbids.
fn invented(chars: &[char], candidate: &Candidate) -> bool {
    example::is_marked(chars, candidate.start, candidate.end)
        || (example::is_pattern(&candidate.digits) && example::is_forbidden(chars, candidate.end))
}

/// «비밀번호 … 3012 라고 떠요», «3012 오류»: an error, not a password.
fn says_error(
    chars: &[char],
    candidate: &Candidate,
    before: Option<&Label>,
    distance: Option<Distance>,
) -> bool {
    let behind = past_blanks(chars, candidate.end);
    if begins(chars, behind, "오류|에러|번 오류|번 에러|error") {
        return true;
    }
    let password = before.is_some_and(|label| label.meaning == Meaning::Password);
    let touching = distance == Some(Distance::Touching);
    let shown = begins(
        chars,
        behind,
        "라고 떠|라고 뜨|라고 나|이라고 떠|이라고 뜨|이라고 나|떠요|뜨네|뜹니|떴|이 떠|가 떠|이 뜨|가 뜨|라고 뜹",
    );
    password && !touching && shown
}

fn touched_by_secret(before: Option<&Label>, distance: Option<Distance>) -> bool {
    let secret = before.is_some_and(|label| {
        !matches!(
            label.meaning,
            Meaning::Harmless | Meaning::Date | Meaning::Letter | Meaning::Phone
        )
    });
    secret && distance == Some(Distance::Touching)
}

/// Whether six or eight digits read as a day near our time.
pub(super) fn looks_like_date(digits: &str) -> bool {
    let part = |from: usize, to: usize| {
        digits
            .get(from..to)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or(0)
    };
    let month_and_day = |at: usize| {
        (1..=12).contains(&part(at, at + 2)) && (1..=31).contains(&part(at + 2, at + 4))
    };
    match digits.len() {
        6 => (15..=39).contains(&part(0, 2)) && month_and_day(2),
        8 => (1900..2100).contains(&part(0, 4)) && month_and_day(4),
        _ => false,
    }
}

/// Whether a number of these digits at this distance is what the label speaks of.
fn accepts(
    meaning: Meaning,
    (distance, gap): (Distance, usize),
    candidate: &Candidate,
    chars: &[char],
) -> Option<Kind> {
    use Distance::{Far, Near, Touching};
    let length = candidate.digits.len();
    let grouped = candidate.last > candidate.first;
    let code = matches!(
        meaning,
        Meaning::Password | Meaning::Otp | Meaning::Ars | Meaning::Sms | Meaning::Letter
    );
    if code && !candidate.even {
        return None;
    }
    let year = length == 4 && (2010..2040).contains(&candidate.digits.parse::<u32>().unwrap_or(0));
    if candidate.script == Script::Counted && distance != Touching {
        return None;
    }
    match (meaning, distance, length) {
        (Meaning::Password, Touching, 4) => Some(Kind::AccountPassword),
        (Meaning::Password, Touching, 6) | (Meaning::Password, Near | Far, 6) => {
            Some(Kind::CertificatePassword)
        }
        (Meaning::Password, Touching, 5..=12) => Some(Kind::Password),
        (Meaning::Password, Near, 4)
            if !year && !(grouped && length == 4 && candidate.last - candidate.first != 3) =>
        {
            Some(Kind::AccountPassword)
        }
        (Meaning::Password, Near, 5 | 8) => Some(Kind::Password),
        (Meaning::Otp, Touching, 3..=8) | (Meaning::Otp, Near, 6..=8) | (Meaning::Otp, Far, 6) => {
            Some(Kind::Otp)
        }
        (Meaning::Otp, Near, 4 | 5) if !year && !grouped => Some(Kind::Otp),
        (Meaning::Ars, Touching, 2..=8) | (Meaning::Ars, Near, 4..=6) | (Meaning::Ars, Far, 6)
            if !(year && distance != Touching) =>
        {
            Some(Kind::ArsCode)
        }
        (Meaning::Ars, Near, 2) if !grouped && (gap <= 9 || pressed(chars, candidate)) => {
            Some(Kind::ArsCode)
        }
        (Meaning::Sms, Touching, 2..=8) | (Meaning::Sms, Near, 4..=8) | (Meaning::Sms, Far, 6)
            if !(year && distance != Touching) =>
        {
            Some(Kind::SmsCode)
        }
        (Meaning::Sms, Near, 2) if !grouped && pressed(chars, candidate) => Some(Kind::SmsCode),
        (Meaning::Letter, Touching | Near, 6) => Some(Kind::SmsCode),
        (Meaning::Letter, Touching, 2) if pressed(chars, candidate) && !grouped => {
            Some(Kind::SmsCode)
        }
        (Meaning::SecurityCard | Meaning::Positions, Touching, 5..=12) if !grouped => {
            Some(Kind::SecurityCardSerial)
        }
        (Meaning::SecurityCard | Meaning::Positions, Touching | Near, 6..=12) => {
            Some(Kind::SecurityCardSerial)
        }
        (Meaning::Serial, Touching | Near, 3..=14) if !(year && distance == Near) => {
            Some(Kind::SecurityCardSerial)
        }
        (Meaning::Serial, Touching, 2) => Some(Kind::SecurityCardSerial),
        (Meaning::Account, Touching | Near, 9..=16) => Some(Kind::Account),
        (Meaning::Rrn, Touching | Near, 7 | 12..=14) | (Meaning::Rrn, Touching, 6) => {
            Some(Kind::Rrn)
        }
        (Meaning::Arc, Touching | Near, 7 | 12..=14) | (Meaning::Arc, Touching, 6) => {
            Some(Kind::Arc)
        }
        (Meaning::Licence, Touching | Near, 10..=12) => Some(Kind::Licence),
        (Meaning::Passport, Touching | Near, 7..=9) => Some(Kind::Passport),
        (Meaning::Card, Touching | Near, 13..=19) => Some(Kind::Card),
        (Meaning::Cvc, Touching, 3 | 4) | (Meaning::Cvc, Near, 3)
            if !grouped || candidate.last - candidate.first == 2 =>
        {
            Some(Kind::CardCvc)
        }
        _ => None,
    }
}

/// Whether the words beside a two-digit number tell of a code seen, heard or typed.
fn pressed(chars: &[char], candidate: &Candidate) -> bool {
    let near = &chars[candidate.start.saturating_sub(12)..chars.len().min(candidate.end + 14)];
    holds(
        near,
        "눌|누르|입력|화면|나와|나왔|나옴|떠|뜨|떴|불러|부르|말하|들|답장|회신|보냈|적|쳤|두 자리|2자리|두자리|이래|이라|말",
    )
}

/// A label further away, when six digits leave little doubt.
fn anywhere(labels: &[Label], candidate: &Candidate, chars: &[char]) -> Option<Kind> {
    if candidate.digits.len() != 6 || looks_like_date(&candidate.digits) {
        return None;
    }
    labels
        .iter()
        .take(200)
        .find_map(|label| match label.meaning {
            Meaning::Harmless | Meaning::Date | Meaning::Phone | Meaning::Letter => None,
            meaning => accepts(meaning, (Distance::Far, usize::MAX), candidate, chars),
        })
}

/// A number that stands almost alone in its message.
fn bare(chars: &[char], labels: &[Label], candidate: &Candidate, asked: Asked) -> Option<Kind> {
    let wordy = |part: &[char]| part.iter().filter(|c| c.is_alphanumeric()).take(20).count();
    let others = wordy(&chars[..candidate.start]) + wordy(&chars[candidate.end..]);
    let harmless = labels
        .iter()
        .any(|label| matches!(label.meaning, Meaning::Harmless | Meaning::Phone));
    let birthday = labels.iter().any(|label| label.meaning == Meaning::Date);
    let month_and_day = looks_like_date(&format!("20{}", candidate.digits));
    let century = candidate
        .digits
        .get(..2)
        .and_then(|two| two.parse::<u32>().ok())
        .unwrap_or(0);
    let mistyped_date = asked == Asked::Date && (20..=39).contains(&century);
    match candidate.digits.len() {
        6 if candidate.even
            && others
                <= if candidate.first == candidate.last {
                    14
                } else {
                    6
                }
            && !harmless
            && !(birthday && month_and_day)
            && !mistyped_date
            && !candidate.digits.ends_with("000") =>
        {
            Some(Kind::SmsCode)
        }
        7 if others == 0 && !(century == 20 && candidate.digits.as_bytes()[2] <= b'3') => {
            Some(Kind::Rrn)
        }
        _ => None,
    }
}

/// How far a label stands before a number.
fn distance(chars: &[char], from: usize, to: usize) -> Distance {
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
fn distance_behind(chars: &[char], from: usize, to: usize) -> Distance {
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
fn only_small_words(gap: &[char]) -> bool {
    const SMALL: &[&str] = &[
        "이라며|이라고|라며|라고|라는|이라는|에다가|에다|에는|에서|으로|로는|로|은요|는요|은|는|이|가|을|를|에|도|의|란|만|인|고|랑|과|와|요",
        "번호|숫자|두개|개|칸|값|코드|넘버|자릿수|자리|마지막|끝|앞|뒤쪽|뒤|뒷|화면|입력|설정|변경|여섯|일곱|다섯|네|세|두|넉|열|한|뒷면|앞면|부분|안",
        "제|내|저|우리|이거|요거|이게|그거|지금|방금|다시|그냥|아마|현재|오늘|어제|새|옛|예전|원래|전|다음|여기|여기다|기존|정한|바꾼|만든|쓰는|쓰던|찍힌",
        "적힌|적혀|나온|온|왔|뜬|받은|불러준|불러|말한|보낸|써|있는|한거|한|거|것|건|걸|게|데|인데|는데|하고|하면|했|할|거기|보니|보면|쓴|누른|친|넣은",
        "습니다|입니다|이에요|에요|예요|에|왔는데|뜨는데|나왔는데|해서|해|줘|준|주신|달라|칸에|쓰|적|치|맞|요|죠|네|다|지|야|임|음|이구|구|서|니|면|길래",
        "is|are|was|my|the|no|num|number|code|it|this|here|new|old",
        "할머니|어머니|아버지|엄마|아빠|남편|아내|부모님|저희|본인|도착|발송|표시|확인|문자|전화|앱|기기|보안|카드|인증서|인증|금융|계좌|통장|은행|국민|kb",
    ];
    let mut at = 0;
    while at < gap.len() {
        let character = gap[at];
        if !character.is_alphanumeric() {
            at += 1;
            continue;
        }
        if character.is_ascii_digit() && begins(gap, at + 1, "자리|개|번째|글자| 자리") {
            at += 1;
            continue;
        }
        let longest = SMALL
            .iter()
            .flat_map(|row| row.split('|'))
            .filter(|word| begins(gap, at, word))
            .map(|word| word.chars().count())
            .max();
        match longest {
            Some(length) => at += length,
            None => return false,
        }
    }
    true
}
