//! What a page asks of a budget → which figures are meant, or why nobody can tell.

use super::budget::{Budget, BudgetLine};
use super::budget_table::{SourceView, sources_of};
use super::units::unit_for;
use super::{Contents, Dataset, Datasets, Direction, Phase};
use crate::config::Language;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Which figures a table shows; what is left out takes all there are.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// A place's code. If none is given: the only place there is, or the nation.
    pub place: Option<String>,
    pub years: Vec<i16>,
    pub phase: Option<String>,
    pub direction: Option<String>,
}

/// Which one figure is meant. What is left out must be clear from the dataset: if it holds several
/// years, the year must be given.
#[derive(Debug, Clone, Default)]
pub struct AmountQuery {
    pub code: String,
    pub place: Option<String>,
    pub year: Option<i16>,
    pub phase: Option<String>,
    pub direction: Option<String>,
}

/// Why a query has no answer, with what could have been asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryProblem {
    /// No dataset has this name; `known` are the budgets.
    NoDataset { known: Vec<String> },
    /// The dataset is no budget; `known` are the budgets.
    NotABudget { known: Vec<String> },
    /// The dataset holds no figure with this value.
    Unknown {
        asked: Asked,
        read: String,
        known: Vec<String>,
    },
    /// The dataset holds several, and the query does not say which.
    Several { asked: Asked, known: Vec<String> },
    /// The figure is blank in the source: it is not known.
    UnknownFigure {
        /// With its file.
        cell: String,
    },
}

/// What a query asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Place,
    Year,
    Phase,
    Direction,
    Code,
}

impl Asked {
    /// The argument's name in a component call.
    pub fn word(self) -> &'static str {
        match self {
            Asked::Place => "place",
            Asked::Year => "year",
            Asked::Phase => "phase",
            Asked::Direction => "direction",
            Asked::Code => "code",
        }
    }
}

/// One figure, ready to stand in a sentence.
#[derive(Debug, Clone)]
pub struct AmountView {
    /// With its unit: `៧.១៩៣ ពាន់លានរៀល`.
    pub text: String,
    /// In units of the currency.
    pub value: Decimal,
    pub label: String,
    pub year: i16,
    pub phase: Phase,
    pub direction: Direction,
    pub place: String,
    pub sources: Vec<SourceView>,
    pub synthetic: bool,
}

/// The figure that the query means.
pub fn amount(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    language: &Language,
) -> Result<AmountView, QueryProblem> {
    let (dataset, budget) = find(datasets, name)?;
    let lines = lines_of_code(budget, &query.code, query.place.as_deref())?
        .of_years(query.year.as_slice())?
        .of_word(Asked::Phase, query.phase.as_deref())?
        .of_word(Asked::Direction, query.direction.as_deref())?;
    let first = lines.first;
    let others = || lines.others.iter();
    for (asked, several) in [
        (Asked::Year, others().any(|line| line.year != first.year)),
        (Asked::Phase, others().any(|line| line.phase != first.phase)),
        (
            Asked::Direction,
            others().any(|line| line.direction != first.direction),
        ),
    ] {
        if several {
            let known = values(lines.iter(), asked);
            return Err(QueryProblem::Several { asked, known });
        }
    }
    let mut value = Decimal::ZERO;
    for line in lines.iter() {
        value += line.amount.ok_or_else(|| QueryProblem::UnknownFigure {
            cell: format!("{} › {}", dataset.path, line.cell),
        })?;
    }
    let unit = unit_for(dataset.scale, std::iter::once(value));
    let fallback = datasets.fallback();
    let label = budget
        .categories
        .get(&first.code)
        .map_or(&*first.code, |category| {
            category.label.get(language, &fallback)
        });
    Ok(AmountView {
        text: unit.amount(value, &dataset.currency, language),
        value,
        label: if label.is_empty() {
            first.code.to_string()
        } else {
            label.to_owned()
        },
        year: first.year,
        phase: first.phase,
        direction: first.direction,
        place: first.place.to_string(),
        sources: sources_of(dataset, &lines.into_vec(), language, &fallback),
        synthetic: dataset.synthetic,
    })
}

/// The budget of this name.
pub(super) fn find<'own>(
    datasets: &'own Datasets,
    name: &str,
) -> Result<(&'own Dataset, &'own Budget), QueryProblem> {
    let known = || {
        datasets
            .iter()
            .filter(|dataset| matches!(dataset.contents, Contents::Budget(_)))
            .map(|dataset| dataset.name.clone())
            .collect()
    };
    match datasets.get(name) {
        None => Err(QueryProblem::NoDataset { known: known() }),
        Some(dataset) => match &dataset.contents {
            Contents::Budget(budget) => Ok((dataset, budget)),
            _ => Err(QueryProblem::NotABudget { known: known() }),
        },
    }
}

