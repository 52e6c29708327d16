//! The stories of alarms: they move with the record, and a lease moves them forward.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use gilbot::store::{ChatId, Commit, CommitId, Overdue, Revision, Room, Row};

use crate::store_places::Place;
use crate::store_suite::{CHAT, LeaseRow, at, commit, count, record};

pub async fn the_alarm_moves_with_the_record(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Update(1), 0, &record(1, Some(at(60)))).await;
    assert_eq!(count(&*store, at(59)).await, Ok(0));
    assert_eq!(count(&*store, at(60)).await, Ok(1));
    commit(&*store, CommitId::Update(2), 1, &record(1, Some(at(90)))).await;
    assert_eq!(count(&*store, at(89)).await, Ok(0));
    assert_eq!(
        store.lease_row(at(89), at(200), 10, Row::Unasked).await,
        Ok(vec![])
    );
    assert_eq!(count(&*store, at(90)).await, Ok(1));
    commit(&*store, CommitId::Own(3), 2, &record(1, None)).await;
    assert_eq!(count(&*store, at(9_999_999)).await, Ok(0));
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
    assert_eq!(
        store.lease_row(at(1000), at(2000), 0, Row::Unasked).await,
        Ok(vec![])
    );
    assert_eq!(
        store.lease_row(at(1000), at(2000), 3, Row::Unasked).await,
        Ok(by_alarm[..3].to_vec())
    );
    assert_eq!(
        store.lease_row(at(990), at(2000), 100, Row::Unasked).await,
        Ok(by_alarm[3..10].to_vec())
    );
    assert_eq!(
        store.lease_row(at(1000), at(2000), 100, Row::Unasked).await,
        Ok(by_alarm[10..].to_vec())
    );
    assert_eq!(
        store.lease_row(at(1999), at(3000), 100, Row::Unasked).await,
        Ok(vec![])
    );
}

pub async fn a_lease_of_both_rows_gives_each_as_much_as_it_has_room_for(place: &dyn Place) {
    let store = place.open().await;
    for chat in 1..=8 {
        let mut record = record(1, Some(at(chat)));
        record.outbox.asked = chat % 2 == 0;
        let id = CommitId::Own(1);
        let committed = store.commit(ChatId(chat), id, Revision(0), &record).await;
        assert_eq!(committed, Ok(Commit::Applied));
    }
    let lease = async |asked, unasked| {
        let room = Room { asked, unasked };
        let leased = store.lease(at(9), at(99), room).await.unwrap();
        let numbers = |chats: Vec<ChatId>| chats.into_iter().map(|chat| chat.0).collect();
        (numbers(leased.asked), numbers(leased.unasked))
    };
    let none = Vec::<i64>::new;
    assert_eq!(lease(3, 1).await, (vec![2, 4, 6], vec![1]));
    assert_eq!(lease(0, 2).await, (none(), vec![3, 5]), "no room, no look");
    assert_eq!(lease(9, 9).await, (vec![8], vec![7]));
    assert_eq!(lease(9, 9).await, (none(), none()));
    assert_eq!(count(&*store, at(98)).await, Ok(0));
    assert_eq!(count(&*store, at(99)).await, Ok(8));
}

pub async fn a_leased_chat_comes_again_at_the_end_of_the_lease(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Own(1), 0, &record(1, Some(at(10)))).await;
    assert_eq!(
        store.lease_row(at(10), at(70), 1, Row::Unasked).await,
        Ok(vec![CHAT])
    );
    assert_eq!(
        store.lease_row(at(69), at(200), 1, Row::Unasked).await,
        Ok(vec![])
    );
    let leased = store.load(CHAT).await.unwrap().unwrap();
    assert_eq!((leased.due, leased.revision), (Some(at(70)), Revision(1)));
    assert_eq!(
        store.lease_row(at(70), at(130), 1, Row::Unasked).await,
        Ok(vec![CHAT])
    );
}

pub async fn a_commit_after_a_lease_sets_the_true_alarm(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Own(1), 0, &record(1, Some(at(10)))).await;
    assert_eq!(
        store.lease_row(at(10), at(70), 1, Row::Unasked).await,
        Ok(vec![CHAT])
    );
    commit(&*store, CommitId::Own(2), 1, &record(1, Some(at(30)))).await;
    assert_eq!(
        store.lease_row(at(29), at(90), 1, Row::Unasked).await,
        Ok(vec![])
    );
    assert_eq!(
        store.lease_row(at(30), at(90), 1, Row::Unasked).await,
        Ok(vec![CHAT])
    );
}

