//! The kinds of update, as Telegram names them.

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
