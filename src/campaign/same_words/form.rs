//! What Markdown and HTML become in a leaflet, kind by kind.

use super::text::Written;
use super::{campaign, page_of};
use crate::leaflet;
use serde_json::Value;

/// Markdown, and the leaflet's blocks: each kind with what stands in it.
const FORMS: &[(&str, &str)] = &[
    (
        "~~500~~ **600** *a* `b` c\\\nd",
        "paragraph(strikethrough(500) strong(600) emphasis(a) code(b) c break d)",
    ),
    (
        "a<br>b <sub>c</sub> <mark>d</mark> <ins>e</ins> <del>f</del> <small>g</small> <sup>h</sup> <i>i</i>",
        "paragraph(a break b subscript(c) highlight(d) underline(e) strikethrough(f) small(g) superscript(h) emphasis(i))",
    ),
    (
        "<q>a</q> <kbd>b</kbd> <ruby>c<rp>(</rp><rt>d</rt><rp>)</rp></ruby>",
        "paragraph(“ a ” code(b) c ( d ))",
    ),
    (
        "<abbr title=\"b\">a</abbr> <s>c *d* <s>e</s></s>",
        "paragraph(a aside(b) strikethrough(c emphasis(d) e))",
    ),
    (
        "**a <del>b** c</del>",
        "paragraph(strong(a strikethrough(b)) c)",
    ),
    (
        "[a](https://org.example/law/) [org.example/x](https://org.example/x) [b](tel:012) [012](tel:012) [c](@/_index.md \"d\")",
        "paragraph(link(https://org.example/law/ a) aside(org.example/law) link(https://org.example/x org.example/x) link(tel:012 b) aside(012) link(tel:012 012) link(https://org.example/ c) aside(d) note_mark(១)) notes(១ paragraph(link(https://org.example/ org.example)))",
    ),
    (
        "[a](https://org.example/1234567890123456789012345678901234567890123456789012345678901)",
        "paragraph(link(https://org.example/1234567890123456789012345678901234567890123456789012345678901 a) note_mark(១)) notes(១ paragraph(link(https://org.example/1234567890123456789012345678901234567890123456789012345678901 org.example/… – វែងពេកសម្រាប់វាយ៖ សូមស្កេនកូដ)))",
    ),
    (
        "# A {#a}\n\n[b](#a) [c](@/_index.md) [d](@/_index.md)",
        "heading(1 A) paragraph(b link(https://org.example/ c) note_mark(១) link(https://org.example/ d) note_mark(១)) notes(១ paragraph(link(https://org.example/ org.example)))",
    ),
    (
        "<a href=https://org.example/a>a</a> <a href=tel:012>012</a> <a>b</a>",
        "paragraph(link(https://org.example/a a) aside(org.example/a) link(tel:012 012) b)",
    ),
    (
        "a[^x] b[^x]\n\n[^x]: c\n\n    d",
        "paragraph(a note_mark(១) b note_mark(១)) notes(១ paragraph(c) paragraph(d))",
    ),
    (
        "|a|b|c|\n|-|:-:|-:|\n|1|2|~~3~~|",
        "table(false false true false true false a b c 1 2 strikethrough(3))",
    ),
    (
        "<details><summary>a</summary>\n\nb\n\n</details>\n\nc",
        "paragraph(strong(a)) paragraph(b) paragraph(c)",
    ),
    (
        "<del>\n\na\n\n- b\n\n</del>\n\nc",
        "paragraph(strikethrough(a)) list(paragraph(strikethrough(b))) paragraph(c)",
    ),
    (
        "<p>a<p>b <div>c</div> d",
        "paragraph(a) paragraph(b) paragraph(c) paragraph(d)",
    ),
    (
        "<ul><li>a<ul><li>b</ul><li>c</ul>d",
        "list(paragraph(a) list(paragraph(b)) paragraph(c)) paragraph(d)",
    ),
    ("<ol start=3><li>a</ol>", "list(3 paragraph(a))"),
    (
        "- [x] a\n- [ ] b",
        "list(paragraph(task(true) a) paragraph(task(false) b))",
    ),
    (
        "<table><caption>a</caption><tr><th>b<th>c<tr><td colspan=2>d<br>e</table>",
        "paragraph(strong(a)) table(b c d break e)",
    ),
    (
        "<table><tr><th>a<td>b <ul><li>c</ul></table>",
        "table(strong(a) b break • c)",
    ),
    (
        "<table><tr><td>\n\na\n\n{% note(title=\"b\") %}\nc\n{% end %}\n\n</td><td>d</td></tr></table>",
        "table(a d) note(info b paragraph(c))",
    ),
    (
        "<dl><dt>a<dd>b<dd>c</dl>",
        "definitions(a paragraph(b) paragraph(c))",
    ),
    ("<blockquote>a</blockquote>", "quote(paragraph(a))"),
    ("<pre>a\n  b</pre>", "code(a\n  b)"),
    ("<h3>a <b>b</b></h3>\n<hr>", "heading(3 a strong(b)) rule"),
    ("a <script>b</script> c", "paragraph(a b c)"),
    (
        "<figure><img src=/dot.png alt=a><figcaption>b</figcaption></figure>",
        "paragraph(picture(static/dot.png a 1 1)) paragraph(b)",
    ),
    (
        "![a](/dot.png \"b\") c",
        "paragraph(picture(static/dot.png a b 1 1) c)",
    ),
    (
        "## ![a](/dot.png)",
        "heading(2 picture(static/dot.png a 1 1) a)",
    ),
    (
        "a &amp; &lt;b&gt; <span>&nbsp;&#6016;</span>",
        "paragraph(a & <b> \u{a0}ក)",
    ),
    (
        "{{ download(file=\"/b.txt\", label=\"a\") }}",
        "list(paragraph(link(https://org.example/b.txt a TXT)))",
    ),
];

#[test]
fn every_form_of_a_text_has_its_own_in_a_leaflet() {
    let texts: Vec<Written> = FORMS
        .iter()
        .map(|(markdown, _)| Written {
            markdown: format!("{markdown}\n"),
            words: Vec::new(),
        })
        .collect();
    let (campaign, _) = campaign(&texts);
    let mut wrong = Vec::new();
    for (index, (markdown, expected)) in FORMS.iter().enumerate() {
        let id = page_of(&campaign, index);
        let (leaflet, _) = leaflet::composed(&campaign.resolver(), id);
        let blocks = serde_json::to_value(&leaflet.blocks).expect("JSON");
        let got = form(&blocks).replace('\u{200b}', "");
        if got != *expected {
            wrong.push(format!(
                "{markdown}\n  expected {expected}\n  got      {got}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each block and inline as its kind and, in brackets, what stands in it; text as it is.
fn form(value: &Value) -> String {
    let parts = |values: &mut dyn Iterator<Item = &Value>| {
        let parts: Vec<String> = values.map(form).filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    };
    match value {
        Value::String(text) => text.trim_matches(' ').to_owned(),
        Value::Array(values) => parts(&mut values.iter()),
        Value::Object(fields) => {
            let kind = ["block", "inline"]
                .iter()
                .find_map(|tag| fields.get(*tag)?.as_str());
            let others = fields
                .iter()
                .filter(|(name, _)| !matches!(name.as_str(), "block" | "inline"));
            let inner = parts(&mut others.map(|(_, value)| value));
            match kind {
                None | Some("text") => inner,
                Some(kind) if inner.is_empty() => kind.to_owned(),
                Some(kind) => format!("{kind}({inner})"),
            }
        }
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
