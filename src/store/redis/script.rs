//! The scripts, and one call of one of them.

use redis::{Cmd, ErrorKind, FromRedisValue, RedisResult, ServerErrorKind, ToRedisArgs, cmd};

use super::key::Shard;
use super::link::Link;
use crate::store::Commit;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    Commit,
    Lease,
    Forget,
    Reserve,
    Hold,
    Attempt,
}

impl Script {
    fn text(self) -> &'static str {
        match self {
            Self::Commit => include_str!("commit.lua"),
            Self::Lease => include_str!("lease.lua"),
            Self::Forget => include_str!("forget.lua"),
            Self::Reserve => include_str!("reserve.lua"),
            Self::Hold => include_str!("hold.lua"),
            Self::Attempt => include_str!("attempt.lua"),
        }
    }
}

/// One call: a script with its keys, all of one shard, and its arguments.
pub struct Call {
    script: Script,
    shard: Shard,
    keys: Vec<String>,
    arguments: Vec<Vec<u8>>,
}

impl Call {
    pub fn of(script: Script, shard: Shard) -> Self {
        Self {
            script,
            shard,
            keys: Vec::new(),
            arguments: Vec::new(),
        }
    }

    pub fn on(mut self, key: String) -> Self {
        self.keys.push(key);
        self
    }

    pub fn with(mut self, argument: impl ToRedisArgs) -> Self {
        argument.write_redis_args(&mut self.arguments);
        self
    }

    /// Calls the script by its name, and by its text when the server does not know it, as after every restart.
    pub async fn run<T: FromRedisValue>(&self, link: &Link) -> RedisResult<T> {
        let named = redis::Script::new(self.script.text());
        let by_name = self.command("EVALSHA", named.get_hash());
        match link.ask(self.shard, &by_name).await {
            Err(error) if error.kind() == ErrorKind::Server(ServerErrorKind::NoScript) => {
                link.ask(self.shard, &self.as_text()).await
            }
            answer => answer,
        }
    }

    /// The call as one command that needs nothing to be known beforehand.
    pub fn as_text(&self) -> Cmd {
        self.command("EVAL", self.script.text())
    }

    fn command(&self, name: &str, script: &str) -> Cmd {
        let mut command = cmd(name);
        command.arg(script).arg(self.keys.len());
        command.arg(&self.keys).arg(&self.arguments);
        command
    }
}

/// Reads the verdict of a script that decides about one chat.
pub fn verdict(word: &str) -> Option<Commit> {
    match word {
        "APPLIED" => Some(Commit::Applied),
        "DUPLICATE" => Some(Commit::Duplicate),
        "CONFLICT" => Some(Commit::Conflict),
        _ => None,
    }
}
