//! The columns of a text in several languages → the text.

use super::columns::Columns;
use super::grid::Grid;
use super::sheet::Row;
use super::values;
use crate::config::{Config, Localised};
use crate::data::declaration::Findings;
use crate::data::model::too_long;
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
    grid: &Grid,
    row: &Row,
    base: &str,
    texts: &Texts,
    key: &str,
    findings: &mut Findings,
) -> Localised {
    let mut read = |column: &str| -> Option<String> {
        let index = grid.columns.index(column)?;
        let text = grid.said_at(row, index, findings).text()?;
        let cell = grid.sheet.cell_place(row.number, index);
        findings.extend(values::invisible_problem(&row.cells[index], || {
            cell.place(Some(key.to_owned()))
        }));
        if matches!(base, "label" | "name") {
            findings.extend(too_long(column, &text, || cell.place(None)));
        }
        Some(text.into_owned())
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
