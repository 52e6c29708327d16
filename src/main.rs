//! The program: which part of the library is wanted, and how it ends.
//!
//! It ends with 0 when it was told to stop and has finished what it had begun, or when what it was asked to look at is
//! right; with 2 when a setting is missing or wrong; and with 1 when anything else kept it from going on, or is not right.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use gilbot::config::{Config, Fault, Faults, Log, unknown};
use gilbot::desk::check::{check, is_well};
use gilbot::desk::finding::Finding;
use gilbot::desk::moving::{export_to, import_from, verified};
use gilbot::gallery::Gallery;
use gilbot::gallery::folder::Folder;
use gilbot::gallery::graph::Graph;
use gilbot::runtime::bot::{self, Parts};
use gilbot::runtime::clock::Clock;
use gilbot::runtime::ops;
use gilbot::runtime::stop::Stop;
use gilbot::telegram::send::BotApi;
use gilbot::{preview, store};
use secrecy::ExposeSecret;
use tikv_jemallocator::Jemalloc;

/// Every press asks for and gives back hundreds of small pieces of memory: with the system's allocator, a quarter of its CPU.
#[global_allocator]
static ALLOCATOR: Jemalloc = Jemalloc;

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
    /// 눌러서 갈 수 있는 모든 화면을 새 폴더에 파일로 써요. — Writes every screen, as pages, into a new folder
    Gallery { folder: PathBuf },
    /// 대화의 방들과 그 사이의 버튼을 그려요. — Draws the rooms of the conversation and the presses between them
    Graph {
        /// Mermaid 대신 SVG로 써요. — As SVG instead of Mermaid
        #[arg(long)]
        svg: bool,
    },
    /// 켜져 있는 봇이 건강한지 OPS_LISTEN에 물어요. — Asks a running bot, at OPS_LISTEN, whether it is well
    Health,
    /// 설정, 토큰, 웹훅, 저장소를 살펴요. 아무것도 바꾸지 않아요. — Looks at settings, token, webhook and store
    ///
    /// 한 줄에 하나씩 ok, warning, wrong으로 말해요. wrong이 있으면 1, 설정이 틀리면 2로 끝나요. — One line each; ends
    /// with 1 when something is wrong, with 2 when a setting is.
    Check,
    /// 모든 기록을 옮기거나 알람을 살펴요. — Moves all records, or proves their alarms
    Store {
        /// STORE_URL 대신 쓸 저장소예요. — The store, instead of STORE_URL
        #[arg(long, global = true, value_name = "URL")]
        store: Option<String>,
        #[command(subcommand)]
        wish: StoreWish,
    },
    /// 텔레그램에 걸린 웹훅을 지워요. 폴링으로 돌아갈 때 써요. — Removes the webhook, to go back to polling
    WebhookRemove,
}

#[derive(Subcommand)]
enum StoreWish {
    /// 모든 기록을 새 파일에 내보내요. 봇을 먼저 멈춰요. — Exports all records to a new file; stop the bot first
    Export {
        /// 적지 않으면 화면에 써요. — Without it, to the standard output
        file: Option<PathBuf>,
    },
    /// 빈 저장소에 기록을 가져와요. 실패하면 아무것도 바뀌지 않아요. — Imports into an empty store, all or nothing
    Import { file: PathBuf },
    /// 채팅마다 알람이 맞는지 살펴요. 봇이 켜져 있어도 돼요. — Proves every alarm, also beside a running bot
    Verify {
        /// 틀린 알람을 고쳐요. — Puts wrong alarms right
        #[arg(long)]
        repair: bool,
    },
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
        Wish::Gallery { folder } => {
            let empty = Folder::empty(&folder)?;
            let files = Gallery::build()?.files();
            empty.fill(&files)?;
            let (files, index) = (files.len(), folder.join("index.html"));
            println!(
                "파일 {files}개를 썼어요. 브라우저로 여세요. — {files} files are written: open {}",
                index.display()
            );
            Ok(())
        }
        Wish::Graph { svg } => {
            let graph = Graph::walk();
            let picture = if svg { graph.svg() } else { graph.mermaid() };
            std::io::stdout().write_all(picture.as_bytes())?;
            Ok(())
        }
        Wish::Health => Ok(ops::ask(Config::ops_listen(setting)?).await?),
        Wish::Check => look().await,
        Wish::Store { store, wish } => keep(store.as_deref(), wish).await,
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
        admins: config.admins,
    };
    bot::run(parts, stop).await
}

async fn look() -> anyhow::Result<()> {
    let config = Config::read(setting)?;
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    let findings = check(&config, &api(&config)?, setting, names).await;
    tell(&findings, &mut std::io::stdout())
}

/// Looks after the records.
async fn keep(url: Option<&str>, wish: StoreWish) -> anyhow::Result<()> {
    let (url, options) = Config::store(setting, url)?;
    match wish {
        // The standard output may be the export itself.
        StoreWish::Export { file } => {
            let exported = export_to(&url, options, file.as_deref()).await?;
            tell(&exported, &mut std::io::stderr())
        }
        StoreWish::Import { file } => {
            let imported = import_from(&url, options, &file).await?;
            tell(&imported, &mut std::io::stdout())
        }
        StoreWish::Verify { repair } => {
            let found = verified(&url, options, Clock::new().now(), repair).await?;
            tell(&found, &mut std::io::stdout())
        }
    }
}

/// Writes each finding on a line of its own; an error if one of them is wrong.
fn tell(findings: &[Finding], out: &mut dyn Write) -> anyhow::Result<()> {
    for finding in findings {
        writeln!(out, "{finding}")?;
    }
    anyhow::ensure!(
        is_well(findings),
        "고칠 것이 있어요. — something has to be put right"
    );
    Ok(())
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
