//! Text without I/O: how wide it is, where it breaks, what is safe to show.
//!
//! Nothing outside this layer counts characters, bytes or columns of text for people.

mod clean;
mod width;

pub use clean::{clean, is_unsafe};
pub use width::WidthPolicy;
