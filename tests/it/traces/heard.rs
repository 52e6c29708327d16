//! The log of this program, as an operator would read it who asks for everything.

use std::io;
use std::sync::{LazyLock, Mutex, Once, PoisonError};

use gilbot::config::log::keeps_secrets;
use regex::Regex;
use tracing_subscriber::filter::{LevelFilter, filter_fn};
use tracing_subscriber::fmt;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry;

static LINES: LazyLock<Mutex<Vec<u8>>> = LazyLock::new(Mutex::default);

/// Begins to listen: at the finest level, behind the filter that stands there in service whatever is asked for.
pub fn listen() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        let heard = registry()
            .with(LevelFilter::TRACE)
            .with(filter_fn(keeps_secrets))
            .with(fmt::layer().with_ansi(false).with_writer(|| Pen));
        tracing::subscriber::set_global_default(heard).expect("nobody else listens");
    });
}

/// Everything that was heard so far, without the numbers that the program makes up itself: in a thousand of them stands
/// any number of three digits.
pub fn lines() -> String {
    static MADE_UP: LazyLock<Regex> = LazyLock::new(|| {
        let fields = r#"^\S+Z | latency_ms=[0-9.e-]+| chat="[0-9a-f]{12}"| update=[0-9]+"#;
        Regex::new(&format!("(?m){fields}")).expect("a pattern")
    });
    let lines = LINES.lock().unwrap_or_else(PoisonError::into_inner);
    let lines = String::from_utf8_lossy(&lines);
    MADE_UP.replace_all(&lines, "").into_owned()
}

struct Pen;

impl io::Write for Pen {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let mut lines = LINES.lock().unwrap_or_else(PoisonError::into_inner);
        lines.extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
