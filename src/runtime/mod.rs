//! What carries: an update is taken, thought about, committed, acknowledged, and then shown.
//!
//! * [`turn`]: load, think, commit. Nothing is said before the commit.
//! * [`deliver`]: do the duties of the record just committed, and strike them off; `performing`: the calls; `handing`: the files, and
//!   `entry_id`: their names in calendars; `picturing`: a courtesy;
//!   `righting`: when others were faster; `owing`: what is still to be done is committed.
//! * `saying`: a screen in words, with its links; [`invitation`]: the sealed link by which a reminder is handed on.
//! * `aside`: the answer to a press, and what belongs to no record.
//! * [`intake`]: one update from the wire to its delivery; [`polling`] and [`webhook`] bring the updates; [`careful`]: what
//!   if one of them, or an alarm, has killed the process before.
//! * [`worker`]: wakes the chats whose alarm has come; `place`: each at its own place, so that unasked messages keep their
//!   limit; [`flood`]: when Telegram tells everybody to wait.
//! * [`bot`]: all of it together, started and stopped.
//! * [`clock`], [`stop`], [`flights`], `rest`, [`pulse`]: the time, the end, and signs of life.
//! * [`stats`]: how often people came where, for the operator; never who.
//! * [`alias`], `note`, [`gauge`], `measured`, [`ops`]: what an operator reads: the log, the metrics, health.

pub mod bot;

mod aside;
pub mod careful;
pub mod intake;
pub mod polling;
pub mod webhook;
pub mod worker;

pub mod flood;
mod place;

pub mod deliver;
pub mod entry_id;
mod handing;
pub mod invitation;
mod key;
mod performing;
mod picturing;
mod righting;
mod saying;
pub mod turn;

pub mod clock;
pub mod flights;
pub mod pulse;
mod rest;
pub mod stop;

pub mod alias;
pub mod gauge;
mod measured;
mod note;
pub mod ops;
mod owing;
pub mod stats;
