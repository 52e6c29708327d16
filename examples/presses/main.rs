//! How much CPU one press costs a whole bot, as the operating system counts it.
//!
//! Starts a redis-server and a fast little Bot API of its own, then the bot that is named behind `--`, and lets many
//! people press buttons as fast as the bot answers: a press is over when its screen has been edited and its callback
//! has been answered. Any bot that reads the same settings can be measured: gilbot, the bare `floor`, or a stock one.
//!
//! ```text
//! cargo build --release --examples --bins
//! target/release/examples/presses --mode webhook -- taskset -c 0 target/release/gilbot serve
//! target/release/examples/presses --mode polling -- taskset -c 0 target/release/examples/floor
//! ```
//!
//! Printed: presses a second, CPU microseconds a press, resident memory, and the time from the start to the first
//! answer.

mod bot;
#[path = "../redis_server/mod.rs"]
mod redis_server;
mod telegram;
mod webhook;

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Instant;

use clap::{Parser, ValueEnum};

use bot::Bot;
use redis_server::RedisServer;
use telegram::Telegram;

#[derive(Parser)]
struct Arguments {
    #[arg(long, value_enum)]
    mode: Mode,
    /// How many presses are measured.
    #[arg(long, default_value_t = 40_000)]
    presses: usize,
    /// How many presses come before, uncounted.
    #[arg(long, default_value_t = 8_000)]
    warm_up: usize,
    /// How many people press at the same time.
    #[arg(long, default_value_t = 64)]
    people: usize,
    /// Each person gives way to the next after so many presses; 0: never.
    #[arg(long, default_value_t = 0)]
    presses_each: usize,
    /// What the buttons say to the bot, one after another.
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "go:check,go:home,go:begin,go:settings"
    )]
    data: Vec<String>,
    /// The bot's command.
    #[arg(last = true, required = true)]
    bot: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Mode {
    Polling,
    Webhook,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let place = tempfile::tempdir()?;
    let redis = RedisServer::start(Some(place.path()))?;
    let telegram = Arc::new(Telegram::new(&arguments));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let api = format!("http://{}", listener.local_addr()?);
    tokio::spawn(telegram::serve(listener, Arc::clone(&telegram)));
    let hook = free_port()?;
    if arguments.mode == Mode::Webhook {
        tokio::spawn(webhook::deliver(Arc::clone(&telegram), hook));
    }

    let begun = Instant::now();
    let bot = Bot::start(&arguments, &api, &redis.url(), hook, place.path())?;
    telegram.until_answered(1).await;
    let awake = begun.elapsed();
    let idle_kib = bot.resident_kib()?;
    telegram.until_answered(arguments.warm_up).await;
    let (cpu, begun) = (bot.cpu()?, Instant::now());
    telegram
        .until_answered(arguments.warm_up + arguments.presses)
        .await;
    let (took, spent) = (begun.elapsed(), bot.cpu()? - cpu);
    let resident_kib = bot.resident_kib()?;
    let presses = arguments.presses as f64;
    println!(
        "first answer       {:>8.0} ms after the start",
        awake.as_secs_f64() * 1e3
    );
    println!(
        "presses            {:>8.0} a second",
        presses / took.as_secs_f64()
    );
    println!(
        "CPU                {:>8.1} µs a press",
        spent.as_secs_f64() * 1e6 / presses
    );
    println!(
        "resident           {:>8.1} MiB after the first answer",
        idle_kib as f64 / 1024.0
    );
    println!(
        "resident           {:>8.1} MiB at the end, {} people",
        resident_kib as f64 / 1024.0,
        telegram.people()
    );
    println!("calls a press      {}", telegram.calls_a_press());
    Ok(())
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
