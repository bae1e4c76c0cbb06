//! The [`Press`]: made once from the theme, it prints any number of leaflets.

mod card;
mod columns;
mod estimate;
mod example;
mod excess;
mod families;
mod fit;
mod length;
mod parallel;
mod picture;
mod prepare;
mod qr;
mod trial;
mod world;

pub use super::format::Format;
use super::format::Screen;
pub use parallel::{in_parallel, on_its_own};
pub(super) use picture::{Tones, for_paper};
pub(super) use world::Shared;

use super::address::breakable;
use super::audit::{self, Names, audit};
use super::document::Leaflet;
use super::format;
use super::impose::Opens;
use super::{export, impose, text_layer};
use crate::content::kinds;
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use crate::files::Files;
use crate::store::{Key, KeyBuilder};
use crate::theme;
use estimate::Estimate;
use families::Families;
use fit::{Foot, Set, Setting, Tables, fit};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};
use typst::foundations::Bytes;
use typst::text::Font;
use typst_layout::PagedDocument;
use world::{LeafletWorld, Template};

/// The theme's leaflet formats, templates and fonts, ready to print.
pub struct Press {
    shared: Shared,
    /// For paper.
    formats: BTreeMap<String, Format>,
    /// Those for screens.
    screens: BTreeMap<String, Screen>,
    /// The kinds of pages that have a template of their own, which is set in the place of a format's.
    kinds: BTreeSet<String>,
    /// The interface's words by language, as templates read them.
    words: BTreeMap<String, Bytes>,
    /// Those of the theme's fonts.
    families: Families,
    /// Stands for all of the above in a document's identifier.
    fingerprint: blake3::Hash,
}

/// A leaflet as PDF files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Pages in reading order, tagged: for a screen.
    pub reading: Vec<u8>,
    /// Sheets with fold marks: for a printer.
    pub print: Vec<u8>,
    /// How many pages there are in reading order.
    pub pages: usize,
}

impl Printed {
    /// All of it in one piece, for [`Printed::read`].
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(16 + self.reading.len() + self.print.len());
        bytes.extend((self.pages as u64).to_le_bytes());
        bytes.extend((self.reading.len() as u64).to_le_bytes());
        bytes.extend(&self.reading);
        bytes.extend(&self.print);
        bytes
    }

    /// What was written by [`Printed::bytes`].
    pub(super) fn read(mut bytes: Vec<u8>) -> Option<Printed> {
        let (pages, rest) = bytes.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let pages = usize::try_from(u64::from_le_bytes(*pages)).ok()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let head = bytes.len() - rest.len();
        (length <= rest.len()).then(|| {
            let print = bytes.split_off(head + length);
            bytes.drain(..head);
            Printed {
                reading: bytes,
                print,
                pages,
            }
        })
    }
}

/// What a template is given, beside the leaflet.
#[derive(Serialize)]
struct Data<'leaflet> {
    #[serde(flatten)]
    leaflet: &'leaflet Leaflet,
    /// What text is set in, so that its lines end where U+200B stands.
    set_in: &'leaflet str,
    /// The address with places where a line may break.
    address_text: String,
    /// The same of what is printed beside the code.
    typed_text: String,
    document_title: String,
    document_description: String,
    document_author: String,
    /// Says that figures are an example, if any are.
    synthetic: &'leaflet str,
    format: &'leaflet str,
    /// In millimetres.
    page: (f64, f64),
    /// In points.
    text: f64,
    smallest_text: f64,
    pages: usize,
}

/// The same for each attempt to make it fit.
#[derive(Serialize)]
struct Attempt {
    scale: f64,
    snug: bool,
    whole: bool,
    whole_charts: bool,
}

impl Press {
    /// Reads `leaflet/*.toml`, `leaflet/*.typ`, `kinds/*/leaflet.typ`, `fonts/*.ttf` and
    /// `strings/*.toml` of a theme.
    ///
    /// Without a press, the report holds an error.
    pub fn new(theme: &Files, report: &mut Report) -> Option<Press> {
        let mut found = Report::new();
        let press = Press::read(theme, &mut found);
        let stopped = found.stop_if_errors();
        report.extend(found.of_configuration());
        stopped.ok()?;
        press
    }

