//! The places in which every store is tried, and a look behind each of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gilbot::store::moving::Movable;
use gilbot::store::redis::{RedisOptions, RedisStore};
use gilbot::store::sqlite::SqliteStore;
use gilbot::store::{ChatId, Row, Store};
use rusqlite::Connection;
use tempfile::TempDir;
use tokio::sync::{Mutex, MutexGuard};

use crate::servers::Server;
use crate::shared::{shared, shared_cluster};

/// One empty place for one test.
#[async_trait]
pub trait Place: Send + Sync {
    /// A store on this place, as one replica has it.
    async fn open(&self) -> Arc<dyn Store>;
    /// What another replica beside this store has: the same one where only one process may be.
    async fn beside(&self, _: &Arc<dyn Store>) -> Arc<dyn Store> {
        self.open().await
    }
    /// The same store, as an operator's command has it.
    async fn to_move(&self) -> Arc<dyn Movable>;
    /// Writes an alarm into this row, or takes it out, as no store of ours would.
    fn set_alarm(&self, chat: ChatId, row: Row, due: Option<DateTime<Utc>>);
    /// Replaces the text of a record, which must be there.
    fn spoil(&self, chat: ChatId, text: &str);
    /// The text of a record, as it is kept.
    fn text_of(&self, chat: ChatId) -> Option<String>;
    /// Everything that is kept here, as it lies.
    fn bytes(&self) -> Vec<u8>;
}

pub struct SqliteFile {
    dir: TempDir,
}

impl SqliteFile {
    pub async fn empty() -> Self {
        let dir = TempDir::with_prefix("gilbot-sqlite-").expect("a directory");
        Self { dir }
    }

    pub fn path(&self) -> String {
        self.dir.path().join("gilbot.db").display().to_string()
    }

    pub fn connect(&self) -> Connection {
        Connection::open(self.path()).expect("the file opens")
    }
}

#[async_trait]
impl Place for SqliteFile {
    async fn open(&self) -> Arc<dyn Store> {
        Arc::new(SqliteStore::open(&self.path()).expect("the file opens"))
    }

    async fn beside(&self, store: &Arc<dyn Store>) -> Arc<dyn Store> {
        store.clone()
    }

    async fn to_move(&self) -> Arc<dyn Movable> {
        Arc::new(SqliteStore::open(&self.path()).expect("the file opens"))
    }

    fn set_alarm(&self, chat: ChatId, row: Row, due: Option<DateTime<Utc>>) {
        set_alarm(&self.connect(), chat, row, due);
    }

    fn spoil(&self, chat: ChatId, text: &str) {
        spoil(&self.connect(), chat, text);
    }

    fn text_of(&self, chat: ChatId) -> Option<String> {
        text_of(&self.connect(), chat)
    }

    fn bytes(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self.dir.path()).expect("the directory is there");
        let paths = files.map(|file| file.expect("a file").path());
        paths
            .flat_map(|path| std::fs::read(path).expect("the file reads"))
            .collect()
    }
}

/// All replicas share one store, as they must: it lives in memory.
pub struct SqliteMemory {
    store: Arc<SqliteStore>,
    beside: std::sync::Mutex<Connection>,
}

impl SqliteMemory {
    pub async fn empty() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = format!("file:place{number}?mode=memory&cache=shared");
        let store = Arc::new(SqliteStore::open(&path).expect("memory opens"));
        let beside = Connection::open(&path).expect("memory opens").into();
        Self { store, beside }
    }
}

#[async_trait]
impl Place for SqliteMemory {
    async fn open(&self) -> Arc<dyn Store> {
        self.store.clone()
    }

    async fn to_move(&self) -> Arc<dyn Movable> {
        self.store.clone()
    }

    fn set_alarm(&self, chat: ChatId, row: Row, due: Option<DateTime<Utc>>) {
        set_alarm(&self.beside.lock().unwrap(), chat, row, due);
    }

    fn spoil(&self, chat: ChatId, text: &str) {
        spoil(&self.beside.lock().unwrap(), chat, text);
    }

    fn text_of(&self, chat: ChatId) -> Option<String> {
        text_of(&self.beside.lock().unwrap(), chat)
    }

    fn bytes(&self) -> Vec<u8> {
        let beside = self.beside.lock().unwrap();
        let mut rows = beside
            .prepare(
                "SELECT id || body || hex(seen) || coalesce(due, '') FROM chat
                 UNION ALL SELECT chat || ' ' || update_id FROM attempt
                 UNION ALL SELECT day || ' ' || name || ' ' || times FROM tally",
            )
            .unwrap();
        let rows = rows.query_map([], |row| row.get::<_, String>(0)).unwrap();
        rows.flat_map(|row| row.unwrap().into_bytes()).collect()
    }
}

fn set_alarm(connection: &Connection, chat: ChatId, row: Row, due: Option<DateTime<Utc>>) {
    let due = due.map(|due| due.timestamp_millis());
    let set = "UPDATE chat SET due = ?2, asked = ?3 WHERE id = ?1";
    let rows = connection.execute(set, (chat.0, due, row == Row::Asked));
    assert_eq!(rows, Ok(1));
}

fn spoil(connection: &Connection, chat: ChatId, text: &str) {
    let rows = connection.execute("UPDATE chat SET body = ?2 WHERE id = ?1", (chat.0, text));
    assert_eq!(rows, Ok(1));
}

fn text_of(connection: &Connection, chat: ChatId) -> Option<String> {
    let text = "SELECT body FROM chat WHERE id = ?1";
    connection.query_row(text, [chat.0], |row| row.get(0)).ok()
}

