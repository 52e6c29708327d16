//! The stories of commits: once, in order, and forgotten without a trace.

use std::sync::Arc;

use gilbot::dialogue::event::MessageId;
use gilbot::store::{ChatId, Commit, CommitId, Record, Revision, Row, SEEN_MAX, Store, StoreError};

use crate::store_places::Place;
use crate::store_suite::{CHAT, LeaseRow, at, commit, contains, count, record};

pub async fn a_chat_without_a_record_has_none(place: &dyn Place) {
    let store = place.open().await;
    assert_eq!(store.load(CHAT).await, Ok(None));
    assert_eq!(
        store.lease_row(at(0), at(60), 10, Row::Unasked).await,
        Ok(vec![])
    );
    assert_eq!(count(&*store, at(0)).await, Ok(0));
}

pub async fn a_record_is_loaded_as_it_was_committed(place: &dyn Place) {
    let store = place.open().await;
    for chat in [
        CHAT,
        ChatId(-1_001_234_567_890),
        ChatId(0),
        ChatId(i64::MIN),
        ChatId(i64::MAX),
    ] {
        let mut written = record(1_987_654_321, Some(at(60)));
        written.outbox.erase = (0..500).map(MessageId).collect();
        let applied = store
            .commit(chat, CommitId::Update(u32::MAX), Revision(0), &written)
            .await;
        assert_eq!(applied, Ok(Commit::Applied));
        let kept = place.open().await.load(chat).await.unwrap().unwrap();
        assert_eq!(
            kept,
            Record {
                revision: Revision(1),
                seen: vec![u32::MAX],
                ..written
            }
        );
    }
}

pub async fn a_commit_sent_again_is_a_duplicate_and_changes_nothing(place: &dyn Place) {
    let store = place.open().await;
    let first = record(1, Some(at(60)));
    commit(&*store, CommitId::Update(5), 0, &first).await;
    let again = store
        .commit(CHAT, CommitId::Update(5), Revision(0), &record(2, None))
        .await;
    assert_eq!(again, Ok(Commit::Duplicate));
    // Also on the revision that it made itself.
    let again = store
        .commit(CHAT, CommitId::Update(5), Revision(1), &record(3, None))
        .await;
    assert_eq!(again, Ok(Commit::Duplicate));
    let kept = store.load(CHAT).await.unwrap().unwrap();
    assert_eq!(
        kept,
        Record {
            revision: Revision(1),
            seen: vec![5],
            ..first
        }
    );
}

pub async fn a_commit_of_our_own_sent_again_is_a_duplicate(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Update(5), 0, &record(1, None)).await;
    commit(&*store, CommitId::Own(u64::MAX), 1, &record(2, None)).await;
    let again = store
        .commit(CHAT, CommitId::Own(u64::MAX), Revision(1), &record(3, None))
        .await;
    assert_eq!(again, Ok(Commit::Duplicate));
    // An update in between does not make it forgotten.
    commit(&*store, CommitId::Update(6), 2, &record(4, None)).await;
    let again = store
        .commit(CHAT, CommitId::Own(u64::MAX), Revision(3), &record(5, None))
        .await;
    assert_eq!(again, Ok(Commit::Duplicate));
    let kept = store.load(CHAT).await.unwrap().unwrap();
    assert_eq!(
        kept,
        Record {
            revision: Revision(3),
            seen: vec![5, 6],
            ..record(4, None)
        }
    );
}

pub async fn an_update_and_a_commit_of_our_own_never_share_a_name(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Own(9), 0, &record(1, None)).await;
    commit(&*store, CommitId::Update(9), 1, &record(2, None)).await;
    commit(&*store, CommitId::Own(10), 2, &record(3, None)).await;
    // Side by side in little-endian bytes, the first two of these spell the third across their border.
    commit(&*store, CommitId::Update(0x0001_0203), 3, &record(4, None)).await;
    commit(&*store, CommitId::Update(0x0000_0004), 4, &record(5, None)).await;
    commit(&*store, CommitId::Update(0x0400_0102), 5, &record(6, None)).await;
}

pub async fn a_commit_on_another_revision_is_a_conflict_and_changes_nothing(place: &dyn Place) {
    let store = place.open().await;
    let early = store
        .commit(CHAT, CommitId::Update(1), Revision(1), &record(1, None))
        .await;
    assert_eq!(early, Ok(Commit::Conflict));
    assert_eq!(store.load(CHAT).await, Ok(None));
    let first = record(2, Some(at(60)));
    commit(&*store, CommitId::Update(1), 0, &first).await;
    for (id, revision) in [
        (CommitId::Update(2), 0),
        (CommitId::Own(2), 0),
        (CommitId::Own(2), 2),
    ] {
        let other = store
            .commit(CHAT, id, Revision(revision), &record(3, None))
            .await;
        assert_eq!(other, Ok(Commit::Conflict));
    }
    let kept = store.load(CHAT).await.unwrap().unwrap();
    assert_eq!(
        kept,
        Record {
            revision: Revision(1),
            seen: vec![1],
            ..first
        }
    );
}

