//! What end-to-end tests share: sites from fixtures, builds, and comparison with what was accepted.

use sala::diagnostic::{MessageLanguage, Report, Style, to_terminal};
use sala::{Built, Request};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the site at `root` into `output`, as on a fixed day.
pub fn build(root: &Path, output: &Path) -> (Option<Built>, Report) {
    let request = Request {
        root: root.to_owned(),
        output: output.to_owned(),
        base_url: None,
        drafts: false,
        today: jiff::civil::date(2026, 11, 24),
    };
    sala::build(&request, &|_, _| {})
}

/// Stands between the messages in English and those in Khmer.
pub const IN_KHMER: &str = "--- ខ្មែរ ---\n";

/// All messages, first in English, then in Khmer.
pub fn messages(report: &Report) -> String {
    let report = &report.clone().telling_accepted();
    let english = to_terminal(report, MessageLanguage::English, Style::Plain);
    let khmer = to_terminal(report, MessageLanguage::Khmer, Style::Plain);
    format!("{english}{IN_KHMER}{khmer}")
}

/// Compares messages with those of `tests/refused/<code>.txt`; `SALA_ACCEPT=1` writes them anew.
#[track_caller]
pub fn compare_with_accepted(code: &str, messages: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/refused/{code}.txt"));
    if std::env::var_os("SALA_ACCEPT").is_some() {
        std::fs::write(&path, messages).expect("the messages are written");
        return;
    }
    let accepted = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(
        accepted == messages,
        "{code}\n-- expected\n{accepted}\n-- got\n{messages}"
    );
}

/// A campaign written from a fixture, and where it is built.
pub struct Campaign {
    folder: tempfile::TempDir,
}

impl Campaign {
    /// Writes the files of a fixture: a line `//- content/water.md` starts each file.
    pub fn write(fixture: &str) -> Campaign {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let campaign = Campaign { folder };
        let mut current: Option<(PathBuf, String)> = None;
        for line in fixture.split_inclusive('\n').chain(["//- "]) {
            if let Some(path) = line.strip_prefix("//- ") {
                if let Some((path, text)) = current.take() {
                    std::fs::create_dir_all(path.parent().expect("a file has a folder"))
                        .expect("the folder is made");
                    std::fs::write(path, text).expect("the file is written");
                }
                current = Some((campaign.root().join(path.trim()), String::new()));
            } else if let Some((_, text)) = &mut current {
                text.push_str(line);
            }
        }
        campaign
    }

    pub fn root(&self) -> PathBuf {
        self.folder.path().join("campaign")
    }

    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Builds it; any error fails the test with its message.
    pub fn build(&self) -> Built {
        let (built, report) = build(&self.root(), &self.site());
        built.unwrap_or_else(|| {
            let text = messages(&report);
            panic!("the campaign was not built:\n{text}")
        })
    }

    /// A file of the built site.
    pub fn read(&self, path: &str) -> String {
        let path = self.site().join(path);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub fn has(&self, path: &str) -> bool {
        self.site().join(path).exists()
    }
}

/// Files by their path below a folder.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// The bytes of all files below a folder, which need not be there.
pub fn tree_size(folder: &Path) -> u64 {
    let files = match folder.exists() {
        true => tree(folder),
        false => Tree::new(),
    };
    files.values().map(|bytes| bytes.len() as u64).sum()
}

/// Every file below a folder.
pub fn tree(folder: &Path) -> Tree {
    let mut files = Tree::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let entries =
            std::fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display()));
        for entry in entries {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it stands below");
                let name = name.to_string_lossy().replace('\\', "/");
                files.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

/// The path that an environment variable names.
pub fn tool(variable: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| {
        panic!("{variable} is not set: run `./build.sh test`, which installs what tests need")
    })
}

/// What a program prints; it must be there and succeed.
pub fn run(command: &mut Command) -> String {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().unwrap_or_else(|error| {
        panic!("`{program}` cannot be run ({error}): `./build.sh test` installs it")
    });
    assert!(
        output.status.success(),
        "`{program}` failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}
