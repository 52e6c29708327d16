//! A number as it may be shown.

/// Smaller numbers are not shown, and larger ones in steps of this: what few people did, nobody can tell by looking
/// twice.
pub const STEP: u64 = 5;

/// Made of a count, it no longer holds it. Sums and shares are made of what is shown, so they tell no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// Less than [`STEP`], and perhaps nothing at all.
    #[default]
    Few,
    /// At least so many, and less than [`STEP`] more.
    AtLeast(u64),
}

impl Shown {
    pub fn of(times: u64) -> Self {
        match times {
            0..STEP => Self::Few,
            _ => Self::AtLeast(times - times % STEP),
        }
    }

    /// What is shown of several together: of those that are hidden nothing counts.
    pub fn sum(parts: impl IntoIterator<Item = Self>) -> Self {
        let seen: u64 = parts.into_iter().map(Self::seen).sum();
        Self::of(seen)
    }

    /// The number that is shown; zero for none.
    pub fn seen(self) -> u64 {
        match self {
            Self::Few => 0,
            Self::AtLeast(times) => times,
        }
    }

    /// How many of a hundred of `whole` these are, when both are shown; more than all is all.
    pub fn percent_of(self, whole: Self) -> Option<u64> {
        match (self, whole) {
            (Self::AtLeast(part), Self::AtLeast(whole)) => Some((part * 100 / whole).min(100)),
            (Self::Few, _) | (_, Self::Few) => None,
        }
    }
}
