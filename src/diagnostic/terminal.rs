//! A report as text for a person at a terminal.

use super::{Diagnostic, Entry, MessageLanguage, Place, Report, Severity, words};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::fmt::Write;

/// How the text looks: with colours on a terminal, plain in a pipe or under `NO_COLOR`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    Coloured,
}

/// Every diagnostic as `error[E03] place: cause`, the quoted line where there is one, and the way out;
/// of very many, as many as a person reads, and how many more there are.
pub fn to_terminal(report: &Report, language: MessageLanguage, style: Style) -> String {
    let told = report.told();
    let mut out = String::new();
    for entry in &told.entries {
        if matches!(entry, Entry::Alike { .. }) {
            // They stand together.
            out.truncate(out.trim_end_matches('\n').len() + 1);
        }
        out.push_str(&match entry {
            Entry::One(diagnostic) => one(diagnostic, language, style),
            Entry::Alike { one, first } => alike(one, first, language, style),
            Entry::More { like, count } => words::more(like, *count, language) + "\n",
            Entry::Elsewhere {
                like,
                count,
                files,
                paths,
            } => words::elsewhere(like, *count, *files, paths, language) + "\n",
        });
        out.push('\n');
    }
    if let Some(rest) = words::rest(&told, language) {
        out.push_str(&rest);
        out.push_str("\n\n");
    }
    out
}

fn one(diagnostic: &Diagnostic, language: MessageLanguage, style: Style) -> String {
    let paint = Paint(style);
    let mut out = head(diagnostic, &diagnostic.place.to_string(), language, style);
    writeln!(out, ": {}", diagnostic.message(language)).expect("a string takes everything");
    if let Some(source) = source_line(&diagnostic.place, style) {
        out.push_str(&source);
    }
    let label = paint.with("1;36", words::help(language));
    let help = diagnostic.help(language);
    writeln!(out, "  {label}: {help}").expect("a string takes everything");
    out
}

/// `also: place: cause`, and the way out if it is another than that of the first.
fn alike(one: &Diagnostic, first: &Diagnostic, language: MessageLanguage, style: Style) -> String {
    let paint = Paint(style);
    let also = paint.with("1;33", words::also(language));
    let mut out = format!("  {also}: {}\n", words::alike(one, first, language));
    if let Some(help) = words::own_help(one, first, language) {
        let label = paint.with("1;36", words::help(language));
        writeln!(out, "    {label}: {help}").expect("a string takes everything");
    }
    out
}

/// `error[E03] place`.
fn head(diagnostic: &Diagnostic, place: &str, language: MessageLanguage, style: Style) -> String {
    let paint = Paint(style);
    let colour = match diagnostic.severity {
        Severity::Error => "1;31",
        Severity::Warning | Severity::Accepted => "1;33",
    };
    let severity = diagnostic.severity.name(language);
    let mut out = paint.with(colour, &format!("{severity}[{}]", diagnostic.code.id));
    if !place.is_empty() {
        write!(out, " {}", paint.with("1", place)).expect("a string takes everything");
    }
    out
}

struct Paint(Style);

impl Paint {
    fn with(&self, codes: &str, text: &str) -> String {
        match self.0 {
            Style::Plain => text.to_owned(),
            Style::Coloured => format!("\u{1b}[{codes}m{text}\u{1b}[0m"),
        }
    }
}

