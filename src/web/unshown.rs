//! The templates of pages → what they leave out of what pages say of themselves, told.
//!
//! A template of a campaign's own that goes back to `base.html` writes `main` by itself. If it never speaks
//! of facts, what stands in a page's table is seen by nobody, and nothing else would say so.

use super::page;
use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::site::{Kind, Site};
use std::collections::BTreeMap;

/// What every template has to speak of in some way: `page.facts`, `page.fact`, `block facts`.
const FACTS: &str = "fact";

/// Warns of each template that shows no facts where pages that have some are written with it, once.
pub(super) fn told(site: &Site, report: &mut Report) {
    let mut templates: BTreeMap<String, &str> = BTreeMap::new();
    let pages = site.pages.iter().filter(|page| page.kind == Kind::Page);
    for page in pages {
        let Some(own) = page.facts.particulars.as_deref() else {
            continue;
        };
        if !own.fields.is_empty() {
            let template = page::template_of(site, page);
            templates.entry(template).or_insert(&own.kind.name);
        }
    }
    for (template, kind) in templates {
        if shows(site, &template) {
            continue;
        }
        let place = Place::file(site.theme.stands_at(&template));
        report.push(diagnostic!(
            codes::kinds::UNSHOWN,
            place,
            template = &template,
            kind = kind
        ));
    }
}

/// Whether a template, or one that it goes back to and leaves its `main`, speaks of facts; one that is
/// not there is told elsewhere.
fn shows(site: &Site, template: &str) -> bool {
    let mut name = template.to_owned();
    // Each goes back to another; those that go round are told elsewhere.
    for _ in 0..=site.theme.templates.len() {
        let Some(text) = site.theme.templates.get(&name) else {
            return true;
        };
        let named = quoted_after(text, "extends").chain(quoted_after(text, "include"));
        let included =
            quoted_after(text, "include").filter_map(|own| site.theme.templates.get(own));
        let speaks = |text: &str| text.contains(FACTS);
        if speaks(text) || included.into_iter().any(|text| speaks(text)) || calls_own(site, text) {
            return true;
        }
        let has_main = text.contains("block main") && !text.contains("super()");
        let parent = named.into_iter().next();
        match parent {
            Some(parent) if !has_main => name = parent.to_owned(),
            _ => return false,
        }
    }
    true
}

/// Whether it calls a component of which a template speaks of facts.
fn calls_own(site: &Site, text: &str) -> bool {
    let calls = text.match_indices("{{ <").map(|(at, open)| {
        let rest = &text[at + open.len()..];
        let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        &rest[..end.unwrap_or(rest.len())]
    });
    let mut asked = calls.map(|name| format!("component {name}("));
    asked.any(|begin| {
        let mut templates = site.theme.templates.values();
        templates.any(|text| {
            let piece = text.split_once(&begin).map(|(_, piece)| piece);
            let piece = piece.map(|piece| piece.split("endcomponent").next().unwrap_or(piece));
            piece.is_some_and(|piece| piece.contains(FACTS))
        })
    })
}

/// What stands in quotes after this word of a tag, wherever it stands.
fn quoted_after<'text>(text: &'text str, word: &'text str) -> impl Iterator<Item = &'text str> {
    text.match_indices(word).filter_map(move |(at, word)| {
        let rest = text[at + word.len()..].trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest[1..].split(quote).next()
    })
}
