//! What an operator does by hand.
//!
//! * [`check`]: all that can be found out before the bot is started, or while it runs.
//! * [`moving`]: all records, out of one store and into another, and whether their alarms are right.
//! * [`finding`]: one thing that was found.

pub mod check;
pub mod finding;
pub mod moving;

mod settings;
mod store;
mod telegram;