    fn read(theme: &Files, report: &mut Report) -> Option<Press> {
        let mut hasher = blake3::Hasher::new();
        let mut fonts = Vec::new();
        let mut families = Families::default();
        for path in theme.under("fonts/").filter(|path| path.ends_with(".ttf")) {
            let bytes = theme
                .read(path)
                .map_err(|problem| report.push(problem))
                .ok()?;
            hasher.update(&bytes);
            let before = fonts.len();
            fonts.extend(Font::iter(Bytes::new(text_layer::lean(bytes))));
            if fonts.len() == before {
                let place = Place::file(theme.stands_at(path));
                report.push(diagnostic!(codes::leaflet::FONT, place));
            }
            families.add(path, &fonts[before..]);
        }
        let text = |path: &str, report: &mut Report| {
            theme
                .text(path)
                .map_err(|problem| report.push(problem))
                .ok()
        };
        let mut templates = Vec::new();
        let mut kinds = BTreeSet::new();
        for path in theme.under(kinds::FOLDER) {
            let below = path[kinds::FOLDER.len()..].split_once('/');
            let Some((kind, kinds::LEAFLET_TEMPLATE)) = below else {
                continue;
            };
            kinds.insert(kind.to_owned());
            templates.push(template(theme, path, &mut hasher, report)?);
        }
        let (mut formats, mut screens) = (BTreeMap::new(), BTreeMap::new());
        for path in theme.under("leaflet/") {
            if path.ends_with(".typ") {
                templates.push(template(theme, path, &mut hasher, report)?);
            } else if path.ends_with(".toml") {
                let text = text(path, report)?;
                hasher.update(text.as_bytes());
                let exists = |path: &str| theme.contains(path);
                let stands_at = |path: &str| exists(path).then(|| theme.stands_at(path).to_owned());
                let path = theme.stands_at(path);
                if format::is_for_screens(&text) {
                    let format = format::read_screen(path, &text, stands_at, report);
                    screens.extend(format.map(|format| (format.name.clone(), format)));
                } else if let Some(format) = format::read(path, &text, exists, report) {
                    formats.insert(format.name.clone(), format);
                }
            }
        }
        let mut words = BTreeMap::new();
        for path in theme.under("strings/") {
            let language = path["strings/".len()..].strip_suffix(".toml");
            let Some(language) = language else { continue };
            let text = text(path, report)?;
            hasher.update(text.as_bytes());
            let mut strings = theme::built_in_words("en");
            strings.extend(theme::built_in_words(language));
            strings.extend(theme::strings(theme.stands_at(path), &text, report)?);
            let json = serde_json::to_vec(&strings).expect("strings are JSON");
            words.insert(language.to_owned(), Bytes::new(prepare::printable(&json)));
        }
        let shared = Shared::new(fonts, templates);
        // Whether a page asks for it or not.
        for (place, reason) in shared.slips() {
            report.push(diagnostic!(
                codes::leaflet::TEMPLATE,
                place,
                reason = reason
            ));
        }
        if !formats.is_empty() && !shared.has_fonts() {
            report.push(diagnostic!(codes::leaflet::FONT, Place::file("fonts")));
        }
        Some(Press {
            shared,
            formats,
            screens,
            kinds,
            words,
            families,
            fingerprint: hasher.finalize(),
        })
    }

    /// The names of the formats for paper, sorted.
    pub fn formats(&self) -> Vec<&str> {
        self.formats.keys().map(String::as_str).collect()
    }

    /// The format of this name.
    pub fn format(&self, name: &str) -> Option<&Format> {
        self.formats.get(name)
    }

