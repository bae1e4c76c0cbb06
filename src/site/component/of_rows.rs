//! What the components share that show rows of a table which is no budget: how they choose rows, and why there
//! are none to show.

use super::{Argument, Call, Cards, Component, Exhibit, Holds, Table, chosen};
use crate::data::Datasets;
use crate::diagnostic::{Candidates, Diagnostic, Report, codes, diagnostic};
use crate::figures::{self, BudgetTable, Shape, TableProblem, Wanted, Wording};

/// The rows that the arguments choose, which have the names of columns, as cards.
pub(super) fn cards<'text>(
    call: &Call<'text, '_>,
    shape: &Shape,
    chosen_by: &[&'static str],
) -> Result<Exhibit<'text>, Report> {
    let dataset = call.arguments.required("dataset");
    let (datasets, wanted) = (&call.site.datasets, wanted(call, chosen_by));
    let cards = figures::cards(datasets, dataset, shape, &wanted, call.words());
    let mut cards =
        cards.map_err(|problem| Report::of(told(call, ("dataset", dataset), problem)))?;
    if let Some(title) = call.arguments.text("title") {
        title.clone_into(&mut cards.title);
    }
    Ok(Exhibit::Cards(Box::new(Cards {
        cards,
        downloads: chosen::files_of(call.site, dataset),
    })))
}

/// The same as a table.
pub(super) fn table<'text>(
    call: &Call<'text, '_>,
    chosen_by: &[&'static str],
    lay_out: impl Fn(&Datasets, &str, &Wanted<'_>, Wording<'_>) -> Result<BudgetTable, TableProblem>,
) -> Result<Exhibit<'text>, Report> {
    let dataset = call.arguments.required("dataset");
    let wanted = wanted(call, chosen_by);
    let table = lay_out(&call.site.datasets, dataset, &wanted, call.words());
    let mut table =
        table.map_err(|problem| Report::of(told(call, ("dataset", dataset), problem)))?;
    if let Some(title) = call.arguments.text("title") {
        title.clone_into(&mut table.title);
    }
    Ok(Exhibit::Table(Box::new(Table {
        table,
        downloads: chosen::files_of(call.site, dataset),
    })))
}

fn wanted<'text>(call: &Call<'text, '_>, chosen_by: &[&'static str]) -> Wanted<'text> {
    let columns = chosen_by.iter();
    let written = columns.filter_map(|column| Some((*column, call.arguments.text(column)?)));
    written.collect()
}

/// Why there is nothing to show, at the argument that names the table or asks for rows.
pub(super) fn told(
    call: &Call<'_, '_>,
    (argument, dataset): (&str, &str),
    problem: TableProblem,
) -> Diagnostic {
    let place = call.place_of(argument);
    match problem {
        TableProblem::NoDataset => {
            let names = call.site.dataset_names();
            diagnostic!(
                codes::site::NO_DATASET,
                place,
                name = dataset,
                known = names.list()
            )
            .did_you_mean(dataset, names)
        }
        TableProblem::OtherKind { wanted } => {
            let tables = call.site.datasets.iter();
            let own = tables.filter(|dataset| dataset.kind == wanted);
            let known = Candidates::of(own.map(|dataset| dataset.name.clone()));
            diagnostic!(
                codes::site::OTHER_KIND,
                place,
                name = dataset,
                kind = wanted.word(),
                component = &call.call.name,
                known = known.list()
            )
            .did_you_mean(dataset, &known)
        }
        TableProblem::NoColumn { column, known } => diagnostic!(
            codes::site::NO_SUCH_COLUMN,
            place,
            dataset = dataset,
            column = column,
            component = &call.call.name,
            known = known.list()
        )
        .did_you_mean(column, &known),
        TableProblem::NoRow {
            column,
            read,
            known,
        } => diagnostic!(
            codes::site::NO_SUCH_ROW,
            call.place_of(column),
            dataset = dataset,
            column = column,
            read = &read,
            known = known.list()
        )
        .did_you_mean(&read, &known),
        TableProblem::SmallCountsOffered { cell } => diagnostic!(
            codes::site::SMALL_COUNTS_OFFERED,
            place,
            dataset = dataset,
            cell = cell
        ),
    }
}

/// The columns by which rows can be chosen, as arguments.
pub(super) const fn by(name: &'static str) -> Argument {
    Argument::optional(name, Holds::Text)
}

/// A component that shows rows as cards or as a table in a block of its own.
pub(super) const fn component(
    name: &'static str,
    arguments: &'static [&'static [Argument]],
    resolve: for<'text> fn(&Call<'text, '_>) -> Result<Exhibit<'text>, Report>,
) -> Component {
    Component {
        name,
        arguments,
        body: super::Body::None,
        in_line: false,
        resolve,
    }
}
