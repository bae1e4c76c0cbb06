//! A leaflet of ordinary text in which everything stands that a leaflet can hold. A template that
//! fails with it is broken; one that fails only with another leaflet is not.

use crate::leaflet::document::{
    Bar, BudgetChart, BudgetTable, Contact, Leaflet, LeafletBlock, LeafletInline, Source, TableRow,
};

pub(super) fn leaflet() -> Leaflet {
    let word = || "ក".to_owned();
    let text = || vec![LeafletInline::Text { text: word() }];
    let paragraph = || LeafletBlock::Paragraph { content: text() };
    let table = || BudgetTable {
        caption: word(),
        unit: word(),
        head: vec![word(), word()],
        rows: ["line", "total"].map(row).to_vec(),
        notes: vec![word()],
        sources: vec![Source {
            title: word(),
            publisher: word(),
            page: word(),
            retrieved: word(),
        }],
        synthetic: word(),
    };
    Leaflet {
        title: word(),
        description: word(),
        language: "km".to_owned(),
        digits: "០១២៣៤៥៦៧៨៩".to_owned(),
        site_title: word(),
        organisation: word(),
        phone: "012".to_owned(),
        notices: vec![word()],
        address: "https://example.org/".to_owned(),
        call_to_action: word(),
        date: Some((2026, 1, 1)),
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
                right: vec![false, true],
                head: vec![text(), text()],
                rows: vec![vec![text(), text()]],
            },
            LeafletBlock::Code { text: word() },
            LeafletBlock::Rule,
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
                bars: vec![Bar {
                    label: word(),
                    start: 0.0,
                    end: 1.0,
                    text: word(),
                }],
                table: table(),
            }),
            LeafletBlock::Amount {
                text: word(),
                label: word(),
                source: word(),
            },
            LeafletBlock::Group {
                blocks: vec![paragraph()],
            },
        ],
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

/// Every kind of words.
fn inlines() -> Vec<LeafletInline> {
    let text = || {
        vec![LeafletInline::Text {
            text: "ក".to_owned(),
        }]
    };
    vec![
        LeafletInline::Strong { content: text() },
        LeafletInline::Emphasis { content: text() },
        LeafletInline::Code {
            text: "a".to_owned(),
        },
        LeafletInline::Link {
            url: "https://example.org/".to_owned(),
            content: text(),
        },
        LeafletInline::Break,
        LeafletInline::Task { done: true },
        LeafletInline::Amount {
            text: "1".to_owned(),
            source: "ក".to_owned(),
        },
    ]
}
