//! What we know: rows of data, no decisions about a conversation.
//!
//! * [`plan`]: the words of a person's choice (purpose, channel, medium …) and what they add up to.
//! * [`step`] and [`route`]: the bank's procedures, one row a step, filtered by the plan.
//! * [`trouble`]: what goes wrong at a step, most frequent first.
//! * [`checklist`]: the ten things to have ready.
//! * [`topic`]: the questions people ask, each with an answer.
//! * [`glossary`]: the bank's words, said plainly.
//! * [`provenance`]: where a row comes from, how sure it is, and when it was checked.
//!
//! A row holds ids only. The words are in `locales/`, under an id made from the row's id.

/// Stores a row's id by its name and reads it back only if there is still a row of that name.
macro_rules! stored_by_name {
    ($id:ident, $find:expr) => {
        impl serde::Serialize for $id {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $id {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = String::deserialize(deserializer)?;
                $find(&name)
                    .map(|row| row.id)
                    .ok_or_else(|| serde::de::Error::custom("no row of this name"))
            }
        }
    };
}

pub mod checklist;
pub mod glossary;
pub mod plan;
pub mod provenance;
pub mod route;
pub mod step;
pub mod topic;
pub mod trouble;
