//! Leaflets for the tests, and the text that must copy out of their PDF.

pub mod expected;

use sala::diagnostic::{MessageLanguage, Report, Style, to_terminal};
use sala::files::Files;
use sala::khmer::{Breaks, Segmenter};
use sala::leaflet::document::{
    Adjusted, Adjustment, BudgetChart, BudgetTable, Card, Cards, Citation, Contact, KeyFigure,
    Leaflet, LeafletBlock, LeafletInline, Mark, Measure, Note, Picture, Row, Source, Strip,
    TableRow, Tone,
};
use sala::leaflet::{Press, Printed};
use std::path::Path;

/// The press of the built-in theme.
pub fn press() -> Press {
    press_of(theme())
}

pub fn press_of(theme: Files) -> Press {
    let mut report = Report::new();
    let press = Press::new(&theme, &mut report);
    press.unwrap_or_else(|| panic!("no press: {}", shown(&report)))
}

/// The files of the built-in theme.
pub fn theme() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Files::walk(root, &[], &mut Report::new()).subtree("themes/default/")
}

/// Prints on a thread with the stack that typesetting needs.
pub fn print(press: &Press, leaflet: &Leaflet, format: &str) -> Result<Printed, Report> {
    let mut printed = None;
    let format = press.format(format).expect("a format of the theme");
    let place = sala::diagnostic::Place::file("content/a.md");
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(8 << 20)
            .spawn_scoped(scope, || {
                printed = Some(press.print(leaflet, format, &place).map(without_doubt))
            })
            .expect("there is room for a thread");
    });
    printed.expect("the thread has printed")
}

/// What was printed, if there was nothing to warn of.
pub fn without_doubt((printed, warnings): (Printed, Report)) -> Printed {
    assert!(warnings.is_empty(), "{}", shown(&warnings));
    printed
}

pub fn shown(report: &Report) -> String {
    to_terminal(report, MessageLanguage::English, Style::Plain)
}

/// Text with a place to break between its words.
pub fn set(text: &str) -> String {
    let mut out = String::new();
    Segmenter::new(&[]).insert_breaks(text, &Breaks::only("\u{200b}"), &mut out);
    out
}

pub fn text(plain: &str) -> LeafletInline {
    LeafletInline::Text { text: set(plain) }
}

pub fn paragraph(plain: &str) -> LeafletBlock {
    LeafletBlock::Paragraph {
        content: vec![text(plain)],
    }
}

fn heading(level: u8, plain: &str) -> LeafletBlock {
    LeafletBlock::Heading {
        level,
        content: vec![text(plain)],
    }
}

/// A Khmer leaflet of these blocks.
pub fn khmer(blocks: Vec<LeafletBlock>) -> Leaflet {
    Leaflet {
        title: set("ប្រាក់របស់ឃុំ ប្រាក់របស់យើង"),
        description: set("ខិត្តប័ណ្ណនេះប្រាប់ថាប្រាក់មកពីណា ចំណាយលើអ្វី និងរបៀបសួរ។"),
        language: "km".to_owned(),
        digits: "០១២៣៤៥៦៧៨៩".to_owned(),
        site_title: set("ស្គាល់ប្រាក់ឃុំរបស់អ្នក"),
        organisation: set("ក្រុមការងារថវិកាសាធារណៈ"),
        phone: "023 456 789".to_owned(),
        notices: vec![set("នេះគ្រាន់តែជាឧទាហរណ៍ប៉ុណ្ណោះ។")],
        address: "https://org.example/km/budget/commune-2026/".to_owned(),
        call_to_action: set("ស្កេនដើម្បីអានបន្ថែម"),
        date: Some((2026, 11, 24)),
        edition: set("២៤ វិច្ឆិកា ២០២៦"),
        figure: key_figure(&blocks),
        blocks,
        ..Leaflet::default()
    }
}

