//! What Khmer writers type, and what readers get of it.

use super::{check, html, written};

#[test]
fn the_space_bar_of_khmer_keyboards_types_spaces() {
    check(
        "##\u{200B}ទឹក\u{200B}ស្អាត\n\n-\u{200B}ក\u{200B}ខ\n-\u{A0}គ\n\u{200B}\n>\u{200B}ឃ\n\u{200B}\n[ង]\u{200B}(x.pdf)",
        "<h2 id=\"section-1\">ទឹក\u{200B}ស្អាត</h2><ul><li>ក\u{200B}ខ</li><li>គ</li></ul><blockquote><p>ឃ</p></blockquote><p><a href=\"x.pdf\">ង</a></p>",
    );
    check(
        "|\u{200B}ក\u{200B}|\u{200B}ខ |\n|\u{200B}---\u{200B}|\u{A0}--:|\n|\u{200B}១\u{200B}|\u{200B}២\u{200B}|\u{200B}",
        "<div class=\"fit\"><table><thead><tr><th scope=\"col\">ក</th><th scope=\"col\" class=\"right\">ខ</th></tr></thead><tbody><tr><td>១</td><td class=\"right\">២</td></tr></tbody></table></div>",
    );
    check(
        "```\u{200B}\n#\u{200B}ក\n១.\u{200B}ខ\n```\u{200B}\nគ",
        "<pre><code>#\u{200B}ក\n១.\u{200B}ខ\n</code></pre><p>គ</p>",
    );
    check(
        "{%\u{200B}a()\u{200B}%}\n\nក\n\n\u{200B}{%\u{200B}end\u{200B}%}\u{200B}\n\n១. {{\u{200B}b(\u{200B}n\u{200B}=\u{A0}1\u{200B})\u{200B}}}",
        "<aside onclick=\"a\"></aside><ol class=\"marked\"><li><aside onclick=\"b\"></aside></li></ol>"
            .replace("<li>", "<li><span class=\"mark\">១.</span> ")
            .as_str(),
    );
}

#[test]
fn a_box_is_one_with_any_spaces_in_it_and_behind_it() {
    let of = |done: bool, words: &str| {
        let (class, label) = if done {
            ("box done", "Done")
        } else {
            ("box", "To do")
        };
        format!(
            "<li><span class=\"{class}\" role=\"img\" aria-label=\"{label}\"></span> {words}</li>"
        )
    };
    for (typed, items) in [
        (
            "- [ ]\u{200B}ក\n- [\u{200B}] ខ\n-\u{200B}[\u{A0}]\u{A0}គ\n- [x]\u{200B}ឃ",
            [
                of(false, "ក"),
                of(false, "ខ"),
                of(false, "គ"),
                of(true, "ឃ"),
            ],
        ),
        (
            "• [ ]\u{200B}ក\n•\t[\u{200B}]\u{200B}ខ\n• [ ] គ\n• [X] ឃ",
            [
                of(false, "ក"),
                of(false, "ខ"),
                of(false, "គ"),
                of(true, "ឃ"),
            ],
        ),
    ] {
        let list = format!("<ul class=\"tasks\">{}</ul>", items.concat());
        check(typed, &list);
    }
    check("ក [\u{200B}]\u{200B}ខ", "<p>ក [\u{200B}]\u{200B}ខ</p>");
}

#[test]
fn colons_that_begin_no_definition_all_stay() {
    check("ក\n:: ខ", "<p>ក\n:: ខ</p>");
    check(
        "ក\n: ខ\n\n::: គ",
        "<dl><dt>ក</dt><dd>ខ</dd></dl><p>::: គ</p>",
    );
}

