//! All records as lines of JSON.

use std::collections::HashSet;
use std::io::{self, Write};

use serde::Serialize;

use super::line::{Counts, EXPORT, Head, Line};
use super::{Movable, for_each_page};
use crate::store::StoreError;

/// Writes everything that the store keeps: a head, one line for each chat, and an end with their number. What cannot be
/// read as a record is written as it lies, and counted.
///
/// # Errors
/// The store's; [`StoreError::Corrupt`] also when a key does not even have the head of a record, as its bytes have no
/// place in an export; [`StoreError::Unavailable`] when the lines cannot be written.
pub async fn export(
    store: &dyn Movable,
    writer: &mut (impl Write + Send),
) -> Result<Counts, StoreError> {
    let head = Head {
        gilbot_export: EXPORT,
    };
    write(writer, &head)?;
    let (mut counts, mut written) = (Counts::default(), HashSet::new());
    for_each_page(store, async |page| {
        if !page.unreadable.is_empty() {
            let why = format!("{} chats have no head", page.unreadable.len());
            return Err(StoreError::Corrupt(why));
        }
        for kept in page.kept {
            if written.insert(kept.chat) {
                let line = Line::of(&kept);
                counts.chats += 1;
                counts.corrupt += u64::from(line.corrupt);
                write(writer, &line)?;
            }
        }
        Ok(())
    })
    .await?;
    write(writer, &counts)?;
    writer.flush().map_err(failed)?;
    Ok(counts)
}

fn write(writer: &mut impl Write, line: &impl Serialize) -> Result<(), StoreError> {
    serde_json::to_writer(&mut *writer, line).map_err(|error| failed(error.into()))?;
    writer.write_all(b"\n").map_err(failed)
}

fn failed(error: io::Error) -> StoreError {
    StoreError::Unavailable(format!("the export cannot be written: {}", error.kind()))
}