    /// Stands for a leaflet in one of the formats: the same for the same leaflet, theme, format, and
    /// source of this program. `leaflet` stands for all of it but the bytes of its pictures, which come in
    /// the order of their names.
    pub fn key<'picture>(
        &self,
        leaflet: blake3::Hash,
        pictures: impl Iterator<Item = &'picture Vec<u8>>,
        format: &Format,
    ) -> Option<Key> {
        let key = KeyBuilder::new("leaflet")
            .part(self.fingerprint.as_bytes())
            .part(format.name.as_bytes())
            .part(leaflet.as_bytes());
        let key = pictures.fold(key, |key, bytes| key.part(blake3::hash(bytes).as_bytes()));
        Some(key.key())
    }

    /// Prints a leaflet in one of the formats, with warnings; what has no place of its own in the theme
    /// is reported at `place`.
    pub fn print(
        &self,
        leaflet: &Leaflet,
        format: &Format,
        place: &Place,
    ) -> Result<(Printed, Report), Report> {
        let printed = self.print_unexplained(leaflet, format, place);
        printed.map_err(|found| self.explained(found, leaflet, format, place))
    }

    /// What fails in a template is the template's fault only if it prints no other leaflet either.
    fn explained(
        &self,
        found: Report,
        leaflet: &Leaflet,
        format: &Format,
        place: &Place,
    ) -> Report {
        let sorted = found.sorted();
        let is_too_long = |one: &&Diagnostic| std::ptr::eq(one.code, &codes::leaflet::TOO_LONG);
        if sorted.iter().any(is_too_long) && !self.holds_anything(leaflet, format) {
            let template = self.template_of(leaflet, format);
            return Report::of(diagnostic!(
                codes::leaflet::TEMPLATE_PAGES,
                Place::file(self.shared.stands_at(&template)),
                format = &format.name,
                pages = format.rules.pages
            ));
        }
        if !sorted.iter().any(|one| blames_a_template(one)) || !self.prints_others(leaflet, format)
        {
            return found;
        }
        let mut report = Report::new();
        for one in sorted {
            report.push(match blames_a_template(one) {
                true => diagnostic!(
                    codes::leaflet::UNPRINTABLE,
                    place.clone(),
                    format = &format.name,
                    reason = one.argument("reason")
                ),
                false => one.clone(),
            });
        }
        report
    }

    /// Whether a leaflet without a word, of the same kind, is short enough for the format.
    fn holds_anything(&self, leaflet: &Leaflet, format: &Format) -> bool {
        let empty = Leaflet {
            kind: leaflet.kind.clone(),
            blocks: Vec::new(),
            ..trial::leaflet()
        };
        let printed = self.print_unexplained(&empty, format, &Place::Site);
        let is_too_long = |one: &Diagnostic| std::ptr::eq(one.code, &codes::leaflet::TOO_LONG);
        !printed.is_err_and(|found| found.sorted().into_iter().any(is_too_long))
    }

    /// Whether the format prints a leaflet of ordinary text, which says of itself what this one does.
    fn prints_others(&self, leaflet: &Leaflet, format: &Format) -> bool {
        let other = Leaflet {
            kind: leaflet.kind.clone(),
            facts: leaflet.facts.clone(),
            ..trial::leaflet()
        };
        let printed = self.print_unexplained(&other, format, &Place::Site);
        let blamed = printed.map_err(|found| found.sorted().into_iter().any(blames_a_template));
        !matches!(blamed, Err(true))
    }

    fn print_unexplained(
        &self,
        leaflet: &Leaflet,
        format: &Format,
        place: &Place,
    ) -> Result<(Printed, Report), Report> {
        let names = Names {
            place,
            pictures: &leaflet.pictures,
            notices: leaflet.notices.iter().map(|said| plain(said)).collect(),
        };
        let leaflet = prepared(leaflet, place)?;
        let qr = qr::svg(&leaflet.address).ok_or_else(|| no_code(&leaflet, place))?;
        if let Some(times) = length::times_too_long(&leaflet.blocks, &format.rules) {
            return Err(Report::of(diagnostic!(
                codes::leaflet::FAR_TOO_LONG,
                place.clone(),
                times = times,
                pages = format.rules.pages,
                format = &format.name
            )));
        }
        let data = self.data(&leaflet, format);
        let identifier = self.identifier(&data, format);
        let mut files: Vec<(&str, Bytes)> = leaflet
            .pictures
            .iter()
            .map(|(file, bytes)| (file.as_str(), Bytes::new(bytes.clone())))
            .collect();
        files.push((world::DATA, Bytes::new(data)));
        files.push((world::WORDS, self.words(&leaflet.language)));
        files.push((world::FONTS, self.families.told(&leaflet.fonts)));
        files.push((world::CODE, Bytes::new(qr.into_bytes())));
        let estimate = Estimate::of(&leaflet, &format.rules);
        let template = self.template_of(&leaflet, format);
        let set = |setting: Setting| {
            let attempt = Attempt {
                scale: setting.scale,
                snug: setting.foot == Foot::AfterTheText,
                whole: setting.tables == Tables::Whole,
                whole_charts: setting.tables != Tables::TornWithCharts,
            };
            let attempt = serde_json::to_vec(&attempt).expect("a number and two truths are JSON");
            let mut files = files.clone();
            files.push((world::ATTEMPT, Bytes::new(attempt)));
            let (document, warnings) = self.set(&template, files, place)?;
            Ok(Set {
                scale: setting.scale,
                tables: setting.tables,
                end: fit::end(&document, format.rules.columns),
                document,
                warnings,
            })
        };
        let spoken = || text_layer::Spoken::of(&leaflet.language);
        let mut largest = format.rules.largest_scale();
        let (joined, mut found) = loop {
            let own = fit(format, &names, &estimate, largest, set)?;
            let joined = text_layer::joined(&own.document, spoken());
            let mut found = audit(&joined, format, &self.shared, &names);
            found.extend(own.warnings);
            if !found.has_errors() {
                break (joined, found);
            }
            // What has no room in large letters may have some in smaller ones.
            largest = own.scale * SMALLER;
            if largest < format.rules.smallest_scale || !found.sorted().into_iter().any(lacks_room)
            {
                return Err(found);
            }
        };
        let left_out = match format.rules.excerpt {
            true => None,
            false => audit::unprinted(&joined, &leaflet),
        };
        if let Some(text) = left_out {
            found.push(diagnostic!(
                codes::leaflet::LEFT_OUT,
                place.clone(),
                text = text,
                format = &format.name
            ));
        }
        let composed = text_layer::composed(&joined);
        let refused = |problems: typst::ecow::EcoVec<SourceDiagnostic>| {
            let mut report = found.clone();
            problems
                .iter()
                .for_each(|problem| report.push(explained(problem, None, place)));
            report
        };
        let opens = match leaflet.direction.as_str() {
            "rtl" => Opens::FromTheRight,
            _ => Opens::FromTheLeft,
        };
        let sides = impose::lay_out(&composed.document, &format.rules, opens);
        let exported = export::export(&composed, &sides, &identifier).map_err(&refused)?;
        let printed = Printed {
            reading: exported.reading,
            print: exported.print,
            pages: composed.document.pages().len(),
        };
        Ok((printed, found))
    }

    /// The path in the theme of what sets a leaflet: its kind's own template, or the format's.
    fn template_of(&self, leaflet: &Leaflet, format: &Format) -> String {
        let kind = &leaflet.kind;
        match self.kinds.contains(kind) {
            true => format!("{}{kind}/{}", kinds::FOLDER, kinds::LEAFLET_TEMPLATE),
            false => format.rules.template_path(),
        }
    }

    /// What the template is given.
    fn data(&self, leaflet: &Leaflet, format: &Format) -> Vec<u8> {
        let rules = &format.rules;
        let data = Data {
            leaflet,
            set_in: text_layer::stand_in(&leaflet.language),
            address_text: breakable(&leaflet.address),
            typed_text: breakable(match &*leaflet.short_address {
                "" => &leaflet.address,
                short => short,
            }),
            document_title: plain(&leaflet.title),
            document_description: plain(&leaflet.description),
            document_author: plain(&leaflet.organisation),
            synthetic: example::first_notice(&leaflet.blocks).unwrap_or_default(),
            format: &format.name,
            page: (rules.page.width, rules.page.height),
            text: rules.text,
            smallest_text: rules.smallest_text,
            pages: rules.pages,
        };
        let json = serde_json::to_vec(&data).expect("strings, numbers and lists are JSON");
        prepare::printable(&json)
    }

    /// The interface's words in a language, which templates are given too.
    fn words(&self, language: &str) -> Bytes {
        let known = [language, "en"].into_iter();
        let words = known.filter_map(|tag| self.words.get(tag)).next();
        words.cloned().unwrap_or_else(|| Bytes::from_string("{}"))
    }

    /// Sets the pages.
    fn set(
        &self,
        template: &str,
        files: Vec<(&str, Bytes)>,
        place: &Place,
    ) -> Result<(PagedDocument, Report), Report> {
        let Some(world) = LeafletWorld::new(&self.shared, template, files) else {
            return Err(Report::of(diagnostic!(
                codes::leaflet::TEMPLATE,
                Place::file(template),
                reason = "its path is no path"
            )));
        };
        let result = typst::compile::<PagedDocument>(&world);
        let told = |problems: &[SourceDiagnostic]| {
            let mut report = Report::new();
            for problem in problems {
                report.push(explained(problem, Some(&world), place));
            }
            report
        };
        let mut warnings = told(&result.warnings);
        match result.output {
            Ok(document) => Ok((document, warnings)),
            Err(problems) => {
                warnings.extend(told(&problems));
                Err(warnings)
            }
        }
    }

    /// The document's identifier: the same for the same leaflet, theme and format.
    fn identifier(&self, data: &[u8], format: &Format) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.fingerprint.as_bytes());
        hasher.update(format.name.as_bytes());
        hasher.update(data);
        hasher.finalize().to_hex().to_string()
    }
}

