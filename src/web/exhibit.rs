//! Figures, charts, cards and files that a text shows → the values that the theme's components read.

use super::tile_name::tile_name;
use super::value::{array, html as safe, map, optional, text};
use super::view::{View, phone_uri, set};
use crate::chart;
use crate::content::block::CallId;
use crate::figures::{Adjusted, BudgetTable, Measured, Sheet, Shown, SourceView, Wording, folded};
use crate::site::component::{Cards, Chart, Contact, Download, Figure, Finder, Found, Rows, Table};
use crate::site::plan;
use crate::site::resolve::Resolved;
use std::collections::HashSet;
use tera::Value;

/// Figures so long, in letters, share a phone's line with one other; longer ones have a line each.
const LONGEST_OF_TWO: usize = 11;
/// The same of a figure beside its words.
const LONGEST_BESIDE: usize = 13;
/// So many columns fit beside each other on a large screen.
const MOST_BESIDE: usize = 6;

/// More adjustments than these are folded.
const MOST_OPEN: usize = 6;

impl View<'_> {
    fn plain(&self, plain: &str) -> Value {
        set(self.site, plain)
    }

    pub(super) fn chart(&self, shown: &Chart, text_of: &Resolved<'_>, call: CallId) -> Value {
        let mut charts = text_of.document.charts();
        let number = charts.position(|own| own == call).map_or(1, |at| at + 1);
        let id = format!("c{number}");
        let mut strips = chart::Strips::of(&id);
        let rows = shown.drawing.rows.iter().map(|row| {
            let key = row.key.as_ref().map(|mark| safe(&strips.key(mark)));
            let strip = row.strip.as_ref();
            let ends = strip.and_then(|strip| strip.ends.as_ref());
            map([
                ("label", self.plain(&row.label)),
                ("text", self.plain(&row.text)),
                ("heads", row.heads.into()),
                ("key", optional(key)),
                (
                    "strip",
                    optional(strip.map(|strip| safe(&strips.strip(strip)))),
                ),
                (
                    "ends",
                    optional(
                        ends.map(|(left, right)| array([left, right].map(|end| self.plain(end)))),
                    ),
                ),
            ])
        });
        let picture = plan::chart_path(&text_of.page.path, number);
        map([
            ("id", text(&format!("chart-{number}"))),
            ("title", self.plain(&shown.figures.table.title)),
            ("rows", array(rows)),
            (
                "unknown",
                optional(shown.unknown.as_deref().map(|unknown| self.plain(unknown))),
            ),
            ("picture", self.url(&picture)),
            ("table", self.table(&shown.figures)),
        ])
    }

    pub(super) fn table(&self, Table { table, downloads }: &Table) -> Value {
        let sheets = folded(table);
        let sheets = sheets.iter().map(|sheet| self.sheet(table, sheet));
        map([
            ("caption", self.plain(&table.title)),
            ("unit", self.plain(&table.unit)),
            ("sheets", array(sheets)),
            (
                "notes",
                array(table.notes.iter().map(|note| self.plain(note))),
            ),
            ("adjusted", self.adjusted(&table.adjusted)),
            ("sources", self.sources(&table.sources)),
            ("titles", self.titles(&table.sources)),
            ("synthetic", table.synthetic.into()),
            ("downloads", self.downloads(downloads)),
        ])
    }

    /// What was changed after approval; nothing if nothing was.
    fn adjusted(&self, adjusted: &Adjusted) -> Value {
        if adjusted.lines.is_empty() && adjusted.more.is_empty() {
            return Value::none();
        }
        let lines = adjusted.lines.iter().map(|line| {
            map([
                ("label", self.plain(&line.label)),
                ("amount", text(&line.amount)),
                ("how", self.plain(&line.how)),
                ("reason", self.plain(&line.reason)),
            ])
        });
        map([
            ("lines", array(lines)),
            ("count", text(&self.number(adjusted.lines.len()))),
            ("folded", (adjusted.lines.len() > MOST_OPEN).into()),
            ("more", self.plain(&adjusted.more)),
        ])
    }

    /// A piece of a table; `shape` says how it is laid out on a phone.
    fn sheet(&self, table: &BudgetTable, sheet: &Sheet) -> Value {
        let labels = sheet.columns.iter().map(|at| &table.columns[*at].label);
        let heads: Vec<&String> = labels.collect();
        let shape = shape(table, sheet);
        let is_stacked = matches!(shape, "many" | "long");
        let rows = sheet.rows.iter().map(|row| {
            let row = &table.rows[*row];
            let explanation = row.explanation.as_deref().unwrap_or_default();
            let cells = sheet.columns.iter().zip(&heads).map(|(at, head)| {
                map([
                    ("text", text(&row.cells[*at].text)),
                    ("head", text(if is_stacked { head } else { "" })),
                ])
            });
            map([
                ("label", self.plain(&row.label)),
                ("explain", self.plain(explanation)),
                ("depth", row.depth.into()),
                ("kind", text(row.kind.word())),
                ("cells", array(cells)),
            ])
        });
        let head = std::iter::once(&table.first).chain(heads.iter().copied());
        map([
            (
                "under",
                optional(sheet.under.as_deref().map(|under| self.plain(under))),
            ),
            ("shape", text(shape)),
            ("head", array(head.map(|head| self.plain(head)))),
            ("rows", array(rows)),
        ])
    }

    pub(super) fn sources(&self, sources: &[SourceView]) -> Value {
        array(sources.iter().map(|source| self.source(source)))
    }

    pub(super) fn source(&self, source: &SourceView) -> Value {
        let some = |value: Option<&str>| optional(value.map(|value| self.plain(value)));
        let publisher = Some(source.publisher.as_str()).filter(|publisher| !publisher.is_empty());
        let dataset = self.site.datasets.get(&source.dataset);
        let words = Wording::of(&self.site.theme, self.language);
        let offered = dataset.filter(|dataset| dataset.is_offered);
        let files = offered.map(|dataset| {
            array(plan::DataFormat::ALL.map(|format| {
                map([
                    ("label", text(format.label())),
                    ("url", self.url(&plan::dataset_path(dataset, format))),
                ])
            }))
        });
        map([
            ("title", self.plain(&source.title)),
            ("publisher", some(publisher)),
            ("url", optional(source.url.as_deref().map(text))),
            ("page", some(source.page.as_deref())),
            ("retrieved", some(source.retrieved.as_deref())),
            ("licence", optional(source.licence.as_deref().map(text))),
            ("cells", text(&source.cells.on_a_page(words))),
            ("files", optional(files)),
        ])
    }

    /// A figure; `number` is that of its source at the end of the text.
    pub(super) fn figure(
        &self,
        Figure { view, label }: &Figure<'_>,
        number: Option<usize>,
    ) -> Value {
        let strings = self.site.theme.strings(self.language);
        let synthetic = view.synthetic.then(|| strings.get("synthetic")).flatten();
        map([
            ("text", self.plain(&view.text)),
            ("label", self.plain(label.unwrap_or_default())),
            (
                "source",
                optional(view.source.as_ref().map(|source| self.source(source))),
            ),
            ("source_number", optional(number.map(Value::from))),
            ("note", self.plain(synthetic.map_or("", String::as_str))),
        ])
    }

    pub(super) fn measure(&self, measured: &Measured) -> Value {
        let parts = measured.parts.iter().map(|part| {
            map([
                ("label", self.plain(&part.label)),
                ("text", self.plain(&part.text)),
            ])
        });
        map([
            ("label", self.plain(&measured.label)),
            ("told", self.plain(&measured.told)),
            ("parts", array(parts)),
            ("formula", self.plain(&measured.formula)),
            ("sources", self.sources(&measured.sources)),
            ("titles", self.titles(&measured.sources)),
            ("synthetic", measured.synthetic.into()),
            ("is_divided", (measured.shown == Shown::Parts).into()),
            (
                "hundredths",
                match measured.shown {
                    Shown::Hundredths(share) => share.into(),
                    _ => Value::none(),
                },
            ),
        ])
    }

    /// What was published, each once, whichever of its cells were read.
    fn titles(&self, sources: &[SourceView]) -> Value {
        let mut seen = HashSet::new();
        let mut each = Vec::new();
        for source in sources {
            if seen.insert((&source.title, &source.publisher, &source.url)) {
                each.push(self.source(source));
            }
        }
        array(each)
    }

    pub(super) fn cards(&self, Cards { cards, downloads }: &Cards) -> Value {
        let each = cards.cards.iter().map(|card| {
            let lines = card.lines.iter().map(|line| {
                map([
                    ("label", self.plain(&line.label)),
                    ("text", self.plain(&line.text)),
                ])
            });
            map([
                ("title", self.plain(&card.title)),
                ("text", self.plain(&card.text)),
                ("lines", array(lines)),
            ])
        });
        map([
            ("title", self.plain(&cards.title)),
            ("cards", array(each)),
            ("sources", self.sources(&cards.sources)),
            ("synthetic", cards.synthetic.into()),
            ("downloads", self.downloads(downloads)),
        ])
    }

    pub(super) fn rows(&self, shown: &Rows) -> Value {
        let head = shown.head.iter().map(|head| {
            map([
                ("label", self.plain(&head.label)),
                ("right", head.is_of_numbers.into()),
            ])
        });
        let cells = |row: &Vec<String>| array(row.iter().map(|cell| self.plain(cell)));
        map([
            ("caption", self.plain(&shown.title)),
            ("head", array(head)),
            ("rows", array(shown.rows.iter().map(cells))),
            ("sources", self.sources(&shown.sources)),
            ("synthetic", shown.synthetic.into()),
        ])
    }

    pub(super) fn finder(&self, finder: &Finder) -> Value {
        let found = |found: &Found| {
            let url = found.page.as_ref().map(|page| self.target(page));
            map([
                // Each stands by itself, where no line ends in it.
                ("name", text(&found.name)),
                ("url", optional(url.as_deref().map(text))),
            ])
        };
        let groups = finder.groups.iter().map(|group| {
            map([
                ("code", text(&group.code)),
                ("place", found(&group.place)),
                ("below", array(group.below.iter().map(found))),
                ("count", text(&self.number(group.below.len()))),
            ])
        });
        let search = finder.search.as_ref().map(|page| self.target(page));
        let tiles = finder.tiles.iter().map(|tile| {
            let url = tile.place.page.as_ref().map(|page| self.target(page));
            map([
                ("name", text(&tile_name(&tile.place.name))),
                ("url", optional(url.as_deref().map(text))),
                ("gap", tile.gap.into()),
                ("begins", tile.begins.into()),
            ])
        });
        map([
            ("tiles", array(tiles)),
            ("groups", array(groups)),
            ("search_url", optional(search.as_deref().map(text))),
        ])
    }

    pub(super) fn contact(&self, contact: &Contact, in_line: bool) -> Value {
        let some = |value: &str| optional((!value.is_empty()).then(|| self.plain(value)));
        map([
            ("name", self.plain(&contact.name)),
            ("role", some(&contact.role)),
            ("phone", some(&self.language.in_its_order(&contact.phone))),
            ("phone_uri", text(&phone_uri(&contact.phone))),
            ("telegram", some(&contact.telegram)),
            ("address", some(&contact.address)),
            ("hours", some(&contact.hours)),
            ("synthetic", contact.synthetic.into()),
            ("in_line", in_line.into()),
        ])
    }

    pub(super) fn downloads(&self, files: &[Download]) -> Value {
        array(files.iter().map(|file| {
            map([
                ("label", self.plain(&file.label)),
                ("format", text(&file.format)),
                ("url", text(&self.target(&file.target))),
                ("bytes", Value::none()),
            ])
        }))
    }
}

/// How a piece is laid out where it is narrow: with its figures beside the words (nothing), under them side by
/// side (`few`), or under them one below the other, each with its head (`many`); `long` has no room for
/// anything else even on a large screen.
fn shape(table: &BudgetTable, sheet: &Sheet) -> &'static str {
    let cells = sheet.rows.iter().flat_map(|row| {
        let cells = &table.rows[*row].cells;
        sheet
            .columns
            .iter()
            .map(|at| cells[*at].text.chars().count())
    });
    let longest = cells.max().unwrap_or(0);
    match sheet.columns.len() {
        0 | 1 if longest <= LONGEST_BESIDE => "",
        2 if longest <= LONGEST_OF_TWO => "few",
        columns if columns <= MOST_BESIDE => "many",
        _ => "long",
    }
}
