//! A page's text and figures → a leaflet as PDF: one to read on a screen, one to print and fold.
//!
//! In: a [`Leaflet`], plain data in the page's language, and the theme's `leaflet/` and `fonts/`.
//! Out: [`Printed`] bytes, the same for the same input. Formats are data of the theme. It reads no
//! file, runs nothing that stands in a page, and knows neither Markdown nor budgets. Without the
//! feature `leaflets` there is a press that prints nothing and says so.

mod address;
#[cfg(feature = "leaflets")]
mod audit;
pub mod card;
mod compose;
pub mod document;
#[cfg(feature = "leaflets")]
mod export;
mod format;
#[cfg(feature = "leaflets")]
mod impose;
#[cfg(feature = "leaflets")]
mod text_layer;
#[cfg(feature = "leaflets")]
mod typeset;
#[cfg(not(feature = "leaflets"))]
#[path = "typeset/no_press.rs"]
mod typeset;
// Tested in every build, so that it stays true.
#[cfg(all(test, feature = "leaflets"))]
#[allow(dead_code, reason = "only the tests are of use here")]
#[path = "typeset/no_press.rs"]
mod no_press;

pub use document::{Leaflet, LeafletBlock, LeafletInline};
pub use format::{SCHEMA, SCREEN_SCHEMA};
pub use typeset::{Format, Press, Printed, in_parallel, on_its_own};

use crate::content::block::Document;
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use crate::files::Files;
use crate::site::PageId;
use crate::site::resolve::{Resolved, Resolver};
use crate::store::Store;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A page's leaflet as it was when its text was checked: enough to know it again.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Stands for all of it but what is in its pictures.
    hash: blake3::Hash,
    /// Where those lie, in order.
    pictures: Vec<String>,
}

impl Checked {
    /// Nothing of one that there is something to tell of.
    fn of(composed: &compose::Composed) -> Option<Checked> {
        let pictures = composed.pictures.iter().map(|found| found.path.clone());
        let pictures: BTreeSet<String> = pictures.collect();
        composed.told.is_empty().then(|| Checked {
            hash: hash(&composed.leaflet),
            pictures: pictures.into_iter().collect(),
        })
    }

    /// What an earlier run printed of it.
    fn printed(
        &self,
        files: &Files,
        press: &Press,
        kept: &Store,
        format: &Format,
    ) -> Option<Printed> {
        let pictures = self.pictures.iter().map(|path| files.read(path));
        let pictures: Vec<Vec<u8>> = pictures.collect::<Result<_, _>>().ok()?;
        let key = press.key(self.hash, pictures.iter(), format)?;
        Printed::read(kept.get(&key)?)
    }
}

/// Stands for all of a leaflet but what is in its pictures.
fn hash(leaflet: &Leaflet) -> blake3::Hash {
    let json = serde_json::to_vec(leaflet).expect("strings, numbers and lists are JSON");
    blake3::hash(&json)
}