/// The lines of the place, of the only place there is, or of the nation, in the order of the file.
pub(super) fn lines_of_place<'own>(
    budget: &'own Budget,
    place: Option<&str>,
) -> Result<Lines<'own>, QueryProblem> {
    let index = budget.index();
    let known = || index.places().map(str::to_owned).collect();
    let place = place.or_else(|| index.place_meant());
    lines_at(place, |place| budget.lines_of_place(place), known)
}

/// The lines under the code, of the place, of the only place that has any, or of the nation.
fn lines_of_code<'own>(
    budget: &'own Budget,
    code: &str,
    place: Option<&str>,
) -> Result<Lines<'own>, QueryProblem> {
    let index = budget.index();
    if !index.knows_code(code) {
        return Err(QueryProblem::Unknown {
            asked: Asked::Code,
            read: code.to_owned(),
            known: index.codes().map(str::to_owned).collect(),
        });
    }
    let known = || {
        let all = budget.lines.iter().filter(|line| *line.code == *code);
        values(all, Asked::Place)
    };
    let place = place.or_else(|| index.place_meant_by_code(&budget.lines, code));
    lines_at(place, |place| budget.lines_of_code(place, code), known)
}

/// The lines of a place that must be meant, and have some; `known` are the places that do.
fn lines_at<'own>(
    place: Option<&str>,
    lines: impl Fn(&str) -> Vec<&'own BudgetLine>,
    known: impl Fn() -> Vec<String>,
) -> Result<Lines<'own>, QueryProblem> {
    let asked = Asked::Place;
    let Some(place) = place else {
        let known = known();
        return Err(QueryProblem::Several { asked, known });
    };
    Lines::of(lines(place)).ok_or_else(|| {
        let (read, known) = (place.to_owned(), known());
        QueryProblem::Unknown { asked, read, known }
    })
}

/// Some lines of a budget; at least one, so that whoever takes lines away has to say why none is left.
#[derive(Debug)]
pub(super) struct Lines<'own> {
    first: &'own BudgetLine,
    others: Vec<&'own BudgetLine>,
}

impl<'own> Lines<'own> {
    fn of(lines: impl IntoIterator<Item = &'own BudgetLine>) -> Option<Lines<'own>> {
        let mut lines = lines.into_iter();
        Some(Lines {
            first: lines.next()?,
            others: lines.collect(),
        })
    }

    fn iter(&self) -> impl Iterator<Item = &'own BudgetLine> + Clone {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    pub(super) fn into_vec(self) -> Vec<&'own BudgetLine> {
        self.iter().collect()
    }

    /// The lines of the wanted years, of all if none is named; a year that no line has is an error.
    pub(super) fn of_years(self, wanted: &[i16]) -> Result<Lines<'own>, QueryProblem> {
        let lacks = |year: &&i16| self.iter().all(|line| line.year != **year);
        if let Some(year) = wanted.iter().find(lacks) {
            return Err(self.unknown(Asked::Year, year.to_string()));
        }
        let kept = self.iter().filter(|line| wanted.contains(&line.year));
        Ok(Lines::of(kept).unwrap_or(self))
    }

    /// The lines whose phase or direction has this word; one that no line has is an error.
    pub(super) fn of_word(
        self,
        asked: Asked,
        wanted: Option<&str>,
    ) -> Result<Lines<'own>, QueryProblem> {
        let Some(wanted) = wanted else {
            return Ok(self);
        };
        let has = |line: &&BudgetLine| match asked {
            Asked::Phase => line.phase.word() == wanted,
            Asked::Direction => line.direction.word() == wanted,
            Asked::Place | Asked::Year | Asked::Code => value(line, asked) == wanted,
        };
        Lines::of(self.iter().filter(has)).ok_or_else(|| self.unknown(asked, wanted.to_owned()))
    }

    fn unknown(&self, asked: Asked, read: String) -> QueryProblem {
        QueryProblem::Unknown {
            asked,
            read,
            known: values(self.iter(), asked),
        }
    }
}

/// The different values that the lines have, in their own order.
fn values<'own>(lines: impl Iterator<Item = &'own BudgetLine>, asked: Asked) -> Vec<String> {
    if asked == Asked::Phase {
        let phases: BTreeSet<Phase> = lines.map(|line| line.phase).collect();
        return phases
            .into_iter()
            .map(|phase| phase.word().to_owned())
            .collect();
    }
    let values: BTreeSet<String> = lines.map(|line| value(line, asked)).collect();
    values.into_iter().collect()
}

