//! The programme: what the dataset says, as types that can't hold a dangling reference.

mod check;
pub mod file;
pub mod language;
mod load;
mod model;
mod read;
mod resolve;
mod rules;
mod schema;
mod stream;

pub use check::{Problem, Severity, check, load};
pub use language::{Language, Text};
pub use load::{LoadError, embedded, parse, read};
pub use model::{
    Cite, Figure, Initiative, Overview, Partner, Person, Programme, Ref, Region, Source, Stage, Topic, Zone,
};
pub use schema::SCHEMA;
