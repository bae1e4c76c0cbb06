//! The TrueType files of a theme → what each is called, how heavy it is, and which of them is meant.

use crate::files::Files;
use rustybuzz::ttf_parser::{self, name_id};

/// A face of a family, in a file of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// Its path in the theme.
    pub path: String,
    pub family: String,
    pub weight: Weight,
    is_italic: bool,
    /// As programs ask for one that is installed.
    full_name: String,
    postscript_name: String,
    pub(super) has_khmer: bool,
}

/// From 1 to 1,000; 400 is regular and 700 bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight(pub u16);

/// All that can be read, in the order of their paths; the others are told by who prints with them.
pub(super) fn of(theme: &Files) -> Vec<Face> {
    let paths = theme.under("fonts/");
    let paths = paths.filter(|path| path.ends_with(".ttf"));
    paths.filter_map(|path| read(theme, path)).collect()
}

fn read(theme: &Files, path: &str) -> Option<Face> {
    let bytes = theme.read(path).ok()?;
    let face = ttf_parser::Face::parse(&bytes, 0).ok()?;
    let name = |id: u16| {
        let names = face.names().into_iter();
        let mut own = names.filter(|name| name.name_id == id && name.is_unicode());
        own.find_map(|name| name.to_string())
    };
    let family = name(name_id::TYPOGRAPHIC_FAMILY).or_else(|| name(name_id::FAMILY))?;
    Some(Face {
        path: path.to_owned(),
        weight: Weight(face.weight().to_number()),
        is_italic: face.is_italic(),
        full_name: name(name_id::FULL_NAME).unwrap_or_default(),
        postscript_name: name(name_id::POST_SCRIPT_NAME).unwrap_or_default(),
        has_khmer: face.glyph_index('ក').is_some(),
        family,
    })
}

/// The upright face of a family, or of the file at this path, whose weight is nearest to what is wanted.
pub(super) fn chosen<'faces>(
    faces: &'faces [Face],
    name: &str,
    wanted: Weight,
) -> Option<&'faces Face> {
    let is_meant = |face: &&Face| {
        face.path == name || (face.family.eq_ignore_ascii_case(name) && !face.is_italic)
    };
    let meant = faces.iter().filter(is_meant);
    meant.min_by_key(|face| (face.weight.0.abs_diff(wanted.0), &face.path))
}

impl Face {
    /// What it is called where it is installed, as CSS can hold it.
    pub(super) fn local_names(&self) -> impl Iterator<Item = &str> {
        let names = [&self.postscript_name, &self.full_name];
        let is_plain = |name: &&str| {
            let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_');
            !name.is_empty() && name.chars().all(fits)
        };
        names.into_iter().map(String::as_str).filter(is_plain)
    }

    /// Where its licence stands in the theme: beside it, `Moul-OFL.txt` for `Moul_400Regular.ttf`.
    pub fn licence(&self, theme: &Files) -> Option<String> {
        let stem = self.path.strip_suffix(".ttf").unwrap_or(&self.path);
        let stem = stem.split_once('_').map_or(stem, |(stem, _)| stem);
        let path = format!("{stem}-OFL.txt");
        theme.contains(&path).then_some(path)
    }
}
