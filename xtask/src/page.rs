//! Building and serving the page through Trunk.

use crate::run;
use crate::{Result, tools};

/// Makes `dist/fajing.html`.
pub fn build(dev: bool) -> Result {
    trunk("build", dev)?;
    println!("{}", run::root().join("dist/fajing.html").display());
    Ok(())
}

/// Builds, serves on localhost and builds again after every change.
pub fn serve(dev: bool) -> Result {
    println!(
        "The page: http://127.0.0.1:8080/ — the same file for opening from disk: {}",
        run::root().join("dist/fajing.html").display()
    );
    trunk("serve", dev)
}

fn trunk(command: &str, dev: bool) -> Result {
    let path = tools::for_build(!dev)?;
    let mut trunk = run::command("trunk");
    trunk
        .env("PATH", &path)
        .args([command, "--skip-version-check", "--log", "warn"]);
    // Trunk reads NO_COLOR as a flag that wants `true`, not `1`.
    trunk.env_remove("NO_COLOR");
    if !dev {
        trunk.arg("--release");
    }
    run::finish(&mut trunk)
}
