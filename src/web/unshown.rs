//! The templates of pages → what they leave out of what pages say of themselves, told.
//!
//! A template of a campaign's own that goes back to `base.html` writes `main` by itself. If it never speaks
//! of facts, what stands in a page's table is seen by nobody, and nothing else would say so.

use super::page;
use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::site::{Kind, Site};
use std::collections::{BTreeMap, BTreeSet};

/// What every template has to speak of in some way: `page.facts`, `fact`, `block facts`, `<facts.all …/>`.
const FACTS: [&str; 2] = ["fact", "facts"];

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
    if templates.is_empty() {
        return;
    }
    let theme = Spoken::of(&site.theme.templates);
    for (template, kind) in templates {
        if theme.shows_facts(&template) {
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

/// What a template, or the component that it defines, says in its tags.
#[derive(Default)]
struct Said<'text> {
    has_facts: bool,
    /// Writes a `main` of its own, and not also that of the template it goes back to.
    has_main: bool,
    has_super: bool,
    parent: Option<&'text str>,
    included: Vec<&'text str>,
    called: Vec<&'text str>,
}

/// What all templates say. The cost grows with their text.
struct Spoken<'text> {
    templates: BTreeMap<&'text str, Said<'text>>,
    components: BTreeMap<&'text str, Said<'text>>,
}

impl<'text> Spoken<'text> {
    fn of(templates: &'text BTreeMap<String, String>) -> Spoken<'text> {
        let mut spoken = Spoken {
            templates: BTreeMap::new(),
            components: BTreeMap::new(),
        };
        for (name, text) in templates {
            spoken.read(name, text);
        }
        spoken
    }

    fn read(&mut self, name: &'text str, text: &'text str) {
        let mut own = Said::default();
        let mut component: Option<(&str, Said<'text>)> = None;
        for tag in tags(text) {
            let mut words = tag.split_ascii_whitespace();
            match (words.next(), words.next()) {
                (Some("component"), Some(defined)) => {
                    let end = defined.find('(').unwrap_or(defined.len());
                    component = Some((&defined[..end], Said::default()));
                }
                (Some("endcomponent"), _) => self.components.extend(component.take()),
                _ => match &mut component {
                    Some((_, said)) => said.hear(tag),
                    None => own.hear(tag),
                },
            }
        }
        self.templates.insert(name, own);
    }

    /// Whether a template, what it includes and calls, or one that it goes back to and leaves its `main`,
    /// speaks of facts; one that is not there is told elsewhere.
    fn shows_facts(&self, template: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut name = template;
        // Those that go round are told elsewhere.
        while seen.insert(name) {
            let Some(said) = self.templates.get(name) else {
                return true;
            };
            if self.speaks(said) {
                return true;
            }
            match said.parent {
                Some(parent) if !said.has_main || said.has_super => name = parent,
                _ => return false,
            }
        }
        true
    }

    /// Whether it speaks of facts, or what it includes and calls does.
    fn speaks(&self, said: &Said<'text>) -> bool {
        let mut asked: Vec<(bool, &str)> = Vec::new();
        let ask = |asked: &mut Vec<_>, said: &Said<'text>| {
            asked.extend(said.included.iter().map(|name| (true, *name)));
            asked.extend(said.called.iter().map(|name| (false, *name)));
        };
        ask(&mut asked, said);
        let mut has_facts = said.has_facts;
        let mut seen = BTreeSet::new();
        while let Some((is_template, name)) = asked.pop().filter(|_| !has_facts) {
            let of = match is_template {
                true => &self.templates,
                false => &self.components,
            };
            if let Some(said) = of.get(name).filter(|_| seen.insert((is_template, name))) {
                has_facts = said.has_facts;
                ask(&mut asked, said);
            }
        }
        has_facts
    }
}

impl<'text> Said<'text> {
    fn hear(&mut self, tag: &'text str) {
        let is_in_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let mut words = tag.split(|c| !is_in_word(c)).filter(|it| !it.is_empty());
        self.has_facts |= words.clone().any(|word| FACTS.contains(&word));
        self.has_super |= words.clone().any(|word| word == "super");
        match (words.next(), words.next()) {
            (Some("extends"), _) => self.parent = self.parent.or(quoted(tag)),
            (Some("include"), _) => self.included.extend(quoted(tag)),
            (Some("block"), Some("main")) => self.has_main = true,
            _ => {}
        }
        let calls = tag.match_indices('<').map(|(at, _)| &tag[at + 1..]);
        let calls = calls.filter(|call| call.starts_with(is_in_word));
        self.called.extend(calls.map(|call| {
            let end = call.find(|c| !is_in_word(c) && c != '.');
            &call[..end.unwrap_or(call.len())]
        }));
    }
}

/// What stands in the tags of a template, without the remarks.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find('{')?;
            let open = &rest[at + 1..];
            let end = match open.bytes().next() {
                Some(b'{') => "}}",
                Some(b'%') => "%}",
                Some(b'#') => "#}",
                _ => {
                    rest = open;
                    continue;
                }
            };
            let inner = &open[1..];
            let (tag, after) = inner.split_once(end).unwrap_or((inner, ""));
            rest = after;
            if end != "#}" {
                return Some(tag.trim_matches(['-', ' ', '\n', '\t']));
            }
        }
    })
}

