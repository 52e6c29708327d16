//! The form of the tables, and how a file of an earlier release comes to it.

use rusqlite::Connection;

use super::begin;
use crate::store::StoreError;

/// The number of the tables' form, kept in the file as `user_version`.
pub const SCHEMA: i64 = 3;

/// `seen` is packed as in [`pack`](crate::store::packed::pack); `last_own` holds the bits of the last
/// [`CommitId::Own`](crate::store::CommitId::Own); `due` is in milliseconds; `asked` tells in which row the alarm
/// stands.
const FIRST: &str = "
CREATE TABLE chat (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  seen BLOB NOT NULL,
  last_own INTEGER,
  due INTEGER
) STRICT;
CREATE INDEX chat_due ON chat (due) WHERE due IS NOT NULL;
";

/// Two rows of alarms, and the tries of updates, of which `at` is the last in milliseconds. A record that cannot be read
/// stays as it is.
const SECOND: &str = "
ALTER TABLE chat ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
UPDATE chat SET asked = 1 WHERE CASE WHEN json_valid(body) THEN json_extract(body, '$.o.asked') END;
DROP INDEX chat_due;
CREATE INDEX chat_due ON chat (asked, due) WHERE due IS NOT NULL;
CREATE TABLE attempt (
  chat INTEGER NOT NULL,
  update_id INTEGER NOT NULL,
  count INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (chat, update_id)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 2;
";

/// How often something was counted on a day; the day is written as `2026-11-30`.
const THIRD: &str = "
CREATE TABLE tally (
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (day, name)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 3;
";

/// Waits for another program on the same file for a shorter time than a call may take. Every commit reaches the disk
/// before it is answered, and what is deleted is overwritten.
const SETTINGS: &str = "
PRAGMA busy_timeout = 1000;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
";

/// # Errors
/// [`StoreError::Unavailable`] when the file is no database, or was written by a newer program.
pub fn prepare(connection: &mut Connection) -> Result<(), StoreError> {
    connection.execute_batch(SETTINGS)?;
    let turn = begin(connection)?;
    let schema: i64 = turn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if schema > SCHEMA {
        return Err(StoreError::Unavailable(format!(
            "the database has schema {schema} and this program knows only {SCHEMA}: use a newer gilbot, or another file"
        )));
    }
    if schema < 1 {
        turn.execute_batch(FIRST)?;
    }
    if schema < 2 {
        turn.execute_batch(SECOND)?;
    }
    if schema < 3 {
        turn.execute_batch(THIRD)?;
    }
    Ok(turn.commit()?)
}