/// The figure that stands for a text of these blocks.
fn key_figure(blocks: &[LeafletBlock]) -> Option<KeyFigure> {
    fn in_line(content: &[LeafletInline]) -> Option<KeyFigure> {
        content.iter().find_map(|inline| match inline {
            LeafletInline::Amount {
                text, synthetic, ..
            } => Some(KeyFigure {
                text: text.clone(),
                label: set("ចំណាយសរុប"),
                when: set("២០២៦ គ្រោង"),
                synthetic: synthetic.clone(),
            }),
            other => in_line(other.content()?),
        })
    }
    blocks.iter().find_map(|block| match block {
        LeafletBlock::Amount {
            text,
            label,
            synthetic,
            ..
        } => Some(KeyFigure {
            text: text.clone(),
            label: label.clone(),
            when: String::new(),
            synthetic: synthetic.clone(),
        }),
        LeafletBlock::Paragraph { content } => in_line(content),
        LeafletBlock::Group { blocks } => key_figure(blocks),
        _ => None,
    })
}

/// Leaflets that are hard to copy out, by name.
pub fn hard() -> Vec<(&'static str, Leaflet)> {
    vec![
        ("clusters", khmer(clusters())),
        ("figures", khmer(figures())),
        ("structure", khmer(structure())),
        (
            "marks",
            Leaflet {
                pictures: [(picture().file, DOT.to_vec())].into(),
                ..khmer(marks())
            },
        ),
        ("hostile", khmer(hostile())),
        ("english", english()),
    ]
}

/// Stacked consonants, vowels on both sides, shifters, signs and rare letters.
fn clusters() -> Vec<LeafletBlock> {
    vec![
        heading(2, "ព្យញ្ជនៈត្រួតគ្នា"),
        paragraph(
            "ស្ត្រី មន្ត្រី កញ្ច្រៀវ សង្គ្រាម លក្ខន្តិកៈ ឧត្ដម សន្និសីទ ពុទ្ធោ ខ្ញុំ ក្រុមហ៊ុន ស៊ីវិល ប៉ុស្តិ៍ ញ៉ាំ ម៉ោង ព័ត៌មាន ធម៌ \
             ក៏ ណ៎ះ ឱ្យ ឲ្យ ឥឡូវ ឧទាហរណ៍ ឯកសារ ឪពុក ឫស្សី ឬ ឮ ឰដ៏ ទៀតៗ ស្រុកស្រែចម្ការ កន្ត្រក ចន្ទ្រា",
        ),
        paragraph(
            "ស្មៀនឃុំបានប្រាប់ថា៖ «ក្រុមប្រឹក្សាឃុំត្រូវផ្សព្វផ្សាយគម្រោងថវិកាជាសាធារណៈ ហើយប្រជាពលរដ្ឋគ្រប់រូបអាចស្នើសុំឱ្យកែប្រែបាន»។ \
             តើប្រាក់ចំណាយលើផ្លូវថ្នល់ ទឹកស្អាត ឬសុខភាពប៉ុន្មាន? សូមអញ្ជើញមកស្តាប់ទាំងអស់គ្នា!",
        ),
        LeafletBlock::Paragraph {
            content: vec![
                text("អក្សរ"),
                LeafletInline::Strong {
                    content: vec![text("ដិតៗ")],
                },
                text("និង"),
                LeafletInline::Emphasis {
                    content: vec![text("សង្កត់ធ្ងន់")],
                },
                text(" Wi-Fi 4G និង "),
                LeafletInline::Link {
                    url: "https://org.example/km/".to_owned(),
                    content: vec![text("តំណភ្ជាប់")],
                },
                text(" ចំនួន "),
                LeafletInline::Amount {
                    text: "១\u{a0}២៣៤\u{a0}៥៦៧\u{a0}៛".to_owned(),
                    mark: "[១]".to_owned(),
                    synthetic: set("តួលេខឧទាហរណ៍ មិនមែនតួលេខពិតទេ"),
                },
                LeafletInline::Break,
                LeafletInline::Task { done: false },
                LeafletInline::Task { done: true },
                LeafletInline::Code {
                    text: "office fi fl ffi — «x»".to_owned(),
                },
            ],
        },
    ]
}

fn citation() -> Citation {
    Citation {
        mark: "[១]".to_owned(),
        cells: "commune-example.xlsx › ២០២៦, F14:F20, F22".to_owned(),
    }
}

fn source() -> Source {
    Source {
        mark: "[១]".to_owned(),
        title: set("ច្បាប់ស្តីពីហិរញ្ញវត្ថុ ឆ្នាំ២០២៦"),
        url: "https://law.example/2026".to_owned(),
        typed: "law.example/2026".to_owned(),
        publisher: set("ក្រសួងសេដ្ឋកិច្ច និងហិរញ្ញវត្ថុ"),
        page: "១២".to_owned(),
        retrieved: set("១៥ មករា ២០២៦"),
        licence: "CC-BY-SA-4.0".to_owned(),
        cells: "commune-example.xlsx › ២០២៦, F14".to_owned(),
    }
}

