//! Pieces of a text → blocks, or one line, or a table, whichever they stand in: every piece can become
//! each of these, so that none is lost.

use super::flow::{Cell, Piece, Style, plain};
use crate::leaflet::document::{LeafletBlock, LeafletInline, Picture};

/// Pieces as blocks: words that stand side by side are a paragraph, pictures without words none.
pub(super) fn blocks_of(pieces: Vec<Piece>) -> Vec<LeafletBlock> {
    let mut out = Vec::new();
    let mut run = Vec::new();
    let mut rows = Vec::new();
    for piece in pieces {
        if !matches!(piece, Piece::Row(_)) {
            out.extend(table_of(std::mem::take(&mut rows)));
        }
        let block = match piece {
            Piece::Inline(inline) => {
                run.push(inline);
                continue;
            }
            other => other,
        };
        paragraph(&mut run, &mut out);
        match block {
            Piece::Block(block) => out.push(block),
            Piece::Item(_, item) => out.push(LeafletBlock::List {
                start: None,
                marks: Vec::new(),
                items: vec![item],
            }),
            Piece::Row(row) => rows.push(row),
            Piece::Cell(Cell { content, rest, .. }) => {
                run = content;
                paragraph(&mut run, &mut out);
                out.extend(rest);
            }
            Piece::Term(content) => {
                run = vec![LeafletInline::Strong { content }];
                paragraph(&mut run, &mut out);
            }
            Piece::Meaning(meaning) => out.extend(meaning),
            Piece::Inline(_) => {}
        }
    }
    out.extend(table_of(rows));
    paragraph(&mut run, &mut out);
    out
}

/// Ends a paragraph.
fn paragraph(run: &mut Vec<LeafletInline>, out: &mut Vec<LeafletBlock>) {
    let mut run = std::mem::take(run);
    let is_blank = |inline: &LeafletInline| !inline.is_visible();
    while run.last().is_some_and(is_blank) {
        run.pop();
    }
    let leading = run.iter().take_while(|inline| is_blank(inline)).count();
    run.drain(..leading);
    if run.is_empty() {
        return;
    }
    if !run.iter().any(is_large) {
        return out.push(LeafletBlock::Paragraph { content: run });
    }
    // A large picture has the column for itself.
    let mut words = Vec::new();
    for inline in run {
        match inline {
            LeafletInline::Picture(picture) if is_large_picture(&picture) => {
                paragraph(&mut words, out);
                out.push(LeafletBlock::Picture(picture));
            }
            other => words.push(other),
        }
    }
    paragraph(&mut words, out);
}

/// More pixels than stand well in a line of text.
fn is_large_picture(picture: &Picture) -> bool {
    const TALLEST_IN_A_LINE: u32 = 64;
    picture.height == 0 || picture.height > TALLEST_IN_A_LINE
}

fn is_large(inline: &LeafletInline) -> bool {
    matches!(inline, LeafletInline::Picture(picture) if is_large_picture(picture))
}

/// Pieces as one line, and those that no line has room for.
pub(super) fn inlines_of(pieces: Vec<Piece>) -> (Vec<LeafletInline>, Vec<LeafletBlock>) {
    let (mut line, mut rest) = (Vec::new(), Vec::new());
    for piece in pieces {
        match piece {
            Piece::Inline(inline) => line.push(inline),
            Piece::Term(content) => part(&mut line, content),
            Piece::Cell(cell) => {
                part(&mut line, cell.content);
                rest.extend(cell.rest);
            }
            Piece::Row(cells) => {
                for cell in cells {
                    part(&mut line, cell.content);
                    rest.extend(cell.rest);
                }
            }
            Piece::Block(block) => flatten(block, &mut line, &mut rest),
            Piece::Item(_, blocks) | Piece::Meaning(blocks) => {
                for block in blocks {
                    flatten(block, &mut line, &mut rest);
                }
            }
        }
    }
    (line, rest)
}

