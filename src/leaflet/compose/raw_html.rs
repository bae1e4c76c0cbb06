//! An author's HTML, a piece at a time → what opens, ends and stands in a [`Flow`].
//!
//! It is read as browsers read it, tag by tag; what no page shows, no leaflet prints.

use super::Composer;
use super::flow::{Counting, Flow, Role, Style};
use crate::leaflet::document::{LeafletBlock, LeafletInline};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;

/// Elements whose content no page shows.
const MUTE: [&str; 5] = ["noscript", "script", "style", "template", "title"];

/// The tags and the words of a piece of HTML, in order.
#[derive(Default)]
struct Read(RefCell<Vec<Token>>);

impl TokenSink for Read {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let raw = match &token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => match &*tag.name {
                "script" => Some(RawKind::ScriptData),
                "style" | "noscript" => Some(RawKind::Rawtext),
                "title" => Some(RawKind::Rcdata),
                _ => None,
            },
            _ => None,
        };
        if matches!(token, Token::TagToken(_) | Token::CharacterTokens(_)) {
            self.0.borrow_mut().push(token);
        }
        raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }
}

fn tokens(html: &str) -> Vec<Token> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Read::default(), TokenizerOpts::default());
    // The reader asks for nothing, so it comes to the end.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.take()
}

impl Composer<'_> {
    pub(super) fn html(&self, html: &str, flow: &mut Flow) {
        for token in tokens(html) {
            match token {
                Token::CharacterTokens(text) => self.words(&text, flow),
                Token::TagToken(tag) if tag.kind == TagKind::EndTag => {
                    self.end_tag(&tag.name, flow)
                }
                Token::TagToken(tag) => self.tag(&tag, flow),
                _ => {}
            }
        }
    }

    fn words(&self, text: &str, flow: &mut Flow) {
        if flow.is_preformatted() {
            let text = text.to_owned();
            return flow.inline(LeafletInline::Text { text });
        }
        let mut plain = String::with_capacity(text.len());
        let is_space = |c: char| c.is_ascii_whitespace();
        for part in text.split_inclusive(is_space) {
            let word = part.trim_end_matches(is_space);
            plain.push_str(word);
            if word.len() < part.len() && !plain.ends_with(' ') {
                plain.push(' ');
            }
        }
        if !plain.is_empty() {
            let text = self.set(&plain);
            flow.inline(LeafletInline::Text { text });
        }
    }

    fn end_tag(&self, name: &str, flow: &mut Flow) {
        match (name, flow.end(name)) {
            // Browsers read it as the other one.
            ("br", _) => flow.inline(LeafletInline::Break),
            ("q", true) => self.words("”", flow),
            ("rt", true) => self.words(")", flow),
            _ => {}
        }
    }

    fn tag(&self, tag: &Tag, flow: &mut Flow) {
        let attribute = |name: &str| {
            let mut own = tag.attrs.iter();
            let found = own.find(|own| &*own.name.local == name);
            found.map(|own| own.value.to_string())
        };
        let number = |name: &str| attribute(name)?.trim().parse::<u64>().ok();
        let integer = |name: &str| attribute(name)?.trim().parse::<i64>().ok();
        let aside = || self.set(attribute("title").unwrap_or_default().trim());
        let name = &*tag.name;
        let role = match name {
            "br" => return flow.inline(LeafletInline::Break),
            "wbr" => {
                let text = "\u{200b}".to_owned();
                return flow.inline(LeafletInline::Text { text });
            }
            "hr" => {
                flow.begin(name, Role::Blocks, String::new());
                flow.end(name);
                return flow.block(LeafletBlock::Rule);
            }
            "img" => {
                let source = attribute("src").unwrap_or_default();
                let alternative = attribute("alt").unwrap_or_default();
                let title = self.set(&attribute("title").unwrap_or_default());
                return self.html_picture(&source, &alternative, title, flow);
            }
            "col" | "input" | "link" | "meta" | "base" | "source" | "track" | "area" | "embed"
            | "param" => return,
            "b" | "strong" => Role::Styled(Style::Strong),
            "i" | "em" | "cite" | "dfn" | "var" => Role::Styled(Style::Emphasis),
            "s" | "del" => Role::Styled(Style::Strikethrough),
            "u" | "ins" => Role::Styled(Style::Underline),
            "mark" => Role::Styled(Style::Highlight),
            "small" => Role::Styled(Style::Small),
            "sup" => Role::Styled(Style::Superscript),
            "sub" => Role::Styled(Style::Subscript),
            "summary" | "caption" => Role::Title,
            "code" | "kbd" | "samp" => Role::Code,
            "pre" => Role::Preformatted,
            "h1" => Role::Heading(2),
            "h2" | "h3" | "h4" | "h5" | "h6" => Role::Heading(name.as_bytes()[1] - b'0'),
            "p" | "div" | "section" | "details" | "figure" | "figcaption" => Role::Blocks,
            "blockquote" => Role::Quote,
            "ul" => Role::List(None),
            "ol" => Role::List(Some(Counting {
                start: integer("start"),
                is_reversed: attribute("reversed").is_some(),
                style: self.text.page.language.number_style(),
            })),
            "li" => Role::Item(integer("value")),
            "dl" => Role::Definitions,
            "dt" => Role::Term,
            "dd" => Role::Meaning,
            "table" => Role::Table,
            "tr" => Role::Row,
            "td" | "th" => Role::Cell {
                is_head: name == "th",
                // As many as a sheet may have at most.
                columns: number("colspan").map_or(1, |columns| columns.clamp(1, 99)) as usize,
            },
            "a" => match self.html_link(&attribute("href").unwrap_or_default()) {
                Some(link) => Role::Styled(link),
                None => Role::Nothing,
            },
            "q" => {
                flow.begin(name, Role::Nothing, aside());
                return self.words("“", flow);
            }
            "rp" => Role::Mute,
            "rt" => {
                self.words(" (", flow);
                Role::Nothing
            }
            _ if MUTE.contains(&name) => Role::Mute,
            // What the allow-list leaves out keeps its words.
            _ => Role::Nothing,
        };
        flow.begin(name, role, aside());
    }
}
