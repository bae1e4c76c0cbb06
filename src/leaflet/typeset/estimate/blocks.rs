//! Blocks of a leaflet → how the default theme's templates set them.

use super::words::{HEAVY, SMALL, TIGHT, Text};
use super::{Body, CELL, Item, Keeps, Table, if_small};
use crate::leaflet::document::{
    BudgetChart, BudgetTable, Citation, LeafletBlock, LeafletInline, Measure,
};

/// Between paragraphs, between blocks, and around larger ones.
const PARAGRAPH: f64 = 0.62;
const BLOCK: f64 = 1.2;
pub(super) const LARGE: (f64, f64) = (1.1, 1.2);

pub(super) fn blocks(from: &[LeafletBlock]) -> Vec<Item> {
    let mut out = Vec::with_capacity(from.len());
    for from in from {
        block(from, &mut out);
    }
    out
}

/// Text in small lines close to each other, as below a table.
pub(super) fn small(text: &str) -> Item {
    let mut text = Text::of(text, SMALL);
    text.leading = 0.1;
    Item::text(0.35, text)
}

fn block(from: &LeafletBlock, out: &mut Vec<Item>) {
    use LeafletBlock as Block;
    match from {
        Block::Heading { level, content } => {
            let (above, below, size) = match level {
                0..=2 => (1.32, 0.6, 1.3),
                3 => (1.0, 0.45, 1.08),
                _ => (0.9, 0.4, 1.0),
            };
            let mut line = Text::empty(size * 0.88);
            line.push_inlines(content, 1.16);
            let mut item = Item::new((above, below), Body::Text(line));
            item.higher.0 = if *level <= 2 { 0.42 } else { 0.0 };
            out.push(item.keeps(Keeps::WithNext));
        }
        Block::Paragraph { content } => {
            out.push(Item::text(PARAGRAPH, Text::inlines(content, 1.0)));
        }
        Block::List { items, .. } => {
            let items = items.iter().map(|item| {
                let mut item = Item::new((0.5, 0.5), Body::Blocks(blocks(item)));
                item.narrower = (0.5, 2.0);
                item
            });
            let items = Body::Blocks(items.collect());
            out.push(Item::new((PARAGRAPH, PARAGRAPH), items));
        }
        Block::Steps { items } => out.extend(items.iter().map(|item| {
            let mut item = Item::new((1.1, 1.1), Body::Blocks(blocks(item)));
            item.narrower = (2.28, 2.0);
            item.keeps(Keeps::Together)
        })),
        Block::Quote { blocks: inner } => {
            let mut item = Item::new((BLOCK, BLOCK), Body::Blocks(blocks(inner)));
            item.narrower.1 = 4.0;
            item.higher.1 = 1.2;
            out.push(item);
        }
        Block::Group { blocks: inner } => out.extend(blocks(inner)),
        Block::Note {
            title,
            blocks: inner,
            ..
        } => {
            let mut items = blocks(inner);
            if !title.is_empty() {
                items.insert(0, Item::text(0.5, Text::of(title, 0.95)));
            }
            out.push(framed(items, 3.0, 2.4));
        }
        Block::Table {
            right, head, rows, ..
        } => {
            let has_head = head.iter().any(|cell| !cell.is_empty());
            let rows = has_head.then_some(head).into_iter().chain(rows);
            let cell = |cell: &Vec<LeafletInline>| {
                let mut text = Text::inlines(cell, 1.0);
                text.leading = TIGHT;
                text
            };
            let rows = rows.map(|row| row.iter().map(cell).collect());
            out.push(Table::item(right.clone(), rows.collect()));
        }
        Block::Code { text } => {
            let lines = text.trim_end_matches('\n').lines();
            let lines = lines.map(|line| Item::text(0.2, Text::of(line, 0.9)));
            let mut item = framed(lines.collect(), 2.4, 2.4);
            (item.above, item.below) = (BLOCK, BLOCK);
            out.push(item);
        }
        Block::Rule => out.push(Item::new((1.1, 1.1), Body::Nothing)),
        // How much is left white before it depends on what stands there.
        Block::NewPage => {}
        Block::Definitions { entries } => {
            for (term, meaning) in entries {
                let mut term = Item::text(BLOCK, Text::inlines(term, HEAVY));
                term.below = 0.35;
                out.push(term.keeps(Keeps::WithNext));
                let mut item = Item::new((0.0, PARAGRAPH), Body::Blocks(blocks(meaning)));
                item.narrower.1 = 4.0;
                out.push(item);
            }
        }
        Block::Contact(contact) => {
            let lines = [
                (&contact.name, 1.0),
                (&contact.role, 1.0),
                (&contact.phone, 1.65),
                (&contact.telegram, 1.0),
                (&contact.address, 1.0),
                (&contact.hours, 1.0),
                (&contact.synthetic, SMALL),
            ];
            let lines = lines.iter().filter(|(text, _)| !text.is_empty());
            let lines = lines.map(|(text, size)| Item::text(0.35, Text::of(text, *size)));
            out.push(framed(lines.collect(), 3.5, 2.8).keeps(Keeps::Together));
        }
        Block::BudgetTable(table) => budget_table(table, out),
        Block::BudgetChart(chart) => budget_chart(chart, out),
        Block::Amount {
            text,
            label,
            sources,
            synthetic,
        } => {
            let mut items = vec![
                Item::text(0.3, Text::of(label, 1.0)),
                Item::text(0.3, Text::of(text, 1.9)),
            ];
            colophon(&[], sources, synthetic, &mut items);
            let mut item = Item::large(Body::Blocks(items));
            item.higher.0 = 0.5;
            out.push(item.keeps(Keeps::Together));
        }
        Block::Measure(measured) => out.push(measure(measured)),
        Block::Cards(cards) => {
            caption(&cards.title, out);
            for card in &cards.cards {
                let mut items = vec![Item::text(0.35, Text::of(&card.title, HEAVY))];
                if !card.text.is_empty() {
                    items.push(Item::text(0.35, Text::of(&card.text, 1.0)));
                }
                let lines = card
                    .lines
                    .iter()
                    .map(|(label, words)| format!("{label} {words}"));
                items.extend(lines.map(|line| Item::text(0.35, Text::of(&line, 1.0))));
                let mut item = Item::new((0.7, 0.7), Body::Blocks(items));
                item.higher.0 = 0.5;
                out.push(item.keeps(Keeps::Together));
            }
            colophon(&cards.notes, &cards.sources, &cards.synthetic, out);
        }
        Block::Picture(picture) => {
            // No wider than a column, and no higher than the default theme sets it.
            let tall = f64::from(picture.height) / f64::from(picture.width.max(1));
            let mut item = Item::large(Body::Text(Text::of(&picture.caption, SMALL)));
            item.higher = (0.5, (120.0 * tall).clamp(10.0, 85.0));
            out.push(item.keeps(Keeps::Together));
        }
        Block::Notes { notes } => {
            for (index, note) in notes.iter().enumerate() {
                let above = if index == 0 { 2.2 } else { 0.4 };
                let mut item = Item::new((above, 0.4), Body::Blocks(blocks(&note.blocks)));
                // Smaller letters take less room both ways.
                item.narrower = (-4.0, 0.0);
                item.higher.0 = -0.2;
                out.push(item);
            }
        }
        Block::Sources { title, sources } => {
            let mut head = Item::new((1.6, 0.5), Body::Text(Text::of(title, SMALL)));
            head.higher.0 = 0.4;
            out.push(head);
            for source in sources {
                let parts = [
                    &source.mark,
                    &source.title,
                    &source.typed,
                    &source.publisher,
                    &source.page,
                    &source.retrieved,
                    &source.licence,
                    &source.cells,
                ];
                let parts = parts.iter().filter(|part| !part.is_empty());
                let parts: Vec<&str> = parts.map(|part| part.as_str()).collect();
                out.push(small(&parts.join(", ")));
            }
        }
    }
}

