//! The way to the servers: one node, or a cluster. Every question is bounded in time, and no error repeats what was
//! asked: the words of a server may quote keys and arguments.

use std::future::Future;
use std::time::Duration;

use redis::{Cmd, ErrorKind, FromRedisValue, RedisError, RedisResult, Value, cmd};

use super::cluster::Cluster;
use super::key::Shard;
use super::node::{Node, Question, address};
use crate::store::StoreError;

/// How long the way to the servers may take at the start.
const CONNECT_SECONDS_MAX: Duration = Duration::from_secs(5);

pub enum Link {
    Node(Node),
    Cluster(Cluster),
}

impl Link {
    /// # Errors
    /// When the address cannot be read, or the server does not answer.
    pub async fn to_node(url: &str) -> Result<Self, StoreError> {
        let node = address(url).and_then(Node::at).map_err(failed)?;
        let question = cmd("PING");
        in_time(CONNECT_SECONDS_MAX, node.ask::<Value>((&question).into())).await?;
        Ok(Self::Node(node))
    }

    /// # Errors
    /// When an address cannot be read, or no server of the cluster answers.
    pub async fn to_cluster(urls: &[String]) -> Result<Self, StoreError> {
        let named: RedisResult<Vec<_>> = urls.iter().map(|url| address(url)).collect();
        let cluster = Cluster::of(named.map_err(failed)?);
        Ok(Self::Cluster(in_time(CONNECT_SECONDS_MAX, cluster).await?))
    }

    /// Asks about one shard, over one connection.
    pub async fn ask<'a, T: FromRedisValue>(
        &self,
        shard: Shard,
        question: impl Into<Question<'a>>,
    ) -> RedisResult<T> {
        match self {
            Self::Node(node) => node.ask(question.into()).await,
            Self::Cluster(cluster) => cluster.ask(shard, question.into()).await,
        }
    }

    /// Asks several things about several shards: one piece for each server, all at the same time, each bounded in time.
    /// The answers come in the order of the questions.
    pub async fn ask_all<T: FromRedisValue>(
        &self,
        questions: &[(Shard, Cmd)],
        limit: Duration,
    ) -> Vec<RedisResult<T>> {
        match self {
            Self::Node(node) => {
                let commands = questions.iter().map(|(_, command)| command);
                node.ask_all(commands, limit).await
            }
            Self::Cluster(cluster) => cluster.ask_all(questions, limit).await,
        }
    }

    /// Asks one of the servers that take writes; `None` when there are not so many.
    pub async fn ask_server<T: FromRedisValue>(
        &self,
        number: usize,
        question: &Cmd,
    ) -> RedisResult<Option<T>> {
        match self {
            Self::Node(node) if number == 0 => node.ask(question.into()).await.map(Some),
            Self::Node(_) => Ok(None),
            Self::Cluster(cluster) => cluster.ask_server(number, question.into()).await,
        }
    }

    /// Asks every server that takes writes.
    pub async fn ask_each<'a>(&self, question: impl Into<Question<'a>>) -> RedisResult<Vec<Value>> {
        match self {
            Self::Node(node) => Ok(vec![node.ask(question.into()).await?]),
            Self::Cluster(cluster) => cluster.ask_each(question.into()).await,
        }
    }
}

/// Bounds a question in time. Afterwards nobody knows whether it happened.
pub async fn in_time<T>(
    limit: Duration,
    question: impl Future<Output = RedisResult<T>>,
) -> Result<T, StoreError> {
    let answer = tokio::time::timeout(limit, question).await;
    let late = |_| StoreError::Unavailable("no answer in time".into());
    answer.map_err(late)?.map_err(failed)
}

/// What an error means for us, in words that are safe to log: of a server's refusal its code alone.
pub fn failed(error: RedisError) -> StoreError {
    if error.is_io_error() {
        return StoreError::Unavailable(error.to_string());
    }
    let code = code(&error);
    match (code.as_str(), error.kind()) {
        ("CORRUPT" | "WRONGTYPE", _) => StoreError::Corrupt("the key holds no record".into()),
        (_, ErrorKind::UnexpectedReturnType) => {
            StoreError::Corrupt("a field cannot be read".into())
        }
        ("", _) => StoreError::Unavailable(error.category().into()),
        (code, _) => StoreError::Unavailable(format!("the server answered {code}")),
    }
}

/// The first word of a server's refusal, or nothing.
pub fn code(error: &RedisError) -> String {
    if let Some(code) = error.code() {
        return code.into();
    }
    let refusals = error.clone().into_server_errors();
    let first = refusals.as_deref().and_then(<[_]>::first);
    first
        .map(|(_, refusal)| refusal.code().into())
        .unwrap_or_default()
}