/// A Typst file of the theme.
fn template(
    theme: &Files,
    path: &str,
    hasher: &mut blake3::Hasher,
    report: &mut Report,
) -> Option<Template> {
    let text = theme.text(path);
    let text = text.map_err(|problem| report.push(problem)).ok()?;
    hasher.update(text.as_bytes());
    Some(Template {
        path: path.to_owned(),
        stands_at: theme.stands_at(path).to_owned(),
        text,
    })
}

/// How much smaller letters are tried next, where something has no room on its page.
const SMALLER: f64 = 0.94;

/// Whether it is told that something is higher than its page or stands on something else.
fn lacks_room(problem: &Diagnostic) -> bool {
    let of_room = [&codes::leaflet::TOO_HIGH, &codes::leaflet::OVERLAP];
    of_room.iter().any(|code| std::ptr::eq(problem.code, *code))
}

fn blames_a_template(problem: &Diagnostic) -> bool {
    let of_a_template = [
        &codes::leaflet::TEMPLATE,
        &codes::leaflet::BUILT_IN_TEMPLATE,
    ];
    of_a_template
        .iter()
        .any(|code| std::ptr::eq(problem.code, *code))
}

/// What can be known of a leaflet before it is printed.
pub(super) fn check(leaflet: &Leaflet, place: &Place) -> Result<(), Report> {
    if !prepare::is_flat_enough(leaflet) {
        return Err(too_deep(place));
    }
    match crate::qr::has_code(&leaflet.address) {
        true => Ok(()),
        false => Err(no_code(leaflet, place)),
    }
}

