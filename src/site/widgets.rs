//! Component calls → [`Widget`]s: what a built-in component shows, as plain values in the page's
//! language, before any medium. The web writes a widget through the theme's component of the same
//! name, the leaflet typesets it.

use super::arguments::Arguments;
use super::links::{self, Target};
use super::{Page, PageId, Site, plan};
use crate::chart;
use crate::content::block::{Block, ComponentCall};
use crate::data::{
    self, AmountQuery, AmountView, BudgetTable, Contents, Query, QueryProblem, RowKind,
};
use crate::diagnostic::{Diagnostic, Report, codes};
use std::collections::BTreeMap;

/// What a component shows.
pub enum Widget<'site> {
    BudgetTable {
        table: BudgetTable,
        downloads: Vec<Download>,
    },
    BudgetChart {
        /// The bars in words, for those who do not see them.
        description: String,
        chart: chart::BarChart,
        table: BudgetTable,
        downloads: Vec<Download>,
    },
    /// One figure; with a label it stands by itself, without one in a sentence.
    Amount {
        view: AmountView,
        label: Option<String>,
    },
    Note {
        kind: &'static str,
        title: Option<String>,
        body: &'site [Block],
    },
    Steps(&'site [Vec<Block>]),
    Contact(Contact),
    Download(Vec<Download>),
    /// Leaflet formats of the page.
    Leaflet(&'site [String]),
    /// A component that the theme alone knows.
    Theme(&'site ComponentCall),
}

/// A file to take away.
pub struct Download {
    pub label: String,
    /// `CSV`, `JSON`, `PDF`.
    pub format: String,
    pub target: Target,
}

/// Somebody to ask.
pub struct Contact {
    pub name: String,
    pub role: String,
    pub phone: String,
    pub telegram: String,
    pub address: String,
    pub hours: String,
    pub synthetic: bool,
}

const BUDGET_ARGUMENTS: &[&str] = &["dataset", "place", "year", "phase", "direction", "title"];

/// The built-in components, by name.
pub const BUILT_IN: [&str; 8] = [
    "amount",
    "budget_chart",
    "budget_table",
    "contact",
    "download",
    "leaflet",
    "note",
    "steps",
];

/// The kinds of notes there are.
const NOTE_KINDS: [&str; 4] = ["info", "tip", "important", "synthetic"];

/// Finds what a call in the text of a page shows; `theme_knows` names the theme's own components.
pub fn resolve<'site>(
    site: &'site Site,
    id: PageId,
    call: &'site ComponentCall,
    theme_knows: &dyn Fn(&str) -> bool,
    theme_components: &[&str],
) -> Result<Widget<'site>, Report> {
    let page = site.page(id);
    match call.name.as_str() {
        "budget_table" => budget_table(site, page, call),
        "budget_chart" => budget_chart(site, page, call),
        "amount" => amount(site, page, call),
        "note" => note(call),
        "steps" => steps(call),
        "contact" => contact(site, page, call),
        "download" => download(site, page, call),
        "leaflet" => leaflet(page, call),
        name if theme_knows(name) => Ok(Widget::Theme(call)),
        name => {
            let mut known: Vec<&str> = BUILT_IN.to_vec();
            known.extend(theme_components);
            known.sort_unstable();
            known.dedup();
            Err(Report::of(
                Diagnostic::new(&codes::site::NO_COMPONENT, call.place.clone())
                    .with("name", name)
                    .with_list("known", &known)
                    .did_you_mean(name, &known),
            ))
        }
    }
}

/// The arguments that choose figures.
struct Choice<'call> {
    dataset: &'call str,
    query: Query,
    title: Option<&'call str>,
}

fn choice<'call>(call: &'call ComponentCall) -> Result<Choice<'call>, Report> {
    let mut arguments = Arguments::of(call, BUDGET_ARGUMENTS);
    let dataset = arguments.required("dataset");
    let choice = Choice {
        dataset: dataset.unwrap_or_default(),
        query: Query {
            place: arguments.text("place").map(str::to_owned),
            years: arguments.year("year").map(|year| vec![year]),
            phase: arguments.text("phase").map(str::to_owned),
            direction: arguments.text("direction").map(str::to_owned),
        },
        title: arguments.text("title"),
    };
    arguments.finish()?;
    Ok(choice)
}

fn table_of(
    site: &Site,
    page: &Page,
    call: &ComponentCall,
    choice: &Choice<'_>,
) -> Result<BudgetTable, Report> {
    let mut table = data::budget_table(
        &site.datasets,
        choice.dataset,
        &choice.query,
        &page.language,
    )
    .map_err(|problem| Report::of(query_problem(call, choice.dataset, problem)))?;
    if let Some(title) = choice.title {
        title.clone_into(&mut table.title);
    }
    Ok(table)
}

fn budget_table<'site>(
    site: &Site,
    page: &Page,
    call: &ComponentCall,
) -> Result<Widget<'site>, Report> {
    let choice = choice(call)?;
    Ok(Widget::BudgetTable {
        table: table_of(site, page, call, &choice)?,
        downloads: dataset_files(choice.dataset),
    })
}

