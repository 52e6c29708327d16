//! One process of the bot: started, killed without warning, told to stop, started again.

use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use tokio::sync::watch;

use crate::servers::free_port;

/// The longest that the program may take to do anything; on an idle machine it takes a moment.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Runs the program, tells its number and, at its end, its exit status. A line on the input kills it, and so does the
/// end of the input, which comes even when the tests end without ado.
const KEEPER: &str = r#"
trap '' INT
log=$1; before=$2; shift 2
exec 3<&0
( eval "$before"; exec "$@" ) >>"$log" 2>&1 </dev/null 3<&- &
bot=$!
echo $bot
( read -r _ <&3; kill -9 $bot ) 2>/dev/null &
watcher=$!
wait $bot
echo $?
kill $watcher
"#;

/// One replica of the bot, in a folder of its own.
pub struct Replica {
    /// Where it takes updates, if it has a webhook.
    pub webhook: SocketAddr,
    ops: SocketAddr,
    place: PathBuf,
    settings: Vec<(String, String)>,
    /// What the shell does before it becomes the program.
    before: String,
    running: Mutex<Option<Running>>,
    kills: Mutex<Vec<Instant>>,
}

struct Running {
    keeper: Child,
    number: String,
    ended: watch::Receiver<Option<i32>>,
}

impl Replica {
    /// Settled, but not started.
    pub fn new(place: &Path, settings: Vec<(String, String)>, before: &str) -> Self {
        std::fs::create_dir_all(place).expect("a folder of its own");
        let address = |()| SocketAddr::from(([127, 0, 0, 1], free_port()));
        Self {
            webhook: address(()),
            ops: address(()),
            place: place.to_owned(),
            settings,
            before: before.to_owned(),
            running: Mutex::default(),
            kills: Mutex::default(),
        }
    }

    /// Telegram brings the updates there, and a balancer brings them to us.
    pub fn takes_updates_at(&mut self, url: &str, secret: &str) {
        let listen = self.webhook.to_string();
        let settings = [
            ("WEBHOOK_URL", url),
            ("WEBHOOK_LISTEN", &listen),
            ("WEBHOOK_SECRET", secret),
        ];
        let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
        self.settings.extend(settings);
    }

    /// Starts it, and does not wait for it.
    pub fn start(&self) {
        let mut keeper = Command::new("/bin/sh")
            .args(["-c", KEEPER, "keeper"])
            .arg(self.place.join("log"))
            .arg(&self.before)
            .args([env!("CARGO_BIN_EXE_gilbot"), "serve"])
            .env_clear()
            .envs(self.settings.iter().cloned())
            .env("OPS_LISTEN", self.ops.to_string())
            .current_dir(&self.place)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Where a shell tells that its child was killed.
            .stderr(Stdio::null())
            .spawn()
            .expect("sh runs");
        let output = keeper.stdout.take().expect("the output is piped");
        let mut lines = BufReader::new(output).lines();
        let number = lines.next().expect("a number").expect("a line");
        let (tell, ended) = watch::channel(None);
        std::thread::spawn(move || {
            let status = lines.next().and_then(Result::ok);
            let status = status.and_then(|status| status.parse().ok());
            tell.send_replace(Some(status.unwrap_or(-1)));
        });
        let running = Running {
            keeper,
            number,
            ended,
        };
        let before = self.running.lock().unwrap().replace(running);
        if let Some(mut before) = before {
            let _ = before.keeper.wait();
        }
    }

    /// Starts it again if it has ended by itself, as whoever runs it in service would.
    pub fn revive(&self) {
        let has_ended = {
            let running = self.running.lock().unwrap();
            running
                .as_ref()
                .is_some_and(|running| running.ended.borrow().is_some())
        };
        if has_ended {
            self.start();
        }
    }

    /// Kills it without warning.
    pub async fn kill(&self) {
        self.kills.lock().unwrap().push(Instant::now());
        let mut ended = {
            let mut running = self.running.lock().unwrap();
            let running = running.as_mut().expect("it runs");
            let input = running.keeper.stdin.as_mut().expect("the input is piped");
            // Whoever has ended already cannot be killed.
            let _ = input.write_all(b"kill\n");
            running.ended.clone()
        };
        let _ = ended.wait_for(Option::is_some).await;
    }

    /// Tells it to stop, and waits until it has; its exit status, and how long that took.
    pub async fn stop(&self) -> (i32, Duration) {
        let begun = Instant::now();
        self.signal("-TERM");
        (self.ended().await, begun.elapsed())
    }

    /// Waits until it ends by itself.
    pub async fn ended(&self) -> i32 {
        let mut ended = {
            let running = self.running.lock().unwrap();
            running.as_ref().expect("it was started").ended.clone()
        };
        let waiting = tokio::time::timeout(PATIENCE, ended.wait_for(Option::is_some));
        let status = waiting.await.expect("it ends").expect("the keeper tells");
        status.expect("it has ended")
    }

    pub fn signal(&self, name: &str) {
        let status = Command::new("kill").args([name, &self.number()]).status();
        assert!(status.expect("kill runs").success(), "it runs");
    }

    /// The number of the process.
    pub fn number(&self) -> String {
        let running = self.running.lock().unwrap();
        running.as_ref().expect("it runs").number.clone()
    }

    /// Waits until it says that it is ready; how long that took.
    pub async fn ready(&self) -> Duration {
        self.readiness(200).await
    }

    /// Waits until it answers so when it is asked whether it is ready.
    pub async fn readiness(&self, wanted: u16) -> Duration {
        let begun = Instant::now();
        loop {
            let told = reqwest::get(format!("http://{}/readyz", self.ops)).await;
            let told = told.ok().map(|answer| answer.status().as_u16());
            if told == Some(wanted) {
                return begun.elapsed();
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "readiness is {told:?}, not {wanted}"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The memory that it holds, in KiB.
    pub fn resident_kib(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.number()));
        let status = status.expect("it runs");
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let words = line.expect("a process has memory").split_whitespace();
        words
            .skip(1)
            .find_map(|word| word.parse().ok())
            .expect("a number")
    }

    /// All that it has ever said.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.place.join("log")).unwrap_or_default()
    }

    /// When it was killed.
    pub fn kills(&self) -> Vec<Instant> {
        self.kills.lock().unwrap().clone()
    }
}

impl Drop for Replica {
    fn drop(&mut self) {
        // The end of the keeper's input kills the program.
        if let Some(mut running) = self.running.get_mut().unwrap().take() {
            drop(running.keeper.stdin.take());
            let _ = running.keeper.wait();
        }
    }
}
