//! What the parts of a total come to.

use super::budget::BudgetLine;
use super::categories::{Categories, Category, CategoryKind};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What the parts of one code come to.
#[derive(Debug, Default)]
pub(crate) struct Sum<'lines> {
    pub lines: Vec<&'lines BudgetLine>,
    /// A part stands in the table with a blank amount, so the sum is not known.
    pub unknown: bool,
}

/// The figures of one code that are added up together: mostly one.
pub(crate) trait OfCode<'lines> {
    fn lines(&self) -> &[&'lines BudgetLine];
}

impl<'lines> OfCode<'lines> for &'lines BudgetLine {
    fn lines(&self) -> &[&'lines BudgetLine] {
        std::slice::from_ref(self)
    }
}

impl<'lines> OfCode<'lines> for Vec<&'lines BudgetLine> {
    fn lines(&self) -> &[&'lines BudgetLine] {
        self
    }
}

/// Goes from figures up to what they are parts of. A heading has no figure of its own, so its parts
/// count in its place; where it has one, it is a part like any other.
pub(crate) struct Climb<'own> {
    categories: &'own Categories,
    /// Whether any heading has a figure.
    headings_count: bool,
    /// A heading → what is met above it that is none, or that stands below several.
    above: RefCell<HashMap<&'own str, &'own Category>>,
}

impl<'own> Climb<'own> {
    /// `codes` are those of all figures.
    pub(crate) fn new<'codes>(
        categories: &'own Categories,
        mut codes: impl Iterator<Item = &'codes str>,
    ) -> Climb<'own> {
        let is_heading = |code| {
            let category = categories.get(code);
            category.is_some_and(|category| category.kind == CategoryKind::Heading)
        };
        Climb {
            categories,
            headings_count: codes.any(is_heading),
            above: RefCell::default(),
        }
    }

    /// What the parts come to of each code that is `stated`, among figures that can be added up.
    pub(crate) fn sums<'lines>(
        &self,
        figures: &BTreeMap<&str, impl OfCode<'lines>>,
        stated: impl Fn(&str) -> bool,
    ) -> BTreeMap<&'own str, Sum<'lines>> {
        let mut sums: BTreeMap<&'own str, Sum<'lines>> = BTreeMap::new();
        let mut seen: HashSet<&str> = HashSet::new();
        let mut waiting: Vec<&Category> = Vec::new();
        for (code, own) in figures {
            seen.clear();
            waiting.extend(self.categories.wholes(code));
            while let Some(whole) = waiting.pop() {
                if !seen.insert(&whole.code) {
                    continue;
                }
                if stated(&whole.code) {
                    let sum = sums.entry(&whole.code).or_default();
                    sum.unknown |= own.lines().iter().any(|line| line.amount.is_none());
                    sum.lines.extend(own.lines());
                }
                if whole.kind == CategoryKind::Heading && !figures.contains_key(&*whole.code) {
                    self.go_on(whole, &mut waiting);
                }
            }
        }
        sums
    }

    /// What is met above a heading that has no figure.
    fn go_on(&self, heading: &'own Category, waiting: &mut Vec<&'own Category>) {
        if self.headings_count {
            return waiting.extend(self.categories.wholes(&heading.code));
        }
        let mut above = self.above.borrow_mut();
        let mut passed: Vec<&str> = Vec::new();
        let mut here = heading;
        let end = loop {
            if let Some(known) = above.get(&*here.code) {
                break *known;
            }
            let mut wholes = self.categories.wholes(&here.code);
            let (whole, another) = (wholes.next(), wholes.next());
            match (whole, another) {
                // A circle is told elsewhere, and nothing stands above it.
                (Some(whole), None) if passed.len() <= self.categories.len() => {
                    passed.push(&here.code);
                    if whole.kind != CategoryKind::Heading {
                        break whole;
                    }
                    here = whole;
                }
                _ => break here,
            }
        };
        above.extend(passed.into_iter().map(|code| (code, end)));
        match end.kind {
            CategoryKind::Heading => waiting.extend(self.categories.wholes(&end.code)),
            _ => waiting.push(end),
        }
    }
}
