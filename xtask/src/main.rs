//! Builds, serves and tests the project: `cargo xtask serve | build | test | e2e | bench`.

fn main() {}
