//! What people type in the place of TOML, each beside the TOML that it is read as, by the product's own
//! schemas; and what is asked about instead.

use super::basic;
use crate::content::{PAGE, SECTION};
use crate::diagnostic::{MessageLanguage, Report};
use crate::schema::{Form, Record, Schema, Value};
use crate::{config, data};

/// All that a record says.
fn said(record: &Record<'_>, schema: &Schema) -> String {
    let fields = schema.fields.iter().map(|field| field.key);
    let entries = fields.filter_map(|key| record.entry(key));
    let entries = entries.chain(record.others());
    let entries = entries.map(|entry| format!("{} = {}", entry.key, shown(&entry.item.value)));
    entries.collect::<Vec<String>>().join("; ")
}

fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Text(text) => basic(text),
        Value::Word(word) => (*word).to_owned(),
        Value::Whole(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Truth(truth) => truth.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Moment(moment) => format!("{moment:?}"),
        Value::Free(table) => table.to_string().trim().replace('\n', ", "),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(|item| shown(&item.value)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) => {
            let entries = entries.iter();
            let entries = entries.map(|one| format!("{} = {}", one.key, shown(&one.item.value)));
            format!("{{{}}}", entries.collect::<Vec<String>>().join(", "))
        }
        Value::Table(record) => format!("{{{}}}", said(record, record.schema)),
    }
}

/// What is read, or what is told of it, in English.
fn read(schema: &'static Schema, form: Form, text: &str) -> String {
    let mut report = Report::new();
    let read = schema.read_as(form, "a", text, 0..text.len(), &mut report);
    assert_eq!(read.whole, report.is_empty(), "{text}");
    if read.whole {
        return said(&read.record, schema);
    }
    let told = report.sorted();
    let told = told.iter().map(|one| {
        let message = one.message(MessageLanguage::English);
        format!("{}: {message}", one.place)
    });
    told.collect::<Vec<String>>().join("\n")
}

