//! What a server must be before it may keep people's dates.

use std::collections::HashMap;

use redis::{FromRedisValue, Value, cmd};

use super::alarms::answered;
use super::key::Shard;
use super::link::{Link, code, in_time};
use crate::store::{CALL_SECONDS_MAX, StoreError};

/// The server may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fitness {
    /// It keeps what it is given.
    Fit,
    /// It was not asked, or does not say, as some hosted servers do not: it is the operator's word that it keeps anything.
    Unsaid,
}

/// Why a server may not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error(
        "the server may drop records when its memory is full (maxmemory-policy {0}): set maxmemory-policy noeviction"
    )]
    Evicts(String),
    #[error(
        "the server writes nothing to disk: set appendonly yes (or save), or allow a volatile store if losing every date is acceptable"
    )]
    Forgets,
    #[error("the server is too old for the scripts: Redis 7 or Valkey is needed")]
    TooOld,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How a server keeps what it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Durability {
    /// Whether every write goes to a file, and when that file reaches the disk: `always`, `everysec` or `no`.
    pub append: Option<String>,
    /// Whether everything is written to disk now and then.
    pub saves: bool,
    /// What it drops when its memory is full, if it may drop anything: `allkeys-lru` and the like.
    pub evicts: Option<String>,
}

/// Looks at every server that takes writes.
///
/// # Errors
/// [`Unfit`] at the first server that cannot be trusted with records.
pub async fn check(link: &Link, allow_volatile: bool) -> Result<Fitness, Unfit> {
    if !runs_scripts(link).await? {
        return Err(Unfit::TooOld);
    }
    if allow_volatile {
        return Ok(Fitness::Unsaid);
    }
    match durability(link).await? {
        None => Ok(Fitness::Unsaid),
        Some(servers) => {
            servers.into_iter().try_for_each(judge)?;
            Ok(Fitness::Fit)
        }
    }
}

/// How each server that takes writes keeps them; `None` when they do not say, as some hosted servers do not.
///
/// # Errors
/// When they do not answer.
pub async fn durability(link: &Link) -> Result<Option<Vec<Durability>>, StoreError> {
    let names = [
        "maxmemory",
        "maxmemory-policy",
        "appendonly",
        "appendfsync",
        "save",
    ];
    let question = cmd("CONFIG").arg("GET").arg(&names).take();
    let answers = async {
        match link.ask_each(&question).await {
            // Hosted servers forbid the question, or take the command away.
            Err(error) if matches!(code(&error).as_str(), "NOPERM" | "ERR") => Ok(None),
            answers => answers.map(Some),
        }
    };
    let answers = in_time(CALL_SECONDS_MAX, answers).await?;
    let read = |answers: Vec<Value>| answers.into_iter().map(Durability::read).collect();
    answers.map(read).transpose()
}

/// How many replicas follow each server that takes writes; `None` when they do not say.
///
/// # Errors
/// When they do not answer.
pub async fn replicas(link: &Link) -> Result<Option<Vec<u32>>, StoreError> {
    let question = cmd("INFO").arg("replication").take();
    let answers = async {
        match link.ask_each(&question).await {
            Err(error) if matches!(code(&error).as_str(), "NOPERM" | "ERR") => Ok(Vec::new()),
            answers => answers,
        }
    };
    let answers = in_time(CALL_SECONDS_MAX, answers).await?;
    let read = |answer: Value| {
        let told = String::from_redis_value(answer).ok()?;
        let mut lines = told.lines();
        lines.find_map(|line| line.strip_prefix("connected_slaves:")?.trim().parse().ok())
    };
    let counts: Option<Vec<_>> = answers.into_iter().map(read).collect();
    Ok(counts.filter(|counts| !counts.is_empty()))
}

/// Whether a server is there that takes writes, and that as many replicas follow as every commit waits for.
///
/// # Errors
/// Why no server takes any.
pub async fn takes_writes(link: &Link, wait_replicas: u32) -> Result<(), StoreError> {
    // A script that may write is refused where writing is.
    let question = cmd("EVAL").arg("#!lua\nreturn 1").arg(0).take();
    let questions: Vec<_> = Shard::all()
        .map(|shard| (shard, question.clone()))
        .collect();
    let answers = link.ask_all::<Value>(&questions, CALL_SECONDS_MAX).await;
    answered(answers)?;
    if wait_replicas > 0
        && let Ok(Some(counts)) = replicas(link).await
        && counts.iter().all(|count| *count < wait_replicas)
    {
        let why = "fewer replicas follow than every commit waits for";
        return Err(StoreError::Unavailable(why.into()));
    }
    Ok(())
}

impl Durability {
    fn read(answer: Value) -> Result<Self, StoreError> {
        let settings = HashMap::<String, String>::from_redis_value(answer)
            .map_err(|_| StoreError::Unavailable("the server's settings cannot be read".into()))?;
        let setting = |name: &str| settings.get(name).map_or("", String::as_str);
        let (policy, fsync) = (setting("maxmemory-policy"), setting("appendfsync"));
        let is_limited = setting("maxmemory") != "0";
        Ok(Self {
            append: (setting("appendonly") == "yes").then(|| fsync.into()),
            saves: !setting("save").is_empty(),
            evicts: (is_limited && policy != "noeviction").then(|| policy.into()),
        })
    }
}

fn judge(server: Durability) -> Result<(), Unfit> {
    match server {
        Durability {
            evicts: Some(policy),
            ..
        } => Err(Unfit::Evicts(policy)),
        Durability {
            append: None,
            saves: false,
            ..
        } => Err(Unfit::Forgets),
        _ => Ok(()),
    }
}

/// The first line of our scripts makes the server refuse, before anything is written, what it could not finish.
/// Servers before Redis 7 do not know it.
async fn runs_scripts(link: &Link) -> Result<bool, StoreError> {
    let question = cmd("EVAL")
        .arg("#!lua flags=no-writes\nreturn 1")
        .arg(0)
        .take();
    let answers = async {
        match link.ask_each(&question).await {
            Err(error) if code(&error) == "ERR" => Ok(false),
            answers => answers.map(|_| true),
        }
    };
    in_time(CALL_SECONDS_MAX, answers).await
}
