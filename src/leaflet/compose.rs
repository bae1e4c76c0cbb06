//! A page of the site → the leaflet's own input: its text as blocks, its figures, its address.
//!
//! Words are separated by U+200B, where lines may break; the engine takes them out of the text that
//! is copied from the PDF.

use super::document::{
    Bar, BudgetChart, BudgetTable, Contact, Leaflet, LeafletBlock, LeafletInline, Source, TableRow,
};
use crate::config::Language;
use crate::content::Spans;
use crate::content::block::{
    Alignment, Block, CallId, HeadingId, Inline, Inlines, LinkId, List, Table,
};
use crate::data;
use crate::diagnostic::{Report, codes, diagnostic};
use crate::khmer::Breaks;
use crate::site::Site;
use crate::site::component::{self, Exhibit};
use crate::site::plan;
use crate::site::resolve::Resolved;
use std::cell::RefCell;

/// How many bytes an address may have that a file for printing carries.
const LONGEST_ADDRESS: usize = 8000;

/// The leaflet of a page, with every link resolved and every component in place.
pub(super) fn compose(
    site: &Site,
    text: &Resolved<'_>,
    spans: &Spans<'_>,
) -> Result<Leaflet, Report> {
    let page = text.page;
    let composer = Composer {
        site,
        text,
        spans,
        found: RefCell::new(Report::new()),
    };
    let bodies = text.document.bodies();
    let blocks = bodies.flat_map(|blocks| composer.blocks(blocks)).collect();
    let found = composer.found.into_inner();
    if found.has_errors() {
        return Err(found);
    }
    let fallback = site.config.default_language();
    let organisation = &site.config.organisation;
    let strings = site.theme.strings(&page.language);
    let word = |key: &str| strings.get(key).cloned().unwrap_or_default();
    let set = |plain: &str| broken(site, plain);
    let synthetic = page
        .dataset()
        .and_then(|name| site.datasets.get(name))
        .is_some_and(|dataset| dataset.synthetic);
    let mut notices = vec![organisation.notice.get(&page.language, fallback).to_owned()];
    if synthetic {
        notices.push(word("synthetic_text"));
    }
    notices.retain(|notice| !notice.is_empty());
    let facts = &page.facts;
    Ok(Leaflet {
        title: facts.title.text.borrow().with_zero_width_spaces(),
        description: match facts.is_described {
            true => facts.description.borrow().with_zero_width_spaces(),
            false => String::new(),
        },
        language: page.language.tag().to_owned(),
        digits: digits(&page.language),
        site_title: set(site.config.title.get(&page.language, fallback)),
        organisation: set(organisation.name.get(&page.language, fallback)),
        phone: organisation.phone.clone().unwrap_or_default(),
        notices: notices.iter().map(|notice| set(notice)).collect(),
        address: site.permalink(page),
        call_to_action: set(&word("leaflet_scan")),
        date: facts.updated.or(facts.date).map(|date| {
            (
                date.year(),
                date.month().unsigned_abs(),
                date.day().unsigned_abs(),
            )
        }),
        blocks,
    })
}

struct Composer<'text> {
    site: &'text Site,
    text: &'text Resolved<'text>,
    spans: &'text Spans<'text>,
    found: RefCell<Report>,
}

/// The digits from zero to nine.
fn digits(language: &Language) -> String {
    let style = language.number_style();
    (0..10).map(|digit| style.digits(digit)).collect()
}

/// Text with U+200B between its words.
fn broken(site: &Site, plain: &str) -> String {
    let mut out = String::with_capacity(plain.len() + plain.len() / 8);
    let breaks = Breaks::only("\u{200b}");
    site.segmenter.insert_breaks(plain, &breaks, &mut out);
    out
}

