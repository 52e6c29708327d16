//! A step: one screen of the bank, one action.

use super::plan::{Channel, Identification, Medium, Plan, Procedure, Situation};
use super::provenance::Provenance;
use super::trouble::TroubleId;

/// The stable name of a step, at most 24 of `a-z0-9-`; `step-ID` is its text, `step-ID.title` its short title.
///
/// It is stored in records and stands in button data, so it is never renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StepId(pub &'static str);

stored_by_name!(StepId, super::route::step);

/// One row of a procedure.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    pub id: StepId,
    /// For whom this row is; others do not see it and it does not count.
    pub only: Only,
    /// What goes wrong here, most frequent first.
    pub troubles: &'static [TroubleId],
    pub provenance: Provenance,
}

/// For whom a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    Everybody,
    On(Channel),
    With(Medium),
    /// Identified this way, and in the country.
    By(Identification),
    Abroad,
    /// Not abroad.
    AtHome,
    /// Only in these procedures, where a table of rows serves several.
    In(&'static [Procedure]),
}

impl Only {
    pub fn holds(self, plan: &Plan) -> bool {
        let abroad = plan.situation == Situation::Abroad;
        match self {
            Only::Everybody => true,
            Only::On(channel) => plan.channel == channel,
            Only::With(medium) => plan.medium == medium,
            Only::By(identification) => !abroad && plan.identification == identification,
            Only::Abroad => abroad,
            Only::AtHome => !abroad,
            Only::In(procedures) => procedures.contains(&plan.procedure()),
        }
    }
}
