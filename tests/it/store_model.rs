//! Any sequence of calls leaves a store where it leaves a map in memory.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use gilbot::store::{ChatId, Commit, CommitId, Overdue, Record, Revision, Row, SEEN_MAX, Store};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tokio::runtime::Runtime;

use crate::store_places::{Place, RedisCluster, RedisNode, SqliteFile, SqliteMemory};
use crate::store_suite::{LeaseRow, at, record};

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
        row: Row,
    },
    Lease {
        row: Row,
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
                row,
            } => {
                let expected = self.revision(chat, off);
                let mut record = record(mark, due);
                record.outbox.asked = row == Row::Asked;
                let answer = store.commit(chat, id, expected, &record).await;
                assert_eq!(answer, Ok(self.commit(chat, id, expected, record)));
            }
            Call::Lease {
                row,
                now,
                seconds,
                limit,
            } => {
                let until = now + TimeDelta::seconds(seconds);
                let leased = store.lease_row(now, until, limit, row).await.unwrap();
                let mut due = self.due(now, Some(row));
                due.truncate(limit);
                self.lease(until, &due, &leased);
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
        let due = self.due(now, None);
        let overdue = Overdue {
            count: due.len() as u64,
            oldest: due.first().copied(),
            silent: 0,
        };
        assert_eq!(store.overdue(now).await, Ok(overdue));
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
    fn lease(&mut self, until: DateTime<Utc>, due: &[DateTime<Utc>], leased: &[ChatId]) {
        let alarm = |chat: &ChatId| self.records[chat].record.due.unwrap();
        let alarms: Vec<_> = leased.iter().map(alarm).collect();
        assert_eq!(alarms, due);
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

    /// The alarms of one row or of both that have come, earliest first.
    fn due(&self, now: DateTime<Utc>, row: Option<Row>) -> Vec<DateTime<Utc>> {
        let records = self.records.values().map(|kept| &kept.record);
        let records = records.filter(|record| row.is_none_or(|row| Row::of(record) == row));
        let alarms = records.filter_map(|record| record.due);
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
    let row = || prop::sample::select(Row::ALL.to_vec());
    let commit = (chat(), id, off(), any::<i32>(), due, row());
    let commit = commit.prop_map(|(chat, id, off, mark, due, row)| Call::Commit {
        chat,
        id,
        off,
        mark,
        due,
        row,
    });
    let lease = (row(), instant(), 0..100i64, 0..5usize);
    let lease = lease.prop_map(|(row, now, seconds, limit)| Call::Lease {
        row,
        now,
        seconds,
        limit,
    });
    let forget = (chat(), off()).prop_map(|(chat, off)| Call::Forget { chat, off });
    let load = chat().prop_map(|chat| Call::Load { chat });
    prop_oneof![6 => commit, 2 => lease, 1 => forget, 2 => load]
}
