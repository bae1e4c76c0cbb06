//! `wordcut-engine` with its Khmer dictionary and its rules of clusters, two files beside its sources
//! that are named on the command line.

use std::path::Path;

use wordcut_engine::{Wordcut, load_cluster_rules, load_dict};

fn main() {
    khmer_peers::measure(
        |files| {
            let dictionary = load_dict(&files[0]).expect("the dictionary");
            let rules = load_cluster_rules(Path::new(&files[1])).expect("the rules");
            Wordcut::new_with_cluster_re(dictionary, rules)
        },
        |wordcut, line, output| {
            let tokens = wordcut.segment_into_strings(line);
            khmer_peers::join(tokens.iter().map(String::as_str), output);
        },
    );
}
