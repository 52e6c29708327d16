//! The faults that a bot in service meets, played with the real program and real servers: processes that are killed,
//! stores that go away, lines that lose answers, a Telegram that has a bad day. What must hold afterwards is read by
//! `audit`; which fault is played where stands in `docs/faults.md`.
//!
//! A short selection runs always; `GILBOT_FAULTS=long`, as `scripts/faults.sh` sets it, plays the same tests with more
//! rounds, more people and more time.

#[path = "../it/clusters.rs"]
mod clusters;
#[path = "../it/servers.rs"]
mod servers;

mod balancer;
mod line;
mod replica;
mod stage;

mod audit;
mod length;
mod town;

mod cluster;
mod kills;
mod poison;
mod polling;
mod restarts;
mod soak;

mod ledger;
mod sqlite;
mod store_away;
mod telegram;
