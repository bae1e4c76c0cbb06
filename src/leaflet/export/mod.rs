//! Pages → PDF bytes, or a page → a picture; the same for the same pages: no clock, no random identifier.

mod palette;
mod picture;

pub(super) use picture::picture;

mod file;
mod object_streams;
mod sheets;

use file::File;
use typst::diag::{SourceDiagnostic, SourceResult};
use typst::foundations::Smart;
use typst::layout::Frame;
use typst::syntax::Span;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The same leaflet as two files.
pub(super) struct Exported {
    /// Pages in reading order, tagged, accessible as PDF/UA-1 (ISO 14289-1) demands.
    pub(super) reading: Vec<u8>,
    /// Sheets for a printer, which needs no structure.
    pub(super) print: Vec<u8>,
}

/// The leaflet as files: its pages, and the same pages on the `sides` of its sheets.
pub(super) fn export(
    document: &PagedDocument,
    sides: &[Frame],
    identifier: &str,
) -> SourceResult<Exported> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .expect("one standard alone cannot contradict another");
    let options = PdfOptions {
        standards,
        tagged: true,
        ident: Smart::Custom(identifier.to_owned()),
        creator: Smart::Custom(Some("sala".to_owned())),
        timestamp: None,
        ..PdfOptions::default()
    };
    let written = typst_pdf::pdf(document, &options)?;
    let exported = File::read(&written).and_then(|file| {
        let sheets = sheets::sheets(&file, sides, &format!("{identifier}-print"))?;
        Some(Exported {
            print: object_streams::packed(sheets)?,
            reading: object_streams::packed(file)?,
        })
    });
    let refused = || SourceDiagnostic::error(Span::detached(), "its pages do not fit into a file");
    exported.ok_or_else(|| [refused()].into())
}
