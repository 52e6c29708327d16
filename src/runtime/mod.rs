//! What carries: an update is taken, thought about, committed, acknowledged, and then shown.
//!
//! * [`turn`]: load, think, commit. Nothing is said before the commit.
//! * [`deliver`]: do the duties of the record just committed, and strike them off; `righting`: when others were faster.
//! * `saying`: a screen in words, with its links; [`invitation`]: the sealed link by which a reminder is handed on.
//! * `aside`: the answer to a press, and what belongs to no record.
//! * [`intake`]: one update from the wire to its delivery; [`polling`] and [`webhook`] bring the updates.
//! * [`worker`]: wakes the chats whose alarm has come.
//! * [`bot`]: all of it together, started and stopped.
//! * [`clock`], [`stop`], [`flights`], [`pulse`]: the time, the end, and signs of life.
//! * [`alias`], `note`, [`gauge`], `measured`, [`ops`]: what an operator reads: the log, the metrics, health.

pub mod bot;

mod aside;
pub mod intake;
pub mod polling;
pub mod webhook;
pub mod worker;

pub mod deliver;
pub mod invitation;
mod righting;
mod saying;
pub mod turn;

pub mod clock;
pub mod flights;
pub mod pulse;
pub mod stop;

pub mod alias;
pub mod gauge;
mod measured;
mod note;
pub mod ops;
