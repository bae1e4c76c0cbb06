//! Leaflets that cannot be printed say why; those that can are the same every time.

#![cfg(feature = "leaflets")]

use crate::pdf::{
    hard, khmer, paragraph, press, press_of, print, shown, text, theme, without_doubt,
};
use sala::diagnostic::{Diagnostic, Kind, Report, codes};
use sala::files::Files;
use sala::leaflet::document::{Leaflet, LeafletBlock, LeafletInline};
use sala::leaflet::{Press, in_parallel};
use std::sync::Mutex;

/// The first problem of a leaflet that cannot be printed.
fn problem(press: &Press, leaflet: &Leaflet, format: &str) -> Diagnostic {
    let report = print(press, leaflet, format).expect_err("a leaflet that cannot be printed");
    report.sorted()[0].clone()
}

#[test]
fn the_same_leaflet_gives_the_same_bytes() {
    let (first, second) = (press(), press());
    for (name, leaflet) in hard() {
        for format in first.formats() {
            let printed = print(&first, &leaflet, format).expect("a leaflet that fits");
            print_another(&first, &leaflet);
            assert!(
                printed == print(&second, &leaflet, format).unwrap(),
                "{name} {format}"
            );
        }
    }
}

/// Prints something else in between, so that nothing of it can show.
fn print_another(press: &Press, leaflet: &Leaflet) {
    let other = Leaflet {
        title: "x".to_owned(),
        ..leaflet.clone()
    };
    print(press, &other, "a4").expect("a leaflet that fits");
}

#[test]
fn leaflets_printed_side_by_side_are_the_same_as_one_by_one() {
    let press = press();
    let a4 = press.format("a4").expect("a format of the theme");
    let leaflets = hard();
    let printed = Mutex::new(Vec::new());
    in_parallel(&leaflets, |(name, leaflet)| {
        let place = sala::diagnostic::Place::Site;
        let pages = press
            .print(leaflet, a4, &place)
            .map(without_doubt)
            .expect("a leaflet that fits");
        printed.lock().unwrap().push((*name, pages));
    });
    let mut printed = printed.into_inner().unwrap();
    printed.sort_by_key(|(name, _)| *name);
    assert_eq!(printed.len(), leaflets.len());
    for (name, pages) in printed {
        let (_, leaflet) = leaflets.iter().find(|(known, _)| *known == name).unwrap();
        assert!(pages == print(&press, leaflet, "a4").unwrap(), "{name}");
    }
}

#[test]
fn an_a4_leaflet_is_small() {
    let press = press();
    for (name, leaflet) in hard() {
        let printed = print(&press, &leaflet, "a4").expect("a leaflet that fits");
        let sizes = (printed.reading.len(), printed.print.len());
        assert!(sizes.0 <= 70_000 && sizes.1 <= 60_000, "{name}: {sizes:?}");
    }
}

#[test]
fn a_folded_leaflet_has_six_panels_however_short_it_is() {
    let printed = print(&press(), &khmer(vec![paragraph("ខ្លី")]), "trifold").unwrap();
    assert_eq!(printed.pages, 6);
}

#[test]
fn a_text_that_no_template_can_set_is_not_the_fault_of_the_theme() {
    let link = |url: String| LeafletInline::Link {
        url,
        content: vec![text("ទឹក")],
    };
    let content = vec![link(format!("https://org.example/{}", "a".repeat(9000)))];
    let leaflet = khmer(vec![LeafletBlock::Paragraph { content }]);
    let press = press();
    // These two show a choice of the text, in which it does not stand.
    let choices = ["card", "poster"];
    let formats = press.formats().into_iter();
    for format in formats.filter(|format| !choices.contains(format)) {
        let problem = problem(&press, &leaflet, format);
        assert_eq!((problem.code.id, problem.kind), ("E519", Kind::Content));
        assert_eq!(problem.argument("reason"), "URL is too long");
    }
}

#[test]
fn a_leaflet_far_too_long_is_refused_unset() {
    let press = press();
    for (format, lines, times) in [("a4", 900, "4"), ("trifold", 1800, "4")] {
        let problem = problem(&press, &of_lines(lines), format);
        assert_eq!(
            problem.code.message.en,
            codes::leaflet::FAR_TOO_LONG.message.en
        );
        assert_eq!(problem.argument("times"), times);
    }
}

/// A leaflet of this many short paragraphs.
fn of_lines(lines: usize) -> Leaflet {
    khmer((0..lines).map(|_| paragraph("ប្រាក់របស់ឃុំ")).collect())
}

#[test]
fn a_leaflet_that_is_too_long_says_by_how_much() {
    let press = press();
    for (format, lines) in [("a4", 130), ("trifold", 160)] {
        let millimetres = |lines| {
            let problem = problem(&press, &of_lines(lines), format);
            assert_eq!(problem.code.id, "E503");
            problem.argument("millimetres").parse::<f64>().unwrap()
        };
        let excess = millimetres(lines);
        let each = (millimetres(lines + 10) - excess) / 10.0;
        assert!((3.0..9.0).contains(&each), "{format}: a line is {each} mm");
        // Taking out what is said to be too much makes it fit, and little less does not.
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of a text is a small positive number"
        )]
        let too_many = (excess / each).ceil() as usize;
        if let Err(report) = print(&press, &of_lines(lines - too_many - 2), format) {
            panic!("{excess} mm are {too_many} lines: {}", shown(&report));
        }
        assert!(print(&press, &of_lines(lines - too_many + 4), format).is_err());
    }
}

