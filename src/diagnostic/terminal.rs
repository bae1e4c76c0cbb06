//! A report as text for a person at a terminal.

use super::{Diagnostic, MessageLanguage, Place, Report, Severity};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::fmt::Write;

/// How the text looks: with colours on a terminal, plain in a pipe or under `NO_COLOR`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    Coloured,
}

/// Every diagnostic as `error[E03] place: cause`, the quoted line where there is one, and the way out.
pub fn to_terminal(report: &Report, language: MessageLanguage, style: Style) -> String {
    let mut out = String::new();
    for diagnostic in report.sorted() {
        out.push_str(&one(diagnostic, language, style));
        out.push('\n');
    }
    out
}

fn one(diagnostic: &Diagnostic, language: MessageLanguage, style: Style) -> String {
    let (word, colour) = match (diagnostic.severity, language) {
        (Severity::Error, MessageLanguage::English) => ("error", "1;31"),
        (Severity::Error, MessageLanguage::Khmer) => ("កំហុស", "1;31"),
        (Severity::Warning, MessageLanguage::English) => ("warning", "1;33"),
        (Severity::Warning, MessageLanguage::Khmer) => ("ប្រុងប្រយ័ត្ន", "1;33"),
    };
    let paint = |codes: &str, text: &str| match style {
        Style::Plain => text.to_owned(),
        Style::Coloured => format!("\u{1b}[{codes}m{text}\u{1b}[0m"),
    };
    let mut out = paint(colour, &format!("{word}[{}]", diagnostic.code.id));
    let place = diagnostic.place.to_string();
    if !place.is_empty() {
        write!(out, " {}", paint("1", &place)).expect("a string takes everything");
    }
    writeln!(out, ": {}", diagnostic.message(language)).expect("a string takes everything");
    if let Some(source) = source_line(&diagnostic.place, style) {
        out.push_str(&source);
    }
    let help = match language {
        MessageLanguage::English => "help",
        MessageLanguage::Khmer => "ដំណោះស្រាយ",
    };
    writeln!(
        out,
        "  {}: {}",
        paint("1;36", help),
        diagnostic.help(language)
    )
    .expect("a string takes everything");
    out
}

/// A longer line, in bytes, is no help on a screen.
const LONGEST_QUOTE: usize = 8192;

/// The quoted line with a mark under the piece meant. The mark drifts under Khmer in most terminals,
/// which draw clusters narrower than they count them; that is why messages quote the text too.
fn source_line(place: &Place, style: Style) -> Option<String> {
    let Place::Span {
        line,
        column,
        length,
        quote,
        ..
    } = place
    else {
        return None;
    };
    if quote.trim().is_empty() || quote.len() > LONGEST_QUOTE {
        return None;
    }
    let byte = |chars: usize| {
        quote
            .char_indices()
            .nth(chars)
            .map_or(quote.len(), |(at, _)| at)
    };
    let range = byte(column - 1)..byte(column - 1 + length);
    let snippet = Snippet::source(quote.as_ref())
        .line_start(*line)
        .annotation(AnnotationKind::Primary.span(range));
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let group = Level::ERROR.no_name().primary_title("").element(snippet);
    let drawn = renderer.render(&[group]);
    // Only the source lines are wanted: the title stands above in our own form.
    let lines: Vec<&str> = drawn
        .lines()
        .skip(1)
        .filter(|line| !line.trim_start().starts_with("-->"))
        .collect();
    Some(lines.join("\n") + "\n")
}
