//! A leaflet, ready to be set → about how long it is in letters of any size.
//!
//! Setting a leaflet takes a hundred times longer than this sum over its words, so the press begins with
//! the size that comes out here. Lines are broken as the press breaks them, with the widths of letters of
//! the default theme's fonts and the gaps of its blocks; where a template does otherwise, the estimate is
//! corrected by what the first setting shows. It never decides anything: whether a size fits is seen when
//! it is set.

mod blocks;
mod words;

use super::fit::Tables;
use crate::leaflet::document::Leaflet;
use crate::leaflet::format::Rules;
use blocks::{LARGE, blocks, small};
use words::{LINE, Text};

/// What is known of a leaflet's length before it is set.
pub(super) struct Estimate {
    items: Vec<Item>,
    lead: Text,
    /// What a page is, and where text stands on it, in points.
    page: f64,
    top: f64,
    column: f64,
    width: f64,
    columns: usize,
    /// What stands above the text of the first page, but for the lead paragraph.
    title: f64,
    /// How large letters are at the scale of 1.
    text: f64,
    /// Pages before the text, and after it.
    before: usize,
    after: usize,
}

/// How far a leaflet reaches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Reach {
    /// Where its text ends, in pages from the beginning.
    pub(super) end: f64,
    /// How much of the page where it ends must be left free, for what follows on the same page.
    pub(super) foot: f64,
    /// How much of a column is left white at most, where what follows stands whole on the next one.
    pub(super) white: f64,
}

const MILLIMETRE: f64 = 72.0 / 25.4;

/// Sheets: the white above the text and below it, what the title takes, and what follows the text, in
/// millimetres and in letters.
const SHEET: (f64, f64) = (11.5, 16.8);
const TITLE: f64 = 36.0;
const FOOT: (f64, f64) = (19.3, 8.6);
/// The same of pages in columns, above and below which the title and the foot stand.
const COLUMNS: (f64, f64) = (85.0, 70.0);
const BETWEEN_COLUMNS: f64 = 9.0;
/// The same of the panels of what is folded, which has a cover and a back.
const PANEL: (f64, f64) = (11.0, 11.0);
/// The white beside the text, and how much of a wide page it is.
const ASIDE: f64 = 11.0;
const ASIDE_OF_WIDTH: f64 = 0.065;

impl Estimate {
    pub(super) fn of(leaflet: &Leaflet, rules: &Rules) -> Estimate {
        let aside = ASIDE.max(rules.page.width * ASIDE_OF_WIDTH);
        let is_folded = rules.closing_pages > 0;
        let (above, below) = match rules.columns {
            _ if is_folded => PANEL,
            1 => SHEET,
            _ => COLUMNS,
        };
        let columns = rules.columns as f64;
        let between = BETWEEN_COLUMNS * (columns - 1.0);
        let has_title = !is_folded && rules.columns == 1;
        // A choice of the text is as long as its template makes it.
        let mut items = match rules.excerpt {
            true => Vec::new(),
            false => blocks(&leaflet.blocks),
        };
        if has_title {
            items.extend(leaflet.notices.iter().map(|notice| small(notice)));
        }
        Estimate {
            items,
            lead: Text::of(if has_title { &leaflet.description } else { "" }, 1.15),
            page: rules.page.height * MILLIMETRE,
            top: above * MILLIMETRE,
            column: (rules.page.height - above - below) * MILLIMETRE,
            width: (rules.page.width - 2.0 * aside - between) / columns * MILLIMETRE,
            columns: rules.columns,
            title: if has_title { TITLE * MILLIMETRE } else { 0.0 },
            text: rules.text,
            before: usize::from(is_folded),
            after: rules.closing_pages,
        }
    }