#[test]
fn a_character_without_a_glyph_is_named() {
    let found = problem(&press(), &khmer(vec![paragraph("សួស្តី 😀 វ漢")]), "a4");
    let message = found.message(sala::diagnostic::MessageLanguage::English);
    assert_eq!(
        message,
        "the leaflet's fonts have no picture of the characters `漢 U+6F22` and `😀 U+1F600`"
    );
}

#[test]
fn a_word_that_is_wider_than_its_line_goes_on_below() {
    let press = press();
    for format in ["a4", "trifold", "quarto", "large-print"] {
        let leaflet = khmer(vec![paragraph(&"w".repeat(200))]);
        if let Err(report) = print(&press, &leaflet, format) {
            panic!("{format}: {}", shown(&report));
        }
    }
}

#[test]
fn a_table_with_too_many_columns_has_its_cells_below_each_other() {
    let row = || {
        (0..14)
            .map(|_| vec![text("1,234,567,890")])
            .collect::<Vec<_>>()
    };
    let table = LeafletBlock::Table {
        right: vec![true; 14],
        columns: vec![],
        centre: vec![],
        head: row(),
        rows: vec![row()],
    };
    for format in ["a4", "trifold", "quarto", "large-print"] {
        if let Err(report) = print(&press(), &khmer(vec![table.clone()]), format) {
            panic!("{format}: {}", shown(&report));
        }
    }
}

#[test]
fn quotes_without_end_are_refused() {
    let nested = (0..200).fold(vec![], |blocks, _| vec![LeafletBlock::Quote { blocks }]);
    assert_eq!(problem(&press(), &khmer(nested), "a4").code.id, "E510");
}

#[test]
fn an_address_too_long_to_scan_is_refused() {
    let address = format!("https://org.example/{}", "x".repeat(400));
    let leaflet = Leaflet {
        address,
        ..khmer(vec![])
    };
    assert_eq!(problem(&press(), &leaflet, "a4").code.id, "E511");
}

#[test]
fn a_leaflet_with_nothing_in_it_is_printed() {
    let leaflet = Leaflet {
        title: "x".to_owned(),
        language: "km-KH".to_owned(),
        blocks: vec![
            LeafletBlock::Paragraph {
                content: vec![LeafletInline::Text {
                    text: String::new(),
                }],
            },
            LeafletBlock::Table {
                right: vec![],
                columns: vec![],
                centre: vec![],
                head: vec![],
                rows: vec![],
            },
            LeafletBlock::List {
                start: Some(0),
                marks: vec![],
                items: vec![],
            },
            LeafletBlock::BudgetTable(Default::default()),
            LeafletBlock::BudgetChart(Default::default()),
            LeafletBlock::Contact(Default::default()),
            LeafletBlock::Steps {
                items: vec![vec![]],
            },
        ],
        ..khmer(vec![])
    };
    for format in press().formats() {
        if let Err(report) = print(&press(), &leaflet, format) {
            panic!("{format}: {}", shown(&report));
        }
    }
}

/// The built-in theme with one file changed.
fn with_file(path: &str, text: &str) -> Files {
    theme().overlaid(Files::in_memory([(path, text)]))
}

#[test]
fn a_broken_template_is_named_with_its_place() {
    let broken = with_file("leaflet/a4.typ", "#let leaflet(d, qr) = {\n  nothing\n}\n");
    let found = problem(&press_of(broken), &khmer(vec![]), "a4");
    assert_eq!(found.code.id, "E507");
    assert_eq!(found.place.to_string(), "leaflet/a4.typ:2:3");
}

#[test]
fn a_template_can_neither_evaluate_text_nor_read_the_disk() {
    let template = theme().text("leaflet/a4.typ").expect("the A4 template");
    let begin = "#let leaflet(d, qr) = {\n";
    let calling = |call: &str| {
        let calling = template.replace(begin, &format!("{begin}  let _ = {call}\n"));
        assert_ne!(calling, template);
        press_of(with_file("leaflet/a4.typ", &calling))
    };
    if let Err(report) = print(&calling("str(1)"), &khmer(vec![]), "a4") {
        panic!("a call that may be made: {}", shown(&report));
    }
    let calls = [
        "eval(\"1\")",
        "std.eval(\"1\")",
        "plugin(\"/x.wasm\")",
        "read(\"/etc/passwd\")",
        "read(\"../../sala.toml\")",
    ];
    let told = calls.map(|call| {
        let found = problem(&calling(call), &khmer(vec![]), "a4");
        format!("{} {}", found.code.id, found.argument("reason"))
    });
    let no_function = "E507 expected function, found none";
    let searched = |path| format!("E507 file not found (searched at {path})");
    assert_eq!(
        told,
        [
            no_function,
            no_function,
            no_function,
            &searched("etc/passwd"),
            &searched("sala.toml")
        ]
    );
}

#[test]
fn a_theme_with_a_broken_format_or_font_has_no_press() {
    for (path, text, code) in [
        ("leaflet/a4.toml", "template = 'a4.typ'\n", "E104"),
        ("fonts/x.ttf", "not a font", "E509"),
        (
            "leaflet/card.toml",
            &theme()
                .text("leaflet/a4.toml")
                .unwrap()
                .replace("a4.typ", "b.typ"),
            "E501",
        ),
    ] {
        let mut report = Report::new();
        assert!(
            Press::new(&with_file(path, text), &mut report).is_none(),
            "{path}"
        );
        assert_eq!(report.sorted()[0].code.id, code, "{path}");
    }
}
