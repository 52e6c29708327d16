//! Moving all records, and proving their alarms, by hand.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::finding::Finding;
use crate::store::moving::{Counts, Findings, ImportError, Movable, export, import, verify};
use crate::store::open::open_to_move;
use crate::store::redis::RedisOptions;
use crate::store::{StoreError, StoreUrl};

/// Records are for nobody's eyes but the operator's.
const MODE: u32 = 0o600;
const RECORDS: &str = "records";
const ALARMS: &str = "alarms";

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum Undone {
    #[error("{0}: 그런 저장소 파일이 없어요. — there is no such file of a store")]
    NoStore(String),
    #[error("{path}: 이미 있어요. 다른 이름을 적어 주세요. — it exists already: choose another name", path = .0.display())]
    Exists(PathBuf),
    #[error("{path}: 쓸 수 없어요. — it cannot be written: {kind}", path = .0.display(), kind = .1)]
    Unwritten(PathBuf, io::ErrorKind),
    #[error("{path}: 읽을 수 없어요. — it cannot be read: {kind}", path = .0.display(), kind = .1)]
    Unread(PathBuf, io::ErrorKind),
    #[error("저장소를 쓸 수 없어요. — {0}")]
    Store(#[from] StoreError),
    #[error("{begin}: {0}", begin = left_behind(.0))]
    Import(#[from] ImportError),
}

/// What a failed import has left in the store.
fn left_behind(error: &ImportError) -> &'static str {
    match error {
        ImportError::Half { .. } => {
            "가져오다 말았고 되돌리지도 못했어요. 다시 가져오면 먼저 비워요. 그때까지 봇은 켜지지 않아요. — half of it \
             stands in the store: import again, which clears it first; until then no bot starts"
        }
        ImportError::Line { .. }
        | ImportError::Occupied
        | ImportError::Busy
        | ImportError::Unread(_)
        | ImportError::Store(_) => "가져오지 않았어요. 저장소는 그대로예요. — nothing was imported",
    }
}

/// Writes all records to a new file, or to the standard output. A file is there when it is complete, or not at all.
///
/// # Errors
/// Why it was not done.
pub async fn export_to(
    url: &StoreUrl,
    options: RedisOptions,
    file: Option<&Path>,
) -> Result<Vec<Finding>, Undone> {
    let store = opened(url, options).await?;
    let counts = match file {
        None => export(&*store, &mut BufWriter::new(io::stdout())).await?,
        Some(path) if path.exists() => return Err(Undone::Exists(path.to_owned())),
        Some(path) => {
            let part = PathBuf::from(format!("{}.part", path.display()));
            let written = write(&*store, &part).await;
            let unwritten = |error: io::Error| Undone::Unwritten(path.to_owned(), error.kind());
            match written
                .and_then(|counts| fs::rename(&part, path).map(|()| counts).map_err(unwritten))
            {
                Ok(counts) => counts,
                Err(error) => {
                    // It may not even have been begun.
                    let _ = fs::remove_file(&part);
                    return Err(error);
                }
            }
        }
    };
    Ok(told(counts, "내보냈어요", "exported"))
}

/// Reads all records from a file into a store that holds none.
///
/// # Errors
/// Why it was not done; then nothing has changed.
pub async fn import_from(
    url: &StoreUrl,
    options: RedisOptions,
    file: &Path,
) -> Result<Vec<Finding>, Undone> {
    let unread = |error: io::Error| Undone::Unread(file.to_owned(), error.kind());
    let mut reader = BufReader::new(File::open(file).map_err(unread)?);
    let store = open_to_move(url, options).await?;
    let counts = import(&*store, &mut reader).await?;
    Ok(told(counts, "가져왔어요", "imported"))
}

/// Compares every alarm with its record, and with `repair` puts it right.
///
/// # Errors
/// Why it was not done.
pub async fn verified(
    url: &StoreUrl,
    options: RedisOptions,
    now: DateTime<Utc>,
    repair: bool,
) -> Result<Vec<Finding>, Undone> {
    let store = opened(url, options).await?;
    Ok(judged(verify(&*store, now, repair).await?))
}

/// A store from which something is to be read: a file that is not there is no store.
async fn opened(url: &StoreUrl, options: RedisOptions) -> Result<Arc<dyn Movable>, Undone> {
    match url {
        StoreUrl::Sqlite(path) if !Path::new(path).exists() => Err(Undone::NoStore(path.clone())),
        StoreUrl::Sqlite(_) | StoreUrl::Redis(_) | StoreUrl::Cluster(_) => {
            Ok(open_to_move(url, options).await?)
        }
    }
}

async fn write(store: &dyn Movable, path: &Path) -> Result<Counts, Undone> {
    let unwritten = |error: io::Error| Undone::Unwritten(path.to_owned(), error.kind());
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(MODE);
    let file = options.open(path).map_err(unwritten)?;
    let mut writer = BufWriter::new(file);
    let counts = export(store, &mut writer).await?;
    writer.flush().map_err(unwritten)?;
    writer.get_ref().sync_all().map_err(unwritten)?;
    Ok(counts)
}

fn told(counts: Counts, korean: &str, english: &str) -> Vec<Finding> {
    let Counts { chats, corrupt } = counts;
    let mut findings = vec![Finding::ok(
        RECORDS,
        format!("채팅 {chats}개를 {korean}."),
        format!("{chats} chats {english}"),
    )];
    if corrupt > 0 {
        findings.push(Finding::warning(
            RECORDS,
            format!("그중 {corrupt}개는 읽을 수 없어서 놓인 그대로 옮겼어요."),
            format!("{corrupt} of them cannot be read and went along as they lie"),
        ));
    }
    findings
}

fn judged(found: Findings) -> Vec<Finding> {
    let chats = found.chats;
    let mut findings = vec![Finding::ok(
        RECORDS,
        format!("채팅 {chats}개를 살폈어요."),
        format!("{chats} chats were looked at"),
    )];
    let wrong = [
        (
            found.without_alarm,
            "알람이 없는 채팅이",
            "chats have lost their alarm",
        ),
        (
            found.wrong_alarm,
            "알람이 틀린 채팅이",
            "chats have a wrong alarm",
        ),
        (
            found.strays,
            "채팅이 없는 알람이",
            "alarms belong to no chat",
        ),
    ];
    let is_repaired = found.repaired > 0 && found.changed_meanwhile == 0;
    for (count, korean, english) in wrong.into_iter().filter(|(count, ..)| *count > 0) {
        let (korean, english) = (
            format!("{korean} {count}개 있어요."),
            format!("{count} {english}"),
        );
        findings.push(match is_repaired {
            true => Finding::warning(
                ALARMS,
                format!("{korean} 고쳤어요."),
                format!("{english}: put right"),
            ),
            false => Finding::wrong(ALARMS, korean, english),
        });
    }
    if found.changed_meanwhile > 0 {
        let count = found.changed_meanwhile;
        findings.push(Finding::wrong(
            ALARMS,
            format!("{count}개는 그사이 바뀌었어요. 다시 살펴 주세요."),
            format!("{count} changed meanwhile: verify again"),
        ));
    }
    if found.corrupt > 0 {
        let count = found.corrupt;
        findings.push(Finding::wrong(
            RECORDS,
            format!("읽을 수 없는 기록이 {count}개 있어요. 그대로 뒀어요."),
            format!("{count} records cannot be read; they stay as they are"),
        ));
    }
    findings
}
