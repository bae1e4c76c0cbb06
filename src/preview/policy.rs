//! A page's Content-Security-Policy → the same policy that also lets our script in: text in, text out.
//!
//! The theme's policy stays in force in the served copy, so that what it forbids on the published site is
//! forbidden here too. Only three addresses are added, each by its whole path; a nonce or a hash would
//! switch off an `'unsafe-inline'` that stands beside it.

/// The sources that are added, with the directives that rule them in the order in which a browser
/// looks for them.
const FETCHES: [(&[&str], &str); 4] = [
    (&["script-src", "default-src"], super::served_page::SCRIPT),
    (&["script-src-elem"], super::served_page::SCRIPT),
    (&["connect-src", "default-src"], super::served_page::EVENTS),
    (
        &["frame-src", "child-src", "default-src"],
        super::served_page::PROBLEMS,
    ),
];

/// The policy, widened by our addresses at `origin`.
pub(super) fn widened(policy: &str, origin: &str) -> String {
    let mut directives: Vec<(String, String)> = policy.split(';').filter_map(directive).collect();
    for (names, path) in FETCHES {
        let source = format!("{origin}{path}");
        let found = names.iter().find_map(|name| {
            let mut directives = directives.iter();
            directives.position(|(own, _)| own == name)
        });
        // What nothing rules is allowed.
        let Some(at) = found else { continue };
        let sources = match directives[at].1.as_str() {
            "" | "'none'" => source,
            sources => format!("{sources} {source}"),
        };
        match directives[at].0 == names[0] {
            true => directives[at].1 = sources,
            false => directives.push((names[0].to_owned(), sources)),
        }
    }
    let directives: Vec<String> = directives
        .iter()
        .map(|(name, sources)| format!("{name} {sources}").trim_end().to_owned())
        .collect();
    directives.join("; ")
}

/// A directive's name, in small letters, and its sources.
fn directive(text: &str) -> Option<(String, String)> {
    let mut words = text.split_ascii_whitespace();
    let name = words.next()?.to_ascii_lowercase();
    // Nothing here is fetched in a way that could be upgraded.
    if name == "upgrade-insecure-requests" {
        return None;
    }
    Some((name, words.collect::<Vec<_>>().join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_three_addresses_are_let_in_and_nothing_else() {
        for (policy, expected) in [
            (
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; script-src o/_sala/preview.js; \
                 connect-src o/_sala/events; frame-src o/_sala/problems",
            ),
            (
                "default-src 'none';script-src 'self' file:;",
                "default-src 'none'; script-src 'self' file: o/_sala/preview.js; \
                 connect-src o/_sala/events; frame-src o/_sala/problems",
            ),
            (
                "Default-Src 'self'; child-src a; script-src-elem b",
                "default-src 'self'; child-src a; script-src-elem b o/_sala/preview.js; \
                 script-src 'self' o/_sala/preview.js; connect-src 'self' o/_sala/events; \
                 frame-src a o/_sala/problems",
            ),
            (
                "img-src 'self'; script-src; upgrade-insecure-requests",
                "img-src 'self'; script-src o/_sala/preview.js",
            ),
            ("", ""),
        ] {
            assert_eq!(widened(policy, "o"), expected, "{policy}");
        }
    }
}
