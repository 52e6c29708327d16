//! The tests: one program, so that they are linked once.

#![expect(clippy::disallowed_methods, reason = "tests begin at the machine's own time")]

mod alarms;
mod carried;
mod clusters;
mod config;
mod expiry;
mod known;
mod operator;
mod outcomes;
mod particles;
mod paths;
mod press_data;
mod presses;
mod reached;
mod reading_dates;
mod reading_secrets;
mod records;
mod reminders;
mod screens;
mod servers;
mod stage;
mod starts;
mod store_alarms;
mod store_cluster;
mod store_commits;
mod store_faults;
mod store_fitness;
mod store_model;
mod store_places;
mod store_sqlite;
mod store_suite;
mod store_url;
mod stories;
mod story;
mod tcp_proxy;
mod tidy;
mod tree;
mod typed_starts;
mod updates;
mod walks;
mod words;
mod emulator;
mod simulation;
