//! The programme: what the dataset says, as types that can't hold a dangling reference.

mod check;
pub mod diff;
mod facets;
pub mod fault;
pub mod file;
mod filter;
mod inverse;
pub mod language;
mod lists;
mod load;
mod map;
mod model;
mod open;
mod read;
mod record;
mod resolve;
mod rules;
mod schema;
mod stream;
mod values;
mod written;

pub use check::{Problem, Severity, check, check_telling};
pub use diff::{Changed, Diff, Since};
pub use facets::{Matching, Row, Table, table, table_before};
pub use fault::Fault;
pub use filter::{Choice, Facet, Facets, Filter};
pub use language::{Language, Text};
pub use load::Progress;
pub use model::{
    Cite, Figure, Initiative, Overview, Partner, Person, Place, Programme, Ref, Region, Source, Stage, Topic,
    Zone,
};
pub use open::{Origin, Refusal, embedded, open};
pub use record::{Kind, Record};
pub use schema::SCHEMA;
pub use written::Written;
