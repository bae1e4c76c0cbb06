//! ICU4X's line breaks with its neural model, which knows Thai, Lao and Burmese as well.

use icu_segmenter::LineSegmenter;

fn main() {
    khmer_peers::measure(
        |_| LineSegmenter::new_lstm(Default::default()),
        |segmenter, line, output| {
            khmer_peers::break_at(line, segmenter.segment_str(line), output);
        },
    );
}
