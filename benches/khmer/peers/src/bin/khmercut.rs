//! `khmercut`: a conditional random field over clusters. The library wants its model as bytes; the
//! file lies beside its sources and is named on the command line.

use crfs::Model;

fn main() {
    khmer_peers::measure(
        |files| {
            let bytes: &'static [u8] = std::fs::read(&files[0]).expect("the model").leak();
            Model::new(bytes).expect("a model")
        },
        |model, line, output| {
            let tokens = khmercut::tokenize(model, &line.to_owned());
            khmer_peers::join(tokens.iter().map(String::as_str), output);
        },
    );
}
