//! Where the store is, as an operator writes it, and how it is opened.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use redis::IntoConnectionInfo;

use super::moving::{HALF_IMPORTED, Movable};
use super::redis::check::{Fitness, Unfit};
use super::redis::{RedisOptions, RedisStore};
use super::sqlite::SqliteStore;
use super::{Store, StoreError};

/// Where the store is. Printed, it shows no user and no password.
#[derive(Clone, PartialEq, Eq)]
pub enum StoreUrl {
    /// A file, or `:memory:`.
    Sqlite(String),
    /// One server: `redis://…` or, over TLS, `rediss://…`.
    Redis(String),
    /// Some servers of a cluster, each written as one server.
    Cluster(Vec<String>),
}

/// One sentence that says what to write instead. It repeats nothing of what was written: that may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StoreUrlError {
    #[error(
        "write where the store is as sqlite:gilbot.db, redis://host:6379 or redis+cluster://a:6379,b:6379"
    )]
    Kind,
    #[error(
        "write the file's path after sqlite: without slashes of an address, as in sqlite:gilbot.db"
    )]
    Path,
    #[error(
        "write the server as redis://user:password@host:6379, with percent signs for reserved letters of the password"
    )]
    Server,
    #[error(
        "write the cluster as redis+cluster://user:password@a:6379,b:6379, with percent signs for reserved letters of the password"
    )]
    Cluster,
}

/// Opens the store and makes sure that it may be trusted with records.
///
/// # Errors
/// [`StoreError::Unavailable`] when it cannot be reached, or may not be trusted, with the sentence that says why.
pub async fn open(url: &StoreUrl, options: RedisOptions) -> Result<Arc<dyn Store>, StoreError> {
    if let StoreUrl::Sqlite(path) = url {
        return Ok(Arc::new(SqliteStore::open(path)?));
    }
    let store = trusted(url, options).await?;
    if store.is_half_imported().await? {
        return Err(StoreError::Unavailable(HALF_IMPORTED.into()));
    }
    Ok(Arc::new(store))
}

async fn trusted(url: &StoreUrl, options: RedisOptions) -> Result<RedisStore, StoreError> {
    let store = match url {
        StoreUrl::Redis(url) => RedisStore::node(url, options).await?,
        StoreUrl::Cluster(urls) => RedisStore::cluster(urls, options).await?,
        StoreUrl::Sqlite(_) => {
            return Err(StoreError::Unavailable(StoreUrlError::Server.to_string()));
        }
    };
    match store.check().await {
        Ok(Fitness::Fit) => {}
        Ok(Fitness::Unsaid) => tracing::warn!(
            "whether the store keeps what it is given was not asked or not said: it is taken on your word"
        ),
        Err(Unfit::Store(error)) => return Err(error),
        Err(unfit) => return Err(StoreError::Unavailable(unfit.to_string())),
    }
    Ok(store)
}

/// Opens the store for an operator's commands: as [`open`], but a store that an import has left half full is no error,
/// as the next import clears it.
///
/// # Errors
/// As [`open`].
pub async fn open_to_move(
    url: &StoreUrl,
    options: RedisOptions,
) -> Result<Arc<dyn Movable>, StoreError> {
    match url {
        StoreUrl::Sqlite(path) => Ok(Arc::new(SqliteStore::open(path)?)),
        StoreUrl::Redis(_) | StoreUrl::Cluster(_) => Ok(Arc::new(trusted(url, options).await?)),
    }
}

impl FromStr for StoreUrl {
    type Err = StoreUrlError;

    fn from_str(written: &str) -> Result<Self, StoreUrlError> {
        let (kind, place) = written.split_once(':').ok_or(StoreUrlError::Kind)?;
        match kind {
            "sqlite" if place.is_empty() || place.starts_with("//") => Err(StoreUrlError::Path),
            "sqlite" => Ok(Self::Sqlite(place.into())),
            "redis" | "rediss" => checked(written.into(), StoreUrlError::Server).map(Self::Redis),
            "redis+cluster" => servers("redis", place).map(Self::Cluster),
            "rediss+cluster" => servers("rediss", place).map(Self::Cluster),
            _ => Err(StoreUrlError::Kind),
        }
    }
}

impl fmt::Display for StoreUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(out, "sqlite:{path}"),
            Self::Redis(url) => out.write_str(&without_user(url)),
            Self::Cluster(urls) => {
                let urls: Vec<_> = urls.iter().map(|url| without_user(url)).collect();
                out.write_str(&urls.join(","))
            }
        }
    }
}

impl fmt::Debug for StoreUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

/// `//user:password@a:6379,b:6379?protocol=resp2` names each server with the user before it and the rest after it.
fn servers(kind: &str, place: &str) -> Result<Vec<String>, StoreUrlError> {
    let place = place.strip_prefix("//").ok_or(StoreUrlError::Cluster)?;
    let hosts_begin = place.rfind('@').map_or(0, |at| at + 1);
    let (user, place) = place.split_at(hosts_begin);
    let hosts_end = place.find(['/', '?', '#']).unwrap_or(place.len());
    let (hosts, rest) = place.split_at(hosts_end);
    let server = |host| {
        checked(
            format!("{kind}://{user}{host}{rest}"),
            StoreUrlError::Cluster,
        )
    };
    hosts.split(',').map(server).collect()
}

fn checked(url: String, otherwise: StoreUrlError) -> Result<String, StoreUrlError> {
    match url.as_str().into_connection_info() {
        Ok(_) => Ok(url),
        Err(_) => Err(otherwise),
    }
}

fn without_user(url: &str) -> String {
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((kind, _)), Some((_, host))) => format!("{kind}://{host}"),
        _ => url.into(),
    }
}
