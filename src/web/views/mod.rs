//! What is drawn: small components, each a slice of the state in and callbacks out.

pub mod checked;
pub mod contents;
pub mod correct;
pub mod correct_identity;
pub mod decide;
pub mod details;
pub mod dialogs;
pub mod document;
pub mod editor;
pub mod explain;
pub mod figure_row;
pub mod figures;
pub mod files;
pub mod filters;
pub mod finding;
pub mod fix;
pub mod header;
mod marks;
pub mod notices;
pub mod outline;
mod paragraph;
pub mod results;
pub mod rules;
pub mod sheet;
pub mod start;
pub mod status;
pub mod waiting;
