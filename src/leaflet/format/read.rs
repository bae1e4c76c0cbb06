//! `leaflet/<format>.toml` of the theme → [`Format`] or [`Screen`], or all that keeps it from being one.

use super::fields::{SCHEMA, SCREEN_SCHEMA};
use super::fold::{Fold, Misfit, Panel, Side, Tiles, Turn, Way};
use super::{Format, Rules, Screen, Size};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::leaflet::typeset::Tones;
use crate::schema::Record;

/// The size of letters of a format that says none, and how large they may grow.
const TEXT: f64 = 10.5;
const LARGEST_TEXT: f64 = 14.0;
/// How much of a page may be black, in percent.
const MOST_INK: f64 = 10.0;

/// What numbers may be, by their key.
const LIMITS: &[(&str, f64, f64)] = &[
    ("margin", 0.0, 100.0),
    ("text", 6.0, 200.0),
    ("smallest_scale", 0.5, 1.0),
    ("largest_text", 6.0, 400.0),
    ("smallest_text", 0.0, 100.0),
    ("most_ink", 0.0, 100.0),
];
/// The same of the paper and of pages.
const LIMITS_OF_A_SIZE: &[(&str, f64, f64)] = &[("width", 30.0, 2000.0), ("height", 30.0, 2000.0)];
const LIMITS_OF_A_SHEET: &[(&str, f64, f64)] = &[
    ("width", 50.0, 2000.0),
    ("height", 50.0, 2000.0),
    ("scale", 0.1, 10.0),
    ("edge", 0.0, 100.0),
];
const LIMITS_OF_A_PANEL: &[(&str, f64, f64)] = &[("scale", 0.1, 10.0)];

/// Reads a format for paper whose file stands at `path`; `exists` says whether a file of the theme is there.
pub(in crate::leaflet) fn read(
    path: &str,
    text: &str,
    exists: impl Fn(&str) -> bool,
    report: &mut Report,
) -> Option<Format> {
    let name = path.rsplit('/').next()?.strip_suffix(".toml")?;
    let read = SCHEMA.read(path, text, 0..text.len(), report);
    if !read.whole {
        return None;
    }
    let written = read.record;
    let reader = Reader { name };
    let mut found = Report::new();
    let rules = reader.rules(&written, &mut found);
    if let Some(rules) = &rules {
        reader.judge(&written, rules, exists, &mut found);
    }
    let is_sound = found.is_empty();
    report.extend(found);
    let rules = rules.filter(|_| is_sound)?;
    let name = name.to_owned();
    Some(Format { name, rules })
}

/// The same of a format for screens; `stands_at` says where a file of the theme stands, if it is there.
pub(in crate::leaflet) fn read_screen(
    path: &str,
    text: &str,
    stands_at: impl Fn(&str) -> Option<String>,
    report: &mut Report,
) -> Option<Screen> {
    let name = path.rsplit('/').next()?.strip_suffix(".toml")?;
    let read = SCREEN_SCHEMA.read(path, text, 0..text.len(), report);
    if !read.whole {
        return None;
    }
    let written = read.record;
    let size = written.table("screen")?;
    let template = written.string("template")?;
    let template_path = format!("leaflet/{template}");
    let template_at = stands_at(&template_path);
    let screen = Screen {
        name: name.to_owned(),
        template_at: template_at.clone().unwrap_or_default(),
        template_path,
        width: size.whole("width")?,
        height: size.whole("height")?,
        smallest_text: written.number("smallest_text")?,
    };
    let mut found = Report::new();
    let reader = Reader { name };
    reader.limits(&written, LIMITS, &mut found);
    let exists = |_: &str| template_at.is_some();
    reader.template(&written, &screen.template_path, exists, &mut found);
    let is_sound = found.is_empty();
    report.extend(found);
    is_sound.then_some(screen)
}

struct Reader<'path> {
    name: &'path str,
}

