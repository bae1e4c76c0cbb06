//! Pages → PDF bytes, or a page → a picture; the same for the same pages: no clock, no random identifier.

mod palette;
mod picture;

pub(super) use picture::picture;

mod file;
mod object_streams;
mod sheets;

use super::text_layer::{Composed, Programs};
use crate::compress::zlib;
use file::File;
use typst::diag::{SourceDiagnostic, SourceResult};
use typst::foundations::Smart;
use typst::layout::Frame;
use typst::syntax::Span;
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
    composed: &Composed,
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
    let written = typst_pdf::pdf(&composed.document, &options)?;
    let exported = File::read(&written).and_then(|mut file| {
        with_fonts(&mut file, &composed.programs)?;
        let sheets = sheets::sheets(&file, sides, &format!("{identifier}-print"))?;
        Some(Exported {
            print: object_streams::packed(sheets)?,
            reading: object_streams::packed(file)?,
        })
    });
    let refused = || SourceDiagnostic::error(Span::detached(), "its pages do not fit into a file");
    exported.ok_or_else(|| [refused()].into())
}

/// Puts the fonts that are drawn in the places of the exporter's stubs; nothing if one of them cannot be drawn,
/// which would leave its letters blank.
fn with_fonts(file: &mut File<'_>, programs: &Programs) -> Option<()> {
    let descriptors = file.objects.iter();
    let fonts: Vec<u32> = descriptors
        .filter_map(|object| sheets::reference(object.text(), "/FontFile2"))
        .collect();
    for font in fonts {
        let object = file.objects.iter_mut().find(|own| own.number == font)?;
        let stub = miniz_oxide::inflate::decompress_to_vec_zlib(object.bytes()?).ok()?;
        let Some(stub) = programs.stub(&stub)? else {
            continue;
        };
        let drawn = stub.drawn()?;
        let bytes = zlib(&drawn);
        let head = format!(
            "<</Length1 {}/Filter/FlateDecode/Length {}>>\nstream\n",
            drawn.len(),
            bytes.len()
        );
        object.body = [head.as_bytes(), &bytes, b"\nendstream"].concat().into();
    }
    Some(())
}
