//! What the browser knows and what a key does to it. Pure: no terminal, no clock, no files.

pub mod action;
pub mod finder;
pub mod keymap;
pub mod keys;
pub mod state;
pub mod tour;
pub mod update;
pub mod viewport;

pub use action::{Action, Effect};
pub use state::{App, Focus, Overlay};
pub use update::update;
pub use viewport::Viewport;
