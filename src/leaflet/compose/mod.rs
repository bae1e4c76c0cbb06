//! A page of the site → the leaflet's own input: its text as blocks, its figures, its address.
//!
//! Words are separated by U+200B, where lines may break; the engine takes them out of the text that
//! is copied from the PDF.

mod facts;
mod figures;
mod flow;
mod links;
mod pictures;
mod raw_html;
mod rows;
mod sources;
mod turn;

pub(super) use pictures::Found;

use links::Followed;

use super::document::{Contact, KeyFigure, Leaflet, LeafletBlock, LeafletInline, Note, SiteFonts};
use crate::config::Language;
use crate::content::block::{
    self, Alignment, Argument, ArgumentValue, Block, CallId, ComponentCall, HeadingId, Inline,
    Inlines, List, Table, targets_in_html,
};
use crate::content::{Spans, is_visible};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::figures::Wording;
use crate::files::Files;
use crate::khmer::Breaks;
use crate::khmer::date::DateLength;
use crate::schema::Written;
use crate::site::component::{self, Exhibit};
use crate::site::plan;
use crate::site::resolve::Resolved;
use crate::site::{Page, Site};
use crate::theme::dates;
use flow::{Flow, Role, Style};
use sources::Cited;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// How many bytes an address may have that a file for printing carries.
const LONGEST_ADDRESS: usize = 8000;

/// A leaflet, and what there is to tell of it.
pub(super) struct Composed {
    pub leaflet: Leaflet,
    /// The pictures in it, whose bytes are not read yet.
    pub pictures: Vec<Found>,
    pub told: Report,
}

/// The leaflet of a page, with every link resolved and every component in place.
pub(super) fn compose(
    site: &Site,
    files: &Files,
    text: &Resolved<'_>,
    spans: &Spans<'_>,
) -> Composed {
    let page = text.page;
    let composer = Composer {
        site,
        text,
        spans,
        files,
        found: RefCell::new(Report::new()),
        pictures: RefCell::default(),
        cited: RefCell::default(),
        followed: RefCell::default(),
    };
    let mut blocks = composer.facts();
    let facts_before = blocks.len();
    blocks.extend(composer.blocks(&text.document.blocks));
    let folded = composer.folded_facts();
    let facts_after = folded.len();
    blocks.extend(composer.notes());
    blocks.extend(composer.list_of_sources());
    blocks.extend(folded);
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
    let date = facts.updated.or(facts.date);
    let leaflet = Leaflet {
        title: facts.title.text.borrow().with_zero_width_spaces(),
        description: match facts.is_described {
            true => facts.description.borrow().with_zero_width_spaces(),
            false => String::new(),
        },
        language: page.language.tag().to_owned(),
        direction: page.language.direction().to_owned(),
        digits: digits(&page.language),
        site_title: set(site.config.title.get(&page.language, fallback)),
        organisation: set(organisation.name.get(&page.language, fallback)),
        phone: page
            .language
            .in_its_order(organisation.phone.as_deref().unwrap_or_default()),
        notices: notices.iter().map(|notice| set(notice)).collect(),
        address: site.permalink(page),
        short_address: plan::short_address(site, page).to_owned(),
        call_to_action: set(&word("leaflet_scan")),
        date: date.map(|date| {
            (
                date.year(),
                date.month().unsigned_abs(),
                date.day().unsigned_abs(),
            )
        }),
        edition: date.map_or(String::new(), |date| {
            let strings = site.theme.strings(&page.language);
            set(&dates::format(
                strings,
                &page.language,
                date,
                DateLength::Long,
            ))
        }),
        figure: key_figure(site, text),
        colour: site.theme.brand.on_paper.to_string(),
        fonts: site_fonts(site),
        kind: kind_of(page),
        facts: composer.facts_one_by_one(),
        facts_before,
        facts_after,
        blocks,
        pictures: BTreeMap::new(),
    };
    Composed {
        leaflet,
        pictures: composer.pictures.into_inner(),
        told: composer.found.into_inner(),
    }
}

/// The fonts that the site asks for, which pages on the web have too.
pub(super) fn site_fonts(site: &Site) -> SiteFonts {
    let fonts = &site.config.fonts;
    let name = |asked: &Option<Written<String>>| {
        asked
            .as_ref()
            .map_or_else(String::new, |own| own.value.clone())
    };
    SiteFonts {
        text: name(&fonts.text),
        headings: name(&fonts.headings),
    }
}

