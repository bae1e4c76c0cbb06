//! The table of categories → [`Categories`]: what the codes of a budget mean, as trees.

use super::columns::Columns;
use super::findings::Findings;
use super::load::{Texts, localised};
use super::sheet::{CellPlace, Sheet};
use super::values;
use crate::config::Localised;
use crate::diagnostic::{Candidates, codes, diagnostic, list};
use crate::schema::choice;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// Categories by code, in the order they are shown in.
#[derive(Debug, Clone, Default)]
pub struct Categories {
    list: Vec<Category>,
    by_code: BTreeMap<String, usize>,
    /// By a code, those that name it in their `sum_of`.
    sums: BTreeMap<String, Vec<usize>>,
}

/// What one code of a budget means.
#[derive(Debug, Clone)]
pub struct Category {
    pub code: String,
    pub parent: Option<String>,
    pub kind: CategoryKind,
    /// The codes that add up to this one, where they are not its children.
    pub sum_of: Vec<String>,
    pub label: Localised,
    /// The same in plain words, for somebody who never saw a budget.
    pub explain: Localised,
    /// Classification of the functions of government, such as `09.1`.
    pub cofog: Option<String>,
    pub order: Option<i64>,
    pub icon: Option<String>,
    pub cell: CellPlace,
}

choice! {
    /// What a line of a budget does.
    pub enum CategoryKind {
        /// Groups others and has no figure of its own.
        Heading = "heading",
        Line = "line",
        Subtotal = "subtotal",
        Total = "total",
    }
}

impl Categories {
    pub fn get(&self, code: &str) -> Option<&Category> {
        self.by_code.get(code).map(|index| &self.list[*index])
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// In the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Category> {
        self.list.iter()
    }

    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|category| category.code.as_str())
    }

    /// What a code is a direct part of: its parent, and those that name it in their `sum_of`. One that
    /// only adds its neighbours up again is no part of its parent, and no parent that says itself what
    /// adds up to it has its children for parts.
    pub(super) fn wholes(&self, code: &str) -> impl Iterator<Item = &Category> {
        let own = self.get(code).filter(|category| category.sum_of.is_empty());
        let parent = own.and_then(|category| self.get(category.parent.as_deref()?));
        let parent = parent.filter(|parent| parent.sum_of.is_empty());
        let sums = self.sums.get(code).into_iter().flatten();
        parent.into_iter().chain(sums.map(|sum| &self.list[*sum]))
    }

    /// The categories of these codes with their depth, parents before children. With a code, the
    /// codes hold those of all above it.
    pub fn tree_of(&self, codes: &BTreeSet<&str>) -> Vec<(usize, &Category)> {
        let mut chosen: Vec<usize> = codes
            .iter()
            .filter_map(|code| self.by_code.get(*code).copied())
            .collect();
        chosen.sort_unstable();
        let mut children: BTreeMap<Option<&str>, Vec<&Category>> = BTreeMap::new();
        for number in &chosen {
            let category = &self.list[*number];
            let parent = category
                .parent
                .as_deref()
                .filter(|parent| self.by_code.contains_key(*parent));
            children.entry(parent).or_default().push(category);
        }
        for siblings in children.values_mut() {
            siblings.sort_by_key(|category| category.order.unwrap_or(i64::MAX));
        }
        let mut out = Vec::with_capacity(chosen.len());
        let mut waiting: Vec<(usize, &Category)> = Vec::new();
        let push = |waiting: &mut Vec<_>, depth, parent: Option<&str>| {
            if let Some(siblings) = children.get(&parent) {
                waiting.extend(siblings.iter().rev().map(|category| (depth, *category)));
            }
        };
        push(&mut waiting, 0, None);
        while let Some((depth, category)) = waiting.pop() {
            out.push((depth, category));
            push(&mut waiting, depth + 1, Some(&category.code));
        }
        out
    }

    /// These and others; a code that both know is taken from here.
    pub(super) fn joined(mut self, others: &Categories) -> Categories {
        for category in &others.list {
            self.insert(category.clone());
        }
        self
    }

    /// False if the code is known already.
    pub(super) fn insert(&mut self, category: Category) -> bool {
        if self.by_code.contains_key(&category.code) {
            return false;
        }
        let number = self.list.len();
        self.by_code.insert(category.code.clone(), number);
        for part in &category.sum_of {
            let sums = self.sums.entry(part.clone()).or_default();
            if sums.last() != Some(&number) {
                sums.push(number);
            }
        }
        self.list.push(category);
        true
    }
}

pub(super) const REQUIRED: &[&str] = &["code"];
pub(super) const OPTIONAL: &[&str] = &["parent", "kind", "sum_of", "cofog", "order", "icon"];
pub(super) const TEXTS: &[&str] = &["label", "explain"];

