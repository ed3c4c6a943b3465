//! What the browser knows and what a key does to it. Pure: no terminal, no clock, no files, no threads.

pub mod action;
pub mod finder;
pub mod keymap;
pub mod keys;
pub mod map;
pub mod matrix;
mod memory;
pub mod mode;
pub mod overlay;
pub mod panel;
pub mod partners;
pub mod place;
mod shown;
pub mod state;
pub mod tour;
mod travel;
pub mod update;
pub mod viewport;

pub use action::{Action, Effect};
pub use memory::Memory;
pub use mode::{Mode, Modes};
pub use overlay::Overlay;
pub use place::{Focus, View, Windows};
pub use state::{App, Notice};
pub use update::update;
pub use viewport::Viewport;
