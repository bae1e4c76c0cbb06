//! sala's own segmenter, with its built-in dictionary and no words of a site.

use khmer_peers::khmer::Segmenter;

fn main() {
    khmer_peers::measure(
        |_| Segmenter::new(&[]),
        |segmenter, line, output| segmenter.insert_breaks(line, "\u{200B}", output),
    );
}
