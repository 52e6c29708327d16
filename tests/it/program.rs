//! The program itself, as an operator starts it, and a Telegram for it.

use std::borrow::BorrowMut;
use std::fs::{self, File};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use gilbot::emulator::{Emulator, Options, WorldOptions};
use gilbot::runtime::clock::Clock;
use tokio::net::TcpListener;
use tokio::time::timeout;

/// The longest that the program may take to do anything; on an idle machine it takes a moment.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// As long as the numbers that Telegram gives: so many digits stand nowhere by chance.
const FIRST_PERSON: i64 = 7_301_946_258;

/// A Telegram, and somebody of this name in it.
pub async fn emulator(name: &str) -> (Emulator, i64) {
    let anywhere = SocketAddr::from(([127, 0, 0, 1], 0));
    let clock = Clock::new();
    let options = Options {
        world: WorldOptions {
            first_person: FIRST_PERSON,
            ..WorldOptions::default()
        },
        webhook_second: Duration::from_millis(10),
        ..Options::default()
    };
    let emulator = Emulator::start_with(anywhere, Arc::new(move || clock.now()), options);
    let emulator = emulator.await.unwrap();
    let person = emulator.with(|world| world.add_person(name, "ko"));
    (emulator, person)
}

/// As a deployment ends it.
pub fn tell_to_stop(child: &Child) {
    let process = child.id().to_string();
    let told = Command::new("kill").args(["-TERM", &process]).status();
    assert!(told.unwrap().success());
}

/// The program in a folder of its own, with these settings alone; what it says goes to a file there.
pub fn program(place: &Path, settings: &[(&str, &str)], arguments: &[&str]) -> Child {
    let said = File::create(place.join("log")).unwrap();
    Command::new(env!("CARGO_BIN_EXE_gilbot"))
        .args(arguments)
        .env_clear()
        .envs(settings.iter().copied())
        .current_dir(place)
        .stdin(Stdio::null())
        .stdout(said.try_clone().unwrap())
        .stderr(said)
        .spawn()
        .unwrap()
}

pub async fn ended(mut child: impl BorrowMut<Child>) -> ExitStatus {
    let status = timeout(PATIENCE, ended_soon(child.borrow_mut())).await;
    status.expect("it ends")
}

async fn ended_soon(child: &mut Child) -> ExitStatus {
    loop {
        match child.try_wait().unwrap() {
            Some(status) => return status,
            None => tokio::time::sleep(Duration::from_millis(10)).await,
        }
    }
}

pub fn log(place: &Path) -> String {
    fs::read_to_string(place.join("log")).unwrap()
}

/// A port below those that the system hands out by itself, so that nobody takes it before the program does.
pub async fn free_address() -> SocketAddr {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 12_000 + u16::try_from(std::process::id() % 2_000).unwrap();
    loop {
        let port = first + NEXT.fetch_add(1, Ordering::Relaxed);
        if let Ok(listener) = TcpListener::bind(("127.0.0.1", port)).await {
            return listener.local_addr().unwrap();
        }
    }
}
