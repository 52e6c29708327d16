//! The bot that is measured: a process of its own, and what the system says of it.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::Context;

use super::{Arguments, Mode};

/// What `/proc` counts in: `sysconf(_SC_CLK_TCK)`, 100 on every Linux of today.
const TICK: Duration = Duration::from_millis(10);

pub struct Bot(Child);

impl Bot {
    pub fn start(
        arguments: &Arguments,
        api: &str,
        store: &str,
        hook: u16,
        place: &Path,
    ) -> anyhow::Result<Self> {
        let (program, rest) = arguments.bot.split_first().context("no bot is named")?;
        let program = fs::canonicalize(program).unwrap_or_else(|_| program.into());
        let rest = rest.iter().map(|word| {
            let path = Path::new(word);
            if path.is_file() {
                fs::canonicalize(path).unwrap_or_else(|_| path.into())
            } else {
                path.into()
            }
        });
        let mut command = Command::new(program);
        command
            .args(rest)
            .current_dir(place)
            .env("TELOXIDE_TOKEN", super::telegram::TOKEN)
            .env("TELOXIDE_API_URL", api)
            .env("STORE_URL", store)
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null());
        if arguments.mode == Mode::Webhook {
            command
                .env("WEBHOOK_URL", "https://bot.example.com/hook")
                .env("WEBHOOK_LISTEN", format!("127.0.0.1:{hook}"))
                .env("WEBHOOK_SECRET", super::webhook::SECRET);
        }
        Ok(Self(command.spawn()?))
    }

    /// The CPU time of all its threads, in user and system mode.
    pub fn cpu(&self) -> anyhow::Result<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.0.id()))?;
        // The name of the program stands in parentheses and may hold anything.
        let (_, behind) = stat.rsplit_once(')').context("no name in stat")?;
        let mut fields = behind.split_whitespace().skip(11);
        let mut ticks =
            || -> anyhow::Result<u32> { Ok(fields.next().context("stat is short")?.parse()?) };
        Ok(TICK * (ticks()? + ticks()?))
    }

    pub fn resident_kib(&self) -> anyhow::Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|line| line.split_whitespace().next());
        Ok(kib.context("no VmRSS in status")?.parse()?)
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