/// A database of the shared server.
pub struct RedisNode {
    database: u32,
}

impl RedisNode {
    pub async fn empty() -> Self {
        static DATABASE: AtomicU32 = AtomicU32::new(1);
        let database = DATABASE.fetch_add(1, Ordering::Relaxed);
        Self { database }
    }

    pub fn url(&self) -> String {
        format!("{}/{}", shared().url(), self.database)
    }

    async fn store(&self) -> RedisStore {
        let store = RedisStore::node(&self.url(), RedisOptions::default()).await;
        store.expect("the server answers")
    }
}

#[async_trait]
impl Place for RedisNode {
    async fn open(&self) -> Arc<dyn Store> {
        Arc::new(self.store().await)
    }

    async fn to_move(&self) -> Arc<dyn Movable> {
        Arc::new(self.store().await)
    }

    fn set_alarm(&self, chat: ChatId, row: Row, due: Option<DateTime<Utc>>) {
        set_alarm_in_redis(shared(), self.database, chat, row, due);
    }

    fn spoil(&self, chat: ChatId, text: &str) {
        spoil_redis(shared(), self.database, chat, text);
    }

    fn text_of(&self, chat: ChatId) -> Option<String> {
        text_in_redis(shared(), self.database, chat)
    }

    fn bytes(&self) -> Vec<u8> {
        bytes(shared(), self.database)
    }
}

/// The shared cluster, emptied. It has no databases, so the tests use it one after another.
pub struct RedisCluster {
    _alone: MutexGuard<'static, ()>,
}

impl RedisCluster {
    pub async fn empty() -> Self {
        static ALONE: Mutex<()> = Mutex::const_new(());
        let place = Self {
            _alone: ALONE.lock().await,
        };
        for server in &shared_cluster().servers {
            let _: () = server.ask(&["FLUSHALL"]);
        }
        place
    }

    async fn store(&self) -> RedisStore {
        let store = RedisStore::cluster(&shared_cluster().urls(), RedisOptions::default()).await;
        store.expect("the cluster answers")
    }
}

#[async_trait]
impl Place for RedisCluster {
    async fn open(&self) -> Arc<dyn Store> {
        Arc::new(self.store().await)
    }

    async fn to_move(&self) -> Arc<dyn Movable> {
        Arc::new(self.store().await)
    }

    fn set_alarm(&self, chat: ChatId, row: Row, due: Option<DateTime<Utc>>) {
        let owner = shared_cluster().owner(&record_key(chat));
        set_alarm_in_redis(owner, 0, chat, row, due);
    }

    fn spoil(&self, chat: ChatId, text: &str) {
        spoil_redis(shared_cluster().owner(&record_key(chat)), 0, chat, text);
    }

    fn text_of(&self, chat: ChatId) -> Option<String> {
        text_in_redis(shared_cluster().owner(&record_key(chat)), 0, chat)
    }

    fn bytes(&self) -> Vec<u8> {
        let servers = &shared_cluster().servers;
        servers.iter().flat_map(|server| bytes(server, 0)).collect()
    }
}

/// The head of a record's key and the text after it.
fn parts_in_redis(server: &Server, database: u32, chat: ChatId) -> Option<(String, String)> {
    let value: Option<String> = server.ask_in(database, &["GET", &record_key(chat)]);
    let value = value?;
    let (head, text) = value.split_once('\n').expect("a head");
    Some((head.into(), text.into()))
}

fn set_alarm_in_redis(
    server: &Server,
    database: u32,
    chat: ChatId,
    row: Row,
    due: Option<DateTime<Utc>>,
) {
    let (key, chat) = (alarms_key(chat, row), chat.0.to_string());
    let _: i64 = match due.map(|due| due.timestamp_millis().to_string()) {
        Some(due) => server.ask_in(database, &["ZADD", &key, &due, &chat]),
        None => server.ask_in(database, &["ZREM", &key, &chat]),
    };
}

fn text_in_redis(server: &Server, database: u32, chat: ChatId) -> Option<String> {
    parts_in_redis(server, database, chat).map(|(_, text)| text)
}

fn spoil_redis(server: &Server, database: u32, chat: ChatId, text: &str) {
    let (head, _) = parts_in_redis(server, database, chat).expect("it is there");
    let value = format!("{head}\n{text}");
    let _: () = server.ask_in(database, &["SET", &record_key(chat), &value]);
}

/// The key as it has been written since the first release.
pub fn record_key(chat: ChatId) -> String {
    format!("gil:{{{}}}:chat:{}", chat.0.rem_euclid(64), chat.0)
}

/// The key as it has been written since the first release.
pub fn alarms_key(chat: ChatId, row: Row) -> String {
    let name = match row {
        Row::Asked => "asked",
        Row::Unasked => "due",
    };
    format!("gil:{{{}}}:{name}", chat.0.rem_euclid(64))
}

fn bytes(server: &Server, database: u32) -> Vec<u8> {
    let keys: Vec<String> = server.ask_in(database, &["KEYS", "*"]);
    let mut bytes = Vec::new();
    for key in keys {
        bytes.extend(key.as_bytes());
        let kept: Vec<Vec<u8>> = match server.ask_in::<String>(database, &["TYPE", &key]).as_str() {
            "string" => vec![server.ask_in(database, &["GET", &key])],
            "hash" => server.ask_in(database, &["HGETALL", &key]),
            "zset" => server.ask_in(database, &["ZRANGE", &key, "0", "-1", "WITHSCORES"]),
            other => panic!("{key} is a {other}"),
        };
        bytes.extend(kept.concat());
    }
    bytes
}
