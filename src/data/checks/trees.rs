//! Categories form trees.

use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{Categories, Category};
use crate::diagnostic::{Candidates, codes, diagnostic};
use std::cell::LazyCell;

/// Every parent and every part exists, and no category is its own ancestor.
pub(super) fn check(categories: &Categories, _: &Declaration, findings: &mut Findings) {
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
        let first = circle.iter().min().map(|number| categories.nth(*number));
        let mut codes: Vec<&str> = circle
            .iter()
            .map(|number| categories.nth(*number).code.as_str())
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
                    next = categories.parent_of(here);
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
