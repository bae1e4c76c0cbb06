//! `[brand]` of `sala.toml` → the colours that the style sheet is written with.
//!
//! An author chooses one colour; every other one is made from it, so that no choice gives a page that
//! somebody cannot read.

use crate::config::Colour;
use crate::diagnostic::{Candidates, Place, Report, codes, diagnostic};

/// What the default theme is made with unless a campaign has a colour of its own.
const OWN: Colour = Colour([0x0b, 0x57, 0x51]);

const WHITE: Colour = Colour([255; 3]);
const BLACK: Colour = Colour([0; 3]);
/// The ground of a page where the reader's screen is dark.
const NIGHT: Colour = Colour([0x11, 0x19, 0x18]);

/// What small text needs beside its ground (WCAG 2.2, 1.4.3), a hundredfold.
const READABLE: u64 = 450;
/// What text needs that everybody can read (1.4.6), a hundredfold.
const EASY: u64 = 700;
/// Steps from a colour to black or white.
const STEPS: u16 = 32;

/// The colours of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brand {
    /// The ground of the head, of buttons and of marks.
    pub colour: Colour,
    /// Text upon it: white or black, whichever is read better.
    pub on: Colour,
    /// Links and large figures on a white ground.
    pub link: Colour,
    /// The same on a dark ground.
    pub link_by_night: Colour,
    /// Letters and lines on paper: dark enough for a printer without colour.
    pub on_paper: Colour,
}

impl Default for Brand {
    fn default() -> Brand {
        Brand::of(OWN)
    }
}

impl Brand {
    pub fn of(colour: Colour) -> Brand {
        let on = match colour.contrast(WHITE) >= colour.contrast(BLACK) {
            true => WHITE,
            false => BLACK,
        };
        Brand {
            colour,
            on,
            link: towards(colour, BLACK, READABLE, WHITE),
            link_by_night: towards(lit(colour), WHITE, EASY, NIGHT),
            on_paper: towards(colour, BLACK, EASY, WHITE),
        }
    }

    fn named(&self, name: &str) -> Option<Colour> {
        Some(match name {
            "brand" => self.colour,
            "on-brand" => self.on,
            "link" => self.link,
            "link-by-night" => self.link_by_night,
            _ => return None,
        })
    }
}

/// The names that a style sheet may ask for.
const NAMES: [&str; 4] = ["brand", "on-brand", "link", "link-by-night"];

/// The style sheet with the colours that it asks for as `$(brand)`; one that there is none of is told at
/// its place.
pub(super) fn coloured(css: &str, brand: &Brand, path: &str, report: &mut Report) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("$(") {
        out.push_str(before);
        let Some((name, behind)) = after.split_once(')') else {
            out.push_str("$(");
            rest = after;
            continue;
        };
        match brand.named(name) {
            Some(colour) => out.push_str(&colour.to_string()),
            None => {
                let at = css.len() - after.len();
                let place = Place::in_text(path, css, at..at + name.len());
                let known = Candidates::of(NAMES);
                report.push(
                    diagnostic!(
                        codes::theme::NO_COLOUR,
                        place,
                        name = name,
                        known = known.list()
                    )
                    .did_you_mean(name, &known),
                );
            }
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// The colour in as much light as it needs at night, or in as much as its own mixture can have.
fn lit(colour: Colour) -> Colour {
    let most = u16::from(colour.0.into_iter().max().unwrap_or_default().max(1));
    let in_light = |light: u16| {
        let byte = |own: u8| u8::try_from(u16::from(own) * light / most).unwrap_or(u8::MAX);
        Colour(colour.0.map(byte))
    };
    let mut lights = (most..=255).map(in_light);
    let found = lights.find(|colour| colour.contrast(NIGHT) >= EASY);
    found.unwrap_or_else(|| in_light(255))
}

/// The colour, or the nearest to it on the way to `end` that has so much contrast beside `ground`.
fn towards(colour: Colour, end: Colour, wanted: u64, ground: Colour) -> Colour {
    let step = |step: u16| {
        let mixed = |at: usize| {
            let (from, to) = (u16::from(colour.0[at]), u16::from(end.0[at]));
            let sum = from * (STEPS - step) + to * step + STEPS / 2;
            u8::try_from(sum / STEPS).expect("it lies between two bytes")
        };
        Colour([mixed(0), mixed(1), mixed(2)])
    };
    let mut steps = (0..=STEPS).map(step);
    let found = steps.find(|colour| colour.contrast(ground) >= wanted);
    found.unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_colour_is_everything_can_be_read() {
        let bytes = || (0..=255u8).step_by(15);
        for red in bytes() {
            for green in bytes() {
                for blue in bytes() {
                    let brand = Brand::of(Colour([red, green, blue]));
                    assert!(brand.on.contrast(brand.colour) >= READABLE, "{brand:?}");
                    assert!(brand.link.contrast(WHITE) >= READABLE, "{brand:?}");
                    assert!(brand.link_by_night.contrast(NIGHT) >= EASY, "{brand:?}");
                    assert!(brand.on_paper.contrast(WHITE) >= EASY, "{brand:?}");
                }
            }
        }
    }

    #[test]
    fn the_colours_of_the_default_theme() {
        let told = |brand: Brand| {
            [brand.colour, brand.on, brand.link, brand.link_by_night].map(|one| one.to_string())
        };
        assert_eq!(
            told(Brand::default()),
            ["#0b5751", "#ffffff", "#0b5751", "#17b6a9"]
        );
        let yellow = Brand::of(Colour::read("#fc0").unwrap());
        assert_eq!(told(yellow), ["#ffcc00", "#000000", "#8f7300", "#ffcc00"]);
    }
}
