//! Programs that write files of other formats, where they are installed.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program that was found on the PATH, with a profile of its own.
pub struct Program {
    path: PathBuf,
    profile: tempfolder::Profile,
}

mod tempfolder {
    use std::path::PathBuf;

    /// A profile folder that goes away with the program.
    pub struct Profile(pub PathBuf);

    impl Drop for Profile {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }
}

/// Puts a file into the folder of converted files.
pub fn write(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder().join(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

impl Program {
    /// LibreOffice.
    pub fn office() -> Option<Program> {
        Program::find(&["soffice", "libreoffice"], "LibreOffice")
    }

    /// Chromium.
    pub fn browser() -> Option<Program> {
        Program::find(&["chromium", "chromium-browser", "google-chrome"], "Chromium")
    }

    /// Where a program is missing only the kept files are read; on CI it must be there.
    fn find(names: &[&str], title: &str) -> Option<Program> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let found = names
            .iter()
            .flat_map(|name| std::env::split_paths(&path).map(move |folder| folder.join(name)))
            .find(|file| file.is_file());
        let Some(path) = found else {
            assert!(std::env::var_os("CI").is_none(), "CI has no {title}");
            eprintln!("{title} is not installed: only the kept files are read.");
            return None;
        };
        let profile = folder().join(format!("profile-{title}-{}", std::process::id()));
        Some(Program {
            path,
            profile: tempfolder::Profile(profile),
        })
    }

    /// The file in another format, as LibreOffice writes it.
    pub fn convert(&self, file: &Path, suffix: &str) -> PathBuf {
        let out = folder().join("libreoffice");
        let mut command = self.command();
        command.arg(format!(
            "-env:UserInstallation=file://{}",
            self.profile.0.display()
        ));
        command.args(["--headless", "--norestore"]);
        // A web page would else be opened by the web editor, which has no filters for documents.
        if file.extension().is_some_and(|suffix| suffix == "html") && suffix != "html" {
            command.arg("--infilter=HTML (StarWriter)");
        }
        command
            .args(["--convert-to", suffix, "--outdir"])
            .arg(&out)
            .arg(file);
        run(&mut command);
        existing(out.join(file.with_extension(suffix).file_name().unwrap()))
    }

    /// The page as Chromium prints it.
    pub fn print(&self, page: &Path) -> PathBuf {
        let out = page.with_extension("pdf");
        let _ = std::fs::remove_file(&out);
        let mut command = self.command();
        command.args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--no-pdf-header-footer",
        ]);
        command.arg(format!("--user-data-dir={}", self.profile.0.display()));
        command.arg(format!("--print-to-pdf={}", out.display())).arg(page);
        run(&mut command);
        existing(out)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.path);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        command
    }
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} failed: {words}");
}

fn existing(path: PathBuf) -> PathBuf {
    assert!(path.is_file(), "{} was not written", path.display());
    path
}
