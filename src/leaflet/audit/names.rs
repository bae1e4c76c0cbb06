//! Ink → what its author knows it by: its words, the file of a picture, or the words that a line, a frame or a
//! drawing stands beside.

use super::ink::{Ink, Letters};
use crate::diagnostic::Place;
use crate::khmer;
use std::collections::{BTreeMap, BTreeSet};
use typst::visualize::{Image, ImageKind};

/// What things are called in messages about a leaflet.
pub(in crate::leaflet) struct Names<'leaflet> {
    /// Where what is wrong is told.
    pub(in crate::leaflet) place: &'leaflet Place,
    /// The text's own pictures by the names of their files.
    pub(in crate::leaflet) pictures: &'leaflet BTreeMap<String, Vec<u8>>,
    /// What every leaflet of the site says, and no page: nothing is called by it.
    pub(in crate::leaflet) notices: Vec<String>,
}

/// What ink is known by.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// Its own words.
    Words(String),
    /// The file of a picture, or what it shows.
    Picture(String),
    /// The words closest to it.
    Beside(String),
    /// No word stands on its page.
    Nothing,
}

impl Names<'_> {
    /// The name of ink of a page.
    pub(super) fn of(&self, own: &Ink, page: &[Ink]) -> Name {
        if let Some(letters) = own.letters.as_ref().filter(|letters| says_much(letters)) {
            return Name::Words(excerpt(&letters.text));
        }
        if let Some(picture) = own.picture.as_ref().and_then(|one| self.of_picture(one)) {
            return Name::Picture(picture);
        }
        match (closest_line(own, page), &own.letters) {
            (Some(words), Some(_)) => Name::Words(words),
            (Some(words), None) => Name::Beside(words),
            (None, Some(letters)) => Name::Words(excerpt(&letters.text)),
            (None, None) => Name::Nothing,
        }
    }

    /// The file of a picture; what it shows, if its file is none of the text's; nothing if nobody says that.
    pub(super) fn of_picture(&self, image: &Image) -> Option<String> {
        let is_it = |bytes: &[u8]| match image.kind() {
            ImageKind::Raster(raster) => raster.data().as_slice() == bytes,
            _ => false,
        };
        let file = self.pictures.iter().find(|(_, bytes)| is_it(bytes));
        let shown = || image.alt().map(excerpt).filter(|shown| !shown.is_empty());
        file.map(|(file, _)| file.clone()).or_else(shown)
    }

    /// What stands highest on a page, and on none of those before it as the head of a table does: a picture, or words.
    pub(in crate::leaflet) fn of_the_first(
        &self,
        page: &[Ink],
        before: &[Vec<Ink>],
    ) -> Option<String> {
        let lines = lines(page);
        let known: BTreeSet<String> = before
            .iter()
            .flat_map(|page| words_of_lines(page))
            .collect();
        let mut own = lines.iter().filter(|line| !self.is_notice(line));
        let first = own.clone().find(|line| !known.contains(&line.words));
        let first = first.or_else(|| own.next());
        let pictures = page.iter().filter(|ink| ink.picture.is_some());
        let picture = pictures.min_by(|one, other| one.top.total_cmp(&other.top));
        let picture = picture.filter(|one| first.is_none_or(|line| one.bottom <= line.bottom));
        let name = picture.and_then(|one| self.of_picture(one.picture.as_ref()?));
        name.or_else(|| first.map(|line| excerpt(&line.words)))
    }

    /// What stands lowest on a page, above a height if there is one: a picture, or words.
    pub(in crate::leaflet) fn of_the_last(
        &self,
        page: &[Ink],
        above: Option<f64>,
    ) -> Option<String> {
        let is_above = |top: f64| above.is_none_or(|above| top < above);
        let lines = lines(page);
        let is_own = |line: &&Line| is_above(line.top) && !self.is_notice(line);
        let last = lines.iter().rfind(is_own);
        let pictures = page.iter();
        let pictures = pictures.filter(|ink| ink.picture.is_some() && is_above(ink.top));
        let picture = pictures.max_by(|one, other| one.bottom.total_cmp(&other.bottom));
        let picture = picture.filter(|one| last.is_none_or(|line| one.top >= line.top));
        let name = picture.and_then(|one| self.of_picture(one.picture.as_ref()?));
        name.or_else(|| last.map(|line| excerpt(&line.words)))
    }
}

