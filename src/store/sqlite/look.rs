//! A look at a file that another program may be using: nothing is changed.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::schema::SCHEMA;
use crate::store::StoreError;

/// For how long one waits for whoever writes just now.
const BUSY: &str = "PRAGMA busy_timeout = 1000;";

/// What can be seen of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// How many chats it holds.
    pub records: u64,
    /// How commits reach the file: `wal` is ours.
    pub journal_mode: String,
    /// Whether the next start brings the tables to the form of this program.
    pub is_older: bool,
}

/// `None` when there is no such file yet; its folder is there, and the first start makes it.
///
/// # Errors
/// When the file cannot be read or written, or was written by a newer program.
pub fn look(path: &str) -> Result<Option<Look>, StoreError> {
    if !Path::new(path).exists() {
        let folder = Path::new(path).parent();
        let is_there = folder.is_none_or(|folder| folder.as_os_str().is_empty() || folder.is_dir());
        let lack = || StoreError::Unavailable("the folder of the file does not exist".into());
        return if is_there { Ok(None) } else { Err(lack()) };
    }
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.execute_batch(BUSY)?;
    let schema: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if schema > SCHEMA {
        return Err(StoreError::Unavailable(
            "the file was written by a newer gilbot".into(),
        ));
    }
    // Whoever may not write is told here, or that somebody else holds the file for longer than a call may take.
    connection.execute_batch("BEGIN IMMEDIATE; ROLLBACK;")?;
    let records = match schema {
        0 => 0,
        _ => connection.query_row("SELECT count(*) FROM chat", [], |row| row.get(0))?,
    };
    Ok(Some(Look {
        records,
        journal_mode: connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?,
        is_older: schema < SCHEMA,
    }))
}
