//! What lies in a campaign's folder beside its parts → what looks as if it belonged to one of them.
//!
//! A campaign may share its folder with anything: a repository, a built site, notes. So only that is
//! told which somebody plainly meant for the site: a folder whose name is nearly a part's, a folder of
//! pictures or pages under a name that other programs look for, a page. A name that begins with `_` is
//! left alone.

use super::kinds::{self, Kind};
use super::{FILE, PARTS, copies, open_plain};
use crate::diagnostic::{Place, Report, codes, diagnostic, is_one_slip};
use std::ffi::OsString;
use std::io::Read;
use std::path::Path;
use walkdir::WalkDir;

/// A file or folder at the top that is no part of a campaign.
pub(super) struct Entry {
    pub(super) name: OsString,
    pub(super) is_folder: bool,
}

/// Folders in which people and other programs keep what a site shows, in small letters.
const FOLDERS: &[&str] = &[
    "articles", "image", "images", "img", "imgs", "media", "pages", "photo", "photos", "pics",
    "picture", "pictures", "posts", "uploads",
];

/// How many files of such a folder are looked at, and how deep.
const MOST_LOOKED_AT: usize = 200;
const DEEPEST: usize = 3;

/// Tells of what belongs to a part of the campaign at `root`, and does not stand in it.
pub(super) fn check(root: &Path, entries: &[Entry], report: &mut Report) {
    let has_settings = root.join(FILE).exists();
    for Entry { name, is_folder } in entries {
        // Nothing of ours has a name that is no text.
        let Some(name) = name.to_str().filter(|name| is_looked_at(name)) else {
            continue;
        };
        match is_folder {
            true => check_folder(root, name, report),
            false => check_file(root, name, has_settings, entries, report),
        }
    }
}

/// A front page may have lost its folder; else people hide things so.
fn is_looked_at(name: &str) -> bool {
    !name.starts_with(['.', '_']) || name.starts_with("_index.")
}

fn check_folder(root: &Path, name: &str, report: &mut Report) {
    let lower = name.to_lowercase();
    let place = || Place::file(name);
    let nearly = PARTS.iter().find(|part| {
        // Of short names, many are one letter from each other.
        let is_slip = part.len() > 4 && is_one_slip(&lower, part);
        **part != FILE && (lower == **part || is_slip || lower == format!("{part}s"))
    });
    if let Some(part) = nearly {
        if holds(root, name, |_| true) {
            report.push(diagnostic!(
                codes::files::NEARLY_A_PART,
                place(),
                name = name,
                part = part
            ));
        }
    } else if FOLDERS.contains(&lower.as_str())
        && holds(root, name, |kind| {
            matches!(kind, Kind::Page | Kind::Picture)
        })
    {
        report.push(diagnostic!(codes::files::BESIDE, place(), name = name));
    }
}

/// Whether a folder holds a file of such a kind.
fn holds(root: &Path, name: &str, is_such: impl Fn(Kind) -> bool) -> bool {
    let files = WalkDir::new(root.join(name)).max_depth(DEEPEST).into_iter();
    let files = files.take(MOST_LOOKED_AT).filter_map(Result::ok);
    let mut files = files.filter(|entry| entry.file_type().is_file());
    files.any(|entry| is_such(kinds::kind(&entry.file_name().to_string_lossy())))
}

fn check_file(root: &Path, name: &str, has_settings: bool, entries: &[Entry], report: &mut Report) {
    let place = || Place::file(name);
    let lower = name.to_lowercase();
    let is_settings = |lower: &str| lower == FILE || is_one_slip(lower, FILE);
    let meant = kinds::meant_by(&lower, |name| name == FILE);
    if is_settings(&lower) || meant.is_some() {
        report.push(match has_settings {
            true => diagnostic!(codes::files::SETTINGS_TWICE, place(), name = name),
            false => diagnostic!(codes::files::MISNAMED_SETTINGS, place(), name = name),
        });
        return;
    }
    let is_there = |beside: &str| beside == FILE || entries.iter().any(|own| own.name == beside);
    match copies::original(name, is_there) {
        // Others than the settings are none of our business.
        Some((original, sign)) if original == FILE && sign != copies::Sign::Text => {
            report.push(copies::told(name, &original));
        }
        _ if is_page(root, name, &lower) => {
            report.push(diagnostic!(codes::files::PAGE_BESIDE, place(), name = name));
        }
        _ => {}
    }
}

/// Whether it is a page, and no notes of a repository: it has the name of a page, or settings.
fn is_page(root: &Path, name: &str, lower: &str) -> bool {
    let Some(stem) = kinds::without_ending(lower) else {
        return false;
    };
    let stem = stem.split('.').next().unwrap_or(stem);
    if matches!(stem, "index" | "_index") {
        return true;
    }
    let mut begin = [0; 16];
    let read = open_plain(&root.join(name)).and_then(|(mut file, _)| file.read(&mut begin));
    let begin = &begin[..read.unwrap_or(0)];
    let begin = begin.strip_prefix(b"\xef\xbb\xbf").unwrap_or(begin);
    begin.trim_ascii_start().starts_with(b"+++")
}
