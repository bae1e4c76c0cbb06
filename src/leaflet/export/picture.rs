//! A page → its pixels, as one sees it on a screen.

use super::palette;
use crate::leaflet::format::PIXELS_OF_A_POINT;
use typst::utils::Scalar;
use typst_layout::Page;
use typst_render::RenderOptions;

/// What is drawn of a page.
pub(in crate::leaflet) struct Picture {
    pub(in crate::leaflet) width: u32,
    pub(in crate::leaflet) height: u32,
    /// Red, green and blue, row by row.
    pixels: Vec<[u8; 3]>,
}

/// The page in pixels, on white where it lets light through.
pub(in crate::leaflet) fn picture(page: &Page) -> Picture {
    let options = RenderOptions {
        pixel_per_pt: Scalar::new(PIXELS_OF_A_POINT),
        render_bleed: false,
    };
    let drawn = typst_render::render(page, &options);
    let (pixels, _) = drawn.data().as_chunks::<4>();
    // Colours are multiplied by how much they cover.
    let on_white = |[red, green, blue, covers]: &[u8; 4]| {
        [red, green, blue].map(|byte| byte.saturating_add(u8::MAX - covers))
    };
    Picture {
        width: drawn.width(),
        height: drawn.height(),
        pixels: pixels.iter().map(on_white).collect(),
    }
}

impl Picture {
    pub(in crate::leaflet) fn png(&self) -> Vec<u8> {
        palette::png(self.width, self.height, &self.pixels)
    }
}