    /// How far it reaches at this scale, if all of it is `longer` times as long as this sum says.
    pub(super) fn reach(&self, scale: f64, longer: f64, tables: Tables) -> Reach {
        let em = self.text * scale;
        let column = self.column / longer;
        let mut column_number = self.before * self.columns;
        let mut at = (self.title + self.lead.height(self.width, em)) / longer;
        let keeps = |item: &Item| match (item.keeps, tables) {
            (Keeps::IfWhole, Tables::Torn | Tables::TornWithCharts)
            | (Keeps::IfWholeChart, Tables::TornWithCharts) => Keeps::Nothing,
            (keeps, _) => keeps,
        };
        let mut before = 0.0;
        let mut white: f64 = 0.0;
        let mut is_first = at == 0.0;
        for (index, item) in self.items.iter().enumerate() {
            let gap = if is_first {
                0.0
            } else {
                f64::max(item.above, before) * em
            };
            let own = item.height(self.width, em);
            let with = self
                .items
                .get(index + 1)
                .filter(|_| keeps(item) == Keeps::WithNext);
            let needs = own
                + with.map_or(0.0, |next| match keeps(next) {
                    Keeps::Nothing => next.height(self.width, em).min(TWO_LINES * em),
                    _ => next.height(self.width, em),
                });
            at += gap;
            if keeps(item) != Keeps::Nothing && at + needs > column && needs <= column {
                white = white.max(1.0 - (at - gap) / column);
                column_number += 1;
                at = 0.0;
            }
            at += own;
            while at > column {
                column_number += 1;
                at -= column;
            }
            before = item.below;
            is_first = false;
        }
        let columns = self.columns as f64;
        let share = (self.top + at * longer) / self.page;
        let end = match self.columns {
            1 => column_number as f64 + share,
            _ => (column_number as f64 + share) / columns,
        };
        let has_foot = self.after == 0 && self.columns == 1;
        let foot = match has_foot {
            true => (FOOT.0 * MILLIMETRE + FOOT.1 * em) / self.page,
            false => 0.0,
        };
        Reach { end, foot, white }
    }
}

/// So much of what follows a heading stands below it.
const TWO_LINES: f64 = 3.0;

/// A block: what stands in it, the gaps around it, and the room its frame takes.
struct Item {
    /// In letters.
    above: f64,
    below: f64,
    body: Body,
    /// How much narrower than the column it is, in letters and in millimetres.
    narrower: (f64, f64),
    /// How much higher than its body it is, the same.
    higher: (f64, f64),
    keeps: Keeps,
}

/// Where a page may end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keeps {
    /// Within the block.
    Nothing,
    /// Before and after it.
    Together,
    /// The same, unless tables are torn.
    IfWhole,
    /// The same, unless charts are torn too.
    IfWholeChart,
    /// Only before it.
    WithNext,
}

enum Body {
    Text(Text),
    Blocks(Vec<Item>),
    Table(Table),
    Nothing,
}

/// Rows of cells beside each other.
struct Table {
    /// Whether a column is as wide as its widest cell.
    own_width: Vec<bool>,
    rows: Vec<Vec<Text>>,
}

/// Tables of so many rows, and their head, stand on one page.
fn if_small(rows: usize) -> Keeps {
    match rows {
        0..=15 => Keeps::IfWhole,
        _ => Keeps::Nothing,
    }
}

/// Above and below the letters of a cell, in letters, and on each side, in millimetres.
const CELL: (f64, f64) = (0.32, 1.4);

impl Table {
    fn item(own_width: Vec<bool>, rows: Vec<Vec<Text>>) -> Item {
        let keeps = if_small(rows.len());
        Item::large(Body::Table(Table { own_width, rows })).keeps(keeps)
    }

    fn height(&self, width: f64, em: f64) -> f64 {
        let inset = 2.0 * CELL.1 * MILLIMETRE;
        let natural: Vec<f64> = (0..self.own_width.len())
            .map(|column| {
                let cells = self.rows.iter().filter_map(|row| row.get(column));
                cells.map(Text::width).fold(0.0, f64::max) * em + inset
            })
            .collect();
        let columns = || natural.iter().zip(&self.own_width);
        let fixed: f64 = columns().filter(|(_, own)| **own).map(|(own, _)| own).sum();
        let longest = columns().filter(|(_, own)| !**own);
        let longest = longest.map(|(own, _)| *own).fold(1.0, f64::max);
        let share = |own: f64| (own / longest).powf(0.7).max(0.34);
        let shares: f64 = columns()
            .filter(|(_, own)| !**own)
            .map(|(own, _)| share(*own))
            .sum();
        let rest = (width - fixed).max(width * 0.3);
        let widths: Vec<f64> = columns()
            .map(|(own, is_own)| match is_own {
                true => *own,
                false => rest * share(*own) / shares,
            })
            .collect();
        let row = |row: &Vec<Text>| {
            let cells = row.iter().zip(&widths);
            let heights = cells.map(|(cell, width)| cell.height(width - inset + 0.1, em));
            heights.fold(LINE * em, f64::max) + 2.0 * CELL.0 * em
        };
        self.rows.iter().map(row).sum()
    }
}

