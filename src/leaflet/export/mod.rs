//! Pages → PDF bytes, or a page → a picture; the same for the same pages: no clock, no random identifier.

mod palette;
mod picture;

pub(super) use picture::picture;

use typst::diag::SourceResult;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The leaflet in reading order: tagged, accessible as PDF/UA-1 (ISO 14289-1) demands.
pub(super) fn reading(document: &PagedDocument, identifier: &str) -> SourceResult<Vec<u8>> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .expect("one standard alone cannot contradict another");
    let options = PdfOptions {
        standards,
        tagged: true,
        ..options(identifier)
    };
    typst_pdf::pdf(document, &options)
}

/// Sheets for a printer, which needs no structure.
pub(super) fn print(document: &PagedDocument, identifier: &str) -> SourceResult<Vec<u8>> {
    let options = PdfOptions {
        tagged: false,
        ..options(&format!("{identifier}-print"))
    };
    typst_pdf::pdf(document, &options)
}

fn options(identifier: &str) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(identifier.to_owned()),
        creator: Smart::Custom(Some("sala".to_owned())),
        timestamp: None,
        ..PdfOptions::default()
    }
}
