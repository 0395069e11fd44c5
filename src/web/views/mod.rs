//! What is drawn: small components, each a slice of the state in and callbacks out.

pub mod contents;
pub mod document;
pub mod editor;
pub mod figures;
pub mod files;
pub mod finding;
pub mod header;
pub mod notices;
pub mod results;
pub mod start;
pub mod status;
