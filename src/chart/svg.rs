//! A bar chart as inline SVG for the web.
//!
//! Each label stands above its bar and may take several lines; the figure stands at the end of the
//! last of them, so nothing is cut at 320 px. Lengths are user units of a `viewBox` as wide as a
//! small phone, and no width is fixed. Bars have an outline, so they print in black and white.

use super::BarChart;
use std::fmt::Write;

/// What a screen reader says, and the ids by which the picture points to it (unique on the page).
#[derive(Debug, Clone, Copy)]
pub struct Identity<'text> {
    pub title: &'text str,
    pub title_id: &'text str,
    pub description: &'text str,
    pub description_id: &'text str,
}

const WIDTH: f64 = 320.0;
const TEXT_SIZE: f64 = 15.0;
/// Khmer stacks need the room: 1.7 times the size.
const LINE: f64 = 26.0;
const BAR: f64 = 14.0;
const GAP: f64 = 14.0;
/// A mean Khmer cluster or Latin letter in units, on the wide side.
const CLUSTER: f64 = 9.5;

/// The chart as an `<svg>` element. Its classes are `chart`, `chart-label`, `chart-value`,
/// `chart-bar`, `chart-bar-negative` and `chart-zero`; attributes stand in where no CSS does.
pub fn svg(chart: &BarChart, identity: Identity<'_>) -> String {
    let mut body = String::new();
    let mut y = 0.0;
    for bar in &chart.bars {
        let lines = lines(&bar.label);
        let room = WIDTH - width(&bar.text) - CLUSTER;
        let beside = lines.last().is_some_and(|last| width(last) <= room);
        for line in &lines {
            text(&mut body, "chart-label", 0.0, y, "start", line);
            y += LINE;
        }
        if beside {
            y -= LINE;
        }
        text(&mut body, "chart-value", WIDTH, y, "end", &bar.text);
        y += LINE;
        // Half a unit inside, so that the outline is not cut.
        let at = |share: f64| number(share * (WIDTH - 1.0) + 0.5);
        let (class, fill) = if bar.negative {
            ("chart-bar chart-bar-negative", "none")
        } else {
            ("chart-bar", "currentColor")
        };
        if bar.length > 0.0 {
            write!(
                body,
                r#"<rect class="{class}" x="{}" y="{}" width="{}" height="{BAR}" fill="{fill}" stroke="currentColor"/>"#,
                at(bar.start),
                number(y),
                number((bar.length * (WIDTH - 1.0)).max(1.0)),
            )
            .expect("a string takes everything");
        }
        write!(
            body,
            r#"<path class="chart-zero" d="M{} {}v{}" stroke="currentColor"/>"#,
            at(chart.zero),
            number(y - 2.0),
            number(BAR + 4.0),
        )
        .expect("a string takes everything");
        y += BAR + GAP;
    }
    let height = number((y - GAP + 3.0).max(1.0));
    let title_id = escaped(identity.title_id);
    let description_id = escaped(identity.description_id);
    format!(
        r#"<svg class="chart" role="img" aria-labelledby="{title_id} {description_id}" viewBox="0 0 {WIDTH} {height}" font-size="{TEXT_SIZE}" xmlns="http://www.w3.org/2000/svg"><title id="{title_id}">{}</title><desc id="{description_id}">{}</desc>{body}</svg>"#,
        escaped(identity.title),
        escaped(identity.description),
    )
}

/// A line of text whose top is at `y`.
fn text(out: &mut String, class: &str, x: f64, y: f64, anchor: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    write!(
        out,
        r#"<text class="{class}" x="{}" y="{}" text-anchor="{anchor}" fill="currentColor">{}</text>"#,
        number(x),
        number(y + LINE * 0.68),
        escaped(text),
    )
    .expect("a string takes everything");
}

/// The label in lines that fit: it breaks at spaces and at U+200B, which mark the words of Khmer
/// text, and only a word too long for a line is broken where a cluster begins.
fn lines(label: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in label.split_inclusive([' ', '\u{200b}']) {
        for piece in pieces(word) {
            let current = lines.last_mut().expect("there is always a line");
            if !current.is_empty() && width(current) + width(piece.trim_end()) > WIDTH {
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
fn pieces(word: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut wide = 0.0;
    for (at, share) in clusters(word) {
        if wide + CLUSTER * share > WIDTH && at > start {
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
    use crate::chart::{Bar, bars};
    use rust_decimal::Decimal;

    const IDENTITY: Identity<'_> = Identity {
        title: "ថវិកា <២០២៥>",
        title_id: "chart-1-title",
        description: "ក & ខ",
        description_id: "chart-1-description",
    };

    fn draw(figures: &[(&str, i64, &str)]) -> String {
        let figures: Vec<Bar> = figures
            .iter()
            .map(|(label, value, text)| Bar {
                label: (*label).to_owned(),
                value: Some(Decimal::from(*value)),
                text: (*text).to_owned(),
            })
            .collect();
        svg(&bars(&figures), IDENTITY)
    }

    #[test]
    fn a_chart_is_a_picture_with_a_name_and_no_fixed_width() {
        let drawn = draw(&[("ឃុំ", 10, "១០"), ("ស្រុក", 5, "៥")]);
        assert!(drawn.starts_with(
            r#"<svg class="chart" role="img" aria-labelledby="chart-1-title chart-1-description" viewBox="0 0 320 "#
        ));
        assert!(drawn.contains("<title id=\"chart-1-title\">ថវិកា &lt;២០២៥&gt;</title>"));
        assert!(drawn.contains("<desc id=\"chart-1-description\">ក &amp; ខ</desc>"));
        assert!(drawn.contains(r#"width="319""#) && drawn.contains(r#"width="159.5""#));
        assert!(!drawn.contains("<svg width"));
    }

    #[test]
    fn no_letter_of_a_long_label_is_lost_and_no_cluster_cut() {
        let label = "ចំណាយសម្រាប់ការអភិវឌ្ឍហេដ្ឋារចនាសម្ព័ន្ធរូបវន្តនិងសង្គមកិច្ចរបស់រដ្ឋបាលថ្នាក់ក្រោមជាតិទាំងអស់";
        let lines = lines(label);
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
        for line in lines(label) {
            let whole = label.split('\u{200b}').any(|word| line.ends_with(word));
            assert!(whole, "{line}");
        }
    }

    #[test]
    fn a_negative_bar_is_an_outline() {
        let drawn = draw(&[("ឱនភាព", -579, "−៥៧៩")]);
        assert!(drawn.contains(r#"class="chart-bar chart-bar-negative""#));
        assert!(drawn.contains(r#"fill="none" stroke="currentColor""#));
    }
}
