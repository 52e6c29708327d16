//! What happens to the Redis store when servers die, freeze, forget their scripts, lose answers or change their role.

use std::sync::Arc;
use std::time::{Duration, Instant};

use gilbot::store::redis::{RedisOptions, RedisStore};
use gilbot::store::{ChatId, Commit, CommitId, Revision, Row, Store, StoreError};

use crate::servers::{Server, eventually};
use crate::store_places::{alarms_key, record_key};
use crate::store_suite::{LeaseRow, at, count, record};
use crate::tcp_proxy::Proxy;

pub const CHAT: ChatId = ChatId(7_123_456_789);
/// A little more than a call may take.
pub const PATIENCE: Duration = Duration::from_millis(2500);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dead_server_is_told_in_time_and_its_commits_stand_after_a_restart() {
    let server = Server::start();
    let store = node(&server.url()).await;
    assert_eq!(commit(&*store, 1, 0).await, Ok(Commit::Applied));
    server.kill();
    for _ in 0..3 {
        every_call_is_unavailable(&*store).await;
    }
    server.restart();
    until_it_answers(&*store).await;
    assert_eq!(commit(&*store, 1, 0).await, Ok(Commit::Duplicate));
    assert_eq!(commit(&*store, 2, 1).await, Ok(Commit::Applied));
    assert_eq!(count(&*store, at(60)).await, Ok(1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_frozen_server_is_told_in_time_and_its_late_scripts_are_harmless() {
    let server = Server::start();
    let store = node(&server.url()).await;
    // The script is known, so that the call is in the server's hands when it freezes.
    assert_eq!(commit(&*store, 1, 0).await, Ok(Commit::Applied));
    server.freeze();
    let begun = Instant::now();
    let first = commit(&*store, 2, 1).await;
    assert!(
        matches!(first, Err(StoreError::Unavailable(_))),
        "{first:?}"
    );
    assert!(begun.elapsed() < PATIENCE);
    assert!(commit(&*store, 2, 1).await.is_err());
    server.thaw();
    // Nobody asks again, and yet it happens; twice asked, it happens once.
    eventually("the late script", || {
        let value: String = server.ask(&["GET", &record_key(CHAT)]);
        value.starts_with("2 ").then_some(())
    });
    assert_eq!(commit(&*store, 2, 1).await, Ok(Commit::Duplicate));
    let kept = store.load(CHAT).await.unwrap().unwrap();
    assert_eq!((kept.revision, kept.seen), (Revision(2), vec![1, 2]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_forgets_its_scripts_fails_no_call() {
    let server = Server::start();
    let store = node(&server.url()).await;
    for turn in 0..3 {
        let _: () = server.ask(&["SCRIPT", "FLUSH"]);
        assert_eq!(
            commit(&*store, turn, turn.into()).await,
            Ok(Commit::Applied)
        );
        let _: () = server.ask(&["SCRIPT", "FLUSH"]);
        assert_eq!(
            store.lease_row(at(60), at(90), 1, Row::Unasked).await,
            Ok(vec![CHAT])
        );
    }
    let _: () = server.ask(&["SCRIPT", "FLUSH"]);
    assert_eq!(store.forget(CHAT, Revision(3)).await, Ok(Commit::Applied));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_lost_answer_the_same_commit_is_a_duplicate() {
    let server = Server::start();
    let proxy = Proxy::to(server.port).await;
    let store = node(&format!("redis://127.0.0.1:{}", proxy.port)).await;
    assert_eq!(commit(&*store, 0, 0).await, Ok(Commit::Applied));
    for turn in 1..=5 {
        proxy.swallow_next_answer();
        let lost = commit(&*store, turn, turn.into()).await;
        assert!(matches!(lost, Err(StoreError::Unavailable(_))), "{lost:?}");
        let again = commit(&*store, turn, turn.into()).await;
        assert_eq!(again, Ok(Commit::Duplicate));
    }
    assert_eq!(proxy.swallowed(), 5);
    let kept = store.load(CHAT).await.unwrap().unwrap();
    assert_eq!((kept.revision, kept.seen), (Revision(6), (0..=5).collect()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_a_name_a_demoted_master_is_left_for_the_new_one() {
    let (old, new) = (Server::start(), Server::start());
    let name = Proxy::to(old.port).await;
    let store = node(&format!("redis://127.0.0.1:{}", name.port)).await;
    assert_eq!(commit(&*store, 1, 0).await, Ok(Commit::Applied));
    let _: () = old.ask(&["REPLICAOF", "127.0.0.1", &new.port.to_string()]);
    name.lead_to(new.port);
    let refused = commit(&*store, 2, 1).await;
    let told = StoreError::Unavailable("the server answered READONLY".into());
    assert_eq!(refused, Err(told));
    assert_eq!(
        commit(&*store, 3, 0).await,
        Ok(Commit::Applied),
        "on the new master"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lease_leaves_a_demoted_master_too() {
    let (old, new) = (Server::start(), Server::start());
    let name = Proxy::to(old.port).await;
    let store = node(&format!("redis://127.0.0.1:{}", name.port)).await;
    assert_eq!(commit(&*store, 1, 0).await, Ok(Commit::Applied));
    // The old master hears of its new place and answers as before to whoever only reads.
    let _: () = old.ask(&["REPLICAOF", "127.0.0.1", "1"]);
    name.lead_to(new.port);
    let lease = async || store.lease_row(at(60), at(90), 9, Row::Unasked).await;
    let told = StoreError::Unavailable("the server answered READONLY".into());
    assert_eq!(lease().await, Err(told));
    assert_eq!(lease().await, Ok(vec![]), "the new master knows of nothing");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_server_refuses_before_the_first_write() {
    let server = Server::start();
    let store = node(&server.url()).await;
    assert_eq!(commit(&*store, 1, 0).await, Ok(Commit::Applied));
    let _: () = server.ask(&["CONFIG", "SET", "maxmemory", "1"]);
    let refused = commit(&*store, 2, 1).await;
    assert_eq!(
        refused,
        Err(StoreError::Unavailable("the server answered OOM".into()))
    );
    assert_eq!(
        store.load(CHAT).await.unwrap().unwrap().revision,
        Revision(1)
    );
    let _: () = server.ask(&["CONFIG", "SET", "maxmemory", "0"]);
    assert_eq!(commit(&*store, 2, 1).await, Ok(Commit::Applied));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_that_holds_something_else_is_corrupt_and_stays_as_it_is() {
    let server = Server::start();
    let store = node(&server.url()).await;
    let corrupt = |error: &StoreError| matches!(error, StoreError::Corrupt(_));
    for key in Row::ALL.map(|row| alarms_key(CHAT, row)) {
        let _: () = server.ask(&["SET", &key, "a letter"]);
        assert!(
            commit(&*store, 1, 0)
                .await
                .is_err_and(|error| corrupt(&error))
        );
        assert!(
            store
                .forget(CHAT, Revision(0))
                .await
                .is_err_and(|error| corrupt(&error))
        );
        assert_eq!(
            server.ask::<u8>(&["EXISTS", &record_key(CHAT)]),
            0,
            "nothing by halves"
        );
        assert_eq!(server.ask::<String>(&["GET", &key]), "a letter");
        let _: () = server.ask(&["DEL", &key]);
    }

    // Once a record was a hash, and a head is more than a word.
    let others: [(&[&str], &[&str], &str); 3] = [
        (
            &["HSET", &record_key(CHAT), "revision", "0"],
            &["HGET", &record_key(CHAT), "revision"],
            "0",
        ),
        (
            &["SET", &record_key(CHAT), "a letter"],
            &["GET", &record_key(CHAT)],
            "a letter",
        ),
        (
            &["SET", &record_key(CHAT), ""],
            &["GET", &record_key(CHAT)],
            "",
        ),
    ];
    for (write, read, kept) in others {
        let _: () = server.ask(write);
        assert!(store.load(CHAT).await.is_err_and(|error| corrupt(&error)));
        assert!(
            commit(&*store, 1, 0)
                .await
                .is_err_and(|error| corrupt(&error))
        );
        assert!(
            store
                .forget(CHAT, Revision(0))
                .await
                .is_err_and(|error| corrupt(&error))
        );
        assert_eq!(server.ask::<String>(read), kept);
        assert_eq!(count(&*store, at(9999)).await, Ok(0));
        let _: () = server.ask(&["DEL", &record_key(CHAT)]);
    }
}

async fn node(url: &str) -> Arc<dyn Store> {
    let store = RedisStore::node(url, RedisOptions::default()).await;
    Arc::new(store.expect("the server answers"))
}

pub async fn commit(store: &dyn Store, update: u32, expected: u64) -> Result<Commit, StoreError> {
    let record = record(1, Some(at(60)));
    store
        .commit(CHAT, CommitId::Update(update), Revision(expected), &record)
        .await
}

pub async fn every_call_is_unavailable(store: &dyn Store) {
    let begun = Instant::now();
    let second = Duration::from_secs(1);
    let (load, commit, lease, forget, overdue, reserve, hold, attempt) = tokio::join!(
        store.load(CHAT),
        commit(store, 9, 9),
        store.lease_row(at(99), at(100), 9, Row::Unasked),
        store.forget(CHAT, Revision(9)),
        store.overdue(at(99)),
        store.reserve(at(99), second, 1),
        store.hold(at(99)),
        store.attempt(CHAT, 9, at(99)),
    );
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
    let errors = [
        load.err(),
        commit.err(),
        lease.err(),
        forget.err(),
        overdue.err(),
        reserve.err(),
        hold.err(),
        attempt.err(),
    ];
    for error in errors {
        assert!(
            matches!(error, Some(StoreError::Unavailable(_))),
            "{error:?}"
        );
    }
}

pub async fn until_it_answers(store: &dyn Store) {
    let begun = Instant::now();
    while store.load(CHAT).await.is_err() {
        assert!(
            begun.elapsed() < Duration::from_secs(5),
            "the store does not recover"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
