//! The theme's style sheet → of it, what a page can use.
//!
//! Each page carries its style, so a rule for what the page does not have is paid for by every reader. In:
//! the sheet, once; then each tag of a page. Out: the sheet without the rules that cannot meet any of
//! its elements. Only names of elements, classes and `[dir]` are judged; what else a selector asks is taken
//! to be there. It knows neither the pages' words nor the theme.
//!
//! Time for a page grows with its tags and with the length of the sheet.

use std::collections::HashMap;

/// What a selector asks for with `[dir]` or `[dir=rtl]`: any element that says its direction.
const DIRECTION: &str = "[dir]";

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
pub(super) struct Seen(Vec<bool>);

impl Style {
    pub(super) fn of(css: &str) -> Style {
        let mut names = HashMap::new();
        let pieces = pieces(css, &mut names);
        Style { pieces, names }
    }

    pub(super) fn nothing_seen(&self) -> Seen {
        Seen(vec![false; self.names.len()])
    }

    /// Takes in a tag that opens an element, as it was written.
    pub(super) fn see(&self, tag: &str, seen: &mut Seen) {
        let inner = tag.trim_start_matches('<');
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/');
        let (name, attributes) = inner.split_at(inner.find(ends).unwrap_or(inner.len()));
        self.see_name(name, seen);
        if memchr::memmem::find(attributes.as_bytes(), b" dir=").is_some() {
            self.see_name(DIRECTION, seen);
        }
        for class in classes(attributes) {
            // A class is found with its dot.
            if let Some(number) = self.class(class) {
                seen.0[number] = true;
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
            seen.0[*number] = true;
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
            &|needs| needs.iter().all(|name| seen.0[*name]),
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
    for piece in pieces {
        match piece {
            Piece::Kept(text) => out.push_str(text),
            Piece::Rule { selectors, body } => {
                let start = out.len();
                for selector in selectors.iter().filter(|selector| meets(&selector.needs)) {
                    if out.len() > start {
                        out.push(',');
                    }
                    out.push_str(&selector.text);
                }
                if out.len() > start {
                    out.push_str(body);
                }
            }
            Piece::Group { head, pieces } => {
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
                if selector[at..].starts_with("[dir]") || selector[at..].starts_with("[dir=") {
                    found.push(DIRECTION.to_owned());
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
            ("[aria-current]{b:c}", &[], "[aria-current]{b:c}"),
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
