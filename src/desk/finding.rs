//! What was found, one line each, in Korean and in English.

use std::fmt;

/// How good it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    Ok,
    /// The bot runs with it, but somebody should look.
    Warning,
    /// The bot would not start, or would not do its work.
    Wrong,
}

/// One thing that was looked at. Nothing in it is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub mark: Mark,
    /// The setting or the part that it is about.
    pub about: &'static str,
    pub korean: String,
    pub english: String,
}

impl Finding {
    pub fn ok(about: &'static str, korean: impl Into<String>, english: impl Into<String>) -> Self {
        Self::new(Mark::Ok, about, korean, english)
    }

    pub fn warning(
        about: &'static str,
        korean: impl Into<String>,
        english: impl Into<String>,
    ) -> Self {
        Self::new(Mark::Warning, about, korean, english)
    }

    pub fn wrong(
        about: &'static str,
        korean: impl Into<String>,
        english: impl Into<String>,
    ) -> Self {
        Self::new(Mark::Wrong, about, korean, english)
    }

    fn new(
        mark: Mark,
        about: &'static str,
        korean: impl Into<String>,
        english: impl Into<String>,
    ) -> Self {
        Self {
            mark,
            about,
            korean: korean.into(),
            english: english.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.mark {
            Mark::Ok => "ok",
            Mark::Warning => "warning",
            Mark::Wrong => "wrong",
        };
        let (about, korean, english) = (self.about, &self.korean, &self.english);
        write!(out, "{mark:<8} {about}: {korean} — {english}")
    }
}
