//! A small page is the same document: browsers' own parser (html5ever) reads both, and what it builds
//! differs in blanks that no reader sees.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use sala::squeeze::{minify_css, minify_html};

/// What a reader gets of a document: one line for each tag, and the text between two of them.
fn document(page: &str) -> Vec<String> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let mut lines = Vec::new();
    read(&dom.document, Blanks::Shown, &mut lines);
    let is_edge = |line: Option<&String>| {
        line.is_none_or(|line| {
            let name = line.trim_start_matches(['<', '/']).split(' ').next();
            line.starts_with('<') && name.is_some_and(ends_a_line)
        })
    };
    let texts: Vec<String> = (0..lines.len())
        .map(|at| {
            let line = &lines[at];
            let Some(text) = line.strip_prefix('~') else {
                return line.clone();
            };
            let text = match is_edge(at.checked_sub(1).and_then(|before| lines.get(before))) {
                true => text.trim_start_matches(' '),
                false => text,
            };
            match is_edge(lines.get(at + 1)) {
                true => text.trim_end_matches(' ').to_owned(),
                false => text.to_owned(),
            }
        })
        .collect();
    texts.into_iter().filter(|line| !line.is_empty()).collect()
}

/// What a blank is worth where it stands.
#[derive(Clone, Copy, PartialEq)]
enum Blanks {
    /// A text of nothing but blanks is nothing.
    Nothing,
    /// Any number of them is one.
    Shown,
    /// Every one counts.
    Kept,
}

fn read(node: &Handle, blanks: Blanks, lines: &mut Vec<String>) {
    let mut blanks = blanks;
    let mut closing = None;
    match &node.data {
        NodeData::Doctype { name, .. } => lines.push(format!("!{name}")),
        NodeData::Text { contents } => {
            let text = contents.borrow().to_string();
            if blanks == Blanks::Kept {
                lines.push(format!("={text}"));
                return;
            }
            let mut text: String = text
                .chars()
                .map(|c| {
                    if matches!(c, '\n' | '\t' | '\r' | '\u{c}') {
                        ' '
                    } else {
                        c
                    }
                })
                .collect();
            if blanks == Blanks::Nothing && text.trim_matches(' ').is_empty() {
                return;
            }
            // A comment may have stood between two texts.
            if let Some(before) = lines.last().and_then(|line| line.strip_prefix('~')) {
                text = format!("{before}{text}");
                lines.pop();
            }
            while text.contains("  ") {
                text = text.replace("  ", " ");
            }
            lines.push(format!("~{text}"));
        }
        NodeData::Element { name, attrs, .. } => {
            let mut attributes: Vec<String> = attrs
                .borrow()
                .iter()
                .map(|attribute| {
                    format!(
                        " {}={:?}",
                        attribute.name.local,
                        attribute.value.to_string()
                    )
                })
                .collect();
            attributes.sort();
            lines.push(format!("<{}{}", name.local, attributes.concat()));
            closing = Some(format!("</{}", name.local));
            blanks = match (&*name.local, blanks) {
                (_, Blanks::Kept) => Blanks::Kept,
                ("pre" | "code" | "listing" | "textarea" | "script" | "style", _) => Blanks::Kept,
                ("head" | "html" | "svg" | "g", _) => Blanks::Nothing,
                _ => Blanks::Shown,
            };
        }
        _ => {}
    }
    for child in node.children.borrow().iter() {
        read(child, blanks, lines);
    }
    lines.extend(closing);
}

/// Elements beside which a blank is never seen, as CSS lays them out; shapes of a drawing among them.
fn ends_a_line(name: &str) -> bool {
    const NAMES: &str = " html head body p div section article aside nav header footer main \
        h1 h2 h3 h4 h5 h6 ul ol dl dt dd table caption colgroup col thead tbody tfoot tr td th figure \
        figcaption form fieldset details summary blockquote pre br hr address option optgroup \
        g path rect ";
    NAMES.contains(&format!(" {name} "))
}

fn assert_same(page: &str) {
    let small = minify_html(page);
    assert_eq!(document(page), document(&small), "\n{page}\n→\n{small}");
    assert!(small.len() <= page.len());
    let again = minify_html(&small);
    assert_eq!(
        document(&again),
        document(&small),
        "a small page stays the same"
    );
    assert!(again.len() <= small.len());
}

const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"km\">\n<head>\n  <meta charset=\"utf-8\">\n  <title>\n ទឹក  ស្អាត </title>\n  <style>\n  a > b { color : red }\n  </style>\n</head>\n<body>\n  ";

