//! What editors, offices, sync folders and operating systems leave among the files of a campaign: the
//! one list of it, for every part of a campaign.
//!
//! In: a name. Out: what becomes of a file or folder that bears it. It does not know the disk.

/// What becomes of a file or folder by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is a part of the campaign.
    Kept,
    /// A program left it there for itself; it is left out and counted.
    LeftBehind,
    /// It begins with a dot, and nobody knows why; it is left out and told.
    Hidden,
    /// A file of this name is in the cloud, and not on this computer.
    InTheCloud,
}

/// Where a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// In a folder that is published as it is, where hosts look for names that begin with a dot.
    InStatic,
    Elsewhere,
}

/// Files and folders of these names, in small letters.
const NAMES: &[&str] = &[
    // Operating systems.
    "$recycle.bin",
    "__macosx",
    "desktop.ini",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "icon\r",
    "lost+found",
    "system volume information",
    "thumbs.db",
    "thumbs.db:encryptable",
    // Storage boxes of offices.
    "#recycle",
    "#snapshot",
    "@eadir",
    "@tmp",
    "_vti_cnf",
    "_vti_pvt",
];

/// How names of files end, in small letters, behind a dot: copies that programs make before they save,
/// files that are not whole yet, and locks.
const ENDINGS: &[&str] = &[
    "!ut",
    "asd",
    "bak",
    "bkp",
    "crdownload",
    "download",
    "laccdb",
    "lck",
    "ldb",
    "old",
    "opdownload",
    "orig",
    "part",
    "partial",
    "rej",
    "save",
    "swn",
    "swo",
    "swp",
    "temp",
    "tmp",
    "wbk",
    "xlk",
];

/// How names begin that programs hide, in small letters and behind the dot.
const HIDDEN_BEGINNINGS: &[&str] = &[
    // What macOS lays beside a file on other disks.
    "_",
    // Emacs's locks.
    "#",
    "~",
    "apdisk",
    "appledb",
    "appledesktop",
    "appledouble",
    "fuse_hidden",
    "goutputstream-",
    "nfs",
    "syncthing.",
    "trash-",
];

/// What programs hide, in small letters and behind the dot.
const HIDDEN: &[&str] = &[
    "bzr",
    "cache",
    "com.apple.timemachine.donotpresent",
    "csscomb.json",
    "directory",
    "documentrevisions-v100",
    "dropbox",
    "dropbox.attr",
    "dropbox.cache",
    "ds_store",
    "editorconfig",
    "empty",
    "fseventsd",
    "git",
    "git-blame-ignore-revs",
    "gitattributes",
    "github",
    "gitignore",
    "gitkeep",
    "gitlab",
    "gitlab-ci.yml",
    "gitmodules",
    "gstmp",
    "hg",
    "hgignore",
    "hidden",
    "history",
    "idea",
    "keep",
    "localized",
    "lowdb",
    "npmignore",
    "obsidian",
    "owncloudsync.log",
    "placeholder",
    "prettierignore",
    "project",
    "sala",
    "settings",
    "spotlight-v100",
    "stfolder",
    "stignore",
    "stversions",
    "svn",
    "sync",
    "sync.ffs_db",
    "temporaryitems",
    "thumbnails",
    "tmp.drivedownload",
    "tmp.driveupload",
    "trash",
    "trashes",
    "venv",
    "vim",
    "volumeicon.icns",
    "vs",
    "vscode",
    "zed",
];

/// How the names of settings of programs begin, in small letters and behind the dot.
const HIDDEN_SETTINGS: &[&str] = &[
    "eslint",
    "markdownlint",
    "prettierrc",
    "stylelint",
    "textlint",
    "vale",
];

/// How hidden names end, in small letters, behind a dot: what editors write besides those of [`ENDINGS`].
const HIDDEN_ENDINGS: &[&str] = &["kate-swp", "lock", "un~", "swpx", "swx"];

/// The hidden names that hosts look for: settings of Apache and PHP, the proofs and contacts of RFC
/// 8615, what tells hosts of repositories that a site is ready, and its domains.
const FOR_HOSTS: &[&str] = &[
    ".domains",
    ".htaccess",
    ".nojekyll",
    ".user.ini",
    ".well-known",
];

