//! The texts, read as an editor reads them.
