//! A drawing as SVG: strips for a page, whose words are HTML beside them, and a whole picture to take
//! away, with its words, its title and where its figures come from.
//!
//! Marks are placed in percent of their strip, so on a page they take the width that there is while words
//! stay as large as the text around them. Six tones are told apart by their hatching alone: nothing hangs on
//! a colour, and any copier keeps them.

use super::{Drawing, Mark, Row, Strip, Tone};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What stands in a picture around the drawing.
#[derive(Debug, Clone, Copy)]
pub struct Caption<'text> {
    pub language: &'text str,
    /// Whether the language is written from the right, and its drawings with it.
    pub is_from_the_right: bool,
    pub title: &'text str,
    /// The drawing in words.
    pub description: &'text str,
    /// Lines under the title, such as the unit.
    pub above: &'text [String],
    /// Lines under the drawing, such as the sources.
    pub below: &'text [String],
}

/// The strips of one chart on a page, each an `<svg>` that its style sheet makes as wide as the line.
pub struct Strips<'id> {
    /// Begins the ids of hatchings, and stands once on a page.
    id: &'id str,
    /// Those that a strip before has.
    known: BTreeSet<Tone>,
}

impl Strips<'_> {
    pub fn of(id: &str) -> Strips<'_> {
        Strips {
            id,
            known: BTreeSet::new(),
        }
    }

    /// The marks of a strip.
    pub fn strip(&mut self, strip: &Strip) -> String {
        let height = number(strip.height);
        self.marks(
            strip,
            &format!(r#"<svg class="strip" height="{height}em">"#),
            Side::Left,
        )
    }

    /// A mark beside the words that explain it.
    pub fn key(&mut self, mark: &Mark) -> String {
        let opening = format!(r#"<svg class="key" width="{KEY}em" height="1em">"#);
        self.marks(&alone(mark), &opening, Side::Left)
    }

    /// The marks between `opening` and its end, with the hatchings that are met for the first time.
    fn marks(&mut self, strip: &Strip, opening: &str, side: Side) -> String {
        let mut out = opening.to_owned();
        let id = self.id;
        for tone in strip.marks.iter().filter_map(Mark::hatched) {
            if self.known.insert(tone) {
                let (width, height, path) = tone.hatching();
                let tone = tone.0;
                write(
                    &mut out,
                    format_args!(
                        r#"<pattern id="{id}t{tone}" width="{width}" height="{height}" patternUnits="userSpaceOnUse"><path d="{path}"/></pattern>"#
                    ),
                );
            }
        }
        for mark in &strip.marks {
            mark.write(&mut out, id, side);
        }
        if let Some(zero) = strip.zero {
            let zero = percent(side.of(zero, 0.0, 1.0));
            write(
                &mut out,
                format_args!(r#"<line x1="{zero}" x2="{zero}" y1="-.2em" y2="100%"/>"#),
            );
        }
        out + "</svg>"
    }
}

/// From where a drawing goes. What stands on a page goes from the left: the style sheet turns it round.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

impl Side {
    /// Where something begins, from the left, that begins at `from` and is `wide` within `room`.
    fn of(self, from: f64, wide: f64, room: f64) -> f64 {
        match self {
            Side::Left => from,
            Side::Right => room - from - wide,
        }
    }
}

/// A strip with one mark.
fn alone(mark: &Mark) -> Strip {
    Strip {
        marks: vec![mark.clone()],
        ..Strip::default()
    }
}

/// How many letters wide an explained mark is.
const KEY: f64 = 1.8;

const WIDTH: f64 = 400.0;
const EDGE: f64 = 10.0;
const TEXT_SIZE: f64 = 17.0;
/// Khmer stacks need the room: 1.65 times the size.
const LINE: f64 = 28.0;
const GAP: f64 = 12.0;
/// A mean Khmer cluster or Latin letter in units, on the wide side.
const CLUSTER: f64 = 10.8;

/// The whole drawing as the text of an SVG file.
pub fn picture(drawing: &Drawing, caption: Caption<'_>) -> String {
    let side = match caption.is_from_the_right {
        true => Side::Right,
        false => Side::Left,
    };
    let mut body = String::new();
    let mut y = EDGE;
    for (at, line) in lines(caption.title, WIDTH).iter().enumerate() {
        let weight = if at == 0 { " font-weight=\"700\"" } else { "" };
        y = text(&mut body, side, (0.0, y), weight, line);
    }
    for line in caption.above.iter().flat_map(|line| lines(line, WIDTH)) {
        y = text(&mut body, side, (0.0, y), "", &line);
    }
    y += GAP / 2.0;
    let mut strips = Strips::of("");
    for row in &drawing.rows {
        y = draw(&mut body, side, row, y, &mut strips);
    }
    for line in caption.below.iter().flat_map(|line| lines(line, WIDTH)) {
        y = text(&mut body, side, (0.0, y), "", &line);
    }
    let height = number(y + EDGE);
    let wide = WIDTH + 2.0 * EDGE;
    format!(
        concat!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{height}" viewBox="{left} 0 {wide} {height}""#,
            r#" xml:lang="{language}"{direction} role="img" font-family="Noto Sans Khmer,Khmer OS Battambang,sans-serif" font-size="{size}">"#,
            "<title>{title}</title><desc>{description}</desc>",
            r##"<rect x="{left}" width="{wide}" height="{height}" fill="#fff"/>{body}</svg>"##,
            "\n"
        ),
        wide = wide,
        height = height,
        left = -EDGE,
        language = escaped(caption.language),
        direction = match side {
            Side::Left => "",
            Side::Right => r#" direction="rtl""#,
        },
        size = TEXT_SIZE,
        title = escaped(caption.title),
        description = escaped(caption.description),
        body = body,
    )
}

/// Draws a row from `y` down; where the next one begins comes back.
fn draw(out: &mut String, side: Side, row: &Row, from: f64, strips: &mut Strips<'_>) -> f64 {
    let mut y = from;
    let indent = if row.key.is_some() {
        (KEY + 0.5) * TEXT_SIZE
    } else {
        0.0
    };
    if let Some(mark) = &row.key {
        let wide = KEY * TEXT_SIZE;
        let opening = nested((side.of(0.0, wide, WIDTH), y + 6.0), (wide, TEXT_SIZE));
        out.push_str(&strips.marks(&alone(mark), &opening, side));
    }
    let weight = if row.heads {
        " font-weight=\"700\""
    } else {
        ""
    };
    let words = lines(&row.label, WIDTH - indent);
    let beside = words
        .last()
        .is_some_and(|last| width(last) + CLUSTER + width(&row.text) <= WIDTH - indent);
    for line in &words {
        y = text(out, side, (indent, y), weight, line);
    }
    if !row.text.is_empty() {
        if beside && !row.label.is_empty() {
            y -= LINE;
        }
        y = text(out, side, (WIDTH, y), r#" text-anchor="end""#, &row.text);
    }
    let Some(strip) = &row.strip else {
        return y;
    };
    let height = strip.height * TEXT_SIZE;
    let opening = nested((0.0, y + 2.0), (WIDTH, height));
    out.push_str(&strips.marks(strip, &opening, side));
    y += height + GAP;
    if let Some((left, right)) = &strip.ends {
        text(out, side, (0.0, y), "", left);
        y = text(out, side, (WIDTH, y), r#" text-anchor="end""#, right);
    }
    y
}

/// Opens the piece of a picture in which a strip lies.
fn nested((x, y): (f64, f64), (width, height): (f64, f64)) -> String {
    format!(
        r#"<svg x="{}" y="{}" width="{}" height="{}" overflow="visible" stroke="currentColor">"#,
        number(x),
        number(y),
        number(width),
        number(height),
    )
}

/// A line of text whose top is at `y` and which begins, or ends, at `x`; where the next one begins comes back.
fn text(out: &mut String, side: Side, (x, y): (f64, f64), attributes: &str, line: &str) -> f64 {
    if line.is_empty() {
        return y;
    }
    let x = side.of(x, 0.0, WIDTH);
    let at = if x == 0.0 {
        String::new()
    } else {
        format!(r#" x="{}""#, number(x))
    };
    // Where no line broke, nothing is to be seen.
    let line = line.replace('\u{200b}', "");
    let y_text = number(y + LINE * 0.68);
    let line = escaped(&line);
    write(
        out,
        format_args!(r#"<text{at} y="{y_text}"{attributes}>{line}</text>"#),
    );
    y + LINE
}

impl Tone {
    /// A hatching's width, height and lines.
    fn hatching(self) -> (u8, u8, &'static str) {
        match self.0 {
            1 => (5, 5, "M0 5L5 0M-1 1L1-1M4 6L6 4"),
            3 => (5, 5, "M1 2h2M1 1.5h2"),
            4 => (5, 5, "M0 5L5 0M0 0L5 5"),
            _ => (5, 4, "M0 2h5"),
        }
    }

    /// Solid and outlined are no hatchings.
    fn is_hatched(self) -> bool {
        !matches!(self.0, 0 | 2)
    }

    fn dashes(self) -> &'static str {
        match self.0 {
            0 => "",
            1 => r#" stroke-dasharray="9 4""#,
            2 => r#" stroke-dasharray="2 4""#,
            3 => r#" stroke-dasharray="12 4 2 4""#,
            4 => r#" stroke-dasharray="5 8""#,
            _ => r#" stroke-dasharray="2 2 9 2""#,
        }
    }
}

impl Mark {
    fn hatched(&self) -> Option<Tone> {
        match self {
            Mark::Bar { tone, .. } => tone.is_hatched().then_some(*tone),
            Mark::Line { .. } | Mark::Notes { .. } => None,
        }
    }

    fn write(&self, out: &mut String, id: &str, side: Side) {
        match self {
            Mark::Bar {
                x,
                y,
                width,
                height,
                tone,
                number,
            } => {
                let place = |name: &str, share: f64| match share > 0.0 {
                    true => format!(r#" {name}="{}""#, percent(share)),
                    false => String::new(),
                };
                let fill = match tone.0 {
                    0 => String::new(),
                    2 => r#" fill="none""#.to_owned(),
                    tone => format!(r#" fill="url(#{id}t{tone})""#),
                };
                let begin = side.of(*x, *width, 1.0);
                let (left, top) = (place("x", begin), place("y", *y));
                let (wide, high) = (percent(*width), percent(*height));
                write(
                    out,
                    format_args!(r#"<rect{left}{top} width="{wide}" height="{high}"{fill}/>"#),
                );
                if !number.is_empty() {
                    let number = escaped(number);
                    // Words begin where they are read from.
                    let (at, away) = match side {
                        Side::Left => (left, ".3em"),
                        Side::Right => (place("x", begin + width), "-.3em"),
                    };
                    write(
                        out,
                        format_args!(
                            r#"<text{at}{top} dx="{away}" dy="1.1em" stroke="none">{number}</text>"#
                        ),
                    );
                }
            }
            Mark::Line { points, tone } => {
                let dashes = tone.dashes();
                let points: Vec<(f64, f64)> = points
                    .iter()
                    .map(|(x, y)| (side.of(*x, 0.0, 1.0), *y))
                    .collect();
                write(out, format_args!(r#"<g stroke-width="2"{dashes}>"#));
                for pair in points.windows(2) {
                    let [(x1, y1), (x2, y2)] =
                        [pair[0], pair[1]].map(|(x, y)| (percent(x), percent(y)));
                    write(
                        out,
                        format_args!(r#"<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>"#),
                    );
                }
                out.push_str("</g>");
                for (x, y) in points {
                    let (x, y) = (percent(x), percent(y));
                    write(out, format_args!(r#"<circle cx="{x}" cy="{y}" r="3"/>"#));
                }
            }
            Mark::Notes { count, of } => {
                // A drawing of its own, as wide as it has notes: their length is said of nothing else.
                let (wide, length) = (percent(count / of), number(*count));
                let (place, way) = match side {
                    Side::Left => (String::new(), format!("M0,.5H{length}")),
                    Side::Right => (
                        format!(r#" x="{}""#, percent(1.0 - count / of)),
                        format!("M{length},.5H0"),
                    ),
                };
                write(
                    out,
                    format_args!(
                        r#"<svg{place} width="{wide}" viewBox="0 0 {length} 1" preserveAspectRatio="none"><path d="{way}" stroke-width=".94" stroke-dasharray=".86 .14"/></svg>"#
                    ),
                );
            }
        }
    }
}

fn write(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a string takes everything");
}

fn percent(share: f64) -> String {
    number(share * 100.0) + "%"
}

/// The label in lines that fit: it breaks at spaces and at U+200B, which mark the words of Khmer
/// text, and only a word too long for a line is broken where a cluster begins.
fn lines(label: &str, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in label.split_inclusive([' ', '\u{200b}']) {
        for piece in pieces(word, room) {
            let current = lines.last_mut().expect("there is always a line");
            if !current.is_empty() && width(current) + width(piece.trim_end()) > room {
                lines.push(piece.to_owned());
            } else {
                current.push_str(piece);
            }
        }
    }
    lines
        .into_iter()
        .map(|line| line.trim_matches([' ', '\u{200b}']).to_owned())
        .collect()
}

/// The word, in pieces of at most a line.
fn pieces(word: &str, room: f64) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut wide = 0.0;
    for (at, share) in clusters(word) {
        if wide + CLUSTER * share > room && at > start {
            pieces.push(&word[start..at]);
            start = at;
            wide = 0.0;
        }
        wide += CLUSTER * share;
    }
    pieces.push(&word[start..]);
    pieces
}

/// Where each cluster begins, and how many letters wide it is: a vowel that stands in front or
/// behind counts half. This module is a leaf, so it brings the little it must know of Khmer.
fn clusters(text: &str) -> Vec<(usize, f64)> {
    let mut found: Vec<(usize, f64)> = Vec::new();
    let mut after_coeng = false;
    for (at, character) in text.char_indices() {
        let mark = matches!(
            character,
            '\u{17b4}'..='\u{17d3}' | '\u{17d7}' | '\u{17dd}' | '\u{200b}'..='\u{200d}' | '\u{300}'..='\u{36f}'
        );
        if (mark || after_coeng) && !found.is_empty() {
            let beside = matches!(
                character,
                '\u{17b6}' | '\u{17be}'..='\u{17c5}' | '\u{17c7}' | '\u{17c8}' | '\u{17d7}'
            );
            if let Some(last) = found.last_mut().filter(|_| beside) {
                last.1 += 0.5;
            }
        } else {
            found.push((at, 1.0));
        }
        after_coeng = character == '\u{17d2}';
    }
    found
}

fn width(text: &str) -> f64 {
    clusters(text)
        .iter()
        .map(|(_, share)| share * CLUSTER)
        .sum()
}

/// At most two decimals, and none where there are none.
fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Minus zero has a sign of its own.
    (rounded + 0.0).to_string()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_of_a_long_label_is_lost_and_no_cluster_cut() {
        let label = "ចំណាយសម្រាប់ការអភិវឌ្ឍហេដ្ឋារចនាសម្ព័ន្ធរូបវន្តនិងសង្គមកិច្ចរបស់រដ្ឋបាលថ្នាក់ក្រោមជាតិទាំងអស់";
        let lines = lines(label, 300.0);
        assert!(lines.len() > 1);
        assert_eq!(lines.concat(), label);
        for line in &lines {
            let first = line.chars().next().unwrap();
            assert!(!matches!(first, '\u{17b4}'..='\u{17d3}'), "{line}");
            assert!(!line.ends_with('\u{17d2}'), "{line}");
        }
    }

    #[test]
    fn a_label_breaks_between_its_words() {
        let label = "ចំណាយសម្រាប់ការអភិវឌ្ឍ\u{200b}ហេដ្ឋារចនាសម្ព័ន្ធ\u{200b}រូបវន្ត\u{200b}និងសង្គមកិច្ច";
        assert_eq!(
            lines(label, 300.0),
            [
                "ចំណាយសម្រាប់ការអភិវឌ្ឍ\u{200b}ហេដ្ឋារចនាសម្ព័ន្ធ\u{200b}រូបវន្ត",
                "និងសង្គមកិច្ច"
            ]
        );
    }
}