fn figures() -> Vec<LeafletBlock> {
    let row = |kind: &str, depth, label: &str, cells: [&str; 3]| TableRow {
        label: set(label),
        depth,
        kind: kind.to_owned(),
        cells: cells.map(str::to_owned).to_vec(),
    };
    let source = citation();
    let table = BudgetTable {
        caption: set("ចំណាយរបស់ឃុំតាមផ្នែក"),
        unit: set("លានរៀល"),
        head: ["ផ្នែក", "ផែនការ ២០២៥", "អនុវត្ត ២០២៥", "ផែនការ ២០២៦"]
            .map(set)
            .to_vec(),
        rows: vec![
            row("heading", 0, "ចំណាយអភិវឌ្ឍន៍", ["", "", ""]),
            row("line", 1, "ផ្លូវ និងស្ពាន", ["៣៨០,៥", "៣៦២", "៤២០"]),
            row("line", 1, "ប្រព័ន្ធធារាសាស្ត្រ", ["២៤០", "–", "២៦៥"]),
            row("subtotal", 1, "មិនបានបែងចែក", ["៥", "៣", "−១"]),
            row("total", 0, "សរុបរួម", ["១\u{a0}០១០", "៩៤២", "១\u{a0}១២៥"]),
        ],
        adjusted: Box::new(Adjusted {
            title: set("អ្វីដែលបានកែក្រោយពេលអនុម័ត និងមូលហេតុ"),
            lines: vec![Adjustment {
                amount: "−៥\u{a0}លានរៀល".to_owned(),
                label: set("ផ្លូវ និងស្ពាន"),
                how: set("កាត់បន្ថយ · ២ កញ្ញា ២០២៥"),
                reason: set("ផ្ទេរទៅសាលារៀនក្រោយទឹកជំនន់"),
            }],
            more: set("ចំនួនការកែដែលមិនបានបង្ហាញនៅទីនេះ៖ ៣"),
        }),
        notes: vec![set("តួលេខត្រូវបានបង្គត់ដល់លានរៀល។")],
        sources: vec![source.clone()],
        synthetic: set("តួលេខគំរូ មិនមែនតួលេខពិត"),
    };
    let row = |label: &str, mark: Mark, height, text: &str| Row {
        label: set(label),
        text: text.to_owned(),
        strip: Some(Strip {
            height,
            marks: vec![mark],
            zero: Some(0.2),
            ends: None,
        }),
        ..Row::default()
    };
    let bar = |label: &str, x: f64, end: f64, text: &str| {
        let mark = Mark::Bar {
            x,
            y: 0.0,
            width: end - x,
            height: 1.0,
            tone: Tone(0),
            number: String::new(),
        };
        row(label, mark, 0.8, text)
    };
    let line = Mark::Line {
        points: vec![(0.0, 1.0), (0.5, 0.2), (1.0, f64::INFINITY)],
        tone: Tone(9),
    };
    let notes = Mark::Notes {
        count: 1e9,
        of: 10.0,
    };
    let chart = BudgetChart {
        title: set("ប្រាក់ចំណាយទៅលើអ្វី"),
        description: "ក្រាហ្វសសរផ្ដេក".to_owned(),
        rows: vec![
            bar("ផ្លូវ និងស្ពាន", 0.2, 1.0, "៤២០"),
            bar(
                "សេវាសង្គម សម្រាប់ស្ត្រី កុមារ ជនចាស់ជរា និងជនមានពិការភាព",
                0.2,
                0.5,
                "១៥៥",
            ),
            bar("ឱនភាព", 0.0, 0.2, "−៩៥"),
            bar("គ្មាន", f64::NAN, 7.0, "០"),
            row("ពីឆ្នាំមួយទៅឆ្នាំមួយ", line, f64::NAN, "១"),
            row("ក្រដាសប្រាក់", notes, 1.0, "១០"),
        ],
        table: BudgetTable {
            unit: set("លានរៀល"),
            sources: vec![source],
            ..BudgetTable::default()
        },
    };
    vec![
        LeafletBlock::BudgetTable(table),
        LeafletBlock::BudgetChart(chart),
    ]
}

