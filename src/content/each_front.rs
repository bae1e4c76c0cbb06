//! `[each]` in the front matter of an `_each.md` → [`EachFront`]: which rows become pages, which of them
//! share one, and in what order they stand.
//!
//! Whether the dataset has these columns, and what they hold, is not known here.

use crate::schema::{Record, Spot, Value, Written};

/// `[each]`: which rows become pages.
#[derive(Debug, Clone, PartialEq)]
pub struct EachFront {
    pub dataset: Written<String>,
    /// With `{column}`s, different in every row.
    pub slug: Written<String>,
    /// Only rows of which all of these hold.
    pub conditions: Vec<Condition>,
    /// Rows that say the same in these columns share a page.
    pub group_by: Vec<Written<String>>,
    /// Columns that put the rows in order; `-` before a name turns it round.
    pub sort_by: Vec<Written<String>>,
    /// Whether pages of places are linked to those of the places above and below.
    pub links_places: bool,
    /// Where `[each]` begins.
    pub spot: Spot,
}

/// What rows have to say in a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    pub column: Written<String>,
    /// All of these; none if the author wrote a table of nothing.
    pub asks: Vec<Ask>,
}

/// One thing that is asked of a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    AnyOf(Vec<Written<String>>),
    NoneOf(Vec<Written<String>>),
    /// An exact number, or a day.
    AtLeast(Written<String>),
    /// The same.
    AtMost(Written<String>),
    Filled(bool),
}

impl EachFront {
    /// Nothing if what is required is not there, which is told.
    pub(super) fn read(written: &Record<'_>) -> Option<EachFront> {
        let conditions = written.entries("where").iter();
        let conditions = conditions.map(|entry| Condition {
            column: written.written_key(entry),
            asks: match &entry.item.value {
                Value::List(values) => vec![Ask::AnyOf(written.written_items(values))],
                Value::Table(asked) => asks(asked),
                _ => Vec::new(),
            },
        });
        Some(EachFront {
            dataset: written.written("dataset")?,
            slug: written.written("slug")?,
            conditions: conditions.collect(),
            group_by: written.written_list("group_by"),
            sort_by: written.written_list("sort_by"),
            links_places: written.truth("link_places").unwrap_or(true),
            spot: written.own_spot(),
        })
    }
}

fn asks(asked: &Record<'_>) -> Vec<Ask> {
    let not = asked.entry("not").map(|_| asked.written_list("not"));
    [
        not.map(Ask::NoneOf),
        asked.written("at_least").map(Ask::AtLeast),
        asked.written("at_most").map(Ask::AtMost),
        asked.truth("filled").map(Ask::Filled),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::fields::PAGE;
    use super::*;
    use crate::diagnostic::Report;
    use std::fmt::Write;

    /// What was read, each value with its place.
    fn shown(front: &str) -> String {
        let mut report = Report::new();
        let read = PAGE.read("a.md", front, 0..front.len(), &mut report);
        assert!(report.is_empty());
        let each = EachFront::read(read.record.table("each").unwrap()).unwrap();
        let at = |written: &Written<String>| format!("{written}@{}", written.place("a.md"));
        let all = |list: &[Written<String>]| list.iter().map(at).collect::<Vec<_>>().join(" ");
        let mut out = format!("{} {}\n", at(&each.dataset), at(&each.slug));
        for Condition { column, asks } in &each.conditions {
            let asks: Vec<String> = asks
                .iter()
                .map(|ask| match ask {
                    Ask::AnyOf(values) => format!("any of {}", all(values)),
                    Ask::NoneOf(values) => format!("none of {}", all(values)),
                    Ask::AtLeast(number) => format!("at least {}", at(number)),
                    Ask::AtMost(number) => format!("at most {}", at(number)),
                    Ask::Filled(filled) => format!("filled {filled}"),
                })
                .collect();
            writeln!(out, "{}: {}", at(column), asks.join(", ")).unwrap();
        }
        let (group, sort) = (all(&each.group_by), all(&each.sort_by));
        let spot = each.spot.place("a.md");
        writeln!(out, "[{group}] [{sort}] {} {spot}", each.links_places).unwrap();
        out
    }

    #[test]
    fn rows_keep_the_places_of_all_that_a_later_stage_may_refuse() {
        assert_eq!(
            shown(
                "title = '{name}'\n[each]\ndataset = 'provinces'\nslug = '{code}'\n\
                 where = { level = 1, type = 'province' }\n"
            ),
            "provinces@a.md:3:11 {code}@a.md:4:8\n\
             level@a.md:5:11: any of 1@a.md:5:19\n\
             type@a.md:5:22: any of province@a.md:5:29\n\
             [] [] true a.md:2:1\n"
        );
        assert_eq!(
            shown(
                "[each]\ndataset = 'a'\nslug = '{b}'\ngroup_by = 'year'\n\
                 sort_by = ['-depth', 'name_km']\nlink_places = false\n[each.where]\n\
                 type = ['commune', 'sangkat']\nempty = {}\n\
                 depth = { at_least = 2.5, at_most = 1_000, not = [3, 'x'], filled = true }\n"
            ),
            "a@a.md:2:11 {b}@a.md:3:8\n\
             type@a.md:8:1: any of commune@a.md:8:9 sangkat@a.md:8:20\n\
             empty@a.md:9:1: \n\
             depth@a.md:10:1: none of 3@a.md:10:51 x@a.md:10:54, at least 2.5@a.md:10:22, \
             at most 1000@a.md:10:37, filled true\n\
             [year@a.md:4:12] [-depth@a.md:5:12 name_km@a.md:5:22] false a.md:1:1\n"
        );
    }
}
