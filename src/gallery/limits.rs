//! What a screen may measure.

/// The longest text that a person can be expected to read, in visible characters.
pub const CHARACTERS_MAX: usize = 700;
/// The longest message that Telegram takes, in visible characters.
pub const TELEGRAM_CHARACTERS_MAX: usize = 4_096;
/// The most buttons that Telegram takes below a message.
pub const BUTTONS_MAX: usize = 100;
/// The longest word on a button that a thumb finds at once, in characters.
pub const LABEL_CHARACTERS_MAX: usize = 40;
pub use crate::telegram::press_data::BYTES_MAX as PRESS_BYTES_MAX;
