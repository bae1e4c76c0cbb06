//! `leaflet/<format>.toml` of the theme → [`Format`]: how many pages, how small, how they lie on a
//! sheet. Lengths are millimetres, letters are points.

use super::fields::SCHEMA;
use crate::diagnostic::{Report, codes, diagnostic};
use crate::schema::Record;

/// A format that leaflets are printed in.
#[derive(Debug, Clone)]
pub struct Format {
    pub(in crate::leaflet) name: String,
    pub(in crate::leaflet) rules: Rules,
}

impl Format {
    pub(in crate::leaflet) fn name(&self) -> &str {
        &self.name
    }
}

/// What a format's file says.
#[derive(Debug, Clone)]
pub(in crate::leaflet) struct Rules {
    /// The Typst file beside this one that sets the pages.
    pub(in crate::leaflet) template: String,
    /// How many pages there may be.
    pub(in crate::leaflet) pages: usize,
    /// How many pages at the end the text does not flow into, such as the back of a folded leaflet.
    pub(in crate::leaflet) closing_pages: usize,
    /// The white edge that a printer needs.
    pub(in crate::leaflet) margin: f64,
    /// How far letters may shrink to make the text fit: 0.85 is 85 %.
    pub(in crate::leaflet) smallest_scale: f64,
    /// The smallest letters there may be, in points.
    pub(in crate::leaflet) smallest_text: f64,
    pub(in crate::leaflet) sheet: Sheet,
}

/// The paper that goes into the printer.
#[derive(Debug, Clone)]
pub(in crate::leaflet) struct Sheet {
    pub(in crate::leaflet) width: f64,
    pub(in crate::leaflet) height: f64,
    pub(in crate::leaflet) side: Vec<Side>,
}

/// One side of the sheet; a side of which no page exists is not printed.
#[derive(Debug, Clone)]
pub(in crate::leaflet) struct Side {
    pub(in crate::leaflet) panels: Vec<Panel>,
    /// Where marks for upright folds stand, from the left edge.
    pub(in crate::leaflet) upright_folds: Vec<f64>,
    /// Where marks for level folds stand, from the top edge.
    pub(in crate::leaflet) level_folds: Vec<f64>,
}

/// Where a page lies on the sheet, in its middle if the panel is wider or narrower than the page.
#[derive(Debug, Clone)]
pub(in crate::leaflet) struct Panel {
    /// The page's number in reading order, from 1.
    pub(in crate::leaflet) page: usize,
    pub(in crate::leaflet) x: f64,
    pub(in crate::leaflet) y: f64,
    pub(in crate::leaflet) width: f64,
}

/// Reads a format whose file stands at `path`; `exists` says whether a file of the theme is there.
pub(in crate::leaflet) fn read(
    path: &str,
    text: &str,
    exists: impl Fn(&str) -> bool,
    report: &mut Report,
) -> Option<Format> {
    let name = path.rsplit('/').next()?.strip_suffix(".toml")?.to_owned();
    let read = SCHEMA.read(path, text, 0..text.len(), report);
    let written = read.record;
    let rules = rules(&written).filter(|_| read.whole)?;
    let template = template_path(&rules);
    let problem = match &rules {
        _ if !exists(&template) => Some(("template", format!("there is no file `{template}`"))),
        rules if rules.pages <= rules.closing_pages => Some((
            "pages",
            "`pages` must be more than `closing_pages`".to_owned(),
        )),
        rules if !(0.5..=1.0).contains(&rules.smallest_scale) => Some((
            "smallest_scale",
            "`smallest_scale` must lie between 0.5 and 1".to_owned(),
        )),
        rules if !(rules.margin >= 0.0 && rules.smallest_text >= 0.0) => Some((
            if rules.margin >= 0.0 {
                "smallest_text"
            } else {
                "margin"
            },
            "`margin` and `smallest_text` cannot be negative".to_owned(),
        )),
        rules if !rules.sheet.is_paper() => Some((
            "sheet",
            "a sheet is between 50 and 2000 mm wide and high".to_owned(),
        )),
        rules if !rules.sheet.shows_each_page_once(rules.pages) => Some((
            "pages",
            "each page must stand on exactly one `panel`".to_owned(),
        )),
        _ => None,
    };
    if let Some((key, reason)) = problem {
        report.push(diagnostic!(
            codes::leaflet::FORMAT,
            written.place_of(key),
            name = &name,
            reason = reason
        ));
        return None;
    }
    Some(Format { name, rules })
}

