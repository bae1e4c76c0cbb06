//! A link's target as written → what kind of thing it names. Whether that is there is another stage's
//! question.

use crate::khmer::normalise;
use crate::khmer::number::to_latin_digits;
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// What a link names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// `@/dir/page.md#id`: a page by its file below `content/`.
    Page {
        path: Box<str>,
        fragment: Option<Box<str>>,
    },
    /// `#id`: a place of this page.
    Here(Box<str>),
    /// `/path` below `static/`, or a file beside the page.
    File {
        path: Box<str>,
        fragment: Option<Box<str>>,
    },
    /// With a scheme: a web address, a telephone number.
    Outside(Box<str>),
}

impl Link {
    /// Reads a target, its entities and escapes already resolved.
    pub fn read(target: &str) -> Link {
        if let Some(rest) = target.strip_prefix("@/") {
            let (path, fragment) = split_fragment(rest);
            return Link::Page { path, fragment };
        }
        if let Some(id) = target.strip_prefix('#') {
            return Link::Here(id.into());
        }
        if let Some(url) = outside(target) {
            return Link::Outside(url);
        }
        let (path, fragment) = split_fragment(target);
        Link::File { path, fragment }
    }

    /// Whether it leads to a web page of somebody else.
    pub fn leads_out(&self) -> bool {
        let Link::Outside(url) = self else {
            return false;
        };
        ["http:", "https:"].iter().any(|scheme| {
            url.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        })
    }
}

/// The files below the campaign's folder that a target in the page at `page` may name, the likeliest
/// first.
///
/// Without a slash before it, it counts from the page's own file, as editors and hosts of repositories
/// show it; with one, from the site's front page or from the campaign's folder. None leads out of the
/// campaign.
pub fn files_named(page: &str, target: &str) -> Vec<String> {
    let target = target.split('#').next().unwrap_or(target);
    let decoded = percent_encoding::percent_decode_str(target).decode_utf8_lossy();
    // Names of files are normalised where they are read, whatever the text keeps as typed.
    let decoded = match decoded.is_ascii() {
        true => decoded,
        false => normalise(&decoded).nfc().collect::<String>().into(),
    };
    let Some(below) = decoded.strip_prefix('/') else {
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        return joined(folder, &decoded).into_iter().collect();
    };
    ["static", "content", ""]
        .into_iter()
        .filter_map(|folder| joined(folder, below))
        .collect()
}

/// The path that a relative one leads to from a folder; nothing if it leads out of the campaign.
fn joined(folder: &str, relative: &str) -> Option<String> {
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in relative.split(['/', '\\']) {
        match name {
            "" | "." => {}
            ".." => {
                names.pop()?;
            }
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

/// An address of its own: with a scheme, or one that is plainly meant so. A telephone number is written
/// as phones read it, however its author parted its digits, and in whatever digits.
fn outside(target: &str) -> Option<Box<str>> {
    if has_scheme(target) {
        let (scheme, number) = target.split_once(':')?;
        let scheme = scheme.to_ascii_lowercase();
        let host = number.trim_start_matches('/');
        if matches!(scheme.as_str(), "http" | "https") && number.len() != host.len() + 2 {
            return Some(format!("{scheme}://{}", host.replace(' ', "%20")).into());
        }
        if scheme == "mailto" {
            let (whom, more) = match number.find('?') {
                Some(more) => number.split_at(more),
                None => (number, ""),
            };
            let is_none_of_it = |c: char| c.is_whitespace() || c == '\u{200b}';
            let whom = whom.trim_start_matches('/').replace(is_none_of_it, "");
            return Some(format!("{scheme}:{whom}{}", more.replace(' ', "%20")).into());
        }
        if target.contains(' ') && matches!(scheme.as_str(), "http" | "https") {
            return Some(target.replace(' ', "%20").into());
        }
        let is_number = matches!(scheme.as_str(), "tel" | "sms");
        let dialled = is_number.then(|| dialled(number)).flatten();
        return Some(match dialled {
            Some(number) => format!("{scheme}:{number}").into(),
            None => target.into(),
        });
    }
    if is_phone_number(target) {
        return Some(format!("tel:{}", dialled(target)?).into());
    }
    if target.get(..4)?.eq_ignore_ascii_case("www.") && target[4..].contains('.') {
        return Some(format!("https://{target}").into());
    }
    is_mail_address(target).then(|| format!("mailto:{target}").into())
}

/// Whether a target with spaces in it plainly names something: a file by its ending, a path, a number.
pub(super) fn names_with_spaces(target: &str) -> bool {
    let begins = [
        "/", "./", "../", "@/", "tel:", "sms:", "http:", "https:", "www.",
    ];
    let path = target.split(['#', '?']).next().unwrap_or(target);
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_ending =
        (1..=8).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric());
    is_ending || begins.iter().any(|begin| target.starts_with(begin)) || is_phone_number(target)
}

/// A number as phones dial it, with what follows it in a URI; nothing if it is none.
fn dialled(number: &str) -> Option<String> {
    let decoded = percent_encoding::percent_decode_str(number).decode_utf8_lossy();
    let end = decoded.find([';', '?']).unwrap_or(decoded.len());
    let (number, rest) = decoded.split_at(end);
    let mut latin = to_latin_digits(number);
    if latin.trim_start().starts_with('+') {
        // Dialled at home only.
        latin = latin.replacen("(0)", "", 1);
    }
    let mut out = String::with_capacity(number.len());
    for c in latin.trim_start_matches('/').chars() {
        match c {
            '0'..='9' | '+' | '*' | '#' => out.push(c),
            '-' | '.' | '(' | ')' | '/' | '\u{200b}' | '\u{2010}'..='\u{2013}' => {}
            c if c.is_whitespace() => {}
            _ => return None,
        }
    }
    out.push_str(rest);
    Some(out)
}

/// Whether it is nothing but a telephone number of this country, or one with its country's.
fn is_phone_number(target: &str) -> bool {
    if target.len() > 64 {
        return false;
    }
    let latin = to_latin_digits(target);
    let digits = latin.bytes().filter(u8::is_ascii_digit).count();
    latin.trim_start().starts_with(['0', '+', '('])
        && (8..=15).contains(&digits)
        && latin.chars().all(|c| {
            c.is_ascii_digit()
                || c.is_whitespace()
                || matches!(c, '+' | '-' | '(' | ')' | '\u{200b}')
        })
}

/// Whether it is nothing but an e-mail address.
fn is_mail_address(target: &str) -> bool {
    let Some((name, host)) = target.split_once('@') else {
        return false;
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    !name.is_empty() && name.chars().all(plain) && host.contains('.') && host.chars().all(plain)
}

fn split_fragment(target: &str) -> (Box<str>, Option<Box<str>>) {
    match target.split_once('#') {
        Some((path, fragment)) => (path.into(), Some(fragment.into())),
        None => (target.into(), None),
    }
}

fn has_scheme(target: &str) -> bool {
    target.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty()
            && scheme
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'+')
    })
}

