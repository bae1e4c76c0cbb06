//! A style sheet → the same for pages that are written from the right.
//!
//! Browsers have logical properties for this (`margin-inline-start`), which phones of ten years ago and
//! Opera Mini do not know; so the theme's sheet says left and right, and this makes the other one of it, as
//! rtlcss does. What must not be turned round, such as a map, stands behind `/*rtl:ignore*/`: the rule that
//! follows it is left as it is. In: the sheet as it was written, with its comments. Out: the sheet without
//! them. It knows no selectors and no pages; time grows with the length of the sheet.

/// What stands before a rule that is left as it is.
const IGNORE: &str = "/*rtl:ignore*/";

pub(super) fn mirrored(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    // What stands before the next brace: a selector, or the head of a group.
    let mut head = String::new();
    let mut is_ignored = false;
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("/*") {
            is_ignored |= rest.starts_with(IGNORE);
            let end = rest.find("*/").map_or(rest.len(), |at| at + 2);
            rest = &rest[end..];
            continue;
        }
        match first {
            '{' => {
                out.push_str(&head);
                head.clear();
                out.push('{');
            }
            '}' => {
                match is_ignored {
                    true => out.push_str(&head),
                    false => declarations(&head, &mut out),
                }
                // An empty head ends a group, whose rules have had their own braces.
                is_ignored &= head.trim().is_empty();
                head.clear();
                out.push('}');
            }
            '"' | '\'' => {
                let end = rest[1..].find(first).map_or(rest.len(), |at| at + 2);
                head.push_str(&rest[..end]);
                rest = &rest[end..];
                continue;
            }
            _ => head.push(first),
        }
        rest = &rest[first.len_utf8()..];
    }
    out + &head
}

/// The declarations of a rule.
fn declarations(written: &str, out: &mut String) {
    for (at, declaration) in parts(written, ';').into_iter().enumerate() {
        if at > 0 {
            out.push(';');
        }
        match declaration.split_once(':') {
            None => out.push_str(declaration),
            Some((name, value)) => {
                out.push_str(&name_of_other_side(name));
                out.push(':');
                out.push_str(&value_of_other_side(name.trim(), value));
            }
        }
    }
}

/// `margin-left` for `margin-right`.
fn name_of_other_side(name: &str) -> String {
    let parts = name.split('-').map(|part| match part.trim() {
        "left" => part.replace("left", "right"),
        "right" => part.replace("right", "left"),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<String>>().join("-")
}

fn value_of_other_side(name: &str, value: &str) -> String {
    let (value, important) = match value.find('!') {
        Some(at) => value.split_at(at),
        None => (value, ""),
    };
    let parts: Vec<&str> = parts(value, ' ')
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect();
    let sides = |order: [usize; 4]| {
        let four = <[&str; 4]>::try_from(parts.clone()).ok()?;
        Some(order.map(|at| four[at].trim()).join(" "))
    };
    let turned = match name {
        "margin" | "padding" | "border-width" | "border-style" | "border-color" | "inset" => {
            sides([0, 3, 2, 1])
        }
        "border-radius" => sides([1, 0, 3, 2]),
        "text-align" | "float" | "clear" => {
            let words = parts.iter().map(|part| match part.trim() {
                "left" => "right",
                "right" => "left",
                other => other,
            });
            Some(words.collect::<Vec<&str>>().join(" "))
        }
        _ => None,
    };
    turned.unwrap_or_else(|| value.to_owned()) + important
}

/// Text between separators that stand in no brackets and no quotes.
fn parts(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut quote = None;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(own), c) if own == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            (None, c) if c == separator && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::{IGNORE, mirrored};

    #[test]
    fn left_is_right_where_readers_begin_at_the_right() {
        for (written, expected) in [
            ("a { margin-left: 1em }", "a { margin-right: 1em }"),
            ("a{left:0;right:auto}", "a{right:0;left:auto}"),
            (
                "a { margin: 0 .4rem .3rem 0; padding: 1px 2px }",
                "a { margin:0 0 .3rem .4rem; padding: 1px 2px }",
            ),
            (
                "a{margin:0 1px 2px 3px !important}",
                "a{margin:0 3px 2px 1px!important}",
            ),
            (
                "a{border-radius:1px 2px 3px 4px}",
                "a{border-radius:2px 1px 4px 3px}",
            ),
            (
                "a{border-left:.3rem solid red;border-top-left-radius:1px}",
                "a{border-right:.3rem solid red;border-top-right-radius:1px}",
            ),
            (
                "a{text-align:left;float:right}",
                "a{text-align:right;float:left}",
            ),
            (
                "@media print{a{clear:left}b{c:d}}e{left:0}",
                "@media print{a{clear:right}b{c:d}}e{right:0}",
            ),
            (
                "/* left { */a::before{content:\"left: 1; }\";left:0}",
                "a::before{content:\"left: 1; }\";right:0}",
            ),
            (
                "/*rtl:ignore*/ .map{float:left} a{float:left}",
                " .map{float:left} a{float:right}",
            ),
            (
                "@media print{/*rtl:ignore*/a{left:0}b{left:0}}",
                "@media print{a{left:0}b{right:0}}",
            ),
            (
                "a{background:linear-gradient(90deg,red 0 1px,blue 0 2px) left}",
                "a{background:linear-gradient(90deg,red 0 1px,blue 0 2px) left}",
            ),
            (
                ".left .right:hover{color:red}",
                ".left .right:hover{color:red}",
            ),
        ] {
            assert_eq!(mirrored(written), expected, "{written}");
        }
    }

    #[test]
    fn what_was_turned_twice_is_what_it_was() {
        let sheet = include_str!("../../themes/default/css/site.css");
        let once = mirrored(&sheet.replace(IGNORE, ""));
        let twice = mirrored(&once);
        assert_ne!(once, twice);
        assert_eq!(mirrored(&twice), once);
        assert_eq!(mirrored(&once), twice);
    }

    #[test]
    fn what_is_no_sheet_loses_nothing_but_comments() {
        for css in ["", "}", "a{", "a{b:c}}", "a{b:'}", "a{b:c"] {
            assert_eq!(mirrored(css), css, "{css}");
        }
        assert_eq!(mirrored("a/*"), "a");
    }
}
