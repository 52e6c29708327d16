//! A way to a server that can lose an answer, or lead to another server.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU16, AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

/// How every key of ours begins.
const KEY: &[u8] = b"gil:{";

#[derive(Clone)]
pub struct Proxy {
    pub port: u16,
    state: Arc<State>,
}

struct State {
    target: AtomicU16,
    swallow: AtomicBool,
    swallowed: AtomicUsize,
}

impl Proxy {
    /// Leads to the server on this port of this machine, as long as the runtime lives.
    pub async fn to(target: u16) -> Self {
        let proxy = Self::without_target().await;
        proxy.lead_to(target);
        proxy
    }

    pub async fn without_target() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let state = Arc::new(State {
            target: AtomicU16::new(0),
            swallow: AtomicBool::new(false),
            swallowed: AtomicUsize::new(0),
        });
        let proxy = Self { port, state };
        tokio::spawn(accept(listener, proxy.state.clone()));
        proxy
    }

    /// Connections made from now on lead there; those that stand stay.
    pub fn lead_to(&self, target: u16) {
        self.state.target.store(target, Ordering::SeqCst);
    }

    /// The answer to the next question about a key of ours is lost, and its connection cut. What a connection asks for
    /// itself is answered: how often one is made is not ours to say.
    pub fn swallow_next_answer(&self) {
        self.state.swallow.store(true, Ordering::SeqCst);
    }

    /// How many answers were lost.
    pub fn swallowed(&self) -> usize {
        self.state.swallowed.load(Ordering::SeqCst)
    }
}

async fn accept(listener: TcpListener, state: Arc<State>) {
    while let Ok((near, _)) = listener.accept().await {
        let target = state.target.load(Ordering::SeqCst);
        let Ok(far) = TcpStream::connect(("127.0.0.1", target)).await else {
            continue;
        };
        let _ = (near.set_nodelay(true), far.set_nodelay(true));
        let (from_near, to_near) = near.into_split();
        let (from_far, to_far) = far.into_split();
        let state = state.clone();
        tokio::spawn(async move {
            let loses = AtomicBool::new(false);
            // When either side ends, both are dropped, and so cut.
            tokio::select! {
                _ = carry(from_near, to_far, |asked| {
                    let is_ours = asked.windows(KEY.len()).any(|word| word == KEY);
                    if is_ours && state.swallow.swap(false, Ordering::SeqCst) {
                        loses.store(true, Ordering::SeqCst);
                    }
                    true
                }) => {}
                _ = carry(from_far, to_near, |_| {
                    let is_lost = loses.load(Ordering::SeqCst);
                    state.swallowed.fetch_add(usize::from(is_lost), Ordering::SeqCst);
                    !is_lost
                }) => {}
            }
        });
    }
}

/// Carries on until the end, or until something may not pass.
async fn carry(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    passes: impl Fn(&[u8]) -> bool,
) -> std::io::Result<()> {
    let mut bytes = vec![0; 64 * 1024];
    loop {
        let count = from.read(&mut bytes).await?;
        if count == 0 || !passes(&bytes[..count]) {
            return Ok(());
        }
        to.write_all(&bytes[..count]).await?;
    }
}
