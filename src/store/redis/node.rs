//! One server, behind a connection that is made anew when it breaks.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::io::tcp::TcpSettings;
use redis::{
    Client, Cmd, ConnectionInfo, ErrorKind, FromRedisValue, IntoConnectionInfo, Pipeline,
    ProtocolVersion, RedisError, RedisResult, ServerErrorKind, pipe,
};
use tokio::time::error::Elapsed;
use tokio::time::timeout;

/// How long one attempt to connect may take.
const ATTEMPT_SECONDS_MAX: Duration = Duration::from_secs(1);
/// How long the answer to one question may take.
const ANSWER_SECONDS_MAX: Duration = Duration::from_secs(1);
/// How long sent bytes may stay unconfirmed by the other machine before the connection counts as dead.
const SILENCE_SECONDS_MAX: Duration = Duration::from_secs(5);

/// What is asked of one server over one connection.
#[derive(Debug, Clone, Copy)]
pub enum Question<'a> {
    One(&'a Cmd),
    Several(&'a Pipeline),
}

pub struct Node {
    client: Client,
    current: RwLock<Current>,
}

/// The connection in use. Its number tells whether it has been replaced since.
#[derive(Clone)]
struct Current {
    number: u64,
    manager: ConnectionManager,
    /// Whether it has answered yet: before, a question waits for the connecting, too.
    stands: Arc<AtomicBool>,
}

impl Current {
    fn new(number: u64, manager: ConnectionManager) -> Self {
        Self {
            number,
            manager,
            stands: Arc::default(),
        }
    }

    fn answer_max(&self) -> Duration {
        if self.stands.load(Ordering::Relaxed) {
            ANSWER_SECONDS_MAX
        } else {
            ANSWER_SECONDS_MAX + ATTEMPT_SECONDS_MAX
        }
    }
}

impl Node {
    /// Connects when it is first asked.
    ///
    /// # Errors
    /// When the address makes no sense.
    pub fn at(address: ConnectionInfo) -> RedisResult<Self> {
        let client = Client::open(address)?;
        let manager = client.get_connection_manager_lazy(patience())?;
        let current = RwLock::new(Current::new(0, manager));
        Ok(Self { client, current })
    }

    /// Asks once. After an error nobody knows whether it happened, unless the server itself refused.
    pub async fn ask<T: FromRedisValue>(&self, question: Question<'_>) -> RedisResult<T> {
        let mut current = self.current();
        let limit = current.answer_max();
        let asking = async {
            match question {
                Question::One(command) => command.query_async(&mut current.manager).await,
                Question::Several(commands) => commands.query_async(&mut current.manager).await,
            }
        };
        let answer = timeout(limit, asking).await;
        let answer = answer.map_err(late).flatten();
        current.stands.fetch_or(answer.is_ok(), Ordering::Relaxed);
        if answer.as_ref().is_err_and(is_of_the_connection) {
            self.connect_anew(current.number);
        }
        answer
    }

    /// Asks several things in one piece, each of which has its own answer. If there is none at all, that is the answer
    /// to each. `limit` is how long all answers together may take.
    pub async fn ask_all<T: FromRedisValue>(
        &self,
        commands: impl Iterator<Item = &Cmd>,
        limit: Duration,
    ) -> Vec<RedisResult<T>> {
        let mut current = self.current();
        let mut piece = pipe();
        piece.ignore_errors();
        for command in commands {
            piece.add_command(command.clone());
        }
        let asking = piece.query_async::<Vec<RedisResult<T>>>(&mut current.manager);
        let answers = timeout(limit, asking).await.map_err(late).flatten();
        let answers =
            answers.unwrap_or_else(|error| (0..piece.len()).map(|_| Err(error.clone())).collect());
        if answers
            .iter()
            .filter_map(|answer| answer.as_ref().err())
            .any(is_of_the_connection)
        {
            self.connect_anew(current.number);
        }
        answers
    }

    fn current(&self) -> Current {
        let current = self.current.read();
        current.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A server that hangs, or has become a replica, keeps its connections open, and behind a name the new master is only found
    /// by connecting again.
    fn connect_anew(&self, number: u64) {
        let current = self.current.write();
        let mut current = current.unwrap_or_else(PoisonError::into_inner);
        if current.number == number
            && let Ok(manager) = self.client.get_connection_manager_lazy(patience())
        {
            *current = Current::new(number + 1, manager);
        }
    }
}

impl<'a> From<&'a Cmd> for Question<'a> {
    fn from(command: &'a Cmd) -> Self {
        Self::One(command)
    }
}

impl<'a> From<&'a Pipeline> for Question<'a> {
    fn from(commands: &'a Pipeline) -> Self {
        Self::Several(commands)
    }
}

/// Reads an address. Over the third protocol, unless the address names one, a lost connection is noticed when idle.
pub fn address(url: &str) -> RedisResult<ConnectionInfo> {
    let address = url.into_connection_info()?.set_tcp_settings(socket());
    if url.contains("protocol=") {
        return Ok(address);
    }
    let settings = address.redis_settings().clone();
    Ok(address.set_redis_settings(settings.set_protocol(ProtocolVersion::RESP3)))
}

/// Nothing will come over this connection any more: it was a master when we connected, or it does not answer.
fn is_of_the_connection(error: &RedisError) -> bool {
    error.kind() == ErrorKind::Server(ServerErrorKind::ReadOnly) || error.is_timeout()
}

fn late(_: Elapsed) -> RedisError {
    io::Error::from(io::ErrorKind::TimedOut).into()
}

fn socket() -> TcpSettings {
    let settings = TcpSettings::default().set_nodelay(true);
    #[cfg(target_os = "linux")]
    let settings = settings.set_user_timeout(SILENCE_SECONDS_MAX);
    settings
}

/// A connection that breaks is tried again soon and not for long: whoever asks next starts it once more.
fn patience() -> ConnectionManagerConfig {
    ConnectionManagerConfig::new()
        .set_number_of_retries(1)
        .set_min_delay(Duration::from_millis(50))
        .set_max_delay(Duration::from_millis(500))
        .set_connection_timeout(Some(ATTEMPT_SECONDS_MAX))
        // The time of an answer is measured here: a large piece may take longer than a press.
        .set_response_timeout(None)
}
