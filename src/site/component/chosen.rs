//! What the components of figures share: the arguments that choose figures, and why there are none.

use super::{Argument, Call, Download, Exhibit, Holds, Table};
use crate::data::Datasets;
use crate::diagnostic::{Diagnostic, Report, codes, diagnostic};
use crate::figures::{
    self, AmountQuery, Asked, BudgetTable, Measured, Query, QueryProblem, Wording,
};
use crate::site::resolve::Target;
use crate::site::{Site, plan};

/// A table of a dataset, and what stands above it; [`WHICH`] says what is in it.
pub(super) const TABLE: &[Argument] = &[
    Argument::required("dataset", Holds::Text),
    Argument::optional("title", Holds::Text),
];

/// A figure of a dataset, and what stands beside it; [`WHICH`] says which.
pub(super) const FIGURE: &[Argument] = &[
    Argument::required("dataset", Holds::Text),
    Argument::required("code", Holds::Text),
    Argument::optional("label", Holds::Text),
];

/// Of which place and time figures are, and what they are of it.
pub(super) const WHICH: &[Argument] = &[
    Argument::optional("by", Holds::Text),
    Argument::optional("place", Holds::Text),
    Argument::optional("year", Holds::Year),
    Argument::optional("period", Holds::Period),
    Argument::optional("phase", Holds::Text),
    Argument::optional("direction", Holds::Text),
];

/// The one figure that the arguments choose.
pub(super) fn one(call: &Call<'_, '_>) -> AmountQuery {
    let arguments = &call.arguments;
    let text = |name| arguments.text(name).map(str::to_owned);
    AmountQuery {
        by: text("by"),
        code: arguments.required("code").to_owned(),
        place: text("place"),
        year: arguments.year("year"),
        period: arguments.period("period"),
        phase: text("phase"),
        direction: text("direction"),
    }
}

/// A measure of the figure that the arguments choose.
pub(super) fn measured<'text>(
    call: &Call<'text, '_>,
    measure: impl Fn(&Datasets, &str, &AmountQuery, Wording<'_>) -> Result<Measured, QueryProblem>,
) -> Result<Exhibit<'text>, Report> {
    let dataset = call.arguments.required("dataset");
    let found = measure(&call.site.datasets, dataset, &one(call), call.words());
    let measured = found.map_err(|problem| Report::of(told(call, dataset, problem)))?;
    Ok(Exhibit::Measure(labelled(call, measured)))
}

/// Under the author's own words, if there are any.
pub(super) fn labelled(call: &Call<'_, '_>, mut measured: Measured) -> Box<Measured> {
    if let Some(label) = call.arguments.text("label") {
        label.clone_into(&mut measured.label);
    }
    Box::new(measured)
}

/// The table that the arguments choose.
pub(super) fn table(call: &Call<'_, '_>) -> Result<Table, Report> {
    let arguments = &call.arguments;
    let text = |name| arguments.text(name).map(str::to_owned);
    let query = Query {
        by: text("by"),
        place: text("place"),
        years: arguments.year("year").into_iter().collect(),
        period: arguments.period("period"),
        phase: text("phase"),
        direction: text("direction"),
        ..Query::default()
    };
    shown(call, |datasets, dataset, words| {
        figures::budget_table(datasets, dataset, &query, words)
    })
}