#[test]
fn lines_that_are_counted_each_stay_a_line() {
    for typed in [
        "១.១ ក\n១.២ ខ\n១.២.១ គ",
        "a. ក\nb. ខ\nc. គ",
        "(a) ក\n(b) ខ\n(c) គ",
        "១។ ក\n២។ ខ\n៣។ គ",
        "1- ក\r\n2- ខ\r\n3- គ",
    ] {
        let lines: Vec<&str> = typed.lines().collect();
        check(typed, &format!("<p>{}</p>", lines.join("<br>")));
    }
    check("a. ក\nc. ខ", "<p>a. ក\nc. ខ</p>");
    check("១.១ ក\nខ ១.២ គ", "<p>១.១ ក\nខ ១.២ គ</p>");
    check("- a. ក\n  b. ខ", "<ul><li>a. ក<br>b. ខ</li></ul>");
}

#[test]
fn marks_of_any_kind_make_lists() {
    check(
        "• ក\n•\tខ\n▪ គ\n·\tឃ",
        "<ul><li>ក</li><li>ខ</li><li>គ</li><li>ឃ</li></ul>",
    );
    check(
        "✓ ក\n✓ ខ",
        "<ul class=\"marked\"><li><span class=\"mark\">✓</span> ក</li><li><span class=\"mark\">✓</span> ខ</li></ul>",
    );
    check(
        "ក. ក\nខ. ខ\n\n(១) គ",
        "<ol class=\"marked\"><li><span class=\"mark\">ក.</span> ក</li><li><span class=\"mark\">ខ.</span> ខ</li></ol><ol class=\"marked\"><li><span class=\"mark\">(១)</span> គ</li></ol>",
    );
    check(
        "ឃ) ក\n\n    - ខ\n\nង) គ",
        "<ol class=\"marked\" start=\"4\"><li><p><span class=\"mark\">ឃ)</span> ក</p><ul><li>ខ</li></ul></li><li><p><span class=\"mark\">ង)</span> គ</p></li></ol>",
    );
    check(
        "• ក\n✓ ខ\n◦ គ",
        "<ul><li>ក</li></ul><ul class=\"marked\"><li><span class=\"mark\">✓</span> ខ</li></ul><ul><li>គ</li></ul>",
    );
    check(
        "១. a\nក. b\nខ. c\n២. d",
        "<ol class=\"marked\"><li><span class=\"mark\">១.</span> a</li></ol><ol class=\"marked\"><li><span class=\"mark\">ក.</span> b</li><li><span class=\"mark\">ខ.</span> c</li></ol><ol class=\"marked\" start=\"2\"><li><span class=\"mark\">២.</span> d</li></ol>",
    );
}

#[test]
fn an_item_that_is_set_in_stands_in_the_one_above() {
    check(
        "១. ក\n  - ខ\n  - គ\n២. ឃ\n\u{200B}\u{200B}(ក) ង",
        "<ol class=\"marked\"><li><span class=\"mark\">១.</span> ក<ul><li>ខ</li><li>គ</li></ul></li><li><span class=\"mark\">២.</span> ឃ<ol class=\"marked\"><li><span class=\"mark\">(ក)</span> ង</li></ol></li></ol>",
    );
}

#[test]
fn a_number_is_the_one_that_was_typed() {
    check(
        "1. a\n1. b\n1. c",
        "<ol><li>a</li><li>b</li><li>c</li></ol>",
    );
    check(
        "1. a\n2. b\n5. c\n6. d",
        "<ol><li>a</li><li>b</li><li value=\"5\">c</li><li>d</li></ol>",
    );
    check("ក\n២. ខ", "<p>ក\n២. ខ</p>");
}

#[test]
fn lines_that_are_set_in_are_paragraphs() {
    check(
        "\tក **ខ**\n\n    គ\n    ឃ\n\n```\n    ង\n```",
        "<p>ក <strong>ខ</strong></p><p>គ\nឃ</p><pre><code>    ង\n</code></pre>",
    );
    check("- ក\n\n      ខ", "<ul><li><p>ក</p><p>ខ</p></li></ul>");
}

