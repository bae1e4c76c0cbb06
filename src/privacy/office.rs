//! A document of an office program (Office Open XML, OpenDocument) → what it tells besides what it shows:
//! who wrote it, what was remarked and struck out, what it hides, what of it nobody sees, where its pictures were
//! taken.
//!
//! What sheets hide is seen by whoever reads tables.

use super::documents::{closed, named, seen_in};
use super::unseen;
use crate::archive::Archive;
use crate::diagnostic::Place;
use crate::files::kinds;
use crate::image;
use crate::personal::{self, Sighting, What};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How many characters of a remark are shown.
const SHOWN: usize = 60;

/// What a document tells.
pub(super) fn look(path: &str, bytes: Vec<u8>) -> Vec<Sighting> {
    let Ok(mut archive) = Archive::open(bytes) else {
        return closed(path);
    };
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    let mut looked = Looked {
        path,
        seen: Vec::new(),
    };
    for name in &names {
        if name.contains("/embeddings/") && !name.ends_with('/') {
            looked.add(What::Hidden, name);
            continue;
        }
        let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
        let is_picture = [".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff"]
            .iter()
            .any(|ending| name.ends_with(ending));
        if !is_xml && !is_picture {
            continue;
        }
        let Ok(Some(part)) = archive.part(name) else {
            return closed(path);
        };
        if is_picture {
            if image::tells_position(&part) {
                looked.add(What::Position, name);
            }
            continue;
        }
        let Ok(text) = std::str::from_utf8(&part) else {
            return closed(path);
        };
        if looked.part(name, text).is_none() {
            return closed(path);
        }
        if name.starts_with("word/") && name.ends_with(".xml") {
            looked.add_unseen(unseen::in_word(text));
        }
    }
    let mut text = |name: &str| {
        let part = archive.part(name).ok()??;
        String::from_utf8(part).ok()
    };
    match &*kinds::ending(path) {
        "xlsx" | "xltx" => looked.add_unseen(unseen::in_sheets(text)),
        // On slides and drawings, what lies behind letters is not known.
        "odt" | "ott" | "ods" | "ots" => {
            let parts = ["styles.xml", "content.xml"].map(|name| text(name).unwrap_or_default());
            looked.add_unseen(unseen::in_open_document(&parts));
        }
        _ => {}
    }
    looked.seen
}

struct Looked<'path> {
    path: &'path str,
    seen: Vec<Sighting>,
}

/// Where the reader stands in a part.
#[derive(Default)]
struct Standing {
    /// What the text of the element tells that is open, and what has been read of it.
    told: Option<(What, String)>,
    /// The text of the paragraph.
    paragraph: String,
    /// Within what was struck out or added, or a remark, so many elements deep.
    remark: Option<(What, usize)>,
    is_hidden: bool,
    /// In what a speaker wrote under a slide, which nobody else is to see.
    is_for_speaker: bool,
    depth: usize,
}

