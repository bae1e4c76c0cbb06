//! What a component shows, whatever its medium: the few kinds of things that pages and leaflets know.

use super::super::resolve::Target;
use super::{Finder, Rows};
use crate::chart::Drawing;
use crate::content::block::{ArgumentValue, Block, Blocks, ComponentCall};
use crate::figures::{self, AmountView, BudgetTable, Measured, SourceView};
use crate::schema::Written;
use crate::sound;

/// What a component shows.
pub enum Exhibit<'text> {
    Table(Box<Table>),
    Chart(Box<Chart>),
    /// One figure; with a label it stands by itself, without one in a sentence.
    Figure(Box<Figure<'text>>),
    /// Rows of a table that is no budget.
    Cards(Box<Cards>),
    /// What is computed of figures, and how.
    Measure(Box<Measured>),
    Note {
        kind: &'static str,
        title: Option<&'text str>,
        body: &'text [Block],
    },
    /// A sound, and what is said in it.
    Sound(Box<Sounding<'text>>),
    Steps(&'text [Blocks]),
    Contact(Box<Contact>),
    Files(Vec<Download>),
    /// Rows of a table as they are.
    Rows(Box<Rows>),
    /// Places, each with those below it.
    Finder(Box<Finder>),
    /// Leaflet formats of the page.
    Leaflets(&'text [Written<String>]),
    /// A component that the theme alone knows.
    Theme(&'text ComponentCall),
    /// A call with a mistake in it; no page with one is produced.
    Nothing,
}

/// Figures as a table, with what can be taken away.
pub struct Table {
    pub table: BudgetTable,
    pub downloads: Vec<Download>,
}

/// Cards, with what can be taken away.
pub struct Cards {
    pub cards: figures::Cards,
    pub downloads: Vec<Download>,
}

/// Figures as a chart, and the same figures as a table.
pub struct Chart {
    /// The chart in words, for those who do not see it.
    pub description: String,
    pub drawing: Drawing,
    /// Says what could not be drawn, because nobody knows it.
    pub unknown: Option<String>,
    pub figures: Table,
}

/// One figure with its source.
pub struct Figure<'text> {
    pub view: AmountView,
    pub label: Option<&'text str>,
}

/// A file to take away.
pub struct Download {
    pub label: String,
    /// `CSV`, `JSON`, `PDF`.
    pub format: String,
    pub target: Target<'static>,
}

/// A sound to listen to.
pub struct Sounding<'text> {
    pub title: Option<&'text str>,
    pub kind: sound::Kind,
    pub bytes: u64,
    pub seconds: u32,
    pub target: Target<'static>,
    /// What is said in it.
    pub transcript: &'text [Block],
}

/// Somebody to ask.
pub struct Contact {
    pub name: String,
    pub role: String,
    pub phone: String,
    pub telegram: String,
    pub address: String,
    pub hours: String,
    pub synthetic: bool,
}

impl Contact {
    /// Whom to call.
    pub fn in_a_sentence(&self) -> String {
        let parts = [self.name.as_str(), self.phone.as_str()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }
}

/// The words of an exhibit, for those who look for them.
pub trait Words<'text> {
    /// Words that stand by themselves.
    fn own_line(&mut self, text: &str);
    /// Words that stand each by themselves and beside each other.
    fn row<'cell>(&mut self, cells: impl Iterator<Item = &'cell str>);
    /// Words that stand in the line around the call.
    fn in_line(&mut self, text: &str);
    /// Text that an author wrote between the marks.
    fn body(&mut self, blocks: &'text [Block]);
}

impl<'text> Exhibit<'text> {
    /// How many figures, files and the like it shows.
    pub fn size(&self) -> usize {
        let cells = |table: &BudgetTable| {
            table.rows.len() * (1 + table.columns.len()) + table.adjusted.lines.len()
        };
        match self {
            Exhibit::Table(table) => cells(&table.table),
            Exhibit::Chart(chart) => chart.drawing.rows.len() + cells(&chart.figures.table),
            Exhibit::Cards(cards) => {
                let cards = cards.cards.cards.iter();
                cards.map(|card| 1 + card.lines.len()).sum()
            }
            Exhibit::Measure(measured) => 1 + measured.parts.len(),
            Exhibit::Files(files) => files.len(),
            Exhibit::Leaflets(formats) => formats.len(),
            Exhibit::Rows(rows) => rows.rows.len() * rows.head.len(),
            Exhibit::Finder(finder) => {
                let groups = finder.groups.iter();
                groups.map(|group| 1 + group.below.len()).sum()
            }
            _ => 1,
        }
    }

    /// Its words where it stands in a line.
    pub fn in_a_sentence(&self) -> String {
        struct Sentence(String);

        impl<'text> Words<'text> for Sentence {
            fn own_line(&mut self, _: &str) {}

            fn row<'cell>(&mut self, _: impl Iterator<Item = &'cell str>) {}

            fn in_line(&mut self, text: &str) {
                self.0.push_str(text);
            }

            fn body(&mut self, _: &'text [Block]) {}
        }

        let mut sentence = Sentence(String::new());
        self.words(true, &mut sentence);
        sentence.0
    }

    /// Tells the words that a reader of the page sees, in a line of text or as a block; what its frame
    /// says on every page aside.
    pub fn words(&self, in_line: bool, words: &mut impl Words<'text>) {
        match self {
            Exhibit::Contact(contact) if in_line => words.in_line(&contact.in_a_sentence()),
            Exhibit::Files(files) if in_line => {
                let labels: Vec<&str> = files.iter().map(|file| file.label.as_str()).collect();
                words.in_line(&labels.join(", "));
            }
            Exhibit::Table(table) => words_of_table(&table.table, words),
            Exhibit::Chart(chart) => {
                words.own_line(&chart.description);
                words.own_line(chart.unknown.as_deref().unwrap_or_default());
                words_of_table(&chart.figures.table, words);
            }
            Exhibit::Figure(figure) => {
                words.in_line(&figure.view.text);
                if let Some(label) = figure.label {
                    words.in_line(" ");
                    words.in_line(label);
                }
            }
            Exhibit::Cards(cards) => words_of_cards(&cards.cards, words),
            Exhibit::Measure(measured) => words_of_measure(measured, words),
            Exhibit::Note { title, body, .. } => {
                words.own_line(title.unwrap_or_default());
                words.body(body);
            }
            Exhibit::Sound(sound) => {
                words.own_line(sound.title.unwrap_or_default());
                words.body(sound.transcript);
            }
            Exhibit::Steps(items) => items.iter().for_each(|item| words.body(item)),
            Exhibit::Contact(contact) => {
                let texts = [
                    &contact.name,
                    &contact.role,
                    &contact.phone,
                    &contact.telegram,
                    &contact.address,
                    &contact.hours,
                ];
                words.row(texts.into_iter().map(String::as_str));
            }
            Exhibit::Files(files) => files.iter().for_each(|file| words.own_line(&file.label)),
            Exhibit::Rows(shown) => {
                words.own_line(&shown.title);
                words.row(shown.head.iter().map(|head| head.label.as_str()));
                for row in &shown.rows {
                    words.row(row.iter().map(String::as_str));
                }
                words_of_sources(&shown.sources, words);
            }
            Exhibit::Finder(finder) => {
                for group in &finder.groups {
                    let names = std::iter::once(&group.place).chain(&group.below);
                    words.row(names.map(|found| found.name.as_str()));
                }
            }
            Exhibit::Leaflets(_) | Exhibit::Nothing => {}
            Exhibit::Theme(call) => {
                for argument in &call.arguments {
                    if let ArgumentValue::Text(text) = &argument.value {
                        words.own_line(text);
                    }
                }
                words.body(call.body.as_deref().unwrap_or_default());
            }
        }
    }
}

fn words_of_table<'text>(table: &BudgetTable, words: &mut impl Words<'text>) {
    words.own_line(&table.title);
    let heads = table.columns.iter().map(|head| head.label.as_str());
    words.row(std::iter::once(table.first.as_str()).chain(heads));
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| cell.text.as_str());
        words.row(std::iter::once(row.label.as_str()).chain(cells));
        words.own_line(row.explanation.as_deref().unwrap_or_default());
    }
    for line in &table.adjusted.lines {
        let texts = [&line.label, &line.amount, &line.how, &line.reason];
        words.row(texts.into_iter().map(String::as_str));
    }
    words.own_line(&table.adjusted.more);
    table.notes.iter().for_each(|note| words.own_line(note));
    words_of_sources(&table.sources, words);
}

fn words_of_cards<'text>(cards: &figures::Cards, words: &mut impl Words<'text>) {
    words.own_line(&cards.title);
    for card in &cards.cards {
        words.own_line(&card.title);
        words.own_line(&card.text);
        for line in &card.lines {
            words.row([line.label.as_str(), line.text.as_str()].into_iter());
        }
    }
    words_of_sources(&cards.sources, words);
}

fn words_of_measure<'text>(measured: &Measured, words: &mut impl Words<'text>) {
    words.own_line(&measured.label);
    words.own_line(&measured.told);
    for part in &measured.parts {
        words.row([part.label.as_str(), part.text.as_str()].into_iter());
    }
    words.own_line(&measured.formula);
    words_of_sources(&measured.sources, words);
}

fn words_of_sources<'text>(sources: &[SourceView], words: &mut impl Words<'text>) {
    for source in sources {
        words.row([source.title.as_str(), source.publisher.as_str()].into_iter());
    }
}
