//! What is meant about one certificate, on its card or on a reminder of any age.

use chrono::{DateTime, Days, Utc};

use super::{choosing, dating};
use crate::dialogue::certificate::{CertificateId, LABEL_CHARS_MAX};
use crate::dialogue::effect::Toast;
use crate::dialogue::press::{LabelChoice, Later, Matter};
use crate::dialogue::reminder;
use crate::dialogue::state::{Dialogue, Remark, Shown, State};
use crate::guide::plan::Purpose;
use crate::reading::sift::SafeText;

pub fn about(
    dialogue: &mut Dialogue,
    id: CertificateId,
    matter: Matter,
    now: DateTime<Utc>,
) -> Option<Toast> {
    let settings = dialogue.settings.clone();
    let Some(certificate) = dialogue.certificates.find_mut(id) else {
        dialogue.state = State::Certificates(Shown::List);
        dialogue.remark = Some(Remark::CertificateGone);
        return Some(Toast::Gone);
    };
    let mut toast = None;
    let mut shown = Shown::Card(id);
    match matter {
        Matter::Card | Matter::Calendar => {}
        Matter::Picture => toast = Some(Toast::Drawing),
        Matter::Start => {
            // What has expired cannot be renewed: it is issued anew (F5).
            let expired = reminder::is_expired(certificate.expires_on, &settings, now);
            let purpose = if expired {
                Purpose::Reissue
            } else {
                Purpose::Renew
            };
            choosing::begin(dialogue, Some(purpose), Some(id));
            return None;
        }
        Matter::Renewed => {
            dating::ask_for(dialogue, id);
            return None;
        }
        Matter::Later(later) => return postpone(dialogue, id, later, now),
        Matter::Mute(muted) => {
            certificate.muted = muted;
            let (remark, word) = if muted {
                (Remark::Muted, Toast::Muted)
            } else {
                (Remark::Unmuted, Toast::Unmuted)
            };
            dialogue.remark = Some(remark);
            toast = Some(word);
        }
        Matter::Used => {
            certificate.used(settings.today(now));
            dialogue.remark = Some(Remark::Used);
        }
        Matter::Rename => shown = Shown::Rename(id),
        Matter::AskRemove => shown = Shown::Remove(id),
        Matter::Share => shown = Shown::Share(id),
    }
    dialogue.state = State::Certificates(shown);
    toast
}

/// «다시 알려 주세요»: the stage that stands now is told once more on that day.
fn postpone(
    dialogue: &mut Dialogue,
    id: CertificateId,
    later: Later,
    now: DateTime<Utc>,
) -> Option<Toast> {
    let settings = dialogue.settings.clone();
    let today = settings.today(now);
    let day = today
        .checked_add_days(Days::new(later.days()))
        .unwrap_or(today);
    dialogue.state = State::Certificates(Shown::Card(id));
    let certificate = dialogue.certificates.find_mut(id)?;
    if certificate.told.is_none() {
        // Renewed meanwhile: there is nothing to repeat, the next notice comes by itself.
        dialogue.remark = Some(Remark::NothingToRemind);
        return None;
    }
    certificate.later = Some(day);
    certificate.muted = false;
    dialogue.remark = Some(Remark::WillRemind(day));
    Some(Toast::WillRemindAgain)
}

pub fn label(dialogue: &mut Dialogue, id: CertificateId, choice: LabelChoice) -> Option<Toast> {
    let words = match choice {
        LabelChoice::Mine => "",
        LabelChoice::Mother => "어머니",
        LabelChoice::Father => "아버지",
        LabelChoice::Spouse => "배우자",
        LabelChoice::Work => "회사",
    };
    rename(dialogue, id, words.to_owned())
}

/// Takes typed words as the label, if they fit on one line of [`LABEL_CHARS_MAX`] characters.
pub fn read_label(dialogue: &mut Dialogue, id: CertificateId, text: &SafeText) {
    let words = text
        .as_str()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if words.is_empty() || words.chars().count() > LABEL_CHARS_MAX {
        dialogue.remark = Some(Remark::LabelTooLong);
    } else {
        rename(dialogue, id, words);
    }
}

fn rename(dialogue: &mut Dialogue, id: CertificateId, label: String) -> Option<Toast> {
    if let Some(certificate) = dialogue.certificates.find_mut(id) {
        certificate.label = label;
        dialogue.remark = Some(Remark::Renamed);
    }
    dialogue.state = State::Certificates(Shown::Card(id));
    None
}

/// Nobody else gets its reminders any more.
pub fn unshare(dialogue: &mut Dialogue, id: CertificateId) -> Option<Toast> {
    if let Some(certificate) = dialogue.certificates.find_mut(id) {
        certificate.companions.clear();
        dialogue.remark = Some(Remark::Unshared);
    }
    dialogue.state = State::Certificates(Shown::Card(id));
    None
}

/// Takes the reminders that somebody hands on; the invitation has said what is kept for them.
pub fn join(dialogue: &mut Dialogue, now: DateTime<Utc>) -> Option<Toast> {
    let State::Invited(invitation) = std::mem::take(&mut dialogue.state) else {
        return None;
    };
    let today = dialogue.settings.today(now);
    let told = reminder::on_entry(invitation.expires_on, &dialogue.settings, now);
    let origin = Some(invitation.origin);
    let known = dialogue
        .certificates
        .iter()
        .find(|known| known.origin == origin);
    let known = known.map(|known| known.id);
    let id = match known {
        Some(id) => id,
        None => {
            let Some(certificate) = dialogue.certificates.add(invitation.expires_on, today) else {
                dialogue.state = State::Certificates(Shown::List);
                dialogue.remark = Some(Remark::CertificatesFull);
                return Some(Toast::Full);
            };
            certificate.label = invitation.label;
            certificate.told = told;
            certificate.origin = origin;
            certificate.id
        }
    };
    dialogue.settings.consented_at.get_or_insert(now);
    dialogue.remark = Some(told.map_or(Remark::Joined, Remark::Told));
    dialogue.state = State::Certificates(Shown::Card(id));
    Some(Toast::Saved)
}

pub fn remove(dialogue: &mut Dialogue, id: CertificateId) -> Option<Toast> {
    dialogue.certificates.remove(id);
    dialogue.state = State::Certificates(Shown::List);
    Some(Toast::Removed)
}