impl Looked<'_> {
    fn add(&mut self, what: What, read: &str) {
        let mut shown: String = read.trim().chars().take(SHOWN + 1).collect();
        if shown.chars().count() > SHOWN {
            shown.pop();
            shown.push('…');
        }
        let one = seen_in(what, &shown, self.path);
        if !self.seen.contains(&one) {
            self.seen.push(one);
        }
    }

    fn add_unseen(&mut self, texts: Vec<String>) {
        for text in texts {
            self.add(What::Unseen, &text);
        }
    }

    /// Looks into a part; nothing if it is no XML.
    fn part(&mut self, name: &str, text: &str) -> Option<()> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let mut at = Standing {
            is_for_speaker: name.starts_with("ppt/notesslides/"),
            ..Standing::default()
        };
        // Sheets are read by whoever reads tables.
        let is_sheet = name.starts_with("xl/worksheets/") || name == "xl/sharedstrings.xml";
        if is_sheet {
            return Some(());
        }
        loop {
            match reader.read_event().ok()? {
                Event::Start(element) => {
                    at.depth += 1;
                    self.open(name, &element, &mut at);
                }
                Event::End(element) => {
                    self.close(element.local_name().as_ref(), &mut at);
                    at.depth -= 1;
                }
                Event::Text(text) => self.text(&text.xml10_content(), &mut at),
                Event::CData(text) => self.text(&text.xml10_content(), &mut at),
                Event::GeneralRef(name) => {
                    let letter = name.resolve_char_ref().ok()?.map(String::from);
                    let letter = letter.or_else(|| {
                        quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned)
                    });
                    self.text(&letter.unwrap_or_default(), &mut at);
                }
                Event::Eof => return Some(()),
                _ => {}
            }
        }
    }

    fn open(&mut self, part: &str, element: &BytesStart<'_>, at: &mut Standing) {
        let own = element.local_name();
        let name = own.as_ref();
        let attribute = |key: &str| {
            let mut attributes = element.attributes();
            let found = attributes.with_checks(false).flatten();
            let mut found = found.filter(|one| one.key.local_name().as_ref() == key);
            found.next().map(|one| one.value.as_ref().to_owned())
        };
        let is_property = part.starts_with("docprops/") || part == "meta.xml";
        let told = match name {
            "creator" if part == "meta.xml" => Some(What::LastEditor),
            "initial-creator" | "creator" if is_property => Some(What::Author),
            "lastModifiedBy" | "printed-by" if is_property => Some(What::LastEditor),
            "Company" | "Manager" if is_property => Some(What::Company),
            _ => None,
        };
        if let Some(what) = told {
            at.told = Some((what, String::new()));
        }
        let remark = match name {
            "del" | "ins" | "moveFrom" | "moveTo" if attribute("author").is_some() => {
                Some(What::Changes)
            }
            "tracked-changes" => Some(What::Changes),
            "comment" | "annotation" | "threadedComment" | "cm" => Some(What::Comments),
            _ => None,
        };
        if let Some(what) = remark
            && at.remark.is_none()
        {
            at.remark = Some((what, at.depth));
            if let Some(author) =
                attribute("author").filter(|author| author.parse::<u32>().is_err())
            {
                self.add(what, &author);
            } else if what == What::Changes {
                self.add(what, name);
            }
        }
        match name {
            "vanish" if !matches!(attribute("val").as_deref(), Some("0" | "false")) => {
                at.is_hidden = true;
            }
            "r" => at.is_hidden = false,
            "sld" if matches!(attribute("show").as_deref(), Some("0" | "false")) => {
                self.add(What::Hidden, part);
            }
            "drawing-page-properties" if attribute("visibility").as_deref() == Some("hidden") => {
                self.add(What::Hidden, "presentation:visibility");
            }
            "Relationship" => {
                if let Some(target) = attribute("Target") {
                    self.numbers(&target);
                }
            }
            "a" | "hlinkClick" => {
                if let Some(target) = attribute("href") {
                    self.numbers(&target);
                }
            }
            "tab" | "br" | "s" | "line-break" => at.paragraph.push(' '),
            _ => {}
        }
    }

    fn close(&mut self, name: &str, at: &mut Standing) {
        if let Some((what, read)) = at.told.take() {
            self.seen.extend(named(what, &read, self.path));
        }
        if at.remark.is_some_and(|(_, depth)| depth == at.depth) {
            at.remark = None;
        }
        // Paragraphs, headings, and cells.
        if matches!(name, "p" | "h" | "si" | "is") {
            let paragraph = std::mem::take(&mut at.paragraph);
            self.numbers(&paragraph);
        }
    }

    fn text(&mut self, text: &str, at: &mut Standing) {
        if let Some((_, read)) = &mut at.told {
            read.push_str(text);
        }
        if text.trim().is_empty() {
            at.paragraph.push_str(text);
            return;
        }
        let is_number = text.trim().chars().all(char::is_numeric);
        if at.is_for_speaker && !is_number {
            self.add(What::Comments, text);
        }
        if let Some((what, _)) = at.remark {
            self.add(what, text);
        }
        if at.is_hidden {
            self.add(What::Hidden, text);
        }
        at.paragraph.push_str(text);
    }

    fn numbers(&mut self, text: &str) {
        let place = Place::file(self.path);
        self.seen
            .extend(personal::sightings(text, |_| place.clone()));
    }
}