fn structure() -> Vec<LeafletBlock> {
    let cell = |plain: &str| vec![text(plain)];
    vec![
        LeafletBlock::List {
            start: None,
            marks: vec![],
            items: vec![
                vec![
                    paragraph("ជួសជុលប្រឡាយទឹក"),
                    LeafletBlock::List {
                        start: Some(9),
                        marks: vec![],
                        items: vec![vec![paragraph("ខាងជើង")], vec![paragraph("ខាងត្បូង")]],
                    },
                ],
                vec![paragraph("ពង្រីកមណ្ឌលសុខភាព")],
            ],
        },
        LeafletBlock::List {
            start: Some(1),
            marks: vec!["(ក)".to_owned(), "(គ)".to_owned(), "១២-".to_owned()],
            items: vec![
                vec![paragraph("ផ្លូវ")],
                vec![paragraph("ស្ពាន")],
                vec![paragraph("សាលា")],
            ],
        },
        LeafletBlock::Steps {
            items: vec![
                vec![paragraph("សូមទៅសាលាឃុំ")],
                vec![paragraph("សូមសរសេរសំណួរ"), paragraph("ឱ្យខ្លី")],
            ],
        },
        LeafletBlock::Note {
            kind: "important".to_owned(),
            title: set("សំខាន់"),
            blocks: vec![paragraph("ប្រជុំនៅថ្ងៃសៅរ៍ ម៉ោង ៨:០០ ព្រឹក")],
        },
        LeafletBlock::Quote {
            blocks: vec![paragraph("«មួយរៀលៗទៅណា»")],
        },
        LeafletBlock::Definitions {
            entries: vec![(cell("មូលនិធិឃុំ"), vec![paragraph("ប្រាក់ដែលរដ្ឋផ្តល់ជូនឃុំ")])],
        },
        LeafletBlock::Table {
            right: vec![false, true],
            columns: vec![],
            centre: vec![],
            head: vec![cell("គម្រោង"), cell("តម្លៃ (៛)")],
            rows: vec![
                vec![cell("អណ្តូងស្នប់"), cell("១២\u{a0}៥០០\u{a0}០០០")],
                vec![cell("ផ្លូវបេតុង")],
            ],
        },
        LeafletBlock::Amount {
            text: "១\u{a0}១២៥ លានរៀល".to_owned(),
            label: set("ថវិកាឃុំ"),
            sources: vec![citation()],
            synthetic: set("តួលេខឧទាហរណ៍ មិនមែនតួលេខពិតទេ"),
        },
        LeafletBlock::Measure(Measure {
            label: set("ចំណាយសរុប ២០២៥ គ្រោង"),
            told: set("ក្នុង ១០០ រៀលនីមួយៗ"),
            parts: vec![
                (set("ផ្លូវ និងស្ពាន"), "៤៣៛".to_owned()),
                (set("រដ្ឋបាលឃុំ និងការងារសង្គម"), set("តិចជាង ១៛")),
            ],
            notes: vec![set("របៀបគណនា៖ ផ្នែកនីមួយៗចែកនឹងចំណាយសរុប")],
            sources: vec![citation()],
            synthetic: set("តួលេខឧទាហរណ៍ មិនមែនតួលេខពិត"),
        }),
        LeafletBlock::Cards(Cards {
            title: set("សេវារដ្ឋបាល"),
            cards: vec![
                Card {
                    title: set("សំបុត្រកំណើត"),
                    text: String::new(),
                    lines: vec![(set("កម្រៃ"), set("៤០០៛")), (set("ចំនួនថ្ងៃ"), "៧".to_owned())],
                },
                Card {
                    title: set("មូលនិធិឃុំ"),
                    text: set("ប្រាក់ដែលរដ្ឋផ្តល់ជូនឃុំ"),
                    lines: Vec::new(),
                },
            ],
            notes: Vec::new(),
            sources: vec![citation()],
            synthetic: String::new(),
        }),
        LeafletBlock::Contact(Contact {
            name: set("លោកស្រី ចាន់ សុខា"),
            role: set("ស្មៀនឃុំ"),
            phone: "012 345 678".to_owned(),
            telegram: "@commune".to_owned(),
            address: set("ស្រុកតាខ្មៅ ខេត្តកណ្តាល"),
            hours: set("ម៉ោង ៧:៣០–១១:៣០"),
            synthetic: String::new(),
        }),
    ]
}