/// `None` if something that is required was refused or left out.
fn rules(written: &Record<'_>) -> Option<Rules> {
    let sheet = written.table("sheet")?;
    Some(Rules {
        template: written.string("template")?,
        pages: written.whole("pages")?,
        closing_pages: written.whole("closing_pages").unwrap_or(0),
        margin: written.number("margin")?,
        smallest_scale: written.number("smallest_scale")?,
        smallest_text: written.number("smallest_text")?,
        sheet: Sheet {
            width: sheet.number("width")?,
            height: sheet.number("height")?,
            side: sheet.tables("side").map(side).collect::<Option<_>>()?,
        },
    })
}

fn side(written: &Record<'_>) -> Option<Side> {
    Some(Side {
        panels: written.tables("panels").map(panel).collect::<Option<_>>()?,
        upright_folds: written.numbers("upright_folds"),
        level_folds: written.numbers("level_folds"),
    })
}

fn panel(written: &Record<'_>) -> Option<Panel> {
    Some(Panel {
        page: written.whole("page")?,
        x: written.number("x")?,
        y: written.number("y").unwrap_or(0.0),
        width: written.number("width")?,
    })
}

/// The template's path in the theme.
pub(in crate::leaflet) fn template_path(rules: &Rules) -> String {
    format!("leaflet/{}", rules.template)
}

impl Sheet {
    fn is_paper(&self) -> bool {
        [self.width, self.height]
            .iter()
            .all(|length| (50.0..=2000.0).contains(length))
    }

    fn shows_each_page_once(&self, pages: usize) -> bool {
        let mut shown: Vec<usize> = self
            .side
            .iter()
            .flat_map(|side| &side.panels)
            .map(|panel| panel.page)
            .collect();
        shown.sort_unstable();
        shown.into_iter().eq(1..=pages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: &str = r#"template = "card.typ"
pages = 2
margin = 5
smallest_scale = 0.9
smallest_text = 8.5
[sheet]
width = 210
height = 148
[[sheet.side]]
panels = [{ page = 1, x = 0, width = 105 }, { page = 2, x = 105, width = 105 }]
upright_folds = [105]
"#;

    fn problems(text: &str) -> Vec<String> {
        let mut report = Report::new();
        read(
            "leaflet/card.toml",
            text,
            |path| path == "leaflet/card.typ",
            &mut report,
        );
        let found = report.sorted();
        found
            .iter()
            .map(|found| found.argument("reason").to_owned())
            .collect()
    }

    #[test]
    fn a_format_is_named_after_its_file() {
        let format = read("leaflet/card.toml", CARD, |_| true, &mut Report::new()).unwrap();
        assert_eq!((format.name.as_str(), format.rules.pages), ("card", 2));
        assert!(problems(CARD).is_empty());
    }

    #[test]
    fn a_format_that_cannot_be_printed_says_why() {
        for (wrong, right, reason) in [
            (
                "card.typ",
                "gone.typ",
                "there is no file `leaflet/gone.typ`",
            ),
            (
                "page = 2,",
                "page = 1,",
                "each page must stand on exactly one `panel`",
            ),
            (
                "= 0.9",
                "= 1.5",
                "`smallest_scale` must lie between 0.5 and 1",
            ),
            (
                "height = 148",
                "height = 1",
                "a sheet is between 50 and 2000 mm wide and high",
            ),
            (
                "pages = 2",
                "pages = 0",
                "`pages` must be more than `closing_pages`",
            ),
        ] {
            assert_eq!(problems(&CARD.replace(wrong, right)), [reason]);
        }
    }
}