impl Composer<'_> {
    fn set(&self, plain: &str) -> String {
        broken(self.site, plain)
    }

    fn blocks(&self, blocks: &[Block]) -> Vec<LeafletBlock> {
        blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading {
                    level,
                    heading,
                    content,
                } => Some(self.heading(*level, *heading, content)),
                Block::Paragraph(content) | Block::Plain(content) => {
                    Some(LeafletBlock::Paragraph {
                        content: self.inlines(content),
                    })
                }
                Block::List(list) => Some(LeafletBlock::List {
                    start: list.start,
                    marks: self.marks(list),
                    items: list.items.iter().map(|item| self.blocks(item)).collect(),
                }),
                Block::Quote(inner) => Some(LeafletBlock::Quote {
                    blocks: self.blocks(inner),
                }),
                Block::Table(table) => Some(self.table(table)),
                Block::Code(code) => Some(LeafletBlock::Code {
                    text: code.text.clone(),
                }),
                Block::Rule => Some(LeafletBlock::Rule),
                Block::Definitions(definitions) => Some(LeafletBlock::Definitions {
                    entries: definitions
                        .iter()
                        .map(|definition| {
                            let meanings = definition.definitions.iter();
                            (
                                self.inlines(&definition.term),
                                meanings.flat_map(|blocks| self.blocks(blocks)).collect(),
                            )
                        })
                        .collect(),
                }),
                // Markup for browsers has no meaning on paper.
                Block::Html(_) => None,
                Block::Component(call) => self.component(*call),
            })
            .collect()
    }

    /// What stands before each item; nothing if the template counts or draws points.
    fn marks(&self, list: &List) -> Vec<String> {
        if let Some(marks) = list.marks.in_language(self.text.page.language.tag()) {
            return marks.iter().map(|mark| mark.to_string()).collect();
        }
        let leaps = &list.marks.leaps;
        if leaps.is_empty() {
            return Vec::new();
        }
        let style = self.text.page.language.number_style();
        let mut leaps = leaps.iter().peekable();
        let mut next = list.start.unwrap_or(1);
        let numbers = (0..list.items.len()).map(|index| {
            let own = leaps.next_if(|(at, _)| *at == index);
            let number = own.map_or(next, |(_, number)| *number);
            next = number + 1;
            format!("{}.", style.digits(number))
        });
        numbers.collect()
    }

    /// Pictures and browsers' markup are not printed, so what has words on the web may have none here.
    fn heading(&self, level: u8, heading: HeadingId, content: &[Inline]) -> LeafletBlock {
        let content = self.inlines(content);
        if !content.iter().any(LeafletInline::is_visible) {
            let place = self.spans.place(self.text.document.heading_span(heading));
            self.found
                .borrow_mut()
                .push(diagnostic!(codes::leaflet::HEADING, place));
        }
        LeafletBlock::Heading { level, content }
    }

    fn table(&self, table: &Table) -> LeafletBlock {
        let row = |cells: &[Inlines]| -> Vec<Vec<LeafletInline>> {
            cells.iter().map(|cell| self.inlines(cell)).collect()
        };
        LeafletBlock::Table {
            right: table
                .alignments
                .iter()
                .map(|alignment| *alignment == Alignment::Right)
                .collect(),
            head: row(&table.head),
            rows: table.rows.iter().map(|cells| row(cells)).collect(),
        }
    }

    fn inlines(&self, inlines: &[Inline]) -> Vec<LeafletInline> {
        let mut out = Vec::with_capacity(inlines.len());
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.push(LeafletInline::Text {
                    text: self.text.document.text(*text).with_zero_width_spaces(),
                }),
                Inline::Strong(inner) => out.push(LeafletInline::Strong {
                    content: self.inlines(inner),
                }),
                Inline::Emphasis(inner) | Inline::Strikethrough(inner) => {
                    out.push(LeafletInline::Emphasis {
                        content: self.inlines(inner),
                    });
                }
                Inline::Code(text) => out.push(LeafletInline::Code {
                    text: text.to_string(),
                }),
                Inline::Link(id, content) => self.link(*id, self.inlines(content), &mut out),
                Inline::SoftBreak => out.push(LeafletInline::Text {
                    text: " ".to_owned(),
                }),
                Inline::HardBreak => out.push(LeafletInline::Break),
                Inline::Task(done) => out.push(LeafletInline::Task { done: *done }),
                Inline::Component(call) => self.inline_component(*call, &mut out),
                // Pictures, footnote marks and browsers' markup stay on the page.
                Inline::Image(_) | Inline::FootnoteReference(_) | Inline::Html(_) => {}
            }
        }
        out
    }

    /// Words that lead to an address; where nothing shows, nothing can be followed.
    fn link(&self, id: LinkId, content: Vec<LeafletInline>, out: &mut Vec<LeafletInline>) {
        if !content.iter().any(LeafletInline::is_visible) {
            return out.extend(content);
        }
        let url = self.text.link(id).absolute(self.site);
        if url.len() > LONGEST_ADDRESS {
            let place = self.spans.place(self.text.document.link(id).span);
            self.found.borrow_mut().push(diagnostic!(
                codes::leaflet::LINK,
                place,
                limit = LONGEST_ADDRESS
            ));
        }
        out.push(LeafletInline::Link { url, content });
    }

    fn inline_component(&self, id: CallId, out: &mut Vec<LeafletInline>) {
        match self.text.exhibit(id) {
            Exhibit::Figure(figure) => {
                let source = title_of(figure.view.source.as_ref());
                out.push(LeafletInline::Amount {
                    text: self.set(&figure.view.text),
                    source: self.set(&source),
                });
            }
            Exhibit::Contact(contact) => {
                let mut text = contact.in_a_sentence();
                let strings = self.site.theme.strings(&self.text.page.language);
                if let Some(words) = strings
                    .get("synthetic_contact")
                    .filter(|_| contact.synthetic)
                {
                    text = format!("{text} ({words})");
                }
                let text = self.set(&text);
                out.push(LeafletInline::Text { text });
            }
            Exhibit::Files(files) => self.links(
                files.iter().map(|file| {
                    let words = [file.label.as_str(), file.format.as_str()].join(" ");
                    (file.target.absolute(self.site), words)
                }),
                out,
            ),
            Exhibit::Leaflets(formats) => {
                let strings = self.site.theme.strings(&self.text.page.language);
                self.links(
                    formats.iter().map(|format| {
                        let path = plan::leaflet_path(self.site, self.text.id, format);
                        let title = strings.get(&format!("leaflet_{format}"));
                        let title = title.unwrap_or(&format.value).clone();
                        (plan::permalink(self.site, &path), title)
                    }),
                    out,
                );
            }
            Exhibit::Nothing => {}
            // The rest are blocks. What a theme alone knows may be one.
            _ => {
                let call = self.text.document.call(id);
                let place = self.spans.place(call.span);
                self.found.borrow_mut().push(diagnostic!(
                    codes::leaflet::BLOCK_IN_A_LINE,
                    place,
                    name = &call.name
                ));
            }
        }
    }

    /// Links in a sentence, each an address and its words.
    fn links(&self, links: impl Iterator<Item = (String, String)>, out: &mut Vec<LeafletInline>) {
        for (at, (url, words)) in links.enumerate() {
            if at > 0 {
                let text = ", ".to_owned();
                out.push(LeafletInline::Text { text });
            }
            let text = self.set(words.trim_end());
            let content = vec![LeafletInline::Text { text }];
            out.push(LeafletInline::Link { url, content });
        }
    }

    fn component(&self, id: CallId) -> Option<LeafletBlock> {
        Some(match self.text.exhibit(id) {
            Exhibit::Table(shown) => LeafletBlock::BudgetTable(self.budget_table(&shown.table)),
            Exhibit::Chart(shown) => self.chart(shown),
            Exhibit::Figure(figure) => {
                let view = &figure.view;
                LeafletBlock::Amount {
                    text: self.set(&view.text),
                    label: self.set(figure.label.unwrap_or(&view.label)),
                    source: self.set(&title_of(view.source.as_ref())),
                }
            }
            Exhibit::Note { kind, title, body } => {
                let strings = self.site.theme.strings(&self.text.page.language);
                let own = strings.get(&format!("note_{kind}"));
                let title = title.or(own.map(String::as_str)).unwrap_or_default();
                LeafletBlock::Note {
                    kind: (*kind).to_owned(),
                    title: self.set(title),
                    blocks: self.blocks(body),
                }
            }
            Exhibit::Steps(items) => LeafletBlock::Steps {
                items: items.iter().map(|item| self.blocks(item)).collect(),
            },
            Exhibit::Contact(contact) => self.contact(contact),
            // Files and leaflets are for the screen: the leaflet's QR code leads to them.
            Exhibit::Files(_) | Exhibit::Leaflets(_) | Exhibit::Nothing => return None,
            // What a theme alone knows is made for the web; its body is what a leaflet can show.
            Exhibit::Theme(call) => LeafletBlock::Group {
                blocks: self.blocks(call.body.as_deref().unwrap_or_default()),
            },
        })
    }

    fn chart(&self, shown: &component::Chart) -> LeafletBlock {
        let bars = shown.chart.bars.iter().map(|bar| Bar {
            label: self.set(&bar.label),
            start: bar.start,
            end: bar.start + bar.length,
            text: self.set(&bar.text),
        });
        let table = &shown.figures.table;
        LeafletBlock::BudgetChart(BudgetChart {
            title: self.set(&table.title),
            description: shown.description.clone(),
            bars: bars.collect(),
            table: self.budget_table(table),
        })
    }

    fn contact(&self, contact: &component::Contact) -> LeafletBlock {
        let strings = self.site.theme.strings(&self.text.page.language);
        let synthetic = strings
            .get("synthetic_contact")
            .filter(|_| contact.synthetic);
        LeafletBlock::Contact(Contact {
            name: self.set(&contact.name),
            role: self.set(&contact.role),
            phone: contact.phone.clone(),
            telegram: contact.telegram.clone(),
            address: self.set(&contact.address),
            hours: self.set(&contact.hours),
            synthetic: synthetic.map_or_else(String::new, |words| self.set(words)),
        })
    }

    fn budget_table(&self, table: &data::BudgetTable) -> BudgetTable {
        let strings = self.site.theme.strings(&self.text.page.language);
        BudgetTable {
            caption: self.set(&table.title),
            unit: self.set(&table.unit),
            head: std::iter::once(strings.get("budget_line").map_or("", String::as_str))
                .chain(table.columns.iter().map(|head| head.label.as_str()))
                .map(|head| self.set(head))
                .collect(),
            rows: table
                .rows
                .iter()
                .map(|row| TableRow {
                    label: self.set(&row.label),
                    depth: row.depth,
                    kind: row.kind.word().to_owned(),
                    cells: row.cells.iter().map(|cell| cell.text.clone()).collect(),
                })
                .collect(),
            notes: table.notes.iter().map(|note| self.set(note)).collect(),
            sources: table
                .sources
                .iter()
                .map(|source| Source {
                    title: self.set(&source.title),
                    publisher: self.set(&source.publisher),
                    page: source.page.clone().unwrap_or_default(),
                    retrieved: self.set(source.retrieved.as_deref().unwrap_or_default()),
                })
                .collect(),
            synthetic: match table.synthetic {
                true => self.set(strings.get("synthetic").map_or("", String::as_str)),
                false => String::new(),
            },
        }
    }
}

fn title_of(source: Option<&data::SourceView>) -> String {
    source.map_or_else(String::new, |source| source.title.clone())
}
