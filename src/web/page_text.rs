//! A page as its readers see it → the lines that its search index reads, and that results show of it.
//!
//! Components are read as their words, without the template around them: what every page of a kind
//! repeats would be found on all of them. The words of a text were found when it was read.

use super::view::date_text;
use crate::config::Language;
use crate::content::block::{Block, CallId, Descend, Inline, Visit};
use crate::figures::{self, Wording};
use crate::khmer::{Line, Segmenter, SetStr};
use crate::search::{Card, PageText, PageWords};
use crate::site::component::Words;
use crate::site::resolve::{Fact, Resolved, Shown, in_a_line};
use crate::site::{Kind, Site, address, plan};

/// How many words of its description a result shows.
const DESCRIPTION_WORDS: usize = 24;

/// Reads the texts of a page into `words`; its result links from the output at `from`.
pub(super) fn of_page(
    site: &Site,
    resolved: &Resolved<'_>,
    from: &str,
    words: &mut PageWords<'_>,
) -> Card {
    let page = resolved.page;
    let facts = &page.facts;
    let mut gathered = Gathered {
        resolved,
        segmenter: &site.segmenter,
        words,
        text: PageText::default(),
        line: Line::default(),
        is_heading: false,
    };
    gathered.words.title(facts.title.text.borrow());
    // Whoever knows a place by its name in another script finds it.
    let place = site.place_of(page);
    if let Some(place) = place.and_then(|id| site.places.tree.place(id, &site.datasets)) {
        for name in place.name.texts() {
            gathered.words.name(site.segmenter.set(name).borrow());
        }
    }
    if facts.is_described || facts.before_more.is_some() {
        let summary = facts.summary().borrow().excerpt(DESCRIPTION_WORDS);
        gathered.text = PageText::described(site.segmenter.set(&summary).borrow());
        gathered.tell(facts.description.borrow());
    }
    for fact in &resolved.facts {
        gathered.fact(fact);
    }
    for blocks in resolved.document.bodies() {
        gathered.blocks(blocks);
    }
    let text = gathered.text;
    let section = page.parent.map(|id| site.page(id));
    let section = section.filter(|section| section.kind != Kind::Home);
    Card {
        url: address::relative(from, &page.path),
        title: facts.title.as_str().to_owned(),
        section: section.map_or_else(String::new, |section| {
            section.facts.title.as_str().to_owned()
        }),
        date: facts
            .date
            .map_or_else(String::new, |date| date_text(site, &page.language, date)),
        text,
    }
}

/// Reads the list of all tables in the same way: what each is called, and what it says of itself.
pub(super) fn of_catalogue(
    site: &Site,
    language: &Language,
    from: &str,
    words: &mut PageWords<'_>,
) -> Card {
    let strings = site.theme.strings(language);
    let word = |key: &str| strings.get(key).map_or("", String::as_str);
    let title = word("catalogue");
    let description = site.segmenter.set(word("catalogue_text"));
    let excerpt = description.borrow().excerpt(DESCRIPTION_WORDS);
    let mut shown = PageText::described(site.segmenter.set(&excerpt).borrow());
    words.title(site.segmenter.set(title).borrow());
    words.line(description.borrow());
    for entry in figures::catalogue(&site.datasets, Wording::of(&site.theme, language)) {
        let publishers = entry.sources.iter().map(|source| &source.publisher);
        let titles = entry.sources.iter().map(|source| &source.title);
        let own = [&entry.title, &entry.description].into_iter();
        for text in own.chain(titles).chain(publishers) {
            let line = site.segmenter.set(text);
            words.line(line.borrow());
            shown.line(line.borrow());
        }
    }
    Card {
        url: address::relative(from, &plan::catalogue_path(site, language)),
        title: title.to_owned(),
        section: String::new(),
        date: String::new(),
        text: shown,
    }
}

/// Reads a text line by line; words of two lines are never side by side.
struct Gathered<'text, 'words, 'index> {
    resolved: &'text Resolved<'text>,
    segmenter: &'text Segmenter,
    words: &'words mut PageWords<'index>,
    /// The same lines, and rows in one, for those who found one of their words.
    text: PageText,
    line: Line,
    is_heading: bool,
}