impl Names<'_> {
    fn is_notice(&self, line: &Line) -> bool {
        let words = line.words.trim();
        self.notices.iter().any(|notice| notice.contains(words))
    }
}

/// The words that stand beside each other on a page.
struct Line {
    baseline: f64,
    top: f64,
    bottom: f64,
    words: String,
}

/// The lines of a page that say something, from the highest to the lowest; words of cells beside each other are one.
fn lines(page: &[Ink]) -> Vec<Line> {
    let mut lines: Vec<Vec<(&Ink, &Letters)>> = Vec::new();
    for ink in page {
        let Some(letters) = &ink.letters else {
            continue;
        };
        let is_it = |line: &&mut Vec<(&Ink, &Letters)>| {
            let (_, first) = line[0];
            (first.baseline - letters.baseline).abs() < 1.0
        };
        match lines.iter_mut().find(is_it) {
            Some(line) => line.push((ink, letters)),
            None => lines.push(vec![(ink, letters)]),
        }
    }
    let mut lines: Vec<Line> = lines.into_iter().map(line).collect();
    lines.retain(|line| line.words.chars().any(char::is_alphabetic));
    lines.sort_by(|one, other| one.baseline.total_cmp(&other.baseline));
    lines
}

/// Runs of text on one line, in the order in which they are read.
fn line(mut runs: Vec<(&Ink, &Letters)>) -> Line {
    let letters = || runs.iter().flat_map(|(_, letters)| letters.text.chars());
    let from_the_right = letters().filter(|own| is_read_from_the_right(*own)).count();
    let is_turned = from_the_right * 2 > letters().filter(|own| own.is_alphabetic()).count();
    match is_turned {
        true => runs.sort_by(|(one, _), (other, _)| other.right.total_cmp(&one.right)),
        false => runs.sort_by(|(one, _), (other, _)| one.left.total_cmp(&other.left)),
    }
    let mut words = String::new();
    let mut before: Option<&Ink> = None;
    for (ink, letters) in &runs {
        let gap = before.map_or(0.0, |before| match is_turned {
            true => before.left - ink.right,
            false => ink.left - before.right,
        });
        // As wide as a blank.
        if gap > letters.size * 0.15 && !words.ends_with(' ') {
            words.push(' ');
        }
        words.push_str(&letters.text);
        before = Some(ink);
    }
    let each = || runs.iter().map(|(ink, _)| ink);
    Line {
        baseline: runs.first().map_or(0.0, |(_, letters)| letters.baseline),
        top: each().map(|ink| ink.top).fold(f64::INFINITY, f64::min),
        bottom: each().map(|ink| ink.bottom).fold(0.0, f64::max),
        words,
    }
}

/// Letters of Hebrew, Arabic and their neighbours.
fn is_read_from_the_right(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

fn words_of_lines(page: &[Ink]) -> impl Iterator<Item = String> {
    lines(page).into_iter().map(|line| line.words)
}

/// Whether words can be known by these letters: a mark before an item, or the number of a step, stands before
/// many.
fn says_much(letters: &Letters) -> bool {
    letters.text.chars().any(char::is_alphabetic)
}

/// The line closest to ink.
fn closest_line(own: &Ink, page: &[Ink]) -> Option<String> {
    let apart = |from: f64, to: f64, other_from: f64, other_to: f64| {
        (other_from - to).max(from - other_to).max(0.0)
    };
    let distance = |other: &Ink| {
        let across = apart(own.left, own.right, other.left, other.right);
        let down = apart(own.top, own.bottom, other.top, other.bottom);
        across.hypot(down)
    };
    let others = page.iter().filter_map(|ink| {
        let letters = ink.letters.as_ref().filter(|letters| says_much(letters))?;
        Some((distance(ink), letters.baseline))
    });
    let by_distance = |one: &(f64, f64), other: &(f64, f64)| {
        one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1))
    };
    let (_, baseline) = others.min_by(by_distance)?;
    let mut lines = lines(page).into_iter();
    let line = lines.find(|line| (line.baseline - baseline).abs() < 1.0)?;
    Some(excerpt(&line.words))
}

