//! Mistakes in the files that the product reads, each told with its place, by the product's schemas.

use super::{Holds, Schema, Spot};
use crate::config;
use crate::content::{PAGE, SECTION};
use crate::data;
use crate::diagnostic::{MessageLanguage, Report};
use std::collections::BTreeSet;

fn report(schema: &'static Schema, text: &str) -> Report {
    let mut report = Report::new();
    let read = schema.read("a.toml", text, 0..text.len(), &mut report);
    assert_eq!(read.whole, report.is_empty(), "{text}");
    report
}

/// Every message in English; those in Khmer are held to be free of the reader's own words.
fn told(schema: &'static Schema, text: &str) -> Vec<String> {
    let report = report(schema, text);
    let found = report.sorted();
    for one in &found {
        let khmer = one.message(MessageLanguage::Khmer) + &one.help(MessageLanguage::Khmer);
        for word in ["invalid", "expected", "missing", "unexpected"] {
            assert!(!khmer.contains(word), "{khmer}");
        }
    }
    found
        .iter()
        .map(|one| format!("{}: {}", one.place, one.message(MessageLanguage::English)))
        .collect()
}

#[test]
fn all_mistakes_of_a_file_are_told_at_once() {
    let text = "titel = 'x'\n\
                draft = 'perhaps' # draft\n\
                sort_by = 'dat'\n\
                weigth = [\n 1 ]\n\
                paginate_by = 0\n\
                leaflets = ['a4', 3, true]\n";
    assert_eq!(
        told(&SECTION, text),
        [
            "a.toml:1:1: no setting is called `titel`",
            "a.toml:2:9: `draft` is `'perhaps'`, and must be `true` or `false`",
            "a.toml:3:11: `sort_by` is `'dat'`, which is none of the words known there",
            "a.toml:4:1: no setting is called `weigth`",
            "a.toml:6:15: `paginate_by` cannot be the number `0`",
            "a.toml:7:22: `leaflets` is `true`, and must be text",
        ]
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_told_with_what_is_wanted() {
    for (schema, written, message) in [
        (
            &PAGE,
            "draft = 'perhaps'",
            "`draft` is `'perhaps'`, and must be `true` or `false`",
        ),
        (&PAGE, "title = true", "`title` is `true`, and must be text"),
        (
            &PAGE,
            "weight = 'x'",
            "`weight` is `'x'`, and must be a whole number",
        ),
        (
            &PAGE,
            "weight = 1.5",
            "`weight` is `1.5`, and must be a whole number",
        ),
        (
            &PAGE,
            "weight = 99999999999999999999",
            "`weight` cannot be the number `99999999999999999999`",
        ),
        (
            &PAGE,
            "date = 'soon'",
            "`date` is `'soon'`, and must be a day",
        ),
        (
            &PAGE,
            "date = 10:30:00",
            "`date` is `10:30:00`, and must be a day",
        ),
        (
            &PAGE,
            "aliases = 'x, y'",
            "`aliases` is `'x, y'`, and must be a list",
        ),
        (&PAGE, "extra = 3", "`extra` is `3`, and must be a table"),
        (
            &PAGE,
            "taxonomies = { topics = [true] }",
            "`taxonomies.topics` is `true`, and must be text",
        ),
        (
            &PAGE,
            "extra = { a = { b = 99999999999999999999 } }",
            "`extra.a.b` cannot be the number `99999999999999999999`",
        ),
        (
            &data::SCHEMA,
            "header_row = -1",
            "`header_row` cannot be the number `-1`",
        ),
        (
            &data::SCHEMA,
            "title = true",
            "`title` is `true`, and must be text, or text in each language",
        ),
        (
            &data::SCHEMA,
            "title = { km = true }",
            "`title.km` is `true`, and must be text",
        ),
        (
            &data::SCHEMA,
            "places = 3",
            "`places` is `3`, and must be a name, or a list of names",
        ),
        (
            &data::SCHEMA,
            "scale = true",
            "`scale` is `true`, and must be a number",
        ),
        (
            &data::SCHEMA,
            "constants = { year = [1.5] }",
            "`constants.year` cannot be `[1.5]`",
        ),
        (
            &data::SCHEMA,
            "phases = { plan = 'plannd' }",
            "`phases.plan` is `'plannd'`, which is none of the words known there",
        ),
        (
            &data::SCHEMA,
            "source = [{ id = true }]",
            "`source.id` is `true`, and must be text",
        ),
    ] {
        let found = told(schema, written);
        let messages: Vec<&str> = found
            .iter()
            .filter_map(|one| one.split_once(": ").map(|(_, message)| message))
            .collect();
        assert_eq!(messages, [message], "{written}");
    }
}

#[test]
fn a_misspelt_word_is_compared_with_those_known() {
    let suggestion = |schema, text| report(schema, text).sorted()[0].meant().map(str::to_owned);
    assert_eq!(
        suggestion(&SECTION, "sort_by = 'dat'").as_deref(),
        Some("date")
    );
    assert_eq!(suggestion(&PAGE, "weigth = 1").as_deref(), Some("weight"));
}

#[test]
fn a_missing_key_is_told_once_and_in_its_table() {
    for (text, message) in [
        ("title = 'x'", "a.toml: `base_url` is missing"),
        // Its misspelling is told already.
        (
            "base_ulr = 'x'",
            "a.toml:1:1: no setting is called `base_ulr`",
        ),
        // It stands there, though it is refused.
        (
            "base_url = true",
            "a.toml:1:12: `base_url` is `true`, and must be text",
        ),
        (
            "base_url = 'x'\n[[taxonomies]]\nfeed = true",
            "a.toml:2:1: `name` is missing",
        ),
    ] {
        assert_eq!(told(&config::SCHEMA, text), [message], "{text}");
    }
}

#[test]
fn what_is_no_toml_is_told_by_what_stands_there() {
    for (written, message) in [
        (
            "title = 'x'\ntitle = 'y'",
            "2:1: `title` stands here a second time",
        ),
        (
            "[extra]\na = 1\n[extra]",
            "3:2: the table `extra` begins here a second time",
        ),
        (
            "extra = { a = 1, a = 2 }",
            "1:18: `a` stands here a second time",
        ),
        (
            "title = ទឹក # ស្អាត",
            "1:9: text stands here without quotation marks",
        ),
        (
            "title = “ទឹក ស្អាត” ល្អ",
            "1:9: text stands here without quotation marks",
        ),
        (
            "title = ទឹក\"",
            "1:9: text stands here without quotation marks",
        ),
        (
            "aliases = ['a', b=c]",
            "1:17: text stands here without quotation marks",
        ),
        ("title", "1:6: a setting stands here without a value"),
        ("title =", "1:8: a setting stands here without a value"),
        ("weight =", "1:9: a setting stands here without a value"),
        ("title = # ទឹក", "1:9: a setting stands here without a value"),
        (
            "title = 'a' 'b'",
            "1:13: something more stands here behind the value",
        ),
        (
            "title = \"a \"b\" c\"",
            "1:13: something more stands here behind the value",
        ),
        (
            "[extra] a = 1",
            "1:9: something more stands here behind the value",
        ),
        ("[extra", "1:7: a bracket that was opened is not closed"),
        (
            "aliases = ['a', 'b'",
            "1:20: a bracket that was opened is not closed",
        ),
        (
            "aliases = ['a', 'b'\ntitle = 'x'",
            "1:20: a bracket that was opened is not closed",
        ),
        (
            "aliases = ['a' 'b']",
            "1:16: a comma is missing between two values",
        ),
        (
            "title = \"ទឹក",
            "1:13: the quotation mark that ends the text is missing",
        ),
        (
            "title = 'ទឹក",
            "1:13: the quotation mark that ends the text is missing",
        ),
        (
            "title = \"\"\"ទឹក\ndraft = true",
            "1:15: the quotation mark that ends the text is missing",
        ),
        (
            "template = \"pages\\water\\new.html\"",
            "1:19: a `\\` stands in this text before something that cannot follow it",
        ),
        (
            "ចំណងជើង = 'x'",
            "1:1: `ចំណងជើង` cannot be the name of a setting",
        ),
        (
            "my title = 'x'",
            "1:1: `my title` cannot be the name of a setting",
        ),
        ("= 3", "1:1: this line cannot be read as a setting"),
    ] {
        let expected = format!("a.toml:{message}");
        assert_eq!(told(&PAGE, written), [expected], "{written}");
    }
}

#[test]
fn a_line_that_is_no_toml_hides_no_mistake_of_another_line() {
    let text = "title = ទឹក # ១\nweigth = 1\nslug = 'a' 'b'\ndraft = 3\n";
    assert_eq!(
        told(&PAGE, text),
        [
            "a.toml:1:9: text stands here without quotation marks",
            "a.toml:2:1: no setting is called `weigth`",
            "a.toml:3:12: something more stands here behind the value",
            "a.toml:4:9: `draft` is `3`, and must be `true` or `false`",
        ]
    );
    // What is required may stand on the line that could not be read.
    assert_eq!(
        told(&config::SCHEMA, "base_url = x y = z\n"),
        ["a.toml:1:14: a second setting, `y`, seems to stand on this line"]
    );
}

#[test]
fn a_comment_is_never_taken_for_a_setting() {
    let text = "# draft and weight\ntitle = 'x' # draft\ndraft = 1 # draft = 1\n";
    assert_eq!(
        told(&PAGE, text),
        ["a.toml:3:9: `draft` is `1`, and must be `true` or `false`"]
    );
}

#[test]
fn a_place_counts_from_the_beginning_of_the_file() {
    let text = "+++\ntitle = 'ទឹក'\ndraft = 3\n+++\nទឹក\n";
    let mut report = Report::new();
    let range = 4..text.len() - "+++\nទឹក\n".len();
    PAGE.read("water.md", text, range, &mut report);
    assert_eq!(report.sorted()[0].place.to_string(), "water.md:3:9");
}

#[test]
fn a_long_value_is_shortened_between_letters() {
    let text = format!("draft = '{}'", "ក្រុមប្រឹក្សា".repeat(20));
    let shown = format!("'{}ក្រុ…", "ក្រុមប្រឹក្សា".repeat(7));
    let expected = format!("a.toml:1:9: `draft` is `{shown}`, and must be `true` or `false`");
    assert_eq!(told(&PAGE, &text), [expected]);
}

#[test]
fn a_value_keeps_its_place_without_its_file() {
    let text = "title = 'x'\nleaflets = ['a4', 'trifold']\n".to_owned();
    let mut report = Report::new();
    let read = PAGE.read("water.md", &text, 0..text.len(), &mut report);
    let leaflets = read.record.written_list("leaflets");
    let place = crate::diagnostic::Place::in_text("water.md", &text, 30..39);
    drop(text);
    assert_eq!(leaflets[1], "trifold");
    assert_eq!(leaflets[1].place("water.md"), place);
    assert!(size_of::<Spot>() <= 24);
}

#[test]
fn every_setting_says_what_it_means_in_both_languages() {
    fn walk(schema: &'static Schema, seen: &mut BTreeSet<&'static str>, fields: &mut usize) {
        if !seen.insert(schema.name.en) {
            return;
        }
        let khmer = |text: &str| text.chars().any(|c| ('\u{1780}'..='\u{17ff}').contains(&c));
        assert!(khmer(schema.name.km), "{}", schema.name.en);
        let mut keys = BTreeSet::new();
        for field in schema.fields {
            *fields += 1;
            assert!(keys.insert(field.key), "{} twice", field.key);
            assert!(khmer(field.means.km) && !field.means.en.is_empty());
            let mut holds = field.holds;
            while let Holds::List(inner) | Holds::Map(inner) = holds {
                holds = *inner;
            }
            if let Holds::Table(inner) = holds {
                walk(inner, seen, fields);
            }
        }
    }
    let (mut seen, mut fields) = (BTreeSet::new(), 0);
    for schema in crate::schemas() {
        walk(schema, &mut seen, &mut fields);
    }
    assert!(
        seen.len() >= 15 && fields >= 90,
        "{} and {fields}",
        seen.len()
    );
}
