//! The targets of links and pictures as an author wrote them: which of them no page may carry.
//!
//! Whether a target exists is another stage's question.

use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};

/// What a link may begin with, besides a path.
pub const SCHEMES: &[&str] = &["http", "https", "mailto", "sms", "tel"];

/// What is to be told of a target, once its place is known.
pub(super) type Refusal = fn(Place, &str) -> Diagnostic;

/// What is wrong with a link's target, its entities and escapes already resolved.
pub(super) fn check_link(target: &str) -> Result<(), Refusal> {
    if target.is_empty() {
        return Err(|place, _| diagnostic!(codes::content::LINK_EMPTY, place));
    }
    match scheme(target) {
        Scheme::None => Ok(()),
        Scheme::OfThePage => Err(|place, target| {
            let target = shown(target);
            diagnostic!(codes::content::LINK_WITHOUT_SCHEME, place, target = target)
        }),
        Scheme::Named(scheme) if SCHEMES.contains(&scheme.as_str()) => Ok(()),
        Scheme::Named(_) | Scheme::Hidden => Err(|place, target| {
            let target = shown(target);
            diagnostic!(codes::content::LINK_SCHEME, place, target = target)
        }),
    }
}

/// What is wrong with a picture's source: it must be a file of the site.
pub(super) fn check_image(source: &str) -> Result<(), Refusal> {
    match scheme(source) {
        _ if source.is_empty() => Err(|place, _| diagnostic!(codes::content::IMAGE_EMPTY, place)),
        Scheme::None => Ok(()),
        Scheme::OfThePage | Scheme::Named(_) | Scheme::Hidden => Err(|place, source| {
            let source = shown(source);
            diagnostic!(codes::content::REMOTE_IMAGE, place, source = source)
        }),
    }
}

/// A target in a message: without the characters that a terminal would act on.
fn shown(target: &str) -> String {
    target
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(80)
        .collect()
}

enum Scheme {
    None,
    /// `//host`, whose scheme would be that of the page.
    OfThePage,
    /// In lower case.
    Named(String),
    /// Control or invisible characters stand where a scheme could be: browsers drop some of them.
    Hidden,
}

fn scheme(target: &str) -> Scheme {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
    };
    let before_path = target.split(['/', '?', '#', '\\']).next().unwrap_or("");
    if target.chars().any(char::is_control) || before_path.chars().any(hidden) {
        return Scheme::Hidden;
    }
    let trimmed = target.trim_start();
    if trimmed.starts_with(['/', '\\']) && trimmed[1..].starts_with(['/', '\\']) {
        return Scheme::OfThePage;
    }
    match before_path.split_once(':') {
        None => Scheme::None,
        Some((scheme, _)) => Scheme::Named(scheme.trim().to_ascii_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(target: &str) -> &'static str {
        let refused = |refusal: Refusal| refusal(Place::Site, target).code.id;
        check_link(target).map_or_else(refused, |()| "ok")
    }

    #[test]
    fn paths_and_the_five_schemes_pass() {
        for target in [
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
            assert_eq!(link(target), "ok", "{target}");
        }
    }

    #[test]
    fn a_script_is_refused_in_every_spelling() {
        for target in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "java\u{ad}script:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "blob:x",
            "javascript\u{200b}:x",
            "javascript%3a:x",
        ] {
            assert_eq!(link(target), codes::content::LINK_SCHEME.id, "{target:?}");
        }
        assert_eq!(
            link("//evil.example"),
            codes::content::LINK_WITHOUT_SCHEME.id
        );
        assert_eq!(
            link("/\\evil.example"),
            codes::content::LINK_WITHOUT_SCHEME.id
        );
        assert_eq!(link(""), codes::content::LINK_EMPTY.id);
    }

    #[test]
    fn a_picture_is_a_file_of_the_site() {
        assert!(check_image("photo.jpg").is_ok());
        assert!(check_image("/images/a.jpg").is_ok());
        for source in [
            "https://a.example/b.png",
            "//a.example/b.png",
            "data:image/png;base64,x",
        ] {
            let refused = check_image(source).unwrap_err()(Place::Site, source);
            assert_eq!(refused.code.id, "E234", "{source}");
        }
    }
}
