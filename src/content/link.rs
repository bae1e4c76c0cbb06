//! A link's target as written → what kind of thing it names. Whether that is there is another stage's
//! question.

use std::fmt;

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
        if has_scheme(target) {
            return Link::Outside(target.into());
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
        assert!(Link::read("HTTPS://example.org").leads_out());
        assert!(!Link::read("tel:012").leads_out());
    }
}
