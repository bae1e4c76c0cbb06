//! A page as its template wrote it → an address in it that no page may carry.
//!
//! Whatever an author can write may be put into an address by a theme, alone or with what stands around
//! it; so the last check is of what came out. It knows the attributes in which browsers look for
//! addresses. What it takes from the templates is which schemes stand there in so many words: a theme
//! that links to a map or a messenger may.

use crate::scheme;
use crate::scheme::tag::{as_browsers_read, attribute, decoded, name_of};
use memchr::memmem;
use std::collections::BTreeMap;

/// Attributes that hold an address.
const PLAIN: &[&str] = &[
    "action",
    "archive",
    "background",
    "cite",
    "classid",
    "codebase",
    "data",
    "dynsrc",
    "formaction",
    "href",
    "icon",
    "longdesc",
    "lowsrc",
    "manifest",
    "poster",
    "profile",
    "src",
    "usemap",
    "xlink:href",
    "xml:base",
];

/// Attributes that hold several addresses.
const LISTS: &[&str] = &["imagesrcset", "ping", "srcset", "values"];

/// Attributes that hold addresses among other things.
const STYLES: &[&str] = &[
    "by",
    "fill",
    "filter",
    "from",
    "imagesizes",
    "mask",
    "style",
    "to",
];

/// Tells which tags of a page could hold an address that is more than a path: all others need no look.
/// The page is gone through once for each mark, however many tags it has.
pub(super) struct Marks<'page> {
    page: &'page str,
    strokes: memmem::Finder<'static>,
    /// Where a scheme's colon may stand next, and two strokes, from the last tag on.
    next_colon: usize,
    next_strokes: usize,
}