/// A table of the dataset that the call names, under the author's own title if there is one.
pub(super) fn shown(
    call: &Call<'_, '_>,
    lay_out: impl Fn(&Datasets, &str, Wording<'_>) -> Result<BudgetTable, QueryProblem>,
) -> Result<Table, Report> {
    let dataset = call.arguments.required("dataset");
    let found = lay_out(&call.site.datasets, dataset, call.words());
    let mut table = found.map_err(|problem| Report::of(told(call, dataset, problem)))?;
    if let Some(title) = call.arguments.text("title") {
        title.clone_into(&mut table.title);
    }
    let mut downloads = files_of(call.site, dataset);
    for name in &table.adjusted.tables {
        downloads.extend(files_of_more(call, name));
    }
    Ok(Table { table, downloads })
}

/// The table of which a list shows the beginning, if it is offered.
fn files_of_more(call: &Call<'_, '_>, dataset: &str) -> Option<Download> {
    let of = call.site.datasets.get(dataset)?;
    let words = call.words();
    let title = of.title.get(words.language, &call.site.datasets.fallback());
    let file = files_of(call.site, dataset).into_iter().next()?;
    Some(Download {
        label: match title {
            "" => dataset.to_owned(),
            title => title.to_owned(),
        },
        ..file
    })
}

/// The normalised figures of a dataset, if they are offered.
pub(super) fn files_of(site: &Site, dataset: &str) -> Vec<Download> {
    let dataset = site.datasets.get(dataset);
    let Some(dataset) = dataset.filter(|dataset| dataset.is_offered) else {
        return Vec::new();
    };
    let file = |format: plan::DataFormat| Download {
        label: format.extension().to_uppercase(),
        format: format.extension().to_uppercase(),
        target: Target::Inside {
            path: plan::dataset_path(dataset, format).into(),
            fragment: None,
        },
    };
    plan::DataFormat::ALL.map(file).into()
}

/// Why there is no answer, at the argument that asks.
pub(super) fn told(call: &Call<'_, '_>, dataset: &str, problem: QueryProblem) -> Diagnostic {
    told_of(call, dataset, problem, |asked| match asked {
        None => "dataset",
        Some(asked) => asked.word(),
    })
}

/// The same of the figure that another is compared with.
pub(super) fn told_of_other(
    call: &Call<'_, '_>,
    dataset: &str,
    problem: QueryProblem,
) -> Diagnostic {
    told_of(call, dataset, problem, |asked| match asked {
        None => "with_dataset",
        Some(Asked::Year) => "with_year",
        Some(Asked::Phase) => "with_phase",
        // It has these from the first figure.
        Some(asked) => asked.word(),
    })
}

/// `argument` is the one that asks for something, or names the dataset.
fn told_of(
    call: &Call<'_, '_>,
    dataset: &str,
    problem: QueryProblem,
    argument: impl Fn(Option<Asked>) -> &'static str,
) -> Diagnostic {
    match problem {
        QueryProblem::NoDataset => diagnostic!(
            codes::site::NO_DATASET,
            call.place_of(argument(None)),
            name = dataset,
            known = call.site.budget_names().list()
        )
        .did_you_mean(dataset, call.site.budget_names()),
        QueryProblem::NotABudget => {
            diagnostic!(
                codes::site::NO_BUDGET,
                call.place_of(argument(None)),
                name = dataset,
                known = call.site.budget_names().list()
            )
        }
        QueryProblem::Unknown { asked, read, known } => diagnostic!(
            codes::site::UNKNOWN_FIGURE,
            call.place_of(argument(Some(asked))),
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
                what = argument(Some(asked)),
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
        QueryProblem::Itself => diagnostic!(codes::site::COMPARED_WITH_ITSELF, call.place()),
        QueryProblem::NotComparable { one, other } => diagnostic!(
            codes::site::NOT_COMPARABLE,
            call.place(),
            one = one,
            other = other
        ),
        QueryProblem::NoParts { code } => diagnostic!(
            codes::site::NO_PARTS,
            call.place_of("code"),
            dataset = dataset,
            code = code
        ),
        QueryProblem::NoPeers { place } => diagnostic!(
            codes::site::NO_PEERS,
            call.place_of("place"),
            dataset = dataset,
            place = place
        ),
        QueryProblem::NoneOver { parts, period } => diagnostic!(
            codes::site::NONE_OVER,
            call.place_of("over"),
            dataset = dataset,
            parts = parts,
            period = period
        ),
        QueryProblem::NotFilled { parts, period } => diagnostic!(
            codes::site::PARTS_DO_NOT_FILL,
            call.place_of("over"),
            parts = parts,
            period = period
        ),
        QueryProblem::NoneBelow { place } => diagnostic!(
            codes::site::NONE_BELOW,
            call.place_of("place"),
            dataset = dataset,
            place = place
        ),
    }
}