const PIECES: [&str; 56] = [
    "<p>ឃុំ\u{200b}របស់\u{200b}យើង មាន  ទឹក\n ស្អាត។</p>\n",
    "<nav>\n  <a href=\"a/\">ទឹក</a>\n  <a href=\"b/\">ភ្លើង</a>\n</nav>",
    "<pre>\n\n  ក   ខ\n\tគ <b> x </b>\n</pre>\n  after",
    "text <code>a   b</code>   text",
    "<pre></code>   x   </pre> y",
    "<ul>\n  <li>one</li>\n  <li> two <ul> <li>in</li> </ul> </li>\n</ul>",
    "<table>\n <caption> ថវិកា </caption>\n <thead>\n <tr> <th scope=\"col\"> ឆ្នាំ </th> </tr> </thead>\n <tbody> <tr> <td> ១.២៣៤៛ </td> <td></td> </tr> </tbody>\n</table>\n",
    "<table><tr><td>no <td>ends</table> after",
    "<svg role=\"img\" viewBox=\"0 0 10 10\">\n <title> រូប  ភាព </title>\n <desc> a  b </desc>\n <g>\n <rect x=\"1\" /> <path d=\"M0 0\n L1 1\"/>\n </g>\n <text> <tspan>a</tspan> <tspan>b</tspan> </text>\n</svg> beside",
    "<svg/> <i>x</i>",
    "<textarea>\n  ក  \n </textarea>  z",
    "<script type=\"application/ld+json\">\n { \"a\" : \"<p>  </p><!-- no -->\" }\n</script> s",
    "<!-- gone -->",
    "a <!-- gone --> b",
    "a<!-->b<!--->c<!-- x --!>d",
    "<img  alt=\"\"\n   src=\"x.webp\"  width=320 height=200 >",
    "<a title='a  \"  b'   href=\"?a=1&amp;b= 2\" >x</a>",
    "<a title = \"a  >  b\" data-x= 'y  z'>x</a>",
    "<input disabled  value=a/b /> <label> ឈ្មោះ </label> <input>",
    "<b>bold</b> <i>italic</i>",
    "<b> bold </b><i> italic </i>",
    "a\u{a0} \u{a0}b \u{200b} c",
    "1 < 2 &lt; 3  & 4 &amp; 5",
    "<p>unclosed <p>paragraphs <b>and <i>tags</b> crossed</i>",
    "</p> stray </div> </pre> ends </code>",
    "<div  class=\"a  b\">\n\n<div>\n</div>\n</div>",
    "<details> <summary> ចម្លើយ </summary> text </details>",
    "<dl> <dt> ពាក្យ </dt> <dd> ន័យ </dd> </dl>",
    "line<br>\nline <br/> line",
    "<? bogus  > <!bogus  > </ bogus  > x",
    "<noscript> <p>a  b</p> </noscript> c",
    "<h2 id=\"ទឹក\"> ទឹក <a href=\"#x\">#</a> </h2>",
    "<template> <p> x </p> </template> y",
    "<button> a </button> <button> b </button>",
    "<select> <option> a </option> <option>b</select> c",
    "<figure> <picture> <source srcset=\"a  1x\"> <img alt=x> </picture> <figcaption> រូប </figcaption> </figure>",
    "<CODE>A   B</CODE> <PRE>  c </PRE>",
    "<a\thref=x\n>y</a\n> z",
    "<p\n>  x  </p  >",
    "<blockquote>\n<p>ក</p>\n</blockquote>\n",
    "<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul><p>d</p><div><p>e</p></div>",
    "<p><a href=x>a</a></p><p>b</p><ins><p>c</p></ins> d",
    "<a href=y><p>a</p><p>b</p></a> c",
    "<p>a<div>b</div></p><section><p>c</p></section>",
    "<div><tr><td><p>a</p></td></tr>b</div>",
    "<li><div><li><p>a</p></li></div>b</li>",
    "<dl><div><dt>a</dt><dd>b</dd></div><div><dt>c</dt><dd><p>d</p></dd></div></dl>",
    "<table><caption>a</caption><colgroup><col></colgroup><thead><tr><th>b</th></tr></thead><tbody><tr><td><p>c</p></td></tr></tbody><tfoot><tr><td>d</td></tr></tfoot></table>",
    "<table><tr><td>a</td></tr><p>b</p><tr><td>c</td></tr></table>",
    "<select><optgroup label=a><option>b</option><option>c</option></optgroup></select><datalist><option>d</option></datalist>",
    "<ruby>a<rt>b</rt><rp>c</rp></ruby> <ruby><p>d</p><rt>e</rt></ruby>",
    "<svg><foreignObject><p>a</p><p>b</p></foreignObject><g/></svg><svg><g><p>c</p></g></svg><p>d</p>",
    "<template><ul><li>a</li></ul><p>b</p></template>",
    "<p>a</p><table><tr><td>b</td></tr></table><p>c</p><hr><p>d</p></section>",
    "<h2>a<h3>b</h3></h2><button><p>c</p></button><form><form><p>d</p></form></form>",
    "<p>a</p><!-- gone --><p>b</p><pre><p>c</p><p>d</p></pre>",
];

#[test]
fn every_piece_stays_the_same_document() {
    for piece in PIECES {
        assert_same(piece);
        assert_same(&format!("{PAGE}{piece}\n</body>\n</html>\n"));
    }
}

