//! What happens to the Redis store when the servers of a cluster die, freeze, lose answers, or change their places.

use std::time::{Duration, Instant};

use gilbot::store::redis::{RedisOptions, RedisStore};
use gilbot::store::{ChatId, Commit, CommitId, Revision, Row, Store, StoreError};

use crate::clusters::Cluster;
use crate::servers::{Server, eventually};
use crate::store_faults::{CHAT, PATIENCE, commit, every_call_is_unavailable, until_it_answers};
use crate::store_places::record_key;
use crate::store_suite::{LeaseRow, at, record};
use crate::tcp_proxy::Proxy;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dead_cluster_is_told_in_time_and_its_commits_stand_after_a_restart() {
    let cluster = Cluster::start(1);
    let store = RedisStore::cluster(&cluster.urls(), RedisOptions::default())
        .await
        .unwrap();
    assert_eq!(commit(&store, 1, 0).await, Ok(Commit::Applied));
    cluster.servers[0].kill();
    for _ in 0..2 {
        every_call_is_unavailable(&store).await;
    }
    cluster.servers[0].restart();
    until_it_answers(&store).await;
    assert_eq!(commit(&store, 1, 0).await, Ok(Commit::Duplicate));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_dead_server_of_a_cluster_holds_up_its_own_chats_alone() {
    let cluster = Cluster::start(3);
    let settings = ["CONFIG", "SET", "cluster-require-full-coverage", "no"];
    for server in &cluster.servers {
        let _: () = server.ask(&settings);
    }
    let store = RedisStore::cluster(&cluster.urls(), RedisOptions::default())
        .await
        .unwrap();
    for chat in 0..64 {
        let due = record(1, Some(at(0)));
        let commit = store
            .commit(ChatId(chat), CommitId::Own(1), Revision(0), &due)
            .await;
        assert_eq!(commit, Ok(Commit::Applied));
    }
    assert_eq!(store.overdue(at(1)).await.unwrap().silent, 0);
    cluster.servers[1].kill();
    let begun = Instant::now();
    let leased = store
        .lease_row(at(1), at(60), 100, Row::Unasked)
        .await
        .unwrap();
    assert!(begun.elapsed() < PATIENCE);
    assert!((20..64).contains(&leased.len()), "{}", leased.len());
    // Everything was leased just now.
    let overdue = store.overdue(at(61)).await.unwrap();
    assert_eq!(
        overdue.count,
        u64::try_from(leased.len()).unwrap(),
        "whoever can be served is served: the store is not away"
    );
    assert!(overdue.silent > 0, "and the one that is away is told of");
    for chat in leased {
        let begun = Instant::now();
        assert!(store.load(chat).await.unwrap().is_some());
        assert!(
            begun.elapsed() < Duration::from_secs(1),
            "{chat:?} was held up"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_frozen_cluster_is_told_in_time_and_its_late_scripts_are_harmless() {
    let cluster = Cluster::start(1);
    let store = RedisStore::cluster(&cluster.urls(), RedisOptions::default())
        .await
        .unwrap();
    assert_eq!(commit(&store, 1, 0).await, Ok(Commit::Applied));
    cluster.servers[0].freeze();
    let begun = Instant::now();
    let first = commit(&store, 2, 1).await;
    assert!(
        matches!(first, Err(StoreError::Unavailable(_))),
        "{first:?}"
    );
    assert!(begun.elapsed() < PATIENCE);
    cluster.servers[0].thaw();
    until_it_answers(&store).await;
    assert_eq!(commit(&store, 2, 1).await, Ok(Commit::Duplicate));
    assert_eq!(
        store.load(CHAT).await.unwrap().unwrap().revision,
        Revision(2)
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shard_that_was_moved_is_found_again() {
    let cluster = Cluster::start(2);
    let store = RedisStore::cluster(&cluster.urls()[..1], RedisOptions::default()).await;
    let store = store.unwrap();
    assert_eq!(commit(&store, 1, 0).await, Ok(Commit::Applied));
    cluster.move_slot_of(&record_key(CHAT));
    assert_eq!(commit(&store, 2, 1).await, Ok(Commit::Applied));
    cluster.move_slot_of(&record_key(CHAT));
    let kept = store.load(CHAT).await.unwrap().unwrap();
    assert_eq!((kept.revision, kept.seen), (Revision(2), vec![1, 2]));
    for now in [60, 90] {
        cluster.move_slot_of(&record_key(CHAT));
        let leased = store.lease_row(at(now), at(now + 30), 9, Row::Unasked);
        assert_eq!(leased.await, Ok(vec![CHAT]));
    }
    cluster.move_slot_of(&record_key(CHAT));
    assert_eq!(store.overdue(at(999)).await.unwrap().count, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replica_that_takes_over_is_found() {
    let cluster = Cluster::start(3);
    let owner = cluster.owner(&record_key(CHAT));
    let replica = cluster.replica_of(owner);
    let store = RedisStore::cluster(&cluster.urls(), RedisOptions::default()).await;
    let store = store.unwrap();
    assert_eq!(commit(&store, 1, 0).await, Ok(Commit::Applied));
    eventually("the commit on the replica", || {
        let offset: String = owner.ask(&["INFO", "replication"]);
        let behind = owner.ask::<u32>(&["WAIT", "1", "100"]) == 0;
        (!behind && offset.contains("state=online")).then_some(())
    });
    owner.kill();
    assert!(commit(&store, 2, 1).await.is_err());
    eventually("the new master", || {
        let role: String = replica.ask(&["INFO", "replication"]);
        role.contains("role:master").then_some(())
    });
    until_it_answers(&store).await;
    assert_eq!(commit(&store, 2, 1).await, Ok(Commit::Applied));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cluster_client_that_asks_again_by_itself_commits_once() {
    let proxy = Proxy::without_target().await;
    let port = proxy.port.to_string();
    // The server tells the way through the proxy as its own address.
    let server = Server::start_in_cluster(&["--cluster-announce-port", &port]);
    proxy.lead_to(server.port);
    let _: () = server.ask(&["CLUSTER", "ADDSLOTSRANGE", "0", "16383"]);
    eventually("the cluster", || {
        let state: String = server.ask(&["CLUSTER", "INFO"]);
        state.contains("cluster_state:ok").then_some(())
    });
    let urls = [format!("redis://127.0.0.1:{port}")];
    let store = RedisStore::cluster(&urls, RedisOptions::default())
        .await
        .unwrap();
    assert_eq!(commit(&store, 0, 0).await, Ok(Commit::Applied));
    for turn in 1..=3 {
        proxy.swallow_next_answer();
        // Asked again in time by the client, or by us.
        if let Err(error) = commit(&store, turn, turn.into()).await {
            assert!(matches!(error, StoreError::Unavailable(_)), "{error}");
            until_it_answers(&store).await;
        }
        assert_eq!(
            commit(&store, turn, turn.into()).await,
            Ok(Commit::Duplicate)
        );
    }
    assert_eq!(proxy.swallowed(), 3);
    let kept = store.load(CHAT).await.unwrap().unwrap();
    assert_eq!((kept.revision, kept.seen), (Revision(4), (0..=3).collect()));
}
