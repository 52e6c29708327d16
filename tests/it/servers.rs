//! Real servers on free ports of this machine: started, killed, restarted on the same directory, frozen and thawed.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Runs the server and gives its number. A line on the input kills the server; the end of the input kills it and
/// removes its directory, and comes even when the tests end without ado.
const KEEPER: &str = r#"
trap '' INT
dir=$1; shift
redis-server "$@" >"$dir/log" 2>&1 &
server=$!
echo $server
if read -r _; then kill -9 $server; else kill -9 $server; wait; rm -rf "$dir"; fi
wait
"#;

/// One redis-server.
pub struct Server {
    pub port: u16,
    dir: std::path::PathBuf,
    settings: Vec<String>,
    running: Mutex<Option<Running>>,
}

struct Running {
    keeper: Child,
    number: String,
}

impl Server {
    /// A server that writes every command to its file.
    pub fn start() -> Self {
        Self::start_with(&["--appendonly", "yes"])
    }

    pub fn start_with(settings: &[&str]) -> Self {
        let dir = TempDir::with_prefix("gilbot-redis-").expect("a directory for the server");
        let server = Self {
            port: free_port(),
            dir: dir.keep(),
            settings: settings.iter().map(|&setting| setting.into()).collect(),
            running: Mutex::new(None),
        };
        server.restart();
        server
    }

    pub fn meet(&self, other: &Self) {
        let bus = other.settings.last().expect("it may join a cluster");
        let _: () = self.ask(&["CLUSTER", "MEET", "127.0.0.1", &other.port.to_string(), bus]);
    }

    /// A server that may join a cluster.
    pub fn start_in_cluster(settings: &[&str]) -> Self {
        let bus = free_port().to_string();
        let ordinary = [
            "--appendonly",
            "yes",
            "--cluster-enabled",
            "yes",
            "--cluster-node-timeout",
            "1000",
        ];
        Self::start_with(&[&ordinary, settings, &["--cluster-port", &bus]].concat())
    }

    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Starts it again on the same port and directory, and waits until it answers.
    pub fn restart(&self) {
        self.starts();
        self.is_up();
    }

    /// Starts it again on the same port and directory.
    pub fn starts(&self) {
        let mut keeper = Command::new("sh")
            .args(["-c", KEEPER, "keeper"])
            .arg(&self.dir)
            .args([
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--port",
                &self.port.to_string(),
            ])
            .arg("--dir")
            .arg(&self.dir)
            .args(&self.settings)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("sh runs");
        let mut number = String::new();
        let output = keeper.stdout.take().expect("the output is piped");
        BufReader::new(output)
            .read_line(&mut number)
            .expect("the keeper tells the server's number");
        let number = number.trim().into();
        *self.running.lock().unwrap() = Some(Running { keeper, number });
    }

    /// Kills it without warning. What it has written stays.
    pub fn kill(&self) {
        let mut running = self
            .running
            .lock()
            .unwrap()
            .take()
            .expect("the server runs");
        let mut input = running.keeper.stdin.take().expect("the input is piped");
        input.write_all(b"kill\n").expect("the keeper listens");
        running.keeper.wait().expect("the keeper ends");
    }

    /// Lets it hear everything and answer nothing.
    pub fn freeze(&self) {
        self.signal("-STOP");
    }

    pub fn thaw(&self) {
        self.signal("-CONT");
    }

    /// Asks the server something, outside of the store.
    pub fn ask<T: redis::FromRedisValue>(&self, words: &[&str]) -> T {
        self.ask_in(0, words)
    }

    pub fn ask_in<T: redis::FromRedisValue>(&self, database: u32, words: &[&str]) -> T {
        let client = redis::Client::open(format!("{}/{database}", self.url())).expect("an address");
        let mut connection = client.get_connection().expect("the server answers");
        redis::cmd(words[0])
            .arg(&words[1..])
            .query(&mut connection)
            .unwrap_or_else(|error| panic!("{words:?}: {error}"))
    }

    fn signal(&self, name: &str) {
        let running = self.running.lock().unwrap();
        let number = &running.as_ref().expect("the server runs").number;
        let status = Command::new("kill").args([name, number]).status();
        assert!(status.expect("kill runs").success());
    }

    /// Waits until it answers, and has loaded its file.
    pub fn is_up(&self) {
        let client = redis::Client::open(self.url()).expect("an address");
        eventually(&format!("redis-server in {}", self.dir.display()), || {
            let log = std::fs::read_to_string(self.dir.join("log")).unwrap_or_default();
            let missing = "redis-server is not installed: these tests need version 7 or newer (Debian: apt install redis-server)";
            assert!(!log.contains("not found"), "{missing}");
            let mut connection = client.get_connection().ok()?;
            match redis::cmd("PING").query::<String>(&mut connection) {
                Err(error) if error.code() != Some("NOAUTH") => None,
                _ => Some(()),
            }
        });
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The end of the keeper's input kills the server.
        if let Some(mut running) = self.running.get_mut().unwrap().take() {
            drop(running.keeper.stdin.take());
            let _ = running.keeper.wait();
        }
        let _ = std::fs::remove_dir_all(&self.dir);
    }
}

/// Asks again and again until there is an answer; fails after ten seconds.
pub fn eventually<T>(what: &str, mut answer: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = answer() {
            return answer;
        }
        let waited = begun.elapsed();
        assert!(waited < Duration::from_secs(10), "{what} does not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A port below those that the system hands out by itself: it stays free for whoever is started there again, and
/// nobody's own end of a connection lies on it meanwhile.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Two programs that run side by side have numbers side by side, and ports far from each other.
    let place = std::process::id().wrapping_mul(211) % 17_000;
    let first = 14_000 + u16::try_from(place).expect("it is small");
    loop {
        let port = first + NEXT.fetch_add(1, Ordering::Relaxed);
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}
