//! How the parts that stand beside a record's text are written:
//! the seen ids as bytes, and instants as milliseconds, or as microseconds where places lie closer together.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::StoreError;

/// Ids as little-endian numbers of four bytes each, oldest first.
pub fn pack(seen: &[u32]) -> Vec<u8> {
    seen.iter().flat_map(|id| id.to_le_bytes()).collect()
}

/// Reads what [`pack`] wrote.
///
/// # Errors
/// [`StoreError::Corrupt`] when the bytes are not a whole number of ids.
pub fn unpack(bytes: &[u8]) -> Result<Vec<u32>, StoreError> {
    let (ids, rest) = bytes.as_chunks::<{ size_of::<u32>() }>();
    if !rest.is_empty() {
        return Err(StoreError::Corrupt("the seen ids are cut short".into()));
    }
    Ok(ids.iter().copied().map(u32::from_le_bytes).collect())
}

/// An alarm in milliseconds, rounded up: no chat is woken before its time.
pub fn alarm_ms(at: DateTime<Utc>) -> i64 {
    let begun = !at.timestamp_subsec_nanos().is_multiple_of(1_000_000);
    at.timestamp_millis() + i64::from(begun)
}

/// The present in milliseconds, rounded down: no chat is woken before its time.
pub fn now_ms(now: DateTime<Utc>) -> i64 {
    now.timestamp_millis()
}

/// Reads what [`alarm_ms`] wrote.
///
/// # Errors
/// [`StoreError::Corrupt`] when there is no such instant.
pub fn instant(ms: i64) -> Result<DateTime<Utc>, StoreError> {
    DateTime::from_timestamp_millis(ms)
        .ok_or_else(|| StoreError::Corrupt("the alarm is not an instant".into()))
}

/// A place of the pace in microseconds.
pub fn place_us(at: DateTime<Utc>) -> i64 {
    at.timestamp_micros()
}

/// Reads what [`place_us`] wrote.
///
/// # Errors
/// [`StoreError::Corrupt`] when there is no such instant.
pub fn place(us: i64) -> Result<DateTime<Utc>, StoreError> {
    DateTime::from_timestamp_micros(us)
        .ok_or_else(|| StoreError::Corrupt("the next free place is not an instant".into()))
}

/// The distance of places in microseconds.
pub fn spacing_us(spacing: Duration) -> i64 {
    i64::try_from(spacing.as_micros()).unwrap_or(i64::MAX)
}