impl Item {
    fn new(gaps: (f64, f64), body: Body) -> Item {
        Item {
            above: gaps.0,
            below: gaps.1,
            body,
            narrower: (0.0, 0.0),
            higher: (0.0, 0.0),
            keeps: Keeps::Nothing,
        }
    }

    fn large(body: Body) -> Item {
        Item::new(LARGE, body)
    }

    fn keeps(mut self, keeps: Keeps) -> Item {
        self.keeps = keeps;
        self
    }

    fn text(gap: f64, text: Text) -> Item {
        Item::new((gap, gap), Body::Text(text))
    }

    fn height(&self, width: f64, em: f64) -> f64 {
        let length = |(letters, millimetres): (f64, f64)| letters * em + millimetres * MILLIMETRE;
        let width = (width - length(self.narrower)).max(4.0 * em);
        let body = match &self.body {
            Body::Text(text) => text.height(width, em),
            Body::Blocks(items) => height(items, width, em),
            Body::Table(table) => table.height(width, em),
            Body::Nothing => 0.0,
        };
        body + length(self.higher)
    }
}

/// Blocks below each other, with the larger of two gaps between them.
fn height(items: &[Item], width: f64, em: f64) -> f64 {
    let mut whole = 0.0;
    let mut before = 0.0;
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            whole += f64::max(item.above, before) * em;
        }
        whole += item.height(width, em);
        before = item.below;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leaflet::document::{LeafletBlock, LeafletInline};
    use crate::leaflet::format::Format;

    fn text(text: &str) -> Vec<LeafletInline> {
        let text = text.to_owned();
        vec![LeafletInline::Text { text }]
    }

    fn paragraph() -> LeafletBlock {
        let content = text(&"ក\u{200b}".repeat(150));
        LeafletBlock::Paragraph { content }
    }

    fn table() -> LeafletBlock {
        LeafletBlock::Table {
            right: vec![false],
            centre: vec![false],
            head: vec![Vec::new()],
            rows: vec![vec![text("ក")]; 10],
            columns: Vec::new(),
        }
    }

    /// How far a leaflet reaches in letters of 10.5 points.
    fn reach(blocks: Vec<LeafletBlock>, tables: Tables) -> Reach {
        let leaflet = Leaflet {
            blocks,
            ..Leaflet::default()
        };
        let estimate = Estimate::of(&leaflet, &Format::a4().rules);
        estimate.reach(1.0, 1.0, tables)
    }

    fn end(blocks: Vec<LeafletBlock>, tables: Tables) -> f64 {
        reach(blocks, tables).end
    }

    #[test]
    fn a_text_reaches_as_far_as_its_lines_and_gaps() {
        // 150 letters of 0.64 on lines 182.7 mm wide are two lines; 0.62 letters stand between two of them.
        let lines = 2.0 * 1.362 + 0.14 + 0.62;
        let one = end(vec![paragraph()], Tables::Whole);
        let eleven = end(vec![paragraph(); 11], Tables::Whole);
        let expected = 10.0 * lines * 10.5 / (297.0 * MILLIMETRE);
        assert!((eleven - one - expected).abs() < 1e-9, "{one} {eleven}");
    }

    #[test]
    fn a_small_table_stands_on_the_next_page_unless_it_is_torn() {
        let mut blocks = vec![paragraph(); 15];
        let before = end(blocks.clone(), Tables::Whole);
        assert!((0.75..0.95).contains(&before), "{before}");
        blocks.push(table());
        // What the text leaves of the room between the white above and below.
        let white = 1.0 - (before * 297.0 - 11.5) / (297.0 - 11.5 - 16.8);
        let left = reach(blocks.clone(), Tables::Whole).white;
        assert!((left - white).abs() < 1e-9, "{left} {white}");
        assert!(reach(blocks.clone(), Tables::Torn).white == 0.0);
        let (whole, torn) = (
            end(blocks.clone(), Tables::Whole),
            end(blocks, Tables::Torn),
        );
        // Ten rows below the white of the page's top.
        let rows = 10.0 * (1.362 + 0.64) * 10.5 / (297.0 * MILLIMETRE);
        assert!((whole - 1.0 - 11.5 / 297.0 - rows).abs() < 1e-9, "{whole}");
        assert!(torn > 1.0 && torn < whole, "{torn}");
    }
}
