//! A leaflet as it was composed → one that can be set: no gaps in its outline, no split text, not
//! deeper than paper has room for.

use crate::khmer;
use crate::leaflet::document::{
    BudgetChart, BudgetTable, Leaflet, LeafletBlock, LeafletFact, LeafletInline, Mark, Note,
    Picture,
};
use std::collections::BTreeMap;

/// How many blocks may stand inside each other.
pub(super) const DEEPEST: usize = 12;

/// Blocks stand inside each other more than [`DEEPEST`] times.
#[derive(Debug, PartialEq)]
pub(super) struct TooDeep;

/// The leaflet, ready to be set.
pub(super) fn prepare(leaflet: &Leaflet) -> Result<Leaflet, TooDeep> {
    let mut own = BTreeMap::new();
    let mut files = BTreeMap::new();
    for (index, (name, bytes)) in leaflet.pictures.iter().enumerate() {
        let file = format!("/pictures/{index}");
        own.insert(file.clone(), bytes.clone());
        files.insert(name.as_str(), file);
    }
    // The title is the heading of level 1.
    let mut around = Around { level: 1, files };
    let own_blocks = blocks(&leaflet.blocks, DEEPEST, &mut around)?;
    let facts = leaflet.facts.iter().map(|fact| {
        Ok(LeafletFact {
            key: fact.key.clone(),
            label: cleaned(&fact.label),
            line: inlines(&fact.line, DEEPEST, &around)?,
            blocks: blocks(&fact.blocks, DEEPEST, &mut around)?,
        })
    });
    Ok(Leaflet {
        title: cleaned(&leaflet.title),
        description: cleaned(&leaflet.description),
        facts: facts.collect::<Result<_, _>>()?,
        blocks: own_blocks,
        pictures: own,
        ..leaflet.clone()
    })
}

/// Whether no blocks stand inside each other too often for [`prepare`].
pub(super) fn is_flat_enough(leaflet: &Leaflet) -> bool {
    let of_facts =
        |fact: &LeafletFact| inlines_fit(&fact.line, DEEPEST) && blocks_fit(&fact.blocks, DEEPEST);
    blocks_fit(&leaflet.blocks, DEEPEST) && leaflet.facts.iter().all(of_facts)
}

fn blocks_fit(blocks: &[LeafletBlock], room: usize) -> bool {
    use LeafletBlock as Block;
    let Some(room) = room.checked_sub(1) else {
        return false;
    };
    blocks.iter().all(|block| match block {
        Block::Heading { content, .. } | Block::Paragraph { content } => inlines_fit(content, room),
        Block::List { items, .. } | Block::Steps { items } => {
            items.iter().all(|item| blocks_fit(item, room))
        }
        Block::Quote { blocks } | Block::Group { blocks } | Block::Note { blocks, .. } => {
            blocks_fit(blocks, room)
        }
        Block::Definitions { entries } => entries
            .iter()
            .all(|(term, meaning)| inlines_fit(term, room) && blocks_fit(meaning, room)),
        Block::Table { head, rows, .. } => {
            let mut cells = head.iter().chain(rows.iter().flatten());
            cells.all(|cell| inlines_fit(cell, room))
        }
        Block::Notes { notes } => notes.iter().all(|note| blocks_fit(&note.blocks, room)),
        Block::Picture(_)
        | Block::BudgetTable(_)
        | Block::BudgetChart(_)
        | Block::Code { .. }
        | Block::Rule
        | Block::NewPage
        | Block::Contact(_)
        | Block::Amount { .. }
        | Block::Measure(_)
        | Block::Cards(_)
        | Block::Sources { .. } => true,
    })
}

fn inlines_fit(inlines: &[LeafletInline], room: usize) -> bool {
    let Some(room) = room.checked_sub(1) else {
        return false;
    };
    let mut contents = inlines.iter().filter_map(LeafletInline::content);
    contents.all(|content| inlines_fit(content, room))
}

