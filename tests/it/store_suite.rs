//! One suite for every store: what the contract says, told as stories.

use chrono::{DateTime, Utc};
use gilbot::dialogue::event::MessageId;
use gilbot::store::{ChatId, Commit, CommitId, Record, Revision, Room, Row, Store, StoreError};

use crate::store_places::{RedisCluster, RedisNode, SqliteFile, SqliteMemory};
use crate::{store_alarms, store_commits, store_moving, store_pace, store_tally, store_verify};

/// A lease of one row alone.
pub trait LeaseRow: Store {
    async fn lease_row(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: usize,
        row: Row,
    ) -> Result<Vec<ChatId>, StoreError> {
        let mut room = Room::default();
        match row {
            Row::Asked => room.asked = limit,
            Row::Unasked => room.unasked = limit,
        }
        let leased = self.lease(now, until, room).await?;
        Ok(match row {
            Row::Asked => leased.asked,
            Row::Unasked => leased.unasked,
        })
    }
}

impl<S: Store + ?Sized> LeaseRow for S {}

macro_rules! on_every_store {
    ($($stories:ident::$story:ident),* $(,)?) => {
        on_store!(sqlite_file, SqliteFile, $($stories::$story),*);
        on_store!(sqlite_memory, SqliteMemory, $($stories::$story),*);
        on_store!(redis_node, RedisNode, $($stories::$story),*);
        on_store!(redis_cluster, RedisCluster, $($stories::$story),*);
    };
}

macro_rules! on_store {
    ($name:ident, $place:ident, $($stories:ident::$story:ident),*) => {
        mod $name {
            use super::*;
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $story() {
                    $stories::$story(&$place::empty().await).await;
                }
            )*
        }
    };
}

on_every_store!(
    store_commits::a_chat_without_a_record_has_none,
    store_commits::a_record_is_loaded_as_it_was_committed,
    store_commits::a_commit_sent_again_is_a_duplicate_and_changes_nothing,
    store_commits::a_commit_of_our_own_sent_again_is_a_duplicate,
    store_commits::an_update_and_a_commit_of_our_own_never_share_a_name,
    store_commits::a_commit_on_another_revision_is_a_conflict_and_changes_nothing,
    store_commits::the_last_updates_are_remembered_and_older_ones_dropped,
    store_commits::the_numbers_of_updates_may_restart_lower,
    store_alarms::the_alarm_moves_with_the_record,
    store_alarms::a_lease_gives_the_earliest_first_and_no_more_than_asked,
    store_alarms::a_lease_of_both_rows_gives_each_as_much_as_it_has_room_for,
    store_alarms::a_leased_chat_comes_again_at_the_end_of_the_lease,
    store_alarms::a_commit_after_a_lease_sets_the_true_alarm,
    store_alarms::an_alarm_is_never_early,
    store_alarms::an_alarm_stands_in_the_row_of_what_is_owed_and_in_no_other,
    store_alarms::the_oldest_overdue_alarm_is_told_whatever_its_row,
    store_alarms::a_lease_passes_over_no_earlier_alarm,
    store_alarms::replicas_side_by_side_lease_each_chat_once,
    store_commits::committers_side_by_side_lose_nothing,
    store_commits::forget_leaves_no_trace,
    store_commits::forget_on_another_revision_is_a_conflict_and_changes_nothing,
    store_commits::a_spoiled_record_is_corrupt_and_its_bytes_stay,
    store_pace::places_follow_one_another_and_never_lie_in_the_past,
    store_pace::replicas_side_by_side_never_take_the_same_place,
    store_pace::a_hold_moves_the_next_place_forward_and_never_back,
    store_pace::a_clock_that_was_wrong_once_silences_nobody_for_ever,
    store_pace::the_tries_of_each_update_are_counted_and_forgotten_after_a_day,
    store_pace::the_tries_change_no_record_and_are_forgotten_with_the_chat,
    store_tally::counts_are_added_up_by_the_day,
    store_tally::everything_that_can_be_counted_is_read_as_it_was_written,
    store_tally::replicas_side_by_side_lose_no_count,
    store_tally::counts_say_nothing_of_a_chat_and_outlive_it,
    store_moving::what_was_imported_knows_what_has_taken_effect,
    store_moving::a_store_that_holds_chats_takes_no_import,
    store_moving::a_bad_line_is_told_and_nothing_is_imported,
    store_moving::an_import_that_fails_half_way_is_taken_back,
    store_moving::what_a_killed_import_has_left_is_cleared_by_the_next,
    store_verify::a_lost_alarm_is_found_and_restored_as_it_was,
    store_verify::a_wrong_alarm_is_found_and_put_right,
    store_verify::a_lease_is_no_wrong_alarm,
    store_verify::a_debt_keeps_its_time_and_gets_one_if_it_has_none,
    store_verify::what_has_changed_meanwhile_is_left_alone,
    store_verify::a_chat_that_cannot_be_read_is_counted_and_keeps_its_alarm,
    store_verify::all_alarms_are_rebuilt_from_the_records,
);

/// Where alarms lie beside the records, and may be left without one, and where an import is no transaction.
mod beside {
    use super::*;

    on_store!(
        redis_node,
        RedisNode,
        store_verify::alarms_of_nobody_are_found_and_taken_away,
        store_moving::what_is_taken_back_is_only_what_stands_as_it_came
    );
    on_store!(
        redis_cluster,
        RedisCluster,
        store_verify::alarms_of_nobody_are_found_and_taken_away,
        store_moving::what_is_taken_back_is_only_what_stands_as_it_came
    );
}

pub const CHAT: ChatId = ChatId(7_123_456_789);

/// A record that is told from others by one number.
pub fn record(mark: i32, due: Option<DateTime<Utc>>) -> Record {
    Record {
        anchor: Some(MessageId(mark)),
        due,
        ..Record::default()
    }
}

/// Seconds after an arbitrary instant.
pub fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
}

pub async fn commit(store: &dyn Store, id: CommitId, revision: u64, record: &Record) {
    let commit = store.commit(CHAT, id, Revision(revision), record).await;
    assert_eq!(commit, Ok(Commit::Applied));
}

/// How many alarms are overdue.
pub async fn count(store: &dyn Store, now: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(store.overdue(now).await?.count)
}

pub fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}