/// Blocks in a frame with so much white within it, in millimetres.
fn framed(items: Vec<Item>, aside: f64, above: f64) -> Item {
    let mut item = Item::large(Body::Blocks(items));
    item.narrower.1 = 2.0 * aside;
    item.higher.1 = 2.0 * above;
    item
}

fn caption(title: &str, out: &mut Vec<Item>) {
    if !title.is_empty() {
        let title = Item::new((1.2, 0.6), Body::Text(Text::of(title, 0.9)));
        out.push(title.keeps(Keeps::WithNext));
    }
}

/// What stands below figures.
fn colophon(notes: &[String], sources: &[Citation], synthetic: &str, out: &mut Vec<Item>) {
    let mut cited = String::new();
    for source in sources {
        cited.push_str("ប្រភព ");
        cited.push_str(&source.mark);
        cited.push_str(&source.cells);
    }
    let lines = std::iter::once(synthetic);
    let lines = lines
        .chain(notes.iter().map(String::as_str))
        .chain([cited.as_str()]);
    out.extend(lines.filter(|line| !line.is_empty()).map(small));
}

fn budget_table(table: &BudgetTable, out: &mut Vec<Item>) {
    let title = format!("{} {}", table.caption, table.unit);
    caption(title.trim(), out);
    let cell = |text: &str| {
        let mut text = Text::of(text, 1.0);
        text.leading = TIGHT;
        text
    };
    let head = table.head.iter().map(|text| cell(text)).collect();
    let rows = table.rows.iter().map(|row| {
        let label = std::iter::once(cell(&row.label));
        label
            .chain(row.cells.iter().map(|text| cell(text)))
            .collect()
    });
    let rows: Vec<Vec<Text>> = std::iter::once(head).chain(rows).collect();
    let own_width = (0..table.head.len()).map(|column| column > 0).collect();
    if !table.rows.is_empty() {
        let mut item = Table::item(own_width, rows);
        (item.above, item.below) = (0.6, 0.6);
        out.push(item);
    }
    below_a_table(table, out);
}

