//! The room that turns typed text into meaning: is there a secret in it, which day is meant.
//!
//! Everything here is a total function of its arguments. Text passes [`sift`] first; only what
//! comes out as [`sift::SafeText`] may be looked at by anything else.

pub mod date;
mod fold;
pub mod intent;
mod lexicon;
mod numeral;
pub mod question;
pub mod sift;
pub mod suspicion;
