//! An address that somebody wrote → how it begins as browsers read it, and whether a page may carry it:
//! the one check that every address goes through, wherever it was written.
//!
//! A leaf: it knows no files and no messages.

pub mod tag;
pub mod tags;

/// What an address may begin with, besides a path.
pub const SCHEMES: &[&str] = &["http", "https", "mailto", "sms", "tel"];

/// What browsers run.
const SCRIPTS: &[&str] = &["javascript", "livescript", "mocha", "vbscript"];

/// What they take from the address itself, or from the reader's own machine. These are words of every
/// day too, before a colon and a space.
const OWN: &[&str] = &["blob", "data", "file", "filesystem", "view-source"];

/// Why no page may carry an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// `//host`, whose scheme would be that of the page.
    OfThePage,
    /// A scheme that is none of those known to be harmless, or one that is hidden.
    Scheme,
}

/// Whether a page may carry this address: a path, or one that begins with one of the [`SCHEMES`].
pub fn check(address: &str) -> Result<(), Refused> {
    match begins(address) {
        Begins::Path => Ok(()),
        Begins::OfThePage => Err(Refused::OfThePage),
        Begins::With(scheme) if SCHEMES.contains(&scheme.as_str()) => Ok(()),
        Begins::With(_) | Begins::Hidden => Err(Refused::Scheme),
    }
}

/// Whether it is a path below the site, without scheme and host.
pub fn is_path(address: &str) -> bool {
    matches!(begins(address), Begins::Path)
}

/// Whether it is the whole address of a web page: with `http` or `https`, and with a host.
pub fn is_web_address(address: &str) -> bool {
    let Begins::With(scheme) = begins(address) else {
        return false;
    };
    let host = address
        .get(scheme.len()..)
        .and_then(|rest| rest.strip_prefix("://"));
    let plain = |c: char| {
        !c.is_whitespace() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
    };
    matches!(scheme.as_str(), "http" | "https")
        && host.is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '?', '#', ':', '@']))
        && address.chars().all(plain)
}

/// How many letters an address may have that somebody types from paper in good spirits.
const LONGEST_TYPED: usize = 60;

/// What programs add before an address by themselves: those of the web, and others.
const ADDED_ON_THE_WEB: &[&str] = &["https://", "http://"];
const ADDED: &[&str] = &["mailto:", "tel:", "sms:"];

/// An address without what programs add by themselves; nothing if it begins with nothing of that.
pub fn bare(address: &str) -> Option<&str> {
    without(address, ADDED_ON_THE_WEB).or_else(|| without(address, ADDED))
}

fn without<'address>(address: &'address str, added: &[&str]) -> Option<&'address str> {
    let bare = added
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme))?;
    Some(bare.strip_suffix('/').unwrap_or(bare))
}

/// What somebody who holds paper types of an address of any kind; nothing if nobody would.
pub fn typed_from_paper(address: &str) -> Option<&str> {
    bare(address).filter(|bare| bare.chars().count() <= LONGEST_TYPED)
}

