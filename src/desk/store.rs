//! Whether the store answers, and whether it keeps what it is given.

use super::finding::Finding;
use crate::store::moving::Movable;
use crate::store::redis::check::{Durability, Fitness, Unfit};
use crate::store::redis::{RedisOptions, RedisStore};
use crate::store::sqlite::look::{Look, look};
use crate::store::{StoreError, StoreUrl};

const STORE: &str = "store";

pub async fn findings(url: &StoreUrl, options: RedisOptions) -> Vec<Finding> {
    let opened = match url {
        StoreUrl::Sqlite(path) if path == ":memory:" => return vec![forgets()],
        StoreUrl::Sqlite(path) => {
            let path = path.clone();
            let seen = tokio::task::spawn_blocking(move || look(&path)).await;
            return match seen {
                Ok(Ok(Some(seen))) => of_file(&seen),
                Ok(Ok(None)) => vec![Finding::ok(
                    STORE,
                    "파일이 아직 없어요. 처음 켤 때 만들어요.",
                    "there is no file yet; the first start makes it",
                )],
                Ok(Err(error)) => vec![away(&error)],
                Err(_) => vec![away(&StoreError::Unavailable("the look broke off".into()))],
            };
        }
        StoreUrl::Redis(url) => RedisStore::node(url, options).await,
        StoreUrl::Cluster(urls) => RedisStore::cluster(urls, options).await,
    };
    match opened {
        Ok(store) => of_servers(&store, options).await,
        Err(error) => vec![away(&error)],
    }
}

fn of_file(seen: &Look) -> Vec<Finding> {
    let records = seen.records;
    let mut findings = vec![Finding::ok(
        STORE,
        format!("파일을 읽고 쓸 수 있어요. 채팅이 {records}개 있어요."),
        format!("the file can be read and written; it holds {records} chats"),
    )];
    let mode = &seen.journal_mode;
    findings.push(if mode == "wal" {
        Finding::ok(
            STORE,
            "커밋마다 디스크에 써요(WAL, synchronous FULL).",
            "every commit reaches the disk (WAL, synchronous FULL)",
        )
    } else {
        Finding::warning(
            STORE,
            format!("저널이 {mode}예요. 켜면 WAL로 바꿔요."),
            format!("the journal is {mode}; the next start makes it WAL"),
        )
    });
    if seen.is_older {
        findings.push(Finding::warning(
            STORE,
            "이전 판의 표예요. 켜면 새 꼴로 바꿔요. 먼저 백업해 주세요.",
            "the tables are of an earlier release; the next start changes them: make a backup first",
        ));
    }
    findings
}

async fn of_servers(store: &RedisStore, options: RedisOptions) -> Vec<Finding> {
    let mut findings = vec![match store.check().await {
        Ok(Fitness::Fit) => Finding::ok(
            STORE,
            "Redis가 답하고, 기록을 지켜요.",
            "Redis answers and keeps what it is given",
        ),
        Ok(Fitness::Unsaid) if options.allow_volatile => forgets(),
        Ok(Fitness::Unsaid) => Finding::warning(
            STORE,
            "Redis가 답하지만 기록을 지키는지는 말하지 않아요.",
            "Redis answers, but does not say whether it keeps anything",
        ),
        Err(Unfit::Store(error)) => return vec![away(&error)],
        Err(unfit) => Finding::wrong(STORE, korean(&unfit), unfit.to_string()),
    }];
    if let Ok(true) = store.is_half_imported().await {
        findings.push(Finding::wrong(
            STORE,
            "가져오기가 끝나지 않았어요. 다시 가져와 주세요.",
            "an import was not finished: import again, which clears its part",
        ));
    }
    if let Ok(Some(servers)) = store.durability().await {
        findings.extend(servers.iter().map(of_server));
        // Elsewhere it was told already, as wrong.
        let policies = servers.iter().filter_map(|server| server.evicts.clone());
        for policy in policies.filter(|_| options.allow_volatile) {
            let unfit = Unfit::Evicts(policy);
            findings.push(Finding::warning(STORE, korean(&unfit), unfit.to_string()));
        }
    }
    let wanted = options.wait_replicas;
    if wanted > 0
        && let Ok(Some(counts)) = store.replicas().await
        && let Some(&fewest) = counts.iter().min()
    {
        findings.push(of_replicas(wanted, fewest));
    }
    findings
}

/// Whether as many replicas follow as every commit is to wait for.
fn of_replicas(wanted: u32, fewest: u32) -> Finding {
    if fewest < wanted {
        return Finding::wrong(
            STORE,
            format!(
                "복제본이 {fewest}개라서 아무것도 기록하지 못해요. STORE_WAIT_REPLICAS가 {wanted}이에요."
            ),
            format!(
                "{fewest} replicas follow, and every commit waits for {wanted} (STORE_WAIT_REPLICAS)"
            ),
        );
    }
    Finding::ok(
        STORE,
        format!("복제본이 {fewest}개 있고, 커밋마다 {wanted}개를 기다려요."),
        format!("{fewest} replicas follow; every commit waits for {wanted}"),
    )
}

fn of_server(server: &Durability) -> Finding {
    match (server.append.as_deref(), server.saves) {
        (Some("no"), _) => Finding::warning(
            STORE,
            "AOF를 운영 체제가 쓸 때 써요. 꺼지면 30초쯤 잃을 수 있어요.",
            "the AOF is written when the system likes: half a minute may be lost (appendfsync no)",
        ),
        (Some(fsync), _) => Finding::ok(
            STORE,
            format!("AOF로 기록해요(appendfsync {fsync})."),
            format!("every write goes to the AOF (appendfsync {fsync})"),
        ),
        (None, true) => Finding::warning(
            STORE,
            "가끔만 디스크에 써요. 꺼지면 몇 분을 잃을 수 있어요. appendonly yes를 권해요.",
            "it is saved now and then: minutes may be lost; appendonly yes is better",
        ),
        (None, false) => Finding::warning(
            STORE,
            "디스크에 아무것도 쓰지 않아요.",
            "nothing is written to disk",
        ),
    }
}

fn korean(unfit: &Unfit) -> String {
    match unfit {
        Unfit::Evicts(policy) => {
            format!(
                "메모리가 차면 기록을 버려요({policy}). maxmemory-policy noeviction으로 바꿔 주세요."
            )
        }
        Unfit::Forgets => "디스크에 쓰지 않아요. appendonly yes로 바꿔 주세요.".to_owned(),
        Unfit::TooOld => "Redis 7 이상이나 Valkey가 필요해요.".to_owned(),
        Unfit::Store(_) => "저장소가 답하지 않아요.".to_owned(),
    }
}

fn forgets() -> Finding {
    Finding::warning(
        STORE,
        "잃어도 되는 저장소예요. 꺼지면 기록이 사라질 수 있어요.",
        "a store that may lose everything was allowed",
    )
}

fn away(error: &StoreError) -> Finding {
    Finding::wrong(STORE, "저장소를 쓸 수 없어요.", error.to_string())
}
