//! One million chats in one Redis: how much memory a chat takes, what an idle second costs, and how fast due chats are
//! claimed.
//!
//! ```text
//! cargo run --release --example million               # starts a redis-server of its own
//! cargo run --release --example million -- 100000     # with fewer chats
//! cargo run --release --example million -- 1000000 redis://127.0.0.1:6379/9     # an empty database elsewhere
//! ```
//!
//! Every chat is that of somebody who has got one certificate and had its date kept: twenty-five updates, as many
//! commits of our own, home again. A million people who do that once a year press about once a second all together, and
//! each presses several times a minute, so the ids of one chat's updates lie a few tens apart. The numbers are those of
//! the server itself (`MEMORY USAGE`, `INFO`) and of the kernel.

use std::fs;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use gilbot::dialogue::event::MessageId;
use gilbot::dialogue::next_due;
use gilbot::dialogue::state::{Shown, State};
use gilbot::store::moving::{Alarm, Kept, Movable, verify};
use gilbot::store::redis::{RedisOptions, RedisStore};
use gilbot::store::{ChatId, Commit, CommitId, Leased, Record, Revision, Room, Row, Store};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use redis::Connection;

mod redis_server;

use redis_server::RedisServer;

/// How many updates a chat has seen, and at most how far apart their ids lie.
const SEEN: u64 = 25;
const GAP_MAX: u32 = 60;
/// The first chat's number: ten digits, as new accounts have.
const FIRST: i64 = 7_000_000_000;
const SHARDS: i64 = 64;
const CLAIMED: usize = 10_000;
/// As many as an import writes in one go.
const BATCH: usize = 250;
const IDLE_SECONDS: u32 = 300;

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let chats: i64 = arguments
        .next()
        .map_or(Ok(1_000_000), |count| count.parse())?;
    let own = match arguments.next() {
        Some(url) => Err(url),
        None => Ok(RedisServer::start(None)?),
    };
    let url = own
        .as_ref()
        .map_or_else(|url| url.clone(), RedisServer::url);
    let options = RedisOptions {
        allow_volatile: true,
        wait_replicas: 0,
    };
    let store = Arc::new(RedisStore::node(&url, options).await?);
    let mut server = redis::Client::open(url)?.get_connection()?;

    let before = info(&mut server, "used_memory")?;
    let mut alarms = fill(&store, chats).await?;
    alarms.sort_unstable();
    let taken = info(&mut server, "used_memory")? - before;
    println!(
        "memory of the server       {:8.0} bytes a chat, all in all",
        taken / chats as f64
    );
    memory(&mut server, chats)?;
    kinds(&store, &mut server).await?;

    let early = alarms[0] - TimeDelta::days(1);
    idle(&store, &mut server, early).await?;
    claim(&store, &alarms).await?;
    calls(&store, chats).await?;
    let begun = Instant::now();
    let findings = verify(&*store, early, false).await?;
    println!(
        "verify                     {:8.1} s for {} chats",
        begun.elapsed().as_secs_f64(),
        findings.chats
    );
    Ok(())
}

/// Somebody with one certificate, who is owed nothing.
fn record(dice: &mut StdRng) -> Record {
    let day = |days| NaiveDate::from_ymd_opt(2026, 11, 1).unwrap_or_default() + Days::new(days);
    let heard = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::milliseconds(1_795_000_000_123);
    let heard = heard + TimeDelta::milliseconds(dice.random_range(0..86_400_000 * 300));
    let mut record = Record {
        anchor: Some(MessageId(dice.random_range(10_000_000..60_000_000))),
        ..Record::default()
    };
    record.dialogue.heard_at = Some(heard);
    record.dialogue.settings.consented_at = Some(heard - TimeDelta::seconds(40));
    let expires_on = day(dice.random_range(400..1130));
    record
        .dialogue
        .certificates
        .add(expires_on, heard.date_naive());
    record.due = next_due(&record.dialogue);
    record
}

fn kept(chat: ChatId, dice: &mut StdRng) -> Result<Kept> {
    let record = record(dice);
    let mut id = dice.random_range(100_000_000..900_000_000);
    let mut seen = Vec::new();
    for _ in 0..SEEN {
        id += dice.random_range(1..=GAP_MAX);
        seen.push(id);
    }
    let alarm = |due| Alarm {
        row: Row::Unasked,
        due,
    };
    Ok(Kept {
        chat,
        revision: Revision(2 * SEEN),
        last_own: Some(dice.random()),
        seen,
        body: record.write()?.into_bytes(),
        alarms: record.due.map(alarm).into_iter().collect(),
    })
}

