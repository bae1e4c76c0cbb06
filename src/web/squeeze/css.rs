//! Small style sheets.
//!
//! In: CSS. Out: the same rules in fewer bytes. It does not know the pages they are for.

/// The style sheet with fewer bytes and the same rules; one that cannot be read stays as it is.
///
/// minify-html does the rules. It never sees the conditions of `@media` and `@supports`: it would
/// write `(max-width: 30em)` as `(width<=30em)`, which browsers before 2022 do not understand.
#[cfg(feature = "minify")]
pub fn minify_css(css: &str) -> String {
    let css = without_comments(css);
    let mut out = String::with_capacity(css.len());
    let mut rest = css.as_str();
    while let Some(at) = rest
        .find("@media")
        .into_iter()
        .chain(rest.find("@supports"))
        .min()
    {
        let Some(open) = rest[at..].find('{').map(|open| at + open) else {
            break;
        };
        let Some(close) = closing_brace(&rest[open..]).map(|close| open + close) else {
            break;
        };
        out += &minify_rules(&rest[..at]);
        let condition: Vec<&str> = rest[at..open].split_whitespace().collect();
        out += &condition.join(" ").replace(": ", ":");
        out.push('{');
        out += &minify_css(&rest[open + 1..close]);
        out.push('}');
        rest = &rest[close + 1..];
    }
    out += &minify_rules(rest);
    out
}

/// The style sheet without what separates nothing.
#[cfg(not(feature = "minify"))]
pub fn minify_css(css: &str) -> String {
    super::plain::css(css)
}

/// Where the brace closes that `css` begins with.
#[cfg(feature = "minify")]
fn closing_brace(css: &str) -> Option<usize> {
    let mut depth = 0_usize;
    css.char_indices().find_map(|(at, c)| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

#[cfg(feature = "minify")]
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out += before;
        out.push(' ');
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out += rest;
    out
}

#[cfg(feature = "minify")]
fn minify_rules(css: &str) -> String {
    let settings = minify_html::Cfg {
        minify_css: true,
        keep_closing_tags: true,
        ..minify_html::Cfg::default()
    };
    super::inside("style", css, &settings)
}