/// The leaflet ready to be set.
fn prepared(leaflet: &Leaflet, place: &Place) -> Result<Leaflet, Report> {
    prepare::prepare(leaflet).map_err(|prepare::TooDeep| too_deep(place))
}

fn too_deep(place: &Place) -> Report {
    let limit = prepare::DEEPEST;
    Report::of(diagnostic!(
        codes::leaflet::TOO_DEEP,
        place.clone(),
        limit = limit
    ))
}

fn no_code(leaflet: &Leaflet, place: &Place) -> Report {
    let address = &leaflet.address;
    Report::of(diagnostic!(
        codes::leaflet::ADDRESS,
        place.clone(),
        address = address
    ))
}

/// What the typesetter says, at its place in the theme if it has one there.
fn explained(
    problem: &SourceDiagnostic,
    world: Option<&LeafletWorld<'_>>,
    place: &Place,
) -> Diagnostic {
    let spot = world.and_then(|world| {
        let (stands_at, source) = world.template(problem.span.id()?)?;
        let range = world.range(problem.span)?;
        Some(Place::in_text(stands_at, source.text(), range))
    });
    let place = spot.unwrap_or_else(|| place.clone());
    let is_built_in = place
        .path()
        .is_some_and(|path| path.starts_with(theme::BUILT_IN_FOLDER));
    let reason = &problem.message;
    match problem.severity {
        Severity::Error if is_built_in => {
            diagnostic!(codes::leaflet::BUILT_IN_TEMPLATE, place, reason = reason)
        }
        Severity::Error => diagnostic!(codes::leaflet::TEMPLATE, place, reason = reason),
        Severity::Warning => {
            diagnostic!(codes::leaflet::TEMPLATE_WARNING, place, reason = reason)
        }
    }
}

/// Text without the places where its lines may break.
fn plain(text: &str) -> String {
    text.replace('\u{200b}', "")
}

#[cfg(test)]
mod tests {
    use super::Printed;

    #[test]
    fn a_leaflet_that_is_kept_is_read_back_whole() {
        let printed = Printed {
            reading: b"reading".to_vec(),
            print: b"print".to_vec(),
            pages: 6,
        };
        let bytes = printed.bytes();
        assert_eq!(Printed::read(bytes.clone()), Some(printed));
        for length in 0..23 {
            assert_eq!(Printed::read(bytes[..length].to_vec()), None);
        }
    }
}
