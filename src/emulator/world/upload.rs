//! What Telegram asks of a file that a bot sends.

use super::error::Refusal;
use super::params::Upload;

/// The most bytes of an uploaded file.
const FILE_BYTES_MAX: usize = 50 * 1024 * 1024;
/// The most bytes of a photo, the longest that both sides may be together, and how many times one may be the other.
const PHOTO_BYTES_MAX: usize = 10 * 1024 * 1024;
const PHOTO_SIDES_MAX: u64 = 10_000;
const PHOTO_RATIO_MAX: u64 = 20;

pub(super) fn sound_upload(upload: &Upload) -> Result<Upload, Refusal> {
    if upload.bytes.is_empty() {
        return Err(Refusal::bad_request("file must be non-empty"));
    }
    if upload.bytes.len() > FILE_BYTES_MAX {
        return Err(Refusal::new(413, "Request Entity Too Large"));
    }
    Ok(upload.clone())
}

/// A photo is smaller than other files, and its sides are neither too long nor too uneven.
pub(super) fn sound_photo(upload: &Upload) -> Result<Upload, Refusal> {
    let upload = sound_upload(upload)?;
    let bytes = upload.bytes.len();
    if bytes > PHOTO_BYTES_MAX {
        return Err(Refusal::bad_request(format!(
            "file of size {bytes} bytes is too big for a photo; the maximum size is {PHOTO_BYTES_MAX} bytes"
        )));
    }
    if let Some((width, height)) = png_size(&upload.bytes) {
        let (long, short) = (width.max(height), width.min(height));
        let is_uneven = u64::from(long) > u64::from(short) * PHOTO_RATIO_MAX;
        if u64::from(width) + u64::from(height) > PHOTO_SIDES_MAX || is_uneven {
            return Err(Refusal::bad_request("PHOTO_INVALID_DIMENSIONS"));
        }
    }
    Ok(upload)
}

pub(super) fn wrong_file() -> Refusal {
    Refusal::bad_request("wrong file identifier/HTTP URL specified")
}

/// Width and height of a PNG in pixels, from its first chunk.
pub(super) fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at| Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?));
    Some((number(8)?, number(12)?))
}
