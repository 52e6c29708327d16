//! How a record lies in its key: `REVISION OWN SEEN`, a new line, and the record's text.
//!
//! `OWN` is the last commit of our own, `SEEN` the updates from the newest to the oldest: the newest as it is, each
//! other as its distance from the one before, as in `731245063-21+18-340`. People press several times in a minute, so
//! these distances are short; ids that restart lower are longer ones. `-` stands for none. The script `commit.lua`
//! reads and writes the same.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::store::{Revision, StoreError};

/// What stands before the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    pub revision: Revision,
    pub last_own: Option<u64>,
    /// Oldest first.
    pub seen: Vec<u32>,
}

/// An id of our own, as the header holds it.
pub fn own(id: u64) -> String {
    URL_SAFE_NO_PAD.encode(id.to_be_bytes())
}

/// Takes the value of a key apart: the header, and the text as it lies.
///
/// # Errors
/// [`StoreError::Corrupt`] when there is no header, or one that makes no sense.
pub fn split(value: &[u8]) -> Result<(Header, &[u8]), StoreError> {
    let corrupt = || StoreError::Corrupt("the head of the record cannot be read".into());
    let end = value
        .iter()
        .position(|&byte| byte == b'\n')
        .ok_or_else(corrupt)?;
    let header = str::from_utf8(&value[..end]).ok().and_then(read);
    Ok((header.ok_or_else(corrupt)?, &value[end + 1..]))
}

/// The value of a key: what [`split`] takes apart.
pub fn join(header: &Header, text: &[u8]) -> Vec<u8> {
    let last_own = header.last_own.map_or_else(|| "-".into(), own);
    let mut seen = String::new();
    let mut newer: Option<u32> = None;
    for &id in header.seen.iter().rev() {
        match newer {
            None => seen += &id.to_string(),
            Some(newer) => seen += &format!("{:+}", i64::from(id) - i64::from(newer)),
        }
        newer = Some(id);
    }
    if seen.is_empty() {
        seen.push('-');
    }
    let head = format!("{} {last_own} {seen}\n", header.revision.0);
    [head.as_bytes(), text].concat()
}

fn read(header: &str) -> Option<Header> {
    let mut parts = header.split(' ');
    let revision = parts.next()?.parse().ok().map(Revision)?;
    let last_own = match parts.next()? {
        "-" => None,
        own => Some(u64::from_be_bytes(
            URL_SAFE_NO_PAD.decode(own).ok()?.try_into().ok()?,
        )),
    };
    let seen = match parts.next()? {
        "-" => Vec::new(),
        seen => ids(seen)?,
    };
    let header = Header {
        revision,
        last_own,
        seen,
    };
    parts.next().is_none().then_some(header)
}

/// The ids of `SEEN`, oldest first.
fn ids(mut seen: &str) -> Option<Vec<u32>> {
    let (mut ids, mut newer) = (Vec::new(), 0i64);
    while !seen.is_empty() {
        let sign = usize::from(!ids.is_empty());
        let digits = seen.get(sign..)?;
        let end = digits.find(['+', '-']).map_or(seen.len(), |end| sign + end);
        newer = newer.checked_add(seen[..end].parse().ok()?)?;
        ids.push(u32::try_from(newer).ok()?);
        seen = &seen[end..];
    }
    ids.reverse();
    Some(ids)
}
