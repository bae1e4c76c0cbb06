//! A leaflet of ordinary text in which everything stands that a leaflet can hold. A template that
//! fails with it is broken; one that fails only with another leaflet is not.

use crate::leaflet::document::{
    Adjusted, Adjustment, BudgetChart, BudgetTable, Card, Cards, Citation, Contact, KeyFigure,
    Leaflet, LeafletBlock, LeafletInline, Mark, Measure, Note, Picture, Row, SiteFonts, Source,
    Strip, TableRow, Tone,
};

pub(super) fn leaflet() -> Leaflet {
    let word = || "ក".to_owned();
    let text = || vec![LeafletInline::Text { text: word() }];
    let paragraph = || LeafletBlock::Paragraph { content: text() };
    let citation = || Citation {
        mark: "[១]".to_owned(),
        cells: word(),
    };
    let sources = || vec![citation()];
    let table = || BudgetTable {
        caption: word(),
        unit: word(),
        head: vec![word(), word()],
        rows: ["line", "total"].map(row).to_vec(),
        adjusted: Box::new(Adjusted {
            title: word(),
            lines: vec![Adjustment {
                amount: word(),
                label: word(),
                how: word(),
                reason: word(),
            }],
            more: word(),
        }),
        notes: vec![word()],
        sources: sources(),
        synthetic: word(),
    };
    Leaflet {
        title: word(),
        description: word(),
        language: "km".to_owned(),
        direction: "ltr".to_owned(),
        digits: "០១២៣៤៥៦៧៨៩".to_owned(),
        site_title: word(),
        organisation: word(),
        phone: "012".to_owned(),
        notices: vec![word()],
        address: "https://example.org/".to_owned(),
        short_address: "sala.example".to_owned(),
        call_to_action: word(),
        date: Some((2026, 1, 1)),
        edition: word(),
        colour: "#000000".to_owned(),
        fonts: SiteFonts::default(),
        figure: Some(KeyFigure {
            text: word(),
            label: word(),
            when: word(),
            synthetic: word(),
        }),
        kind: String::new(),
        facts: Vec::new(),
        facts_before: 0,
        facts_after: 0,
        blocks: vec![
            LeafletBlock::Heading {
                level: 2,
                content: text(),
            },
            LeafletBlock::Paragraph { content: inlines() },
            LeafletBlock::List {
                start: None,
                marks: Vec::new(),
                items: vec![vec![paragraph()]],
            },
            LeafletBlock::List {
                start: Some(1),
                marks: Vec::new(),
                items: vec![vec![paragraph()]],
            },
            LeafletBlock::List {
                start: Some(1),
                marks: vec!["(ក)".to_owned()],
                items: vec![vec![paragraph()]],
            },
            LeafletBlock::Quote {
                blocks: vec![paragraph()],
            },
            LeafletBlock::Table {
                right: vec![false, true, false],
                centre: vec![false, false, true],
                head: vec![text(), text(), text()],
                rows: vec![vec![text(), text(), text()]],
                columns: Vec::new(),
            },
            LeafletBlock::Code { text: word() },
            LeafletBlock::Rule,
            LeafletBlock::NewPage,
            LeafletBlock::Definitions {
                entries: vec![(text(), vec![paragraph()])],
            },
            LeafletBlock::Note {
                kind: "info".to_owned(),
                title: word(),
                blocks: vec![paragraph()],
            },
            LeafletBlock::Steps {
                items: vec![vec![paragraph()]],
            },
            LeafletBlock::Contact(Contact {
                name: word(),
                role: word(),
                phone: "012".to_owned(),
                telegram: word(),
                address: word(),
                hours: word(),
                synthetic: word(),
            }),
            LeafletBlock::BudgetTable(table()),
            LeafletBlock::BudgetChart(BudgetChart {
                title: word(),
                description: word(),
                rows: chart_rows(),
                table: table(),
            }),
            LeafletBlock::Cards(Cards {
                title: word(),
                cards: vec![Card {
                    title: word(),
                    text: word(),
                    lines: vec![(word(), word())],
                }],
                notes: vec![word()],
                sources: sources(),
                synthetic: word(),
            }),
            LeafletBlock::Amount {
                text: word(),
                label: word(),
                sources: sources(),
                synthetic: word(),
            },
            LeafletBlock::Measure(Measure {
                label: word(),
                told: word(),
                parts: vec![(word(), word())],
                notes: vec![word()],
                sources: sources(),
                synthetic: word(),
            }),
            LeafletBlock::Group {
                blocks: vec![paragraph()],
            },
            LeafletBlock::Picture(picture()),
            LeafletBlock::Notes {
                notes: vec![Note {
                    number: "១".to_owned(),
                    blocks: vec![paragraph()],
                }],
            },
            LeafletBlock::Sources {
                title: word(),
                sources: vec![Source {
                    mark: "[១]".to_owned(),
                    title: word(),
                    url: "https://example.org/".to_owned(),
                    typed: "example.org".to_owned(),
                    publisher: word(),
                    page: word(),
                    retrieved: word(),
                    licence: word(),
                    cells: word(),
                }],
            },
        ],
        pictures: [(picture().file, DOT.to_vec())].into(),
    }
}

