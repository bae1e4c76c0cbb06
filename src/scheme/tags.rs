//! A page → the same page with some of its tags changed; and the address that a link of a page means.
//!
//! Pages are those that templates wrote, so tags are parted as browsers part them, and text stays as it is.

use super::tag::{attribute, decoded, name_of};
use percent_encoding::percent_decode_str;

/// A tag that opens an element.
pub struct Tag<'page> {
    /// In small letters.
    pub name: String,
    /// As they are written.
    pub attributes: Vec<(&'page str, String)>,
}

impl Tag<'_> {
    /// The value of an attribute, with its references resolved.
    pub fn value(&self, name: &str) -> Option<String> {
        let own = self.attributes.iter().find(|(own, _)| *own == name);
        own.map(|(_, value)| decoded(value).into_owned())
    }
}

/// What becomes of a tag.
pub enum Change {
    Nothing,
    /// It and all that stands in it goes.
    Gone,
    /// Only the tag goes: its element holds nothing.
    TagGone,
    /// These attributes take the place of its own. Their values are written as they are.
    Attributes(Vec<(String, String)>),
}

/// The page with each tag as `change` says.
pub fn changed(page: &str, mut change: impl FnMut(&Tag<'_>) -> Change) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = after(comment, "-->");
            continue;
        }
        // A sign of less is text.
        if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')) {
            out.push('<');
            rest = &rest[1..];
            continue;
        }
        let end = end_of_tag(rest);
        let (whole, behind) = rest.split_at(end);
        rest = behind;
        if !whole[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            out.push_str(whole);
            continue;
        }
        let tag = read(whole);
        let close = format!("</{}", tag.name);
        match change(&tag) {
            Change::Nothing => out.push_str(whole),
            Change::Gone => {
                rest = after(after(rest, &close), ">");
                continue;
            }
            Change::TagGone => continue,
            Change::Attributes(attributes) => write(whole, &attributes, &mut out),
        }
        // What stands in these is no tag.
        if matches!(tag.name.as_str(), "script" | "style") {
            let inside = rest.find(&close).unwrap_or(rest.len());
            out.push_str(&rest[..inside]);
            rest = &rest[inside..];
        }
    }
    out.push_str(rest);
    out
}

/// What stands behind the first `mark`.
pub fn after<'text>(text: &'text str, mark: &str) -> &'text str {
    text.split_once(mark).map_or("", |(_, behind)| behind)
}

/// Where the tag at the beginning of the text ends; a `>` in quotation marks ends none.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn read(whole: &str) -> Tag<'_> {
    let (name, mut rest) = name_of(&whole[1..]);
    let mut attributes = Vec::new();
    while let Some((name, value, behind)) = attribute(rest) {
        attributes.push((name, value.to_owned()));
        rest = behind;
    }
    Tag {
        name: name.to_ascii_lowercase(),
        attributes,
    }
}

fn write(whole: &str, attributes: &[(String, String)], out: &mut String) {
    out.push('<');
    out.push_str(name_of(&whole[1..]).0);
    for (name, value) in attributes {
        let quote = if value.contains('"') { '\'' } else { '"' };
        out.push_str(&format!(" {name}={quote}{value}{quote}"));
    }
    out.push_str(if whole.ends_with("/>") { "/>" } else { ">" });
}

/// A place within the site that a link leads to.
pub struct Address {
    /// The path of a file.
    pub path: String,
    /// With its `#`, as it was written; or nothing.
    pub fragment: String,
    /// From the site's top, as a link writes it.
    written: String,
}

impl Address {
    /// What an address means that stands in the page at `from`; nothing if it leads elsewhere, or to a place
    /// in the page itself.
    pub fn of(from: &str, address: &str) -> Option<Address> {
        let address = address.trim();
        let (rest, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
        let (relative, _) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
        let has_scheme = relative
            .find([':', '/'])
            .is_some_and(|at| relative[at..].starts_with(':'));
        if relative.is_empty() || has_scheme || relative.starts_with('/') {
            return None;
        }
        let mut folders: Vec<&str> = from.split('/').collect();
        folders.pop();
        for part in relative.split('/') {
            match part {
                "." => {}
                ".." => drop(folders.pop()),
                part => folders.push(part),
            }
        }
        let is_folder = relative.ends_with(['/', '.']);
        let mut written = folders.join("/");
        if is_folder && !written.is_empty() && !written.ends_with('/') {
            written.push('/');
        }
        let mut path = percent_decode_str(&written)
            .decode_utf8_lossy()
            .into_owned();
        if path.is_empty() || path.ends_with('/') {
            path.push_str("index.html");
        }
        Some(Address {
            path,
            fragment: fragment.to_owned(),
            written,
        })
    }

    /// Where it stands on the web.
    pub fn on_the_web(&self, base_url: &str) -> String {
        let written = match self.written.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => &self.written,
        };
        format!("{base_url}{written}{}", self.fragment)
    }
}

/// The page at `path` with other addresses in its links, where `other` gives one.
pub fn with_links(page: &str, path: &str, other: impl Fn(&Address) -> Option<String>) -> String {
    changed(page, |tag| {
        let address = tag.value("href").filter(|_| tag.name == "a");
        let address = address.and_then(|address| Address::of(path, &address));
        let Some(other) = address.and_then(|address| other(&address)) else {
            return Change::Nothing;
        };
        let attributes = tag.attributes.iter();
        let attributes = attributes.map(|(name, value)| match *name {
            "href" => ("href".to_owned(), escaped(&other)),
            name => (name.to_owned(), value.clone()),
        });
        Change::Attributes(attributes.collect())
    })
}

/// Text as the value of an attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_means_a_file_of_the_site() {
        let means = |from, address| {
            Address::of(from, address)
                .map(|found| (found.path.clone(), found.on_the_web("https://a.example/b/")))
        };
        let is = |path: &str, url: &str| Some((path.to_owned(), url.to_owned()));
        for (from, address, expected) in [
            (
                "index.html",
                "learn/index.html#a",
                is("learn/index.html", "https://a.example/b/learn/#a"),
            ),
            (
                "en/learn/index.html",
                "../../index.html",
                is("index.html", "https://a.example/b/"),
            ),
            (
                "en/index.html",
                "../",
                is("index.html", "https://a.example/b/"),
            ),
            (
                "en/a/index.html",
                "%E1%9E%80.pdf?x=1",
                is("en/a/ក.pdf", "https://a.example/b/en/a/%E1%9E%80.pdf"),
            ),
            ("index.html", "#a", None),
            ("index.html", "https://b.example/", None),
            ("index.html", "tel:+855", None),
            ("index.html", "//b.example/", None),
        ] {
            assert_eq!(means(from, address), expected, "{address}");
        }
    }

    #[test]
    fn tags_change_and_all_else_stays() {
        let page = "<p title='a>b'>1 < 2<!-- <b> --></p><script>if (a<b) c()</script><br/><i>x</i>";
        let change = |tag: &Tag<'_>| match tag.name.as_str() {
            "p" => Change::Attributes(vec![("title".to_owned(), tag.attributes[0].1.clone())]),
            "br" => Change::TagGone,
            "i" => Change::Gone,
            _ => Change::Nothing,
        };
        let expected = "<p title=\"a>b\">1 < 2</p><script>if (a<b) c()</script>";
        assert_eq!(changed(page, change), expected);
    }
}