/// Writes all chats as an import does, and gives their alarms.
async fn fill(store: &RedisStore, chats: i64) -> Result<Vec<DateTime<Utc>>> {
    ensure!(
        store.import_begins().await?,
        "the store holds chats already"
    );
    let (begun, mut dice) = (Instant::now(), StdRng::seed_from_u64(1));
    let mut alarms = Vec::new();
    for first in (0..chats).step_by(BATCH) {
        let batch = (first..chats.min(first + BATCH as i64))
            .map(|chat| kept(ChatId(FIRST + chat), &mut dice));
        let batch = batch.collect::<Result<Vec<_>>>()?;
        alarms.extend(
            batch
                .iter()
                .flat_map(|kept| &kept.alarms)
                .map(|alarm| alarm.due),
        );
        store.restore(batch).await?;
    }
    store.import_ends().await?;
    println!(
        "import                     {:8.1} s for {chats} chats",
        begun.elapsed().as_secs_f64()
    );
    Ok(alarms)
}

/// What the server says of its keys: of every hundredth record, and of all alarms.
fn memory(server: &mut Connection, chats: i64) -> Result<()> {
    let (mut records, mut asked) = (0u64, 0u64);
    for chat in (0..chats).step_by(100) {
        records += usage(server, &key(ChatId(FIRST + chat)))?;
        asked += 1;
    }
    let (mut alarms, mut members) = (0, 0);
    for shard in 0..SHARDS {
        let key = format!("gil:{{{shard}}}:due");
        alarms += usage(server, &key)?;
        members += redis::cmd("ZCARD").arg(&key).query::<u64>(server)?;
    }
    let (record, alarm) = (
        records as f64 / asked as f64,
        alarms as f64 / members as f64,
    );
    println!(
        "MEMORY USAGE               {:8.0} bytes a chat: record {record:.0}, alarm {alarm:.0}",
        record + alarm
    );
    Ok(())
}

/// The same of single chats that were written commit by commit, at rest in other places.
async fn kinds(store: &RedisStore, server: &mut Connection) -> Result<()> {
    let mut dice = StdRng::seed_from_u64(2);
    let home = record(&mut dice);
    let mut listed = home.clone();
    listed.dialogue.state = State::Certificates(Shown::List);
    let nothing = Record {
        dialogue: gilbot::dialogue::Dialogue {
            heard_at: home.dialogue.heard_at,
            ..Default::default()
        },
        anchor: home.anchor,
        ..Record::default()
    };
    for (name, record) in [
        ("home", home),
        ("certificates", listed),
        ("nothing kept", nothing),
    ] {
        let chat = ChatId(FIRST - 1);
        let mut id = 731_245_000;
        for turn in 0..SEEN {
            id += dice.random_range(1..=GAP_MAX);
            let ids = [CommitId::Update(id), CommitId::Own(dice.random())];
            for (revision, id) in (2 * turn..).zip(ids) {
                let commit = store.commit(chat, id, Revision(revision), &record).await?;
                ensure!(commit == Commit::Applied);
            }
        }
        let text = record.write()?;
        println!(
            "  a record, {name:14}   {:8} bytes, of which {} of text",
            usage(server, &key(chat))?,
            text.len()
        );
        if name == "home" {
            println!("  {text}");
        }
        store.forget(chat, Revision(2 * SEEN)).await?;
    }
    Ok(())
}

/// A second in which nothing is due, many times over.
async fn idle(store: &RedisStore, server: &mut Connection, now: DateTime<Utc>) -> Result<()> {
    sweep(store, now).await?;
    let cpu = (process_seconds()?, server_seconds(server)?);
    let begun = Instant::now();
    for _ in 0..IDLE_SECONDS {
        sweep(store, now).await?;
    }
    let each = |seconds: f64| seconds * 1000.0 / f64::from(IDLE_SECONDS);
    println!(
        "idle sweep of both rows    {:8.2} ms; CPU {:.2} ms here and {:.2} ms in the server",
        each(begun.elapsed().as_secs_f64()),
        each(process_seconds()? - cpu.0),
        each(server_seconds(server)? - cpu.1),
    );
    let begun = Instant::now();
    store.overdue(now).await?;
    println!(
        "overdue                    {:8.2} ms",
        begun.elapsed().as_secs_f64() * 1000.0
    );
    Ok(())
}

