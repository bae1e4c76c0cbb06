//! A page's blocks → HTML: compact, valid, with line breaks in Khmer text.
//!
//! Links, pictures and components were resolved before. Text is escaped; an author's own HTML was judged
//! when it was read, and here its whole is looked at once more: what browsers would make of it.
//!
//! Headings begin at `<h2>`, below the page's title, and never skip a level. A table of four or more
//! columns, or of words too long for a phone, gets a box that scrolls, which the keyboard reaches.

mod picture;
mod width;

use super::growth;
use super::growth::Harm;
use crate::config::{Language, LineBreaks};
use crate::content::block::{
    Alignment, Block, CallId, Descend, Document, Footnote, FootnoteReference, Inline, LinkId, List,
    PictureId, Table, Target, Visit, targets_in_html,
};
use crate::khmer::{Breaks, SetStr};
use std::cell::Cell;
use std::collections::BTreeMap;

/// How the blocks of one page become HTML.
pub struct HtmlOptions<'page> {
    pub document: &'page Document,
    /// The language of the text.
    pub language: &'page Language,
    pub breaks: LineBreaks,
    /// The URL that a link leads to.
    pub link: &'page dyn Fn(LinkId) -> String,
    pub picture: &'page dyn Fn(PictureId) -> ImageView,
    /// The HTML of a component, which is trusted.
    pub component: &'page dyn Fn(CallId) -> String,
    /// How deep the headings stand that were written before; those of a component's body go on from
    /// there.
    pub headings: &'page Cell<Headings>,
    /// The theme's words: `table`, `footnotes` and `footnote_back` are used.
    pub strings: &'page BTreeMap<String, String>,
}

/// The levels of headings in a text.
#[derive(Debug, Clone, Copy)]
pub struct Headings {
    /// How much deeper they stand than they were written.
    shift: u8,
    /// The level of the last one.
    before: u8,
}

impl Default for Headings {
    fn default() -> Headings {
        // The page's title is before them.
        Headings {
            shift: 0,
            before: 1,
        }
    }
}

/// A picture as it stands in a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImageView {
    pub src: String,
    pub size: Option<(u32, u32)>,
    /// The same picture as WebP, for browsers that know it: each address with its width.
    pub webp: Vec<(String, u32)>,
}

/// The whole text of a page with its footnotes, if its raw HTML does no harm.
pub(super) fn write(options: &HtmlOptions<'_>) -> Result<String, Harm> {
    let document = options.document;
    let guarded = document.has_html && document.bodies().any(holds_html);
    let is_first_level = |block: &Block| matches!(block, Block::Heading { level: 1, .. });
    let mut writer = Writer::new(options, guarded);
    options.headings.set(Headings {
        shift: u8::from(document.blocks.iter().any(is_first_level)),
        ..Headings::default()
    });
    writer.out.reserve(document.blocks.len() * 256);
    writer.blocks(&document.blocks);
    writer.footnotes(&document.footnotes);
    writer.finish()
}

/// Some blocks of a page, such as the body of a component; their footnotes stand in the document.
pub(super) fn write_blocks(blocks: &[Block], options: &HtmlOptions<'_>) -> Result<String, Harm> {
    let mut writer = Writer::new(options, holds_html(blocks));
    writer.blocks(blocks);
    writer.finish()
}

/// Whether any raw HTML stands in these blocks, the bodies of components left aside.
fn holds_html(blocks: &[Block]) -> bool {
    struct Looking {
        found: bool,
    }

    impl<'text> Visit<'text> for Looking {
        fn block(&mut self, block: &'text Block) -> Descend {
            self.found |= matches!(block, Block::Html(_));
            Descend::Yes
        }

        fn inline(&mut self, inline: &'text Inline) -> Descend {
            self.found |= matches!(inline, Inline::Html(_));
            Descend::Yes
        }
    }

    let mut looking = Looking { found: false };
    looking.blocks(blocks);
    looking.found
}

