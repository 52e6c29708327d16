//! The stories of moving everything from one store to another: nothing is lost, and what fails changes nothing.

use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};

use gilbot::store::moving::{Counts, ImportError, export, import, verify};
use gilbot::store::open::{StoreUrl, open};
use gilbot::store::redis::RedisOptions;
use gilbot::store::{ChatId, Commit, CommitId, Revision, Row, StoreError};

use crate::store_places::{Place, RedisCluster, RedisNode, SqliteFile, SqliteMemory, record_key};
use crate::store_suite::{CHAT, LeaseRow, at, commit, count, record};
use crate::{servers, store_suite};

const SPOILED: ChatId = ChatId(3);

/// Chats of every kind: in both rows and in none, with many updates that restart lower, below zero, and spoiled.
async fn fill(place: &dyn Place) {
    let store = place.open().await;
    for chat in [1, 2, 64, -7] {
        let due = (chat != 2).then(|| at(chat));
        let mut record = record(chat as i32, due);
        record.outbox.asked = chat == 64;
        let applied = store
            .commit(ChatId(chat), CommitId::Own(1), Revision(0), &record)
            .await;
        assert_eq!(applied, Ok(Commit::Applied));
    }
    let ids = [731_245_001, 731_245_019, 7, u32::MAX, 0, 731_245_020];
    for (revision, id) in (0..).zip(ids) {
        commit(
            &*store,
            CommitId::Update(id),
            revision,
            &record(5, Some(at(5))),
        )
        .await;
    }
    let lost = store
        .commit(
            SPOILED,
            CommitId::Update(1),
            Revision(0),
            &record(3, Some(at(3))),
        )
        .await;
    assert_eq!(lost, Ok(Commit::Applied));
    place.spoil(SPOILED, "{\"v\":1,\"d\":");
}

const FILLED: Counts = Counts {
    chats: 6,
    corrupt: 1,
};

/// The lines of an export, in an order that does not depend on the store.
async fn exported(place: &dyn Place) -> Vec<String> {
    let mut bytes = Vec::new();
    let store = place.to_move().await;
    let counts = export(&*store, &mut bytes).await.unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    assert_eq!(lines.len() as u64, counts.chats + 2);
    let last = lines.len() - 1;
    lines[1..last].sort();
    lines
}

