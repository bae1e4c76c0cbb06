//! Tables of places → [`Place`] rows.

use crate::config::Localised;
use crate::data::declaration::{Declaration, Findings, OfPlaces};
use crate::data::model::{
    Counts, Field, Holds, Needed, Place, PlaceType, Refers, Stands, year_of_count,
};
use crate::data::read::{Grid, Row, Said, Texts, each_row, localised, values};
use crate::diagnostic::{Candidates, codes, diagnostic, list};

pub(crate) static FIELDS: &[Field] = &[
    Field::new(
        "code",
        Holds::Code,
        "the code of the place, as the official list has it",
        "លេខកូដទីកន្លែង តាមបញ្ជីផ្លូវការ",
    )
    .needed(Needed::Value),
    Field::new(
        "parent",
        Holds::Code,
        "the code of the place that it lies in",
        "លេខកូដទីកន្លែងថ្នាក់លើ",
    )
    .refers(Refers::Places),
    Field::new(
        "type",
        Holds::Word(PlaceType::WORDS),
        "what the place is",
        "ប្រភេទទីកន្លែង",
    ),
    Field::localised("name", "its name", "ឈ្មោះរបស់វា"),
    Field::new(
        "population",
        Holds::Number,
        "how many people live there",
        "ចំនួនប្រជាជន",
    ),
    Field::new(
        "population_year",
        Holds::Year,
        "the year in which they were counted",
        "ឆ្នាំដែលបានរាប់ប្រជាជន",
    ),
    Field::new(
        "population_source",
        Holds::Text,
        "who counted them",
        "អ្នកដែលបានរាប់ប្រជាជន",
    ),
    Field::new(
        "province",
        Holds::Code,
        "the code of its province",
        "លេខកូដខេត្ត",
    )
    .refers(Refers::Places)
    .stands(Stands::InFile),
    Field::new(
        "district",
        Holds::Code,
        "the code of its district",
        "លេខកូដក្រុង ស្រុក ខណ្ឌ",
    )
    .refers(Refers::Places)
    .stands(Stands::InFile),
    Field::new(
        "commune",
        Holds::Code,
        "the code of its commune",
        "លេខកូដឃុំ សង្កាត់",
    )
    .refers(Refers::Places)
    .stands(Stands::InFile),
];

/// Reads the rows of one file. Parents are looked up, and places below counted, by [`complete`].
pub(crate) fn read(
    grids: &[Grid],
    declaration: &Declaration,
    of: &OfPlaces,
    texts: &Texts,
    findings: &mut Findings,
) -> Vec<Place> {
    let count = grids.iter().map(|grid| grid.sheet.rows.len());
    let mut places = Vec::with_capacity(count.sum());
    for (grid, row) in each_row(grids) {
        let row = &*row;
        let cell = |name: &str| grid.cell(row, name);
        let Some(code) = grid.needed(row, "code", declaration, findings) else {
            continue;
        };
        let key = format!("code {code}");
        let said = grid.said(row, "type", findings);
        let place_type = match (of.place_types.get(&code), said) {
            (Some(declared), _) => *declared,
            (None, Said::Broken) => continue,
            (None, Said::Text(word)) => match PlaceType::said(&word) {
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
            (None, Said::Nothing) => match of.place_type {
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
        let name = localised(grid, row, "name", texts, &key, findings);
        if !texts.has_khmer(&name) {
            findings.push(diagnostic!(
                codes::data::NO_KHMER_LABEL,
                cell("code").place(Some(key.clone())),
                code = &code,
                column = declaration.header_of("name_km")
            ));
        }
        let population = values::decimal(
            grid.columns.value(row, "population"),
            &declaration.reading.separators,
        );
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
        let read = grid.text(row, "population_year", findings);
        let population_year = read.as_deref().and_then(|read| {
            let year = year_of_count(read, declaration.reading.buddhist_era);
            if year.is_none() {
                let place = cell("population_year").place(Some(format!("code {code}")));
                findings.push(diagnostic!(
                    codes::data::NOT_A_YEAR_OF_COUNT,
                    place,
                    read = read
                ));
            }
            year
        });
        let ancestors = ["province", "district", "commune"].into_iter();
        places.push(Place {
            parent: match grid.text(row, "parent", findings) {
                None if !of.code_lengths.is_empty() => begins(&code, grid, row, of, findings),
                parent => parent,
            },
            place_type,
            name,
            parent_name: Localised::Empty,
            population,
            population_year,
            population_source: grid.text(row, "population_source", findings),
            population_column: grid.cell(row, "population").column,
            counts: Counts::default(),
            extra: extra(grid, row, findings),
            cell: cell("code"),
            parent_cell: cell("parent"),
            ancestors: ancestors
                .filter_map(|name| grid.text(row, name, findings))
                .collect(),
            code,
        });
    }
    places
}

/// The code of the place above, with which this one begins; none of the highest level.
fn begins(
    code: &str,
    grid: &Grid,
    row: &Row,
    of: &OfPlaces,
    findings: &mut Findings,
) -> Option<String> {
    let length = code.chars().count();
    if !of.code_lengths.contains(&length) {
        findings.push(diagnostic!(
            codes::datasets::CODE_OF_NO_LENGTH,
            grid.cell(row, "code").place(None),
            read = code,
            length = length,
            lengths = list(&of.code_lengths),
            toml = &findings.toml
        ));
        return None;
    }
    let above = of.code_lengths.range(..length).next_back()?;
    Some(code.chars().take(*above).collect())
}

/// The columns that are none of ours, by their headers.
fn extra(grid: &Grid, row: &Row, findings: &mut Findings) -> Vec<(String, String)> {
    let columns = grid.columns.extra.iter();
    columns
        .filter_map(|(header, column)| {
            let text = grid.said_at(row, *column, findings).text()?;
            Some((header.clone(), text.into_owned()))
        })
        .collect()
}