fn budget_chart<'site>(
    site: &Site,
    page: &Page,
    call: &ComponentCall,
) -> Result<Widget<'site>, Report> {
    let choice = choice(call)?;
    let table = table_of(site, page, call, &choice)?;
    let bars = bars_of(&table);
    let described: Vec<String> = bars
        .iter()
        .map(|bar| format!("{} {}", bar.label, bar.text))
        .collect();
    Ok(Widget::BudgetChart {
        description: described.join(" · "),
        chart: chart::bars(&bars),
        downloads: dataset_files(choice.dataset),
        table,
    })
}

/// The parts of a table's total as bars: of its newest column, the rows nearest to the total.
fn bars_of(table: &BudgetTable) -> Vec<chart::Bar> {
    let is_part = |row: &&data::TableRow| {
        matches!(
            row.kind,
            RowKind::Line | RowKind::Subtotal | RowKind::NotItemised
        ) && row.cells.last().is_some_and(|cell| cell.amount.is_some())
    };
    let depth = table.rows.iter().filter(is_part).map(|row| row.depth).min();
    table
        .rows
        .iter()
        .filter(is_part)
        .filter(|row| Some(row.depth) == depth)
        .filter_map(|row| {
            let cell = row.cells.last()?;
            let amount = cell.amount?;
            // Parts that add up to more than the total are no part of it.
            let shown = row.kind != RowKind::NotItemised || amount.is_sign_positive();
            shown.then(|| chart::Bar {
                label: row.label.clone(),
                value: Some(amount),
                text: cell.text.clone(),
            })
        })
        .collect()
}

fn amount<'site>(site: &Site, page: &Page, call: &ComponentCall) -> Result<Widget<'site>, Report> {
    let known = &[
        "dataset",
        "code",
        "place",
        "year",
        "phase",
        "direction",
        "label",
    ];
    let mut arguments = Arguments::of(call, known);
    let dataset = arguments.required("dataset");
    let query = AmountQuery {
        code: arguments.required("code").unwrap_or_default().to_owned(),
        place: arguments.text("place").map(str::to_owned),
        year: arguments.year("year"),
        phase: arguments.text("phase").map(str::to_owned),
        direction: arguments.text("direction").map(str::to_owned),
    };
    let label = arguments.text("label").map(str::to_owned);
    arguments.finish()?;
    let dataset = dataset.unwrap_or_default();
    let view = data::amount(&site.datasets, dataset, &query, &page.language)
        .map_err(|problem| Report::of(query_problem(call, dataset, problem)))?;
    Ok(Widget::Amount { view, label })
}

fn note(call: &ComponentCall) -> Result<Widget<'_>, Report> {
    let mut arguments = Arguments::of(call, &["kind", "title"]);
    let named = |text: &str| NOTE_KINDS.into_iter().find(|kind| *kind == text);
    let kind = arguments.word("kind", &NOTE_KINDS, named);
    let title = arguments.text("title").map(str::to_owned);
    let body = body_of(call, &mut arguments);
    arguments.finish()?;
    Ok(Widget::Note {
        kind: kind.unwrap_or("info"),
        title,
        body,
    })
}

fn steps(call: &ComponentCall) -> Result<Widget<'_>, Report> {
    let mut arguments = Arguments::of(call, &[]);
    let body = body_of(call, &mut arguments);
    let items = match body {
        [Block::List { items, .. }] => items.as_slice(),
        _ => &[],
    };
    if items.is_empty() && !body.is_empty() {
        arguments.report(Diagnostic::new(
            &codes::site::WANTS_LIST,
            call.place.clone(),
        ));
    }
    arguments.finish()?;
    Ok(Widget::Steps(items))
}

fn body_of<'site>(call: &'site ComponentCall, arguments: &mut Arguments<'_>) -> &'site [Block] {
    let body = call.body.as_deref().unwrap_or_default();
    if body.is_empty() {
        arguments.report(wants_body(call));
    }
    body
}

fn wants_body(call: &ComponentCall) -> Diagnostic {
    Diagnostic::new(&codes::site::WANTS_BODY, call.place.clone())
        .with("component", &call.name)
        .with("open", format!("`{{% {}() %}}`", call.name))
        .with("close", "`{% end %}`")
}

fn contact<'site>(site: &Site, page: &Page, call: &ComponentCall) -> Result<Widget<'site>, Report> {
    let mut arguments = Arguments::of(call, &["id"]);
    let id = arguments.required("id");
    arguments.finish()?;
    let id = id.unwrap_or_default();
    let mut known = Vec::new();
    for dataset in site
        .datasets
        .iter()
        .filter(|dataset| dataset.kind == data::Kind::Contacts)
    {
        let Contents::Table(table) = &dataset.contents else {
            continue;
        };
        for row in 0..table.rows.len() {
            let Some(values) = dataset.row_values(row, &page.language) else {
                continue;
            };
            let values: BTreeMap<String, String> = values.into_iter().collect();
            let own = values.get("id").map_or("", String::as_str);
            if own == id {
                return Ok(Widget::Contact(contact_of(
                    site,
                    page,
                    &values,
                    dataset.synthetic,
                )));
            }
            known.push(own.to_owned());
        }
    }
    Err(Report::of(
        Diagnostic::new(&codes::site::NO_CONTACT, call.place.clone())
            .with("id", id)
            .with_list("known", &known)
            .did_you_mean(id, &known),
    ))
}

