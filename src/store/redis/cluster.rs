//! The servers of a cluster, and which of them holds which shard.
//!
//! There are few shards, each in one slot, and every question belongs to one shard: so this needs no more than a map
//! from shard to server, looked up again when a server sends us elsewhere or is silent. Each server has its own
//! connection, so that a dead one holds up its own chats alone. Nothing that may have happened is asked twice.
//!
//! While a slot is being moved, its shard answers `ASK` or `TRYAGAIN`, which is an error like any other: record and
//! alarm move one after the other, and until both have arrived no script can have them together anyway.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use futures_util::future::{FutureExt, join_all, select_ok};
use redis::{
    Cmd, ConnectionAddr, ConnectionInfo, ErrorKind, FromRedisValue, RedisError, RedisResult,
    ServerErrorKind, Value, cmd, from_redis_value_ref,
};
use tokio::sync::Mutex;

use super::key::Shard;
use super::node::{Node, Question};

pub struct Cluster {
    /// The servers that the operator named. What they need to be asked, as a password, the others need too.
    named: Vec<ConnectionInfo>,
    map: RwLock<Arc<Map>>,
    looking: Mutex<()>,
}

/// All servers by address, with replicas and those that the operator named, and who holds which shard.
#[derive(Default)]
struct Map {
    nodes: BTreeMap<String, (ConnectionInfo, Arc<Node>)>,
    owners: BTreeMap<Shard, Arc<Node>>,
}

impl Cluster {
    /// # Errors
    /// When none of the named servers tells who holds the shards.
    pub async fn of(named: Vec<ConnectionInfo>) -> RedisResult<Self> {
        if named.is_empty() {
            return Err((ErrorKind::InvalidClientConfig, "no server is named").into());
        }
        let cluster = Self {
            named,
            map: RwLock::default(),
            looking: Mutex::default(),
        };
        let unknown = cluster.map();
        cluster.look_again(&unknown).await?;
        Ok(cluster)
    }

    /// Asks the server that holds the shard, and when that one says that it does not, the server that does.
    pub async fn ask<T: FromRedisValue>(
        &self,
        shard: Shard,
        question: Question<'_>,
    ) -> RedisResult<T> {
        let map = self.map();
        let answer = map.ask(shard, question).await;
        let Err(error) = &answer else { return answer };
        if is_of_the_map(error) {
            let looked = self.look_again(&map).await;
            if is_refused(error) && looked.is_ok() {
                return self.map().ask(shard, question).await;
            }
        }
        answer
    }

    /// As [`Cluster::ask`], of several shards in one piece for each server.
    pub async fn ask_all<T: FromRedisValue>(
        &self,
        questions: &[(Shard, Cmd)],
        limit: Duration,
    ) -> Vec<RedisResult<T>> {
        let map = self.map();
        let mut answers = map.ask_all(questions, limit).await;
        let mut errors = answers.iter().filter_map(|answer| answer.as_ref().err());
        if errors.any(is_of_the_map) && self.look_again(&map).await.is_ok() {
            let refused = |place: &usize| answers[*place].as_ref().is_err_and(is_refused);
            let places: Vec<_> = (0..answers.len()).filter(refused).collect();
            let again: Vec<_> = places.iter().map(|&at| questions[at].clone()).collect();
            let answered = self.map().ask_all(&again, limit).await;
            for (place, answer) in places.into_iter().zip(answered) {
                answers[place] = answer;
            }
        }
        answers
    }

    /// Asks every server that holds a shard.
    pub async fn ask_each(&self, question: Question<'_>) -> RedisResult<Vec<Value>> {
        let map = self.map();
        let answers = map.masters().into_iter().map(|owner| owner.ask(question));
        join_all(answers).await.into_iter().collect()
    }

    /// Asks one of the servers that hold a shard, in the order of their addresses.
    pub async fn ask_server<T: FromRedisValue>(
        &self,
        number: usize,
        question: Question<'_>,
    ) -> RedisResult<Option<T>> {
        match self.map().masters().get(number) {
            Some(master) => master.ask(question).await.map(Some),
            None => Ok(None),
        }
    }

