//! What a page says in the table of its kind → the leaflet's blocks: before the text what it is about,
//! and on a page of its own after the text what readers are not to see at once.

use super::Composer;
use crate::content::kinds::FieldHolds;
use crate::leaflet::document::{LeafletBlock, LeafletFact, LeafletInline};
use crate::site::resolve::{Fact, Shown, behind};

impl Composer<'_> {
    pub(super) fn facts(&self) -> Vec<LeafletBlock> {
        let own = self.text.facts.iter().filter(|fact| !fact.field.folded);
        let mut blocks = Vec::new();
        let mut entries = Vec::new();
        for fact in own {
            match fact.field.holds {
                FieldHolds::Rows => {
                    end_entries(&mut entries, &mut blocks);
                    blocks.push(self.label(fact));
                    blocks.push(self.rows_of_fact(fact));
                }
                _ => entries.push((self.inline_of(fact.label), self.values(fact))),
            }
        }
        end_entries(&mut entries, &mut blocks);
        blocks
    }

    pub(super) fn folded_facts(&self) -> Vec<LeafletBlock> {
        let own = self.text.facts.iter().filter(|fact| fact.field.folded);
        let mut blocks = Vec::new();
        for fact in own {
            if blocks.is_empty() {
                blocks.push(LeafletBlock::NewPage);
            }
            blocks.push(LeafletBlock::Heading {
                level: 2,
                content: self.inline_of(fact.label),
            });
            blocks.extend(self.blocks_of_fact(fact));
        }
        blocks
    }

    /// The same one by one, for a template of the kind.
    pub(super) fn facts_one_by_one(&self) -> Vec<LeafletFact> {
        let facts = self.text.facts.iter();
        let facts = facts.map(|fact| LeafletFact {
            key: fact.field.key.clone(),
            label: self.set(fact.label),
            line: self.line_of(&fact.values),
            blocks: self.blocks_of_fact(fact),
        });
        facts.collect()
    }

    fn blocks_of_fact(&self, fact: &Fact<'_>) -> Vec<LeafletBlock> {
        match fact.field.holds {
            FieldHolds::Rows => vec![self.rows_of_fact(fact)],
            _ => self.values(fact),
        }
    }

    fn label(&self, fact: &Fact<'_>) -> LeafletBlock {
        let content = vec![LeafletInline::Strong {
            content: self.inline_of(fact.label),
        }];
        LeafletBlock::Paragraph { content }
    }

    /// One beside the other in a line, in order in a list, one below the other if they are texts.
    fn values(&self, fact: &Fact<'_>) -> Vec<LeafletBlock> {
        let item = |value: &Shown<'_>| {
            vec![LeafletBlock::Paragraph {
                content: self.value(value),
            }]
        };
        let items = || fact.values.iter().map(item).collect();
        vec![match fact.field.holds {
            FieldHolds::Steps => LeafletBlock::List {
                start: Some(1),
                marks: Vec::new(),
                items: items(),
            },
            FieldHolds::Text | FieldHolds::Link if fact.values.len() > 1 => LeafletBlock::List {
                start: None,
                marks: Vec::new(),
                items: items(),
            },
            _ => LeafletBlock::Paragraph {
                content: self.line_of(&fact.values),
            },
        }]
    }

    fn rows_of_fact(&self, fact: &Fact<'_>) -> LeafletBlock {
        let columns = &fact.field.columns;
        let is_figure = |holds: FieldHolds| matches!(holds, FieldHolds::Number | FieldHolds::Riel);
        let rows = fact.values.iter().filter_map(|value| match value {
            Shown::Row { cells, is_now } => Some((cells, *is_now)),
            _ => None,
        });
        let rows = rows.map(|(cells, is_now)| {
            let mut cells: Vec<_> = cells.iter().map(|cell| self.line_of(cell)).collect();
            if is_now && let Some(first) = cells.first_mut() {
                let text = self.set(&format!("{} ", self.word("now")));
                let now = LeafletInline::Strong {
                    content: vec![LeafletInline::Text { text }],
                };
                first.insert(0, now);
            }
            cells
        });
        LeafletBlock::Table {
            right: columns.iter().map(|own| is_figure(own.holds)).collect(),
            centre: vec![false; columns.len()],
            head: fact
                .columns
                .iter()
                .map(|head| self.inline_of(head))
                .collect(),
            rows: rows.collect(),
            columns: Vec::new(),
        }
    }

    fn line_of(&self, values: &[Shown<'_>]) -> Vec<LeafletInline> {
        let mut content = Vec::new();
        for (at, value) in values.iter().enumerate() {
            if let Some(before) = at.checked_sub(1).and_then(|before| values.get(before)) {
                let text = behind(&before.words()).to_owned();
                content.push(LeafletInline::Text { text });
            }
            content.extend(self.value(value));
        }
        content
    }

    fn value(&self, value: &Shown<'_>) -> Vec<LeafletInline> {
        let Shown::Link { target, words } = value else {
            let mut content = self.inline_of(&value.words());
            if let Shown::Contact(contact) = value
                && contact.synthetic
            {
                let text = self.word("synthetic_contact").to_owned();
                content.push(LeafletInline::Aside {
                    text: self.set(&text),
                });
            }
            return content;
        };
        let url = target.absolute(self.site);
        let behind = self.behind(target, words);
        let mut content = vec![LeafletInline::Link {
            url,
            content: self.inline_of(words),
        }];
        let typed = behind.typed;
        content.extend(typed.map(|text| LeafletInline::Aside { text }));
        let note = behind.note;
        content.extend(note.map(|number| LeafletInline::NoteMark { number }));
        content
    }

    fn inline_of(&self, plain: &str) -> Vec<LeafletInline> {
        vec![LeafletInline::Text {
            text: self.set(plain),
        }]
    }
}

fn end_entries(
    entries: &mut Vec<(Vec<LeafletInline>, Vec<LeafletBlock>)>,
    blocks: &mut Vec<LeafletBlock>,
) {
    if !entries.is_empty() {
        let entries = std::mem::take(entries);
        blocks.push(LeafletBlock::Definitions { entries });
    }
}
