//! The link by which a reminder is handed on: sealed, so that it can be neither read nor made by anybody else.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Days, NaiveDate, Utc};
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};

use super::key;
use crate::dialogue::certificate::CertificateId;
use crate::dialogue::sharing::{Origin, Peer};

/// How long a link can be accepted.
const VALID_DAYS: u64 = 7;
/// What the key is for, so that it serves nothing else.
const PURPOSE: &[u8] = b"gilbot: handing a reminder on";
/// Chat, certificate, and the last day.
const PLAIN_BYTES: usize = 8 + 2 + 4;

/// Seals and opens; every copy of the bot with the same token can open what another has sealed.
pub struct Seal {
    key: LessSafeKey,
    random: SystemRandom,
}

impl Seal {
    /// The key comes from the bot's token, which stays secret.
    ///
    /// `None` only if the library refuses a key of its own length, which it does not.
    pub fn new(token: &str) -> Option<Self> {
        let tag = key::derived(token, PURPOSE);
        let key = tag.as_ref().get(..AES_128_GCM.key_len())?;
        Some(Self {
            key: LessSafeKey::new(UnboundKey::new(&AES_128_GCM, key).ok()?),
            random: SystemRandom::new(),
        })
    }

    /// The payload of a link that can be accepted for [`VALID_DAYS`]: at most 64 of `A-Z a-z 0-9 _ -`.
    ///
    /// `None` if the machine has no random numbers to give.
    pub fn seal(&self, origin: Origin, now: DateTime<Utc>) -> Option<String> {
        let last_day = now.date_naive().checked_add_days(Days::new(VALID_DAYS))?;
        let mut plain = Vec::with_capacity(PLAIN_BYTES);
        plain.extend(origin.peer.0.to_be_bytes());
        plain.extend(origin.certificate.0.to_be_bytes());
        plain.extend(last_day.to_epoch_days().to_be_bytes());
        let mut nonce = [0; NONCE_LEN];
        self.random.fill(&mut nonce).ok()?;
        let number = Nonce::assume_unique_for_key(nonce);
        self.key
            .seal_in_place_append_tag(number, Aad::empty(), &mut plain)
            .ok()?;
        let sealed = [&nonce[..], &plain].concat();
        Some(URL_SAFE_NO_PAD.encode(sealed))
    }

    /// Whose certificate the link is about; `None` when it was not made by us, or is too old.
    pub fn open(&self, payload: &str, now: DateTime<Utc>) -> Option<Origin> {
        let mut sealed = URL_SAFE_NO_PAD.decode(payload).ok()?;
        let (nonce, plain) = sealed.split_at_mut_checked(NONCE_LEN)?;
        let number = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let plain = self.key.open_in_place(number, Aad::empty(), plain).ok()?;
        let (chat, rest) = plain.split_first_chunk::<8>()?;
        let (certificate, day) = rest.split_first_chunk::<2>()?;
        let day = NaiveDate::from_epoch_days(i32::from_be_bytes(day.try_into().ok()?))?;
        (now.date_naive() <= day).then_some(Origin {
            peer: Peer(i64::from_be_bytes(*chat)),
            certificate: CertificateId(u16::from_be_bytes(*certificate)),
        })
    }
}
