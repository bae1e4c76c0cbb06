//! That nothing is lost on the way: each place in what is read leads to its place in what was typed.

use super::*;

fn typed(text: &str) -> Typed<'_> {
    Typed::of(Cow::Borrowed(text))
}

/// What is read of a text.
#[track_caller]
fn check(text: &str, expected: &str) {
    let typed = typed(text);
    let shown = typed.as_str().replace(EDGE, "¦");
    assert_eq!(shown, expected, "{text:?}");
}

#[test]
fn spaces_of_khmer_keyboards_are_spaces_where_markdown_asks_for_one() {
    for space in [
        "\u{200B}", "\u{A0}", "\u{2007}", "\u{202F}", "\u{3000}", "\u{FEFF}",
    ] {
        for (text, expected) in [
            ("#_ទឹក", "# ទឹក"),
            ("##_ទឹក_##_", "## ទឹក ## "),
            ("_#_ទឹក", " # ទឹក"),
            ("#_ទឹក {#x}_", "# ទឹក {#x} "),
            ("-_ទឹក_ស្អាត", "- ទឹក_ស្អាត"),
            ("__-_ទឹក", "  - ទឹក"),
            ("1.__ទឹក", "1. ទឹក"),
            (">_ទឹក", "> ទឹក"),
            (">_-_#_ទឹក", "> - # ទឹក"),
            ("ក\n_\nខ", "ក\n \nខ"),
            (
                "|_ក_|_ខ_|\n|_---_|:--_|\n|_១_|_២_|",
                "| ក | ខ |\n| --- |:-- |\n| ១ | ២ |",
            ),
            ("```_js_\nក_ខ\n```_\n#_ខ", "``` js \nក_ខ\n``` \n# ខ"),
            ("[ក]_(ខ)", "[ក](ខ)"),
            ("[ក](_ខ_\"គ\"_)", "[ក]( ខ \"គ\" )"),
            ("[ក]:_ខ", "[ក]: ខ"),
            ("ក\n:_ខ", "ក\n: ខ"),
            ("ក\\_\nខ", "ក\\\nខ"),
            ("ក\n---_", "ក\n--- "),
            ("*_*_*", "* * *"),
            ("ទឹក_ស្អាត", "ទឹក_ស្អាត"),
        ] {
            let text = text.replace('_', space);
            let expected = expected.replace('_', space);
            check(&text, &expected);
        }
    }
}

#[test]
fn marks_of_lists_are_read_as_markdown_writes_them() {
    for (text, expected) in [
        ("១. ក", "1. ក"),
        ("១២) ក", "12) ក"),
        ("ក. ខ", "1) ខ"),
        ("ស) ខ", "30) ខ"),
        ("អ. ខ", "33) ខ"),
        ("(ខ) គ", "2) គ"),
        ("(១) គ", "1. គ"),
        ("១៖ គ", "1. គ"),
        ("១- គ", "1. គ"),
        ("•\tក", "+ ក"),
        ("\u{F0B7}\tក", "+ ក"),
        ("o\tក", "+ ក"),
        ("•ក", "+ ក"),
        ("– ក", "+ ក"),
        ("✓ ក", "+ ក"),
        ("> ១. • ក", "> 1. + ក"),
        ("១.ក\n២.ខ", "1. ក\n2. ខ"),
        ("-ក\n-ខ", "- ក\n- ខ"),
        ("1.a\n2.b", "1. a\n2. b"),
        // What is as likely something else stays as it is.
        ("១.ក", "១.ក"),
        ("-ក", "-ក"),
        ("-v\n-h", "-v\n-h"),
        ("គ.ជ.ប", "គ.ជ.ប"),
        ("១.៥", "១.៥"),
        ("២០២៦៖ ក", "២០២៦៖ ក"),
        ("*ក*\n*ខ*", "*ក*\n*ខ*"),
        ("o ក", "o ក"),
        ("១២៣៤៥៦៧៨៩០. ក", "១២៣៤៥៦៧៨៩០. ក"),
        ("ឝ. ក", "ឝ. ក"),
        ("–២០", "–២០"),
    ] {
        check(text, expected);
    }
}

