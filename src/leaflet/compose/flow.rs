//! Words, blocks and tags of HTML, in the order they are written → the leaflet's blocks.
//!
//! An author's HTML may open in one piece of a text and end in another. What is opened here stays open
//! until its end tag, or until the piece of Markdown ends that it stands in; whatever comes in an order
//! that makes no sense loses its form and none of its words.

use super::links::{Behind, is_said};
use super::turn::{blocks_of, code_of, inlines_of, restyle, table, wrapped};
use crate::khmer::number::NumberStyle;
use crate::leaflet::document::{LeafletBlock, LeafletInline};

/// So many things may be open; of more, the words are kept and the form is not.
const DEEPEST: usize = 256;

/// What stands in something that is open.
#[derive(Debug)]
pub(super) enum Piece {
    Inline(LeafletInline),
    Block(LeafletBlock),
    /// Of a list, with the number that its author gave it.
    Item(Option<i64>, Vec<LeafletBlock>),
    /// Of a table.
    Row(Vec<Cell>),
    Cell(Cell),
    /// Of a list of definitions.
    Term(Vec<LeafletInline>),
    Meaning(Vec<LeafletBlock>),
}

#[derive(Debug, Default)]
pub(super) struct Cell {
    pub content: Vec<LeafletInline>,
    /// What no cell has room for.
    pub rest: Vec<LeafletBlock>,
    pub is_head: bool,
    /// How many columns it is wide.
    pub columns: usize,
}

/// How words look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Style {
    Strong,
    Emphasis,
    Strikethrough,
    Underline,
    Highlight,
    Small,
    Superscript,
    Subscript,
    Link {
        url: String,
        /// What says on paper where it leads.
        behind: Behind,
    },
}

/// How the items of a list are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counting {
    pub start: Option<i64>,
    /// Whether from the last to the first.
    pub is_reversed: bool,
    pub style: NumberStyle,
}

/// What becomes of the pieces in something when it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing: they are as if they stood outside.
    Nothing,
    /// Blocks of their own.
    Blocks,
    /// The same, in bold.
    Title,
    Styled(Style),
    Code,
    Preformatted,
    Heading(u8),
    Quote,
    List(Option<Counting>),
    /// With the number that its author gave it.
    Item(Option<i64>),
    Table,
    Row,
    Cell {
        is_head: bool,
        columns: usize,
    },
    Definitions,
    Term,
    Meaning,
    /// No page shows them either, if an end tag says where they end.
    Mute,
}

struct Open {
    /// Of the element; empty for what Markdown opened, which no tag ends.
    name: String,
    role: Role,
    pieces: Vec<Piece>,
    /// What is said of it, by its `title`.
    aside: String,
}

impl Open {
    fn new(name: &str, role: Role) -> Open {
        Open {
            name: name.to_owned(),
            role,
            pieces: Vec::new(),
            aside: String::new(),
        }
    }
}

pub(super) struct Flow {
    open: Vec<Open>,
    /// Whether something was to be struck out that cannot be.
    pub unstruck: bool,
}

impl Flow {
    pub(super) fn new() -> Flow {
        let open = vec![Open::new("", Role::Nothing)];
        Flow {
            open,
            unstruck: false,
        }
    }

    pub(super) fn push(&mut self, piece: Piece) {
        let last = self.open.last_mut().expect("the first is never ended");
        last.pieces.push(piece);
    }

    pub(super) fn inline(&mut self, inline: LeafletInline) {
        self.push(Piece::Inline(inline));
    }

    pub(super) fn block(&mut self, block: LeafletBlock) {
        self.push(Piece::Block(block));
    }

    /// Opens something that `content` fills, and that no tag ends.
    pub(super) fn within(&mut self, role: Role, content: impl FnOnce(&mut Flow)) {
        let depth = self.open.len();
        self.open.push(Open::new("", role));
        content(self);
        self.end_down_to(depth);
    }