/// Reads the categories and checks that they form trees.
pub(super) fn read(
    sheet: &Sheet,
    columns: &Columns,
    texts: &Texts,
    findings: &mut Findings,
) -> Categories {
    let mut categories = Categories::default();
    for row in &sheet.rows {
        let cell = |name: &str| sheet.cell_place(row.number, columns.index(name).unwrap_or(0));
        let text = |name: &str| {
            values::text(columns.value(row, name)).map(|text| values::clean_label(&text).0)
        };
        let Some(code) = text("code").filter(|code| !code.is_empty()) else {
            findings.push(diagnostic!(
                codes::data::MISSING_VALUE,
                cell("code").place(None),
                column = "code",
                row = row.number,
                toml = &findings.toml
            ));
            continue;
        };
        let key = format!("code {code}");
        let kind = match text("kind") {
            None => CategoryKind::Line,
            Some(word) => match CategoryKind::named(&word) {
                Some(kind) => kind,
                None => {
                    let known = Candidates::words(CategoryKind::WORDS);
                    findings.push(
                        diagnostic!(
                            codes::data::UNKNOWN_WORD,
                            cell("kind").place(Some(key)),
                            column = "kind",
                            read = &word,
                            known = known.list()
                        )
                        .did_you_mean(&word, &known),
                    );
                    continue;
                }
            },
        };
        let order = match text("order").map(|read| (read.parse::<i64>(), read)) {
            None => None,
            Some((Ok(order), _)) => Some(order),
            Some((Err(_), read)) => {
                let place = cell("order").place(Some(key.clone()));
                findings.push(diagnostic!(
                    codes::data::NOT_A_WHOLE_NUMBER,
                    place,
                    column = "order",
                    read = read
                ));
                None
            }
        };
        let label = localised(sheet, columns, row, "label", texts, &key, findings);
        if !label.is_empty() && !texts.has_khmer(&label) {
            findings.push(diagnostic!(
                codes::data::NO_KHMER_LABEL,
                cell("code").place(Some(key.clone())),
                code = &code,
                column = "label_km"
            ));
        }
        let category = Category {
            parent: text("parent").filter(|parent| !parent.is_empty()),
            kind,
            sum_of: text("sum_of").map_or_else(Vec::new, |codes| {
                codes
                    .split([' ', ',', ';', '+'])
                    .filter(|code| !code.is_empty())
                    .map(str::to_owned)
                    .collect()
            }),
            label,
            explain: localised(sheet, columns, row, "explain", texts, &key, findings),
            cofog: text("cofog"),
            order,
            icon: text("icon"),
            cell: cell("code"),
            code,
        };
        if let Some(first) = categories.get(&category.code) {
            findings.push(diagnostic!(
                codes::data::REPEATED_CODE,
                category.cell.place(None),
                code = &category.code,
                toml = &findings.toml,
                rows = list([first.cell.row, category.cell.row])
            ));
            continue;
        }
        categories.insert(category);
    }
    check_trees(&categories, findings);
    categories
}

/// Every parent and every part exists, and no category is its own ancestor.
pub(super) fn check_trees(categories: &Categories, findings: &mut Findings) {
    let place_of = |category: &Category| {
        let key = format!("code {}", category.code);
        category.cell.place(Some(key))
    };
    let known = LazyCell::new(|| Candidates::of(categories.codes()));
    for category in categories.iter() {
        let named = category.parent.iter().map(|code| ("parent", code));
        for (column, code) in named.chain(category.sum_of.iter().map(|code| ("sum_of", code))) {
            if categories.get(code).is_none() {
                let problem = diagnostic!(
                    codes::data::ORPHAN_CATEGORY,
                    place_of(category),
                    column = column,
                    parent = code
                );
                findings.push(problem.did_you_mean_but(code, &known, &category.code));
            }
        }
    }
    for circle in circles(categories) {
        let first = circle.iter().min().map(|number| &categories.list[*number]);
        let mut codes: Vec<&str> = circle
            .iter()
            .map(|number| categories.list[*number].code.as_str())
            .collect();
        let smallest = (0..codes.len()).min_by_key(|at| codes[*at]).unwrap_or(0);
        codes.rotate_left(smallest);
        codes.extend(codes.first().copied());
        if let Some(first) = first {
            findings.push(diagnostic!(
                codes::data::CATEGORY_CIRCLE,
                place_of(first),
                circle = codes.join(" → ")
            ));
        }
    }
}

/// The circles of parents, each from one of its categories up to the last before it comes again. Every
/// category is passed once.
fn circles(categories: &Categories) -> Vec<Vec<usize>> {
    /// On which way up a category was met first.
    #[derive(Clone, Copy, PartialEq)]
    struct Way(usize);

    let mut met: Vec<Option<Way>> = vec![None; categories.len()];
    let mut circles = Vec::new();
    for start in 0..categories.len() {
        let own = Way(start);
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(here) = next {
            match met[here] {
                None => {
                    met[here] = Some(own);
                    path.push(here);
                    let parent = categories.list[here].parent.as_deref();
                    next = parent.and_then(|code| categories.by_code.get(code).copied());
                }
                Some(way) => {
                    if way == own {
                        let from = path.iter().position(|passed| *passed == here);
                        circles.push(path.split_off(from.unwrap_or(0)));
                    }
                    break;
                }
            }
        }
    }
    circles
}
