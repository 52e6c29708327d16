//! The texts of all three languages, read as an editor reads them.

mod glossary;
mod length;
mod look;
mod parity;
mod texts;
