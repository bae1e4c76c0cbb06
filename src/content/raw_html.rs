//! What raw HTML in Markdown may hold: the lists of elements and attributes, how a piece of it is parted,
//! and where its addresses stand. It knows no page around the piece.

use super::typed::is_space;
use crate::scheme::{self, tag};
use std::ops::Range;

/// The elements that pass, sorted.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Those that have no end.
pub(super) const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];

/// Those whose text is none for readers.
pub(super) const CODE: &[&str] = &[
    "iframe", "math", "noembed", "noframes", "script", "style", "svg",
];

/// Those that end when the next begins, or what they stand in ends.
pub(super) const ENDS_BY_ITSELF: &[&str] = &[
    "caption", "colgroup", "dd", "dt", "li", "p", "rp", "rt", "tbody", "td", "tfoot", "th",
    "thead", "tr",
];

/// The attributes that pass on every element, and on some.
const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("", &["dir", "lang", "title"]),
    ("a", &["aria-label", "href"]),
    ("bdo", &["dir"]),
    ("code", &["class"]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("del", &["datetime"]),
    ("details", &["open"]),
    ("div", &["aria-label"]),
    ("img", &["alt", "height", "loading", "src", "width"]),
    ("ins", &["datetime"]),
    ("li", &["value"]),
    ("ol", &["reversed", "start"]),
    ("section", &["aria-label"]),
    ("td", &["class", "colspan", "rowspan"]),
    ("th", &["class", "colspan", "rowspan", "scope"]),
    ("time", &["datetime"]),
];

/// The element of this name, in any letters, if it passes.
pub(super) fn element(name: &str) -> Option<&'static str> {
    let lower = name.to_ascii_lowercase();
    let at = ELEMENTS.binary_search(&lower.as_str()).ok()?;
    Some(ELEMENTS[at])
}

/// Whether HTML has an element of this name that people write in a text.
pub(super) fn is_html(name: &str) -> bool {
    const OTHERS: [&str; 12] = [
        "article", "audio", "big", "button", "center", "font", "form", "h1", "iframe", "input",
        "script", "video",
    ];
    element(name).is_some() || OTHERS.contains(&name.to_ascii_lowercase().as_str())
}

/// Whether an element of this name may stand in a page.
#[cfg(test)]
pub fn passes(name: &str) -> bool {
    element(name).is_some()
}

/// What is left of an attribute.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    Passes,
    /// It says nothing that the page does not do anyway, or was told already.
    LeftOut,
    /// Its author has to know.
    Told,
}

/// What is left of an attribute in lower case, its value as it was written.
pub(super) fn attribute(element: &str, name: &str, value: &str) -> Attribute {
    let value = tag::as_browsers_read(&tag::decoded(value));
    if (element, name) == ("a", "rel") {
        let own = ["noopener", "noreferrer", "nofollow", "external"];
        let is_own = value.split_whitespace().all(|word| own.contains(&word));
        return if is_own {
            Attribute::LeftOut
        } else {
            Attribute::Told
        };
    }
    let known = ATTRIBUTES
        .iter()
        .filter(|(of, _)| of.is_empty() || *of == element)
        .any(|(_, names)| names.contains(&name));
    if !known {
        return Attribute::Told;
    }
    let passes = match (element, name) {
        ("a", "href") => scheme::check(&value).is_ok(),
        ("img", "src") => scheme::is_path(&value),
        ("code", "class") => value.starts_with("language-") && is_word(&value),
        ("td" | "th", "class") => matches!(value.as_str(), "right" | "centre"),
        _ => true,
    };
    match (passes, name) {
        (true, _) => Attribute::Passes,
        // An address that no page may carry is an error of its own.
        (false, "href" | "src") => Attribute::LeftOut,
        (false, _) => Attribute::Told,
    }
}

fn is_word(value: &str) -> bool {
    !value.ends_with('-') && !value.contains(char::is_whitespace)
}

/// Whether an element that begins ends another one that is open.
pub(super) fn ends(begins: &str, open: &str) -> bool {
    const IN_ROWS: &[&str] = &["td", "th", "p"];
    match begins {
        "li" => matches!(open, "li" | "p"),
        "dd" | "dt" => matches!(open, "dd" | "dt" | "p"),
        "rp" | "rt" => matches!(open, "rp" | "rt"),
        "td" | "th" => IN_ROWS.contains(&open) || open == "caption",
        "tr" => IN_ROWS.contains(&open) || matches!(open, "caption" | "colgroup" | "tr"),
        "tbody" | "tfoot" | "thead" => {
            IN_ROWS.contains(&open)
                || matches!(
                    open,
                    "caption" | "colgroup" | "tbody" | "tfoot" | "thead" | "tr"
                )
        }
        "blockquote" | "details" | "div" | "dl" | "figure" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "hr" | "ol" | "p" | "pre" | "section" | "table" | "ul" => open == "p",
        _ => false,
    }
}

/// Whether browsers let an element stand in what is open around it in the same place.
pub(super) fn may_stand_in(element: &str, around: Option<&str>) -> bool {
    let needed: &[&str] = match element {
        "caption" | "colgroup" | "tbody" | "tfoot" | "thead" => &["table"],
        "col" => &["colgroup", "table"],
        "dd" | "dt" => &["div", "dl"],
        "figcaption" => &["figure"],
        "li" => &["ol", "ul"],
        "rp" | "rt" => &["ruby"],
        "summary" => &["details"],
        "td" | "th" => &["table", "tbody", "tfoot", "thead", "tr"],
        "tr" => &["table", "tbody", "tfoot", "thead"],
        _ => return true,
    };
    around.is_some_and(|around| needed.contains(&around))
}

