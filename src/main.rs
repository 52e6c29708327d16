//! The program: which part of the library is wanted, and how it ends.
//!
//! It ends with 0 when it was told to stop and has finished what it had begun, with 2 when a setting is missing or
//! wrong, and with 1 when anything else kept it from going on.

use std::net::SocketAddr;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use gilbot::config::{Config, Fault, Faults, Log, unknown};
use gilbot::runtime::bot::{self, Parts};
use gilbot::runtime::clock::Clock;
use gilbot::runtime::ops;
use gilbot::runtime::stop::Stop;
use gilbot::telegram::send::BotApi;
use gilbot::{preview, store};
use secrecy::ExposeSecret;

/// 길봇: KB국민은행 금융인증서를 안내하고 만료 전에 알려 주는 비공식 텔레그램 봇
#[derive(Parser)]
#[command(name = "gilbot", version)]
struct Arguments {
    #[command(subcommand)]
    wish: Wish,
}

#[derive(Subcommand)]
enum Wish {
    /// 봇을 켜요. 설정은 환경 변수와 .env에서 읽어요. — Runs the bot; settings come from the environment and .env
    Serve,
    /// 토큰 없이 브라우저에서 봇과 이야기해요. — Lets you talk to the bot in a browser, without a token
    Preview {
        /// 페이지를 열 주소예요. — Where the page is served
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
    },
    /// 켜져 있는 봇이 건강한지 OPS_LISTEN에 물어요. — Asks a running bot, at OPS_LISTEN, whether it is well
    Health,
    /// 텔레그램에 걸린 웹훅을 지워요. 폴링으로 돌아갈 때 써요. — Removes the webhook, to go back to polling
    WebhookRemove,
}

fn main() -> ExitCode {
    let wish = Arguments::parse().wish;
    match env_file().and_then(|()| fulfil(wish)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            let is_setting = error.is::<Faults>() || error.is::<Fault>();
            ExitCode::from(if is_setting { 2 } else { 1 })
        }
    }
}

#[tokio::main]
async fn fulfil(wish: Wish) -> anyhow::Result<()> {
    match wish {
        Wish::Serve => serve().await,
        Wish::Preview { listen } => {
            Log::read(setting)?.start();
            preview::run(listen, stopped_by_signals()?).await
        }
        Wish::Health => Ok(ops::ask(Config::ops_listen(setting)?).await?),
        Wish::WebhookRemove => {
            let config = Config::read(setting)?;
            api(&config)?.remove_webhook().await?;
            println!(
                "웹훅을 지웠어요. 이제 폴링으로 켤 수 있어요. — the webhook is gone: polling works now"
            );
            Ok(())
        }
    }
}

async fn serve() -> anyhow::Result<()> {
    let config = Config::read(setting)?;
    let stop = stopped_by_signals()?;
    let api = api(&config)?;
    config.log.start();
    for name in unknown(std::env::vars_os().filter_map(|(name, _)| name.into_string().ok())) {
        tracing::warn!(name, "no setting has this name: see .env.example");
    }
    tracing::info!(store = %config.store, "the store is opened");
    let parts = Parts {
        api,
        store: store::open(&config.store, config.redis).await?,
        clock: Clock::new(),
        intake: config.intake,
        unasked_a_second: config.unasked_a_second,
        ops: config.ops_listen,
    };
    bot::run(parts, stop).await
}

/// Settings in a file `.env`, here or above, hold where the environment says nothing.
fn env_file() -> anyhow::Result<()> {
    match dotenvy::dotenv() {
        Ok(_) => Ok(()),
        Err(error) if error.not_found() => Ok(()),
        // The error itself repeats the line, which may hold a secret.
        Err(_) => Err(Fault::EnvFile.into()),
    }
}

fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn api(config: &Config) -> anyhow::Result<BotApi> {
    let token = config.token.expose_secret();
    Ok(BotApi::new(token, config.api_url.clone())?)
}

/// Told by the first SIGTERM or SIGINT.
fn stopped_by_signals() -> anyhow::Result<Stop> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let stop = Stop::new();
    let told = stop.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping: what has begun is finished first");
        told.tell();
    });
    Ok(stop)
}
