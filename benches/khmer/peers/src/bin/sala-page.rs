//! Not a segmenter to compare: lines of HTML, set as sala sets text on a page, for wrap.mjs.

use sala_khmer::{Breaks, Segmenter};

const BREAKS: Breaks<'static> = Breaks {
    separator: "\u{200B}",
    whole: Some(("<span>", "</span>")),
};

fn main() {
    khmer_peers::measure(
        |_| Segmenter::new(&[]),
        |segmenter, line, output| segmenter.insert_breaks(line, &BREAKS, output),
    );
}
