//! The text of a source file → the modules that it names from the root of its crate.

use crate::repository::lines_that_run;

/// Every first name after `crate::`, or after enough `super::` to reach the root, with its line;
/// tests and comments left out.
pub(crate) fn names_from_the_root(source: &str, root: &str, depth: usize) -> Vec<(usize, String)> {
    let to_the_root = "super::".repeat(depth);
    let mut names = Vec::new();
    for (number, line) in lines_that_run(source) {
        for prefix in [root, to_the_root.as_str()] {
            for (at, _) in line.match_indices(prefix) {
                if line[..at].ends_with("super::") || line[..at].ends_with("self::") {
                    continue;
                }
                let rest = &line[at + prefix.len()..];
                if rest.starts_with("super::") {
                    continue;
                }
                names.extend(first_names(rest).into_iter().map(|name| (number, name)));
            }
        }
    }
    names
}

/// `a::b` gives `a`; `{a, b::{c, d}}` gives `a` and `b`.
fn first_names(path: &str) -> Vec<String> {
    let identifier = |text: &str| -> String {
        text.trim_start()
            .chars()
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect()
    };
    let Some(group) = path.strip_prefix('{') else {
        return vec![identifier(path)];
    };
    let mut names = vec![identifier(group)];
    let mut depth = 1;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(identifier(&group[at + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name| !name.is_empty() && name != "self");
    names
}
