//! The stories of alarms: they move with the record, and a lease moves them forward.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use gilbot::store::{ChatId, Commit, CommitId, Revision};

use crate::store_places::Place;
use crate::store_suite::{CHAT, at, commit, record};

pub async fn the_alarm_moves_with_the_record(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Update(1), 0, &record(1, Some(at(60)))).await;
    assert_eq!(store.overdue(at(59)).await, Ok(0));
    assert_eq!(store.overdue(at(60)).await, Ok(1));
    commit(&*store, CommitId::Update(2), 1, &record(1, Some(at(90)))).await;
    assert_eq!(store.overdue(at(89)).await, Ok(0));
    assert_eq!(store.lease(at(89), at(200), 10).await, Ok(vec![]));
    assert_eq!(store.overdue(at(90)).await, Ok(1));
    commit(&*store, CommitId::Own(3), 2, &record(1, None)).await;
    assert_eq!(store.overdue(at(9_999_999)).await, Ok(0));
    assert_eq!(store.load(CHAT).await.unwrap().unwrap().due, None);
}

pub async fn a_lease_gives_the_earliest_first_and_no_more_than_asked(place: &dyn Place) {
    let store = place.open().await;
    // Neighbours fall into different shards, and every 64th into the same.
    let chats: Vec<_> = (0..10)
        .flat_map(|n| [ChatId(n), ChatId(n * 64 + 1000)])
        .collect();
    for (place, &chat) in chats.iter().enumerate() {
        let record = record(1, Some(at(1000 - place as i64)));
        let applied = store
            .commit(chat, CommitId::Own(1), Revision(0), &record)
            .await;
        assert_eq!(applied, Ok(Commit::Applied));
    }
    let by_alarm: Vec<_> = chats.iter().rev().copied().collect();
    assert_eq!(store.lease(at(1000), at(2000), 0).await, Ok(vec![]));
    assert_eq!(
        store.lease(at(1000), at(2000), 3).await,
        Ok(by_alarm[..3].to_vec())
    );
    assert_eq!(
        store.lease(at(990), at(2000), 100).await,
        Ok(by_alarm[3..10].to_vec())
    );
    assert_eq!(
        store.lease(at(1000), at(2000), 100).await,
        Ok(by_alarm[10..].to_vec())
    );
    assert_eq!(store.lease(at(1999), at(3000), 100).await, Ok(vec![]));
}

pub async fn a_leased_chat_comes_again_at_the_end_of_the_lease(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Own(1), 0, &record(1, Some(at(10)))).await;
    assert_eq!(store.lease(at(10), at(70), 1).await, Ok(vec![CHAT]));
    assert_eq!(store.lease(at(69), at(200), 1).await, Ok(vec![]));
    let leased = store.load(CHAT).await.unwrap().unwrap();
    assert_eq!((leased.due, leased.revision), (Some(at(70)), Revision(1)));
    assert_eq!(store.lease(at(70), at(130), 1).await, Ok(vec![CHAT]));
}

pub async fn a_commit_after_a_lease_sets_the_true_alarm(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Own(1), 0, &record(1, Some(at(10)))).await;
    assert_eq!(store.lease(at(10), at(70), 1).await, Ok(vec![CHAT]));
    commit(&*store, CommitId::Own(2), 1, &record(1, Some(at(30)))).await;
    assert_eq!(store.lease(at(29), at(90), 1).await, Ok(vec![]));
    assert_eq!(store.lease(at(30), at(90), 1).await, Ok(vec![CHAT]));
}

pub async fn an_alarm_is_never_early(place: &dyn Place) {
    let store = place.open().await;
    let due = at(10) + TimeDelta::microseconds(1);
    commit(&*store, CommitId::Own(1), 0, &record(1, Some(due))).await;
    assert_eq!(store.lease(at(10), at(70), 1).await, Ok(vec![]));
    let loaded = store.load(CHAT).await.unwrap().unwrap().due.unwrap();
    assert!(loaded >= due && loaded - due < TimeDelta::milliseconds(1));
    assert_eq!(store.lease(loaded, at(70), 1).await, Ok(vec![CHAT]));
}

pub async fn replicas_side_by_side_lease_each_chat_once(place: &dyn Place) {
    let store = place.open().await;
    for chat in 0..60 {
        let applied = store
            .commit(
                ChatId(chat),
                CommitId::Own(1),
                Revision(0),
                &record(1, Some(at(chat))),
            )
            .await;
        assert_eq!(applied, Ok(Commit::Applied));
    }
    let mut replicas = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let store = place.open().await;
        replicas.spawn(async move {
            let mut leased = Vec::new();
            while store.overdue(at(100)).await.unwrap() > 0 {
                leased.extend(store.lease(at(100), at(9999), 7).await.unwrap());
            }
            leased
        });
    }
    let leased: Vec<_> = replicas.join_all().await.concat();
    assert_eq!(leased.len(), 60);
    assert_eq!(leased.into_iter().collect::<BTreeSet<_>>().len(), 60);
}
