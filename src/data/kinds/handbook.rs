//! The pages of the handbook that list the columns of each kind of table, made from their schemas.
#![allow(
    clippy::disallowed_methods,
    reason = "the pages are read and written as a campaign's own"
)]

use super::schema;
use crate::data::model::{Constant, Field, Holds, Kind, Needed, Refers};
use crate::diagnostic::MessageLanguage;
use std::fmt::Write;
use std::path::Path;

const ENGLISH: &str = "+++
title = \"Columns of tables\"
description = \"Which columns each kind of table may have, and what they hold.\"
weight = 8
+++

A table of one of these kinds may have these columns. Their names stand in the first row of the table; if yours are called otherwise, say so under `[columns]` in [the TOML file beside it](@/figures.md#toml). A text may stand in one language alone, or in each language of the site.

Other tables, such as those of the kind `table`, have the columns that you give them.
";

const KHMER: &str = "+++
title = \"ជួរឈរនៃតារាង\"
description = \"តារាងប្រភេទនីមួយៗអាចមានជួរឈរណាខ្លះ ហើយជួរឈរទាំងនោះមានអ្វី។\"
weight = 8
+++

តារាងប្រភេទទាំងនេះអាចមានជួរឈរដូចខាងក្រោម។ ឈ្មោះជួរឈរស្ថិតនៅជួរដេកទីមួយនៃតារាង។ បើតារាងរបស់អ្នកប្រើឈ្មោះផ្សេង សូមប្រាប់ក្រោម `[columns]` ក្នុង[ឯកសារ TOML នៅក្បែរវា](@/figures.md#toml)។ អត្ថបទអាចមានតែមួយភាសា ឬមានគ្រប់ភាសានៃគេហទំព័រ។

តារាងផ្សេងទៀត ដូចជាតារាងប្រភេទ `table` មានជួរឈរដែលអ្នកដាក់ឱ្យ។
";

fn page(language: MessageLanguage) -> String {
    let is_english = language == MessageLanguage::English;
    let say = |en: &'static str, km: &'static str| if is_english { en } else { km };
    let mut page = say(ENGLISH, KHMER).to_owned();
    for kind in Kind::ALL {
        let schema = schema(kind);
        if schema.fields.is_empty() {
            continue;
        }
        let name = kind.word();
        let _ = write!(
            page,
            "\n## {name} {{#{name}}}\n\n| {} | {} | {} | {} |\n|:--|:--|:--|:--|\n",
            say("Column", "ជួរឈរ"),
            say("What it holds", "មានអ្វី"),
            say("Must it be there?", "ត្រូវតែមានឬទេ"),
            say("Meaning", "ន័យ")
        );
        for field in schema.in_file() {
            let means = field
                .means
                .expect("the columns of our kinds have a meaning");
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} |",
                names(field),
                holds(field, language),
                needed(field, language),
                means.in_language(language)
            );
        }
    }
    page
}

fn names(field: &Field) -> String {
    match field.localised {
        true => format!("`{0}_km` `{0}_en`", field.name),
        false => format!("`{}`", field.name),
    }
}

fn holds(field: &Field, language: MessageLanguage) -> String {
    let (en, km) = match field.holds {
        Holds::Code if field.refers == Refers::Places => ("the code of a place", "លេខកូដទីកន្លែង"),
        Holds::Code if field.refers == Refers::Categories => {
            ("the code of a category", "លេខកូដប្រភេទ")
        }
        Holds::Code if field.refers == Refers::Itself => {
            ("a code of this table", "លេខកូដក្នុងតារាងនេះ")
        }
        Holds::Codes if field.refers == Refers::Itself => {
            ("codes of this table", "លេខកូដមួយ ឬច្រើនក្នុងតារាងនេះ")
        }
        Holds::Text => ("text", "អត្ថបទ"),
        Holds::Code => ("a code", "លេខកូដ"),
        Holds::Codes => ("codes", "លេខកូដមួយ ឬច្រើន"),
        Holds::Number => ("a number", "លេខ"),
        Holds::Whole => ("a whole number", "លេខគត់"),
        Holds::Amount => ("an amount", "ទឹកប្រាក់"),
        Holds::Year => ("a year", "ឆ្នាំ"),
        Holds::Date => ("a day", "ថ្ងៃ"),
        Holds::Truth => ("`true` or `false`", "`true` ឬ `false`"),
        Holds::Word(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            return words.join(" ");
        }
    };
    let words = match language {
        MessageLanguage::English => en,
        MessageLanguage::Khmer => km,
    };
    words.to_owned()
}

fn needed(field: &Field, language: MessageLanguage) -> &'static str {
    let is_constant = field.constant != Constant::Never;
    let (en, km) = match (field.needed, is_constant, field.in_headers) {
        (Needed::Nothing, false, _) => ("", ""),
        (Needed::Nothing, true, _) => ("may stand under `[constants]`", "អាចនៅក្រោម `[constants]`"),
        (_, false, false) => ("yes", "ត្រូវ"),
        (_, true, false) => ("yes, or under `[constants]`", "ត្រូវ ឬនៅក្រោម `[constants]`"),
        (_, false, true) => (
            "yes, or below headers such as `2025 approved`",
            "ត្រូវ ឬនៅក្រោមចំណងជើងដូចជា `2025 approved`",
        ),
        (_, true, true) => (
            "yes, or under `[constants]`, or in headers such as `2025 approved expenditure`",
            "ត្រូវ ឬនៅក្រោម `[constants]` ឬក្នុងចំណងជើងដូចជា `2025 approved expenditure`",
        ),
    };
    match language {
        MessageLanguage::English => en,
        MessageLanguage::Khmer => km,
    }
}

#[test]
fn the_handbook_lists_the_columns_of_every_kind() {
    for (file, language) in [
        ("columns.en.md", MessageLanguage::English),
        ("columns.md", MessageLanguage::Khmer),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("docs/content")
            .join(file);
        let page = page(language);
        if std::env::var_os("SALA_ACCEPT").is_some() {
            std::fs::write(&path, &page).expect("the page is written");
            continue;
        }
        let accepted = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(accepted == page, "-- {file}\n{accepted}\n-- got\n{page}");
    }
}

/// The columns that a sentence of the handbook names, in their order.
fn named_in(page: &str, sentence: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("docs/content")
        .join(page);
    let text = std::fs::read_to_string(path).expect("the page is there");
    let begin = text.find(sentence).expect("the sentence is there");
    let line = text[begin + sentence.len()..].lines().next();
    let line = line.expect("it has a line");
    let parts = line.split('`').skip(1).step_by(2);
    parts.map(str::to_owned).collect()
}

#[test]
fn the_columns_that_the_handbook_names_in_passing_are_those_there_are() {
    for (kind, page, sentence) in [
        (Kind::Budget, "figures.en.md", "Its columns are"),
        (Kind::Budget, "figures.md", "ជួរឈរគឺ"),
        (Kind::Contacts, "components.en.md", "The columns are"),
        (Kind::Contacts, "components.md", "ជួរឈរមាន"),
    ] {
        let schema = schema(kind);
        let named = named_in(page, sentence);
        assert!(named.len() >= 8, "{page}: {named:?}");
        for name in &named {
            assert!(schema.field(name).is_some(), "{page}: {name}");
        }
        for field in schema.in_file() {
            let is_named = named.iter().any(|name| {
                schema
                    .field(name)
                    .is_some_and(|named| named.name == field.name)
            });
            assert!(
                is_named || field.needed == Needed::Nothing,
                "{page} does not name {}",
                field.name
            );
        }
    }
}
