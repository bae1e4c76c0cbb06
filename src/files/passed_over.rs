//! What the walker passes over: what programs left behind, what is hidden, and what lies beside the
//! parts of a campaign.

use super::left_behind::{self, Fate, Stands};
use super::{PARTS, beside, shown};
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use std::path::{Path, PathBuf};

/// What the walker did not go into.
#[derive(Default)]
pub(super) struct PassedOver {
    pub(super) left_behind: usize,
    /// Hidden, and nobody knows why.
    hidden: Vec<PathBuf>,
    /// What lies beside the parts of the campaign.
    beside: Vec<beside::Entry>,
}

impl PassedOver {
    /// Whether an entry is looked at; what is not is remembered.
    pub(super) fn is_ours(&mut self, root: &Path, entry: &walkdir::DirEntry) -> bool {
        let is_folder = entry.file_type().is_dir();
        match fate_below(root, entry.path(), is_folder) {
            Some(Fate::Kept) => return true,
            Some(Fate::LeftBehind) => self.left_behind += 1,
            Some(Fate::Hidden | Fate::InTheCloud) => self.hidden.push(entry.path().to_owned()),
            None => self.beside.push(beside::Entry {
                name: entry.file_name().to_owned(),
                is_folder,
            }),
        }
        false
    }

    /// Tells of what is hidden, and of what beside the parts looks as if it belonged to one of them.
    pub(super) fn tell(&self, root: &Path, report: &mut Report) {
        for path in &self.hidden {
            report.push(told_of_hidden(path, &shown(root, path)));
        }
        beside::check(root, &self.beside, report);
    }
}

/// What becomes of a file or folder below a campaign's; nothing if it is in none of its parts.
fn fate_below(root: &Path, path: &Path, is_folder: bool) -> Option<Fate> {
    let below = path.strip_prefix(root).ok()?;
    let mut names = below.iter();
    let part = names.next()?;
    if !PARTS.iter().any(|own| part == *own) {
        return None;
    }
    let Some(name) = names.next_back() else {
        return Some(Fate::Kept);
    };
    // `themes/mine/static/` is published as `static/` is.
    let is_static =
        part == "static" || part == "themes" && names.nth(1).is_some_and(|name| name == "static");
    let stands = match is_static {
        true => Stands::InStatic,
        false => Stands::Elsewhere,
    };
    // A name that is no text is told as such, unless it is hidden.
    Some(match name.to_str() {
        Some(name) => left_behind::fate(name, is_folder, stands),
        None if name.as_encoded_bytes().starts_with(b".") => Fate::Hidden,
        None => Fate::Kept,
    })
}

/// Whether a file or folder at this path, or one that was there, is a part of the campaign at `root`.
pub fn may_be_ours(root: &Path, path: &Path) -> bool {
    let is_kept = |path: &Path, is_folder| fate_below(root, path, is_folder) == Some(Fate::Kept);
    let above = path.ancestors().skip(1);
    let mut above = above.take_while(|folder| *folder != root);
    is_kept(path, false) && above.all(|folder| is_kept(folder, true))
}

fn told_of_hidden(path: &Path, shown: &str) -> Diagnostic {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let place = Place::file(shown);
    let is_in_the_cloud =
        left_behind::fate(&name, false, Stands::Elsewhere) == Fate::InTheCloud && !path.is_dir();
    match &*name {
        name if is_in_the_cloud => {
            let name = left_behind::in_the_cloud(name);
            diagnostic!(codes::files::IN_THE_CLOUD, place, name = name)
        }
        ".htpasswd" => diagnostic!(codes::files::HIDDEN_PASSWORDS, place),
        _ => diagnostic!(codes::files::HIDDEN, place, path = shown),
    }
}
