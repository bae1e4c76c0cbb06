//! Tables as clerks keep them: each folder of `tests/tables` is a campaign whose published tables are
//! exactly those of its folder `expected`, and whose messages are those of its `expected.txt`.
//!
//! `SALA_ACCEPT=1` writes both anew; read the difference.

use crate::common;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The published tables by their names.
fn tables(folder: &Path) -> BTreeMap<String, String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return BTreeMap::new();
    };
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy();
            let text = std::fs::read_to_string(&path).expect("a table");
            (name.into_owned(), text)
        })
        .collect()
}

#[test]
fn tables_of_clerks_are_published_as_they_are_meant() {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables");
    let entries = std::fs::read_dir(all).expect("the folder of tables");
    let mut folders: Vec<PathBuf> = entries.map(|it| it.expect("an entry").path()).collect();
    folders.sort();
    assert!(folders.len() >= 3, "{folders:?}");
    let mut wrong = Vec::new();
    for folder in folders {
        let output = tempfile::tempdir().expect("a temporary folder");
        let site = output.path().join("site");
        let (_, report) = common::build(&folder, &site);
        let messages = common::messages(&report);
        let published = tables(&site.join("data"));
        let (expected, told) = (folder.join("expected"), folder.join("expected.txt"));
        if std::env::var_os("SALA_ACCEPT").is_some() {
            let _ = std::fs::remove_dir_all(&expected);
            std::fs::create_dir_all(&expected).expect("a folder");
            for (name, text) in &published {
                std::fs::write(expected.join(name), text).expect("the table is written");
            }
            std::fs::write(&told, &messages).expect("the messages are written");
        }
        if std::fs::read_to_string(&told).unwrap_or_default() != messages {
            wrong.push(format!("== {}\n{messages}", told.display()));
        }
        if tables(&expected) != published {
            wrong.push(format!("== {}\n{published:#?}", expected.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