/// A part of a line that begins on a line of its own.
fn part(line: &mut Vec<LeafletInline>, content: Vec<LeafletInline>) {
    if line.iter().any(LeafletInline::is_visible) {
        line.push(LeafletInline::Break);
    }
    line.extend(content);
}

fn flatten(block: LeafletBlock, line: &mut Vec<LeafletInline>, rest: &mut Vec<LeafletBlock>) {
    match block {
        LeafletBlock::Heading { content, .. } => {
            part(line, vec![LeafletInline::Strong { content }]);
        }
        LeafletBlock::Paragraph { content } => part(line, content),
        LeafletBlock::Quote { blocks } | LeafletBlock::Group { blocks } => {
            for block in blocks {
                flatten(block, line, rest);
            }
        }
        LeafletBlock::List {
            start,
            marks,
            items,
        } => {
            for (index, item) in items.into_iter().enumerate() {
                let text = match (marks.get(index), start) {
                    (Some(mark), _) => format!("{mark} "),
                    (None, Some(start)) => format!("{}. ", start + index as u64),
                    (None, None) => "• ".to_owned(),
                };
                part(line, vec![LeafletInline::Text { text }]);
                let mut own = Vec::new();
                for block in item {
                    flatten(block, &mut own, rest);
                }
                line.extend(own);
            }
        }
        LeafletBlock::Definitions { entries } => {
            for (term, meaning) in entries {
                part(line, vec![LeafletInline::Strong { content: term }]);
                for block in meaning {
                    flatten(block, line, rest);
                }
            }
        }
        LeafletBlock::Table { head, rows, .. } => {
            for cell in std::iter::once(head).chain(rows).flatten() {
                part(line, cell);
            }
        }
        LeafletBlock::Code { text } => {
            for text in text.lines() {
                let text = text.to_owned();
                part(line, vec![LeafletInline::Code { text }]);
            }
        }
        LeafletBlock::Picture(mut picture) => {
            let text = std::mem::take(&mut picture.caption);
            part(line, vec![LeafletInline::Picture(picture)]);
            if !text.is_empty() {
                part(line, vec![LeafletInline::Text { text }]);
            }
        }
        LeafletBlock::Rule | LeafletBlock::NewPage => {}
        other => rest.push(other),
    }
}

/// The pieces of a table: what stands in no row of it comes before it.
pub(super) fn table(pieces: Vec<Piece>) -> Vec<LeafletBlock> {
    let (mut rows, mut stray) = (Vec::new(), Vec::new());
    for piece in pieces {
        match piece {
            Piece::Row(row) => rows.push(row),
            // Without a row around them, each is one.
            Piece::Cell(cell) => rows.push(vec![cell]),
            other => stray.push(other),
        }
    }
    let mut out = blocks_of(stray);
    out.extend(table_of(rows));
    out
}

fn table_of(rows: Vec<Vec<Cell>>) -> Vec<LeafletBlock> {
    if rows.is_empty() {
        return Vec::new();
    }
    let (mut out, mut rest) = (Vec::new(), Vec::new());
    let is_head = |row: &Vec<Cell>| row.iter().all(|cell| cell.is_head);
    let has_head = rows.len() > 1 && rows.first().is_some_and(is_head);
    let mut contents = rows.into_iter().map(|row| {
        let mut cells = Vec::new();
        for mut cell in row {
            let content = match cell.is_head {
                true if !has_head => vec![LeafletInline::Strong {
                    content: cell.content,
                }],
                _ => cell.content,
            };
            cells.push(content);
            cells.resize_with(cells.len() + cell.columns.saturating_sub(1), Vec::new);
            rest.append(&mut cell.rest);
        }
        cells
    });
    let head = match has_head {
        true => contents.next().unwrap_or_default(),
        false => Vec::new(),
    };
    let rows = contents.collect();
    out.push(LeafletBlock::Table {
        right: Vec::new(),
        centre: Vec::new(),
        head,
        rows,
        columns: Vec::new(),
    });
    out.extend(rest);
    out
}

