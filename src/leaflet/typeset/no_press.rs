//! What stands in for the press in a `sala` that was compiled without the feature `leaflets`.
//!
//! It knows the theme's formats, so that pages ask for the same ones, and prints none of them.

use crate::config;
use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::files::Files;
use crate::leaflet::document::{Leaflet, ShareCard};
use crate::leaflet::format;
use crate::store::Key;

/// The theme's leaflet formats.
pub struct Press {
    formats: Vec<Format>,
}

/// A format that pages can ask for; this press knows only its name.
pub struct Format {
    name: String,
}

impl Format {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn tones(&self) -> Tones {
        Tones
    }
}

/// A leaflet as PDF files; this press makes none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    pub reading: Vec<u8>,
    pub print: Vec<u8>,
    pub pages: usize,
}

impl Printed {
    pub(super) fn bytes(&self) -> Vec<u8> {
        Vec::new()
    }

    pub(super) fn read(_bytes: Vec<u8>) -> Option<Printed> {
        None
    }
}

impl Press {
    /// Lists the `leaflet/*.toml` of a theme that are for paper.
    pub fn new(theme: &Files, report: &mut Report) -> Option<Press> {
        let names = theme.under("leaflet/").filter_map(|path| {
            let name = path["leaflet/".len()..].strip_suffix(".toml")?;
            let text = theme.text(path).map_err(|problem| report.push(problem));
            if format::is_for_screens(&text.ok()?) {
                return None;
            }
            let name = name.to_owned();
            Some(Format { name })
        });
        Some(Press {
            formats: names.collect(),
        })
    }

    /// The names of the formats there are, sorted.
    pub fn formats(&self) -> Vec<&str> {
        self.formats
            .iter()
            .map(|format| format.name.as_str())
            .collect()
    }

    /// The format of this name.
    pub fn format(&self, name: &str) -> Option<&Format> {
        self.formats.iter().find(|format| format.name == name)
    }

    /// What is not printed is not kept.
    pub fn key<'picture>(
        &self,
        _leaflet: blake3::Hash,
        _pictures: impl Iterator<Item = &'picture Vec<u8>>,
        _format: &Format,
    ) -> Option<Key> {
        None
    }

    /// Cards that are not drawn have no size.
    pub fn card_size(&self) -> Option<(u32, u32)> {
        None
    }

    /// What is not drawn is not kept.
    pub fn card_key(&self, _card: &ShareCard) -> Option<Key> {
        None
    }

    /// Says that there is no press.
    pub fn card(&self, _card: &ShareCard, _place: &Place) -> Result<(Vec<u8>, Report), Report> {
        Err(Report::of(diagnostic!(
            codes::leaflet::NO_PRESS_FOR_CARDS,
            Place::file(config::FILE)
        )))
    }

    /// Says at `place` that there is no press.
    pub fn print(
        &self,
        _leaflet: &Leaflet,
        _format: &Format,
        place: &Place,
    ) -> Result<(Printed, Report), Report> {
        Err(Report::of(diagnostic!(
            codes::leaflet::NO_PRESS,
            place.clone()
        )))
    }
}

/// Says at `place` that there is no press, before anything is produced.
pub(super) fn check(_leaflet: &Leaflet, place: &Place) -> Result<(), Report> {
    Err(Report::of(diagnostic!(
        codes::leaflet::NO_PRESS,
        place.clone()
    )))
}

/// What its pictures would be made of.
pub(super) struct Tones;

/// A picture as it would be printed.
pub(super) fn for_paper(_bytes: &[u8], _tones: Tones) -> Option<Vec<u8>> {
    None
}

/// Calls `print` for the first leaflet only: what is wrong with it is wrong with all.
pub fn in_parallel<T: Sync>(leaflets: &[T], print: impl Fn(&T) + Sync) {
    if let Some(first) = leaflets.first() {
        print(first);
    }
}

/// Calls `print`, which has nothing to print.
pub fn on_its_own<T: Send>(print: impl Fn() -> T + Sync) -> T {
    print()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{MessageLanguage, Style, to_terminal};
    use std::sync::Mutex;

    #[test]
    fn a_page_that_asks_for_a_leaflet_is_told_that_there_is_no_press() {
        let theme = Files::from_fixture("//- leaflet/a4.toml\n//- leaflet/a4.typ\n");
        let press = Press::new(&theme, &mut Report::new()).unwrap();
        assert_eq!(press.formats(), ["a4"]);
        let format = press.format("a4").unwrap();
        let told = Mutex::new(Report::new());
        in_parallel(&["one.md", "two.md"], |page| {
            let printed = press.print(&Leaflet::default(), format, &Place::file(*page));
            told.lock().unwrap().extend(printed.unwrap_err());
        });
        assert_eq!(
            to_terminal(
                &told.into_inner().unwrap(),
                MessageLanguage::English,
                Style::Plain
            ),
            "error[E514] one.md: the page asks for a leaflet, but this `sala` was compiled without \
             what prints them\n  help: take `leaflets` out of the page, or compile `sala` whole \
             with `cargo build --release`\n\n"
        );
    }
}