impl Gathered<'_, '_, '_> {
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.tell(line.borrow());
        self.line = line;
        self.line.clear();
    }

    fn tell(&mut self, line: SetStr<'_>) {
        if line.as_str().trim_start().is_empty() {
            return;
        }
        match self.is_heading {
            true => self.words.heading(line),
            false => self.words.line(line),
        }
        self.text.line(line);
    }

    /// Cells are read each by itself, and shown beside each other.
    fn tell_row(&mut self, cells: impl Iterator<Item = Line>) {
        let mut row = Line::default();
        for cell in cells {
            let cell = cell.borrow();
            if cell.as_str().trim_start().is_empty() {
                continue;
            }
            self.words.line(cell);
            if !row.borrow().as_str().is_empty() {
                row.push_plain(self.segmenter, " · ");
            }
            row.push(cell);
        }
        if !row.borrow().as_str().is_empty() {
            self.text.row(row.borrow());
        }
    }

    /// A fact with what stands before it; rows each by themselves, below what stands above them.
    fn fact(&mut self, fact: &Fact<'_>) {
        let line = |text: &str| {
            let mut line = Line::default();
            line.push_plain(self.segmenter, text);
            line
        };
        let rows = fact.values.iter().filter_map(|value| match value {
            Shown::Row { cells, .. } => Some(cells.iter().map(|cell| line(&in_a_line(cell)))),
            _ => None,
        });
        let mut rows: Vec<Vec<Line>> = rows.map(Iterator::collect).collect();
        match rows.is_empty() {
            true => rows.push([fact.label, &in_a_line(&fact.values)].map(line).into()),
            false => {
                let heads = fact.columns.iter().map(|head| line(head)).collect();
                rows.splice(0..0, [vec![line(fact.label)], heads]);
            }
        }
        for row in rows {
            self.tell_row(row.into_iter());
        }
    }

    /// Words that interrupt the line, which goes on after them.
    fn aside(&mut self, text: &str) {
        let interrupted = std::mem::take(&mut self.line);
        self.line.push_plain(self.segmenter, text);
        self.end_line();
        self.line = interrupted;
    }

    fn component(&mut self, call: CallId) {
        let resolved = self.resolved;
        let in_line = resolved.document.call(call).in_line();
        resolved.exhibit(call).words(in_line, self);
    }
}

impl<'text> Visit<'text> for Gathered<'text, '_, '_> {
    fn block(&mut self, block: &'text Block) -> Descend {
        self.is_heading = matches!(block, Block::Heading { .. });
        match block {
            Block::Code(code) => self.aside(&code.text),
            Block::Html(html) => self.aside(&without_tags(html)),
            Block::Table(table) => {
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    let cells = row.iter().map(|cell| {
                        self.inlines(cell);
                        std::mem::take(&mut self.line)
                    });
                    let cells: Vec<Line> = cells.collect();
                    self.tell_row(cells.into_iter());
                }
                return Descend::No;
            }
            Block::Component(call) => {
                self.component(*call);
                self.end_line();
            }
            _ => {}
        }
        Descend::Yes
    }

    fn line(&mut self, content: &'text [Inline]) {
        // Most lines are one text, which is read where it stands.
        if let [Inline::Text(text)] = content
            && self.line.borrow().as_str().is_empty()
        {
            return self.tell(self.resolved.document.text(*text));
        }
        self.inlines(content);
        self.end_line();
    }

    fn inline(&mut self, inline: &'text Inline) -> Descend {
        match inline {
            Inline::Text(text) => self.line.push(self.resolved.document.text(*text)),
            Inline::Code(text) => self.line.push_plain(self.segmenter, text),
            Inline::Image(id) => {
                let picture = self.resolved.picture(*id).written;
                self.aside(&picture.alternative);
                self.aside(picture.title.as_str());
            }
            Inline::SoftBreak | Inline::HardBreak => self.line.push_plain(self.segmenter, " "),
            Inline::Component(call) => self.component(*call),
            _ => {}
        }
        Descend::Yes
    }
}

impl<'text> Words<'text> for Gathered<'text, '_, '_> {
    fn own_line(&mut self, text: &str) {
        self.aside(text);
    }

    fn row<'cell>(&mut self, cells: impl Iterator<Item = &'cell str>) {
        let segmenter = self.segmenter;
        self.tell_row(cells.map(|cell| {
            let mut line = Line::default();
            line.push_plain(segmenter, cell);
            line
        }));
    }

    fn in_line(&mut self, text: &str) {
        self.line.push_plain(self.segmenter, text);
    }

    fn body(&mut self, blocks: &'text [Block]) {
        let interrupted = std::mem::take(&mut self.line);
        self.blocks(blocks);
        self.line = interrupted;
    }
}

/// The text between the tags of raw HTML.
fn without_tags(html: &str) -> String {
    let pieces = html.split('<');
    pieces
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text))
        .collect::<Vec<_>>()
        .join(" ")
}