impl<'page> Marks<'page> {
    pub(super) fn of(page: &'page str) -> Marks<'page> {
        Marks {
            page,
            strokes: memmem::Finder::new(b"//"),
            next_colon: 0,
            next_strokes: 0,
        }
    }

    /// Whether a mark stands in `tag`, a part of the page behind all those that were asked about.
    pub(super) fn stand_in(&mut self, tag: &'page str) -> bool {
        let start = tag.as_ptr() as usize - self.page.as_ptr() as usize;
        let end = start + tag.len();
        let rest = &self.page.as_bytes()[start..];
        let found = |at: Option<usize>| at.map_or(usize::MAX, |at| start + at);
        if self.next_colon <= start {
            self.next_colon = found(memchr::memchr3(b':', b'&', b'\\', rest));
        }
        if self.next_strokes <= start {
            self.next_strokes = found(self.strokes.find(rest));
        }
        self.next_colon.min(self.next_strokes) < end
    }
}

/// Whether such a mark stands in the value of an attribute.
fn may_lead_out(value: &str) -> bool {
    let mut before = b' ';
    value.bytes().any(|byte| {
        let is_second_stroke = byte == b'/' && before == b'/';
        before = byte;
        is_second_stroke || matches!(byte, b':' | b'&' | b'\\' | b'\t' | b'\n' | b'\r')
    })
}

/// The first address of a tag that no page may carry.
pub(super) fn refused(tag: &str, templates: &BTreeMap<String, String>) -> Option<String> {
    let (element, mut rest) = name_of(tag.strip_prefix('<')?);
    while let Some((name, value, after)) = attribute(rest) {
        rest = after;
        let found = match holds(name) {
            Some(holds) if may_lead_out(value) => addresses(holds, tag, &decoded(value)),
            _ => continue,
        };
        let is_refused = |address: &String| {
            scheme::check(address).is_err()
                && !is_picture(element, name, address)
                && !stands_in(address, templates)
        };
        if let Some(address) = found.into_iter().find(is_refused) {
            return Some(address);
        }
    }
    None
}

/// How addresses stand in an attribute.
enum Holds {
    One,
    Several,
    AmongOthers,
    /// `0; url=…`, in a tag that leads readers on.
    Refresh,
}

fn holds(attribute: &str) -> Option<Holds> {
    let is = |known: &&str| attribute.eq_ignore_ascii_case(known);
    if PLAIN.iter().any(&is) {
        Some(Holds::One)
    } else if LISTS.iter().any(&is) {
        Some(Holds::Several)
    } else if STYLES.iter().any(&is) {
        Some(Holds::AmongOthers)
    } else {
        is(&"content").then_some(Holds::Refresh)
    }
}

/// What browsers would ask for, or act upon, in the value of an attribute of this tag.
fn addresses(holds: Holds, tag: &str, value: &str) -> Vec<String> {
    match holds {
        Holds::One => vec![as_browsers_read(value)],
        Holds::Several => {
            let parts = value.split([',', ';', ' ', '\n', '\t']);
            parts.map(as_browsers_read).collect()
        }
        Holds::AmongOthers => in_style(value),
        Holds::Refresh if refreshes(tag) => vec![in_refresh(value)],
        Holds::Refresh => Vec::new(),
    }
}

/// A picture that stands in the page itself runs nothing.
fn is_picture(element: &str, attribute: &str, address: &str) -> bool {
    let (element, attribute) = (element.to_ascii_lowercase(), attribute.to_ascii_lowercase());
    let shows = matches!(
        (element.as_str(), attribute.as_str()),
        (
            "img" | "input" | "source" | "image",
            "src" | "srcset" | "href" | "xlink:href"
        ) | ("video", "poster")
            | ("link", "href")
            | (_, "style" | "fill" | "filter" | "mask" | "background")
    );
    let small = address.to_ascii_lowercase();
    // An empty one keeps browsers from asking for an icon.
    shows && (small.starts_with("data:image/") || small == "data:,")
}

/// Whether a template says this scheme itself, and it is none that browsers act upon.
fn stands_in(address: &str, templates: &BTreeMap<String, String>) -> bool {
    let Some((scheme, _)) = address.split_once(':') else {
        return false;
    };
    let is_name = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let with_quote = ["\"", "'"].map(|quote| format!("={quote}{scheme}:"));
    // With a letter behind it, so that it is no word before a colon.
    is_name
        && !scheme::is_active(&format!("{scheme}:x"))
        && templates
            .values()
            .any(|template| with_quote.iter().any(|begins| template.contains(begins)))
}

/// What a style asks for: `url(…)`, and whole values too, since an address there is none of style.
fn in_style(value: &str) -> Vec<String> {
    let mut found = Vec::new();
    let small = value.to_ascii_lowercase();
    for (at, _) in small.match_indices("url(") {
        let inside = value[at + 4..].split(')').next().unwrap_or_default();
        let inside = inside.trim_matches(|c: char| c.is_whitespace() || "'\"".contains(c));
        found.push(as_browsers_read(inside));
    }
    if scheme::is_active(value) {
        found.push(value.to_owned());
    }
    found
}

/// Whether the tag leads readers on by itself.
fn refreshes(tag: &str) -> bool {
    let mut rest = name_of(tag.strip_prefix('<').unwrap_or(tag)).1;
    while let Some((name, value, after)) = attribute(rest) {
        rest = after;
        if name.eq_ignore_ascii_case("http-equiv") && decoded(value).eq_ignore_ascii_case("refresh")
        {
            return true;
        }
    }
    false
}

/// The address behind `0; url=`; the word may be missing.
fn in_refresh(value: &str) -> String {
    let behind = value
        .split_once([';', ','])
        .map_or("", |(_, behind)| behind)
        .trim_start();
    let word = behind
        .get(..3)
        .filter(|word| word.eq_ignore_ascii_case("url"));
    let named = word.and_then(|_| behind[3..].trim_start().strip_prefix('='));
    let address = named
        .unwrap_or(behind)
        .trim_start()
        .trim_start_matches(['"', '\'']);
    as_browsers_read(address.split(['"', '\'']).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn templates() -> BTreeMap<String, String> {
        let text = "<a href=\"geo:11,104\"></a> <a href='tg://x'></a> <a href=\"javascript:go()\">";
        BTreeMap::from([("a.html".to_owned(), text.to_owned())])
    }

    #[test]
    fn a_script_is_found_in_every_attribute_and_spelling() {
        for tag in [
            "<a href=\"javascript:alert(1)\">",
            "<A HREF='JavaScript:x'>",
            "<a href=javascript:x>",
            "<a\thref\n=\n\"javascript:x\">",
            "<a href=\"java\nscript:x\">",
            "<a href=\" \u{1}javascript:x\">",
            "<a href=\"javascript&colon;x\">",
            "<a href=\"java&Tab;script:x\">",
            "<a href=\"java&NewLine;script&#58;x\">",
            "<a href=\"&#x6A;avascript:x\">",
            "<a href=\"&#0000106avascript:x\">",
            "<a href=\"j&#97;vascript&#x3a;x\">",
            "<a title=\">\" href=\"javascript:x\">",
            "<a/href=\"javascript:x\">",
            "<a href=\"x\" xlink:href=\"javascript:x\">",
            "<a href=\"data:text/html,x\">",
            "<a href=\"vbscript:x\">",
            "<a href=\"//evil.example\">",
            "<a href=\"/\\evil.example\">",
            "<a href=\"\\\\evil.example\">",
            "<a href=\"&#x2f;&sol;evil.example\">",
            "<a href=\"/\t/evil.example\">",
            "<a href=\"/\n/evil.example\">",
            "<a href=\"whatsapp://send\">",
            "<form action=\"javascript:x\">",
            "<button formaction=\"javascript:x\">",
            "<iframe src=\"javascript:x\">",
            "<object data=\"data:text/html,x\">",
            "<img src=\"javascript:x\">",
            "<img srcset=\"a.png 1x, javascript:x 2x\">",
            "<video poster=\"javascript:x\">",
            "<p style=\"background: url( 'javascript:x' )\">",
            "<p style=\"background: url(//evil.example/a.png)\">",
            "<meta http-equiv=\"refresh\" content=\"0; URL='javascript:x'\">",
            "<meta content=\"0,javascript:x\" http-equiv=Refresh>",
            "<svg><animate values=\"javascript:x\">",
            "<animate attributeName=\"href\" to=\"javascript:x\">",
        ] {
            let page = format!("a: b\n{tag}\n//");
            let tag = &page[page.rfind('<').unwrap()..page.rfind('\n').unwrap()];
            let is_tidy = !tag.contains(['\t', '\n']);
            assert!(!is_tidy || Marks::of(&page).stand_in(tag), "{tag}");
            assert!(refused(tag, &templates()).is_some(), "{tag}");
        }
    }

    #[test]
    fn each_tag_is_told_by_its_own_marks() {
        let tags = [
            ("<a href=x>", false),
            ("<a href=a:b>", true),
            ("<i>", false),
            ("<a href=//x>", true),
            ("<a href=/x/>", false),
            ("<a href=a&amp;b>", true),
            ("<b>", false),
        ];
        let page: String = tags.iter().map(|(tag, _)| format!(":{tag}//\n")).collect();
        let mut marks = Marks::of(&page);
        let mut at = 0;
        for (tag, holds) in tags {
            let start = at + page[at..].find(tag).unwrap();
            at = start + tag.len();
            assert_eq!(marks.stand_in(&page[start..at]), holds, "{tag}");
        }
    }

    #[test]
    fn what_leads_where_it_says_is_left_alone() {
        for tag in [
            "<a href=\"../x/\">",
            "<a href=\"https://a.example/?b=c&amp;d=e:f\">",
            "<a href=\"mailto:a@b.example\">",
            "<a href=\"tel:+85512\">",
            "<a href=\"geo:1,2\">",
            "<a href=\"tg://resolve\">",
            "<a href=\"\n  https://a.example/\n\">",
            "<a href=\"#a:b\">",
            "<a title=\"javascript:x\" href=\"a\">",
            "<p title='note: //x' class=\"a:b\">",
            "<link rel=\"icon\" href=\"data:,\">",
            "<img src=\"data:image/png;base64,AAAA\" alt=\"a: b\">",
            "<p style=\"background:url(data:image/png;base64,AA)\">",
            "<meta name=\"description\" content=\"url: 5\">",
            "<meta http-equiv=\"refresh\" content=\"0; url=../a/\">",
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:x=\"urn:x\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file: data:\">",
        ] {
            assert_eq!(refused(tag, &templates()), None, "{tag}");
        }
    }
}