/// Prints the leaflet of a page in one of the press's formats, or takes it from `kept`, if the same
/// leaflet was printed before; if it was `checked`, without so much as looking at the text again. The report holds warnings; a leaflet that has any is not kept, so that
/// the next build has them to tell. What is true of each of a page's formats is told with the first.
pub fn of_page(
    resolver: &Resolver<'_>,
    press: &Press,
    kept: &Store,
    id: PageId,
    format: &str,
    checked: Option<&Checked>,
) -> Result<(Printed, Report), Report> {
    let page = resolver.site.page(id);
    let format = press
        .format(format)
        .expect("the plan asks for formats of the press");
    let printed = checked.and_then(|one| one.printed(resolver.files, press, kept, format));
    if let Some(printed) = printed {
        return Ok((printed, Report::new()));
    }
    let (document, _) = resolver.document(page)?;
    let resolved = resolver.resolve(id, &document)?;
    let composed = compose(resolver, &resolved);
    if composed.told.has_errors() {
        return Err(composed.told);
    }
    let mut leaflet = composed.leaflet;
    for found in &composed.pictures {
        if !leaflet.pictures.contains_key(&found.path) {
            let bytes = resolver.files.read(&found.path).map_err(Report::of)?;
            leaflet.pictures.insert(found.path.clone(), bytes);
        }
    }
    let place = Place::file(page.source());
    let mut formats = page.facts.leaflets.iter();
    let mut warnings = match formats
        .next()
        .is_some_and(|first| first.value == format.name())
    {
        true => composed.told,
        false => Report::new(),
    };
    let key = press.key(hash(&leaflet), leaflet.pictures.values(), format);
    let key = key.filter(|_| warnings.is_empty());
    let known = key.as_ref().filter(|_| checked.is_none());
    let known = known.and_then(|key| kept.get(key));
    if let Some(printed) = known.and_then(Printed::read) {
        return Ok((printed, Report::new()));
    }
    let pictures = std::mem::take(&mut leaflet.pictures).into_iter();
    let for_paper = |(path, bytes): (String, Vec<u8>)| {
        Some((path, typeset::for_paper(&bytes, format.tones())?))
    };
    leaflet.pictures = pictures.filter_map(for_paper).collect();
    for found in composed.pictures {
        if !leaflet.pictures.contains_key(&found.path) {
            warnings.push(diagnostic!(
                codes::leaflet::PICTURE_DAMAGED,
                found.place,
                source = found.written
            ));
        }
    }
    let (printed, doubts) = press.print(&leaflet, format, &place).map_err(|found| {
        let mut found = placed(found, resolver, page.source());
        found.extend(warnings.clone());
        found
    })?;
    warnings.extend(doubts);
    if let Some(key) = key.filter(|_| warnings.is_empty()) {
        kept.put(&key, &printed.bytes());
    }
    Ok((printed, warnings))
}

/// The same problems: a character that no font has is told where its page's file holds it first.
fn placed(found: Report, resolver: &Resolver<'_>, source: &str) -> Report {
    let all = found.sorted();
    let is_missing = |one: &Diagnostic| one.code.id == codes::leaflet::MISSING_GLYPH.id;
    let is_whole = all.len() == found.errors() + found.warnings();
    if !is_whole || !all.iter().any(|one| is_missing(one)) {
        return found;
    }
    let Ok(text) = resolver.files.text(source) else {
        return found;
    };
    let mut told = Report::new();
    for one in all {
        let mut one = one.clone();
        let characters = one.items("characters").iter();
        let characters = characters.filter_map(|shown| shown.chars().next());
        let first = characters.filter_map(|character| {
            let at = text.find(character)?;
            Some(at..at + character.len_utf8())
        });
        if let Some(at) = first.min_by_key(|at| at.start).filter(|_| is_missing(&one)) {
            one.place = Place::in_text(source, &text, at);
        }
        told.push(one);
    }
    told
}

/// What in the text of a page keeps it from being a leaflet; if nothing does, what it is known by.
pub fn check(resolver: &Resolver<'_>, text: &Resolved<'_>) -> Result<Option<Checked>, Report> {
    let place = Place::file(text.page.source());
    let composed = compose(resolver, text);
    if composed.told.has_errors() {
        return Err(composed.told);
    }
    typeset::check(&composed.leaflet, &place)?;
    Ok(Checked::of(&composed))
}

/// What of a page stands in its leaflets otherwise than its author may think; [`of_page`] tells it too.
pub fn doubts(resolver: &Resolver<'_>, id: PageId) -> Report {
    let told = |document: Cow<'_, Document>| {
        let resolved = resolver.resolve(id, &document)?;
        Ok(compose(resolver, &resolved).told)
    };
    let document = resolver.document(resolver.site.page(id));
    let found = document.and_then(|(document, _)| told(document));
    found.unwrap_or_else(|problems| problems)
}

/// The leaflet of a page before it is printed.
#[cfg(test)]
pub(crate) fn composed(resolver: &Resolver<'_>, id: PageId) -> (Leaflet, Report) {
    let (document, _) = resolver.document(resolver.site.page(id)).expect("a text");
    let resolved = resolver.resolve(id, &document).expect("nothing is wrong");
    let composed = compose(resolver, &resolved);
    (composed.leaflet, composed.told)
}

fn compose(resolver: &Resolver<'_>, text: &Resolved<'_>) -> compose::Composed {
    let spans = resolver.spans(text.page);
    compose::compose(resolver.site, resolver.files, text, &spans)
}