    /// An element begins; `aside` is what is said of it, and stands behind it.
    pub(super) fn begin(&mut self, name: &str, role: Role, aside: String) {
        for (ends, up_to) in ended_by(name, &role) {
            if let Some(depth) = self.innermost(ends, up_to) {
                self.end_down_to(depth);
            }
        }
        if self.open.len() < DEEPEST {
            self.open.push(Open {
                aside,
                ..Open::new(name, role)
            });
        }
    }

    /// An end tag, and whether it ended something: one of what is not open ends nothing.
    pub(super) fn end(&mut self, name: &str) -> bool {
        let Some(depth) = self.innermost(&[name], &[]) else {
            return false;
        };
        self.end_down_to(depth + 1);
        let ended = self.open.pop().expect("it was found");
        if ended.role != Role::Mute {
            self.join(ended);
        }
        true
    }

    pub(super) fn is_preformatted(&self) -> bool {
        let mut open = self.open.iter().rev();
        open.any(|one| one.role == Role::Preformatted)
    }

    /// All of it as blocks.
    pub(super) fn into_blocks(mut self) -> (Vec<LeafletBlock>, bool) {
        self.end_down_to(1);
        let first = self.open.pop().expect("the first is never ended");
        (blocks_of(first.pieces), self.unstruck)
    }

    /// All of it as one line, and what no line has room for.
    pub(super) fn into_line(mut self) -> (Vec<LeafletInline>, Vec<LeafletBlock>) {
        self.end_down_to(1);
        let first = self.open.pop().expect("the first is never ended");
        inlines_of(first.pieces)
    }

    /// Where the innermost element with one of these names stands, if it is inside of these.
    fn innermost(&self, names: &[&str], up_to: &[&str]) -> Option<usize> {
        for (depth, one) in self.open.iter().enumerate().rev() {
            if names.contains(&one.name.as_str()) {
                return Some(depth);
            }
            if one.name.is_empty() || up_to.contains(&one.name.as_str()) {
                return None;
            }
        }
        None
    }

    fn end_down_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let ended = self.open.pop().expect("there are more");
            self.join(ended);
        }
    }

    /// Puts what comes of something that ended into what it stood in.
    fn join(&mut self, ended: Open) {
        let is_open = |style: &Style| {
            let mut open = self.open.iter();
            open.any(|one| matches!(&one.role, Role::Styled(own) if own == style))
        };
        let blocks = |blocks: Vec<LeafletBlock>| blocks.into_iter().map(Piece::Block).collect();
        let pieces = ended.pieces;
        let mut pieces: Vec<Piece> = match ended.role {
            Role::Nothing | Role::Mute => pieces,
            Role::Blocks => blocks(blocks_of(pieces)),
            Role::Title => {
                let bold = styled(&Style::Strong, pieces, &mut self.unstruck);
                blocks(blocks_of(bold))
            }
            Role::Styled(style) if is_open(&style) => pieces,
            Role::Styled(style) => {
                let behind = behind(&style, &pieces);
                let mut styled = styled(&style, pieces, &mut self.unstruck);
                styled.extend(behind.into_iter().map(Piece::Inline));
                styled
            }
            Role::Code => code_of(pieces),
            Role::Preformatted => preformatted(pieces),
            Role::Heading(level) => {
                let (content, rest) = inlines_of(pieces);
                let mut found = Vec::with_capacity(1 + rest.len());
                if content.iter().any(LeafletInline::is_visible) {
                    found.push(LeafletBlock::Heading { level, content });
                }
                found.extend(rest);
                blocks(found)
            }
            Role::Quote => {
                let blocks = blocks_of(pieces);
                vec![Piece::Block(LeafletBlock::Quote { blocks })]
            }
            Role::List(counting) => vec![Piece::Block(list(counting.as_ref(), pieces))],
            Role::Item(number) => vec![Piece::Item(number, blocks_of(pieces))],
            Role::Table => blocks(table(pieces)),
            Role::Row => vec![Piece::Row(cells(pieces))],
            Role::Cell { is_head, columns } => {
                let (content, rest) = inlines_of(pieces);
                vec![Piece::Cell(Cell {
                    content,
                    rest,
                    is_head,
                    columns,
                })]
            }
            Role::Definitions => blocks(definitions(pieces)),
            Role::Term => {
                let (content, rest) = inlines_of(pieces);
                let mut found = vec![Piece::Term(content)];
                found.extend(rest.into_iter().map(Piece::Block));
                found
            }
            Role::Meaning => vec![Piece::Meaning(blocks_of(pieces))],
        };
        if !ended.aside.is_empty() {
            let text = ended.aside;
            pieces.push(Piece::Inline(LeafletInline::Aside { text }));
        }
        let around = self.open.last_mut().expect("the first is never ended");
        match around.pieces.is_empty() {
            true => around.pieces = pieces,
            false => around.pieces.append(&mut pieces),
        }
    }
}

