//! A table that is no budget: one whose columns are those of another kind, or one of the author's own.

use super::columns::plain;
use super::looks::Look;
use super::words::{self, Role};
use super::written;
use super::{Decided, Draft, Drafting, What};
use crate::data::kinds;
use crate::data::model::{Kind, Needed, StatedUnit, column_letters, unit_of_header, unit_of_title};
use std::collections::BTreeMap;

/// The kind whose columns these are; a budget's are none.
pub(super) fn kind(drafting: &Drafting<'_>) -> Option<Kind> {
    let names: Vec<String> = drafting
        .shape
        .names
        .iter()
        .map(|name| plain(name))
        .collect();
    let named = names.iter().filter(|name| !name.is_empty()).count();
    let tags = &drafting.asked.texts.tags;
    let has_figures = drafting
        .shape
        .body
        .clone()
        .any(|row| drafting.looked.looks[row].contains(&Look::Figure));
    let matching = |kind: &Kind| {
        let schema = kinds::schema(*kind);
        let known = schema.names(tags);
        let count = names
            .iter()
            .filter(|name| known.iter().any(|it| it == *name))
            .count();
        let needed = schema
            .in_file()
            .filter(|field| field.needed != Needed::Nothing);
        let mut needed = needed.map(|field| field.name.to_string());
        // What has few of its columns is another table that has some alike.
        let is_most = count >= 2 && count * 2 >= named;
        (is_most && needed.all(|name| names.contains(&name))).then_some(count)
    };
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| !matches!(kind, Kind::Budget | Kind::Table));
    let best = kinds.filter_map(|kind| Some((matching(&kind)?, kind)));
    let best = best.max_by_key(|(count, kind)| (*count, std::cmp::Reverse(kind.word())));
    match best {
        Some((_, kind)) => Some(kind),
        None => (!has_figures || !is_about_money(drafting)).then_some(Kind::Table),
    }
}

/// Whether a name of a column, a title or the sheet tells of money.
fn is_about_money(drafting: &Drafting<'_>) -> bool {
    let names = drafting.shape.names.iter();
    let mut columns = names.filter(|name| {
        let is_amount = matches!(
            words::role(name),
            Some(Role::Amount | Role::Phase | Role::Direction)
        );
        is_amount || words::phase(name).is_some() || unit_of_header(name) != StatedUnit::default()
    });
    let above = drafting.above();
    let titles = above.iter().map(String::as_str).chain(drafting.sheet);
    let mut titles = titles.filter(|title| {
        words::direction(title).is_some()
            || words::role(title) == Some(Role::Amount)
            || unit_of_title(title) != StatedUnit::default()
    });
    columns.next().is_some() || titles.next().is_some()
}

/// The draft of a table of this kind.
pub(super) fn draft(drafting: &Drafting<'_>, kind: Kind) -> Draft {
    let mut decided = drafting.about_header();
    let rows: Vec<usize> = drafting.shape.body.clone().collect();
    let mut holds: BTreeMap<String, &str> = BTreeMap::new();
    let schema = kinds::schema(kind);
    for (number, name) in drafting.shape.names.iter().enumerate() {
        if name.is_empty() {
            continue;
        }
        let looks = rows.iter().map(|row| drafting.looked.look(*row, number));
        let looks: Vec<Look> = looks.filter(|look| *look != Look::Blank).collect();
        let all = |is: fn(&Look) -> bool| !looks.is_empty() && looks.iter().all(is);
        let own = match schema.field(&plain(name)) {
            Some(_) => None,
            None if all(|look| matches!(look, Look::Year(_))) => Some("year"),
            None if all(|look| matches!(look, Look::Figure | Look::Year(_))) => Some("number"),
            None => None,
        };
        decided.push(Decided::sure(What::Column {
            letters: column_letters(u32::try_from(number).unwrap_or(0)),
            name: name.clone(),
            read_as: match schema.field(&plain(name)) {
                Some(_) => plain(name),
                None => own.unwrap_or("text").to_owned(),
            },
        }));
        if let Some(own) = own.filter(|_| kind == Kind::Table) {
            holds.insert(name.clone(), own);
        }
    }
    let until = drafting.until();
    if let Some((row, text)) = &until {
        decided.push(Decided::sure(What::Until {
            row: *row,
            text: text.clone(),
        }));
    }
    let until = until.as_ref().map(|(_, text)| text.as_str());
    let text = written::table(drafting, kind, until, &holds);
    Draft {
        files: vec![(format!("{}.toml", drafting.name), text)],
        decided,
    }
}
