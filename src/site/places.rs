//! The tables of places → a tree from the nation down, and which of its places have pages.
//!
//! Made once and complete; what stands above, below and beside a place, and which places are like it, is
//! found without a look at the others.

use super::PageId;
use crate::config::Language;
use crate::data::{Contents, Datasets, NATION, Place, PlaceType};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// A place of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(u32);

/// The nation stands above all others.
pub const ROOT: PlaceId = PlaceId(0);

/// How many places a page names that are like its own.
const MOST_ALIKE: usize = 4;

/// The places, each with those above and below it.
#[derive(Debug)]
pub struct PlaceTree {
    datasets: Vec<Arc<str>>,
    nodes: Vec<Node>,
    /// Of a code that several rows have, the first.
    by_code: HashMap<String, PlaceId>,
}

#[derive(Debug)]
struct Node {
    /// The dataset's number and the row; nothing for a nation that no table has.
    row: Option<(u32, u32)>,
    parent: Option<PlaceId>,
    /// In the order of the files.
    children: Vec<PlaceId>,
}

/// The tree with the pages of its places.
#[derive(Debug)]
pub struct Places {
    pub tree: PlaceTree,
    pages: BTreeMap<PlaceId, Arc<[PageId]>>,
    /// Places with pages that can be compared, by what has to be the same, the smallest first.
    comparable: HashMap<(PlaceType, PlaceId, Measure), Vec<(Decimal, PlaceId)>>,
}

/// How a place is on a level with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Nation,
    Province,
    District,
    Commune,
    Village,
}

/// By what places are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    People,
    /// Where nobody counted the people.
    Villages,
}

/// The places like one: of its type, within one place, the nearest by a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    pub measure: Measure,
    pub within: PlaceId,
    /// The nearest first.
    pub places: Vec<PlaceId>,
}

impl Level {
    fn of(place_type: PlaceType) -> Level {
        match place_type {
            PlaceType::Nation => Level::Nation,
            PlaceType::Capital | PlaceType::Province => Level::Province,
            PlaceType::City | PlaceType::District | PlaceType::Khan => Level::District,
            PlaceType::Commune | PlaceType::Sangkat => Level::Commune,
            PlaceType::Village => Level::Village,
        }
    }
}

impl PlaceTree {
    /// One pass over all rows, and one over their parents.
    pub(super) fn of(datasets: &Datasets) -> PlaceTree {
        let mut tree = PlaceTree {
            datasets: Vec::new(),
            nodes: vec![Node {
                row: None,
                parent: None,
                children: Vec::new(),
            }],
            by_code: HashMap::from([(NATION.to_owned(), ROOT)]),
        };
        let mut listed: Vec<(PlaceId, &Place, bool)> = Vec::new();
        let mut twice = HashSet::new();
        for dataset in datasets.iter() {
            let Contents::Places(places) = &dataset.contents else {
                continue;
            };
            let number = small(tree.datasets.len());
            tree.datasets.push(dataset.name.as_str().into());
            for (row, place) in places.iter().enumerate() {
                let row = Some((number, small(row)));
                if place.code == NATION {
                    tree.nodes[0].row = tree.nodes[0].row.or(row);
                    continue;
                }
                // A row that stands twice is one place; two names under one code are two.
                if tree.by_code.contains_key(&place.code)
                    && !twice.insert((&place.code, &place.parent, &place.name))
                {
                    continue;
                }
                let id = PlaceId(small(tree.nodes.len()));
                if !tree.by_code.contains_key(&place.code) {
                    tree.by_code.insert(place.code.clone(), id);
                    twice.insert((&place.code, &place.parent, &place.name));
                }
                tree.nodes.push(Node {
                    row,
                    parent: None,
                    children: Vec::new(),
                });
                listed.push((id, place, dataset.synthetic));
            }
        }
        let ids: Vec<PlaceId> = listed.iter().map(|(id, ..)| *id).collect();
        let is_real = listed.iter().any(|(_, _, is_synthetic)| !is_synthetic);
        for (id, place, is_synthetic) in listed {
            // Of the places above that a row names, the nearest that has a row itself.
            let mut above = place.parent.iter().chain(place.ancestors.iter().rev());
            let parent = above.find_map(|code| tree.find(code));
            // A place that is made up lies in no country that is not.
            let nation = (!is_synthetic || !is_real).then_some(ROOT);
            tree.nodes[id.index()].parent = parent.or(nation);
        }
        tree.break_circles(&ids);
        for id in ids {
            if let Some(parent) = tree.nodes[id.index()].parent {
                tree.nodes[parent.index()].children.push(id);
            }
        }
        tree
    }

    /// Rows may say that two places lie in each other: whose author accepts that has them below the nation.
    fn break_circles(&mut self, ids: &[PlaceId]) {
        let mut leads_up = vec![false; self.nodes.len()];
        leads_up[ROOT.index()] = true;
        for id in ids {
            let mut path = Vec::new();
            let mut on_path = HashSet::new();
            let mut at = *id;
            while !leads_up[at.index()] {
                if !on_path.insert(at) {
                    self.nodes[at.index()].parent = Some(ROOT);
                    break;
                }
                path.push(at);
                match self.nodes[at.index()].parent {
                    Some(parent) => at = parent,
                    None => break,
                }
            }
            path.iter().for_each(|id| leads_up[id.index()] = true);
        }
    }

