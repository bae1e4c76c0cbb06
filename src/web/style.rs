//! The theme's style sheet → of it, what a page can use.
//!
//! Each page carries its style, so a rule for what the page does not have is paid for by every reader. In:
//! the sheet, once; then each tag of a page. Out: the sheet without the rules that cannot meet any of
//! its elements. Names of elements, classes, `[dir]`, `[aria-current]` and links of `main` to other sites are
//! judged; what else a selector asks is taken to be there. It knows neither the pages' words nor the theme.
//!
//! Time for a page grows with its tags and with the length of the sheet.

use std::collections::HashMap;
use std::ops::Range;

/// What a selector asks for with `[dir]` or `[dir=rtl]`: any element that says its direction. Of these
/// attributes it is known that nothing but a script gives them to an element later.
const ATTRIBUTES: [(&str, &str); 2] = [("dir", "[dir]"), ("aria-current", "[aria-current]")];

/// What a selector asks for that begins with `main` and goes on to links that lead to other sites. Those
/// of a footer, by which a page is handed on, are none of them.
const LEADS_OUT: &str = "main [href^=http]";

/// A style sheet, taken apart.
pub(super) struct Style {
    pieces: Vec<Piece>,
    /// The number of each name that some selector asks for: `table`, `.note`.
    names: HashMap<String, usize>,
}

enum Piece {
    /// What stands in every page.
    Kept(String),
    Rule {
        selectors: Vec<Selector>,
        /// With its braces.
        body: String,
    },
    /// `@media` and `@supports`.
    Group { head: String, pieces: Vec<Piece> },
}

struct Selector {
    text: String,
    /// The names without any of which it meets nothing.
    needs: Vec<usize>,
}

/// The names that were seen in a page.
pub(super) struct Seen {
    names: Vec<bool>,
    /// Whether `main` was opened and not closed.
    is_in_main: bool,
}

impl Style {
    pub(super) fn of(css: &str) -> Style {
        let mut names = HashMap::new();
        let pieces = pieces(css, &mut names);
        Style { pieces, names }
    }

    pub(super) fn nothing_seen(&self) -> Seen {
        Seen {
            names: vec![false; self.names.len()],
            is_in_main: false,
        }
    }

    /// Takes in a tag that opens an element, as it was written, or closes `main`.
    pub(super) fn see(&self, tag: &str, seen: &mut Seen) {
        let inner = tag.trim_start_matches('<');
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/');
        let (name, attributes) = inner.split_at(inner.find(ends).unwrap_or(inner.len()));
        if name.is_empty() {
            seen.is_in_main = false;
            return;
        }
        seen.is_in_main |= name.eq_ignore_ascii_case("main");
        self.see_name(name, seen);
        if attributes.len() <= 1 {
            return;
        }
        for (attribute, needed) in ATTRIBUTES {
            if has(attributes, attribute) {
                self.see_name(needed, seen);
            }
        }
        if seen.is_in_main && leads_out(attributes) {
            self.see_name(LEADS_OUT, seen);
        }
        for class in classes(attributes) {
            // A class is found with its dot.
            if let Some(number) = self.class(class) {
                seen.names[number] = true;
            }
        }
    }

    fn see_name(&self, name: &str, seen: &mut Seen) {
        let lower;
        let name = match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => {
                lower = name.to_ascii_lowercase();
                &lower
            }
            false => name,
        };
        if let Some(number) = self.names.get(name) {
            seen.names[*number] = true;
        }
    }

    fn class(&self, class: &str) -> Option<usize> {
        self.names.get(&format!(".{class}")).copied()
    }

    /// The rules that can meet something of what was seen, in their order.
    pub(super) fn for_page(&self, seen: &Seen) -> String {
        let mut out = String::new();
        write(
            &self.pieces,
            &|needs| needs.iter().all(|name| seen.names[*name]),
            &mut out,
        );
        out
    }

    /// The whole sheet.
    pub(super) fn whole(&self) -> String {
        let mut out = String::new();
        write(&self.pieces, &|_| true, &mut out);
        out
    }
}

fn write(pieces: &[Piece], meets: &dyn Fn(&[usize]) -> bool, out: &mut String) {
    // Where the selectors stand of the rule that was written last.
    let mut last: Option<Range<usize>> = None;
    for piece in pieces {
        match piece {
            Piece::Kept(text) => {
                last = None;
                out.push_str(text);
            }
            Piece::Rule { selectors, body } => {
                let start = out.len();
                for selector in selectors.iter().filter(|selector| meets(&selector.needs)) {
                    if out.len() > start {
                        out.push(',');
                    }
                    out.push_str(&selector.text);
                }
                if out.len() == start {
                    continue;
                }
                // What is left of two lists may be the same; then their rules are one.
                match last.clone().is_some_and(|last| out[last] == out[start..]) {
                    true => {
                        out.truncate(start - 1);
                        out.push(';');
                        out.push_str(&body[1..]);
                    }
                    false => {
                        last = Some(start..out.len());
                        out.push_str(body);
                    }
                }
            }
            Piece::Group { head, pieces } => {
                last = None;
                let start = out.len();
                out.push_str(head);
                out.push('{');
                let empty = out.len();
                write(pieces, meets, out);
                match out.len() == empty {
                    true => out.truncate(start),
                    false => out.push('}'),
                }
            }
        }
    }
}

