//! The log of this program, as an operator would read it who asks for everything.

use std::io;
use std::sync::{LazyLock, Mutex, Once, PoisonError};

use gilbot::config::log::keeps_secrets;
use regex::Regex;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::fmt;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{EnvFilter, registry};

static LINES: LazyLock<Mutex<Vec<u8>>> = LazyLock::new(Mutex::default);

/// Begins to listen: at the finest level, behind the filter that stands there in service whatever is asked for.
pub fn listen() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        let heard = registry()
            .with(EnvFilter::new("trace"))
            .with(filter_fn(keeps_secrets))
            .with(fmt::layer().with_ansi(false).with_writer(|| Pen));
        tracing::subscriber::set_global_default(heard).expect("nobody else listens");
    });
}

/// Everything that was heard so far, but for the aliases of chats, whose digits are chance.
pub fn lines() -> String {
    static ALIAS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"chat="[0-9a-f]{12}""#).expect("a pattern"));
    let lines = LINES.lock().unwrap_or_else(PoisonError::into_inner);
    let lines = String::from_utf8_lossy(&lines);
    ALIAS.replace_all(&lines, "chat").into_owned()
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
