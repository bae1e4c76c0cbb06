//! Facts of CommonMark that we rely on, and the grammar of components in it.

use super::*;
use crate::content::block::{Descend, Visit};
use crate::content::text::plain_text;

fn read(text: &str) -> (Document, Vec<String>) {
    let mut report = Report::new();
    let segmenter = Segmenter::new(&[]);
    let document = parse("a.md", text, 0..text.len(), &segmenter, &mut report);
    let found = report
        .sorted()
        .iter()
        .map(|found| format!("{} {}", found.code.id, found.place))
        .collect();
    (document, found)
}

fn whole(text: &str) -> String {
    let document = clean(text);
    plain_text(&document, &document.blocks)
}

fn clean(text: &str) -> Document {
    let (document, found) = read(text);
    assert!(found.is_empty(), "{found:?}");
    document
}

/// The calls of a document in order, with their bodies' words.
fn calls(document: &Document) -> Vec<String> {
    let mut calls = Calls {
        document,
        out: Vec::new(),
    };
    calls.blocks(&document.blocks);
    calls.out
}

struct Calls<'text> {
    document: &'text Document,
    out: Vec<String>,
}

impl<'text> Visit<'text> for Calls<'text> {
    fn block(&mut self, block: &'text Block) -> Descend {
        if let Block::Component(id) = block {
            let call = self.document.call(*id);
            let body = call.body.as_deref();
            let words = body.map(|body| plain_text(self.document, body));
            self.out.push(format!("block {} {words:?}", call.name));
            self.blocks(body.unwrap_or_default());
        }
        Descend::Yes
    }

    fn inline(&mut self, inline: &'text Inline) -> Descend {
        if let Inline::Component(id) = inline {
            let call = self.document.call(*id);
            self.out.push(format!("inline {}", call.name));
        }
        Descend::Yes
    }
}

#[test]
fn a_call_alone_in_its_paragraph_is_a_block() {
    assert_eq!(
        calls(&clean("{{ a() }}\n\nx {{ b(n=3) }} y\n")),
        ["block a None", "inline b"]
    );
}

#[test]
fn calls_stand_in_emphasis_links_cells_and_items() {
    let document = clean(
        "**{{ a() }}** [{{ b() }}](x)\n\n| h |\n|-|\n| {{ c(t=\"1\\|2 `_*\") }} |\n\n- {{ d() }}\n- x {{ e() }}\n",
    );
    assert_eq!(
        calls(&document),
        [
            "inline a",
            "inline b",
            "inline c",
            "block d None",
            "inline e"
        ]
    );
}

#[test]
fn calls_are_never_active_in_code_and_comments() {
    let document = clean(
        "`{{ a() }}` ``{% b() %}`` \\{{ c() }}\n\n```\n{{ d() }}\n{% end %}\n```\n\n<!-- {{ f() }} -->\n\n<!--\n{% g() %}\n-->\n",
    );
    assert!(calls(&document).is_empty());
    assert_eq!(
        plain_text(&document, &document.blocks),
        "{{ a() }} {% b() %} {{ c() }}\n{{ d() }}\n{% end %}"
    );
}

#[test]
fn a_backtick_in_an_argument_opens_no_code() {
    assert_eq!(
        calls(&clean("{{ a(t=\"`\") }} and `x` {{ b() }}")),
        ["inline a", "inline b"]
    );
}

#[test]
fn bodies_hold_markdown_and_nest() {
    let document = clean(
        "{% a(k=\"v\") %}\n1. one\n2. two\n{% b() %}\nin\n{% end %}\n\nlast\n{% end %}\nafter",
    );
    assert_eq!(
        calls(&document),
        [
            "block a Some(\"one\\ntwo\\nin\\nlast\")",
            "block b Some(\"in\")"
        ]
    );
    assert_eq!(document.blocks.len(), 2);
}

#[test]
fn a_body_may_stand_on_one_line_in_a_quote_or_in_an_item() {
    assert_eq!(
        calls(&clean(
            "{% a() %} one *two* {% end %}\n\n> {% b() %}\n> x\n> {% end %}\n\n- {% c() %}\n  y\n  {% end %}\n"
        )),
        [
            "block a Some(\"one two\")",
            "block b Some(\"x\")",
            "block c Some(\"y\")"
        ]
    );
    assert_eq!(
        calls(&clean(
            "{% a() %} one {% enda %}\n\n{% b() %}\nx\n{% end b %}\n\n{% c() %}\ny\n{%end_c%}\n"
        )),
        [
            "block a Some(\"one\")",
            "block b Some(\"x\")",
            "block c Some(\"y\")"
        ]
    );
}

#[test]
fn a_call_may_reach_over_lines() {
    let document = clean("{{ a(\n  k=\"x\",\n  n=-3,\n) }}\n");
    let Block::Component(id) = &document.blocks[0] else {
        panic!("{document:?}");
    };
    let call = document.call(*id);
    assert_eq!(call.arguments.len(), 2);
    assert_eq!(call.span.range(), 0..27);
    assert_eq!(call.arguments[1].span.range(), 17..21);
}

#[test]
fn what_is_no_call_is_text() {
    assert_eq!(whole("{%% } { {{"), "{%% } { {{");
    let (document, found) = read("{{ }} {{1}}");
    assert_eq!(plain_text(&document, &document.blocks), "{{ }} {{1}}");
    assert_eq!(found, ["W295 a.md:1:1", "W295 a.md:1:7"]);
}