async fn imported(place: &dyn Place, lines: &[String]) -> Result<Counts, ImportError> {
    let text = lines
        .iter()
        .map(|line| format!("{line}\n"))
        .collect::<String>();
    import(&*place.to_move().await, &mut Cursor::new(text)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_goes_through_every_store_comes_back_as_it_was() {
    let first = SqliteFile::empty().await;
    fill(&first).await;
    let lines = exported(&first).await;
    let (node, cluster, last) = (
        RedisNode::empty().await,
        RedisCluster::empty().await,
        SqliteMemory::empty().await,
    );
    for place in [&node as &dyn Place, &cluster, &last] {
        assert_eq!(imported(place, &lines).await.unwrap(), FILLED);
        assert_eq!(exported(place).await, lines);
        let (was, is) = (first.open().await, place.open().await);
        for chat in [1, 2, 64, -7, CHAT.0] {
            assert_eq!(is.load(ChatId(chat)).await, was.load(ChatId(chat)).await);
        }
        assert!(matches!(
            is.load(SPOILED).await,
            Err(StoreError::Corrupt(_))
        ));
        assert_eq!(place.text_of(SPOILED), first.text_of(SPOILED));
    }
}

pub async fn what_was_imported_knows_what_has_taken_effect(place: &dyn Place) {
    let first = SqliteMemory::empty().await;
    fill(&first).await;
    imported(place, &exported(&first).await).await.unwrap();
    let store = place.open().await;
    for id in [731_245_001, 7, u32::MAX, 0, 731_245_020] {
        let again = store
            .commit(CHAT, CommitId::Update(id), Revision(6), &record(9, None))
            .await;
        assert_eq!(again, Ok(Commit::Duplicate), "{id}");
    }
    let again = store
        .commit(ChatId(1), CommitId::Own(1), Revision(1), &record(9, None))
        .await;
    assert_eq!(again, Ok(Commit::Duplicate));
    commit(&*store, CommitId::Update(8), 6, &record(9, Some(at(5)))).await;
    let leased = store.lease_row(at(99), at(999), 9, Row::Asked).await;
    assert_eq!(leased, Ok(vec![ChatId(64)]));
    assert_eq!(count(&*store, at(99)).await, Ok(4));
}

pub async fn a_store_that_holds_chats_takes_no_import(place: &dyn Place) {
    fill(place).await;
    let lines = exported(place).await;
    let store = place.open().await;
    let chats = [1, 64, -7, SPOILED.0].map(|chat| (ChatId(chat), 1));
    for (chat, revision) in chats.into_iter().chain([(CHAT, 6)]) {
        let gone = store.forget(chat, Revision(revision)).await;
        assert_eq!(gone, Ok(Commit::Applied));
    }
    // One is left, and it has no alarm.
    let refused = imported(place, &lines).await;
    assert!(matches!(refused, Err(ImportError::Occupied)), "{refused:?}");
    assert_eq!(exported(place).await.len(), 3);
    let gone = store.forget(ChatId(2), Revision(1)).await;
    assert_eq!(gone, Ok(Commit::Applied));
    assert_eq!(imported(place, &lines).await.unwrap(), FILLED);
}

pub async fn a_bad_line_is_told_and_nothing_is_imported(place: &dyn Place) {
    let first = SqliteMemory::empty().await;
    fill(&first).await;
    let good = exported(&first).await;
    let last = good.len() - 1;
    let broken = |number: usize, line: &str| {
        let mut lines = good.clone();
        lines[number] = line.into();
        lines
    };
    let at_spoiled = good
        .iter()
        .position(|line| line.contains("corrupt"))
        .unwrap();
    let unsaid = good[at_spoiled].replace(",\"corrupt\":true", "");
    let cases = [
        (broken(0, "{\"gilbot_export\":2}"), 1, "newer"),
        (broken(0, &good[1]), 1, "not what"),
        (vec![], 1, "cut short"),
        (good[..1].to_vec(), 2, "cut short"),
        (good[..last].to_vec(), last + 1, "cut short"),
        (broken(2, ""), 3, "not what"),
        (broken(2, &good[2][..good[2].len() - 9]), 3, "not what"),
        (
            broken(2, &good[2].replace("\"id\"", "\"no\"")),
            3,
            "not what",
        ),
        (broken(2, &good[1]), 3, "repeats"),
        (
            broken(at_spoiled, &unsaid),
            at_spoiled + 1,
            "cannot be read",
        ),
        (
            broken(last, "{\"chats\":5,\"corrupt\":1}"),
            last + 1,
            "counts",
        ),
        (
            broken(last, "{\"chats\":6,\"corrupt\":0}"),
            last + 1,
            "counts",
        ),
        ([&good[..], &good[1..2]].concat(), last + 2, "after the end"),
    ];
    for (lines, number, why) in cases {
        let error = imported(place, &lines).await.unwrap_err().to_string();
        assert!(error.starts_with(&format!("line {number} ")), "{error}");
        assert!(error.contains(why), "{error} instead of {why}");
        assert_eq!(exported(place).await.len(), 2, "nothing is there");
    }
    assert_eq!(
        imported(place, &good).await.unwrap(),
        FILLED,
        "now it succeeds"
    );
}

/// A file that breaks while it is read for the second time, after so many bytes.
struct Breaking {
    text: Cursor<String>,
    rewound: bool,
    after: u64,
}

impl Read for Breaking {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if self.rewound && self.text.position() >= self.after {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let short = bytes.len().min(64);
        self.text.read(&mut bytes[..short])
    }
}

impl Seek for Breaking {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.rewound |= matches!(to, SeekFrom::Start(_));
        self.text.seek(to)
    }
}

/// A file during whose second reading, when the import has begun, something happens.
struct Meanwhile<'a> {
    text: Cursor<String>,
    then: Option<Box<dyn FnOnce() + Send + 'a>>,
    rewound: bool,
}

impl Read for Meanwhile<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if let Some(then) = self.then.take_if(|_| self.rewound) {
            then();
        }
        self.text.read(bytes)
    }
}

impl Seek for Meanwhile<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.rewound |= matches!(to, SeekFrom::Start(_));
        self.text.seek(to)
    }
}

/// More chats than are written in one go.
fn many() -> Vec<String> {
    let mut lines = vec!["{\"gilbot_export\":1}".to_owned()];
    lines.extend((1..=1200).map(|id| {
        format!("{{\"id\":{id},\"revision\":1,\"due\":1800000000000,\"seen\":[],\"body\":\"{{\\\"v\\\":2}}\"}}")
    }));
    lines.push("{\"chats\":1200,\"corrupt\":0}".into());
    lines
}

pub async fn an_import_that_fails_half_way_is_taken_back(place: &dyn Place) {
    let text = many().join("\n");
    let after = text.len() as u64 - 100;
    let breaking = Breaking {
        text: Cursor::new(text),
        rewound: false,
        after,
    };
    let store = place.to_move().await;
    let failed = import(&*store, &mut BufReader::new(breaking)).await;
    assert!(matches!(failed, Err(ImportError::Unread(_))), "{failed:?}");
    assert_eq!(store.is_half_imported().await, Ok(false));
    assert_eq!(count(&*place.open().await, at(9999)).await, Ok(0));
    assert_eq!(exported(place).await.len(), 2, "nothing is left");
    assert_eq!(imported(place, &many()).await.unwrap().chats, 1200);
    assert_eq!(count(&*place.open().await, at(9999)).await, Ok(1200));
}

