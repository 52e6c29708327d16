//! A redis-server for a measurement.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

/// The longest that its start may take.
const START_SECONDS_MAX: Duration = Duration::from_secs(10);

/// A redis-server of this program's own, ended with it.
pub struct RedisServer {
    child: Child,
    port: u16,
}

impl RedisServer {
    /// Starts one that writes every command to a file in this folder, or one that keeps nothing, and waits until it
    /// answers.
    ///
    /// # Errors
    /// When there is no redis-server here, or it does not answer.
    pub fn start(folder: Option<&Path>) -> anyhow::Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut command = Command::new("redis-server");
        command.args(["--bind", "127.0.0.1", "--save", ""]);
        command.args(["--port", &port.to_string()]);
        if let Some(folder) = folder {
            command.args(["--appendonly", "yes", "--dir"]).arg(folder);
        }
        let child = command.stdout(Stdio::null()).spawn();
        let child = child.context("redis-server is needed")?;
        let server = Self { child, port };
        let client = redis::Client::open(server.url())?;
        let until = Instant::now() + START_SECONDS_MAX;
        while client.get_connection().is_err() {
            ensure!(Instant::now() < until, "redis-server does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(server)
    }

    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        // It ends with us in any case: nobody is left to be told.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