/// One grey pixel.
const DOT: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\x0aIDATx\x9cch\0\0\0\x82\0\x81w\xcdr\xb6\0\0\0\0IEND\xaeB`\x82";

fn picture() -> Picture {
    Picture {
        file: "dot.png".to_owned(),
        alternative: "ក".to_owned(),
        caption: "ក".to_owned(),
        width: 1,
        height: 1,
    }
}

fn row(kind: &str) -> TableRow {
    TableRow {
        label: "ក".to_owned(),
        depth: 0,
        kind: kind.to_owned(),
        cells: vec!["1".to_owned()],
    }
}

/// A row with each kind of mark, and one that heads others.
fn chart_rows() -> Vec<Row> {
    let bar = Mark::Bar {
        x: 0.0,
        y: 0.0,
        width: 0.5,
        height: 1.0,
        tone: Tone(1),
        number: "១".to_owned(),
    };
    let line = Mark::Line {
        points: vec![(0.0, 1.0), (1.0, 0.0)],
        tone: Tone(2),
    };
    let notes = Mark::Notes {
        count: 2.5,
        of: 10.0,
    };
    let row = |mark: Mark, height| Row {
        label: "ក".to_owned(),
        text: "1".to_owned(),
        key: Some(mark.clone()),
        strip: Some(Strip {
            height,
            marks: vec![mark],
            zero: Some(0.5),
            ends: Some(("ក".to_owned(), "ខ".to_owned())),
        }),
        ..Row::default()
    };
    let heading = Row {
        label: "ក".to_owned(),
        heads: true,
        ..Row::default()
    };
    vec![heading, row(bar, 0.8), row(line, 8.0), row(notes, 1.0)]
}

/// Every kind of words.
fn inlines() -> Vec<LeafletInline> {
    let text = || {
        vec![LeafletInline::Text {
            text: "ក".to_owned(),
        }]
    };
    vec![
        LeafletInline::Text {
            text: "ក".to_owned(),
        },
        LeafletInline::Strong { content: text() },
        LeafletInline::Emphasis { content: text() },
        LeafletInline::Strikethrough { content: text() },
        LeafletInline::Underline { content: text() },
        LeafletInline::Highlight { content: text() },
        LeafletInline::Small { content: text() },
        LeafletInline::Superscript { content: text() },
        LeafletInline::Subscript { content: text() },
        LeafletInline::Code {
            text: "a".to_owned(),
        },
        LeafletInline::Link {
            url: "https://org.example/".to_owned(),
            content: text(),
        },
        LeafletInline::Aside {
            text: "org.example".to_owned(),
        },
        LeafletInline::Break,
        LeafletInline::Task { done: true },
        LeafletInline::Amount {
            text: "1".to_owned(),
            mark: "[១]".to_owned(),
            synthetic: "ក".to_owned(),
        },
        LeafletInline::NoteMark {
            number: "១".to_owned(),
        },
        LeafletInline::Picture(picture()),
        LeafletInline::Task { done: true },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The variants of an enum as they are written in JSON. One that is not among them does not
    /// compile.
    macro_rules! kinds {
        ($kind:ident: $($variant:ident = $name:literal)*) => {{
            #[allow(dead_code, reason = "that it compiles is what it is for")]
            fn every_one(of: &$kind) -> &'static str {
                match of {
                    $($kind::$variant { .. } => $name,)*
                }
            }
            [$($name),*].into()
        }};
    }

    fn seen(value: &serde_json::Value, tag: &str, found: &mut BTreeSet<String>) {
        match value {
            serde_json::Value::Array(values) => {
                values.iter().for_each(|value| seen(value, tag, found));
            }
            serde_json::Value::Object(fields) => {
                let own = fields.get(tag).and_then(serde_json::Value::as_str);
                found.extend(own.map(str::to_owned));
                fields.values().for_each(|value| seen(value, tag, found));
            }
            _ => {}
        }
    }

    #[test]
    fn everything_that_a_leaflet_can_hold_stands_in_it() {
        let blocks: BTreeSet<&str> = kinds!(LeafletBlock: Heading = "heading"
            Paragraph = "paragraph" List = "list" Quote = "quote" Table = "table" Code = "code"
            Rule = "rule" NewPage = "new_page" Definitions = "definitions" Note = "note" Steps = "steps"
            Contact = "contact" BudgetTable = "budget_table" BudgetChart = "budget_chart"
            Amount = "amount" Measure = "measure" Cards = "cards" Group = "group" Picture = "picture" Notes = "notes"
            Sources = "sources");
        let inlines: BTreeSet<&str> = kinds!(LeafletInline: Text = "text" Strong = "strong"
            Emphasis = "emphasis" Strikethrough = "strikethrough" Underline = "underline"
            Highlight = "highlight" Small = "small" Superscript = "superscript"
            Subscript = "subscript" Code = "code" Link = "link" Aside = "aside" Break = "break"
            Task = "task" Amount = "amount" NoteMark = "note_mark" Picture = "picture");
        let json = serde_json::to_value(leaflet().blocks).unwrap();
        for (tag, expected) in [("block", blocks), ("inline", inlines)] {
            let mut found = BTreeSet::new();
            seen(&json, tag, &mut found);
            let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
            assert_eq!(found, expected, "{tag}");
        }
    }
}
