//! What is written to the log, and how.

use std::io::IsTerminal;

use tracing::{Level, Metadata};
use tracing_subscriber::filter::{Targets, filter_fn};
use tracing_subscriber::fmt;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use super::{Fault, Faults, Said, settings};

/// How a line of the log looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One object on each line, for machines.
    Json,
}

/// What is written to the log, and how.
pub struct Log {
    pub format: LogFormat,
    /// Which places speak from which level on.
    pub filter: Targets,
}

impl Log {
    /// Reads `LOG_FORMAT` and `RUST_LOG`.
    ///
    /// # Errors
    /// What is wrong with either.
    pub fn read(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, Faults> {
        let said = Said(&lookup);
        let mut faults = Faults::default();
        let format = match said.word("LOG_FORMAT").as_deref() {
            None | Some("text") => Ok(LogFormat::Text),
            Some("json") => Ok(LogFormat::Json),
            Some(_) => Err(Fault::LogFormat),
        };
        let filter = said.word("RUST_LOG");
        let filter = filter.as_deref().unwrap_or(settings::RUST_LOG_DEFAULT);
        let filter = filter.parse::<Targets>().map_err(|_| Fault::LogFilter);
        match (faults.keep(format), faults.keep(filter)) {
            (Some(format), Some(filter)) => Ok(Self { format, filter }),
            _ => Err(faults),
        }
    }

    /// Begins to write to standard output. To be called once, by the program.
    ///
    /// Of a panic only the place is written: its message may hold what somebody has typed.
    pub fn start(self) {
        std::panic::set_hook(Box::new(|panic| {
            let place = panic.location().map(ToString::to_string);
            tracing::error!(place, "the program panicked");
        }));
        let heard = tracing_subscriber::registry()
            .with(self.filter)
            .with(filter_fn(keeps_secrets));
        let lines = fmt::layer().with_ansi(std::io::stdout().is_terminal());
        match self.format {
            LogFormat::Text => heard.with(lines).init(),
            LogFormat::Json => heard.with(lines.json().flatten_event(true)).init(),
        }
    }
}

/// The finest lines of the libraries show whole addresses, and the address of every call holds the bot's token: below
/// `info` only our own lines are heard, whatever the filter asks for.
pub fn keeps_secrets(line: &Metadata<'_>) -> bool {
    *line.level() <= Level::INFO || line.target().split("::").next() == Some("gilbot")
}
