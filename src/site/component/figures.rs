//! What the components of figures share: the arguments that choose figures, and why there are none.

use super::{Argument, Call, Download, Holds, Table};
use crate::data::{self, Query, QueryProblem};
use crate::diagnostic::{Diagnostic, Report, codes, diagnostic};
use crate::site::plan;
use crate::site::resolve::Target;

/// The arguments that choose figures for a table.
pub(super) const CHOICE: &[Argument] = &[
    Argument::required("dataset", Holds::Text),
    Argument::optional("place", Holds::Text),
    Argument::optional("year", Holds::Year),
    Argument::optional("phase", Holds::Text),
    Argument::optional("direction", Holds::Text),
    Argument::optional("title", Holds::Text),
];

/// The table that the arguments choose.
pub(super) fn table(call: &Call<'_, '_>) -> Result<Table, Report> {
    let arguments = &call.arguments;
    let dataset = arguments.required("dataset");
    let text = |name| arguments.text(name).map(str::to_owned);
    let query = Query {
        place: text("place"),
        years: arguments.year("year").into_iter().collect(),
        phase: text("phase"),
        direction: text("direction"),
    };
    let found = data::budget_table(&call.site.datasets, dataset, &query, &call.page.language);
    let mut table = found.map_err(|problem| Report::of(told(call, dataset, problem)))?;
    if let Some(title) = arguments.text("title") {
        title.clone_into(&mut table.title);
    }
    Ok(Table {
        table,
        downloads: match call.site.datasets.get(dataset) {
            Some(offered) if offered.is_offered => files_of(dataset),
            _ => Vec::new(),
        },
    })
}

/// The normalised figures of a dataset.
pub(super) fn files_of(dataset: &str) -> Vec<Download> {
    let file = |format: plan::DataFormat| Download {
        label: format.extension().to_uppercase(),
        format: format.extension().to_uppercase(),
        target: Target::Inside {
            path: plan::dataset_path(dataset, format).into(),
            fragment: None,
        },
    };
    plan::DataFormat::FOR_READERS.map(file).into()
}

/// Why there is no answer, at the argument that asks.
pub(super) fn told(call: &Call<'_, '_>, dataset: &str, problem: QueryProblem) -> Diagnostic {
    match problem {
        QueryProblem::NoDataset => diagnostic!(
            codes::site::NO_DATASET,
            call.place_of("dataset"),
            name = dataset,
            known = call.site.budget_names().list()
        )
        .did_you_mean(dataset, call.site.budget_names()),
        QueryProblem::NotABudget => {
            diagnostic!(
                codes::site::NO_BUDGET,
                call.place_of("dataset"),
                name = dataset,
                known = call.site.budget_names().list()
            )
        }
        QueryProblem::Unknown { asked, read, known } => diagnostic!(
            codes::site::UNKNOWN_FIGURE,
            call.place_of(asked.word()),
            dataset = dataset,
            what = asked.word(),
            read = &read,
            known = known.list()
        )
        .did_you_mean(&read, &known),
        QueryProblem::Several { asked, known } => {
            diagnostic!(
                codes::site::SEVERAL_FIGURES,
                call.place(),
                dataset = dataset,
                what = asked.word(),
                known = known.list()
            )
        }
        QueryProblem::TooLarge { rows, columns } => diagnostic!(
            codes::site::TABLE_TOO_LARGE,
            call.place(),
            dataset = dataset,
            rows = rows,
            columns = columns
        ),
        QueryProblem::UnknownFigure { cell } => {
            diagnostic!(codes::site::BLANK_FIGURE, call.place(), cell = cell)
        }
    }
}