pub async fn the_last_updates_are_remembered_and_older_ones_dropped(place: &dyn Place) {
    let store = place.open().await;
    let ids = || 1000..1000 + SEEN_MAX as u32 + 2;
    for (revision, id) in (0..).zip(ids()) {
        commit(&*store, CommitId::Update(id), revision, &record(1, None)).await;
    }
    let kept = store.load(CHAT).await.unwrap().unwrap();
    assert_eq!(kept.seen, ids().skip(2).collect::<Vec<_>>());
    let revision = kept.revision;
    let oldest_kept = store
        .commit(CHAT, CommitId::Update(1002), revision, &record(2, None))
        .await;
    assert_eq!(oldest_kept, Ok(Commit::Duplicate));
    let dropped = store
        .commit(CHAT, CommitId::Update(1001), revision, &record(2, None))
        .await;
    assert_eq!(dropped, Ok(Commit::Applied));
}

pub async fn the_numbers_of_updates_may_restart_lower(place: &dyn Place) {
    let store = place.open().await;
    let ids = [1_999_999_999, 2_000_001, 0, 1_999_999_998];
    for (revision, id) in (0..).zip(ids) {
        commit(&*store, CommitId::Update(id), revision, &record(1, None)).await;
    }
    assert_eq!(store.load(CHAT).await.unwrap().unwrap().seen, ids);
}

pub async fn committers_side_by_side_lose_nothing(place: &dyn Place) {
    const COMMITTERS: u32 = 32;
    const TURNS: u32 = 3;
    let replicas: [Arc<dyn Store>; 2] = [place.open().await, place.open().await];
    let mut committers = tokio::task::JoinSet::new();
    for committer in 0..COMMITTERS {
        let store = replicas[committer as usize % 2].clone();
        committers.spawn(async move {
            for turn in 0..TURNS {
                let id = CommitId::Update(committer * TURNS + turn);
                while add_one(&*store, id).await != Commit::Applied {}
            }
        });
    }
    committers.join_all().await;
    let kept = replicas[0].load(CHAT).await.unwrap().unwrap();
    assert_eq!(kept.outbox.tries, COMMITTERS * TURNS);
    assert_eq!(kept.revision, Revision((COMMITTERS * TURNS).into()));
}

async fn add_one(store: &dyn Store, id: CommitId) -> Commit {
    let mut record = store.load(CHAT).await.unwrap().unwrap_or_default();
    record.outbox.tries += 1;
    store
        .commit(CHAT, id, record.revision, &record)
        .await
        .unwrap()
}

pub async fn forget_leaves_no_trace(place: &dyn Place) {
    let store = place.open().await;
    let mut secret = record(1_987_654_321, Some(at(60)));
    secret.outbox.erase = vec![MessageId(1_976_543_210); 1000];
    commit(&*store, CommitId::Update(1), 0, &secret).await;
    commit(
        &*store,
        CommitId::Update(2),
        1,
        &record(1_987_654_321, Some(at(60))),
    )
    .await;
    assert!(contains(&place.bytes(), "1987654321"));
    assert_eq!(store.forget(CHAT, Revision(2)).await, Ok(Commit::Applied));
    let bytes = place.bytes();
    for trace in ["1987654321", "1976543210", "7123456789"] {
        assert!(!contains(&bytes, trace), "{trace} is left");
    }
    assert_eq!(store.load(CHAT).await, Ok(None));
    assert_eq!(count(&*store, at(9999)).await, Ok(0));
    // Sent again, or never stored: the same.
    assert_eq!(store.forget(CHAT, Revision(2)).await, Ok(Commit::Applied));
    assert_eq!(
        store.forget(ChatId(1), Revision(0)).await,
        Ok(Commit::Applied)
    );
    commit(&*store, CommitId::Update(1), 0, &record(1, None)).await;
}

pub async fn forget_on_another_revision_is_a_conflict_and_changes_nothing(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Update(1), 0, &record(1, Some(at(60)))).await;
    commit(&*store, CommitId::Update(2), 1, &record(1, Some(at(60)))).await;
    for revision in [0, 1, 3] {
        assert_eq!(
            store.forget(CHAT, Revision(revision)).await,
            Ok(Commit::Conflict)
        );
    }
    assert_eq!(
        store.load(CHAT).await.unwrap().unwrap().revision,
        Revision(2)
    );
    assert_eq!(count(&*store, at(60)).await, Ok(1));
}

pub async fn a_spoiled_record_is_corrupt_and_its_bytes_stay(place: &dyn Place) {
    let store = place.open().await;
    commit(&*store, CommitId::Update(1), 0, &record(1, None)).await;
    for spoiled in [
        "",
        "{\"v\":1,\"d\":",
        "[]",
        "{\"v\":4000000,\"d\":{},\"secret\":1}",
    ] {
        place.spoil(CHAT, spoiled);
        let error = store.load(CHAT).await.unwrap_err();
        assert!(
            matches!(&error, StoreError::Corrupt(_)),
            "{spoiled}: {error}"
        );
        assert!(!error.to_string().contains("secret"));
        assert_eq!(place.text_of(CHAT).as_deref(), Some(spoiled));
    }
}
