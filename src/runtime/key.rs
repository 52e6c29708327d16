//! Keys made from the bot's token, one for each purpose: what one of them has made tells nothing of the token or of another.

use std::fmt::Write;

use ring::hmac;

/// Thirty-two bytes for this purpose.
pub fn derived(token: &str, purpose: &[u8]) -> hmac::Tag {
    let secret = hmac::Key::new(hmac::HMAC_SHA256, token.as_bytes());
    hmac::sign(&secret, purpose)
}

/// A key with which names are made that nobody without the token can read.
pub fn naming(token: &str, purpose: &[u8]) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, derived(token, purpose).as_ref())
}

/// The beginning of the hash of these words, as two hexadecimal digits a byte.
pub fn digits(key: &hmac::Key, words: &str, bytes: usize) -> String {
    let tag = hmac::sign(key, words.as_bytes());
    tag.as_ref()
        .iter()
        .take(bytes)
        .fold(String::new(), |mut digits, byte| {
            // Writing into a string cannot fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        })
}