pub async fn what_is_taken_back_is_only_what_stands_as_it_came(place: &dyn Place) {
    let first = SqliteMemory::empty().await;
    fill(&first).await;
    let page = first.to_move().await.page(Default::default()).await;
    let chats = page.unwrap().kept;
    let came: Vec<_> = chats
        .iter()
        .map(|kept| (kept.chat, kept.revision))
        .collect();
    let store = place.to_move().await;
    assert_eq!(store.import_begins().await, Ok(true));
    assert_eq!(store.restore(chats).await, Ok(vec![]));
    // A bot that should have been stopped goes on with one of them.
    let next = record(9, Some(at(9)));
    let gone_on = store.commit(ChatId(1), CommitId::Own(2), Revision(1), &next);
    assert_eq!(gone_on.await, Ok(Commit::Applied));
    store.import_fails(&came).await.unwrap();
    assert_eq!(store.is_half_imported().await, Ok(false));
    let left = place.open().await.load(ChatId(1)).await.unwrap().unwrap();
    assert_eq!((left.due, left.revision), (Some(at(9)), Revision(2)));
    assert_eq!(exported(place).await.len(), 2 + 1, "nothing else is left");
}

pub async fn what_a_killed_import_has_left_is_cleared_by_the_next(place: &dyn Place) {
    let first = SqliteMemory::empty().await;
    fill(&first).await;
    let lines = exported(&first).await;
    let killed = place.to_move().await;
    assert_eq!(killed.import_begins().await, Ok(true));
    let page = first
        .to_move()
        .await
        .page(Default::default())
        .await
        .unwrap();
    let mut others = page.kept;
    for kept in &mut others {
        kept.chat.0 += 1000;
    }
    killed.restore(others).await.unwrap();
    drop(killed);
    // A file of SQLite takes back by itself what was not committed; in memory nothing outlives its process.
    let store = place.to_move().await;
    if store.is_half_imported().await == Ok(true) {
        let refused = export(&*store, &mut Vec::new()).await.unwrap_err();
        assert!(refused.to_string().contains("import again"), "{refused}");
        assert!(verify(&*store, at(0), true).await.is_err());
    } else {
        store.import_fails(&[]).await.unwrap();
    }
    assert_eq!(imported(place, &lines).await.unwrap(), FILLED);
    assert_eq!(exported(place).await, lines);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_serves_from_a_store_that_is_half_full() {
    let place = RedisNode::empty().await;
    let url: StoreUrl = place.url().parse().unwrap();
    assert!(open(&url, RedisOptions::default()).await.is_ok());
    let killed = place.to_move().await;
    assert_eq!(killed.import_begins().await, Ok(true));
    let refused = open(&url, RedisOptions::default()).await.err().unwrap();
    assert!(refused.to_string().contains("import again"), "{refused}");
    killed.import_ends().await.unwrap();
    assert!(open(&url, RedisOptions::default()).await.is_ok());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_that_writes_into_an_import_is_noticed_and_loses_nothing() {
    let place = RedisNode::empty().await;
    let (early, late) = (ChatId(3), ChatId(5_000));
    let lines = many();
    let reader = Meanwhile {
        text: Cursor::new(lines.join("\n")),
        rewound: false,
        // It writes a chat that is to come, and one that is not.
        then: Some(Box::new(|| {
            for chat in [early, late] {
                let text = record(1, None).write().expect("it can be written");
                let server = redis::Client::open(place.url()).expect("an address");
                let mut server = server.get_connection().expect("it answers");
                let set = redis::cmd("SET")
                    .arg(record_key(chat))
                    .arg(format!("1 - -\n{text}"))
                    .take();
                set.query::<()>(&mut server).expect("it is written");
            }
        })),
    };
    let store = place.to_move().await;
    let refused = import(&*store, &mut BufReader::new(reader)).await;
    assert!(matches!(refused, Err(ImportError::Busy)), "{refused:?}");
    assert_eq!(store.is_half_imported().await, Ok(false));
    let open = place.open().await;
    for chat in [early, late] {
        assert!(open.load(chat).await.unwrap().is_some(), "{chat:?} stays");
    }
    assert_eq!(exported(&place).await.len(), 2 + 2, "nothing else is left");
    assert_eq!(count(&*open, at(9999)).await, Ok(0), "and no alarm");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_without_a_head_is_not_exported_and_stays() {
    let server = servers::Server::start();
    let url: StoreUrl = server.url().parse().unwrap();
    let store = gilbot::store::open::open_to_move(&url, RedisOptions::default());
    let store = store.await.unwrap();
    store_suite::commit(&*store, CommitId::Own(1), 0, &record(1, None)).await;
    let _: () = server.ask(&["SET", &record_key(ChatId(1)), "a letter"]);
    let _: () = server.ask(&["HSET", &record_key(ChatId(2)), "revision", "1"]);
    let _: () = server.ask(&["SET", "gil:{7}:chat:8", "of another shard"]);
    let refused = export(&*store, &mut Vec::new()).await.unwrap_err();
    assert_eq!(refused, StoreError::Corrupt("2 chats have no head".into()));
    let findings = verify(&*store, at(0), true).await.unwrap();
    assert_eq!((findings.chats, findings.corrupt), (3, 2));
    assert!(!findings.is_sound());
    assert_eq!(
        server.ask::<String>(&["GET", &record_key(ChatId(1))]),
        "a letter"
    );
}
