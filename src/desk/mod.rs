//! What an operator does by hand: to look whether everything is right.
//!
//! * [`check`]: all that can be found out before the bot is started, or while it runs.
//! * [`finding`]: one thing that was found.

pub mod check;
pub mod finding;

mod settings;
mod store;
mod telegram;
