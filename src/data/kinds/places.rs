//! Tables of places → [`Place`] rows.

use crate::config::Localised;
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{Counts, Place, PlaceType, clean_label};
use crate::data::read::{Columns, Row, Sheet, Texts, localised, values};
use crate::diagnostic::{Candidates, codes, diagnostic};

pub(crate) const REQUIRED: &[&str] = &["code"];
pub(crate) const OPTIONAL: &[&str] = &[
    "parent",
    "type",
    "population",
    "population_year",
    "population_source",
    "province",
    "district",
    "commune",
];
pub(crate) const TEXTS: &[&str] = &["name"];

/// Reads the rows of one file. Parents are looked up, and places below counted, by [`complete`].
pub(crate) fn read(
    sheet: &Sheet,
    columns: &Columns,
    declaration: &Declaration,
    texts: &Texts,
    findings: &mut Findings,
) -> Vec<Place> {
    let mut places = Vec::with_capacity(sheet.rows.len());
    for row in &sheet.rows {
        let cell = |name: &str| sheet.cell_place(row.number, columns.index(name).unwrap_or(0));
        let text = |name: &str| {
            values::text(columns.value(row, name))
                .map(|text| clean_label(&text).0)
                .filter(|text| !text.is_empty())
        };
        let Some(code) = text("code") else {
            findings.push(diagnostic!(
                codes::data::MISSING_VALUE,
                cell("code").place(None),
                column = declaration.header_of("code"),
                row = row.number,
                toml = &findings.toml
            ));
            continue;
        };
        let key = format!("code {code}");
        let place_type = match (declaration.place_types.get(&code), text("type")) {
            (Some(declared), _) => *declared,
            (None, Some(word)) => match PlaceType::named(&word) {
                Some(named) => named,
                None => {
                    let known = Candidates::words(PlaceType::WORDS);
                    findings.push(
                        diagnostic!(
                            codes::data::UNKNOWN_WORD,
                            cell("type").place(Some(key)),
                            column = declaration.header_of("type"),
                            read = &word,
                            known = known.list()
                        )
                        .did_you_mean(&word, &known),
                    );
                    continue;
                }
            },
            (None, None) => match declaration.place_type {
                Some(declared) => declared,
                None => {
                    findings.push(diagnostic!(
                        codes::data::NO_PLACE_TYPE,
                        cell("code").place(Some(key)),
                        code = &code,
                        toml = &findings.toml
                    ));
                    continue;
                }
            },
        };
        let name = localised(sheet, columns, row, "name", texts, &key, findings);
        if !texts.has_khmer(&name) {
            findings.push(diagnostic!(
                codes::data::NO_KHMER_LABEL,
                cell("code").place(Some(key.clone())),
                code = &code,
                column = declaration.header_of("name_km")
            ));
        }
        let population = values::decimal(columns.value(row, "population"), &declaration.separators);
        let population = population.unwrap_or_else(|problem| {
            let place = cell("population").place(Some(key));
            findings.push(values::number_problem(
                problem,
                place,
                declaration,
                &findings.toml,
            ));
            None
        });
        places.push(Place {
            parent: text("parent"),
            place_type,
            name,
            parent_name: Localised::Empty,
            population,
            population_year: text("population_year").and_then(|year| values::year(&year, false)),
            population_source: text("population_source"),
            counts: Counts::default(),
            extra: extra(columns, row),
            cell: cell("code"),
            parent_cell: cell("parent"),
            ancestors: ["province", "district", "commune"]
                .into_iter()
                .filter_map(text)
                .collect(),
            code,
        });
    }
    places
}

fn extra(columns: &Columns, row: &Row) -> Vec<(String, String)> {
    columns
        .extra
        .iter()
        .filter_map(|(header, column)| {
            let text = values::text(&row.cells[*column])?;
            Some((header.clone(), clean_label(&text).0))
        })
        .collect()
}