/// The quoted line with a mark under the piece meant. The mark drifts under Khmer in most terminals,
/// which draw clusters narrower than they count them; that is why messages quote the text too.
fn source_line(place: &Place, style: Style) -> Option<String> {
    let Place::Span { line, quote, .. } = place else {
        return None;
    };
    if quote.text().trim().is_empty() {
        return None;
    }
    let snippet = Snippet::source(quote.text())
        .line_start(*line)
        .annotation(AnnotationKind::Primary.span(quote.marked()));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Told, codes, diagnostic, list};

    fn check(report: &Report, english: &str, khmer: &str) {
        for (language, expected) in [
            (MessageLanguage::English, english),
            (MessageLanguage::Khmer, khmer),
        ] {
            let shown = to_terminal(report, language, Style::Plain);
            assert_eq!(shown, expected, "\n{shown}");
        }
    }

    #[test]
    fn a_long_line_and_a_long_list_are_shown_in_part() {
        let line = format!("{}[x](no.png){}", "ក".repeat(3000), "a".repeat(3000));
        let place = Place::in_text("content/a.md", &line, 9004..9010);
        let known = list((1..501).map(|number| format!("{number:03}.png")));
        let problem = diagnostic!(
            codes::site::BROKEN_FILE,
            place,
            target = "no.png",
            known = known
        );
        let quote = format!(
            "1 | …{}[x](no.png){}…\n  | {}^^^^^^",
            "ក".repeat(26),
            "a".repeat(63),
            " ".repeat(31)
        );
        let files = "`001.png`, `002.png`, `003.png`, `004.png`, `005.png`, `006.png`, `007.png`, \
                     `008.png`, `009.png`, `010.png`";
        check(
            &Report::of(problem),
            &format!(
                "error[E311] content/a.md:1:3005: the file `no.png` is neither beside the page nor in \
                 `static/`\n{quote}\n  help: files beside this page: {files} and 490 more\n\n"
            ),
            &format!(
                "កំហុស[E311] content/a.md:1:3005: ឯកសារ `no.png` មិននៅក្បែរទំព័រ និងមិននៅក្នុង `static/` \
                 ទេ\n{quote}\n  ដំណោះស្រាយ: ឯកសារក្បែរទំព័រនេះមាន {files} និង ៤៩០ ទៀត\n\n"
            ),
        );
    }

    #[test]
    fn what_nobody_would_read_is_counted() {
        let mut report = Report::new();
        for number in 0..22 {
            let place = Place::file("content/a.md");
            let target = format!("@/{number:02}.md");
            report.push(diagnostic!(
                codes::site::BROKEN_LINK,
                place,
                target = target
            ));
        }
        let last = |report: &Report, language| {
            let shown = to_terminal(report, language, Style::Plain);
            let lines: Vec<&str> = shown.lines().filter(|line| !line.is_empty()).collect();
            lines
                .last()
                .map_or_else(String::new, |line| (*line).to_owned())
        };
        let elsewhere = |report: &Report, language| {
            let shown = to_terminal(report, language, Style::Plain);
            let mut lines = shown.lines();
            lines
                .find(|line| line.contains("E202") && !line.contains('['))
                .map_or_else(String::new, str::to_owned)
        };
        let languages = [MessageLanguage::English, MessageLanguage::Khmer];
        assert_eq!(
            languages.map(|language| last(&report, language)),
            [
                "and 2 more like this in content/a.md",
                "និង ២ ទៀតដូចនេះ ក្នុង content/a.md"
            ]
        );
        for number in 0..1500 {
            let place = Place::file(format!("content/{number:04}.md"));
            report.push(diagnostic!(codes::content::NO_TITLE, place));
        }
        let files: Vec<String> = (50..60).map(|n| format!("`content/{n:04}.md`")).collect();
        let files = files.join(", ");
        assert_eq!(
            languages.map(|language| elsewhere(&report, language)),
            [
                format!("and 1,450 more of E202 in 1,450 files: {files} and 1,440 more"),
                format!(
                    "និង E202 ចំនួន ១\u{A0}៤៥០ ទៀត ក្នុងឯកសារចំនួន ១\u{A0}៤៥០៖ {files} និង ១\u{A0}៤៤០ ទៀត"
                )
            ]
        );
        let rest = |errors, files| {
            let told = Told {
                entries: Vec::new(),
                errors,
                files,
            };
            languages.map(|language| words::rest(&told, language).unwrap_or_default())
        };
        assert_eq!(
            rest(1222, 1201),
            [
                "1,222 errors in 1,201 more files are not shown; mend these first",
                "មិនបានបង្ហាញកំហុសចំនួន ១\u{A0}២២២ ក្នុងឯកសារចំនួន ១\u{A0}២០១ ទៀត។ \
                 សូមកែអ្វីដែលបានបង្ហាញជាមុនសិន"
            ]
        );
        assert_eq!(
            rest(1, 1)[0],
            "1 error in 1 more file is not shown; mend these first"
        );
        assert_eq!(rest(0, 0), ["", ""]);
    }

    #[test]
    fn warnings_of_one_kind_stand_together_with_one_way_out() {
        let mut report = Report::new();
        let link = |place, target| diagnostic!(codes::site::BROKEN_LINK, place, target = target);
        report.push(link(Place::file("a.md"), "@/x.md").as_warning());
        let quoted = Place::in_text("b.md", "\n\n\t[x](@/x.md)\tក\n", 3..14);
        report.push(link(quoted, "@/x.md").as_warning());
        let meant = link(Place::file("c.md"), "@/y.md").which_means("@/d.md".to_owned());
        report.push(meant.as_warning());
        report.push(diagnostic!(codes::content::NO_TITLE, Place::file("z.md")));
        let [way_out, khmer_way_out] = [
            codes::site::BROKEN_LINK.help.en,
            codes::site::BROKEN_LINK.help.km,
        ];
        check(
            &report,
            &format!(
                "error[E202] z.md: this page has no title\n  help: {}\n\n\
                 warning[E309] a.md: the link `@/x.md` leads to no page\n  help: {way_out}\n  \
                 also: b.md:3:2: [x](@/x.md) ក\n  also: c.md: the link `@/y.md` leads to no page\n    \
                 help: did you mean `@/d.md`? {way_out}\n\n",
                codes::content::NO_TITLE.help.en
            ),
            &format!(
                "កំហុស[E202] z.md: ទំព័រនេះគ្មានចំណងជើងទេ\n  ដំណោះស្រាយ: {}\n\n\
                 ព្រមាន[E309] a.md: តំណ `@/x.md` មិននាំទៅទំព័រណាទេ\n  ដំណោះស្រាយ: {khmer_way_out}\n  \
                 ដូចគ្នា: b.md:3:2: [x](@/x.md) ក\n  ដូចគ្នា: c.md: តំណ `@/y.md` មិននាំទៅទំព័រណាទេ\n    \
                 ដំណោះស្រាយ: តើអ្នកចង់សរសេរ `@/d.md` មែនទេ? {khmer_way_out}\n\n",
                codes::content::NO_TITLE.help.km
            ),
        );
    }
}
