//! What a page asks of a budget → which figures are meant, or why nobody can tell.

use crate::data::{
    Budget, BudgetLine, Contents, Dataset, Datasets, Dimension, Figure, Period, Phase,
};
use crate::diagnostic::Candidates;
use std::collections::BTreeSet;

/// Which figures a table shows; what is left out takes all there are.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// The dimension whose codes are meant; that of the budget's own codes if none is named.
    pub by: Option<String>,
    /// A place's code. If none is given: the only place there is, or the nation.
    pub place: Option<String>,
    pub years: Vec<i16>,
    pub period: Option<Period>,
    pub phase: Option<String>,
    pub direction: Option<String>,
    /// Nothing but these periods and phases, if any are named; each is there.
    pub only: Vec<(Period, Phase)>,
}

/// Which one figure is meant. What is left out must be clear from the dataset: if it holds several
/// years, the year must be given.
#[derive(Debug, Clone, Default)]
pub struct AmountQuery {
    /// The dimension that the code is of; the budget's own if none is named.
    pub by: Option<String>,
    pub code: String,
    pub place: Option<String>,
    /// Its whole, where there is a figure of that; else the part of it that there is.
    pub year: Option<i16>,
    pub period: Option<Period>,
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
    /// The figure would be compared with itself.
    Itself,
    /// The two figures are of different phases, and not what was spent and what was planned for the same
    /// year; or they are not in one currency.
    NotComparable { one: String, other: String },
    /// Nothing stands under the code that it could be divided into.
    NoParts { code: String },
    /// No other place of its type has such a figure, or nobody knows of which type it is.
    NoPeers { place: String },
    /// None of the places below this one has such a figure.
    NoneBelow { place: String },
    /// None of these parts of the time has such a figure.
    NoneOver { parts: &'static str, period: String },
    /// The time is not made of such parts.
    NotFilled { parts: &'static str, period: String },
}

/// What a query asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A dimension.
    By,
    Place,
    Year,
    Period,
    Phase,
    Direction,
    Code,
    /// A part of the code.
    Part,
}

impl Asked {
    /// The argument's name in a component call.
    pub fn word(self) -> &'static str {
        match self {
            Asked::By => "by",
            Asked::Place => "place",
            Asked::Year => "year",
            Asked::Period => "period",
            Asked::Phase => "phase",
            Asked::Direction => "direction",
            Asked::Code => "code",
            Asked::Part => "part",
        }
    }
}

/// The budget of this name, as it stands in its file.
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

/// The same figures under the codes of a dimension, if one is named.
pub(super) fn divided<'own>(
    budget: &'own Budget,
    by: Option<&str>,
) -> Result<(&'own Budget, Option<&'own Dimension>), QueryProblem> {
    let Some(name) = by else {
        return Ok((budget, None));
    };
    let dimension = budget
        .dimension(name)
        .ok_or_else(|| QueryProblem::Unknown {
            asked: Asked::By,
            read: name.to_owned(),
            known: Candidates::of(budget.dimensions.iter().map(|own| &*own.name)),
        })?;
    Ok((budget.divided(dimension), Some(dimension)))
}

/// The lines of the place, of the only place there is, or of the nation, in the order of the file.
pub(super) fn lines_of_place<'own>(
    budget: &'own Budget,
    place: Option<&str>,
) -> Result<Chosen<'own>, QueryProblem> {
    let index = budget.index();
    let known = || index.places().clone();
    let place = place.or_else(|| index.place_meant());
    at_place(place, |place| budget.lines_of_place(place), known)
}

/// The first line of each figure under the code, of the place, of the only place that has any, or of the
/// nation.
pub(super) fn figures_of_code<'own>(
    budget: &'own Budget,
    code: &str,
    place: Option<&str>,
) -> Result<Chosen<'own>, QueryProblem> {
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
    let first_lines = |place: &str| {
        let figures = index.figures(&budget.lines, place, code).iter();
        figures.map(|figure| budget.line(figure.line())).collect()
    };
    at_place(place, first_lines, known)
}

/// The figure that begins with this line.
pub(super) fn figure_of<'own>(budget: &'own Budget, line: &BudgetLine) -> &'own Figure {
    let index = budget.index();
    let mut figures = index.figures(&budget.lines, &line.place, &line.code).iter();
    let begins = |figure: &&Figure| {
        (figure.period, figure.phase, figure.direction) == (line.period, line.phase, line.direction)
    };
    figures.find(begins).expect("each line is one of a figure")
}

/// What a place has that must be meant, and has something; `known` are the places that do.
fn at_place<'own>(
    place: Option<&str>,
    lines: impl Fn(&str) -> Vec<&'own BudgetLine>,
    known: impl Fn() -> Candidates,
) -> Result<Chosen<'own>, QueryProblem> {
    let asked = Asked::Place;
    let Some(place) = place else {
        let known = known();
        return Err(QueryProblem::Several { asked, known });
    };
    Chosen::of(lines(place)).ok_or_else(|| {
        let (read, known) = (place.to_owned(), known());
        QueryProblem::Unknown { asked, read, known }
    })
}

