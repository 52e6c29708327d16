//! What an operator sees of people's ways: how often, by the day, and never who.
//!
//! [`tally`] counts in memory and writes about every minute. [`shown`] is a number as it may be shown, and [`report`] a
//! month of such numbers: everything that is told is made of it, so that nothing smaller can be computed from what is
//! told. [`page`] says it at `/ops`, [`told`] in a few lines to `/stats` in
//! the chat of an admin.

pub mod tally;

pub mod report;
pub mod shown;

mod names;
pub mod page;
pub mod told;
