//! The kinds of update, as Telegram names them.

use serde_json::Value;

/// What an update is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UpdateKind {
    Message,
    EditedMessage,
    CallbackQuery,
    MyChatMember,
    /// Something that we do not ask for.
    Other,
}

impl UpdateKind {
    pub const ALL: [Self; 5] = [
        Self::Message,
        Self::EditedMessage,
        Self::CallbackQuery,
        Self::MyChatMember,
        Self::Other,
    ];

    /// Read from the update as it came, whether or not the rest of it can be read.
    pub fn of(raw: &Value) -> Self {
        let named = Self::ALL.into_iter();
        let mut named = named.filter(|kind| raw.get(kind.word()).is_some());
        named.next().unwrap_or(Self::Other)
    }

    /// Telegram's own name for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::EditedMessage => "edited_message",
            Self::CallbackQuery => "callback_query",
            Self::MyChatMember => "my_chat_member",
            Self::Other => "other",
        }
    }
}
