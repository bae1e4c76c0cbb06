//! `charabia`, the tokenizer of a search engine, with ICU's dictionary of Khmer.

use charabia::Segment;

fn main() {
    khmer_peers::measure(
        |_| (),
        |(), line, output| khmer_peers::join(line.segment_str(), output),
    );
}
