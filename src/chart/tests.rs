//! Figures in, drawings and their SVG out.

use super::*;
use std::fmt::Write;

/// Columns `2024 2025`, then items `label: amounts`; `?` is not known, `-` is not there. A line `= …` states
/// the whole, and a line `# label` begins a group.
fn draw(name: &str, figures: &str) -> Result<Drawing, Unfit> {
    let mut lines = figures.trim().lines();
    let columns = lines.next().unwrap_or_default().split(' ');
    let columns = columns.map(|label| Column {
        label: label.to_owned(),
        at: label.trim_end_matches(char::is_alphabetic).parse().unwrap(),
        of: match label.ends_with('p') {
            true => "planned",
            false => "actual",
        },
    });
    let columns: Vec<Column> = columns.collect();
    let value = |text: &str| Value {
        amount: match text {
            "?" => Amount::Unknown,
            "-" => Amount::Absent,
            number => Amount::Known(number.parse().unwrap()),
        },
        text: if text == "-" {
            String::new()
        } else {
            text.replace('?', "…")
        },
    };
    let values = |text: &str| text.trim().split(' ').map(value).collect::<Vec<Value>>();
    let mut groups = vec![Group::default()];
    for line in lines {
        let group = groups.last_mut().unwrap();
        if let Some(label) = line.strip_prefix("# ") {
            let own = Group {
                label: label.to_owned(),
                ..Group::default()
            };
            match group.items.is_empty() {
                true => *group = own,
                false => groups.push(own),
            }
        } else if let Some(totals) = line.strip_prefix("= ") {
            group.totals = values(totals);
        } else {
            let (label, of_item) = line.split_once(": ").unwrap();
            group.items.push(Item {
                label: label.to_owned(),
                values: values(of_item),
            });
        }
    }
    let amount = |amount: Decimal| amount.normalize().to_string();
    let each = |each: Decimal| format!("one is {}", each.normalize());
    let number = |number: usize| number.to_string();
    Chart::named(Some(name), columns.len()).draw(&Figures {
        columns,
        groups,
        telling: Telling {
            amount: &amount,
            each: &each,
            number: &number,
            others: "others",
        },
    })
}

/// The rows of a drawing, each with its marks.
fn told(name: &str, figures: &str) -> Vec<String> {
    let drawing = draw(name, figures).expect("it can be drawn");
    let round = |share: f64| (share * 1000.0).round() / 1000.0;
    let rows = drawing.rows.iter().map(|row| {
        let mut told = format!("{}|{}", row.label, row.text);
        if row.heads {
            told.push_str("|heads");
        }
        if let Some(key) = &row.key {
            write!(told, "|{}", mark(key, round)).unwrap();
        }
        for own in row.strip.iter().flat_map(|strip| &strip.marks) {
            write!(told, "|{}", mark(own, round)).unwrap();
        }
        if let Some(strip) = &row.strip {
            let zero = strip.zero.map(|zero| format!("|zero {}", round(zero)));
            told.push_str(&zero.unwrap_or_default());
            let ends = strip
                .ends
                .as_ref()
                .map(|(left, right)| format!("|{left} … {right}"));
            told.push_str(&ends.unwrap_or_default());
        }
        told
    });
    let unknown = drawing
        .unknown
        .iter()
        .map(|label| format!("unknown {label}"));
    rows.chain(unknown).collect()
}

fn mark(mark: &Mark, round: impl Fn(f64) -> f64) -> String {
    match mark {
        Mark::Bar {
            x,
            y,
            width,
            height,
            tone,
            number,
        } => {
            let [x, y, width, height] = [x, y, width, height].map(|share| round(*share));
            match (y, height) {
                (0.0, 1.0) if number.is_empty() => format!("{x}+{width} t{}", tone.0),
                _ => format!("{x},{y}+{width},{height} t{} {number}", tone.0),
            }
        }
        Mark::Line { points, tone } => {
            let points = points
                .iter()
                .map(|(x, y)| format!("{},{}", round(*x), round(*y)));
            format!("{} t{}", points.collect::<Vec<_>>().join(" "), tone.0)
        }
        Mark::Notes { count, of } => format!("{} of {of} notes", round(*count)),
    }
}

#[test]
fn the_longest_bar_fills_the_scale_and_what_is_not_known_is_listed() {
    assert_eq!(
        told("bar", "2025\na: 10\nb: 5\nc: ?\nd: -\ne: 0"),
        ["a|10|0+1 t0", "b|5|0+0.5 t0", "e|0", "unknown c"]
    );
}

#[test]
fn a_negative_bar_goes_left_from_zero_as_an_outline() {
    assert_eq!(
        told("bar", "2025\na: 30\nb: -10"),
        ["a|30|0.25+0.75 t0|zero 0.25", "b|-10|0+0.25 t2|zero 0.25"]
    );
    assert_eq!(told("bar", "2025\na: -4"), ["a|-4|0+1 t2|zero 1"]);
}