/// What a block needs to know of those before it, and of the leaflet.
struct Around<'leaflet> {
    /// The level of the last heading.
    level: u8,
    /// Where the typesetter finds each picture.
    files: BTreeMap<&'leaflet str, String>,
}

impl Around<'_> {
    /// The picture as it can be set; without bytes, what its author says that it shows.
    fn picture(&self, picture: &Picture) -> Result<Picture, LeafletInline> {
        match self.files.get(picture.file.as_str()) {
            Some(file) => Ok(Picture {
                file: file.clone(),
                ..picture.clone()
            }),
            None => Err(LeafletInline::Text {
                text: match picture.alternative.as_str() {
                    "" => String::new(),
                    words => format!("[{words}]"),
                },
            }),
        }
    }
}

fn blocks(
    from: &[LeafletBlock],
    room: usize,
    around: &mut Around<'_>,
) -> Result<Vec<LeafletBlock>, TooDeep> {
    let Some(room) = room.checked_sub(1) else {
        return Err(TooDeep);
    };
    from.iter().map(|from| block(from, room, around)).collect()
}

fn block(
    from: &LeafletBlock,
    room: usize,
    around: &mut Around<'_>,
) -> Result<LeafletBlock, TooDeep> {
    use LeafletBlock as Block;
    use LeafletInline as Inline;
    Ok(match from {
        Block::Heading {
            level: asked,
            content,
        } => {
            // A reader who hears the outline must not miss a level.
            let deepest = (around.level + 1).min(6);
            around.level = (*asked).clamp(2, deepest);
            Block::Heading {
                level: around.level,
                content: inlines(content, room, around)?,
            }
        }
        Block::Paragraph { content } => Block::Paragraph {
            content: inlines(content, room, around)?,
        },
        Block::List {
            start,
            marks,
            items,
        } => Block::List {
            start: *start,
            marks: marks.clone(),
            items: items
                .iter()
                .map(|item| blocks(item, room, around))
                .collect::<Result<_, _>>()?,
        },
        Block::Steps { items } => Block::Steps {
            items: items
                .iter()
                .map(|item| blocks(item, room, around))
                .collect::<Result<_, _>>()?,
        },
        Block::Quote { blocks: inner } => Block::Quote {
            blocks: blocks(inner, room, around)?,
        },
        Block::Group { blocks: inner } => Block::Group {
            blocks: blocks(inner, room, around)?,
        },
        Block::Note {
            kind,
            title,
            blocks: inner,
        } => Block::Note {
            kind: kind.clone(),
            title: title.clone(),
            blocks: blocks(inner, room, around)?,
        },
        Block::Definitions { entries } => Block::Definitions {
            entries: entries
                .iter()
                .map(|(term, meaning)| {
                    Ok((inlines(term, room, around)?, blocks(meaning, room, around)?))
                })
                .collect::<Result<_, _>>()?,
        },
        Block::Table {
            right,
            centre,
            head,
            rows,
            ..
        } => {
            let columns = rows
                .iter()
                .map(Vec::len)
                .chain([head.len()])
                .max()
                .unwrap_or(0);
            let row = |cells: &[Vec<LeafletInline>]| {
                let mut row: Vec<_> = cells
                    .iter()
                    .map(|cell| inlines(cell, room, around))
                    .collect::<Result<_, _>>()?;
                row.resize(columns, Vec::new());
                Ok(row)
            };
            let sized = |marks: &[bool]| {
                let mut marks = marks.to_vec();
                marks.resize(columns, false);
                marks
            };
            let head = row(head)?;
            let rows = rows.iter().map(|cells| row(cells));
            let rows = rows.collect::<Result<Vec<_>, _>>()?;
            Block::Table {
                right: sized(right),
                centre: sized(centre),
                columns: super::columns::columns(&head, &rows),
                head,
                rows,
            }
        }
        Block::BudgetTable(table) => Block::BudgetTable(rectangular(table)),
        Block::BudgetChart(chart) => Block::BudgetChart(drawable(chart)),
        Block::Picture(picture) => match around.picture(picture) {
            Ok(picture) => Block::Picture(picture),
            Err(words) => {
                let caption = LeafletInline::Text {
                    text: cleaned(&picture.caption),
                };
                let content = vec![words, Inline::Break, caption];
                Block::Paragraph { content }
            }
        },
        Block::Notes { notes } => Block::Notes {
            notes: notes
                .iter()
                .map(|note| {
                    Ok(Note {
                        number: note.number.clone(),
                        blocks: blocks(&note.blocks, room, around)?,
                    })
                })
                .collect::<Result<_, _>>()?,
        },
        Block::Code { text } => Block::Code { text: parted(text) },
        Block::Rule
        | Block::NewPage
        | Block::Contact(_)
        | Block::Amount { .. }
        | Block::Measure(_)
        | Block::Cards(_)
        | Block::Sources { .. } => from.clone(),
    })
}

