//! Which servers may keep people's dates, and what waiting for replicas promises.

use gilbot::store::open::{StoreUrl, open};
use gilbot::store::redis::check::{Fitness, Unfit};
use gilbot::store::redis::{RedisOptions, RedisStore};
use gilbot::store::{ChatId, Commit, CommitId, Revision, Store, StoreError};

use crate::servers::{Server, eventually};
use crate::shared::shared_cluster;
use crate::store_suite::record;

const ONE_REPLICA: RedisOptions = RedisOptions {
    allow_volatile: false,
    wait_replicas: 1,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_without_the_replicas_that_commits_wait_for_takes_no_writes() {
    let server = Server::start();
    for (wait_replicas, takes) in [(0, true), (1, false)] {
        let options = RedisOptions {
            wait_replicas,
            ..RedisOptions::default()
        };
        let store = RedisStore::node(&server.url(), options).await.unwrap();
        assert_eq!(store.takes_writes().await.is_ok(), takes);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_keeps_what_it_is_given_is_fit() {
    let server = Server::start();
    let store = RedisStore::node(&server.url(), RedisOptions::default())
        .await
        .unwrap();
    assert_eq!(store.check().await, Ok(Fitness::Fit));
    let _: () = server.ask(&["CONFIG", "SET", "appendonly", "no", "save", "60 1"]);
    assert_eq!(store.check().await, Ok(Fitness::Fit));
    let urls = shared_cluster().urls();
    let store = RedisStore::cluster(&urls, RedisOptions::default())
        .await
        .unwrap();
    assert_eq!(store.check().await, Ok(Fitness::Fit));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_may_drop_records_is_refused_unless_that_is_wanted() {
    let server = Server::start();
    let policy = [
        "CONFIG",
        "SET",
        "maxmemory",
        "100mb",
        "maxmemory-policy",
        "allkeys-lru",
    ];
    let _: () = server.ask(&policy);
    refused_unless_wanted(&server, Unfit::Evicts("allkeys-lru".into())).await;
    let _: () = server.ask(&["CONFIG", "SET", "maxmemory", "0"]);
    let store = RedisStore::node(&server.url(), RedisOptions::default())
        .await
        .unwrap();
    assert_eq!(
        store.check().await,
        Ok(Fitness::Fit),
        "without a limit nothing is dropped"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_writes_nothing_to_disk_is_refused_unless_that_is_wanted() {
    refused_unless_wanted(&Server::start_with(&["--appendonly", "no"]), Unfit::Forgets).await;
}

async fn refused_unless_wanted(server: &Server, why: Unfit) {
    let store = RedisStore::node(&server.url(), RedisOptions::default())
        .await
        .unwrap();
    assert_eq!(store.check().await, Err(why.clone()));
    let url: StoreUrl = server.url().parse().unwrap();
    let refusal = open(&url, RedisOptions::default()).await.err();
    assert_eq!(refusal, Some(StoreError::Unavailable(why.to_string())));
    let wanted = RedisOptions {
        allow_volatile: true,
        ..RedisOptions::default()
    };
    assert!(open(&url, wanted).await.is_ok());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_does_not_say_how_it_is_set_is_taken_on_the_operators_word() {
    let server = Server::start();
    let rights = [
        "ACL", "SETUSER", "gilbot", "on", ">hunter2", "~*", "+@all", "-config",
    ];
    let _: () = server.ask(&rights);
    let url = format!("redis://gilbot:hunter2@127.0.0.1:{}", server.port);
    let store = RedisStore::node(&url, RedisOptions::default())
        .await
        .unwrap();
    assert_eq!(store.check().await, Ok(Fitness::Unsaid));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_error_holds_the_password_or_the_chat() {
    let server = Server::start_with(&["--requirepass", "correct"]);
    let url = format!("redis://anna:hunter2@127.0.0.1:{}", server.port);
    let wrong = RedisStore::node(&url, RedisOptions::default())
        .await
        .err()
        .unwrap();
    let unreadable = RedisStore::node("redis://anna:hunter2@", RedisOptions::default()).await;
    let nowhere = ["redis://anna:hunter2@127.0.0.1:1".into()];
    let nowhere = RedisStore::cluster(&nowhere, RedisOptions::default()).await;
    let errors = [wrong, unreadable.err().unwrap(), nowhere.err().unwrap()];
    for error in errors.map(|error| format!("{error} {error:?}")) {
        assert!(
            !error.contains("hunter2") && !error.contains("anna"),
            "{error}"
        );
    }
    let server = Server::start_with(&["--rename-command", "EVALSHA", "GONE"]);
    let store = RedisStore::node(&server.url(), RedisOptions::default())
        .await
        .unwrap();
    let error = store
        .forget(CHAT, Revision(0))
        .await
        .err()
        .unwrap()
        .to_string();
    assert_eq!(error, "the store is not available: the server answered ERR");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_that_too_few_replicas_hold_is_not_answered_as_done() {
    let master = Server::start_with(&["--appendonly", "yes", "--repl-diskless-sync-delay", "0"]);
    let port = master.port.to_string();
    let replica = Server::start_with(&["--appendonly", "yes", "--replicaof", "127.0.0.1", &port]);
    // A replica that has just come is busy with its own file: it follows when it has told that it holds a write.
    let _: () = master.ask(&["SET", "written", "first"]);
    eventually("the replica", || {
        let told: String = master.ask(&["INFO", "replication"]);
        let word = |name: &str| {
            Some(
                told.split_once(name)?
                    .1
                    .split([',', '\r'])
                    .next()?
                    .to_owned(),
            )
        };
        let (is_online, held) = (word("state=")? == "online", word("offset=")?);
        (is_online && held == word("master_repl_offset:")?).then_some(())
    });
    let store = RedisStore::node(&master.url(), ONE_REPLICA).await.unwrap();
    assert_eq!(commit(&store, 1).await, Ok(Commit::Applied));
    replica.freeze();
    let lack = || {
        Err(StoreError::Unavailable(
            "0 of 1 replicas hold the commit".into(),
        ))
    };
    assert_eq!(commit(&store, 2).await, lack());
    assert_eq!(
        commit(&store, 2).await,
        lack(),
        "a duplicate is held no better"
    );
    assert_eq!(
        commit(&store, 9).await,
        Ok(Commit::Conflict),
        "a conflict needs no replica"
    );
    assert!(store.load(CHAT).await.is_ok(), "reading waits for nobody");
    replica.thaw();
    assert_eq!(commit(&store, 2).await, Ok(Commit::Duplicate));
    assert_eq!(store.forget(CHAT, Revision(2)).await, Ok(Commit::Applied));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_cluster_too_a_commit_waits_for_replicas() {
    let urls = shared_cluster().urls();
    let store = RedisStore::cluster(&urls, ONE_REPLICA).await.unwrap();
    let held = store
        .commit(ChatId(3), CommitId::Own(1), Revision(0), &record(1, None))
        .await;
    let lack = StoreError::Unavailable("0 of 1 replicas hold the commit".into());
    assert_eq!(held, Err(lack), "these servers have no replicas");
}

const CHAT: ChatId = ChatId(7_123_456_789);

/// The first update on revision zero, the second on revision one, and so on.
async fn commit(store: &dyn Store, update: u32) -> Result<Commit, StoreError> {
    let expected = Revision(u64::from(update) - 1);
    store
        .commit(CHAT, CommitId::Update(update), expected, &record(1, None))
        .await
}