fn pieces(css: &str, names: &mut HashMap<String, usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = css;
    while let Some((head, body, after)) = next_block(rest) {
        let trimmed = head.trim();
        pieces.push(
            if trimmed.starts_with("@media") || trimmed.starts_with("@supports") {
                let inner = &body[1..body.len() - 1];
                Piece::Group {
                    head: head.to_owned(),
                    pieces: self::pieces(inner, names),
                }
            } else if head.contains('@') {
                Piece::Kept(format!("{head}{body}"))
            } else {
                let selectors = split(head).into_iter().map(|text| Selector {
                    text: text.to_owned(),
                    needs: needs(text, names),
                });
                Piece::Rule {
                    selectors: selectors.collect(),
                    body: body.to_owned(),
                }
            },
        );
        rest = after;
    }
    if !rest.trim().is_empty() {
        pieces.push(Piece::Kept(rest.to_owned()));
    }
    pieces
}

/// What stands before the next block, the block with its braces, and what stands after it.
fn next_block(css: &str) -> Option<(&str, &str, &str)> {
    let mut depth = 0_usize;
    let mut open = None;
    let mut quote = None;
    for (at, byte) in css.bytes().enumerate() {
        match (quote, byte) {
            (Some(own), byte) if byte == own => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'{') => {
                open = open.or(Some(at));
                depth += 1;
            }
            (None, b'}') => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    let open = open?;
                    return Some((&css[..open], &css[open..=at], &css[at + 1..]));
                }
            }
            _ => {}
        }
    }
    None
}

/// The selectors of a list; commas within brackets part none.
fn split(list: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let mut start = 0;
    let mut each = Vec::new();
    for (at, byte) in list.bytes().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                each.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    each.push(&list[start..]);
    each
}

/// The elements and classes that a selector asks for; none of what stands in brackets or behind a colon.
fn needs(selector: &str, names: &mut HashMap<String, usize>) -> Vec<usize> {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let bytes = selector.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = |from: usize| {
            from + bytes[from..]
                .iter()
                .take_while(|byte| is_name(**byte))
                .count()
        };
        match bytes[at] {
            b'(' | b'[' => {
                let asked = ATTRIBUTES.iter().find(|(attribute, _)| {
                    let rest = selector[at + 1..].strip_prefix(attribute);
                    bytes[at] == b'[' && rest.is_some_and(|rest| rest.starts_with([']', '=']))
                });
                found.extend(asked.map(|(_, needed)| (*needed).to_owned()));
                if selector.starts_with("main ") && selector[at..].starts_with("[href^=http]") {
                    found.push(LEADS_OUT.to_owned());
                }
                let mut depth = 0_usize;
                while at < bytes.len() {
                    match bytes[at] {
                        b'(' | b'[' => depth += 1,
                        b')' | b']' => depth -= 1,
                        _ => {}
                    }
                    at += 1;
                    if depth == 0 {
                        break;
                    }
                }
            }
            b':' | b'#' => at = end(at + 1),
            b'.' => {
                let to = end(at + 1);
                found.push(selector[at..to].to_owned());
                at = to;
            }
            byte if is_name(byte) => {
                let to = end(at);
                found.push(selector[at..to].to_ascii_lowercase());
                at = to;
            }
            _ => at += 1,
        }
    }
    let numbered = found.into_iter().map(|name| {
        let next = names.len();
        *names.entry(name).or_insert(next)
    });
    numbered.collect()
}

/// Whether an attribute of this name may be among these.
fn has(attributes: &str, name: &str) -> bool {
    let mut found = memchr::memmem::find_iter(attributes.as_bytes(), name);
    found.any(|at| at > 0 && attributes.as_bytes()[at - 1].is_ascii_whitespace())
}

/// Whether a link among these attributes may lead to another site.
fn leads_out(attributes: &str) -> bool {
    let link = memchr::memmem::find(attributes.as_bytes(), b"href");
    link.is_some_and(|at| memchr::memmem::find(&attributes.as_bytes()[at..], b"http").is_some())
}