/// A row of contacts in the page's language, or in the default one where it says nothing.
fn contact_of(
    site: &Site,
    page: &Page,
    values: &BTreeMap<String, String>,
    synthetic: bool,
) -> Contact {
    let plain = |column: &str| values.get(column).cloned().unwrap_or_default();
    let localised = |column: &str| {
        [&page.language, site.config.default_language()]
            .into_iter()
            .map(|language| plain(&format!("{column}_{language}")))
            .find(|text| !text.is_empty())
            .unwrap_or_else(|| plain(column))
    };
    Contact {
        name: localised("name"),
        role: localised("role"),
        phone: plain("phone"),
        telegram: plain("telegram").trim_start_matches('@').to_owned(),
        address: localised("address"),
        hours: localised("hours"),
        synthetic,
    }
}

fn download<'site>(
    site: &Site,
    page: &Page,
    call: &ComponentCall,
) -> Result<Widget<'site>, Report> {
    let mut arguments = Arguments::of(call, &["dataset", "file", "label"]);
    let (dataset, file) = (arguments.text("dataset"), arguments.text("file"));
    let label = arguments.text("label");
    if dataset.is_none() && file.is_none() {
        arguments.required("dataset");
    }
    arguments.finish()?;
    let mut files = Vec::new();
    if let Some(name) = dataset {
        let Some(found) = site.datasets.get(name) else {
            let names: Vec<&str> = site.datasets.names().collect();
            return Err(Report::of(
                Diagnostic::new(&codes::site::NO_DATASET, call.place.clone())
                    .with("name", name)
                    .with_list("known", &names)
                    .did_you_mean(name, &names),
            ));
        };
        let title = found
            .title
            .get(&page.language, site.config.default_language());
        for mut file in dataset_files(name) {
            file.label = label.unwrap_or(title).to_owned();
            files.push(file);
        }
    }
    if let Some(name) = file {
        let target = links::file(site, page, name, &call.place).map_err(Report::of)?;
        let format = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        files.push(Download {
            label: label.unwrap_or(name).to_owned(),
            format: format.to_uppercase(),
            target,
        });
    }
    Ok(Widget::Download(files))
}

fn leaflet<'site>(page: &'site Page, call: &ComponentCall) -> Result<Widget<'site>, Report> {
    Arguments::of(call, &[]).finish()?;
    if page.leaflets.is_empty() {
        return Err(Report::of(Diagnostic::new(
            &codes::site::NO_LEAFLET,
            call.place.clone(),
        )));
    }
    Ok(Widget::Leaflet(&page.leaflets))
}

/// The normalised figures of a dataset.
fn dataset_files(name: &str) -> Vec<Download> {
    let file = |format: plan::DataFormat| Download {
        label: format.extension().to_uppercase(),
        format: format.extension().to_uppercase(),
        target: Target::Inside {
            path: plan::dataset_path(name, format),
            fragment: None,
        },
    };
    plan::DataFormat::FOR_READERS.map(file).into()
}

fn query_problem(call: &ComponentCall, dataset: &str, problem: QueryProblem) -> Diagnostic {
    let place = |argument: &str| {
        call.arguments
            .iter()
            .find(|written| written.name == argument)
            .map_or(&call.place, |written| &written.place)
            .clone()
    };
    match problem {
        QueryProblem::NoDataset { known } => {
            Diagnostic::new(&codes::site::NO_DATASET, place("dataset"))
                .with("name", dataset)
                .with_list("known", &known)
                .did_you_mean(dataset, &known)
        }
        QueryProblem::NotABudget { known } => {
            Diagnostic::new(&codes::site::NO_BUDGET, place("dataset"))
                .with("name", dataset)
                .with_list("known", &known)
        }
        QueryProblem::Unknown { asked, read, known } => {
            Diagnostic::new(&codes::site::UNKNOWN_FIGURE, place(asked.word()))
                .with("dataset", dataset)
                .with("what", asked.word())
                .with("read", &read)
                .with_list("known", &known)
                .did_you_mean(&read, &known)
        }
        QueryProblem::Several { asked, known } => {
            Diagnostic::new(&codes::site::SEVERAL_FIGURES, call.place.clone())
                .with("dataset", dataset)
                .with("what", asked.word())
                .with_list("known", &known)
        }
        QueryProblem::NoFigure => {
            Diagnostic::new(&codes::site::NO_FIGURE, call.place.clone()).with("dataset", dataset)
        }
        QueryProblem::UnknownFigure { cell } => {
            Diagnostic::new(&codes::site::BLANK_FIGURE, call.place.clone()).with("cell", cell)
        }
    }
}