/// What stands in words and between blocks beside words.
fn marks() -> Vec<LeafletBlock> {
    let styled = |style: fn(Vec<LeafletInline>) -> LeafletInline, plain| style(vec![text(plain)]);
    vec![
        LeafletBlock::Paragraph {
            content: vec![
                styled(
                    |content| LeafletInline::Strikethrough { content },
                    "៥០០លានរៀល",
                ),
                text(" ក្លាយជា"),
                styled(|content| LeafletInline::Underline { content }, "៦០០លានរៀល"),
                LeafletInline::NoteMark {
                    number: "១".to_owned(),
                },
                styled(|content| LeafletInline::Highlight { content }, "សំខាន់"),
                styled(|content| LeafletInline::Small { content }, "តូច"),
                text(" H"),
                styled(|content| LeafletInline::Subscript { content }, "2"),
                text("O m"),
                styled(|content| LeafletInline::Superscript { content }, "2"),
                LeafletInline::Aside {
                    text: "org.example/law".to_owned(),
                },
                LeafletInline::Picture(Picture {
                    caption: set("ស្លាក"),
                    height: 1,
                    ..picture()
                }),
            ],
        },
        LeafletBlock::Picture(Picture {
            alternative: String::new(),
            caption: set("អណ្តូងរបស់ភូមិ"),
            ..picture()
        }),
        LeafletBlock::Table {
            right: vec![],
            columns: vec![],
            centre: vec![true],
            head: vec![vec![], vec![]],
            rows: vec![vec![vec![text("ក")], vec![text("ខ")]]],
        },
        LeafletBlock::Notes {
            notes: vec![Note {
                number: "១".to_owned(),
                blocks: vec![paragraph("តាមច្បាប់ហិរញ្ញវត្ថុ"), paragraph("ឆ្នាំ២០២៦")],
            }],
        },
        LeafletBlock::Sources {
            title: set("ប្រភពនៃតួលេខ"),
            sources: vec![
                source(),
                Source {
                    mark: "[២]".to_owned(),
                    cells: "commune-example.csv, D2".to_owned(),
                    ..Source::default()
                },
            ],
        },
    ]
}

fn picture() -> Picture {
    Picture {
        file: "content/dot.png".to_owned(),
        alternative: "រូបអណ្តូង".to_owned(),
        ..Picture::default()
    }
}

/// One grey pixel.
const DOT: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\x0aIDATx\x9cch\0\0\0\x82\0\x81w\xcdr\xb6\0\0\0\0IEND\xaeB`\x82";

/// What would be code if a leaflet's text were ever read as markup.
fn hostile() -> Vec<LeafletBlock> {
    [
        "#eval(\"1\") #import \"/data.json\" #{ while true {} } $ x^2 $ *b* _i_ `c` ~ -- --- ...",
        "= heading\n- item\n+ item\n/ term: x <label> @reference \\u{41} \\ // comment /* comment */",
        "[a](javascript:alert(1)) <script>alert('x')</script> ![x](y) | a | b | &amp; \"q\" 'q'",
        "{{ amount(code=\"1\") }} {% note() %} %PDF-1.7 /ActualText (x) Tj ET",
    ]
    .map(|plain| LeafletBlock::Paragraph {
        content: vec![LeafletInline::Text { text: plain.to_owned() }],
    })
    .into_iter()
    .chain([LeafletBlock::Code { text: "#set text(red)\n  #sys.version".to_owned() }])
    .collect()
}

fn english() -> Leaflet {
    Leaflet {
        title: "Our commune’s budget for 2026".to_owned(),
        description: "Where the money comes from, and how to ask.".to_owned(),
        language: "en".to_owned(),
        digits: "0123456789".to_owned(),
        site_title: "Know your commune’s money".to_owned(),
        organisation: "Public Budget Working Group".to_owned(),
        address: "https://org.example/en/budget/".to_owned(),
        call_to_action: "Scan to read more".to_owned(),
        blocks: vec![
            heading(2, "Efficient offices"),
            paragraph("Officials confirm the final figures: “Every riel counts” (ស្មៀនឃុំ)."),
            LeafletBlock::List {
                start: Some(1),
                marks: vec![],
                items: vec![vec![paragraph("Ask.")], vec![paragraph("Listen.")]],
            },
        ],
        ..Leaflet::default()
    }
}