#[test]
fn each_direction_stands_under_its_own_words_on_one_scale() {
    assert_eq!(
        told("bar", "2025\n# in\na: 10\n# out\nb: 20"),
        ["in||heads", "a|10|0+0.5 t0", "out||heads", "b|20|0+1 t0"]
    );
}

#[test]
fn grouped_bars_have_a_tone_for_each_column() {
    assert_eq!(
        told("grouped", "2024p 2024 2025\na: 10 ? 5\nb: - 2 -\nc: ? - -"),
        [
            "a||heads",
            "2024p|10|0+1 t0",
            "2025|5|0+0.5 t2",
            "b||heads",
            "2024|2|0+0.2 t1",
            "unknown a (2024)",
            "unknown c (2024p)"
        ]
    );
}

#[test]
fn a_stacked_bar_is_as_long_as_its_parts_and_leaves_open_what_they_leave() {
    assert_eq!(
        told("stacked", "2024 2025\n= 30 60\na: 10 20\nb: 20 ?\nc: - 30"),
        [
            "2024|30|0+0.2 t0|0.2+0.4 t1",
            "2025|60|0+0.4 t0|0.4+0.6 t2",
            "a||0+1 t0",
            "b||0+1 t1",
            "c||0+1 t2",
            "unknown b (2025)"
        ]
    );
    assert_eq!(
        told("stacked", "2025\na: 10\nb: 30"),
        ["2025||0+0.25 t0|0.25+0.75 t1", "a|10|0+1 t0", "b|30|0+1 t1"]
    );
}

#[test]
fn more_parts_than_tones_are_one_and_an_unknown_among_them_makes_that_unknown() {
    assert_eq!(
        told("stacked", "2025\na: 1\nb: 9\nc: 8\nd: 7\ne: 6\nf: 5\ng: 4")[1..],
        [
            "b|9|0+1 t0",
            "c|8|0+1 t1",
            "d|7|0+1 t2",
            "e|6|0+1 t3",
            "f|5|0+1 t4",
            "others|5|0+1 t5"
        ]
    );
    let with_unknown = told("stacked", "2025\na: ?\nb: 9\nc: 8\nd: 7\ne: 6\nf: 5\ng: 4");
    assert_eq!(with_unknown[6..], ["others|…|0+1 t5", "unknown others"]);
}

#[test]
fn a_trend_breaks_where_a_year_is_not_known_and_keeps_the_distance_of_years() {
    assert_eq!(
        told("trend", "2020 2021 2023 2024 2025\na: 10 20 ? 40 30"),
        [
            "a||0,0.75 0.2,0.5 t0|0.8,0 1,0.25 t0|2020: 10 … 2025: 30",
            "unknown a (2023)"
        ]
    );
    assert_eq!(
        told("trend", "2024 2025\na: 10 20\nb: 40 -"),
        [
            "||0,0.75 1,0.5 t0|0,0 t1|2024 … 2025",
            "a|20|0,0.5 1,0.5 t0",
            "b||0,0.5 1,0.5 t1"
        ]
    );
}

#[test]
fn a_treemap_has_the_areas_of_its_parts() {
    assert_eq!(
        told("treemap", "2025\na: 6\nb: 6\nc: 4\nd: 3\ne: ?\nf: 0"),
        [
            "||0,0+0.316,1 t2 1|0.316,0+0.316,1 t2 2|0.632,0+0.368,0.571 t2 3|0.632,0.571+0.368,0.429 t2 4",
            "1. a|6",
            "2. b|6",
            "3. c|4",
            "4. d|3",
            "unknown e"
        ]
    );
}

#[test]
fn a_waterfall_leads_from_one_whole_to_the_other() {
    assert_eq!(
        told(
            "waterfall",
            "2024 2025\n= 10 13\na: 6 4\nb: 4 7\nc: - 2\nd: 1 1\ne: ? 1"
        ),
        [
            "2024|10|0+0.769 t0",
            "a|-2|0.615+0.154 t2",
            "b|+3|0.615+0.231 t1",
            "c|+2|0.846+0.154 t1",
            "2025|13|0+1 t0",
            "unknown e (2024)"
        ]
    );
    // Without a stated whole all parts have to be known.
    assert_eq!(told("waterfall", "2024 2025\na: ? 4"), ["unknown 2024"]);
    assert_eq!(
        told("waterfall", "2024 2025\na: 3 ?"),
        ["2024|3|0+1 t0", "unknown a (2025)", "unknown 2025"]
    );
}

#[test]
fn a_pictogram_counts_in_round_notes_of_which_the_last_may_be_a_part() {
    assert_eq!(
        told("pictogram", "2025\na: 95\nb: 25\nc: 0\nd: ?"),
        [
            "one is 10||1 of 10 notes",
            "a|95|9.5 of 10 notes",
            "b|25|2.5 of 10 notes",
            "c|0",
            "unknown d"
        ]
    );
    for (largest, each) in [
        ("10", "1"),
        ("10.1", "2"),
        ("21", "5"),
        ("51", "10"),
        ("0.004", "0.0005"),
        ("34497000000000", "5000000000000"),
    ] {
        let told = told("pictogram", &format!("2025\na: {largest}"));
        assert_eq!(
            told[0],
            format!("one is {each}||1 of 10 notes"),
            "{largest}"
        );
    }
    assert!(told("pictogram", "2025\na: 0").is_empty());
}