/// The name of the page's kind; empty if it is of none.
fn kind_of(page: &Page) -> String {
    let particulars = page.facts.particulars.as_deref();
    particulars.map_or_else(String::new, |own| own.kind.name.clone())
}

/// The figure that stands for the page.
pub(super) fn key_figure(site: &Site, text: &Resolved<'_>) -> Option<KeyFigure> {
    let words = Wording::of(&site.theme, &text.page.language);
    let figure = text.key_figure(words)?;
    Some(KeyFigure {
        text: broken(site, &figure.text),
        label: broken(site, &figure.label),
        when: broken(site, &figure.when),
        synthetic: match figure.synthetic {
            true => {
                let strings = site.theme.strings(&text.page.language);
                broken(site, strings.get("synthetic").map_or("", String::as_str))
            }
            false => String::new(),
        },
    })
}

struct Composer<'text> {
    site: &'text Site,
    files: &'text Files,
    text: &'text Resolved<'text>,
    spans: &'text Spans<'text>,
    found: RefCell<Report>,
    pictures: RefCell<Vec<Found>>,
    cited: RefCell<Cited>,
    followed: RefCell<Followed>,
}

/// The digits from zero to nine.
fn digits(language: &Language) -> String {
    let style = language.number_style();
    (0..10).map(|digit| style.digits(digit)).collect()
}

