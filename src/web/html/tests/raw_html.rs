//! Raw HTML in Markdown: where it ends, what is taken away and told, and that no soup becomes more.

use super::{tried, written};

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
            "<div class=\"fit\"><table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead><tbody><tr><td><u>1</u></td><td>2</td></tr></tbody></table></div>",
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
            &["W255 i", "W255 div"],
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
        ("a</b> c</div>", "<p>a c</p>", &["W255 b", "W255 div"]),
        ("a</p></li></font></p>", "<p>a</p>", &[]),
        (
            "<div title=\"a>b</div> <p title=\"c\">d</p>",
            "<div title=\"a&gt;b&lt;/div&gt; &lt;p title=\">d</div>",
            &["W255 div", "W257 title", "W254 c\" div"],
        ),
        (
            "<ol type=a reversed><li value=3>a</ol>",
            "<ol reversed=\"\"><li value=\"3\">a</li></ol>",
            &["W254 type ol"],
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
pub(super) fn as_browsers_see(html: &str) -> Vec<(String, Vec<(String, String)>)> {
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
                    "height", "loading", "decoding", "open", "start", "value", "onclick",
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
fn endless_html_and_endless_addresses_take_no_longer_than_they_are() {
    for piece in [
        "<pre>",
        "<textarea>",
        "<style>",
        "</b>",
        "<b>x</i>",
        "](",
        "]:",
        "www.",
        "http://a.bc/",
        "a@b.cc",
        "<!--",
        "<a href=x>",
        "(",
        ")",
        "www.a.bc/)",
        "<?",
        "<li>",
        "<td>",
    ] {
        let text = format!(
            "https://a.bc/{}\n\n<div>\n{}",
            piece.repeat(20_000),
            piece.repeat(20_000)
        );
        let _ = tried(&text);
    }
    for piece in ["<pre>\n", "<textarea>\n", "<script>\n"] {
        let _ = tried(&format!(
            "{}</pre></textarea></script>",
            piece.repeat(100_000)
        ));
    }
}