/// What stands in the first quotes of a tag.
fn quoted(tag: &str) -> Option<&str> {
    let mut parts = tag.splitn(3, ['"', '\'']);
    parts.nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The templates of which facts are seen.
    fn shown<'text>(templates: &[(&'text str, &str)]) -> Vec<&'text str> {
        let owned = templates
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let theme: BTreeMap<String, String> = owned.collect();
        let spoken = Spoken::of(&theme);
        let names = templates.iter().map(|(name, _)| *name);
        names.filter(|name| spoken.shows_facts(name)).collect()
    }

    #[test]
    fn a_template_shows_facts_where_its_tags_say_so() {
        let templates = [
            ("base", "<main>{% block main %}{% endblock %}</main>"),
            (
                "page",
                "{% extends \"base\" %}{% block main %}{{ page.facts }}{% endblock %}",
            ),
            (
                "left",
                "{% extends 'page' %}{% block share %}{% endblock %}",
            ),
            (
                "more",
                "{% extends 'page' %}{% block main %}{{ super() }}{% endblock %}",
            ),
            (
                "bare",
                "{% extends \"page\" %}{% block main %}{{ page.title }}{% endblock %}",
            ),
            (
                "word",
                "{% extends \"base\" %}{% block main %}in fact {{ t.factory }}{# fact #}{% endblock %}",
            ),
            ("part", "{%- include \"row\" -%}"),
            ("row", "{{- fact.label -}}"),
            (
                "call",
                "{% block main %}{{ <own.outer page={page}/> }}{% endblock %}",
            ),
            (
                "parts",
                "{% component own.outer(page: map) %}{{ <own.inner page={page}/> }}{% endcomponent own.outer %}{% component own.inner(page: map) %}{{ page[\"facts\"] }}{% endcomponent own.inner %}{% component own.bare() %}{{ <own.bare/> }}{% endcomponent own.bare %}",
            ),
            ("called", "{{ <own.bare/> }}{% if 1 < fac %}{% endif %}"),
            ("round", "{% extends \"round\" %}"),
            (
                "left out on purpose",
                "{% extends \"base\" %}{% block facts %}{% endblock %}",
            ),
            ("lost", "{% extends \"nowhere\" %}"),
            ("open", "{{ page.facts"),
        ];
        assert_eq!(
            shown(&templates),
            [
                "page",
                "left",
                "more",
                "part",
                "row",
                "call",
                "round",
                "left out on purpose",
                "lost",
                "open"
            ]
        );
    }
}
