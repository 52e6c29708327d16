//! The words of a person's choice, and what they add up to.

use serde::{Deserialize, Serialize};

/// What the person has come for: the first question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    Issue,
    Reissue,
    Renew,
    Revoke,
    Password,
    Phone,
    OtherBank,
}

impl Purpose {
    pub const ALL: [Purpose; 7] = [
        Purpose::Issue,
        Purpose::Reissue,
        Purpose::Renew,
        Purpose::Revoke,
        Purpose::Password,
        Purpose::Phone,
        Purpose::OtherBank,
    ];

    /// The word for it, as it is written and counted.
    pub fn word(self) -> &'static str {
        match self {
            Purpose::Issue => "issue",
            Purpose::Reissue => "reissue",
            Purpose::Renew => "renew",
            Purpose::Revoke => "revoke",
            Purpose::Password => "password",
            Purpose::Phone => "phone",
            Purpose::OtherBank => "other_bank",
        }
    }

    /// The finer choices within this purpose; empty when there is only one way to mean it.
    pub fn details(self) -> &'static [Detail] {
        match self {
            Purpose::Password => &[Detail::PasswordKnown, Detail::PasswordForgotten],
            Purpose::Phone => &[Detail::NewPhone, Detail::NewNumber, Detail::SecondDevice],
            Purpose::OtherBank => &[Detail::KbElsewhere, Detail::OtherAtKb],
            Purpose::Issue | Purpose::Reissue | Purpose::Renew | Purpose::Revoke => &[],
        }
    }
}

/// The finer choice within a purpose that has several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    PasswordKnown,
    PasswordForgotten,
    NewPhone,
    NewNumber,
    SecondDevice,
    KbElsewhere,
    OtherAtKb,
}

/// Circumstances in which it goes another way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Situation {
    Ordinary,
    Abroad,
    NoOwnPhone,
    Under14,
    Business,
    Foreigner,
}

impl Situation {
    pub const ALL: [Situation; 6] = [
        Situation::Ordinary,
        Situation::Abroad,
        Situation::NoOwnPhone,
        Situation::Under14,
        Situation::Business,
        Situation::Foreigner,
    ];
}

/// Where it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Web,
    App,
}

impl Channel {
    pub const ALL: [Channel; 2] = [Channel::App, Channel::Web];
}

/// The security medium (보안매체) in the person's hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    Card,
    Otp,
    KbCert,
    Nothing,
}

impl Medium {
    pub const ALL: [Medium; 4] = [Medium::Card, Medium::Otp, Medium::KbCert, Medium::Nothing];
}

/// How the person shows who they are in the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Identification {
    /// 휴대폰(연락처) 본인 인증: PASS or a text message.
    Phone,
    /// ARS 본인 인증: a call; the number on the screen is keyed in.
    Ars,
}

impl Identification {
    pub const ALL: [Identification; 2] = [Identification::Phone, Identification::Ars];
}

/// The bank's procedure that a choice leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Procedure {
    Issue,
    Reissue,
    Renew,
    Revoke,
    ChangePassword,
    NewPhone,
    NewNumber,
    SecondDevice,
    KbElsewhere,
    OtherAtKb,
}

impl Procedure {
    /// Whether a new certificate, or a new expiry date, stands at its end.
    pub fn yields_expiry(self) -> bool {
        match self {
            Procedure::Issue | Procedure::Reissue | Procedure::Renew | Procedure::NewNumber => true,
            Procedure::Revoke
            | Procedure::ChangePassword
            | Procedure::NewPhone
            | Procedure::SecondDevice
            | Procedure::KbElsewhere
            | Procedure::OtherAtKb => false,
        }
    }
}

/// Everything that decides which steps a person walks. Built only from complete answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Plan {
    pub purpose: Purpose,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<Detail>,
    pub situation: Situation,
    pub channel: Channel,
    pub medium: Medium,
    pub identification: Identification,
}

impl Plan {
    /// The procedure that this plan leads to. A forgotten password means a reissue: it cannot be looked up.
    ///
    /// A purpose whose detail is missing is read as its first detail.
    pub fn procedure(&self) -> Procedure {
        let detail = self
            .detail
            .or_else(|| self.purpose.details().first().copied());
        match (self.purpose, detail) {
            (Purpose::Issue, _) => Procedure::Issue,
            (Purpose::Reissue, _) => Procedure::Reissue,
            (Purpose::Renew, _) => Procedure::Renew,
            (Purpose::Revoke, _) => Procedure::Revoke,
            (_, Some(Detail::PasswordForgotten)) => Procedure::Reissue,
            (_, Some(Detail::NewPhone)) => Procedure::NewPhone,
            (_, Some(Detail::NewNumber)) => Procedure::NewNumber,
            (_, Some(Detail::SecondDevice)) => Procedure::SecondDevice,
            (_, Some(Detail::KbElsewhere)) => Procedure::KbElsewhere,
            (_, Some(Detail::OtherAtKb)) => Procedure::OtherAtKb,
            (Purpose::Password | Purpose::Phone | Purpose::OtherBank, _) => {
                Procedure::ChangePassword
            }
        }
    }
}
