//! Small scripts.
//!
//! In: JavaScript. Out: the same program in fewer bytes.

use super::plain;

/// The script with fewer bytes that does the same; one that cannot be read stays as it is.
///
/// Comments go before the library sees it, which keeps some of them.
#[cfg(feature = "minify")]
pub fn minify_script(script: &str) -> String {
    by_library(&plain::script(script))
}

/// The script without comments and indentation.
#[cfg(not(feature = "minify"))]
pub fn minify_script(script: &str) -> String {
    plain::script(script)
}

#[cfg(feature = "minify")]
pub(super) fn by_library(script: &str) -> String {
    let settings = minify_html::Cfg {
        minify_js: true,
        keep_closing_tags: true,
        ..minify_html::Cfg::default()
    };
    super::inside("script", script, &settings)
}
