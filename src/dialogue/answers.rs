//! The short questions before a walk: which are asked, in which order, and what the answers add up to.

use serde::{Deserialize, Serialize};

use super::press::{Choice, Question};
use crate::guide::plan::{
    Channel, Detail, Identification, Medium, Plan, Procedure, Purpose, Situation,
};

/// The answers given so far. At most five questions are asked, whatever is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<Detail>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub situation: Option<Situation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medium: Option<Medium>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identification: Option<Identification>,
}

impl Answers {
    /// The questions that these answers call for, in order; those after an open one may still change.
    pub fn questions(&self) -> Vec<Question> {
        let mut questions = vec![Question::Purpose];
        let Some(purpose) = self.purpose else {
            return questions;
        };
        let has_details = !purpose.details().is_empty();
        if has_details {
            questions.push(Question::Detail);
            if self.detail.is_none() {
                return questions;
            }
        }
        let procedure = self.plan().procedure();
        if asks_situation(procedure) {
            questions.push(Question::Situation);
            match self.situation {
                None | Some(Situation::NoOwnPhone | Situation::Under14 | Situation::Business) => {
                    return questions;
                }
                Some(Situation::Ordinary | Situation::Abroad | Situation::Foreigner) => {}
            }
        }
        if asks_channel(procedure) {
            questions.push(Question::Channel);
        }
        if asks_medium(procedure) {
            questions.push(Question::Medium);
        }
        let identified_in_app = matches!(procedure, Procedure::Issue | Procedure::Reissue)
            && self.channel == Some(Channel::App)
            && self.situation != Some(Situation::Abroad);
        if identified_in_app && !has_details {
            questions.push(Question::Identification);
        }
        questions
    }

    /// The first question that is still open; `None` when the plan is complete.
    pub fn open(&self) -> Option<Question> {
        self.questions()
            .into_iter()
            .find(|question| !self.has(*question))
    }

    /// The question before this one.
    pub fn before(&self, question: Question) -> Option<Question> {
        let questions = self.questions();
        let at = questions.iter().position(|asked| *asked == question)?;
        at.checked_sub(1).map(|before| questions[before])
    }

    /// The same answers with this one given; what was answered after it is asked again where it hangs on it.
    pub fn with(mut self, choice: Choice) -> Self {
        match choice {
            Choice::Purpose(purpose) => {
                self = Self {
                    purpose: Some(purpose),
                    ..Self::default()
                };
            }
            Choice::Detail(detail) => {
                self = Self {
                    purpose: self.purpose,
                    detail: Some(detail),
                    ..Self::default()
                };
            }
            Choice::Situation(situation) => self.situation = Some(situation),
            Choice::Channel(channel) => self.channel = Some(channel),
            Choice::Medium(medium) => self.medium = Some(medium),
            Choice::Identification(identification) => self.identification = Some(identification),
        }
        self
    }

    /// What the answers add up to; a question that is not asked has its ordinary answer.
    pub fn plan(&self) -> Plan {
        Plan {
            purpose: self.purpose.unwrap_or(Purpose::Issue),
            detail: self.detail,
            situation: self.situation.unwrap_or(Situation::Ordinary),
            channel: self.channel.unwrap_or(Channel::App),
            medium: self.medium.unwrap_or(Medium::Card),
            identification: self.identification.unwrap_or(Identification::Phone),
        }
    }

    fn has(&self, question: Question) -> bool {
        match question {
            Question::Purpose => self.purpose.is_some(),
            Question::Detail => self.detail.is_some(),
            Question::Situation => self.situation.is_some(),
            Question::Channel => self.channel.is_some(),
            Question::Medium => self.medium.is_some(),
            Question::Identification => self.identification.is_some(),
        }
    }
}

impl From<Plan> for Answers {
    /// The answers that were really given; what was never asked stays open.
    fn from(plan: Plan) -> Self {
        let all = Self {
            purpose: Some(plan.purpose),
            detail: plan.detail,
            situation: Some(plan.situation),
            channel: Some(plan.channel),
            medium: Some(plan.medium),
            identification: Some(plan.identification),
        };
        let questions = all.questions();
        let asked = |question| questions.contains(&question);
        Self {
            situation: all.situation.filter(|_| asked(Question::Situation)),
            channel: all.channel.filter(|_| asked(Question::Channel)),
            medium: all.medium.filter(|_| asked(Question::Medium)),
            identification: all
                .identification
                .filter(|_| asked(Question::Identification)),
            ..all
        }
    }
}

/// The choices that a question offers.
pub fn choices(question: Question, answers: &Answers) -> Vec<Choice> {
    match question {
        Question::Purpose => Purpose::ALL.map(Choice::Purpose).to_vec(),
        Question::Detail => answers
            .purpose
            .map_or(&[][..], Purpose::details)
            .iter()
            .copied()
            .map(Choice::Detail)
            .collect(),
        Question::Situation => Situation::ALL.map(Choice::Situation).to_vec(),
        Question::Channel => Channel::ALL.map(Choice::Channel).to_vec(),
        Question::Medium => Medium::ALL.map(Choice::Medium).to_vec(),
        Question::Identification => Identification::ALL.map(Choice::Identification).to_vec(),
    }
}

/// What «잘 모르겠어요» recommends.
pub fn recommended(question: Question, answers: &Answers) -> Option<Choice> {
    match question {
        Question::Situation => Some(Choice::Situation(Situation::Ordinary)),
        Question::Channel => Some(Choice::Channel(Channel::App)),
        Question::Medium => Some(Choice::Medium(Medium::Card)),
        Question::Purpose | Question::Detail | Question::Identification => {
            choices(question, answers).into_iter().next()
        }
    }
}

/// Why a plan cannot be walked now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    Situation(Situation),
    NoMedium,
}

/// What stands in the way of this plan, if anything.
pub fn obstacle(plan: &Plan) -> Option<Obstacle> {
    match plan.situation {
        Situation::NoOwnPhone | Situation::Under14 | Situation::Business => {
            Some(Obstacle::Situation(plan.situation))
        }
        Situation::Ordinary | Situation::Abroad | Situation::Foreigner => {
            (asks_medium(plan.procedure()) && plan.medium == Medium::Nothing)
                .then_some(Obstacle::NoMedium)
        }
    }
}

/// Whether the procedure asks for a security medium at some step.
pub fn asks_medium(procedure: Procedure) -> bool {
    match procedure {
        Procedure::Issue
        | Procedure::Reissue
        | Procedure::Renew
        | Procedure::NewNumber
        | Procedure::OtherAtKb => true,
        Procedure::Revoke
        | Procedure::ChangePassword
        | Procedure::NewPhone
        | Procedure::SecondDevice
        | Procedure::KbElsewhere => false,
    }
}

fn asks_situation(procedure: Procedure) -> bool {
    matches!(
        procedure,
        Procedure::Issue | Procedure::Reissue | Procedure::Renew | Procedure::NewNumber
    )
}

fn asks_channel(procedure: Procedure) -> bool {
    !matches!(procedure, Procedure::NewPhone | Procedure::KbElsewhere)
}