#[test]
fn an_item_that_is_set_in_stands_in_the_one_above() {
    for (text, expected) in [
        ("១. ក\n  ក. ខ\n  ខ. គ\n២. ឃ", "1. ក\n   1) ខ\n   2) គ\n2. ឃ"),
        ("1. ក\n  - ខ\n    - គ", "1. ក\n   - ខ\n     - គ"),
        ("១. ក\n\n  ១. ខ\n  ២. គ", "1. ក\n\n   1. ខ\n   2. គ"),
        ("1.  ក\n   - ខ", "1.  ក\n    - ខ"),
        // A little to the right or to the left is the same list.
        ("- ក\n - ខ\n  - គ", "- ក\n - ខ\n  - គ"),
        ("១. ក\n ២. ខ\n  ៣. គ", "1. ក\n 2. ខ\n  3. គ"),
        ("១. ក\n\nខ\n\n  - គ", "1. ក\n\nខ\n\n  - គ"),
    ] {
        check(text, expected);
    }
}

#[test]
fn lines_that_are_set_in_are_text() {
    for (text, expected) in [
        ("\tក\n\tខ", "ក\nខ"),
        ("ក\n\n    ខ\n    គ", "ក\n\nខ\nគ"),
        ("    ក\n\n        ខ", "ក\n\nខ"),
        ("- ក\n\n\t\tខ", "- ក\n\n    ខ"),
        (">     ក", "> ក"),
        ("1.      ក", "1. ក"),
        ("    ```\n    ក\n    ```", "```\nក\n```"),
        ("- ក\n    - ខ\n        - គ", "- ក\n    - ខ\n        - គ"),
        ("```\n    ក\n```", "```\n    ក\n```"),
    ] {
        check(text, expected);
    }
}

#[test]
fn dashes_and_signs_of_other_widths_are_read_as_what_they_stand_for() {
    for (text, expected) in [
        ("|ក|ខ|\n|——|–:|\n|១|២|", "|ក|ខ|\n|--|-:|\n|១|២|"),
        ("|ក|ខ|\n|===|===|", "|ក|ខ|\n|---|---|"),
        (
            "｜ក｜ខ｜\n｜---｜---｜\n｜១｜២｜\n\n｜",
            "|ក|ខ|\n|---|---|\n|១|២|\n\n｜",
        ),
        ("ក\n\n———\n\nខ", "ក\n\n---\n\nខ"),
        ("ក\n———", "ក\n———"),
        ("＃ ក", "# ក"),
        ("＃＃ក", "## ក"),
        ("##ក", "## ក"),
        ("＞ ក", "> ក"),
        ("#ក", "#ក"),
        ("[^១]៖ ក", "[^១]: ក"),
        ("[^១] : ក", "[^១]: ក"),
        ("[ក](ខ “គ”)", "[ក](ខ \"គ\")"),
    ] {
        check(text, expected);
    }
}

#[test]
fn marks_beside_khmer_words_stand_at_their_edges() {
    for (text, expected) in [
        ("**ក។**ខ", "**ក។**¦ខ"),
        ("ក**«ខ»**គ", "ក¦**«ខ»**¦គ"),
        ("~~ក។~~ខ", "~~ក។~~¦ខ"),
        ("ក__ខ__គ", "ក¦__¦ខ¦__¦គ"),
        ("**ក៖**2026", "**ក៖**¦2026"),
        ("**ក។**\u{200B}ខ", "**ក។**¦\u{200B}ខ"),
        ("**ក**ខ", "**ក**ខ"),
        ("**a.**b", "**a.**b"),
        ("\\**ក។**ខ", "\\**ក។**¦ខ"),
        ("5*3*2", "5\\*3\\*2"),
        ("ក_ខ_គ", "ក_ខ_គ"),
    ] {
        check(text, expected);
    }
}

#[test]
fn every_place_leads_back_to_where_it_was_typed() {
    for text in [
        "#\u{200B}ទឹក\n\n១.\u{200B}ក **ខ។**គ\n\n\t\u{200B}•\tឃ\n\n    ១. ង\n\n        ច",
        "> ｜ក｜\u{200B}\n> ｜—｜\n> |\u{200B}x\u{200B}|\u{A0}",
        "\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}ក\n\n-\t\t\tខ\n\n5*3*2 [ក]\u{200B}(ខ\u{200B}“គ”)\\\u{200B}\nx",
        "-ក\r\n-ខ\r\n\r\n\t១) គ\r\n\r\n\t\t———",
    ] {
        let typed = typed(text);
        let read = typed.as_str();
        let mut before = 0;
        for (start, c) in read.char_indices() {
            let own = typed.typed_at(start..start + c.len_utf8());
            assert!(own.start >= before, "{text:?} at {start}");
            before = own.start;
            let as_typed = &text[own.clone()];
            // A letter is always the one that was typed; signs may be others.
            if c.is_alphabetic() {
                assert!(as_typed.contains(c), "{c} from {as_typed:?} in {text:?}");
            }
            if !own.is_empty() {
                assert!(typed.read_of(own).contains(&start), "{text:?} at {start}");
            }
        }
    }
}
