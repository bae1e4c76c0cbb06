//! Text on text, of which the typesetter warns nobody.

use super::Pages;
use super::ink::{Ink, Letters};
use super::names::excerpt;
use crate::diagnostic::{Report, codes, diagnostic};

/// Tells of each page the first two texts that lie on each other.
pub(super) fn find(pages: &Pages<'_>, report: &mut Report) {
    for page in pages.each() {
        if let Some((above, below)) = overlaps(&page.ink) {
            report.push(diagnostic!(
                codes::leaflet::OVERLAP,
                pages.place(),
                left = excerpt(&above.text),
                right = excerpt(&below.text),
                page = page.number,
                format = pages.format.name()
            ));
        }
    }
}

/// The first two texts that lie on each other.
fn overlaps(ink: &[Ink]) -> Option<(&Letters, &Letters)> {
    /// Side bearings and kerning may touch.
    const TOUCH: f64 = 1.0;
    /// How high the body of a letter is, in parts of its size.
    const BODY: f64 = 0.45;
    let mut lines: Vec<(&Ink, &Letters)> = ink
        .iter()
        .filter_map(|ink| Some((ink, ink.letters.as_ref()?)))
        .collect();
    lines.sort_by(|left, right| left.1.baseline.total_cmp(&right.1.baseline));
    let largest = lines.iter().map(|(_, letters)| letters.size);
    let largest = largest.fold(0.0, f64::max);
    for (index, (upper, above)) in lines.iter().enumerate() {
        for (lower, below) in &lines[index + 1..] {
            // Not even the largest text so far down reaches up here.
            if below.baseline - largest * BODY >= above.baseline {
                break;
            }
            if below.baseline - below.size * BODY >= above.baseline {
                continue;
            }
            if upper.left.max(lower.left) + TOUCH < upper.right.min(lower.right) {
                return Some((above, below));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(left: f64, right: f64, baseline: f64) -> Ink {
        let letters = Letters {
            text: "ក".to_owned(),
            baseline,
            size: 10.0,
        };
        Ink {
            left,
            top: baseline - 8.0,
            right,
            bottom: baseline + 2.5,
            letters: Some(letters),
            picture: None,
        }
    }

    #[test]
    fn texts_overlap_where_their_letters_do() {
        assert!(overlaps(&[line(0.0, 50.0, 10.0), line(40.0, 90.0, 10.0)]).is_some());
        assert!(overlaps(&[line(0.0, 50.0, 10.0), line(50.5, 90.0, 10.0)]).is_none());
        assert!(overlaps(&[line(0.0, 50.0, 10.0), line(0.0, 50.0, 13.0)]).is_some());
        assert!(overlaps(&[line(0.0, 50.0, 10.0), line(0.0, 50.0, 24.0)]).is_none());
    }
}