/// What somebody types of an address that is made to be typed: a host, and a path below it, without what browsers
/// add by themselves. Nothing if it has anything else, or is no such address.
pub fn typed(address: &str) -> Option<&str> {
    let bare = without(address, ADDED_ON_THE_WEB);
    let bare = bare.unwrap_or_else(|| address.strip_suffix('/').unwrap_or(address));
    let (host, path) = bare.split_once('/').unwrap_or((bare, "a"));
    let is_label = |label: &str| {
        let letters = |c: char| c.is_ascii_alphanumeric() || c == '-' || !c.is_ascii();
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(letters)
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_host = host.contains('.')
        && host.split('.').all(is_label)
        && !last.bytes().all(|byte| byte.is_ascii_digit());
    let in_a_path =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~') || !c.is_ascii();
    let is_part = |part: &str| !part.is_empty() && part.chars().all(in_a_path);
    let is_plain = |c: char| !c.is_whitespace() && !is_passed_over(c);
    let is_typed = is_host
        && path.split('/').all(is_part)
        && bare.chars().all(is_plain)
        && bare.chars().count() <= LONGEST_TYPED;
    is_typed.then_some(bare)
}

/// Whether some text that nobody said is an address would be acted upon if it stood as one.
pub fn is_active(text: &str) -> bool {
    // The longest of them, with room for what browsers pass over.
    let end = (0..=text.len().min(4096))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    let beginning = &text[..end.unwrap_or(0)];
    let mut scheme = String::new();
    let mut seen = beginning.chars().filter(|c| !is_passed_over(*c));
    while let Some(c) = seen.next() {
        match c {
            ':' => {
                let is_word = seen.next().is_none_or(char::is_whitespace);
                return SCRIPTS.contains(&scheme.as_str())
                    || OWN.contains(&scheme.as_str()) && !is_word;
            }
            _ if c.is_whitespace() && scheme.is_empty() => {}
            'a'..='z' | 'A'..='Z' | '-' => scheme.push(c.to_ascii_lowercase()),
            _ => return false,
        }
        if scheme.len() > 16 {
            return false;
        }
    }
    false
}

enum Begins {
    Path,
    OfThePage,
    /// In lower case.
    With(String),
    Hidden,
}

fn begins(address: &str) -> Begins {
    let before_path = address.split(['/', '?', '#', '\\']).next().unwrap_or("");
    if address.chars().any(char::is_control) || before_path.chars().any(is_passed_over) {
        return Begins::Hidden;
    }
    let trimmed = address.trim_start();
    if trimmed.starts_with(['/', '\\']) && trimmed[1..].starts_with(['/', '\\']) {
        return Begins::OfThePage;
    }
    match before_path.split_once(':') {
        None => Begins::Path,
        Some((scheme, _)) => Begins::With(scheme.trim().to_ascii_lowercase()),
    }
}

/// Control and invisible characters: browsers drop some of them before they look for a scheme, and
/// nobody sees the others.
fn is_passed_over(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTIVE: [&str; 14] = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "\u{a0}javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "java\r\nscript\t:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\u{ad}script:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "blob:x",
        "javascript\u{200b}:x",
    ];

    #[test]
    fn paths_and_the_five_schemes_pass() {
        for address in [
            "@/learn/water.md#a",
            "../x/",
            "#top",
            "?q=a:b",
            "https://example.org/a:b",
            "HTTP://example.org",
            "tel:+85512345678",
            "mailto:a@example.org",
            "sms:123",
        ] {
            assert_eq!(check(address), Ok(()), "{address}");
            assert!(!is_active(address), "{address}");
        }
    }

    #[test]
    fn a_script_is_refused_in_every_spelling() {
        for address in ACTIVE {
            assert_eq!(check(address), Err(Refused::Scheme), "{address:?}");
            assert!(is_active(address), "{address:?}");
            assert!(!is_web_address(address), "{address:?}");
        }
        assert_eq!(check("javascript%3a:x"), Err(Refused::Scheme));
        for address in ["//evil.example", "/\\evil.example", " //evil.example"] {
            assert_eq!(check(address), Err(Refused::OfThePage), "{address}");
        }
    }

    #[test]
    fn what_only_looks_like_a_scheme_is_text() {
        for text in [
            "",
            "note: javascript:x",
            "javascript",
            "Java script: a language",
            "data about water: 5",
            "ទិន្នន័យ: ៥",
            "12:30",
            "Data: see below",
            "file:",
            "fileserver:x",
        ] {
            assert!(!is_active(text), "{text}");
        }
    }

    #[test]
    fn what_somebody_types_from_paper_is_a_host_and_a_path() {
        for (address, expected) in [
            ("sala.example", "sala.example"),
            ("https://sala.example/", "sala.example"),
            ("http://sala.example/ask/", "sala.example/ask"),
            ("Sala-1.example/a_b/c.html", "Sala-1.example/a_b/c.html"),
            ("ថវិកា.example/សួរ", "ថវិកា.example/សួរ"),
        ] {
            assert_eq!(typed(address), Some(expected), "{address}");
        }
        for address in [
            "",
            "sala",
            "sala.",
            ".example",
            "sala..example",
            "-sala.example",
            "sala-.example",
            "10.0.0.1",
            "12.5",
            "sala.example//a",
            "/ask",
            "ftp://sala.example",
            "mailto:a@sala.example",
            "a@sala.example",
            "sala.example:80",
            "sala.example/?q=a",
            "sala.example/a#b",
            "sala.example/a b",
            "sala.\u{200b}example",
            "sala.example/\u{202e}a",
            "012 345 678",
            "sala.example/a-path-that-nobody-would-like-to-type-from-a-sheet-of-paper",
        ] {
            assert_eq!(typed(address), None, "{address:?}");
        }
    }

    #[test]
    fn who_holds_paper_types_an_address_of_any_kind_that_is_short() {
        for (address, expected) in [
            ("https://sala.example/", Some("sala.example")),
            ("http://sala.example/?q=a#b", Some("sala.example/?q=a#b")),
            ("mailto:a@sala.example", Some("a@sala.example")),
            ("tel:012345678", Some("012345678")),
            ("sms:012345678", Some("012345678")),
            ("sala.example", None),
            ("ftp://sala.example", None),
        ] {
            assert_eq!(typed_from_paper(address), expected, "{address}");
        }
        let long = |letters: usize| format!("https://{}/", "ក".repeat(letters));
        assert!(typed_from_paper(&long(60)).is_some());
        assert!(typed_from_paper(&long(61)).is_none());
        assert!(bare(&long(61)).is_some());
    }

    #[test]
    fn a_web_address_is_whole() {
        for address in [
            "https://mef.gov.kh",
            "http://a.example/b?c=d#e",
            "HTTPS://ក.example/ខ",
        ] {
            assert!(is_web_address(address), "{address}");
        }
        for address in [
            "",
            "mef.gov.kh",
            "www.mef.gov.kh",
            "/data/a.pdf",
            "//mef.gov.kh",
            "https:mef.gov.kh",
            "https://",
            "https:///a",
            "https://a b",
            "https://a\"b",
            "mailto:a@example.org",
            "tel:12",
            "ftp://a.example",
            "https\u{200b}://a.example",
            " https://a.example",
        ] {
            assert!(!is_web_address(address), "{address}");
        }
    }
}