/// Some lines of a budget; at least one, so that whoever takes some away has to say why none is left.
#[derive(Debug)]
pub(super) struct Chosen<'own> {
    pub(super) first: &'own BudgetLine,
    others: Vec<&'own BudgetLine>,
}

impl<'own> Chosen<'own> {
    fn of(all: impl IntoIterator<Item = &'own BudgetLine>) -> Option<Chosen<'own>> {
        let mut all = all.into_iter();
        Some(Chosen {
            first: all.next()?,
            others: all.collect(),
        })
    }

    fn iter(&self) -> impl Iterator<Item = &'own BudgetLine> + Clone {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    pub(super) fn into_vec(self) -> Vec<&'own BudgetLine> {
        self.iter().collect()
    }

    /// Those of the wanted years, all if none is named; a year that there is not is an error.
    pub(super) fn of_years(self, wanted: &[i16]) -> Result<Chosen<'own>, QueryProblem> {
        if wanted.is_empty() {
            return Ok(self);
        }
        let years: BTreeSet<i16> = self.iter().map(|line| line.period.year()).collect();
        if let Some(year) = wanted.iter().find(|year| !years.contains(year)) {
            return Err(self.unknown(Asked::Year, year.to_string()));
        }
        let kept = self
            .iter()
            .filter(|line| wanted.contains(&line.period.year()));
        Ok(Chosen::of(kept).unwrap_or(self))
    }

    /// Those of the wanted period; one that there is not is an error.
    pub(super) fn of_period(self, wanted: Option<Period>) -> Result<Chosen<'own>, QueryProblem> {
        let Some(wanted) = wanted else {
            return Ok(self);
        };
        let kept = self.iter().filter(|line| line.period == wanted);
        Chosen::of(kept).ok_or_else(|| self.unknown(Asked::Period, wanted.to_string()))
    }

    /// Those of the whole year, where several parts of one are left and it is among them: who asks for
    /// a year means all of it.
    pub(super) fn of_whole_year(self, year: Option<i16>) -> Chosen<'own> {
        let whole = |line: &&BudgetLine| year.is_some() && line.period.is_whole();
        Chosen::of(self.iter().filter(whole)).unwrap_or(self)
    }

    /// Those whose phase or direction has this word; one that there is not is an error.
    pub(super) fn of_word(
        self,
        asked: Asked,
        wanted: Option<&str>,
    ) -> Result<Chosen<'own>, QueryProblem> {
        let Some(wanted) = wanted else {
            return Ok(self);
        };
        let has = |line: &&BudgetLine| match asked {
            Asked::Phase => line.phase.word() == wanted,
            _ => line.direction.word() == wanted,
        };
        Chosen::of(self.iter().filter(has)).ok_or_else(|| self.unknown(asked, wanted.to_owned()))
    }

    /// Those of these periods and phases, all if none is named.
    pub(super) fn of_columns(self, wanted: &[(Period, Phase)]) -> Chosen<'own> {
        let own =
            |line: &&BudgetLine| wanted.is_empty() || wanted.contains(&(line.period, line.phase));
        Chosen::of(self.iter().filter(own)).unwrap_or(self)
    }

    fn unknown(&self, asked: Asked, read: String) -> QueryProblem {
        let known = Candidates::of(self.values(asked));
        QueryProblem::Unknown { asked, read, known }
    }

    /// The different years, periods, phases or directions, in their own order.
    pub(super) fn values(&self, asked: Asked) -> Vec<String> {
        fn words<T: Ord>(all: impl Iterator<Item = T>, word: fn(T) -> String) -> Vec<String> {
            let all: BTreeSet<T> = all.collect();
            all.into_iter().map(word).collect()
        }
        let lines = self.iter();
        match asked {
            Asked::Year => words(lines.map(|line| line.period.year()), |year| {
                year.to_string()
            }),
            Asked::Period => words(lines.map(|line| line.period), |period| period.to_string()),
            Asked::Phase => words(lines.map(|line| line.phase), |phase| {
                phase.word().to_owned()
            }),
            _ => words(lines.map(|line| line.direction), |direction| {
                direction.word().to_owned()
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::english;
    use super::super::{amount, budget_table};
    use super::*;
    use crate::data::tests::load_fixture;
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
            ..AmountQuery::default()
        };
        let view = amount(&datasets, "b", &query, english())?;
        Ok(format!(
            "{} {} {} {}",
            view.value.value(),
            view.place,
            view.period,
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
            budget_table(&datasets, "b", &query, english()).map(|table| {
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
