//! Any sequence of calls leaves a store where it leaves a map in memory.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use gilbot::store::{ChatId, Commit, CommitId, Record, Revision, SEEN_MAX, Store};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tokio::runtime::Runtime;

use crate::store_places::{Place, RedisCluster, RedisNode, SqliteFile, SqliteMemory};
use crate::store_suite::{at, record};

#[test]
fn sqlite_in_memory_is_the_model() {
    on_many_sequences(300, SqliteMemory::empty);
}

#[test]
fn a_sqlite_file_is_the_model() {
    on_many_sequences(25, SqliteFile::empty);
}

#[test]
fn a_redis_node_is_the_model() {
    on_many_sequences(60, RedisNode::empty);
}

#[test]
fn a_redis_cluster_is_the_model() {
    on_many_sequences(30, RedisCluster::empty);
}

#[derive(Debug, Clone)]
enum Call {
    /// On the present revision, or off by so much.
    Commit {
        chat: ChatId,
        id: CommitId,
        off: i64,
        mark: i32,
        due: Option<DateTime<Utc>>,
    },
    Lease {
        now: DateTime<Utc>,
        seconds: i64,
        limit: usize,
    },
    Forget {
        chat: ChatId,
        off: i64,
    },
    Load {
        chat: ChatId,
    },
}

#[derive(Debug, Default)]
struct Model {
    records: BTreeMap<ChatId, Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    record: Record,
    last_own: Option<u64>,
}

fn on_many_sequences<P: Place, F: Future<Output = P>>(cases: u32, empty: impl Fn() -> F) {
    let runtime = Runtime::new().unwrap();
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let calls = prop::collection::vec(call(), 1..40);
    let outcome = TestRunner::new(config).run(&calls, |calls| {
        runtime.block_on(async {
            let place = empty().await;
            let store = place.open().await;
            let mut model = Model::default();
            for call in calls {
                model.follow(&*store, call).await;
            }
        });
        Ok(())
    });
    outcome.unwrap();
}

impl Model {
    /// Does the same here and there, and compares the answers.
    async fn follow(&mut self, store: &dyn Store, call: Call) {
        match call {
            Call::Commit {
                chat,
                id,
                off,
                mark,
                due,
            } => {
                let expected = self.revision(chat, off);
                let record = record(mark, due);
                let answer = store.commit(chat, id, expected, &record).await;
                assert_eq!(answer, Ok(self.commit(chat, id, expected, record)));
            }
            Call::Lease {
                now,
                seconds,
                limit,
            } => {
                let until = now + chrono::TimeDelta::seconds(seconds);
                let leased = store.lease(now, until, limit).await.unwrap();
                self.lease(now, until, limit, &leased);
            }
            Call::Forget { chat, off } => {
                let expected = self.revision(chat, off);
                let answer = store.forget(chat, expected).await;
                assert_eq!(answer, Ok(self.forget(chat, expected)));
            }
            Call::Load { chat } => {
                let kept = self.records.get(&chat).map(|kept| kept.record.clone());
                assert_eq!(store.load(chat).await, Ok(kept));
            }
        }
        let now = at(50);
        assert_eq!(store.overdue(now).await, Ok(self.due(now).len() as u64));
    }

    fn revision(&self, chat: ChatId, off: i64) -> Revision {
        let present = self
            .records
            .get(&chat)
            .map_or(0, |kept| kept.record.revision.0);
        Revision(present.saturating_add_signed(off))
    }

    fn commit(&mut self, chat: ChatId, id: CommitId, expected: Revision, record: Record) -> Commit {
        let fresh = Kept::default();
        let held = self.records.get(&chat).unwrap_or(&fresh);
        let mut seen = held.record.seen.clone();
        let mut last_own = held.last_own;
        let known = match id {
            CommitId::Update(id) => seen.contains(&id),
            CommitId::Own(id) => last_own == Some(id),
        };
        if known {
            return Commit::Duplicate;
        }
        if held.record.revision != expected {
            return Commit::Conflict;
        }
        match id {
            CommitId::Update(id) => seen.push(id),
            CommitId::Own(id) => last_own = Some(id),
        }
        assert!(seen.len() <= SEEN_MAX, "these sequences are short");
        let record = Record {
            revision: Revision(expected.0 + 1),
            seen,
            ..record
        };
        self.records.insert(chat, Kept { record, last_own });
        Commit::Applied
    }

    /// Of chats that are due at the same time, any may come first.
    fn lease(&mut self, now: DateTime<Utc>, until: DateTime<Utc>, limit: usize, leased: &[ChatId]) {
        let mut due = self.due(now);
        due.truncate(limit);
        let alarm = |chat: &ChatId| self.records[chat].record.due;
        let alarms: Vec<_> = leased.iter().map(alarm).collect();
        assert_eq!(alarms, due.into_iter().map(Some).collect::<Vec<_>>());
        for chat in leased {
            self.records.get_mut(chat).unwrap().record.due = Some(until);
        }
    }

    fn forget(&mut self, chat: ChatId, expected: Revision) -> Commit {
        match self.records.get(&chat) {
            Some(kept) if kept.record.revision != expected => Commit::Conflict,
            _ => {
                self.records.remove(&chat);
                Commit::Applied
            }
        }
    }

    /// The alarms that have come, earliest first.
    fn due(&self, now: DateTime<Utc>) -> Vec<DateTime<Utc>> {
        let alarms = self.records.values().filter_map(|kept| kept.record.due);
        let mut due: Vec<_> = alarms.filter(|&due| due <= now).collect();
        due.sort();
        due
    }
}

fn call() -> impl Strategy<Value = Call> {
    // Two pairs of neighbours in one shard each, and one below zero.
    let chat = || prop::sample::select(vec![1, 65, 2, 66, -7]).prop_map(ChatId);
    let id = prop_oneof![
        (0..12u32).prop_map(CommitId::Update),
        (0..4u64).prop_map(CommitId::Own),
    ];
    let off = || prop_oneof![6 => Just(0i64), 1 => Just(-1i64), 1 => Just(1i64)];
    let instant = || (0..100i64).prop_map(at);
    let due = prop::option::of(instant());
    let commit = (chat(), id, off(), any::<i32>(), due).prop_map(|(chat, id, off, mark, due)| {
        Call::Commit {
            chat,
            id,
            off,
            mark,
            due,
        }
    });
    let lease = (instant(), 0..100i64, 0..5usize).prop_map(|(now, seconds, limit)| Call::Lease {
        now,
        seconds,
        limit,
    });
    let forget = (chat(), off()).prop_map(|(chat, off)| Call::Forget { chat, off });
    let load = chat().prop_map(|chat| Call::Load { chat });
    prop_oneof![6 => commit, 2 => lease, 1 => forget, 2 => load]
}
