//! What readers see of kinds in languages that their files do not know, from the words of the interface: so
//! a language needs no copy of each `kind.toml`.
//!
//! A kind is `page_event` and `pages_event` there, what it says `field_event_start`, and a column or a word of
//! that `field_event_agenda_time`. What neither has is kept, to be told once a page shows it.

use super::{Field, Kind, Kinds};
use crate::config::{Config, Language, Localised};
use std::collections::BTreeMap;
use std::sync::Arc;

impl Kinds {
    /// The same kinds with these words; `words` are those of the interface in a language.
    pub fn spoken<'words>(
        self,
        config: &Config,
        words: impl Fn(&Language) -> &'words BTreeMap<String, String>,
    ) -> Kinds {
        let others = config.languages.iter();
        let others: Vec<&Language> = others
            .filter(|language| language.words().is_none())
            .collect();
        if others.is_empty() {
            return self;
        }
        let speak = |kind: &Arc<Kind>| {
            let mut kind = Kind::clone(kind);
            for language in &others {
                let mut speaker = Speaker {
                    tag: language.tag(),
                    words: words(language),
                    lacks: Vec::new(),
                };
                speaker.kind(&mut kind);
                if !speaker.lacks.is_empty() {
                    kind.lacks.insert(language.tag().to_owned(), speaker.lacks);
                }
            }
            (kind.name.clone(), Arc::new(kind))
        };
        Kinds {
            by_name: self.by_name.values().map(speak).collect(),
            schemas: self.schemas,
        }
    }
}

struct Speaker<'words> {
    tag: &'words str,
    words: &'words BTreeMap<String, String>,
    lacks: Vec<String>,
}

impl Speaker<'_> {
    fn kind(&mut self, kind: &mut Kind) {
        let name = kind.name.clone();
        self.text(&mut kind.label, format!("page_{name}"));
        self.text(&mut kind.plural, format!("pages_{name}"));
        for field in &mut kind.fields {
            self.field(field, format!("field_{name}_{}", field.key));
        }
    }

    fn field(&mut self, field: &mut Field, key: String) {
        for (word, text) in &mut field.words {
            self.text(text, format!("{key}_{word}"));
        }
        for column in &mut field.columns {
            let key = format!("{key}_{}", column.key);
            self.field(column, key);
        }
        self.text(&mut field.label, key);
    }

    fn text(&mut self, text: &mut Localised, key: String) {
        let Localised::Each(texts) = text else { return };
        if texts.contains_key(self.tag) {
            return;
        }
        match self.words.get(&key) {
            Some(word) => {
                texts.insert(self.tag.to_owned(), word.clone());
            }
            None => self.lacks.push(key),
        }
    }
}
