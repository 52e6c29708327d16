//! The name of a certificate in people's calendars: always the same for one certificate, and nobody without the token can
//! tell which chat it belongs to.

use ring::hmac;

use super::key;
use crate::dialogue::certificate::CertificateId;
use crate::store::ChatId;

/// What the key is for, so that it serves nothing else.
const PURPOSE: &[u8] = b"gilbot: entries in calendars";
/// How many bytes of the hash are shown: as many as a random UUID has, so that no two are ever the same.
const ID_BYTES: usize = 16;

/// Gives each certificate its name. A new token gives new ones: an entry made before it then stays beside the new one.
pub struct EntryIds {
    key: hmac::Key,
}

impl EntryIds {
    /// The key comes from the bot's token, which stays secret.
    pub fn new(token: &str) -> Self {
        Self {
            key: key::naming(token, PURPOSE),
        }
    }

    /// Thirty-two hexadecimal digits and who gave them.
    pub fn of(&self, chat: ChatId, certificate: CertificateId) -> String {
        let whose = format!("{}:{}", chat.0, certificate.0);
        let digits = key::digits(&self.key, &whose, ID_BYTES);
        format!("{digits}@gilbot")
    }
}
