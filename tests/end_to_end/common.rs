//! What end-to-end tests share: sites from fixtures, builds, and comparison with what was accepted.

use sala::diagnostic::Report;
use sala::{Built, Request};
use std::path::{Path, PathBuf};

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
            let text = sala::diagnostic::to_terminal(
                &report,
                sala::diagnostic::MessageLanguage::English,
                sala::diagnostic::Style::Plain,
            );
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

/// Runs `describe` on each folder of `tests/broken/<kind>` and compares with its `expected.txt`.
pub fn compare_broken(kind: &str, describe: impl Fn(&Path) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/broken")
        .join(kind);
    let mut cases: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the folder of broken cases")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "no cases in {}", folder.display());
    let accept = std::env::var_os("SALA_ACCEPT").is_some();
    let mut wrong = Vec::new();
    for case in &cases {
        let got = describe(case);
        let path = case.join("expected.txt");
        if accept {
            std::fs::write(&path, &got).expect("the message is written");
            continue;
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if got != expected {
            wrong.push(format!(
                "== {}\n-- expected\n{expected}\n-- got\n{got}",
                case.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
