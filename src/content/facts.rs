//! What other pages can see of a page: its title, dates, terms, summary.
//!
//! Made once, complete, from the page's own file or row alone. So editing a body never changes
//! another page's facts, and a page whose facts are the same needs no other page to be made anew.

use super::block::Document;
use super::kinds::Particulars;
use super::text;
use super::typed::without_hints;
use crate::config::Language;
use crate::khmer::{self, Segmenter, SetText};
use crate::schema::{Spot, Written};
use jiff::civil::Date;

/// How many words of its text describe a page that has no description.
const DESCRIPTION_WORDS: usize = 30;

/// What is known of a page besides its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// The file it was read from.
    pub path: String,
    /// The language of its text.
    pub language: Language,
    pub title: Title,
    /// As the author described it, else the beginning of the text; of that only sentences that are
    /// known as a whole, see [`text`].
    pub description: SetText,
    /// Whether it is what the author wrote as its description.
    pub is_described: bool,
    /// The text before `<!-- more -->`, if the author wrote one.
    pub before_more: Option<SetText>,
    /// How long it takes to read its text.
    pub reading_minutes: usize,
    /// How many charts stand in its text; each is a file beside the page, too.
    pub charts: usize,
    pub date: Option<Date>,
    pub updated: Option<Date>,
    pub weight: Option<i64>,
    pub template: Option<Written<String>>,
    /// Terms by taxonomy, as identifiers; sorted by the names of the taxonomies.
    pub terms: Box<[(String, Vec<Written<String>>)]>,
    /// Leaflet formats asked for.
    pub leaflets: Vec<Written<String>>,
    /// The picture that it is shared with, as written.
    pub card: Option<Written<String>>,
    /// What somebody types from paper to come here, as written.
    pub short_address: Option<Box<Written<String>>>,
    /// Where its author wrote its address; the whole file, if its name is the address.
    pub address: Spot,
    /// Other addresses that lead here, as written.
    pub aliases: Vec<Written<String>>,
    /// The code of the place that it is about.
    pub place: Option<Written<String>>,
    /// What it says in the table of its kind.
    pub particulars: Option<Box<Particulars>>,
    /// Free values for templates.
    pub extra: toml::Table,
}

impl Facts {
    /// What a list shows of it: the text before `<!-- more -->`, or the description.
    pub fn summary(&self) -> &SetText {
        self.before_more.as_ref().unwrap_or(&self.description)
    }

    /// Whether both stand in the same place: under the same title, on the same day, under the same
    /// terms, with the same addresses. They may differ in what they say.
    pub fn stand_alike(&self, other: &Facts) -> bool {
        self.path == other.path
            && self.language == other.language
            && self.title == other.title
            && self.date == other.date
            && self.weight == other.weight
            && self.template == other.template
            && self.terms == other.terms
            && self.leaflets == other.leaflets
            && self.card == other.card
            && self.short_address == other.short_address
            && self.charts == other.charts
            && self.aliases == other.aliases
            && self.place == other.place
            && self.particulars == other.particulars
    }
}

/// A title with its place in lists.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Title {
    pub text: SetText,
    /// Its place in an alphabetical list.
    pub key: Box<[u8]>,
}

impl Title {
    /// `words` finds its words. Hints where its line may break stay out of it: it stands where there are
    /// no lines, in names of windows, feeds and messages.
    pub fn new(title: &str, language: &Language, words: &Segmenter) -> Title {
        let title = without_hints(title);
        Title {
            text: words.set(&title),
            key: khmer::sort_key_in(language.tag(), &title).as_slice().into(),
        }
    }

    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }
}

/// What a text says about the page it belongs to.
pub struct Told {
    pub description: SetText,
    pub is_described: bool,
    pub before_more: Option<SetText>,
    pub reading_minutes: usize,
    pub charts: usize,
}

impl Told {
    /// Reads the text; `description` is what the author wrote in the front matter. Excerpts end at
    /// words of `segmenter`; `words` finds those that somebody asks for.
    pub fn by(
        document: &Document,
        description: Option<&str>,
        segmenter: &Segmenter,
        words: &Segmenter,
    ) -> Told {
        let described = description.filter(|text| !text.is_empty());
        let before_more = text::before_more(document);
        let excerpt = |text: &str| khmer::excerpt(segmenter, text, DESCRIPTION_WORDS);
        let set = |text: &str| words.set(&without_hints(text));
        let description = match (described, &before_more) {
            (Some(described), _) => set(described),
            (None, Some(text)) => set(&excerpt(text)),
            (None, None) => set(&excerpt(&text::first_paragraph(document))),
        };
        Told {
            is_described: described.is_some(),
            before_more: before_more.map(|text| set(&text)),
            description,
            reading_minutes: khmer::reading_minutes(text::reading_length(document)),
            charts: document.charts().count(),
        }
    }
}