#[test]
fn emphasis_stands_beside_khmer_words() {
    for (text, expected) in [
        ("**ក។**ខ", "<strong>ក។</strong>ខ"),
        ("ក**«ខ»**គ", "ក<strong>«ខ»</strong>គ"),
        ("ក*«ខ»*គ", "ក<em>«ខ»</em>គ"),
        ("***ក!***ខ", "<em><strong>ក!</strong></em>ខ"),
        ("~~ក។~~ខ", "<s>ក។</s>ខ"),
        ("ក__ខ__គ", "ក<strong>ខ</strong>គ"),
        ("**ចំណាំ៖**2026", "<strong>ចំណាំ៖</strong>2026"),
        ("ក**[ខ](x)**គ", "ក<strong><a href=\"x\">ខ</a></strong>គ"),
        ("ក**`ខ`**គ", "ក<strong><code>ខ</code></strong>គ"),
        (
            "**ក** និង **«ខ»**គ",
            "<strong>ក</strong> និង <strong>«ខ»</strong>គ",
        ),
        ("5*3*2 និង ១២*២", "5*3*2 និង ១២*២"),
        (
            "`ក**«ខ»**គ` `5*3*2`",
            "<code>ក**«ខ»**គ</code> <code>5*3*2</code>",
        ),
        ("[ក](x\"*«ខ»*គ)", "<a href=\"x&quot;*«ខ»*គ\">ក</a>"),
    ] {
        assert_eq!(html(text), format!("<p>{expected}</p>"), "{text}");
    }
}

#[test]
fn dashes_of_word_processors_are_dashes() {
    check(
        "ក|ខ\n—|—:\n១|២",
        "<div class=\"fit\"><table><thead><tr><th scope=\"col\">ក</th><th scope=\"col\" class=\"right\">ខ</th></tr></thead><tbody><tr><td>១</td><td class=\"right\">២</td></tr></tbody></table></div>",
    );
    check("ក\n\n———\n\nខ", "<p>ក</p><hr><p>ខ</p>");
    check(
        "##ក\n\n＃＃ ខ",
        "<h2 id=\"section-1\">ក</h2><h2 id=\"section-2\">ខ</h2>",
    );
    check("[ក](x “ខ”)", "<p><a href=\"x\" title=\"ខ\">ក</a></p>");
}

#[test]
fn hints_of_line_breaks_reach_no_address() {
    check(
        "[ក\u{200B}ខ](https://e.org/a\u{200B}b\u{AD}c)\n\n## co\u{AD}op 2026",
        "<p><a href=\"https://e.org/abc\" rel=\"noopener noreferrer\">ក\u{200B}ខ</a></p><h2 id=\"coop-2026\">co\u{AD}op 2026</h2>",
    );
}

#[test]
fn what_was_typed_passes_beside_raw_html() {
    check(
        "(ក) x<br>\n\n2. a\n4. b",
        "<ol class=\"marked\"><li><span class=\"mark\">(ក)</span> x<br></li></ol><ol start=\"2\"><li>a</li><li value=\"4\">b</li></ol>",
    );
}