/// A piece of raw HTML, with its bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'html> {
    Text(Range<usize>),
    Start {
        at: Range<usize>,
        name: &'html str,
    },
    End {
        at: Range<usize>,
        name: &'html str,
    },
    /// A comment, and whether it ends.
    Comment(Range<usize>, bool),
    /// What browsers take for a comment, and whether it ends.
    Instruction(Range<usize>, bool),
    /// The beginning of a tag that does not end.
    Open(Range<usize>),
}

/// The first token from `at` on, as browsers part text that is no script.
pub(super) fn token(html: &str, at: usize) -> Option<Token<'_>> {
    let rest = &html[at..];
    if rest.is_empty() {
        return None;
    }
    let until = |sign: &str, from: usize| match rest.get(from..).and_then(|own| own.find(sign)) {
        Some(end) => (at..at + from + end + sign.len(), true),
        None => (at..html.len(), false),
    };
    let bytes = rest.as_bytes();
    let is_letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    if rest.starts_with("<!--") {
        for short in ["<!-->", "<!--->"] {
            if rest.starts_with(short) {
                return Some(Token::Comment(at..at + short.len(), true));
            }
        }
        let (range, ends) = until("-->", 4);
        return Some(Token::Comment(range, ends));
    }
    if rest.starts_with("<!") || rest.starts_with("<?") || rest.starts_with("</") && !is_letter(2) {
        let (range, ends) = until(">", 2);
        return Some(Token::Instruction(range, ends));
    }
    let is_end = rest.starts_with("</");
    let name_at = 1 + usize::from(is_end);
    if !rest.starts_with('<') || !is_letter(name_at) {
        let next = memchr::memchr(b'<', &bytes[1..]).map_or(rest.len(), |next| next + 1);
        let next = (next..).find(|next| rest.is_char_boundary(*next));
        return Some(Token::Text(at..at + next.unwrap_or(rest.len())));
    }
    let (name, mut inside) = tag::name_of(&rest[name_at..]);
    while let Some((_, _, after)) = tag::attribute(inside) {
        inside = after;
    }
    let inside = inside.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
    if !inside.starts_with('>') {
        return Some(Token::Open(at..html.len()));
    }
    let at = at..html.len() - inside.len() + 1;
    Some(match is_end {
        true => Token::End { at, name },
        false => Token::Start { at, name },
    })
}

/// An address in raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// Where its value stands, as it was written.
    pub at: Range<usize>,
    /// As browsers read it.
    pub value: String,
    pub is_picture: bool,
}

/// The addresses in elements that pass; each tag is read once.
pub(super) fn addresses(html: &str) -> Vec<Address> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'<', &html.as_bytes()[at..]) {
        at += next + 1;
        if !html[at..].starts_with(|first: char| first.is_ascii_alphabetic()) {
            continue;
        }
        let (element, mut rest) = tag::name_of(&html[at..]);
        while let Some((name, value, after)) = tag::attribute(rest) {
            rest = after;
            let is = |one: &str, other: &str| {
                element.eq_ignore_ascii_case(one) && name.eq_ignore_ascii_case(other)
            };
            let is_picture = is("img", "src");
            if is_picture || is("a", "href") {
                let start = value.as_ptr() as usize - html.as_ptr() as usize;
                found.push(Address {
                    at: start..start + value.len(),
                    value: tag::as_browsers_read(&tag::decoded(value)),
                    is_picture,
                });
            }
        }
        // What the tag swallowed begins no other.
        at = html.len() - rest.len();
    }
    found
}

/// Whether `html` is nothing but one comment; its text then, without spaces of any kind around it.
pub(super) fn comment(html: &str) -> Option<&str> {
    let text = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?;
    (!text.contains("-->")).then(|| text.trim().trim_matches(is_space))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_elements_are_sorted() {
        assert!(ELEMENTS.is_sorted());
    }

    #[test]
    fn an_address_is_found_where_browsers_find_it() {
        let html = "<a href=x>y</a> <A title='>' HREF = \"java&#115;cript:\n1\"> <img alt=a src='//b'> \
                    <q cite=z> < a href=no> <a href=\"open";
        let found = addresses(html);
        let shown: Vec<(&str, &str, bool)> = found
            .iter()
            .map(|one| (&html[one.at.clone()], one.value.as_str(), one.is_picture))
            .collect();
        assert_eq!(
            shown,
            [
                ("x", "x", false),
                ("java&#115;cript:\n1", "javascript:1", false),
                ("//b", "//b", true),
                ("open", "open", false),
            ]
        );
    }

    #[test]
    fn html_is_parted_as_browsers_part_it() {
        let html = "a <b title='>'>c</B ><!-- <i> -->< d</1><?e?><u title=\"f";
        let mut at = 0;
        let mut shown = Vec::new();
        while let Some(token) = token(html, at) {
            let (kind, range) = match token {
                Token::Text(range) => ("text", range),
                Token::Start { at, .. } => ("start", at),
                Token::End { at, .. } => ("end", at),
                Token::Comment(range, _) => ("comment", range),
                Token::Instruction(range, _) => ("instruction", range),
                Token::Open(range) => ("open", range),
            };
            at = range.end;
            shown.push((kind, &html[range]));
        }
        assert_eq!(
            shown,
            [
                ("text", "a "),
                ("start", "<b title='>'>"),
                ("text", "c"),
                ("end", "</B >"),
                ("comment", "<!-- <i> -->"),
                ("text", "< d"),
                ("instruction", "</1>"),
                ("instruction", "<?e?>"),
                ("open", "<u title=\"f"),
            ]
        );
    }
}
