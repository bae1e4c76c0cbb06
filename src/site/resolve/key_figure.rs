//! A resolved text → the one figure that stands for it on covers, posters and cards: the first that it says
//! in its own words. Those of tables, lists and footnotes are among others, and what is struck out holds no
//! longer.

use super::Resolved;
use crate::content::block::{Block, CallId, Inline};
use crate::figures::Wording;
use crate::site::component::{Exhibit, Figure};

/// A figure by itself, in the words of the page's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// With its unit.
    pub text: String,
    /// What its author calls it, or else its category.
    pub label: String,
    /// Its period and phase, where the label does not name the year.
    pub when: String,
    /// Whether it is only an example.
    pub synthetic: bool,
}

impl Resolved<'_> {
    /// The figure that stands for the page, if it has one; the cost grows with the text before it.
    pub fn key_figure(&self, words: Wording<'_>) -> Option<KeyFigure> {
        let Figure { view, label } = self.in_blocks(&self.document.blocks)?;
        let label = label.unwrap_or(&view.label);
        let year = view.period.year();
        let own = words.language.number_style().digits(year);
        let names_the_year = label.contains(&own) || label.contains(&year.to_string());
        Some(KeyFigure {
            text: view.text.clone(),
            label: label.to_owned(),
            when: match names_the_year {
                true => String::new(),
                false => view.when(words),
            },
            synthetic: view.synthetic,
        })
    }

    fn in_blocks(&self, blocks: &[Block]) -> Option<&Figure<'_>> {
        blocks.iter().find_map(|block| match block {
            Block::Paragraph(content) => self.in_line(content),
            Block::Component(call) => match self.exhibit(*call) {
                Exhibit::Theme(call) => self.in_blocks(call.body.as_deref()?),
                _ => self.of_call(*call),
            },
            _ => None,
        })
    }

    fn in_line(&self, content: &[Inline]) -> Option<&Figure<'_>> {
        content.iter().find_map(|inline| match inline {
            Inline::Component(call) => self.of_call(*call),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link(_, inner) => {
                self.in_line(inner)
            }
            _ => None,
        })
    }

    fn of_call(&self, call: CallId) -> Option<&Figure<'_>> {
        match self.exhibit(call) {
            Exhibit::Figure(figure) => Some(figure),
            _ => None,
        }
    }
}
