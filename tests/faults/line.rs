//! A way to a server that can be cut, held up, slowed, or made to lose answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
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
        };
        tokio::spawn(line.clone().accept(listener, target));
        line
    }

    pub fn becomes(&self, way: Way) {
        self.way.send_replace(way);
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

    fn loses(&self, of: usize) -> bool {
        let number = self.answers.fetch_add(1, Ordering::SeqCst) + 1;
        let lost = number.is_multiple_of(of);
        self.lost.fetch_add(usize::from(lost), Ordering::SeqCst);
        lost
    }
}