#[test]
fn what_is_as_it_should_be_is_not_asked_about() {
    for text in [
        "5 * 3 * 2, 2 ** 3, a * b, តម្លៃ* និង *",
        "(*) ក (*) ខ [**] គ",
        "| ក** | ខ |\n|---|---|\n| គ | ឃ** |",
        "`**kwargs` ``[[x]]`` **ក** *ខ* ~~គ~~",
        "ឈ្មោះ ____ អាយុ __ ឆ្នាំ",
        "https://e.org/a__b__c?x==y&lt=2 **/*.md src/**/x",
        "\\*\\*ក\\*\\* \\[[ក]] \\#ក",
        "#ទឹក #ភ្នំពេញ #២០២៦",
        "#1 a\n#2 b",
        &"*".repeat(3000),
        &"#".repeat(3000),
        "[១] (ឆ្នាំ ២០២៦) [2] (see page 3)",
        "10:30:45 និង a: b: c, ១៖២៖៣",
        "a == b, x = y, |x| < 3, ក | ខ",
        "[x]\n\n[x]: https://e.org",
        "ក[^១]\n\n[^១]៖ ខ",
        "ចំណងជើង\n---\n\nក\n\n---\n\nខ",
        "| a | b |\n|---|---|\n| 1 \\| 2 | `x\\|y` |\n| | |",
        "R&D, AT&T, a & b; &nbsp;ក&hellip;",
        "{name} {} { } a{1}",
        "```\n** a [[b]] ::: {{ x }}\n| a |\n| b |\n```",
        "(ក)[១] (មើល)[ទំព័រ ៣] f(x)[0] (ក)[^១]\n\n[^១]: ខ",
        "[!ក] [! A] ក [!NOTE]",
        "x <a b, ៣<ក, <i, </ក",
        "| a | b |\n|--|--|\n| - | - |\n| -- | ១ |",
        "<abbr title=\"a < b\">គ</abbr> <b>x</b><br>",
        "[មួយ](tel:១១៧) [ពីរ](sms:?body=x) [បី](mailto:?subject=x)",
        "[![ក](a.jpg)](https://e.org) [`x`](https://e.org)",
        "<!-- ក -->\n\n:) :D ^_^ ¯\\_(ツ)_/¯ <3",
        "ក – ខ — គ\n–២០ អង្សា",
    ] {
        let (_, report) = written(text);
        let found = report.sorted();
        let found: Vec<_> = found
            .iter()
            .map(|found| (found.code.id, found.place.to_string()))
            .collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

/// Every letter of generated documents reaches the page, or something is told.
#[test]
fn no_letter_is_lost_in_any_combination_of_marks() {
    const PIECES: &[&str] = &[
        "ក",
        "ខ",
        "គឃ",
        "ង។",
        "«ច»",
        "ឆ៖",
        "a",
        "12",
        " ",
        " ",
        "\u{200B}",
        "\u{A0}",
        "\t",
        "    ",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\r\n",
        "#",
        "##",
        "-",
        "*",
        "**",
        "__",
        "~~",
        "1.",
        "១.",
        "ក.",
        "ខ)",
        "(គ)",
        "•",
        "–",
        "———",
        "---",
        "===",
        "|",
        "|",
        "｜",
        "|---|---|",
        "—|—",
        "\n|",
        "> ",
        "`",
        "```",
        "[",
        "]",
        "(",
        ")",
        "](",
        "[^១]",
        "[^១]៖",
        "[j]: ",
        ": ",
        "\\",
        "{#a}",
        "{{",
        "}}",
        "{{ b() }}",
        ":::",
        "==",
        "5*3*2",
        "[[ឈ]]",
        "＃",
        "o\t",
        "\u{F0B7}\t",
        "$",
        "^",
        "&nbsp;",
        "![",
        "\u{2028}",
        "\u{FEFF}",
    ];
    let mut state: u64 = 0x5A1A;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (state >> 33) as usize % below
    };
    for _ in 0..10_000 {
        let length = 2 + next(16);
        let text: String = (0..length).map(|_| PIECES[next(PIECES.len())]).collect();
        let (html, report) = written(&text);
        if report.sorted().is_empty() {
            assert_eq!(missing(&text, &html), "", "{text:?}\n{html}");
        }
    }
}

/// The letters of a text that HTML holds fewer of.
fn missing(text: &str, html: &str) -> String {
    let mut left: std::collections::HashMap<char, usize> = Default::default();
    for letter in html.chars() {
        *left.entry(letter).or_default() += 1;
    }
    // Digits and signs are marks as well, of notes and lists.
    let is_khmer = |c: &char| matches!(c, 'ក'..='អ');
    text.chars()
        .filter(is_khmer)
        .filter(|letter| match left.get_mut(letter) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        })
        .collect()
}
