//! Where a person is, and what comes next. Nothing here waits, sends, or reads a clock.
//!
//! Four questions are answered about one chat:
//!
//! * [`transition`]: what happens, given an event and the time;
//! * [`view`]: what the person sees;
//! * [`next_due`]: when this chat next needs us;
//! * and, in [`crate::reading::sift`], what may be looked at, at all.
//!
//! [`state`] holds where a person can be; [`event`], [`press`] and [`effect`] are the closed lists of what can
//! happen, be meant, and be done. [`crawl`] walks everything that can be reached by pressing what is seen.

pub mod state;

pub mod event;
pub mod press;

pub mod answers;
pub mod certificate;
pub mod reminder;
pub mod settings;
pub mod sharing;
pub mod timeline;

pub mod transition;

pub mod count;
pub mod due;
pub mod effect;

pub mod screen;
pub mod text;
pub mod view;

pub mod crawl;

pub use due::next_due;
pub use state::Dialogue;
pub use transition::{asked, beneath_reminder, once_more, prepare, transition};
pub use view::certificates::pictured;
pub use view::view;