/// What an element ends by beginning: elements of these names, if no other of these stands between.
fn ended_by(
    name: &str,
    role: &Role,
) -> &'static [(&'static [&'static str], &'static [&'static str])] {
    const WITHIN: &[&str] = &["ul", "ol", "dl", "table", "td", "th", "caption"];
    const TABLE: &[&str] = &["table"];
    match (name, role) {
        ("li", _) => &[(&["li"], &["ul", "ol"])],
        ("dt" | "dd", _) => &[(&["dt", "dd"], &["dl"])],
        ("td" | "th", _) => &[(&["td", "th"], TABLE)],
        ("tr", _) => &[(&["tr"], TABLE)],
        ("thead" | "tbody" | "tfoot", _) => &[(&["thead", "tbody", "tfoot", "tr"], TABLE)],
        (
            _,
            Role::Blocks
            | Role::Title
            | Role::Heading(_)
            | Role::Quote
            | Role::List(_)
            | Role::Table
            | Role::Definitions
            | Role::Preformatted,
        ) => &[(&["p"], WITHIN)],
        _ => &[],
    }
}

/// Pieces in a style: words that stand side by side in one, and those in blocks each in theirs.
fn styled(style: &Style, pieces: Vec<Piece>, unstruck: &mut bool) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut run = Vec::new();
    let end = |run: &mut Vec<LeafletInline>, out: &mut Vec<Piece>| {
        if !run.is_empty() {
            out.push(Piece::Inline(wrapped(style, std::mem::take(run))));
        }
    };
    for piece in pieces {
        match piece {
            Piece::Inline(inline) => run.push(inline),
            mut other => {
                end(&mut run, &mut out);
                let is_whole = restyle(style, &mut other);
                *unstruck |= !is_whole && *style == Style::Strikethrough;
                out.push(other);
            }
        }
    }
    end(&mut run, &mut out);
    out
}

/// What says where a link leads, if its words do not.
fn behind(style: &Style, pieces: &[Piece]) -> Vec<LeafletInline> {
    let Style::Link { url, behind } = style else {
        return Vec::new();
    };
    let mut words = String::new();
    for piece in pieces {
        if let Piece::Inline(inline) = piece {
            plain(inline, &mut words);
        }
    }
    let typed = behind.typed.as_ref().filter(|_| !is_said(url, &words));
    let typed = typed.map(|text| LeafletInline::Aside { text: text.clone() });
    let note = behind.note.as_ref().map(|number| LeafletInline::NoteMark {
        number: number.clone(),
    });
    typed.into_iter().chain(note).collect()
}

fn preformatted(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut text = String::new();
    let end = |text: &mut String, out: &mut Vec<Piece>| {
        let own = std::mem::take(text);
        let own = own.trim_matches('\n');
        if !own.trim().is_empty() {
            let text = own.to_owned();
            out.push(Piece::Block(LeafletBlock::Code { text }));
        }
    };
    for piece in pieces {
        match piece {
            Piece::Inline(inline) => plain(&inline, &mut text),
            other => {
                end(&mut text, &mut out);
                out.push(other);
            }
        }
    }
    end(&mut text, &mut out);
    out
}

/// The words of an inline, without their form.
pub(super) fn plain(inline: &LeafletInline, out: &mut String) {
    match inline {
        LeafletInline::Break => out.push('\n'),
        LeafletInline::Picture(picture) => out.push_str(&picture.alternative),
        other => {
            out.push_str(&other.text().replace('\u{200b}', ""));
            let content = other.content().map_or(&[][..], Vec::as_slice);
            content.iter().for_each(|inner| plain(inner, out));
        }
    }
}

