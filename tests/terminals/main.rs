//! The browser in real terminals, whose screens are read back. `.ci/terminals` installs them and runs this.
//!
//! Each test is ignored by a plain `cargo test`; where its terminal is missing it fails.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../common/mod.rs"]
mod common;
mod display;
mod emulators;
mod key;
mod kiosk;
#[path = "../common/link.rs"]
mod link;
mod nvim;
mod picture;
#[path = "../common/pty.rs"]
mod pty;
mod relay;
mod run;
mod screen;
mod ssh;
mod tmux;
mod walk;
