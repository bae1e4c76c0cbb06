//! Where the figures of a table come from, and what readers are told of it.

use super::settings::{Settings, check_lengths};
use crate::config::Localised;
use crate::data::model::{Source, clean_label};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::schema::Record;
use crate::scheme;
use jiff::civil::Date;

#[derive(Debug)]
pub(crate) struct Provenance {
    pub title: Localised,
    pub description: Localised,
    pub retrieved: Option<Date>,
    pub sources: Vec<Source>,
    /// Invented for illustration.
    pub synthetic: bool,
    /// Whether the table itself is offered to readers, and not only what pages show of it.
    pub is_offered: bool,
}

impl Provenance {
    pub(super) fn read(settings: &mut Settings<'_, '_>) -> Provenance {
        let written = settings.written;
        for source in written.tables("source") {
            check_address(source, settings.report);
            check_lengths(
                source,
                &["id", "title", "publisher", "url", "page", "licence"],
                settings.report,
            );
        }
        check_lengths(written, &["title"], settings.report);
        let retrieved = written.day("retrieved");
        let sources = written.tables("source").enumerate();
        Provenance {
            title: clean_localised(Localised::read(written, "title")),
            description: clean_localised(Localised::read(written, "description")),
            retrieved,
            sources: sources
                .map(|(index, written)| source(index, written, retrieved))
                .collect(),
            synthetic: written.truth("synthetic").unwrap_or(false),
            is_offered: written.truth("publish").unwrap_or(true),
        }
    }
}

/// Readers tap the address of a source, and programs follow it.
fn check_address(source: &Record<'_>, report: &mut Report) {
    if let Some(url) = source
        .text("url")
        .filter(|url| !scheme::is_web_address(url))
    {
        let place = source.place_of("url");
        report.push(diagnostic!(
            codes::data::NOT_A_WEB_ADDRESS,
            place,
            key = "url",
            read = url
        ));
    }
}

fn source(index: usize, written: &Record<'_>, retrieved: Option<Date>) -> Source {
    Source {
        id: written
            .string("id")
            .unwrap_or_else(|| (index + 1).to_string()),
        title: clean_localised(Localised::read(written, "title")),
        publisher: clean_localised(Localised::read(written, "publisher")),
        url: written.string("url"),
        page: written.string("page"),
        licence: written.string("licence"),
        retrieved: written.day("retrieved").or(retrieved),
    }
}

pub(super) fn clean_localised(text: Localised) -> Localised {
    match text {
        Localised::Empty => Localised::Empty,
        Localised::Same(text) => Localised::Same(clean_label(&text).0),
        Localised::Each(texts) => Localised::Each(
            texts
                .into_iter()
                .map(|(tag, text)| (tag, clean_label(&text).0))
                .collect(),
        ),
    }
}