/// Text with U+200B between its words.
pub(super) fn broken(site: &Site, plain: &str) -> String {
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
        let mut flow = Flow::new();
        for block in blocks {
            self.block(block, &mut flow);
        }
        let (blocks, unstruck) = flow.into_blocks();
        if unstruck {
            let place = self.spans.place_of(&["<del", "<s>"]);
            let problem = diagnostic!(codes::leaflet::NOT_STRUCK_OUT, place);
            self.found.borrow_mut().push(problem);
        }
        blocks
    }

    fn block(&self, block: &Block, flow: &mut Flow) {
        match block {
            Block::Heading {
                level,
                heading,
                content,
            } => self.heading(*level, *heading, content, flow),
            Block::Paragraph(content) => {
                flow.within(Role::Blocks, |flow| self.inlines(content, flow));
            }
            Block::Plain(content) => self.inlines(content, flow),
            Block::List(list) => flow.block(LeafletBlock::List {
                start: list.start,
                marks: self.marks(list),
                items: list.items.iter().map(|item| self.blocks(item)).collect(),
            }),
            Block::Quote(inner) => flow.block(LeafletBlock::Quote {
                blocks: self.blocks(inner),
            }),
            Block::Table(table) => self.table(table, flow),
            Block::Code(code) => flow.block(LeafletBlock::Code {
                text: code.text.clone(),
            }),
            Block::Rule => flow.block(LeafletBlock::Rule),
            Block::Definitions(definitions) => {
                let mut rest = Vec::new();
                let entries = definitions.iter().map(|definition| {
                    let (term, beside) = self.line(&definition.term);
                    rest.extend(beside);
                    let meanings = definition.definitions.iter();
                    (
                        term,
                        meanings.flat_map(|blocks| self.blocks(blocks)).collect(),
                    )
                });
                let entries = entries.collect();
                flow.block(LeafletBlock::Definitions { entries });
                rest.into_iter().for_each(|block| flow.block(block));
            }
            Block::Html(html) => self.html(html, flow),
            Block::Component(call) => {
                if let Some(block) = self.component(*call) {
                    flow.block(block);
                }
            }
        }
    }

    /// The page's notes, and those that say where its links lead, which stand below its text.
    fn notes(&self) -> Option<LeafletBlock> {
        let footnotes = &self.text.document.footnotes;
        let notes = footnotes.iter().zip(1..).map(|(footnote, number)| Note {
            number: self.number(number),
            blocks: self.blocks(&footnote.blocks),
        });
        let mut notes: Vec<Note> = notes.collect();
        notes.extend(self.notes_of_links());
        (!notes.is_empty()).then_some(LeafletBlock::Notes { notes })
    }

    fn number(&self, number: usize) -> String {
        let style = self.text.page.language.number_style();
        style.digits(number as u64)
    }

    /// Words as one line, and what no line has room for.
    fn line(&self, content: &[Inline]) -> (Vec<LeafletInline>, Vec<LeafletBlock>) {
        let mut flow = Flow::new();
        self.inlines(content, &mut flow);
        flow.into_line()
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

    /// What has words on the web may have none here: a picture that is no file of the site, or marks
    /// of HTML.
    fn heading(&self, level: u8, heading: HeadingId, content: &[Inline], flow: &mut Flow) {
        let (mut content, rest) = self.line(content);
        let mut words = String::new();
        content
            .iter()
            .for_each(|inline| flow::plain(inline, &mut words));
        if !is_visible(&words) {
            let place = self.spans.place(self.text.document.heading_span(heading));
            self.found
                .borrow_mut()
                .push(diagnostic!(codes::leaflet::HEADING, place));
        }
        // Who goes from heading to heading hears words alone.
        if !content.iter().any(LeafletInline::has_words) {
            let text = self.set(&words);
            content.push(LeafletInline::Text { text });
        }
        flow.block(LeafletBlock::Heading { level, content });
        rest.into_iter().for_each(|block| flow.block(block));
    }

    fn table(&self, table: &Table, flow: &mut Flow) {
        let mut rest = Vec::new();
        let mut row = |cells: &[Inlines]| -> Vec<Vec<LeafletInline>> {
            let cells = cells.iter().map(|cell| {
                let (cell, beside) = self.line(cell);
                rest.extend(beside);
                cell
            });
            cells.collect()
        };
        let aligned = |to: Alignment| {
            let alignments = table.alignments.iter();
            alignments.map(|alignment| *alignment == to).collect()
        };
        let head = row(&table.head);
        let rows = table.rows.iter().map(|cells| row(cells)).collect();
        flow.block(LeafletBlock::Table {
            right: aligned(Alignment::Right),
            centre: aligned(Alignment::Centre),
            head,
            rows,
            columns: Vec::new(),
        });
        rest.into_iter().for_each(|block| flow.block(block));
    }

    fn inlines(&self, inlines: &[Inline], flow: &mut Flow) {
        for inline in inlines {
            self.inline(inline, flow);
        }
    }

    fn inline(&self, inline: &Inline, flow: &mut Flow) {
        let mut styled = |style: Style, content: &[Inline]| {
            flow.within(Role::Styled(style), |flow| self.inlines(content, flow));
        };
        match inline {
            Inline::Text(text) => flow.inline(LeafletInline::Text {
                text: self.text.document.text(*text).with_zero_width_spaces(),
            }),
            Inline::Strong(inner) => styled(Style::Strong, inner),
            Inline::Emphasis(inner) => styled(Style::Emphasis, inner),
            Inline::Strikethrough(inner) => styled(Style::Strikethrough, inner),
            Inline::Code(text) => flow.inline(LeafletInline::Code {
                text: text.to_string(),
            }),
            Inline::Link(id, content) => self.link(*id, content, flow),
            Inline::SoftBreak => flow.inline(LeafletInline::Text {
                text: " ".to_owned(),
            }),
            Inline::HardBreak => flow.inline(LeafletInline::Break),
            Inline::Task(done) => flow.inline(LeafletInline::Task { done: *done }),
            Inline::Image(id) => self.picture(*id, flow),
            Inline::FootnoteReference(reference) => flow.inline(LeafletInline::NoteMark {
                number: self.number(reference.number),
            }),
            Inline::Html(html) => self.html(html, flow),
            Inline::Component(call) => {
                let mut out = Vec::new();
                self.inline_component(*call, &mut out);
                out.into_iter().for_each(|inline| flow.inline(inline));
            }
        }
    }

    /// Where a link in an author's HTML leads; nothing if it has no address that a leaflet can hold.
    fn html_link(&self, href: &str) -> Option<Style> {
        let mut targets = targets_in_html(href).filter_map(|(_, target)| target);
        let block::Target::Link(id) = targets.next()? else {
            return None;
        };
        let target = self.text.link(id);
        if self.is_here(target) {
            return None;
        }
        let url = target.absolute(self.site);
        (url.len() <= LONGEST_ADDRESS).then(|| Style::Link {
            url,
            behind: self.behind(target, ""),
        })
    }

    fn inline_component(&self, id: CallId, out: &mut Vec<LeafletInline>) {
        match self.text.exhibit(id) {
            Exhibit::Figure(figure) => {
                let view = &figure.view;
                let source = view.source.as_ref();
                out.push(LeafletInline::Amount {
                    text: self.set(&view.text),
                    mark: source.map_or_else(String::new, |source| self.mark_of(source)),
                    synthetic: self.synthetic(view.synthetic),
                });
            }
            Exhibit::Contact(contact) => {
                let mut text = contact.in_a_sentence();
                if contact.synthetic {
                    text = format!("{text} ({})", self.word("synthetic_contact"));
                }
                let text = self.set(&text);
                out.push(LeafletInline::Text { text });
            }
            Exhibit::Files(files) => {
                self.links(files.iter().map(|file| self.download(file)), out);
            }
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

    /// The address of a file to take away, and its words.
    fn download(&self, file: &component::Download) -> (String, String) {
        let words = [file.label.as_str(), file.format.as_str()].join(" ");
        (file.target.absolute(self.site), words)
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
            Exhibit::Table(shown) => self.table_of_figures(&shown.table),
            Exhibit::Chart(shown) => self.chart(shown),
            Exhibit::Cards(shown) => LeafletBlock::Cards(self.cards(&shown.cards)),
            Exhibit::Figure(figure) => {
                let view = &figure.view;
                LeafletBlock::Amount {
                    text: self.set(&view.text),
                    label: self.set(figure.label.unwrap_or(&view.label)),
                    sources: self.citations(view.source.as_slice()),
                    synthetic: self.synthetic(view.synthetic),
                }
            }
            Exhibit::Measure(measured) => LeafletBlock::Measure(self.measure(measured)),
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
            // On paper, what is said.
            Exhibit::Sound(sound) => {
                let strings = self.site.theme.strings(&self.text.page.language);
                let own = strings.get("transcript").map(String::as_str);
                LeafletBlock::Note {
                    kind: "info".to_owned(),
                    title: self.set(sound.title.or(own).unwrap_or_default()),
                    blocks: self.blocks(sound.transcript),
                }
            }
            Exhibit::Steps(items) => LeafletBlock::Steps {
                items: items.iter().map(|item| self.blocks(item)).collect(),
            },
            Exhibit::Contact(contact) => self.contact(contact),
            Exhibit::Files(files) => LeafletBlock::List {
                start: None,
                marks: Vec::new(),
                items: files.iter().map(|file| self.file(file)).collect(),
            },
            Exhibit::Rows(rows) => self.rows(rows),
            Exhibit::Finder(finder) => self.finder(finder),
            // Who holds the leaflet has it.
            Exhibit::Leaflets(_) | Exhibit::Nothing => return None,
            Exhibit::Theme(call) => self.theme_component(call),
        })
    }

    fn file(&self, file: &component::Download) -> Vec<LeafletBlock> {
        let mut content = Vec::new();
        self.links(std::iter::once(self.download(file)), &mut content);
        vec![LeafletBlock::Paragraph { content }]
    }

    /// What a theme alone knows is made for the web; its body is what a leaflet can show.
    fn theme_component(&self, call: &ComponentCall) -> LeafletBlock {
        let has_words = |argument: &Argument| matches!(&argument.value, ArgumentValue::Text(_));
        if call.body.is_none() || call.arguments.iter().any(has_words) {
            let place = self.spans.place(call.span);
            let name = &call.name;
            let problem = match call.body {
                None => diagnostic!(codes::leaflet::THEME_COMPONENT, place, name = name),
                Some(_) => diagnostic!(codes::leaflet::THEME_ARGUMENTS, place, name = name),
            };
            self.found.borrow_mut().push(problem);
        }
        LeafletBlock::Group {
            blocks: self.blocks(call.body.as_deref().unwrap_or_default()),
        }
    }

    fn contact(&self, contact: &component::Contact) -> LeafletBlock {
        let synthetic = match contact.synthetic {
            true => self.word("synthetic_contact"),
            false => "",
        };
        LeafletBlock::Contact(Contact {
            name: self.set(&contact.name),
            role: self.set(&contact.role),
            phone: self.text.page.language.in_its_order(&contact.phone),
            telegram: contact.telegram.clone(),
            address: self.set(&contact.address),
            hours: self.set(&contact.hours),
            synthetic: self.set(synthetic),
        })
    }

    /// What the theme says in the page's language.
    fn word(&self, key: &str) -> &str {
        let strings = self.site.theme.strings(&self.text.page.language);
        strings.get(key).map_or("", String::as_str)
    }
}
