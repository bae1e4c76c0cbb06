//! `khmer-tokenizer-core` as it comes, but without its repair of spelling, so that the letters stay:
//! longest match, from the front.

use khmer_tokenizer_core::KhmerTokenizer;

fn main() {
    khmer_peers::measure(
        |_| KhmerTokenizer::with_default_dict().without_normalization(),
        |tokenizer, line, output| {
            let tokens = tokenizer.segment(line);
            khmer_peers::join(tokens.iter().map(String::as_str), output);
        },
    );
}
