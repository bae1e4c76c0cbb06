//! No segmenter: what a program weighs without one.

fn main() {
    khmer_peers::measure(|_| (), |(), line, output| output.push_str(line));
}