impl Reader<'_> {
    /// `None` if something that is required was refused or left out.
    fn rules(&self, written: &Record<'_>, report: &mut Report) -> Option<Rules> {
        self.limits(written, LIMITS, report);
        let sheet = written.table("sheet")?;
        self.limits(sheet, LIMITS_OF_A_SHEET, report);
        let paper = size(sheet)?;
        let way = written.choice("fold", Way::named).unwrap_or(Way::Panels);
        let fold = self.fold(way, sheet, report)?;
        let page = match written.table("page") {
            Some(page) => {
                self.limits(page, LIMITS_OF_A_SIZE, report);
                size(page)?
            }
            None => share(paper, &fold),
        };
        let text = written.number("text").unwrap_or(TEXT);
        Some(Rules {
            template: written.string("template")?,
            page,
            pages: written.whole("pages")?,
            closing_pages: written.whole("closing_pages").unwrap_or(0),
            margin: written.number("margin")?,
            text,
            smallest_scale: written.number("smallest_scale")?,
            largest_text: written
                .number("largest_text")
                .unwrap_or(text * LARGEST_TEXT / TEXT),
            smallest_text: written.number("smallest_text")?,
            columns: written.whole("columns").unwrap_or(1),
            excerpt: written.truth("excerpt").unwrap_or(false),
            tones: match written.text("pictures") {
                Some("dots") => Tones::Dots,
                _ => Tones::Grey,
            },
            most_ink: written.number("most_ink").unwrap_or(MOST_INK),
            sheet: paper,
            fold,
        })
    }

    fn fold(&self, way: Way, sheet: &Record<'_>, report: &mut Report) -> Option<Fold> {
        let (needs, may_say): (&[&str], &[&str]) = match way {
            Way::Panels => (&["side"], &[]),
            Way::Booklet => (&[], &[]),
            Way::SeveralUp => (&[], &["across", "down"]),
            Way::Tiles => (&["across", "down"], &["scale", "edge"]),
        };
        for key in ["side", "across", "down", "scale", "edge"] {
            let is_written = sheet.value(key).is_some();
            if is_written && !needs.contains(&key) && !may_say.contains(&key) {
                report.push(diagnostic!(
                    codes::leaflet::FORMAT_KEY,
                    sheet.place_of_key(key),
                    key = key,
                    fold = way.word()
                ));
            }
            if !is_written && needs.contains(&key) {
                report.push(diagnostic!(
                    codes::leaflet::FORMAT_LACKS,
                    sheet.own_place(),
                    key = key,
                    fold = way.word()
                ));
            }
        }
        let count = |key: &str| sheet.whole(key).unwrap_or(1);
        Some(match way {
            Way::Panels => {
                let sides = sheet.tables("side").map(|side| self.side(side, report));
                Fold::Panels(sides.collect::<Option<_>>()?)
            }
            Way::Booklet => Fold::Booklet,
            Way::SeveralUp => Fold::SeveralUp {
                across: count("across"),
                down: count("down"),
            },
            Way::Tiles => Fold::Tiles(Tiles {
                across: count("across"),
                down: count("down"),
                scale: sheet.number("scale").unwrap_or(1.0),
                edge: sheet.number("edge").unwrap_or(10.0),
            }),
        })
    }

    fn side(&self, written: &Record<'_>, report: &mut Report) -> Option<Side> {
        let panels = written.tables("panels");
        Some(Side {
            panels: panels
                .map(|panel| self.panel(panel, report))
                .collect::<Option<_>>()?,
            upright_folds: written.numbers("upright_folds"),
            level_folds: written.numbers("level_folds"),
        })
    }

    fn panel(&self, written: &Record<'_>, report: &mut Report) -> Option<Panel> {
        self.limits(written, LIMITS_OF_A_PANEL, report);
        let degrees = written.whole("turn").unwrap_or(0);
        let turn = Turn::of_degrees(degrees);
        if turn.is_none() {
            report.push(diagnostic!(
                codes::leaflet::FORMAT_TURN,
                written.place_of("turn"),
                degrees = degrees
            ));
        }
        Some(Panel {
            page: written.whole("page")?,
            x: written.number("x")?,
            y: written.number("y").unwrap_or(0.0),
            width: written.number("width")?,
            turn: turn.unwrap_or(Turn::None),
            scale: written.number("scale").unwrap_or(1.0),
        })
    }

    /// Tells which of these numbers are too small or too large.
    fn limits(&self, written: &Record<'_>, limits: &[(&str, f64, f64)], report: &mut Report) {
        for (key, least, most) in limits {
            let number = written.number(key).filter(|number| {
                // What is no number lies nowhere.
                !(*least..=*most).contains(number)
            });
            if number.is_some() {
                report.push(diagnostic!(
                    codes::leaflet::FORMAT_NUMBER,
                    written.place_of(key),
                    name = self.name,
                    key = key,
                    least = least,
                    most = most
                ));
            }
        }
    }

    /// Tells that the theme has no such template.
    fn template(
        &self,
        written: &Record<'_>,
        template: &str,
        exists: impl Fn(&str) -> bool,
        report: &mut Report,
    ) {
        if !exists(template) {
            report.push(diagnostic!(
                codes::leaflet::FORMAT_TEMPLATE,
                written.place_of("template"),
                name = self.name,
                template = template
            ));
        }
    }

    /// Tells what of a format contradicts itself, or the theme.
    fn judge(
        &self,
        written: &Record<'_>,
        rules: &Rules,
        exists: impl Fn(&str) -> bool,
        report: &mut Report,
    ) {
        self.template(written, &rules.template_path(), exists, report);
        if rules.pages <= rules.closing_pages {
            report.push(diagnostic!(
                codes::leaflet::FORMAT_PAGES,
                written.place_of("pages"),
                name = self.name
            ));
        } else if report.is_empty()
            && let Err(misfit) = rules.fold.fits(rules.page, rules.pages, rules.sheet)
        {
            let name = self.name;
            report.push(match misfit {
                Misfit::NotOnce => diagnostic!(
                    codes::leaflet::FORMAT_PANELS,
                    written.place_of("pages"),
                    name = name
                ),
                Misfit::Beyond => diagnostic!(
                    codes::leaflet::FORMAT_BEYOND,
                    written.place_of_key("sheet"),
                    name = name
                ),
                Misfit::Overlap(one, other) => diagnostic!(
                    codes::leaflet::FORMAT_OVERLAP,
                    written.place_of_key("sheet"),
                    name = name,
                    one = one,
                    other = other
                ),
                Misfit::NotCovered => diagnostic!(
                    codes::leaflet::FORMAT_NOT_COVERED,
                    written.place_of_key("sheet"),
                    name = name
                ),
            });
        }
    }
}

fn size(written: &Record<'_>) -> Option<Size> {
    Some(Size {
        width: written.number("width")?,
        height: written.number("height")?,
    })
}

/// How large a page is of which nothing is said.
fn share(paper: Size, fold: &Fold) -> Size {
    let (across, down) = match fold {
        Fold::Panels(_) | Fold::Tiles(_) => (1, 1),
        Fold::Booklet => (2, 1),
        Fold::SeveralUp { across, down } => (*across, *down),
    };
    Size {
        width: paper.width / across.max(1) as f64,
        height: paper.height / down.max(1) as f64,
    }
}

#[cfg(test)]
mod tests;