/// A list; what stands in no item of it is one.
fn list(counting: Option<&Counting>, pieces: Vec<Piece>) -> LeafletBlock {
    let mut items = Vec::new();
    let mut numbers = Vec::new();
    let mut stray = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Item(number, item) => {
                push_if_any(&mut items, blocks_of(std::mem::take(&mut stray)));
                numbers.resize(items.len(), None);
                numbers.push(number);
                items.push(item);
            }
            other => stray.push(other),
        }
    }
    push_if_any(&mut items, blocks_of(stray));
    numbers.resize(items.len(), None);
    LeafletBlock::List {
        start: counting.map(|counting| {
            let start = counting.start.unwrap_or(1);
            u64::try_from(start).unwrap_or(1)
        }),
        marks: counting.map_or_else(Vec::new, |counting| marks(counting, &numbers)),
        items,
    }
}

/// What stands before each item; nothing if they count up by one, as the template does.
fn marks(counting: &Counting, given: &[Option<i64>]) -> Vec<String> {
    let is_plain = !counting.is_reversed && counting.start.is_none_or(|start| start >= 0);
    if is_plain && given.iter().all(Option::is_none) {
        return Vec::new();
    }
    let (first, step) = match counting.is_reversed {
        true => (i64::try_from(given.len()).unwrap_or(i64::MAX), -1),
        false => (1, 1),
    };
    let mut next = counting.start.unwrap_or(first);
    let numbers = given.iter().map(|given| {
        let number = given.unwrap_or(next);
        next = number.saturating_add(step);
        format!("{}.", counting.style.digits(number))
    });
    numbers.collect()
}

fn push_if_any(items: &mut Vec<Vec<LeafletBlock>>, item: Vec<LeafletBlock>) {
    if !item.is_empty() {
        items.push(item);
    }
}

/// The cells of a row; what stands in none is one.
fn cells(pieces: Vec<Piece>) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut stray = Vec::new();
    let end = |stray: &mut Vec<Piece>, cells: &mut Vec<Cell>| {
        let (content, rest) = inlines_of(std::mem::take(stray));
        if !rest.is_empty() || content.iter().any(LeafletInline::is_visible) {
            cells.push(Cell {
                content,
                rest,
                is_head: false,
                columns: 1,
            });
        }
    };
    for piece in pieces {
        match piece {
            Piece::Cell(cell) => {
                end(&mut stray, &mut cells);
                cells.push(cell);
            }
            other => stray.push(other),
        }
    }
    end(&mut stray, &mut cells);
    cells
}

/// Terms with what they mean, and what stands in neither between them.
fn definitions(pieces: Vec<Piece>) -> Vec<LeafletBlock> {
    let mut out = Vec::new();
    let mut entries: Vec<(Vec<LeafletInline>, Vec<LeafletBlock>)> = Vec::new();
    let mut stray = Vec::new();
    for piece in pieces {
        if matches!(piece, Piece::Term(_) | Piece::Meaning(_)) {
            end_entries(&mut entries, &mut stray, &mut out);
        }
        match piece {
            Piece::Term(term) => entries.push((term, Vec::new())),
            Piece::Meaning(meaning) => match entries.last_mut() {
                Some((_, own)) => own.extend(meaning),
                None => entries.push((Vec::new(), meaning)),
            },
            other => stray.push(other),
        }
    }
    end_entries(&mut entries, &mut stray, &mut out);
    if !entries.is_empty() {
        out.push(LeafletBlock::Definitions { entries });
    }
    out
}

/// Ends a list of definitions if anything stands behind it.
fn end_entries(
    entries: &mut Vec<(Vec<LeafletInline>, Vec<LeafletBlock>)>,
    stray: &mut Vec<Piece>,
    out: &mut Vec<LeafletBlock>,
) {
    let behind = blocks_of(std::mem::take(stray));
    if behind.is_empty() {
        return;
    }
    let entries = std::mem::take(entries);
    if !entries.is_empty() {
        out.push(LeafletBlock::Definitions { entries });
    }
    out.extend(behind);
}