async fn sweep(store: &RedisStore, now: DateTime<Utc>) -> Result<()> {
    let room = Room {
        asked: 256,
        unasked: 25,
    };
    let leased = store.lease(now, now + TimeDelta::seconds(90), room).await?;
    ensure!(leased == Leased::default(), "something is due");
    Ok(())
}

fn unasked(unasked: usize) -> Room {
    Room { asked: 0, unasked }
}

async fn claim(store: &RedisStore, alarms: &[DateTime<Utc>]) -> Result<()> {
    let due = CLAIMED.min(alarms.len());
    let now = alarms[due - 1];
    let far = now + TimeDelta::days(1000);
    let begun = Instant::now();
    let leased = store.lease(now, far, unasked(due)).await?.unasked;
    println!(
        "claim at once              {:8.1} ms for {} of {due} due chats",
        begun.elapsed().as_secs_f64() * 1000.0,
        leased.len()
    );
    let again = store.lease(far, now, unasked(CLAIMED)).await?.unasked;
    println!(
        "claim of a backlog         {:8} chats in one call when all are due",
        again.len()
    );
    Ok(())
}

/// One call after the other, and many at the same time.
async fn calls(store: &Arc<RedisStore>, chats: i64) -> Result<()> {
    let mut dice = StdRng::seed_from_u64(3);
    let picked: Vec<_> = (0..5000)
        .map(|_| ChatId(FIRST + dice.random_range(0..chats)))
        .collect();
    let begun = Instant::now();
    for &chat in &picked {
        ensure!(store.load(chat).await?.is_some());
    }
    let load = begun.elapsed() / 5000;
    let begun = Instant::now();
    let mut applied = 0;
    for &chat in &picked {
        let Some(record) = store.load(chat).await? else {
            continue;
        };
        let id = CommitId::Update(dice.random());
        let commit = store.commit(chat, id, record.revision, &record).await?;
        applied += u32::from(commit == Commit::Applied);
    }
    let commit = (begun.elapsed() / 5000).saturating_sub(load);
    println!(
        "load, commit               {:8} µs, {} µs one after the other ({applied} applied)",
        load.as_micros(),
        commit.as_micros()
    );
    let begun = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for part in picked.chunks(picked.len() / 50) {
        let (store, part) = (store.clone(), part.to_vec());
        tasks.spawn(async move {
            for chat in part {
                let loaded = store.load(chat).await.ok().flatten();
                let Some(record) = loaded else { continue };
                let own = CommitId::Own(begun.elapsed().as_nanos() as u64);
                let _ = store.commit(chat, own, record.revision, &record).await;
            }
        });
    }
    tasks.join_all().await;
    println!(
        "load and commit            {:8.0} pairs a second, 50 at a time",
        5000.0 / begun.elapsed().as_secs_f64()
    );
    Ok(())
}

fn key(chat: ChatId) -> String {
    format!("gil:{{{}}}:chat:{}", chat.0.rem_euclid(SHARDS), chat.0)
}

fn usage(server: &mut Connection, key: &str) -> Result<u64> {
    let question = redis::cmd("MEMORY")
        .arg("USAGE")
        .arg(key)
        .arg("SAMPLES")
        .arg(0)
        .take();
    Ok(question.query(server)?)
}

fn info(server: &mut Connection, name: &str) -> Result<f64> {
    let text: String = redis::cmd("INFO").arg("everything").query(server)?;
    let found = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    Ok(found.context("the server does not say")?.parse()?)
}

fn server_seconds(server: &mut Connection) -> Result<f64> {
    Ok(info(server, "used_cpu_user")? + info(server, "used_cpu_sys")?)
}

/// What the kernel has counted for all threads of this process.
fn process_seconds() -> Result<f64> {
    let mut nanoseconds = 0;
    for thread in fs::read_dir("/proc/self/task")? {
        let counted = fs::read_to_string(thread?.path().join("schedstat"))?;
        let first = counted.split(' ').next().context("a number")?;
        nanoseconds += first.parse::<u64>()?;
    }
    Ok(nanoseconds as f64 / 1e9)
}
