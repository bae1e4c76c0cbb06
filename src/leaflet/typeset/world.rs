//! What the typesetter may see: the theme's templates and fonts, and one leaflet's data.
//!
//! There is no disk, no network, no clock and no package behind it.

use crate::diagnostic::Place;
use std::collections::HashMap;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Binding, Bytes, Datetime, Duration, Value};
use typst::syntax::{DiagSpanKind, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// Where the theme's files stand for a template.
const THEME: &str = "/theme/";
/// Where the leaflet's data and its code stand.
pub(in crate::leaflet) const DATA: &str = "/data.json";
pub(in crate::leaflet) const CODE: &str = "/qr.svg";
/// Where the interface's words stand.
pub(in crate::leaflet) const WORDS: &str = "/words.json";
/// Where the fonts stand that the site asks for.
pub(in crate::leaflet) const FONTS: &str = "/fonts.json";
/// Where it stands how large its letters are this time.
pub(in crate::leaflet) const ATTEMPT: &str = "/attempt.json";

/// What all leaflets of a build share.
pub(in crate::leaflet) struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// Each with where it stands for the theme's authors.
    templates: HashMap<FileId, (Source, String)>,
}

/// A Typst file of the theme.
pub(in crate::leaflet) struct Template {
    /// In the theme.
    pub(in crate::leaflet) path: String,
    /// In the campaign's folder.
    pub(in crate::leaflet) stands_at: String,
    pub(in crate::leaflet) text: String,
}

impl Shared {
    pub(in crate::leaflet) fn new(fonts: Vec<Font>, templates: Vec<Template>) -> Shared {
        let templates = templates.into_iter().filter_map(|template| {
            let id = file_id(&format!("{THEME}{}", template.path))?;
            Some((id, (Source::new(id, template.text), template.stands_at)))
        });
        Shared {
            library: LazyHash::new(library()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            templates: templates.collect(),
            fonts,
        }
    }

    /// What in the templates is not written as Typst, each with its place; in no order.
    pub(in crate::leaflet) fn slips(&self) -> Vec<(Place, String)> {
        let templates = self.templates.values();
        let slips = templates.flat_map(|(source, stands_at)| {
            let (errors, _) = source.root().errors_and_warnings();
            errors.into_iter().map(move |error| {
                let at = match error.span.get() {
                    DiagSpanKind::Number { num, sub_range, .. } => source.range(num, sub_range),
                    DiagSpanKind::Range { range, .. } => Some(range),
                    DiagSpanKind::Detached => None,
                };
                let place = Place::in_text(stands_at, source.text(), at.unwrap_or_default());
                (place, error.message.to_string())
            })
        });
        slips.collect()
    }

    /// Whether any font has this character.
    pub(in crate::leaflet) fn has_glyph(&self, character: char) -> bool {
        self.fonts
            .iter()
            .any(|font| font.info().coverage.contains(u32::from(character)))
    }

    /// Where a template of the theme stands for its authors; its path in the theme if it is none.
    pub(in crate::leaflet) fn stands_at<'own>(&'own self, path: &'own str) -> &'own str {
        let id = file_id(&format!("{THEME}{path}"));
        let template = id.and_then(|id| self.templates.get(&id));
        template.map_or(path, |(_, stands_at)| stands_at)
    }

    /// Whether there is a font at all.
    pub(in crate::leaflet) fn has_fonts(&self) -> bool {
        !self.fonts.is_empty()
    }
}

/// The typesetter's functions, without the two that could make code of data.
fn library() -> Library {
    let mut library = Library::default();
    let nothing = || Binding::detached(Value::None);
    for name in ["eval", "plugin"] {
        library.global.scope_mut().bind(name.into(), nothing());
        if let Ok(Value::Module(module)) = library.std.write() {
            module.scope_mut().bind(name.into(), nothing());
        }
    }
    library
}

/// One leaflet: a fixed main file, its data and its pictures.
pub(in crate::leaflet) struct LeafletWorld<'shared> {
    shared: &'shared Shared,
    main: Source,
    files: HashMap<FileId, Bytes>,
}

impl<'shared> LeafletWorld<'shared> {
    /// A leaflet set by the template at this path of the theme, with these files; `None` for a path
    /// that is none.
    pub(in crate::leaflet) fn new(
        shared: &'shared Shared,
        template: &str,
        files: Vec<(&str, Bytes)>,
    ) -> Option<LeafletWorld<'shared>> {
        let main = format!(
            "#import \"{THEME}{template}\": leaflet\n#leaflet(json(\"{DATA}\") + json(\"{ATTEMPT}\"), image.with(\"{CODE}\"))\n"
        );
        let files = files.into_iter();
        let files = files.map(|(path, bytes)| Some((file_id(path)?, bytes)));
        Some(LeafletWorld {
            shared,
            main: Source::new(file_id("/main.typ")?, main),
            files: files.collect::<Option<_>>()?,
        })
    }

    /// Where a file stands that a message speaks of, and its text.
    pub(in crate::leaflet) fn template(&self, id: FileId) -> Option<(&str, &Source)> {
        let (source, stands_at) = self.shared.templates.get(&id)?;
        Some((stands_at, source))
    }
}

/// The id of a virtual file. Ids are never given back, so the same few paths serve every leaflet.
fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

impl World for LeafletWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        self.shared
            .templates
            .get(&id)
            .map(|(source, _)| source.clone())
            .ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
