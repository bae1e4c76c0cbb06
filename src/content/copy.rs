//! A page with the name of a copy, and its original → whether it is one: both say the same of themselves.

use super::{Inputs, front, markdown, parts, text, text_of};
use crate::diagnostic::Report;
use crate::files::copies::Sign;

/// Whether the page at `copy` is a copy of the one at `original`, whose name bears this sign.
pub(super) fn is_of(inputs: &Inputs<'_>, copy: &str, original: &str, sign: Sign) -> bool {
    let files = inputs.files;
    let say_the_same =
        || files.size(copy) == files.size(original) && files.hash(copy) == files.hash(original);
    match sign {
        Sign::Name => true,
        Sign::Text => say_the_same(),
        Sign::Marked | Sign::Computer => {
            let title = title_of(inputs, copy);
            say_the_same() || title.is_some() && title == title_of(inputs, original)
        }
    }
}

/// The title of a page or section, of whatever kind: of its settings, or its first heading.
fn title_of(inputs: &Inputs<'_>, path: &str) -> Option<String> {
    let text = text_of(inputs.files, inputs.config, path).ok()?;
    let mut report = Report::new();
    let parts = parts::divide(path, &text, &mut report)?;
    let name = path.rsplit('/').next().unwrap_or(path);
    let config = inputs.config;
    let title = if name.starts_with("_index") {
        front::section(path, &text, &parts, &mut report)?.0
    } else if name.starts_with("_each") {
        front::each(path, &text, &parts, config, inputs.kinds, &mut report)?.0
    } else {
        front::page(path, &text, &parts, config, inputs.kinds, &mut report)?.0
    };
    title.or_else(|| {
        let words = inputs.words(&[]);
        let mut document = markdown::parse(path, &text, parts.body.clone(), words, &mut report);
        text::take_title(&mut document).ok()?
    })
}
