//! Which numbers a word claims: how many digits, and how near.

use super::Kind;
use super::context::Candidate;
use super::labels::Meaning;
use super::nearness::Distance;
use super::numbers::Script;
use crate::reading::lexicon::holds;

/// Whether a number of these digits at this distance is what the label speaks of.
pub(super) fn accepts(
    meaning: Meaning,
    (distance, gap): (Distance, usize),
    candidate: &Candidate,
    chars: &[char],
) -> Option<Kind> {
    let code = matches!(
        meaning,
        Meaning::Password | Meaning::Otp | Meaning::Ars | Meaning::Sms | Meaning::Letter
    );
    if code && !candidate.even {
        return None;
    }
    if candidate.script == Script::Counted && distance != Distance::Touching {
        return None;
    }
    match meaning {
        Meaning::Password => password(distance, candidate),
        Meaning::Otp | Meaning::Ars | Meaning::Sms | Meaning::Letter => {
            one_time(meaning, distance, gap, candidate, chars)
        }
        Meaning::Harmless | Meaning::Fault | Meaning::Date | Meaning::Phone => None,
        _ => document(meaning, distance, candidate),
    }
}

/// Four digits for an account, six for the certificate; a login password may be longer.
fn password(distance: Distance, candidate: &Candidate) -> Option<Kind> {
    use Distance::{Near, Touching};
    let whole = candidate.last == candidate.first || candidate.last - candidate.first == 3;
    match (distance, candidate.digits.len()) {
        (_, 6) => Some(Kind::CertificatePassword),
        (Touching, 4) => Some(Kind::AccountPassword),
        (Near, 4) if whole && !is_year(candidate) => Some(Kind::AccountPassword),
        (Touching, 5..=12) | (Near, 5 | 8) => Some(Kind::Password),
        _ => None,
    }
}

/// Codes that are good once; those of a telephone call may have two digits.
fn one_time(
    meaning: Meaning,
    distance: Distance,
    gap: usize,
    candidate: &Candidate,
    chars: &[char],
) -> Option<Kind> {
    use Distance::{Near, Touching};
    let kind = match meaning {
        Meaning::Otp => Kind::Otp,
        Meaning::Ars => Kind::ArsCode,
        _ => Kind::SmsCode,
    };
    let alone = candidate.last == candidate.first;
    let told = || alone && pressed(chars, candidate);
    let fits = match (meaning, distance, candidate.digits.len()) {
        (Meaning::Letter, Touching | Near, 6) => true,
        (Meaning::Letter, Touching, 2) => told(),
        (Meaning::Letter, ..) => false,
        (_, _, 6)
        | (Meaning::Otp, Touching, 3..=8)
        | (Meaning::Ars | Meaning::Sms, Touching, 2..=8) => true,
        (Meaning::Otp, Near, 4 | 5) => alone && !is_year(candidate),
        (Meaning::Otp | Meaning::Sms, Near, 7 | 8) => true,
        (Meaning::Ars | Meaning::Sms, Near, 4 | 5) => !is_year(candidate),
        (Meaning::Ars, Near, 2) => told() || (alone && gap <= 9),
        (Meaning::Sms, Near, 2) => told(),
        _ => false,
    };
    fits.then_some(kind)
}

/// Numbers printed on cards and papers.
fn document(meaning: Meaning, distance: Distance, candidate: &Candidate) -> Option<Kind> {
    use Distance::{Far, Near, Touching};
    let groups = candidate.last - candidate.first + 1;
    Some(match (meaning, distance, candidate.digits.len()) {
        (_, Far, _) => return None,
        (Meaning::SecurityCard | Meaning::Positions, Touching, 5) if groups == 1 => {
            Kind::SecurityCardSerial
        }
        (Meaning::SecurityCard | Meaning::Positions, _, 6..=12) => Kind::SecurityCardSerial,
        (Meaning::Serial, Near, 4) if is_year(candidate) => return None,
        (Meaning::Serial, _, 3..=14) | (Meaning::Serial, Touching, 2) => Kind::SecurityCardSerial,
        (Meaning::Account, _, 9..=16) => Kind::Account,
        (Meaning::Rrn, _, 7 | 12..=14) | (Meaning::Rrn, Touching, 6) => Kind::Rrn,
        (Meaning::Arc, _, 7 | 12..=14) | (Meaning::Arc, Touching, 6) => Kind::Arc,
        (Meaning::Licence, _, 10..=12) => Kind::Licence,
        (Meaning::Passport, _, 7..=9) => Kind::Passport,
        (Meaning::Card, _, 13..=19) => Kind::Card,
        (Meaning::Cvc, Touching, 3 | 4) | (Meaning::Cvc, Near, 3) if matches!(groups, 1 | 3) => {
            Kind::CardCvc
        }
        _ => return None,
    })
}

/// Four digits that may be a year near our time.
fn is_year(candidate: &Candidate) -> bool {
    let value = candidate.digits.parse::<u32>().unwrap_or(0);
    candidate.digits.len() == 4 && (2010..2040).contains(&value)
}

/// Whether the words beside a two-digit number tell of a code seen, heard or typed.
fn pressed(chars: &[char], candidate: &Candidate) -> bool {
    let near = &chars[candidate.start.saturating_sub(12)..chars.len().min(candidate.end + 14)];
    holds(
        near,
        "눌|누르|입력|화면|나와|나왔|나옴|떠|뜨|떴|불러|부르|말하|들|답장|회신|보냈|적|쳤|두 자리|2자리|두자리|이래|이라|말",
    )
}
