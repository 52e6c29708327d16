//! The way to Telegram and back.
//!
//! In: [`raw::parse`] reads an update and `heard` what was said in it, [`Tree::route`] finds out which of our events it is, after sifting.
//! Out: [`BotApi`] shows screens, answers presses, takes messages away; [`wire`] carries its calls, and each ends as a
//! [`Delivery`].
//! [`looking`] asks how things stand, without changing anything.
//! At the start, [`setup`] tells Telegram who we are and where updates go.
//!
//! Nothing here knows what a conversation is, and nothing here decides to try again.

mod heard;
pub mod kind;
pub mod raw;
pub mod tree;

pub mod command;
pub mod press_data;

mod keyboard;
pub mod looking;
pub mod outcome;
pub mod send;
pub mod setup;
pub mod wire;

pub use outcome::Delivery;
pub use raw::{Parsed, parse};
pub use send::BotApi;
pub use setup::SetupError;
pub use tree::{Incoming, Routed, Tree};
