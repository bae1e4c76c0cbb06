//! sala's own segmenter, with its built-in dictionary and no words of a site.

use sala_khmer::Segmenter;

fn main() {
    khmer_peers::measure(
        |_| Segmenter::new(&[]),
        |segmenter, line, output| segmenter.separate_words(line, "\u{200B}", output),
    );
}