    fn map(&self) -> Arc<Map> {
        let map = self.map.read();
        map.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks who holds the shards, unless that was done since `seen` was taken. The first server to answer is believed.
    async fn look_again(&self, seen: &Arc<Map>) -> RedisResult<()> {
        let _alone = self.looking.lock().await;
        if !Arc::ptr_eq(&self.map(), seen) {
            return Ok(());
        }
        let mut known = Map {
            nodes: seen.nodes.clone(),
            ..Map::default()
        };
        for address in &self.named {
            known.node(address.clone())?;
        }
        let answers = known.nodes.values().map(|(asked, node)| {
            let look = async { self.read(&known, asked, node.ask(Question::One(&slots())).await?) };
            look.boxed()
        });
        let (map, _) = select_ok(answers).await?;
        *self.map.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(map);
        Ok(())
    }

    /// Reads ranges of slots, each with its first and last slot and then its servers, the master first.
    fn read(
        &self,
        known: &Map,
        asked: &ConnectionInfo,
        ranges: Vec<Vec<Value>>,
    ) -> RedisResult<Map> {
        let mut map = Map::default();
        for range in ranges {
            let [first, last, servers @ ..] = &range[..] else {
                return Err(unreadable());
            };
            let slots = from_redis_value_ref::<u16>(first)?..=from_redis_value_ref(last)?;
            let mut nodes = Vec::new();
            for server in servers {
                let server = from_redis_value_ref::<Vec<Value>>(server)?;
                let [host, port, ..] = &server[..] else {
                    return Err(unreadable());
                };
                let (host, port) = (from_redis_value_ref(host)?, from_redis_value_ref(port)?);
                let address = self.address(asked, host, port);
                nodes.push(map.node_from(known, address)?);
            }
            let master = nodes.first().ok_or_else(unreadable)?;
            let shards = Shard::all().filter(|shard| slots.contains(&shard.slot()));
            map.owners
                .extend(shards.map(|shard| (shard, master.clone())));
        }
        if map.owners.is_empty() {
            // A server that has left the cluster.
            return Err((
                ErrorKind::ClusterConnectionNotFound,
                "no server holds anything",
            )
                .into());
        }
        Ok(map)
    }

    /// A server that does not know its own name has the one by which it was asked.
    fn address(&self, asked: &ConnectionInfo, host: Option<String>, port: u16) -> ConnectionInfo {
        let host = host.filter(|host| !host.is_empty() && host != "?");
        let host = host.unwrap_or_else(|| match asked.addr() {
            ConnectionAddr::Tcp(host, _) | ConnectionAddr::TcpTls { host, .. } => host.clone(),
            other => other.to_string(),
        });
        let address = match asked.addr() {
            ConnectionAddr::TcpTls {
                insecure,
                tls_params,
                ..
            } => ConnectionAddr::TcpTls {
                host,
                port,
                insecure: *insecure,
                tls_params: tls_params.clone(),
            },
            _ => ConnectionAddr::Tcp(host, port),
        };
        asked.clone().set_addr(address)
    }
}

impl Map {
    async fn ask<T: FromRedisValue>(&self, shard: Shard, question: Question<'_>) -> RedisResult<T> {
        match self.owners.get(&shard) {
            Some(node) => node.ask(question).await,
            None => Err(nobody()),
        }
    }

    async fn ask_all<T: FromRedisValue>(
        &self,
        questions: &[(Shard, Cmd)],
        limit: Duration,
    ) -> Vec<RedisResult<T>> {
        let mut pieces = BTreeMap::<_, (&Node, Vec<usize>)>::new();
        for (place, (shard, _)) in questions.iter().enumerate() {
            if let Some(owner) = self.owners.get(shard) {
                let (_, places) = pieces
                    .entry(Arc::as_ptr(owner).addr())
                    .or_insert((owner, vec![]));
                places.push(place);
            }
        }
        let asked = pieces.values().map(async |(node, places)| {
            let commands = places.iter().map(|&place| &questions[place].1);
            places.iter().zip(node.ask_all(commands, limit).await)
        });
        let mut answers: Vec<_> = questions.iter().map(|_| Err(nobody())).collect();
        for (place, answer) in join_all(asked).await.into_iter().flatten() {
            answers[*place] = answer;
        }
        answers
    }

    fn masters(&self) -> Vec<&Node> {
        let is_master =
            |node: &&Arc<Node>| self.owners.values().any(|owner| Arc::ptr_eq(owner, node));
        let nodes = self.nodes.values().map(|(_, node)| node);
        nodes.filter(is_master).map(Arc::as_ref).collect()
    }

    /// The server at an address, with the connection that stands, if one does.
    fn node(&mut self, address: ConnectionInfo) -> RedisResult<Arc<Node>> {
        let name = address.addr().to_string();
        if let Some((_, node)) = self.nodes.get(&name) {
            return Ok(node.clone());
        }
        let node = Arc::new(Node::at(address.clone())?);
        self.nodes.insert(name, (address, node.clone()));
        Ok(node)
    }

    /// As [`Map::node`], with the connections of another map.
    fn node_from(&mut self, known: &Self, address: ConnectionInfo) -> RedisResult<Arc<Node>> {
        let name = address.addr().to_string();
        if let Some(standing) = known.nodes.get(&name) {
            self.nodes.insert(name, standing.clone());
            return Ok(standing.1.clone());
        }
        self.node(address)
    }
}

/// Whether the map may be out of date.
fn is_of_the_map(error: &RedisError) -> bool {
    is_refused(error) || error.is_io_error() || error.is_cluster_error()
}

/// Whether nothing has happened, because it is for another server.
fn is_refused(error: &RedisError) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Server(ServerErrorKind::Moved) | ErrorKind::ClusterConnectionNotFound
    )
}

fn nobody() -> RedisError {
    (
        ErrorKind::ClusterConnectionNotFound,
        "no server holds the shard",
    )
        .into()
}

fn slots() -> Cmd {
    cmd("CLUSTER").arg("SLOTS").take()
}

fn unreadable() -> RedisError {
    (
        ErrorKind::UnexpectedReturnType,
        "the map of the cluster cannot be read",
    )
        .into()
}
