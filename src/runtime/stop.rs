//! Stopping gently: intake ends first, what has begun is finished, then the program ends.

use std::sync::Arc;

use tokio::sync::watch;

/// Told once, heard by everybody who holds a clone.
#[derive(Clone)]
pub struct Stop(Arc<watch::Sender<bool>>);

impl Stop {
    pub fn new() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }

    pub fn tell(&self) {
        self.0.send_replace(true);
    }

    pub fn told(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until it is told.
    pub async fn wait(&self) {
        let mut told = self.0.subscribe();
        // The sender lives as long as `self`, so waiting cannot fail.
        let _ = told.wait_for(|told| *told).await;
    }
}

impl Default for Stop {
    fn default() -> Self {
        Self::new()
    }
}
