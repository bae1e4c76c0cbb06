//! A page as its readers see it → the texts that its search index reads.
//!
//! Components are read as their words, without the template around them: what every page of a kind
//! repeats would be found on all of them. A mistake in a call is reported where the page is written.

use super::Web;
use super::view::date_text;
use crate::content::block::{ArgumentValue, Block, ComponentCall, Inline};
use crate::data::{AmountView, BudgetTable};
use crate::khmer;
use crate::search::{Card, PageText};
use crate::site::widgets::{self, Widget};
use crate::site::{Kind, PageId, Site, address};

/// How many words of its description a result shows.
const DESCRIPTION_WORDS: usize = 24;

/// The texts of a page; its result links from the output at `from`.
pub(super) fn of_page(web: &Web, site: &Site, id: PageId, from: &str) -> PageText {
    let page = site.page(id);
    let components = web.tera.get_component_names();
    let mut gathered = Gathered {
        site,
        id,
        components: components.filter(|name| !name.contains('.')).collect(),
        texts: Vec::new(),
    };
    let mut description = String::new();
    if page.is_described {
        gathered.text(&page.description);
        description = khmer::excerpt(&site.segmenter, &page.summary, DESCRIPTION_WORDS);
    }
    gathered.blocks(&page.document.blocks);
    for footnote in &page.document.footnotes {
        gathered.blocks(&footnote.blocks);
    }
    let section = page.parent.map(|id| site.page(id));
    let section = section.filter(|section| section.kind != Kind::Home);
    PageText {
        texts: gathered.texts,
        card: Card {
            url: address::relative(from, &page.path),
            title: page.title.clone(),
            section: section.map_or_else(String::new, |section| section.title.clone()),
            date: page
                .date
                .map_or_else(String::new, |date| date_text(&page.language, date)),
            description,
        },
    }
}

struct Gathered<'site> {
    site: &'site Site,
    id: PageId,
    components: Vec<&'site str>,
    texts: Vec<String>,
}

impl Gathered<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) | Block::Plain(content) => {
                self.line(content);
            }
            Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                rows.flatten().for_each(|cell| self.line(cell));
            }
            Block::Code { text, .. } => self.text(text),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    self.line(&definition.term);
                    definition
                        .definitions
                        .iter()
                        .for_each(|blocks| self.blocks(blocks));
                }
            }
            Block::Component(call) => {
                let mut text = String::new();
                self.component(call, &mut text);
                self.text(&text);
            }
            Block::Html(html) => self.text(&without_tags(html)),
            Block::Rule => {}
        }
    }

    fn line(&mut self, content: &[Inline]) {
        let line = self.inlines(content);
        self.text(&line);
    }

    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.texts.push(text.to_owned());
        }
    }

    fn inlines(&mut self, content: &[Inline]) -> String {
        let mut out = String::new();
        self.write(content, &mut out);
        out
    }

    fn write(&mut self, inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) => out.push_str(text),
                Inline::Strong(content)
                | Inline::Emphasis(content)
                | Inline::Strikethrough(content)
                | Inline::Link { content, .. } => self.write(content, out),
                Inline::Image {
                    title, alternative, ..
                } => {
                    self.text(alternative);
                    self.text(title);
                }
                Inline::SoftBreak | Inline::HardBreak => out.push(' '),
                Inline::Component(call) => self.component(call, out),
                Inline::FootnoteReference(_) | Inline::Html(_) => {}
            }
        }
    }

    /// Reads a component; what stands in a line of text goes on in `line`.
    fn component(&mut self, call: &ComponentCall, line: &mut String) {
        let components = self.components.clone();
        let knows = |name: &str| components.contains(&name);
        let Ok(widget) = widgets::resolve(self.site, self.id, call, &knows, &components) else {
            return;
        };
        match widget {
            Widget::BudgetTable { table, .. } => self.table(&table),
            Widget::BudgetChart {
                table, description, ..
            } => {
                self.text(&description);
                self.table(&table);
            }
            Widget::Amount { view, label } => self.amount(&view, label.as_deref(), line),
            Widget::Note { title, body, .. } => {
                self.text(title.as_deref().unwrap_or_default());
                self.blocks(body);
            }
            Widget::Steps(items) => items.iter().for_each(|item| self.blocks(item)),
            Widget::Contact(contact) => {
                for text in [
                    &contact.name,
                    &contact.role,
                    &contact.phone,
                    &contact.telegram,
                    &contact.address,
                    &contact.hours,
                ] {
                    self.text(text);
                }
            }
            Widget::Download(files) => files.iter().for_each(|file| self.text(&file.label)),
            Widget::Leaflet(_) => {}
            Widget::Theme(call) => {
                for argument in &call.arguments {
                    if let ArgumentValue::Text(text) = &argument.value {
                        self.text(text);
                    }
                }
                self.blocks(call.body.as_deref().unwrap_or_default());
            }
        }
    }

    fn table(&mut self, table: &BudgetTable) {
        self.text(&table.title);
        for head in &table.columns {
            self.text(&head.label);
        }
        for row in &table.rows {
            self.text(&row.label);
            self.text(row.explanation.as_deref().unwrap_or_default());
            row.cells.iter().for_each(|cell| self.text(&cell.text));
        }
        table.notes.iter().for_each(|note| self.text(note));
        for source in &table.sources {
            self.text(&source.title);
            self.text(&source.publisher);
        }
    }

    fn amount(&mut self, view: &AmountView, label: Option<&str>, line: &mut String) {
        line.push_str(&view.text);
        if let Some(label) = label {
            line.push(' ');
            line.push_str(label);
        }
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