/// What stands between the words of Khmer text in HTML, and around those that a browser would cut;
/// the style sheet keeps `w-` on one line. An element that means nothing, as a `span` does, by a name of
/// our own (HTML wants a hyphen in it): 1 to 2 % of a page as Brotli makes it.
pub(super) fn breaks(line_breaks: LineBreaks) -> Option<Breaks<'static>> {
    let separator = match line_breaks {
        LineBreaks::Zwsp => "\u{200b}",
        LineBreaks::Wbr => "<wbr>",
        LineBreaks::None => return None,
    };
    Some(Breaks {
        separator,
        whole: Some(("<w->", "</w->")),
    })
}

struct Writer<'page> {
    options: &'page HtmlOptions<'page>,
    out: String,
    breaks: Option<Breaks<'static>>,
    /// Whether an author's own HTML stands in it.
    guarded: bool,
    /// How many bytes of it are an author's own HTML.
    raw: usize,
    pictures: usize,
    /// What stands before the item that begins next.
    mark: Option<Box<str>>,
}

impl<'page> Writer<'page> {
    fn new(options: &'page HtmlOptions<'page>, guarded: bool) -> Writer<'page> {
        Writer {
            options,
            out: String::new(),
            breaks: breaks(options.breaks),
            guarded,
            raw: 0,
            pictures: 0,
            mark: None,
        }
    }

    fn finish(self) -> Result<String, Harm> {
        if !self.guarded {
            return Ok(self.out);
        }
        match growth::harm(&self.out, self.raw) {
            Some(harm) => Err(harm),
            None => Ok(self.out),
        }
    }

    /// HTML as an author wrote it.
    fn raw(&mut self, html: &str) {
        self.raw += html.len();
        let mut picture = None;
        for (text, target) in targets_in_html(html) {
            let text = match picture.take() {
                Some(view) => self.rest_of_picture(&view, text),
                None => text,
            };
            self.out.push_str(text);
            match target {
                Some(Target::Link(id)) => {
                    escape(&(self.options.link)(id), &mut self.out);
                    if self.options.document.link(id).to.leads_out() {
                        self.out.push_str("\" rel=\"noopener noreferrer");
                    }
                }
                Some(Target::Picture(id)) => {
                    let view = (self.options.picture)(id);
                    // No value holds the sign that begins a tag.
                    let begins = self.out.rfind('<').unwrap_or(self.out.len());
                    let tag = self.out.split_off(begins);
                    picture::open(&view, &mut self.out);
                    self.out.push_str(&tag);
                    escape(&view.src, &mut self.out);
                    picture = Some(view);
                }
                None => {}
            }
        }
    }

    /// Ends the tag of a picture whose address was written, with what its author left to us; gives what
    /// stands behind it.
    fn rest_of_picture<'text>(&mut self, view: &ImageView, text: &'text str) -> &'text str {
        let (rest, behind) = text.split_once('>').unwrap_or((text, ""));
        self.out.push_str(rest);
        let begins = self.out.rfind("<img").unwrap_or(self.out.len());
        let written = picture::Written::of(&self.out[begins..]);
        written.size(view, &mut self.out);
        self.loading(&written);
        self.out.push('>');
        picture::close(view, &mut self.out);
        behind
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading {
                level,
                heading,
                content,
            } => {
                let id = self.options.document.heading_id(*heading);
                self.heading(*level, id, content);
            }
            Block::Paragraph(content) => self.paragraph(content),
            Block::Plain(content) => {
                self.own_mark();
                self.inlines(content);
            }
            Block::List(list) => self.list(list),
            Block::Quote(blocks) => {
                self.out.push_str("<blockquote>");
                self.blocks(blocks);
                self.out.push_str("</blockquote>");
            }
            Block::Table(table) => self.table(table),
            Block::Code(code) => {
                self.out.push_str("<pre><code");
                if let Some(language) = &code.language {
                    self.out.push_str(" class=\"language-");
                    escape(language, &mut self.out);
                    self.out.push('"');
                }
                self.out.push('>');
                escape(&code.text, &mut self.out);
                self.out.push_str("</code></pre>");
            }
            Block::Rule => self.out.push_str("<hr>"),
            Block::Definitions(definitions) => {
                self.out.push_str("<dl>");
                for definition in definitions {
                    self.wrapped("dt", &definition.term);
                    for body in &definition.definitions {
                        self.out.push_str("<dd>");
                        self.blocks(body);
                        self.out.push_str("</dd>");
                    }
                }
                self.out.push_str("</dl>");
            }
            Block::Html(html) => self.raw(html),
            Block::Component(call) => self.component(*call),
        }
    }

    fn heading(&mut self, level: u8, id: &str, content: &[Inline]) {
        let mut headings = self.options.headings.get();
        let level = (level + headings.shift).clamp(2, 6);
        let level = level.min(headings.before + 1);
        headings.before = level;
        self.options.headings.set(headings);
        let digit = char::from(b'0' + level);
        self.out.push_str("<h");
        self.out.push(digit);
        self.out.push_str(" id=\"");
        self.id(&[id]);
        self.out.push_str("\">");
        self.inlines(content);
        self.out.push_str("</h");
        self.out.push(digit);
        self.out.push('>');
    }

    /// A picture alone in its paragraph with a title is a figure with a caption.
    fn paragraph(&mut self, content: &[Inline]) {
        if self.mark.is_some() {
            self.out.push_str("<p>");
            self.own_mark();
            self.inlines(content);
            return self.close("p");
        }
        if let [image @ Inline::Image(id)] = content {
            let title = &self.options.document.picture(*id).title;
            if !title.is_empty() {
                self.out.push_str("<figure>");
                self.inline(image);
                self.out.push_str("<figcaption>");
                self.text(title.borrow());
                self.out.push_str("</figcaption></figure>");
                return;
            }
        }
        self.wrapped("p", content);
    }

    fn list(&mut self, list: &List) {
        let name = if list.start.is_some() { "ol" } else { "ul" };
        self.out.push('<');
        self.out.push_str(name);
        let written = list.marks.in_language(self.options.language.tag());
        if written.is_some() {
            self.out.push_str(" class=\"marked\"");
        } else if list.start.is_none() && list.is_of_tasks() {
            self.out.push_str(" class=\"tasks\"");
        }
        if let Some(start) = list.start.filter(|start| *start != 1) {
            self.out.push_str(" start=\"");
            self.number(start);
            self.out.push('"');
        }
        self.out.push('>');
        let mut leaps = list.marks.leaps.iter().peekable();
        for (index, item) in list.items.iter().enumerate() {
            self.out.push_str("<li");
            if let Some((_, number)) = leaps.next_if(|(at, _)| *at == index) {
                self.out.push_str(" value=\"");
                self.number(*number);
                self.out.push('"');
            }
            self.out.push('>');
            match written {
                Some(marks) => self.marked(&marks[index], item),
                None => self.blocks(item),
            }
            self.out.push_str("</li>");
        }
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An item with its mark, which stands in the item's first line.
    fn marked(&mut self, mark: &str, item: &[Block]) {
        self.mark = Some(mark.into());
        if !matches!(item.first(), Some(Block::Plain(_) | Block::Paragraph(_))) {
            self.own_mark();
        }
        self.blocks(item);
    }

    /// The mark of the item that begins here, if there is one.
    fn own_mark(&mut self) {
        if let Some(mark) = self.mark.take() {
            self.out.push_str("<span class=\"mark\">");
            escape(&mark, &mut self.out);
            self.out.push_str("</span> ");
        }
    }

    /// A box that nobody can tick here; what it says is heard too.
    fn task(&mut self, done: bool) {
        let (class, key) = match done {
            true => ("box done", "task_done"),
            false => ("box", "task_open"),
        };
        self.out.push_str("<span class=\"");
        self.out.push_str(class);
        self.out.push_str("\" role=\"img\"");
        self.label(key);
        self.out.push_str("></span> ");
    }

    fn table(&mut self, table: &Table) {
        let is_wide = width::is_wide(table, self.options.document);
        if is_wide {
            // A group, not a region: many tables are not many landmarks.
            self.out
                .push_str("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"");
            if let Some(label) = self.options.strings.get("table") {
                escape(label, &mut self.out);
            }
            self.out.push_str("\">");
        } else {
            // Where letters are twice as large, hardly a table fits a phone.
            self.out.push_str("<div class=\"fit\">");
        }
        self.out.push_str("<table><thead><tr>");
        for (index, cell) in table.head.iter().enumerate() {
            let alignment = table.alignments.get(index);
            // An empty cell heads nothing.
            if cell.is_empty() {
                self.out.push_str("<td></td>");
            } else {
                self.cell("th scope=\"col\"", "th", alignment, cell);
            }
        }
        self.out.push_str("</tr></thead>");
        if !table.rows.is_empty() {
            self.out.push_str("<tbody>");
            for row in &table.rows {
                self.out.push_str("<tr>");
                for (index, cell) in row.iter().enumerate() {
                    self.cell("td", "td", table.alignments.get(index), cell);
                }
                self.out.push_str("</tr>");
            }
            self.out.push_str("</tbody>");
        }
        self.out.push_str("</table></div>");
    }

    fn cell(&mut self, open: &str, name: &str, alignment: Option<&Alignment>, cell: &[Inline]) {
        self.out.push('<');
        self.out.push_str(open);
        self.out.push_str(match alignment {
            Some(Alignment::Right) => " class=\"right\">",
            Some(Alignment::Centre) => " class=\"centre\">",
            Some(Alignment::Left | Alignment::None) | None => ">",
        });
        self.inlines(cell);
        self.close(name);
    }

    fn wrapped(&mut self, name: &str, content: &[Inline]) {
        self.out.push('<');
        self.out.push_str(name);
        self.out.push('>');
        self.inlines(content);
        self.close(name);
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.text(self.options.document.text(*text)),
            Inline::Strong(content) => self.wrapped("strong", content),
            Inline::Emphasis(content) => self.wrapped("em", content),
            Inline::Strikethrough(content) => self.wrapped("s", content),
            Inline::Code(code) => {
                self.out.push_str("<code>");
                escape(code, &mut self.out);
                self.out.push_str("</code>");
            }
            Inline::Link(id, content) => {
                let link = self.options.document.link(*id);
                self.out.push_str("<a href=\"");
                escape(&(self.options.link)(*id), &mut self.out);
                self.out.push('"');
                if link.to.leads_out() {
                    self.out.push_str(" rel=\"noopener noreferrer\"");
                }
                self.title(&link.title);
                self.out.push('>');
                self.inlines(content);
                self.out.push_str("</a>");
            }
            Inline::Image(id) => {
                let written = self.options.document.picture(*id);
                let image = (self.options.picture)(*id);
                self.image(&image, written.title.as_str(), &written.alternative);
            }
            Inline::SoftBreak => self.out.push('\n'),
            Inline::HardBreak => self.out.push_str("<br>"),
            Inline::Task(done) => self.task(*done),
            Inline::FootnoteReference(reference) => self.footnote_reference(reference),
            Inline::Html(html) => self.raw(html),
            Inline::Component(call) => self.component(*call),
        }
    }

    fn image(&mut self, image: &ImageView, title: &str, alternative: &str) {
        picture::open(image, &mut self.out);
        self.out.push_str("<img src=\"");
        escape(&image.src, &mut self.out);
        self.out.push_str("\" alt=\"");
        escape(alternative, &mut self.out);
        self.out.push('"');
        let written = picture::Written::default();
        written.size(image, &mut self.out);
        self.title(title);
        self.loading(&written);
        self.out.push('>');
        picture::close(image, &mut self.out);
    }

    /// When the picture is loaded whose tag is written: the first is often what the reader waits for.
    fn loading(&mut self, written: &picture::Written) {
        if self.pictures > 0 && !written.has_loading {
            self.out.push_str(" loading=\"lazy\" decoding=\"async\"");
        }
        self.pictures += 1;
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            escape(title, &mut self.out);
            self.out.push('"');
        }
    }

    fn component(&mut self, call: CallId) {
        let html = (self.options.component)(call);
        self.out.push_str(&html);
    }

    fn id(&mut self, parts: &[&str]) {
        for part in parts {
            escape(part, &mut self.out);
        }
    }

    fn footnote_reference(&mut self, reference: &FootnoteReference) {
        let anchor = anchor(&reference.label, reference.number);
        self.out.push_str("<sup><a href=\"#fn-");
        self.out.push_str(&anchor);
        self.out.push_str("\" id=\"");
        self.id(&["fnref-", &anchor]);
        if reference.occurrence > 1 {
            self.out.push('-');
            self.number(reference.occurrence as u64);
        }
        self.out.push_str("\" role=\"doc-noteref\">");
        self.visible_number(reference.number);
        self.out.push_str("</a></sup>");
    }

    fn footnotes(&mut self, footnotes: &[Footnote]) {
        if footnotes.is_empty() {
            return;
        }
        self.out
            .push_str("<section class=\"footnotes\" role=\"doc-endnotes\"");
        self.label("footnotes");
        self.out.push_str("><ol>");
        for (index, footnote) in footnotes.iter().enumerate() {
            let anchor = anchor(&footnote.label, index + 1);
            self.out.push_str("<li id=\"");
            self.id(&["fn-", &anchor]);
            self.out.push_str("\">");
            // The way back stands at the end of the last paragraph, not under it.
            match footnote.blocks.split_last() {
                Some((Block::Paragraph(content), before)) => {
                    self.blocks(before);
                    self.out.push_str("<p>");
                    self.inlines(content);
                    self.ways_back(&anchor, footnote.references);
                    self.out.push_str("</p>");
                }
                _ => {
                    self.blocks(&footnote.blocks);
                    self.ways_back(&anchor, footnote.references);
                }
            }
            self.out.push_str("</li>");
        }
        self.out.push_str("</ol></section>");
    }

    fn ways_back(&mut self, anchor: &str, references: usize) {
        for occurrence in 1..=references {
            self.out.push_str(" <a href=\"#fnref-");
            self.out.push_str(anchor);
            if occurrence > 1 {
                self.out.push('-');
                self.number(occurrence as u64);
            }
            self.out.push_str("\" role=\"doc-backlink\"");
            self.label("footnote_back");
            self.out.push_str(">↩</a>");
        }
    }

    fn label(&mut self, key: &str) {
        if let Some(label) = self.options.strings.get(key) {
            self.out.push_str(" aria-label=\"");
            escape(label, &mut self.out);
            self.out.push('"');
        }
    }

    fn text(&mut self, text: SetStr<'_>) {
        match &self.breaks {
            Some(breaks) => text.write(breaks, escape, &mut self.out),
            None => escape(text.as_str(), &mut self.out),
        }
    }

    /// A number that readers see, in the digits of the text.
    fn visible_number(&mut self, value: usize) {
        let style = self.options.language.number_style();
        self.out.push_str(&style.digits(value as u64));
    }

    /// A number in markup.
    fn number(&mut self, value: u64) {
        let mut digits = [0; 20];
        let mut at = digits.len();
        let mut rest = value;
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.out
            .extend(digits[at..].iter().copied().map(char::from));
    }
}

/// The end of a footnote's ids: its label if an address can carry it, else its number.
fn anchor(label: &str, number: usize) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let begins_well = label.bytes().next().is_some_and(plain);
    if begins_well && label.bytes().all(|byte| plain(byte) || byte == b'-') {
        // Two hyphens stand in no anchor that is made of a number and an occurrence.
        label.replace('-', "_")
    } else {
        format!("-{number}")
    }
}

fn needs_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3(b'&', b'<', b'>', bytes).is_some() || memchr::memchr(b'"', bytes).is_some()
}

/// Appends `text` so that it is text in HTML and in a quoted attribute.
pub(super) fn escape(text: &str, out: &mut String) {
    if !needs_escape(text) {
        out.push_str(text);
        return;
    }
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(entity);
        copied = at + 1;
    }
    out.push_str(&text[copied..]);
}

#[cfg(test)]
mod tests;
