//! ICU4X's line breaks with its dictionary, which holds Thai, Lao and Burmese as well.

use icu_segmenter::LineSegmenter;

fn main() {
    khmer_peers::measure(
        |_| LineSegmenter::new_dictionary(Default::default()),
        |segmenter, line, output| {
            khmer_peers::break_at(line, segmenter.segment_str(line), output);
        },
    );
}
