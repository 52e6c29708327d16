//! The room that turns typed text into meaning: is there a secret in it, which day is meant.
//!
//! Everything here is a total function of its arguments. Text passes [`sift`] first; only what
//! comes out as [`sift::SafeText`] may be looked at by anything else.

pub mod date;
pub mod suspicion;
pub mod question;
pub mod intent;
mod fold;
mod lexicon;
mod numeral;
pub mod sift;