#[test]
fn pages_put_together_at_random_stay_the_same_document() {
    let mut random: u64 = 0x6b6d;
    for _ in 0..3000 {
        let mut page = PAGE.to_owned();
        for _ in 0..12 {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            page.push_str([" ", "\n  ", ""][(random >> 40) as usize % 3]);
            page.push_str(PIECES[(random >> 8) as usize % PIECES.len()]);
        }
        assert_same(&page);
    }
}

#[test]
fn unfinished_markup_loses_nothing() {
    for page in [
        "a <",
        "a <b",
        "a <b c=\"  ",
        "a <!-- b  c",
        "<style> a  b",
        "<title>a  b</titl",
        "</",
        "<pre>  ",
    ] {
        assert_eq!(minify_html(page), page);
    }
}

#[test]
fn a_page_loses_its_indentation_and_keeps_the_spaces_between_words() {
    let page = "<!doctype html>\n<html lang=\"km\">\n  <body>\n    <nav>\n      <a href=\"a/\">ទឹក</a> <a\n href=\"b/\">ភ្លើង</a>\n    </nav>\n  </body>\n</html>\n";
    assert_eq!(
        minify_html(page),
        "<!doctype html><html lang=\"km\"><body><nav><a href=\"a/\">ទឹក</a> <a href=\"b/\">ភ្លើង</a></nav>"
    );
}

#[test]
fn tags_go_only_where_every_parser_sets_them() {
    for (page, small) in [
        (
            "<html lang=km><head><meta charset=utf-8></head><body><p>a</p></body></html>",
            "<html lang=km><head><meta charset=utf-8></head><body><p>a",
        ),
        (
            "<html><head></head><body>a</body></html>",
            "<html><head></head><body>a",
        ),
        (
            "<html><head><title>a</title></head><body class=b><p>c</p></body></html>",
            "<html><head><title>a</title></head><body class=b><p>c",
        ),
        (
            "<html><head><title>a</title></head><body><script>b</script></body></html>",
            "<html><head><title>a</title></head><body><script>b</script>",
        ),
        (
            "<ul><li>a</li><li>b <ol><li>c</li></ol></li></ul>",
            "<ul><li>a<li>b<ol><li>c</ol></ul>",
        ),
        (
            "<ul><li>a</li> <li>b</li> </ul>",
            "<ul><li>a</li> <li>b</ul>",
        ),
        ("<ul><li>a</li>b</ul>", "<ul><li>a</li>b</ul>"),
        ("<p>a</p><p>b</p>c", "<p>a<p>b</p>c"),
        ("<p>a</p><a>b</a>", "<p>a</p><a>b</a>"),
        ("<p>a</p><table></table>", "<p>a</p><table></table>"),
        ("<ins><p>a</p></ins>", "<ins><p>a</p></ins>"),
        ("<div><p>a</p></div>", "<div><p>a</div>"),
        ("<div><p>a</p></section>", "<div><p>a</p></section>"),
        (
            "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>",
            "<dl><dt>a<dd>b<dt>c<dd>d</dl>",
        ),
        (
            "<table><caption>a</caption><thead><tr><th>b</th><th>c</th></tr></thead><tbody><tr><td>d</td></tr></tbody></table>",
            "<table><caption>a<thead><tr><th>b<th>c<tbody><tr><td>d</table>",
        ),
        (
            "<select><option>a</option><option>b</option></select>",
            "<select><option>a<option>b</select>",
        ),
        ("<pre><p>a</p><p>b</p></pre>", "<pre><p>a</p><p>b</p></pre>"),
        // From what is no tree of elements on, every tag stays.
        (
            "<p>a</p><p>b<ul><li>c</li></ul></p><div><p>d</p></div>",
            "<p>a<p>b<ul><li>c</li></ul></p><div><p>d</p></div>",
        ),
    ] {
        assert_eq!(minify_html(page), small);
        assert_eq!(document(page), document(small));
    }
}

#[test]
fn a_style_sheet_shrinks_to_the_same_rules() {
    assert_eq!(
        minify_css(
            "/* note */\nbody {\n  margin: 0px;\n  color: #ffffff;\n}\na:hover { color: red }\n"
        ),
        "body{color:#fff;margin:0}a:hover{color:red}"
    );
    for odd in ["a { b: \"</style>\" }", "a { color: }} {{"] {
        assert!(minify_css(odd).contains('a'), "{odd}");
    }
}

#[test]
fn conditions_stay_as_they_are_in_whatever_order_they_come() {
    for (one, other) in [("@media", "@supports"), ("@supports", "@media")] {
        let css =
            format!("{one} (max-width: 30em) {{ a {{ b: c }} }} {other} (d: e) {{ f {{ g: h }} }}");
        assert_eq!(
            minify_css(&css),
            format!("{one} (max-width:30em){{a{{b:c}}}}{other} (d:e){{f{{g:h}}}}")
        );
    }
}