    /// The place with this code, or the first of several.
    pub fn find(&self, code: &str) -> Option<PlaceId> {
        self.by_code.get(code).copied()
    }

    /// All codes, sorted.
    pub fn codes(&self) -> Vec<&str> {
        let mut codes: Vec<&str> = self.by_code.keys().map(String::as_str).collect();
        codes.sort_unstable();
        codes
    }

    pub fn parent(&self, id: PlaceId) -> Option<PlaceId> {
        self.nodes[id.index()].parent
    }

    /// The places right below one.
    pub fn children(&self, id: PlaceId) -> &[PlaceId] {
        &self.nodes[id.index()].children
    }

    /// What its table says of it; nothing of a nation that no table has.
    pub fn place<'data>(&self, id: PlaceId, datasets: &'data Datasets) -> Option<&'data Place> {
        let (dataset, row) = self.nodes[id.index()].row?;
        let dataset = datasets.get(&self.datasets[dataset as usize])?;
        match &dataset.contents {
            Contents::Places(places) => places.get(row as usize),
            _ => None,
        }
    }

    /// The dataset that it stands in.
    pub fn dataset(&self, id: PlaceId) -> Option<&str> {
        let (dataset, _) = self.nodes[id.index()].row?;
        Some(&self.datasets[dataset as usize])
    }

    pub fn level(&self, id: PlaceId, datasets: &Datasets) -> Level {
        let place = self.place(id, datasets);
        place.map_or(Level::Nation, |place| Level::of(place.place_type))
    }

    /// Its name in a language; nothing of a nation that no table has.
    pub fn name<'data>(
        &self,
        id: PlaceId,
        datasets: &'data Datasets,
        language: &Language,
    ) -> Option<&'data str> {
        let place = self.place(id, datasets)?;
        Some(place.name.get(language, &datasets.fallback()))
    }

    /// The province or capital that a place lies in; the nation for those themselves.
    fn region(&self, id: PlaceId, datasets: &Datasets) -> PlaceId {
        let mut above = self.parent(id);
        while let Some(next) = above {
            if self.level(next, datasets) <= Level::Province {
                return next;
            }
            above = self.parent(next);
        }
        ROOT
    }
}

impl PlaceId {
    fn index(self) -> usize {
        self.0 as usize
    }
}

impl Places {
    pub(super) fn new(
        tree: PlaceTree,
        pages: BTreeMap<PlaceId, Arc<[PageId]>>,
        datasets: &Datasets,
    ) -> Places {
        let mut comparable: HashMap<_, Vec<(Decimal, PlaceId)>> = HashMap::new();
        for id in pages.keys().copied() {
            let region = tree.region(id, datasets);
            for measure in [Measure::People, Measure::Villages] {
                if let Some(place) = tree.place(id, datasets)
                    && let Some(number) = measure.of(place)
                {
                    let key = (place.place_type, region, measure);
                    comparable.entry(key).or_default().push((number, id));
                }
            }
        }
        comparable
            .values_mut()
            .for_each(|places| places.sort_unstable());
        Places {
            tree,
            pages,
            comparable,
        }
    }

    /// The page of a place, in each language.
    pub fn pages(&self, id: PlaceId) -> Option<&[PageId]> {
        self.pages.get(&id).map(|pages| &**pages)
    }

    /// Every place that has a page, in the order of the tables.
    pub fn with_pages(&self) -> impl Iterator<Item = (PlaceId, &[PageId])> {
        let pages = self.pages.iter();
        pages.map(|(place, pages)| (*place, &**pages))
    }

    /// The places with pages that are like one; nothing if there is none to be compared with.
    pub fn alike(&self, id: PlaceId, datasets: &Datasets) -> Option<Alike> {
        let place = self.tree.place(id, datasets)?;
        let measures = [Measure::People, Measure::Villages].into_iter();
        let mut known = measures.filter_map(|measure| Some((measure, measure.of(place)?)));
        let (measure, number) = known.next()?;
        let within = self.tree.region(id, datasets);
        let all = self.comparable.get(&(place.place_type, within, measure))?;
        let at = all.binary_search(&(number, id)).ok()?;
        let (mut below, mut above) = (
            all[..at].iter().rev().peekable(),
            all[at + 1..].iter().peekable(),
        );
        let mut places = Vec::with_capacity(MOST_ALIKE);
        while places.len() < MOST_ALIKE {
            // Of two that are as near, the smaller one.
            let next = match (below.peek(), above.peek()) {
                (None, None) => break,
                (Some((less, _)), Some((more, _))) if number - less > more - number => above.next(),
                (Some(_), _) => below.next(),
                (None, Some(_)) => above.next(),
            };
            places.extend(next.map(|(_, id)| *id));
        }
        (!places.is_empty()).then_some(Alike {
            measure,
            within,
            places,
        })
    }
}

impl Measure {
    /// How large a place is by this; nothing where it is not known.
    fn of(self, place: &Place) -> Option<Decimal> {
        match self {
            Measure::People => place.population,
            Measure::Villages => {
                (place.counts.villages > 0).then(|| Decimal::from(place.counts.villages))
            }
        }
    }
}

/// A country has some ten thousand places.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
