//! The real bot, talked to without a token, a server or a network: wired to the emulator, with a clock that is moved
//! by hand.

mod accident;
mod excerpt;
pub mod gallery;
mod inside;
mod lives;
mod story;
mod time;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use anyhow::Context;
use axum::Router;
use tokio::net::TcpListener;

use crate::emulator::Emulator;
use crate::runtime::clock::Clock;
use crate::runtime::stop::Stop;
use crate::store::sqlite::SqliteStore;
use lives::{Ground, Lives};

/// The people who stand ready to talk; more can be added on the page.
const PEOPLE: [(&str, &str); 2] = [("김영자", "ko"), ("박민수", "ko")];

/// Serves the page on this address until it is told to stop. Nothing is kept afterwards.
///
/// # Errors
/// When the address cannot be listened on.
pub async fn run(listen: SocketAddr, stop: Stop) -> anyhow::Result<()> {
    let listener = TcpListener::bind(listen).await.with_context(|| {
        format!(
            "{listen}에 페이지를 열 수 없어요. --listen 127.0.0.1:8081처럼 다른 번호로 해 보세요."
        )
    })?;
    let ground = ground().await?;
    let emulator = ground.emulator.clone();
    let (lives, led) = Lives::begin(ground.clone(), stop.clone());
    let page = page(Hand { ground, lives });
    announce(listener.local_addr()?);
    let served = async move {
        axum::serve(listener, page)
            .with_graceful_shutdown(async move { stop.wait().await })
            .await
    };
    tokio::select! {
        led = led => led?,
        served = served => served?,
    }
    emulator.stop().await;
    Ok(())
}

/// What the page's own endpoints need.
#[derive(Clone)]
struct Hand {
    ground: Ground,
    lives: Lives,
}

/// A Telegram with its people, a store, and a clock that is moved by hand.
async fn ground() -> anyhow::Result<Ground> {
    let clock = Clock::new();
    let told = clock.clone();
    let anywhere = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let emulator = Emulator::start(anywhere, Arc::new(move || told.now())).await?;
    emulator.with(|world| {
        for (name, language) in PEOPLE {
            world.add_person(name, language);
        }
        world.keep_journal();
    });
    Ok(Ground {
        emulator,
        store: Arc::new(SqliteStore::open(":memory:")?),
        clock,
    })
}

/// The page: the people's side of Telegram, and what only whoever watches can see and do.
fn page(hand: Hand) -> Router {
    let page = hand.ground.emulator.page();
    page.merge(time::router(hand.clone()))
        .merge(inside::router(hand.clone()))
        .merge(accident::router(hand.clone()))
        .merge(story::router(hand))
        .merge(gallery::router())
}

/// Where to look, on the terminal of whoever started it.
fn announce(address: SocketAddr) {
    println!("길봇 미리보기를 열었어요: http://{address}");
    println!("토큰도 서버도 네트워크도 필요 없어요. 끝내려면 Ctrl+C를 누르세요.");
}
