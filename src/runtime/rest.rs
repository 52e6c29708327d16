//! Whether a bot has come to rest, for whoever moves its clock.

use std::sync::Arc;

use super::clock::Clock;
use super::flights::Flights;
use super::worker::Swept;

/// Tells whether a bot has come to rest.
#[derive(Clone)]
pub struct Rest {
    clock: Clock,
    flights: Flights,
    swept: Arc<Swept>,
}

impl Rest {
    pub(super) fn new(clock: Clock, flights: Flights, swept: Arc<Swept>) -> Self {
        Self {
            clock,
            flights,
            swept,
        }
    }

    /// Waits until the worker has looked since the clock was last moved, and nothing is on its way.
    pub async fn come(&self) {
        let moves = *self.clock.moves().borrow();
        let mut swept = self.swept.subscribe();
        // The sender lives as long as `self`, so waiting cannot fail.
        let _ = swept
            .wait_for(|swept| swept.is_some_and(|seen| seen >= moves))
            .await;
        self.flights.landed().await;
    }
}
