//! `rows`: on a page that is made from rows, those rows as a table of the columns that the author names.

use super::arguments::missing;
use super::{Argument, Body, Call, Component, Exhibit, Holds};
use crate::diagnostic::{Candidates, Report, codes, diagnostic};
use crate::figures::{RowColumns, SourceView, sources_of_numbered};
use crate::site::Text;
use std::collections::BTreeSet;

pub(super) static COMPONENT: Component = Component {
    name: "rows",
    arguments: &[&[
        Argument::required("columns", Holds::Text),
        Argument::optional("title", Holds::Text),
    ]],
    body: Body::None,
    in_line: false,
    resolve: |call| Ok(Exhibit::Rows(Box::new(rows(call)?))),
};

/// Rows of a table as they are, in a page's language.
pub struct Rows {
    /// Empty if the author gave none.
    pub title: String,
    pub head: Vec<Head>,
    /// As many cells as there are heads; one that is blank is not known.
    pub rows: Vec<Vec<String>>,
    pub sources: Vec<SourceView>,
    /// Invented for illustration; whoever shows the rows says so.
    pub synthetic: bool,
}

/// What stands over a column.
pub struct Head {
    pub label: String,
    /// Whether figures stand below it.
    pub is_of_numbers: bool,
}

fn rows(call: &Call<'_, '_>) -> Result<Rows, Report> {
    let site = call.site;
    let Text::Rows { dataset, rows, .. } = &call.page.text else {
        return Err(Report::of(diagnostic!(
            codes::site::NOT_OF_ROWS,
            call.place(),
            component = &call.call.name
        )));
    };
    let dataset = site.datasets.get(dataset);
    let dataset = dataset.expect("a page of rows has a dataset");
    let asked: Vec<Asked<'_>> = call
        .arguments
        .required("columns")
        .split(',')
        .map(Asked::read)
        .filter(|asked| !asked.name.is_empty())
        .collect();
    if asked.is_empty() {
        return Err(Report::of(missing(call.call, "columns", call.spans)));
    }
    let names: BTreeSet<&str> = asked.iter().map(|one| one.name).collect();
    let all = site.columns_of(dataset, call.words());
    let unknown = || names.iter().filter(|name| !all.contains(**name));
    if unknown().next().is_some() {
        let known = Candidates::of(all.iter().map(String::as_str));
        let mut found = Report::new();
        for name in unknown() {
            found.push(
                diagnostic!(
                    codes::site::NO_COLUMN,
                    call.place_of("columns"),
                    dataset = &dataset.name,
                    name = name,
                    known = known.list()
                )
                .did_you_mean(name, &known),
            );
        }
        return Err(found);
    }
    let columns = RowColumns::named(dataset, call.words(), &names);
    let columns: Vec<_> = asked
        .iter()
        .filter_map(|one| columns.get(one.name))
        .collect();
    let heads = asked.iter().zip(&columns).map(|(asked, column)| Head {
        label: asked
            .label
            .or(column.header)
            .unwrap_or(&column.name)
            .to_owned(),
        is_of_numbers: column.compared.has_bounds(),
    });
    let shown = rows.iter().map(|row| {
        let cells = columns.iter().map(|column| column.value(*row).shown);
        cells.collect()
    });
    Ok(Rows {
        title: call.arguments.text("title").unwrap_or_default().to_owned(),
        head: heads.collect(),
        rows: shown.collect(),
        sources: sources_of_numbered(
            dataset,
            rows,
            &names,
            call.words(),
            site.config.default_language(),
        ),
        synthetic: dataset.synthetic,
    })
}

/// `depth: Depth in metres`: a column, and what its author calls it.
struct Asked<'text> {
    name: &'text str,
    label: Option<&'text str>,
}

impl Asked<'_> {
    fn read(written: &str) -> Asked<'_> {
        let (name, label) = match written.split_once([':', '៖']) {
            Some((name, label)) => (name, Some(label.trim())),
            None => (written, None),
        };
        Asked {
            name: name.trim(),
            label: label.filter(|label| !label.is_empty()),
        }
    }
}