fn value(line: &BudgetLine, asked: Asked) -> String {
    match asked {
        Asked::Place => line.place.to_string(),
        Asked::Year => line.year.to_string(),
        Asked::Phase => line.phase.word().to_owned(),
        Asked::Direction => line.direction.word().to_owned(),
        Asked::Code => line.code.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::budget_table;
    use super::super::tests::load_fixture;
    use super::*;
    use crate::config::Language;
    use std::fmt::Write;

    /// The lines of a place stand apart, its codes not in their order, and one code has two funds.
    const MIXED: &str = "//- data/b.toml
kind = 'budget'
[constants]
direction = 'expenditure'
[[source]]
id = 's'
title = 'Source'
//- data/b.csv
place,year,phase,code,fund,amount
B,2025,planned,z,,1
A,2025,planned,z,,10
B,2024,actual,y,,2
A,2025,planned,x,general,20
KH,2025,planned,x,,300
B,2025,planned,a,,3
A,2025,actual,z,,11
A,2025,planned,x,reserve,21
B,2025,planned,x,,4
C,2025,planned,only,,7
A,2025,planned,a,,
";

    /// What is asked of the budget `b`: `code place year phase`, `-` for what is left out.
    fn asked(query: &str) -> Result<String, QueryProblem> {
        let (datasets, ..) = load_fixture(MIXED);
        let mut words = query
            .split(' ')
            .map(|word| (word != "-").then(|| word.to_owned()));
        let mut next = || words.next().flatten();
        let query = AmountQuery {
            code: next().unwrap_or_default(),
            place: next(),
            year: next().and_then(|year| year.parse().ok()),
            phase: next(),
            direction: None,
        };
        let view = amount(&datasets, "b", &query, &Language::new("en"))?;
        Ok(format!(
            "{} {} {} {}",
            view.value,
            view.place,
            view.year,
            view.phase.word()
        ))
    }

    fn unknown(asked: Asked, read: &str, known: &[&str]) -> QueryProblem {
        QueryProblem::Unknown {
            asked,
            read: read.to_owned(),
            known: known.iter().map(|value| (*value).to_owned()).collect(),
        }
    }

    fn several(asked: Asked, known: &[&str]) -> QueryProblem {
        QueryProblem::Several {
            asked,
            known: known.iter().map(|value| (*value).to_owned()).collect(),
        }
    }

    #[test]
    fn a_figure_is_found_among_those_of_other_places_years_and_phases() {
        for (query, answer) in [
            ("z B", "1 B 2025 planned"),
            ("z A - actual", "11 A 2025 actual"),
            ("z A 2025 planned", "10 A 2025 planned"),
            ("y - -", "2 B 2024 actual"),
            ("only", "7 C 2025 planned"),
        ] {
            assert_eq!(asked(query).as_deref(), Ok(answer), "{query}");
        }
    }

    #[test]
    fn funds_are_added_up_and_without_a_place_the_nation_is_meant() {
        assert_eq!(asked("x A").as_deref(), Ok("41 A 2025 planned"));
        assert_eq!(asked("x").as_deref(), Ok("300 KH 2025 planned"));
    }

    #[test]
    fn a_question_without_an_answer_is_told_what_could_be_asked() {
        for (query, problem) in [
            (
                "w A",
                unknown(Asked::Code, "w", &["a", "only", "x", "y", "z"]),
            ),
            ("z C", unknown(Asked::Place, "C", &["A", "B"])),
            ("z D", unknown(Asked::Place, "D", &["A", "B"])),
            ("z", several(Asked::Place, &["A", "B"])),
            ("z A", several(Asked::Phase, &["planned", "actual"])),
            ("z B 2024", unknown(Asked::Year, "2024", &["2025"])),
            (
                "z B 2025 actual",
                unknown(Asked::Phase, "actual", &["planned"]),
            ),
            (
                "a A",
                QueryProblem::UnknownFigure {
                    cell: "data/b.csv › F12".to_owned(),
                },
            ),
        ] {
            assert_eq!(asked(query), Err(problem), "{query}");
        }
    }

    #[test]
    fn a_table_shows_the_lines_of_its_place_in_the_order_of_the_file() {
        let (datasets, ..) = load_fixture(MIXED);
        let of = |place: Option<&str>, years: &[i16]| {
            let query = Query {
                place: place.map(str::to_owned),
                years: years.to_vec(),
                ..Query::default()
            };
            budget_table(&datasets, "b", &query, &Language::new("en")).map(|table| {
                let mut drawn = String::new();
                for row in &table.rows {
                    let cells: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
                    writeln!(drawn, "{} {}", row.code, cells.join("|")).expect("text takes text");
                }
                drawn
            })
        };
        assert_eq!(of(Some("A"), &[]).unwrap(), "z 10|11\nx 41|\na …|\n");
        assert_eq!(of(Some("B"), &[]).unwrap(), "z |1\ny 2|\na |3\nx |4\n");
        assert_eq!(of(Some("B"), &[2024]).unwrap(), "y 2\n");
        assert_eq!(of(None, &[]).unwrap(), "x 300\n");
        assert_eq!(
            of(Some("D"), &[]).unwrap_err(),
            unknown(Asked::Place, "D", &["A", "B", "C", "KH"])
        );
        assert_eq!(
            of(Some("B"), &[2025, 2023]).unwrap_err(),
            unknown(Asked::Year, "2023", &["2024", "2025"])
        );
    }
}