fn check(schema: &'static Schema, form: Form, cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let read = read(schema, form, text);
        if read != *expected {
            wrong.push(format!("{text}\n  is      {read}\n  and not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_people_type_is_read_as_it_is_meant() {
    check(
        &PAGE,
        Form::Toml,
        &[
            // Quotation marks of every keyboard, and none.
            ("title = “ទឹក ស្អាត”", r#"title = "ទឹក ស្អាត""#),
            ("title = ‘ទឹក’", r#"title = "ទឹក""#),
            ("title = «ទឹក»", r#"title = "ទឹក""#),
            ("title = « ទឹក »", r#"title = "ទឹក""#),
            ("title = „ទឹក“", r#"title = "ទឹក""#),
            ("title = ‚ទឹក‘", r#"title = "ទឹក""#),
            ("title = ＂ទឹក＂", r#"title = "ទឹក""#),
            ("title = \"ទឹក”", r#"title = "ទឹក""#),
            ("title = “ទឹក\"", r#"title = "ទឹក""#),
            ("title = ”ទឹក”", r#"title = "ទឹក""#),
            ("title = `ទឹក`", r#"title = "ទឹក""#),
            ("title = “ទឹក # ១”  # a", r#"title = "ទឹក # ១""#),
            ("title = “the “water” law”", r#"title = "the “water” law""#),
            ("title = ‘People’s budget’", r#"title = "People’s budget""#),
            ("title = ទឹកស្អាត", r#"title = "ទឹកស្អាត""#),
            (
                "title = People's budget 2026",
                r#"title = "People's budget 2026""#,
            ),
            ("title = ថវិកា៖ ទឹក (២០២៦)", r#"title = "ថវិកា៖ ទឹក (២០២៦)""#),
            ("title = Water: a guide", r#"title = "Water: a guide""#),
            ("title = 2026", r#"title = "2026""#),
            ("title = 10%", r#"title = "10%""#),
            ("slug = 2026-11-24", r#"slug = "2026-11-24""#),
            // Signs of other languages.
            ("title: \"ទឹក\"", r#"title = "ទឹក""#),
            ("title : ទឹក", r#"title = "ទឹក""#),
            ("title := 'ទឹក';", r#"title = "ទឹក""#),
            ("title => \"ទឹក\",", r#"title = "ទឹក""#),
            ("title ＝ \"ទឹក\"", r#"title = "ទឹក""#),
            ("\"title\": \"ទឹក\",", r#"title = "ទឹក""#),
            ("“title” = “ទឹក”", r#"title = "ទឹក""#),
            ("// a comment\ntitle = 'ទឹក'", r#"title = "ទឹក""#),
            ("<!-- a -->\ntitle = 'ទឹក'", r#"title = "ទឹក""#),
            ("draft = true,\nweight = 1;", "weight = 1; draft = true"),
            // Spaces that nobody sees.
            ("title\u{200b}=\u{a0}\"ទឹក\"\u{200b}", r#"title = "ទឹក""#),
            ("\u{feff}title = 'ទឹក'\n\u{200b}\n", r#"title = "ទឹក""#),
            ("dra\u{200b}ft = true", "draft = true"),
            // Yes and no.
            ("draft = True", "draft = true"),
            ("draft = YES # ព្រាង", "draft = true"),
            ("draft = on", "draft = true"),
            ("draft = \"true\"", "draft = true"),
            ("draft = បាទ", "draft = true"),
            ("draft = no", "draft = false"),
            ("draft = “ទេ”", "draft = false"),
            // Numbers.
            ("weight = ៣", "weight = 3"),
            ("weight = \"10\"", "weight = 10"),
            ("weight = ០១២", "weight = 12"),
            ("weight = 012", "weight = 12"),
            ("weight = –5", "weight = -5"),
            // Days.
            ("date = 24/11/2026", "date = 2026-11-24"),
            ("date = 24-11-2026", "date = 2026-11-24"),
            ("date = 24.11.2026", "date = 2026-11-24"),
            ("date = ២៤/១១/២០២៦", "date = 2026-11-24"),
            ("date = ២៤–១១–២០២៦", "date = 2026-11-24"),
            ("date = 2026/11/24", "date = 2026-11-24"),
            ("date = 2026–11–24", "date = 2026-11-24"),
            ("date = \"2026-11-24\"", "date = 2026-11-24"),
            ("date = “24/11/2026”", "date = 2026-11-24"),
            ("date = 11/24/2026", "date = 2026-11-24"),
            ("date = 04/04/2026", "date = 2026-04-04"),
            ("date = 24 November 2026", "date = 2026-11-24"),
            ("date = ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦", "date = 2026-11-24"),
            ("expires = 24/11/2026 # គម្រោង", "expires = 2026-11-24"),
            ("date = 2026-11-24T10:30:00+07:00", "date = 2026-11-24"),
            ("date = 2026-11-24 10:30:00 +0700", "date = 2026-11-24"),
            // Paths of Windows.
            (
                r#"template = "pages\water.html""#,
                r#"template = "pages\\water.html""#,
            ),
            (
                r#"template = "C:\Users\sok\x.html""#,
                r#"template = "C:\\Users\\sok\\x.html""#,
            ),
            (r#"title = "ទឹក \"ស្អាត\"""#, r#"title = "ទឹក \"ស្អាត\"""#),
            // Lists.
            (
                "leaflets = [a4, trifold]",
                r#"leaflets = ["a4", "trifold"]"#,
            ),
            (
                "leaflets = [“a4”, ‘trifold’,]",
                r#"leaflets = ["a4", "trifold"]"#,
            ),
            (
                "leaflets = ['a4'; 'trifold']",
                r#"leaflets = ["a4", "trifold"]"#,
            ),
            (
                "leaflets: [\n  a4,  # x\n  “trifold”\n]",
                r#"leaflets = ["a4", "trifold"]"#,
            ),
            ("leaflets = a4", r#"leaflets = ["a4"]"#),
            ("leaflets = \"a4\"", r#"leaflets = ["a4"]"#),
            ("leaflets = ''", "leaflets = []"),
            (
                "leaflets:\n- a4\n  - “trifold”, # x\nweight = 1",
                r#"weight = 1; leaflets = ["a4", "trifold"]"#,
            ),
            (
                "title =\n  \"ទឹក\"\ndraft = yes",
                r#"title = "ទឹក"; draft = true"#,
            ),
            (
                "leaflets =\n[\n a4\n]\nweight = 1",
                r#"weight = 1; leaflets = ["a4"]"#,
            ),
            ("slug = \"wa\u{200b}ter\u{ad}\"", r#"slug = "water""#),
            // Tables.
            (
                "[ taxonomies ],\ntopics = ទឹក",
                r#"taxonomies = {topics = ["ទឹក"]}"#,
            ),
            (
                "［taxonomies］\ntopics: [ទឹក]",
                r#"taxonomies = {topics = ["ទឹក"]}"#,
            ),
            (
                "extra = { a: ទឹក, 'b': \"x\", c = 3 }",
                r#"extra = a = "ទឹក", b = "x", c = 3"#,
            ),
            ("[extra]\nnote = ទឹក\n", r#"extra = note = "ទឹក""#),
        ],
    );
    check(
        &SECTION,
        Form::Toml,
        &[("sort_by = Date", "sort_by = date")],
    );
    check(
        &config::SCHEMA,
        Form::Toml,
        &[(
            "base_url: https://example.org/\ntitle = { km: ទឹក, en: “Water” }\nfeed_limit = ១០\n[taxonomies]\nname = tags",
            r#"base_url = "https://example.org/"; title = {km = "ទឹក", en = "Water"}; taxonomies = [{name = "tags"}]; feed_limit = 10"#,
        )],
    );
    check(
        &data::SCHEMA,
        Form::Toml,
        &[(
            "kind = Budget\nscale = “១០០០”\nskip_rows = 3\nretrieved = 24/11/2026\nplaces = [ខេត្ត]",
            r#"kind = budget; places = ["ខេត្ត"]; skip_rows = [3]; scale = "1000"; retrieved = 2026-11-24"#,
        )],
    );
}

#[test]
fn what_can_mean_two_things_is_asked_about() {
    check(
        &PAGE,
        Form::Toml,
        &[
            (
                "date = 03/04/2026",
                "a:1:8: `date` is `03/04/2026`, which can be the days `2026-03-04` and `2026-04-03`",
            ),
            (
                "date = 24/11/2570",
                "a:1:8: the year 2570 of `date` seems to be one of the Buddhist era",
            ),
            (
                "expires = 2570-11-24",
                "a:1:11: the year 2570 of `expires` seems to be one of the Buddhist era",
            ),
            (
                "date = 24/11/26",
                "a:1:8: `date` is `24/11/26`, a year without its century",
            ),
            (
                "date = 0026-11-24",
                "a:1:8: `date` is `0026-11-24`, a year without its century",
            ),
            (
                "date = 2026-02-30",
                "a:1:8: `date` is `2026-02-30`, a day that no calendar has",
            ),
            (
                "date = Monday 24 November 2026",
                "a:1:8: `date` names another day of the week than Tuesday, which 2026-11-24 is",
            ),
            ("date = ឆាប់ៗ", "a:1:8: `date` is `ឆាប់ៗ`, and must be a day"),
            (
                "weight = 1,000",
                "a:1:10: `weight` is `1,000`, and must be a whole number",
            ),
            (
                "draft = maybe",
                "a:1:9: `draft` is `maybe`, and must be `true` or `false`",
            ),
            (
                "leaflets = \"a4, trifold\"",
                "a:1:12: `leaflets` is `\"a4, trifold\"`, and must be a list",
            ),
            (
                "title = ទឹក # ១",
                "a:1:9: text stands here without quotation marks",
            ),
            (
                "title = ទឹក draft = true",
                "a:1:13: a second setting, `draft`, seems to stand on this line",
            ),
            (
                "title: ទឹក draft: true",
                "a:1:12: a second setting, `draft`, seems to stand on this line",
            ),
            (
                "title = “ទឹក”, “ខ្យល់”",
                "a:1:9: text stands here without quotation marks",
            ),
            (
                "title = “ទឹក” និង “ខ្យល់”",
                "a:1:9: text stands here without quotation marks",
            ),
            (
                "title = “ទឹក",
                "a:1:9: the quotation mark that ends the text is missing",
            ),
            (
                r#"template = "pages\new\x.html""#,
                "a:1:24: a `\\` stands in this text before something that cannot follow it",
            ),
            (
                r#"template = "pages\new.html""#,
                r#"a:1:12: `template` is `"pages\new.html"`, in which a `\` turns the letter behind it into the end of a line or a tab"#,
            ),
            (
                "[extra]\na = yes\nb = ៣\nc = 24/11/2026",
                "a:2:5: `extra.a` is `yes`, which can be text or something else\n\
                 a:3:5: `extra.b` is `៣`, which can be text or something else\n\
                 a:4:5: `extra.c` is `24/11/2026`, which can be text or something else",
            ),
            (
                "draft true\n;;;\ntitle = null\nweight = 1 000\nleaflets = [\n- a4\n]",
                "a:1:7: no `=` stands on this line\n\
                 a:2:1: this line cannot be read as a setting\n\
                 a:3:9: text stands here without quotation marks\n\
                 a:4:10: `weight` is `1 000`, and must be a whole number\n\
                 a:6:1: this line cannot be read as a setting",
            ),
            (
                "Title = 'x'\ntags = ['a']\nlastmod = 2026-01-01\npublished = false\nlayout = 'post'",
                "a:1:1: no setting is called `Title`\n\
                 a:2:1: `tags` stands outside the table `[taxonomies]`\n\
                 a:3:1: no setting is called `lastmod`\n\
                 a:4:1: no setting is called `published`\n\
                 a:5:1: `layout` is a setting of other programs, and says nothing here",
            ),
        ],
    );
}

#[test]
fn no_fault_hides_one_of_another_line() {
    check(
        &PAGE,
        Form::Toml,
        &[
            (
                "title = \"ទឹក\nleaflets = ['a4'\ndraft = maybe\n= 3\nweight = x\nextra = { a = 1\nslug = 'a' 'b'\n",
                "a:1:13: the quotation mark that ends the text is missing\n\
                 a:2:17: a bracket that was opened is not closed\n\
                 a:3:9: `draft` is `maybe`, and must be `true` or `false`\n\
                 a:4:1: this line cannot be read as a setting\n\
                 a:5:10: `weight` is `x`, and must be a whole number\n\
                 a:6:16: a bracket that was opened is not closed\n\
                 a:7:12: something more stands here behind the value",
            ),
            (
                "[taxonomies\ntopics = 3\n[extra]\na = b c = d\n",
                "a:1:12: a bracket that was opened is not closed\n\
                 a:4:7: a second setting, `c`, seems to stand on this line",
            ),
            (
                "[ប្រធានបទ]\na = 1\n[extra]\nb = 2\n",
                "a:1:2: `ប្រធានបទ` cannot be the name of a table",
            ),
            (
                "title = ទឹក\ntitle = ខ្យល់\n[extra]\n[extra]\n",
                "a:2:1: `title` stands here a second time\n\
                 a:4:2: the table `extra` begins here a second time",
            ),
        ],
    );
}

#[test]
fn plain_yaml_of_other_programs_is_read() {
    check(
        &PAGE,
        Form::Yaml,
        &[
            (
                "title: \"ទឹក \\\"ស្អាត\\\"\"\ndate: 2026-11-24\ndraft: false\nweight: 3\n",
                r#"title = "ទឹក \"ស្អាត\""; date = 2026-11-24; weight = 3; draft = false"#,
            ),
            (
                "Title: ទឹក # ១\ndescription: 'it''s clean'\ndraft: yes",
                r#"title = "ទឹក"; description = "it's clean"; draft = true"#,
            ),
            (
                "title: C# និង ទឹក\ntags: [ទឹក, \"ខ្យល់\"]\ncategories:\n- ថវិកា\n- 'ឃុំ'\n",
                r#"title = "C# និង ទឹក"; taxonomies = {tags = ["ទឹក", "ខ្យល់"], categories = ["ថវិកា", "ឃុំ"]}"#,
            ),
            (
                "# a comment\naliases:\n  - /a/\n  - /b/ # x\nlastmod: 2026-11-24T10:00:00Z\npublished: false\n",
                r#"updated = 2026-11-24; draft = true; aliases = ["/a/", "/b/"]"#,
            ),
            (
                "description: >-\n  មួយ\n  ពីរ\n\n  បី\ntitle: |\n  ក\n  # ខ\n",
                r#"title = "ក\n# ខ"; description = "មួយ ពីរ\nបី""#,
            ),
            (
                "title: ទឹក\n  ស្អាត\nextra:\n  a: x\n  b:\n    c: 3\n    d: [1, 2]\n",
                r#"title = "ទឹក ស្អាត"; extra = a = "x", , [b], c = 3, d = [1, 2]"#,
            ),
            (
                "permalink: /water/\nsidebar_position: 2\nexcerpt: ខ្លី\nexpiryDate: 24/11/2026\ndate:\ttomorrow\n",
                "a:5:7: `date` is `tomorrow`, and must be a day",
            ),
            ("title:ទឹក\ndraft :yes\n", r#"title = "ទឹក"; draft = true"#),
            (
                "extra:\n  - a\ndraft:\nweight:",
                "a:2:3: `extra` is `- a`, and must be a table\na:3:7: a setting stands here without a value\na:4:8: a setting stands here without a value",
            ),
            ("title: null\nslug: ~\n", r#"title = ""; slug = """#),
            (
                "title:\naliases:\nweight: 1",
                r#"title = ""; weight = 1; aliases = []"#,
            ),
            (
                "taxonomies:\n  topics: [ទឹក]\nurl: /x/",
                r#"path = "/x/"; taxonomies = {topics = ["ទឹក"]}"#,
            ),
            ("title: ទឹក\ndraft = true", r#"title = "ទឹក"; draft = true"#),
        ],
    );
    check(
        &PAGE,
        Form::Yaml,
        &[
            (
                "title: &t ទឹក\nlayout: post\ntags:\n  - a: 1\n    b: 2\ndraft: maybe\n? x\nslug: !!str 1\nresources:\n- src: a\n  title: b\n",
                "a:1:1: this line says something that plain YAML does not\n\
                 a:2:1: `layout` is a setting of other programs, and says nothing here\n\
                 a:3:1: this line says something that plain YAML does not\n\
                 a:6:8: `draft` is `maybe`, and must be `true` or `false`\n\
                 a:7:1: this line says something that plain YAML does not\n\
                 a:8:1: this line says something that plain YAML does not\n\
                 a:9:1: this line says something that plain YAML does not",
            ),
            (
                "title: ទឹក draft: true",
                "a:1:1: this line says something that plain YAML does not",
            ),
            (
                "updated: 2026-01-01\nlastmod: 2026-01-02",
                "a:2:1: `lastmod` means `updated`, which has a value already",
            ),
        ],
    );
}

#[test]
fn a_value_that_is_read_as_it_is_meant_keeps_its_place() {
    let text = "slug\u{200b}:  “water”,\nleaflets: [a4,\n ‘trifold’]\n";
    let mut report = Report::new();
    let read = PAGE.read("a.md", text, 0..text.len(), &mut report);
    let slug = read.record.written("slug").into_iter();
    let places = slug.chain(read.record.written_list("leaflets"));
    let places = places.map(|written| {
        let place = written.place("a.md");
        let crate::diagnostic::Place::Span { quote, length, .. } = &place else {
            panic!("a place in a text");
        };
        let marked = &quote.text()[quote.marked()];
        format!("{place}+{length} {marked} is {written}")
    });
    assert_eq!(
        places.collect::<Vec<String>>(),
        [
            "a.md:1:9+7 “water” is water",
            "a.md:2:12+2 a4 is a4",
            "a.md:3:2+9 ‘trifold’ is trifold",
        ]
    );
}
