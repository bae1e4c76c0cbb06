//! Pages, style sheets and scripts made small, each without changing what a reader meets.
//!
//! In: text. Out: text. It knows neither the site nor the disk.

mod css;
mod html;
mod script;

pub use css::minify_css;
pub use html::minify_html;
pub use script::minify_script;

/// Minifies what can be the text of an element, as that element's text.
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
