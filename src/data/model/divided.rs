//! A budget by another of its classifications: the same figures under that one's codes, added up.

use super::budget::{Budget, When};
use super::categories::Categories;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

/// A figure stands under each code that its own is a part of, so there are no more of those; no
/// classification has half as many levels and sums.
pub(crate) const MOST_WHOLES: usize = 24;

/// A classification by which a budget is divided besides that of its codes.
#[derive(Debug)]
pub struct Dimension {
    /// The name of its column.
    pub name: String,
    /// The dataset that says what its codes mean.
    pub dataset: String,
    pub categories: Arc<Categories>,
    divided: OnceLock<Box<Budget>>,
    left_out: OnceLock<BTreeMap<Arc<str>, Vec<u32>>>,
}

impl Dimension {
    pub(crate) fn new(name: String, dataset: String, categories: Arc<Categories>) -> Dimension {
        Dimension {
            name,
            dataset,
            categories,
            divided: OnceLock::new(),
            left_out: OnceLock::new(),
        }
    }
}

impl Budget {
    /// The dimension of this name.
    pub(crate) fn dimension(&self, name: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|own| own.name == name)
    }

    /// The figures under the codes of a dimension of it, each also under all codes that its own is a part
    /// of. Made when somebody first asks, in one pass over all lines.
    pub(crate) fn divided<'own>(&'own self, dimension: &'own Dimension) -> &'own Budget {
        dimension.divided.get_or_init(|| {
            let categories = &dimension.categories;
            let mut lines = Vec::new();
            let mut names: BTreeMap<&str, Vec<Arc<str>>> = BTreeMap::new();
            self.each_group(dimension, |said| {
                for (value, number) in counted(said, &self.categories) {
                    let names = names.entry(value);
                    let names = names.or_insert_with(|| with_wholes(value, categories));
                    lines.extend(names.iter().map(|name| self.line(number).under(name)));
                }
            });
            Box::new(Budget::new(lines, categories.clone(), BTreeSet::new()))
        })
    }

    /// The lines that say nothing of a dimension and are no sums of such as do, by their place.
    pub(crate) fn left_out<'own>(
        &self,
        dimension: &'own Dimension,
    ) -> &'own BTreeMap<Arc<str>, Vec<u32>> {
        dimension.left_out.get_or_init(|| {
            let mut left_out: BTreeMap<Arc<str>, Vec<u32>> = BTreeMap::new();
            self.each_group(dimension, |said| {
                for number in silent(said, &self.categories) {
                    let place = self.line(number).place.clone();
                    left_out.entry(place).or_default().push(number);
                }
            });
            left_out.values_mut().for_each(|own| own.sort_unstable());
            left_out
        })
    }

    fn each_group<'own>(&'own self, dimension: &Dimension, mut take: impl FnMut(&Said<'own>)) {
        let mut dimensions = self.dimensions.iter();
        let Some(at) = dimensions.position(|own| own.name == dimension.name) else {
            return;
        };
        for numbers in self.index().by_place() {
            let mut groups: BTreeMap<Group<'_>, Said<'_>> = BTreeMap::new();
            for number in numbers {
                let line = self.line(*number);
                let said = groups.entry((line.when(), line.fund())).or_default();
                let codes = said.entry(line.dimension(at)).or_default();
                codes.entry(&line.code).or_default().push(*number);
            }
            groups.values().for_each(&mut take);
        }
    }
}

/// Figures that can be added up: those of one period, phase, direction and fund.
type Group<'own> = (When, Option<&'own str>);
/// Of one group, by what they say of the dimension, the lines of each code.
type Said<'own> = BTreeMap<Option<&'own str>, BTreeMap<&'own str, Vec<u32>>>;

/// The lines that count, each with its value. One whose code is a whole of another's with the same value
/// is the sum of that one.
fn counted<'own>(said: &Said<'own>, categories: &Categories) -> Vec<(&'own str, u32)> {
    let mut counted = Vec::new();
    for (value, codes) in said {
        let Some(value) = value else {
            continue;
        };
        let sums = above(codes.keys().copied(), categories);
        let parts = codes.iter().filter(|(code, _)| !sums.contains(*code));
        let numbers = parts.flat_map(|(_, numbers)| numbers);
        counted.extend(numbers.map(|number| (*value, *number)));
    }
    counted
}

/// The lines without a value that nothing speaks for: neither a part of them nor what they are part of.
fn silent<'own>(said: &Said<'own>, categories: &Categories) -> Vec<u32> {
    let Some(without) = said.get(&None) else {
        return Vec::new();
    };
    let mut speak: HashSet<&str> = HashSet::new();
    for codes in said
        .iter()
        .filter_map(|(value, codes)| value.and(Some(codes)))
    {
        let sums = above(codes.keys().copied(), categories);
        speak.extend(codes.keys().filter(|code| !sums.contains(*code)));
    }
    let all = said.values().flat_map(|codes| codes.keys().copied());
    let sums = above(all, categories);
    let parts = without.iter().filter(|(code, _)| !sums.contains(*code));
    let parts: Vec<(&str, &Vec<u32>)> = parts.map(|(code, numbers)| (*code, numbers)).collect();
    let spoken = below(&speak, parts.iter().map(|(code, _)| *code), categories);
    let silent = parts.iter().filter(|(code, _)| !spoken.contains(code));
    silent.flat_map(|(_, numbers)| *numbers).copied().collect()
}

/// Which of the codes are a part of one of these wholes; each step up is taken once.
fn below<'own>(
    wholes: &HashSet<&str>,
    codes: impl Iterator<Item = &'own str>,
    categories: &'own Categories,
) -> HashSet<&'own str> {
    let mut parts: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut waiting: Vec<&str> = codes.collect();
    while let Some(code) = waiting.pop() {
        if seen.insert(code) {
            for whole in categories.wholes(code) {
                parts.entry(&whole.code).or_default().push(code);
                waiting.push(&whole.code);
            }
        }
    }
    let mut found = HashSet::new();
    let mut waiting: Vec<&str> = seen
        .into_iter()
        .filter(|code| wholes.contains(code))
        .collect();
    while let Some(whole) = waiting.pop() {
        for part in parts.remove(whole).unwrap_or_default() {
            found.insert(part);
            waiting.push(part);
        }
    }
    found
}

/// All codes that any of these is a part of.
fn above<'own>(
    codes: impl Iterator<Item = &'own str>,
    categories: &'own Categories,
) -> HashSet<&'own str> {
    let mut found = HashSet::new();
    let mut waiting: Vec<&str> = codes.collect();
    while let Some(code) = waiting.pop() {
        for whole in categories.wholes(code) {
            if found.insert(&*whole.code) {
                waiting.push(&whole.code);
            }
        }
    }
    found
}

/// The code, and all that it is a part of.
fn with_wholes(code: &str, categories: &Categories) -> Vec<Arc<str>> {
    let wholes = categories.all_wholes(code, MOST_WHOLES);
    let all = wholes.into_iter().chain([code]);
    all.map(Arc::from).collect()
}
