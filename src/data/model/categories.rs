//! What the codes of a budget mean, as trees.

use super::cell::Cell;
use super::cell_place::CellPlace;
use crate::config::Localised;
use crate::schema::choice;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

/// Categories by code, in the order they are shown in.
#[derive(Debug, Clone, Default)]
pub struct Categories {
    list: Vec<Category>,
    by_code: BTreeMap<String, usize>,
    /// By a code, those that name it in their `sum_of`.
    sums: BTreeMap<String, Vec<usize>>,
    /// By a code, what it is the whole of; made when somebody asks.
    parts: OnceLock<HashMap<String, Vec<usize>>>,
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

    /// The number of the category that a category's parent is, in the order of the file.
    pub(crate) fn parent_of(&self, number: usize) -> Option<usize> {
        let parent = self.list[number].parent.as_deref()?;
        self.by_code.get(parent).copied()
    }

    /// The category of this number.
    pub(crate) fn nth(&self, number: usize) -> &Category {
        &self.list[number]
    }

    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|category| category.code.as_str())
    }

    /// What a category says in a column.
    pub(crate) fn column(name: &str) -> Option<for<'own> fn(&'own Category) -> Cell<'own>> {
        Some(match name {
            "code" => |category| Cell::text(&category.code),
            "parent" => |category| Cell::optional(category.parent.as_deref()),
            "kind" => |category| Cell::text(category.kind.word()),
            "sum_of" => |category| match category.sum_of.as_slice() {
                [] => Cell::Empty,
                codes => Cell::Text(codes.join(" ").into()),
            },
            "label" => |category| Cell::Localised(&category.label),
            "explain" => |category| Cell::Localised(&category.explain),
            "cofog" => |category| Cell::optional(category.cofog.as_deref()),
            "order" => |category| Cell::number(category.order.map(Decimal::from)),
            "icon" => |category| Cell::optional(category.icon.as_deref()),
            _ => return None,
        })
    }

    /// What a code is a direct part of: its parent, and those that name it in their `sum_of`. One that
    /// only adds its neighbours up again is no part of its parent, and no parent that says itself what
    /// adds up to it has its children for parts.
    pub(crate) fn wholes(&self, code: &str) -> impl Iterator<Item = &Category> {
        let own = self.get(code).filter(|category| category.sum_of.is_empty());
        let parent = own.and_then(|category| self.get(category.parent.as_deref()?));
        let parent = parent.filter(|parent| parent.sum_of.is_empty());
        let sums = self.sums.get(code).into_iter().flatten();
        parent.into_iter().chain(sums.map(|sum| &self.list[*sum]))
    }

    /// All that a code is a part of, whether directly or not, nearest first and never itself; no more than
    /// so many and one.
    pub(crate) fn all_wholes<'own>(&'own self, code: &str, most: usize) -> Vec<&'own str> {
        let mut found: Vec<&str> = Vec::new();
        let mut next = 0;
        let mut from = code;
        loop {
            for whole in self.wholes(from) {
                if whole.code != code && !found.contains(&&*whole.code) {
                    found.push(&whole.code);
                }
            }
            match found.get(next) {
                Some(whole) if found.len() <= most => from = whole,
                _ => break,
            }
            next += 1;
        }
        found.truncate(most.saturating_add(1));
        found
    }

    /// What a code is the whole of, in the order they are shown in: those of which it is one of the
    /// [`wholes`](Categories::wholes).
    pub(crate) fn parts(&self, code: &str) -> impl Iterator<Item = &Category> {
        let parts = self.parts.get_or_init(|| {
            let mut shown: Vec<usize> = (0..self.list.len()).collect();
            shown.sort_by_key(|number| self.list[*number].order.unwrap_or(i64::MAX));
            let mut parts: HashMap<String, Vec<usize>> = HashMap::new();
            for number in shown {
                for whole in self.wholes(&self.list[number].code) {
                    parts.entry(whole.code.clone()).or_default().push(number);
                }
            }
            parts
        });
        let numbers = parts.get(code).into_iter().flatten();
        numbers.map(|number| &self.list[*number])
    }

    /// The codes that have parts, and those that say they add others up.
    pub(crate) fn wholes_of_some(&self) -> impl Iterator<Item = &str> {
        let adds_up = |kind| matches!(kind, CategoryKind::Subtotal | CategoryKind::Total);
        let wholes = self.list.iter().filter(move |category| {
            adds_up(category.kind) || self.parts(&category.code).next().is_some()
        });
        wholes.map(|category| &*category.code)
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
    pub(crate) fn joined(mut self, others: &Categories) -> Categories {
        for category in &others.list {
            self.insert(category.clone());
        }
        self
    }

    /// False if the code is known already.
    pub(crate) fn insert(&mut self, category: Category) -> bool {
        if self.by_code.contains_key(&category.code) {
            return false;
        }
        self.parts = OnceLock::new();
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
