//! The bank's procedures: which steps a plan walks, in order.
//!
//! A table holds every row of its procedure; the plan decides which of them are seen. Rows that several
//! procedures share are written once, in [`shared`].

use std::collections::HashSet;

use super::plan::{Channel, Medium, Plan, Procedure};
use super::step::{Step, StepId};

pub mod issue_app;
pub mod issue_web;
pub mod other_bank;
pub mod password;
pub mod phone;
pub mod renew;
pub mod revoke;
pub mod shared;

/// The steps of this plan, in the order in which they are walked: at least two, at most sixteen, none twice.
///
/// Without a security medium the way through the KB국민인증서 is shown, so that every plan has a complete
/// answer; whether such a plan may be walked at all is not decided here.
pub fn steps(plan: &Plan) -> Vec<&'static Step> {
    let plan = Plan {
        medium: stand_in(plan.medium),
        ..*plan
    };
    tables(&plan)
        .into_iter()
        .flatten()
        .filter(|step| step.only.holds(&plan))
        .collect()
}

/// The step of this id, whichever procedure it belongs to.
pub fn step(id: &str) -> Option<&'static Step> {
    all().find(|step| step.id.0 == id)
}

/// In how many parts a step is said in 쉬운 말, one action each; `step-ID-part-1` and so on are their texts there.
pub fn easy_parts(step: StepId) -> u8 {
    EASY_PARTS
        .iter()
        .find(|(split, _)| *split == step)
        .map_or(1, |(_, parts)| *parts)
}

/// The steps that are larger than one action.
const EASY_PARTS: &[(StepId, u8)] = &[
    (StepId("web-site"), 3),
    (StepId("app-open"), 4),
    (StepId("cloud-open"), 4),
    (StepId("cloud"), 3),
    (StepId("pin"), 4),
    (StepId("web-menu"), 3),
    (StepId("web-menu-again"), 3),
    (StepId("web-terms"), 3),
    (StepId("web-id"), 2),
    (StepId("web-ars"), 4),
    (StepId("web-departure"), 2),
    (StepId("web-ars-abroad"), 4),
    (StepId("web-account"), 2),
    (StepId("web-card"), 2),
    (StepId("web-otp"), 2),
    (StepId("web-kbcert"), 2),
    (StepId("web-details"), 3),
    (StepId("app-menu"), 3),
    (StepId("app-menu-again"), 3),
    (StepId("app-terms"), 3),
    (StepId("app-phone"), 4),
    (StepId("app-ars"), 4),
    (StepId("app-departure"), 2),
    (StepId("app-ars-abroad"), 4),
    (StepId("app-account"), 3),
    (StepId("app-card"), 2),
    (StepId("app-otp"), 2),
    (StepId("app-kbcert"), 2),
    (StepId("app-details"), 3),
    (StepId("renew-date"), 3),
    (StepId("renew-web-menu"), 2),
    (StepId("renew-app-menu"), 2),
    (StepId("renew-terms"), 3),
    (StepId("renew-otp"), 2),
    (StepId("renew-kbcert"), 2),
    (StepId("revoke-think"), 2),
    (StepId("revoke-web-menu"), 2),
    (StepId("revoke-app-menu"), 2),
    (StepId("revoke-identity"), 2),
    (StepId("revoke-account"), 2),
    (StepId("revoke-confirm"), 2),
    (StepId("revoke-check"), 2),
    (StepId("password-web-menu"), 3),
    (StepId("password-app-menu"), 3),
    (StepId("password-new"), 2),
    (StepId("device-register"), 3),
    (StepId("number-elsewhere"), 2),
    (StepId("second-web"), 3),
    (StepId("second-app"), 2),
    (StepId("elsewhere-open"), 3),
    (StepId("other-web-menu"), 2),
    (StepId("other-app-menu"), 2),
    (StepId("other-id"), 2),
    (StepId("other-ars"), 4),
    (StepId("other-account"), 2),
    (StepId("other-otp"), 2),
    (StepId("other-kbcert"), 2),
];

/// Every table of steps, with the word for its procedure or its part of one. Some steps stand in several.
pub fn named_tables() -> [(&'static str, &'static [Step]); 11] {
    [
        ("issue-web", issue_web::ROWS),
        ("issue-app", issue_app::ROWS),
        ("renew", renew::ROWS),
        ("revoke", revoke::ROWS),
        ("password", password::ROWS),
        ("new-phone", phone::NEW_PHONE),
        ("new-number-before", phone::BEFORE_NEW_NUMBER),
        ("new-number-after", phone::AFTER_NEW_NUMBER),
        ("second-device", phone::SECOND_DEVICE),
        ("kb-elsewhere", other_bank::KB_ELSEWHERE),
        ("other-at-kb", other_bank::OTHER_AT_KB),
    ]
}

/// Every step of every procedure, each once.
pub fn all() -> impl Iterator<Item = &'static Step> {
    let mut seen = HashSet::new();
    let tables = named_tables().into_iter();
    tables
        .flat_map(|(_, steps)| steps)
        .filter(move |step| seen.insert(step.id))
}

/// The tables that make up the procedure of this plan, in order.
///
/// A new number is a change at the bank, a whole reissue, and the registrations elsewhere: the number is
/// part of the cloud account's identity.
fn tables(plan: &Plan) -> Vec<&'static [Step]> {
    match plan.procedure() {
        Procedure::Issue | Procedure::Reissue => vec![issue(plan.channel)],
        Procedure::Renew => vec![renew::ROWS],
        Procedure::Revoke => vec![revoke::ROWS],
        Procedure::ChangePassword => vec![password::ROWS],
        Procedure::NewPhone => vec![phone::NEW_PHONE],
        Procedure::NewNumber => vec![
            phone::BEFORE_NEW_NUMBER,
            issue(plan.channel),
            phone::AFTER_NEW_NUMBER,
        ],
        Procedure::SecondDevice => vec![phone::SECOND_DEVICE],
        Procedure::KbElsewhere => vec![other_bank::KB_ELSEWHERE],
        Procedure::OtherAtKb => vec![other_bank::OTHER_AT_KB],
    }
}

fn issue(channel: Channel) -> &'static [Step] {
    match channel {
        Channel::Web => issue_web::ROWS,
        Channel::App => issue_app::ROWS,
    }
}

/// The medium whose rows are shown: the KB국민인증서 can be made at home by a person who has nothing else.
fn stand_in(medium: Medium) -> Medium {
    match medium {
        Medium::Card | Medium::Otp | Medium::KbCert => medium,
        Medium::Nothing => Medium::KbCert,
    }
}
