//! 法镜 reads a Chinese annual report on building a rule-of-law government (法治政府建设年度报告) and says
//! what it contains, what it counts and what it lacks.
//!
//! ```text
//! bytes ─ input::read ─▶ Document ─ outline::build ─▶ Outline
//!                           ├──────────────┬────────────┤
//!                           ▼              ▼            ▼
//!                 figures::extract ─▶ Vec<Figure> ─▶ relations::find ─▶ Vec<Relation>
//!                           ▼                           ▼
//!                 checks::run(Document, Outline, Figures, Relations, Profile) ─▶ Vec<Finding>
//!                           ▼
//!               Report = all of the above, owned, serialisable
//!                  ├──────────────┬──────────────┐
//!               export          cli         web::views
//! ```
//!
//! Arrows never go back: a module uses only what stands above it. The core is total: after reading, nothing
//! fails, nothing panics, nothing asks the clock.

pub mod checks;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod corrections;
pub mod document;
pub mod export;
pub mod figures;
pub mod fixes;
pub mod input;
pub mod lexicon;
pub mod likeness;
pub mod numeral;
pub mod outline;
pub mod profile;
pub mod relations;
pub mod report;
pub mod text;
pub mod web;

pub use corrections::Corrections;
pub use document::Document;
use outline::{Level, Outline};
pub use profile::Profile;
pub use report::Report;
use text::Marks;

/// Analyses one document: structure, figures, relations and findings.
///
/// Total: any document gives a report. Odd input is data, reported as findings.
pub fn analyze(document: Document, profile: &Profile, corrections: &Corrections) -> Report {
    let marks = Marks::of(&document.text);
    let outline = outline::build(&document, profile, corrections, &marks);
    examine(document, outline, profile, &marks)
}

/// The same by the built-in profile that fits the level of the reporting body, for when a person has not chosen one.
pub fn analyze_fitting(document: Document, corrections: &Corrections) -> Report {
    // Each of them reads the same structure, and that tells the level.
    let marks = Marks::of(&document.text);
    let outline = outline::build(&document, Profile::for_level(Level::Other), corrections, &marks);
    let profile = Profile::for_level(outline.level);
    examine(document, outline, profile, &marks)
}

/// What stands in a document whose structure is known.
fn examine(document: Document, outline: Outline, profile: &Profile, marks: &Marks) -> Report {
    let figures = figures::extract(&document, &outline, marks);
    let relations = relations::find(&document, &outline, &figures, marks);
    let context = checks::Context::new(&document, &outline, &figures, &relations, profile, marks);
    let findings = checks::run(&context);
    Report {
        profile: profile.name.clone(),
        document,
        outline,
        figures,
        relations,
        findings,
        skipped: vec![],
    }
}

/// The built-in profile that fits the level of the reporting body, for when a person has not chosen one.
pub fn fitting_profile(document: &Document, corrections: &Corrections) -> Profile {
    let marks = Marks::of(&document.text);
    let outline = outline::build(document, Profile::for_level(Level::Other), corrections, &marks);
    Profile::for_level(outline.level).clone()
}

/// Analyses pasted text with the profile that fits its level. A convenience for tests and embedders.
pub fn analyze_text(text: &str, name: &str) -> Report {
    analyze_fitting(Document::from_text(name, text), &Corrections::default())
}
