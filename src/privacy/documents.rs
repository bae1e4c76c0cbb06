//! A file that is published as it is → what it tells besides what it shows.
//!
//! It goes by endings. A text is read as it stands; a document, a drawing, a sound and a picture of a kind
//! that is not made anew are looked into. Films are looked at elsewhere.

use super::{drawing, office, pdf};
use crate::data::{self, SeenSheet};
use crate::diagnostic::Place;
use crate::files::{Files, kinds};
use crate::image;
use crate::personal::{self, Sighting, What};
use crate::sound;
use crate::store::Store;

/// Texts that are published as they are, besides pages of the web.
const TEXTS: &[&str] = &[
    "adoc", "csv", "geojson", "gpx", "htm", "html", "ics", "json", "kml", "rst", "srt", "svg",
    "tab", "text", "tex", "tsv", "txt", "vcf", "vtt", "xml",
];
const OFFICE: &[&str] = &[
    "docx", "dotx", "odg", "odp", "ods", "odt", "ots", "ott", "potx", "ppsx", "pptx", "xlsx",
    "xltx",
];
/// Documents that nobody here can read.
const OLD: &[&str] = &[
    "doc", "dot", "gdoc", "gsheet", "numbers", "pages", "ppt", "pps", "wpd", "wps", "xls", "xlt",
];
/// Sounds that pages and readers play.
const SOUNDS: &[&str] = &["aac", "m4a", "m4b", "mp3", "oga", "ogg", "opus"];
/// Pictures that are published as they are.
const PICTURES: &[&str] = &["avif", "dng", "heic", "heif", "tif", "tiff"];

/// What the file at a path tells.
pub(super) fn look(files: &Files, path: &str, kept: &Store) -> Vec<Sighting> {
    let ending = kinds::ending(path);
    let is_in = |endings: &[&str]| endings.contains(&&*ending);
    if is_in(TEXTS) {
        let Ok(text) = files.written(path) else {
            return Vec::new();
        };
        let place = |range| Place::in_text(path, &text, range);
        let mut seen = personal::sightings(&text, place);
        if ending == "svg" {
            seen.extend(drawing::look(path, &text));
        }
        return seen;
    }
    let is_looked_into = is_in(SOUNDS) || is_in(OFFICE) || is_in(OLD) || is_in(PICTURES);
    if !is_looked_into && ending != "pdf" && ending != "rtf" {
        return Vec::new();
    }
    let Ok(bytes) = files.read(path) else {
        return closed(path);
    };
    if is_in(PICTURES) {
        let is_placed = image::tells_position(&bytes);
        return is_placed
            .then(|| seen_in(What::Position, &ending, path))
            .into_iter()
            .collect();
    }
    if is_in(SOUNDS) {
        let notes = sound::notes(&bytes);
        let mut seen: Vec<Sighting> = notes
            .iter()
            .map(|note| seen_in(What::Notes, note, path))
            .collect();
        for note in &notes {
            seen.extend(personal::sightings(note, |_| Place::file(path)));
        }
        return seen;
    }
    let mut seen = match ending.as_str() {
        "pdf" => pdf::look(path, &bytes, kept),
        "rtf" => rtf(path, &bytes),
        _ if is_in(OLD) => closed(path),
        _ => office::look(path, bytes.clone()),
    };
    match data::look_into(path, &bytes) {
        Some(Ok(sheets)) => sheets
            .iter()
            .for_each(|sheet| of_sheet(sheet, path, &mut seen)),
        Some(Err(_)) if seen.iter().all(|one| one.what != What::Closed) => {
            seen.extend(closed(path))
        }
        Some(Err(_)) | None => {}
    }
    seen
}

/// What is seen in a file that has no lines.
pub(super) fn seen_in(what: What, read: &str, path: &str) -> Sighting {
    Sighting::new(what, read, Place::file(path))
}

/// That nobody can look into it.
pub(super) fn closed(path: &str) -> Vec<Sighting> {
    vec![seen_in(What::Closed, "", path)]
}

/// Names that are nobody's: programs write them where nobody gave one.
const NOBODY: &[&str] = &[
    "",
    "admin",
    "administrator",
    "apache poi",
    "author",
    "microsoft office user",
    "openpyxl",
    "owner",
    "python-docx",
    "unknown",
    "user",
    "windows user",
];

/// A name that a document tells, if it is somebody's.
pub(super) fn named(what: What, name: &str, path: &str) -> Option<Sighting> {
    let name = name.trim();
    let is_nobody = NOBODY.contains(&&*name.to_lowercase());
    (!is_nobody).then(|| seen_in(what, name, path))
}

/// What the sheet of a workbook holds and hides.
fn of_sheet(sheet: &SeenSheet, path: &str, seen: &mut Vec<Sighting>) {
    let name = &sheet.name;
    if sheet.is_hidden && !sheet.texts.is_empty() {
        seen.push(seen_in(What::Hidden, name, path));
    }
    let ranges = sheet.hidden_rows.iter().chain(&sheet.hidden_columns);
    seen.extend(ranges.map(|range| seen_in(What::Hidden, &format!("{name}!{range}"), path)));
    for (place, text) in &sheet.texts {
        seen.extend(personal::sightings(text, |_| place.place(None)));
    }
}

/// Numbers in the name of a file.
pub(super) fn in_name(path: &str) -> Vec<Sighting> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let spaced = name.replace('_', " ");
    let mut seen = Vec::new();
    personal::look(&spaced, |what, range| {
        // Behind a day, it is an hour: so phones name what they take.
        let is_hour = spaced[..range.start].trim_end().ends_with(char::is_numeric);
        if !is_hour {
            seen.push(seen_in(what, &spaced[range], path));
        }
    });
    seen
}

/// The notes of a text in Rich Text Format 1.9.
fn rtf(path: &str, bytes: &[u8]) -> Vec<Sighting> {
    let text = String::from_utf8_lossy(bytes);
    let notes = [
        ("{\\author ", What::Author),
        ("{\\operator ", What::LastEditor),
        ("{\\*\\company ", What::Company),
        ("{\\company ", What::Company),
        ("{\\*\\annotation", What::Comments),
    ];
    let found = notes.iter().filter_map(|(begin, what)| {
        let rest = &text[text.find(begin)? + begin.len()..];
        let value = &rest[..rest.find('}').unwrap_or(rest.len())];
        let value: String = value.chars().take(80).collect();
        match what {
            What::Comments => Some(seen_in(*what, "annotation", path)),
            what => named(*what, &value, path),
        }
    });
    let mut seen: Vec<Sighting> = found.collect();
    seen.extend(personal::sightings(&text, |_| Place::file(path)));
    seen
}