/// The beginning of a text, for a message.
pub(in crate::leaflet) fn excerpt(text: &str) -> String {
    khmer::truncate_clusters(text.trim(), 40).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(left: f64, width: f64, baseline: f64, text: &str) -> Ink {
        let letters = Letters {
            text: text.to_owned(),
            baseline,
            size: 10.0,
        };
        Ink {
            left,
            top: baseline - 8.0,
            right: left + width,
            bottom: baseline + 2.5,
            letters: Some(letters),
            picture: None,
        }
    }

    fn shape(left: f64, top: f64, right: f64, bottom: f64) -> Ink {
        Ink {
            left,
            top,
            right,
            bottom,
            letters: None,
            picture: None,
        }
    }

    fn named(own: &Ink, page: &[Ink]) -> Name {
        let names = Names {
            place: &Place::Site,
            pictures: &BTreeMap::new(),
            notices: vec!["ឈ្មោះមិនពិតទេ".to_owned()],
        };
        names.of(own, page)
    }

    fn page() -> Vec<Ink> {
        vec![
            letters(0.0, 20.0, 10.0, "ក្បាល"),
            letters(0.0, 20.0, 30.0, "ផ្លូវ"),
            letters(60.0, 10.0, 30.2, "៧០"),
            letters(0.0, 20.0, 50.0, "ទឹក"),
            letters(60.0, 10.0, 50.0, "៨០"),
        ]
    }

    #[test]
    fn a_line_is_known_by_the_words_closest_to_it() {
        let page = page();
        let words = |own: &str| Name::Beside(own.to_owned());
        assert_eq!(named(&shape(0.0, 53.0, 70.0, 54.0), &page), words("ទឹក ៨០"));
        assert_eq!(named(&shape(90.0, 28.0, 99.0, 29.0), &page), words("ផ្លូវ ៧០"));
        // A frame is known by the first words in it.
        assert_eq!(named(&shape(-5.0, 0.0, 99.0, 60.0), &page), words("ក្បាល"));
        assert_eq!(named(&shape(0.0, 0.0, 9.0, 9.0), &[]), Name::Nothing);
    }

    #[test]
    fn letters_are_known_by_themselves_and_marks_by_the_line_they_stand_in() {
        let mut page = page();
        let words = |own: &str| Name::Words(own.to_owned());
        assert_eq!(named(&page[3], &page), words("ទឹក"));
        page.push(letters(-10.0, 4.0, 50.0, "•"));
        assert_eq!(named(&page[5], &page), words("• ទឹក ៨០"));
        assert_eq!(named(&page[5], &page[5..]), words("•"));
    }

    #[test]
    fn lines_are_read_from_their_own_side() {
        let page = [
            letters(60.0, 20.0, 10.0, "مال"),
            letters(30.0, 25.0, 10.0, "البلدية"),
            letters(0.0, 20.0, 10.0, "2026"),
        ];
        let words: Vec<String> = words_of_lines(&page).collect();
        assert_eq!(words, ["مال البلدية 2026"]);
        // Letters of one word in two fonts stand close to each other.
        let page = [
            letters(0.0, 20.0, 10.0, "Wi"),
            letters(20.5, 9.0, 10.0, "ហ្វាយ"),
        ];
        let words: Vec<String> = words_of_lines(&page).collect();
        assert_eq!(words, ["Wiហ្វាយ"]);
    }

    #[test]
    fn what_has_no_room_begins_with_the_first_line_that_is_new() {
        let names = Names {
            place: &Place::Site,
            pictures: &BTreeMap::new(),
            notices: vec!["ឈ្មោះមិនពិតទេ".to_owned()],
        };
        let before = vec![page()];
        let beyond = [
            letters(0.0, 20.0, 10.0, "ក្បាល"),
            letters(0.0, 20.0, 30.0, "ភ្លើង"),
        ];
        let first = |page: &[Ink]| names.of_the_first(page, &before);
        assert_eq!(first(&beyond).as_deref(), Some("ភ្លើង"));
        assert_eq!(first(&beyond[..1]).as_deref(), Some("ក្បាល"));
        assert_eq!(first(&[]), None);
        let last = |above| names.of_the_last(&before[0], above);
        assert_eq!(last(None).as_deref(), Some("ទឹក ៨០"));
        assert_eq!(last(Some(40.0)).as_deref(), Some("ផ្លូវ ៧០"));
        // A notice of the site is none of the page's words.
        let notice = [letters(0.0, 20.0, 70.0, "មិនពិតទេ")];
        assert_eq!(first(&notice), None);
        let with_notice: Vec<Ink> = page().into_iter().chain(notice).collect();
        let last = names.of_the_last(&with_notice, None);
        assert_eq!(last.as_deref(), Some("ទឹក ៨០"));
    }
}
