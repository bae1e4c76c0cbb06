//! A value of any length → how it stands in a message, which is never long.

use super::{MessageLanguage, Words, visible};
use crate::diagnostic::place::beginning;
use crate::khmer::Language;
use crate::khmer::number::NumberStyle;
use std::borrow::Cow;
use std::fmt::{Display, Write};

/// A value that stands in a message. A list is joined in the message's language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Argument {
    Text(String),
    List {
        shown: Vec<String>,
        /// How many more there were.
        more: usize,
    },
    /// The program's own words, in both its languages.
    Words(Words),
}

/// How many clusters of a value are shown …
const LONGEST_TEXT: usize = 300;
/// … and of each item of a list.
const LONGEST_ITEM: usize = 80;
/// How many items of a list are shown.
const SHOWN_ITEMS: usize = 10;

impl<T: Display> From<T> for Argument {
    fn from(value: T) -> Argument {
        Argument::Text(shortened(value.to_string(), LONGEST_TEXT))
    }
}

impl From<Words> for Argument {
    fn from(words: Words) -> Argument {
        Argument::Words(words)
    }
}

/// The values as a list, `` `a`, `b` and `c` ``: the first ten, and how many more there are.
pub fn list<T: Display>(
    values: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
) -> Argument {
    let values = values.into_iter();
    let more = values.len().saturating_sub(SHOWN_ITEMS);
    let shown = values
        .take(SHOWN_ITEMS)
        .map(|value| shortened(value.to_string(), LONGEST_ITEM))
        .collect();
    Argument::List { shown, more }
}

/// The first of `count` things, as a list: those that are shown, and how many more there are.
pub fn list_of(shown: Vec<String>, count: usize) -> Argument {
    let more = count.saturating_sub(shown.len());
    Argument::List { shown, more }
}

/// These names, and how many more there are.
pub(super) fn named_of<'name>(names: impl Iterator<Item = &'name str>, more: usize) -> Argument {
    let shown = names.map(|name| shortened(name.to_owned(), LONGEST_ITEM));
    Argument::List {
        shown: shown.collect(),
        more,
    }
}

/// Words of the program's own as a list, however many they are: one of them has to be written.
pub fn words(words: &[&str]) -> Argument {
    Argument::List {
        shown: words.iter().map(|word| (*word).to_owned()).collect(),
        more: 0,
    }
}

/// The text as a message may hold it: not too long, and with nothing that a terminal acts on.
fn shortened(text: String, longest: usize) -> String {
    let mut text = match visible(&text) {
        Cow::Owned(shown) => shown,
        Cow::Borrowed(_) => text,
    };

    if text.len() > longest {
        let kept = beginning(&text, longest).len();
        if kept < text.len() {
            text.truncate(kept);
            text.push('…');
        }
    }
    text
}

impl Argument {
    pub(super) fn write(&self, language: MessageLanguage, out: &mut String) {
        match self {
            Argument::Text(text) => out.push_str(text),
            Argument::Words(words) => out.push_str(words.in_language(language)),
            Argument::List { shown, more } => join(shown, *more, language, out),
        }
    }
}

fn join(shown: &[String], more: usize, language: MessageLanguage, out: &mut String) {
    let (none, and) = match language {
        MessageLanguage::English => ("none", " and "),
        MessageLanguage::Khmer => ("គ្មាន", " និង "),
    };
    if shown.is_empty() {
        out.push_str(none);
    }
    for (at, value) in shown.iter().enumerate() {
        out.push_str(match at {
            0 => "",
            _ if at + 1 == shown.len() && more == 0 => and,
            _ => ", ",
        });
        write!(out, "`{value}`").expect("a string takes everything");
    }
    if more > 0 {
        out.push_str(and);
        out.push_str(&count(more, language));
        out.push_str(match language {
            MessageLanguage::English => " more",
            MessageLanguage::Khmer => " ទៀត",
        });
    }
}

/// A count as readers of this language write it.
pub(super) fn count(number: usize, language: MessageLanguage) -> String {
    let style = NumberStyle::of(match language {
        MessageLanguage::English => Language::English,
        MessageLanguage::Khmer => Language::Khmer,
    });
    style.integer(number as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(argument: &Argument) -> [String; 2] {
        [MessageLanguage::English, MessageLanguage::Khmer].map(|language| {
            let mut out = String::new();
            argument.write(language, &mut out);
            out
        })
    }

    #[test]
    fn a_list_is_joined_in_the_language_of_the_message() {
        assert_eq!(shown(&list(Vec::<String>::new())), ["none", "គ្មាន"]);
        assert_eq!(shown(&list(["a"])), ["`a`", "`a`"]);
        assert_eq!(
            shown(&list(["a", "b", "c"])),
            ["`a`, `b` and `c`", "`a`, `b` និង `c`"]
        );
    }

    #[test]
    fn a_long_list_ends_with_a_count() {
        let ten = shown(&list(1..11));
        assert!(ten[0].ends_with("`9` and `10`"), "{ten:?}");
        assert_eq!(
            shown(&list(1..5011)),
            [
                "`1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10` and 5,000 more",
                "`1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10` និង ៥\u{A0}០០០ ទៀត",
            ]
        );
    }

    #[test]
    fn a_long_value_is_cut_between_clusters() {
        let kept = "ស្ត្រី".repeat(300);
        assert_eq!(Argument::from(&kept), Argument::Text(kept.clone()));
        assert_eq!(
            Argument::from("ស្ត្រី".repeat(9000)),
            Argument::Text(kept + "…")
        );
        let item = format!("{}…", "a".repeat(80));
        assert_eq!(
            list(["a".repeat(9000)]),
            Argument::List {
                shown: vec![item],
                more: 0
            }
        );
    }
}
