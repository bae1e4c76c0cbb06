//! What a page asks of a budget → which figures are meant, or why nobody can tell.

use super::budget_table::{SourceView, source_view};
use super::units::unit_for;
use super::{
    Amount, Budget, BudgetLine, Contents, Dataset, Datasets, Direction, Figure, Money, Phase,
};
use crate::config::Language;
use crate::diagnostic::Candidates;
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
#[derive(Debug, Clone, PartialEq)]
pub enum QueryProblem {
    /// No dataset has this name.
    NoDataset,
    /// The dataset is no budget.
    NotABudget,
    /// The dataset holds no figure with this value.
    Unknown {
        asked: Asked,
        read: String,
        known: Candidates,
    },
    /// The dataset holds several, and the query does not say which.
    Several { asked: Asked, known: Candidates },
    /// The table would be larger than anybody reads.
    TooLarge { rows: usize, columns: usize },
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
    /// With its unit: `៧ ១៩៣ ពាន់លានរៀល`.
    pub text: String,
    pub value: Money,
    pub label: String,
    pub year: i16,
    pub phase: Phase,
    pub direction: Direction,
    pub place: String,
    /// The first that the figure names, or that the dataset has.
    pub source: Option<SourceView>,
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
    let figures = figures_of_code(budget, &query.code, query.place.as_deref())?
        .of_years(query.year.as_slice())?
        .of_word(Asked::Phase, query.phase.as_deref())?
        .of_word(Asked::Direction, query.direction.as_deref())?;
    let figure = figures.first;
    for asked in [Asked::Year, Asked::Phase, Asked::Direction] {
        let known = figures.values(asked);
        if known.len() > 1 {
            let known = Candidates::of(known);
            return Err(QueryProblem::Several { asked, known });
        }
    }
    let value = match figure.amount {
        Amount::Known(value) => value,
        Amount::Blank(line) => {
            let cell = format!("{} › {}", dataset.path, budget.line(line).cell());
            return Err(QueryProblem::UnknownFigure { cell });
        }
    };
    let unit = unit_for(dataset.scale, std::iter::once(value));
    let fallback = datasets.fallback();
    let line = budget.line(figure.line());
    let category = budget.categories.get(&line.code);
    let label = category.map_or("", |category| category.label.get(language, &fallback));
    let source = dataset.sources.get(figure.source().unwrap_or(0));
    Ok(AmountView {
        text: unit.amount(value, &dataset.currency, language),
        value,
        label: match label {
            "" => line.code.to_string(),
            label => label.to_owned(),
        },
        year: figure.year,
        phase: figure.phase,
        direction: figure.direction,
        place: line.place.to_string(),
        source: source.map(|source| source_view(source, language, &fallback)),
        synthetic: dataset.synthetic,
    })
}

/// The budget of this name.
pub(super) fn find<'own>(
    datasets: &'own Datasets,
    name: &str,
) -> Result<(&'own Dataset, &'own Budget), QueryProblem> {
    let dataset = datasets.get(name).ok_or(QueryProblem::NoDataset)?;
    match &dataset.contents {
        Contents::Budget(budget) => Ok((dataset, budget)),
        _ => Err(QueryProblem::NotABudget),
    }
}

/// The lines of the place, of the only place there is, or of the nation, in the order of the file.
pub(super) fn lines_of_place<'own>(
    budget: &'own Budget,
    place: Option<&str>,
) -> Result<Chosen<'own, BudgetLine>, QueryProblem> {
    let index = budget.index();
    let known = || index.places().clone();
    let place = place.or_else(|| index.place_meant());
    at_place(place, |place| budget.lines_of_place(place), known)
}

/// The figures under the code, of the place, of the only place that has any, or of the nation.
fn figures_of_code<'own>(
    budget: &'own Budget,
    code: &str,
    place: Option<&str>,
) -> Result<Chosen<'own, Figure>, QueryProblem> {
    let index = budget.index();
    if !index.knows_code(code) {
        return Err(QueryProblem::Unknown {
            asked: Asked::Code,
            read: code.to_owned(),
            known: index.codes().clone(),
        });
    }
    let known = || index.places_of_code(code);
    let place = place.or_else(|| index.place_meant_by_code(code));
    at_place(
        place,
        |place| index.figures(&budget.lines, place, code),
        known,
    )
}

