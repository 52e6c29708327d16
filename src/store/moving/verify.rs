//! The proof that every chat has its right alarm, and its repair.
//!
//! Of a record that owes nothing the alarm is `next_due(dialogue)`, and nobody waits for it. There is one exception: a
//! chat that was due has been leased, and its alarm stands at the end of the lease, or has come again since. So while
//! the true time lies in the past, any alarm until [`LEASE_MAX`] from now will wake the chat just as well, and counts
//! as right: to move it would disturb whoever holds the lease. A record that owes something may have any alarm up to
//! [`OWED_MAX`] from now, as only the one who tried to deliver knows when to try again; but it must have one, in the row of
//! what is owed.
//!
//! A repair changes an alarm only if neither the record nor the alarm has changed since it was looked at, so it is safe
//! beside a running bot. It restores the same alarm that the last commit has set, hence no reminder comes twice: which
//! stages have been told stands in the record. A debt that has lost its alarm gets one at the end of a lease from now,
//! as somebody may be delivering it.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Alarm, Kept, Movable, for_each_page};
use crate::store::packed::{alarm_ms, instant};
use crate::store::{PACE_AHEAD_MAX, Record, Row, StoreError};

/// The longest lease of a running bot, and some seconds by which clocks may differ.
pub const LEASE_MAX: TimeDelta = TimeDelta::seconds(120);

/// Longer than anybody puts off what is owed: as long as Telegram's longest wait that we obey, and a night.
pub const OWED_MAX: TimeDelta = PACE_AHEAD_MAX
    .checked_add(&TimeDelta::hours(12))
    .expect("two days");

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Findings {
    /// How many chats there are.
    pub chats: u64,
    /// Chats without an alarm that should have one.
    pub without_alarm: u64,
    /// Chats with an alarm at a wrong time, in a wrong row, in both rows, or that should have none.
    pub wrong_alarm: u64,
    /// Alarms that belong to no chat.
    pub strays: u64,
    /// Chats that cannot be read. Their alarm cannot be judged, and stays.
    pub corrupt: u64,
    /// How many alarms were put right.
    pub repaired: u64,
    /// How many were not, as somebody was faster: to be verified again.
    pub changed_meanwhile: u64,
}

impl Findings {
    /// Whether every alarm is right, or has been put right, and every record can be read.
    pub fn is_sound(&self) -> bool {
        let wrong = self.without_alarm + self.wrong_alarm + self.strays;
        self.corrupt == 0 && self.repaired == wrong
    }
}

/// Compares the alarm of every chat with its record, and with `repair` puts it right. May run beside the bot.
///
/// # Errors
/// The store's. What was repaired before stays repaired.
pub async fn verify(
    store: &dyn Movable,
    now: DateTime<Utc>,
    repair: bool,
) -> Result<Findings, StoreError> {
    let mut findings = Findings::default();
    for_each_page(store, async |page| -> Result<(), StoreError> {
        findings.chats += (page.kept.len() + page.unreadable.len()) as u64;
        findings.corrupt += page.unreadable.len() as u64;
        for kept in page.kept {
            let Ok(record) = kept.record() else {
                findings.corrupt += 1;
                continue;
            };
            let Some(right) = wrong(&kept, &record, now)? else {
                continue;
            };
            match kept.alarms[..] {
                [] => findings.without_alarm += 1,
                _ => findings.wrong_alarm += 1,
            }
            if repair && store.realarm(&kept, right).await? {
                findings.repaired += 1;
            } else if repair {
                findings.changed_meanwhile += 1;
            }
        }
        Ok(())
    })
    .await?;
    findings.strays = store.strays(repair).await?;
    if repair {
        findings.repaired += findings.strays;
    }
    Ok(findings)
}

/// What the alarm should be, if it is not.
fn wrong(
    kept: &Kept,
    record: &Record,
    now: DateTime<Utc>,
) -> Result<Option<Option<Alarm>>, StoreError> {
    let row = Row::of(record);
    if record.outbox.owes() {
        let is_soon = |due: &DateTime<Utc>| *due <= now + OWED_MAX;
        let has_one =
            matches!(&kept.alarms[..], [alarm] if alarm.row == row && is_soon(&alarm.due));
        let first = kept.alarms.iter().map(|alarm| alarm.due).min();
        let due = first.filter(is_soon).unwrap_or(now + LEASE_MAX);
        return Ok((!has_one).then_some(Some(Alarm { row, due })));
    }
    let due = record.rests_until().map(alarm_ms).map(instant);
    let right = due.transpose()?.map(|due| Alarm { row, due });
    let is_right = match (&kept.alarms[..], right) {
        ([], None) => true,
        ([alarm], Some(right)) => {
            let may_be_leased = right.due <= now && alarm.due <= now + LEASE_MAX;
            alarm.row == right.row && (alarm.due == right.due || may_be_leased)
        }
        _ => false,
    };
    Ok((!is_right).then_some(right))
}
