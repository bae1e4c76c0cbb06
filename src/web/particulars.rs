//! What a page says in the table of its kind, as its templates read it.

use super::value::{array, map, map_of, optional, text};
use super::view::{View, phone_uri};
use crate::content::kinds::{Field, FieldHolds, Kind, ListForm, Particulars};
use crate::site::resolve::{Fact, Resolved, Shown, behind, facts_where};
use crate::site::{Listing, Page, PageId, plan};
use tera::Value;

/// What a page of a kind says besides what any page says: `facts`, which stand before the text, and
/// `folded`, which stand after it; each of them by its key in `fact`; and where its `calendar_url` leads.
pub(super) fn of_page(view: &View<'_>, resolved: &Resolved<'_>) -> [(&'static str, Value); 4] {
    let facts = &resolved.facts;
    let some = |folded: bool| {
        let own = facts.iter().filter(move |fact| fact.field.folded == folded);
        array(own.map(|fact| seen(view, fact)))
    };
    let calendar = plan::calendar_path(resolved.page);
    let calendar = calendar.map(|path| view.url(&path));
    [
        ("facts", some(false)),
        ("folded", some(true)),
        ("fact", by_key(view, facts)),
        ("calendar_url", optional(calendar)),
    ]
}

fn by_key(view: &View<'_>, facts: &[Fact<'_>]) -> Value {
    let mut by_key = tera::Map::default();
    for fact in facts {
        let key = tera::value::Key::String(fact.field.key.as_str().into());
        by_key.insert(key, seen(view, fact));
    }
    Value::from(by_key)
}

/// `page.kind`: `{ name, label, plural }`.
pub(super) fn kind(view: &View<'_>, kind: &Kind) -> Value {
    let fallback = view.site.config.default_language();
    let say = |text: &crate::config::Localised| view.set(text.get(view.language, fallback));
    map([
        ("name", text(&kind.name)),
        ("label", say(&kind.label)),
        ("plural", say(&kind.plural)),
    ])
}

/// What a kind is called, as it stands at the head of a column.
fn head(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// `section.list`: how those of its pages that are `shown` stand there, if all of them are of one kind.
pub(super) fn list(view: &View<'_>, listing: &Listing, shown: &[PageId]) -> Value {
    let Some(kind) = &listing.kind else {
        return Value::none();
    };
    let fallback = view.site.config.default_language();
    let label = |field: &Field| view.set(field.label.get(view.language, fallback));
    let is_column = |at: usize, field: &Field| {
        field.in_list && !(kind.list == ListForm::Matrix && kind.by == Some(at))
    };
    let fields = kind.fields.iter().enumerate();
    // A column in which nothing stands would push the others off a phone.
    let is_filled = |field: &Field| {
        shown.iter().any(|id| {
            let page = view.site.page(*id);
            !facts_where(view.site, page, |own| own.key == field.key).is_empty()
        })
    };
    let columns = fields.filter(|(at, field)| is_column(*at, field) && is_filled(field));
    let columns = columns.map(|(_, field)| {
        map([
            ("key", text(&field.key)),
            ("label", label(field)),
            ("right", is_figure(field).into()),
        ])
    });
    let is_past = |id: &&PageId| {
        let particulars = view.site.page(**id).facts.particulars.as_deref();
        particulars.is_some_and(|own| own.is_past(view.site.today))
    };
    let dated: &[PageId] = match kind.list {
        ListForm::Calendar => shown,
        _ => &[],
    };
    let coming = dated.iter().filter(|id| !is_past(id));
    let past = dated.iter().filter(is_past);
    let by = kind.by.filter(|_| kind.list == ListForm::Matrix);
    let words = by.map(|at| &kind.fields[at]);
    let words = words.into_iter().flat_map(|field| {
        field.words.iter().map(|(word, label)| {
            let label = view.set(label.get(view.language, fallback));
            map([("word", text(word)), ("label", label)])
        })
    });
    map([
        ("form", text(kind.list.word())),
        ("kind", self::kind(view, kind)),
        ("head", text(&head(kind.label.get(view.language, fallback)))),
        ("columns", array(columns)),
        ("by", optional(by.map(|at| text(&kind.fields[at].key)))),
        ("by_label", optional(by.map(|at| label(&kind.fields[at])))),
        ("words", array(words)),
        ("coming", array(coming.map(|id| view.card(*id)))),
        ("past", array(past.map(|id| view.card(*id)))),
    ])
}

/// What a card says of a page of a kind besides what it says of any: `facts` and `fact`, and whether what
/// it tells of is `past`.
pub(super) fn of_card(
    view: &View<'_>,
    page: &Page,
    particulars: &Particulars,
) -> [(&'static str, Value); 3] {
    let facts = facts_where(view.site, page, |field| field.in_list);
    let is_past = particulars.start();
    let is_past = is_past.map(|_| particulars.is_past(view.site.today).into());
    [
        ("facts", array(facts.iter().map(|fact| seen(view, fact)))),
        ("fact", by_key(view, &facts)),
        ("past", optional(is_past)),
    ]
}

/// Whether figures stand below each other in a table of it.
fn is_figure(field: &Field) -> bool {
    matches!(field.holds, FieldHolds::Number | FieldHolds::Riel) && !field.many
}

fn seen(view: &View<'_>, fact: &Fact<'_>) -> Value {
    let field = fact.field;
    let columns = field
        .columns
        .iter()
        .zip(&fact.columns)
        .map(|(column, label)| {
            map([
                ("key", text(&column.key)),
                ("label", view.set(label)),
                ("right", is_figure(column).into()),
            ])
        });
    map([
        ("key", text(&field.key)),
        ("label", view.set(fact.label)),
        ("holds", text(field.holds.word())),
        ("many", (fact.values.len() > 1).into()),
        ("columns", array(columns)),
        (
            "values",
            array(fact.values.iter().map(|value| value_of(view, value))),
        ),
    ])
}

/// A value, with what stands between it and one beside it.
fn value_of(view: &View<'_>, shown: &Shown<'_>) -> Value {
    let comma = ("behind", text(behind(&shown.words())));
    let with = |said: &str, more: Option<(&'static str, Value)>| {
        let own = [
            ("text", view.set(said)),
            ("plain", text(said)),
            comma.clone(),
        ];
        map_of(own.into_iter().chain(more))
    };
    match shown {
        Shown::Text(said) => with(said, None),
        Shown::Choice { word, text: said } => with(said, Some(("word", text(word)))),
        Shown::Day { text: said, iso } => with(said, Some(("iso", text(iso)))),
        Shown::Link { target, words } => with(words, Some(("url", text(&view.target(target))))),
        Shown::Contact(contact) => map([
            ("text", view.set(&contact.name)),
            ("plain", text(&contact.in_a_sentence())),
            ("role", view.set(&contact.role)),
            ("phone", text(&view.language.in_its_order(&contact.phone))),
            ("phone_uri", text(&phone_uri(&contact.phone))),
            ("synthetic", contact.synthetic.into()),
            comma,
        ]),
        Shown::Row { is_now, cells } => map([
            ("now", (*is_now).into()),
            (
                "cells",
                array(
                    cells
                        .iter()
                        .map(|cell| array(cell.iter().map(|value| value_of(view, value)))),
                ),
            ),
        ]),
    }
}
