//! A page of the site → the leaflet's own input: its text as blocks, its figures, its address.
//!
//! Words are separated by U+200B, where lines may break; the engine takes them out of the text that
//! is copied from the PDF.

use super::document::{
    Bar, BudgetChart, BudgetTable, Contact, Leaflet, LeafletBlock, LeafletInline, Source, TableRow,
};
use crate::config::Language;
use crate::content::block::{Block, ComponentCall, Inline, Table};
use crate::data;
use crate::diagnostic::{Diagnostic, Place, Report};
use crate::khmer::Breaks;
use crate::site::widgets::{self, Widget};
use crate::site::{Page, PageId, Site, links};
use std::cell::RefCell;

/// The leaflet of a page, with every link resolved and every component in place.
pub(super) fn compose(site: &Site, id: PageId) -> Result<Leaflet, Report> {
    let page = site.page(id);
    let composer = Composer {
        site,
        id,
        page,
        found: RefCell::new(Report::new()),
    };
    let mut blocks = composer.blocks(&page.document.blocks);
    for footnote in &page.document.footnotes {
        blocks.extend(composer.blocks(&footnote.blocks));
    }
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
        .dataset
        .as_ref()
        .and_then(|name| site.datasets.get(name))
        .is_some_and(|dataset| dataset.synthetic);
    let mut notices = vec![organisation.notice.get(&page.language, fallback).to_owned()];
    if synthetic {
        notices.push(word("synthetic_text"));
    }
    notices.retain(|notice| !notice.is_empty());
    Ok(Leaflet {
        title: set(&page.title),
        description: set(&page.description),
        language: page.language.tag().to_owned(),
        digits: digits(&page.language),
        site_title: set(site.config.title.get(&page.language, fallback)),
        organisation: set(organisation.name.get(&page.language, fallback)),
        phone: organisation.phone.clone().unwrap_or_default(),
        notices: notices.iter().map(|notice| set(notice)).collect(),
        address: site.permalink(page),
        call_to_action: set(&word("leaflet_scan")),
        date: page.updated.or(page.date).map(|date| {
            (
                date.year(),
                date.month().unsigned_abs(),
                date.day().unsigned_abs(),
            )
        }),
        blocks,
    })
}

struct Composer<'site> {
    site: &'site Site,
    id: PageId,
    page: &'site Page,
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

impl<'site> Composer<'site> {
    fn set(&self, plain: &str) -> String {
        broken(self.site, plain)
    }

