//! The columns of a text in several languages → the text.

use super::columns::Columns;
use super::sheet::{Row, Sheet};
use super::values;
use crate::config::{Config, Localised};
use crate::data::declaration::Findings;
use crate::data::model::{clean_label, too_long};
use std::collections::BTreeMap;

/// The languages that text columns may be in: `name_km`, `name_en` and one for each language of the site.
pub(crate) struct Texts {
    pub tags: Vec<String>,
    /// Whether the site has pages in Khmer, which then need Khmer labels.
    khmer: bool,
}

impl Texts {
    pub fn of(config: &Config) -> Texts {
        let mut tags = vec!["km".to_owned(), "en".to_owned()];
        for language in &config.languages {
            if !tags.iter().any(|tag| tag == language.tag()) {
                tags.push(language.tag().to_owned());
            }
        }
        Texts {
            tags,
            khmer: config.languages.iter().any(|language| language.is_khmer()),
        }
    }

    /// Whether the text can stand on a Khmer page, if the site has any.
    pub fn has_khmer(&self, text: &Localised) -> bool {
        !self.khmer
            || match text {
                Localised::Empty => false,
                Localised::Same(text) => {
                    text.chars().any(|c| ('\u{1780}'..='\u{17ff}').contains(&c))
                }
                Localised::Each(texts) => texts.get("km").is_some_and(|text| !text.is_empty()),
            }
    }

    /// Whether the file has a column of this text in any language.
    pub fn any_column(&self, columns: &Columns, base: &str) -> bool {
        columns.index(base).is_some()
            || self
                .tags
                .iter()
                .any(|tag| columns.index(&format!("{base}_{tag}")).is_some())
    }
}

/// The text of the columns `base_km`, `base_en` …, or of `base` alone; invisible characters in it
/// are reported and left out.
pub(crate) fn localised(
    sheet: &Sheet,
    columns: &Columns,
    row: &Row,
    base: &str,
    texts: &Texts,
    key: &str,
    findings: &mut Findings,
) -> Localised {
    let mut read = |column: &str| -> Option<String> {
        let index = columns.index(column)?;
        let text = values::text(&row.cells[index])?;
        let (text, invisible) = clean_label(&text);
        if !invisible.is_empty() {
            let place = sheet
                .cell_place(row.number, index)
                .place(Some(key.to_owned()));
            findings.push(values::invisible_problem(&text, &invisible, place));
        }
        if matches!(base, "label" | "name") {
            let place = || {
                let cell = sheet.cell_place(row.number, index);
                cell.place(None)
            };
            let problem = too_long(column, &text, place);
            problem
                .into_iter()
                .for_each(|problem| findings.push(problem));
        }
        (!text.is_empty()).then_some(text)
    };
    let each: BTreeMap<String, String> = texts
        .tags
        .iter()
        .filter_map(|tag| Some((tag.clone(), read(&format!("{base}_{tag}"))?)))
        .collect();
    if !each.is_empty() {
        return Localised::Each(each);
    }
    read(base).map_or(Localised::Empty, Localised::Same)
}
