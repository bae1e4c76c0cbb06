//! The account of a table: what became of each of its cells, in words and as JSON.

use super::number;
use crate::cli::console::Console;
use crate::config::Language;
use crate::data::{Account, Dataset, NamedColumn};
use serde_json::{Value, json};

/// The account in lines, the first of which names the table.
pub(super) fn lines(dataset: &Dataset, is_complete: bool, console: &Console) -> Vec<String> {
    let mut lines = vec![named(dataset, console)];
    let mut line = |name: &str, said: String| lines.push(format!("  {name}{said}"));
    if !is_complete {
        line(
            console.say(
                "not all of it could be read, so there is no account of it",
                "មិនអាចអានបានទាំងអស់ទេ ដូច្នេះគ្មានសង្ខេបអំពីវាឡើយ",
            ),
            String::new(),
        );
        return lines;
    }
    let account = &dataset.account;
    line(
        console.say("figures: ", "តួលេខ៖ "),
        figures(account, console),
    );
    line(console.say("rows: ", "ជួរដេក៖ "), rows(account, console));
    line(
        console.say("columns: ", "ជួរឈរ៖ "),
        columns(account, console),
    );
    line(
        console.say("totals: ", "តួលេខសរុប៖ "),
        totals(account, console),
    );
    line(console.say("cells: ", "ក្រឡា៖ "), cells(account, console));
    let offered = match dataset.is_offered {
        true => console.say("readers may download it", "អ្នកអានអាចទាញយកវាបាន"),
        false => console.say(
            "used in pages, not offered for download (`publish = false`)",
            "ប្រើក្នុងទំព័រ តែមិនឱ្យទាញយកទេ (`publish = false`)",
        ),
    };
    line(offered, String::new());
    lines
}

/// `data/water.xlsx: Water (budget)`.
pub(super) fn named(dataset: &Dataset, console: &Console) -> String {
    let (language, other) = match console.say("en", "km") {
        "en" => ("en", "km"),
        _ => ("km", "en"),
    };
    let title = dataset
        .title
        .get(&Language::new(language), &Language::new(other));
    format!("{}: {title} ({})", dataset.path, dataset.kind.word())
}

fn figures(account: &Account, console: &Console) -> String {
    let (known, unknown) = (account.figures.known, account.figures.unknown);
    let (known, is_blank) = (number(known, console), unknown > 0);
    let unknown = number(unknown, console);
    match is_blank {
        true => console
            .say(
                "{known} read, {unknown} blank, which is not known",
                "អានបាន {known} ហើយ {unknown} ទទេ ដែលមានន័យថាមិនដឹង",
            )
            .replace("{known}", &known)
            .replace("{unknown}", &unknown),
        false => console
            .say("{known} read", "អានបាន {known}")
            .replace("{known}", &known),
    }
}

fn rows(account: &Account, console: &Console) -> String {
    let read = console.say("{count} read", "អានបាន {count}");
    let skipped = console.say("{count} left out as declared", "រំលង {count} តាមការពិពណ៌នា");
    let parts = [(account.rows.read, read), (account.rows.skipped, skipped)];
    counted(&parts, console)
}

fn columns(account: &Account, console: &Console) -> String {
    let columns = &account.columns;
    let used: Vec<String> = columns
        .used
        .iter()
        .map(
            |one| match one.header == one.read_as || one.header == one.letters {
                true => format!("{} = {}", one.letters, one.read_as),
                false => format!("{} {} = {}", one.letters, one.header, one.read_as),
            },
        )
        .collect();
    let mut parts = vec![used.join(", ")];
    let names = [
        (
            console.say("left out as declared: ", "រំលងតាមការពិពណ៌នា៖ "),
            &columns.left_out,
        ),
        (
            console.say("nothing is made of: ", "មិនបានប្រើ៖ "),
            &columns.unused,
        ),
    ];
    for (name, columns) in names.into_iter().filter(|(_, columns)| !columns.is_empty()) {
        let columns = columns
            .iter()
            .map(|one| format!("{} {}", one.letters, one.header));
        let columns: Vec<String> = columns.map(|named| named.trim_end().to_owned()).collect();
        parts.push(format!("{name}{}", columns.join(", ")));
    }
    parts.join("; ")
}

