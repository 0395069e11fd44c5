//! What the report tests share: reading marked reports and gold files, and scoring a program's reading against them.

pub mod figure_mark;
pub mod files;
pub mod gold;
pub mod marks;
pub mod measures;
mod names;
pub mod score;
pub mod seen;
mod variants;