    fn blocks(&self, blocks: &'site [Block]) -> Vec<LeafletBlock> {
        blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading { level, content, .. } => Some(LeafletBlock::Heading {
                    level: *level,
                    content: self.inlines(content),
                }),
                Block::Paragraph(content) | Block::Plain(content) => {
                    Some(LeafletBlock::Paragraph {
                        content: self.inlines(content),
                    })
                }
                Block::List { start, items } => Some(LeafletBlock::List {
                    start: *start,
                    items: items.iter().map(|item| self.blocks(item)).collect(),
                }),
                Block::Quote(inner) => Some(LeafletBlock::Quote {
                    blocks: self.blocks(inner),
                }),
                Block::Table(table) => Some(self.table(table)),
                Block::Code { text, .. } => Some(LeafletBlock::Code { text: text.clone() }),
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
                Block::Component(call) => self.component(call),
            })
            .collect()
    }

    fn table(&self, table: &'site Table) -> LeafletBlock {
        use crate::content::block::Alignment;
        let row = |cells: &'site [Vec<Inline>]| -> Vec<Vec<LeafletInline>> {
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

    fn inlines(&self, inlines: &'site [Inline]) -> Vec<LeafletInline> {
        let mut out = Vec::with_capacity(inlines.len());
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.push(LeafletInline::Text {
                    text: self.set(text),
                }),
                Inline::Strong(inner) => out.push(LeafletInline::Strong {
                    content: self.inlines(inner),
                }),
                Inline::Emphasis(inner) | Inline::Strikethrough(inner) => {
                    out.push(LeafletInline::Emphasis {
                        content: self.inlines(inner),
                    });
                }
                Inline::Code(text) => out.push(LeafletInline::Code { text: text.clone() }),
                Inline::Link {
                    target,
                    content,
                    place,
                    ..
                } => match links::resolve(self.site, self.page, target, place) {
                    Ok(target) => out.push(LeafletInline::Link {
                        url: target.absolute(self.site),
                        content: self.inlines(content),
                    }),
                    Err(problem) => self.found.borrow_mut().push(problem),
                },
                Inline::SoftBreak => out.push(LeafletInline::Text {
                    text: " ".to_owned(),
                }),
                Inline::HardBreak => out.push(LeafletInline::Break),
                Inline::Component(call) => self.inline_component(call, &mut out),
                // Pictures, footnote marks and browsers' markup stay on the page.
                Inline::Image { .. } | Inline::FootnoteReference(_) | Inline::Html(_) => {}
            }
        }
        out
    }

    fn widget(&self, call: &'site ComponentCall) -> Option<Widget<'site>> {
        // What a theme alone knows is made for the web; its body is what a leaflet can show.
        let theme = |name: &str| !widgets::BUILT_IN.contains(&name);
        widgets::resolve(self.site, self.id, call, &theme, &[])
            .map_err(|problems| self.found.borrow_mut().extend(problems))
            .ok()
    }

    fn inline_component(&self, call: &'site ComponentCall, out: &mut Vec<LeafletInline>) {
        let Some(widget) = self.widget(call) else {
            return;
        };
        match widget {
            Widget::Amount { view, .. } => {
                let source = first_source(&view.sources);
                out.push(LeafletInline::Amount {
                    text: self.set(&view.text),
                    source: self.set(&source),
                });
            }
            Widget::Contact(contact) => out.push(LeafletInline::Text {
                text: self.set(&format!("{} {}", contact.name, contact.phone)),
            }),
            // The rest are blocks; the web shows them in the line, a leaflet has no room for that.
            _ => self.found.borrow_mut().push(
                Diagnostic::new(
                    &crate::diagnostic::codes::leaflet::BLOCK_IN_A_LINE,
                    call.place.clone(),
                )
                .with("name", &call.name),
            ),
        }
    }

    fn component(&self, call: &'site ComponentCall) -> Option<LeafletBlock> {
        Some(match self.widget(call)? {
            Widget::BudgetTable { table, .. } => {
                LeafletBlock::BudgetTable(self.budget_table(&table))
            }
            Widget::BudgetChart {
                description,
                chart,
                table,
                ..
            } => LeafletBlock::BudgetChart(BudgetChart {
                title: self.set(&table.title),
                description,
                bars: chart
                    .bars
                    .iter()
                    .map(|bar| Bar {
                        label: self.set(&bar.label),
                        start: bar.start,
                        end: bar.start + bar.length,
                        text: self.set(&bar.text),
                    })
                    .collect(),
                table: self.budget_table(&table),
            }),
            Widget::Amount { view, label } => {
                let source = first_source(&view.sources);
                LeafletBlock::Amount {
                    text: self.set(&view.text),
                    label: self.set(label.as_ref().unwrap_or(&view.label)),
                    source: self.set(&source),
                }
            }
            Widget::Note { kind, title, body } => {
                let strings = self.site.theme.strings(&self.page.language);
                let title = title.or_else(|| strings.get(&format!("note_{kind}")).cloned());
                LeafletBlock::Note {
                    kind: kind.to_owned(),
                    title: self.set(&title.unwrap_or_default()),
                    blocks: self.blocks(body),
                }
            }
            Widget::Steps(items) => LeafletBlock::Steps {
                items: items.iter().map(|item| self.blocks(item)).collect(),
            },
            Widget::Contact(contact) => LeafletBlock::Contact(Contact {
                name: self.set(&contact.name),
                role: self.set(&contact.role),
                phone: contact.phone,
                telegram: contact.telegram,
                address: self.set(&contact.address),
                hours: self.set(&contact.hours),
                synthetic: match contact.synthetic {
                    true => self.set(
                        self.site
                            .theme
                            .strings(&self.page.language)
                            .get("synthetic_contact")
                            .map_or("", String::as_str),
                    ),
                    false => String::new(),
                },
            }),
            // Files and leaflets are for the screen: the leaflet's QR code leads to them.
            Widget::Download(_) | Widget::Leaflet(_) => return None,
            Widget::Theme(call) => LeafletBlock::Group {
                blocks: self.blocks(call.body.as_deref().unwrap_or_default()),
            },
        })
    }

    fn budget_table(&self, table: &data::BudgetTable) -> BudgetTable {
        let strings = self.site.theme.strings(&self.page.language);
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

fn first_source(sources: &[data::SourceView]) -> String {
    sources
        .first()
        .map_or_else(String::new, |source| source.title.clone())
}

/// Where problems of a page's leaflet are reported.
pub(super) fn place_of(page: &Page) -> Place {
    Place::file(&page.source)
}
