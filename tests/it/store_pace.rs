//! The stories of what all replicas share beside the records: the pace of unasked messages, and the tries of updates.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::TimeDelta;
use gilbot::store::{ATTEMPT_MEMORY, ChatId, Commit, CommitId, PACE_AHEAD_MAX, Revision};

use crate::store_places::Place;
use crate::store_suite::{CHAT, at, commit, contains, record};

/// Finer than a millisecond, as a thousand messages a second are.
const SPACING: Duration = Duration::from_micros(41_237);

pub async fn places_follow_one_another_and_never_lie_in_the_past(place: &dyn Place) {
    let store = place.open().await;
    let spacing = TimeDelta::from_std(SPACING).unwrap();
    assert_eq!(store.reserve(at(0), SPACING, 25).await, Ok(at(0)));
    let next = at(0) + spacing * 25;
    assert_eq!(store.reserve(at(0), SPACING, 1).await, Ok(next));
    assert_eq!(store.reserve(at(1), SPACING, 0).await, Ok(next + spacing));
    assert_eq!(store.reserve(at(1), SPACING, 3).await, Ok(next + spacing));
    assert_eq!(
        store.reserve(at(60), SPACING, 1).await,
        Ok(at(60)),
        "what nobody took is gone: no burst makes up for it"
    );
}

pub async fn replicas_side_by_side_never_take_the_same_place(place: &dyn Place) {
    let first = place.open().await;
    let mut replicas = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let store = place.beside(&first).await;
        replicas.spawn(async move {
            let mut taken = Vec::new();
            for _ in 0..25 {
                let first = store.reserve(at(0), SPACING, 2).await.unwrap();
                taken.extend([first, first + SPACING]);
            }
            taken
        });
    }
    let taken: BTreeSet<_> = replicas.join_all().await.concat().into_iter().collect();
    assert_eq!(taken.len(), 200);
    assert_eq!(taken.last(), Some(&(at(0) + SPACING * 199)));
}

pub async fn a_hold_moves_the_next_place_forward_and_never_back(place: &dyn Place) {
    let store = place.open().await;
    assert_eq!(store.hold(at(30)).await, Ok(()));
    assert_eq!(store.hold(at(20)).await, Ok(()));
    assert_eq!(store.reserve(at(0), SPACING, 1).await, Ok(at(30)));
    assert_eq!(store.hold(at(10)).await, Ok(()));
    let next = at(30) + SPACING;
    assert_eq!(store.reserve(at(0), SPACING, 1).await, Ok(next));
}

pub async fn a_clock_that_was_wrong_once_silences_nobody_for_ever(place: &dyn Place) {
    let store = place.open().await;
    let future = at(0) + TimeDelta::days(400);
    assert_eq!(store.reserve(future, SPACING, 1).await, Ok(future));
    assert_eq!(store.reserve(at(0), SPACING, 1).await, Ok(at(0)));
    let next = at(0) + SPACING;
    assert_eq!(store.reserve(at(0), SPACING, 1).await, Ok(next));
    let far = at(0) + PACE_AHEAD_MAX;
    assert_eq!(store.hold(far).await, Ok(()));
    assert_eq!(store.reserve(at(0), SPACING, 1).await, Ok(far));
}

pub async fn the_tries_of_each_update_are_counted_and_forgotten_after_a_day(place: &dyn Place) {
    let store = place.open().await;
    let other = ChatId(CHAT.0 + 64);
    let last_try = at(100);
    assert_eq!(store.attempt(CHAT, 1, at(0)).await, Ok(1));
    assert_eq!(store.attempt(CHAT, 1, last_try).await, Ok(2));
    assert_eq!(store.attempt(CHAT, 2, last_try).await, Ok(1));
    assert_eq!(store.attempt(other, 1, last_try).await, Ok(1));
    let almost = last_try + ATTEMPT_MEMORY - TimeDelta::milliseconds(1);
    assert_eq!(store.attempt(CHAT, 1, almost).await, Ok(3));
    assert_eq!(
        store.attempt(CHAT, 2, last_try + ATTEMPT_MEMORY).await,
        Ok(1)
    );
    let late = almost + ATTEMPT_MEMORY;
    assert_eq!(store.attempt(CHAT, 1, late).await, Ok(1));
}

pub async fn the_tries_change_no_record_and_are_forgotten_with_the_chat(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Update(7), 0, &record(1, Some(at(60)))).await;
    let kept = store.load(CHAT).await;
    assert_eq!(store.attempt(CHAT, 1_987_654_321, at(0)).await, Ok(1));
    assert_eq!(store.load(CHAT).await, kept);
    assert_eq!(store.forget(CHAT, Revision(2)).await, Ok(Commit::Conflict));
    assert_eq!(store.attempt(CHAT, 1_987_654_321, at(0)).await, Ok(2));
    assert_eq!(store.forget(CHAT, Revision(1)).await, Ok(Commit::Applied));
    let bytes = place.bytes();
    for trace in ["1987654321", "7123456789"] {
        assert!(!contains(&bytes, trace), "{trace} is left");
    }
    // Of somebody who has no record, too.
    assert_eq!(store.attempt(CHAT, 1_987_654_321, at(0)).await, Ok(1));
    assert_eq!(store.forget(CHAT, Revision(0)).await, Ok(Commit::Applied));
    assert!(!contains(&place.bytes(), "7123456789"));
}
