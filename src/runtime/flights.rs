//! What has begun and is not finished: counted, so that one can wait for it.

use std::sync::Arc;

use tokio::sync::watch;

/// A count of turns, deliveries and sweeps on their way.
#[derive(Clone)]
pub struct Flights(Arc<watch::Sender<usize>>);

/// One of them; it has landed when this is dropped, also by a panic.
pub struct Flight(Arc<watch::Sender<usize>>);

impl Flights {
    pub fn new() -> Self {
        Self(Arc::new(watch::Sender::new(0)))
    }

    pub fn begin(&self) -> Flight {
        self.0.send_modify(|count| *count += 1);
        Flight(Arc::clone(&self.0))
    }

    pub fn count(&self) -> usize {
        *self.0.borrow()
    }

    /// Waits until nothing is on its way.
    pub async fn landed(&self) {
        let mut count = self.0.subscribe();
        // The sender lives as long as `self`, so waiting cannot fail.
        let _ = count.wait_for(|count| *count == 0).await;
    }
}

impl Default for Flights {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}