/// The classes of a tag's attributes, and those of any whose name ends like it: better one too many.
fn classes(attributes: &str) -> impl Iterator<Item = &str> {
    const NAME: &str = "class";
    let values = memchr::memchr_iter(b'=', attributes.as_bytes()).filter_map(|at| {
        let name = attributes[..at].trim_ascii_end();
        let from = name.len().checked_sub(NAME.len())?;
        if !name.as_bytes()[from..].eq_ignore_ascii_case(NAME.as_bytes()) {
            return None;
        }
        let value = attributes[at + 1..].trim_ascii_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        match quote {
            Some(quote) => value[1..].split(quote).next(),
            None => value
                .split(|c: char| c.is_ascii_whitespace() || c == '>')
                .next(),
        }
    });
    values.flat_map(str::split_ascii_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_page(css: &str, tags: &[&str]) -> String {
        let style = Style::of(css);
        let mut seen = style.nothing_seen();
        for tag in tags {
            style.see(tag, &mut seen);
        }
        style.for_page(&seen)
    }

    #[test]
    fn a_rule_that_can_meet_nothing_stays_away() {
        for (css, tags, expected) in [
            ("a{b:c}p{d:e}", &["<p>"][..], "p{d:e}"),
            ("a,p,q{b:c}", &["<p>", "<q class=x>"], "p,q{b:c}"),
            (".x{b:c}", &["<p class='y x'>"], ".x{b:c}"),
            (".x{b:c}", &["<p class=\"xx\">"], ""),
            (".x{b:c}", &["<p data-class=y class=x>"], ".x{b:c}"),
            (".x p{b:c}", &["<p>"], ""),
            (".x p{b:c}", &["<P CLASS = 'y x'>"], ".x p{b:c}"),
            (
                ".x>p:first-child{b:c}",
                &["<p id=1 class=x>"],
                ".x>p:first-child{b:c}",
            ),
            (":lang(km){b:c}", &[], ":lang(km){b:c}"),
            ("ol:lang(km){b:c}", &[], ""),
            (
                ":not(td):not(th)>.w{b:c}",
                &["<b class=w>"],
                ":not(td):not(th)>.w{b:c}",
            ),
            ("[aria-hidden]{b:c}", &[], "[aria-hidden]{b:c}"),
            ("p [aria-current]{b:c}", &["<p id=aria-current>"], ""),
            (
                "[aria-current]{b:c}[aria-current=page]{d:e}",
                &["<a aria-current=page>"],
                "[aria-current]{b:c}[aria-current=page]{d:e}",
            ),
            (
                "main [href^=http]{b:c}",
                &[
                    "<link href=http://a>",
                    "<main>",
                    "<a href=a>",
                    "</main>",
                    "<a href=http://a>",
                ],
                "",
            ),
            (
                "main [href^=http]{b:c}",
                &["<main>", "<a class=d href='https://a'>", "</main>"],
                "main [href^=http]{b:c}",
            ),
            ("a,p{b:c}p{d:e}p,q{f:g}", &["<p>"], "p{b:c;d:e;f:g}"),
            (
                "p{b:c}a{d:e}q{f:g}p{h:i}",
                &["<p>", "<q>"],
                "p{b:c}q{f:g}p{h:i}",
            ),
            (
                "p{b:c}@media print{p{d:e}}p{f:g}",
                &["<p>"],
                "p{b:c}@media print{p{d:e}}p{f:g}",
            ),
            ("[dir] p,[dir=rtl] p{b:c}", &["<p class=dir>"], ""),
            (
                "[dir] p{b:c}",
                &["<html lang=ar dir=rtl>", "<p>"],
                "[dir] p{b:c}",
            ),
            ("a[href*=\"a,b\"],*{b:c}", &[], "*{b:c}"),
            ("p{content:\"}\"}a{b:c}", &["<a/>"], "a{b:c}"),
        ] {
            assert_eq!(of_page(css, tags), expected, "{css} {tags:?}");
        }
    }

    #[test]
    fn groups_stand_with_what_is_left_of_them() {
        let css = "@media print{a{b:c}p{d:e}}@media (max-width:30em){a{b:c}}\
                   @supports not selector(::x){@media print{p{f:g}}}@font-face{h:i}@import 'j';";
        assert_eq!(
            of_page(css, &["<p>"]),
            "@media print{p{d:e}}@supports not selector(::x){@media print{p{f:g}}}\
             @font-face{h:i}@import 'j';"
        );
        assert_eq!(Style::of(css).whole(), css);
    }

    #[test]
    fn what_is_no_sheet_stays_as_it_is() {
        for css in ["", "}", "a{", "a{b:c}}", "a{b:'}"] {
            assert_eq!(Style::of(css).whole(), css, "{css}");
        }
    }
}
