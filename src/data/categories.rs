//! The table of categories → [`Categories`]: what the codes of a budget mean, as trees.

use super::columns::Columns;
use super::findings::Findings;
use super::load::{Texts, localised};
use super::sheet::{CellPlace, Sheet};
use super::values;
use crate::config::Localised;
use crate::diagnostic::{codes, diagnostic, list};
use std::collections::{BTreeMap, BTreeSet};

/// Categories by code, in the order they are shown in.
#[derive(Debug, Clone, Default)]
pub struct Categories {
    list: Vec<Category>,
    by_code: BTreeMap<String, usize>,
    /// By the code of the parent, whether or not it has a row, as in the file.
    children: BTreeMap<String, Vec<usize>>,
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

/// What a line of a budget does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CategoryKind {
    /// Groups others and has no figure of its own.
    Heading,
    Line,
    Subtotal,
    Total,
}

impl CategoryKind {
    const ALL: [(&'static str, CategoryKind); 4] = [
        ("heading", CategoryKind::Heading),
        ("line", CategoryKind::Line),
        ("subtotal", CategoryKind::Subtotal),
        ("total", CategoryKind::Total),
    ];

    /// The word that stands in tables.
    pub fn word(self) -> &'static str {
        match self {
            CategoryKind::Heading => "heading",
            CategoryKind::Line => "line",
            CategoryKind::Subtotal => "subtotal",
            CategoryKind::Total => "total",
        }
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

    /// The direct parts of a category, by their `order` and then as in the file. A part that only
    /// adds its neighbours up again (`sum_of`) is none.
    pub fn parts(&self, code: &str) -> Vec<&Category> {
        let mut parts: Vec<&Category> = match self.get(code) {
            Some(category) if !category.sum_of.is_empty() => category
                .sum_of
                .iter()
                .filter_map(|part| self.get(part))
                .collect(),
            _ => self
                .children
                .get(code)
                .into_iter()
                .flatten()
                .map(|child| &self.list[*child])
                .filter(|child| child.sum_of.is_empty())
                .collect(),
        };
        parts.sort_by_key(|category| category.order.unwrap_or(i64::MAX));
        parts
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
        if let Some(parent) = &category.parent {
            self.children
                .entry(parent.clone())
                .or_default()
                .push(number);
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
            Some(word) => match CategoryKind::ALL.iter().find(|(known, _)| *known == word) {
                Some((_, kind)) => *kind,
                None => {
                    let known = CategoryKind::ALL.iter().map(|(known, _)| *known);
                    findings.push(
                        diagnostic!(
                            codes::data::UNKNOWN_WORD,
                            cell("kind").place(Some(key)),
                            column = "kind",
                            read = &word,
                            known = list(known.clone())
                        )
                        .did_you_mean(&word, known),
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

/// Every parent exists and no category is its own ancestor; nor do sums run in a circle.
pub(super) fn check_trees(categories: &Categories, findings: &mut Findings) {
    let mut reported = BTreeSet::new();
    for category in categories.iter() {
        let place = || category.cell.place(Some(format!("code {}", category.code)));
        let named = category.parent.iter().map(|code| ("parent", code));
        for (column, code) in named.chain(category.sum_of.iter().map(|code| ("sum_of", code))) {
            if categories.get(code).is_none() {
                findings.push(
                    diagnostic!(
                        codes::data::ORPHAN_CATEGORY,
                        place(),
                        column = column,
                        parent = code
                    )
                    .did_you_mean(
                        code,
                        categories.codes().filter(|known| *known != category.code),
                    ),
                );
            }
        }
        let circle = circle_from(categories, &category.code);
        if circle
            .first()
            .is_some_and(|first| reported.insert(first.clone()))
        {
            findings.push(diagnostic!(
                codes::data::CATEGORY_CIRCLE,
                place(),
                circle = circle.join(" → ")
            ));
        }
    }
}

/// The circle of parents that `code` stands in, from its smallest code round to itself; empty if
/// there is none.
fn circle_from(categories: &Categories, code: &str) -> Vec<String> {
    let mut path = vec![code.to_owned()];
    let mut current = code;
    while let Some(parent) = categories
        .get(current)
        .and_then(|category| category.parent.as_deref())
    {
        if parent == code {
            let smallest = (0..path.len())
                .min_by_key(|index| &path[*index])
                .unwrap_or(0);
            path.rotate_left(smallest);
            path.push(path[0].clone());
            return path;
        }
        if path.iter().any(|seen| seen == parent) {
            return Vec::new();
        }
        path.push(parent.to_owned());
        current = parent;
    }
    Vec::new()
}
