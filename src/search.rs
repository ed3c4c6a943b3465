//! Search: a query of words in, ranked hits and the places to highlight out.
//!
//! Words are ANDed, each may match another field, in any language, as typed or as pinyin. What an input line or a
//! command does with it is not decided here.

mod candidates;
mod fields;
mod index;
mod matching;
mod nearest;
mod numbers;
mod postings;
mod propose;
mod query;
mod rank;
mod score;

pub use fields::Field;
pub use index::Index;
pub use matching::{Match, highlights, matches};
pub use nearest::nearest;
pub use query::Query;
pub use rank::{Hit, search};
