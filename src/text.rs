//! Text without I/O: how wide it is, where it breaks, what is safe to show.
//!
//! Nothing outside this layer counts characters, bytes or columns of text for people.

mod alike;
mod clean;
mod compare;
mod cut;
mod fold;
mod glyphs;
mod line;
mod medium;
mod nearest;
mod pinyin;
mod plain;
mod script;
mod width;
mod words;
mod wrap;

pub use alike::alike;
pub use clean::{clean, hidden, is_blank, is_unsafe};
pub use compare::{Edit, compare};
pub use cut::{clip, fit, pad, pad_left, truncate};
pub(crate) use fold::PASSED;
pub use fold::fold;
pub use glyphs::Glyphs;
pub use line::Line;
pub use medium::Medium;
pub use nearest::nearest;
pub use pinyin::readings;
pub(crate) use pinyin::{Reached, Spelling, has_initial};
pub use plain::plain_punctuation;
pub use script::is_han;
pub use width::WidthPolicy;
pub(crate) use words::is_within_word;
pub use wrap::wrap;