pub async fn an_alarm_is_never_early(place: &dyn Place) {
    let store = place.open().await;
    let due = at(10) + TimeDelta::microseconds(1);
    commit(&*store, CommitId::Own(1), 0, &record(1, Some(due))).await;
    assert_eq!(
        store.lease_row(at(10), at(70), 1, Row::Unasked).await,
        Ok(vec![])
    );
    let loaded = store.load(CHAT).await.unwrap().unwrap().due.unwrap();
    assert!(loaded >= due && loaded - due < TimeDelta::milliseconds(1));
    assert_eq!(
        store.lease_row(loaded, at(70), 1, Row::Unasked).await,
        Ok(vec![CHAT])
    );
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
            while count(&*store, at(100)).await.unwrap() > 0 {
                leased.extend(
                    store
                        .lease_row(at(100), at(9999), 7, Row::Unasked)
                        .await
                        .unwrap(),
                );
            }
            leased
        });
    }
    let leased: Vec<_> = replicas.join_all().await.concat();
    assert_eq!(leased.len(), 60);
    assert_eq!(leased.into_iter().collect::<BTreeSet<_>>().len(), 60);
}

pub async fn an_alarm_stands_in_the_row_of_what_is_owed_and_in_no_other(place: &dyn Place) {
    let store = place.open().await;
    let asked = |mark, due| {
        let mut record = record(mark, Some(due));
        record.outbox.asked = true;
        record
    };
    commit(&*store, CommitId::Own(1), 0, &asked(1, at(10))).await;
    assert_eq!(
        store.lease_row(at(10), at(70), 9, Row::Unasked).await,
        Ok(vec![])
    );
    assert_eq!(
        store.lease_row(at(10), at(70), 9, Row::Asked).await,
        Ok(vec![CHAT])
    );
    assert_eq!(
        store.lease_row(at(70), at(90), 9, Row::Asked).await,
        Ok(vec![CHAT]),
        "a leased chat stays in its row"
    );
    assert_eq!(store.load(CHAT).await.unwrap().unwrap().due, Some(at(90)));
    for (revision, row) in [(1, Row::Unasked), (2, Row::Asked), (3, Row::Unasked)] {
        let next = match row {
            Row::Asked => asked(2, at(30)),
            Row::Unasked => record(2, Some(at(30))),
        };
        commit(&*store, CommitId::Own(revision + 1), revision, &next).await;
        assert_eq!(count(&*store, at(99)).await, Ok(1), "in one row");
        assert_eq!(
            store.lease_row(at(30), at(30), 9, row).await,
            Ok(vec![CHAT])
        );
    }
    commit(&*store, CommitId::Own(5), 4, &asked(3, at(30))).await;
    assert_eq!(store.forget(CHAT, Revision(5)).await, Ok(Commit::Applied));
    assert_eq!(count(&*store, at(99)).await, Ok(0));
}

pub async fn the_oldest_overdue_alarm_is_told_whatever_its_row(place: &dyn Place) {
    let store = place.open().await;
    let none = Overdue::default();
    assert_eq!(store.overdue(at(99)).await, Ok(none));
    for (chat, asked) in [(1, true), (2, false), (3, true), (65, false)] {
        let mut record = record(1, Some(at(100 - chat)));
        record.outbox.asked = asked;
        let applied = store
            .commit(ChatId(chat), CommitId::Own(1), Revision(0), &record)
            .await;
        assert_eq!(applied, Ok(Commit::Applied));
    }
    let overdue = |count, oldest| Overdue {
        count,
        oldest: Some(at(oldest)),
        silent: 0,
    };
    assert_eq!(store.overdue(at(34)).await, Ok(none));
    assert_eq!(store.overdue(at(96)).await, Ok(overdue(1, 35)));
    assert_eq!(store.overdue(at(99)).await, Ok(overdue(4, 35)));
    store
        .lease_row(at(35), at(98), 1, Row::Unasked)
        .await
        .unwrap();
    assert_eq!(store.overdue(at(99)).await, Ok(overdue(4, 97)));
}

pub async fn a_lease_passes_over_no_earlier_alarm(place: &dyn Place) {
    let store = place.open().await;
    // The earliest lie all in one shard, more of them than it shows at once.
    let early = (0..100).map(|n| (ChatId(n * 64), n));
    let late = (0..30).map(|n| (ChatId(n * 64 + 1 + n), 200 + n));
    for (chat, alarm) in early.clone().chain(late.clone()) {
        let record = record(1, Some(at(alarm)));
        let applied = store
            .commit(chat, CommitId::Own(1), Revision(0), &record)
            .await;
        assert_eq!(applied, Ok(Commit::Applied));
    }
    let mut leased = Vec::new();
    while leased.len() < 130 {
        let some = store.lease_row(at(300), at(999), 120, Row::Unasked).await;
        let some = some.unwrap();
        assert!(!some.is_empty());
        leased.extend(some);
    }
    let by_alarm: Vec<_> = early.chain(late).map(|(chat, _)| chat).collect();
    assert_eq!(leased, by_alarm);
}
