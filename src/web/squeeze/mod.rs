//! Pages, style sheets and scripts made small, each without changing what a reader meets.
//!
//! In: text. Out: text. It knows neither the site nor the disk.

mod css;
mod html;
mod plain;
mod script;

pub use css::minify_css;
pub(super) use html::minify_and_look;
pub use html::minify_html;
pub use script::minify_script;

/// Minifies what can be the text of an element, as that element's text.
#[cfg(feature = "minify")]
fn inside(element: &str, text: &str, settings: &minify_html::Cfg) -> String {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    if text
        .to_ascii_lowercase()
        .contains(&close[..close.len() - 1])
    {
        return text.to_owned();
    }
    let page = format!("{open}{text}{close}");
    String::from_utf8(minify_html::minify(page.as_bytes(), settings))
        .ok()
        .and_then(|small| {
            let inner = small.strip_prefix(&open)?.strip_suffix(&close)?;
            Some(inner.to_owned())
        })
        .unwrap_or_else(|| text.to_owned())
}

#[cfg(all(test, feature = "minify"))]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_small_without_the_library_is_the_same_to_it() {
        let script = include_str!("../../../themes/default/search/search.js");
        let plain = plain::script(script);
        assert!(plain.len() < script.len() * 4 / 5);
        // The library keeps comments, wherever it likes to.
        let of_library = plain::script(&script::by_library(script));
        assert_eq!(
            minify_script(script).replace('\n', ""),
            of_library.replace('\n', "")
        );
        // The theme hands it on in a site's colours.
        let names = ["$(brand)", "$(on-brand)", "$(link)", "$(link-by-night)"];
        let sheet = include_str!("../../../themes/default/css/site.css").to_owned();
        let sheet = names
            .iter()
            .fold(sheet, |css, name| css.replace(name, "#0b5751"));
        for css in [
            sheet.as_str(),
            "a > b , c { d : e } /* f */ @media (max-width: 30em) { g { h: i   j } }",
        ] {
            let plain = plain::css(css);
            assert_eq!(minify_css(&plain), minify_css(css));
        }
    }
}
