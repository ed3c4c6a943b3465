pub mod programme;
pub mod text;