fn totals(account: &Account, console: &Console) -> String {
    let totals = account.totals;
    if totals.checked + totals.unchecked() == 0 {
        return console.say("none are stated", "គ្មាន").to_owned();
    }
    let checked = console.say("{count} checked", "ពិនិត្យហើយ {count}");
    let blank = console.say(
        "{count} not checked because the total is blank",
        "មិនបានពិនិត្យ {count} ព្រោះតួលេខសរុបទទេ",
    );
    let part = console.say(
        "{count} not checked because a part is blank",
        "មិនបានពិនិត្យ {count} ព្រោះផ្នែកណាមួយទទេ",
    );
    let none = console.say(
        "{count} not checked because none of the parts stands in the table",
        "មិនបានពិនិត្យ {count} ព្រោះគ្មានផ្នែកណាមួយក្នុងតារាង",
    );
    let parts = [
        (totals.checked, checked),
        (totals.blank, blank),
        (totals.blank_part, part),
        (totals.no_part, none),
    ];
    counted(&parts, console)
}

/// `60 hold something: 48 read, 12 in the heading`.
fn cells(account: &Account, console: &Console) -> String {
    let cells = account.cells;
    let parts = [
        (cells.read, console.say("{count} read", "អានបាន {count}")),
        (
            cells.heading,
            console.say("{count} above the rows", "នៅលើជួរដេក {count}"),
        ),
        (
            cells.missing,
            console.say("{count} declared to say nothing", "ប្រកាសថាមិនប្រាប់អ្វី {count}"),
        ),
        (
            cells.left_out,
            console.say("{count} in columns left out", "ក្នុងជួរឈរដែលរំលង {count}"),
        ),
        (
            cells.skipped,
            console.say("{count} in rows left out", "ក្នុងជួរដេកដែលរំលង {count}"),
        ),
        (
            cells.unused,
            console.say(
                "{count} in columns nothing is made of",
                "ក្នុងជួរឈរដែលមិនបានប្រើ {count}",
            ),
        ),
        (
            cells.told,
            console.say("{count} named in a message", "មានក្នុងសារ {count}"),
        ),
    ];
    let all = console.say("{count} hold something: ", "មានខ្លឹមសារ {count}៖ ");
    let all = all.replace("{count}", &number(cells.filled(), console));
    all + &counted(&parts, console)
}

/// Each count with its words, those of nothing left out.
fn counted(parts: &[(u64, &str)], console: &Console) -> String {
    let some = parts.iter().filter(|(count, _)| *count > 0);
    let some: Vec<String> = some
        .map(|(count, words)| words.replace("{count}", &number(*count, console)))
        .collect();
    match some.is_empty() {
        true => console.say("none", "គ្មាន").to_owned(),
        false => some.join(", "),
    }
}

/// The account for a program; its keys stay as they are.
pub(super) fn json(dataset: &Dataset, is_complete: bool) -> Value {
    let Account {
        cells,
        rows,
        columns,
        figures,
        totals,
    } = &dataset.account;
    let used = columns
        .used
        .iter()
        .map(|one| json!({ "letters": one.letters, "header": one.header, "read_as": one.read_as }));
    let named = |columns: &[NamedColumn]| -> Value {
        let columns = columns.iter();
        columns
            .map(|one| json!({ "letters": one.letters, "header": one.header }))
            .collect()
    };
    json!({
        "name": dataset.name,
        "path": dataset.path,
        "kind": dataset.kind.word(),
        "complete": is_complete,
        "offered": dataset.is_offered,
        "figures": { "known": figures.known, "unknown": figures.unknown },
        "rows": { "read": rows.read, "skipped": rows.skipped, "told": rows.told },
        "columns": {
            "used": used.collect::<Vec<Value>>(),
            "left_out": named(&columns.left_out),
            "unused": named(&columns.unused),
        },
        "totals": {
            "checked": totals.checked,
            "blank": totals.blank,
            "blank_part": totals.blank_part,
            "no_part": totals.no_part,
        },
        "cells": {
            "filled": cells.filled(),
            "read": cells.read,
            "heading": cells.heading,
            "missing": cells.missing,
            "left_out": cells.left_out,
            "skipped": cells.skipped,
            "unused": cells.unused,
            "told": cells.told,
            "blank": cells.blank,
        },
    })
}
