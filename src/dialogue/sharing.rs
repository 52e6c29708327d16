//! One date, reminders for two: a person hands a reminder on, and either side can stop it.
//!
//! Nothing but label and date is shared. What the other chat must hear is a view of how the certificates have changed,
//! and every note may come twice.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::certificate::{Certificate, CertificateId, Certificates};
use super::effect::Effect;
use super::state::{Dialogue, Remark};

/// How many others may get the reminders of one certificate.
pub const COMPANIONS_MAX: usize = 5;

/// Another chat of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Peer(pub i64);

/// The certificate of somebody else that one of ours follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    pub peer: Peer,
    pub certificate: CertificateId,
}

/// What a person who opens the link is asked to accept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub origin: Origin,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    pub expires_on: NaiveDate,
}

/// What one chat tells another; the certificate is always that of whoever handed the reminder on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    Joined(CertificateId),
    Left(CertificateId),
    Renewed(CertificateId, NaiveDate),
    Ended(CertificateId),
}

/// What the other chats must hear of this change.
pub fn news(before: &Certificates, after: &Certificates) -> Vec<Effect> {
    let mut news = Vec::new();
    for was in before.iter() {
        let is = after.find(was.id);
        for peer in was.companions.iter().copied() {
            let note = match is.filter(|is| is.companions.contains(&peer)) {
                None => Some(Note::Ended(was.id)),
                Some(is) if is.expires_on != was.expires_on => {
                    Some(Note::Renewed(was.id, is.expires_on))
                }
                Some(_) => None,
            };
            news.extend(note.map(|note| Effect::Tell(peer, note)));
        }
        if let (Some(origin), None) = (was.origin, is) {
            news.push(Effect::Tell(origin.peer, Note::Left(origin.certificate)));
        }
    }
    for is in after.iter() {
        if let (Some(origin), None) = (is.origin, before.find(is.id)) {
            news.push(Effect::Tell(origin.peer, Note::Joined(origin.certificate)));
        }
    }
    news
}

/// Hears what another chat tells.
pub fn noted(dialogue: &mut Dialogue, from: Peer, note: Note) -> Vec<Effect> {
    match note {
        Note::Joined(id) => match dialogue.certificates.find_mut(id) {
            Some(certificate) if has_room(certificate, from) => {
                if !certificate.companions.contains(&from) {
                    certificate.companions.push(from);
                }
            }
            // Erased, or full, since the link was made.
            Some(_) | None => return vec![Effect::Tell(from, Note::Ended(id))],
        },
        Note::Left(id) => {
            if let Some(certificate) = dialogue.certificates.find_mut(id) {
                certificate.companions.retain(|peer| *peer != from);
            }
        }
        Note::Renewed(id, expires_on) => {
            if let Some(certificate) = following(dialogue, from, id)
                && certificate.expires_on != expires_on
            {
                certificate.expires_on = expires_on;
                certificate.told = None;
                certificate.later = None;
            }
        }
        Note::Ended(id) => {
            if let Some(ended) = following(dialogue, from, id).map(|certificate| certificate.id) {
                dialogue.certificates.remove(ended);
                dialogue.remark = Some(Remark::SharingEnded);
            }
        }
    }
    Vec::new()
}

/// Everything that is remembered about a chat, for the person it is about; of others only how many they are.
pub fn export(dialogue: &Dialogue) -> Value {
    let mut all = serde_json::to_value(dialogue).unwrap_or_default();
    leave_out_others(&mut all);
    all
}

fn leave_out_others(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("origin");
            for (name, field) in fields {
                match field {
                    Value::Array(others) if name == "companions" => *field = others.len().into(),
                    field => leave_out_others(field),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(leave_out_others),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn has_room(certificate: &Certificate, peer: Peer) -> bool {
    certificate.companions.contains(&peer) || certificate.companions.len() < COMPANIONS_MAX
}

fn following(
    dialogue: &mut Dialogue,
    peer: Peer,
    certificate: CertificateId,
) -> Option<&mut Certificate> {
    let origin = Some(Origin { peer, certificate });
    dialogue
        .certificates
        .iter_mut()
        .find(|known| known.origin == origin)
}