impl fmt::Display for Link {
    /// As written.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (begin, path, fragment) = match self {
            Link::Page { path, fragment } => ("@/", path, fragment),
            Link::File { path, fragment } => ("", path, fragment),
            Link::Here(id) => return write!(formatter, "#{id}"),
            Link::Outside(url) => return formatter.write_str(url),
        };
        write!(formatter, "{begin}{path}")?;
        match fragment {
            Some(fragment) => write!(formatter, "#{fragment}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_from_the_file_of_the_page() {
        for (target, files) in [
            ("x.jpg", &["content/news/x.jpg"][..]),
            ("./x.jpg#page=2", &["content/news/x.jpg"]),
            ("photos/x%20y.jpg", &["content/news/photos/x y.jpg"]),
            ("photos\\x.jpg", &["content/news/photos/x.jpg"]),
            ("../images/x.jpg", &["content/images/x.jpg"]),
            ("../../static/x.jpg", &["static/x.jpg"]),
            ("../../../x.jpg", &[]),
            ("ស្រី្ត.jpg", &["content/news/ស្ត្រី.jpg"]),
            ("/x.jpg", &["static/x.jpg", "content/x.jpg", "x.jpg"]),
        ] {
            assert_eq!(files_named("content/news/a.md", target), files, "{target}");
        }
    }

    #[test]
    fn a_target_says_what_kind_of_thing_it_names() {
        for (target, kind) in [
            ("@/learn/a.md#b", "Page"),
            ("@/learn/a.md", "Page"),
            ("#b", "Here"),
            ("https://example.org/#x", "Outside"),
            ("tel:012", "Outside"),
            ("mailto:a@example.org", "Outside"),
            ("plan.pdf#page=2", "File"),
            ("/data/a.csv", "File"),
            ("a/b:c", "File"),
        ] {
            let link = Link::read(target);
            assert!(format!("{link:?}").starts_with(kind), "{target}: {link:?}");
            assert_eq!(link.to_string(), target);
        }
        for (target, url) in [
            ("tel:០១២ ៣៤៥-៦៧៨", "tel:012345678"),
            ("TEL:+855 (0)12.345", "tel:+85512345"),
            ("tel:012%20345;ext=2", "tel:012345;ext=2"),
            ("tel:*123#", "tel:*123#"),
            ("sms:០១២?body=a b", "sms:012?body=a b"),
            ("tel:office", "tel:office"),
            ("mailto: a@x.org", "mailto:a@x.org"),
            (
                "Mailto://a@x.org, \u{200b}b@x.org?subject=a b",
                "mailto:a@x.org,b@x.org?subject=a%20b",
            ),
            ("http:/x.org/a//b", "http://x.org/a//b"),
            ("HTTPS:x.org", "https://x.org"),
            ("០១២ ៣៤៥ ៦៧៨", "tel:012345678"),
            ("+855 12 345 678", "tel:+85512345678"),
            ("www.x.org/a#b", "https://www.x.org/a#b"),
            ("info@x.org", "mailto:info@x.org"),
        ] {
            assert_eq!(Link::read(target), Link::Outside(url.into()), "{target}");
        }
        for target in ["2026", "01-02.pdf", "www", "@.pdf", "012", "a/b@x.org"] {
            let link = Link::read(target);
            assert!(matches!(link, Link::File { .. }), "{target}: {link:?}");
        }
        assert!(Link::read("HTTPS://example.org").leads_out());
        assert!(!Link::read("tel:012").leads_out());
    }
}
