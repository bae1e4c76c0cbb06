//! A report as a piece of an HTML page, for the preview that lays it over the page being written.
//!
//! It carries its own style and has no script; whatever an author wrote is text in it, never markup.

use super::{Diagnostic, Entry, MessageLanguage, Place, Report, Severity, visible_lines, words};

/// Every diagnostic with its place, its cause, the quoted line with the piece meant marked, and the
/// way out, as one `<section>`; of very many, as many as a person reads. Empty for an empty report.
pub fn to_html(report: &Report, language: MessageLanguage) -> String {
    if report.is_empty() {
        return String::new();
    }
    let told = report.told();
    let tag = match language {
        MessageLanguage::English => "en",
        MessageLanguage::Khmer => "km",
    };
    let mut out = format!("<section lang=\"{tag}\" role=\"alert\" style=\"{SECTION}\">\n");
    for entry in &told.entries {
        match entry {
            Entry::One(diagnostic) => one(diagnostic, language, &mut out),
            Entry::Alike { one, first } => {
                let also = words::also(language);
                let words = words::alike(one, first, language);
                paragraph(&format!("{also}: {words}"), &mut out);
                if let Some(help) = words::own_help(one, first, language) {
                    let label = words::help(language);
                    paragraph(&format!("{label}: {help}"), &mut out);
                }
            }
            Entry::More { like, count } => {
                paragraph(&words::more(like, *count, language), &mut out);
            }
            Entry::Elsewhere {
                like,
                count,
                files,
                paths,
            } => {
                let words = words::elsewhere(like, *count, *files, paths, language);
                paragraph(&words, &mut out);
            }
        }
    }
    if let Some(rest) = words::rest(&told, language) {
        out += &format!("<p style=\"{LINE}\">{rest}</p>\n");
    }
    out += "</section>\n";
    out
}

fn paragraph(text: &str, out: &mut String) {
    *out += &format!("<p style=\"{LINE}\">");
    escape(text, out);
    *out += "</p>\n";
}

const SECTION: &str = "margin:0;padding:1rem;background:#fff;color:#1a1a1a;\
                       font:16px/1.7 sans-serif;text-align:left";
const ARTICLE: &str = "margin:0 0 1rem;padding:0 0 0 .75rem;border-left:4px solid ";
const LINE: &str = "margin:0";
const QUOTE: &str = "margin:.25rem 0;padding:.5rem;background:#f2f2f2;color:#1a1a1a;\
                     font:14px/1.7 monospace;white-space:pre-wrap;overflow-wrap:anywhere";
const MARK: &str = "background:#ffd9d2;color:#1a1a1a;border-bottom:2px solid #b3261e";

fn colour(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "#b3261e",
        Severity::Warning | Severity::Accepted => "#7a5a00",
    }
}

fn one(diagnostic: &Diagnostic, language: MessageLanguage, out: &mut String) {
    let colour = colour(diagnostic.severity);
    *out += &format!("<article style=\"{ARTICLE}{colour}\">\n<p style=\"{LINE}\">");
    head(diagnostic, &diagnostic.place.to_string(), language, out);
    *out += ": ";
    escape(&diagnostic.message(language), out);
    *out += "</p>\n";
    if let Place::Span { quote, .. } = &diagnostic.place
        && !quote.text().trim().is_empty()
    {
        let (text, marked) = (quote.text(), quote.marked());
        *out += &format!("<pre dir=\"auto\" style=\"{QUOTE}\">");
        escape(&text[..marked.start], out);
        *out += &format!("<mark style=\"{MARK}\">");
        escape(&text[marked.clone()], out);
        *out += "</mark>";
        escape(&text[marked.end..], out);
        *out += "</pre>\n";
    }
    *out += &format!("<p style=\"{LINE}\"><b>{}</b>: ", words::help(language));
    escape(&diagnostic.help(language), out);
    *out += "</p>\n</article>\n";
}

/// `error[E03] place`.
fn head(diagnostic: &Diagnostic, place: &str, language: MessageLanguage, out: &mut String) {
    let colour = colour(diagnostic.severity);
    let severity = diagnostic.severity.name(language);
    let id = diagnostic.code.id;
    *out += &format!("<b style=\"color:{colour}\">{severity}[{id}]</b>");
    if !place.is_empty() {
        *out += " <b>";
        escape(place, out);
        *out += "</b>";
    }
}

