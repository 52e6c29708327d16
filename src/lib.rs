//! 길봇 (*gilbot*, from 길, «way»): an unofficial guide to the KB국민은행 금융인증서 that keeps a person's place and
//! reminds them before it expires.
//!
//! # The map, in reading order
//!
//! Four rooms think and touch nothing:
//!
//! * [`guide`]: what we know. The bank's procedures, troubles, questions and words, as rows of data.
//! * [`reading`]: what a person meant. Secrets are sifted out first; then dates and words are read.
//! * [`dialogue`]: where a person is, and what comes next. A pure `transition`, a pure `view`, and `next_due`.
//! * [`locales`]: our words, in each language.
//!
//! Two make things to keep, and touch nothing either: [`calendar`], dates for the calendar of the phone, and [`picture`],
//! a certificate as days on one line.
//!
//! Two touch the world:
//!
//! * [`store`]: one record and one alarm for each chat, in SQLite or Redis.
//! * [`telegram`]: updates become events; screens become messages.
//!
//! One carries: [`runtime`] takes an update, thinks, commits, acknowledges, and only then shows; it wakes the chats
//! whose alarm has come. One pretends to be Telegram: [`emulator`]. And [`preview`] lets a person talk to the real bot
//! against it, with a clock that can be moved. [`gallery`] shows every screen there is. [`config`] reads what an operator has set; [`desk`] is what an operator
//! does by hand.
//!
//! # The story of one press
//!
//! Telegram brings an update. [`runtime`] loads the chat's record, [`telegram`] turns the update into an event (typed
//! words pass [`reading::sift`] before anything else sees them), [`dialogue::transition`] says what happens, and one
//! commit in [`store`] writes the new dialogue, the id of the update, the duty to show the screen, and the next alarm.
//! Now the update is acknowledged. The screen is a function of the dialogue; when it is shown, the duty is struck off.
//! Whoever dies before the commit, Telegram repeats the update; after it, the alarm repeats the showing.

pub mod guide;
pub mod reading;

pub mod dialogue;
pub mod locales;

pub mod calendar;
pub mod picture;

pub mod store;
pub mod telegram;

pub mod runtime;

pub mod gallery;

pub mod emulator;
pub mod preview;

pub mod config;
pub mod desk;