/// Words of a program, if there are only words.
pub(super) fn code_of(pieces: Vec<Piece>) -> Vec<Piece> {
    let is_text = |piece: &Piece| matches!(piece, Piece::Inline(LeafletInline::Text { .. }));
    if !pieces.iter().all(is_text) {
        return pieces;
    }
    let mut text = String::new();
    for piece in &pieces {
        if let Piece::Inline(inline) = piece {
            plain(inline, &mut text);
        }
    }
    vec![Piece::Inline(LeafletInline::Code { text })]
}

pub(super) fn wrapped(style: &Style, content: Vec<LeafletInline>) -> LeafletInline {
    match style {
        Style::Strong => LeafletInline::Strong { content },
        Style::Emphasis => LeafletInline::Emphasis { content },
        Style::Strikethrough => LeafletInline::Strikethrough { content },
        Style::Underline => LeafletInline::Underline { content },
        Style::Highlight => LeafletInline::Highlight { content },
        Style::Small => LeafletInline::Small { content },
        Style::Superscript => LeafletInline::Superscript { content },
        Style::Subscript => LeafletInline::Subscript { content },
        Style::Link { url, .. } => LeafletInline::Link {
            url: url.clone(),
            content,
        },
    }
}

/// Sets all words in a style; whether all of them could be.
pub(super) fn restyle(style: &Style, piece: &mut Piece) -> bool {
    let line = |content: &mut Vec<LeafletInline>| {
        if content.iter().any(LeafletInline::is_visible) {
            *content = vec![wrapped(style, std::mem::take(content))];
        }
        true
    };
    match piece {
        Piece::Inline(_) => true,
        Piece::Block(block) => restyle_block(style, block),
        Piece::Item(_, blocks) | Piece::Meaning(blocks) => restyle_blocks(style, blocks),
        Piece::Row(cells) => cells.iter_mut().fold(true, |whole, cell| {
            line(&mut cell.content) & restyle_blocks(style, &mut cell.rest) & whole
        }),
        Piece::Cell(cell) => line(&mut cell.content) & restyle_blocks(style, &mut cell.rest),
        Piece::Term(content) => line(content),
    }
}

fn restyle_blocks(style: &Style, blocks: &mut [LeafletBlock]) -> bool {
    let each = blocks.iter_mut();
    each.fold(true, |whole, block| restyle_block(style, block) & whole)
}

fn restyle_block(style: &Style, block: &mut LeafletBlock) -> bool {
    let line = |content: &mut Vec<LeafletInline>| {
        if content.iter().any(LeafletInline::is_visible) {
            *content = vec![wrapped(style, std::mem::take(content))];
        }
    };
    match block {
        LeafletBlock::Heading { content, .. } | LeafletBlock::Paragraph { content } => {
            line(content)
        }
        LeafletBlock::List { items, .. } | LeafletBlock::Steps { items } => {
            let each = items.iter_mut();
            return each.fold(true, |whole, item| restyle_blocks(style, item) & whole);
        }
        LeafletBlock::Quote { blocks }
        | LeafletBlock::Group { blocks }
        | LeafletBlock::Note { blocks, .. } => return restyle_blocks(style, blocks),
        LeafletBlock::Table { head, rows, .. } => {
            head.iter_mut().for_each(line);
            rows.iter_mut().flatten().for_each(line);
        }
        LeafletBlock::Definitions { entries } => {
            return entries.iter_mut().fold(true, |whole, (term, meaning)| {
                line(term);
                restyle_blocks(style, meaning) & whole
            });
        }
        LeafletBlock::Rule | LeafletBlock::NewPage | LeafletBlock::Picture(_) => {}
        LeafletBlock::Code { .. }
        | LeafletBlock::Contact(_)
        | LeafletBlock::BudgetTable(_)
        | LeafletBlock::BudgetChart(_)
        | LeafletBlock::Amount { .. }
        | LeafletBlock::Measure(_)
        | LeafletBlock::Cards(_)
        | LeafletBlock::Notes { .. }
        | LeafletBlock::Sources { .. } => return false,
    }
    true
}