/// Text as it stands between tags.
fn escape(text: &str, out: &mut String) {
    for character in visible_lines(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{codes, diagnostic};

    /// A report as HTML, with the styles that it carries shortened to their names.
    fn shown(report: &Report, language: MessageLanguage) -> String {
        let mut html = to_html(report, language);
        for (style, name) in [
            (SECTION, "SECTION"),
            (ARTICLE, "ARTICLE "),
            (QUOTE, "QUOTE"),
            (MARK, "MARK"),
            (LINE, "LINE"),
        ] {
            html = html.replace(&format!("\"{style}"), &format!("\"{name}"));
        }
        html
    }

    const ENGLISH: &str = r##"<section lang="en" role="alert" style="SECTION">
<article style="ARTICLE #b3261e">
<p style="LINE"><b style="color:#b3261e">error[E309]</b> <b>content/&lt;b&gt;.md:1:11</b>: the link `&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;` leads to no page</p>
<pre dir="auto" style="QUOTE">ខ្មែរ [x](<mark style="MARK">&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</mark>) �␁&quot;</pre>
<p style="LINE"><b>help</b>: did you mean `&lt;i&gt;`? write the path of a file below `content/`, such as `@/learn/council.md`</p>
</article>
<article style="ARTICLE #7a5a00">
<p style="LINE"><b style="color:#7a5a00">warning[E03]</b> <b>data/a.csv › &lt;hr&gt; › B2</b>: read `&lt;img&gt;`, which mixes Khmer and Latin digits</p>
<p style="LINE"><b>help</b>: write the whole number in one kind of digits</p>
</article>
</section>
"##;

    const KHMER: &str = r##"<section lang="km" role="alert" style="SECTION">
<article style="ARTICLE #b3261e">
<p style="LINE"><b style="color:#b3261e">កំហុស[E309]</b> <b>content/&lt;b&gt;.md:1:11</b>: តំណ `&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;` មិននាំទៅទំព័រណាទេ</p>
<pre dir="auto" style="QUOTE">ខ្មែរ [x](<mark style="MARK">&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</mark>) �␁&quot;</pre>
<p style="LINE"><b>ដំណោះស្រាយ</b>: តើអ្នកចង់សរសេរ `&lt;i&gt;` មែនទេ? សូមសរសេរផ្លូវឯកសារក្នុង `content/` ដូចជា `@/learn/council.md`</p>
</article>
<article style="ARTICLE #7a5a00">
<p style="LINE"><b style="color:#7a5a00">ព្រមាន[E03]</b> <b>data/a.csv › &lt;hr&gt; › B2</b>: `&lt;img&gt;` លាយលេខខ្មែរ និងលេខឡាតាំង</p>
<p style="LINE"><b>ដំណោះស្រាយ</b>: សូមសរសេរលេខទាំងមូលដោយប្រើលេខតែមួយប្រភេទ</p>
</article>
</section>
"##;

    #[test]
    fn what_nobody_would_read_is_counted() {
        let mut report = Report::new();
        for number in 0..22 {
            let place = Place::file("<z>.md");
            report.push(diagnostic!(
                codes::site::BROKEN_LINK,
                place,
                target = number
            ));
        }
        let html = shown(&report, MessageLanguage::Khmer);
        let end: Vec<&str> = html.lines().skip(20 * 4 + 1).collect();
        assert_eq!(
            end,
            [
                "<p style=\"LINE\">និង ២ ទៀតដូចនេះ ក្នុង &lt;z&gt;.md</p>",
                "</section>"
            ]
        );
    }

    #[test]
    fn a_report_shows_place_cause_line_and_way_out_and_nothing_in_it_is_markup() {
        let hostile = "ខ្មែរ [x](<script>alert('&')</script>) \u{202E}\u{1}\"";
        let at = hostile.find("<script>").unwrap();
        let place = Place::in_text("content/<b>.md", hostile, at..at + 27);
        let target = "<script>alert('&')</script>";
        let mut report = Report::of(
            diagnostic!(codes::site::BROKEN_LINK, place, target = target)
                .which_means("<i>".to_owned()),
        );
        let cell = Place::Cell {
            path: "data/a.csv".into(),
            sheet: Some("<hr>".into()),
            cell: "B2".into(),
            key: None,
        };
        report.push(diagnostic!(codes::data::MIXED_DIGITS, cell, read = "<img>").as_warning());
        assert_eq!(shown(&report, MessageLanguage::English), ENGLISH);
        assert_eq!(shown(&report, MessageLanguage::Khmer), KHMER);
        assert_eq!(to_html(&Report::new(), MessageLanguage::English), "");
    }
}