#[test]
fn broken_calls_are_named_at_their_place() {
    for (text, expected) in [
        ("x {{ a(", "E221 a.md:1:3"),
        ("x {{ a() }", "E221 a.md:1:3"),
        ("{{ a(k=\"v) }}", "E222 a.md:1:8"),
        ("{{ a(k=“v”) }}", "E223 a.md:1:8"),
        ("{{ a(\"v\") }}", "E223 a.md:1:6"),
        ("{{ a(k=1.5) }}", "E223 a.md:1:8"),
        ("{{ a(k=1 j=2) }}", "E223 a.md:1:10"),
        ("{{ a(k=1, k=2) }}", "E225 a.md:1:11"),
        ("ក {{ title }}", "E224 a.md:1:3"),
        ("{% if x %}", "E224 a.md:1:1"),
        ("{% a() %}\nx", "E226 a.md:1:1"),
        ("x\n\n{% end %}", "E227 a.md:3:1"),
        ("[x]({{ a() }})", "E228 a.md:1:5"),
        ("<p title=\"{{ a() }}\">", "E228 a.md:1:11"),
        ("## {% a() %} x", "E228 a.md:1:4"),
    ] {
        let (_, found) = read(text);
        assert_eq!(found, [expected], "{text}");
    }
}

/// What each problem of `text` marks: its code, and the piece of the line it shows.
fn marked(text: &str) -> Vec<String> {
    use crate::diagnostic::Place;
    let mut report = Report::new();
    parse(
        "a.md",
        text,
        0..text.len(),
        &Segmenter::new(&[]),
        &mut report,
    );
    let marked = report.sorted().into_iter().map(|found| {
        let Place::Span { line, quote, .. } = &found.place else {
            panic!("{} has no span", found.code.id);
        };
        format!("{} {line} {}", found.code.id, &quote.text()[quote.marked()])
    });
    marked.collect()
}

#[test]
fn html_over_several_lines_is_named_where_it_stands() {
    let block = "<div\ntitle=\"ទឹក\">ទឹក\n<svg>ទឹក</svg></div>";
    let line = "ទឹក <b\ntitle=\"ទឹក\"> ក <font\ncolor=\"ទឹក\">ខ</font>";
    for (written, first, expected) in [
        (block, "", &["W253 3 <svg"][..]),
        (line, "ទឹក ", &["W255 1 <b", "W253 2 <font"]),
    ] {
        for end in ["\n", "\r\n"] {
            for (before, other) in [
                ("", ""),
                ("> ", "> "),
                ("- ", "  "),
                ("10. ", "    "),
                ("> - > ", ">   > "),
                ("- > 1. ", "  >    "),
                ("\u{FEFF}", ""),
            ] {
                let text = written.replace('\n', &format!("{end}{other}"));
                let text = format!("{before}{first}{text}{end}");
                assert_eq!(marked(&text), expected, "{text:?}");
            }
        }
    }
}

#[test]
fn no_combination_of_marks_and_line_ends_has_a_place_outside_its_text() {
    let pieces = [
        "<div\nx=\"ក\"\n>ក\n<svg>\n{{ ក() }} {{ a(\n</div>",
        "<!-- ក\n<svg> {{ a() }}\n--> <svg\nក>",
        "ក <a\nhref='ក'> <blink\n> `ក\nខ` \\[^ក] &amp;[^ក] [ក\nខ][គ]",
        "## ក {#ក .ក ក=ក}\n\n## ក {ក}\nក {#a}\n===\n",
        "|ក|ខ\\|គ|\n|-|-|\n|`ក\\|`|{{ a(t=\"ក\\|\") }}|គ|ឃ|",
        "[^ក]: ក\n    <svg\n    ក>\n\nក[^ខ]",
        "```ក {{ a() }}\nក\n{% end %}",
        "    ក\n\t{{ a() }}\n\t\tក<svg>",
        "ក\n: ខ <svg\n  ក=\"\u{2028}\u{85}\">",
        "[ក]: <ក\n[ខ]: x 'ក\nក'\n![](ក)![ក]()[ក](ftp:ក)",
        "{% ក() %}\n{% a(\nk=\"ក\",\nk=\"ក\") %}\nក\n{% end %}\n{% b() %}ក",
        "ក\0ខ\u{FEFF}<svg\u{FEFF}>\u{200B}{{ ក",
        "*ក\n**ខ <svg\n>* `` ក\n",
    ];
    for piece in pieces {
        for end in ["\n", "\r\n", "\r", "\n\n", "\u{2028}"] {
            for (before, other) in [
                ("", ""),
                ("> ", ""),
                ("> ", "> "),
                ("- ", "\t"),
                ("> - > ", "> "),
                (">\t- ", ">\t\t"),
                ("1) ", "   "),
                ("[^n]: ", "    "),
                ("ក\n: ", "  "),
                ("\u{FEFF}", " \u{FEFF}"),
            ] {
                let text = piece.replace('\n', &format!("{end}{other}"));
                for text in [
                    format!("{before}{text}"),
                    format!("ក{end}{before}{text}{end}"),
                ] {
                    marked(&text);
                }
            }
        }
    }
}

#[test]
fn too_deep_is_told_before_any_letter() {
    let text = format!("{}ក", "> ".repeat(64));
    assert_eq!(marked(&text), ["E215 1 ក"]);
}

#[test]
fn a_heading_that_shows_nothing_is_known() {
    for empty in [
        "##",
        "## \u{FEFF}",
        "## <br>",
        "## *\u{200B}*",
        "## ![](a.jpg)",
    ] {
        let text = format!("x\n\n{empty}\n\nx");
        let empty = read(&text).0.empty_headings;
        assert_eq!(empty.len(), 1, "{text}");
        assert_eq!(empty[0].range().start, 3, "{text}");
    }
    for shown in [
        "## a",
        "## `a`",
        "## ![ក](a.jpg)",
        "## {{ a() }}",
        "## *{{ a() }}*",
    ] {
        assert!(read(shown).0.empty_headings.is_empty(), "{shown}");
    }
}
