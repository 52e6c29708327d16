//! The name under which a chat stands in the log: always the same for one chat, and nobody without the token can tell
//! which chat it is.

use ring::hmac;

use super::key;
use crate::store::ChatId;

/// What the key is for, so that it serves nothing else.
const PURPOSE: &[u8] = b"gilbot: chats in the log";
/// How many bytes of the hash are shown: a million chats share an alias with a chance of one in five hundred.
const ALIAS_BYTES: usize = 6;

/// Gives each chat its alias. A new token gives new ones.
pub struct Aliases {
    key: hmac::Key,
}

impl Aliases {
    /// The key comes from the bot's token, which stays secret.
    pub fn new(token: &str) -> Self {
        Self {
            key: key::naming(token, PURPOSE),
        }
    }

    /// Twelve hexadecimal digits: the beginning of the hash of the chat's number, written in decimal.
    pub fn of(&self, chat: ChatId) -> String {
        key::digits(&self.key, &chat.0.to_string(), ALIAS_BYTES)
    }
}
