//! The preview as people use it: the real program, in a real browser.
//!
//! Chromium and its driver are Debian's; `scripts/test.sh` brings them. Every test has a preview and a browser of its own,
//! and ends both, however it ends itself. `axe/` holds the rules of accessibility of axe-core 4.10.3, as its package has
//! them, under their own licence.

#[path = "../it/clusters.rs"]
#[expect(dead_code, reason = "stories need a store alone")]
mod clusters;
#[path = "../it/program.rs"]
#[expect(dead_code, reason = "the preview brings its own Telegram")]
mod program;
#[path = "../it/servers.rs"]
#[expect(dead_code, reason = "stories need a store alone")]
mod servers;
#[path = "../it/shared.rs"]
mod shared;
#[path = "../it/stage.rs"]
#[expect(dead_code, reason = "a saved story is played in one mode on one store")]
mod stage;
#[path = "../it/store_places.rs"]
#[expect(dead_code, reason = "stories need a store alone")]
mod store_places;
#[path = "../it/story/mod.rs"]
#[expect(dead_code, reason = "one story is read, and none from a folder")]
mod story;

mod browser;
mod window;

mod keys;
mod looks;
mod speed;
mod walks;