/// What becomes of a file, or of a folder with all that is in it.
pub fn fate(name: &str, is_folder: bool, stands: Stands) -> Fate {
    let lower = name.to_ascii_lowercase();
    if is_left_behind(&lower, is_folder) {
        return Fate::LeftBehind;
    }
    match lower.strip_prefix('.') {
        None => Fate::Kept,
        Some(_) if stands == Stands::InStatic && FOR_HOSTS.contains(&name) => Fate::Kept,
        Some(hidden) if !is_folder && hidden.ends_with(".icloud") => Fate::InTheCloud,
        Some(_) => Fate::Hidden,
    }
}

fn is_left_behind(lower: &str, is_folder: bool) -> bool {
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_of_a_program = NAMES.contains(&lower)
        || lower
            .strip_prefix('.')
            .is_some_and(|hidden| is_hidden_by_a_program(hidden, ending));
    if is_folder {
        return is_of_a_program;
    }
    is_of_a_program
        || lower.starts_with("~$")
        || lower.ends_with('~')
        || lower.starts_with("~wr")
        || lower.len() > 1 && lower.starts_with('#') && lower.ends_with('#')
        || lower.ends_with(":zone.identifier")
        || lower != ending && ENDINGS.binary_search(&ending).is_ok()
}

fn is_hidden_by_a_program(hidden: &str, ending: &str) -> bool {
    let begins = |all: &[&str]| all.iter().any(|begin| hidden.starts_with(begin));
    HIDDEN.binary_search(&hidden).is_ok()
        || begins(HIDDEN_BEGINNINGS)
        || begins(HIDDEN_SETTINGS)
        || ENDINGS.binary_search(&ending).is_ok()
        || HIDDEN_ENDINGS.contains(&ending)
        || hidden.ends_with('~')
}

/// The cloud's file that a hidden name stands for: `.water.md.icloud` for `water.md`.
pub fn in_the_cloud(name: &str) -> &str {
    let inner = name.strip_prefix('.').unwrap_or(name);
    inner.rsplit_once('.').map_or(inner, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [ENDINGS, HIDDEN] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn what_programs_leave_behind_is_known_in_any_letters() {
        let file = |name: &str| fate(name, false, Stands::Elsewhere);
        for name in [
            "~$plan.docx",
            "~WRL0001.tmp",
            "water.md~",
            "water.md.~1~",
            "#water.md#",
            ".#water.md",
            "water.BAK",
            "water.md.orig",
            "a.tmp",
            "A.TMP",
            ".DS_Store",
            "._water.md",
            "Thumbs.db",
            "Desktop.ini",
            ".~lock.budget.ods#",
            ".water.md.swp",
            "water.md.swo",
            ".water.md.un~",
            ".goutputstream-AB12CD",
            "film.mp4.crdownload",
            "film.mp4.part",
            ".syncthing.water.md.tmp",
            ".nfs0000000001",
            ".fuse_hidden0001",
            "Icon\r",
            "photo.jpg:Zone.Identifier",
            ".gitignore",
            ".gitkeep",
            ".prettierrc.json",
            ".sala",
        ] {
            assert_eq!(file(name), Fate::LeftBehind, "{name}");
        }
        for name in ["__MACOSX", ".git", ".obsidian", "@eaDir", "$RECYCLE.BIN"] {
            assert_eq!(
                fate(name, true, Stands::InStatic),
                Fate::LeftBehind,
                "{name}"
            );
        }
        for name in [
            "a.docx", "a~$", "part", "old", "~a.md", "bak.md", "#1.md", "tmp", "a.icloud",
        ] {
            assert_eq!(file(name), Fate::Kept, "{name}");
        }
        // A folder is somebody's, whatever its ending.
        for name in ["2024.old", "a.tmp", "a~"] {
            assert_eq!(fate(name, true, Stands::Elsewhere), Fate::Kept, "{name}");
        }
    }

    #[test]
    fn hidden_names_are_told_but_for_those_that_hosts_need() {
        for name in FOR_HOSTS {
            assert_eq!(fate(name, false, Stands::InStatic), Fate::Kept, "{name}");
            assert_eq!(fate(name, false, Stands::Elsewhere), Fate::Hidden, "{name}");
        }
        for name in [".env", ".htpasswd", ".secret.md", ".HTACCESS", ".plan"] {
            assert_eq!(fate(name, false, Stands::InStatic), Fate::Hidden, "{name}");
        }
        let cloud = ".water.md.icloud";
        assert_eq!(fate(cloud, false, Stands::Elsewhere), Fate::InTheCloud);
        assert_eq!(in_the_cloud(cloud), "water.md");
    }
}