#[test]
fn figures_that_a_chart_cannot_show_are_refused() {
    let columns = |least, most| Err(Unfit::Columns { least, most });
    for (name, figures, unfit) in [
        ("bar", "2024 2025\na: 1 2", columns(1, 1)),
        ("treemap", "2024 2025\na: 1 2", columns(1, 1)),
        ("pictogram", "2024 2025\na: 1 2", columns(1, 1)),
        ("grouped", "2025\na: 1", columns(2, 6)),
        ("trend", "2025\na: 1", columns(2, usize::MAX)),
        ("waterfall", "2025\na: 1", columns(2, 2)),
        ("trend", "2024 2025p\na: 1 2", Err(Unfit::Mixed)),
    ] {
        assert_eq!(draw(name, figures), unfit, "{name}");
    }
    for name in ["stacked", "treemap", "pictogram"] {
        let label = "b".to_owned();
        assert_eq!(
            draw(name, "2025\na: 1\nb: -1"),
            Err(Unfit::Negative { label }),
            "{name}"
        );
    }
}

/// A label as long as those of the ministry's tables.
const LONG: &str = "ចំណាយសម្រាប់\u{200b}ការអភិវឌ្ឍ\u{200b}ហេដ្ឋារចនាសម្ព័ន្ធ\u{200b}រូបវន្ត";

#[test]
fn ten_items_take_at_most_four_kibibytes_of_svg_whatever_the_chart() {
    let items = |columns: usize| -> String {
        let items = (0..10).map(|at| {
            let values = (0..columns).map(|column| (1000 + 37 * at + 11 * column).to_string());
            format!("{LONG} {at}: {}\n", values.collect::<Vec<_>>().join(" "))
        });
        items.collect()
    };
    for name in NAMES {
        let columns = match *name {
            "grouped" | "trend" | "waterfall" => "2024 2025",
            _ => "2025",
        };
        let figures = format!("{columns}\n{}", items(columns.split(' ').count()));
        let drawing = draw(name, &figures).unwrap();
        let mut strips = Strips::of("c1");
        let on_a_page = drawing.rows.iter().map(|row| {
            let key = row.key.as_ref().map_or(0, |mark| strips.key(mark).len());
            key + row.strip.as_ref().map_or(0, |own| strips.strip(own).len())
        });
        let on_a_page: usize = on_a_page.sum();
        assert!(on_a_page <= 4096, "{name}: {on_a_page} bytes");
    }
    let drawing = draw("bar", &format!("2025\n{}", items(1))).unwrap();
    let picture = picture(&drawing, CAPTION);
    assert!(picture.len() <= 4096, "{} bytes", picture.len());
}

const CAPTION: Caption<'_> = Caption {
    language: "km",
    is_from_the_right: false,
    title: "ថវិកា <២០២៥>",
    description: "ក & ខ",
    above: &[],
    below: &[],
};

#[test]
fn a_picture_says_by_itself_what_it_shows() {
    let drawing = draw("bar", "2025\nឃុំ: 10\nស្រុក: -5").unwrap();
    let picture = picture(
        &drawing,
        Caption {
            above: &["លានរៀល".to_owned()],
            below: &["ប្រភព៖ ក".to_owned()],
            ..CAPTION
        },
    );
    assert_eq!(
        picture.replace('>', ">\n").trim_end(),
        include_str!("picture.svg").trim_end()
    );
}

#[test]
fn a_picture_in_a_language_from_the_right_begins_there() {
    let drawing = draw("stacked", "2025\na: 1\nb: 3").unwrap();
    let picture = picture(
        &drawing,
        Caption {
            language: "ar",
            is_from_the_right: true,
            ..CAPTION
        },
    );
    assert_eq!(
        picture.replace('>', ">\n").trim_end(),
        include_str!("picture-from-the-right.svg").trim_end()
    );
}

#[test]
fn marks_on_a_page_take_the_width_that_there_is() {
    let drawing = draw("stacked", "2025\na: 1\nb: 3").unwrap();
    let mut strips = Strips::of("c1");
    let strip = drawing.rows[0].strip.as_ref().unwrap();
    let drawn = [
        strips.strip(strip),
        // The hatching is there already.
        strips.key(drawing.rows[2].key.as_ref().unwrap()),
    ];
    assert_eq!(
        drawn,
        [
            concat!(
                r#"<svg class="strip" height="1.6em">"#,
                r#"<pattern id="c1t1" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 5L5 0M-1 1L1-1M4 6L6 4"/></pattern>"#,
                r#"<rect width="25%" height="100%"/><rect x="25%" width="75%" height="100%" fill="url(#c1t1)"/></svg>"#
            ),
            r#"<svg class="key" width="1.8em" height="1em"><rect width="100%" height="100%" fill="url(#c1t1)"/></svg>"#
        ]
    );
}
