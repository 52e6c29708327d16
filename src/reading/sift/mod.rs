//! Is there a secret in what was typed? Asked before anything logs, stores or echoes the text.
//!
//! [`sift`] is the only way from typed text to [`SafeText`].

mod address;
mod card;
mod claims;
mod context;
mod doubt;
mod example;
mod identity;
mod innocent;
mod labels;
mod moment;
mod money;
mod nearness;
mod numbers;
mod passport;
mod password;
mod phone;
mod shape;
mod spoken;
mod token;
mod vocabulary;

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use super::fold::fold;

/// What the bot has just asked. It changes what bare digits mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// No date: six digits alone may well be a code or a password.
    Nothing,
    /// A date: digits alone that can be read as one are a date.
    Date,
}

/// Text without a secret and without a telephone number. Nothing but [`sift`] makes one.
#[derive(Clone, PartialEq, Eq)]
pub struct SafeText(String);

impl SafeText {
    /// The text as typed, telephone numbers replaced by `***`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text with compatibility characters (full-width digits and the like) made ordinary (NFKC).
    pub fn normalized(&self) -> String {
        self.0.nfkc().collect()
    }
}

/// Prints nothing of the text: even safe words of a person do not belong in a log.
impl fmt::Debug for SafeText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SafeText")
    }
}

/// What came of sifting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sifted {
    /// Nothing secret was found; telephone numbers are masked.
    Safe(SafeText),
    /// At least one secret was found. The value is not kept, only what it was.
    Secret(SecretKinds),
}

/// The kinds of secret found in one message, in the order of the text, each once, never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretKinds(Vec<Kind>);

impl SecretKinds {
    /// The kinds, each once.
    pub fn as_slice(&self) -> &[Kind] {
        &self.0
    }
}

/// What a number or word in a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 주민등록번호, whole or its last seven digits.
    Rrn,
    /// 외국인등록번호 or 거소신고번호.
    Arc,
    /// Card number.
    Card,
    /// The three digits on the back of a card.
    CardCvc,
    /// Bank account number.
    Account,
    /// Password of an account (four digits).
    AccountPassword,
    /// Password of the 금융인증서 (six digits).
    CertificatePassword,
    /// Login password.
    Password,
    /// One-time password of an OTP device.
    Otp,
    /// 승인번호 of an ARS call.
    ArsCode,
    /// 인증번호 of a text message.
    SmsCode,
    /// A number standing on the security card.
    SecurityCard,
    /// Serial number of the security card, or part of it.
    SecurityCardSerial,
    /// 여권번호.
    Passport,
    /// 운전면허번호.
    Licence,
    /// A telephone number: masked silently, no reason for a warning.
    Phone,
}

impl Kind {
    /// Whether a message with this in it is deleted and its sender warned.
    pub fn is_secret(self) -> bool {
        self != Kind::Phone
    }
}

/// One stretch of the text that must not be kept, in code points of the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Index of its first code point.
    pub start: usize,
    /// Index behind its last code point.
    pub end: usize,
}

/// Looks for secrets, and lets the text through only if there is none.
pub fn sift(text: &str, asked: Asked) -> Sifted {
    let findings = findings(text, asked);
    let mut kinds: Vec<Kind> = Vec::new();
    for finding in &findings {
        if finding.kind.is_secret() && !kinds.contains(&finding.kind) {
            kinds.push(finding.kind);
        }
    }
    if !kinds.is_empty() {
        return Sifted::Secret(SecretKinds(kinds));
    }
    Sifted::Safe(SafeText(masked(text, &findings)))
}

/// Everything in the text that must not be kept, in order, without overlaps.
pub fn findings(text: &str, asked: Asked) -> Vec<Finding> {
    let folded = fold(text);
    let chars = folded.chars.as_slice();
    let labels = labels::labels(chars);
    let mut numbers = numbers::numbers(chars, &labels);
    innocent::mark_certain(chars, &labels, &mut numbers);
    let mut spans = shape::shaped(chars, &labels, &mut numbers);
    spans.extend(token::worded(chars, &labels, &mut numbers));
    innocent::mark_likely(chars, &labels, &mut numbers);
    spans.extend(context::labelled(chars, &labels, &mut numbers, asked));
    merged(chars, &folded.spans, &labels, spans)
}

/// Spans of the folded text as findings in the original: in order, none touching another.
fn merged(
    chars: &[char],
    places: &[(usize, usize)],
    labels: &[labels::Label],
    mut spans: Vec<Span>,
) -> Vec<Finding> {
    for span in &mut spans {
        widen(chars, labels, span);
    }
    spans.sort_by_key(|span| (span.start, span.end));
    let mut findings: Vec<Finding> = Vec::new();
    for span in spans {
        let (Some(first), Some(last)) = (places.get(span.start), places.get(span.end - 1)) else {
            continue;
        };
        match findings.last_mut() {
            Some(before) if before.end > first.0 => {
                before.end = before.end.max(last.1);
                if before.kind == Kind::Phone {
                    before.kind = span.kind;
                }
            }
            Some(_) | None => findings.push(Finding {
                kind: span.kind,
                start: first.0,
                end: last.1,
            }),
        }
    }
    findings
}

/// A password goes as far as its word goes: «나비1234!».
fn widen(chars: &[char], labels: &[labels::Label], span: &mut Span) {
    if span.kind == Kind::Phone && span.start > 0 && matches!(chars[span.start - 1], '+' | '(') {
        span.start -= 1;
    }
    if !matches!(
        span.kind,
        Kind::Password | Kind::AccountPassword | Kind::CertificatePassword
    ) {
        return;
    }
    let floor = labels::before(labels, span.start)
        .last()
        .map_or(0, |label| label.end);
    let ceiling = labels::behind(labels, span.end)
        .first()
        .map_or(chars.len(), |label| label.start);
    while span.start > floor && !matches!(chars[span.start - 1], ' ' | '\n' | ':' | '=') {
        span.start -= 1;
    }
    while span.end < ceiling && chars[span.end].is_ascii_graphic() {
        span.end += 1;
    }
}

/// A stretch of the folded text that must not be kept.
#[derive(Clone, Copy, Debug)]
struct Span {
    kind: Kind,
    start: usize,
    end: usize,
}

/// The text with every finding replaced by `***`.
fn masked(text: &str, findings: &[Finding]) -> String {
    if findings.is_empty() {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = findings.iter().peekable();
    for (index, character) in text.chars().enumerate() {
        while rest.next_if(|finding| finding.end <= index).is_some() {}
        match rest.peek() {
            Some(finding) if finding.start == index => kept.push_str("***"),
            Some(finding) if finding.start < index => {}
            Some(_) | None => kept.push(character),
        }
    }
    kept
}
