//! All records from lines of JSON.

use std::collections::HashSet;
use std::io::{self, BufRead, Seek};

use serde::Deserialize;

use super::line::{Counts, EXPORT, Head, Line, LineError};
use super::{Kept, Movable};
use crate::store::{ChatId, Revision, StoreError};

/// How many chats are written in one go.
const BATCH: usize = 500;

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("line {number} {why}")]
    Line { number: u64, why: LineError },
    #[error("the store holds chats already: import into an empty one")]
    Occupied,
    #[error("somebody else writes into the store: stop every bot and import again")]
    Busy,
    #[error("the export cannot be read: {}", .0.kind())]
    Unread(#[from] io::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("{why}; taking back what was written failed, too: {undoing}")]
    Half {
        why: Box<ImportError>,
        undoing: StoreError,
    },
}

/// Reads what [`export`](super::export()) wrote and writes it into a store that holds no chats. Everything is read and
/// checked before the first write, so the lines are read twice. After an error the store is as empty as before; if even
/// taking back failed ([`ImportError::Half`]), or the import was killed, the store refuses to serve until the next
/// import, which clears it.
///
/// # Errors
/// [`ImportError`] says what is wrong, and in which line, without repeating anything of it.
pub async fn import(
    store: &dyn Movable,
    reader: &mut (impl BufRead + Seek + Send),
) -> Result<Counts, ImportError> {
    let begin = reader.stream_position()?;
    let mut checking = Lines::default();
    while checking.next(reader)?.is_some() {}
    reader.seek(io::SeekFrom::Start(begin))?;
    if !store.import_begins().await? {
        return Err(ImportError::Occupied);
    }
    let mut ours = Vec::new();
    match write(store, reader, &mut ours).await {
        Ok(counts) => Ok(counts),
        Err(error) => match store.import_fails(&ours).await {
            Ok(()) => Err(error),
            Err(undoing) => Err(ImportError::Half {
                why: Box::new(error),
                undoing,
            }),
        },
    }
}

async fn write(
    store: &dyn Movable,
    reader: &mut (impl BufRead + Send),
    ours: &mut Vec<(ChatId, Revision)>,
) -> Result<Counts, ImportError> {
    let (mut lines, mut batch) = (Lines::default(), Vec::with_capacity(BATCH));
    while let Some(kept) = lines.next(reader)? {
        batch.push(kept);
        if batch.len() == BATCH {
            restore(store, std::mem::take(&mut batch), ours).await?;
        }
    }
    restore(store, batch, ours).await?;
    store.import_ends().await?;
    Ok(lines.counts)
}

/// Writes some chats; `ours` then holds those that we have written, or may have.
async fn restore(
    store: &dyn Movable,
    batch: Vec<Kept>,
    ours: &mut Vec<(ChatId, Revision)>,
) -> Result<(), ImportError> {
    ours.extend(batch.iter().map(|kept| (kept.chat, kept.revision)));
    let others = store.restore(batch).await?;
    if others.is_empty() {
        return Ok(());
    }
    ours.retain(|(chat, _)| !others.contains(chat));
    Err(ImportError::Busy)
}

/// How far the lines have been read, and what they have held.
#[derive(Default)]
struct Lines {
    number: u64,
    counts: Counts,
    chats: HashSet<i64>,
    text: String,
}

impl Lines {
    /// The next chat; `None` after the end, which was as it must be.
    fn next(&mut self, reader: &mut impl BufRead) -> Result<Option<Kept>, ImportError> {
        if self.number == 0 {
            let Head { gilbot_export } = self.line(reader)?;
            if gilbot_export > EXPORT {
                return Err(self.error(LineError::Newer(gilbot_export)));
            }
        }
        if !self.read(reader)? {
            return Err(self.error(LineError::Missing));
        }
        if let Ok(told) = serde_json::from_str::<Counts>(&self.text) {
            if told != self.counts {
                return Err(self.error(LineError::Count));
            }
            return match self.read(reader)? {
                true => Err(self.error(LineError::AfterEnd)),
                false => Ok(None),
            };
        }
        let parsed = serde_json::from_str::<Line<'_>>(&self.text).map_err(|_| LineError::Form);
        let corrupt = parsed.as_ref().is_ok_and(|line| line.corrupt);
        let kept = parsed.and_then(Line::kept);
        let kept = kept.map_err(|why| self.error(why))?;
        if !self.chats.insert(kept.chat.0) {
            return Err(self.error(LineError::Twice));
        }
        self.counts.chats += 1;
        self.counts.corrupt += u64::from(corrupt);
        Ok(Some(kept))
    }

    fn line<'a, T: Deserialize<'a>>(
        &'a mut self,
        reader: &mut impl BufRead,
    ) -> Result<T, ImportError> {
        let missing = !self.read(reader)?;
        let number = self.number;
        let why = if missing {
            LineError::Missing
        } else {
            LineError::Form
        };
        serde_json::from_str(&self.text).map_err(|_| ImportError::Line { number, why })
    }

    /// False when there is no further line.
    fn read(&mut self, reader: &mut impl BufRead) -> Result<bool, ImportError> {
        self.text.clear();
        self.number += 1;
        match reader.read_line(&mut self.text) {
            Ok(bytes) => Ok(bytes > 0),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                Err(self.error(LineError::Form))
            }
            Err(error) => Err(error.into()),
        }
    }

    fn error(&self, why: LineError) -> ImportError {
        ImportError::Line {
            number: self.number,
            why,
        }
    }
}
