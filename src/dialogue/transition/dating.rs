//! Entering a date: typed or picked, confirmed, agreed to, kept.

use chrono::{DateTime, Months, NaiveDate, Utc};

use crate::dialogue::certificate::CertificateId;
use crate::dialogue::effect::Toast;
use crate::dialogue::press::Dating;
use crate::dialogue::reminder;
use crate::dialogue::state::{Asking, DateTalk, Dialogue, Remark, Shown, State, Unclear, Walk};
use crate::reading::date::{self, DateReading, Field, WhyNot};
use crate::reading::sift::SafeText;

/// The two periods of validity that are told of: the article's two years, the public record's three (F1).
pub const TERMS_YEARS: [u32; 2] = [2, 3];

/// The end of a walk that yields a new date.
pub fn ask_at_end(dialogue: &mut Dialogue, walk: Walk) {
    let known = walk
        .certificate
        .filter(|id| dialogue.certificates.find(*id).is_some());
    let at = if known.is_none() && !dialogue.certificates.is_empty() {
        Asking::Whose
    } else {
        ask(false)
    };
    dialogue.state = State::Dating(DateTalk {
        certificate: known,
        walk: Some(walk),
        at,
    });
}

/// A new date for a certificate that is known.
pub fn ask_for(dialogue: &mut Dialogue, certificate: CertificateId) {
    dialogue.state = State::Dating(DateTalk {
        certificate: Some(certificate),
        walk: None,
        at: ask(false),
    });
}

pub fn date(dialogue: &mut Dialogue, press: Dating, now: DateTime<Utc>) -> Option<Toast> {
    let State::Dating(talk) = dialogue.state else {
        return None;
    };
    let issue = talk.at.is_about_issue();
    let at = match press {
        Dating::For(certificate) => return for_whom(dialogue, talk, certificate),
        Dating::Ask { issue } => ask(issue),
        Dating::Where => Asking::Where,
        Dating::Years => Asking::Year { issue },
        Dating::Year(year) => Asking::Month { issue, year },
        Dating::Month(year, month) => Asking::Day { issue, year, month },
        Dating::Mean(date) => meant(date, issue),
        Dating::Save(date) | Dating::Agree(date) => {
            if dialogue.settings.consented_at.is_none() && press == Dating::Save(date) {
                Asking::Consent(date)
            } else {
                dialogue.settings.consented_at.get_or_insert(now);
                return keep(dialogue, talk, date, now);
            }
        }
        Dating::Decline => return decline(dialogue, talk),
    };
    dialogue.state = State::Dating(DateTalk { at, ..talk });
    None
}

/// Reads typed words as the date that was asked for.
pub fn read(dialogue: &mut Dialogue, talk: DateTalk, text: &SafeText, now: DateTime<Utc>) {
    let issue = talk.at.is_about_issue();
    let field = if issue { Field::Issue } else { Field::Expiry };
    let today = dialogue.settings.today(now);
    let at = match date::read(text.as_str(), field, today) {
        DateReading::One(date) => meant(date, issue),
        DateReading::Either(earlier, later) => Asking::Either {
            issue,
            dates: [earlier, later],
        },
        DateReading::Not(why) => Asking::Date {
            issue,
            unclear: Some(unclear(why)),
        },
    };
    dialogue.state = State::Dating(DateTalk { at, ..talk });
}

/// The expiry date after so many years: the same calendar day, 29 February → 28 February.
pub fn after_years(issued_on: NaiveDate, years: u32) -> NaiveDate {
    issued_on
        .checked_add_months(Months::new(years * 12))
        .unwrap_or(issued_on)
}

fn ask(issue: bool) -> Asking {
    Asking::Date {
        issue,
        unclear: None,
    }
}

fn meant(date: NaiveDate, issue: bool) -> Asking {
    if issue {
        Asking::Term { issued_on: date }
    } else {
        Asking::Confirm(date)
    }
}

fn for_whom(
    dialogue: &mut Dialogue,
    talk: DateTalk,
    certificate: Option<CertificateId>,
) -> Option<Toast> {
    if certificate.is_none() && dialogue.certificates.is_full() {
        dialogue.remark = Some(Remark::CertificatesFull);
        return Some(Toast::Full);
    }
    dialogue.state = State::Dating(DateTalk {
        certificate,
        at: ask(false),
        ..talk
    });
    None
}

/// Keeps the date. What has passed already counts as told now: the screen says so at once.
fn keep(
    dialogue: &mut Dialogue,
    talk: DateTalk,
    expires_on: NaiveDate,
    now: DateTime<Utc>,
) -> Option<Toast> {
    let today = dialogue.settings.today(now);
    let told = reminder::on_entry(expires_on, &dialogue.settings, now);
    let known = talk
        .certificate
        .and_then(|id| dialogue.certificates.find_mut(id));
    let certificate = match known {
        Some(certificate) => {
            certificate.renew(expires_on, today);
            certificate
        }
        None => match dialogue.certificates.add(expires_on, today) {
            Some(certificate) => certificate,
            None => {
                dialogue.state = State::Certificates(Shown::List);
                dialogue.remark = Some(Remark::CertificatesFull);
                return Some(Toast::Full);
            }
        },
    };
    certificate.told = told;
    let id = certificate.id;
    if talk.walk.is_some() {
        dialogue.bookmark = None;
    }
    dialogue.remark = told.map(Remark::Told);
    dialogue.state = State::Certificates(Shown::Saved {
        certificate: id,
        walk: talk.walk,
    });
    Some(Toast::Saved)
}

/// No date is kept: the walk is finished all the same.
fn decline(dialogue: &mut Dialogue, talk: DateTalk) -> Option<Toast> {
    dialogue.remark = Some(Remark::NotKept);
    dialogue.state = match talk.walk {
        Some(walk) => {
            dialogue.bookmark = None;
            State::Finished(walk)
        }
        None => State::Home,
    };
    None
}

fn unclear(why: WhyNot) -> Unclear {
    match why {
        WhyNot::NoDate => Unclear::NoDate,
        WhyNot::Incomplete => Unclear::Incomplete,
        WhyNot::Impossible => Unclear::Impossible,
        WhyNot::FutureIssue => Unclear::FutureIssue,
        WhyNot::Lunar => Unclear::Lunar,
        WhyNot::Vague => Unclear::Vague,
    }
}
