//! What an operator sees of people's ways: how often, by the day, and never who.
//!
//! [`tally`] counts in memory and writes about every minute. [`shown`] is a number as it may be shown, and [`report`] a
//! month of such numbers: everything that is told is made of it, so that nothing smaller can be computed from what is
//! told. [`page`] says it at `/ops`; `asked` to `/stats` in the chat of an
//! admin, as a few lines ([`told`]) and a picture ([`drawn`]).

pub mod tally;

pub mod report;
pub mod shown;

pub mod drawn;
pub mod names;
pub mod page;
pub mod told;

mod asked;