/// The table with as many cells in every row as its head has.
fn rectangular(table: &BudgetTable) -> BudgetTable {
    let mut table = table.clone();
    let cells = table
        .rows
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or(0);
    let columns = table.head.len().max(cells + 1);
    table.head.resize(columns, String::new());
    for row in &mut table.rows {
        row.cells.resize(columns - 1, String::new());
    }
    table
}

/// The chart with marks that lie on their strips, and described in words.
fn drawable(chart: &BudgetChart) -> BudgetChart {
    let mut chart = chart.clone();
    for row in &mut chart.rows {
        if let Some(strip) = &mut row.strip {
            strip.height = within(strip.height, TALLEST);
            strip.zero = strip.zero.map(share);
            strip.marks.iter_mut().for_each(on_its_strip);
        }
        row.key.iter_mut().for_each(on_its_strip);
    }
    if chart.description.trim().is_empty() {
        let rows = chart
            .rows
            .iter()
            .map(|row| format!("{} {}", row.label, row.text));
        chart.description = rows.collect::<Vec<_>>().join(", ").replace('\u{200b}', "");
    }
    chart
}

/// The tallest strip, in letters, and the most notes on one.
const TALLEST: f64 = 20.0;
const MOST_NOTES: f64 = 100.0;

fn on_its_strip(mark: &mut Mark) {
    match mark {
        Mark::Bar {
            x,
            y,
            width,
            height,
            tone,
            ..
        } => {
            for share_of in [&mut *x, &mut *y, &mut *width, &mut *height] {
                *share_of = share(*share_of);
            }
            *width = width.min(1.0 - *x);
            *height = height.min(1.0 - *y);
            tone.0 %= TONES;
        }
        Mark::Line { points, tone } => {
            for (x, y) in points {
                (*x, *y) = (share(*x), share(*y));
            }
            tone.0 %= TONES;
        }
        Mark::Notes { count, of } => {
            *of = within(*of, MOST_NOTES).max(1.0);
            *count = within(*count, *of);
        }
    }
}

/// How many tones a template has.
const TONES: u8 = 6;

fn within(number: f64, most: f64) -> f64 {
    if number.is_finite() {
        number.clamp(0.0, most)
    } else {
        0.0
    }
}

fn share(of_the_strip: f64) -> f64 {
    within(of_the_strip, 1.0)
}

fn inlines(
    from: &[LeafletInline],
    room: usize,
    around: &Around<'_>,
) -> Result<Vec<LeafletInline>, TooDeep> {
    use LeafletInline as Inline;
    let Some(room) = room.checked_sub(1) else {
        return Err(TooDeep);
    };
    let mut out: Vec<LeafletInline> = Vec::with_capacity(from.len());
    for inline in from {
        match (inline, out.last_mut()) {
            (Inline::Text { text }, Some(Inline::Text { text: before })) => {
                before.push_str(&cleaned(text));
            }
            (Inline::Text { text }, _) => out.push(Inline::Text {
                text: cleaned(text),
            }),
            (Inline::Picture(picture), _) => {
                out.push(
                    around
                        .picture(picture)
                        .map_or_else(|words| words, Inline::Picture),
                );
            }
            (Inline::Code { text }, _) => out.push(Inline::Code { text: parted(text) }),
            (other, _) => {
                let mut own = other.clone();
                if let (Some(content), Some(own)) = (other.content(), own.content_mut()) {
                    *own = inlines(content, room, around)?;
                }
                out.push(own);
            }
        }
    }
    Ok(out)
}

