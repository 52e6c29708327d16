//! A way to a server that can be cut, held up, slowed, or made to lose answers.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// How the line is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    Open,
    /// Everything that stands is cut, and nothing can be opened.
    Cut,
    /// Nothing arrives, in either direction, until the line is open again: then all of it does.
    Held,
    /// Every answer takes so much longer.
    Slow(Duration),
    /// One answer of so many is lost, and its connection cut.
    Losing(usize),
}

#[derive(Clone)]
pub struct Line {
    pub port: u16,
    way: Arc<watch::Sender<Way>>,
    answers: Arc<AtomicUsize>,
    lost: Arc<AtomicUsize>,
    /// Words at which a connection stands still for ever, and how often one did.
    halts_at: Arc<OnceLock<Vec<u8>>>,
    halts: Arc<watch::Sender<usize>>,
}

impl Line {
    /// Leads to the server on this port of this machine, as long as the runtime lives.
    pub async fn to(target: u16) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await;
        let listener = listener.expect("a free port");
        let line = Self {
            port: listener.local_addr().expect("an address").port(),
            way: Arc::new(watch::Sender::new(Way::Open)),
            answers: Arc::default(),
            lost: Arc::default(),
            halts_at: Arc::default(),
            halts: Arc::new(watch::Sender::new(0)),
        };
        tokio::spawn(line.clone().accept(listener, target));
        line
    }

    pub fn becomes(&self, way: Way) {
        self.way.send_replace(way);
    }

    /// From now on, whoever asks for this is never answered on this connection again.
    pub fn halts_at(&self, words: Vec<u8>) {
        self.halts_at.set(words).expect("it is said once");
    }

    /// How often a connection has stood still.
    pub fn halts(&self) -> usize {
        *self.halts.borrow()
    }

    /// Waits until connections have stood still so often.
    pub async fn halted(&self, times: usize) {
        let mut halts = self.halts.subscribe();
        // The sender lives as long as the line.
        let _ = halts.wait_for(|halts| *halts >= times).await;
    }

    /// How many answers were lost.
    pub fn lost(&self) -> usize {
        self.lost.load(Ordering::SeqCst)
    }

    async fn accept(self, listener: TcpListener, target: u16) {
        while let Ok((near, _)) = listener.accept().await {
            let line = self.clone();
            tokio::spawn(async move {
                let way = *line.way.borrow();
                if way == Way::Cut {
                    return;
                }
                let Ok(far) = TcpStream::connect(("127.0.0.1", target)).await else {
                    return;
                };
                let _ = (near.set_nodelay(true), far.set_nodelay(true));
                let (from_near, to_near) = near.into_split();
                let (from_far, to_far) = far.into_split();
                let mut cut = line.way.subscribe();
                // When either side ends, both are dropped, and so cut.
                tokio::select! {
                    _ = line.carry(from_near, to_far, false) => {}
                    _ = line.carry(from_far, to_near, true) => {}
                    _ = cut.wait_for(|way| *way == Way::Cut) => {}
                }
            });
        }
    }

    async fn carry(
        &self,
        mut from: OwnedReadHalf,
        mut to: OwnedWriteHalf,
        are_answers: bool,
    ) -> std::io::Result<()> {
        let mut way = self.way.subscribe();
        let mut bytes = vec![0; 64 * 1024];
        loop {
            let count = from.read(&mut bytes).await?;
            if count == 0 {
                return Ok(());
            }
            if !are_answers && self.is_halt(&bytes[..count]) {
                self.halts.send_modify(|halts| *halts += 1);
                std::future::pending::<()>().await;
            }
            // The sender lives as long as the line, so waiting cannot fail.
            let now = way.wait_for(|way| *way != Way::Held).await.map(|way| *way);
            match now.unwrap_or(Way::Cut) {
                Way::Slow(time) if are_answers => tokio::time::sleep(time).await,
                Way::Losing(of) if are_answers && self.loses(of) => return Ok(()),
                _ => {}
            }
            to.write_all(&bytes[..count]).await?;
        }
    }

    fn is_halt(&self, bytes: &[u8]) -> bool {
        let words = self.halts_at.get();
        words.is_some_and(|words| bytes.windows(words.len()).any(|found| found == words))
    }

    fn loses(&self, of: usize) -> bool {
        let number = self.answers.fetch_add(1, Ordering::SeqCst) + 1;
        let lost = number.is_multiple_of(of);
        self.lost.fetch_add(usize::from(lost), Ordering::SeqCst);
        lost
    }
}