fn below_a_table(table: &BudgetTable, out: &mut Vec<Item>) {
    if !table.adjusted.title.is_empty() {
        out.push(small(&table.adjusted.title));
        for line in &table.adjusted.lines {
            let line = [&line.amount, &line.label, &line.how, &line.reason];
            out.push(small(&line.map(String::as_str).join(" ")));
        }
        out.push(small(&table.adjusted.more));
    }
    colophon(&table.notes, &table.sources, &table.synthetic, out);
    if let Some(last) = out.last_mut() {
        last.below = last.below.max(1.1);
    }
}

fn budget_chart(chart: &BudgetChart, out: &mut Vec<Item>) {
    if chart.rows.is_empty() {
        return;
    }
    let title = format!("{} {}", chart.title, chart.table.unit);
    caption(title.trim(), out);
    let mut rows = Vec::with_capacity(chart.rows.len());
    for row in &chart.rows {
        // The figure takes its room, and the strip its own.
        let words = format!("{} {}", row.label, row.text);
        let mut item = Item::new((0.6, 0.6), Body::Text(Text::of(&words, 1.0)));
        if let Some(strip) = &row.strip {
            item.higher.0 = 0.2 + strip.height.max(0.95);
        }
        rows.push(item);
    }
    let keeps = match rows.len() {
        0..=4 => Keeps::Together,
        5..=14 => Keeps::IfWholeChart,
        _ => Keeps::Nothing,
    };
    out.push(Item::new((0.6, 0.6), Body::Blocks(rows)).keeps(keeps));
    below_a_table(&chart.table, out);
}

fn measure(measure: &Measure) -> Item {
    let mut items = vec![
        Item::text(PARAGRAPH, Text::of(&measure.label, 1.0)),
        Item::text(PARAGRAPH, Text::of(&measure.told, 1.35)),
    ];
    let parts = measure.parts.iter().map(|(label, figure)| {
        let mut item = Item::new(
            (0.0, 0.0),
            Body::Text(Text::of(&format!("{label} {figure}"), 1.0)),
        );
        item.higher.0 = 2.0 * CELL.0;
        item
    });
    items.extend(parts);
    colophon(
        &measure.notes,
        &measure.sources,
        &measure.synthetic,
        &mut items,
    );
    Item::large(Body::Blocks(items)).keeps(if_small(measure.parts.len()))
}
