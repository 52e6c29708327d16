//! The scripts, and one call of one of them.

use std::sync::OnceLock;
use std::time::Duration;

use redis::{
    Cmd, ErrorKind, FromRedisValue, RedisError, RedisResult, ServerErrorKind, ToRedisArgs, cmd,
};

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
    Realarm,
    Stray,
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
            Self::Realarm => include_str!("realarm.lua"),
            Self::Stray => include_str!("stray.lua"),
        }
    }

    /// The name by which a server knows it: the sum over its text, made once.
    fn name(self) -> &'static str {
        static NAMES: [OnceLock<String>; 8] = [const { OnceLock::new() }; 8];
        NAMES[self as usize].get_or_init(|| redis::Script::new(self.text()).get_hash().into())
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
        match link.ask(self.shard, &self.by_name()).await {
            Err(error) if is_unknown(&error) => link.ask(self.shard, &self.as_text()).await,
            answer => answer,
        }
    }

    /// As [`Call::run`], several calls in one piece for each server.
    pub async fn run_all<T: FromRedisValue>(
        calls: &[Self],
        link: &Link,
        limit: Duration,
    ) -> Vec<RedisResult<T>> {
        let named: Vec<_> = calls
            .iter()
            .map(|call| (call.shard, call.by_name()))
            .collect();
        let mut answers = link.ask_all(&named, limit).await;
        let unknown = |place: &usize| answers[*place].as_ref().is_err_and(is_unknown);
        let places: Vec<_> = (0..answers.len()).filter(unknown).collect();
        if !places.is_empty() {
            let told = places
                .iter()
                .map(|&at| (calls[at].shard, calls[at].as_text()));
            let answered = link.ask_all(&told.collect::<Vec<_>>(), limit).await;
            for (place, answer) in places.into_iter().zip(answered) {
                answers[place] = answer;
            }
        }
        answers
    }

    fn by_name(&self) -> Cmd {
        self.command("EVALSHA", self.script.name())
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

fn is_unknown(error: &RedisError) -> bool {
    error.kind() == ErrorKind::Server(ServerErrorKind::NoScript)
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