/// Text without line ends and control characters, which have no meaning on paper, and with places to break in
/// what is longer than a word.
fn cleaned(text: &str) -> String {
    let shown = |character: char| match character {
        '\n' | '\t' => Some(' '),
        // Whoever turns letters around has nobody read them.
        '\u{202d}' | '\u{202e}' => None,
        character if character.is_control() => None,
        character => Some(character),
    };
    parted(&text.chars().filter_map(shown).collect::<String>())
}

/// How many letters may stand together before a line may end between any two of them: no word of a language is
/// as long, but what has no words, such as an address or a key.
const LONGEST_WORD: usize = 24;

/// The text with U+200B in what would run off the paper.
fn parted(text: &str) -> String {
    let is_end = |character: char| matches!(character, ' ' | '\n' | '\u{200b}' | '\u{a0}');
    if text.len() <= LONGEST_WORD {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(is_end) {
        let own = word.trim_end_matches(is_end);
        match own.len() > LONGEST_WORD && khmer::clusters(own).count() > LONGEST_WORD {
            true => {
                let clusters: Vec<&str> = khmer::clusters(own).collect();
                out.push_str(&clusters.join("\u{200b}"));
                out.push_str(&word[own.len()..]);
            }
            false => out.push_str(word),
        }
    }
    out
}

/// JSON whose texts hold no character that no file of the standard may hold: whatever a template is
/// given comes through here.
pub(super) fn printable(json: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(json.len());
    let mut at = 0;
    while at < json.len() {
        let taken = match &json[at..] {
            // U+FEFF, U+FFFE and U+FFFF.
            [0xEF, 0xBB, 0xBF, ..] | [0xEF, 0xBF, 0xBE | 0xBF, ..] => 0..3,
            // Controls; line ends and tabs are written otherwise.
            [b'\\', b'u', b'0', b'0', b'0' | b'1', _, ..] => 0..6,
            [b'\\', _, ..] => 2..2,
            _ => 1..1,
        };
        out.extend_from_slice(&json[at..at + taken.start]);
        at += taken.end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> LeafletInline {
        LeafletInline::Text {
            text: text.to_owned(),
        }
    }

    fn of(blocks: Vec<LeafletBlock>) -> Leaflet {
        Leaflet {
            blocks,
            ..Leaflet::default()
        }
    }

    #[test]
    fn the_outline_has_no_gaps() {
        let heading = |level| LeafletBlock::Heading {
            level,
            content: vec![],
        };
        let prepared = prepare(&of([1, 4, 4, 2, 6].map(heading).to_vec())).unwrap();
        assert_eq!(prepared.blocks, [2, 3, 4, 2, 3].map(heading));
    }

    #[test]
    fn neighbouring_texts_are_one_text() {
        let content = vec![text("ខ្មែរ\n"), text("\u{7}ក")];
        let prepared = prepare(&of(vec![LeafletBlock::Paragraph { content }])).unwrap();
        let content = vec![text("ខ្មែរ ក")];
        assert_eq!(prepared.blocks, [LeafletBlock::Paragraph { content }]);
    }

    #[test]
    fn what_is_longer_than_a_word_may_break_anywhere() {
        let long = "w".repeat(25);
        let broken = vec!["w"; 25].join("\u{200b}");
        let text = format!("a {long}\u{a0}\u{202e}b");
        assert_eq!(cleaned(&text), format!("a {broken}\u{a0}b"));
        let word = "w".repeat(24);
        assert_eq!(cleaned(&word), word);
        let stack = "ស្ត្រី".repeat(25);
        assert_eq!(cleaned(&stack), vec!["ស្ត្រី"; 25].join("\u{200b}"));
    }

    #[test]
    fn what_no_file_may_hold_reaches_no_template() {
        let texts = ["ក\u{FEFF}ខ\0\u{1f}\n\t\\u0000", "\u{FFFF}\u{FFFE}\u{FFFD}"];
        let json = serde_json::to_vec(&texts).unwrap();
        let read: Vec<String> = serde_json::from_slice(&printable(&json)).unwrap();
        assert_eq!(read, ["កខ\n\t\\u0000", "\u{FFFD}"]);
    }

    #[test]
    fn endless_nesting_is_refused() {
        let nested =
            |depth| (0..depth).fold(vec![], |blocks, _| vec![LeafletBlock::Quote { blocks }]);
        assert!(prepare(&of(nested(DEEPEST - 1))).is_ok());
        assert_eq!(prepare(&of(nested(5000))), Err(TooDeep));
    }

    #[test]
    fn whether_a_leaflet_can_be_prepared_is_known_without_doing_it() {
        use LeafletBlock as Block;
        type Around = fn(Vec<LeafletBlock>) -> LeafletBlock;
        let around: [Around; 8] = [
            |blocks| Block::Quote { blocks },
            |blocks| Block::Group { blocks },
            |blocks| Block::Steps {
                items: vec![Vec::new(), blocks],
            },
            |blocks| Block::List {
                start: None,
                marks: Vec::new(),
                items: vec![Vec::new(), blocks],
            },
            |blocks| Block::Note {
                kind: String::new(),
                title: String::new(),
                blocks,
            },
            |blocks| Block::Definitions {
                entries: vec![(Vec::new(), blocks)],
            },
            |blocks| Block::Notes {
                notes: vec![Note {
                    number: String::new(),
                    blocks,
                }],
            },
            |blocks| Block::Group {
                blocks: [vec![Block::Rule], blocks].concat(),
            },
        ];
        let strong = || {
            let content = vec![LeafletInline::Strong {
                content: vec![text("ក")],
            }];
            vec![LeafletInline::Emphasis { content }]
        };
        let within = [
            Block::Paragraph { content: strong() },
            Block::Heading {
                level: 2,
                content: strong(),
            },
            Block::Table {
                right: Vec::new(),
                centre: Vec::new(),
                head: Vec::new(),
                rows: vec![vec![Vec::new(), strong()]],
                columns: Vec::new(),
            },
            Block::Table {
                right: Vec::new(),
                centre: Vec::new(),
                head: vec![strong()],
                rows: Vec::new(),
                columns: Vec::new(),
            },
            Block::Definitions {
                entries: vec![(strong(), Vec::new())],
            },
        ];
        let mut fits = [0, 0];
        for inner in within {
            for around in around {
                for depth in 0..=DEEPEST {
                    let blocks =
                        (0..depth).fold(vec![inner.clone()], |inner, _| vec![around(inner)]);
                    let leaflet = of(blocks);
                    let is_flat = is_flat_enough(&leaflet);
                    assert_eq!(is_flat, prepare(&leaflet).is_ok(), "{depth} {leaflet:?}");
                    fits[usize::from(is_flat)] += 1;
                }
            }
        }
        assert_eq!(fits, [5 * 8 * 4, 5 * 8 * (DEEPEST - 3)]);
    }

    #[test]
    fn a_ragged_table_gets_empty_cells() {
        let table = LeafletBlock::Table {
            right: vec![],
            centre: vec![],
            head: vec![vec![text("a")]],
            rows: vec![vec![vec![], vec![]]],
            columns: Vec::new(),
        };
        let LeafletBlock::Table { right, head, .. } =
            prepare(&of(vec![table])).unwrap().blocks.remove(0)
        else {
            panic!("a table stays a table");
        };
        assert_eq!((right.len(), head.len()), (2, 2));
    }
}
