//! Markdown in, HTML out: the form of the HTML, and that nothing hostile passes.

mod as_typed;

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
    let strings = BTreeMap::from([("table".to_owned(), "Table".to_owned())]);
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
            width: Some(3),
            height: Some(2),
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
        "<table><thead><tr><td></td><th scope=\"col\" class=\"right\">b</th></tr></thead><tbody><tr><td>1</td><td class=\"right\">2</td></tr></tbody></table>",
    );
    assert!(html("|a|b|c|d|\n|-|-|-|-|").starts_with(
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table>"
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
            "<a title=\"t\" href=\" HTTPS://e.org/?a&b\" rel=\"noopener noreferrer\">a</a>",
        ),
        (
            "<a href=\"//e.org\">a</a><a href=\"\\/e.org\">b</a>",
            "<a>a</a><a>b</a>",
        ),
        (
            "<a href=\"ht&#9;tp://e.org\">a</a>",
            "<a href=\"ht&#9;tp://e.org\" rel=\"noopener noreferrer\">a</a>",
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
            let tags: String = as_browsers_see(&html)
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

/// The HTML, and the codes of what was told with what stands there.
fn judged(markdown: &str) -> (String, Vec<String>) {
    let (html, report) = written(markdown);
    let told = report.sorted().into_iter().map(|one| {
        let name = ["name", "element"].map(|key| one.argument(key));
        format!("{} {}", one.code.id, name.join(" ").trim())
    });
    (html, told.collect())
}

#[test]
fn what_is_left_open_ends_where_its_text_ends() {
    for (markdown, html, told) in [
        ("a <b>b\n\nc", "<p>a <b>b</b></p><p>c</p>", &["W255 b"][..]),
        ("<s>a\n\nb</s>", "<p><s>a</s></p><p>b</p>", &["W255 s"]),
        (
            "- <i>a\n- b",
            "<ul><li><i>a</i></li><li>b</li></ul>",
            &["W255 i"],
        ),
        (
            "|a|b|\n|-|-|\n|<u>1|2</u>|",
            "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead><tbody><tr><td><u>1</u></td><td>2</td></tr></tbody></table>",
            &["W255 u"],
        ),
        (
            "<details><summary>a</summary>\n\n**b**\n\n</details>\n\nc",
            "<details><summary>a</summary>\n<p><strong>b</strong></p></details>\n<p>c</p>",
            &[],
        ),
        (
            "<details>\n\n- a\n\nb</details>\n\nc",
            "<details>\n<ul><li>a</li></ul><p>b</p></details><p>c</p>",
            &[],
        ),
        (
            "<details>\n\na\n\n# b",
            "<details>\n<p>a</p><h2 id=\"b\">b</h2></details>",
            &["W255 details"],
        ),
        (
            "<ul><li>a<li>b</ul>\n<table><tr><td>a<td>b<tr><td>c</table>",
            "<ul><li>a</li><li>b</li></ul>\n<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
            &[],
        ),
        (
            "a <b><i>b</b> c</i> </p></div> d",
            "<p>a <b><i>b</i></b> c  d</p>",
            &[],
        ),
        ("a<br/>b</br>c<hr>", "<p>a<br>b<br>c<hr></p>", &[]),
        (
            "> <div>\n\na",
            "<blockquote><div>\n</div></blockquote><p>a</p>",
            &["W255 div"],
        ),
        (
            "{% n() %}\n<div>\n\na\n{% end %}\n\nb",
            "<aside onclick=\"n\"></aside><p>b</p>",
            &["W255 div"],
        ),
    ] {
        let (written, found) = judged(markdown);
        assert_eq!(written, html, "{markdown}");
        assert_eq!(found, told, "{markdown}");
    }
}

#[test]
fn what_is_taken_away_is_told_once_and_its_text_stays() {
    for (markdown, html, told) in [
        (
            "a <font color=red>b</font>",
            "<p>a b</p>",
            &["W253 font"][..],
        ),
        (
            "a <b style=\"x\" onclick='y' id=z>b</b>",
            "<p>a <b>b</b></p>",
            &["W254 style b", "W254 onclick b", "W254 id b"],
        ),
        (
            "<div><p align=center>a<p align=center>b</div>",
            "<div><p>a</p><p>b</p></div>",
            &["W254 align p"],
        ),
        ("<title>\n\n# a", "<h2 id=\"a\">a</h2>", &["W253 title"]),
        (
            "<plaintext>\n\n# a\n\n*b*",
            "<h2 id=\"a\">a</h2><p><em>b</em></p>",
            &["W253 plaintext"],
        ),
        (
            "a <textarea> *b*\n\nc",
            "<p>a  <em>b</em></p><p>c</p>",
            &["W253 textarea"],
        ),
        ("<style>p{}</style>\n\na", "<p>a</p>", &["W253 style"]),
        (
            "<script>\nx<b>y\n</script> c\n\na",
            " c\n<p>a</p>",
            &["W253 script"],
        ),
        ("<!-- a --> b\n\nc", " b\n<p>c</p>", &[]),
        ("<?php echo 1 ?>\n\na", "\n<p>a</p>", &["W253 ?"]),
        (
            "<li>a</li><td>b</td>\n\nc",
            "ab\n<p>c</p>",
            &["W256 li", "W256 td"],
        ),
        (
            "[a <a href=x>b</a>](c)",
            "<p><a href=\"c\">a b</a></p>",
            &["W256 a"],
        ),
        (
            "## a <h3>b</h3> {#c}",
            "<h2 id=\"c\">a b</h2>",
            &["W256 h3"],
        ),
        (
            "<div title=\"\n\na",
            "&lt;div title=&quot;\n<p>a</p>",
            &["W257 <div"],
        ),
        (
            "<a href=\"b\" target=_blank rel=noopener>a</a>",
            "<p><a href=\"b\">a</a></p>",
            &["W254 target a"],
        ),
        (
            "<div>a < b & c &lt; \"d\"</div>",
            "<div>a &lt; b & c &lt; &quot;d&quot;</div>",
            &[],
        ),
    ] {
        let (written, found) = judged(markdown);
        assert_eq!(
            written.trim_start_matches('\n'),
            html.trim_start_matches('\n'),
            "{markdown}"
        );
        assert_eq!(found, told, "{markdown}");
    }
}

#[test]
fn what_would_swallow_the_rest_is_an_error() {
    for (markdown, name) in [
        ("a\n\n<!-- b\n\n# c", "<!--"),
        ("<textarea>\n\n# c", "<textarea"),
        ("<pre>\n\n# c", "<pre"),
        ("<script>\n\n# c", "<script"),
        ("<style>\n\n# c", "<style"),
        ("<?\n\n# c", "<?"),
        ("- <!-- b\n\n  # c", "<!--"),
    ] {
        let (_, told) = judged(markdown);
        let error = format!("E250 {name}");
        assert!(told.contains(&error), "{markdown}: {told:?}");
    }
    for markdown in [
        "<pre>\n\na\n\n</pre>\n\nb",
        "<!--\n\na\n\n-->\n\nb",
        "<!-- a",
    ] {
        let (_, told) = judged(markdown);
        assert_eq!(told, [""; 0], "{markdown}");
    }
}

/// What a browser makes of a text's HTML: the names of elements with their attributes.
fn as_browsers_see(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    use html5ever::tendril::TendrilSink;
    use markup5ever_rcdom::{Handle, NodeData, RcDom};
    fn walk(node: &Handle, found: &mut Vec<(String, Vec<(String, String)>)>) {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let attributes = attrs
                .borrow()
                .iter()
                .map(|one| (one.name.local.to_string(), one.value.to_string()))
                .collect();
            found.push((name.local.to_string(), attributes));
        }
        for child in node.children.borrow().iter() {
            walk(child, found);
        }
    }
    let name = html5ever::QualName::new(None, html5ever::ns!(html), html5ever::local_name!("div"));
    let options = html5ever::ParseOpts::default();
    let dom =
        html5ever::parse_fragment(RcDom::default(), options, name, Vec::new(), false).one(html);
    let mut found = Vec::new();
    walk(&dom.document, &mut found);
    found
}

#[test]
fn no_soup_of_tags_becomes_more_than_what_may_stand_in_a_page() {
    const PIECES: &[&str] = &[
        "<",
        ">",
        "\"",
        "'",
        "=",
        " ",
        "/",
        "\n",
        "\n\n",
        "<!--",
        "-->",
        "--!>",
        "<b>",
        "</b>",
        "<i title=\"",
        "<a href=\"",
        "<a href=javascript:x>",
        "<svg>",
        "</svg>",
        "<math>",
        "<style>",
        "</style>",
        "<script>",
        "</script>",
        "<title>",
        "<textarea>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<img src=a onerror=b>",
        "<img src=",
        "x",
        "&lt;",
        "&#60;script&#62;",
        "&quot;",
        "`",
        "*a*",
        "[x](y)",
        "<p>",
        "</p>",
        "<div ",
        "onclick=x",
        "<li>",
        "</li>",
        "<?",
        "<!",
        "]]>",
        "<![CDATA[",
        "- ",
        "> ",
        "<noscript>",
        "<template>",
        "<select>",
        "<option>",
        "<plaintext>",
        "<xmp>",
        "\u{0}",
        "\u{c}",
        "ក",
        "<details>",
        "</details>",
        "<br>",
        "id=a",
    ];
    let mut state = 1u64;
    for _ in 0..4000 {
        let mut text = String::new();
        for _ in 0..12 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text.push_str(PIECES[(state % PIECES.len() as u64) as usize]);
        }
        let Ok(html) = tried(&text).0 else { continue };
        for (name, attributes) in as_browsers_see(&html) {
            assert!(
                name == "html" || crate::content::raw_html::passes(&name),
                "{name} of {text:?}: {html}"
            );
            for (attribute, value) in attributes {
                let known = [
                    "href", "rel", "src", "alt", "title", "id", "class", "scope", "width",
                    "height", "loading", "open", "start", "value", "onclick",
                ];
                assert!(
                    known.contains(&attribute.as_str()),
                    "{attribute} of {text:?}: {html}"
                );
                assert!(
                    attribute != "onclick" || name == "aside",
                    "{text:?}: {html}"
                );
                assert!(
                    !value.trim().to_lowercase().starts_with("javascript"),
                    "{text:?}: {html}"
                );
            }
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
        let whole = format!("<span class=\"w\">ប្រជាពលរដ្ឋ</span>{separator}កម្ពុជា &amp;");
        assert!(broken.contains(&whole), "{broken}");
        let bare = broken
            .replace("<span class=\"w\">", "")
            .replace("</span>", "");
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