/// What a place has that must be meant, and has something; `known` are the places that do.
fn at_place<'own, T: Dated + 'own, Found: IntoIterator<Item = &'own T>>(
    place: Option<&str>,
    found: impl Fn(&str) -> Found,
    known: impl Fn() -> Candidates,
) -> Result<Chosen<'own, T>, QueryProblem> {
    let asked = Asked::Place;
    let Some(place) = place else {
        let known = known();
        return Err(QueryProblem::Several { asked, known });
    };
    Chosen::of(found(place)).ok_or_else(|| {
        let (read, known) = (place.to_owned(), known());
        QueryProblem::Unknown { asked, read, known }
    })
}

/// What belongs to a year, a phase and a direction.
pub(super) trait Dated {
    fn year(&self) -> i16;
    fn phase(&self) -> Phase;
    fn direction(&self) -> Direction;
}

impl Dated for BudgetLine {
    fn year(&self) -> i16 {
        self.year
    }

    fn phase(&self) -> Phase {
        self.phase
    }

    fn direction(&self) -> Direction {
        self.direction
    }
}

impl Dated for Figure {
    fn year(&self) -> i16 {
        self.year
    }

    fn phase(&self) -> Phase {
        self.phase
    }

    fn direction(&self) -> Direction {
        self.direction
    }
}

/// Some lines or figures of a budget; at least one, so that whoever takes some away has to say why none
/// is left.
#[derive(Debug)]
pub(super) struct Chosen<'own, T> {
    first: &'own T,
    others: Vec<&'own T>,
}

impl<'own, T: Dated> Chosen<'own, T> {
    fn of(all: impl IntoIterator<Item = &'own T>) -> Option<Chosen<'own, T>> {
        let mut all = all.into_iter();
        Some(Chosen {
            first: all.next()?,
            others: all.collect(),
        })
    }

    fn iter(&self) -> impl Iterator<Item = &'own T> + Clone {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    pub(super) fn into_vec(self) -> Vec<&'own T> {
        self.iter().collect()
    }

    /// Those of the wanted years, all if none is named; a year that there is not is an error.
    pub(super) fn of_years(self, wanted: &[i16]) -> Result<Chosen<'own, T>, QueryProblem> {
        if wanted.is_empty() {
            return Ok(self);
        }
        let years: BTreeSet<i16> = self.iter().map(T::year).collect();
        if let Some(year) = wanted.iter().find(|year| !years.contains(year)) {
            return Err(self.unknown(Asked::Year, year.to_string()));
        }
        let kept = self.iter().filter(|one| wanted.contains(&one.year()));
        Ok(Chosen::of(kept).unwrap_or(self))
    }

    /// Those whose phase or direction has this word; one that there is not is an error.
    pub(super) fn of_word(
        self,
        asked: Asked,
        wanted: Option<&str>,
    ) -> Result<Chosen<'own, T>, QueryProblem> {
        let Some(wanted) = wanted else {
            return Ok(self);
        };
        let has = |one: &&T| match asked {
            Asked::Phase => one.phase().word() == wanted,
            _ => one.direction().word() == wanted,
        };
        Chosen::of(self.iter().filter(has)).ok_or_else(|| self.unknown(asked, wanted.to_owned()))
    }

    fn unknown(&self, asked: Asked, read: String) -> QueryProblem {
        let known = Candidates::of(self.values(asked));
        QueryProblem::Unknown { asked, read, known }
    }

    /// The different years, phases or directions, in their own order.
    fn values(&self, asked: Asked) -> Vec<String> {
        fn words<T: Ord>(all: impl Iterator<Item = T>, word: fn(T) -> String) -> Vec<String> {
            let all: BTreeSet<T> = all.collect();
            all.into_iter().map(word).collect()
        }
        match asked {
            Asked::Year => words(self.iter().map(T::year), |year| year.to_string()),
            Asked::Phase => words(self.iter().map(T::phase), |phase| phase.word().to_owned()),
            _ => words(self.iter().map(T::direction), |one| one.word().to_owned()),
        }
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
            view.value.value(),
            view.place,
            view.year,
            view.phase.word()
        ))
    }

    fn unknown(asked: Asked, read: &str, known: &[&str]) -> QueryProblem {
        QueryProblem::Unknown {
            asked,
            read: read.to_owned(),
            known: Candidates::of(known.iter().copied()),
        }
    }

    fn several(asked: Asked, known: &[&str]) -> QueryProblem {
        QueryProblem::Several {
            asked,
            known: Candidates::of(known.iter().copied()),
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
