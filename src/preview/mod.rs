//! The real bot, talked to without a token, a server or a network: wired to the emulator, with a clock that is moved
//! by hand.

pub mod gallery;
mod time;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use anyhow::Context;
use tokio::net::TcpListener;

use crate::emulator::Emulator;
use crate::runtime::bot::{Bot, Intake, Parts, UNASKED_A_SECOND};
use crate::runtime::clock::Clock;
use crate::runtime::stop::Stop;
use crate::store::sqlite::SqliteStore;
use crate::telegram::send::BotApi;

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
    let clock = Clock::new();
    let told = clock.clone();
    let anywhere = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let emulator = Emulator::start(anywhere, Arc::new(move || told.now())).await?;
    emulator.with(|world| {
        for (name, language) in PEOPLE {
            world.add_person(name, language);
        }
    });
    let store = Arc::new(SqliteStore::open(":memory:")?);
    let parts = Parts {
        api: BotApi::new(emulator.token(), emulator.api_url().parse()?)?,
        store: store.clone(),
        clock: clock.clone(),
        intake: Intake::Polling,
        unasked_a_second: UNASKED_A_SECOND,
        ops: None,
    };
    let bot = Bot::introduce(parts, stop.clone()).await?;
    let hand = time::Hand {
        clock,
        store,
        rest: bot.rest(),
        emulator: emulator.clone(),
    };
    let page = emulator.page().merge(time::router(hand));
    let page = page.merge(gallery::router());
    announce(listener.local_addr()?);
    let ending = stop.clone();
    let served = async move {
        axum::serve(listener, page)
            .with_graceful_shutdown(async move { ending.wait().await })
            .await
    };
    tokio::select! {
        ran = bot.run() => ran?,
        served = served => served?,
    }
    emulator.stop().await;
    Ok(())
}

/// Where to look, on the terminal of whoever started it.
fn announce(address: SocketAddr) {
    println!("길봇 미리보기를 열었어요: http://{address}");
    println!("토큰도 서버도 네트워크도 필요 없어요. 끝내려면 Ctrl+C를 누르세요.");
}
