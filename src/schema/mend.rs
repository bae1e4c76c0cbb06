//! TOML as people type it → TOML, each piece with its place, and the statements that cannot be read as
//! they are: what they mean is not certain, or nothing.
//!
//! Only a text that is no TOML comes here, so that others cost nothing. Each statement is read alone:
//! what is wrong with one hides no other.

use super::lenient::{Habit, Lenient, bare_key, trimmed};
use super::mended::Mended;
use super::statement::{self, Kind, Statement};
use super::typed::is_blank;
use ::toml::de::DeTable;
use std::ops::Range;

/// The text as TOML, and the statements left out of it; `is_setting` knows the names of settings.
pub(super) fn mend(text: &str, is_setting: &dyn Fn(&str) -> bool) -> (Mended, Vec<Range<usize>>) {
    let mut mended = Mended::default();
    let mut unreadable = Vec::new();
    // Below a heading that cannot be read, nobody knows what a setting belongs to.
    let mut is_lost = false;
    let mut at = 0;
    while at < text.len() {
        let Statement { kind, range } = statement::at(text, at);
        at = range.end;
        let one = &text[range.clone()];
        let read = match kind {
            Kind::Nothing => Some(nothing(&range)),
            _ if is_toml(one) => Some(copied(text, range.clone())),
            Kind::Heading => heading(text, &range),
            Kind::Setting { separator } => setting(text, &range, separator, is_setting),
            Kind::Other => None,
        };
        let is_heading = one.trim_start_matches(is_blank).starts_with(['[', '［']);
        if is_heading {
            is_lost = false;
        }
        match read {
            Some(_) if is_lost && !is_heading => {}
            Some(read) => mended.append(read),
            None => {
                unreadable.push(range.clone());
                match is_heading.then(|| guessed_heading(text, &range)) {
                    Some(Some(guess)) => mended.append(guess),
                    Some(None) => is_lost = true,
                    None => {}
                }
            }
        }
    }
    (mended, unreadable)
}

fn is_toml(text: &str) -> bool {
    DeTable::parse_recoverable(text).1.is_empty()
}

fn copied(text: &str, range: Range<usize>) -> Mended {
    let mut mended = Mended::default();
    mended.copy(text, range.clone());
    if !text[range.clone()].ends_with('\n') {
        mended.put("\n", range.end..range.end);
    }
    mended
}

/// Comments and empty lines say nothing, whatever they are made of.
fn nothing(range: &Range<usize>) -> Mended {
    let mut mended = Mended::default();
    mended.put("\n", range.end..range.end);
    mended
}

/// `[name]` with signs that other keyboards and languages have.
fn heading(text: &str, range: &Range<usize>) -> Option<Mended> {
    let line = trimmed(text, without_end(text, range));
    let shown = &text[line.clone()];
    let (shown, _) = shown.split_once('#').unwrap_or((shown, ""));
    let shown = shown.trim_end_matches(|c| is_blank(c) || matches!(c, ':' | ',' | ';'));
    let straight = shown.replace('［', "[").replace('］', "]");
    let is_unseen = |c: char| is_blank(c) && !c.is_whitespace();
    let straight = straight.replace(is_unseen, "");
    let mut mended = Mended::default();
    mended.put(&straight, line.start..line.start + shown.len());
    mended.put("\n", range.end..range.end);
    is_toml(&mended.text).then_some(mended)
}

/// What a heading is likely to name that is not closed, or closed twice.
fn guessed_heading(text: &str, range: &Range<usize>) -> Option<Mended> {
    let line = trimmed(text, without_end(text, range));
    let shown = &text[line.clone()];
    let marks = |c: char| is_blank(c) || matches!(c, '[' | ']' | '［' | '］');
    let is_one_of_many = shown.starts_with("[[");
    let (shown, _) = shown.split_once('#').unwrap_or((shown, ""));
    let name = bare_key(shown.trim_matches(marks))?;
    let mut mended = Mended::default();
    let heading = match is_one_of_many {
        true => format!("[[{name}]]\n"),
        false => format!("[{name}]\n"),
    };
    mended.put(&heading, line);
    Some(mended)
}

/// `key = value` with what people type in the place of each.
fn setting(
    text: &str,
    range: &Range<usize>,
    separator: Range<usize>,
    is_setting: &dyn Fn(&str) -> bool,
) -> Option<Mended> {
    let mut mended = Mended::default();
    let key = trimmed(text, range.start..separator.start);
    match DeTable::parse_recoverable(&format!("{} = 0", &text[key.clone()])) {
        (_, errors) if errors.is_empty() => mended.copy(text, key),
        _ => mended.put(&bare_key(&text[key.clone()])?, key),
    }
    mended.put(" = ", separator.clone());
    let mut value = Lenient {
        text,
        at: separator.end,
        end: without_end(text, range).end,
        habit: Habit::Toml,
        is_setting,
        out: Mended::default(),
        line_end: 0,
    };
    match value.begins_below() {
        true => value.items_below()?,
        false => value.only_value()?,
    }
    mended.append(value.out);
    mended.put("\n", range.end..range.end);
    is_toml(&mended.text).then_some(mended)
}

fn without_end(text: &str, range: &Range<usize>) -> Range<usize> {
    let whole = &text[range.clone()];
    range.start..range.start + whole.trim_end_matches(['\n', '\r']).len()
}
