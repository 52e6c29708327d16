//! The operator's counts, one row for each thing and day.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, params};

use super::begin;
use crate::dialogue::effect::Count;
use crate::store::{StoreError, TALLY_MEMORY_DAYS, Tallied, last_tallied};

pub fn add(
    connection: &mut Connection,
    day: NaiveDate,
    counts: &[(Count, u64)],
) -> Result<(), StoreError> {
    let turn = begin(connection)?;
    let oldest = day - Days::new(TALLY_MEMORY_DAYS);
    turn.prepare_cached("DELETE FROM tally WHERE day <= ?1")?
        .execute([oldest.to_string()])?;
    for (count, times) in counts {
        turn.prepare_cached(
            "INSERT INTO tally (day, name, times) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET times = times + ?3",
        )?
        .execute(params![day.to_string(), count.name(), times])?;
    }
    Ok(turn.commit()?)
}

pub fn read(
    connection: &Connection,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Tallied>, StoreError> {
    let to = last_tallied(from, to);
    let mut question = connection
        .prepare_cached("SELECT day, name, times FROM tally WHERE day >= ?1 AND day <= ?2")?;
    let rows = question.query_map([from.to_string(), to.to_string()], |row| {
        let (day, name, times): (String, String, u64) = row.try_into()?;
        Ok((day, name, times))
    })?;
    let mut tallies = Vec::new();
    for row in rows {
        let (day, name, times) = row?;
        let day = day.parse();
        let day = day.map_err(|_| StoreError::Corrupt("a day cannot be read".into()))?;
        // What another release has counted is left alone.
        let count = Count::named(&name);
        tallies.extend(count.map(|count| Tallied { day, count, times }));
    }
    Ok(tallies)
}
