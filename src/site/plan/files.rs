//! The files that lie beside pages, in `static/` and in the theme → the outputs that are made of them.
//!
//! Of a picture that pages show, smaller ones stand in its place; itself it is published where somebody
//! leads to it, or a template may show it, and without what it says of itself.

use super::{What, resource_path};
use crate::files::kinds;
use crate::image;
use crate::site::Site;
use std::collections::BTreeSet;

/// Adds each, with its path.
pub(super) fn of(site: &Site, add: &mut impl FnMut(String, What)) {
    for source in site.attachments.paths() {
        let path = resource_path(source);
        let picture = site.pictures.get(path);
        if picture.is_some_and(|own| !own.is_published && own.source == source) {
            continue;
        }
        let source = source.to_owned();
        let what = match kinds::ending(&source).as_str() {
            "svg" => What::Drawing { source },
            _ if image::says_of_itself(&source) => What::Photo { source },
            _ => What::Copy { source },
        };
        add(path.to_owned(), what);
    }
    for source in site.theme.files.under("static/") {
        let source = source.to_owned();
        let path = source["static/".len()..].to_owned();
        let what = match image::says_of_itself(&source) {
            true => What::Photo { source },
            false => What::ThemeFile { source },
        };
        add(path, what);
    }
    let fonts = site.fonts.iter().flat_map(|fonts| &fonts.fonts);
    let mut licences = BTreeSet::new();
    for (at, font) in fonts.enumerate() {
        add(font.role.path().to_owned(), What::Font { at });
        licences.extend(font.face.licence(&site.theme.files));
    }
    // It goes wherever the font goes.
    for source in licences {
        add(source.clone(), What::ThemeFile { source });
    }
    for (path, picture) in &*site.pictures {
        if let Some(smaller) = &picture.smaller {
            let path = path.clone();
            add(smaller.jpeg_path(&path), What::Smaller { path });
        }
    }
}

/// What is made together with the JPEG that stands for the picture at `path`.
pub(super) fn beside_jpeg(site: &Site, path: &str) -> Vec<String> {
    let smaller = site.pictures.get(path).and_then(|own| own.smaller.as_ref());
    let files = smaller.map(|own| own.webp_paths(path).map(|(path, _)| path));
    files.into_iter().flatten().collect()
}

/// The file of the picture that would stand at `path`.
pub(super) fn made_from(site: &Site, path: &str) -> String {
    let picture = site.pictures.get(path);
    picture.map_or_else(|| path.to_owned(), |own| own.source.clone())
}
